//! Where everything that happens in Compare goes through.

use super::{
    model::Compare,
    msg::{Msg, Tab},
    numbers, pictures, sheets,
};
use crate::{
    class::lens::Inputs,
    effect::{Effect, Focus},
    intent::Intent,
    screen::{DialogKind, Screen},
};

/// The made-up class for the sample article.
pub(crate) const EXAMPLE: &str = include_str!("../../../../static/class/example.postil.json");

/// Changes the page by what happened.
#[must_use]
pub(crate) fn update(page: &mut Compare, inputs: Inputs<'_>, msg: Msg) -> Vec<Intent> {
    match msg {
        Msg::TabChosen(tab) => page.show(tab),
        Msg::Sorted(by_disagreement) => page.board.look(|board| board.by_disagreement = by_disagreement),
        Msg::OnlyChosen(only) => page.board.look(|board| board.only = only),
        Msg::ThemeChosen(theme) => page.board.look(|board| board.theme = theme),
        Msg::StanceChosen(stance) => page.board.look(|board| board.stance = stance),
        Msg::EndSeen => page.board.drawn += 1,
        Msg::CompleteChosen(complete) => numbers::count_complete(&mut page.numbers, complete),
        Msg::NumberOpened(measure) => numbers::open(&mut page.numbers, inputs, measure),
        Msg::CiteCopied => return numbers::cite::copy(&page.numbers, inputs),
        Msg::NumbersRested => numbers::work(&mut page.numbers, inputs),
        Msg::PictureAsked(drawing, format) => {
            return vec![pictures::save(&mut page.pictures, &mut page.numbers, inputs, drawing, format)];
        }
        Msg::SheetAsked(sheet, way) => return vec![sheets::save(page, inputs, sheet, way)],
        Msg::CellsAsked(place, way) => return Vec::from_iter(sheets::save_cells(page, inputs, place, way)),
        Msg::PictureFailed => return vec![pictures::failed(&mut page.pictures)],
        Msg::ImportAsked => return vec![Intent::Open(DialogKind::Import)],
        Msg::ExampleAsked => return vec![Intent::BringExample(EXAMPLE), head()],
        Msg::ExampleLeft => return vec![Intent::RemoveExample, head()],
    }
    Vec::new()
}

/// The focus goes to the head of the page: what was pressed is gone.
fn head() -> Intent {
    Intent::Do(Effect::Focus(Focus::Element("compare".into())))
}

/// Goes on with what takes several goes, while it is shown.
#[must_use]
pub(crate) fn go_on(page: &mut Compare, inputs: Inputs<'_>) -> Option<Intent> {
    let shown = inputs.context.screen == Screen::Compare && page.tab == Tab::Numbers;
    if shown { numbers::go_on(&mut page.numbers, inputs) } else { None }
}
