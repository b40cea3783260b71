//! What stands below the last paragraph: what is missing, what comes next, and what has changed since it was handed in.

use super::article::{EndView, Lead};
use crate::{
    env::Env,
    read::model::Read,
    shared::{
        Shared,
        assignment::{self, Next},
    },
    words::count,
};
use postil_core::{
    base::stamp::Stamp,
    record::{Record, progress::missing},
};
use std::sync::Arc;

/// As many paragraphs are named of those that lack something, and of those that were changed.
const FEW: usize = 6;

/// What stands there now.
pub(super) fn end(read: &Read, shared: &Shared, env: &Env<'_>) -> EndView {
    if !read.opened.marks.iter().any(|marks| marks.begun) {
        return EndView::default();
    }
    let act = assignment::next(shared);
    let exported = exported(shared);
    let wanted = assignment::asked(shared).map(|asked| asked.wanted(&shared.article));
    EndView {
        state: state(read.opened.answered, read.opened.marks.len(), wanted).into(),
        missing: open(read, shared),
        since: exported.zip(shared.services).map_or_else(|| "".into(), |((_, at), to)| (to.went_out)(shared, at, env)),
        changed: exported.map_or_else(Vec::new, |(stamp, _)| changed(stamp, read, shared)),
        next: next(act, exported.is_some(), shared).into(),
        act,
    }
}

fn state(answered: usize, total: usize, wanted: Option<usize>) -> String {
    if answered == total {
        return match total {
            1 => "The paragraph is answered.".into(),
            _ => format!("All {total} paragraphs are answered."),
        };
    }
    let is_enough = wanted.is_some_and(|wanted| answered >= wanted);
    let enough = if is_enough { ", as many as were asked for" } else { "" };
    format!("Answered: {answered} of {}{enough}. Not answered yet:", count(total, "paragraph", "paragraphs"))
}

fn next(act: Option<Next>, before: bool, shared: &Shared) -> &'static str {
    match act {
        Some(Next::HandIn) if !before => {
            "Next: hand it in. One file holds all your answers and notes. Your teacher compares everybody’s answers, and then \
             you discuss where you differ."
        }
        Some(Next::HandIn) if shared.unexported > 0 => "Next: hand it in once more, so that the changes count too.",
        Some(Next::HandIn) => "Next: discuss in class where you differ.",
        Some(Next::Give) => "Next: give it to the class, as a file or a link. Everybody answers on their own.",
        Some(Next::Collect) => "Next: collect the files of the class, and see where people disagree.",
        None => "To make a file of your answers, use Export, under Files.",
    }
}

/// The first paragraphs that lack something.
fn open(read: &Read, shared: &Shared) -> Vec<Lead> {
    let layer = shared.reading(&shared.annotator);
    let nothing = Record::default();
    let open = read.opened.marks.iter().enumerate().filter(|(_, marks)| !marks.answered);
    let lead = |index: usize| {
        let record = shared.paragraph_id(index).and_then(|id| layer?.records.get(id));
        let lacks = missing(record.unwrap_or(&nothing), &shared.posed)?;
        Some(Lead { index, words: [&read.opened.texts[index].label, " ", lacks.words()].concat().into() })
    };
    open.filter_map(|(index, _)| lead(index)).take(FEW).collect()
}

/// When all that was said until then went into a file, if it did.
fn exported(shared: &Shared) -> Option<(&Stamp, u64)> {
    let known = shared.store().here.articles.get(shared.article_id())?;
    known.exported.get(&shared.annotator).map(|register| (&register.stamp, register.value))
}

/// The paragraphs of which something was said after that, in the order of the article.
fn changed(since: &Stamp, read: &Read, shared: &Shared) -> Vec<Lead> {
    if shared.unexported == 0 {
        return Vec::new();
    }
    let records = shared.stored_reading(&shared.annotator).into_iter().flat_map(|layer| &layer.records);
    let mut rows: Vec<usize> = records
        .filter(|(_, record)| {
            let mut later = false;
            record.each_stamp(|stamp| later |= stamp > since);
            later
        })
        .filter_map(|(paragraph, _)| shared.article.index_of(paragraph))
        .collect();
    rows.sort_unstable();
    let lead = |index: usize| Some(Lead { index, words: Arc::clone(&read.opened.texts.get(index)?.label) });
    rows.into_iter().filter_map(lead).take(FEW).collect()
}
