//! Builds the article's rows and the overview strip's ticks.

use crate::{
    model::{Model, Opened},
    view::article::{
        Marks, ParagraphText, ParagraphView, RowView, SECTION, SectionView, StanceMark, TICKS, ThemeMark, Tick,
    },
};
use postil_core::{
    article::{Article, BlockKind},
    base::{id::ThemeId, map::Map, order},
    codebook::{Codebook, sign::sign},
    record::{Record, Themes, progress::missing},
};
use std::sync::Arc;

impl Opened {
    /// Derives what never changes about an article.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let count = article.paragraphs().len();
        let (mut texts, mut places) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (index, paragraph) in article.paragraphs().iter().enumerate() {
            let Some(block) = article.blocks().get(paragraph.block) else { continue };
            let number = index + 1;
            texts.push(Arc::new(ParagraphText {
                index,
                index_text: index.to_string().into(),
                number: number.to_string().into(),
                dom_id: format!("p{number}").into(),
                label: format!("Paragraph {number}").into(),
                kind: block.kind.word(),
                text: Arc::clone(&block.text),
            }));
            let (section, row) = (paragraph.block / SECTION, paragraph.block % SECTION);
            places.push((u32::try_from(section).unwrap_or(0), u32::try_from(row).unwrap_or(0)));
        }
        let silent = Arc::new(Marks::default());
        Self { marks: vec![silent; count], answered: 0, texts, places }
    }
}

/// What the active annotator's record says, for the margin.
fn marks(model: &Model, index: usize) -> Option<Marks> {
    let paragraph = model.shared.paragraph_id(index)?;
    let record = model.shared.store().record(model.shared.article_id(), &model.shared.annotator, paragraph)?;
    Some(record_marks(record, &model.shared.codebook, None))
}

/// What a record says, with the answers to all questions or to one of them, by its place.
pub(super) fn record_marks(record: &Record, codebook: &Codebook, only: Option<usize>) -> Marks {
    let mut marks = Marks {
        note: record.note.spoken().next().is_some(),
        begun: record.is_coded(),
        answered: missing(record, codebook).is_none(),
        ..Marks::default()
    };
    for (at, question) in codebook.questions.iter().enumerate() {
        let Some(stance) = record.stance(&question.id) else { continue };
        let option = question.options.iter().find(|o| o.id == stance.option);
        let label = option.map_or_else(|| stance.option.to_shared(), |o| Arc::clone(&o.label));
        let sign = sign(&stance.option, Some(question));
        if at == 0 {
            marks.stance_id = Some(stance.option.to_shared());
            marks.sense = Some(sign.sense());
        }
        if only.is_none_or(|only| only == at) {
            marks.stances.push(StanceMark { glyph: sign.glyph, sense: sign.sense(), label });
        }
    }
    match record.themes() {
        Themes::NotCoded => {}
        Themes::NoneApplies => {
            marks.none_applies = true;
            marks.theme_ids = Some("".into());
        }
        Themes::Set(set) => {
            let mut ordered: Vec<(usize, &ThemeId)> = set.iter().map(|id| (place(codebook, id), id)).collect();
            order::short(&mut ordered, Ord::cmp);
            let ids: Vec<&str> = ordered.iter().map(|(_, id)| id.as_str()).collect();
            marks.theme_ids = Some(ids.join(" ").into());
            marks.themes = ordered.iter().map(|(at, id)| mark(codebook, *at, id)).collect();
        }
    }
    marks
}

pub(super) fn place(codebook: &Codebook, id: &ThemeId) -> usize {
    codebook.themes.iter().position(|t| t.id == *id).unwrap_or(usize::MAX)
}

pub(super) fn mark(codebook: &Codebook, at: usize, id: &ThemeId) -> ThemeMark {
    let label = codebook.themes.get(at).map_or_else(|| id.to_shared(), |t| Arc::clone(&t.label));
    ThemeMark { id: id.to_shared(), label, hue: codebook.hue_at(at) }
}

fn row(model: &Model, index: usize) -> Arc<ParagraphView> {
    Arc::new(ParagraphView {
        text: Arc::clone(&model.opened.texts[index]),
        marks: Arc::clone(&model.opened.marks[index]),
        shown: super::others::shown(model, index),
        current: index == model.current,
        found: model.search.found.binary_search(&index).is_ok(),
    })
}

pub(super) fn all_rows(model: &mut Model) {
    let count = model.opened.texts.len();
    for index in 0..count {
        let fresh = marks(model, index).unwrap_or_default();
        if *model.opened.marks[index] != fresh {
            model.opened.marks[index] = Arc::new(fresh);
        }
    }
    model.opened.answered = model.opened.marks.iter().filter(|m| m.answered).count();
    let article = Arc::clone(&model.shared.article);
    let same_article = model.view.article.id == article.id().to_shared();
    let old = Arc::clone(&model.view.article.sections);
    let mut index = 0;
    let blocks: Vec<RowView> = article
        .blocks()
        .iter()
        .enumerate()
        .map(|(at, block)| match block.kind {
            BlockKind::Heading(level) => RowView::Heading(format!("h{at}").into(), level, Arc::clone(&block.text)),
            _ => {
                index += 1;
                RowView::Paragraph(row(model, index - 1))
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
    let mut view = (*model.view.article).clone();
    view.id = article.id().to_shared();
    view.sections = sections.into();
    model.view.article = Arc::new(view);
    let ticks: Vec<Tick> = (0..tick_count(count)).map(|at| tick(model, at)).collect();
    if *model.view.overview != *ticks {
        model.view.overview = ticks.into();
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
pub(super) fn rows(model: &mut Model, mut touched: Vec<usize>) {
    // A paragraph that is named twice in a row is drawn once; one named again later costs a little and harms nothing.
    touched.dedup();
    touched.retain(|index| *index < model.opened.texts.len());
    let mut sections: Map<usize, SectionView> = Map::new();
    let mut ticks: Vec<usize> = Vec::new();
    for index in touched {
        let fresh = marks(model, index).unwrap_or_default();
        let old = &model.opened.marks[index];
        if **old != fresh {
            model.opened.answered = model.opened.answered + usize::from(fresh.answered) - usize::from(old.answered);
            model.opened.marks[index] = Arc::new(fresh);
        }
        let (section, at) = model.opened.places[index];
        let Some(here) = model.view.article.sections.get(section as usize) else { continue };
        let view = row(model, index);
        if here.rows.get(at as usize) != Some(&RowView::Paragraph(Arc::clone(&view))) {
            let edited = sections.entry(section as usize).or_insert_with(|| (**here).clone());
            if let Some(place) = edited.rows.get_mut(at as usize) {
                *place = RowView::Paragraph(view);
            }
        }
        ticks.push(tick_of(model.opened.texts.len(), index));
    }
    if !sections.is_empty() {
        let mut all: Vec<Arc<SectionView>> = model.view.article.sections.to_vec();
        for (at, section) in sections {
            all[at] = Arc::new(section);
        }
        let mut view = (*model.view.article).clone();
        view.sections = all.into();
        model.view.article = Arc::new(view);
    }
    ticks.dedup();
    let fresh: Vec<(usize, Tick)> = ticks.into_iter().map(|at| (at, tick(model, at))).collect();
    if fresh.iter().any(|(at, tick)| model.view.overview.get(*at) != Some(tick)) {
        let mut all = model.view.overview.to_vec();
        for (at, tick) in fresh {
            if let Some(place) = all.get_mut(at) {
                *place = tick;
            }
        }
        model.view.overview = all.into();
    }
}

fn tick_count(paragraphs: usize) -> usize {
    paragraphs.min(TICKS)
}

/// The tick that stands for a paragraph.
fn tick_of(paragraphs: usize, index: usize) -> usize {
    index * tick_count(paragraphs) / paragraphs.max(1)
}

fn tick(model: &Model, at: usize) -> Tick {
    let total = model.opened.texts.len();
    let count = tick_count(total).max(1);
    // The paragraphs whose tick is `at`: from the first index that maps to it up to the next one's first.
    let first_of = |at: usize| (at * total).div_ceil(count);
    let range = first_of(at)..first_of(at + 1).min(total);
    let mut counts: Vec<(&Marks, usize)> = Vec::new();
    for marks in model.opened.marks[range.clone()].iter().filter(|marks| marks.stance_id.is_some()) {
        match counts.iter_mut().find(|(other, _)| other.stance_id == marks.stance_id) {
            Some((_, n)) => *n += 1,
            None => counts.push((marks, 1)),
        }
    }
    let sense = counts.into_iter().rev().max_by_key(|(_, n)| *n).and_then(|(marks, _)| marks.sense);
    Tick {
        first: range.start,
        sense,
        answered: model.opened.marks[range.clone()].iter().all(|m| m.answered),
        current: range.contains(&model.current),
    }
}
