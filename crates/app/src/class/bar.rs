//! How answers are distributed, as a bar.

use crate::strings::class as strings;
use std::sync::Arc;

/// A part of a bar: how many gave this answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The name of the answer's sense, for `data-sense`; none for those who gave no answer.
    pub sense: Option<&'static str>,
    /// Where it begins, in annotators.
    pub start: u32,
    /// How many.
    pub count: u32,
}

/// How a paragraph's answers are distributed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Its parts.
    pub pieces: Vec<Piece>,
    /// How many annotators there are.
    pub total: u32,
    /// The same in words: "5 supports, 3 opposes, 2 not coded".
    pub words: Arc<str>,
}

impl Bar {
    /// A bar of these answers: the names of their senses, their words, and how many gave each. Nobody's answers are left out.
    #[must_use]
    pub fn of(answers: impl Iterator<Item = (Option<&'static str>, Arc<str>, u32)>) -> Self {
        let mut bar = Self::default();
        let mut said = String::new();
        for (sense, label, count) in answers.filter(|(_, _, count)| *count > 0) {
            bar.pieces.push(Piece { sense, start: bar.total, count });
            bar.total += count;
            let comma = if said.is_empty() { "" } else { ", " };
            said.extend([comma, &strings::gave(count, &label)]);
        }
        bar.words = said.into();
        bar
    }
}
