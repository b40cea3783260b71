//! Figures of agreement, each with its interval and what it allows to conclude.

use std::rc::Rc;

use crate::core::{
    agreement::{
        Coefficient, Distance, Ratings,
        alpha::Parts,
        distance::{jaccard, masi},
        interval::{Interval, interval},
        percent::percent_weighed,
        words::{Basis, conclude, conclude_percent, range, value},
    },
    codebook::Codebook,
    comparison::Comparison,
    id::{QuestionId, ThemeId},
};

/// Which figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Krippendorff's alpha of the answers to a question, any two different answers equally far apart.
    Stance(QuestionId),
    /// Percent agreement of the answers to a question.
    StancePercent(QuestionId),
    /// Krippendorff's alpha of the sets of themes with the MASI distance.
    ThemesMasi,
    /// Krippendorff's alpha of the sets of themes with the Jaccard distance.
    ThemesJaccard,
    /// Krippendorff's alpha of whether one theme applies.
    Theme(ThemeId),
}

impl Measure {
    /// The name of the coefficient, with its distance.
    #[must_use]
    pub fn coefficient(&self) -> &'static str {
        match self {
            Self::Stance(_) | Self::Theme(_) => "Krippendorff’s alpha, nominal",
            Self::StancePercent(_) => "Percent agreement (Fleiss’ P)",
            Self::ThemesMasi => "Krippendorff’s alpha, MASI distance",
            Self::ThemesJaccard => "Krippendorff’s alpha, Jaccard distance",
        }
    }
}

/// One figure, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which.
    pub measure: Measure,
    /// What it is about: the question, "Sets of themes", or the theme.
    pub about: Rc<str>,
    /// The name of the coefficient.
    pub coefficient: &'static str,
    /// The value with two decimals, or why there is none.
    pub value: Rc<str>,
    /// The interval, "0.31 to 0.62"; `None` where there is none.
    pub interval: Option<Rc<str>>,
    /// How many paragraphs it was computed from: those that two people or more have coded.
    pub items: usize,
    /// What it allows to conclude.
    pub conclusion: Rc<str>,
}

/// The figures that a codebook asks for, in the order they are shown.
#[must_use]
pub fn measures(codebook: &Codebook) -> Vec<Measure> {
    let mut measures = Vec::new();
    for question in &codebook.questions {
        measures.extend([Measure::Stance(question.id.clone()), Measure::StancePercent(question.id.clone())]);
    }
    let themes = codebook.themes.iter().filter(|theme| !theme.archived);
    let themes: Vec<Measure> = themes.map(|theme| Measure::Theme(theme.id.clone())).collect();
    if !themes.is_empty() {
        measures.extend([Measure::ThemesMasi, Measure::ThemesJaccard]);
        measures.extend(themes);
    }
    measures
}

/// Computes one figure with its interval.
#[must_use]
pub fn figure(comparison: &Comparison<'_>, codebook: &Codebook, measure: &Measure) -> Figure {
    let (about, ratings, distance): (Rc<str>, Ratings, Option<Distance>) = match measure {
        Measure::Stance(id) | Measure::StancePercent(id) => {
            let about = codebook.question(id).map_or_else(|| id.to_shared(), |question| Rc::clone(&question.prompt));
            let nominal = matches!(measure, Measure::Stance(_)).then_some(Distance::Nominal);
            (about, comparison.answers(id).0, nominal)
        }
        Measure::ThemesMasi | Measure::ThemesJaccard => {
            let (ratings, sets) = comparison.theme_sets();
            let far = if *measure == Measure::ThemesMasi { masi } else { jaccard };
            let distance = Distance::between(sets.len(), |one, other| far(&sets[one], &sets[other]));
            ("Sets of themes".into(), ratings, Some(distance))
        }
        Measure::Theme(id) => {
            let about = codebook.theme(id).map_or_else(|| id.to_shared(), |theme| Rc::clone(&theme.label));
            (about, comparison.theme(id), Some(Distance::Nominal))
        }
    };
    // Paragraphs with one rating or none tell nothing of agreement, so they are not drawn from either.
    let items: Vec<_> = ratings.counts().into_iter().filter(|item| item.is_pairable()).collect();
    let all = vec![1.0; items.len()];
    let (coefficient, between): (Coefficient, Option<Interval>) = match &distance {
        Some(distance) => {
            let parts = Parts::new(&items, ratings.labels(), distance);
            let coefficient = parts.alpha(&all);
            (coefficient, coefficient.ok().and_then(|_| interval(items.len(), |weights| parts.alpha(weights))))
        }
        None => {
            let coefficient = percent_weighed(&items, &all);
            let between = coefficient.ok().and_then(|_| interval(items.len(), |w| percent_weighed(&items, w)));
            (coefficient, between)
        }
    };
    let say = if distance.is_some() { conclude } else { conclude_percent };
    Figure {
        about,
        coefficient: measure.coefficient(),
        value: value(&coefficient).into(),
        interval: between.as_ref().map(|between| range(between).into()),
        items: items.len(),
        conclusion: say(&coefficient, between.as_ref(), Basis::of(&ratings)).into(),
        measure: measure.clone(),
    }
}
