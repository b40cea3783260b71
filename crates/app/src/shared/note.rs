//! Notes: kept while they are written. What is typed is a draft for a moment, and is stored after a pause, when the field is
//! left, and when the page is.
//!
//! All that is stored from coming into the field until leaving it is one visit, and one step of undo. A visit writes over
//! what its writer saw in the field, and over nothing else: a note that arrives meanwhile stays beside it.

use super::history::Change;
use crate::{
    effect::Effect,
    env::Env,
    shared::{
        Shared, editing,
        writing::{OpenNote, Visit},
    },
    strings::shared as strings,
    timer::Timer,
};
use postil_core::{
    base::stamp::Stamp,
    keep::rewrite::{Rewrite, Target},
    record::{
        decision::Adjudication,
        edit::Edit,
        note::{Note, NoteText, Words},
        whose::Whose,
    },
};
use std::sync::Arc;

/// After so long without a key the note is stored: a second, in milliseconds.
pub const PAUSE_MS: u32 = 1000;

/// Notes what was typed about a paragraph, of an annotator or of the class.
pub fn typed(shared: &mut Shared, note: OpenNote, env: &Env<'_>) {
    let elsewhere = |visit: &Visit| visit.whose != note.whose || visit.paragraph != note.paragraph;
    if shared.writing.visit.as_ref().is_some_and(elsewhere) {
        keep(shared, env);
    }
    let seen = as_it_stands(shared, &note);
    let visit = shared.writing.visit.get_or_insert_with(|| Visit {
        whose: note.whose.clone(),
        paragraph: note.paragraph.clone(),
        seen,
        stored: None,
    });
    let same = note.text.trim() == &*text(&visit.seen)
        && (note.text.trim().is_empty() || note.private == is_private(&visit.seen));
    let draft = (!same).then(|| super::writing::encode(&note, &shared.annotator));
    shared.writing.note = (!same).then_some(note);
    shared.effects.push(Effect::KeepDraft(draft));
    // Each key begins the pause anew; only the latest one counts.
    shared.writing.pause = shared.serial();
    shared.effects.push(Effect::Wait(Timer::Typing(shared.writing.pause), PAUSE_MS));
}

/// Nothing has been typed for a while, if this is the latest pause.
pub(crate) fn paused(shared: &mut Shared, pause: u64, env: &Env<'_>) {
    if pause == shared.writing.pause {
        store(shared, env);
    }
}

/// Stores the open note, if there is one. Its field is still being written in.
pub fn store(shared: &mut Shared, env: &Env<'_>) {
    let Some(note) = shared.writing.note.take() else { return };
    if !shared.may_write() {
        shared.writing.note = Some(note);
        return;
    }
    write(shared, &note, env);
    shared.effects.push(Effect::KeepDraft(None));
}

/// Stores the open note and ends the visit to its field.
pub fn keep(shared: &mut Shared, env: &Env<'_>) {
    field(shared, true, env);
    let open = shared.writing.note.is_some();
    store(shared, env);
    if let Some(visit) = shared.writing.visit.take_if(|_| open && shared.writing.note.is_none()) {
        let word = if text(&visit.seen).is_empty() { strings::note_removed() } else { strings::note_stored() };
        shared.say_when_saved(editing::label(shared, Some(&visit.paragraph), word));
    }
    if shared.writing.note.is_none() {
        shared.writing.visit = None;
    }
}

/// Stores what is being typed into a field of the codebook, if anything is; with `left` its field is left.
pub(crate) fn field(shared: &mut Shared, left: bool, env: &Env<'_>) {
    if let Some(services) = shared.services.filter(|_| shared.typing.is_some()) {
        (services.field)(shared, left, env);
    }
}

/// A note as it stands; what a class says is its sentence.
pub(super) fn as_it_stands(shared: &Shared, note: &OpenNote) -> Note {
    match &note.whose {
        Whose::Annotator(id) => editing::stored_record(shared, id, &note.paragraph).note,
        Whose::Class(id) => sentence(&shared.store().adjudication(&note.article, id, &note.paragraph)),
    }
}

/// The sentence of a class as a note.
fn sentence(said: &Adjudication<'_>) -> Note {
    let Some(stamp) = said.settled() else { return Note::default() };
    Note::default().replaced_by(vec![NoteText { stamp: stamp.clone(), text: said.sentence(), private: false }])
}

/// Writes a note, wherever its paragraph is: as a step of its own, or as more of the visit's.
pub fn write(shared: &mut Shared, note: &OpenNote, env: &Env<'_>) {
    let text = note.text.trim();
    let target = match &note.whose {
        Whose::Annotator(id) => Target::Record(shared.layer_in(&note.article, id), note.paragraph.clone()),
        Whose::Class(id) => Target::Class(id.clone(), note.paragraph.clone()),
    };
    let rewrites = rewrites(shared, note, text);
    if note.article != *shared.article_id() {
        editing::write(shared, &note.article, &target, &rewrites, None, env);
        return;
    }
    let word = if text.is_empty() { strings::note_removed() } else { strings::note_stored() };
    let label = editing::label(shared, Some(&note.paragraph), word);
    let mut visit = shared.writing.visit.take().filter(|v| v.whose == note.whose && v.paragraph == note.paragraph);
    let seen = visit.as_ref().map(|visit| visit.seen.clone());
    let written = editing::write(shared, &note.article, &target, &rewrites, seen.as_ref(), env);
    let Some(now) = written.first() else { return };
    let (by, article) = (shared.annotator.clone(), shared.article_id().clone());
    let before = visit.as_ref().and_then(|visit| visit.stored.clone());
    let history = shared.history.entry(article).or_default();
    if !before.is_some_and(|before| history.extend(&by, &before, now, &label)) {
        editing::done(shared, label, Change::Edits { target, written: written.clone() });
    }
    if let Some(visit) = &mut visit {
        visit.stored = Some(now.stamp.clone());
        visit.seen = seen_after(&visit.seen, now.stamp.clone(), note);
    }
    shared.writing.visit = visit;
}

/// What is written of a text that was typed.
fn rewrites(shared: &Shared, note: &OpenNote, text: &str) -> Vec<Rewrite> {
    match &note.whose {
        Whose::Annotator(_) => {
            let words = (!text.is_empty()).then(|| Words { text: text.into(), private: note.private });
            vec![Rewrite::Record(Edit::Note(words.into_iter().collect()), None)]
        }
        Whose::Class(id) => {
            let said = shared.store().adjudication(&note.article, id, &note.paragraph);
            said.says(&text.into()).into_iter().map(Rewrite::Class).collect()
        }
    }
}

/// True when the note is for its writer alone.
#[must_use]
pub fn is_private(note: &Note) -> bool {
    let mut texts = note.own().peekable();
    texts.peek().is_some() && texts.all(|text| text.private)
}

/// What the writer of a text has seen: all that it replaced, and itself.
fn seen_after(before: &Note, stamp: Stamp, note: &OpenNote) -> Note {
    before.replaced_by(vec![NoteText { stamp, text: note.text.trim().into(), private: note.private }])
}

/// A note as one text.
#[must_use]
pub fn text(note: &Note) -> Arc<str> {
    let mut texts = note.own().map(|t| &t.text);
    let first = texts.next().cloned().unwrap_or_else(|| "".into());
    texts.fold(first, |all, text| [&all, "\n\n", text].concat().into())
}
