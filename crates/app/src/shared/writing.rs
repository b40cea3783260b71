//! Words on their way: a note that is being typed, drafts that were found, and how a draft is stored.

use postil_core::{
    base::{
        id::{AnnotatorId, ArticleId, ParagraphId},
        stamp::Stamp,
    },
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
    writer.text_field("annotator", note.whose.id());
    writer.text_field("article", note.article.as_str());
    writer.text_field("paragraph", note.paragraph.as_str());
    writer.text_field("text", &note.text);
    writer.end_object();
    writer.finish().into()
}

/// Reads one; its key is not in it.
pub(super) fn decode(value: &str) -> Option<FoundDraft> {
    let draft = Json::parse(value).ok()?;
    let text = |name: &str| draft.get(name)?.as_str().map(Arc::<str>::from);
    let annotator = text("annotator")?;
    Some(FoundDraft {
        key: "".into(),
        by: AnnotatorId::new(text("by").unwrap_or_else(|| Arc::clone(&annotator))),
        note: OpenNote {
            whose: AnnotatorId::new(annotator).into(),
            article: ArticleId::new(text("article")?),
            paragraph: text("paragraph")?.into(),
            text: text("text")?,
        },
    })
}
