//! What a class gets, and what of it comes back under another codebook.

use super::{
    collecting::{TEXT, anew, file, give, seen, teacher, work},
    *,
};
use crate::{
    codebook::msg::Msg as Edit, discuss::msg::Msg as Discuss, files, lesson::msg::Msg as Lesson, read,
    screen::DialogKind,
};

#[test]
fn whoever_changes_the_codebook_after_it_was_given_is_told_that_the_class_has_the_earlier_one() {
    let mut room = teacher();
    give(&mut room);
    assert_eq!(seen(&room).give.changed, "");
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::ThemeAdded);
    room.host(Msg::RouteChanged("#/class".into()));
    let said =
        "The codebook has changed since. Whoever has the earlier file or link answers the earlier one: give it again.";
    assert_eq!(seen(&room).give.changed, said);
    assert_eq!(seen(&anew(&room)).give.changed, said, "it is kept");
    room.send(Lesson::FileAsked);
    assert_eq!(seen(&room).give.changed, "", "the file that is saved again holds it");
    // What was taken back is as it was given.
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::ThemeAdded);
    room.host(Msg::UndoAsked);
    room.host(Msg::RouteChanged("#/class".into()));
    assert_eq!(seen(&room).give.changed, "");
}

#[test]
fn a_theme_of_a_students_own_goes_by_its_name_on_every_screen() {
    let mut room = teacher();
    give(&mut room);
    let given = room.tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(Arc::clone(text)),
        _ => None,
    });
    let mut student = own_file::elsewhere(21).open();
    student.send(files::Msg::ArticleFileRead(file("bees.postil.json", &given.unwrap())));
    student.press("o");
    student.send(read::Msg::ThemeMade("Honey".into()));
    student.send(files::Msg::OwnNameTyped("Cleo".into()));
    let handed = student.file(false);
    // The teacher’s codebook changes as well meanwhile.
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::ThemeAdded);
    room.host(files::Msg::CollectingBegun);
    room.host(files::Msg::Collected(vec![
        file("cleo.json", &handed),
        file("ada.json", &work(11, TEXT, "Ada", &["s", "j", "s"])),
    ]));
    let rows = seen(&room).collect.rows.clone();
    assert_eq!(&*rows[1].remark, "has 1 theme of their own: Honey");
    room.host(Msg::RouteChanged("#/discuss".into()));
    room.send(Discuss::AgendaPlace(0));
    let themes = room.pages().view.discuss().expect("is shown").themes.clone();
    let view: Vec<_> = themes.iter().map(|theme| (&*theme.label, theme.count)).collect();
    assert_eq!(view, [("Honey", 1)]);
}

#[test]
fn whoever_gives_out_from_class_and_does_not_is_back_on_class() {
    let mut room = teacher();
    room.send(Lesson::GivingAsked);
    room.host(files::Msg::GivingLeft);
    assert!(room.tab.model.view.dialog.is_none());
    // From the dialog in which it stands the way back leads there.
    room.host(Msg::DialogOpened(DialogKind::Export));
    room.host(files::Msg::GivingBegun(false));
    room.host(files::Msg::GivingLeft);
    assert!(room.tab.model.view.dialog.is_some());
}
