//! Words on their way: a note that is being typed, drafts that were found, and how a draft is stored.

use postil_core::{
    base::{
        id::{AnnotatorId, ArticleId, ClassId, ParagraphId},
        stamp::Stamp,
    },
    codebook::book::Item,
    json::{tree::Json, writer::Writer},
    record::{note::Note, whose::Whose},
};
use std::sync::Arc;

/// A note being typed, not stored yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenNote {
    /// Whose note it is.
    pub whose: Whose,
    /// In which article.
    pub article: ArticleId,
    /// At which paragraph.
    pub paragraph: ParagraphId,
    /// The words so far.
    pub text: Arc<str>,
    /// True when it is for its writer alone.
    pub private: bool,
}

/// The time from coming into a note's field until leaving it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Visit {
    /// Whose note.
    pub(super) whose: Whose,
    /// On which paragraph.
    pub(super) paragraph: ParagraphId,
    /// The note that the writer saw: as it was found, then as it was last stored from here.
    pub(super) seen: Note,
    /// The stamp of what was last stored from here.
    pub(super) stored: Option<Stamp>,
}

/// What is being typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Writing {
    /// The note, while it is not stored.
    pub note: Option<OpenNote>,
    /// The visit to its field.
    pub(crate) visit: Option<Visit>,
    /// The ticket of the latest pause.
    pub pause: u64,
}

/// A field of the codebook that is being written in.
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    /// Of what.
    pub(super) item: Item,
    /// Which field.
    pub(super) field: &'static str,
    /// The words so far.
    pub(super) text: Arc<str>,
    /// True while the text is not stored.
    pub(crate) dirty: bool,
    /// The stamp under which it was stored last.
    pub(super) stored: Option<Stamp>,
    /// Counts pauses in typing.
    pub(crate) pause: u64,
}

/// A note that was being typed when its page was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDraft {
    /// Where it is kept.
    pub key: Arc<str>,
    /// Who typed: for the class’s sentence, somebody else than whose note it is.
    pub by: AnnotatorId,
    /// The note.
    pub note: OpenNote,
}

/// The stored form of a draft that is being written by this person.
#[must_use]
pub(crate) fn encode(note: &OpenNote, by: &AnnotatorId) -> Arc<str> {
    let mut writer = Writer::compact();
    writer.object();
    writer.text_field("by", by.as_str());
    match &note.whose {
        Whose::Annotator(id) => writer.text_field("annotator", id.as_str()),
        Whose::Class(id) => writer.text_field("class", id.as_str()),
    }
    writer.text_field("article", note.article.as_str());
    writer.text_field("paragraph", note.paragraph.as_str());
    writer.text_field("text", &note.text);
    if note.private {
        writer.field("private");
        writer.flag(true);
    }
    writer.end_object();
    writer.finish().into()
}

/// Reads one; its key is not in it.
pub(super) fn decode(value: &str) -> Option<FoundDraft> {
    let draft = Json::parse(value).ok()?;
    let text = |name: &str| draft.get(name)?.as_str().map(Arc::<str>::from);
    let whose = match (text("annotator"), text("class")) {
        (Some(id), None) => Whose::Annotator(AnnotatorId::new(id)),
        (_, id) => Whose::Class(ClassId::new(id?)),
    };
    let by = text("by").map(AnnotatorId::new).or_else(|| whose.annotator().cloned())?;
    Some(FoundDraft {
        key: "".into(),
        by,
        note: OpenNote {
            whose,
            article: ArticleId::new(text("article")?),
            paragraph: text("paragraph")?.into(),
            text: text("text")?,
            private: draft.get("private") == Some(&Json::Bool(true)),
        },
    })
}
