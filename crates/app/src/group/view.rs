//! What the group's screens show, ready to render, and how it is brought up to date.

use super::{
    annotators::{Annotator, annotators, everybody, names_shown},
    board::{self, BoardView},
    changed::{self, ChangedView},
    codebook::{self, CodebookView},
    decide::{self, DecidePart},
    discuss::{self, DiscussView},
    kinds::{self, KindsView},
    model::{Context, Inputs, Model},
    msg::{Drawing, Tab},
    numbers::figures::{self, NumbersView},
    portrait::{self, PortraitView},
    report::{self, ReportView},
    themes::{self, ThemesView},
};
use crate::screen::Screen;
use std::sync::Arc;

/// Everything on the group's screens. Only the part that is shown is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// True once there is something to show.
    pub ready: bool,
    /// The screen.
    pub screen: Screen,
    /// The part of Compare.
    pub tab: Tab,
    /// Who is compared.
    pub annotators: Arc<AnnotatorsView>,
    /// The board.
    pub board: Option<Arc<BoardView>>,
    /// Counts of themes.
    pub themes: Option<Arc<ThemesView>>,
    /// The article as a row of paragraphs.
    pub portrait: Option<Arc<PortraitView>>,
    /// The picture that could not be made.
    pub failed: Option<Drawing>,
    /// The numbers.
    pub numbers: Option<Arc<NumbersView>>,
    /// The kinds of disagreement.
    pub kinds: Option<Arc<KindsView>>,
    /// What is decided in Compare, with the list of all paragraphs and how many are settled.
    pub decide: Option<Arc<DecidePart>>,
    /// What the agreed reading changes.
    pub changed: Option<Arc<ChangedView>>,
    /// The report.
    pub report: Option<Arc<ReportView>>,
    /// The discussion.
    pub discuss: Option<Arc<DiscussView>>,
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

/// Brings the view up to date.
pub fn refresh(model: &mut Model, context: Context<'_>) {
    let mut view = std::mem::take(&mut model.view);
    view.ready = true;
    view.screen = context.screen;
    view.tab = model.tab;
    {
        let (readers, everybody) = (annotators(context.with(model)), everybody(context.with(model)));
        let comparing = context.screen == Screen::Compare;
        let board = (comparing && model.tab == Tab::Board)
            .then(|| board::board(context.with(model), &readers, view.board.as_deref()));
        keep(&mut view.board, board);
        let shown = |tab| comparing && model.tab == tab;
        keep(&mut view.themes, shown(Tab::Themes).then(|| themes::themes(context.with(model), &readers)));
        keep(&mut view.portrait, shown(Tab::Portrait).then(|| portrait::portrait(context.with(model), &readers)));
        view.failed = model.pictures.failed;
        keep(&mut view.numbers, shown(Tab::Numbers).then(|| figures::numbers(context.with(model), &readers)));
        keep(&mut view.kinds, shown(Tab::Kinds).then(|| kinds::kinds(context.with(model), &readers)));
        keep(&mut view.codebook, (context.screen == Screen::Codebook).then(|| codebook::codebook(context.with(model))));
        keep(&mut view.decide, shown(Tab::Decide).then(|| decide::part(context.with(model), &everybody)));
        keep(&mut view.changed, shown(Tab::Changed).then(|| changed::changed(context.with(model), &everybody)));
        keep(
            &mut view.report,
            (context.screen == Screen::Report).then(|| report::report(context.with(model), &everybody)).flatten(),
        );
        let discussing = context.screen == Screen::Discuss;
        keep(&mut view.discuss, discussing.then(|| discuss::discuss(context.with(model), &readers)).flatten());
        let here = annotators_view(context.with(model), readers, &everybody);
        if *view.annotators != here {
            view.annotators = Arc::new(here);
        }
    }
    model.view = view;
}

/// What did not change keeps its pointer, so that it is passed over when the page is drawn.
fn keep<T: PartialEq>(old: &mut Option<Arc<T>>, new: Option<T>) {
    match (&old, new) {
        (Some(here), Some(new)) if **here == new => {}
        (_, new) => *old = new.map(Arc::new),
    }
}

fn annotators_view(model: Inputs<'_>, annotators: Arc<[Annotator]>, everybody: &[Annotator]) -> AnnotatorsView {
    let others = everybody.iter().filter(|one| annotators.iter().all(|annotator| annotator.id != one.id));
    let readers = everybody.iter().filter(|one| one.has_coded).count();
    AnnotatorsView {
        title: Arc::clone(&model.context.article.masthead.title),
        taken_in: annotators.iter().filter(|annotator| !annotator.left_out).count(),
        named: names_shown(model, readers),
        others: others.cloned().collect(),
        readers,
        questions: model.context.codebook.questions.iter().map(|question| Arc::clone(&question.prompt)).collect(),
        question: model.question,
        example: model.context.example,
        example_fits: *model.context.article.id() == *postil_core::codebook::sample::article().id(),
        agreed: changed::is_anything_decided(model),
        locked: model.context.locked,
        annotators,
    }
}
