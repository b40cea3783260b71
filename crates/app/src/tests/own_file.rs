//! What one's own file holds, whose file it is, and who is counted in sentences.

use super::*;
use crate::{
    files::{
        self,
        msg::{Format, Scope},
        view::DialogView,
    },
    read,
    screen::DialogKind,
};
use postil_core::{
    base::map::Map,
    record::{
        Themes,
        decision::{DecisionEdit, Outcome, Proposal},
    },
};

/// Somebody else's browser.
pub(super) fn elsewhere(seed: u128) -> Browser {
    let browser = Browser::new();
    browser.chance.set(seed << 64);
    browser
}

impl Tab {
    /// Records a decision on the first paragraph, as the screens of a class do.
    pub(super) fn decide(&mut self, option: &str, outcome: Outcome) {
        let proposal = Proposal {
            outcome,
            answers: Map::from([("stance".into(), option.into())]),
            themes: Themes::NotCoded,
            reason: None,
            by: self.model.shared.annotator.clone(),
        };
        let paragraph = self.model.shared.article.paragraphs()[0].id.clone();
        let word = "decision: decided".into();
        // Only a class's screens decide.
        if self.model.class.is_none() {
            self.send(Msg::PartCame(Part::Class, Some(Table(&CLASS))));
        }
        self.ask(Intent::Decide { paragraph, edit: DecisionEdit::Record(proposal), word });
    }

    /// The decision on the first paragraph: its answer and what became of it.
    pub(super) fn decided(&self) -> Option<(String, Outcome)> {
        let article = &self.model.shared.article;
        let (store, class) = (self.model.shared.store(), self.model.shared.class_id()?);
        let decision = store.adjudication(article.id(), class, &article.paragraphs()[0].id).decision()?;
        Some((decision.answers.get("stance").map_or_else(String::new, ToString::to_string), decision.outcome))
    }
}

#[test]
fn ones_own_file_holds_nothing_that_came_with_the_files_of_others() {
    let mut tab = Browser::new().open();
    tab.press("s");
    let mut other = elsewhere(9).open();
    other.press("m");
    let field = "\"version\": 1,\n  \"roster\": [\"Alice Smith, class 10b\"],";
    let theirs = other.file(false).replacen("\"version\": 1,", field, 1);
    tab.import(&[&theirs]);
    assert!(!tab.file(false).contains("Alice"), "it is in the file of whoever had nothing to do with it");
    assert!(tab.file(true).contains("Alice Smith, class 10b"), "what a newer program wrote is kept for all");
}

#[test]
fn whose_annotations_go_out_is_asked_anew_of_the_next_person_and_after_each_file() {
    let mut other = elsewhere(9).open();
    other.press("m");
    let theirs = other.file(false);
    let mut tab = Browser::new().open();
    tab.press("s");
    tab.import(&[&theirs]);
    let all = |tab: &mut Tab| {
        tab.send(Msg::DialogOpened(DialogKind::Export));
        let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
        view.scope == Scope::All
    };
    tab.file(true);
    assert!(!all(&mut tab), "after a file");
    tab.send(files::Msg::ExportScoped(Scope::All));
    tab.send(files::Msg::AnnotatorAdded("The next student".into()));
    assert!(!all(&mut tab), "for the next person");
}

#[test]
fn the_example_class_is_known_when_it_comes_as_a_file() {
    const CLASS: &str = include_str!("../../../../static/class/example.postil.json");
    let mut room = class::Room::open();
    room.host(Msg::RouteChanged("#/compare".into()));
    room.tab.import(&[CLASS]);
    room.host(Msg::DialogClosed);
    assert!(room.pages().view.annotators.example);
    room.send(crate::compare::msg::Msg::ExampleLeft);
    assert!(!room.pages().view.annotators.example && room.pages().view.annotators.annotators.is_empty());
    // Together with somebody real it is still said to be made up, and does not take them along.
    let mut other = elsewhere(9).open();
    other.press("m");
    other.import(&[CLASS]);
    let all = other.file(true);
    room.tab.import(&[&all]);
    room.host(Msg::DialogClosed);
    assert!(room.pages().view.annotators.example);
    room.send(crate::compare::msg::Msg::ExampleLeft);
    assert_eq!(room.pages().view.annotators.annotators.len(), 13);
}

#[test]
fn the_agreed_reading_is_nobody_in_sentences() {
    let mut tab = Browser::new().open();
    tab.press("s");
    tab.decide("supports", Outcome::Decided);
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::ExportScoped(Scope::All));
    let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    assert_eq!(
        &*view.summary,
        "The file holds the article, the codebook, the answers of 1 person, and the class’s decisions."
    );
    assert_eq!(view.people, 1);
    let file = tab.file(true);
    let mut there = elsewhere(7).open();
    there.send(files::Msg::ArticlePasted("Another article here\n\nOne thing.\n\nTwo things.".into()));
    there.send(files::Msg::PreviewOpened);
    let said = there.import(&[&file]);
    assert!(said[0].contains("with the answers of 1 person and the class’s decisions."), "{said:?}");
}

#[test]
fn notes_that_are_only_for_me_are_in_a_backup_and_in_no_other_file_and_come_back_from_it() {
    let mut tab = Browser::new().open();
    tab.press("s");
    tab.send(read::Msg::NotePrivate(true));
    tab.send(read::Msg::NoteTyped("Not for the class".into()));
    tab.send(read::Msg::NoteKept(true));
    let file = |tab: &mut Tab, scope: Scope| {
        tab.send(files::Msg::ExportScoped(scope));
        tab.send(files::Msg::Exported(Format::Postil));
        let text = tab.done.iter().rev().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text.to_string()),
            _ => None,
        });
        text.expect("a file")
    };
    for scope in [Scope::Own, Scope::All] {
        assert!(!file(&mut tab, scope).contains("Not for the class"), "{scope:?}");
    }
    let backup = file(&mut tab, Scope::Backup);
    assert!(backup.contains("Not for the class") && backup.contains("\"kind\": \"backup\""));
    assert!(!file(&mut tab, Scope::Own).contains("Not for the class"), "what is chosen once is not kept for the next");

    // The file that removing an article leaves is a backup too.
    let id = tab.model.shared.article.id().clone();
    tab.send(files::Msg::RemovalConfirmed(id));
    let left = tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.to_string()),
        _ => None,
    });
    assert!(left.is_some_and(|text| text.contains("Not for the class")));

    let browser = Browser::new();
    browser.chance.set(900);
    let mut there = browser.open();
    let me = tab.model.shared.annotator.clone();
    there.import(&[&backup]);
    there.send(files::Msg::WentOn(me));
    let note = there.model.view.inspector.note.clone();
    assert_eq!((&*note.text, note.private), ("Not for the class", true));
}
