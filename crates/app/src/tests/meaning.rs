//! What a code means is one key away, with the paragraphs that one gave it last.

use super::*;
use crate::read;
use postil_core::codebook::code::Code;

/// The button that was pressed last.
fn pressed(tab: &Tab) -> Option<Arc<str>> {
    tab.done.iter().rev().find_map(|effect| if let Effect::Press(id) = effect { Some(Arc::clone(id)) } else { None })
}

/// The numbers in the card of this theme or question.
fn latest(tab: &mut Tab, code: &str) -> Vec<String> {
    let theme = tab.model.shared.codebook.theme(&code.into()).is_some();
    let asked = if theme { Code::Theme(code.into()) } else { Code::Question(code.into()) };
    tab.send(read::Msg::MeaningShown(asked));
    let inspector = &tab.model.read.view.inspector;
    let themes = inspector.all_themes().filter(|view| view.id.as_str() == code).flat_map(|view| &view.latest);
    let questions = inspector.questions.iter().filter(|view| view.id.as_str() == code).flat_map(|view| &view.latest);
    themes.chain(questions).map(|view| view.number.to_string()).collect()
}

#[test]
fn one_key_explains_what_was_chosen_last() {
    let mut tab = Browser::new().open();
    tab.press("d");
    assert_eq!(pressed(&tab).as_deref(), Some("answers-stance"), "nothing was chosen");
    tab.press("1");
    tab.press("3");
    tab.press("d");
    assert_eq!(pressed(&tab).as_deref(), Some("meaning-data-security"));
    tab.press("s");
    tab.press("d");
    assert_eq!(pressed(&tab).as_deref(), Some("answers-stance"));
    tab.press("j");
    tab.press("k");
    tab.press("d");
    assert_eq!(pressed(&tab).as_deref(), Some("meaning-sovereignty"), "a theme that it has");
    tab.press("3");
    tab.press("d");
    assert_eq!(pressed(&tab).as_deref(), Some("meaning-sovereignty"), "one that was taken back is not meant");
}

#[test]
fn a_card_has_the_three_paragraphs_that_one_gave_it_last() {
    let browser = Browser::new();
    let mut tab = browser.open();
    assert_eq!(latest(&mut tab, "sovereignty"), [""; 0]);
    for _ in 0..5 {
        tab.press("1");
        tab.press("s");
        tab.press("j");
    }
    assert_eq!(latest(&mut tab, "sovereignty"), ["5", "4", "3"]);
    assert_eq!(latest(&mut tab, "governance"), [""; 0]);
    assert_eq!(latest(&mut tab, "stance"), [""; 0], "this paragraph has no answer yet");
    tab.press("s");
    assert_eq!(latest(&mut tab, "stance"), ["5", "4", "3"], "of those with the same answer");
    tab.press("k");
    assert_eq!(latest(&mut tab, "sovereignty"), ["4", "3", "2"], "not the one that is read");
    tab.press("1");
    tab.press("1");
    tab.press("k");
    assert_eq!(latest(&mut tab, "sovereignty"), ["5", "3", "2"], "the latest gesture comes first");
    let view = &tab.model.read.view.inspector.themes[0][0].latest[0];
    assert!(&*view.link == "#p5" && view.words.ends_with('…'), "{view:?}");
    tab.press("j");
    assert!(tab.model.read.view.inspector.themes[0][0].latest.is_empty(), "elsewhere it is looked for anew");
}
