//! What a group settled on, as it is recorded and shown.

use super::group::Room;
use crate::{
    app::{group::msg::Msg as Group, msg::Msg, view::article::RowView},
    core::agreed::{self, Outcome},
};

/// Records an outcome of a paragraph, beginning with somebody's answer.
fn record(room: &mut Room, index: usize, outcome: Outcome) {
    let somebody = room.somebody();
    room.send(Group::ParagraphOpened(index));
    room.send(Group::AnswerTaken(somebody));
    room.send(Group::OutcomeChosen(outcome));
    room.send(Group::DecisionRecorded);
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
    room.host(Msg::OverlayChosen("agreed".into()));
    let decided = margin(&room, 0);
    assert!(!decided.is_empty() && !decided.contains(&"Decided".to_owned()), "{decided:?}");
    assert_eq!(margin(&room, 1), ["A real difference of reading"]);
    assert_eq!(margin(&room, 2), ["Left open"]);
    assert!(margin(&room, 3).is_empty());
}

#[test]
fn a_decision_is_recorded_with_its_sentence() {
    let mut room = Room::with_class();
    room.send(Group::ParagraphOpened(3));
    room.send(Group::SentenceTyped(3, "The last sentence decides.".into()));
    record(&mut room, 3, Outcome::Decided);
    let here = room.agreed(3);
    let last = here.note.texts.last().expect("there is a sentence");
    assert_eq!(&*last.text, "The last sentence decides.");
    assert_eq!(last.stamp, here.stances["agreed:outcome"].stamp, "it is part of what was recorded");
    room.send(Group::DecisionTakenBack);
    assert!(agreed::sentence(&room.agreed(3)).is_empty());
    // Undo brings the whole decision back.
    room.host(Msg::UndoAsked);
    assert!(agreed::decision(&room.agreed(3)).is_some() && agreed::reading(&room.agreed(3)).is_coded());
    assert_eq!(&*agreed::sentence(&room.agreed(3)), "The last sentence decides.");
}
