//! What Compare shows, ready to render. Only the part that is shown is there.

use super::{
    board::{self, BoardView},
    changed::{self, ChangedView},
    kinds::{self, KindsView},
    model::Compare,
    msg::{Drawing, Tab},
    numbers::figures::{self, NumbersView},
    portrait::{self, PortraitView},
    themes::{self, ThemesView},
};
use crate::{
    class::{
        annotators::{annotators, everybody},
        lens::Inputs,
        shown::keep,
    },
    screen::Screen,
};
use std::sync::Arc;

/// Compare, but for the paragraph that is decided in it, which is a page of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareView {
    /// The part that is shown.
    pub tab: Tab,
    /// The board.
    pub board: Option<Arc<BoardView>>,
    /// Counts of themes.
    pub themes: Option<Arc<ThemesView>>,
    /// The article as a row of paragraphs.
    pub portrait: Option<Arc<PortraitView>>,
    /// The picture that could not be made.
    pub failed: Option<Drawing>,
    /// The numbers.
    pub numbers: Option<Arc<NumbersView>>,
    /// The kinds of disagreement.
    pub kinds: Option<Arc<KindsView>>,
    /// What the agreed reading changes.
    pub changed: Option<Arc<ChangedView>>,
}

/// Brings it up to date.
pub(crate) fn refresh(view: &mut CompareView, page: &Compare, inputs: Inputs<'_>) {
    let readers = annotators(inputs);
    let tab = (inputs.context.screen == Screen::Compare).then_some(page.tab);
    let shown = |part| tab == Some(part);
    view.tab = page.tab;
    let board = shown(Tab::Board).then(|| board::board(&page.board, inputs, &readers, view.board.as_deref()));
    keep(&mut view.board, board);
    keep(&mut view.themes, shown(Tab::Themes).then(|| themes::themes(inputs, &readers)));
    keep(&mut view.portrait, shown(Tab::Portrait).then(|| portrait::portrait(inputs, &readers)));
    view.failed = page.pictures.failed;
    keep(&mut view.numbers, shown(Tab::Numbers).then(|| figures::numbers(&page.numbers, inputs, &readers)));
    keep(&mut view.kinds, shown(Tab::Kinds).then(|| kinds::kinds(inputs, &readers)));
    let changed = || changed::changed(page.all_changes, &page.feedback, inputs, &everybody(inputs));
    keep(&mut view.changed, shown(Tab::Changed).then(changed));
}
