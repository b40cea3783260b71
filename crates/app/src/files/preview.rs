//! A text becomes an article: the preview, in which its title and blocks are chosen.

use crate::{
    env::Env,
    file::{FileError, NamedFile},
    files::{
        model::{Files, Preview},
        view::{OpenView, PreviewBlock, PreviewView},
    },
    screen::DialogKind,
    shared::Shared,
    strings::files as strings,
};
use postil_core::{
    article::read::text::{Choice, Draft, MAX_BYTES, TextError, decode},
    base::signs::in_a_sentence,
    codebook::{beginnings::BEGINNINGS, book::Book, sample},
};
use std::sync::Arc;

/// A chosen or dropped file becomes a preview, or a sentence.
pub(crate) fn file_read(files: &mut Files, shared: &mut Shared, file: &NamedFile, env: &Env<'_>) {
    files.open = Some(DialogKind::Open);
    let text = match &file.bytes {
        Ok(bytes) => decode(bytes),
        Err(FileError::Unreadable) => {
            files.open_error = Some(strings::unreadable(&in_a_sentence(&file.name)).into());
            return;
        }
        Err(FileError::TooLarge) => Err(TextError::TooLarge),
    };
    match text {
        Ok(text) if looks_like_bundle(&file.name, &text) => {
            super::arrival::bundle_read(files, shared, file, &text, env);
        }
        Ok(text) => preview(files, shared, &text, Some(&file.name)),
        Err(error) => {
            let name = in_a_sentence(&file.name);
            files.open_error = Some(strings::articles::not_opened(&name, &error.to_string()).into());
        }
    }
}

fn looks_like_bundle(name: &str, text: &str) -> bool {
    let head: String = text.chars().take(80).filter(|c| !c.is_whitespace()).collect();
    head.starts_with("{\"format\":\"postil\"") || name.to_ascii_lowercase().ends_with(".json")
}

/// A pasted text becomes a preview, or a sentence.
pub fn pasted(files: &mut Files, shared: &mut Shared, text: &str) {
    if text.len() > MAX_BYTES {
        files.open_error = Some(TextError::TooLarge.to_string().into());
    } else if text.trim().is_empty() {
        files.open_error = Some(strings::articles::paste_first().into());
    } else {
        preview(files, shared, text, None);
    }
}

fn preview(files: &mut Files, shared: &mut Shared, text: &str, name: Option<&str>) {
    files.open_error = None;
    if let Some(left) = files.left.take().filter(|left| *left.source == *text) {
        files.preview = Some(left);
        return;
    }
    let draft = Draft::find(text, name);
    let serial = shared.serial();
    let view = Arc::new(OpenView {
        library: Vec::new(),
        error: None,
        pasted: "".into(),
        preview: None,
        differs: None,
        asked: None,
    });
    let mut preview = Preview { serial, source: text.into(), draft, view };
    preview.view = preview_view(&preview, None);
    files.preview = Some(preview);
}

/// Builds the preview's rows. With the view before, rows and sections that did not change keep their pointers.
fn preview_view(preview: &Preview, before: Option<&OpenView>) -> Arc<OpenView> {
    let mut number = 0;
    let old = before.and_then(|b| b.preview.as_ref());
    let blocks = preview.draft.blocks.iter().enumerate().map(|(index, block)| {
        let numbered = block.choice == Choice::Paragraph;
        number += usize::from(numbered);
        let number = numbered.then(|| Arc::from(number.to_string()));
        let row = PreviewBlock { index, number, text: Arc::clone(&block.text), choice: block.choice };
        let same = old.and_then(|o| o.sections.get(index / SECTION)?.get(index % SECTION)).filter(|o| ***o == row);
        same.map_or_else(|| Arc::new(row), Arc::clone)
    });
    let blocks: Vec<Arc<PreviewBlock>> = blocks.collect();
    let sections = blocks.chunks(SECTION).enumerate().map(|(at, rows)| {
        let same = old
            .and_then(|o| o.sections.get(at))
            .filter(|o| o.len() == rows.len() && o.iter().zip(rows).all(|(a, b)| Arc::ptr_eq(a, b)));
        same.map_or_else(|| Arc::from(rows), Arc::clone)
    });
    let headings = preview.draft.blocks.iter().filter(|b| b.choice == Choice::Heading).count();
    let left_out = preview.draft.blocks.iter().filter(|b| b.choice == Choice::LeaveOut).count();
    let paragraphs = preview.draft.paragraphs();
    let summary = strings::articles::chosen(&strings::paragraphs(paragraphs), &strings::headings(headings), left_out);
    Arc::new(OpenView {
        library: Vec::new(),
        error: None,
        pasted: "".into(),
        differs: None,
        asked: None,
        preview: Some(PreviewView {
            key: preview.serial.to_string().into(),
            title: Arc::clone(&preview.draft.title),
            language: Arc::clone(&preview.draft.language),
            direction: preview.draft.direction.word(),
            sections: sections.collect(),
            summary: summary.into(),
            can_open: paragraphs > 0,
        }),
    })
}

/// The preview's title, language or direction was changed.
pub(crate) fn preview_changed(files: &mut Files, change: impl FnOnce(&mut Draft)) {
    if let Some(preview) = &mut files.preview {
        change(&mut preview.draft);
        preview.view = preview_view(preview, Some(&Arc::clone(&preview.view)));
    }
}

/// The previewed article is opened and kept in the library.
pub(crate) fn preview_opened(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(preview) = files.preview.take() else { return };
    if preview.draft.paragraphs() == 0 {
        files.preview = Some(preview);
        return;
    }
    files.pasted = "".into();
    let article = Arc::new(preview.draft.article());
    let book = Book::of(&BEGINNINGS[0].codebook(), &sample::stamp());
    super::arrival::arrive(files, shared, (article, Arc::new(book)), false, env);
}

/// Blocks of the preview that are drawn as one.
const SECTION: usize = 50;
