//! Where the steps of a discussion lead, and what is said and asked for on the way.

use super::{msg::Msg, place::Step};
use crate::{
    class::testing::{Seat, class, made},
    decide::msg::Msg as Decide,
    effect::Effect,
    intent::Intent,
    screen::Screen,
    timer::Timer,
};
use postil_core::{
    measure::comparison::testing::{article, layer},
    record::decision::Outcome,
};

/// The example class, where it discusses.
fn discussing() -> Seat {
    let mut seat = class();
    seat.go(Screen::Discuss);
    seat
}

/// The place in the agenda, and the step.
fn place(seat: &Seat) -> Option<(&str, Step)> {
    seat.view.discuss().map(|view| (&*view.place, view.step))
}

fn said(effects: &[Effect]) -> Vec<&str> {
    effects
        .iter()
        .filter_map(|effect| if let Effect::Announce(words) = effect { Some(&**words) } else { None })
        .collect()
}

#[test]
fn steps_lead_from_paragraph_to_paragraph_and_end_where_the_agenda_does() {
    let mut seat = discussing();
    assert!(seat.effects(Msg::Stepped(false)).is_empty(), "there is nothing before the beginning");
    for step in [Step::Vote, Step::Reveal, Step::Second, Step::Decide] {
        assert_eq!(said(&seat.effects(Msg::Stepped(true))), [step.name()]);
        assert_eq!(place(&seat), Some(("1 of 10", step)));
    }
    assert!(said(&seat.effects(Msg::Stepped(true)))[0].starts_with("Paragraph "));
    assert_eq!(place(&seat), Some(("2 of 10", Step::Blind)));
    seat.send(Msg::Stepped(false));
    assert_eq!(place(&seat), Some(("1 of 10", Step::Decide)));
    seat.send(Msg::AgendaPlace(9));
    seat.send(Msg::StepChosen(Step::Decide));
    assert!(seat.effects(Msg::Stepped(true)).is_empty(), "there is nothing after the end");
    assert_eq!(place(&seat), Some(("10 of 10", Step::Decide)));
}

#[test]
fn the_agenda_says_which_decision_was_made_and_not_recorded() {
    let mut seat = discussing();
    seat.send(Msg::StepChosen(Step::Decide));
    seat.send(Decide::OutcomeChosen(Outcome::Open));
    seat.send(Msg::AgendaOpened(true));
    let waiting = |seat: &Seat| -> Vec<bool> {
        let view = seat.view.discuss().expect("is shown").agenda.entries.clone();
        view.iter().filter(|entry| entry.waits).map(|entry| entry.current).collect()
    };
    assert_eq!(waiting(&seat), [true], "the one that is discussed, and no other");
    seat.write(Decide::DecisionRecorded);
    assert!(waiting(&seat).is_empty());
}

#[test]
fn with_nothing_on_the_agenda_there_is_nowhere_to_go() {
    let mut seat = discussing();
    (0..10).for_each(|index| _ = seat.send(Msg::AgendaSwitched(index)));
    assert_eq!(place(&seat), None);
    assert!(seat.send(Msg::Stepped(true)).is_empty());
    assert!(seat.send(Msg::HandsCounted("supports".into(), Some(3))).is_empty());
}

#[test]
fn the_clock_counts_on_past_its_end_and_stops_after_an_hour() {
    let mut seat = discussing();
    let ticks = |seat: &mut Seat, msg, seconds: u64| {
        let asked = seat.send_at(msg, seconds * 1000);
        asked.contains(&Intent::Do(Effect::Wait(Timer::Discussion, 1000)))
    };
    let shown = |seat: &Seat| seat.view.discuss().map(|view| (view.timer.words.to_string(), view.timer.over));
    assert!(ticks(&mut seat, Msg::TimerSet(Some(2)), 0));
    assert_eq!(shown(&seat), Some(("2:00".into(), false)));
    assert!(ticks(&mut seat, Msg::Ticked, 61));
    assert_eq!(shown(&seat), Some(("0:59".into(), false)));
    assert!(ticks(&mut seat, Msg::Ticked, 132));
    assert_eq!(shown(&seat), Some(("0:12 over".into(), true)));
    assert!(!ticks(&mut seat, Msg::Ticked, 120 + 3600), "nobody looks at it any more");
    assert!(!ticks(&mut seat, Msg::TimerSet(None), 4000));
    assert_eq!(shown(&seat), Some((String::new(), false)));
}

#[test]
fn what_is_no_number_of_hands_is_said_and_asks_for_nothing() {
    let mut seat = discussing();
    let asked = seat.send(Msg::HandsRefused);
    assert_eq!(asked, [Intent::Do(Effect::Announce("Votes are counted in whole numbers, up to 9,999.".into()))]);
}

/// Two people on four paragraphs: they differ on the third and in the themes of the second, and agree on the first.
fn four() -> Seat {
    let said = |stances: [&str; 3], theme: &str| {
        layer(&article(4), &[(stances[0], &["image"]), (stances[1], &[theme]), (stances[2], &["image"])])
    };
    let ann = said(["supports", "supports", "supports"], "image");
    let ben = said(["supports", "supports", "opposes"], "rivalry");
    let mut seat = made(4, |_| {}, &[("ann", ann), ("ben", ben)]);
    seat.go(Screen::Discuss);
    seat
}

fn agenda(seat: &Seat) -> Vec<usize> {
    seat.pages.discuss.order.clone()
}

#[test]
fn what_everybody_agrees_on_is_left_out_until_somebody_adds_it() {
    let mut seat = four();
    assert_eq!(agenda(&seat), [2, 1, 3], "what nobody has answered comes last");
    seat.send(Msg::AgendaOpened(true));
    let view = seat.view.discuss().cloned().expect("something is discussed");
    assert_eq!(&*view.agenda.agreed, "Everybody agrees on one paragraph; it is left out.");
    let words =
        |index: usize| view.agenda.entries.iter().find(|entry| entry.index == index).unwrap().differing.to_string();
    assert_eq!([0, 1, 2].map(words), ["everybody agrees", "themes differ", "100\u{a0}% differ, 100\u{a0}% opposite"]);
    seat.send(Msg::AgendaSwitched(0));
    assert_eq!(agenda(&seat), [2, 1, 0, 3]);
    seat.send(Msg::TimeTyped(Some(5)));
    assert_eq!(agenda(&seat), [2, 0], "what was added by hand stays");
    seat.send(Msg::AgendaReset);
    assert_eq!(agenda(&seat), [2]);
}

#[test]
fn what_is_discussed_stays_on_the_agenda_whatever_time_is_typed() {
    let mut seat = four();
    seat.send(Msg::AgendaPlace(1));
    seat.send(Msg::StepChosen(Step::Reveal));
    seat.send(Msg::TimeTyped(Some(1)));
    assert_eq!((agenda(&seat), place(&seat)), (vec![2, 1], Some(("2 of 2", Step::Reveal))));
}

#[test]
fn more_answers_change_an_agenda_that_has_not_begun_and_no_other() {
    let mut seat = made(2, |_| {}, &[("ann", layer(&article(2), &[("supports", &[]), ("supports", &[])]))]);
    seat.go(Screen::Discuss);
    assert_eq!(agenda(&seat), [0, 1]);
    let mut begun = made(2, |_| {}, &[("ann", layer(&article(2), &[("supports", &[]), ("supports", &[])]))]);
    begun.go(Screen::Discuss);
    begun.send(Msg::Stepped(true));
    for seat in [&mut seat, &mut begun] {
        seat.go(Screen::Compare);
        let ben = layer(&article(2), &[("supports", &[]), ("opposes", &[])]);
        let other = made(2, |_| {}, &[("ben", ben)]);
        let store = other.shared.store().clone();
        seat.shared.ledger.take("postil/1/op/other/1", postil_core::keep::operation::Operation::Change(store));
        seat.go(Screen::Discuss);
    }
    assert_eq!((agenda(&seat), agenda(&begun)), (vec![1], vec![0, 1]));
}

#[test]
fn the_clock_is_the_paragraphs_and_begins_anew_with_the_next() {
    let mut seat = discussing();
    let shown = |seat: &Seat| seat.view.discuss().map(|view| view.timer.words.to_string()).unwrap();
    seat.send_at(Msg::TimerSet(Some(5)), 0);
    seat.send_at(Msg::Stepped(true), 60_000);
    seat.send_at(Msg::Ticked, 60_000);
    assert_eq!(shown(&seat), "4:00", "another step is no other paragraph");
    let asked = seat.send_at(Msg::AgendaPlace(1), 90_000);
    assert_eq!(shown(&seat), "5:00");
    let waits = asked.iter().filter(|intent| matches!(intent, Intent::Do(Effect::Wait(..)))).count();
    assert_eq!(waits, 0, "one second is waited for at a time");
    seat.send_at(Msg::TimerSet(None), 95_000);
    seat.send_at(Msg::AgendaPlace(2), 99_000);
    assert_eq!(shown(&seat), "");
}

#[test]
fn hands_are_counted_beside_the_class() {
    let mut seat = discussing();
    let total = |seat: &Seat| seat.view.discuss().map(|view| (view.total.to_string(), view.whole)).unwrap();
    seat.send(Msg::StepChosen(Step::Vote));
    assert_eq!(total(&seat), ("0 of 12 votes".into(), 12));
    seat.write(Msg::HandsCounted("supports".into(), Some(9)));
    assert_eq!(total(&seat), ("9 of 12 votes".into(), 12));
    seat.write(Msg::HandsCounted("mixed".into(), Some(9)));
    assert_eq!(total(&seat), ("18 votes, but the class has 12 people".into(), 18));
    seat.send(Msg::StepChosen(Step::Second));
    assert_eq!(total(&seat).0, "0 of 12 votes", "each round has its own");
}

#[test]
fn the_key_closes_the_agenda_first_and_the_button_leaves_at_once() {
    let leaves = |seat: &mut Seat, msg: Msg| {
        let leads = |intent: Intent| matches!(intent, Intent::Visit(to) if to == Screen::Class.route());
        let left = seat.send(msg).into_iter().any(leads);
        seat.go(Screen::Discuss);
        left
    };
    let mut seat = discussing();
    seat.send(Msg::AgendaOpened(true));
    assert!(!leaves(&mut seat, Msg::Escaped));
    assert!(leaves(&mut seat, Msg::Escaped));
    seat.send(Msg::AgendaOpened(true));
    assert!(leaves(&mut seat, Msg::LeaveAsked));
}
