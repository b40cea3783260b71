use super::*;
use crate::codebook::sample;

#[test]
fn no_place_has_the_colour_of_one_before_it() {
    let sixteen: Vec<Hue> = (0..16).map(Hue::at).collect();
    for (at, own) in sixteen.iter().enumerate() {
        assert!(!sixteen[..at].iter().any(|other| other.on_paper() == own.on_paper() || other.name() == own.name()));
    }
    // What is past them looks like none of them; its name stands beside it.
    for other in [16, 40, usize::MAX].map(Hue::at) {
        assert!(other == Hue::Shared && !sixteen.iter().any(|own| own.on_paper() == other.on_paper()));
    }
}

#[test]
fn a_theme_has_the_colour_that_somebody_chose_or_that_of_its_place() {
    let mut codebook = sample::codebook();
    codebook.themes[1].colour = Some("#FFCC00".into());
    codebook.themes[2].colour = Some("url(evil)".into());
    let name = |at: usize| codebook.hue(&codebook.themes[at].id).name();
    assert_eq!((&*name(0), &*name(1), &*name(2)), ("1", "#ffcc00", "3"));
    assert_eq!(&*codebook.hue(&"nobody".into()).name(), "17");
}

#[test]
fn a_chosen_colour_is_seen_on_paper_and_is_plain() {
    let chosen = Colour::read("#ffff00").map(Hue::Chosen).expect("a colour");
    assert_eq!(chosen.on_paper(), ("#8d8d00".into(), false));
    assert_eq!(chosen.name(), "#ffff00");
}

/// A colour in Oklab (B. Ottosson, 2020) as it is seen, from its 8-bit sRGB.
fn seen(colour: &str, vision: &[[f64; 3]; 3]) -> [f64; 3] {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two hex digits")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let rgb = [channel(1), channel(3), channel(5)];
    let dot = |row: &[f64; 3], of: &[f64; 3]| row[0] * of[0] + row[1] * of[1] + row[2] * of[2];
    let rgb = [0, 1, 2].map(|at| dot(&vision[at], &rgb).clamp(0.0, 1.0));
    let cone = |row: [f64; 3]| dot(&row, &rgb).cbrt();
    let lms = [
        cone([0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9]),
        cone([0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6]),
        cone([0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5]),
    ];
    [
        dot(&[0.210_454_255_3, 0.793_617_785, -0.004_072_046_8], &lms),
        dot(&[1.977_998_495_1, -2.428_592_205, 0.450_593_709_9], &lms),
        dot(&[0.025_904_037_1, 0.782_771_766_2, -0.808_675_766], &lms),
    ]
}

#[test]
fn themes_are_told_apart_by_everybody() {
    // Full vision, and without one kind of cone: G. Machado, M. Oliveira, L. Fernandes (2009), severity 1.
    let visions = [
        ([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], 0.19),
        (
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            0.119,
        ),
        (
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
            0.119,
        ),
        (
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            0.119,
        ),
    ];
    for (vision, least) in visions {
        for (at, one) in PALETTE.iter().enumerate() {
            for other in &PALETTE[..at] {
                let (a, b) = (seen(one, &vision), seen(other, &vision));
                let apart = (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f64>().sqrt();
                assert!(apart >= least, "{one} and {other} are {apart:.3} apart");
            }
        }
    }
}
