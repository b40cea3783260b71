//! Builds the article's rows and the overview strip's ticks.

use super::article::{Marks, ParagraphView, RowView, SECTION, SectionView, TICKS, Tick};
use crate::{
    read::{
        model::Read,
        view::{marks::marks, others::Others},
    },
    shared::Shared,
};
use postil_core::{article::BlockKind, base::map::Map};
use std::sync::Arc;

fn row(read: &Read, shared: &Shared, others: &Others<'_>, index: usize) -> Arc<ParagraphView> {
    Arc::new(ParagraphView {
        text: Arc::clone(&read.opened.texts[index]),
        marks: Arc::clone(&read.opened.marks[index]),
        shown: others.shown(shared, index),
        current: index == read.current,
        found: read.search.found.binary_search(&index).is_ok(),
    })
}

pub(super) fn all_rows(read: &mut Read, shared: &Shared) {
    let count = read.opened.texts.len();
    let reading = shared.reading(&shared.annotator);
    for index in 0..count {
        let fresh = marks(shared, reading, index).unwrap_or_default();
        if *read.opened.marks[index] != fresh {
            read.opened.marks[index] = Arc::new(fresh);
        }
    }
    read.opened.answered = read.opened.marks.iter().filter(|m| m.answered).count();
    let article = Arc::clone(&shared.article);
    let same_article = read.view.article.id == article.id().to_shared();
    let old = Arc::clone(&read.view.article.sections);
    let others = Others::of(read, shared);
    let mut index = 0;
    let blocks: Vec<RowView> = article
        .blocks()
        .iter()
        .enumerate()
        .map(|(at, block)| match block.kind {
            BlockKind::Heading(level) => RowView::Heading(format!("h{at}").into(), level, Arc::clone(&block.text)),
            _ => {
                index += 1;
                RowView::Paragraph(row(read, shared, &others, index - 1))
            }
        })
        .collect();
    let mut sections: Vec<Arc<SectionView>> = Vec::with_capacity(blocks.len() / SECTION + 1);
    for (at, rows) in blocks.chunks(SECTION).enumerate() {
        let mut section = SectionView { key: format!("s{at}").into(), rows: rows.to_vec() };
        let before = old.get(at).filter(|_| same_article);
        if let Some(before) = before {
            reuse(&mut section, before);
        }
        match before.filter(|before| ***before == section) {
            Some(before) => sections.push(Arc::clone(before)),
            None => sections.push(Arc::new(section)),
        }
    }
    let mut view = (*read.view.article).clone();
    view.id = article.id().to_shared();
    view.sections = sections.into();
    read.view.article = Arc::new(view);
    let ticks: Vec<Tick> = (0..tick_count(count)).map(|at| tick(read, at)).collect();
    if *read.view.overview != *ticks {
        read.view.overview = ticks.into();
    }
}

/// Rows that say the same keep their pointers.
fn reuse(section: &mut SectionView, before: &SectionView) {
    for (new, old) in section.rows.iter_mut().zip(&before.rows) {
        if new == old {
            *new = old.clone();
        }
    }
}

/// Brings single rows up to date: each costs one row, one section, and a list of pointers.
pub(super) fn rows(read: &mut Read, shared: &Shared, mut touched: Vec<usize>) {
    // A paragraph that is named twice in a row is drawn once; one named again later costs a little and harms nothing.
    touched.dedup();
    touched.retain(|index| *index < read.opened.texts.len());
    let mut sections: Map<usize, SectionView> = Map::new();
    let mut ticks: Vec<usize> = Vec::new();
    let (reading, others) = (shared.reading(&shared.annotator), Others::of(read, shared));
    for index in touched {
        let fresh = marks(shared, reading, index).unwrap_or_default();
        let old = &read.opened.marks[index];
        if **old != fresh {
            read.opened.answered = read.opened.answered + usize::from(fresh.answered) - usize::from(old.answered);
            read.opened.marks[index] = Arc::new(fresh);
        }
        let (section, at) = read.opened.places[index];
        let Some(here) = read.view.article.sections.get(section as usize) else { continue };
        let view = row(read, shared, &others, index);
        if here.rows.get(at as usize) != Some(&RowView::Paragraph(Arc::clone(&view))) {
            let edited = sections.entry(section as usize).or_insert_with(|| (**here).clone());
            if let Some(place) = edited.rows.get_mut(at as usize) {
                *place = RowView::Paragraph(view);
            }
        }
        ticks.push(tick_of(read.opened.texts.len(), index));
    }
    if !sections.is_empty() {
        let mut all: Vec<Arc<SectionView>> = read.view.article.sections.to_vec();
        for (at, section) in sections {
            all[at] = Arc::new(section);
        }
        let mut view = (*read.view.article).clone();
        view.sections = all.into();
        read.view.article = Arc::new(view);
    }
    ticks.dedup();
    let fresh: Vec<(usize, Tick)> = ticks.into_iter().map(|at| (at, tick(read, at))).collect();
    if fresh.iter().any(|(at, tick)| read.view.overview.get(*at) != Some(tick)) {
        let mut all = read.view.overview.to_vec();
        for (at, tick) in fresh {
            if let Some(place) = all.get_mut(at) {
                *place = tick;
            }
        }
        read.view.overview = all.into();
    }
}

fn tick_count(paragraphs: usize) -> usize {
    paragraphs.min(TICKS)
}

/// The tick that stands for a paragraph.
fn tick_of(paragraphs: usize, index: usize) -> usize {
    index * tick_count(paragraphs) / paragraphs.max(1)
}

fn tick(read: &Read, at: usize) -> Tick {
    let total = read.opened.texts.len();
    let count = tick_count(total).max(1);
    // The paragraphs whose tick is `at`: from the first index that maps to it up to the next one's first.
    let first_of = |at: usize| (at * total).div_ceil(count);
    let range = first_of(at)..first_of(at + 1).min(total);
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for sense in range.clone().filter_map(|index| seen(read, index).sense) {
        match counts.iter_mut().find(|(other, _)| *other == sense) {
            Some((_, n)) => *n += 1,
            None => counts.push((sense, 1)),
        }
    }
    Tick {
        first: range.start,
        sense: counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(sense, _)| sense),
        answered: range.clone().all(|index| seen(read, index).answered),
        current: range.contains(&read.current),
    }
}

/// What stands in the margin of a paragraph: one's own marks, or those of others.
fn seen(read: &Read, index: usize) -> &Marks {
    let (section, at) = read.opened.places[index];
    let row = read.view.article.sections.get(section as usize).and_then(|section| section.rows.get(at as usize));
    match row {
        Some(RowView::Paragraph(row)) => row.shown.as_ref().unwrap_or(&row.marks),
        _ => &read.opened.marks[index],
    }
}
