//! By whom a part of a file is and what it changes, in words.

use crate::{shared::Shared, strings::files::verdicts as strings, whose::shown};
use postil_core::{
    base::{id::AnnotatorId, script::isolated},
    exchange::import::{
        Share,
        share::{apart, person},
    },
    record::whose::Whose,
};

/// So many annotators of a file are named one by one.
pub(super) const NAMED: usize = 3;

/// A name that stands in a file, as it is shown here: whoever was given another one in this browser goes by that.
pub(super) fn called(id: &AnnotatorId, name: &str, shared: &Shared) -> String {
    let store = shared.store();
    let is_apart = store.setting(&person(id, name)).is_some_and(|known| &**known == "apart");
    let id = if is_apart { apart(id, name) } else { id.clone() };
    if *store.name(&id) == *name { shown(&store.shown_name(&id)) } else { shown(name) }
}

pub(super) fn who(share: &Share, shared: &Shared) -> String {
    match &share.whose {
        Whose::Class(_) => strings::decisions(&of_class(share)),
        Whose::Annotator(id) => called(id, &share.name, shared),
    }
}

/// Which class it is, where the file says so: one may have several.
fn of_class(share: &Share) -> String {
    if share.name.is_empty() { String::new() } else { strings::of_class(&isolated(&share.name)) }
}

/// "3 answers of Ann", "1 note of Ann", "2 replies of Ann".
pub(super) fn changed(share: &Share, shared: &Shared) -> Vec<String> {
    let is_class = matches!(share.whose, Whose::Class(_));
    let name = if is_class { strings::the_decisions(&of_class(share)) } else { who(share, shared) };
    let changes = &share.changes;
    let of = |n: usize, said: fn(usize, &str) -> String| (n > 0).then(|| said(n, &name));
    let parts = [
        of(changes.answers, strings::answers_of),
        of(changes.notes, strings::notes_of),
        of(changes.replies, strings::replies_of),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() || is_class { of(changes.updated, strings::paragraphs_of).into_iter().collect() } else { parts }
}
