//! Where the steps of a discussion lead, and what is said and asked for on the way.

use super::{msg::Msg, place::Step};
use crate::{
    class::testing::{Seat, class},
    effect::Effect,
    intent::Intent,
    screen::Screen,
    timer::Timer,
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
    let shown = |seat: &Seat| seat.view.discuss().map(|view| (view.timer.to_string(), view.over));
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
    assert_eq!(asked, [Intent::Do(Effect::Announce("Hands are counted in whole numbers, up to 9,999.".into()))]);
}
