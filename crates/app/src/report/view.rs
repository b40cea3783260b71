//! The report, ready to render.

use super::{
    blocks::BlockView,
    model::{FigureView, Reporting},
};
use crate::{
    class::{
        annotators::{everybody, name, names_shown},
        lens::Inputs,
        people::Annotator,
        roll::view::told,
    },
    strings::{class as say, report as strings},
    when::date,
};
use postil_core::{
    exchange::import::share::is_automatic,
    measure::agreement::words::{CONVENTIONS, without_convention},
    output::report::Report,
};
use std::sync::Arc;

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// Everything but what is below.
    pub report: Arc<Report>,
    /// "A. Author · The Paper · 2026"; may be empty.
    pub byline: Arc<str>,
    /// Of which class, when and by whom it was made: "Class: Friday · 3 Nov 2026 · Kim".
    pub made: Arc<str>,
    /// "12 people", or with their names.
    pub who: Arc<str>,
    /// Whether names are shown.
    pub named: bool,
    /// "2 more people are left out of it, as chosen in Compare."; empty when nobody is.
    pub left_out: Arc<str>,
    /// "2 of them are programs."; empty where none is counted.
    pub programs: Arc<str>,
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
    /// True where the way back leads to Class.
    pub from_class: bool,
}

/// The report as it is now.
#[must_use]
pub(crate) fn report(page: &Reporting, inputs: Inputs<'_>) -> Option<ReportView> {
    let base = Arc::clone(page.base.as_ref()?);
    let everybody = everybody(inputs);
    let masthead = &inputs.context.article.masthead;
    let by: Vec<&str> =
        [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().map(|words| &**words).collect();
    let named = names_shown(inputs, everybody.iter().filter(|one| one.has_coded).count());
    let mut who = say::people(base.readers);
    if named && base.readers > 0 {
        who = strings::people_named(&who, &names(inputs, &everybody).join(", "));
    }
    let left_out = everybody.iter().filter(|one| one.left_out && one.has_coded).count();
    let programs = everybody.iter().filter(|one| one.program && !one.left_out && one.has_coded).count();
    let mut figures = page.figures.clone();
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
            n => strings::left_out(n).into(),
        },
        made: made(inputs),
        programs: match programs {
            0 => "".into(),
            n => strings::programs(n).into(),
        },
        example: inputs.context.example,
        blocks: Arc::clone(&page.blocks),
        figures,
        convention: if lines { CONVENTIONS } else { "" },
        working: page.is_working(),
        from_class: page.from_class,
        report: base,
    })
}

/// Of which class and round of reading, when and by whom. Whoever has no name of their own is not named, and the first round
/// is what is read unless somebody asks for another.
fn made(inputs: Inputs<'_>) -> Arc<str> {
    let context = inputs.context;
    let by = Some(name(context, context.annotator)).filter(|name| !is_automatic(name));
    let round = if context.round > 1 { strings::round(context.round) } else { String::new() };
    let parts = [told(context), round.into(), date(context.clock()).into(), by.unwrap_or_else(|| "".into())];
    let parts: Vec<&str> = parts.iter().map(|part| &**part).filter(|part| !part.is_empty()).collect();
    parts.join(" · ").into()
}

/// The names of those who are in it, each in isolation from the direction of the words around it.
pub(super) fn names(inputs: Inputs<'_>, everybody: &[Annotator]) -> Vec<String> {
    let read = |one: &&Annotator| !one.left_out && one.has_coded;
    let called = |one: &Annotator| format!("\u{2068}{}\u{2069}", name(inputs.context, &one.id));
    everybody.iter().filter(read).map(called).collect()
}

/// What has to be said of a report on people who do not exist.
pub const MADE_UP: &str = strings::made_up();
