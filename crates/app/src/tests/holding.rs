//! One theme is held and followed through the article.

use super::{class::Room, *};
use crate::{codebook::msg::Msg as Edit, read};
use postil_core::codebook::book::Item;

fn held(tab: &Tab) -> Option<String> {
    tab.model.read.view.inspector.held.as_ref().map(|view| view.label.to_string())
}

#[test]
fn a_tap_on_a_paragraph_switches_what_is_held_and_without_it_only_goes_there() {
    let mut tab = Browser::new().open();
    tab.send(read::Msg::ParagraphChosen(2));
    assert_eq!((tab.data(2).as_str(), held(&tab)), ("- [-]", None));
    tab.send(read::Msg::ThemeHeld("rivalry".into()));
    assert_eq!(
        (tab.data(2).as_str(), held(&tab).as_deref()),
        ("- [-]", Some("Great-power rivalry")),
        "none is tagged yet"
    );
    for index in [4, 1, 1, 7] {
        tab.send(read::Msg::ParagraphChosen(index));
    }
    assert_eq!(
        [1, 4, 7].map(|index| tab.data(index)),
        ["- [-]", "- [rivalry]", "- [rivalry]"],
        "a second tap takes it back"
    );
    // Whatever else is said does not let go of it, and each tap is a step of its own.
    tab.press("s");
    assert_eq!(tab.data(7), "supports [rivalry]");
    tab.send(Msg::UndoAsked);
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.data(7), "- [-]");
    tab.send(read::Msg::ThemeHeld("rivalry".into()));
    tab.send(read::Msg::ParagraphChosen(9));
    assert_eq!((tab.data(9).as_str(), held(&tab)), ("- [-]", None));
}

#[test]
fn keys_hold_the_theme_chosen_last_switch_it_and_let_go() {
    let mut tab = Browser::new().open();
    tab.press("V");
    assert_eq!(held(&tab), None, "nothing was chosen");
    tab.press("v");
    assert_eq!(tab.data(0), "- [-]");
    tab.press("2");
    tab.press("V");
    tab.press("j");
    assert_eq!(tab.data(1), "- [-]", "to move is not to tag");
    tab.press("v");
    tab.press("j");
    tab.press("v");
    tab.press("v");
    assert_eq!([tab.data(1), tab.data(2)], ["- [governance]", "- [-]"]);
    tab.press("V");
    tab.press("v");
    assert_eq!((tab.data(2).as_str(), held(&tab)), ("- [-]", None));
}

#[test]
fn nothing_out_of_sight_is_switched_and_what_is_offered_no_more_is_let_go_of() {
    let mut room = Room::open();
    room.host(read::Msg::ThemeHeld("rivalry".into()));
    room.tab.browser.lost.set(Some(0));
    room.tab.press("v");
    assert_eq!(room.tab.data(0), "- [-]");
    room.tab.browser.lost.set(None);
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::Archived(Item::Theme("rivalry".into()), true));
    assert_eq!(held(&room.tab), None);
}
