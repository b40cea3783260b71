//! Notes: kept while they are written. What is typed is a draft for a moment, and is stored after a pause, when the field is
//! left, and when the page is.
//!
//! All that is stored from coming into the field until leaving it is one visit, and one step of undo. A visit writes over
//! what its writer saw in the field, and over nothing else: a note that arrives meanwhile stays beside it.

use crate::{
    effect::Effect,
    env::Env,
    history::Change,
    model::{Model, OpenNote},
    tagging,
    timer::Timer,
};
use postil_core::{
    base::id::ParagraphId,
    keep::{operation::Entry, store::Store},
    record::{
        Record,
        edit::{self, Edit},
        note::Note,
        stamp::Stamp,
        whose::Whose,
    },
};
use std::sync::Arc;

/// After so long without a key the note is stored: a second, in milliseconds.
pub const PAUSE_MS: u32 = 1000;

/// The time from coming into a note's field until leaving it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Whose note.
    whose: Whose,
    /// On which paragraph.
    paragraph: ParagraphId,
    /// The note that the writer saw: as it was found, then as it was last stored from here.
    seen: Note,
    /// The stamp of what was last stored from here.
    stored: Option<Stamp>,
}

/// Notes what was typed about the current paragraph.
pub fn typed_here(model: &mut Model, text: Arc<str>, env: &Env<'_>) {
    let Some(paragraph) = model.shared.paragraph_id(model.current).cloned() else { return };
    let note = OpenNote {
        whose: (&model.shared.annotator).into(),
        article: model.shared.article_id().clone(),
        paragraph,
        text,
    };
    typed(model, note, env);
}

/// The same for a note on any paragraph of any layer.
pub fn typed(model: &mut Model, note: OpenNote, env: &Env<'_>) {
    let elsewhere = |visit: &Visit| visit.whose != note.whose || visit.paragraph != note.paragraph;
    if model.visit.as_ref().is_some_and(elsewhere) {
        keep(model, env);
    }
    let record = tagging::stored_record(model, &note.whose, &note.paragraph);
    let visit = model.visit.get_or_insert_with(|| Visit {
        whose: note.whose.clone(),
        paragraph: note.paragraph.clone(),
        seen: record.note.clone(),
        stored: None,
    });
    let same = note.text.trim() == &*joined(&visit.seen);
    let draft = (!same).then(|| crate::boot::encode_draft(&note, &model.shared.annotator));
    model.note = (!same).then_some(note);
    model.shared.effects.push(Effect::KeepDraft(draft));
    // Each key begins the pause anew; only the latest one counts.
    model.pause = model.shared.serial();
    model.shared.effects.push(Effect::Wait(Timer::Typing(model.pause), PAUSE_MS));
}

/// Nothing has been typed for a while, if this is the latest pause.
pub fn paused(model: &mut Model, pause: u64, env: &Env<'_>) {
    if pause == model.pause {
        store(model, env);
    }
}

/// Stores the open note, if there is one. Its field is still being written in.
pub fn store(model: &mut Model, env: &Env<'_>) {
    let Some(note) = model.note.take() else { return };
    if !model.shared.may_write() {
        model.note = Some(note);
        return;
    }
    write(model, &note, env);
    model.shared.effects.push(Effect::KeepDraft(None));
}

/// Stores the open note and ends the visit to its field.
pub fn keep(model: &mut Model, env: &Env<'_>) {
    let open = model.note.is_some();
    store(model, env);
    if let Some(visit) = model.visit.take_if(|_| open && model.note.is_none()) {
        let word = if joined(&visit.seen).is_empty() { AWAY } else { KEPT };
        model.shared.say_when_saved(tagging::label(model, &visit.paragraph, word));
    }
    if model.note.is_none() {
        model.visit = None;
    }
}

const KEPT: &str = "note kept";
const AWAY: &str = "note taken away";

/// Writes a note, wherever its paragraph is: as a step of its own, or as more of the visit's.
pub fn write(model: &mut Model, note: &OpenNote, env: &Env<'_>) {
    let text = note.text.trim();
    let texts = if text.is_empty() { Vec::new() } else { vec![Arc::from(text)] };
    if note.article != *model.shared.article_id() {
        // A draft of another article: stored, without a step in this article's history.
        let record =
            model.shared.store().said(&note.article, &note.whose, &note.paragraph).cloned().unwrap_or_default();
        let delta = edit::delta(&record, &[Edit::Note(texts)], &mut model.shared.clock, env.now);
        let mut store = Store::default();
        store.put(&note.article, &note.whose, &note.paragraph, &delta);
        model.shared.keep(Entry::Change(store));
        return;
    }
    let word = if texts.is_empty() { AWAY } else { KEPT };
    let label = tagging::label(model, &note.paragraph, word);
    let mut visit = model.visit.take().filter(|v| v.whose == note.whose && v.paragraph == note.paragraph);
    let mut record = tagging::stored_record(model, &note.whose, &note.paragraph);
    if let Some(visit) = &visit {
        record.note = visit.seen.clone();
    }
    let written = tagging::write(model, &note.whose, &note.paragraph, &record, &[Edit::Note(texts)], env);
    let Some(now) = written.first() else { return };
    let (by, article) = (model.shared.annotator.clone(), model.shared.article_id().clone());
    let before = visit.as_ref().and_then(|visit| visit.stored.clone());
    let history = model.shared.history.entry(article).or_default();
    if !before.is_some_and(|before| history.extend(&by, &before, now, &label)) {
        let change =
            Change::Edits { whose: note.whose.clone(), paragraph: note.paragraph.clone(), written: written.clone() };
        tagging::done(model, label, change);
    }
    if let Some(visit) = &mut visit {
        visit.stored = Some(now.stamp.clone());
        visit.seen = seen(&visit.seen, now.stamp.clone(), text);
    }
    model.visit = visit;
}

/// What the writer of a text has seen: all that it replaced, and itself.
fn seen(before: &Note, stamp: Stamp, text: &str) -> Note {
    before.replaced_by(vec![postil_core::record::note::NoteText { stamp, text: text.into() }])
}

/// Of several texts that met, keeps one.
pub fn resolve(model: &mut Model, text: Arc<str>, env: &Env<'_>) {
    if !tagging::is_seen(model, env) {
        return;
    }
    let texts = if text.trim().is_empty() { Vec::new() } else { vec![text] };
    tagging::gesture(model, &[Edit::Note(texts)], &"note chosen".into(), env);
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
