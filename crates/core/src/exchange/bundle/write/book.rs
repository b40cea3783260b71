//! Versions of codebooks, and how codes of others are read, written.

use super::stamp;
use crate::{
    base::{
        id::{CodebookId, VersionId},
        map::Map,
    },
    codebook::{
        code::Code,
        mapping::{self, Maps, To},
    },
    json::{
        extra::{Extra, put},
        tree::{Json, MAX_DEPTH},
        writer::Writer,
    },
};
use std::sync::Arc;

/// Versions by id, each as the object that its id is the digest of.
pub(in crate::exchange::bundle) fn codebooks(versions: &Map<VersionId, Arc<str>>, to: &mut Writer) {
    if versions.is_empty() {
        return;
    }
    to.field("codebooks");
    to.object();
    for (version, content) in versions {
        if let Ok(content) = Json::parse_within(content, MAX_DEPTH) {
            to.field(version.as_str());
            to.value(&content);
        }
    }
    to.end_object();
}

/// Maps by codebook, as lists in the order of their codes; `extra` has their unknown fields.
pub(in crate::exchange::bundle) fn maps(maps: &Maps, extra: &Extra, to: &mut Writer) {
    if maps.is_empty() {
        return;
    }
    to.field("maps");
    to.object();
    let mut open: Option<&CodebookId> = None;
    for ((codebook, from), register) in maps {
        if open != Some(codebook) {
            if open.is_some() {
                to.end_list();
            }
            to.field(codebook.as_str());
            to.list();
            open = Some(codebook);
        }
        to.item();
        to.object();
        to.field("from");
        code(from, to);
        to.field("to");
        match &register.value {
            Some(To::Ours(ours)) => code(ours, to),
            Some(To::LeaveAlone) => to.flag(false),
            None => to.null(),
        }
        stamp(&register.stamp, to);
        let name = || mapping::bound(codebook, from, &register.stamp);
        // Most files have no unknown fields; the name need not be made then.
        put((!extra.is_empty()).then(|| extra.get(name().as_str())?.as_object()).flatten(), to);
        to.end_object();
    }
    if open.is_some() {
        to.end_list();
    }
    to.end_object();
}

fn code(code: &Code, to: &mut Writer) {
    to.object();
    match code {
        Code::Question(id) => to.text_field("question", id.as_str()),
        Code::Option(question, id) => {
            to.text_field("question", question.as_str());
            to.text_field("option", id.as_str());
        }
        Code::Theme(id) => to.text_field("theme", id.as_str()),
    }
    to.end_object();
}
