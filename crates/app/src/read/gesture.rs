//! What is said of the current paragraph: answers, how sure one is, themes, and the note.

use super::{model::Read, place};
use crate::shared::gesture::Gesture;
use crate::{
    effect::{Effect, Focus},
    env::Env,
    intent::Intent,
    msg::Msg,
    notice::ActionView,
    shared::{Shared, writing::OpenNote},
    strings::read as strings,
};
use postil_core::{
    article::search::fold,
    base::{
        id::{OptionId, QuestionId, ThemeId},
        register::Register,
    },
    codebook::code::Code,
    record::{
        Confidence, Stance, Themes,
        edit::{self, Edit},
        note::{NoteText, Words},
        progress::missing,
    },
};
use std::sync::Arc;

/// Chooses an option by its key, if the current question has it.
pub(crate) fn key_option(read: &mut Read, shared: &Shared, option: &OptionId, env: &Env<'_>) {
    let question = shared.posed.asked().get(read.question);
    let fits = question.filter(|q| q.options.iter().any(|o| o.id == *option)).map(|q| q.id.clone());
    if let Some(question) = fits {
        choose_stance(read, shared, &question, option, env);
    }
}

/// Chooses an option for the current paragraph; the same again takes it back.
pub fn choose_stance(read: &mut Read, shared: &Shared, question: &QuestionId, option: &OptionId, env: &Env<'_>) {
    if !is_seen(read, env) {
        return;
    }
    let record = read.record(shared);
    read.meaning.chosen = Some(Code::Question(question.clone()));
    let again = record.stance(question).is_some_and(|stance| stance.option == *option);
    let edits = if again { take_back(read, shared, question) } else { edit::choose_stance(&record, question, option) };
    let word = shared.codebook.question(question).map_or_else(|| option.to_shared(), |q| q.called(option));
    if !again {
        tag(read, shared, edits, word);
        return;
    }
    tag(read, shared, edits, strings::answer_removed());
    if shared.may_write() {
        // A second tap is easily made by mistake, and an empty row of answers says little.
        let paragraph = read.label();
        let undo = ActionView { label: strings::undo().into(), msg: Arc::new(Msg::UndoAsked) };
        read.toast(strings::is_removed(&paragraph, &word), Some(undo));
    }
}

/// The edits that take an answer back, with all that is shown as one to the same question: by a map, what was said to another.
fn take_back(read: &Read, shared: &Shared, question: &QuestionId) -> Vec<Edit> {
    let resolver = &shared.readings.resolver;
    let same = |(id, r): &(&QuestionId, &Register<Option<Stance>>)| {
        let option = r.value.as_ref().map(|stance| &stance.option);
        let shown = option.and_then(|option| resolver.option(id, option, r.under.as_ref()).ours());
        shown.is_some_and(|(shown, _)| shown == question)
    };
    let stored = read.stored_record(shared);
    stored.stances.iter().filter(same).map(|(id, _)| Edit::Stance(id.clone(), None)).collect()
}

/// Says how sure the annotator is; the same again takes it back. Nothing happens without an answer.
pub(crate) fn choose_confidence(
    read: &mut Read,
    shared: &Shared,
    question: &QuestionId,
    confidence: Confidence,
    env: &Env<'_>,
) {
    if !is_seen(read, env) {
        return;
    }
    let record = read.record(shared);
    let Some(stance) = record.stance(question) else {
        read.announce(strings::choose_answer_first());
        return;
    };
    let next = (stance.confidence != Some(confidence)).then_some(confidence);
    let stance = Stance { confidence: next, ..stance.clone() };
    let word = next.map_or(strings::confidence_removed().to_owned(), |c| strings::confidence(c.word()));
    tag(read, shared, vec![Edit::Stance(question.clone(), Some(stance))], word);
}

/// Says the next degree of confidence.
pub(crate) fn next_confidence(read: &mut Read, shared: &Shared, env: &Env<'_>) {
    let Some(question) = shared.posed.asked().get(read.question).map(|q| q.id.clone()) else { return };
    let record = read.record(shared);
    let stated = record.stance(&question).and_then(|s| s.confidence);
    // Low, medium, high, and then none again.
    let next = stated.map_or(Confidence::Low, |c| match c {
        Confidence::Low => Confidence::Medium,
        Confidence::Medium | Confidence::High => Confidence::High,
    });
    choose_confidence(read, shared, &question, next, env);
}

/// Switches a theme on the current paragraph.
pub fn toggle_theme(read: &mut Read, shared: &Shared, theme: &ThemeId, env: &Env<'_>) {
    if !is_seen(read, env) {
        return;
    }
    read.meaning.chosen = Some(Code::Theme(theme.clone()));
    let (stored, on) = (read.stored_record(shared), !read.record(shared).has_theme(theme));
    let edits = if on {
        edit::switch_theme(&stored, theme, true)
    } else {
        // All that is shown as it goes with it: what went into it, and what is it by a map.
        let resolver = &shared.readings.resolver;
        let same = |(id, r): &(&ThemeId, &Register<bool>)| r.value && resolver.shown(id, r.under.as_ref()) == *theme;
        stored.themes.iter().filter(same).map(|(id, _)| Edit::Theme(id.clone(), false)).collect()
    };
    let label = shared.codebook.called(theme);
    let word = if on { label } else { strings::theme_removed(&label).into() };
    tag(read, shared, edits, word);
}

/// Makes a theme with this name and chooses it; one that goes by the name already is chosen.
pub(crate) fn make_theme(read: &mut Read, shared: &Shared, name: &str, env: &Env<'_>) {
    let name = name.trim();
    if name.is_empty() || !is_seen(read, env) {
        return;
    }
    let mut offered = shared.codebook.offered();
    if let Some(theme) = offered.find(|theme| fold(&theme.label) == fold(name)) {
        if !read.record(shared).has_theme(&theme.id) {
            toggle_theme(read, shared, &theme.id, env);
        }
        return;
    }
    if let Some(paragraph) = shared.paragraph_id(read.current) {
        read.intents.push(Intent::Codebook(Gesture::Theme(paragraph.clone(), name.into())));
    }
}

/// Keeps the note from others, or lets them have it.
pub(crate) fn keep_private(read: &mut Read, shared: &Shared, private: bool, env: &Env<'_>) {
    if !is_seen(read, env) {
        return;
    }
    read.private = Some((read.current, private));
    let record = read.record(shared);
    let words: Vec<Words> = record.note.own().map(|t| Words { text: Arc::clone(&t.text), private }).collect();
    let typed = shared.writing.note.as_ref().filter(|note| Some(&note.paragraph) == shared.paragraph_id(read.current));
    if let Some(note) = typed {
        read.intents.push(Intent::Typed(OpenNote { private, ..note.clone() }));
        read.intents.push(Intent::KeepWords);
    } else if !words.is_empty() {
        let word = if private { strings::note_made_private() } else { strings::note_for_others() };
        tag(read, shared, vec![Edit::Note(words)], word);
    }
}

/// Switches "No theme applies".
pub fn toggle_none(read: &mut Read, shared: &Shared, env: &Env<'_>) {
    if !is_seen(read, env) {
        return;
    }
    let record = read.record(shared);
    let none = record.themes() == Themes::NoneApplies;
    let word = if none { strings::themes_not_answered() } else { strings::no_theme_applies() };
    tag(read, shared, edit::toggle_none(&read.stored_record(shared)), word);
}

/// Of several texts that met, keeps one.
pub(crate) fn resolve_note(read: &mut Read, shared: &Shared, text: Arc<str>, env: &Env<'_>) {
    if !is_seen(read, env) {
        return;
    }
    let private = |words: &NoteText| words.private && words.text == text;
    let private = read.record(shared).note.own().any(private);
    let texts = if text.trim().is_empty() { Vec::new() } else { vec![Words { text, private }] };
    tag(read, shared, vec![Edit::Note(texts)], strings::note_chosen());
}

/// Words were typed into the note on the current paragraph.
pub(crate) fn type_note(read: &mut Read, shared: &Shared, text: Arc<str>) {
    let Some(paragraph) = shared.paragraph_id(read.current).cloned() else { return };
    let (whose, article) = ((&shared.annotator).into(), shared.article_id().clone());
    let private = read.is_private(shared);
    read.intents.push(Intent::Typed(OpenNote { whose, article, paragraph, text, private }));
}

/// Goes to the note's field.
pub(crate) fn seek_note(read: &mut Read, env: &Env<'_>) {
    if is_seen(read, env) {
        read.act(Effect::Focus(Focus::Note));
    }
}

/// Asks for edits of the current paragraph, as one gesture of the active annotator.
pub(super) fn tag(read: &mut Read, shared: &Shared, edits: Vec<Edit>, word: impl Into<Arc<str>>) {
    if let Some(paragraph) = shared.paragraph_id(read.current).cloned() {
        read.goes_on = shared.goes_on() && !read.again && missing(&read.record(shared), &shared.posed).is_some();
        read.intents.push(Intent::Tag { paragraph, edits, word: word.into() });
    }
}

/// Goes on to the next paragraph, where that is to come by itself, once the last thing that was missing of this one is said.
pub(super) fn go_on(read: &mut Read, shared: &Shared) {
    if std::mem::take(&mut read.goes_on)
        && missing(&read.record(shared), &shared.posed).is_none()
        && read.current < read.last()
    {
        place::make_current(read, read.current + 1);
        read.act(Effect::Reveal(read.current, false));
    }
}

/// Whether the current paragraph is seen. If not, nothing may happen to it: it is brought back, and that is said.
pub(super) fn is_seen(read: &mut Read, env: &Env<'_>) -> bool {
    let seen = (env.in_sight)(read.current);
    if !seen {
        read.act(Effect::RevealIfLost(read.current));
        let label = read.label();
        read.toast(strings::off_screen(&label), None);
    }
    seen
}
