//! The bundle, `*.postil.json`: the file that travels. `docs/bundle.md` describes it, `static/schema/bundle-1.json` is
//! its JSON Schema. This module writes it; [`self::read`] reads it.
//!
//! The same content gives the same bytes, whoever exports it and when: `exported.at` and `exported.by` are the time and
//! the author of the newest change in the file.

use self::assignment::Assignment;
use super::import::share::Said;
use crate::{
    article::{Article, BlockKind},
    base::{
        id::{AnnotatorId, ClassId, ParagraphId, VersionId},
        map::Map,
        stamp::Stamp,
        time::rfc3339,
    },
    codebook::{
        Codebook,
        book::{self, Book},
        content,
        mapping::Maps,
    },
    json::{
        extra::{Extra, beside, beside_values},
        writer::Writer,
    },
    record::{Layer, LayerKey, decision::Decisions, person::Persons, whose::Whose},
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

pub mod assignment;
pub mod read;
pub mod remembered;
mod write;

/// The version of the bundle that this program writes.
pub(crate) const VERSION: u64 = 1;
/// The media type of a bundle.
pub const MIME: &str = "application/json";

/// What a bundle is for, which says what it carries: `docs/bundle.md` has the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// What one annotator said.
    Own,
    /// Everything that is known of the article, to be kept or handed over.
    #[default]
    All,
    /// The same with private notes: a backup for whoever tags in a browser.
    Backup,
    /// Some of it, as somebody chose.
    Chosen,
    /// For one of a class: their own layers, what the class decided, and how many said what.
    Feedback,
    /// Everybody's layers under ids and names that tell nobody who it was.
    Pseudonymous,
    /// An article with its questions, to be read.
    Assignment,
    /// Something that a newer program makes.
    Other(Arc<str>),
}

impl Kind {
    /// All that this program makes, with the words that stand in files.
    const WORDS: [(Self, &'static str); 7] = [
        (Self::Own, "own"),
        (Self::All, "all"),
        (Self::Backup, "backup"),
        (Self::Chosen, "chosen"),
        (Self::Feedback, "feedback"),
        (Self::Pseudonymous, "pseudonymous"),
        (Self::Assignment, "assignment"),
    ];

    /// The word that stands in files.
    #[must_use]
    pub fn word(&self) -> &str {
        if let Self::Other(word) = self {
            return word;
        }
        Self::WORDS.iter().find(|(kind, _)| kind == self).map_or("all", |(_, word)| word)
    }

    /// What a word stands for.
    #[must_use]
    pub(crate) fn from_word(word: &str) -> Self {
        let known = Self::WORDS.into_iter().find(|(_, known)| *known == word);
        known.map_or_else(|| Self::Other(word.into()), |(kind, _)| kind)
    }
}

/// An article, its codebook, the layers of any number of annotators, and what classes settled on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// What it is for.
    pub kind: Kind,
    /// What a class is asked to do with it.
    pub assignment: Option<Assignment>,
    /// The article.
    pub article: Article,
    /// The codebook it was annotated with.
    pub book: Book,
    /// What that says.
    pub codebook: Codebook,
    /// What other versions said under which something in it was given, as far as they are known: their content, by version.
    pub versions: Map<VersionId, Arc<str>>,
    /// How codes of other codebooks are read with this one.
    pub maps: Maps,
    /// What is known of the annotators.
    pub people: Persons,
    /// What they said.
    pub layers: Map<LayerKey, Layer>,
    /// What classes settled on.
    pub classes: Map<ClassId, Decisions>,
    /// The whole text of paragraphs that are not in the article any more.
    pub unplaced: BTreeMap<ParagraphId, Arc<str>>,
    /// Unknown fields.
    pub extra: Extra,
}

impl Bundle {
    /// An article with its codebook, of which nothing was said yet.
    #[must_use]
    pub fn bare(article: Article, book: Book) -> Self {
        Self {
            kind: Kind::All,
            assignment: None,
            article,
            codebook: book.settle(),
            book,
            versions: Map::new(),
            maps: Maps::new(),
            people: Map::new(),
            layers: Map::new(),
            classes: Map::new(),
            unplaced: BTreeMap::new(),
            extra: Extra::new(),
        }
    }

    /// True when it holds the article and nothing that was said of it.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.layers.is_empty() && self.classes.is_empty()
    }

    /// What it asks a class to do: only a file of that kind does.
    #[must_use]
    pub fn asked(&self) -> Option<&Assignment> {
        self.assignment.as_ref().filter(|_| self.kind == Kind::Assignment)
    }

    /// The layer of what an annotator read in the first round.
    #[must_use]
    pub fn reading(&self, annotator: &str) -> Option<&Layer> {
        self.layers.get(&LayerKey::reading(annotator.into(), 1))
    }

    /// The name that an annotator gave themselves; empty where it is not known.
    #[must_use]
    pub fn name(&self, annotator: &AnnotatorId) -> Arc<str> {
        let name = self.people.get(annotator).and_then(|person| person.name.as_ref());
        name.map_or_else(|| "".into(), |name| Arc::clone(&name.value))
    }

    /// Every version of a codebook under which something in it was given.
    #[must_use]
    pub fn versions_named(&self) -> BTreeSet<&VersionId> {
        let mut named = BTreeSet::new();
        let records = self.layers.values().flat_map(|layer| layer.records.values());
        records.for_each(|record| record.each_version(|version| _ = named.insert(version)));
        named.extend(self.classes.values().flat_map(Decisions::versions));
        named
    }

    /// What the versions said that it knows of, that of its codebook among them.
    #[must_use]
    pub fn known_versions(&self) -> Vec<(VersionId, Arc<Codebook>)> {
        let own = (self.codebook.version(), Arc::new(self.codebook.clone()));
        let others = self
            .versions
            .iter()
            .filter_map(|(version, content)| Some((version.clone(), Arc::new(content::read(content, version).ok()?))));
        std::iter::once(own).chain(others).collect()
    }

    /// Those whose layers are in it, each once, in the order of their ids.
    #[must_use]
    pub fn annotators(&self) -> Vec<&AnnotatorId> {
        let mut all: Vec<&AnnotatorId> = self.layers.keys().map(|key| &key.annotator).collect();
        all.dedup();
        all
    }

    /// What it says, by whose words they are: annotators in the order of their ids, then classes.
    pub(super) fn parts(&self) -> Vec<(Whose, Said<'_>)> {
        let mut parts: Vec<(Whose, Said<'_>)> = Vec::new();
        for (key, layer) in &self.layers {
            let layer = (key.clone(), Cow::Borrowed(layer));
            match parts.last_mut() {
                Some((Whose::Annotator(id), Said::Layers(layers))) if *id == key.annotator => layers.push(layer),
                _ => parts.push((Whose::Annotator(key.annotator.clone()), Said::Layers(vec![layer]))),
            }
        }
        let classes =
            self.classes.iter().map(|(id, class)| (Whose::Class(id.clone()), Said::Class(Cow::Borrowed(class))));
        parts.extend(classes);
        parts
    }
}

/// The text of the bundle's file. `app` names the program and its version.
#[must_use]
pub fn write(bundle: &Bundle, app: &str) -> String {
    write_to(bundle, app, Writer::outline()) + "\n"
}

/// The same on one line, where every character counts.
#[must_use]
pub fn write_line(bundle: &Bundle, app: &str) -> String {
    write_to(bundle, app, Writer::compact())
}

fn write_to(bundle: &Bundle, app: &str, mut to: Writer) -> String {
    to.object();
    to.text_field("format", "postil");
    to.field("version");
    to.number(VERSION);
    to.text_field("kind", bundle.kind.word());
    if let Some(assignment) = &bundle.assignment {
        to.field("assignment");
        write::assignment(assignment, &mut to);
    }
    to.field("article");
    article(&bundle.article, &mut to);
    to.field("codebook");
    book::json::write(&bundle.book, &mut to);
    write::codebooks(&bundle.versions, &mut to);
    write::people(&bundle.people, &mut to);
    to.field("layers");
    to.list();
    for (key, layer) in &bundle.layers {
        to.item();
        write::layer(&bundle.article, key, layer, &mut to);
    }
    to.end_list();
    write::classes(&bundle.classes, &mut to);
    write::maps(&bundle.maps, &bundle.extra, &mut to);
    if !bundle.unplaced.is_empty() {
        to.field("unplaced");
        to.object();
        for (paragraph, text) in &bundle.unplaced {
            to.text_field(paragraph.as_str(), text);
        }
        to.end_object();
    }
    to.field("exported");
    exported(bundle, app, &mut to);
    beside_values(&bundle.extra, &mut to);
    to.end_object();
    to.finish()
}

fn article(article: &Article, to: &mut Writer) {
    let masthead = &article.masthead;
    to.object();
    to.text_field("id", article.id().as_str());
    to.text_field("title", &masthead.title);
    to.text_field_if("byline", masthead.byline.as_deref());
    to.text_field_if("source", masthead.source.as_deref());
    to.text_field_if("date", masthead.date.as_deref());
    to.text_field("language", &masthead.language);
    to.text_field("direction", masthead.direction.word());
    to.field("blocks");
    to.list();
    let mut paragraphs = article.paragraphs().iter();
    for block in article.blocks() {
        to.item();
        to.object();
        to.text_field("kind", block.kind.word());
        if let BlockKind::Heading(level) = block.kind {
            to.field("level");
            to.number(u64::from(level));
        } else if let Some(paragraph) = paragraphs.next() {
            to.text_field("id", paragraph.id.as_str());
        }
        to.text_field("text", &block.text);
        beside(&block.extra, to);
        to.end_object();
    }
    to.end_list();
    write::described(masthead, to);
    beside_values(&masthead.extra, to);
    to.end_object();
}

fn exported(bundle: &Bundle, app: &str, to: &mut Writer) {
    let mut newest: Option<(Stamp, Option<&AnnotatorId>)> = None;
    let mut see = |stamp: &Stamp, by| {
        if newest.as_ref().is_none_or(|(best, _)| stamp > best) {
            newest = Some((stamp.clone(), by));
        }
    };
    for (key, layer) in &bundle.layers {
        layer.records.values().for_each(|record| record.each_stamp(|stamp| see(stamp, Some(&key.annotator))));
    }
    bundle.classes.values().for_each(|class| class.each_stamp(|stamp| see(stamp, None)));
    to.object();
    to.field("at");
    to.text_or_null(newest.as_ref().and_then(|(stamp, _)| rfc3339(stamp.wall)).as_deref());
    to.field("by");
    to.text_or_null(newest.and_then(|(_, by)| by).map(|by| by.as_str()));
    to.text_field("app", app);
    to.end_object();
}
