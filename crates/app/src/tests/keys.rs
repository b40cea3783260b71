//! What keys do on which screen: none tags or moves where nobody looks.

use super::*;
use crate::{effect::Focus, keymap::Binding, screen::Screen};

/// True for what takes the focus from where it is.
fn moves(effect: &Effect) -> bool {
    match effect {
        Effect::Focus(Focus::Lost(_)) => false,
        Effect::Focus(_) | Effect::Press(_) => true,
        _ => false,
    }
}

#[test]
fn no_key_changes_anything_of_an_article_that_is_not_shown() {
    for screen in Screen::ALL.into_iter().filter(|screen| *screen != Screen::Read) {
        let browser = Browser::new();
        let mut tab = browser.open();
        tab.send(Msg::RouteChanged(screen.route().into()));
        // Going to a screen takes the focus there: only what the keys do is asked about.
        tab.done.clear();
        for key in ["s", "1", "0", "e", "x", "c", "j", "ArrowDown", "G", "]", "t", "d", "q", "/"] {
            tab.press(key);
        }
        assert!(browser.records().is_empty(), "{screen:?}: something was stored");
        assert_eq!((tab.model.read.current, tab.data(0)), (0, "- [-]".into()), "{screen:?}");
        assert!(!tab.model.read.search.open && !tab.done.iter().any(moves), "{screen:?}");
        tab.send(Msg::RouteChanged(Screen::Read.route().into()));
        tab.press("s");
        assert_eq!(tab.data(0), "supports [-]", "on Read it tags");
    }
}

#[test]
fn keys_turn_the_discussion() {
    let browser = Browser::new();
    browser.dialogs.set(Fetched::Waits);
    let mut tab = browser.open();
    tab.send(Msg::RouteChanged("#/discuss".into()));
    // Nobody is there yet to turn anything.
    tab.press("PageDown");
    tab.send(Msg::PartCame(Part::Class, Some(Table(&CLASS))));
    let mut room = class::Room::with_class();
    room.host(Msg::RouteChanged("#/discuss".into()));
    let step = |room: &class::Room| room.pages().view.discuss().map(|view| view.step.name());
    let first = step(&room);
    room.tab.press("ArrowDown");
    assert_ne!(step(&room), first);
    room.tab.press("ArrowUp");
    assert_eq!(step(&room), first);
}

#[test]
fn keys_inside_a_table_or_a_list_are_told_and_left_to_it() {
    let mut tab = Browser::new().open();
    let map = tab.model.shared.keymap.clone();
    let told: Vec<&Binding> = map.bindings.iter().filter(|binding| binding.section == "Compare").collect();
    let keys: Vec<&str> = told.iter().flat_map(|binding| &binding.keys).map(|key| &**key).collect();
    assert_eq!(keys, ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);
    assert!(told.iter().all(|binding| !map.can_change(binding) && binding.screens == [Screen::Compare]));
    tab.send(Msg::RouteChanged(Screen::Compare.route().into()));
    tab.done.clear();
    for key in keys {
        tab.press(key);
    }
    assert_eq!(tab.model.read.current, 0);
    assert!(tab.done.iter().all(|effect| matches!(effect, Effect::GuardLeaving(_))), "{:?}", tab.done);
}
