//! What the Read page shows.

pub mod again;
pub mod article;
mod elsewhere;
mod end;
pub mod inspector;
mod marks;
mod others;
mod panel;
pub mod progress;
pub(crate) mod refresh;
mod rows;
mod rules;
pub mod search;
mod themes;

use self::{
    article::{ArticleView, Tick},
    inspector::{InspectorView, NoteView},
};
use std::sync::Arc;

/// What the Read page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The article, once one is open.
    pub article: Arc<ArticleView>,
    /// The overview strip, at most 240 ticks.
    pub overview: Arc<[Tick]>,
    /// The inspector of the current paragraph.
    pub inspector: Arc<InspectorView>,
}

impl View {
    /// A view of nothing, until the first refresh.
    #[must_use]
    pub fn empty() -> Self {
        let text = || Arc::<str>::from("");
        let note = NoteView { key: text(), text: text(), conflict: Vec::new(), private: false };
        Self {
            article: Arc::new(ArticleView {
                id: text(),
                title: text(),
                byline: Vec::new(),
                lang: text(),
                dir: "auto",
                sections: Arc::new([]),
                drawn: 0,
                overlay: None,
                asked: None,
                task: None,
                intro: None,
                end: Arc::default(),
            }),
            overview: Arc::new([]),
            inspector: Arc::new(InspectorView {
                index: 0,
                label: text(),
                has_previous: false,
                has_next: false,
                questions: Vec::new(),
                themes: Vec::new(),
                unknown_themes: Vec::new(),
                elsewhere: Vec::new(),
                held: None,
                none_applies: false,
                none_key: text(),
                confidence_key: text(),
                note_key: text(),
                find_key: text(),
                note,
                again: None,
                begins: false,
                goes_on: false,
                read_only: false,
            }),
        }
    }
}
