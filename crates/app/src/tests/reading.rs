//! The current paragraph follows reading, and nothing that is out of sight is ever changed.

use super::*;
use crate::read;
use postil_core::record::Confidence;

#[test]
fn what_is_out_of_sight_is_brought_back_and_not_changed() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("j");
    tab.press("s");
    let (before, question) = (tab.data(1), tab.model.shared.codebook.questions[0].id.clone());
    let gestures: [read::Msg; 4] = [
        read::Msg::StanceChosen(question.clone(), "opposes".into()),
        read::Msg::ConfidenceChosen(question, Confidence::Low),
        read::Msg::ThemeToggled("rivalry".into()),
        read::Msg::NoneToggled,
    ];
    for gesture in gestures {
        tab.done.clear();
        browser.lost.set(Some(1));
        let stored = browser.local.borrow().len();
        tab.send(gesture.clone());
        assert_eq!((tab.data(1), browser.local.borrow().len()), (before.clone(), stored), "{gesture:?}");
        assert!(tab.done.contains(&Effect::RevealIfLost(1)), "{gesture:?}");
        let toast = tab.model.view.toast.clone().unwrap();
        assert_eq!(&*toast.sentence, "Paragraph 2 was off screen, so nothing was changed. Here it is.");
        tab.send(Msg::ToastClosed(Arc::clone(&toast.key)));
    }
    for key in ["o", "1", "0", "c"] {
        tab.press(key);
        assert_eq!(tab.data(1), before, "{key}");
    }
    browser.lost.set(None);
    tab.press("o");
    assert_eq!(tab.data(1), "opposes [-]", "the second press means what it says");
}

#[test]
fn the_current_paragraph_follows_without_a_word_and_without_scrolling() {
    let mut tab = Browser::new().open();
    tab.done.clear();
    tab.send(read::Msg::ReadingMoved(4));
    assert_eq!((tab.model.read.current, &*tab.model.view.inspector.label), (4, "Paragraph 5"));
    let moves = |e: &Effect| {
        matches!(
            e,
            Effect::Announce(_) | Effect::Focus(_) | Effect::Navigate(_) | Effect::Reveal(..) | Effect::RevealIfLost(_)
        )
    };
    assert!(!tab.done.iter().any(moves), "{:?}", tab.done);
    tab.press("j");
    assert_eq!(tab.model.read.current, 5, "keys go on from there");
}

#[test]
fn a_sheet_that_opens_over_its_paragraph_brings_it_above_its_edge() {
    let mut tab = Browser::new().open();
    tab.send(read::Msg::SheetOpened);
    assert!(tab.done.contains(&Effect::RevealIfLost(0)));
}

#[test]
fn nobody_writes_about_what_is_out_of_sight() {
    let browser = Browser::new();
    let mut tab = browser.open();
    browser.lost.set(Some(0));
    tab.press("e");
    assert!(!tab.done.iter().any(|effect| matches!(effect, Effect::Focus(_))));
    assert!(tab.done.contains(&Effect::RevealIfLost(0)) && tab.toast().contains("was off screen"));
    tab.send(read::Msg::NoteResolved("one of two".into()));
    assert_eq!(&*tab.model.view.inspector.note.text, "");
    browser.lost.set(None);
    tab.press("e");
    assert!(tab.done.iter().any(|effect| matches!(effect, Effect::Focus(_))));
}
