//! Themes that the codebook does not know are seen wherever those are that it knows.

use crate::{
    class::testing::{Seat, made},
    screen::Screen,
};
use postil_core::measure::comparison::testing::{article, layer};

fn on(screen: Screen) -> Seat {
    let people = [
        ("ann", layer(&article(1), &[("supports", &["image", "zebra", "alien"])])),
        ("ben", layer(&article(1), &[("opposes", &["alien"])])),
        ("cem", layer(&article(1), &[("opposes", &["none"])])),
    ];
    let mut model = made(1, |_| {}, &people);
    model.go(screen);
    model
}

/// Most first; of equals, those of the codebook, and then the others by id.
const THEMES: [(&str, usize); 3] = [("alien", 2), ("Image and leadership", 1), ("zebra", 1)];

#[test]
fn the_report_counts_them() {
    let model = on(Screen::Report);
    let view = model.view.report().expect("is shown");
    let themes = view.report.rows[0].themes.iter().map(|(label, count)| (&**label, *count));
    assert_eq!(themes.collect::<Vec<_>>(), THEMES);
}

#[test]
fn a_discussion_reveals_them() {
    let model = on(Screen::Discuss);
    let view = model.view.discuss().expect("is shown");
    let themes = view.themes.iter().map(|theme| (&*theme.label, theme.count));
    assert_eq!(themes.collect::<Vec<_>>(), THEMES);
}
