//! Articles, layers and bundles for tests.

use postil_core::{
    article::{Article, Block, BlockKind, Masthead},
    base::{
        id::{AnnotatorId, ClassId},
        register::Register,
        stamp::{Clock, Stamp},
    },
    codebook::{Codebook, StanceOption, StanceQuestion, Theme, book::Book, sample},
    exchange::{
        bundle::{Bundle, write},
        import::Guard,
    },
    keep::{ledger::Ledger, operation::encode_snapshot, store::Store},
    record::{
        Layer, LayerKey, Record, Stance,
        decision::{self, Adjudication, ClassEdit, DecisionEdit, Decisions},
        edit::{Edit, delta},
        person::Person,
    },
};
use serde_json::{Value, json};
use std::sync::Arc;

/// A day in 2023, in milliseconds since 1970.
pub(crate) const NOW: u64 = 1_700_000_000_000;
/// The program that tests write files as.
pub(crate) const APP: &str = "Postil 0.1.0";

/// A reader who does not annotate, on that day.
pub(crate) fn reader() -> Guard<'static> {
    Guard { now: NOW, here: &|_| false, cache: None }
}

pub(crate) fn stamp(wall: u64, replica: &str) -> Stamp {
    Stamp { wall, counter: 0, replica: replica.into() }
}

/// An article with these paragraphs.
pub(crate) fn article(texts: &[&str]) -> Article {
    let blocks = texts.iter().map(|text| Block::new(BlockKind::Paragraph, *text));
    Article::new(Masthead::titled("A title"), blocks.collect())
}

pub(crate) fn book() -> Book {
    Book::of(&codebook(), &sample::stamp())
}

/// The sample's codebook with a question that fits any article.
pub(crate) fn codebook() -> Codebook {
    let mut codebook = sample::codebook();
    codebook.questions[0].target = "the main claim".into();
    codebook.questions[0].prompt = "What stance does the author take toward the main claim?".into();
    codebook.id = "any".into();
    codebook
}

/// One person at one tab, who annotates one article.
pub(crate) struct Desk {
    pub annotator: AnnotatorId,
    pub article: Article,
    pub codebook: Codebook,
    pub layer: Layer,
    pub clock: Clock,
    pub now: u64,
}

impl Desk {
    pub(crate) fn new(annotator: &str, article: &Article) -> Self {
        let clock = Clock::new(format!("tab-of-{annotator}").as_str().into());
        let (annotator, article) = (annotator.into(), article.clone());
        Self { annotator, article, codebook: codebook(), layer: Layer::default(), clock, now: NOW }
    }

    /// One gesture on the paragraph with this number.
    pub(crate) fn edit(&mut self, number: usize, edits: &[Edit]) -> &mut Self {
        let paragraph = self.article.paragraphs()[number - 1].id.clone();
        let record = self.layer.records.entry(paragraph).or_default();
        let delta = delta(record, edits, &mut self.clock, self.now);
        record.join(&delta);
        self.now += 1000;
        self
    }

    pub(crate) fn stance(&mut self, number: usize, option: &str) -> &mut Self {
        let stance = Stance { option: option.into(), confidence: None };
        self.edit(number, &[Edit::Stance("stance".into(), Some(stance))])
    }

    pub(crate) fn note(&mut self, number: usize, text: &str) -> &mut Self {
        self.edit(number, &[Edit::Note(vec![text.into()])])
    }

    pub(crate) fn bundle(&self) -> Bundle {
        let name = Register::new(Arc::from(format!("Reader {}", self.annotator)), stamp(NOW, "names"));
        let person = Person { name: Some(name), ..Person::default() };
        Bundle {
            people: [(self.annotator.clone(), person)].into(),
            layers: [(LayerKey::reading(self.annotator.clone(), 1), self.layer.clone())].into(),
            ..Bundle::bare(self.article.clone(), Book::of(&self.codebook, &sample::stamp()))
        }
    }

    pub(crate) fn file(&self) -> String {
        write(&self.bundle(), APP)
    }
}

/// The same file with a codebook as a list, as files of codebooks have it.
pub(crate) fn listed(file: &str, codebook: &Codebook) -> String {
    let option = |o: &StanceOption| json!({"id": o.id.as_str(), "label": &*o.label, "definition": &*o.definition});
    let question = |q: &StanceQuestion| {
        let options: Vec<Value> = q.options.iter().map(option).collect();
        json!({"id": q.id.as_str(), "holder": &*q.holder, "target": &*q.target, "prompt": &*q.prompt, "options": options})
    };
    let theme = |t: &Theme| {
        let [parent, merged_into] = [&t.parent, &t.merged_into].map(|id| id.as_ref().map(ToString::to_string));
        let mut theme = json!({"id": t.id.as_str(), "label": &*t.label, "definition": &*t.definition});
        theme["parent"] = json!(parent);
        theme["merged_into"] = json!(merged_into);
        theme
    };
    let mut value: Value = serde_json::from_str(file).expect("is JSON");
    value["codebook"] = json!({
        "id": codebook.id.as_str(),
        "title": &*codebook.title,
        "questions": codebook.questions.iter().map(question).collect::<Vec<_>>(),
        "themes": codebook.themes.iter().map(theme).collect::<Vec<_>>(),
    });
    value.to_string()
}

/// The class of a [`Hall`].
pub(crate) fn class() -> ClassId {
    "a-class".into()
}

/// The decisions of a class, as one program writes them.
pub(crate) struct Hall {
    pub(crate) article: Article,
    pub(crate) codebook: Codebook,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) now: u64,
}

impl Hall {
    pub(crate) fn new(article: &Article) -> Self {
        let clock = Clock::new("hall".into());
        Self { article: article.clone(), codebook: codebook(), store: Store::default(), clock, now: NOW }
    }

    /// One gesture on the paragraph with this number.
    pub(crate) fn edit(&mut self, number: usize, edit: &DecisionEdit) -> &mut Self {
        let version = self.codebook.version();
        let edits = self.of(number).edits(edit, Some(&version));
        self.write(number, &edits)
    }

    /// The same, given as what it writes.
    pub(crate) fn write(&mut self, number: usize, edits: &[ClassEdit]) -> &mut Self {
        let (article, paragraph) = (self.article.id(), &self.article.paragraphs()[number - 1].id);
        let class = self.store.class(article, &class()).cloned().unwrap_or_default();
        let delta = decision::delta(&class, paragraph, edits, &mut self.clock, self.now);
        self.store.put_class(article, &self::class(), &delta);
        self.now += 1000;
        self
    }

    pub(crate) fn of(&self, number: usize) -> Adjudication<'_> {
        self.store.adjudication(self.article.id(), &class(), &self.article.paragraphs()[number - 1].id)
    }

    pub(crate) fn decisions(&self) -> &Decisions {
        self.store.class(self.article.id(), &class()).expect("something is decided")
    }
}

/// What a person sees of a record.
pub(crate) fn seen(record: &Record) -> String {
    let stances: Vec<_> = record.stances.iter().filter_map(|(q, r)| Some((q, r.value.as_ref()?))).collect();
    let evidence: Vec<_> = record.evidence.iter().filter_map(|(id, r)| Some((id, r.value.as_ref()?))).collect();
    let notes: Vec<_> = record.note.spoken().collect();
    format!("{stances:?} {:?} {notes:?} {evidence:?}", record.themes())
}

/// The snapshots of all operations under these keys, as they are stored when imports that are old at `now` are folded.
pub(crate) fn snapshots(ledger: &Ledger, keys: &[Arc<str>], now: u64) -> Vec<(Arc<str>, Arc<str>)> {
    let mut folded = ledger.clone();
    folded.fold(now);
    let stored = folded.snapshots(keys, now, true);
    let stored = stored.iter().map(|snapshot| encode_snapshot(snapshot).expect("reads back"));
    stored.map(|(key, text)| (key, text.into())).collect()
}
