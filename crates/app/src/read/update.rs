//! What follows from whatever happened on the Read page.

use super::{again, explain, gesture, holding, lookup, margin, model::Read, msg::Msg, place};
use crate::{
    effect::{Effect, Focus},
    env::Env,
    intent::Intent,
    screen::Screen,
    shared::{GOING_ON, Shared, seek::Seek},
};

/// Sections drawn in one idle slice: 300 blocks, some 20 ms.
const SLICE: usize = 6;

/// Changes the page by what happened, and returns what it asks for.
pub fn update(read: &mut Read, shared: &Shared, msg: Msg, env: &Env<'_>) -> Vec<Intent> {
    match msg {
        Msg::ParagraphChosen(index) => {
            place::make_current(read, index);
            holding::apply(read, shared, env);
        }
        Msg::Stepped(by) => {
            let index = read.current.saturating_add_signed(by as isize);
            place::make_current(read, index);
            read.act(Effect::Reveal(read.current, false));
        }
        Msg::Went(step) => again::went(read, shared, step),
        Msg::OverviewUsed(index) => {
            place::make_current(read, index);
            read.act(Effect::Reveal(read.current, true));
        }
        // Nothing is said and nothing scrolled: the page is already where the reader wants it.
        Msg::ReadingMoved(index) => place::make_current(read, index),
        Msg::SheetOpened => read.act(Effect::RevealIfLost(read.current)),
        Msg::ParagraphSought(index) => {
            if shared.screen != Screen::Read {
                read.intents.push(Intent::Show(Screen::Read));
            }
            place::go(read, index);
        }
        Msg::OverlayChosen(overlay) => margin::choose(read, overlay),
        Msg::QuestionShown(at) => place::show_question(read, shared, at),
        Msg::TaskShown(shown) => read.intents.push(Intent::ShowTask(shown)),
        Msg::NextQuestionAsked => place::next_question(read, shared),
        Msg::PrintBegun => {
            read.drawn = read.view.article.sections.len();
            margin::finish(read);
        }
        Msg::OptionKeyed(option) => gesture::key_option(read, shared, &option, env),
        Msg::StanceChosen(question, option) => gesture::choose_stance(read, shared, &question, &option, env),
        Msg::ConfidenceChosen(question, confidence) => {
            gesture::choose_confidence(read, shared, &question, confidence, env);
        }
        Msg::StillRight => again::still_right(read, shared, env),
        Msg::AgainSwitched(true) => again::begin(read, shared),
        Msg::AgainSwitched(false) => again::end(read),
        Msg::AgainStepped(forward) => again::step(read, shared, forward),
        Msg::GoingOn(on) => read.intents.push(Intent::Set(GOING_ON.into(), if on { "on" } else { "off" }.into())),
        Msg::NextConfidenceAsked => gesture::next_confidence(read, shared, env),
        Msg::ThemeToggled(theme) => gesture::toggle_theme(read, shared, &theme, env),
        Msg::ThemeHeld(theme) => holding::switch(read, shared, &theme),
        Msg::HoldAsked => holding::asked(read, shared),
        Msg::HeldApplied => holding::apply(read, shared, env),
        Msg::ThemeMade(name) => gesture::make_theme(read, shared, &name, env),
        Msg::NotePrivate(private) => gesture::keep_private(read, shared, private, env),
        Msg::NoneToggled => gesture::toggle_none(read, shared, env),
        Msg::ThemeFinderAsked => read.act(Effect::Focus(Focus::ThemeFinder)),
        Msg::MeaningAsked => explain::asked(read, shared),
        Msg::MeaningShown(code) => explain::shown(read, shared, code, env),
        Msg::ExampleTaken(theme) => explain::taken(read, theme),
        Msg::NoteAsked => gesture::seek_note(read, env),
        Msg::NoteTyped(text) => gesture::type_note(read, shared, text),
        Msg::NoteKept(back) => {
            read.intents.push(Intent::KeepWords);
            if back {
                read.act(Effect::Focus(Focus::ArticleAt(read.current)));
            }
        }
        Msg::NoteResolved(text) => gesture::resolve_note(read, shared, text, env),
        Msg::SearchOpened(open) => lookup::opened(read, shared, open),
        Msg::SearchTyped(words) => lookup::typed(read, shared, words),
        Msg::SearchStepped(by) => lookup::stepped(read, by),
        Msg::SearchChosen(at) => lookup::chosen(read, at),
    }
    std::mem::take(&mut read.intents)
}

/// Brings the page up to date with what is shared.
pub fn follow(read: &mut Read, shared: &Shared, seeks: Vec<Seek>) -> Vec<Intent> {
    let begins = seeks.contains(&Seek::Again);
    place::follow(read, shared, seeks);
    if begins {
        again::begin(read, shared);
    }
    lookup::follow(read, shared);
    again::follow(read, shared);
    holding::follow(read, shared);
    gesture::go_on(read, shared);
    std::mem::take(&mut read.intents)
}

/// Idle time came: more of a long article is drawn, and then more of what was chosen for its margin.
pub fn draw_more(read: &mut Read, shared: &Shared) -> Vec<Intent> {
    let all = read.view.article.sections.len();
    if shared.screen == Screen::Read && read.drawn < all {
        read.drawn = (read.drawn + SLICE).min(all);
        if read.drawn < all || read.margin.is_some() {
            read.act(Effect::AwaitIdle);
        }
    } else if shared.screen == Screen::Read {
        margin::go_on(read);
    }
    std::mem::take(&mut read.intents)
}
