//! The parts that come later: what waits for it, and what is said when it does not come.

use super::*;
use crate::{files, screen::DialogKind, storage};

const TEXT: &str = "My own article here\n\nOne thing.\n\nTwo things.";

fn open_when(dialogs: Fetched) -> Tab {
    let browser = Browser::new();
    browser.dialogs.set(dialogs);
    browser.open()
}

#[test]
fn what_needs_the_dialogs_waits_for_them_in_order() {
    let mut tab = open_when(Fetched::Waits);
    tab.send(Msg::DialogOpened(DialogKind::Open));
    assert!(tab.model.view.dialog.is_none(), "there is nothing to draw it with");
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewTitled("Another title".into()));
    tab.send(files::Msg::PreviewOpened);
    tab.press("s");
    assert_eq!(tab.data(0), "supports [-]", "reading and tagging go on");
    tab.send(Msg::PartCame(Part::Dialogs, Some(Table(&DIALOGS))));
    assert_eq!(&*tab.model.view.article.title, "Another title");
    assert!(tab.model.view.dialog.is_none());
}

#[test]
fn a_dialog_is_drawn_as_soon_as_it_can_be() {
    let mut tab = open_when(Fetched::Waits);
    tab.send(Msg::DialogOpened(DialogKind::Export));
    assert!(tab.done.contains(&Effect::Wait(Timer::Part, 400)) && tab.model.view.toast.is_none());
    tab.send(Msg::TimePassed(Timer::Part));
    assert!(tab.model.view.toast.is_some(), "whoever waits for long is told so");
    tab.send(Msg::PartCame(Part::Dialogs, Some(Table(&DIALOGS))));
    assert!(tab.model.view.dialog.is_some() && tab.model.view.toast.is_none());
}

#[test]
fn a_part_that_does_not_come_is_told_and_tried_again() {
    let mut tab = open_when(Fetched::Fails);
    tab.send(Msg::DialogOpened(DialogKind::Export));
    let toast = tab.model.view.toast.as_ref().map(|toast| toast.sentence.to_string()).unwrap_or_default();
    assert!(toast.starts_with("This part of Postil could not be loaded."), "{toast}");
    assert!(tab.model.files.open.is_none(), "nothing is left to appear by itself later");
    tab.browser.dialogs.set(Fetched::Comes);
    tab.send(Msg::DialogOpened(DialogKind::Export));
    assert!(tab.model.view.dialog.is_some());
}

#[test]
fn whoever_has_tagged_has_the_dialogs() {
    let mut tab = open_when(Fetched::Fails);
    tab.press("s");
    assert!(tab.model.view.toast.is_none(), "nobody waited for it");
    let mut tab = open_when(Fetched::Comes);
    assert_eq!(tab.done.iter().filter(|effect| **effect == Effect::Fetch(Part::Dialogs)).count(), 0);
    tab.press("s");
    assert_eq!(tab.done.iter().filter(|effect| **effect == Effect::Fetch(Part::Dialogs)).count(), 1);
    tab.browser.dialogs.set(Fetched::Fails);
    tab.send(Msg::DialogOpened(DialogKind::Export));
    assert!(tab.model.view.dialog.is_some(), "also when the network is gone by then");
}

#[test]
fn what_is_stored_is_read_by_the_dialogs_and_whatever_is_done_before_waits() {
    let browser = Browser::new();
    browser.open().press("s");
    browser.dialogs.set(Fetched::Waits);
    let mut tab = browser.open();
    assert!(tab.model.view.busy, "nothing is said of an article before what was said of it is known");
    tab.press("j");
    tab.press("o");
    tab.send(Msg::PartCame(Part::Dialogs, None));
    assert!(
        tab.model.view.busy
            && tab.model.view.banners.iter().any(|banner| banner.sentence.contains("Nothing was changed"))
    );
    tab.send(storage::Msg::ReadAgain);
    assert!(tab.model.view.banners.is_empty());
    tab.send(Msg::PartCame(Part::Dialogs, Some(Table(&DIALOGS))));
    assert!(!tab.model.view.busy && tab.model.view.banners.is_empty());
    assert_eq!((tab.data(0), tab.data(1)), ("supports [-]".into(), "opposes [-]".into()));
}

#[test]
fn whoever_has_nothing_here_needs_nothing_that_reads_it() {
    let browser = Browser::new();
    browser.dialogs.set(Fetched::Fails);
    for _ in 0..2 {
        let tab = browser.open();
        assert!(!tab.model.view.busy && tab.model.view.banners.is_empty());
        assert!(!tab.done.contains(&Effect::Fetch(Part::Dialogs)));
    }
}

#[test]
fn what_other_tabs_write_is_taken_in_as_soon_as_it_can_be() {
    let browser = Browser::new();
    browser.dialogs.set(Fetched::Fails);
    let mut first = browser.open();
    let mut second = browser.open();
    second.press("s");
    let written: Vec<_> = browser.records().into_iter().collect();
    first.send(storage::Msg::OperationsArrived(written));
    assert_eq!(first.data(0), "- [-]");
    assert!(first.model.view.toast.is_none(), "nobody waits for it");
    browser.dialogs.set(Fetched::Comes);
    first.send(storage::Msg::OperationsArrived(Vec::new()));
    assert_eq!(first.data(0), "supports [-]");
}

#[test]
fn putting_together_waits_for_the_dialogs_and_bothers_nobody() {
    let mut tab = open_when(Fetched::Waits);
    tab.press("s");
    let keys: Vec<_> = tab.browser.records().into_keys().collect();
    tab.send(storage::Msg::CompactionMayRun(keys.clone()));
    tab.send(Msg::TimePassed(Timer::Part));
    assert!(tab.model.view.toast.is_none(), "nobody waits for it");
    tab.send(Msg::PartCame(Part::Dialogs, None));
    assert!(tab.model.view.toast.is_none(), "nor misses it");
    tab.send(storage::Msg::CompactionMayRun(keys));
    let snapshots = |tab: &Tab| tab.browser.records().keys().filter(|key| key.starts_with("postil/1/snap/")).count();
    assert_eq!(snapshots(&tab), 0);
    tab.send(Msg::PartCame(Part::Dialogs, Some(Table(&DIALOGS))));
    assert!(snapshots(&tab) > 0, "it is done when it can be");
}

#[test]
fn the_screens_of_a_class_are_fetched_at_leisure_once_somebody_has_tagged() {
    let fetched = |tab: &Tab| tab.done.iter().filter(|effect| **effect == Effect::Fetch(Part::Class)).count();
    let asked = |tab: &Tab| tab.done.iter().filter(|effect| **effect == Effect::AwaitLeisure).count();
    let mut tab = open_when(Fetched::Comes);
    assert_eq!((asked(&tab), fetched(&tab)), (0, 0), "whoever only reads needs none of it");
    tab.press("s");
    tab.press("o");
    assert_eq!((asked(&tab), fetched(&tab)), (1, 0));
    tab.send(Msg::LeisureCame);
    tab.send(Msg::RouteChanged("#/compare".into()));
    assert_eq!(fetched(&tab), 1, "and not once more when they are wanted");
    assert!(tab.model.view.pages.is_some());
}
