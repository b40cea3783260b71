use super::*;
use crate::codebook::{
    sample,
    sense::{PLACES, Sense},
};

fn asked(options: &[(&str, Option<Sense>)]) -> StanceQuestion {
    let mut question = sample::codebook().questions.swap_remove(0);
    let option = question.options[0].clone();
    let each = options.iter();
    question.options =
        each.map(|(id, sense)| StanceOption { id: (*id).into(), sense: *sense, ..option.clone() }).collect();
    question
}

fn glyphs(question: &StanceQuestion, ids: &[&str]) -> Vec<(&'static str, &'static str)> {
    ids.iter().map(|id| sign(&(*id).into(), Some(question))).map(|sign| (sign.glyph, sign.tone.name)).collect()
}

#[test]
fn options_of_the_first_codebook_look_as_ever_and_made_ones_by_their_place() {
    let none = |id| (id, None);
    let question = asked(&[none("economy"), none("neutral"), none("safety"), none("supports")]);
    assert_eq!(
        glyphs(&question, &["economy", "neutral", "safety", "supports", "perhaps", "mixed"]),
        [("■", "own"), ("●", "neutral"), ("✚", "own"), ("▲", "for"), ("□", "own"), ("◆", "both")]
    );
}

#[test]
fn an_option_that_says_its_sense_looks_like_it() {
    let question = asked(&[
        ("praise", Some(Sense::For)),
        ("blame", Some(Sense::Against)),
        ("supports", Some(Sense::None)),
        ("plain", None),
    ]);
    assert_eq!(
        glyphs(&question, &["praise", "blame", "supports", "plain"]),
        [("▲", "for"), ("▼", "against"), ("○", "none"), ("■", "own")]
    );
}

#[test]
fn two_options_with_one_sense_share_its_colour_and_no_glyph() {
    let question = asked(&[("strongly", Some(Sense::For)), ("rather", Some(Sense::For)), ("own", None)]);
    assert_eq!(
        glyphs(&question, &["strongly", "rather", "own", "supports"]),
        [("▲", "for"), ("■", "for"), ("✚", "own"), ("□", "for")]
    );
}

#[test]
fn a_glyph_of_ones_own_is_shown_and_nobody_elses() {
    let mut question = asked(&[("economy", None), ("neutral", None), ("safety", None), ("plain", None)]);
    let mut own = |at: usize, glyph: &str| question.options[at].glyph = Some(glyph.into());
    own(2, "●");
    own(3, "■");
    let all = ["economy", "neutral", "safety", "plain"];
    let found: Vec<&str> = glyphs(&question, &all).into_iter().map(|(glyph, _)| glyph).collect();
    assert_eq!(found, ["✚", "▬", "●", "■"]);
    // One that two have said is that of the first; one that no chart can draw is nobody's.
    question.options[3].glyph = Some("●".into());
    question.options[0].glyph = Some("\u{202E}".into());
    let found: Vec<&str> = glyphs(&question, &all).into_iter().map(|(glyph, _)| glyph).collect();
    assert_eq!(found, ["■", "✚", "●", "▬"]);
}

#[test]
fn places_grow() {
    let places = [1, 2, 3, 4, 5].map(Sense::Place);
    let ids = ["a", "b", "c", "d", "e"];
    let options: Vec<_> = ids.into_iter().zip(places.map(Some)).collect();
    let found = glyphs(&asked(&options), &ids);
    assert_eq!(found.iter().map(|(glyph, _)| *glyph).collect::<String>(), "▁▂▄▆█");
    assert!(found.iter().all(|(_, name)| PLACES.iter().any(|tone| tone.name == *name)));
}

#[test]
fn only_options_without_a_sense_take_colours_in_turn() {
    let question = asked(&[("a", None), ("b", Some(Sense::For)), ("c", None)]);
    let ids = ["a", "b", "c", "stranger", "x", "y"].map(OptionId::from);
    let hues: Vec<Option<usize>> = signs(&ids, Some(&question)).into_iter().map(|(_, hue)| hue).collect();
    let [one, two, three, four] = TURNS.map(Some);
    assert_eq!(hues, [one, None, two, three, four, one]);
}
