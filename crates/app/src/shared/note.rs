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
    timer::Timer,
};
use postil_core::{
    base::stamp::Stamp,
    keep::{operation::Operation, store::Store},
    record::{
        Record,
        edit::{self, Edit},
        note::Note,
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
    let record = editing::stored_record(shared, &note.whose, &note.paragraph);
    let visit = shared.writing.visit.get_or_insert_with(|| Visit {
        whose: note.whose.clone(),
        paragraph: note.paragraph.clone(),
        seen: record.note.clone(),
        stored: None,
    });
    let same = note.text.trim() == &*joined(&visit.seen);
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
    let open = shared.writing.note.is_some();
    store(shared, env);
    if let Some(visit) = shared.writing.visit.take_if(|_| open && shared.writing.note.is_none()) {
        let word = if joined(&visit.seen).is_empty() { AWAY } else { KEPT };
        shared.say_when_saved(editing::label(shared, &visit.paragraph, word));
    }
    if shared.writing.note.is_none() {
        shared.writing.visit = None;
    }
}

const KEPT: &str = "note kept";
const AWAY: &str = "note taken away";

/// Writes a note, wherever its paragraph is: as a step of its own, or as more of the visit's.
pub fn write(shared: &mut Shared, note: &OpenNote, env: &Env<'_>) {
    let text = note.text.trim();
    let texts = if text.is_empty() { Vec::new() } else { vec![Arc::from(text)] };
    if note.article != *shared.article_id() {
        // A draft of another article: stored, without a step in this article's history.
        let record = shared.store().said(&note.article, &note.whose, &note.paragraph).cloned().unwrap_or_default();
        let delta = edit::delta(&record, &[Edit::Note(texts)], &mut shared.clock, env.now);
        let mut store = Store::default();
        store.put(&note.article, &note.whose, &note.paragraph, &delta);
        shared.keep(Operation::Change(store));
        return;
    }
    let word = if texts.is_empty() { AWAY } else { KEPT };
    let label = editing::label(shared, &note.paragraph, word);
    let mut visit = shared.writing.visit.take().filter(|v| v.whose == note.whose && v.paragraph == note.paragraph);
    let mut record = editing::stored_record(shared, &note.whose, &note.paragraph);
    if let Some(visit) = &visit {
        record.note = visit.seen.clone();
    }
    let written = editing::write(shared, &note.whose, &note.paragraph, &record, &[Edit::Note(texts)], env);
    let Some(now) = written.first() else { return };
    let (by, article) = (shared.annotator.clone(), shared.article_id().clone());
    let before = visit.as_ref().and_then(|visit| visit.stored.clone());
    let history = shared.history.entry(article).or_default();
    if !before.is_some_and(|before| history.extend(&by, &before, now, &label)) {
        let change =
            Change::Edits { whose: note.whose.clone(), paragraph: note.paragraph.clone(), written: written.clone() };
        editing::done(shared, label, change);
    }
    if let Some(visit) = &mut visit {
        visit.stored = Some(now.stamp.clone());
        visit.seen = seen(&visit.seen, now.stamp.clone(), text);
    }
    shared.writing.visit = visit;
}

/// What the writer of a text has seen: all that it replaced, and itself.
fn seen(before: &Note, stamp: Stamp, text: &str) -> Note {
    before.replaced_by(vec![postil_core::record::note::NoteText { stamp, text: text.into() }])
}

/// The stored note as one text.
#[must_use]
pub fn text(record: &Record) -> Arc<str> {
    joined(&record.note)
}

fn joined(note: &Note) -> Arc<str> {
    let mut texts = note.spoken();
    let first = texts.next().cloned().unwrap_or_else(|| "".into());
    texts.fold(first, |all, text| [&all, "\n\n", text].concat().into())
}
