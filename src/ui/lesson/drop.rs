//! Files and folders that are dropped on Class: whatever is in the folders counts as if it had been dropped by itself.

use crate::ui::{
    desk::{Desk, Intake, listed},
    dialog::drop::holds_files,
    kit::tag::Act,
};
use js_sys::{Array, Promise};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Event, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// More files than any class hands in: what is dropped by mistake is not read to its end.
const MOST: usize = 2000;

/// Takes what is dropped.
pub fn takes(desk: &Desk) -> Act {
    let desk = desk.clone();
    Rc::new(move |event: Event| {
        let Some(drag) = event.dyn_ref::<DragEvent>().filter(|drag| holds_files(drag)) else { return };
        let Some(items) = drag.data_transfer().map(|data| data.items()) else { return };
        event.prevent_default();
        // They can only be asked for while the drop is handled.
        let entries = (0..items.length()).filter_map(|at| items.get(at)?.webkit_get_as_entry().ok().flatten());
        let entries: Vec<FileSystemEntry> = entries.collect();
        if entries.is_empty() {
            // Nothing but files, from where there are no folders.
            let list = drag.data_transfer().and_then(|data| data.files());
            desk.files.emit((Intake::Collected, list.map(|list| listed(&list)).unwrap_or_default()));
            return;
        }
        let desk = desk.clone();
        spawn_local(async move {
            let files = files_in(entries).await;
            desk.files.emit((Intake::Collected, files));
        });
    })
}

async fn files_in(mut entries: Vec<FileSystemEntry>) -> Vec<File> {
    let mut files = Vec::new();
    while let Some(entry) = entries.pop() {
        if files.len() == MOST {
            break;
        }
        if let Some(file) = entry.dyn_ref::<FileSystemFileEntry>() {
            files.extend(file_of(file).await);
        } else if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>() {
            entries.extend(inside(folder).await);
        }
    }
    files
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let promise = Promise::new(&mut |took, failed| entry.file_with_callback_and_callback(&took, &failed));
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// What is in a folder: browsers tell it in pieces, and say with an empty one that there is no more.
async fn inside(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let (reader, mut entries) = (folder.create_reader(), Vec::new());
    loop {
        let promise = Promise::new(&mut |took, failed| {
            let _ = reader.read_entries_with_callback_and_callback(&took, &failed);
        });
        let found: Option<Array> = JsFuture::from(promise).await.ok().and_then(|found| found.dyn_into().ok());
        let before = entries.len();
        let found = found.into_iter().flat_map(|found| found.iter().collect::<Vec<JsValue>>());
        entries.extend(found.filter_map(|entry| entry.dyn_into().ok()));
        if entries.len() == before || entries.len() > MOST {
            return entries;
        }
    }
}
