//! Brings what the Read page shows up to date. What did not change keeps its pointer, so that Yew passes over it.

use super::{
    article::{EndView, TaskView},
    end::end,
    others,
    panel::inspector,
    rows::{all_rows, rows},
};
use crate::{
    env::Env,
    read::model::Read,
    shared::{Shared, Touched, assignment, library},
};
use std::sync::Arc;

/// Brings the page's view up to date, given what was touched of what is shared.
pub(crate) fn refresh(read: &mut Read, shared: &Shared, touched: Touched, env: &Env<'_>) {
    let Touched { all, rows: mut of_shared } = touched;
    let mut of_here = std::mem::take(&mut read.touched);
    let all = std::mem::take(&mut read.all_touched) || all;
    if all || read.view.article.id != shared.article_id().to_shared() {
        all_rows(read, shared);
        read.margin = None;
    } else {
        of_shared.append(&mut of_here);
        rows(read, shared, of_shared);
    }
    head(read, shared, env);
    let inspector = inspector(read, shared);
    if *read.view.inspector != inspector {
        read.view.inspector = Arc::new(inspector);
    }
}

fn provenance(masthead: &postil_core::article::Masthead) -> Vec<Arc<str>> {
    [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().cloned().collect()
}

/// What is asked of whoever reads. Where no words were given, there may be nothing to show.
fn task(shared: &Shared) -> Option<TaskView> {
    let asked = assignment::asked(shared)?;
    let facts: Arc<str> = assignment::facts(asked, shared.article.paragraphs().len()).into();
    let is_silent = asked.message.is_empty() && facts.is_empty();
    (!is_silent).then(|| TaskView { message: asked.message.clone(), facts, shown: assignment::is_shown(shared) })
}

/// Whether it is said what this is for and what to do.
fn intro(before: Option<bool>, shared: &Shared) -> Option<bool> {
    if !library::is_embedded(shared, shared.article_id()) {
        return None;
    }
    let untouched = shared.stored_reading(&shared.annotator).is_none_or(|layer| layer.records.is_empty());
    // Before the stores were read it was there for everybody; who tagged earlier has no use for its place.
    let was_shown = before.is_some() && shared.asked_to_persist;
    (untouched || was_shown).then_some(untouched)
}

/// Title and provenance, and how much is drawn.
fn head(read: &mut Read, shared: &Shared, env: &Env<'_>) {
    let masthead = &shared.article.masthead;
    let view = &read.view.article;
    // While another article is awaited, the sample is not shown in its place.
    let waiting = read.drawn == 0;
    let title = if waiting { "".into() } else { Arc::clone(shared.title()) };
    let byline: Vec<Arc<str>> = if waiting { Vec::new() } else { provenance(masthead) };
    let (lang, dir) = (Arc::clone(shared.article.language()), shared.article.direction().word());
    let same = view.title == title && view.byline == byline && view.dir == dir && view.lang == lang;
    let (overlay, asked) = (others::overlay(read, shared), others::asked(read, shared));
    let task = if waiting { None } else { task(shared) };
    let intro = if waiting || task.is_some() { None } else { intro(view.intro, shared) };
    let end = if waiting { EndView::default() } else { end(read, shared, env) };
    let is_told = view.task == task && view.intro == intro && *view.end == end;
    if !same || view.drawn != read.drawn || view.overlay != overlay || view.asked != asked || !is_told {
        let mut view = (**view).clone();
        view.title = title;
        view.byline = byline;
        view.lang = lang;
        view.dir = dir;
        view.drawn = read.drawn;
        view.overlay = overlay;
        view.asked = asked;
        view.task = task;
        view.intro = intro;
        if *view.end != end {
            view.end = Arc::new(end);
        }
        read.view.article = Arc::new(view);
    }
}
