//! How much each paragraph divides its annotators: what a class starts with, and in what order.

use super::{
    agreement::{
        distance::masi,
        ratings::{Label, Ratings},
    },
    comparison::Comparison,
    difference::{Kind, between_answers},
};
use crate::{
    base::id::{OptionId, QuestionId},
    codebook::StanceQuestion,
    strings::measure as strings,
};

/// How paragraphs are ordered by disagreement, for those who see the order.
pub const ORDER: &str = strings::order_by_disagreement();

/// How the annotators of one paragraph stand to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// How many gave each answer, in the order of the options; only those that somebody gave.
    pub answers: Vec<(OptionId, u32)>,
    /// How many gave one.
    pub answered: u32,
    /// How many gave none.
    pub open: u32,
    /// Of the pairs of annotators who both answered, how many gave different answers.
    pub differing: u32,
    /// How many of these answers are for and against.
    pub opposite: u32,
    /// How many pairs of annotators both answered.
    pub pairs: u32,
    /// How far the sets of themes lie apart: the sum of the MASI distances of all pairs who both coded themes, in thousandths.
    pub themes: u32,
}

impl Division {
    /// By this the paragraph that divides most comes first: by answers, then by themes ([`ORDER`] says it in words).
    ///
    /// Both are counts of pairs. As the annotators of a comparison are the same for all paragraphs, so is the number of
    /// possible pairs, and there is nothing to divide by: a paragraph that few have answered has few pairs to count. Of a
    /// share of those who answered, one pair that differs would be the whole, and a class split in half only half of it.
    #[must_use]
    pub fn rank(&self) -> (u32, u32) {
        (self.differing + self.opposite, self.themes)
    }
}

/// How every paragraph divides the annotators of a comparison, seen through one question.
#[must_use]
pub fn divisions(comparison: &Comparison<'_>, question: &QuestionId) -> Vec<Division> {
    let (answers, options) = comparison.answers(question);
    let (themes, sets) = comparison.theme_sets();
    let apart = apart(&themes, &sets);
    let counts = answers.counts();
    let mut found = Vec::with_capacity(counts.len());
    for (at, counts) in counts.iter().enumerate() {
        let answered = counts.coders;
        let pairs = answered * answered.saturating_sub(1) / 2;
        let agreeing: u32 = counts.by_label.iter().map(|(_, n)| n * (n - 1) / 2).sum();
        let named = counts.by_label.iter();
        let answers = named.filter_map(|(label, n)| Some((options.get(usize::from(*label))?.clone(), *n)));
        let answers: Vec<(OptionId, u32)> = answers.collect();
        let annotators = u32::try_from(comparison.annotators()).unwrap_or(u32::MAX);
        found.push(Division {
            opposite: opposite(&answers, comparison.question(question)),
            answers,
            answered,
            open: annotators.saturating_sub(answered),
            differing: pairs - agreeing,
            pairs,
            themes: apart.get(at).copied().unwrap_or(0),
        });
    }
    found
}

/// The answers that somebody gave, in the order in which the question offers them. What it does not offer comes last, in the
/// order in which it was met.
pub fn given<'a>(divisions: impl Iterator<Item = &'a Division>, question: Option<&StanceQuestion>) -> Vec<OptionId> {
    let mut named: Vec<OptionId> = Vec::new();
    for (option, _) in divisions.flat_map(|division| &division.answers) {
        if !named.contains(option) {
            named.push(option.clone());
        }
    }
    let offered = |id: &OptionId| question.and_then(|asked| asked.options.iter().position(|option| option.id == *id));
    let place = |id: &OptionId| offered(id).unwrap_or(usize::MAX);
    crate::base::order::short(&mut named, |one, other| place(one).cmp(&place(other)));
    named
}

/// How many pairs stand for and against.
fn opposite(answers: &[(OptionId, u32)], question: Option<&StanceQuestion>) -> u32 {
    let mut pairs = 0;
    for (at, (one, n)) in answers.iter().enumerate() {
        let stands = |other: &OptionId| between_answers(one, other, question) == Kind::Opposite;
        let against = answers[at + 1..].iter().filter(|(other, _)| stands(other));
        pairs += against.map(|(_, m)| n * m).sum::<u32>();
    }
    pairs
}

/// The sum of the MASI distances between the sets of each item, in thousandths.
fn apart<T: Ord>(table: &Ratings, sets: &[Vec<T>]) -> Vec<u32> {
    let distance = |one: Label, other: Label| match (sets.get(usize::from(one)), sets.get(usize::from(other))) {
        (Some(one), Some(other)) => masi(one, other),
        _ => 0.0,
    };
    let each = table.counts().into_iter().map(|counts| {
        let mut sum = 0.0;
        for (at, (one, n)) in counts.by_label.iter().enumerate() {
            for (other, m) in &counts.by_label[at + 1..] {
                sum += f64::from(*n) * f64::from(*m) * distance(*one, *other);
            }
        }
        // Never negative; what does not fit is as much as fits.
        (sum * 1000.0).round() as u32
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        codebook::sample,
        measure::{
            comparison::testing::{article, layer},
            division::*,
        },
    };

    #[test]
    fn answers_stand_as_the_question_offers_them_and_others_come_last() {
        let article = article(3);
        let codebook = sample::codebook();
        let layer = layer(&article, &[("made-up", &[]), ("opposes", &[]), ("supports", &[])]);
        let found = divisions(&Comparison::new(&article, &codebook, vec![&layer]), &"stance".into());
        let given = given(found.iter(), codebook.question(&"stance".into()));
        assert_eq!(given, ["supports".into(), "opposes".into(), "made-up".into()]);
    }

    #[test]
    fn pairs_are_counted_and_what_nobody_can_differ_on_divides_nobody() {
        let article = article(3);
        let codebook = sample::codebook();
        let layers = [
            layer(&article, &[("supports", &["image"]), ("opposes", &["image"])]),
            layer(&article, &[("opposes", &["image", "rivalry"]), ("opposes", &["image"])]),
            layer(&article, &[("supports", &["image"]), ("", &[])]),
        ];
        let all = Comparison::new(&article, &codebook, layers.iter().collect());
        let found = divisions(&all, &"stance".into());
        assert_eq!(found[0].answers, [("supports".into(), 2), ("opposes".into(), 1)]);
        assert_eq!((found[0].differing, found[0].pairs), (2, 3));
        assert_eq!((found[0].opposite, found[0].answered), (2, 3));
        // {image} and {image, rivalry}: 1 - 1/2 * 2/3 = 2/3, in two of three pairs.
        assert_eq!((found[0].themes, found[0].rank()), (1333, (4, 1333)));
        assert_eq!((found[1].differing, found[1].pairs, found[1].open, found[1].themes), (0, 1, 1, 0));
        assert_eq!((found[2].pairs, found[2].rank()), (0, (0, 0)));
    }
}
