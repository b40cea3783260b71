//! The report: the article with what the class made of it, to be printed or saved. Its figures are computed one by one,
//! bit by bit, so that the page stays awake.

#[cfg(test)]
mod tests;

use super::{
    annotators::{Annotator, everybody, names_shown, readers_for},
    board::Bar,
    model::{Context, Inputs, Model},
    numbers::{
        Computed,
        figures::{Place, place},
        source,
    },
};
use crate::{APP, effect::Effect, timer::Timer, words::count};
use postil_core::{
    article::{Article, BlockKind},
    base::id::QuestionId,
    measure::agreement::{
        measure::{Measure, Table},
        words::{CONVENTIONS, without_convention},
    },
    output::{
        file_name::file_name,
        report::{self, Figure, Reader, Report, page, without_figures},
    },
};
use std::sync::Arc;

/// The report as far as it has been made.
#[derive(Default)]
pub struct Reporting {
    base: Option<Arc<Report>>,
    blocks: Arc<[Arc<BlockView>]>,
    figures: Vec<FigureView>,
    computing: Option<(QuestionId, Computed)>,
    /// What is still to be computed, the last one first.
    wanted: Vec<(QuestionId, Measure)>,
    /// Counts what it was made from.
    revision: u64,
    waits: bool,
}

/// A heading or a paragraph of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockView {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub text: Arc<str>,
    /// The article's language.
    pub lang: Arc<str>,
    /// The article's direction.
    pub dir: &'static str,
    /// What the class made of it; none beside a heading.
    pub row: Option<RowView>,
}

/// What the class made of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The report's row.
    pub row: report::Row,
    /// The answers to each question.
    pub bars: Vec<Bar>,
    /// "Agreed: ▲ supports", or what else became of it; empty when nothing did.
    pub settled: Arc<str>,
}

/// A figure with where it lies on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureView {
    /// The figure. Its conclusion is without the sentence that all of them share.
    pub figure: Figure,
    /// Where it lies, if it has a value.
    pub place: Option<Place>,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// Everything but what is below.
    pub report: Arc<Report>,
    /// "A. Author · The Paper · 2026"; may be empty.
    pub byline: Arc<str>,
    /// "12 annotators", or their names.
    pub who: Arc<str>,
    /// Whether names are shown.
    pub named: bool,
    /// "2 annotators are left out in Compare."; empty when nobody is.
    pub left_out: Arc<str>,
    /// True when the made-up class is among them.
    pub example: bool,
    /// The article.
    pub blocks: Arc<[Arc<BlockView>]>,
    /// The figures, as far as they have been computed.
    pub figures: Vec<FigureView>,
    /// Said once below them; empty where no line is drawn.
    pub convention: &'static str,
    /// True while figures are still computed.
    pub working: bool,
}

/// Begins anew when what the report is made from has changed, and goes on when something is left to compute.
pub fn go_on(model: &mut Model, context: Context<'_>) {
    if model.report.revision != model.revision {
        begin(model, context);
    }
    let left = !model.report.wanted.is_empty() || model.report.computing.is_some();
    if left && !model.report.waits {
        model.report.waits = true;
        model.act(Effect::Wait(Timer::Report, 0));
    }
}

/// The wait for the next bit is over.
pub fn work(model: &mut Model, context: Context<'_>) {
    model.report.waits = false;
    if model.report.revision != model.revision {
        return;
    }
    if let Some((question, mut computed)) = model.report.computing.take() {
        computed.draw();
        match computed.interval {
            Some(_) => finish(model, context, &question, &computed),
            None => model.report.computing = Some((question, computed)),
        }
    } else if let Some((question, measure)) = model.report.wanted.pop() {
        let readers = readers_for(context.with(model), &question);
        match source(model, context, &readers, &question) {
            Some(source) => {
                model.report.computing = Some((question, Computed::new(Table::new(&source, measure, false))));
            }
            None => model.report.wanted.push((question, measure)),
        }
    }
}

fn finish(model: &mut Model, context: Context<'_>, question: &QuestionId, computed: &Computed) {
    let interval = computed.interval.flatten();
    let (table, value) = (&computed.table, computed.coefficient);
    let figure = report::in_words(context.codebook, question, table, value, interval.as_ref());
    model.report.figures.push(FigureView { figure, place: place(value, interval) });
}

fn begin(model: &mut Model, context: Context<'_>) {
    let everybody = everybody(context.with(model));
    let decisions = context.store.decisions(context.article.id());
    let reader = |annotator| {
        let annotator: &Annotator = annotator;
        let layer = context.store.layer(context.article.id(), &annotator.id)?;
        Some(Reader { name: "", layer })
    };
    let readers: Vec<Reader<'_>> = everybody.iter().filter(|one| !one.left_out).filter_map(reader).collect();
    let base = without_figures(context.article, context.codebook, &readers, decisions, false, APP);
    let mut wanted = if base.readers > 1 { report::measures(context.codebook) } else { Vec::new() };
    wanted.reverse();
    model.report = Reporting {
        blocks: blocks(context.article, &base),
        base: Some(Arc::new(base)),
        wanted,
        revision: model.revision,
        waits: model.report.waits,
        ..Reporting::default()
    };
}

fn blocks(article: &Article, base: &Report) -> Arc<[Arc<BlockView>]> {
    let mut rows = base.rows.iter();
    let block = |block: &postil_core::article::Block| {
        let row = if block.kind.is_annotated() { rows.next() } else { None };
        Arc::new(BlockView {
            kind: block.kind,
            text: Arc::clone(&block.text),
            lang: Arc::clone(article.language()),
            dir: article.direction().word(),
            row: row.map(|row| RowView {
                bars: bars(base, row),
                settled: row.settled.as_ref().map_or_else(|| "".into(), report::Settled::words),
                row: row.clone(),
            }),
        })
    };
    article.blocks().iter().map(block).collect()
}

fn bars(base: &Report, row: &report::Row) -> Vec<Bar> {
    let bar = |(question, tally): (&report::Question, &report::Tally)| {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let answers = question.options.iter().zip(&tally.counts);
        let answers = answers.map(|(answer, n)| (Some(answer.sense), Arc::clone(&answer.label), number(*n)));
        Bar::of(answers.chain([(None, "not answered".into(), number(tally.not_coded))]))
    };
    base.questions.iter().zip(&row.tallies).map(bar).collect()
}

/// The report as it is now.
#[must_use]
pub fn report(model: Inputs<'_>, everybody: &[Annotator]) -> Option<ReportView> {
    let base = Arc::clone(model.report.base.as_ref()?);
    let masthead = &model.context.article.masthead;
    let by: Vec<&str> =
        [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().map(|words| &**words).collect();
    let named = names_shown(model, everybody.iter().filter(|one| one.has_coded).count());
    let mut who = count(base.readers, "annotator", "annotators");
    if named && base.readers > 0 {
        who = [who, ": ".to_owned(), names(model, everybody).join(", ")].concat();
    }
    let left_out = everybody.iter().filter(|one| one.left_out && one.has_coded).count();
    let mut figures = model.report.figures.clone();
    let mut lines = false;
    for FigureView { figure, .. } in &mut figures {
        if let Some(said) = without_convention(&figure.conclusion) {
            figure.conclusion = said.into();
            lines = true;
        }
    }
    Some(ReportView {
        byline: by.join(" · ").into(),
        who: who.into(),
        named,
        left_out: match left_out {
            0 => "".into(),
            1 => "One more annotator is left out of it, as chosen in Compare.".into(),
            n => format!("{n} more annotators are left out of it, as chosen in Compare.").into(),
        },
        example: model.context.example,
        blocks: Arc::clone(&model.report.blocks),
        figures,
        convention: if lines { CONVENTIONS } else { "" },
        working: model.report.computing.is_some() || !model.report.wanted.is_empty(),
        report: base,
    })
}

/// The names of those who are in it, each in isolation from the direction of the words around it.
fn names(model: Inputs<'_>, everybody: &[Annotator]) -> Vec<String> {
    let read = |one: &&Annotator| !one.left_out && one.has_coded;
    let name = |one: &Annotator| format!("\u{2068}{}\u{2069}", model.context.store.shown_name(&one.id));
    everybody.iter().filter(read).map(name).collect()
}

/// Saves the report as a page that any browser opens.
pub fn save(model: &mut Model, context: Context<'_>) {
    let everybody = everybody(context.with(model));
    let Some(view) = report(context.with(model), &everybody).filter(|view| !view.working) else { return };
    let names = if view.named { names(context.with(model), &everybody) } else { Vec::new() };
    let full = Report {
        names: names.into_iter().map(Into::into).collect(),
        figures: view.figures.into_iter().map(|view| view.figure).collect(),
        ..(*view.report).clone()
    };
    let mut notes: Vec<&str> = vec![&view.left_out, if view.example { MADE_UP } else { "" }];
    notes.retain(|note| !note.is_empty());
    let text = page(&full, context.article, &notes, view.convention);
    let name = format!("{} - report.html", file_name(&context.article.masthead.title));
    model.act(Effect::DownloadBytes { name: name.into(), mime: "text/html", bytes: text.into_bytes().into() });
}

/// What has to be said of a report on people who do not exist.
pub const MADE_UP: &str = "The twelve people of the example class are made up.";
