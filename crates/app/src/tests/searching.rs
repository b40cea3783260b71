//! The search: where it looks, what it lists, and where it goes.

use super::*;
use crate::{
    files,
    read::{self, view::search::HitView},
};

const TEXT: &str =
    "A zebra in the city\n\nThe first paragraph of the day.\n\nThe second one says less.\n\nA third, of zebras again.";

fn opened() -> Tab {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    tab
}

fn listed(tab: &Tab) -> Vec<String> {
    let line = |hit: &HitView| {
        let e = &hit.excerpt;
        format!("{}: {}[{}]{}", hit.name, e.before, e.found, e.after)
    };
    tab.model.view.bar.search.hits.iter().map(line).collect()
}

#[test]
fn it_looks_in_the_title_the_question_the_text_and_the_own_notes() {
    let mut tab = opened();
    tab.press("j");
    tab.send(read::Msg::NoteTyped("Why no ZEBRA here?".into()));
    tab.send(read::Msg::NoteKept(false));
    tab.send(read::Msg::SearchOpened(true));
    tab.send(read::Msg::SearchTyped("zebra".into()));
    assert_eq!(
        listed(&tab),
        [
            "Title: A [zebra] in the city",
            "Note on paragraph 2: Why no [ZEBRA] here?",
            "Paragraph 3: A third, of [zebra]s again."
        ]
    );
    assert_eq!(&*tab.model.view.bar.search.result, "3 found");
    tab.send(read::Msg::SearchTyped("main claim".into()));
    assert_eq!(listed(&tab), ["Question: …author take toward the [main claim]?"]);
    tab.send(read::Msg::SearchStepped(1));
    assert_eq!((tab.model.read.current, &*tab.model.view.bar.search.result), (1, "1 of 1"));
}

#[test]
fn each_finding_can_be_gone_to_and_the_steps_go_on_from_there() {
    let mut tab = opened();
    tab.press("j");
    tab.send(read::Msg::SearchTyped("zebra".into()));
    assert_eq!(listed(&tab).len(), 2);
    tab.send(read::Msg::SearchStepped(1));
    assert_eq!(tab.model.read.current, 2, "the first step goes on from the current paragraph");
    tab.send(read::Msg::SearchChosen(0));
    assert_eq!((tab.model.read.current, tab.model.view.bar.search.at), (0, Some(0)));
    assert!(tab.done.contains(&Effect::Reveal(0, true)), "the title is at the top");
    tab.send(read::Msg::SearchStepped(1));
    assert_eq!((tab.model.read.current, &*tab.model.view.bar.search.result), (2, "2 of 2"));
    tab.send(read::Msg::SearchChosen(7));
    assert_eq!(tab.model.view.bar.search.at, Some(1), "there is no such finding");
}

#[test]
fn nobody_is_shown_what_was_found_in_the_notes_of_another() {
    let mut tab = opened();
    tab.send(read::Msg::NoteTyped("my quagga".into()));
    tab.send(read::Msg::NoteKept(false));
    tab.send(read::Msg::SearchTyped("quagga".into()));
    assert_eq!(listed(&tab), ["Note on paragraph 1: my [quagga]"]);
    tab.send(files::Msg::AnnotatorAdded("Ben".into()));
    assert_eq!((listed(&tab).len(), &*tab.model.view.bar.search.result), (0, "Not found"));
}

#[test]
fn of_very_many_findings_the_first_are_listed_and_all_are_gone_to() {
    let mut tab = Browser::new().open();
    let lines: Vec<String> = (1..=150).map(|n| format!("This is thought number {n} of a long day.")).collect();
    tab.send(files::Msg::ArticlePasted(lines.join("\n\n").into()));
    tab.send(files::Msg::PreviewOpened);
    tab.send(read::Msg::SearchTyped("long day".into()));
    let search = tab.model.view.bar.search.clone();
    assert_eq!((search.hits.len(), search.more, tab.model.read.search.found.len()), (100, true, 150));
    tab.send(read::Msg::SearchStepped(1));
    tab.send(read::Msg::SearchStepped(-1));
    assert_eq!(tab.model.read.current, 149);
}

#[test]
fn what_was_found_follows_the_notes() {
    let mut tab = opened();
    tab.send(read::Msg::SearchTyped("zebra".into()));
    tab.send(read::Msg::SearchChosen(1));
    assert_eq!((tab.model.read.current, listed(&tab).len()), (2, 2));
    tab.send(read::Msg::ParagraphChosen(0));
    tab.send(read::Msg::NoteTyped("Is the zebra old?".into()));
    tab.send(read::Msg::NoteKept(false));
    assert_eq!(listed(&tab)[1], "Note on paragraph 1: Is the [zebra] old?");
    let result = |tab: &Tab| tab.model.view.bar.search.result.to_string();
    assert_eq!(result(&tab), "3 of 3", "the one shown last is still the one on paragraph 3");
    tab.send(read::Msg::NoteTyped("Is the zebra new?".into()));
    tab.send(read::Msg::NoteKept(false));
    assert_eq!(listed(&tab)[1], "Note on paragraph 1: Is the [zebra] new?");
    tab.send(read::Msg::SearchChosen(1));
    tab.send(read::Msg::NoteTyped("Is the quagga new?".into()));
    tab.send(read::Msg::NoteKept(false));
    assert_eq!((listed(&tab).len(), result(&tab)), (2, "2 found".to_owned()), "the one shown last is gone");
    tab.send(Msg::UndoAsked);
    assert_eq!(listed(&tab)[1], "Note on paragraph 1: Is the [zebra] new?");
}

#[test]
fn a_title_that_changed_is_found_by_its_new_words() {
    let mut tab = opened();
    tab.send(read::Msg::SearchTyped("zebra".into()));
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::LibraryRenamed(id.into(), "A horse in the city".into()));
    assert_eq!(listed(&tab), ["Paragraph 3: A third, of [zebra]s again."]);
}
