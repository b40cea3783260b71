//! Files of others: whose they are, what they would write into, and what a person answers.

use crate::{files, read, storage};
mod verdicts;

use super::{own_file::elsewhere, *};
use crate::{
    class::msg::Msg as Class,
    files::{
        people::coded,
        verdicts::import_view,
        view::{DialogView, ImportView},
    },
    screen::DialogKind,
    shared::editing,
};
use postil_core::{
    base::{
        id::{AnnotatorId, ReplicaId},
        register::Register,
        stamp::{FUTURE_MS, Stamp},
    },
    exchange::bundle::{Bundle, read::read, write},
    record::{
        LayerKey, Stance,
        decision::{Outcome, Reply},
        edit::Edit,
        note::Note,
    },
};

const APP: &str = "Postil 0.1.0";

impl Tab {
    fn imported(&self) -> ImportView {
        import_view(&self.model.files, &self.model.shared)
    }

    /// Presses a button of the import dialog.
    pub(super) fn answer(&mut self, label: &str) {
        let view = self.imported();
        let actions = view.reports.iter().flat_map(|report| &report.asks).flat_map(|ask| &ask.actions);
        let all: Vec<_> = actions.clone().map(|(label, _)| label.clone()).collect();
        let Some((_, msg)) = actions.into_iter().find(|(each, _)| **each == *label) else {
            panic!("“{label}” is not among {all:?}")
        };
        self.send((**msg).clone());
    }

    fn buttons(&self) -> Vec<String> {
        let view = self.imported();
        let asks = view.reports.iter().flat_map(|report| &report.asks);
        asks.flat_map(|ask| &ask.actions).map(|(label, _)| label.to_string()).collect()
    }

    fn question(&self) -> String {
        let view = self.imported();
        view.reports.iter().flat_map(|r| &r.asks).map(|ask| ask.sentence.to_string()).collect::<Vec<_>>().join(" ")
    }

    fn people(&self) -> usize {
        let layers = self.model.shared.store().layers.get(self.model.shared.article_id());
        layers.map_or(0, |layers| layers.values().filter(|layer| !layer.is_silent()).count())
    }

    fn note(&self) -> Arc<str> {
        Arc::clone(&self.model.view.inspector.note.text)
    }
}

fn stamp(wall: u64) -> Stamp {
    Stamp { wall, counter: 0, replica: "mallory".into() }
}

/// The file with a change in the layer of one annotator.
fn tampered(text: &str, id: &AnnotatorId, change: impl FnOnce(&mut Bundle)) -> String {
    let (mut bundle, _) = read(text).unwrap();
    assert!(bundle.reading(id.as_str()).is_some());
    change(&mut bundle);
    write(&bundle, APP)
}

/// The file in which somebody else answered the first paragraph at that time.
fn overruled(text: &str, id: &AnnotatorId, option: &str, wall: u64) -> String {
    tampered(text, id, |bundle| {
        let paragraph = bundle.article.paragraphs()[0].id.clone();
        let record =
            bundle.layers.get_mut(&LayerKey::reading(id.clone(), 1)).unwrap().records.get_mut(&paragraph).unwrap();
        let stance = Some(Stance { option: option.into(), confidence: None });
        record.stances.insert("stance".into(), Register::new(stance, stamp(wall)));
    })
}

#[test]
fn ones_own_backup_is_gone_on_with_in_a_new_browser() {
    let mut old = elsewhere(1).open();
    for key in ["s", "j", "o"] {
        old.press(key);
    }
    let id = old.model.shared.annotator.clone();
    old.send(files::Msg::AnnotatorRenamed(id.clone(), "Mei Lin".into()));
    let backup = old.file(false);
    let browser = elsewhere(2);
    let mut tab = browser.open();
    assert_eq!(tab.import(&[&backup]), ["Imported. Mei Lin: 2 new paragraphs."]);
    assert_eq!(tab.buttons(), ["This is my work: go on as Mei Lin"]);
    tab.answer("This is my work: go on as Mei Lin");
    assert_eq!(
        (&tab.model.shared.annotator, tab.data(0), tab.data(1)),
        (&id, "supports [-]".into(), "opposes [-]".into())
    );
    assert_eq!(&*tab.model.view.bar.annotator, "Mei Lin");
    tab.press("m");
    assert_eq!(tab.people(), 1, "one person, one layer");
    let mut again = browser.open();
    assert_eq!((&again.model.shared.annotator, again.data(0)), (&id, "mixed [-]".into()));
    let (file, _) = read(&again.file(false)).unwrap();
    assert_eq!(file.reading(id.as_str()).unwrap().records.len(), 2, "the own file holds all of it");
    again.send(Msg::DialogOpened(DialogKind::Annotators));
    let Some(DialogView::Annotators(view)) = again.model.view.dialog.clone() else { panic!("no dialog") };
    assert!(view.here.iter().any(|row| row.id == id && row.active));
}

#[test]
fn the_backup_of_another_article_opens_and_is_gone_on_with_in_one_step() {
    let mut old = elsewhere(1).open();
    old.send(files::Msg::ArticlePasted("My own article here\n\nOne thing.\n\nTwo things.".into()));
    old.send(files::Msg::PreviewOpened);
    old.press("m");
    let id = old.model.shared.annotator.clone();
    let backup = old.file(false);
    let mut tab = elsewhere(2).open();
    tab.import(&[&backup]);
    assert_eq!(tab.buttons(), ["Open “My own article here”", "This is my work: go on as Reader 1"]);
    tab.answer("This is my work: go on as Reader 1");
    assert_eq!((&*tab.model.view.article.title, &tab.model.shared.annotator), ("My own article here", &id));
    assert_eq!(tab.data(0), "mixed [-]");
}

#[test]
fn going_on_with_ones_own_work_leaves_the_other_question_of_the_file_open() {
    let mut old = elsewhere(1).open();
    old.press("s");
    let id = old.model.shared.annotator.clone();
    old.send(files::Msg::AnnotatorRenamed(id.clone(), "Mei Lin".into()));
    old.decide("supports", Outcome::Decided);
    let mut tab = elsewhere(2).open();
    tab.import(&[&old.file(true)]);
    tab.answer("This is my work: go on as Mei Lin");
    assert_eq!(tab.model.shared.annotator, id);
    assert!(
        tab.buttons().contains(&"Import them".into()),
        "what the class decided is still asked about: {:?}",
        tab.buttons()
    );
    tab.answer("Import them");
    assert_eq!(tab.buttons(), ["See what the class decided"], "nothing is asked any more");
}

#[test]
fn nobody_is_asked_whether_a_class_is_their_own_work_and_whoever_has_tagged_is_not_either() {
    let files: Vec<String> = (1..7)
        .map(|n| {
            let mut tab = elsewhere(n).open();
            tab.press("s");
            tab.file(false)
        })
        .collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut teacher = elsewhere(20).open();
    teacher.import(&files);
    assert!(teacher.buttons().is_empty(), "{:?}", teacher.buttons());
    let mut student = elsewhere(21).open();
    student.press("o");
    student.import(&files[..1]);
    assert!(student.buttons().is_empty(), "{:?}", student.buttons());
}

#[test]
fn a_file_writes_into_ones_own_answers_only_after_a_yes() {
    let mut tab = elsewhere(1).open();
    tab.press("s");
    let me = tab.model.shared.annotator.clone();
    let now = tab.browser.now.get();
    let file = tab.file(false);
    let forged = overruled(&file, &me, "opposes", now + 60_000);
    let before = tab.model.shared.store().layers.clone();
    assert_eq!(tab.import(&[&forged]), ["Nothing changed yet: this needs your answer."]);
    assert!(tab.question().contains("change Reader 1’s work in this browser: 1 answer of Reader 1."));
    assert_eq!(tab.model.shared.store().layers, before);
    assert_eq!(tab.buttons(), ["Use these changes", "Keep mine"]);
    tab.answer("Keep mine");
    assert_eq!((tab.data(0), tab.model.shared.store().layers == before), ("supports [-]".into(), true));
    assert_eq!(&*tab.imported().reports[0].sentence, "Left out. Nothing changed.");
    tab.import(&[&forged]);
    tab.answer("Use these changes");
    assert_eq!(tab.data(0), "opposes [-]");
    assert_eq!(&*tab.imported().reports[0].sentence, "Imported. New or changed: 1 answer of Reader 1.");
    tab.send(files::Msg::ImportUndone);
    assert_eq!(tab.data(0), "supports [-]");
}

#[test]
fn nobody_in_this_browser_is_written_over_in_silence() {
    let mut tab = elsewhere(1).open();
    tab.press("s");
    let (ann, now) = (tab.model.shared.annotator.clone(), tab.browser.now.get());
    let forged = overruled(&tab.file(false), &ann, "opposes", now + 60_000);
    tab.send(files::Msg::AnnotatorAdded("Ben".into()));
    tab.import(&[&forged]);
    assert_eq!(tab.buttons(), ["Use these changes", "Keep mine"]);
    assert_eq!(coded(&tab.model.shared, &ann), 1);
    tab.send(files::Msg::AnnotatorChosen(ann));
    assert_eq!(tab.data(0), "supports [-]");
}

#[test]
fn an_erased_note_and_another_name_wait_too() {
    let mut tab = elsewhere(1).open();
    tab.press("s");
    tab.send(read::Msg::NoteTyped("my own words".into()));
    tab.send(read::Msg::NoteKept(false));
    let (me, now) = (tab.model.shared.annotator.clone(), tab.browser.now.get());
    let replica: ReplicaId = tab.model.shared.clock.replica().clone();
    let file = tab.file(false);
    let forged = tampered(&file, &me, |bundle| {
        bundle.people.get_mut(&me).unwrap().name = Some(Register::new("Somebody else".into(), stamp(now + 60_000)));
        let layer = bundle.layers.get_mut(&LayerKey::reading(me.clone(), 1)).unwrap();
        let record = layer.records.values_mut().next().unwrap();
        record.note = Note::default();
        record.note.see(&Stamp { wall: now + 120_000, counter: 0, replica });
    });
    tab.import(&[&forged]);
    assert_eq!((&*tab.note(), &*tab.model.shared.display_name(&me)), ("my own words", "Reader 1"));
    let only_name = tampered(&file, &me, |bundle| {
        bundle.people.get_mut(&me).unwrap().name = Some(Register::new("Somebody else".into(), stamp(now + 60_000)));
    });
    assert_eq!(tab.import(&[&only_name]), ["Already here. Nothing changed."]);
    assert_eq!(&*tab.model.shared.display_name(&me), "Reader 1");
}

#[test]
fn dates_that_have_not_come_are_named_and_wait() {
    let mut other = elsewhere(9).open();
    other.press("m");
    let them = other.model.shared.annotator.clone();
    let far = overruled(&other.file(false), &them, "opposes", 4_070_908_800_000);
    let mut tab = elsewhere(1).open();
    tab.press("s");
    tab.import(&[&far]);
    assert_eq!(tab.people(), 1);
    let words = "It carries dates up to 2099-01-01, more than a day ahead of this computer’s clock.";
    assert_eq!(tab.question(), format!("Reader 1: {words}"));
    assert_eq!(tab.buttons(), ["Import it anyway", "Leave it out"]);
    tab.answer("Import it anyway");
    assert_eq!(tab.people(), 2);
    // A day is let pass: clocks differ.
    let near = overruled(&other.file(false), &them, "neutral", tab.browser.now.get() + FUTURE_MS / 2);
    let mut there = elsewhere(3).open();
    there.press("s");
    assert_eq!(there.import(&[&near]), ["Imported. Reader 1: 1 new paragraph."]);
}

#[test]
fn what_was_decided_here_is_overruled_by_no_file_without_a_yes() {
    let mut teacher = elsewhere(1).open();
    teacher.decide("supports", Outcome::Open);
    let home = elsewhere(2);
    home.now.set(home.now.get() + 3_600_000);
    let mut student = home.open();
    student.import(&[&teacher.file(true)]);
    student.answer("Import them");
    student.send(Msg::DialogClosed);
    student.press("o");
    student.send(files::Msg::AnnotatorRenamed(student.model.shared.annotator.clone(), "Sam".into()));
    student.decide("opposes", Outcome::Decided);
    let all = student.file(true);
    teacher.browser.now.set(home.now.get() + 10);
    assert_eq!(teacher.import(&[&all]), ["Imported. Sam: 1 new paragraph."]);
    let view = teacher.imported();
    assert_eq!((view.reports[0].kind, view.reports[0].is_problem), ("asks", true));
    assert!(teacher.question().contains("By Sam, according to the file."), "{}", teacher.question());
    assert_eq!(teacher.decided(), Some((String::new(), Outcome::Open)));
    teacher.answer("Keep ours");
    assert_eq!(teacher.decided(), Some((String::new(), Outcome::Open)));
    teacher.import(&[&all]);
    teacher.answer("Use their decisions");
    assert_eq!(teacher.decided(), Some(("opposes".into(), Outcome::Decided)));
}

#[test]
fn what_another_class_decided_stands_beside_what_was_decided_here() {
    let mut other = elsewhere(1).open();
    other.decide("supports", Outcome::Open);
    let mut teacher = elsewhere(2).open();
    teacher.decide("opposes", Outcome::Decided);
    teacher.import(&[&other.file(true)]);
    teacher.answer("Use their decisions");
    assert_eq!(teacher.decided(), Some(("opposes".into(), Outcome::Decided)));
    let shared = &teacher.model.shared;
    assert_eq!(shared.store().classes_of(shared.article_id()).count(), 2);
}

#[test]
fn a_decision_that_came_with_a_file_says_so_even_under_ones_own_name() {
    let mut room = class::Room::open();
    room.tab.press("s");
    room.tab.decide("supports", Outcome::Open);
    room.host(Msg::RouteChanged("#/compare".into()));
    room.send(Class::ParagraphOpened(0));
    let recorded = |room: &class::Room| room.pages().view.decide().unwrap().view.recorded.clone().unwrap();
    assert_eq!(&*recorded(&room), "Left open, today.", "whoever gave no name is called none");
    let me = room.tab.model.shared.annotator.clone();
    room.host(files::Msg::AnnotatorRenamed(me, "Ms Kay".into()));
    let mine = room.tab.file(true);
    room.host(Msg::DialogClosed);
    let before = recorded(&room);
    assert_eq!(&*before, "Left open by \u{2068}Ms Kay\u{2069}, today.");
    // Somebody changed the file: by whom it was decided stays as it was.
    let at = room.decided(0).settled().expect("it is recorded").to_string();
    let later = stamp(room.tab.browser.now.get() + 1000).to_string();
    let forged = mine.replace(&at, &later).replace("\"outcome\": \"open\"", "\"outcome\": \"decided\"");
    room.tab.import(&[&forged]);
    room.tab.answer("Use their decisions");
    room.host(Msg::DialogClosed);
    let after = recorded(&room);
    assert!(
        after.starts_with("Decided by \u{2068}Ms Kay\u{2069}, ") && after.ends_with(", according to a file."),
        "{after}"
    );
    room.host(Msg::UndoAsked);
    assert_eq!(recorded(&room), before);
}

#[test]
fn decisions_in_the_file_of_a_student_wait_also_where_nothing_is_decided_yet() {
    let mut student = elsewhere(2).open();
    student.press("o");
    student.decide("opposes", Outcome::Decided);
    let all = student.file(true);
    let mut teacher = elsewhere(1).open();
    teacher.import(&[&all]);
    assert_eq!((teacher.decided(), teacher.people()), (None, 1));
    let words = "It contains decisions of a class: 1 new paragraph. By Reader 1, according to the file.";
    assert_eq!(teacher.question().trim_end(), words);
    assert_eq!(teacher.buttons(), ["Import them", "Leave them out", "This is my work: go on as Reader 1"]);
    // Made for whoever sits here, as feedback is, it comes in at once; so it does for whoever went on with it.
    student.press("s");
    let browser = elsewhere(3);
    let mut at_home = browser.open();
    at_home.import(&[&student.file(false)]);
    at_home.answer("This is my work: go on as Reader 1");
    at_home.import(&[&all]);
    assert_eq!(at_home.decided(), Some(("opposes".into(), Outcome::Decided)));
    // It leads on to what the class made of it.
    assert_eq!(at_home.buttons(), ["See what the class decided"]);
    at_home.answer("See what the class decided");
    let led = at_home.done.iter().any(|done| matches!(done, Effect::Navigate(to) if &**to == "#/class/changed"));
    assert!(led && at_home.model.view.dialog.is_none());
}

#[test]
fn what_a_later_file_brings_is_called_what_it_is() {
    let mut student = elsewhere(2).open();
    student.press("o");
    student.send(files::Msg::AnnotatorRenamed(student.model.shared.annotator.clone(), "Cleo".into()));
    let mut teacher = elsewhere(1).open();
    assert_eq!(teacher.import(&[&student.file(false)]), ["Imported. Cleo: 1 new paragraph."]);
    let shared = &mut student.model.shared;
    let (cleo, paragraph) = (shared.annotator.clone(), shared.paragraph_id(0).cloned().unwrap());
    let reply = Edit::Reply("class".into(), Some(Reply::Agrees));
    editing::edit_record(shared, &cleo, &paragraph, &[reply], "reply", &Env { now: 1_800_000_000_000, ..Env::still() });
    student.browser.now.set(1_800_000_001_000);
    teacher.browser.now.set(1_800_000_002_000);
    assert_eq!(teacher.import(&[&student.file(false)]), ["Imported. New or changed: 1 reply of Cleo."]);
    student.press("s");
    student.send(read::Msg::NoteTyped("Because.".into()));
    let said = "Imported. New or changed: 1 answer of Cleo, 1 note of Cleo.";
    assert_eq!(teacher.import(&[&student.file(false)]), [said]);
}

#[test]
fn of_two_people_with_one_copied_browser_each_keeps_their_own() {
    let mut ann = elsewhere(1).open();
    let id = ann.model.shared.annotator.clone();
    ann.press("s");
    ann.send(files::Msg::AnnotatorRenamed(id.clone(), "Ann".into()));
    let anns = ann.file(false);
    let ben = |option: &str, wall: u64| {
        let file = overruled(&anns, &id, option, wall);
        tampered(&file, &id, |bundle| {
            bundle.people.get_mut(&id).unwrap().name = Some(Register::new("Ben".into(), stamp(1_700_000_001_000)));
        })
    };
    let now = ann.browser.now.get();
    let mut teacher = elsewhere(5).open();
    teacher.press("n");
    teacher.import(&[&anns, &ben("opposes", now + 1000)]);
    assert_eq!((teacher.people(), &*teacher.model.shared.store().name(&id)), (2, "Ann"));
    assert!(teacher.question().contains("the name “Ben” for somebody called “Ann” here"), "{}", teacher.question());
    assert_eq!(teacher.buttons(), ["Same person", "Separate", "Leave it out"]);
    teacher.answer("Separate");
    assert_eq!(teacher.people(), 3);
    // For good: his later files are his, whichever way round they come, and each is here once.
    assert_eq!(teacher.import(&[&ben("neutral", now + 2000)]), ["Imported. New or changed: 1 answer of Ben."]);
    assert_eq!(teacher.import(&[&ben("neutral", now + 2000), &anns]).len(), 2);
    assert_eq!((teacher.people(), teacher.buttons().len()), (3, 0));
    let names = teacher.model.shared.store().people.values().filter_map(|person| person.name.as_ref());
    assert_eq!(names.filter(|r| ["Ann", "Ben"].contains(&&*r.value)).count(), 2);
}

#[test]
fn somebody_under_a_new_name_is_asked_about_once() {
    let mut ann = elsewhere(1).open();
    let id = ann.model.shared.annotator.clone();
    ann.press("s");
    let first = ann.file(false);
    ann.send(files::Msg::AnnotatorRenamed(id.clone(), "Ann".into()));
    ann.press("o");
    let second = ann.file(false);
    ann.press("m");
    let third = ann.file(false);
    let mut teacher = elsewhere(5).open();
    teacher.import(&[&first]);
    // Both wait; one answer is for both.
    teacher.import(&[&second, &third]);
    teacher.answer("Same person");
    assert_eq!((teacher.people(), &*teacher.model.shared.store().name(&id), teacher.buttons().len()), (1, "Ann", 1));
    assert_eq!(teacher.buttons(), ["This is my work: go on as Ann"], "said once, of whoever sits here");
    assert!(teacher.imported().reports.iter().all(|report| report.kind == "merged"));
    // Whoever is given another name here is still known by the one in their files.
    let mut other = elsewhere(6).open();
    other.press("s");
    other.import(&[&third]);
    other.send(files::Msg::AnnotatorRenamed(id, "Ann Smith".into()));
    ann.press("n");
    let fourth = ann.file(false);
    other.import(&[&fourth]);
    assert_eq!((other.people(), other.buttons().len(), other.imported().reports[0].kind), (2, 0, "merged"));
}

#[test]
fn a_refused_file_is_not_called_merged() {
    let mut other = elsewhere(9).open();
    other.press("m");
    other.send(read::Msg::NoteTyped("long ".repeat(1_200_000).into()));
    other.send(read::Msg::NoteKept(false));
    let large = other.file(false);
    let mut tab = elsewhere(1).open();
    tab.press("s");
    assert_eq!(tab.import(&[&large]), ["There was no storage left for it. Nothing changed."]);
    let view = tab.imported();
    assert!(view.error.is_some() && view.reports[0].kind == "refused" && !view.can_undo);
    // Also when local storage turns out to be full while it is written.
    let mut small = elsewhere(10).open();
    small.press("m");
    let small = small.file(false);
    tab.browser.refuses.replace(Some(StorageError::Full { needed: 1 }));
    assert_eq!(tab.import(&[&small]), ["There was no storage left for it. Nothing changed."]);
}

#[test]
fn an_import_that_fills_storage_says_so_at_once() {
    let mut other = elsewhere(9).open();
    other.press("m");
    other.send(read::Msg::NoteTyped("long ".repeat(250_000).into()));
    other.send(read::Msg::NoteKept(false));
    let large = other.file(false);
    let mut tab = elsewhere(1).open();
    tab.press("s");
    assert_eq!(tab.imported().filling, None);
    tab.send(storage::Msg::UsageMeasured(2_500_000));
    tab.import(&[&large]);
    let filling = tab.imported().filling.unwrap();
    assert!(filling.starts_with("71 % of the storage"), "{filling}");
}

#[test]
fn nothing_of_a_file_is_written_while_all_of_it_waits() {
    let mut tab = elsewhere(5).open();
    tab.press("s");
    let me = tab.model.shared.annotator.clone();
    let text = overruled(&tab.file(false), &me, "opposes", tab.browser.now.get() + 60_000);
    let text = text.replacen("\"version\": 1,", "\"version\": 1,\n  \"roster\": [\"Ann\"],", 1);
    let fields = |tab: &Tab| tab.model.shared.store().articles[tab.model.shared.article_id()].extra.len();
    tab.import(&[&text]);
    assert_eq!((fields(&tab), tab.imported().can_undo), (0, false));
    tab.answer("Keep mine");
    assert_eq!(fields(&tab), 0);
    tab.import(&[&text]);
    tab.answer("Use these changes");
    assert_eq!((fields(&tab), tab.imported().can_undo), (1, true));
}
