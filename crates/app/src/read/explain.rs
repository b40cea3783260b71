//! Explains what a code means, and shows the paragraphs that the annotator gave it last.
//!
//! They are looked for when a card is opened, and not while one reads: that goes through everything one said of the article.

use super::{meaning::Offered, model::Read, view::inspector::LatestView};
use crate::{
    effect::Effect,
    env::Env,
    intent::Intent,
    shared::{Shared, gesture::Gesture},
    strings::read as strings,
};
use postil_core::{
    article::beginning,
    base::{
        id::{QuestionId, ThemeId},
        stamp::Stamp,
    },
    codebook::code::Code,
    record::Record,
};
use std::sync::Arc;

/// How many paragraphs are shown.
const SHOWN: usize = 3;

/// The id of the button that opens a theme’s card.
#[must_use]
pub(crate) fn theme_button(theme: &ThemeId) -> String {
    format!("meaning-{theme}")
}

/// The id of the button that opens the card of a question’s answers.
#[must_use]
pub(crate) fn question_button(question: &QuestionId) -> String {
    format!("answers-{question}")
}

/// Opens the card of what was chosen last for this paragraph; where nothing was, of a theme that it has, or of the question.
pub(crate) fn asked(read: &mut Read, shared: &Shared) {
    let record = read.record(shared);
    let known = |theme: &ThemeId| record.has_theme(theme) && shared.codebook.theme(theme).is_some();
    let chosen = read.meaning.chosen.clone().filter(|code| match code {
        Code::Theme(theme) => known(theme),
        Code::Question(_) | Code::Option(..) => true,
    });
    let applies = || shared.codebook.themes.iter().find(|theme| known(&theme.id)).map(|t| Code::Theme(t.id.clone()));
    let question = || shared.posed.asked().get(read.question).map(|q| Code::Question(q.id.clone()));
    let button = match chosen.or_else(applies).or_else(question) {
        Some(Code::Theme(theme)) => theme_button(&theme),
        Some(Code::Question(question) | Code::Option(question, _)) => question_button(&question),
        None => return read.announce(strings::empty_codebook()),
    };
    read.act(Effect::Press(button.into()));
}

/// A card was opened: what was coded so is looked for.
pub(crate) fn shown(read: &mut Read, shared: &Shared, code: Code, env: &Env<'_>) {
    let option = match &code {
        Code::Question(question) => read.record(shared).stance(question).map(|stance| stance.option.clone()),
        Code::Option(_, option) => Some(option.clone()),
        Code::Theme(_) => None,
    };
    let since = |record: &Record| -> Option<Stamp> {
        match &code {
            Code::Theme(theme) => record.themes.get(theme).filter(|applies| applies.value).map(|at| at.stamp.clone()),
            Code::Question(question) | Code::Option(question, _) => {
                let given = record.stances.get(question)?;
                let same = given.value.as_ref().is_some_and(|stance| Some(&stance.option) == option.as_ref());
                same.then(|| given.stamp.clone())
            }
        }
    };
    let mut latest: Vec<(Stamp, usize)> = Vec::new();
    let reading = shared.reading(&shared.annotator);
    for index in (0..read.opened.texts.len()).filter(|index| *index != read.current) {
        let record = shared.paragraph_id(index).and_then(|id| reading?.records.get(id));
        if let Some(stamp) = record.and_then(since) {
            let at = latest.iter().position(|(other, _)| *other < stamp).unwrap_or(latest.len());
            if at < SHOWN {
                latest.insert(at, (stamp, index));
                latest.truncate(SHOWN);
            }
        }
    }
    let view = |(_, index): (Stamp, usize)| {
        let text = &read.opened.texts[index];
        LatestView {
            number: Arc::clone(&text.number),
            words: beginning(&text.text),
            link: format!("#p{}", text.number).into(),
        }
    };
    read.meaning.latest = latest.into_iter().map(view).collect();
    read.meaning.example = matches!(code, Code::Theme(_)).then(|| offered(read, env)).flatten();
    read.meaning.shown = Some(code);
}

/// The words that are selected or, if none are, the current paragraph.
fn offered(read: &Read, env: &Env<'_>) -> Option<Offered> {
    let words = |index: usize, start: usize, end: usize| {
        let text = &read.opened.texts.get(index)?.text;
        let words: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
        Some(words.trim()).filter(|words| !words.is_empty()).map(Arc::from)
    };
    let selected = (env.selected)().and_then(|selected| words(selected.paragraph, selected.start, selected.end));
    let whole = selected.is_none();
    let words = selected.or_else(|| words(read.current, 0, usize::MAX))?;
    Some(Offered { words, whole })
}

/// What the card of this theme offers becomes its example.
pub(crate) fn taken(read: &mut Read, theme: ThemeId) {
    if let Some(offered) = read.meaning.example.take() {
        read.intents.push(Intent::Codebook(Gesture::Example(theme, offered.words)));
    }
}
