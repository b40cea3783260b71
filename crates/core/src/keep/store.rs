//! The store: everything that people said in this browser, and how two stores become one.
//!
//! A stored operation, an import and a snapshot are all stores too, small or large: state is the join of all of them, in
//! any order, any grouping, any number of times. `tests/it/laws.rs` holds the laws.

use super::here::{Here, alias};
use crate::{
    base::{
        id::{AnnotatorId, ArticleId, ParagraphId},
        map::Map,
        order,
        register::{Register, Registers, join_option},
        stamp::Stamp,
    },
    json::extra::{self, Extra},
    record::{
        Layer, Record,
        decision::{Adjudication, Decisions, NAME},
        whose::{AGREED, Whose},
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// What is known of an article beside its text, which lives elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFacts {
    /// The title, in case the text is lost or the person renamed it.
    pub title: Option<Register<Arc<str>>>,
    /// The first words of the paragraphs that anybody said something of, so that annotations can be read even if the
    /// text is lost.
    pub quotes: BTreeMap<ParagraphId, Arc<str>>,
    /// Unknown fields of imported files.
    pub extra: Extra,
}

/// Annotators, layers, and what belongs to this browser alone: all as registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Store {
    /// Each annotator's own name.
    pub annotators: Registers<AnnotatorId, Arc<str>>,
    /// Facts by article.
    pub articles: Map<ArticleId, ArticleFacts>,
    /// What annotators said: layers by article and annotator.
    pub layers: Map<ArticleId, Map<AnnotatorId, Layer>>,
    /// What a class settled on, by article.
    pub decisions: Map<ArticleId, Decisions>,
    /// The name that decisions carry in files, as every layer has one.
    pub decisions_name: Option<Register<Arc<str>>>,
    /// What belongs to this browser alone. It is stored apart.
    pub here: Here,
}

impl ArticleFacts {
    fn join(&mut self, other: &Self) -> bool {
        let mut changed = join_option(&mut self.title, other.title.as_ref());
        changed |= extra::join(&mut self.extra, &other.extra);
        for (paragraph, quote) in &other.quotes {
            // One paragraph id has one text, so both sides agree; the greater text settles a forged difference.
            let place = self.quotes.entry(paragraph.clone()).or_insert_with(|| Arc::clone(quote));
            if *quote > *place {
                *place = Arc::clone(quote);
            }
        }
        changed
    }
}

impl Store {
    /// True while an article is removed from this device.
    #[must_use]
    pub fn is_gone(&self, article: &ArticleId) -> bool {
        self.here.is_gone(article)
    }

    /// Lets go of what was said of articles until they were removed from this device, by the stamps that `of` has: of each
    /// value for itself, so that it does not matter in which order the values come. What is said later stays.
    pub fn let_go(&mut self, of: &[(ArticleId, Stamp)]) {
        self.here.let_go(of);
        for (article, until) in of {
            let mut layers = self.layers.remove(article).unwrap_or_default();
            layers.values_mut().for_each(|layer| layer.let_go(until));
            layers.retain(|_, layer| !layer.records.is_empty());
            if !layers.is_empty() {
                self.layers.insert(article.clone(), layers);
            }
            let mut decisions = self.decisions.remove(article).unwrap_or_default();
            decisions.stored_mut().let_go(until);
            if !decisions.stored().records.is_empty() {
                self.decisions.insert(article.clone(), decisions);
            }
            if let Some(facts) = self.articles.get_mut(article) {
                let (layers, decisions) = (self.layers.get(article), self.decisions.get(article));
                let spoken = |paragraph: &ParagraphId| {
                    layers.is_some_and(|l| l.values().any(|layer| layer.records.contains_key(paragraph)))
                        || decisions.is_some_and(|decisions| decisions.stored().records.contains_key(paragraph))
                };
                facts.quotes.retain(|paragraph, _| spoken(paragraph));
                facts.title.take_if(|r| r.stamp <= *until);
                facts.extra.clear();
            }
        }
    }

    /// True for those who tag in this browser.
    #[must_use]
    pub fn tags_here(&self, annotator: &AnnotatorId) -> bool {
        self.here.has(annotator)
    }

    /// True when there is a layer of an annotator, on whichever article.
    #[must_use]
    pub(crate) fn has_layer_of(&self, annotator: &AnnotatorId) -> bool {
        self.layers.values().any(|layers| layers.contains_key(annotator))
    }

    /// Lets go of what somebody is called, which `forgotten` has then.
    pub(crate) fn forget_name(&mut self, annotator: &AnnotatorId, forgotten: &mut Self) {
        let name = self.annotators.remove(annotator).map(|name| (annotator.clone(), name));
        forgotten.annotators.join(&name.into_iter().collect());
        self.here.forget_name(annotator, &mut forgotten.here);
    }

    /// The articles that are removed from this device, and since when.
    #[must_use]
    pub fn gone(&self) -> Vec<(ArticleId, Stamp)> {
        self.here.gone()
    }

    /// True when it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.annotators.is_empty()
            && self.articles.is_empty()
            && self.layers.is_empty()
            && self.decisions.is_empty()
            && self.decisions_name.is_none()
            && self.here.is_empty()
    }

    /// The record of an annotator on a paragraph, if there is one.
    #[must_use]
    pub fn record(&self, article: &ArticleId, annotator: &AnnotatorId, paragraph: &ParagraphId) -> Option<&Record> {
        self.layers.get(article)?.get(annotator)?.records.get(paragraph)
    }

    /// The layer of an annotator on an article, if there is one.
    #[must_use]
    pub fn layer(&self, article: &ArticleId, annotator: &AnnotatorId) -> Option<&Layer> {
        self.layers.get(article)?.get(annotator)
    }

    /// What a class settled on in an article; nothing where it never did.
    #[must_use]
    pub fn decisions(&self, article: &ArticleId) -> Option<&Decisions> {
        self.decisions.get(article)
    }

    /// What a class said of a paragraph.
    #[must_use]
    pub fn adjudication(&self, article: &ArticleId, paragraph: &ParagraphId) -> Adjudication<'_> {
        self.decisions.get(article).map(|decisions| decisions.of(paragraph)).unwrap_or_default()
    }

    /// What somebody said of a paragraph as registers, for undo and notes, which treat all alike. What those of a class mean
    /// is said by its [`Adjudication`].
    #[must_use]
    pub fn said(&self, article: &ArticleId, whose: &Whose, paragraph: &ParagraphId) -> Option<&Record> {
        self.stored_layer(article, whose)?.records.get(paragraph)
    }

    /// A layer as it is stored: of an annotator, or the one that decisions are written as.
    pub(crate) fn stored_layer(&self, article: &ArticleId, whose: &Whose) -> Option<&Layer> {
        match whose {
            Whose::Annotator(id) => self.layer(article, id),
            Whose::Class => self.decisions.get(article).map(Decisions::stored),
        }
    }

    /// The same, made if there is none.
    pub(crate) fn stored_layer_mut(&mut self, article: &ArticleId, whose: &Whose) -> &mut Layer {
        match whose {
            Whose::Annotator(id) => self.layers.entry(article.clone()).or_default().entry(id.clone()).or_default(),
            Whose::Class => self.decisions.entry(article.clone()).or_default().stored_mut(),
        }
    }

    /// The articles of which anything was said.
    pub fn spoken_of(&self) -> impl Iterator<Item = &ArticleId> {
        let mut ids: Vec<&ArticleId> = self.layers.keys().chain(self.decisions.keys()).collect();
        order::long(&mut ids, |a, b| a.cmp(b));
        ids.dedup();
        ids.into_iter()
    }

    /// The layers of an article as they are stored, by their ids.
    pub(crate) fn stored_layers(&self, article: &ArticleId) -> Vec<(&str, &Layer)> {
        let layers = self.layers.get(article).into_iter().flatten();
        let mut all: Vec<(&str, &Layer)> = layers.map(|(id, layer)| (id.as_str(), layer)).collect();
        if let Some(decisions) = self.decisions.get(article) {
            let place = all.partition_point(|(id, _)| *id < AGREED);
            all.insert(place, (AGREED, decisions.stored()));
        }
        all
    }

    /// The change that gives decisions their name.
    #[must_use]
    pub fn naming_decisions(stamp: Stamp) -> Self {
        Self { decisions_name: Some(Register::new(NAME.into(), stamp)), ..Self::default() }
    }

    /// The names as they are stored, by their ids.
    pub(crate) fn stored_names(&self) -> impl Iterator<Item = (&str, &Register<Arc<str>>)> {
        let names = || self.annotators.iter().map(|(id, name)| (id.as_str(), name));
        let before = |(id, _): &(&str, &Register<Arc<str>>)| *id < AGREED;
        let decisions = self.decisions_name.iter().map(|name| (AGREED, name));
        names().take_while(before).chain(decisions).chain(names().skip_while(before))
    }

    /// What somebody is called in files.
    pub(crate) fn stored_name(&self, whose: &Whose) -> Option<&Register<Arc<str>>> {
        match whose {
            Whose::Annotator(id) => self.annotators.get(id),
            Whose::Class => self.decisions_name.as_ref(),
        }
    }

    /// Takes in what somebody is called in files.
    pub(crate) fn put_stored_name(&mut self, whose: &Whose, name: Register<Arc<str>>) {
        match whose {
            Whose::Annotator(id) => _ = self.annotators.insert(id.clone(), name),
            Whose::Class => self.decisions_name = Some(name),
        }
    }

    /// The name by which an annotator is shown here: one that was given in this browser, or else their own. Empty when
    /// neither is known.
    #[must_use]
    pub fn shown_name(&self, annotator: &AnnotatorId) -> Arc<str> {
        match self.setting(&alias(annotator)) {
            Some(alias) if !alias.is_empty() => Arc::clone(alias),
            _ => self.name(annotator),
        }
    }

    /// An annotator's own name, which stands in files; empty when it is not known.
    #[must_use]
    pub fn name(&self, annotator: &AnnotatorId) -> Arc<str> {
        self.annotators.get(annotator).map_or_else(|| Arc::from(""), |r| Arc::clone(&r.value))
    }

    /// A setting's value, if it was ever set.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<&Arc<str>> {
        self.here.setting(name)
    }

    /// Merges another store. True when anything that a person could see changed.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut changed = self.annotators.join(&other.annotators);
        changed |= join_option(&mut self.decisions_name, other.decisions_name.as_ref());
        changed |= self.here.join(&other.here);
        for (id, facts) in &other.articles {
            changed |= self.articles.entry(id.clone()).or_default().join(facts);
        }
        for (article, layers) in &other.layers {
            let here = self.layers.entry(article.clone()).or_default();
            for (annotator, layer) in layers {
                changed |= here.entry(annotator.clone()).or_default().join(layer);
            }
        }
        for (article, decisions) in &other.decisions {
            changed |= self.decisions.entry(article.clone()).or_default().join(decisions);
        }
        changed
    }

    /// Puts the change of a record into this store, making the places on the way.
    pub fn put_record(
        &mut self,
        article: &ArticleId,
        annotator: &AnnotatorId,
        paragraph: &ParagraphId,
        delta: &Record,
    ) {
        self.put(article, &annotator.into(), paragraph, delta);
    }

    /// The same of what a class says.
    pub fn put(&mut self, article: &ArticleId, whose: &Whose, paragraph: &ParagraphId, delta: &Record) {
        let layer = self.stored_layer_mut(article, whose);
        layer.records.entry(paragraph.clone()).or_default().join(delta);
    }

    /// Calls `visit` with every stamp in the store.
    pub fn each_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.each_shared_stamp(&mut visit);
        self.here.each_stamp(visit);
    }

    /// The same without what belongs to this browser alone.
    pub(crate) fn each_shared_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.annotators.values().chain(&self.decisions_name).for_each(|r| visit(&r.stamp));
        for facts in self.articles.values() {
            facts.title.iter().for_each(|r| visit(&r.stamp));
        }
        for layer in self.layers.values().flat_map(Map::values).chain(self.decisions.values().map(Decisions::stored)) {
            layer.records.values().for_each(|record| record.each_stamp(&mut visit));
        }
    }
}
