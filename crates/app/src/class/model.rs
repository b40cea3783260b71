//! What the class's screens know.

use super::{lens::Lens, view::View};
use crate::{
    codebook::model::Editing,
    compare::model::Compare,
    decide::model::Decide,
    discuss::model::Discuss,
    lesson::{model::Lesson, subpage::SubPage},
    report::model::Reporting,
    screen::Screen,
};
use postil_core::{
    article::{Article, Masthead},
    base::id::ClassId,
    codebook::Codebook,
};
use std::sync::Arc;

/// Everything that the class's screens know.
pub(crate) struct Model {
    /// Through what everything is seen.
    pub(crate) lens: Lens,
    /// Compare.
    pub compare: Compare,
    /// The paragraph that is decided.
    pub decide: Decide,
    /// The discussion.
    pub discuss: Discuss,
    /// The report as far as it has been made.
    pub report: Reporting,
    /// The codebook.
    pub(crate) codebook: Editing,
    /// The lesson.
    pub(crate) lesson: Lesson,
    /// What is drawn.
    pub view: View,
    /// The article by its present title.
    pub article: Arc<Article>,
    /// What was followed last.
    pub(super) followed: Followed,
}

/// What is shared, as far as it was followed.
#[derive(Default)]
pub(super) struct Followed {
    /// The screen that was shown last.
    pub(super) screen: Screen,
    /// The codebook that is drawn with, once something is.
    pub(super) codebook: Option<Arc<Codebook>>,
    /// The class that was shown last, or that the first decision would make.
    pub(super) class: Option<ClassId>,
    /// How many versions of codebooks were known.
    pub(super) versions: usize,
    /// The state of what everyone said that is drawn here: a count of the ledger.
    pub(super) ledger: Option<u64>,
    /// Which page of Class the address named.
    pub(super) subpage: Option<SubPage>,
    /// The paragraph that could be decided, by its index.
    pub(super) deciding: Option<usize>,
    /// How often the page had another address, as far as was heard here.
    pub(super) addressed: u64,
}

impl Followed {
    /// A page of Class will be shown next by a way that says itself where on it one begins.
    pub(super) fn arrives_at(&mut self, page: SubPage) {
        (self.screen, self.subpage) = (Screen::Class, Some(page));
    }
}

impl Model {
    /// The screens as they open, before they were shown anything: the page had this address.
    #[must_use]
    pub(crate) fn at(address: &Arc<str>) -> Self {
        Self {
            lens: Lens::default(),
            compare: Compare::default(),
            decide: Decide::default(),
            discuss: Discuss::at(address),
            report: Reporting::default(),
            codebook: Editing::default(),
            lesson: Lesson::default(),
            view: View::default(),
            article: Arc::new(Article::new(Masthead::titled(""), Vec::new())),
            followed: Followed::default(),
        }
    }
}
