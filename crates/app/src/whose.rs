//! Whose annotations a file holds, in words. Every sentence takes them from here.

use crate::strings::page as strings;
use postil_core::{base::script::isolated, exchange::bundle::Bundle, record::readers::People};
use std::sync::Arc;

/// Somebody whose name is not known, wherever people are named.
pub(crate) const NAMELESS: &str = strings::unnamed_person();

/// A name as it is shown in a sentence.
#[must_use]
pub fn shown(name: &str) -> String {
    if name.is_empty() { NAMELESS.into() } else { isolated(name) }
}

/// The people of a file.
#[must_use]
pub fn people(bundle: &Bundle) -> People {
    People::of(&bundle.people, &mut bundle.layers.iter(), &mut bundle.classes.values())
}

/// What is there of these people, each in a few words: "the answers of 2 people", "notes or replies by 1 other person".
#[must_use]
pub fn parts(people: &People) -> Vec<Arc<str>> {
    let mut parts = Vec::new();
    if people.coded > 0 {
        parts.push(strings::answers_of_people(people.coded).into());
    }
    if people.beside > 0 {
        parts.push(beside(people));
    }
    if people.programs > 0 {
        parts.push(strings::answers_of_programs(people.programs).into());
    }
    if people.decided {
        parts.push(strings::decisions().into());
    } else if people.counted {
        parts.push(strings::vote_counts().into());
    }
    parts
}

/// "notes or replies by 1 other person", where others are counted before them.
#[must_use]
pub fn beside(people: &People) -> Arc<str> {
    let n = people.beside;
    let notes = if people.coded > 0 { strings::notes_of_others(n) } else { strings::notes_of_people(n) };
    notes.into()
}

/// "this", "this and that", "this, that, and more".
#[must_use]
pub fn listed(parts: &[Arc<str>]) -> String {
    match parts {
        [one, two] => strings::both(one, two),
        [more @ .., last] if !more.is_empty() => strings::and_last(&more.join(", "), last),
        _ => parts.concat(),
    }
}
