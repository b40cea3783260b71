//! Where everything that happens on the report goes through.

use super::{
    blocks::blocks,
    model::{FigureView, Reporting},
    msg::Msg,
    view::{MADE_UP, names, report},
};
use crate::{
    APP,
    class::{
        annotators::{everybody, readers_for, source},
        computed::Computed,
        given::{given, title},
        lens::Inputs,
        people::Annotator,
        scale::place,
    },
    effect::Effect,
    intent::Intent,
    screen::Screen,
    strings::report as strings,
    timer::Timer,
};
use postil_core::{
    base::id::{CodebookId, QuestionId},
    measure::agreement::measure::Table,
    output::{
        file_name::file_name,
        report::{Head, Reader, Report, in_words, measures, page as written, without_figures},
    },
};
use std::sync::Arc;

/// Changes the page by what happened.
#[must_use]
pub(crate) fn update(page: &mut Reporting, inputs: Inputs<'_>, msg: Msg) -> Vec<Intent> {
    match msg {
        Msg::Rested => work(page, inputs),
        Msg::PrintAsked => return vec![Intent::Do(Effect::Print)],
        Msg::ReportAsked => return Vec::from_iter(save(page, inputs)),
    }
    Vec::new()
}

/// Begins anew when what the report is made from has changed, and goes on when something is left to compute, while it is
/// shown.
#[must_use]
pub(crate) fn go_on(page: &mut Reporting, inputs: Inputs<'_>) -> Option<Intent> {
    if inputs.context.screen != Screen::Report {
        return None;
    }
    if page.revision != inputs.lens.revision {
        begin(page, inputs);
    }
    if !page.is_working() || page.waits {
        return None;
    }
    page.waits = true;
    Some(Intent::Do(Effect::Wait(Timer::Report, 0)))
}

/// The wait for the next bit is over.
fn work(page: &mut Reporting, inputs: Inputs<'_>) {
    page.waits = false;
    if page.revision != inputs.lens.revision {
        return;
    }
    if let Some((question, mut computed)) = page.computing.take() {
        computed.draw();
        match computed.interval {
            Some(_) => page.figures.push(finished(inputs, &question, &computed)),
            None => page.computing = Some((question, computed)),
        }
    } else if let Some((question, measure)) = page.wanted.pop() {
        let readers = readers_for(inputs, &question);
        match source(inputs, &readers, &question) {
            Some(source) => page.computing = Some((question, Computed::new(Table::new(&source, measure, false)))),
            None => page.wanted.push((question, measure)),
        }
    }
}

fn finished(inputs: Inputs<'_>, question: &QuestionId, computed: &Computed) -> FigureView {
    let interval = computed.interval.flatten();
    let (table, value) = (&computed.table, computed.coefficient);
    let figure = in_words(inputs.context.codebook, question, table, value, interval.as_ref());
    FigureView { figure, place: place(&table.measure, value, interval) }
}

fn begin(page: &mut Reporting, inputs: Inputs<'_>) {
    let context = inputs.context;
    let everybody = everybody(inputs);
    let decisions = context.decisions();
    let reader = |annotator| {
        let annotator: &Annotator = annotator;
        let layer = context.layer(&annotator.id)?;
        Some(Reader { name: "", layer })
    };
    let readers: Vec<Reader<'_>> = everybody.iter().filter(|one| !one.left_out).filter_map(reader).collect();
    let base = without_figures(context.article, context.codebook, &readers, decisions, false, APP);
    let title = |id: &CodebookId| title(context, id);
    let base = base.given(&given(inputs, &everybody), &title, context.codebook, APP);
    let mut wanted = if base.readers > 1 { measures(context.codebook, &base.themes) } else { Vec::new() };
    wanted.reverse();
    *page = Reporting {
        blocks: blocks(context.article, &base),
        base: Some(Arc::new(base)),
        wanted,
        revision: inputs.lens.revision,
        waits: page.waits,
        from_class: page.from_class,
        ..Reporting::default()
    };
}

/// Saves the report as a page that any browser opens.
fn save(page: &Reporting, inputs: Inputs<'_>) -> Option<Intent> {
    let view = report(page, inputs).filter(|view| !view.working)?;
    let names = if view.named { names(inputs, &everybody(inputs)) } else { Vec::new() };
    let full = Report {
        names: names.into_iter().map(Into::into).collect(),
        figures: view.figures.into_iter().map(|view| view.figure).collect(),
        ..(*view.report).clone()
    };
    let mut notes: Vec<&str> = vec![&view.programs, &view.left_out, if view.example { MADE_UP } else { "" }];
    notes.retain(|note| !note.is_empty());
    let article = inputs.context.article;
    let head = Head { made: &view.made, notes: &notes, convention: view.convention };
    let text = written(&full, article, head);
    let name = strings::file_name(&file_name(&article.masthead.title));
    Some(Intent::Do(Effect::DownloadBytes { name: name.into(), mime: "text/html", bytes: text.into_bytes().into() }))
}
