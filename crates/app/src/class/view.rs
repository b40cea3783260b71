//! What the class's screens show, ready to render, and how it is brought up to date.

use super::{
    annotators::{annotators, everybody, names_shown},
    lens::Inputs,
    people::Annotator,
    shown::keep,
};
use crate::{
    codebook::{self, CodebookView},
    compare::{
        model::Compare,
        view::{self as compare, CompareView},
    },
    decide::{
        model::Decide,
        view::{self as decide, DecidePart},
    },
    discuss::{
        model::Discuss,
        view::{self as discuss, DiscussView},
    },
    report::{
        model::Reporting,
        view::{self as report, ReportView},
    },
    screen::Screen,
};
use std::sync::Arc;

/// Everything on the class's screens. Only the part that is shown is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// True once there is something to show.
    pub ready: bool,
    /// The screen.
    pub screen: Screen,
    /// Who is compared.
    pub annotators: Arc<AnnotatorsView>,
    /// Compare.
    pub compare: CompareView,
    /// What is decided in Compare, with the list of all paragraphs and how many are settled.
    pub decide: Option<Arc<DecidePart>>,
    /// The discussion.
    pub discuss: Option<Arc<DiscussView>>,
    /// The report.
    pub report: Option<Arc<ReportView>>,
    /// The codebook.
    pub codebook: Option<Arc<CodebookView>>,
}

/// Who is compared, and through which question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnotatorsView {
    /// The article's title.
    pub title: Arc<str>,
    /// The readers through the question.
    pub annotators: Arc<[Annotator]>,
    /// Whoever else has said anything: answered another question, or left a note.
    pub others: Vec<Annotator>,
    /// How many are readers through any question.
    pub readers: usize,
    /// How many are taken in.
    pub taken_in: usize,
    /// Whether names are shown.
    pub named: bool,
    /// The prompts of all questions.
    pub questions: Vec<Arc<str>>,
    /// The chosen one.
    pub question: usize,
    /// True when the example class is here.
    pub example: bool,
    /// True when the example class could be brought in: it is about the open article.
    pub example_fits: bool,
    /// True when something is decided.
    pub agreed: bool,
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// Brings the view up to date with the pages.
pub(crate) fn refresh(
    view: &mut View,
    compare: &Compare,
    decide: &Decide,
    discuss: &Discuss,
    report: &Reporting,
    inputs: Inputs<'_>,
) {
    let screen = inputs.context.screen;
    view.ready = true;
    view.screen = screen;
    compare::refresh(&mut view.compare, compare, inputs);
    let deciding = screen == Screen::Compare && compare.decides();
    keep(&mut view.decide, deciding.then(|| decide::part(decide, inputs, &everybody(inputs))));
    let discussing = screen == Screen::Discuss;
    keep(&mut view.discuss, discussing.then(|| discuss::discuss(discuss, decide, inputs)).flatten());
    keep(&mut view.report, (screen == Screen::Report).then(|| report::report(report, inputs)).flatten());
    keep(&mut view.codebook, (screen == Screen::Codebook).then(|| codebook::codebook(inputs)));
    let here = who(inputs);
    if *view.annotators != here {
        view.annotators = Arc::new(here);
    }
}

fn who(inputs: Inputs<'_>) -> AnnotatorsView {
    let (annotators, everybody) = (annotators(inputs), everybody(inputs));
    let others = everybody.iter().filter(|one| annotators.iter().all(|annotator| annotator.id != one.id));
    let readers = everybody.iter().filter(|one| one.has_coded).count();
    let context = inputs.context;
    AnnotatorsView {
        title: Arc::clone(&context.article.masthead.title),
        taken_in: annotators.iter().filter(|annotator| !annotator.left_out).count(),
        named: names_shown(inputs, readers),
        others: others.cloned().collect(),
        readers,
        questions: context.codebook.questions.iter().map(|question| Arc::clone(&question.prompt)).collect(),
        question: inputs.lens.question,
        example: context.example,
        example_fits: *context.article.id() == *postil_core::codebook::sample::article().id(),
        agreed: context.is_anything_decided(),
        locked: context.locked,
        annotators,
    }
}
