//! What was said of a paragraph under another codebook, and is nothing under this one.

use super::inspector::ElsewhereView;
use crate::{read::model::Read, shared::Shared};
use postil_core::{base::id::VersionId, codebook::resolve::Resolved};
use std::sync::Arc;

/// What whoever tags here said of the current paragraph under codebooks that are not this one, and that no map matches.
pub(super) fn elsewhere(read: &Read, shared: &Shared) -> Vec<ElsewhereView> {
    let resolver = &shared.readings.resolver;
    if resolver.is_identity() {
        return Vec::new();
    }
    let mut found: Vec<ElsewhereView> = Vec::new();
    let mut say = |under: Option<&VersionId>, words: Arc<str>| {
        let title = under.and_then(|under| shared.versions.get(under)).map(|codebook| Arc::clone(&codebook.title));
        let title = title.unwrap_or_default();
        match found.iter_mut().find(|view| view.title == title) {
            Some(view) => view.said.push(words),
            None => found.push(ElsewhereView { title, said: vec![words] }),
        }
    };
    let record = read.stored_record(shared);
    for (question, register) in &record.stances {
        let (Some(stance), under) = (&register.value, register.under.as_ref()) else { continue };
        if let Resolved::Foreign(_, (question, option)) = resolver.option(question, &stance.option, under) {
            let theirs = under.and_then(|under| shared.versions.get(under)?.question(question));
            say(under, theirs.map_or_else(|| option.to_shared(), |question| question.called(option)));
        }
    }
    for (theme, register) in record.themes.iter().filter(|(id, register)| register.value && record.has_theme(id)) {
        let under = register.under.as_ref();
        if let Resolved::Foreign(_, id) = resolver.theme(theme, under) {
            let theirs = under.and_then(|under| shared.versions.get(under));
            say(under, theirs.map_or_else(|| id.to_shared(), |codebook| codebook.called(id)));
        }
    }
    found
}
