//! The store: everything that people said in this browser, and how two stores become one.
//!
//! A stored operation, an import and a snapshot are all stores too, small or large: state is the join of all of them, in
//! any order, any grouping, any number of times. `tests/it/laws.rs` holds the laws.

use super::here::{Here, alias};
use crate::{
    article::masthead::Described,
    base::{
        id::{AnnotatorId, ArticleId, ClassId, CodebookId, ParagraphId, ReplicaId},
        map::Map,
        order,
        register::{Register, join_option},
        stamp::Stamp,
    },
    codebook::{book::Book, mapping::Maps},
    json::extra::{self, Extra},
    record::{
        Layer, LayerKey, Record,
        decision::{Adjudication, Decisions},
        person::Persons,
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// What is known of an article beside its text, which lives elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFacts {
    /// The title with which it came, for lists of articles and in case the text is lost.
    pub title: Option<Arc<str>>,
    /// What was changed since of how it is described.
    pub described: Described,
    /// Which of its codebooks it is read with; the one that its text was stored with unless another took its place.
    pub codebook: Option<Register<CodebookId>>,
    /// The first words of the paragraphs that anybody said something of, so that annotations can be read even if the
    /// text is lost; the whole text of those that are not in the article.
    pub quotes: BTreeMap<ParagraphId, Arc<str>>,
    /// Unknown fields of imported files.
    pub extra: Extra,
}

/// People, layers, classes, and what belongs to this browser alone: all as registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Store {
    /// What is known of annotators.
    pub people: Persons,
    /// Facts by article.
    pub articles: Map<ArticleId, ArticleFacts>,
    /// What annotators said, by article.
    pub layers: Map<ArticleId, Map<LayerKey, Layer>>,
    /// What was edited in codebooks, by article. What a codebook was at first stands beside the article's text.
    pub books: Map<ArticleId, Map<CodebookId, Book>>,
    /// How codes of other codebooks are read, by article.
    pub maps: Map<ArticleId, Maps>,
    /// What classes settled on, by article.
    pub classes: Map<ArticleId, Map<ClassId, Decisions>>,
    /// What belongs to this browser alone. It is stored apart.
    pub here: Here,
}

impl ArticleFacts {
    fn join(&mut self, other: &Self) -> bool {
        let mut changed = self.described.join(&other.described);
        // Where it came twice, with two titles, the greater one settles it.
        if other.title > self.title {
            self.title.clone_from(&other.title);
            changed = true;
        }
        changed |= join_option(&mut self.codebook, other.codebook.as_ref());
        changed |= extra::join(&mut self.extra, &other.extra);
        for (paragraph, quote) in &other.quotes {
            // One paragraph id has one text, so the longer one has the other in it; the greater text settles a forged
            // difference.
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
            let mut books = self.books.remove(article).unwrap_or_default();
            books.values_mut().for_each(|book| book.let_go(until));
            books.retain(|_, book| !book.is_untouched());
            if !books.is_empty() {
                self.books.insert(article.clone(), books);
            }
            let mut maps = self.maps.remove(article).unwrap_or_default();
            maps.retain(|_, register| register.stamp > *until);
            if !maps.is_empty() {
                self.maps.insert(article.clone(), maps);
            }
            let mut classes = self.classes.remove(article).unwrap_or_default();
            classes.values_mut().for_each(|class| class.let_go(until));
            classes.retain(|_, class| !class.is_untouched());
            if !classes.is_empty() {
                self.classes.insert(article.clone(), classes);
            }
            if let Some(facts) = self.articles.get_mut(article) {
                let (layers, classes) = (self.layers.get(article), self.classes.get(article));
                let is_read = |id: &ParagraphId| {
                    layers.is_some_and(|all| all.values().any(|layer| layer.records.contains_key(id)))
                };
                let is_spoken_of =
                    |id: &ParagraphId| classes.is_some_and(|all| all.values().any(|class| class.speaks_of(id)));
                facts.quotes.retain(|paragraph, _| is_read(paragraph) || is_spoken_of(paragraph));
                facts.title = None;
                facts.described.retain(|_, r| r.stamp > *until);
                facts.codebook.take_if(|r| r.stamp <= *until);
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
        self.layers.values().flat_map(Map::keys).any(|key| key.annotator == *annotator)
    }

    /// Lets go of what is known of somebody, which `forgotten` has then.
    pub(crate) fn forget_name(&mut self, annotator: &AnnotatorId, forgotten: &mut Self) {
        if let Some(person) = self.people.remove(annotator) {
            forgotten.people.entry(annotator.clone()).or_default().join(&person);
        }
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
        self.people.is_empty()
            && self.articles.is_empty()
            && self.layers.is_empty()
            && self.classes.is_empty()
            && self.books.is_empty()
            && self.maps.is_empty()
            && self.here.is_empty()
    }

    /// The record of an annotator on a paragraph, as read in a round, if there is one.
    #[must_use]
    pub fn record(&self, article: &ArticleId, key: &LayerKey, paragraph: &ParagraphId) -> Option<&Record> {
        self.layer(article, key)?.records.get(paragraph)
    }

    /// A layer of an article, if there is one.
    #[must_use]
    pub fn layer(&self, article: &ArticleId, key: &LayerKey) -> Option<&Layer> {
        self.layers.get(article)?.get(key)
    }

    /// What annotators read in an article in a round. Layers of other rounds and kinds are counted nowhere.
    pub fn readings<'a>(
        &'a self,
        article: &ArticleId,
        round: u32,
    ) -> impl Iterator<Item = (&'a AnnotatorId, &'a Layer)> + use<'a> {
        let layers = self.layers.get(article).into_iter().flatten();
        layers
            .filter(move |(key, _)| key.is_reading() && key.round == round)
            .map(|(key, layer)| (&key.annotator, layer))
    }

    /// What a class said of an article; nothing where it never did.
    #[must_use]
    pub fn class(&self, article: &ArticleId, class: &ClassId) -> Option<&Decisions> {
        self.classes.get(article)?.get(class)
    }

    /// Puts edits of a codebook into this store.
    pub fn put_book(&mut self, article: &ArticleId, edits: &Book) {
        let books = self.books.entry(article.clone()).or_default();
        books.entry(edits.id.clone()).or_insert_with(|| Book::new(edits.id.clone())).join(edits);
    }

    /// The classes of an article, by id.
    pub fn classes_of<'a>(
        &'a self,
        article: &ArticleId,
    ) -> impl Iterator<Item = (&'a ClassId, &'a Decisions)> + use<'a> {
        self.classes.get(article).into_iter().flatten()
    }

    /// What a class said of a paragraph.
    #[must_use]
    pub fn adjudication<'a>(
        &'a self,
        article: &ArticleId,
        class: &ClassId,
        paragraph: &'a ParagraphId,
    ) -> Adjudication<'a> {
        self.class(article, class).map(|decisions| decisions.of(paragraph)).unwrap_or_default()
    }

    /// The articles of which anything was said.
    pub fn spoken_of(&self) -> impl Iterator<Item = &ArticleId> {
        let mut ids: Vec<&ArticleId> = self.layers.keys().chain(self.classes.keys()).collect();
        order::long(&mut ids, |a, b| a.cmp(b));
        ids.dedup();
        ids.into_iter()
    }

    /// Notes which writer wrote for an annotator.
    pub fn sign(&mut self, annotator: &AnnotatorId, replica: &ReplicaId) {
        self.people.entry(annotator.clone()).or_default().replicas.insert(replica.clone(), ());
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
        self.name_register(annotator).map_or_else(|| Arc::from(""), |r| Arc::clone(&r.value))
    }

    /// The same with its stamp, if there ever was one.
    #[must_use]
    pub fn name_register(&self, annotator: &AnnotatorId) -> Option<&Register<Arc<str>>> {
        self.people.get(annotator)?.name.as_ref()
    }

    /// Takes in an annotator's own name.
    pub fn put_name(&mut self, annotator: &AnnotatorId, name: Register<Arc<str>>) {
        self.people.entry(annotator.clone()).or_default().name = Some(name);
    }

    /// A setting's value, if it was ever set.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<&Arc<str>> {
        self.here.setting(name)
    }

    /// Merges another store. True when anything that a person could see changed.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut changed = self.join_tags(other);
        for (article, books) in &other.books {
            let here = self.books.entry(article.clone()).or_default();
            for (id, book) in books {
                changed |= here.entry(id.clone()).or_insert_with(|| Book::new(id.clone())).join(book);
            }
        }
        for (article, maps) in &other.maps {
            changed |= self.maps.entry(article.clone()).or_default().join(maps);
        }
        for (article, classes) in &other.classes {
            let here = self.classes.entry(article.clone()).or_default();
            for (id, class) in classes {
                changed |= here.entry(id.clone()).or_default().join(class);
            }
        }
        changed
    }

    /// The same of what tagging writes: people, what is known of articles, and layers, with what belongs to this browser
    /// alone. It is all that a first visit needs.
    pub(crate) fn join_tags(&mut self, other: &Self) -> bool {
        let mut changed = self.here.join(&other.here);
        for (id, person) in &other.people {
            let known = self.people.contains_key(id);
            changed |= self.people.entry(id.clone()).or_default().join(person) || !known;
        }
        for (id, facts) in &other.articles {
            changed |= self.articles.entry(id.clone()).or_default().join(facts);
        }
        for (article, layers) in &other.layers {
            let here = self.layers.entry(article.clone()).or_default();
            for (key, layer) in layers {
                changed |= here.entry(key.clone()).or_default().join(layer);
            }
        }
        changed
    }

    /// Puts the change of a record into this store, making the places on the way.
    pub fn put_record(&mut self, article: &ArticleId, key: &LayerKey, paragraph: &ParagraphId, delta: &Record) {
        let layers = self.layers.entry(article.clone()).or_default();
        let layer = layers.entry(key.clone()).or_default();
        layer.records.entry(paragraph.clone()).or_default().join(delta);
    }

    /// The same of what a class says.
    pub fn put_class(&mut self, article: &ArticleId, class: &ClassId, delta: &Decisions) {
        self.classes.entry(article.clone()).or_default().entry(class.clone()).or_default().join(delta);
    }

    /// Calls `visit` with every stamp in the store.
    pub fn each_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.each_shared_stamp(&mut visit);
        self.here.each_stamp(visit);
    }

    /// The same without what belongs to this browser alone.
    pub(crate) fn each_shared_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.each_tag_stamp(&mut visit);
        self.books.values().flat_map(Map::values).for_each(|book| book.each_stamp(&mut visit));
        self.maps.values().flat_map(Map::values).for_each(|register| visit(&register.stamp));
        self.classes.values().flat_map(Map::values).for_each(|class| class.each_stamp(&mut visit));
    }

    /// The same of what tagging writes.
    pub(crate) fn each_tag_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.people.values().for_each(|person| person.each_stamp(&mut visit));
        for facts in self.articles.values() {
            facts.described.values().for_each(|r| visit(&r.stamp));
            facts.codebook.iter().for_each(|r| visit(&r.stamp));
        }
        for layer in self.layers.values().flat_map(Map::values) {
            layer.records.values().for_each(|record| record.each_stamp(&mut visit));
        }
    }
}
