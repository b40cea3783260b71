//! Progress: what counts as answered, what was passed over, and what is said when an answer goes.

use super::*;
use crate::read;

fn progress(tab: &Tab) -> String {
    let bar = &tab.model.view.bar;
    let missing = bar.missing.as_ref().map(|(_, words)| format!(" · {words}")).unwrap_or_default();
    format!("{}{missing}", bar.progress)
}

fn press(tab: &mut Tab, keys: &str) {
    keys.chars().for_each(|key| tab.press(&key.to_string()));
}

#[test]
fn the_bar_says_which_paragraph_has_no_answer_and_leads_there() {
    let mut tab = Browser::new().open();
    assert_eq!(progress(&tab), "0 of 10");
    for n in 0..10 {
        press(&mut tab, if n == 2 { "1" } else { "s1" });
        press(&mut tab, "j");
    }
    assert_eq!(progress(&tab), "9 of 10 · paragraph 3 has no answer");
    let index = tab.model.view.bar.missing.as_ref().map(|(index, _)| *index).unwrap();
    tab.send(Msg::RouteChanged("#/compare".into()));
    tab.send(read::Msg::ParagraphSought(index));
    assert_eq!(tab.model.read.current, 2);
    assert!(tab.done.contains(&Effect::Navigate("#/read".into())) && tab.done.contains(&Effect::Reveal(2, false)));
    assert_eq!(progress(&tab), "9 of 10 · paragraph 3 has no answer", "it is the only one left");
    tab.press("o");
    assert_eq!(progress(&tab), "10 of 10");
}

#[test]
fn themes_are_part_of_the_answer_and_none_applies_is_one() {
    let mut tab = Browser::new().open();
    press(&mut tab, "sj");
    assert_eq!(progress(&tab), "0 of 10 · paragraph 1 has no theme yet");
    press(&mut tab, "k");
    assert_eq!(progress(&tab), "0 of 10", "what is in the making was not passed over");
    press(&mut tab, "0");
    assert_eq!(progress(&tab), "1 of 10");
    press(&mut tab, "jjjj");
    assert_eq!(progress(&tab), "1 of 10", "who reads on has not passed over anything");
    press(&mut tab, "G");
    assert_eq!(progress(&tab), "1 of 10 · paragraph 2 has no answer", "at the end the way back is shown");
    tab.press("]");
    assert!(tab.announced().last().is_some_and(|said| said.contains("below")));
}

#[test]
fn taking_an_answer_away_is_said_with_undo() {
    let mut tab = Browser::new().open();
    press(&mut tab, "jss");
    assert_eq!(tab.data(1), "- [-]");
    let toast = tab.model.view.toast.clone().unwrap();
    assert_eq!(&*toast.sentence, "Paragraph 2: “supports” is removed.");
    tab.send((*toast.action.as_ref().unwrap().msg).clone());
    assert_eq!(tab.data(1), "supports [-]");
    press(&mut tab, "s1");
    assert_eq!(tab.model.view.toast, None, "an offer to undo does not outlive its step");
}
