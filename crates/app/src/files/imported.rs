//! The last import, and files on their way in.

use crate::{
    env::Env,
    file::{FileError, NamedFile},
    strings::files::import as strings,
};
use postil_core::{
    article::Article,
    base::{
        id::{AnnotatorId, ImportId},
        problem::{Place, Problem},
    },
    codebook::{Codebook, book::Book},
    exchange::{
        bundle::read::MAX_BYTES,
        import::{Guard, Report, Verdict, take},
        pseudonym::cache::KindCache,
    },
    keep::store::Store,
};
use std::sync::Arc;

/// The last import, as its dialog shows it.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// True while files are being read.
    pub busy: bool,
    /// True once that takes so long that it is told how far it is.
    pub(crate) slow: bool,
    /// True when it was given up while the browser was still reading: what comes then is not looked at.
    pub(crate) given_up: bool,
    /// True while a teacher collects: what became of the files is looked at on Class.
    pub(crate) collecting: bool,
    /// The files that are being merged.
    pub(crate) job: Option<Job>,
    /// What became of each file.
    pub reports: Vec<Report>,
    /// What is to be said of each instead, should there turn out to be no room for what was written last.
    pub(crate) otherwise: Vec<Report>,
    /// What was imported last, if anything came in.
    pub import: Option<ImportId>,
    /// What was imported before that in the same dialog.
    pub(crate) earlier: Vec<ImportId>,
    /// What stopped the whole batch.
    pub error: Option<Arc<str>>,
    /// What became of the wish to copy the verdicts.
    pub copied: Option<bool>,
}

impl Imported {
    /// Nothing was written: what was said of the files gives way to what is so.
    pub(crate) fn fail(&mut self, sentence: String) {
        self.reports = std::mem::take(&mut self.otherwise);
        self.error = Some(sentence.into());
    }

    /// Local storage had no room for it after all.
    pub fn refused(&mut self) {
        self.import = None;
        self.fail(strings::no_room().into());
    }
}

/// Files of which some wait until the browser has unpacked them.
#[derive(Clone, Debug)]
pub(crate) struct Unpacking {
    /// All of them, as far as they are known.
    pub(super) files: Vec<NamedFile>,
    /// The places of those that wait.
    pub(super) waiting: Vec<usize>,
    /// True when a class handed them in.
    pub(super) collecting: bool,
}

/// Files on their way in: what they add up to is written when the last one is read.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(super) files: Arc<[NamedFile]>,
    pub(super) reports: Vec<Report>,
    pub(super) state: Store,
    pub(super) delta: Store,
    pub(super) own: Vec<AnnotatorId>,
    pub(super) article: Arc<Article>,
    pub(super) codebook: Arc<Codebook>,
    pub(super) book: Arc<Book>,
    /// What is known of the layers of `state`.
    pub(super) cache: KindCache,
}

impl Job {
    /// How many files are done, and of how many.
    #[must_use]
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.reports.len(), self.files.len())
    }

    /// Reads the next file.
    pub(crate) fn step(&mut self, env: &Env<'_>) {
        let Some(file) = self.files.get(self.reports.len()) else { return };
        let refused =
            |sentence: String| Report::new(&file.name, Verdict::NotOurs(Some(Problem::fatal(Place::File, sentence))));
        let report = match &file.bytes {
            Ok(bytes) if bytes.len() <= MAX_BYTES => match std::str::from_utf8(bytes) {
                Ok(text) => {
                    let guard = Guard { now: env.now, here: &|id| self.own.contains(id), cache: Some(&self.cache) };
                    let (state, delta) = (&mut self.state, &mut self.delta);
                    take(&file.name, text, &self.article, (&self.book, &self.codebook), state, delta, guard)
                }
                Err(error) => refused(strings::not_text(error.valid_up_to() + 1)),
            },
            Err(FileError::Unreadable) => refused(strings::unread().into()),
            _ => refused(strings::too_large().into()),
        };
        self.reports.push(report);
    }
}
