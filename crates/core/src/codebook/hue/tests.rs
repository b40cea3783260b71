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
