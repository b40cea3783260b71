//! Where everything that happens on the Discuss screen goes through.

use super::{
    agenda::order,
    model::Discuss,
    msg::Msg,
    place::{self, Step},
};
use crate::{
    class::{edits, lens::Inputs},
    effect::{Effect, Focus},
    intent::Intent,
    screen::Screen,
    timer::Timer,
};
use postil_core::record::decision::{DecisionEdit, Round};
use std::sync::Arc;

/// Changes the page by what happened.
#[must_use]
pub(crate) fn update(page: &mut Discuss, inputs: Inputs<'_>, msg: Msg) -> Vec<Intent> {
    match msg {
        Msg::Stepped(forward) => return step(page, forward),
        Msg::StepChosen(chosen) => return show(page, page.at, chosen),
        Msg::AgendaChosen(agenda) => {
            let here = page.current();
            page.agenda = agenda;
            reorder(page, inputs, here);
        }
        Msg::AgendaSwitched(index) => {
            let here = page.current();
            let before = page.left_off.len();
            page.left_off.retain(|left_off| *left_off != index);
            if page.left_off.len() == before {
                page.left_off.push(index);
            }
            reorder(page, inputs, here);
        }
        Msg::AgendaPlace(at) => {
            page.agenda_open = false;
            let mut intents = vec![focus("discussed")];
            intents.extend(show(page, at, Step::Blind));
            return intents;
        }
        Msg::AgendaReset => {
            page.left_off.clear();
            reorder(page, inputs, None);
        }
        Msg::AgendaOpened(open) => page.agenda_open = open,
        Msg::FullScreenAsked => return vec![Intent::Do(Effect::FullScreen)],
        Msg::HandsCounted(option, hands) => {
            let round = if page.step == Step::Second { Round::SECOND } else { Round::FIRST };
            let edit = DecisionEdit::Count { round, question: inputs.question_id(), option, hands };
            let index = page.current();
            return Vec::from_iter(index.and_then(|index| edits::decide(inputs.context, index, edit, "hands counted")));
        }
        Msg::HandsRefused => {
            return vec![Intent::Do(Effect::Announce("Hands are counted in whole numbers, up to 9,999.".into()))];
        }
        Msg::TimerSet(minutes) => {
            page.until = minutes.map(|minutes| inputs.context.now + u64::from(minutes) * 60_000);
            let next = if minutes.is_some() { "timer-stop" } else { "timer-2" };
            return tick(page, inputs.context.now).into_iter().chain([focus(next)]).collect();
        }
        Msg::Ticked => return Vec::from_iter(tick(page, inputs.context.now)),
    }
    Vec::new()
}

/// Puts the agenda in order, if there is none yet.
pub(crate) fn begin(page: &mut Discuss, inputs: Inputs<'_>) {
    if page.order.is_empty() && page.left_off.is_empty() {
        page.order = order(page, inputs);
        let wanted = place::read(&std::mem::take(&mut page.wanted));
        let found = wanted.and_then(|(index, step)| Some((page.position(index)?, step)));
        (page.at, page.step) = found.unwrap_or((0, Step::Blind));
    }
}

/// Keeps the page's address at the place that is shown, so that a reload goes on there. It is this browser's alone: no
/// file holds it. The beginning has the address of the screen.
#[must_use]
pub(crate) fn show_address(page: &mut Discuss, screen: Screen) -> Option<Intent> {
    let begins = (page.at, page.step) == (0, Step::Blind);
    let here = page.current().filter(|_| screen == Screen::Discuss).map(|index| match begins {
        true => Screen::Discuss.route().to_owned(),
        false => place::written(index, page.step),
    });
    let here: Arc<str> = here.unwrap_or_default().into();
    if here == page.address {
        return None;
    }
    page.address = Arc::clone(&here);
    (!here.is_empty()).then_some(Intent::Do(Effect::Readdress(here)))
}

/// The page may have another address now.
pub(crate) fn readdressed(page: &mut Discuss) {
    page.address = "".into();
}

/// Another question was chosen: the agenda goes by how the answers to that one divide.
pub(crate) fn question_chosen(page: &mut Discuss, inputs: Inputs<'_>) {
    if page.order.is_empty() {
        return;
    }
    // Once something is discussed it stays; a discussion that has not begun begins with what now divides most.
    let begun = inputs.context.screen == Screen::Discuss || page.at > 0 || page.step != Step::Blind;
    let here = if begun { page.current() } else { None };
    reorder(page, inputs, here);
}

fn reorder(page: &mut Discuss, inputs: Inputs<'_>, here: Option<usize>) {
    page.order = order(page, inputs);
    let at = here.and_then(|index| page.position(index));
    if at.is_none() {
        page.step = Step::Blind;
    }
    page.at = at.unwrap_or(0);
}

fn step(page: &mut Discuss, forward: bool) -> Vec<Intent> {
    // With nothing on the agenda there is nowhere to go.
    let Some(last) = page.order.len().checked_sub(1).filter(|_| page.current().is_some()) else { return Vec::new() };
    let at = page.at;
    match (page.step.beside(forward), forward) {
        (Some(next), _) => show(page, at, next),
        (None, true) if at < last => show(page, at + 1, Step::Blind),
        (None, false) if at > 0 => show(page, at - 1, Step::Decide),
        _ => Vec::new(),
    }
}

fn show(page: &mut Discuss, at: usize, step: Step) -> Vec<Intent> {
    let moved = at != page.at;
    (page.at, page.step) = (at, step);
    let number = page.current().map_or(0, |index| index + 1);
    let sentence = if moved { format!("Paragraph {number}: {}", step.name()) } else { step.name().to_owned() };
    // What stands in the box for the argument is kept before it goes out of sight.
    let lost = Intent::Do(Effect::Focus(Focus::Lost("discussed".into())));
    vec![Intent::KeepWords, Intent::Do(Effect::Announce(sentence.into())), Intent::Do(Effect::ScrollUp), lost]
}

fn focus(id: &str) -> Intent {
    Intent::Do(Effect::Focus(Focus::Element(id.into())))
}

fn tick(page: &mut Discuss, now: u64) -> Option<Intent> {
    // Minutes, far within what fits.
    page.left = (page.until? as i64 - now as i64).div_euclid(1000);
    // After an hour nobody looks at it any more.
    (page.left > -3600).then_some(Intent::Do(Effect::Wait(Timer::Discussion, 1000)))
}
