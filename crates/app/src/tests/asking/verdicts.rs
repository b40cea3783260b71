//! The list of verdicts: its order, its names, and how far it is.

use super::*;
use crate::{files, intent::Intent, read, shared::gesture::Gesture};
use postil_core::{
    codebook::book::{Item, Value, field},
    exchange::import::Answer,
};

#[test]
fn what_has_to_be_looked_at_stands_first_and_all_is_summed_up() {
    let person = |n: u128, name: &str| {
        let mut tab = elsewhere(n).open();
        tab.press("s");
        tab.send(files::Msg::AnnotatorRenamed(tab.model.shared.annotator.clone(), name.into()));
        tab
    };
    let (ann, ben) = (person(1, "Ann").file(false), person(2, "Ben").file(false));
    let mut eve = person(3, "Eve");
    let far = overruled(&eve.file(false), &eve.model.shared.annotator.clone(), "mixed", 4_070_908_800_000);
    let mut teacher = elsewhere(5).open();
    teacher.press("s");
    teacher.import(&[&ann, &ben, &ann, "not ours", &far]);
    let view = teacher.imported();
    assert_eq!(
        &*view.summary,
        "2 of 5 files imported, 1 brought nothing new, 1 needs your attention, 1 could not be imported."
    );
    let rows: Vec<_> = view.reports.iter().map(|r| (&*r.name, &*r.file, r.kind, r.is_problem)).collect();
    assert_eq!(
        rows,
        [
            ("Eve", "4.postil.json", "asks", true),
            ("3.postil.json", "", "refused", true),
            ("Ann", "0.postil.json", "merged", false),
            ("Ben", "1.postil.json", "merged", false),
            ("Ann", "2.postil.json", "same", false),
        ]
    );
    teacher.send(files::Msg::VerdictsWanted(false));
    let saved = teacher.done.iter().find_map(|effect| match effect {
        Effect::Download { text, mime: "text/plain", .. } => Some(text.clone()),
        _ => None,
    });
    let saved = saved.unwrap();
    for line in [&*view.summary, "Ben (1.postil.json)", "Imported. Ben: 1 new paragraph.", "3.postil.json"] {
        assert!(saved.lines().any(|each| each == line), "{line}: {saved}");
    }
}

#[test]
fn an_earlier_version_of_ones_own_codebook_is_no_news_and_a_later_one_is() {
    let mut teacher = elsewhere(1).open();
    teacher.send(files::Msg::ArticlePasted("On bees\n\nBees do well on roofs.".into()));
    teacher.send(files::Msg::PreviewOpened);
    let paragraph = teacher.model.shared.paragraph_id(0).unwrap().clone();
    teacher.ask(Intent::Codebook(Gesture::Theme(paragraph, "Honey".into())));
    teacher.press("s");
    let given = teacher.file(false);
    let student = |n: u128, given: &str| {
        let mut student = elsewhere(n).open();
        student.import(&[given]);
        student.send(files::Msg::ImportedArticleOpened(0));
        student.press("s");
        student
    };
    let mut early = student(2, &given);
    let themes = &teacher.model.shared.codebook.themes;
    let (item, words) = (Item::Theme(themes[0].id.clone()), Value::Text("What bees make".into()));
    let edits = teacher.model.shared.book.set(&item, field::DEFINITION, words);
    teacher.ask(Intent::Codebook(Gesture::Edit { edits, word: "“Honey” described".into() }));
    let mut later = student(3, &teacher.file(false));
    let (before, after) = (early.file(false), later.file(false));

    let said = |tab: &mut Tab, file: &str| {
        tab.import(&[file]);
        let report = &tab.imported().reports[0];
        let labels = report.asks.iter().flat_map(|ask| &ask.actions).map(|(label, _)| label.to_string());
        (report.details[0].to_string(), labels.filter(|label| label.contains("its changes")).collect::<Vec<_>>())
    };
    let what = "theme “Honey” has a different description";
    assert_eq!(
        said(&mut teacher, &before),
        (format!("It was made with an earlier version of your codebook. What has changed since: {what}."), vec![]),
        "there is nothing to use"
    );
    assert_eq!(
        said(&mut early, &after),
        (format!("It was made with another version of the codebook: {what}."), vec!["Use its changes".into()])
    );
    early.send(files::Msg::BookTaken(0));
    assert_eq!(&*early.model.shared.codebook.themes[0].definition, "What bees make");
}

#[test]
fn answers_that_changed_places_are_a_trick_only_where_they_never_stood_so_here() {
    let mut teacher = elsewhere(1).open();
    let paragraph = teacher.model.shared.paragraph_id(0).unwrap().clone();
    teacher.ask(Intent::Codebook(Gesture::Theme(paragraph, "Honey".into())));
    teacher.press("s");
    let before = teacher.file(true);
    let question = teacher.model.shared.codebook.questions[0].clone();
    let (one, two) = (&question.options[0], &question.options[1]);
    for (option, label) in [(one, &two.label), (two, &one.label)] {
        let item = Item::Option(question.id.clone(), option.id.clone());
        let edits = teacher.model.shared.book.set(&item, field::LABEL, Value::Text(Arc::clone(label)));
        teacher.ask(Intent::Codebook(Gesture::Edit { edits, word: "renamed".into() }));
    }
    let after = teacher.file(true);
    let mut student = elsewhere(2).open();
    student.send(files::Msg::ArticleFileRead(NamedFile { name: "x".into(), bytes: Ok(before.as_bytes().into()) }));
    student.send(files::Msg::DifferenceSettled(true));
    let said = |tab: &mut Tab, file: &str| {
        tab.import(&[file]);
        let asks = &tab.imported().reports[0].asks;
        asks.iter().map(|ask| ask.sentence.to_string()).find(|said| said.contains("swapped")).unwrap_or_default()
    };
    assert!(said(&mut teacher, &before).contains("were swapped"));
    assert!(said(&mut student, &after).contains("a mistake or was done on purpose"));
}

#[test]
fn neither_programs_nor_classes_are_people_who_have_handed_in() {
    const FILE: &str = include_str!("../../../../../tests/fixtures/v1/all.postil.json");
    let mut tab = elsewhere(1).open();
    tab.import(&[FILE]);
    let labels = |tab: &Tab| {
        let asks = tab.imported().reports[0].asks.clone();
        let labels = asks.iter().flat_map(|ask| &ask.actions).map(|(label, _)| label.to_string());
        labels.filter(|label| label.contains("go on as")).collect::<Vec<_>>()
    };
    // Of the program it is said there that it and Ben are one.
    let people = ["This is my work: go on as Ann"];
    assert_eq!(labels(&tab), people);
    tab.send(files::Msg::ImportedArticleOpened(0));
    for part in 0..tab.model.files.imported.reports[0].shares.len() {
        tab.send(files::Msg::PartAnswered(0, part, Answer::Take));
    }
    assert_eq!(
        &*tab.imported().reports[0].sentence,
        "Imported. Ann: 4 new paragraphs. Ben 𝒳: 2 new paragraphs. A program: 1 new paragraph. Decisions of \
         “Thursday group”: 3 new paragraphs. Decisions of “Friday group”: 1 new paragraph."
    );
}

#[test]
fn a_file_that_turns_its_name_around_is_seen_through() {
    let mut tab = elsewhere(1).open();
    let name = "annas\u{202E}nosj.exe";
    tab.send(files::Msg::FilesRead(vec![NamedFile { name: name.into(), bytes: Ok(Arc::from(&b"x"[..])) }]));
    assert_eq!(&*tab.imported().reports[0].name, "annas⟨U+202E⟩nosj.exe");
}

/// Files large enough that they are not read in one go.
fn many() -> Vec<NamedFile> {
    let mut tab = elsewhere(1).open();
    tab.press("s");
    tab.send(read::Msg::NoteTyped("long ".repeat(300_000).into()));
    tab.send(read::Msg::NoteKept(false));
    let text = tab.file(false);
    let named = |n: usize| NamedFile { name: format!("{n}.json").into(), bytes: Ok(Arc::from(text.as_bytes())) };
    (0..12).map(named).collect()
}

#[test]
fn a_long_import_says_how_far_it_is_and_can_be_given_up() {
    let files = many();
    let mut tab = elsewhere(5).open();
    let step = |tab: &mut Tab, msg: Msg| {
        let env = Env { now: 1_700_000_000_000, entropy: &|| 1, ..Env::still() };
        update(&mut tab.model, msg, &env)
    };
    step(&mut tab, Msg::PartCame(Part::Dialogs, Some(Table(&DIALOGS))));
    let effects = step(&mut tab, files::Msg::ImportBegun.into());
    assert!(effects.contains(&Effect::Wait(Timer::Import, 1000)));
    let effects = step(&mut tab, files::Msg::FilesRead(files.clone()).into());
    assert!(effects.contains(&Effect::AwaitIdle) && tab.imported().busy);
    assert_eq!(tab.imported().progress, None, "not in the first second");
    step(&mut tab, Msg::TimePassed(Timer::Import));
    assert_eq!(tab.imported().progress.as_deref(), Some("3 of 12 files"));
    step(&mut tab, Msg::IdleCame);
    assert_eq!(tab.imported().progress.as_deref(), Some("6 of 12 files"));
    step(&mut tab, files::Msg::ImportGivenUp.into());
    let view = tab.imported();
    assert!(!view.busy && view.reports.is_empty() && tab.people() == 0);
    assert!(!step(&mut tab, Msg::IdleCame).contains(&Effect::AwaitIdle));
    // Given up while the browser was still reading: what comes then is not looked at.
    step(&mut tab, files::Msg::ImportBegun.into());
    step(&mut tab, files::Msg::ImportGivenUp.into());
    step(&mut tab, files::Msg::FilesRead(files.clone()).into());
    assert_eq!((tab.imported().reports.len(), tab.people()), (0, 0));
    // And in one go the same files come in whole.
    tab.send(files::Msg::ImportBegun);
    tab.send(files::Msg::FilesRead(files));
    assert_eq!((tab.imported().reports.len(), tab.people()), (12, 1));
}
