//! Who is taken for whom, and which class is shown.

use super::class::Room;
use crate::{
    class::{
        msg::Msg as Class,
        roll::{msg::Msg as Roll, view::RollView},
    },
    compare::{
        msg::{Msg as Compare, Tab},
        view::Part,
    },
    decide::msg::Msg as Decide,
    effect::Effect,
    files::{
        self,
        msg::{Format, Scope},
    },
    msg::Msg,
    read,
    screen::Overlay,
};
use postil_core::{
    base::id::{AnnotatorId, ClassId},
    exchange::bundle::read::read,
    record::decision::Outcome,
};

fn ids(room: &Room) -> Vec<AnnotatorId> {
    room.pages().view.annotators.annotators.iter().map(|one| one.id.clone()).collect()
}

fn roll(room: &Room) -> &RollView {
    &room.pages().view.roll
}

fn columns(room: &mut Room) -> usize {
    room.host(Msg::RouteChanged("#/compare".into()));
    room.send(Compare::TabChosen(Tab::Board));
    let crate::class::view::Page::Compare(view) = &room.pages().view.page else { panic!("Compare is shown") };
    let Part::Board(board) = &view.part else { panic!("the board is shown") };
    board.columns.len()
}

fn handed(room: &mut Room) -> usize {
    room.host(Msg::RouteChanged("#/class".into()));
    let crate::class::view::Page::Lesson(view) = &room.pages().view.page else { panic!("Class is shown") };
    let rows = view.collect.rows.len();
    room.host(Msg::RouteChanged("#/compare".into()));
    rows
}

fn class(room: &Room) -> ClassId {
    room.tab.model.shared.class_id().cloned().expect("there is one")
}

fn decide(room: &mut Room, index: usize) {
    let somebody = room.somebody();
    room.send(Class::ParagraphOpened(index));
    room.send(Decide::AnswerTaken(somebody));
    room.send(Decide::DecisionRecorded);
    room.send(Compare::TabChosen(Tab::Board));
}

fn toast(room: &Room) -> String {
    room.tab.model.shared.toast.as_ref().map(|toast| toast.sentence.to_string()).unwrap_or_default()
}

#[test]
fn two_that_are_one_are_counted_once_everywhere_and_apart_again_when_that_is_undone() {
    let mut room = Room::with_class();
    let all = ids(&room);
    room.send(Roll::Joined(all[1].clone(), all[0].clone()));
    assert_eq!((ids(&room).len(), columns(&mut room), handed(&mut room)), (11, 11, 11));
    let one = room.pages().view.annotators.annotators.iter().find(|one| one.id == all[0]).expect("is shown").clone();
    assert_eq!(one.same.iter().map(|(id, _)| id).collect::<Vec<_>>(), [&all[1]]);
    room.host(Msg::UndoAsked);
    assert_eq!((ids(&room), handed(&mut room)), (all.clone(), 12));
    assert!(toast(&room).starts_with("Undone: "), "{}", toast(&room));
    room.host(Msg::RedoAsked);
    room.send(Roll::Parted(all[1].clone()));
    assert_eq!(ids(&room), all);
    room.host(Msg::UndoAsked);
    assert_eq!(ids(&room).len(), 11);
}

#[test]
fn who_is_one_person_stands_in_everybodys_file() {
    let mut room = Room::with_class();
    let all = ids(&room);
    room.send(Roll::Joined(all[1].clone(), all[0].clone()));
    room.host(files::Msg::ExportScoped(Scope::All));
    room.host(files::Msg::Exported(Format::Postil));
    let text = room.tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.to_string()),
        _ => None,
    });
    let bundle = read(&text.expect("a file went out")).expect("is read").0;
    assert_eq!((bundle.people.ids(&all[0]).len(), bundle.layers.len()), (2, 12));
}

#[test]
fn a_program_stands_apart_until_programs_are_counted() {
    let mut room = Room::with_class();
    let all = ids(&room);
    room.send(Roll::ProgramSaid(all[3].clone(), true));
    assert_eq!((ids(&room).len(), columns(&mut room), handed(&mut room)), (11, 11, 11));
    assert_eq!(roll(&room).programs.iter().map(|row| &row.id).collect::<Vec<_>>(), [&all[3]]);
    // Neither in the margins of the article.
    room.host(read::Msg::OverlayChosen(Overlay::Everybody));
    room.send(Roll::ProgramsCounted(true));
    assert_eq!((columns(&mut room), roll(&room).programs.len(), roll(&room).counted), (12, 0, true));
    let names = room.pages().view.annotators.annotators.iter().filter(|one| one.name.ends_with(" (program)"));
    assert_eq!(names.count(), 1);
    // A program hands nothing in.
    assert_eq!(handed(&mut room), 11);
    room.send(Roll::ProgramsCounted(false));
    room.send(Roll::ProgramSaid(all[3].clone(), false));
    assert_eq!(ids(&room), all);
    room.host(Msg::UndoAsked);
    assert_eq!(ids(&room).len(), 11);
}

#[test]
fn two_classes_of_one_teacher_stay_apart() {
    let mut room = Room::with_class();
    let all = ids(&room);
    decide(&mut room, 0);
    let first = class(&room);
    assert!(!roll(&room).told);
    room.send(Roll::ClassMade("Friday".into()));
    let friday = class(&room);
    assert!(friday != first && roll(&room).told);
    assert_eq!((&*roll(&room).name(), roll(&room).classes.len()), ("Friday", 2));
    // What the one decided is none of the other's.
    assert_eq!(room.decided(0).outcome(), None);
    decide(&mut room, 1);
    assert_eq!((room.decided(0).outcome(), room.decided(1).outcome()), (None, Some(Outcome::Decided)));
    // Somebody who is not in it stays in the first, and in no number of this one.
    room.send(Roll::MemberSwitched(all[0].clone(), false));
    assert_eq!((ids(&room).len(), columns(&mut room), handed(&mut room)), (11, 11, 11));
    assert_eq!(roll(&room).unassigned, 1);
    room.send(Roll::ClassChosen(first));
    assert_eq!(room.decided(0).outcome(), Some(Outcome::Decided));
    assert_eq!(ids(&room), [all[0].clone()]);
    room.send(Roll::ClassChosen(friday));
    room.send(Roll::UnassignedTaken);
    assert_eq!((ids(&room).len(), roll(&room).unassigned), (12, 0));
    room.host(Msg::UndoAsked);
    room.send(Roll::EverybodyChosen);
    assert!(!roll(&room).chosen);
    assert_eq!(ids(&room).len(), 12);
}

#[test]
fn a_class_is_renamed_and_a_new_one_taken_back() {
    let mut room = Room::with_class();
    decide(&mut room, 0);
    let first = class(&room);
    room.send(Roll::ClassRenamed(" Monday ".into()));
    assert_eq!((&*roll(&room).name(), roll(&room).told), ("Monday", true));
    // A name is never taken away by emptying the field.
    room.send(Roll::ClassRenamed("".into()));
    assert_eq!(&*roll(&room).name(), "Monday");
    room.send(Roll::ClassMade("Friday".into()));
    room.host(Msg::UndoAsked);
    assert_eq!((class(&room), roll(&room).classes.len()), (first, 1));
    room.host(Msg::UndoAsked);
    assert_eq!(&*roll(&room).called, "");
    assert_eq!(room.decided(0).outcome(), Some(Outcome::Decided));
}

#[test]
fn what_another_class_decided_comes_in_as_another_class() {
    let mut theirs = Room::with_class();
    theirs.tab.browser.chance.set(7_000);
    decide(&mut theirs, 0);
    theirs.send(Roll::ClassMade("Theirs".into()));
    decide(&mut theirs, 2);
    theirs.host(files::Msg::ExportScoped(Scope::All));
    theirs.host(files::Msg::Exported(Format::Postil));
    let file = theirs.tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.to_string()),
        _ => None,
    });
    let file = file.expect("a file went out");
    let mut room = Room::with_class();
    room.send(Roll::ClassMade("Ours".into()));
    decide(&mut room, 1);
    let ours = class(&room);
    room.tab.import(&[&file]);
    room.host(Msg::DialogClosed);
    room.host(Msg::RouteChanged("#/compare".into()));
    assert_eq!((class(&room), &*roll(&room).name()), (ours, "Ours"));
    assert_eq!((room.decided(1).outcome(), room.decided(2).outcome()), (Some(Outcome::Decided), None));
}

#[test]
fn a_file_without_names_is_the_same_each_time_and_refused_beside_the_names() {
    let mut room = Room::with_class();
    let export = |room: &mut Room| {
        room.host(files::Msg::ExportScoped(Scope::Nameless));
        room.host(files::Msg::Exported(Format::Postil));
        let file = room.tab.done.iter().rev().find_map(|effect| match effect {
            Effect::Download { name, text, .. } => Some((name.to_string(), text.to_string())),
            _ => None,
        });
        file.expect("a file went out")
    };
    let (name, file) = export(&mut room);
    assert_eq!(name, "Whose shared future - without names.postil.json");
    assert_eq!(export(&mut room).1, file);
    assert!(file.contains("Reader 12") && !file.contains("(example)"));
    room.tab.import(&[&file]);
    let verdict = room.tab.model.files.imported.reports[0].verdict.clone();
    assert_eq!(verdict, postil_core::exchange::import::Verdict::Twice);
    // Elsewhere it is a class like any other.
    let mut elsewhere = Room::open();
    elsewhere.tab.browser.now.set(1_900_000_000_000);
    elsewhere.tab.import(&[&file]);
    elsewhere.host(Msg::DialogClosed);
    elsewhere.host(Msg::RouteChanged("#/compare".into()));
    assert_eq!(ids(&elsewhere).len(), 12);
}

#[test]
fn nobody_is_named_by_it_while_names_are_hidden() {
    let mut room = Room::with_class();
    let all = ids(&room);
    assert!(!roll(&room).named);
    room.send(Roll::Joined(all[1].clone(), all[0].clone()));
    assert_eq!(toast(&room), "These two are now one person.");
    room.send(Roll::ProgramSaid(all[3].clone(), true));
    assert_eq!((toast(&room).as_str(), &*roll(&room).programs[0].name), ("Somebody is a program.", ""));
    room.send(Class::NamesSwitched(true));
    assert!(roll(&room).named && roll(&room).programs[0].name.ends_with("(example)"));
}
