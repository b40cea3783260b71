//! What belongs to this browser alone leaves it in no file, and stands under keys of its own.

use super::{own_file::elsewhere, *};
use crate::files;
use postil_core::keep::operation::{HERE, OP, SNAPSHOT};

/// Somebody who does all that is nobody else's business. Returns a browser and the file that was handed out.
fn busy() -> (Browser, String) {
    let browser = Browser::new();
    let mut other = elsewhere(1).open();
    other.press("m");
    other.send(files::Msg::OwnNameTyped("Ben".into()));
    let file = other.file(false);
    let mut tab = browser.open();
    tab.press("s");
    tab.import(&[&file]);
    tab.send(Msg::DialogClosed);
    let ben = other.model.shared.annotator.clone();
    tab.send(files::Msg::AnnotatorAliased(ben, "Ben of row one".into()));
    tab.send(files::Msg::OwnNameTyped("Ada".into()));
    let handed_out = tab.file(true);
    tab.send(files::Msg::AnnotatorAdded("Cem".into()));
    tab.press("o");
    (browser, handed_out)
}

/// What stands only where it belongs: a name that was given here, the settings, when a file was written.
const ALONE: [&str; 5] = ["row one", "here:", "alias:", "asked-name", "\"e\":{\""];

#[test]
fn no_file_and_no_value_that_may_be_carried_anywhere_has_it() {
    let (browser, file) = busy();
    let mut tab = browser.open();
    for compacted in [false, true] {
        if compacted {
            tab.compact();
        }
        for store in [&browser.local, &browser.journal] {
            let store = store.borrow();
            let shared = store.iter().filter(|(key, _)| key.starts_with(OP) || key.starts_with(SNAPSHOT));
            for (key, value) in shared {
                for words in ALONE {
                    assert!(!value.contains(words), "{words} stands in {key}: {value}");
                }
            }
            for words in ALONE {
                let alone = |(key, value): (&Arc<str>, &Arc<str>)| key.starts_with(HERE) && value.contains(words);
                assert!(store.iter().any(alone), "{words} is kept");
            }
        }
    }
    for words in ALONE {
        assert!(!file.contains(words), "{words}");
    }
}
