//! What stands below the last paragraph: what is missing, what comes next, and what has changed since it was handed in.

use super::article::{EndView, Lead};
use crate::{
    env::Env,
    read::model::Read,
    shared::{
        Shared,
        assignment::{self, Next},
    },
    strings::read as strings,
};
use postil_core::{
    base::stamp::Stamp,
    record::{Record, progress::missing},
};
use std::sync::Arc;

/// As many paragraphs are named of those that lack something, and of those that were changed; one more is not worth a sentence.
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
            1 => strings::one_is_answered().into(),
            _ => strings::all_are_answered(total),
        };
    }
    let is_enough = wanted.is_some_and(|wanted| answered >= wanted);
    let enough = if is_enough { strings::enough() } else { "" };
    strings::some_are_answered(answered, &strings::paragraphs(total), enough)
}

fn next(act: Option<Next>, before: bool, shared: &Shared) -> &'static str {
    match act {
        Some(Next::HandIn) if !before => strings::next_hand_in(),
        Some(Next::HandIn) if shared.unexported > 0 => strings::next_hand_in_again(),
        Some(Next::HandIn) => strings::next_discuss(),
        Some(Next::Give) => strings::next_give(),
        Some(Next::Collect) => strings::next_collect(),
        None => strings::to_make_a_file(),
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
        Some(Lead { index, words: strings::lacks(&read.opened.texts[index].label, lacks.words()).into() })
    };
    few(open.filter_map(|(index, _)| lead(index)), read.opened.marks.len() - read.opened.answered)
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
    let all = rows.len();
    few(rows.into_iter().filter_map(lead), all)
}

/// The first of so many; where they are not all, the last one says how many there are still, and leads to the next.
fn few(leads: impl Iterator<Item = Lead>, all: usize) -> Vec<Lead> {
    let shown = if all > FEW + 1 { FEW } else { all };
    let mut found: Vec<Lead> = leads.take(shown + 1).collect();
    if let Some(next) = found.get_mut(shown) {
        next.words = strings::and_more(all - shown).into();
    }
    found
}
