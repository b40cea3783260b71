//! What keys do on which screen: none tags or moves where nobody looks.

use super::*;
use crate::app::msg::Screen;

#[test]
fn no_key_changes_anything_of_an_article_that_is_not_shown() {
    for screen in Screen::ALL.into_iter().filter(|screen| *screen != Screen::Read) {
        let browser = Browser::new();
        let mut tab = browser.open();
        tab.send(Msg::RouteChanged(screen.route().into()));
        for key in ["s", "1", "0", "e", "x", "c", "j", "ArrowDown", "G", "]", "t", "q", "/"] {
            tab.press(key);
        }
        assert!(browser.local.borrow().is_empty(), "{screen:?}: something was stored");
        assert_eq!((tab.model.current, tab.data(0)), (0, "- [-]".into()), "{screen:?}");
        assert!(!tab.model.search.open && !tab.done.iter().any(|e| matches!(e, Effect::Focus(_))), "{screen:?}");
        tab.send(Msg::RouteChanged(Screen::Read.route().into()));
        tab.press("s");
        assert_eq!(tab.data(0), "supports [-]", "on Read it tags");
    }
}

#[test]
fn a_key_that_turns_the_discussion_is_handed_over() {
    let mut tab = Browser::new().open();
    tab.send(Msg::RouteChanged("#/discuss".into()));
    tab.press("PageDown");
    let turns = |tab: &Tab| tab.done.iter().filter(|e| matches!(e, Effect::TellGroup("turn", _))).count();
    assert_eq!(turns(&tab), 0, "nobody is there yet to turn anything");
    tab.send(Msg::GroupCame(true));
    tab.press("ArrowDown");
    tab.press("ArrowUp");
    let told: Vec<&Effect> = tab.done.iter().filter(|e| matches!(e, Effect::TellGroup("turn", _))).collect();
    assert_eq!(told, [&Effect::TellGroup("turn", "on".into()), &Effect::TellGroup("turn", "back".into())]);
}
