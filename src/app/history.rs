//! Undo and redo: one entry for each gesture, never for a stretch of time. Changes of other tabs and of start-up do not
//! enter. Undoing writes the old values anew, with new stamps, so it merges like any other edit.

use std::rc::Rc;

use crate::core::{
    edit::Edit,
    id::{AnnotatorId, ImportId, ParagraphId},
};

/// The most steps that are kept.
const LIMIT: usize = 1000;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done, in words: "Paragraph 3: supports".
    pub label: Rc<str>,
    /// How to take it back or do it again.
    pub change: Change,
}

/// What a step changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Values of one record.
    Edits {
        /// Whose record.
        annotator: AnnotatorId,
        /// Of which paragraph.
        paragraph: ParagraphId,
        /// The values to write.
        edits: Vec<Edit>,
    },
    /// An import, to be switched to `active`.
    Import {
        /// Which one.
        import: ImportId,
        /// Whether it is to count.
        active: bool,
    },
}

/// The steps of one article.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Notes a new step, given by the change that takes it back. What was undone before can then not be redone.
    pub fn done(&mut self, step: Step) {
        self.redo.clear();
        self.undo.push(step);
        if self.undo.len() > LIMIT {
            self.undo.remove(0);
        }
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Step> {
        self.undo.last()
    }

    /// The step that redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.redo.last()
    }

    /// Takes the next step to undo or, with `redo`, to do again.
    pub fn take(&mut self, redo: bool) -> Option<Step> {
        if redo { self.redo.pop() } else { self.undo.pop() }
    }

    /// Puts the opposite of a step just taken onto the other pile.
    pub fn put_back(&mut self, step: Step, redo: bool) {
        if redo { self.undo.push(step) } else { self.redo.push(step) }
    }
}
