//! Where everything that happens on the Discuss screen goes through.

use super::{
    agenda::{found, on_agenda},
    model::Discuss,
    msg::Msg,
    place::{self, Step},
    plan::Plan,
};
use crate::{
    class::{edits, lens::Inputs},
    effect::{Effect, Focus},
    intent::Intent,
    screen::Screen,
    strings::discuss as strings,
};
use postil_core::record::decision::{DecisionEdit, Round};
use std::sync::Arc;

/// Changes the page by what happened.
#[must_use]
pub(crate) fn update(page: &mut Discuss, inputs: Inputs<'_>, msg: Msg) -> Vec<Intent> {
    let now = inputs.context.now;
    match msg {
        Msg::Stepped(forward) => return step(page, now, forward),
        Msg::StepChosen(chosen) => return show(page, now, page.at, chosen),
        Msg::OrderChosen(order) => {
            page.plan.order = order;
            return reorder(page, inputs, true);
        }
        Msg::TimeTyped(minutes) => {
            page.plan.minutes = minutes;
            return reorder(page, inputs, true);
        }
        Msg::EachTyped(each) => {
            page.plan.each = each;
            return reorder(page, inputs, true);
        }
        Msg::MinutesRefused => return vec![say(strings::whole_minutes())],
        Msg::AgendaSwitched(index) => {
            let on = page.position(index).is_none();
            page.plan.by_hand.insert(index, on);
            return reorder(page, inputs, false);
        }
        Msg::AgendaPlace(at) => {
            page.agenda_open = false;
            let mut intents = vec![focus("discussed")];
            intents.extend(show(page, now, at, Step::Blind));
            return intents;
        }
        Msg::AllChosen => {
            page.plan.minutes = None;
            page.plan.by_hand = (0..inputs.context.article.paragraphs().len()).map(|index| (index, true)).collect();
            return reorder(page, inputs, true);
        }
        Msg::AgendaReset => {
            page.plan.by_hand.clear();
            return reorder(page, inputs, true);
        }
        Msg::AgendaOpened(open) => page.agenda_open = open,
        Msg::FullScreenAsked => return vec![Intent::Do(Effect::FullScreen)],
        Msg::Escaped if page.agenda_open => {
            page.agenda_open = false;
            return vec![focus("agenda-button")];
        }
        Msg::LeaveAsked | Msg::Escaped => {
            // Class says what was decided, and what comes next.
            return vec![Intent::KeepWords, Intent::Visit(Screen::Class.route())];
        }
        Msg::HandsCounted(option, hands) => {
            let round = if page.step == Step::Second { Round::SECOND } else { Round::FIRST };
            let edit = DecisionEdit::Count { round, question: inputs.question_id(), option, hands };
            let index = page.current();
            let word = strings::votes_counted();
            return Vec::from_iter(index.and_then(|index| edits::decide(inputs.context, index, edit, word)));
        }
        Msg::HandsRefused => return vec![say(strings::whole_votes())],
        Msg::CountsHidden(hidden) => page.counts_hidden = hidden,
        Msg::TimerSet(minutes) => {
            let next = if minutes.is_some() { "timer-stop" } else { "timer-2" };
            return page.clock.set(minutes, now).into_iter().chain([focus(next)]).collect();
        }
        Msg::Ticked => return Vec::from_iter(page.clock.ticked(now)),
    }
    Vec::new()
}

/// Puts the agenda in order, if there is none yet; `entered` is true when the screen has just come. What has not begun
/// begins with what divides the class now, since more may have handed in.
pub(crate) fn begin(page: &mut Discuss, inputs: Inputs<'_>, entered: bool) {
    let empty = page.order.is_empty() && page.plan.by_hand.is_empty();
    if page.arranged && !empty && (!entered || page.has_begun()) {
        return;
    }
    page.arranged = true;
    let wanted = place::read(&std::mem::take(&mut page.wanted));
    let (index, step) = match wanted {
        Some((index, step, plan)) => {
            page.plan = plan;
            (Some(index), step)
        }
        None => (None, Step::Blind),
    };
    let found = found(inputs);
    page.order = on_agenda(&found, &page.plan);
    // Whoever comes by the address of a paragraph wants to discuss it, also where everybody agrees.
    let missed = index.filter(|index| *index < found.len() && page.position(*index).is_none());
    if let Some(index) = missed {
        page.plan.by_hand.insert(index, true);
        page.order = on_agenda(&found, &page.plan);
    }
    let at = index.and_then(|index| page.position(index));
    (page.at, page.step) = at.map_or((0, Step::Blind), |at| (at, step));
}

/// Keeps the page's address at the place that is shown, so that a reload goes on there. It is this browser's alone: no
/// file holds it. The beginning of what is proposed has the address of the screen.
#[must_use]
pub(crate) fn show_address(page: &mut Discuss, screen: Screen) -> Option<Intent> {
    let begins = !page.has_begun() && page.plan == Plan::default();
    let here = page.current().filter(|_| screen == Screen::Discuss).map(|index| match begins {
        true => Screen::Discuss.route().to_owned(),
        false => place::written(index, page.step, &page.plan),
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
    if !page.arranged {
        return;
    }
    // Once something is discussed it stays; a discussion that has not begun begins with what now divides most.
    let begun = inputs.context.screen == Screen::Discuss || page.has_begun();
    let here = page.current().filter(|_| begun);
    reorder_at(page, inputs, here, begun);
}

/// Puts the agenda in order anew. What is discussed stays on it if it `stays`.
fn reorder(page: &mut Discuss, inputs: Inputs<'_>, stays: bool) -> Vec<Intent> {
    let here = page.current();
    reorder_at(page, inputs, here, stays && page.has_begun());
    if page.current() == here { Vec::new() } else { Vec::from_iter(page.clock.begin_anew(inputs.context.now)) }
}

fn reorder_at(page: &mut Discuss, inputs: Inputs<'_>, here: Option<usize>, stays: bool) {
    let found = found(inputs);
    page.order = on_agenda(&found, &page.plan);
    if let Some(index) = here.filter(|index| stays && page.position(*index).is_none()) {
        page.plan.by_hand.insert(index, true);
        page.order = on_agenda(&found, &page.plan);
    }
    let at = here.and_then(|index| page.position(index));
    if at.is_none() {
        page.step = Step::Blind;
    }
    page.at = at.unwrap_or(0);
}

fn step(page: &mut Discuss, now: u64, forward: bool) -> Vec<Intent> {
    // With nothing on the agenda there is nowhere to go.
    let Some(last) = page.order.len().checked_sub(1).filter(|_| page.current().is_some()) else { return Vec::new() };
    let at = page.at;
    match (page.step.beside(forward), forward) {
        (Some(next), _) => show(page, now, at, next),
        (None, true) if at < last => show(page, now, at + 1, Step::Blind),
        (None, false) if at > 0 => show(page, now, at - 1, Step::Decide),
        _ => Vec::new(),
    }
}

fn show(page: &mut Discuss, now: u64, at: usize, step: Step) -> Vec<Intent> {
    let moved = at != page.at;
    (page.at, page.step) = (at, step);
    let number = page.current().map_or(0, |index| index + 1);
    let sentence = if moved { strings::step_of_paragraph(number, step.name()) } else { step.name().to_owned() };
    // What stands in the box for the argument is kept before it goes out of sight.
    let lost = Intent::Do(Effect::Focus(Focus::Lost("discussed".into())));
    let mut intents =
        vec![Intent::KeepWords, Intent::Do(Effect::Announce(sentence.into())), Intent::Do(Effect::ScrollUp), lost];
    if moved {
        intents.extend(page.clock.begin_anew(now));
    }
    intents
}

fn say(sentence: &'static str) -> Intent {
    Intent::Do(Effect::Announce(sentence.into()))
}

fn focus(id: &str) -> Intent {
    Intent::Do(Effect::Focus(Focus::Element(id.into())))
}
