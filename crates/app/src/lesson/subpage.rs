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
    screen::{CHANGED, Screen},
    strings::lesson as strings,
};
use std::sync::Arc;

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubPage {
    /// What the class decides, paragraph by paragraph.
    Decide,
    /// What the agreed reading changes for whoever tags here, and what everybody replied.
    Changed,
}

impl SubPage {
    /// Both, in the order in which they are needed.
    pub const ALL: [Self; 2] = [Self::Decide, Self::Changed];

    /// Its address.
    #[must_use]
    pub fn route(self) -> &'static str {
        match self {
            Self::Decide => "#/class/decide",
            Self::Changed => CHANGED,
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
pub enum SubPageView {
    /// The paragraph that is decided, with the list of all and how many are settled.
    Decide(Arc<DecidePart>),
    /// What the agreed reading changes.
    Changed(Arc<ChangedView>),
}

impl SubPageView {
    /// Which page it is.
    #[must_use]
    pub fn page(&self) -> SubPage {
        match self {
            Self::Decide(_) => SubPage::Decide,
            Self::Changed(_) => SubPage::Changed,
        }
    }
}

/// The page as it is now.
#[must_use]
pub(crate) fn shown(page: SubPage, lesson: &Lesson, decided: &Decide, inputs: Inputs<'_>) -> SubPageView {
    match page {
        SubPage::Decide => SubPageView::Decide(Arc::new(decide::part(decided, inputs, &everybody(inputs)))),
        SubPage::Changed => {
            SubPageView::Changed(Arc::new(changed::changed(lesson.all_changes, inputs, &everybody(inputs))))
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
    alone.then_some(Intent::Visit(SubPage::Changed.route()))
}
