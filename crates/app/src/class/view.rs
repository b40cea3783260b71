//! What the class's screens show, ready to render, and how it is brought up to date.

use super::{
    annotators::{annotators, everybody, names_shown},
    lens::Inputs,
    people::Annotator,
    roll::view::{RollView, roll},
    shown::kept,
};
use crate::{
    codebook::{
        model::Editing,
        view::{self as codebook, CodebookView},
    },
    compare::{
        model::Compare,
        view::{self as compare, CompareView},
    },
    decide::model::Decide,
    discuss::{
        model::Discuss,
        view::{self as discuss, DiscussView},
    },
    lesson::{
        model::Lesson,
        subpage::{self, SubPage, SubPageView},
        view::{self as lesson, LessonView},
    },
    report::{
        model::Reporting,
        view::{self as report, ReportView},
    },
    screen::Screen,
};
use std::sync::Arc;

/// Everything on the class's screens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Who is compared.
    pub annotators: Arc<AnnotatorsView>,
    /// Which class is shown, and who stands apart.
    pub roll: Arc<RollView>,
    /// The page that is shown.
    pub page: Page,
}

/// The page that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// None of the class's.
    #[default]
    None,
    /// Compare.
    Compare(CompareView),
    /// The discussion; without anything while nothing is on the agenda.
    Discuss(Option<Arc<DiscussView>>),
    /// The report.
    Report(Arc<ReportView>),
    /// The codebook.
    Codebook(Arc<CodebookView>),
    /// Class.
    Lesson(Arc<LessonView>),
    /// What a class does once it has talked.
    SubPage(SubPageView),
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

/// What the pages know.
pub(crate) struct Pages<'a> {
    /// Compare.
    pub compare: &'a Compare,
    /// The paragraph that is decided.
    pub decide: &'a Decide,
    /// The discussion.
    pub discuss: &'a Discuss,
    /// The report.
    pub report: &'a Reporting,
    /// The codebook.
    pub codebook: &'a Editing,
    /// The lesson.
    pub lesson: &'a Lesson,
}

/// Brings the view up to date with the pages.
pub(crate) fn refresh(view: &mut View, pages: &Pages<'_>, inputs: Inputs<'_>) {
    let Pages { compare, decide, discuss, report, codebook: editing, lesson: teaching } = *pages;
    let before = std::mem::take(&mut view.page);
    view.page = match (inputs.context.screen, before) {
        (Screen::Read, _) => Page::None,
        (Screen::Compare, Page::Compare(before)) => Page::Compare(compare::compare(compare, inputs, Some(before))),
        (Screen::Compare, _) => Page::Compare(compare::compare(compare, inputs, None)),
        (Screen::Discuss, before) => {
            kept(Some(before), Page::Discuss(discuss::discuss(discuss, decide, inputs).map(Arc::new)))
        }
        (Screen::Report, before) => {
            kept(Some(before), report::report(report, inputs).map_or(Page::None, |view| Page::Report(Arc::new(view))))
        }
        (Screen::Codebook, Page::Codebook(before)) => {
            let now = codebook::codebook(editing, inputs, Some(&before));
            kept(Some(Page::Codebook(before)), Page::Codebook(Arc::new(now)))
        }
        (Screen::Class, before) => {
            let now = match SubPage::at(inputs.context.address) {
                Some(page) => Page::SubPage(subpage::shown(page, teaching, decide, inputs)),
                None => Page::Lesson(Arc::new(lesson::lesson(teaching, decide, inputs))),
            };
            kept(Some(before), now)
        }
        (Screen::Codebook, _) => Page::Codebook(Arc::new(codebook::codebook(editing, inputs, None))),
    };
    let here = who(inputs);
    if *view.annotators != here {
        view.annotators = Arc::new(here);
    }
    let rolled = roll(&compare.roll, inputs);
    if *view.roll != rolled {
        view.roll = Arc::new(rolled);
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
        example_fits: context.example_fits(),
        agreed: context.is_anything_decided(),
        locked: context.locked,
        annotators,
    }
}
