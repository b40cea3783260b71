//! What is said first of a class, in plain sentences. A word for a share is only used where it is true of the numbers.

use crate::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{
        Codebook,
        hue::Hue,
        sign::{Sign, sign},
    },
    measure::findings::{Finding, Given, Part},
};
use std::sync::Arc;

/// So many paragraphs are named in a sentence; of more it is said how many.
const NAMED: usize = 6;
/// Of fewer people numbers say it better than words.
const WORDED: u32 = 6;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Our words.
    Words(Arc<str>),
    /// An answer of the codebook, with its sign.
    Answer(Arc<str>, Sign),
    /// A theme of the codebook, with its colour.
    Theme(Arc<str>, Hue),
    /// A paragraph by its index, from 0; people read its number.
    Paragraph(usize),
}

/// A sentence in pieces, so that answers keep their signs and paragraphs can be links.
pub type Sentence = Vec<Piece>;

/// The same as plain text.
#[must_use]
pub fn plain(sentence: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Words(words) => words.to_string(),
        Piece::Answer(label, _) | Piece::Theme(label, _) => format!("“{label}”"),
        Piece::Paragraph(at) => (at + 1).to_string(),
    };
    sentence.iter().map(text).collect()
}

/// How a share is said: "everybody" of all, "most" of more than 60 %, "half" of 45 to 55 %, "a third" of 30 to 37 %, and
/// numbers of everything else, and of few people.
#[must_use]
pub fn share(part: Part) -> String {
    let Part { some, all } = part;
    let (parts, whole) = (u64::from(some) * 100, u64::from(all));
    match parts {
        _ if some == all => "everybody".into(),
        _ if all < WORDED => format!("{some} of {all}"),
        parts if parts > 60 * whole => "most".into(),
        parts if (45 * whole..=55 * whole).contains(&parts) => "half".into(),
        parts if (30 * whole..=37 * whole).contains(&parts) => "a third".into(),
        _ => format!("{some} of {all}"),
    }
}

/// A sentence as it grows.
struct Said<'a> {
    codebook: &'a Codebook,
    question: &'a QuestionId,
    pieces: Sentence,
}

impl Said<'_> {
    fn words(mut self, words: impl AsRef<str>) -> Self {
        // What stands side by side is one piece, so that there are as few texts as can be.
        if let Some(Piece::Words(last)) = self.pieces.last_mut() {
            *last = [&**last, words.as_ref()].concat().into();
        } else {
            self.pieces.push(Piece::Words(words.as_ref().into()));
        }
        self
    }

    fn answer(mut self, option: &OptionId) -> Self {
        let asked = self.codebook.question(self.question);
        let label = asked.map_or_else(|| option.to_shared(), |question| question.called(option));
        self.pieces.push(Piece::Answer(label, sign(option, asked)));
        self
    }

    fn theme(mut self, theme: &ThemeId) -> Self {
        self.pieces.push(Piece::Theme(self.codebook.called(theme), self.codebook.hue(theme)));
        self
    }

    fn paragraph(mut self, at: usize) -> Self {
        self.pieces.push(Piece::Paragraph(at));
        self
    }

    /// "2, 4 and 5", and of many "1, 2, 3, 4, 5, 6 and 3 more".
    fn list(mut self, paragraphs: &[usize]) -> Self {
        let shown = if paragraphs.len() > NAMED + 1 { NAMED } else { paragraphs.len() };
        for (place, at) in paragraphs[..shown].iter().enumerate() {
            let joint = match place {
                0 => "",
                place if place + 1 == paragraphs.len() => " and ",
                _ => ", ",
            };
            self = self.words(joint).paragraph(*at);
        }
        let rest = paragraphs.len() - shown;
        if rest > 0 { self.words(format!(" and {rest} more")) } else { self }
    }

    /// "paragraph 4", "paragraphs 2, 4 and 5".
    fn paragraphs(self, paragraphs: &[usize]) -> Self {
        self.words(if paragraphs.len() == 1 { "paragraph " } else { "paragraphs " }).list(paragraphs)
    }

    /// "half say supports", "1 of 22 says mixed".
    fn says(self, given: &Given, verb: bool) -> Self {
        let words = share(given.part);
        let one = given.part.some == 1 || given.part.some == given.part.all;
        let verb = match (verb, one) {
            (false, _) => "",
            (true, true) => " says",
            (true, false) => " say",
        };
        self.words(words).words(verb).words(" ").answer(&given.option)
    }
}

/// The sentence of a finding.
#[must_use]
pub fn sentence(finding: &Finding, codebook: &Codebook, question: &QuestionId) -> Sentence {
    let said = Said { codebook, question, pieces: Vec::new() };
    let said = match finding {
        Finding::Nobody => said.words("Nobody has answered this question yet."),
        Finding::Alone(n) => {
            let many = if *n == 1 { "1 paragraph".to_owned() } else { format!("{n} paragraphs") };
            said.words(format!("Only one person has answered so far ({many}), so there is nothing to compare yet."))
        }
        Finding::Apart => said.words("No paragraph was answered by two of you yet, so there is nothing to compare."),
        Finding::United => {
            said.words("You agree: wherever two or more of you answered a paragraph, you gave the same answer.")
        }
        Finding::Two { both, differing } => two(said, *both, differing),
        Finding::Opposite(paragraphs) => {
            said.words("You take opposite sides on ").paragraphs(paragraphs).words(": one is for, the other against.")
        }
        Finding::OneOnly(paragraphs) => said.words("Only one of you answered ").paragraphs(paragraphs).words("."),
        Finding::Split { paragraphs, more, first, open } => {
            let said = said.words("You disagree most on ").paragraphs(paragraphs);
            let said = match more {
                0 => said,
                1 => said.words(", and equally on one other"),
                more => said.words(format!(", and equally on {more} others")),
            };
            split(said, paragraphs, first, *open)
        }
        Finding::Agreed { paragraphs, option, everybody } => {
            let who = if *everybody { " everybody agrees" } else { " all who answered agree" };
            let said = said.words("On ").paragraphs(paragraphs).words(who);
            let said = match option {
                Some(option) => said.words(": ").answer(option),
                None => said,
            };
            said.words(".")
        }
        Finding::Closest { paragraph, given } => {
            let said = said.words("There is no paragraph on which everybody agrees. You come closest on ");
            let said = said.paragraphs(&[*paragraph]);
            said.words(format!(": {} of {} say ", given.part.some, given.part.all)).answer(&given.option).words(".")
        }
        Finding::OnlyThemes(paragraphs) => {
            said.words("On ").paragraphs(paragraphs).words(" you give the same answer but name different themes.")
        }
        Finding::Themes(paragraphs) => said.words("Your themes differ most on ").paragraphs(paragraphs).words("."),
        Finding::Theme { theme, paragraphs, part, open } => {
            let said = said.theme(theme).words(" was chosen for ").paragraphs(paragraphs);
            let said =
                said.words(if paragraphs.len() == 1 { " by " } else { ", each time by " }).words(readers(*part, *open));
            said.words(if paragraphs.len() == 1 { ", and not by the others." } else { "." })
        }
        Finding::Thin { paragraphs, part } => thin(said, paragraphs, *part),
    };
    said.pieces
}

/// Who named a theme: "half of you", "5 of 12 people", "5 of the 9 who chose themes".
fn readers(part: Part, open: u32) -> String {
    let words = share(part);
    match (words.starts_with(|c: char| c.is_ascii_digit()), open) {
        (false, 0) => [&words, " of you"].concat(),
        (false, _) => format!("{words} of the {} who chose themes", part.all),
        (true, 0) => [&words, " people"].concat(),
        (true, _) => format!("{} of the {} who chose themes", part.some, part.all),
    }
}

fn two<'a>(said: Said<'a>, both: usize, differing: &[usize]) -> Said<'a> {
    let of = if both == 1 { "the one paragraph".to_owned() } else { format!("the {both} paragraphs") };
    match differing.len() {
        0 if both == 1 => said.words("You two agree on the one paragraph that you both answered."),
        0 => said.words(format!("You two agree on all {both} paragraphs that you both answered.")),
        _ if both == 1 => {
            said.words("You two differ on the one paragraph that you both answered: ").list(differing).words(".")
        }
        n => said.words(format!("You two differ on {n} of {of} that you both answered: ")).list(differing).words("."),
    }
}

fn split<'a>(said: Said<'a>, paragraphs: &[usize], first: &[Given], open: u32) -> Said<'a> {
    let [one, rest @ ..] = first else { return said.words(".") };
    let said = match (paragraphs, open) {
        ([_], 0) => said.words(": "),
        ([_], _) => said.words(format!(": of the {} who answered, ", one.part.all)),
        ([at, ..], 0) => said.words(". On ").paragraph(*at).words(", "),
        ([at, ..], _) => said.words(". On ").paragraph(*at).words(format!(", of the {} who answered, ", one.part.all)),
        ([], _) => said.words(". "),
    };
    let said = said.says(one, true);
    match rest.first() {
        Some(other) => said.words(" and ").says(other, false).words("."),
        None => said.words("."),
    }
}

fn thin<'a>(said: Said<'a>, paragraphs: &[usize], part: Part) -> Said<'a> {
    let Some((first, rest)) = paragraphs.split_first() else { return said };
    let number = if part.some == 0 { "Nobody".to_owned() } else { format!("Only {} of {}", part.some, part.all) };
    let said = said.words(number).words(" answered ").paragraphs(&[*first]);
    match rest {
        [] => said.words("."),
        rest => said
            .words(", and fewer than half answered ")
            .paragraphs(rest)
            .words(", so results for these rest on few answers."),
    }
}

#[cfg(test)]
mod tests;
