//! Through what everything is seen: one question, whoever is taken in, with names or without. All screens share it.

use super::{context::Context, people::People, tables::Tables};
use postil_core::{
    base::{
        id::{AnnotatorId, QuestionId, ThemeId},
        map::Map,
    },
    measure::given::Given,
};
use std::{cell::RefCell, sync::Arc};

/// How often each theme was chosen.
pub(crate) type Uses = Map<ThemeId, usize>;

/// Through what everything is seen.
pub(crate) struct Lens {
    /// The stance question, by its place.
    pub(super) question: usize,
    /// Readers who are left out.
    pub(super) left_out: Vec<AnnotatorId>,
    /// Whether names are shown, once somebody has chosen.
    pub(super) names: Option<bool>,
    /// Counts changes of what everything is computed from.
    pub(crate) revision: u64,
    /// Who is here, as of the revision that they were listed at: that goes through all records.
    pub(super) people: RefCell<Option<(u64, People)>>,
    /// The tables that measures are made of, likewise.
    pub(super) tables: RefCell<Tables>,
    /// Under which rules everything was given, likewise.
    pub(super) given: RefCell<Option<(u64, Arc<Given>)>>,
    /// How often each theme was chosen, likewise.
    pub(crate) uses: RefCell<Option<(u64, Arc<Uses>)>>,
}

impl Default for Lens {
    fn default() -> Self {
        Self {
            question: 0,
            left_out: Vec::new(),
            names: None,
            revision: 1,
            people: RefCell::default(),
            tables: RefCell::default(),
            given: RefCell::default(),
            uses: RefCell::default(),
        }
    }
}

impl Lens {
    /// Something that everything is computed from has changed.
    pub(crate) fn touch(&mut self) {
        self.revision += 1;
    }

    /// Another article is seen through the first question, with everybody taken in.
    pub(crate) fn reset(&mut self) {
        (self.question, self.left_out, self.names) = (0, Vec::new(), None);
    }

    /// Another question is asked.
    pub(crate) fn ask(&mut self, question: usize) {
        self.question = question;
        self.touch();
    }

    /// Takes an annotator in, or leaves them out.
    pub(crate) fn switch(&mut self, annotator: AnnotatorId) {
        let before = self.left_out.len();
        self.left_out.retain(|left_out| *left_out != annotator);
        if self.left_out.len() == before {
            self.left_out.push(annotator);
        }
        self.touch();
    }

    /// Takes everybody in.
    pub(crate) fn take_all_in(&mut self) {
        self.left_out.clear();
        self.touch();
    }

    /// Shows names, or hides them.
    pub(crate) fn show_names(&mut self, shown: bool) {
        self.names = Some(shown);
        // With names people stand in another order, and everything that goes by their places with them.
        self.touch();
    }
}

/// Everything that the pages of a class share: what is there, and the lens through which it is seen.
#[derive(Clone, Copy)]
pub(crate) struct Inputs<'a> {
    /// What is there.
    pub context: Context<'a>,
    /// Through what it is seen.
    pub(crate) lens: &'a Lens,
}

impl<'a> Context<'a> {
    /// The same seen through a lens.
    #[must_use]
    pub(crate) fn with(self, lens: &'a Lens) -> Inputs<'a> {
        Inputs { context: self, lens }
    }
}

impl Inputs<'_> {
    /// The question that everything is seen through.
    #[must_use]
    pub(crate) fn question_id(self) -> QuestionId {
        let questions = &self.context.codebook.questions;
        questions.get(self.lens.question).or(questions.first()).map_or_else(|| "stance".into(), |q| q.id.clone())
    }

    /// Its words; empty where the codebook asks nothing.
    #[must_use]
    pub(crate) fn prompt(self) -> Arc<str> {
        let question = self.context.codebook.question(&self.question_id());
        question.map_or_else(|| "".into(), |question| Arc::clone(&question.prompt))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_otherwise_is_computed_anew() {
        let mut lens = Lens::default();
        let changes: [fn(&mut Lens); 5] = [
            |lens| lens.ask(1),
            |lens| lens.switch("ann".into()),
            |lens| lens.switch("ann".into()),
            Lens::take_all_in,
            |lens| lens.show_names(true),
        ];
        for change in changes {
            let before = lens.revision;
            change(&mut lens);
            assert!(lens.revision > before);
        }
        assert_eq!((lens.question, lens.left_out.len(), lens.names), (1, 0, Some(true)));
    }

    #[test]
    fn another_article_is_seen_through_its_first_question_with_everybody_in() {
        let mut lens = Lens::default();
        lens.ask(2);
        lens.switch("ann".into());
        lens.show_names(true);
        lens.reset();
        assert_eq!((lens.question, lens.left_out, lens.names), (0, Vec::new(), None));
    }
}
