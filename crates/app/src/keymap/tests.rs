//! No key means two things on one screen, and none acts where it is not the screen’s.

use super::*;
use postil_core::codebook::sample;
use std::collections::HashMap;

fn map() -> Keymap {
    Keymap::new(&sample::codebook(), &Store::default(), false)
}

fn press(key: &str, place: Place) -> KeyPress {
    KeyPress { key: key.into(), code: "".into(), command: false, shift: false, place }
}

fn read(map: &Keymap, press: &KeyPress) -> Option<Action> {
    map.action(press, None, Screen::Read).0
}

#[test]
fn no_two_actions_share_a_key_on_one_screen() {
    let map = map();
    for screen in Screen::ALL {
        let mut owners: HashMap<Arc<str>, Arc<str>> = HashMap::new();
        for binding in map.on(screen) {
            assert!(!binding.keys.is_empty(), "{} has no key", binding.label);
            for key in &binding.keys {
                let taken = owners.insert(Arc::clone(key), Arc::clone(&binding.label));
                assert_eq!(taken, None, "{key} is taken on {screen:?}");
            }
        }
    }
    assert!(map.bindings.iter().all(|b| !b.screens.is_empty()), "each key belongs to a screen");
}

#[test]
fn single_keys_act_only_in_content_and_inspector() {
    let map = map();
    for (place, acts) in [
        (Place::Content, true),
        (Place::Inspector, true),
        (Place::Radio, true),
        (Place::Text, false),
        (Place::Dialog, false),
        (Place::Button, false),
        (Place::Elsewhere, false),
    ] {
        assert_eq!(read(&map, &press("s", place)).is_some(), acts, "{place:?}");
    }
    assert_eq!(read(&map, &press("ArrowDown", Place::Radio)), None);
    let off = Keymap { single_keys: false, ..map };
    assert_eq!(off.action(&press("s", Place::Content), None, Screen::Read), (None, None));
}

#[test]
fn tagging_and_moving_belong_to_read() {
    let map = map();
    for screen in Screen::ALL.into_iter().filter(|screen| *screen != Screen::Read) {
        for key in ["s", "o", "1", "9", "0", "e", "c", "t", "d", "q", "j", "k", "]", "[", "g", "G", "Home", "End", "/"]
        {
            assert_eq!(map.action(&press(key, Place::Content), None, screen), (None, None), "{key} on {screen:?}");
        }
        let undo = KeyPress { command: true, ..press("z", Place::Content) };
        assert_eq!(map.action(&undo, None, screen).0, Some(Action::Undo));
        assert_eq!(map.action(&press("?", Place::Content), None, screen).0, Some(Action::Help));
    }
}

#[test]
fn a_discussion_is_turned_by_arrows_space_and_a_presenter() {
    let map = map();
    let turn = |key, place| map.action(&press(key, place), None, Screen::Discuss).0;
    for key in [" ", "ArrowDown", "ArrowRight", "PageDown"] {
        assert_eq!(turn(key, Place::Content), Some(Action::Turn(true)), "{key}");
    }
    for key in ["ArrowUp", "ArrowLeft", "PageUp"] {
        assert_eq!(turn(key, Place::Content), Some(Action::Turn(false)), "{key}");
    }
    assert_eq!(turn(" ", Place::Button), None, "the button's own");
    assert_eq!(turn("ArrowDown", Place::Button), Some(Action::Turn(true)));
    assert_eq!(turn("ArrowDown", Place::Elsewhere), None, "the radio's own");
    assert_eq!(turn("ArrowDown", Place::Text), None);
    assert_eq!(turn("PageDown", Place::Text), Some(Action::Turn(true)), "a presenter has no other key");
    assert_eq!(turn("PageDown", Place::Dialog), None);
    let off = Keymap { single_keys: false, ..map.clone() };
    let press = press("PageDown", Place::Content);
    assert_eq!(off.action(&press, None, Screen::Discuss).0, Some(Action::Turn(true)));
}

#[test]
fn sequences_other_layouts_and_caps_lock() {
    let map = map();
    let (none, open) = map.action(&press("g", Place::Content), None, Screen::Read);
    assert_eq!((none, open.as_deref()), (None, Some("g")));
    assert_eq!(map.action(&press("g", Place::Content), Some("g"), Screen::Read).0, Some(Action::First));
    let russian = KeyPress { key: "ы".into(), code: "KeyS".into(), ..press("", Place::Content) };
    assert_eq!(read(&map, &russian), Some(Action::Stance("supports".into())));
    assert_eq!(read(&map, &press("J", Place::Content)), Some(Action::Next));
    let shifted = KeyPress { shift: true, ..press("G", Place::Content) };
    assert_eq!(read(&map, &shifted), Some(Action::Last));
    let redo = KeyPress { command: true, shift: true, ..press("z", Place::Elsewhere) };
    assert_eq!(read(&map, &redo), Some(Action::Redo));
}

#[test]
fn a_key_can_be_changed_but_not_shared_on_one_screen() {
    let map = map();
    assert_eq!(map.may_bind("next", "w"), Ok(()));
    assert!(matches!(map.may_bind("next", "s"), Err(KeyError::Taken(..))));
    assert!(matches!(map.may_bind("next", "g"), Err(KeyError::Taken(..))));
    assert_eq!(map.may_bind("next", "Enter"), Err(KeyError::NotSingle));
    assert_eq!(map.may_bind("turn-on", "s"), Ok(()), "it means something else on another screen");
    assert!(matches!(map.may_bind("turn-on", "?"), Err(KeyError::Taken(..))));
}

#[test]
fn a_discussion_fills_the_screen_and_is_left_by_a_key() {
    let map = map();
    let act = |key, place| map.action(&press(key, place), None, Screen::Discuss).0;
    for place in [Place::Content, Place::Button, Place::Elsewhere] {
        assert_eq!(act("f", place), Some(Action::FullScreen), "{place:?}");
        assert_eq!(act("Escape", place), Some(Action::Leave), "{place:?}");
    }
    for place in [Place::Text, Place::Dialog] {
        assert_eq!((act("f", place), act("Escape", place)), (None, None), "{place:?}");
    }
    let off = Keymap { single_keys: false, ..map.clone() };
    assert_eq!(off.action(&press("f", Place::Content), None, Screen::Discuss).0, None);
    assert_eq!(off.action(&press("Escape", Place::Content), None, Screen::Discuss).0, Some(Action::Leave));
}
