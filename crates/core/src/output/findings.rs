//! What is said first of a class, in plain sentences. A word for a share is only used where it is true of the numbers.

use crate::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{
        Codebook,
        hue::Hue,
        sign::{Sign, sign},
    },
    measure::findings::{Finding, Given, Part},
    strings::output::findings as strings,
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

/// How a share is said: "everybody" of all, "most" of more than 60 %, "half" of 48 to 52 %, "a third" of 32 to 35 %, and
/// numbers of everything else, and of few people.
#[must_use]
pub fn share(part: Part) -> String {
    let Part { some, all } = part;
    let (parts, whole) = (u64::from(some) * 100, u64::from(all));
    match parts {
        _ if some == all => strings::everybody().into(),
        _ if all < WORDED => strings::some_of(some, all),
        parts if parts > 60 * whole => strings::most().into(),
        parts if (48 * whole..=52 * whole).contains(&parts) => strings::half().into(),
        parts if (32 * whole..=35 * whole).contains(&parts) => strings::a_third().into(),
        _ => strings::some_of(some, all),
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
                place if place + 1 == paragraphs.len() => strings::and(),
                _ => ", ",
            };
            self = self.words(joint).paragraph(*at);
        }
        let rest = paragraphs.len() - shown;
        if rest > 0 { self.words(strings::and_more(rest)) } else { self }
    }

    /// "paragraph 4", "paragraphs 2, 4 and 5".
    fn paragraphs(self, paragraphs: &[usize]) -> Self {
        self.words(if paragraphs.len() == 1 { strings::paragraph() } else { strings::paragraphs() }).list(paragraphs)
    }

    /// ", and equally on 2 others"; nothing where there are none.
    fn equally(self, more: usize) -> Self {
        match more {
            0 => self,
            1 => self.words(strings::equally_on_one()),
            more => self.words(strings::equally_on(more)),
        }
    }

    /// "half say supports", "1 of 22 says mixed".
    fn says(self, given: &Given, verb: bool) -> Self {
        let words = share(given.part);
        let one = given.part.some == 1 || given.part.some == given.part.all;
        let verb = match (verb, one) {
            (false, _) => "",
            (true, true) => strings::says(),
            (true, false) => strings::say(),
        };
        self.words(words).words(verb).words(" ").answer(&given.option)
    }
}

/// The sentence of a finding.
#[must_use]
pub fn sentence(finding: &Finding, codebook: &Codebook, question: &QuestionId) -> Sentence {
    let said = Said { codebook, question, pieces: Vec::new() };
    let said = match finding {
        Finding::Nobody => said.words(strings::nobody_answered()),
        Finding::Alone(n) => said.words(strings::alone(*n)),
        Finding::Apart => said.words(strings::no_two_answered()),
        Finding::United => said.words(strings::you_agree()),
        Finding::Two { both, differing } => two(said, *both, differing),
        Finding::Opposite(paragraphs) => {
            said.words(strings::opposite_sides()).paragraphs(paragraphs).words(strings::one_for_one_against())
        }
        Finding::OneOnly(paragraphs) => said.words(strings::only_one_answered()).paragraphs(paragraphs).words("."),
        Finding::Split { paragraphs, more, first, open } => {
            let said = said.words(strings::furthest_apart()).paragraphs(paragraphs);
            let said = said.equally(*more);
            split(said, paragraphs, first, *open)
        }
        Finding::Agreed { paragraphs, option, everybody } => {
            let who = if *everybody { strings::everybody_agrees() } else { strings::all_who_answered_agree() };
            let said = said.words(strings::on()).paragraphs(paragraphs).words(who);
            let said = match option {
                Some(option) => said.words(": ").answer(option),
                None => said,
            };
            said.words(".")
        }
        Finding::Closest { paragraph, more, given } => {
            let said = said.words(strings::none_agreed()).words(strings::closest());
            let said = said.paragraphs(&[*paragraph]).equally(*more);
            said.words(strings::some_say(given.part.some, given.part.all)).answer(&given.option).words(".")
        }
        Finding::NoneAgreed => said.words(strings::none_agreed()).words("."),
        Finding::AllDiffer => said.words(strings::all_differ()),
        Finding::OnlyThemes(paragraphs) => {
            said.words(strings::on()).paragraphs(paragraphs).words(strings::only_themes_differ())
        }
        Finding::Themes(paragraphs) => said.words(strings::themes_differ_most()).paragraphs(paragraphs).words("."),
        Finding::Theme { theme, paragraphs, part, open } => {
            let said = said.words(strings::no_theme_divides_more()).theme(theme).words(strings::on_which());
            let said = said.paragraphs(paragraphs).words(": ");
            let said = if paragraphs.len() == 1 { said } else { said.words(strings::each_time()) };
            said.words(readers(*part, *open)).words(strings::named_it())
        }
        Finding::Covered { whole: 0, .. } => said.words(strings::none_by_everybody()),
        Finding::Covered { whole, all } if whole == all => said.words(strings::all_by_everybody(*all)),
        Finding::Covered { whole, all } => said.words(strings::some_by_everybody(*whole, *all)),
        Finding::Thin { paragraphs, part } => thin(said, paragraphs, *part),
    };
    said.pieces
}

/// Who named a theme: "half of you", "5 of 12 people", "5 of the 9 who chose themes".
fn readers(part: Part, open: u32) -> String {
    let words = share(part);
    match (words.starts_with(|c: char| c.is_ascii_digit()), open) {
        (false, 0) => strings::of_you(&words),
        (false, _) => strings::share_who_chose_themes(&words, part.all),
        (true, 0) => strings::people(&words),
        (true, _) => strings::some_who_chose_themes(part.some, part.all),
    }
}

fn two<'a>(said: Said<'a>, both: usize, differing: &[usize]) -> Said<'a> {
    match differing.len() {
        0 if both == 1 => said.words(strings::two_agree_on_one()),
        0 => said.words(strings::two_agree(both)),
        _ if both == 1 => said.words(strings::two_differ_on_one()).list(differing).words("."),
        n => said.words(strings::two_differ(n, both)).list(differing).words("."),
    }
}

fn split<'a>(said: Said<'a>, paragraphs: &[usize], first: &[Given], open: u32) -> Said<'a> {
    let [one, rest @ ..] = first else { return said.words(".") };
    let said = match (paragraphs, open) {
        ([_], 0) => said.words(": "),
        ([_], _) => said.words(": ").words(strings::of_those_who_answered(one.part.all)),
        ([at, ..], 0) => said.words(strings::then_on()).paragraph(*at).words(", "),
        ([at, ..], _) => {
            let who = strings::of_those_who_answered(one.part.all);
            said.words(strings::then_on()).paragraph(*at).words(", ").words(who)
        }
        ([], _) => said.words(". "),
    };
    let said = said.says(one, true);
    match rest.first() {
        Some(other) => said.words(strings::and()).says(other, false).words("."),
        None => said.words("."),
    }
}

fn thin<'a>(said: Said<'a>, paragraphs: &[usize], part: Part) -> Said<'a> {
    let Some((first, rest)) = paragraphs.split_first() else { return said };
    let number = if part.some == 0 { strings::nobody().to_owned() } else { strings::only_some(part.some, part.all) };
    let said = said.words(number).words(strings::answered()).paragraphs(&[*first]);
    match rest {
        [] => said.words("."),
        rest => said.words(strings::fewer_than_half_answered()).paragraphs(rest).words(strings::rest_on_few_answers()),
    }
}

#[cfg(test)]
mod tests;
