//! The next paragraph comes by itself, for those who want that.

use super::*;
use crate::read;

#[test]
fn the_next_paragraph_comes_when_nothing_is_missing_of_one_and_only_if_that_is_wanted() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let at = |tab: &Tab| tab.model.read.current;
    tab.press("s");
    tab.press("1");
    assert_eq!(at(&tab), 0, "nobody has asked for it");
    tab.send(read::Msg::GoingOn(true));
    tab.press("2");
    assert_eq!(at(&tab), 0, "nothing was missing any more");
    tab.press("j");
    tab.press("o");
    assert_eq!(at(&tab), 1, "a theme is missing");
    tab.press("0");
    assert_eq!(at(&tab), 2, "no theme is an answer too");
    assert_eq!(tab.data(1), "opposes []");
    tab.press("3");
    tab.press("n");
    assert_eq!(at(&tab), 3, "in whichever order");
    // What is taken back leads nowhere.
    tab.press("k");
    tab.press("n");
    tab.press("n");
    assert_eq!((at(&tab), tab.data(2)), (3, "neutral [data-security]".into()));
    // The last one stays.
    tab.press("G");
    tab.press("s");
    tab.press("1");
    assert_eq!(at(&tab), 9);
    let mut again = browser.open();
    again.press("j");
    again.press("j");
    again.press("j");
    again.press("s");
    again.press("1");
    assert_eq!(at(&again), 4, "it is kept");
}
