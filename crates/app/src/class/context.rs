//! What the class's screens see of what all pages share.

use crate::{env::Env, screen::Screen, shared::Shared};
use postil_core::{
    article::Article,
    base::id::{AnnotatorId, ParagraphId},
    codebook::Codebook,
    exchange::example::is_made_up,
    keep::store::Store,
    record::{Record, decision::Adjudication},
};
use std::sync::Arc;

/// What the class's screens see of what all pages share, at one moment.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The article, by its present title.
    pub article: &'a Arc<Article>,
    /// Its codebook.
    pub codebook: &'a Arc<Codebook>,
    /// What was said, by whom, and the settings.
    pub store: &'a Store,
    /// Who tags in this browser now.
    pub annotator: &'a AnnotatorId,
    /// Minutes to add to UTC for the person's clock.
    pub utc_offset: i32,
    /// Milliseconds since 1970.
    pub now: u64,
    /// True when nothing can be changed now.
    pub locked: bool,
    /// True on a Mac.
    pub mac: bool,
    /// True while the example class is here.
    pub example: bool,
    /// The screen.
    pub screen: Screen,
}

impl<'a> Context<'a> {
    /// What is shared, with the article by the title that it has now.
    #[must_use]
    pub(crate) fn of(shared: &'a Shared, article: &'a Arc<Article>, env: &Env<'_>) -> Self {
        // Its people are made up however they came in: by themselves, or in a file with others.
        let layers = shared.store().layers.get(shared.article_id());
        let example =
            layers.is_some_and(|layers| layers.iter().any(|(id, layer)| is_made_up(id) && !layer.is_silent()));
        Self {
            article,
            codebook: &shared.codebook,
            store: shared.store(),
            annotator: &shared.annotator,
            utc_offset: env.utc_offset,
            now: env.now,
            locked: !shared.may_write(),
            mac: shared.keymap.mac,
            example,
            screen: shared.screen,
        }
    }

    /// The id of a paragraph, by its index.
    #[must_use]
    pub(crate) fn paragraph(self, index: usize) -> Option<&'a ParagraphId> {
        self.article.paragraphs().get(index).map(|paragraph| &paragraph.id)
    }

    /// The record of an annotator on a paragraph, by its index; an empty one where nothing was said.
    #[must_use]
    pub(crate) fn record(self, annotator: &AnnotatorId, index: usize) -> Record {
        let record = self.paragraph(index).and_then(|id| self.store.record(self.article.id(), annotator, id));
        record.cloned().unwrap_or_default()
    }

    /// What the class said of a paragraph, by its index.
    #[must_use]
    pub(crate) fn adjudication(self, index: usize) -> Adjudication<'a> {
        self.paragraph(index).map(|id| self.store.adjudication(self.article.id(), id)).unwrap_or_default()
    }

    /// True when something is decided, or settled in another way.
    #[must_use]
    pub(crate) fn is_anything_decided(self) -> bool {
        self.store.decisions(self.article.id()).is_some_and(|decisions| !decisions.is_undecided())
    }
}
