//! The app played through without a browser: a tab is a model with stores in memory.

mod again;
mod alone;
mod arriving;
mod asking;
mod beginnings;
mod browser;
mod class;
mod codebook;
mod collecting;
mod colours;
mod copies;
mod copying;
mod decided;
mod describing;
mod drafts;
mod elsewhere;
mod everybody;
mod failures;
mod faults;
mod file_names;
mod files;
mod forgetting;
mod giving;
mod going_on;
mod handing;
mod holding;
mod imports;
mod journeys;
mod keys;
mod languages;
mod lent;
mod lists;
mod many;
mod meaning;
mod naming;
mod notes;
mod own_file;
mod parts;
mod posed;
mod progress;
mod questions;
mod reading;
mod reload;
mod removal;
mod rescuing;
mod roll;
mod room;
mod searching;
mod storing;
mod tab;
mod tasks;
mod undo;
mod whose;

use crate::{
    class::update::CLASS,
    effect::Effect,
    env::Env,
    file::NamedFile,
    files::{articles, msg::Scope, update::DIALOGS},
    intent::Intent,
    keymap::{KeyPress, Place},
    msg::Msg,
    part::{Part, Table},
    ports::{LocalStore, StorageError},
    read::view::article::{Marks, RowView},
    runtime::upkeep::replace,
    timer::Timer,
    update::update,
};
use browser::{Browser, Fetched, Values};
use postil_core::keep::startup::Pair;
use std::{cell::RefCell, sync::Arc};
use tab::Tab;

impl Tab {
    /// The time of a wait of so many milliseconds is over, the latest that was begun.
    fn wait_over(&mut self, length: u32) {
        let waits = self.done.iter().rev().find_map(|effect| match effect {
            Effect::Wait(ticket, ms) if *ms == length => Some(*ticket),
            _ => None,
        });
        self.send(Msg::TimePassed(waits.unwrap()));
    }

    fn press(&mut self, key: &str) {
        let shift = key.len() == 1 && key.chars().all(|c| c.is_ascii_uppercase());
        self.send(Msg::KeyPressed(KeyPress {
            key: key.into(),
            code: "".into(),
            command: false,
            shift,
            place: Place::Content,
        }));
    }

    fn marks(&self, index: usize) -> Arc<Marks> {
        let rows = self.model.view.article.sections.iter().flat_map(|s| &s.rows);
        let mut marks = rows.filter_map(|row| match row {
            RowView::Paragraph(p) if p.text.index == index => Some(Arc::clone(&p.marks)),
            _ => None,
        });
        marks.next().unwrap()
    }

    /// `data-stance` and `data-themes` of a paragraph (from 0), `-` where absent.
    fn data(&self, index: usize) -> String {
        let marks = self.marks(index);
        format!("{} [{}]", marks.stance_id.as_deref().unwrap_or("-"), marks.theme_ids.as_deref().unwrap_or("-"))
    }

    fn file(&mut self, all: bool) -> String {
        self.send(crate::files::Msg::ExportScoped(if all { Scope::All } else { Scope::Own }));
        self.send(crate::files::Msg::Exported(crate::files::msg::Format::Postil));
        let text = self.done.iter().rev().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text.to_string()),
            _ => None,
        });
        text.unwrap()
    }

    fn import(&mut self, files: &[&str]) -> Vec<String> {
        let file = |(n, text): (usize, &&str)| NamedFile {
            name: format!("{n}.postil.json").into(),
            bytes: Ok(Arc::from(text.as_bytes())),
        };
        self.send(crate::files::Msg::FilesRead(files.iter().enumerate().map(file).collect()));
        crate::files::verdicts::import_view(&self.model.files, &self.model.shared)
            .reports
            .iter()
            .map(|r| r.sentence.to_string())
            .collect()
    }

    /// What other tabs have written that this one has not heard of.
    fn news(&self) -> Vec<Pair> {
        let local = self.browser.local.borrow();
        let news = local.iter().filter(|(key, _)| !self.model.shared.known.contains(*key));
        news.map(|(key, value)| (Arc::clone(key), Arc::clone(value))).collect()
    }

    /// Hears of it.
    fn hear(&mut self) {
        self.send(crate::storage::Msg::OperationsArrived(self.news()));
    }

    /// The sentence of the toast; empty when there is none.
    fn toast(&self) -> String {
        self.model.shared.toast.as_ref().map_or_else(String::new, |toast| toast.sentence.to_string())
    }

    fn announced(&self) -> Vec<&str> {
        let said = self.done.iter().filter_map(|e| match e {
            Effect::Announce(text) => Some(&**text),
            _ => None,
        });
        said.collect()
    }
}
