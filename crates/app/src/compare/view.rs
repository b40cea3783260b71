//! What Compare shows, ready to render: one of its parts.

use super::{
    board::{self, BoardView},
    kinds::{self, KindsView},
    model::Compare,
    msg::{Drawing, Tab},
    numbers::figures::{self, NumbersView},
    overview::{self, OverviewView},
    portrait::{self, PortraitView},
    themes::{self, ThemesView},
};
use crate::class::{annotators::annotators, lens::Inputs, people::Annotator, shown::kept};
use std::sync::Arc;

/// A part of Compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What there is to say of the class.
    Overview(Arc<OverviewView>),
    /// Paragraphs by annotators.
    Board(Arc<BoardView>),
    /// Counts of themes.
    Themes(Arc<ThemesView>),
    /// The article as a row of paragraphs.
    Portrait(Arc<PortraitView>),
    /// Coefficients of agreement.
    Numbers(Arc<NumbersView>),
    /// Kinds of disagreement.
    Kinds(Arc<KindsView>),
}

impl Part {
    /// Which one it is.
    #[must_use]
    pub fn tab(&self) -> Tab {
        match self {
            Self::Overview(_) => Tab::Overview,
            Self::Board(_) => Tab::Board,
            Self::Themes(_) => Tab::Themes,
            Self::Portrait(_) => Tab::Portrait,
            Self::Numbers(_) => Tab::Numbers,
            Self::Kinds(_) => Tab::Kinds,
        }
    }
}

/// Compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// The part that is shown.
    pub part: Part,
    /// The picture that could not be made.
    pub failed: Option<Drawing>,
}

/// Compare as it is now. What is shown as before keeps its pointers.
#[must_use]
pub(crate) fn compare(page: &Compare, inputs: Inputs<'_>, before: Option<CompareView>) -> CompareView {
    let before = before.map(|view| view.part);
    let readers = annotators(inputs);
    let part = match page.tab {
        Tab::Overview => Part::Overview(summed_up(page, inputs, &readers)),
        Tab::Board => {
            let before = if let Some(Part::Board(board)) = &before { Some(&**board) } else { None };
            Part::Board(Arc::new(board::board(&page.board, inputs, &readers, before)))
        }
        Tab::Themes => Part::Themes(Arc::new(themes::themes(inputs, &readers))),
        Tab::Portrait => Part::Portrait(Arc::new(portrait::portrait(inputs, &readers))),
        Tab::Numbers => Part::Numbers(Arc::new(figures::numbers(&page.numbers, inputs, &readers))),
        Tab::Kinds => Part::Kinds(Arc::new(kinds::kinds(inputs, &readers))),
    };
    CompareView { part: kept(before, part), failed: page.pictures.failed }
}

/// The overview, made once while nothing changes: it goes through all records.
fn summed_up(page: &Compare, inputs: Inputs<'_>, readers: &[Annotator]) -> Arc<OverviewView> {
    let revision = inputs.lens.revision;
    let known = page.overview.borrow().clone().filter(|(then, _)| *then == revision);
    known.map_or_else(
        || {
            let found = Arc::new(overview::overview(inputs, readers));
            page.overview.replace(Some((revision, Arc::clone(&found))));
            found
        },
        |(_, found)| found,
    )
}
