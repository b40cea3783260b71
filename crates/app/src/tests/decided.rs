//! What a class settled on, as it is recorded and shown.

use super::class::Room;
use crate::{
    class::msg::Msg as Class,
    decide::msg::Msg as Decide,
    discuss::{msg::Msg as Discuss, place::Step},
    effect::Effect,
    msg::Msg,
    read::{self, view::article::RowView},
    screen::Overlay,
};
use postil_core::record::decision::Outcome;

/// Records an outcome of a paragraph, beginning with somebody's answer.
fn record(room: &mut Room, index: usize, outcome: Outcome) {
    let somebody = room.somebody();
    room.send(Class::ParagraphOpened(index));
    room.send(Decide::AnswerTaken(somebody));
    room.send(Decide::OutcomeChosen(outcome));
    room.send(Decide::DecisionRecorded);
}

/// What stands in the margin of a paragraph.
fn margin(room: &Room, index: usize) -> Vec<String> {
    let sections = room.tab.model.view.article.sections.clone();
    let rows = sections.iter().flat_map(|section| section.rows.clone());
    let mut row = rows.filter_map(|row| match row {
        RowView::Paragraph(row) if row.text.index == index => row.shown.clone(),
        _ => None,
    });
    let marks = row.next().expect("something else is shown than one's own");
    let stances = marks.stances.iter().map(|mark| mark.label.to_string());
    stances.chain(marks.themes.iter().map(|mark| mark.label.to_string())).collect()
}

#[test]
fn the_margin_says_what_became_of_a_paragraph() {
    let mut room = Room::with_class();
    for (index, outcome) in Outcome::ALL.iter().enumerate() {
        record(&mut room, index, *outcome);
    }
    room.host(Msg::RouteChanged("#/read".into()));
    room.host(read::Msg::OverlayChosen(Overlay::Agreed));
    let decided = margin(&room, 0);
    assert!(!decided.is_empty() && !decided.contains(&"Decided".to_owned()), "{decided:?}");
    assert_eq!(margin(&room, 1), ["Different readings are possible"]);
    assert_eq!(margin(&room, 2), ["Left open"]);
    assert!(margin(&room, 3).is_empty());
}

#[test]
fn a_decision_is_recorded_with_its_sentence() {
    let mut room = Room::with_class();
    room.send(Class::ParagraphOpened(3));
    room.send(Decide::SentenceTyped(3, "The last sentence decides.".into()));
    record(&mut room, 3, Outcome::Decided);
    assert_eq!(&*room.decided(3).sentence(), "The last sentence decides.");
    let decision = room.decided(3).decision().expect("it is recorded");
    assert_eq!(&*decision.sentence, "The last sentence decides.", "it is part of what was recorded");
    room.send(Decide::DecisionTakenBack);
    assert!(room.decided(3).sentence().is_empty());
    let file = room.tab.file(true);
    assert!(
        file.contains("\"decision\": {") && !file.contains("The last sentence decides."),
        "no file holds the words"
    );
    // Undo brings the whole decision back.
    room.host(Msg::UndoAsked);
    assert!(room.decided(3).decision().is_some() && room.decided(3).decision().is_some_and(|d| d.reading().is_coded()));
    assert_eq!(&*room.decided(3).sentence(), "The last sentence decides.");
}

#[test]
fn a_difference_of_reading_has_no_answer_in_its_form() {
    let mut room = Room::with_class();
    record(&mut room, 4, Outcome::Difference);
    let view = room.pages().view.decide().cloned().expect("it is shown").view.clone();
    assert!(!view.answers && view.questions.iter().flat_map(|q| &q.options).all(|option| !option.chosen));
    room.send(Decide::OutcomeChosen(Outcome::Decided));
    let view = room.pages().view.decide().cloned().expect("it is shown").view.clone();
    assert!(view.answers && view.missing == "Choose an answer first.");
}

#[test]
fn the_list_of_paragraphs_counts_each_outcome_for_itself() {
    let mut room = Room::with_class();
    for (index, outcome) in [Outcome::Decided, Outcome::Open, Outcome::Decided].into_iter().enumerate() {
        record(&mut room, index, outcome);
    }
    let part = room.pages().view.decide().cloned().expect("it is shown");
    assert_eq!(&*part.settled, "Of 10 paragraphs: 2 decided, 1 left open");
}

#[test]
fn votes_stand_beside_what_was_answered_before() {
    let mut room = Room::with_class();
    room.host(Msg::RouteChanged("#/discuss".into()));
    let index = room.pages().view.discuss().cloned().expect("something is discussed").index;
    room.send(Discuss::StepChosen(Step::Vote));
    room.send(Discuss::HandsCounted("supports".into(), Some(9)));
    room.send(Discuss::StepChosen(Step::Second));
    room.send(Discuss::HandsCounted("supports".into(), Some(4)));
    room.send(Discuss::HandsCounted("mixed".into(), Some(5)));
    room.send(Discuss::StepChosen(Step::Decide));
    let discussed = room.pages().view.discuss().cloned().expect("something is discussed");
    let shown = discussed.decide.clone().expect("it is the last step");
    room.send(Discuss::StepChosen(Step::Blind));
    room.host(Msg::RouteChanged("#/compare".into()));
    room.send(Class::ParagraphOpened(index));
    let compared = room.pages().view.decide().cloned().expect("it is shown");
    for view in [&*shown, &compared.view] {
        let [question] = &view.questions[..] else { panic!("one question is asked: {:?}", view.questions) };
        assert_eq!((question.voted, question.options.len()), ([true, true], 5), "an answer is a row, and no person");
        let rows: Vec<_> = question.options.iter().filter(|row| row.hands != [None, None]).collect();
        let rows: Vec<_> = rows.iter().map(|row| (&*row.label, row.hands)).collect();
        assert_eq!(rows, [("supports", [Some(9), Some(4)]), ("mixed", [None, Some(5)])]);
        let before: usize = question.options.iter().map(|row| row.before).sum();
        assert!(before > 0, "what was answered before stands beside it");
    }
    room.host(Msg::RouteChanged("#/report".into()));
    let report = room.pages().view.report().cloned().expect("it is shown");
    assert_eq!(
        report.report.rows[index].votes.iter().map(|line| &**line).collect::<Vec<_>>(),
        ["First vote: ▲ supports 9", "Second vote: ▲ supports 4, ◆ mixed 5"]
    );
}

#[test]
fn the_discussion_goes_on_where_its_address_says() {
    let address = |room: &Room| {
        let last = room.tab.done.iter().rev().find_map(|effect| match effect {
            Effect::Readdress(hash) => Some(hash.clone()),
            _ => None,
        });
        last.expect("the address was shown")
    };
    let place = |room: &Room| room.pages().view.discuss().map(|view| (view.index, view.step));
    let mut room = Room::with_class();
    room.host(Msg::RouteChanged("#/discuss".into()));
    room.send(Discuss::AgendaPlace(3));
    room.send(Discuss::StepChosen(Step::Reveal));
    let (left, there) = (address(&room), place(&room));
    assert!(left.starts_with("#/discuss/") && left.ends_with("/reveal"), "{left}");
    // A reload: everything begins anew, with the address that was left.
    let mut again = Room { tab: room.tab.browser.open() };
    again.host(Msg::RouteChanged(left.clone()));
    assert_eq!(again.tab.model.shared.screen, crate::screen::Screen::Discuss);
    assert_eq!(place(&again), there);
    // Whoever comes back from another screen goes on too, and the address says so again.
    again.host(Msg::RouteChanged("#/compare".into()));
    again.tab.done.clear();
    again.host(Msg::RouteChanged("#/discuss".into()));
    assert_eq!((address(&again), place(&again)), (left.clone(), there));
    // So it does when somebody presses the link of the screen that they are on.
    again.tab.done.clear();
    again.host(Msg::RouteChanged("#/discuss".into()));
    assert_eq!((address(&again), place(&again)), (left, there));
    // What is not in the article is passed over.
    for wrong in ["#/discuss/99/reveal", "#/discuss/0/vote", "#/discuss/x/vote", "#/discuss/2/gossip", "#/discuss/"] {
        let mut other = Room { tab: room.tab.browser.open() };
        other.host(Msg::RouteChanged(wrong.into()));
        assert_eq!(other.pages().view.discuss().map(|view| (&*view.place, view.step)), Some(("1 of 10", Step::Blind)));
    }
}
