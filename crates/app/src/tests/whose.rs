//! Whose annotations a file holds or brings: every sentence counts the same people, and nobody who has said nothing.

use super::{own_file::elsewhere, *};
use crate::{
    files::{
        self,
        msg::Scope,
        view::{AnnotatorsView, DialogView, ExportView},
    },
    read,
    screen::DialogKind,
};
use postil_core::{
    exchange::bundle::{read::read, write},
    record::decision::Outcome,
};

fn exporting(tab: &mut Tab, all: bool) -> ExportView {
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::ExportScoped(if all { Scope::All } else { Scope::Own }));
    let Some(DialogView::Export(view)) = &tab.model.view.dialog else { panic!("no dialog") };
    (**view).clone()
}

fn annotators(tab: &mut Tab) -> Arc<AnnotatorsView> {
    tab.send(Msg::DialogOpened(DialogKind::Annotators));
    let Some(DialogView::Annotators(view)) = &tab.model.view.dialog else { panic!("no dialog") };
    Arc::clone(view)
}

/// Somebody who tags.
fn tagged(seed: u128) -> Tab {
    let mut tab = elsewhere(seed).open();
    tab.press("s");
    tab
}

/// Somebody who only writes a note.
fn noted(seed: u128) -> Tab {
    let mut tab = elsewhere(seed).open();
    tab.send(read::Msg::NoteTyped("just a note".into()));
    tab.send(read::Msg::NoteKept(false));
    tab
}

/// Somebody who takes back what they said.
fn silent(seed: u128) -> Tab {
    let mut tab = tagged(seed);
    tab.press("s");
    tab
}

/// The file of everybody of somebody who has the files of these.
fn together(tab: &mut Tab, others: [Tab; 2]) -> String {
    let files = others.map(|mut other| other.file(false));
    tab.import(&[&files[0], &files[1]]);
    tab.send(Msg::DialogClosed);
    tab.file(true)
}

#[test]
fn every_sentence_about_a_file_counts_the_same_people() {
    let mut tab = tagged(1);
    let file = together(&mut tab, [noted(9), silent(10)]);
    let whose = "the answers of 1 person and notes or replies by 1 other person";
    let view = exporting(&mut tab, true);
    let parts = "the answers of 1 person, and notes or replies by 1 other person";
    assert_eq!(&*view.summary, ["The file holds the article, the codebook, ", parts, "."].concat());
    assert_eq!(view.people, 2, "who has said something");
    tab.send(Msg::DialogOpened(DialogKind::Open));
    let Some(DialogView::Open(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    assert_eq!(&*view.library[0].detail, "1 paragraph tagged by you, notes or replies by 1 other person");

    let at_the_door = |file: &str| {
        let mut there = elsewhere(20).open();
        let file = NamedFile { name: "all.json".into(), bytes: Ok(Arc::from(file.as_bytes())) };
        there.send(files::Msg::ArticleFileRead(file));
        there.model.view.banners.iter().map(|banner| banner.sentence.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(at_the_door(&file), [format!("The file also holds {whose}.")]);

    let mut elsewhere = elsewhere(21).open();
    elsewhere.send(files::Msg::ArticlePasted("Another article here\n\nOne thing.\n\nTwo things.".into()));
    elsewhere.send(files::Msg::PreviewOpened);
    let said = elsewhere.import(&[&file]);
    let title = &tab.model.view.article.title;
    assert_eq!(said, [format!("Made for another article: “{title}”, with {whose}.")]);
    elsewhere.send(files::Msg::ImportedArticleOpened(0));
    assert_eq!(elsewhere.toast(), format!("Opened with {whose}."));

    // A file in which nobody says anything any more brings nobody.
    let nobody = silent(11).file(false);
    assert_eq!(at_the_door(&nobody), Vec::<String>::new());
    // What only a class said is nobody's.
    let mut decided = elsewhere_decided();
    assert_eq!(at_the_door(&decided.file(true)), ["The file also holds the class’s decisions."]);
}

fn elsewhere_decided() -> Tab {
    let mut tab = elsewhere(12).open();
    tab.decide("supports", Outcome::Decided);
    tab
}

#[test]
fn beside_you_are_those_who_tagged_and_those_who_left_notes() {
    let mut tab = elsewhere(1).open();
    together(&mut tab, [tagged(9), noted(10)]);
    tab.send(Msg::DialogOpened(DialogKind::Open));
    let Some(DialogView::Open(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    let detail = "0 paragraphs tagged by you, 1 other person, notes or replies by 1 other person";
    assert_eq!(&*view.library[0].detail, detail);
}

#[test]
fn the_file_of_somebody_who_said_nothing_holds_the_article_and_asks_for_no_name() {
    for mut tab in [elsewhere(1).open(), silent(2)] {
        let view = exporting(&mut tab, false);
        assert_eq!(&*view.summary, "The file holds the article and the codebook.");
        assert_eq!(view.name, None, "no name stands in it");
        assert_eq!(&*exporting(&mut tab, true).summary, "The file holds the article and the codebook.");
    }
    let mut tab = elsewhere(3).open();
    let file = tab.file(false);
    assert_eq!(read(&file).unwrap().0.layers.len(), 0);
    // It was not the first one with a name in it.
    tab.press("s");
    assert!(exporting(&mut tab, false).name.is_some());
}

#[test]
fn the_file_of_somebody_who_only_wrote_notes_says_so() {
    let view = exporting(&mut noted(1), false);
    assert_eq!(&*view.summary, "The file holds the article, the codebook, and notes or replies by Reader 1.");
    assert!(view.name.is_some());
}

#[test]
fn whoever_came_without_a_name_is_listed_and_can_be_gone_on_as() {
    let mut other = tagged(9);
    let (mut bundle, _) = read(&other.file(false)).unwrap();
    bundle.people.values_mut().for_each(|person| person.name = None);
    let browser = elsewhere(1);
    let mut tab = browser.open();
    tab.press("o");
    let file = write(&bundle, "Postil 0.1.0");
    assert_eq!(tab.import(&[&file]), ["Imported. Unnamed person: 1 new paragraph."]);
    tab.send(Msg::DialogClosed);
    let view = annotators(&mut tab);
    let [row] = &view.imported[..] else { panic!("nobody is listed: {view:?}") };
    assert_eq!((&*row.name, &*row.detail), ("Unnamed person", "1 of 10 tagged here"));
    let id = row.id.clone();
    // They can be told from others here,
    tab.send(files::Msg::AnnotatorAliased(id.clone(), "The quiet one".into()));
    let row = annotators(&mut tab).imported[0].clone();
    assert_eq!((&*row.name, &*row.detail), ("The quiet one", "no name in their file · 1 of 10 tagged here"));
    tab.send(files::Msg::AnnotatorAliased(id.clone(), "".into()));
    // and gone on as, also after a reload; what they are called here is no name for a file.
    tab.send(files::Msg::WentOn(id.clone()));
    for mut tab in [tab, browser.open()] {
        assert_eq!((&tab.model.shared.annotator, tab.data(0)), (&id, "supports [-]".into()));
        assert_eq!(&*tab.model.view.bar.annotator, "Unnamed person");
        assert_eq!(exporting(&mut tab, false).name.as_deref(), Some(""));
    }
    let mut tab = browser.open();
    tab.file(false);
    assert_eq!(&*tab.model.shared.store().name(&id), "", "they gave none");
}

#[test]
fn whoever_has_nothing_any_more_and_no_name_is_not_listed() {
    let mut other = silent(9);
    let (mut bundle, _) = read(&other.file(false)).unwrap();
    bundle.people.values_mut().for_each(|person| person.name = None);
    let mut tab = tagged(1);
    tab.import(&[&write(&bundle, "Postil 0.1.0")]);
    tab.send(Msg::DialogClosed);
    assert_eq!(annotators(&mut tab).imported.len(), 0);
}
