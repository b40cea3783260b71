//! The kinds of disagreement, counted, and the pairs that are confused most: what repairs a codebook.

use crate::{
    class::{annotators::compare, lens::Inputs, people::Annotator, shares::percent},
    strings::compare::kinds as strings,
};
use postil_core::{
    base::id::{OptionId, ThemeId},
    codebook::sign::sign,
    measure::difference::Kind,
};
use std::sync::Arc;

/// One kind of disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// Its name.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub about: &'static str,
    /// How many pairs of annotators differ in this way, over all paragraphs.
    pub count: usize,
    /// "12 %" of all that differ.
    pub share: Arc<str>,
    /// The same in thousandths, for a bar.
    pub thousandths: usize,
    /// The paragraphs in which it happens most: index and how often.
    pub paragraphs: Vec<(usize, usize)>,
}

/// Two that stood against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confused {
    /// The one: the name of its sense where it is an answer, its sign and its words.
    pub one: (Option<&'static str>, &'static str, Arc<str>),
    /// The other.
    pub other: (Option<&'static str>, &'static str, Arc<str>),
    /// "17 times".
    pub times: Arc<str>,
}

/// The kinds of disagreement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindsView {
    /// Every kind, gravest first.
    pub rows: Vec<KindRow>,
    /// "312 of 540 pairs differ": those that have both coded a paragraph.
    pub summary: Arc<str>,
    /// How many pairs have not both coded a paragraph: they differ in nothing, and are in no share.
    pub not_coded: usize,
    /// The answers that are confused most.
    pub answers: Vec<Confused>,
    /// The themes that are confused most.
    pub themes: Vec<Confused>,
}

/// How many of the most confused pairs are named: all, but in a codebook with many themes.
const NAMED: usize = 10;

/// The kinds of disagreement among those who are taken in.
#[must_use]
pub(crate) fn kinds(inputs: Inputs<'_>, annotators: &[Annotator]) -> KindsView {
    let comparison = compare(inputs, annotators);
    let question = inputs.question_id();
    let total = inputs.context.article.paragraphs().len();
    let each: Vec<_> = (0..total).map(|at| comparison.differences(std::iter::once(at), &question)).collect();
    let all = comparison.differences(0..total, &question);
    let differing: usize = all.kinds.values().sum();
    let rows = Kind::ALL.into_iter().map(|kind| {
        let count = all.kinds.get(&kind).copied().unwrap_or(0);
        let thousandths = (count * 1000 + differing / 2).checked_div(differing).unwrap_or(0);
        let mut paragraphs: Vec<(usize, usize)> =
            each.iter().enumerate().filter_map(|(at, found)| Some((at, *found.kinds.get(&kind)?))).collect();
        paragraphs.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
        paragraphs.truncate(5);
        KindRow {
            name: kind.name(),
            about: about(kind),
            count,
            share: percent(count, differing),
            thousandths,
            paragraphs,
        }
    });
    let mut answers: Vec<_> = all.answers.iter().collect();
    answers.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    let mut themes: Vec<_> = all.themes.iter().collect();
    themes.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    let answer = |id: &OptionId| {
        let asked = inputs.context.codebook.question(&question);
        let sign = sign(id, asked);
        let label = asked.map_or_else(|| id.to_shared(), |question| question.called(id));
        (Some(sign.sense()), sign.glyph, label)
    };
    let theme = |id: &ThemeId| {
        let label = inputs.context.codebook.called(id);
        (None, "", label)
    };
    KindsView {
        rows: rows.collect(),
        summary: strings::summary(differing, all.comparable).into(),
        not_coded: all.not_coded,
        answers: answers
            .into_iter()
            .take(NAMED)
            .map(|((one, other), n)| Confused { one: answer(one), other: answer(other), times: times(*n) })
            .collect(),
        themes: themes
            .into_iter()
            .take(NAMED)
            .map(|((one, other), n)| Confused { one: theme(one), other: theme(other), times: times(*n) })
            .collect(),
    }
}

fn times(n: usize) -> Arc<str> {
    strings::times(n).into()
}

fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Opposite => strings::opposite(),
        Kind::SideNeutral => strings::side_neutral(),
        Kind::MixedSide => strings::mixed_side(),
        Kind::StanceNone => strings::stance_none(),
        Kind::OtherAnswers => strings::other_answers(),
        Kind::KindredThemes => strings::kindred_themes(),
        Kind::OtherThemes => strings::other_themes(),
    }
}
