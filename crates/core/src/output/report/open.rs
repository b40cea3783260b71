//! The disagreements that still stand open.

use super::model::{Question, Row, prefix};
use crate::{measure::difference::Kind, record::decision::Outcome, strings::output::report as strings};
use std::sync::Arc;

/// Why a paragraph still stands open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// People differ, and nothing was decided.
    Undecided,
    /// The class left it open on purpose.
    LeftOpen,
    /// The class found that both readings stand.
    RealDifference,
}

impl Standing {
    /// All of them, in the order in which a report lists them: what the class came to before what it has not looked at.
    pub const ALL: [Self; 3] = [Self::RealDifference, Self::LeftOpen, Self::Undecided];

    /// In words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Undecided => strings::undecided(),
            Self::LeftOpen => Outcome::Open.label(),
            Self::RealDifference => Outcome::Difference.label(),
        }
    }
}

/// An open disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The paragraph's index, from 0.
    pub paragraph: usize,
    /// Why it stands open.
    pub standing: Standing,
    /// How the class reads it: "▲ supports 7, ▼ opposes 4", one for each question that divides it.
    pub readings: Vec<Arc<str>>,
    /// The gravest way in which two differ, "Furthest apart: opposite"; with several questions, on which. May be empty.
    pub gravest: Arc<str>,
    /// What the class said of it; may be empty.
    pub sentence: Arc<str>,
}

/// What stands open about a paragraph, if anything does.
pub(super) fn open(row: &Row, questions: &[Question]) -> Option<Open> {
    let standing = match row.settled.as_ref().map(|settled| settled.outcome) {
        None if row.differs => Standing::Undecided,
        None | Some(Outcome::Decided) => return None,
        Some(Outcome::Open) => Standing::LeftOpen,
        Some(Outcome::Difference) => Standing::RealDifference,
    };
    let several = questions.len() > 1;
    let readings = questions.iter().zip(&row.tallies).enumerate().filter_map(|(at, (question, tally))| {
        let given = question.options.iter().zip(&tally.counts).filter(|(_, count)| **count > 0);
        let given: Vec<String> = given.map(|(option, count)| format!("{} {count}", option.words())).collect();
        (given.len() > 1).then(|| [prefix(at, several), given.join(", ")].concat().into())
    });
    let gravest = row.gravest.map(|(kind, at)| match (kind, several) {
        (Kind::KindredThemes | Kind::OtherThemes, _) | (_, false) => strings::furthest_apart(kind.name()).into(),
        _ => strings::furthest_apart(&strings::on_question(kind.name(), at + 1)).into(),
    });
    Some(Open {
        paragraph: row.paragraph,
        standing,
        readings: readings.collect(),
        gravest: gravest.unwrap_or_default(),
        sentence: row.settled.as_ref().map_or_else(|| "".into(), |settled| Arc::clone(&settled.sentence)),
    })
}
