//! Names of files in sentences: what nobody sees in them is shown.

use super::*;
use crate::{file::FileError, files};

/// It looks like `annaexe.json` where the turned letters are not told.
const NAME: &str = "anna\u{202E}nosj.exe\n";
const SHOWN: &str = "“anna⟨U+202E⟩nosj.exe␊”";

fn file(bytes: &[u8]) -> NamedFile {
    NamedFile { name: NAME.into(), bytes: Ok(bytes.into()) }
}

#[test]
fn a_name_poses_as_no_other_where_articles_are_opened() {
    let mut tab = Browser::new().open();
    let unread = NamedFile { name: NAME.into(), bytes: Err(FileError::Unreadable) };
    for file in [unread, file(&[0, 1, 2, 0]), file(b"{\"format\": \"postil\", \"version\": 9}"), file(b"")] {
        tab.send(files::Msg::ArticleFileRead(file));
        let error = tab.model.files.open_error.take().expect("is refused");
        assert!(error.contains(SHOWN) && !error.contains('\u{202E}'), "{error}");
    }
}

#[test]
fn a_name_that_becomes_a_title_is_shown_as_it_is() {
    let mut tab = Browser::new().open();
    let words = "these are the words of it and they go on and on with no title above them ".repeat(9);
    tab.send(files::Msg::ArticleFileRead(file(words.as_bytes())));
    let title = tab.model.files.preview.as_ref().expect("is shown").draft.title.clone();
    assert_eq!(&*title, "anna⟨U+202E⟩nosj");
}

#[test]
fn a_name_poses_as_no_other_where_a_rescue_file_is_read() {
    let mut tab = Browser::new().open();
    for text in ["{\"format\": \"postil-rescue\", \"version\": 1}", "{\"format\": \"postil-rescue\", \"version\": 1, "]
    {
        tab.send(files::Msg::FilesRead(vec![file(text.as_bytes())]));
        let sentence = files::restorable::view(&tab.model.files, &tab.model.shared).expect("is shown").sentence;
        assert!(sentence.starts_with(SHOWN), "{sentence}");
    }
}
