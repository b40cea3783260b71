//! What a code means is one key away, with the paragraphs that one gave it last.

use super::*;
use crate::{env::Selected, read};
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

/// What the card of a theme offers as an example.
fn offer(tab: &mut Tab, theme: &str) -> Option<String> {
    tab.send(read::Msg::MeaningShown(Code::Theme(theme.into())));
    let inspector = &tab.model.read.view.inspector;
    let view = inspector.all_themes().find(|view| view.id.as_str() == theme).unwrap();
    view.offer.as_ref().map(|offer| offer.label.to_string())
}

fn example(tab: &Tab, theme: &str) -> String {
    tab.model.shared.codebook.theme(&theme.into()).unwrap().example.to_string()
}

#[test]
fn selected_words_become_the_example_of_a_theme_as_one_step() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let before = example(&tab, "rivalry");
    let text: Arc<str> = Arc::clone(&tab.model.read.opened.texts[2].text);
    browser.selected.set(Some(Selected { paragraph: 2, start: 0, end: 12 }));
    let words: String = text.chars().take(12).collect();
    assert_eq!(offer(&mut tab, "rivalry").unwrap(), format!("Use “{}” as an example", words.trim()));
    tab.send(read::Msg::ExampleTaken("rivalry".into()));
    assert_eq!(example(&tab, "rivalry"), words.trim());
    assert!(tab.toast().contains("has another example now"), "{}", tab.toast());
    assert_eq!(offer(&mut tab, "rivalry"), None, "it is the example already");
    assert_eq!(example(&browser.open(), "rivalry"), words.trim(), "also after a reload");
    tab.send(Msg::UndoAsked);
    assert_eq!(example(&tab, "rivalry"), before);
}

#[test]
fn without_selected_words_the_whole_paragraph_is_offered_as_an_example() {
    let mut tab = Browser::new().open();
    tab.press("j");
    assert_eq!(offer(&mut tab, "rivalry").as_deref(), Some("Use this paragraph as an example"));
    tab.send(read::Msg::ExampleTaken("rivalry".into()));
    assert_eq!(*example(&tab, "rivalry"), *tab.model.read.opened.texts[1].text);
    // What a card offers is gone once it was taken, and is nothing for another theme.
    tab.send(read::Msg::ExampleTaken("rivalry".into()));
    tab.send(Msg::UndoAsked);
    assert_ne!(*example(&tab, "rivalry"), *tab.model.read.opened.texts[1].text);
}

#[test]
fn a_selection_without_words_offers_the_paragraph() {
    let browser = Browser::new();
    let mut tab = browser.open();
    for selected in [Selected { paragraph: 0, start: 3, end: 3 }, Selected { paragraph: 99, start: 0, end: 5 }] {
        browser.selected.set(Some(selected));
        assert_eq!(offer(&mut tab, "rivalry").as_deref(), Some("Use this paragraph as an example"));
    }
}
