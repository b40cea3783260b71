//! A record, written.

use crate::{
    base::{
        id::{ParagraphId, VersionId},
        register::Register,
        stamp::Stamp,
    },
    json::{
        extra::{beside_values, kept, put},
        tree::Object,
        writer::Writer,
    },
    record::{Confidence, Evidence, Record, Supports, words::Reply},
};

/// A stamp, and the unknown fields that came with the value written under it.
fn stamped(record: &Record, place: &str, id: &str, stamp: &Stamp, to: &mut Writer) {
    let stamp = stamp.to_string();
    to.text_field("stamp", &stamp);
    put(kept(&record.extra, place, id, &stamp), to);
}

/// Writes a record; what was given under another version of the codebook than `usual` says so.
pub(super) fn record(
    paragraph: &ParagraphId,
    quote: Option<&str>,
    record: &Record,
    usual: Option<&VersionId>,
    to: &mut Writer,
) {
    to.object();
    to.text_field("paragraph", paragraph.as_str());
    to.text_field_if("quote", quote);
    if !record.stances.is_empty() {
        to.field("stances");
        to.object();
        for (question, register) in &record.stances {
            to.field(question.as_str());
            to.object();
            to.field("option");
            to.text_or_null(register.value.as_ref().map(|s| s.option.as_str()));
            let confidence = register.value.as_ref().and_then(|s| s.confidence);
            to.text_field_if("confidence", confidence.map(Confidence::word));
            under(register, usual, to);
            stamped(record, "stances", question.as_str(), &register.stamp, to);
            to.end_object();
        }
        to.end_object();
    }
    if !record.themes.is_empty() {
        to.field("themes");
        to.object();
        for (theme, register) in record.themes.iter() {
            to.field(theme.as_str());
            flag(record, "themes", theme.as_str(), register, usual, to);
        }
        to.end_object();
    }
    if let Some(register) = &record.none_applies {
        to.field("none_applies");
        flag(record, "none_applies", "-", register, usual, to);
    }
    if !record.note.is_untouched() {
        to.field("note");
        note(record, to);
    }
    if !record.evidence.is_empty() {
        to.field("evidence");
        to.object();
        for (id, register) in record.evidence.iter() {
            to.field(id.as_str());
            to.object();
            to.field("span");
            match &register.value {
                Some(evidence) => {
                    span(evidence, kept(&record.extra, "span", id.as_str(), &register.stamp), to);
                }
                None => to.null(),
            }
            stamped(record, "evidence", id.as_str(), &register.stamp, to);
            to.end_object();
        }
        to.end_object();
    }
    if !record.replies.is_empty() {
        to.field("replies");
        to.object();
        for (class, register) in &record.replies {
            to.field(class.as_str());
            to.object();
            to.field("reply");
            to.text_or_null(register.value.map(Reply::id));
            stamped(record, "replies", class.as_str(), &register.stamp, to);
            to.end_object();
        }
        to.end_object();
    }
    beside_values(&record.extra, to);
    to.end_object();
}

fn under<T>(register: &Register<T>, usual: Option<&VersionId>, to: &mut Writer) {
    if register.under.as_ref() != usual {
        to.field("codebook");
        to.text_or_null(register.under.as_ref().map(|version| version.as_str()));
    }
}

fn flag(record: &Record, place: &str, id: &str, register: &Register<bool>, usual: Option<&VersionId>, to: &mut Writer) {
    to.object();
    to.field("applies");
    to.flag(register.value);
    under(register, usual, to);
    stamped(record, place, id, &register.stamp, to);
    to.end_object();
}

fn note(record: &Record, to: &mut Writer) {
    let note = &record.note;
    to.object();
    to.field("texts");
    to.list();
    for text in &note.texts {
        to.item();
        to.object();
        to.text_field("text", &text.text);
        if text.private {
            to.field("private");
            to.flag(true);
        }
        stamped(record, "note", "text", &text.stamp, to);
        to.end_object();
    }
    to.end_list();
    to.field("seen");
    to.object();
    for (replica, (wall, counter)) in &note.seen {
        to.text_field(replica.as_str(), &format!("{wall}-{counter}"));
    }
    to.end_object();
    put(kept(&record.extra, "note", "-", &"-"), to);
    to.end_object();
}

fn span(evidence: &Evidence, unknown: Option<&Object<'_>>, to: &mut Writer) {
    to.object();
    for (name, number) in [("start", evidence.start), ("end", evidence.end)] {
        to.field(name);
        to.number(u64::from(number));
    }
    to.text_field("quote", &evidence.quote);
    to.text_field("prefix", &evidence.prefix);
    to.text_field("suffix", &evidence.suffix);
    match &evidence.supports {
        Supports::Stance(question, option) => {
            to.text_field("question", question.as_str());
            to.text_field_if("option", option.as_ref().map(|option| option.as_str()));
        }
        Supports::Theme(theme) => to.text_field("theme", theme.as_str()),
    }
    put(unknown, to);
    to.end_object();
}
