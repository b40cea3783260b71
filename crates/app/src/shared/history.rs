//! Undo and redo: one entry for each gesture, never for a stretch of time. Changes of other tabs and of start-up do not
//! enter. Undoing writes the old values anew, with new stamps, so it merges like any other edit.
//!
//! A step belongs to whoever was active when it was done, and remembers the stamps that it wrote: what somebody else, or
//! the same person elsewhere, has written since carries another one and is not the step's to take back.

pub use postil_core::keep::step::{Change, Step};
use postil_core::{
    base::{
        id::{AnnotatorId, ImportId},
        stamp::Stamp,
    },
    keep::{
        rewrite::{Target, Written},
        step::Piles,
    },
};
use std::sync::Arc;

/// The most steps that are kept.
const LIMIT: usize = 1000;

/// The steps of one article.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Notes a new step, given by the change that takes it back. What its person had undone can then not be redone.
    pub fn done(&mut self, step: Step) {
        self.redo.retain(|undone| undone.by != step.by);
        self.undo.push(step);
        if self.undo.len() > LIMIT {
            self.undo.remove(0);
        }
    }

    /// Makes what was written just now part of this person's latest step, if that is the one that wrote the value with the
    /// stamp `before`. True when it is: taking the step back then brings back what was there before all of it.
    pub fn extend(&mut self, by: &AnnotatorId, before: &Stamp, now: &Written, label: &Arc<str>) -> bool {
        let Some(step) = self.undo.iter_mut().rev().find(|step| step.by == *by) else { return false };
        let Change::Edits { written, .. } = &mut step.change else { return false };
        let [latest] = written.as_mut_slice() else { return false };
        let same = latest.stamp == *before;
        if same {
            latest.stamp = now.stamp.clone();
            step.label = Arc::clone(label);
        }
        same
    }

    /// The steps that can be taken back, and those that can be done again, the latest last.
    #[must_use]
    pub(crate) fn piles(&self) -> [&[Step]; 2] {
        [&self.undo, &self.redo]
    }

    /// A history of such steps.
    #[must_use]
    pub(crate) fn of([undo, redo]: Piles) -> Self {
        Self { undo, redo }
    }

    /// Lets go of steps that wrote nothing later than `until`, with the words that they would bring back.
    pub(crate) fn let_go(&mut self, until: &Stamp) {
        let stays = |step: &Step| match &step.change {
            Change::Edits { written, .. } => written.iter().any(|written| written.stamp > *until),
            Change::Import { .. } => true,
        };
        self.undo.retain(stays);
        self.redo.retain(stays);
    }

    fn pile(&mut self, redo: bool) -> &mut Vec<Step> {
        if redo { &mut self.redo } else { &mut self.undo }
    }

    /// The step of this person that undo would take back or, with `redo`, that redo would do again. What is over is not
    /// offered; it waits only for somebody to ask, to be told why.
    #[must_use]
    pub fn next(&self, redo: bool, by: &AnnotatorId) -> Option<&Step> {
        let pile = if redo { &self.redo } else { &self.undo };
        let over = |step: &Step| matches!(step.change, Change::Import { over: true, .. });
        pile.iter().rev().find(|step| step.by == *by && !over(step))
    }

    /// Takes the next step of this person to undo or, with `redo`, to do again.
    pub fn take(&mut self, redo: bool, by: &AnnotatorId) -> Option<Step> {
        let pile = self.pile(redo);
        let at = pile.iter().rposition(|step| step.by == *by)?;
        Some(pile.remove(at))
    }

    /// Puts the opposite of a step just taken onto the other pile.
    pub(crate) fn put_back(&mut self, step: Step, redo: bool) {
        self.pile(!redo).push(step);
    }

    /// A value that stood under the stamp `was` has been written anew, as it was: the step that wrote it first can still
    /// take it back. `now` says which value, and the stamp it has.
    pub(crate) fn renew(&mut self, target: &Target, was: &Stamp, now: &Written) {
        for step in self.undo.iter_mut().chain(&mut self.redo) {
            let Change::Edits { target: at, written } = &mut step.change else { continue };
            if at == target {
                let same = |w: &&mut Written| w.stamp == *was && w.back.same_place(&now.back);
                written.iter_mut().filter(same).for_each(|w| w.stamp = now.stamp.clone());
            }
        }
    }

    /// Ends the steps of imports that are not known as such any more.
    pub fn end(&mut self, known: impl Fn(&ImportId) -> bool) {
        for step in self.undo.iter_mut().chain(&mut self.redo) {
            if let Change::Import { import, over, .. } = &mut step.change {
                *over = !known(import);
            }
        }
    }

    /// Forgets the step of an import that never came about.
    pub fn forget(&mut self, import: &ImportId) {
        self.undo.retain(|step| !matches!(&step.change, Change::Import { import: i, .. } if i == import));
    }
}
