//! What was tagged under an earlier rule is looked at again, paragraph by paragraph.

use super::class::Room;
use crate::{
    class::view::Page,
    codebook::msg::{Msg as Edit, Picking},
    compare::{
        msg::{Msg as Compare, Tab},
        view::Part,
    },
    msg::Msg,
    read,
    read::view::again::AgainView,
};
use postil_core::codebook::book::{Item, Value, field};

fn theme(id: &str) -> Item {
    Item::Theme(id.into())
}

/// A room in which these paragraphs were tagged with rivalry.
fn tagged(paragraphs: &[usize]) -> Room {
    let mut room = Room::open();
    for index in paragraphs {
        room.host(read::Msg::ParagraphChosen(*index));
        room.host(read::Msg::ThemeToggled("rivalry".into()));
    }
    room.host(Msg::RouteChanged("#/codebook".into()));
    room
}

fn typed(room: &mut Room, name: &'static str, text: &str) {
    room.send(Edit::Typed(theme("rivalry"), name, text.into()));
    room.send(Edit::Left);
}

/// What the codebook's page says of it.
fn line(room: &mut Room) -> String {
    room.host(Msg::RouteChanged("#/codebook".into()));
    let Page::Codebook(view) = &room.pages().view.page else { panic!("the codebook is shown") };
    view.again.to_string()
}

fn shown(room: &Room) -> Option<&AgainView> {
    room.tab.model.read.view.inspector.again.as_deref()
}

fn current(room: &Room) -> usize {
    room.tab.model.read.current
}

#[test]
fn a_sharper_rule_leaves_a_list_and_still_right_is_one_key_that_undo_takes_back() {
    let mut room = tagged(&[1, 4, 7]);
    assert_eq!(line(&mut room), "");
    let before = room.tab.model.shared.codebook.theme(&"rivalry".into()).expect("is there").definition.clone();
    typed(&mut room, field::DEFINITION, "A sharper rule.");
    assert_eq!(line(&mut room), "3 paragraphs were tagged under an earlier definition.");
    room.send(Edit::AgainAsked);
    assert_eq!(current(&room), 7, "from where one is");
    let rule = shown(&room).expect("is shown").rules[0].clone();
    assert_eq!(rule.before.texts, [("definition", before)]);
    assert_eq!(rule.now[0].texts, [("definition", "A sharper rule.".into())]);
    let layers = room.tab.data(7);
    room.tab.press("r");
    assert_eq!((current(&room), room.tab.data(7)), (1, layers), "nothing else is said, and the next one comes");
    room.tab.press("]");
    assert_eq!(current(&room), 4);
    room.tab.press("[");
    assert_eq!(current(&room), 1);
    // Tagging as ever is an answer, too.
    room.host(read::Msg::ThemeToggled("rivalry".into()));
    assert_eq!(line(&mut room), "1 paragraph was tagged under an earlier definition.");
    room.host(Msg::UndoAsked);
    room.host(Msg::UndoAsked);
    assert_eq!(line(&mut room), "3 paragraphs were tagged under an earlier definition.");
    room.host(Msg::RedoAsked);
    assert_eq!(line(&mut room), "2 paragraphs were tagged under an earlier definition.");
    let mut again = Room { tab: room.tab.browser.open() };
    assert_eq!(line(&mut again), "2 paragraphs were tagged under an earlier definition.", "also after a reload");
}

#[test]
fn when_nothing_is_left_it_ends() {
    let mut room = tagged(&[2]);
    typed(&mut room, field::INCLUDE, "Only between states.");
    room.host(Msg::RouteChanged("#/read".into()));
    assert!(shown(&room).is_none());
    room.tab.press("r");
    assert_eq!(shown(&room).map(|again| again.rules.len()), Some(1), "first it is shown");
    room.tab.press("r");
    assert!(shown(&room).is_none());
    assert_eq!(line(&mut room), "");
    // With its old words again, what is said is as it was under either version.
    typed(&mut room, field::INCLUDE, "Only between great powers.");
    assert_ne!(line(&mut room), "");
    typed(&mut room, field::INCLUDE, "Only between states.");
    assert_eq!(line(&mut room), "");
}

#[test]
fn looks_are_no_rule_and_a_merge_and_a_split_are() {
    let mut room = tagged(&[0]);
    room.send(Edit::Chosen(theme("rivalry"), field::COLOUR, Value::of("#123456")));
    room.send(Edit::Archived(theme("rivalry"), true));
    assert_eq!(line(&mut room), "");
    room.host(Msg::UndoAsked);
    room.send(Edit::Began(Some(Picking::Merge("rivalry".into()))));
    room.send(Edit::MergedInto("rivalry".into(), "cooperation".into()));
    room.send(Edit::AgainAsked);
    let rule = shown(&room).expect("is shown").rules[0].clone();
    assert!(rule.remark.starts_with("“Great-power rivalry” was merged into “"), "{}", rule.remark);
    room.host(Msg::UndoAsked);
    room.send(Edit::SplitInto("rivalry".into(), "Trade\nArms".into()));
    room.send(Edit::AgainAsked);
    let rule = shown(&room).expect("is shown").rules[0].clone();
    assert_eq!(&*rule.remark, "“Great-power rivalry” was split into “Trade” and “Arms”.");
    assert!(rule.before.texts.iter().any(|(field, _)| *field == "definition"), "what it meant is seen");
    assert_eq!(rule.now.iter().map(|part| &*part.name).collect::<Vec<_>>(), ["Trade", "Arms"]);
    room.host(read::Msg::StillRight);
    assert_eq!(line(&mut room), "");
}

#[test]
fn numbers_say_under_which_versions_the_answers_were_given() {
    let mut room = tagged(&[0, 1]);
    typed(&mut room, field::DEFINITION, "A sharper rule.");
    room.host(read::Msg::ParagraphChosen(2));
    room.host(read::Msg::ThemeToggled("rivalry".into()));
    let said = |room: &mut Room| {
        room.host(Msg::RouteChanged("#/compare".into()));
        room.send(Compare::TabChosen(Tab::Numbers));
        let Page::Compare(view) = &room.pages().view.page else { panic!("Compare is shown") };
        let Part::Numbers(view) = &view.part else { panic!("the numbers are shown") };
        view.given.to_string()
    };
    assert_eq!(said(&mut room), "Answers were given under 2 versions of the codebook: 1 of 3 under the current one.");
    room.host(Msg::RouteChanged("#/read".into()));
    for _ in 0..3 {
        room.tab.press("r");
    }
    assert_eq!(said(&mut room), "All answers were given under the current version of the codebook.");
}
