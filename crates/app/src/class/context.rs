//! What the class's screens see of what all pages share.

use crate::{
    env::Env,
    screen::Screen,
    shared::{
        Shared, assignment::is_asked, class_link::ClassLink, collected::Asking, lent::LentCodebooks,
        readings::Readings, worklist::Worklist,
    },
    when::Clock,
};
use postil_core::{
    article::Article,
    base::{
        id::{AnnotatorId, ClassId, CodebookId, ParagraphId, VersionId},
        map::Map,
    },
    codebook::{Codebook, book::Book, sample},
    exchange::example::is_made_up,
    keep::{beside::Apart, store::Store},
    record::{
        Layer, LayerKey, Record,
        decision::{Adjudication, Decisions},
    },
};
use std::sync::Arc;

/// What the class's screens see of what all pages share, at one moment.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The article, by its present title.
    pub article: &'a Arc<Article>,
    /// Its codebook.
    pub codebook: &'a Arc<Codebook>,
    /// The same as it is edited.
    pub book: &'a Arc<Book>,
    /// The version of what it says.
    pub version: &'a VersionId,
    /// What is known of other versions.
    pub versions: &'a Map<VersionId, Arc<Codebook>>,
    /// What was said, by whom, and the settings.
    pub store: &'a Store,
    /// Who tags in this browser now.
    pub annotator: &'a AnnotatorId,
    /// The class that is shown, if there is one.
    pub class: Option<&'a ClassId>,
    /// What people read, as it is shown.
    pub readings: &'a Readings,
    /// What of it whoever tags here said under an earlier rule.
    pub worklist: &'a Worklist,
    /// Codebooks of other articles.
    pub lent: &'a LentCodebooks,
    /// Files that came in and can still be answered.
    pub asking: &'a Asking,
    /// The link for the class, on its way.
    pub link: &'a ClassLink,
    /// True where the article was handed out to whoever tags here.
    pub is_asked: bool,
    /// The round whose readings are shown.
    pub round: u32,
    /// Minutes to add to UTC for the person's clock.
    pub utc_offset: i32,
    /// Milliseconds since 1970.
    pub now: u64,
    /// True when nothing can be changed now.
    pub locked: bool,
    /// True on a Mac.
    pub mac: bool,
    /// True when programs are counted like people.
    pub programs: bool,
    /// True while the example class is here.
    pub example: bool,
    /// The screen.
    pub screen: Screen,
    /// The page's address.
    pub address: &'a str,
}

impl<'a> Context<'a> {
    /// The person's clock.
    pub(crate) fn clock(self) -> Clock {
        Clock { now: self.now, utc_offset: self.utc_offset }
    }

    /// The layers that lie side by side: what those read in this round who belong to the class that is shown. Programs are among
    /// them where they are counted.
    pub(crate) fn readings(self) -> impl Iterator<Item = (&'a AnnotatorId, &'a Layer)> + use<'a> {
        self.everybody().filter(move |(id, _)| self.apart(id).is_none())
    }

    /// Why somebody is not counted; `None` where they are.
    #[must_use]
    pub(crate) fn apart(self, annotator: &AnnotatorId) -> Option<Apart> {
        self.readings.apart(annotator)
    }

    /// True when members were chosen for the class that is shown.
    #[must_use]
    pub(crate) fn has_members(self) -> bool {
        self.decisions().is_some_and(Decisions::has_members)
    }

    /// What everybody read in this round, whichever class they belong to, programs too.
    pub(crate) fn everybody(self) -> impl Iterator<Item = (&'a AnnotatorId, &'a Layer)> + use<'a> {
        let shown: Vec<(&AnnotatorId, &Layer)> = match self.readings.layers() {
            Some(layers) => layers.iter().collect(),
            None => self.store.readings(self.article.id(), self.round).collect(),
        };
        shown.into_iter()
    }

    /// What an annotator read in this round.
    #[must_use]
    pub(crate) fn layer(self, annotator: &AnnotatorId) -> Option<&'a Layer> {
        match self.readings.layers() {
            Some(layers) => layers.get(annotator),
            None => self.store.layer(self.article.id(), &LayerKey::reading(annotator.clone(), self.round)),
        }
    }

    /// True for codebooks that are not the one of this article, nor one that it was copied from.
    #[must_use]
    pub(crate) fn is_foreign(self, codebook: &CodebookId) -> bool {
        self.readings.resolver.is_foreign(codebook)
    }

    /// What the class that is shown settled on.
    #[must_use]
    pub(crate) fn decisions(self) -> Option<&'a Decisions> {
        let class = self.class?;
        self.readings.class(class).or_else(|| self.store.class(self.article.id(), class))
    }

    /// True when the example class could be brought in: it is about the open article.
    #[must_use]
    pub(crate) fn example_fits(self) -> bool {
        sample::is_sample(self.article.id())
    }

    /// What is shared, with the article by the title that it has now.
    #[must_use]
    pub(crate) fn of(shared: &'a Shared, article: &'a Arc<Article>, env: &Env<'_>) -> Self {
        // Its people are made up however they came in: by themselves, or in a file with others.
        let round = shared.round();
        let mut readings = shared.store().readings(shared.article_id(), round);
        let example = readings.any(|(id, layer)| is_made_up(id) && !layer.is_silent());
        Self {
            article,
            codebook: &shared.codebook,
            book: &shared.book,
            version: &shared.version,
            versions: &shared.versions,
            store: shared.store(),
            annotator: &shared.annotator,
            class: shared.class_id(),
            round,
            readings: &shared.readings,
            worklist: &shared.worklist,
            lent: &shared.lent,
            asking: &shared.asking,
            link: &shared.link,
            is_asked: is_asked(shared),
            utc_offset: env.utc_offset,
            now: env.now,
            locked: !shared.may_write(),
            mac: shared.keymap.mac,
            programs: shared.counts_programs(),
            example,
            screen: shared.screen,
            address: &shared.address,
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
        let record = self.paragraph(index).and_then(|id| self.layer(annotator)?.records.get(id));
        record.cloned().unwrap_or_default()
    }

    /// What the class said of a paragraph, by its index.
    #[must_use]
    pub(crate) fn adjudication(self, index: usize) -> Adjudication<'a> {
        self.paragraph(index).and_then(|id| Some(self.decisions()?.of(id))).unwrap_or_default()
    }

    /// True when something is decided, or settled in another way.
    #[must_use]
    pub(crate) fn is_anything_decided(self) -> bool {
        self.decisions().is_some_and(|decisions| !decisions.is_undecided())
    }
}
