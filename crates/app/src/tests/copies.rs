//! Two browsers of one copy, in which nobody gave a name: what goes different ways is not put together in silence.

use super::{own_file::elsewhere, *};
use crate::{
    files::{self, verdicts::import_view},
    read,
    runtime::local::ANNOTATOR,
};
use postil_core::record::LayerKey;

/// A browser that was copied: whoever opens it has the same id. Other than that each goes its own way.
fn copy(seed: u128) -> Tab {
    let browser = elsewhere(seed);
    browser.journal.borrow_mut().insert(ANNOTATOR.into(), "copied".into());
    browser.open()
}

/// The files of two people: both answer the first paragraph, and the first one the second as well.
fn two() -> ([Tab; 2], [String; 2]) {
    let (mut one, mut two) = (copy(1), copy(2));
    two.browser.now.set(one.browser.now.get() + 60_000);
    for key in ["s", "j", "s"] {
        one.press(key);
    }
    two.press("o");
    let files = [one.file(false), two.file(false)];
    ([one, two], files)
}

fn teacher() -> Tab {
    let mut tab = elsewhere(5).open();
    tab.press("n");
    tab
}

/// The first question, and its answers.
fn asked(tab: &Tab) -> Option<(String, Vec<String>)> {
    let view = import_view(&tab.model.files, &tab.model.shared);
    let ask = view.reports.iter().flat_map(|report| &report.asks).next()?;
    Some((ask.sentence.to_string(), ask.actions.iter().map(|(label, _)| label.to_string()).collect()))
}

/// What whoever has the id says of the first two paragraphs.
fn said(tab: &Tab) -> [Option<String>; 2] {
    [0, 1].map(|at| {
        let paragraph = tab.model.shared.paragraph_id(at).expect("is there");
        let record = tab.model.shared.store().record(
            tab.model.shared.article_id(),
            &LayerKey::reading("copied".into(), 1),
            paragraph,
        )?;
        record.stance(&"stance".into()).map(|stance| stance.option.to_string())
    })
}

fn some(words: [&str; 2]) -> [Option<String>; 2] {
    words.map(|word| (!word.is_empty()).then(|| word.to_owned()))
}

#[test]
fn what_goes_another_way_under_no_name_is_asked_about_whichever_comes_first() {
    let (_, [one, two]) = two();
    for (first, second, before, would) in [
        (&one, &two, some(["supports", "supports"]), "1 answer of Reader 1"),
        (&two, &one, some(["opposes", ""]), "1 new paragraph"),
    ] {
        let mut tab = teacher();
        assert_eq!(tab.import(&[first, second])[0], "Nothing changed yet: this needs your answer.");
        let (question, answers) = asked(&tab).expect("is asked");
        let words = "This file and this browser hold different work by Reader 1. Is that one person using two \
                     browsers, or two people sharing a copied browser?";
        assert!(question.starts_with(words), "{question}");
        assert!(question.contains(&format!("It would add: {would}.")), "{question}");
        assert_eq!(answers, ["Same person", "Leave it out"]);
        assert_eq!(said(&tab), before, "nothing is written yet");
        tab.answer("Leave it out");
        assert_eq!(said(&tab), before);
    }
}

#[test]
fn one_person_in_two_browsers_is_asked_about_once() {
    let ([mut one, mut two], files) = two();
    let mut tab = teacher();
    tab.import(&[&files[0], &files[1]]);
    tab.answer("Same person");
    assert_eq!(said(&tab), some(["opposes", "supports"]));
    one.press("m");
    two.press("x");
    tab.import(&[&one.file(false), &two.file(false)]);
    assert_eq!(asked(&tab), None);
}

#[test]
fn with_a_name_of_their_own_the_other_one_is_kept_apart() {
    let ([_, mut two], files) = two();
    let mut tab = teacher();
    tab.import(&[&files[0], &files[1]]);
    tab.answer("Leave it out");
    two.send(files::Msg::AnnotatorRenamed("copied".into(), "Ben".into()));
    tab.import(&[&two.file(false)]);
    tab.answer("Separate");
    assert_eq!(said(&tab), some(["supports", "supports"]));
    let layers = &tab.model.shared.store().layers[tab.model.shared.article_id()];
    assert_eq!(layers.values().filter(|layer| !layer.is_silent()).count(), 3);
}

#[test]
fn the_later_and_the_earlier_files_of_one_browser_are_asked_about_never() {
    let mut one = copy(1);
    let mut files = Vec::new();
    for keys in [&["s"][..], &["1", "j", "o"], &["o", "k", "n"], &["1", "0"]] {
        keys.iter().for_each(|key| one.press(key));
        files.push(one.file(false));
    }
    one.send(read::Msg::NoteTyped("some words".into()));
    one.send(read::Msg::NoteKept(false));
    files.push(one.file(false));
    one.send(Msg::UndoAsked);
    files.push(one.file(false));
    // A tab of another day is the same browser.
    let mut later = one.browser.open();
    later.press("m");
    files.push(later.file(false));
    for order in [[0, 1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1, 0], [2, 0, 5, 1, 6, 3, 4]] {
        let mut tab = teacher();
        let files = order.map(|at| files[at].as_str());
        tab.import(&files);
        assert_eq!(asked(&tab), None, "{order:?}");
    }
}
