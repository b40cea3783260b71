//! The class's screens: Class, Compare, Discuss, Report, and the codebook.

pub mod card;
pub mod chart;
pub mod controls;
pub mod desk;
pub mod example;
pub mod field;
pub mod folded;
pub mod roll;
pub mod sheets;
pub mod tabs;

use super::{
    codebook,
    compare::{self, board},
    desk::Desk,
    discuss,
    kit::tag::{Tag, div},
    lesson, report,
};
use postil_app::class::{
    Shown,
    view::{Page, View},
};
use yew::prelude::*;

/// How the class's screens are drawn. It comes with their part of the program.
pub struct Screens {
    /// Draws the one that is shown.
    pub draw: fn(&Desk, &Shown) -> Html,
    /// Sets right what depends on sizes, once it is drawn or the window has another size.
    pub measure: fn(),
}

/// The only ones there are.
pub static SCREENS: Screens = Screens { draw, measure: board::measure };

fn draw(desk: &Desk, shown: &Shown) -> Html {
    let view = shown.0.downcast_ref::<View>();
    view.map_or_else(Html::default, |view| div("class-screen").kid(screen(desk, view)).html())
}

fn screen(desk: &Desk, view: &View) -> Tag {
    match &view.page {
        Page::None => div("page").hidden(true),
        Page::Compare(found) => compare::compare_screen(desk, found, &view.annotators, &view.roll),
        Page::Discuss(Some(discussed)) => discuss::discuss_screen(desk, discussed, &view.annotators, &view.roll),
        Page::Discuss(None) => discuss::nothing(desk, &view.roll),
        Page::Report(made) => report::report_screen(desk, made, &view.roll),
        Page::Lesson(shown) => lesson::lesson_screen(desk, shown),
        Page::SubPage(shown) => lesson::subpage::subpage(desk, shown, &view.annotators, &view.roll),
        Page::Codebook(shown) => codebook::codebook_screen(desk, shown),
    }
}
