//! A class is collected: what came in, who is missing, and what to do about what is wrong.

use super::{class::Room, *};
use crate::{
    class::{sheets::Way::Csv, view::Page},
    compare::view::Part as Shown,
    files::{self, msg::GivingField},
    lesson::{
        msg::{Msg as Lesson, Sheet},
        problems::Way,
        view::{LessonView, Step},
    },
    quota::FULL,
    screen::{DialogKind, Screen},
    shared::assignment,
};
use postil_core::{exchange::csv::MARK, output::findings::plain};

pub(super) const TEXT: &str = "Of bees and keepers\n\nBees fly.\n\nKeepers wait.\n\nBoth eat honey.";

/// What somebody hands in who presses these keys, under this name.
pub(super) fn work(seed: u128, text: &str, name: &str, keys: &[&str]) -> String {
    let mut tab = own_file::elsewhere(seed).open();
    tab.send(files::Msg::ArticlePasted(text.into()));
    tab.send(files::Msg::PreviewOpened);
    keys.iter().for_each(|key| tab.press(key));
    tab.send(files::Msg::OwnNameTyped(name.into()));
    tab.file(false)
}

/// The same, before and after somebody changed their mind.
fn twice(seed: u128, name: &str) -> [String; 2] {
    let mut tab = own_file::elsewhere(seed).open();
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    tab.press("s");
    tab.send(files::Msg::OwnNameTyped(name.into()));
    let before = tab.file(false);
    tab.browser.now.set(tab.browser.now.get() + 60_000);
    tab.press("o");
    [before, tab.file(false)]
}

/// A teacher on Class, who gave the article out.
pub(super) fn teacher() -> Room {
    let mut room = Room::open();
    room.host(files::Msg::ArticlePasted(TEXT.into()));
    room.host(files::Msg::PreviewOpened);
    room.host(Msg::RouteChanged("#/class".into()));
    room
}

pub(super) fn give(room: &mut Room) {
    room.send(Lesson::GivingAsked);
    room.host(files::Msg::GivingTyped(GivingField::Due, "2023-11-17T08:00".into()));
    room.host(files::Msg::Given);
}

pub(super) fn seen(room: &Room) -> Arc<LessonView> {
    match &room.pages().view.page {
        Page::Lesson(view) => Arc::clone(view),
        other => panic!("{other:?}"),
    }
}

pub(super) fn file(name: &str, text: &str) -> NamedFile {
    NamedFile { name: name.into(), bytes: Ok(Arc::from(text.as_bytes())) }
}

/// A class in which everything goes wrong that does.
fn awkward() -> Vec<NamedFile> {
    let sam = |seed| work(seed, TEXT, "Sam Taylor", &["s", "j", "o", "j", "m"]);
    let [before, after] = twice(14, "Mia");
    vec![
        file("ada.postil.json", &work(11, TEXT, "Ada", &["s", "j", "s", "j", "o"])),
        file("sam.postil.json", &sam(12)),
        file("sam (1).postil.json", &sam(13)),
        file("mia 2.postil.json", &after),
        file("mia.postil.json", &before),
        file("kim.postil.json", &work(15, "Another\n\nOne.\n\nTwo.", "Kim", &["s"])),
        file("jo.postil.json", &work(16, TEXT, "Jo", &["s"])[..400]),
        file("essay lee.docx", "PK\u{3}\u{4}"),
    ]
}

fn collected() -> Room {
    let mut room = teacher();
    give(&mut room);
    room.host(files::Msg::CollectingBegun);
    room.host(files::Msg::Collected(awkward()));
    room
}

#[test]
fn a_lesson_begins_with_giving_out_and_says_what_was_given() {
    let mut room = teacher();
    let view = seen(&room);
    assert!(view.fresh && !view.student);
    assert_eq!((view.next, &*view.give.state), (Some(Step::Give), "Not given yet."));
    assert_eq!(&*view.give.what, "3 paragraphs, one question");
    give(&mut room);
    let view = seen(&room);
    assert_eq!((view.next, view.fresh), (Some(Step::Collect), false));
    assert_eq!(&*view.give.state, "Given today: one question, due Fri 17 Nov, 08:00.");
    assert!(room.tab.done.iter().any(|effect| matches!(effect, Effect::Pack(_))), "the link is made by itself");
    room.host(files::Msg::LinkPacked(Some("https://postil.example/#/do/abc".into())));
    assert_eq!(seen(&room).give.address.as_deref(), Some("https://postil.example/#/do/abc"));
    room.send(Lesson::LinkCopied);
    room.host(files::Msg::TextCopied(true));
    assert_eq!(room.tab.toast(), "The link is copied.");
    // The file goes out once more as it was.
    room.send(Lesson::FileAsked);
    let files = room.tab.done.iter().filter_map(|effect| match effect {
        Effect::Download { text, .. } => Some(Arc::clone(text)),
        _ => None,
    });
    let files: Vec<Arc<str>> = files.collect();
    assert_eq!((files.len(), &files[0]), (2, &files[1]));
}

#[test]
fn whoever_changed_something_after_it_was_due_is_late_by_the_moment_and_not_by_the_clock_on_the_wall() {
    let mut room = teacher();
    room.send(Lesson::GivingAsked);
    for odd in ["Friday", "2023-02-30T08:00", "2023-11"] {
        room.host(files::Msg::GivingTyped(GivingField::Due, odd.into()));
    }
    // A minute before the class begins, by a clock that shows two hours more than UTC on that day.
    room.host(files::Msg::GivingTyped(GivingField::Due, "2023-11-15T00:14".into()));
    room.tab.browser.offset.set(120);
    room.host(files::Msg::Given);
    let given = assignment::given(room.tab.model.shared.store(), room.tab.model.shared.article_id()).unwrap();
    assert_eq!((&*given.due, &*given.until), ("Wed 15 Nov, 00:14", "2023-11-15T00:14:00+02:00"));
    // One answered a minute before that, and the other a minute after it.
    let [early, late] = [17, 18].map(|seed| {
        let mut tab = own_file::elsewhere(seed).open();
        tab.browser.now.set(1_700_000_000_000 + if seed == 17 { 0 } else { 120_000 });
        tab.send(files::Msg::ArticlePasted(TEXT.into()));
        tab.send(files::Msg::PreviewOpened);
        tab.press("s");
        tab.send(files::Msg::OwnNameTyped(if seed == 17 { "Ada" } else { "Bo" }.into()));
        tab.file(false)
    });
    room.host(files::Msg::CollectingBegun);
    room.host(files::Msg::Collected(vec![file("ada.json", &early), file("bo.json", &late)]));
    let collect = seen(&room).collect.clone();
    let rows: Vec<_> = collect.rows.iter().map(|row| (&*row.name, row.late, &*row.remark)).collect();
    assert_eq!(rows, [("Ada", false, ""), ("Bo", true, "late")]);
    assert_eq!(&*collect.due, "Due: Wed 15 Nov, 00:14. 1 person was late.");
}

#[test]
fn of_a_class_in_which_all_goes_wrong_one_sentence_says_how_many_files_are_in() {
    let room = collected();
    let view = seen(&room);
    assert_eq!(&*view.collect.summary, "5 of 8 files are in, 3 need your attention.");
    assert_eq!(room.tab.model.shared.screen, Screen::Class);
    assert!(room.tab.model.view.dialog.is_none(), "nothing stands before the table");
    let rows: Vec<String> =
        view.collect.rows.iter().map(|row| format!("{} | {} | {}", row.name, row.file, row.remark)).collect();
    assert_eq!(
        rows,
        [
            "Ada | ada.postil.json | ",
            "Mia | mia.postil.json and 1 more | 2 files: the later one counts",
            "Sam Taylor | sam (1).postil.json | ",
            "Sam Taylor | sam.postil.json | ",
        ]
    );
    assert_eq!(view.next, Some(Step::Compare));
}

/// The same after the page was loaded anew.
pub(super) fn anew(room: &Room) -> Room {
    let mut anew = Room { tab: room.tab.browser.open() };
    anew.host(Msg::RouteChanged("#/class".into()));
    anew
}

#[test]
fn what_came_in_is_known_after_the_page_was_loaded_anew() {
    let room = collected();
    let before = seen(&room).collect.clone();
    let mut room = anew(&room);
    assert_eq!(seen(&room).collect, before);
    // What comes then mends what came before.
    room.host(files::Msg::Collected(vec![file("jo.postil.json", &work(16, TEXT, "Jo", &["s"]))]));
    assert_eq!(&*seen(&room).collect.summary, "6 of 8 files are in, 2 need your attention.");
}

#[test]
fn a_file_that_was_dealt_with_is_taken_off_the_list() {
    let mut room = collected();
    // Jo's came under another name.
    room.host(files::Msg::Collected(vec![file("jo, again.json", &work(16, TEXT, "Jo", &["s"]))]));
    assert_eq!(&*seen(&room).collect.summary, "6 of 9 files are in, 3 need your attention.");
    room.send(Lesson::FileDismissed("jo.postil.json".into()));
    for room in [&room, &anew(&room)] {
        let view = seen(room);
        assert_eq!(&*view.collect.summary, "6 of 8 files are in, 2 need your attention.");
        assert!(view.collect.problems.iter().all(|problem| problem.file.as_deref() != Some("jo.postil.json")));
        assert!(view.collect.problems.last().is_some_and(|problem| problem.file.is_none()), "people are no files");
    }
}

#[test]
fn what_was_done_to_the_list_is_taken_back_before_the_files_are() {
    let mut room = collected();
    let called = |room: &Room| {
        seen(room)
            .collect
            .rows
            .iter()
            .filter(|row| row.name.contains("Sam"))
            .map(|row| row.name.to_string())
            .collect::<Vec<_>>()
    };
    let id = seen(&room).collect.rows.iter().find(|row| &*row.name == "Sam Taylor").and_then(|row| row.id.clone());
    room.send(Lesson::Named(id.unwrap(), "Sam of 9b".into()));
    room.send(Lesson::FileDismissed("jo.postil.json".into()));
    assert_eq!((called(&room), seen(&room).collect.problems.len()), (vec!["Sam of 9b".into(), "Sam Taylor".into()], 2));
    // The steps are the tab's also after its page was loaded anew.
    room.host(Msg::PageHidden);
    room.tab.come_back();
    room.host(Msg::RouteChanged("#/class".into()));
    room.host(Msg::UndoAsked);
    assert_eq!(room.tab.toast(), "Undone: jo.postil.json off the list");
    assert_eq!(&*seen(&room).collect.summary, "5 of 8 files are in, 3 need your attention.");
    room.host(Msg::UndoAsked);
    assert_eq!(called(&room), ["Sam Taylor", "Sam Taylor"]);
    assert_eq!(seen(&room).collect.rows.len(), 4, "nobody went");
    room.host(Msg::RedoAsked);
    assert_eq!(called(&room), ["Sam of 9b", "Sam Taylor"]);
}

#[test]
fn a_teacher_who_tried_their_own_file_is_told_of_those_that_did_not_come_in() {
    let mut room = teacher();
    room.send(Lesson::GivingAsked);
    room.host(files::Msg::Given);
    let given = room.tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(Arc::clone(text)),
        _ => None,
    });
    room.host(files::Msg::FilesRead(vec![file("bees.postil.json", &given.unwrap())]));
    room.host(Msg::DialogClosed);
    room.host(Msg::RouteChanged("#/class".into()));
    assert!(seen(&room).student, "the article was given to them too");
    room.host(files::Msg::Collected(vec![file("essay.docx", "PK")]));
    assert_eq!(seen(&room).collect.problems.len(), 1);
}

#[test]
fn whoever_only_looks_whether_a_file_is_any_good_changes_nothing() {
    let mut room = teacher();
    let before = room.tab.browser.records();
    room.host(files::Msg::FilesRead(vec![file("essay.docx", "PK")]));
    assert_eq!(room.tab.browser.records(), before);
    room.host(Msg::DialogClosed);
    room.host(files::Msg::Collected(vec![file("essay.docx", "PK")]));
    assert_eq!(&*seen(&room).collect.summary, "0 of 1 file is in, 1 needs your attention.");
}

#[test]
fn an_import_that_did_not_come_in_leaves_nothing_on_the_list() {
    let mut room = teacher();
    room.tab.model.shared.used = FULL;
    room.host(files::Msg::Collected(vec![file("ada.postil.json", &work(11, TEXT, "Ada", &["s"]))]));
    assert!(matches!(room.tab.model.files.open, Some(DialogKind::Import)), "which says why");
    room.host(Msg::DialogClosed);
    room.host(Msg::RouteChanged("#/class".into()));
    assert_eq!(&*seen(&room).collect.summary, "Nobody has handed in yet.");
}

#[test]
fn where_comparing_stands_is_what_compare_says_first() {
    let mut room = collected();
    let line = seen(&room).compare.to_string();
    room.host(Msg::RouteChanged("#/compare".into()));
    let Page::Compare(view) = &room.pages().view.page else { panic!("Compare is shown") };
    let Shown::Overview(overview) = &view.part else { panic!("it opens with its overview") };
    let first = plain(&overview.sentences[0]);
    assert!(line.ends_with(&first) && first.starts_with("You are furthest apart on"), "{line}");
}

#[test]
fn what_is_wrong_comes_first_with_what_to_do() {
    let mut room = collected();
    room.send(Lesson::RosterWritten("Ada\nMia\nSam Taylor\nLee\nJo\nKim\nBen".into()));
    let view = seen(&room);
    let said: Vec<String> =
        view.collect.problems.iter().map(|one| format!("{}: {}", one.about, one.sentence)).collect();
    assert_eq!(
        said,
        [
            "kim.postil.json: It is about another article, “Another”. Ask Kim for the file on this one.",
            "jo.postil.json: It is incomplete or damaged. Ask Jo to send it again.",
            "essay lee.docx: It is not a Postil file. Ask Lee for the file from the Hand in button.",
            "Sam Taylor: 2 people go by this name: sam (1).postil.json and sam.postil.json. Give one another name below.",
        ]
    );
    assert_eq!(&*view.collect.summary, "5 of 8 files are in, 3 need your attention. 3 of 7 people have handed in.");
    assert_eq!(&*view.collect.missing, "Not handed in yet: Lee, Jo, Kim, Ben.");
}

#[test]
fn two_of_one_name_are_told_apart_by_a_name_of_ones_own_or_are_one() {
    let mut room = collected();
    let sams = |room: &Room| -> Vec<(String, String)> {
        let rows = seen(room).collect.rows.clone().into_iter();
        let sams = rows.filter(|row| [&*row.name, &*row.own_name].contains(&"Sam Taylor"));
        sams.map(|row| (row.name.to_string(), row.own_name.to_string())).collect()
    };
    let id = seen(&room).collect.rows.iter().find(|row| &*row.name == "Sam Taylor").and_then(|row| row.id.clone());
    let id = id.unwrap();
    room.send(Lesson::NamingBegun(Some(id.clone())));
    assert!(seen(&room).collect.rows.iter().any(|row| row.naming));
    room.send(Lesson::Named(id.clone(), "Sam of 9b".into()));
    let expected = [("Sam of 9b", "Sam Taylor"), ("Sam Taylor", "")];
    assert_eq!(sams(&room), expected.map(|(name, own)| (name.to_owned(), own.to_owned())));
    assert!(seen(&room).collect.problems.iter().all(|one| one.way.is_none()), "nobody is taken for another any more");
    assert!(!room.tab.file(true).contains("Sam of 9b"), "the name is this browser’s");
    room.send(Lesson::Named(id, "".into()));
    let one = seen(&room).collect.problems.iter().find_map(|one| one.way.clone());
    let Some(Way::OnePerson(a, b)) = one else { panic!("two of one name") };
    room.send(crate::class::roll::msg::Msg::Joined(a, b));
    assert_eq!(sams(&room).len(), 1);
    assert_eq!(&*seen(&room).collect.summary, "5 of 8 files are in, 3 need your attention.", "both files are still in");
}

#[test]
fn what_is_in_a_zip_file_counts_as_if_it_had_come_by_itself() {
    let ada = work(11, TEXT, "Ada", &["s"]);
    let stored = postil_core::output::zip::zip(&[("9b/ada.json", ada.as_bytes()), ("9b/.DS_Store", b"x")], 0, 0);
    let zipped = NamedFile { name: "9b.ZIP".into(), bytes: Ok(stored.unwrap().into()) };
    for collecting in [true, false] {
        let mut room = teacher();
        let came = vec![zipped.clone()];
        room.host(if collecting { files::Msg::Collected(came) } else { files::Msg::FilesRead(came) });
        room.host(Msg::DialogClosed);
        let rows = seen(&room).collect.rows.clone();
        assert_eq!(rows.iter().map(|row| &*row.file).collect::<Vec<_>>(), ["9b/ada.json"], "{collecting}");
    }
    // What is compressed is unpacked by the browser.
    let mut bytes = zipped.bytes.unwrap().to_vec();
    let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    bytes[directory + 10] = 8;
    let mut room = teacher();
    let packed = NamedFile { name: "9b.zip".into(), bytes: Ok(bytes.into()) };
    room.host(files::Msg::Collected(vec![packed.clone(), file("essay.docx", "PK")]));
    assert!(room.tab.done.iter().any(|effect| matches!(effect, Effect::Inflate(packed) if packed.len() == 1)));
    assert!(seen(&room).collect.rows.is_empty(), "it waits");
    room.host(files::Msg::Inflated(vec![Some(ada.as_bytes().into())]));
    assert_eq!(&*seen(&room).collect.summary, "1 of 2 files are in, 1 needs your attention.");
    room.host(files::Msg::Collected(vec![packed]));
    room.host(files::Msg::Inflated(vec![None]));
    assert_eq!(
        &*seen(&room).collect.summary,
        "0 of 2 files are in, 2 need your attention.",
        "a file that cannot be unpacked says so"
    );
}

#[test]
fn what_was_collected_can_be_taken_back_and_collected_again() {
    let mut room = collected();
    room.host(Msg::UndoAsked);
    // With a batch goes what was said of its files, also of those that did not come in.
    assert_eq!(&*seen(&room).collect.summary, "Nobody has handed in yet.");
    assert!(seen(&room).collect.rows.is_empty() && seen(&room).collect.problems.is_empty());
    room.host(Msg::RedoAsked);
    assert_eq!(&*seen(&room).collect.summary, "5 of 8 files are in, 3 need your attention.");
    let whole = work(16, TEXT, "Jo", &["s"]);
    room.host(files::Msg::Collected(vec![file("jo.postil.json", &whole)]));
    let view = seen(&room);
    assert_eq!(
        &*view.collect.summary, "6 of 8 files are in, 2 need your attention.",
        "the file that was cut off is mended"
    );
}

#[test]
fn a_class_that_takes_long_says_how_far_it_is_and_can_be_given_up() {
    let mut room = teacher();
    room.host(files::Msg::CollectingBegun);
    assert!(room.tab.model.view.dialog.is_none());
    room.host(Msg::TimePassed(Timer::Import));
    assert!(room.tab.model.view.dialog.is_some());
    room.host(files::Msg::ImportGivenUp);
    room.host(files::Msg::Collected(awkward()));
    assert!(seen(&room).collect.rows.is_empty(), "what was given up is not looked at");
}

#[test]
fn a_file_that_asks_can_be_answered_from_class() {
    let mut room = teacher();
    // The clock of whoever wrote it is days ahead.
    let mut ahead = own_file::elsewhere(12).open();
    ahead.browser.now.set(ahead.browser.now.get() + 4 * 24 * 60 * 60 * 1000);
    ahead.send(files::Msg::ArticlePasted(TEXT.into()));
    ahead.send(files::Msg::PreviewOpened);
    ahead.press("o");
    let theirs = ahead.file(false);
    room.host(files::Msg::Collected(vec![file("ada.postil.json", &work(11, TEXT, "Ada", &["s"]))]));
    room.host(files::Msg::Collected(vec![file("eve.postil.json", &theirs)]));
    let view = seen(&room);
    assert_eq!(&*view.collect.summary, "1 of 2 files are in, 1 needs your attention.");
    assert_eq!(view.collect.problems[0].way, Some(Way::Answer));
    // Where the page was loaded anew the question is gone, and is asked once more when the file comes once more.
    let mut anew = anew(&room);
    let view = seen(&anew);
    assert_eq!(&*view.collect.summary, "1 of 2 files are in, 1 needs your attention.");
    assert_eq!(view.collect.problems[0].way, None);
    assert!(view.collect.problems[0].sentence.ends_with("Collect it again to answer it."));
    anew.host(files::Msg::Collected(vec![file("eve.postil.json", &theirs)]));
    assert_eq!(seen(&anew).collect.problems[0].way, Some(Way::Answer));
    room.send(Lesson::VerdictsAsked);
    assert!(matches!(room.tab.model.files.open, Some(DialogKind::Import)));
    room.host(files::Msg::PartAnswered(0, 0, postil_core::exchange::import::Answer::LeaveOut));
    assert!(seen(&room).collect.problems.is_empty());
}

#[test]
fn what_was_given_back_is_remembered_with_what_was_decided_since() {
    let mut room = collected();
    assert!(!seen(&room).back.ready);
    room.tab.decide("supports", postil_core::record::decision::Outcome::Decided);
    assert_eq!((seen(&room).next, &*seen(&room).back.state), (Some(Step::GiveBack), "Not given back yet."));
    room.send(Lesson::GivingBackAsked);
    assert!(room.tab.done.iter().any(|effect| matches!(effect, Effect::DownloadBytes { .. })));
    assert_eq!((&*seen(&room).back.state, seen(&room).next), ("Feedback made today for 4 people.", None));
    room.tab.browser.now.set(room.tab.browser.now.get() + 60_000);
    room.tab.decide("opposes", postil_core::record::decision::Outcome::Decided);
    assert_eq!((&*seen(&room).back.since, seen(&room).next), ("1 paragraph was decided since.", Some(Step::GiveBack)));
}

#[test]
fn who_has_handed_in_is_saved_as_a_table() {
    let mut room = collected();
    room.send(Lesson::RosterWritten("Ada\nNora".into()));
    let rows = seen(&room).collect.rows.clone();
    room.send(Lesson::SheetAsked(Sheet::HandedIn, Csv));
    let saved = room.tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { name, text, .. } if name.ends_with(".csv") => Some((Arc::clone(name), text.to_string())),
        _ => None,
    });
    let (name, text) = saved.expect("it is saved");
    assert_eq!(&*name, "Of bees and keepers - handed-in.csv");
    let lines: Vec<&str> = text.trim_start_matches(MARK).lines().collect();
    assert_eq!(lines[0], "name,name_in_file,file,answered,paragraphs,latest_change,late,to_check");
    assert_eq!(lines.len(), rows.len() + 1);
    assert!(lines[1].starts_with("Ada,,ada.postil.json,3,3,2023-11-1"), "{}", lines[1]);
    assert_eq!(lines.last(), Some(&"Nora,,,,,,,missing"));
}
