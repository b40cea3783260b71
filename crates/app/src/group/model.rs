//! What the group's screens know.

use super::{
    annotators::People,
    board::Rows,
    changed::Changed,
    decide::Draft,
    discuss::Discuss,
    msg::{Only, Tab},
    numbers::Numbers,
    pictures::Pictures,
    report::Reporting,
    view::View,
};
use crate::{effect::Effect, env::Env, intent::Intent, screen::Screen, shared::Shared};
use postil_core::{
    article::{Article, Masthead},
    base::id::{AnnotatorId, OptionId, QuestionId, ThemeId},
    codebook::Codebook,
    exchange::example::is_made_up,
    keep::store::Store,
    measure::agreement::measure::{Gathering, Source},
};
use std::{cell::RefCell, ops::Deref, sync::Arc};

/// How the board is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// Sorted by disagreement.
    pub by_disagreement: bool,
    /// Which paragraphs.
    pub only: Only,
    /// Only with this theme.
    pub theme: Option<ThemeId>,
    /// Only with this answer.
    pub stance: Option<OptionId>,
    /// How many sections are drawn.
    pub drawn: usize,
}

/// Everything that the group's screens know.
pub struct Model {
    /// The part of Compare.
    pub tab: Tab,
    /// The stance question, by its place.
    pub question: usize,
    /// Readers who are left out.
    pub left_out: Vec<AnnotatorId>,
    /// Whether names are shown, once somebody has chosen.
    pub names: Option<bool>,
    /// How the board is looked at.
    pub board: Board,
    /// The numbers of agreement.
    pub numbers: Numbers,
    /// Pictures that were asked for.
    pub pictures: Pictures,
    /// The paragraph that is decided in Compare, by its index.
    pub deciding: usize,
    /// A decision in the making.
    pub draft: Option<Draft>,
    /// The page's address when this program came, until the discussion begins there.
    pub address: Arc<str>,
    /// The discussion.
    pub discuss: Discuss,
    /// How "What changed" is looked at.
    pub changed: Changed,
    /// The report as far as it has been made.
    pub report: Reporting,
    /// Counts changes of what everything is computed from.
    pub revision: u64,
    /// Who is here, as of the revision that they were listed at: that goes through all records.
    pub annotators: RefCell<Option<People>>,
    /// The rows of the board, likewise.
    pub rows: RefCell<Arc<Rows>>,
    /// The same tables while they are looked up.
    pub gathering: Option<(u64, Gathering)>,
    /// The tables that measures are made of, with the revision they were looked up at.
    pub source: Option<(u64, Arc<Source>)>,
    /// What is drawn.
    pub view: View,
    /// The article by its present title.
    pub article: Arc<Article>,
    /// The screen that was shown last.
    pub shown: Screen,
    /// The codebook that is drawn with, once something is.
    pub codebook: Option<Arc<Codebook>>,
    /// The state of what everyone said that is drawn here: a count of the ledger.
    pub seen: Option<u64>,
    /// How often the page had another address, as far as was heard here.
    pub addressed: u64,
    /// What is asked for; taken by `update`.
    pub intents: Vec<Intent>,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            question: 0,
            left_out: Vec::new(),
            names: None,
            board: Board { drawn: 1, ..Board::default() },
            numbers: Numbers::default(),
            pictures: Pictures::default(),
            deciding: 0,
            draft: None,
            address: "".into(),
            discuss: Discuss::default(),
            changed: Changed::default(),
            report: Reporting::default(),
            revision: 1,
            annotators: RefCell::default(),
            rows: RefCell::default(),
            gathering: None,
            source: None,
            view: View::default(),
            article: Arc::new(Article::new(Masthead::titled(""), Vec::new())),
            shown: Screen::Read,
            codebook: None,
            seen: None,
            addressed: 0,
            intents: Vec::new(),
        }
    }
}

impl Model {
    /// Asks for something to be done outside.
    pub fn act(&mut self, effect: Effect) {
        self.intents.push(Intent::Do(effect));
    }
}

/// What the class's screens see of what all pages share, at one moment.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The article, by its present title.
    pub article: &'a Arc<Article>,
    /// Its codebook.
    pub codebook: &'a Arc<Codebook>,
    /// What was said, by whom, and the settings.
    pub store: &'a Store,
    /// Who tags in this browser now.
    pub annotator: &'a AnnotatorId,
    /// Minutes to add to UTC for the person's clock.
    pub utc_offset: i32,
    /// Milliseconds since 1970.
    pub now: u64,
    /// True when nothing can be changed now.
    pub locked: bool,
    /// True on a Mac.
    pub mac: bool,
    /// True while the example class is here.
    pub example: bool,
    /// The screen.
    pub screen: Screen,
}

impl<'a> Context<'a> {
    /// What is shared, with the article by the title that it has now.
    #[must_use]
    pub fn of(shared: &'a Shared, article: &'a Arc<Article>, env: &Env<'_>) -> Self {
        // Its people are made up however they came in: by themselves, or in a file with others.
        let layers = shared.store().layers.get(shared.article_id());
        let example =
            layers.is_some_and(|layers| layers.iter().any(|(id, layer)| is_made_up(id) && !layer.is_silent()));
        Self {
            article,
            codebook: &shared.codebook,
            store: shared.store(),
            annotator: &shared.annotator,
            utc_offset: env.utc_offset,
            now: env.now,
            locked: !shared.may_write(),
            mac: shared.keymap.mac,
            example,
            screen: shared.screen,
        }
    }

    /// The same beside what the screens themselves know.
    #[must_use]
    pub fn with(self, pages: &'a Model) -> Inputs<'a> {
        Inputs { context: self, pages }
    }
}

/// Everything that a screen of the class is drawn from.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// What is shared.
    pub context: Context<'a>,
    /// What the screens themselves know.
    pub pages: &'a Model,
}

impl Deref for Inputs<'_> {
    type Target = Model;

    fn deref(&self) -> &Model {
        self.pages
    }
}

impl Inputs<'_> {
    /// The question that everything is seen through.
    #[must_use]
    pub fn question_id(self) -> QuestionId {
        let questions = &self.context.codebook.questions;
        questions.get(self.question).or(questions.first()).map_or_else(|| "stance".into(), |q| q.id.clone())
    }

    /// Its words; empty where the codebook asks nothing.
    #[must_use]
    pub fn prompt(self) -> Arc<str> {
        let question = self.context.codebook.question(&self.question_id());
        question.map_or_else(|| "".into(), |question| Arc::clone(&question.prompt))
    }
}
