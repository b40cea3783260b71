//! What an option means is told in one place, and the stylesheets have the colours of that place.

use crate::source::{code, files, is_test, none, rust};
use postil_core::{
    base::colour::GROUNDS,
    codebook::{
        hue::PALETTE,
        sense::{PLACES, Sense, Tone},
        sign::sign,
    },
};

/// The ids of the first codebook's options that are no names of senses.
const IDS: [&str; 5] = ["supports", "opposes", "mixed", "neutral", "no-stance"];

fn stylesheets() -> Vec<(String, String)> {
    ["static", "crates/core/src/output"].map(|folder| files(folder, &[".css"])).concat()
}

#[test]
fn one_file_knows_what_the_ids_of_options_mean() {
    let mut found = Vec::new();
    let allowed = |name: &str| name == "crates/core/src/codebook/sense.rs" || is_test(name);
    for (name, text) in rust().into_iter().filter(|(name, _)| !allowed(name)) {
        let code = code(&text);
        found.extend(IDS.iter().filter(|id| code.contains(&format!("\"{id}\""))).map(|id| format!("{name}: {id}")));
    }
    none(&found, "ask for the sense of an option, not for its id");
}

#[test]
fn stylesheets_know_senses_and_no_ids_of_options() {
    let mut found = Vec::new();
    for (name, text) in stylesheets() {
        // An id that is the name of its sense as well says nothing of either.
        for id in IDS.iter().filter(|id| Sense::named(id).is_none()) {
            let ways = [format!("\"{id}\""), format!("-{id}"), format!(".{id}")];
            found.extend(ways.iter().filter(|way| text.contains(*way)).map(|way| format!("{name}: {way}")));
        }
        found.extend(text.contains("data-stance").then(|| format!("{name}: data-stance")));
    }
    none(&found, "select by data-sense");
}

fn tones() -> Vec<&'static Tone> {
    IDS.iter().map(|id| sign(&(*id).into(), None).tone).chain(&PLACES).collect()
}

/// What a custom property is set to in the light and in the dark scheme: lightness in percent, chroma and hue.
fn token(text: &str, name: &str) -> [[f64; 3]; 2] {
    let value = text.split(&format!("{name}: light-dark(")).nth(1).unwrap_or_else(|| panic!("{name} is not there"));
    let mut each = value.split("oklch(").skip(1).map(|colour| {
        let mut numbers = colour.split([' ', ')']).map(|part| part.trim_end_matches('%').parse::<f64>());
        [(); 3].map(|()| numbers.next().and_then(Result::ok).unwrap_or_else(|| panic!("{name}: {colour}")))
    });
    [(); 2].map(|()| each.next().unwrap_or_else(|| panic!("{name} has two colours")))
}

/// Red, green and blue without gamma, from 0 to 1.
fn linear([lightness, chroma, hue]: [f64; 3]) -> [f64; 3] {
    let (lightness, hue) = (lightness / 100.0, hue.to_radians());
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let parts = [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ];
    parts.map(|part| part.clamp(0.0, 1.0))
}

fn brightness(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn hex(colour: [f64; 3]) -> String {
    let part = |part: f64| {
        let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
        format!("{:02x}", (part * 255.0).round() as u8)
    };
    format!("#{}", linear(colour).map(part).concat())
}

fn sheet(name: &str) -> String {
    let all = stylesheets();
    all.into_iter().find(|(file, _)| file == name).map(|(_, text)| text).expect("the stylesheet is there")
}

#[test]
fn answers_and_themes_have_the_same_colours_on_the_page_and_on_paper() {
    let tokens = sheet("static/css/tokens.css");
    let page = sheet("crates/core/src/output/feedback/senses.css");
    for tone in tones() {
        let selector = format!("[data-sense=\"{}\"]", tone.name);
        assert!(tokens.contains(&selector) && page.contains(&selector), "{selector}");
        let name = format!("--sense-{}", tone.name);
        // What has no stance stands back like words that do: in their colour.
        let (name, shared) = if tone.name == "none" { ("--ink-soft".to_owned(), false) } else { (name, true) };
        assert_eq!(hex(token(&tokens, &name)[0]), tone.colour, "{name}");
        assert!(!shared || token(&tokens, &name) == token(&page, &name), "{name} differs between the two");
    }
    for (at, colour) in PALETTE.iter().enumerate() {
        assert_eq!(hex(token(&tokens, &format!("--theme-{}", at + 1))[0]), *colour);
    }
}

#[test]
fn answers_are_read_on_every_surface() {
    let tokens = sheet("static/css/tokens.css");
    for (scheme, held) in GROUNDS.into_iter().enumerate() {
        let ground = brightness(token(&tokens, "--surface-sunken")[scheme]);
        for tone in tones().into_iter().filter(|tone| tone.name != "none") {
            let own = brightness(token(&tokens, &format!("--sense-{}", tone.name))[scheme]);
            let contrast = (own.max(ground) + 0.05) / (own.min(ground) + 0.05);
            assert!(contrast >= 4.5, "{} in scheme {scheme}: {contrast}", tone.name);
        }
        // Colours that people choose are held against the same surface.
        assert!((ground - f64::from(held)).abs() < 0.0005, "{ground}");
    }
}
