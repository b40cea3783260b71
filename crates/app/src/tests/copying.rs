//! What became of many files, copied: as the list says it, and with a sentence when the browser does not let it.

use super::{own_file::elsewhere, *};
use crate::files::{self, verdicts::import_view};

/// A tab with the verdicts on two files, and their text as the clipboard is given it.
fn copied() -> (Tab, String) {
    let files = [1, 2].map(|seed| {
        let mut other = elsewhere(seed).open();
        other.press("s");
        other.file(false)
    });
    let mut tab = elsewhere(5).open();
    tab.press("o");
    tab.import(&[&files[0], "not ours", &files[1]]);
    tab.send(files::Msg::VerdictsWanted(true));
    let text = tab.done.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.to_string()),
        _ => None,
    });
    (tab, text.expect("is given to the clipboard"))
}

#[test]
fn the_list_of_verdicts_is_copied_as_it_is_saved() {
    let (mut tab, text) = copied();
    let view = import_view(&tab.model.files, &tab.model.shared);
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("2 of 3 files imported, 1 could not be imported."));
    for report in &view.reports {
        let at = text.find(&*report.name).expect("is named");
        assert!(text[at..].contains(&*report.sentence), "{text}");
    }
    assert!(text.find("Not a Postil file.") < text.find("Imported."), "in the order of the list: {text}");
    assert!(!tab.done.iter().any(|effect| matches!(effect, Effect::Download { .. })), "nothing is saved");
    tab.send(files::Msg::VerdictsWanted(false));
    let saved = tab.done.iter().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.to_string()),
        _ => None,
    });
    assert_eq!(saved, Some(text));
}

#[test]
fn copied_is_said_only_once_it_is_so() {
    let (mut tab, _) = copied();
    let said = |tab: &Tab| import_view(&tab.model.files, &tab.model.shared).copied.map(|words| words.to_string());
    assert_eq!(said(&tab), None, "the browser has not answered yet");
    tab.send(files::Msg::TextCopied(false));
    assert_eq!(said(&tab).as_deref(), Some("The browser does not let Postil copy. Save it as a text instead."));
    tab.send(files::Msg::TextCopied(true));
    assert_eq!(said(&tab).as_deref(), Some("Copied."));
    // It is said of these files and of no others.
    tab.import(&["not ours", "neither"]);
    assert_eq!(said(&tab), None);
}
