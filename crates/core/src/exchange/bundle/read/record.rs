//! Reads a record. What cannot be read is reported and left out; the rest of the record stays.

use super::{Reader, is_word};
use crate::{
    article::Article,
    base::{
        id::{ParagraphId, ReplicaId, VersionId},
        order,
        register::Register,
        stamp::Stamp,
    },
    json::{
        extra::{bound, unknown},
        tree::{Json, Object},
    },
    record::{
        Confidence, Evidence, Record, Stance, Supports,
        note::{Note, NoteText},
        words::Reply,
    },
    strings::exchange as strings,
};
use std::sync::Arc;

/// The most texts of one note that are read. More than one stand only where writers did not know of each other.
const MAX_TEXTS: usize = 64;
const RECORD: [&str; 8] = ["paragraph", "quote", "stances", "themes", "none_applies", "note", "evidence", "replies"];
const SPAN: [&str; 8] = ["start", "end", "quote", "prefix", "suffix", "question", "option", "theme"];

/// The unknown fields of single values, by the names under which a record keeps them, in any order.
pub(super) type Beside = Vec<(Arc<str>, Json<'static>)>;

impl<'a> Reader<'a> {
    /// `usual` is the version of the codebook that counts where a register says nothing else.
    pub(super) fn record(
        &mut self,
        from: &'a Json<'a>,
        article: &Article,
        usual: Option<&VersionId>,
    ) -> Option<(ParagraphId, Record)> {
        let Some(object) = from.as_object() else { return self.skip(strings::record_not_object()) };
        let Some(paragraph) = from.get("paragraph").and_then(Json::as_str).filter(|id| is_word(id)) else {
            return self.skip(strings::record_of_no_paragraph());
        };
        let mut record = Record { extra: unknown(object, &RECORD), ..Record::default() };
        let (stances, replies) = (&mut record.stances, &mut record.replies);
        let (themes, evidence) = (&mut record.themes, &mut record.evidence);
        let beside = &mut Beside::new();
        self.each(object, "stances", |r, id, from, stamp| {
            let stance = match from.get("option") {
                Some(Json::Null) => None,
                Some(Json::Text(option)) if is_word(option) => {
                    Some(Stance { option: r.word(option).into(), confidence: r.confidence(from) })
                }
                _ => return r.skip(strings::option_not_id()),
            };
            keep(beside, from, &["option", "confidence", "codebook", "stamp"], || bound("stances", id, &stamp));
            let under = r.under(from, usual);
            stances.insert(r.word(id).into(), Register::new(stance, stamp).under(under));
            Some(())
        });
        self.each(object, "themes", |r, id, from, stamp| {
            let Some(applies) = from.get("applies").and_then(Json::as_bool) else {
                return r.skip(strings::applies_not_flag());
            };
            keep(beside, from, &["applies", "codebook", "stamp"], || bound("themes", id, &stamp));
            let under = r.under(from, usual);
            themes.insert(r.word(id).into(), Register::new(applies, stamp).under(under));
            Some(())
        });
        if let Some(from) = from.get("none_applies") {
            record.none_applies = self.field("none_applies", |r| {
                let (Some(applies), Some(stamp)) = (from.get("applies").and_then(Json::as_bool), r.stamp(from)) else {
                    return r.skip(strings::applies_missing());
                };
                keep(beside, from, &["applies", "codebook", "stamp"], || bound("none_applies", "-", &stamp));
                Some(Register::new(applies, stamp).under(r.under(from, usual)))
            });
        }
        if let Some(from) = from.get("note") {
            record.note = self.field("note", |r| r.note(from, beside)).unwrap_or_default();
        }
        self.each(object, "evidence", |r, id, from, stamp| {
            let value = match from.get("span") {
                Some(Json::Null) => None,
                Some(span) => match read_span(span) {
                    Some(evidence) => {
                        keep(beside, span, &SPAN, || bound("span", id, &stamp));
                        Some(evidence)
                    }
                    None => return r.skip(strings::span_incomplete()),
                },
                None => return r.skip(strings::span_missing()),
            };
            keep(beside, from, &["span", "stamp"], || bound("evidence", id, &stamp));
            evidence.insert(id.into(), Register::new(value, stamp));
            Some(())
        });
        self.each(object, "replies", |r, id, from, stamp| {
            let reply = match from.get("reply") {
                Some(Json::Null) => None,
                Some(Json::Text(reply)) if Reply::from_id(reply).is_some() => Reply::from_id(reply),
                _ => return r.skip(strings::unknown_reply()),
            };
            keep(beside, from, &["reply", "stamp"], || bound("replies", id, &stamp));
            replies.insert(r.word(id).into(), Register::new(reply, stamp));
            Some(())
        });
        record.extra.extend(std::mem::take(beside));
        let paragraph = article.paragraph(paragraph).map_or_else(|| paragraph.into(), |p| p.id.clone());
        Some((paragraph, record))
    }

    fn word(&mut self, word: &'a str) -> Arc<str> {
        let words = &mut self.words;
        let at = *self.word_at.entry(word).or_insert_with(|| {
            words.push(word.into());
            u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
        });
        words.get(at as usize).cloned().unwrap_or_else(|| word.into())
    }

    /// The version of the codebook that an object names.
    pub(super) fn version(&mut self, from: &'a Json<'a>) -> Option<VersionId> {
        let id = from.get("codebook")?.as_str().filter(|id| is_word(id))?;
        Some(self.word(id).into())
    }

    fn under(&mut self, from: &'a Json<'a>, usual: Option<&VersionId>) -> Option<VersionId> {
        if from.get("codebook").is_some() { self.version(from) } else { usual.cloned() }
    }

    pub(super) fn stamp(&mut self, from: &'a Json<'a>) -> Option<Stamp> {
        let (wall, counter, replica) = Stamp::parts(from.get("stamp")?.as_str()?).ok()?;
        Some(Stamp { wall, counter, replica: self.word(replica).into() }).filter(|stamp| stamp.may_travel(self.now))
    }

    /// Reads a map of registers, skipping what has no id or no stamp.
    pub(super) fn each(
        &mut self,
        object: &'a Object<'a>,
        name: &'a str,
        mut read: impl FnMut(&mut Self, &'a str, &'a Json<'a>, Stamp) -> Option<()>,
    ) {
        let Some(map) = object.get(name) else { return };
        self.field(name, |r| {
            let Some(map) = map.as_object() else {
                let _: Option<()> = r.skip(strings::must_be_object());
                return;
            };
            // In the order in which a record keeps them: a file may have thousands, and each would be put in between.
            for (key, from) in map.in_order() {
                r.field(key, |r| match r.stamp(from) {
                    Some(stamp) if is_word(key) => read(r, key, from, stamp),
                    _ => r.skip(strings::no_valid_time_or_id()),
                });
            }
        });
    }

    fn confidence(&mut self, stance: &Json<'_>) -> Option<Confidence> {
        match stance.get("confidence")? {
            Json::Null => None,
            word => word.as_str().and_then(Confidence::from_word).or_else(|| self.skip(strings::unknown_confidence())),
        }
    }

    fn note(&mut self, from: &'a Json<'a>, beside: &mut Beside) -> Option<Note> {
        let mut note = Note::default();
        let (Some(object), Some(texts)) = (from.as_object(), from.get("texts").and_then(Json::as_list)) else {
            return self.skip(strings::note_without_texts());
        };
        let mut all = Vec::with_capacity(texts.len());
        for from in texts {
            let (Some(words), Some(stamp)) = (from.get("text").and_then(Json::as_str), self.stamp(from)) else {
                return self.skip(strings::note_text_incomplete());
            };
            let private = from.get("private").and_then(Json::as_bool).unwrap_or(false);
            all.push((stamp, (words, private), from));
        }
        order::long(&mut all, |a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        all.dedup_by(|b, a| (&a.0, a.1) == (&b.0, b.1));
        let mut ahead = false;
        for (replica, at) in from.get("seen").and_then(Json::as_object).into_iter().flat_map(Object::in_order) {
            match format!("{}-{replica}", at.as_str().unwrap_or("")).parse::<Stamp>() {
                Ok(stamp) if stamp.may_travel(self.now) && !stamp.is_from_future(self.now) => note.see(&stamp),
                // Its own texts are known all the same, whatever their date.
                Ok(stamp) => ahead |= all.binary_search_by(|(said, ..)| said.cmp(&stamp)).is_err(),
                Err(_) => return self.skip(strings::note_time_unreadable()),
            }
        }
        if ahead {
            let _: Option<()> = self.skip(strings::note_ahead());
        }
        let mut fields = unknown(object, &["texts", "seen"]);
        let unread = all.split_off(all.len().min(MAX_TEXTS));
        if !unread.is_empty() {
            // Whoever has these texts in a note of their own must not lose them by merging with this one.
            // All in one go: each taken out alone would move all that come after it.
            let mut writers: Vec<&ReplicaId> = unread.iter().map(|(stamp, ..)| &stamp.replica).collect();
            order::long(&mut writers, Ord::cmp);
            note.seen.retain(|replica, _| writers.binary_search(&replica).is_err());
            fields.insert("unread".into(), Json::List(unread.iter().map(|(.., from)| from.keep()).collect()));
            let _: Option<()> = self.skip(strings::too_many_note_texts());
        }
        if !fields.is_empty() {
            beside.push((bound("note", "-", &"-").into(), fields.into()));
        }
        for (stamp, (words, private), from) in all {
            keep(beside, from, &["text", "private", "stamp"], || bound("note", "text", &stamp));
            note.texts.push(NoteText { stamp, text: words.into(), private });
        }
        note.settle();
        Some(note)
    }
}

/// Keeps the unknown fields of one value.
pub(super) fn keep(beside: &mut Beside, from: &Json<'_>, known: &[&str], name: impl FnOnce() -> String) {
    let Some(object) = from.as_object() else { return };
    let fields = unknown(object, known);
    if !fields.is_empty() {
        beside.push((name().into(), fields.into()));
    }
}

fn read_span(from: &Json<'_>) -> Option<Evidence> {
    let number = |name: &str| u32::try_from(from.get(name)?.as_u64()?).ok();
    let text = |name: &str| Some(from.get(name)?.as_str()?.into());
    let supports = match (from.get("question").and_then(Json::as_str), from.get("theme").and_then(Json::as_str)) {
        (Some(question), None) if is_word(question) => {
            let option = from.get("option").and_then(Json::as_str).filter(|option| is_word(option));
            Supports::Stance(question.into(), option.map(Into::into))
        }
        (None, Some(theme)) if is_word(theme) => Supports::Theme(theme.into()),
        _ => return None,
    };
    let (start, end) = (number("start")?, number("end")?);
    (start <= end).then_some(())?;
    Some(Evidence { start, end, quote: text("quote")?, prefix: text("prefix")?, suffix: text("suffix")?, supports })
}
