//! What one annotator said of one paragraph, in the least room: a sign, marks, and the words for them.

use crate::strings::class as strings;
use postil_core::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{
        Codebook,
        hue::Hue,
        sign::{Sign, sign},
    },
    record::{Record, Themes},
};
use std::{collections::BTreeMap, sync::Arc};

/// Theme marks in a cell; more become a plus.
const MARKS: usize = 4;

/// The sign of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its colour.
    pub hue: Hue,
    /// Its number, for themes without a colour of their own; empty for the others.
    pub number: Arc<str>,
}

/// What one annotator said of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The answer's id.
    pub stance: Option<Arc<str>>,
    /// Its sign; empty without an answer.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`.
    pub sense: Option<&'static str>,
    /// The signs of the themes.
    pub marks: Arc<[Mark]>,
    /// True when there are more themes than signs shown.
    pub more: bool,
    /// True when they left a note that is for others.
    pub note: bool,
    /// "supports; Cyber sovereignty", or "not answered".
    pub words: Arc<str>,
}

/// The sign of a theme, by its place among those of the codebook and those beside it.
#[must_use]
pub(crate) fn mark(codebook: &Codebook, at: usize) -> Mark {
    let hue = codebook.hue_at(at);
    let number = if hue == Hue::Shared { (at + 1).to_string().into() } else { "".into() };
    Mark { hue, number }
}

/// The words of answers and themes, and the cells made of them: in a class many are alike.
pub(crate) struct Words<'a> {
    codebook: &'a Codebook,
    question: QuestionId,
    /// Themes that the codebook does not know, which have their signs after its own.
    pub others: Vec<ThemeId>,
    /// By what they say, and by nothing that is seen of it: two answers may look alike.
    made: BTreeMap<(Option<OptionId>, Themes, bool), Arc<Cell>>,
}

impl<'a> Words<'a> {
    /// Words of the codebook, for one question.
    #[must_use]
    pub(crate) fn new(codebook: &'a Codebook, question: &QuestionId) -> Self {
        Self { codebook, question: question.clone(), others: Vec::new(), made: BTreeMap::new() }
    }

    /// The word of an answer.
    #[must_use]
    pub(crate) fn label(&self, option: &OptionId) -> Arc<str> {
        self.codebook.question(&self.question).map_or_else(|| option.to_shared(), |question| question.called(option))
    }

    /// The sign of an answer.
    #[must_use]
    pub(crate) fn sign(&self, option: &OptionId) -> Sign {
        sign(option, self.codebook.question(&self.question))
    }

    /// The cell of a record.
    #[must_use]
    pub(crate) fn cell(&mut self, record: Option<&Record>) -> Arc<Cell> {
        let stance = record.and_then(|record| record.stance(&self.question)).map(|stance| stance.option.clone());
        let note = record.is_some_and(|record| record.note.spoken().next().is_some());
        let said = (stance, record.map_or(Themes::NotCoded, Record::themes), note);
        if let Some(cell) = self.made.get(&said) {
            return Arc::clone(cell);
        }
        let cell = Arc::new(self.made_of(said.0.as_ref(), &said.1, note));
        self.made.insert(said, Arc::clone(&cell));
        cell
    }

    fn made_of(&self, stance: Option<&OptionId>, themes: &Themes, note: bool) -> Cell {
        let codebook = self.codebook;
        let mut named: Vec<(usize, Arc<str>)> = Vec::new();
        if let Themes::Set(set) = themes {
            let known = codebook.themes.iter().enumerate().filter(|(_, theme)| set.contains(&theme.id));
            named.extend(known.map(|(at, theme)| (at, Arc::clone(&theme.label))));
            let others = set.iter().filter(|id| codebook.theme(id).is_none());
            let place = |id: &ThemeId| self.others.iter().position(|other| other == id).unwrap_or(self.others.len());
            named.extend(others.map(|id| (codebook.themes.len() + place(id), codebook.called(id))));
        }
        let names: Vec<&str> = named.iter().map(|(_, name)| &**name).collect();
        let marks: Vec<Mark> = named.iter().take(MARKS).map(|(at, _)| mark(codebook, *at)).collect();
        let mut words = match (stance, themes) {
            (None, Themes::NotCoded) => strings::not_answered().to_owned(),
            (None, _) => strings::question_not_answered().to_owned(),
            (Some(option), _) => self.label(option).to_string(),
        };
        match themes {
            Themes::NotCoded => {}
            Themes::NoneApplies => words.push_str(strings::and_no_theme_applies()),
            Themes::Set(_) => words.push_str(&strings::and_themes(&names.join(", "))),
        }
        if note {
            words.push_str(strings::and_a_note());
        }
        let sign = stance.map(|option| self.sign(option));
        Cell {
            note,
            glyph: sign.map_or("", |sign| sign.glyph),
            sense: sign.map(Sign::sense),
            stance: stance.map(OptionId::to_shared),
            more: named.len() > marks.len(),
            marks: marks.into(),
            words: words.into(),
        }
    }
}
