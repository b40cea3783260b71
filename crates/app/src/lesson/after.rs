//! What a class does once it has talked: pages of Class with addresses of their own.

use super::{
    changed::{self, ChangedView},
    model::Lesson,
};
use crate::{
    class::{annotators::everybody, lens::Inputs},
    decide::{
        model::Decide,
        view::{self as decide, DecidePart},
    },
    intent::Intent,
    screen::Screen,
    strings::lesson as strings,
};
use std::sync::Arc;

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// What the class decides, paragraph by paragraph.
    Decide,
    /// What the agreed reading changes for whoever tags here, and what everybody replied.
    Changed,
}

impl After {
    /// Both, in the order in which they are needed.
    pub const ALL: [Self; 2] = [Self::Decide, Self::Changed];

    /// Its address.
    #[must_use]
    pub fn route(self) -> &'static str {
        match self {
            Self::Decide => "#/class/decide",
            Self::Changed => "#/class/changed",
        }
    }

    /// The page that an address names, if it is one of these.
    #[must_use]
    pub(crate) fn at(address: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.route() == address)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Decide => strings::decide(),
            Self::Changed => strings::you_and_class(),
        }
    }
}

/// What such a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterView {
    /// The paragraph that is decided, with the list of all and how many are settled.
    Decide(Arc<DecidePart>),
    /// What the agreed reading changes.
    Changed(Arc<ChangedView>),
}

impl AfterView {
    /// Which page it is.
    #[must_use]
    pub fn page(&self) -> After {
        match self {
            Self::Decide(_) => After::Decide,
            Self::Changed(_) => After::Changed,
        }
    }
}

/// The page as it is now.
#[must_use]
pub(crate) fn after(page: After, lesson: &Lesson, decided: &Decide, inputs: Inputs<'_>) -> AfterView {
    match page {
        After::Decide => AfterView::Decide(Arc::new(decide::part(decided, inputs, &everybody(inputs)))),
        After::Changed => {
            AfterView::Changed(Arc::new(changed::changed(lesson.all_changes, inputs, &everybody(inputs))))
        }
    }
}

/// Whoever has opened a feedback file comes for what is in it: alone with an agreed reading, Compare leads there, once.
pub(crate) fn offer(page: &mut Lesson, inputs: Inputs<'_>) -> Option<Intent> {
    let context = inputs.context;
    if page.offered || context.screen != Screen::Compare || !context.is_anything_decided() {
        return None;
    }
    page.offered = true;
    let alone = everybody(inputs).iter().filter(|one| one.has_coded).count() < 2;
    alone.then_some(Intent::Visit(After::Changed.route()))
}
