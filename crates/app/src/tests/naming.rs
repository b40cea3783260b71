//! What people are called: their own name in files, asked for once, and another one where a teacher tells two apart.

use super::{own_file::elsewhere, *};
use crate::{
    files::{
        self,
        msg::Scope,
        view::{AnnotatorRow, DialogView, ExportView},
    },
    lesson::msg::Msg as Lesson,
    screen::{DialogKind, Screen},
};
use postil_core::{base::id::AnnotatorId, record::decision::Outcome};

fn exporting(tab: &mut Tab, all: bool) -> ExportView {
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::ExportScoped(if all { Scope::All } else { Scope::Own }));
    let Some(DialogView::Export(view)) = &tab.model.view.dialog else { panic!("no dialog") };
    (**view).clone()
}

/// The name in the field for one, where there is one.
fn asked(tab: &mut Tab, all: bool) -> Option<String> {
    exporting(tab, all).name.map(|name| name.to_string())
}

fn name_of_last_file(tab: &Tab) -> String {
    let names = tab.done.iter().rev().filter_map(|effect| match effect {
        Effect::Download { name, .. } => Some(name.to_string()),
        _ => None,
    });
    names.take(1).collect()
}

fn people(tab: &mut Tab) -> Vec<AnnotatorRow> {
    tab.send(Msg::DialogOpened(DialogKind::Annotators));
    let Some(DialogView::Annotators(view)) = &tab.model.view.dialog else { panic!("no dialog") };
    let all = [&view.here[..], &view.imported].concat();
    tab.send(Msg::DialogClosed);
    all
}

/// The file of somebody of this name who presses a key on the first paragraph.
fn file_of(seed: u128, name: &str, key: &str) -> String {
    let mut tab = elsewhere(seed).open();
    tab.press(key);
    tab.send(files::Msg::OwnNameTyped(name.into()));
    tab.file(false)
}

/// A teacher's tab with the files of two people of one name, and the ids of both.
fn two_anns() -> (Browser, Tab, [AnnotatorId; 2]) {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.import(&[&file_of(8, "Ann", "s"), &file_of(9, "Ann", "o")]);
    tab.send(Msg::DialogClosed);
    let ids: Vec<AnnotatorId> = tab.model.shared.store().people.keys().cloned().collect();
    let ids = ids.try_into().expect("there are two");
    (browser, tab, ids)
}

#[test]
fn the_first_file_asks_for_a_name_once_and_carries_it() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    assert_eq!(asked(&mut tab, false).as_deref(), Some(""), "“Reader 1” is no name");
    tab.send(files::Msg::OwnNameTyped(" Nour ".into()));
    assert_eq!(asked(&mut tab, false).as_deref(), Some(" Nour "), "what is typed stays");
    assert!(exporting(&mut tab, false).summary.contains("the answers of Nour: 1 paragraph"));
    let file = tab.file(false);
    assert!(file.contains("\"value\": \"Nour\""), "{file}");
    assert_eq!(name_of_last_file(&tab), "Whose shared future - Nour.postil.json");
    for mut tab in [tab, browser.open()] {
        assert_eq!((asked(&mut tab, false), &*tab.model.view.bar.annotator), (None, "Nour"));
    }
}

#[test]
fn a_name_may_be_left_out_and_is_not_asked_for_again() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    assert!(asked(&mut tab, false).is_some());
    assert!(tab.file(false).contains("\"value\": \"Reader 1\""));
    assert_eq!((asked(&mut tab, false), asked(&mut browser.open(), false)), (None, None));
}

#[test]
fn the_name_that_somebody_has_stands_in_the_field() {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::AnnotatorAdded("Ada".into()));
    tab.press("s");
    assert_eq!(asked(&mut tab, false).as_deref(), Some("Ada"));
    tab.send(files::Msg::OwnNameTyped("Ada L.".into()));
    tab.file(false);
    assert_eq!((asked(&mut tab, false), &*tab.model.view.bar.annotator), (None, "Ada L."));
    // Each is asked for themselves, and none for another.
    tab.send(files::Msg::AnnotatorAdded("Reader 7".into()));
    tab.press("s");
    assert_eq!(asked(&mut tab, false).as_deref(), Some(""));
    tab.send(files::Msg::OwnNameTyped("Gra".into()));
    tab.send(files::Msg::AnnotatorAdded("Grace".into()));
    tab.press("s");
    assert_eq!(asked(&mut tab, false).as_deref(), Some("Grace"));
}

#[test]
fn nobody_is_asked_who_is_not_in_the_file() {
    let mut tab = Browser::new().open();
    tab.import(&[&file_of(8, "Ann", "s")]);
    tab.send(Msg::DialogClosed);
    assert_eq!((asked(&mut tab, true), asked(&mut tab, false)), (None, None));
    tab.file(false);
    assert_eq!(name_of_last_file(&tab), "Whose shared future.postil.json", "an article to hand out is nobody’s");
}

#[test]
fn an_alias_tells_two_people_of_one_name_apart_and_stays_in_this_browser() {
    let (browser, mut tab, [one, two]) = two_anns();
    let file = tab.file(true);
    tab.send(files::Msg::AnnotatorAliased(two.clone(), "  Ann in the front ".into()));
    for mut tab in [tab, browser.open()] {
        let names: Vec<String> =
            people(&mut tab).iter().map(|row| [&*row.name, "/", &*row.own_name].concat()).collect();
        assert!(
            names.contains(&"Ann in the front/Ann".to_owned()) && names.contains(&"Ann/Ann".to_owned()),
            "{names:?}"
        );
        assert_eq!(tab.file(true), file, "no file tells");
        assert_eq!(&*tab.model.shared.display_name(&one), "Ann");
        // None, or their own, ends it.
        tab.send(files::Msg::AnnotatorAliased(
            two.clone(),
            if tab.model.shared.may_write() { "" } else { "Ann" }.into(),
        ));
        assert_eq!(&*tab.model.shared.display_name(&two), "Ann");
    }
}

#[test]
fn their_next_file_goes_by_the_alias_and_is_no_strangers() {
    let (_, mut tab, [one, two]) = two_anns();
    let mine = tab.model.shared.store().record(
        tab.model.shared.article_id(),
        &tab.model.shared.layer_of(&one),
        &tab.model.shared.article.paragraphs()[0].id,
    );
    let of_one = mine.and_then(|record| record.stance(&"stance".into()).cloned()).expect("has tagged").option;
    let (seed, key) = if &*of_one.to_string() == "supports" { (8, "s") } else { (9, "o") };
    tab.send(files::Msg::AnnotatorAliased(one, "Ann B.".into()));
    let mut there = elsewhere(seed).open();
    there.press(key);
    there.send(files::Msg::OwnNameTyped("Ann".into()));
    there.press("j");
    there.press("m");
    let said = tab.import(&[&there.file(false)]);
    assert_eq!(said, ["Imported. Ann B.: 1 new paragraph."]);
    assert_eq!(files::verdicts::import_view(&tab.model.files, &tab.model.shared).reports[0].name, "Ann B.".into());
    assert_eq!(&*tab.model.shared.display_name(&two), "Ann");
}

#[test]
fn whoever_goes_on_as_somebody_goes_by_their_own_name_once_it_is_given() {
    let (_, mut tab, [one, _]) = two_anns();
    tab.send(files::Msg::AnnotatorAliased(one.clone(), "The first".into()));
    tab.send(files::Msg::WentOn(one.clone()));
    assert_eq!(&*tab.model.view.bar.annotator, "The first");
    tab.press("x");
    let file = tab.file(false);
    assert!(file.contains("\"value\": \"Ann\"") && !file.contains("The first"));
    assert_eq!(name_of_last_file(&tab), "Whose shared future - Ann.postil.json");
    tab.send(files::Msg::AnnotatorRenamed(one, "Anna".into()));
    assert_eq!(&*tab.model.view.bar.annotator, "Anna");
}

#[test]
fn the_screens_of_a_class_and_what_goes_back_show_the_alias_and_the_file_to_import_keeps_the_name() {
    let (_, tab, [one, _]) = two_anns();
    let mut room = class::Room::open();
    room.tab = tab;
    room.host(Msg::RouteChanged("#/compare".into()));
    let names = |room: &class::Room| -> Vec<String> {
        room.pages().view.annotators.annotators.iter().map(|one| one.name.to_string()).collect()
    };
    assert_eq!(names(&room), ["Ann", "Ann"]);
    // It is heard there while the screen is shown.
    room.host(files::Msg::AnnotatorAliased(one, "Ann B.".into()));
    assert_eq!(names(&room), ["Ann", "Ann B."]);
    room.tab.decide("neutral", Outcome::Decided);
    room.host(Msg::RouteChanged("#/report".into()));
    for _ in 0..99 {
        room.host(Msg::TimePassed(Timer::Report));
    }
    assert_eq!(room.tab.model.shared.screen, Screen::Report);
    let report = room.pages().view.report().expect("is shown");
    assert!(report.who.contains("\u{2068}Ann B.\u{2069}"), "{}", report.who);
    room.host(Msg::RouteChanged("#/class".into()));
    room.send(Lesson::GivingBackAsked);
    let zip = room.tab.done.iter().find_map(|done| match done {
        Effect::DownloadBytes { bytes, .. } => Some(bytes.to_vec()),
        _ => None,
    });
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip.expect("is saved"))).unwrap();
    let mut text = |name: &str| std::io::read_to_string(zip.by_name(name).expect(name)).unwrap();
    assert!(text("Ann B/feedback - Ann B.html").contains("<bdi>Ann B.</bdi>"));
    let file = text("Ann B/feedback - Ann B.postil.json");
    assert!(file.contains("\"value\": \"Ann\"") && !file.contains("Ann B."));
    assert!(text("Ann/feedback - Ann.html").contains("<bdi>Ann</bdi>"));
}
