//! What the group's screens know.

use super::{
    annotators::People,
    board::Rows,
    changed::Changed,
    decide::Draft,
    discuss::Discuss,
    effect::Effect,
    msg::{Only, Tab},
    numbers::Numbers,
    pictures::Pictures,
    report::Reporting,
    view::View,
};
use crate::msg::Screen;
use postil_core::{
    article::Article,
    base::id::{AnnotatorId, OptionId, QuestionId, ThemeId},
    codebook::{Codebook, sample},
    keep::store::Store,
    measure::agreement::measure::{Gathering, Source},
};
use std::{cell::RefCell, sync::Arc};

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
    /// True once the article and what was said of it are here.
    pub ready: bool,
    /// The article.
    pub article: Arc<Article>,
    /// Its codebook.
    pub codebook: Arc<Codebook>,
    /// What was said of it, by whom, and the settings.
    pub store: Store,
    /// Who tags in this browser now.
    pub annotator: AnnotatorId,
    /// Minutes to add to UTC for the person's clock.
    pub utc_offset: i32,
    /// True when nothing can be changed now.
    pub locked: bool,
    /// True on a Mac.
    pub mac: bool,
    /// True while the example class is here.
    pub example: bool,
    /// The screen.
    pub screen: Screen,
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
    /// What is to be done; taken by `update`.
    pub effects: Vec<Effect>,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            ready: false,
            article: Arc::new(sample::article()),
            codebook: Arc::new(sample::codebook()),
            store: Store::default(),
            annotator: AnnotatorId::new(""),
            utc_offset: 0,
            locked: true,
            mac: false,
            example: false,
            screen: Screen::Compare,
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
            effects: Vec::new(),
        }
    }
}

impl Model {
    /// The question that everything is seen through.
    #[must_use]
    pub fn question_id(&self) -> QuestionId {
        let questions = &self.codebook.questions;
        questions.get(self.question).or(questions.first()).map_or_else(|| "stance".into(), |q| q.id.clone())
    }

    /// Its words; empty where the codebook asks nothing.
    #[must_use]
    pub fn prompt(&self) -> Arc<str> {
        self.codebook.question(&self.question_id()).map_or_else(|| "".into(), |question| Arc::clone(&question.prompt))
    }

    /// Says something to the program that stores.
    pub fn say(&mut self, kind: &'static str, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) {
        self.effects.push(Effect::Say(kind, name.into(), text.into()));
    }
}
