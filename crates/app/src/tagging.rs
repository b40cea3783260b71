//! Tagging: gestures on the current paragraph, undo and redo.

use crate::{
    effect::{Effect, Focus},
    env::Env,
    history::{Change, Step, Written},
    keymap::{Action, KeyPress},
    model::Model,
    msg::Msg,
    note,
    notice::ActionView,
    screen::Screen,
};
use postil_core::{
    article::opening,
    base::id::{ImportId, OptionId, ParagraphId, QuestionId, ThemeId},
    keep::{operation::Entry, store::Store},
    record::{
        Confidence, Record, Stance, Themes,
        edit::{self, Edit},
        register::Register,
        whose::Whose,
    },
};
use std::sync::Arc;

/// Does what a key stands for.
pub fn key_pressed(model: &mut Model, press: &KeyPress, env: &Env<'_>) {
    if model.dialogs.awaiting.is_some() {
        crate::lazy::pass(model, Msg::KeyPressed(press.clone()), env);
        return;
    }
    let head = model.key_head.take();
    let (action, open) = model.shared.keymap.action(press, head.as_deref(), model.shared.screen);
    model.key_head = open;
    let Some(action) = action else { return };
    let last = model.opened.texts.len().saturating_sub(1);
    let current = model.current;
    match action {
        Action::Next => go(model, current + 1, env),
        Action::Previous => go(model, current.saturating_sub(1), env),
        Action::NextOpen => next_open(model, true, env),
        Action::PreviousOpen => next_open(model, false, env),
        Action::First => go(model, 0, env),
        Action::Last => go(model, last, env),
        Action::Stance(option) => {
            let question = model.shared.codebook.questions.get(model.question);
            let fits = question.filter(|q| q.options.iter().any(|o| o.id == option)).map(|q| q.id.clone());
            if let Some(question) = fits {
                choose_stance(model, &question, &option, env);
            }
        }
        Action::NextQuestion => next_question(model),
        Action::Theme(theme) => toggle_theme(model, &theme, env),
        Action::NoneApplies => toggle_none(model, env),
        Action::FindTheme => model.shared.effects.push(Effect::Focus(Focus::ThemeFinder)),
        Action::Note => {
            if is_seen(model, env) {
                model.shared.effects.push(Effect::Focus(Focus::Note));
            }
        }
        Action::Confidence => next_confidence(model, env),
        Action::Search => {
            model.search.open = true;
            model.shared.effects.push(Effect::Focus(Focus::Search));
        }
        Action::Undo => step_history(model, false, env),
        Action::Redo => step_history(model, true, env),
        Action::Help => crate::update::open_dialog(model, crate::screen::DialogKind::Keys),
        Action::Turn(on) => {
            crate::update::class_happened(model, Arc::new(crate::discuss::msg::Msg::Stepped(on).into()), env);
        }
        // Whatever has the focus does it.
        Action::Inside => {}
    }
}

/// Makes a paragraph (index from 0) the current one and brings it into view with the focus.
pub fn go(model: &mut Model, index: usize, env: &Env<'_>) {
    let index = index.min(model.opened.texts.len().saturating_sub(1));
    make_current(model, index, env);
    model.shared.effects.push(Effect::Reveal(index, false));
    model.shared.effects.push(Effect::Focus(Focus::Paragraph(index)));
}

/// Makes a paragraph the current one; an open note of the one before is kept first.
pub fn make_current(model: &mut Model, index: usize, env: &Env<'_>) {
    if index >= model.opened.texts.len() {
        return;
    }
    let (section, _) = model.opened.places[index];
    model.drawn = model.drawn.max(section as usize + 1);
    if index == model.current {
        return;
    }
    note::keep(model, env);
    model.shared.touched.rows.extend([model.current, index]);
    model.current = index;
}

fn next_open(model: &mut Model, forward: bool, env: &Env<'_>) {
    let open = |index: &usize| !model.opened.marks[*index].answered;
    let found = if forward {
        (model.current + 1..model.opened.marks.len()).find(open)
    } else {
        (0..model.current).rev().find(open)
    };
    match found {
        Some(index) => go(model, index, env),
        None if model.opened.answered == model.opened.marks.len() => {
            model.shared.announce("Every paragraph is answered.");
        }
        None if forward => model.shared.announce("Every paragraph below is answered."),
        None => model.shared.announce("Every paragraph above is answered."),
    }
}

fn next_question(model: &mut Model) {
    let count = model.shared.codebook.questions.len();
    if count > 1 {
        show_question(model, (model.question + 1) % count);
        let prompt = Arc::clone(&model.shared.codebook.questions[model.question].prompt);
        model.shared.announce(prompt);
    } else {
        model.shared.announce("There is one question.");
    }
}

/// Makes a question the current one, by its place. Others' marks in the margin answer it.
pub fn show_question(model: &mut Model, place: usize) {
    if place < model.shared.codebook.questions.len() {
        model.question = place;
        model.shared.touched.all |= model.overlay != crate::screen::Overlay::Mine;
    }
}

/// Chooses an option for the current paragraph; the same again takes it back.
pub fn choose_stance(model: &mut Model, question: &QuestionId, option: &OptionId, env: &Env<'_>) {
    if !is_seen(model, env) {
        return;
    }
    let record = current_record(model);
    let edits = edit::choose_stance(&record, question, option);
    let label = model.shared.codebook.question(question).and_then(|q| q.options.iter().find(|o| o.id == *option));
    let word = label.map_or_else(|| option.to_shared(), |o| Arc::clone(&o.label));
    if !matches!(edits.first(), Some(Edit::Stance(_, None))) {
        gesture(model, &edits, &word, env);
        return;
    }
    gesture(model, &edits, &"no answer".into(), env);
    if model.shared.may_write() {
        // A second tap is easily made by mistake, and an empty row of answers says little.
        let paragraph = model.opened.texts.get(model.current).map_or("", |text| &text.label);
        let undo = ActionView { label: "Undo".into(), msg: Arc::new(Msg::UndoAsked) };
        model.shared.toast([paragraph, ": “", &word, "” is taken away."].concat(), Some(undo));
    }
}

/// Says how sure the annotator is; the same again takes it back. Nothing happens without an answer.
pub fn choose_confidence(model: &mut Model, question: &QuestionId, confidence: Confidence, env: &Env<'_>) {
    if !is_seen(model, env) {
        return;
    }
    let record = current_record(model);
    let Some(stance) = record.stance(question) else {
        model.shared.announce("Choose an answer first.");
        return;
    };
    let next = (stance.confidence != Some(confidence)).then_some(confidence);
    let stance = Stance { confidence: next, ..stance.clone() };
    let word = next.map_or("confidence taken back".to_owned(), |c| format!("confidence {}", c.word()));
    gesture(model, &[Edit::Stance(question.clone(), Some(stance))], &word.into(), env);
}

fn next_confidence(model: &mut Model, env: &Env<'_>) {
    let Some(question) = model.shared.codebook.questions.get(model.question).map(|q| q.id.clone()) else { return };
    let record = current_record(model);
    let stated = record.stance(&question).and_then(|s| s.confidence);
    // Low, medium, high, and then none again.
    let next = stated.map_or(Confidence::Low, |c| match c {
        Confidence::Low => Confidence::Medium,
        Confidence::Medium | Confidence::High => Confidence::High,
    });
    choose_confidence(model, &question, next, env);
}

/// Switches a theme on the current paragraph.
pub fn toggle_theme(model: &mut Model, theme: &ThemeId, env: &Env<'_>) {
    if !is_seen(model, env) {
        return;
    }
    let record = current_record(model);
    let edits = edit::toggle_theme(&record, theme);
    let label = model.shared.codebook.theme(theme).map_or_else(|| theme.to_shared(), |t| Arc::clone(&t.label));
    let on = matches!(edits.first(), Some(Edit::Theme(_, true)));
    let word = if on { label } else { format!("without {label}").into() };
    gesture(model, &edits, &word, env);
}

/// Switches "No theme applies".
pub fn toggle_none(model: &mut Model, env: &Env<'_>) {
    if !is_seen(model, env) {
        return;
    }
    let record = current_record(model);
    let word = if record.themes() == Themes::NoneApplies { "themes open again" } else { "no theme applies" };
    gesture(model, &edit::toggle_none(&record), &word.into(), env);
}

/// The active annotator's record of the current paragraph.
#[must_use]
pub fn current_record(model: &Model) -> Record {
    let paragraph = model.shared.paragraph_id(model.current);
    let record =
        paragraph.and_then(|p| model.shared.store().record(model.shared.article_id(), &model.shared.annotator, p));
    record.cloned().unwrap_or_default()
}

pub(super) fn gesture(model: &mut Model, edits: &[Edit], word: &Arc<str>, env: &Env<'_>) {
    let Some(paragraph) = model.shared.paragraph_id(model.current).cloned() else { return };
    let whose = Whose::from(&model.shared.annotator);
    edit_record(model, &whose, &paragraph, edits, word, env);
}

/// Whether the current paragraph is seen. If not, nothing may happen to it: it is brought back, and that is said.
pub(super) fn is_seen(model: &mut Model, env: &Env<'_>) -> bool {
    let seen = (env.in_sight)(model.current);
    if !seen {
        model.shared.effects.push(Effect::RevealIfLost(model.current));
        let label = model.opened.texts.get(model.current).map_or("", |text| &text.label);
        model.shared.toast([label, " was out of sight. Here it is; nothing was changed."].concat(), None);
    }
    seen
}

/// Edits a record as one gesture, which undo takes back.
pub fn edit_record(
    model: &mut Model,
    whose: &Whose,
    paragraph: &ParagraphId,
    edits: &[Edit],
    word: &str,
    env: &Env<'_>,
) {
    if !model.shared.may_write() {
        model.shared.announce("Nothing can be changed here now.");
        return;
    }
    let label = label(model, paragraph, word);
    let record = stored_record(model, whose, paragraph);
    let written = write(model, whose, paragraph, &record, edits, env);
    let change = Change::Edits { whose: whose.clone(), paragraph: paragraph.clone(), written };
    done(model, Arc::clone(&label), change);
    model.shared.say_when_saved(label);
}

/// What was done to a paragraph, in words: "Paragraph 3: supports".
#[must_use]
pub fn label(model: &Model, paragraph: &ParagraphId, word: &str) -> Arc<str> {
    match model.shared.article.index_of(paragraph) {
        Some(index) => [&model.opened.texts[index].label, ": ", word].concat().into(),
        None => word.into(),
    }
}

/// A record of the open article as it is stored.
#[must_use]
pub fn stored_record(model: &Model, whose: &Whose, paragraph: &ParagraphId) -> Record {
    model.shared.store().said(model.shared.article_id(), whose, paragraph).cloned().unwrap_or_default()
}

/// Notes a step of whoever is active.
pub fn done(model: &mut Model, label: Arc<str>, change: Change) {
    end_offer(model);
    let by = model.shared.annotator.clone();
    model.shared.history.entry(model.shared.article_id().clone()).or_default().done(Step { label, by, change });
}

/// An offer to undo is about the latest step, and ends when that is another one.
fn end_offer(model: &mut Model) {
    model
        .shared
        .toast
        .take_if(|toast| toast.action.as_ref().is_some_and(|action| matches!(*action.msg, Msg::UndoAsked)));
}

/// Writes edits of a record as their writer saw it, and returns what takes them back.
pub fn write(
    model: &mut Model,
    whose: &Whose,
    paragraph: &ParagraphId,
    record: &Record,
    edits: &[Edit],
    env: &Env<'_>,
) -> Vec<Written> {
    let article = model.shared.article_id().clone();
    let delta = edit::delta(record, edits, &mut model.shared.clock, env.now);
    let written = edits.iter().filter_map(|edit| {
        let (stamp, over) = (edit.stamp_in(&delta)?.clone(), edit.stamp_in(record).cloned());
        Some(Written { back: edit.inverse(record), stamp, over })
    });
    let written = written.collect();
    let mut newest = None;
    delta.each_stamp(|stamp| newest = Some(stamp.clone()));
    let mut store = Store::default();
    store.put(&article, whose, paragraph, &delta);
    let known = model.shared.store().articles.get(&article).is_some_and(|facts| facts.quotes.contains_key(paragraph));
    let index = model.shared.article.index_of(paragraph);
    if let Some(index) = index.filter(|_| !known) {
        let facts = store.articles.entry(article.clone()).or_default();
        facts.quotes.insert(paragraph.clone(), opening(&model.shared.article.text(index)));
    }
    if let Some(stamp) = newest {
        model.shared.introduce(&mut store, &stamp);
        let titled = model.shared.store().articles.get(&article).is_some_and(|facts| facts.title.is_some());
        if !titled {
            let facts = store.articles.entry(article).or_default();
            facts.title = Some(Register::new(Arc::clone(&model.shared.article.masthead.title), stamp));
        }
    }
    model.shared.keep(Entry::Change(store));
    if whose.annotator() == Some(&model.shared.annotator) {
        model.shared.unexported = crate::transfer::count_unexported(model);
    }
    model.shared.touched.rows.extend(index);
    written
}

/// Makes an import count or not, as one gesture.
pub fn switch_import(model: &mut Model, import: &ImportId, active: bool, label: &str, env: &Env<'_>) {
    if model.shared.may_write() {
        let change = write_switch(model, import.clone(), active, env);
        done(model, label.into(), change);
    }
}

/// Writes the switch of an import and returns what takes it back.
fn write_switch(model: &mut Model, import: ImportId, active: bool, env: &Env<'_>) -> Change {
    let over = model.shared.ledger.import_switched(&import).cloned();
    let stamp = model.shared.tick(env, over.as_ref());
    model.shared.keep(Entry::Switch { import: import.clone(), active: Register::new(active, stamp) });
    model.shared.touched.all = true;
    model.shared.unexported = crate::transfer::count_unexported(model);
    model.dialogs.imported.undone = !active;
    model.dialogs.imported.held = model.shared.ledger.is_held_elsewhere(&import);
    Change::Import { import, active: !active, over: false }
}

/// Ends the steps of imports that compaction has made part of the whole.
pub fn end_folded(model: &mut Model) {
    let ledger = &model.shared.ledger;
    model.shared.history.values_mut().for_each(|history| history.end(|import| ledger.import_counts(import).is_some()));
}

/// Takes back the latest step of whoever is active, or does the one last taken back again.
pub fn step_history(model: &mut Model, redo: bool, env: &Env<'_>) {
    // A note that is still open is the latest thing done: undo gives it back as it was typed, then takes it back. Its field
    // is left, since nothing is drawn into a field that somebody is in.
    let writing = model.visit.is_some() && model.shared.screen == Screen::Read;
    note::keep(model, env);
    if writing {
        model.shared.effects.push(Effect::Focus(Focus::ArticleAt(model.current)));
    }
    if !model.shared.may_write() {
        return;
    }
    end_offer(model);
    let (article, by) = (model.shared.article_id().clone(), model.shared.annotator.clone());
    let Some(step) = model.shared.history.entry(article.clone()).or_default().take(redo, &by) else {
        model.shared.announce(if redo { "Nothing to do again." } else { "Nothing to undo." });
        return;
    };
    let word = if redo { "Done again" } else { "Undone" };
    let (change, remark) = match step.change {
        Change::Edits { whose, paragraph, written } => {
            if let Some(index) = model.shared.article.index_of(&paragraph) {
                make_current(model, index, env);
                model.shared.effects.push(Effect::Reveal(index, false));
            }
            let all = written.len();
            let written = take_back(model, &whose, &paragraph, written, env);
            if written.is_empty() {
                let what = [if redo { "Not done again: " } else { "Not undone: " }, &step.label];
                model.shared.toast([&what.concat(), ". It was changed since, so it stays as it is."].concat(), None);
                return;
            }
            let moved_on = written.len() < all;
            let remark = if moved_on { ". What was changed since stays as it is." } else { "" };
            (Change::Edits { whose, paragraph, written }, remark)
        }
        Change::Import { over: true, .. } => {
            let why = if redo {
                " was taken back more than a day ago: import the file again instead."
            } else {
                " is more than a day old and cannot be taken back any more."
            };
            model.shared.toast(["The ", &step.label, why].concat(), None);
            return;
        }
        Change::Import { import, active, .. } => {
            let change = write_switch(model, import, active, env);
            let held = model.dialogs.imported.held;
            (change, if held { ". What another import brought as well stays." } else { "" })
        }
    };
    let said = [word, ": ", &step.label].concat();
    if remark.is_empty() && model.shared.screen == Screen::Read {
        model.shared.say_when_saved(said);
    } else {
        // On the other screens what is taken back may not be in sight.
        model.shared.toast([&said, remark].concat(), None);
    }
    model.shared.history.entry(article).or_default().put_back(Step { change, ..step }, redo);
}

/// Writes back what a step replaced, as far as what it wrote still stands. Returns what takes that back again.
fn take_back(
    model: &mut Model,
    whose: &Whose,
    paragraph: &ParagraphId,
    mut written: Vec<Written>,
    env: &Env<'_>,
) -> Vec<Written> {
    let article = model.shared.article_id().clone();
    let record = stored_record(model, whose, paragraph);
    let Some(latest) = written.iter().map(|w| &w.stamp).max().cloned() else { return written };
    written.retain(|w| w.stands(&record, &latest));
    if written.is_empty() {
        return written;
    }
    let edits: Vec<Edit> = written.iter().map(|w| w.back.clone()).collect();
    let anew = write(model, whose, paragraph, &record, &edits, env);
    let history = model.shared.history.entry(article).or_default();
    for (was, now) in written.iter().zip(&anew) {
        if let Some(over) = &was.over {
            history.renew(whose, paragraph, over, now);
        }
    }
    anew
}
