//! Coefficients in words: numbers as people read them, and what an interval allows to conclude.

use super::{Coefficient, Ratings, interval::Interval, ratings::Counts};
use crate::strings::measure as strings;

/// From here on a figure is reliable, by the convention that Krippendorff proposed (Content Analysis, 2004, chapter 11).
pub(crate) const RELIABLE: f64 = 0.8;
/// And from here on good enough for tentative conclusions.
pub(crate) const TENTATIVE: f64 = 0.667;
/// An interval that is wider leaves nearly everything possible.
pub(crate) const TOO_WIDE: f64 = 0.4;

/// A number with two decimals and a proper minus. Made from whole numbers: the tables for writing fractions weigh more
/// than everything else here.
#[must_use]
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return strings::undefined().into();
    }
    let hundredths = (value.abs() * 100.0 + 0.5).floor().min(1e15) as u64;
    let minus = if value < 0.0 && hundredths > 0 { "−" } else { "" };
    format!("{minus}{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The value, or why there is none.
#[must_use]
pub(crate) fn value(coefficient: &Coefficient) -> String {
    match coefficient {
        Ok(value) => number(*value),
        Err(reason) => reason.to_string(),
    }
}

/// From where to where an interval goes.
#[must_use]
pub fn range(interval: &Interval) -> String {
    strings::range(&number(interval.low), &number(interval.high))
}

/// A share, "21 %".
#[must_use]
pub fn percent(share: f64) -> String {
    strings::percent(share * 100.0)
}

/// How much a figure was computed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// How many paragraphs two people or more have coded.
    pub items: usize,
    /// On how many of them anybody gave another answer than the commonest of all.
    pub(crate) telling: usize,
    /// On how many of them two gave different answers.
    pub differing: usize,
    /// On how many of them two gave the same answer.
    pub agreeing: usize,
}

impl Basis {
    /// Of a table of ratings.
    #[must_use]
    pub fn of(ratings: &Ratings) -> Self {
        let counts = ratings.counts();
        let items = counts.iter().filter(|item| item.is_pairable());
        let mut totals = vec![0_u32; ratings.labels()];
        for (label, count) in items.clone().flat_map(|item| &item.by_label) {
            totals[usize::from(*label)] += count;
        }
        let commonest = (0_u16..).zip(&totals).max_by_key(|(_, total)| **total).map(|(label, _)| label);
        let other = |item: &&Counts| item.by_label.iter().any(|(label, _)| Some(*label) != commonest);
        Self {
            telling: items.clone().filter(other).count(),
            differing: items.clone().filter(|item| item.by_label.len() > 1).count(),
            agreeing: items.clone().filter(|item| item.by_label.iter().any(|(_, count)| *count > 1)).count(),
            items: items.count(),
        }
    }
}

/// What is concluded from too few paragraphs, behind the reason.
pub const TOO_LITTLE: &str = strings::too_little();
/// What has to be said wherever one of these thresholds is applied.
pub(crate) const CONVENTION: &str = strings::convention();
/// The same, said once for all of several conclusions.
pub const CONVENTIONS: &str = strings::conventions();

/// A conclusion without what has to be said of its threshold, if it applies one.
#[must_use]
pub fn without_convention(conclusion: &str) -> Option<&str> {
    conclusion.strip_suffix(CONVENTION).map(str::trim_end)
}

/// With so few paragraphs that tell anything, more than one resample in forty holds none of them; the interval leaves out
/// just those, so it is narrower than what is known.
const TELLING: usize = 4;
/// Where all agree, the interval has no width, however few they are, and where no two do it has none either. By the rule of
/// three, of N paragraphs without a difference up to 3 in N others may have one: with thirty, one in ten.
const ALL_ALIKE: usize = 30;

/// What a coefficient that is corrected for chance (an alpha or a kappa) allows to conclude, in a plain sentence or two.
#[must_use]
pub(crate) fn conclude(coefficient: &Coefficient, interval: Option<&Interval>, basis: Basis) -> String {
    let interval = match known(coefficient, interval, basis) {
        Ok(interval) => interval,
        Err(sentence) => return sentence,
    };
    if basis.agreeing == 0
        && let Some(alike) = all_alike(basis)
    {
        return alike;
    }
    let Basis { items, telling, .. } = basis;
    if telling < TELLING && telling == items {
        return with_too_little(&strings::only_these(items));
    }
    if telling < TELLING {
        return with_too_little(&strings::only_the_others(items - telling, items, telling));
    }
    // However wide it is, that all of it lies too low is a conclusion.
    if interval.width() > TOO_WIDE && interval.high >= TENTATIVE {
        return too_wide(interval);
    }
    if let Some(alike) = all_alike(basis) {
        alike
    } else if interval.low >= RELIABLE {
        strings::reliable(CONVENTION)
    } else if interval.low >= TENTATIVE {
        strings::tentative(CONVENTION)
    } else {
        let whole = if interval.high < TENTATIVE { strings::whole_interval_lies() } else { strings::interval_begins() };
        strings::not_reliable(whole, CONVENTION)
    }
}

/// The same for percent agreement, on which nobody has a convention.
#[must_use]
pub(crate) fn conclude_percent(coefficient: &Coefficient, interval: Option<&Interval>, basis: Basis) -> String {
    without_line(coefficient, interval, basis, strings::agreement_by_chance())
}

/// The same for AC1, for which Krippendorff's thresholds were not made.
#[must_use]
pub(crate) fn conclude_ac1(coefficient: &Coefficient, interval: Option<&Interval>, basis: Basis) -> String {
    without_line(coefficient, interval, basis, strings::above_alpha_and_kappa())
}

fn without_line(coefficient: &Coefficient, interval: Option<&Interval>, basis: Basis, why: &str) -> String {
    match (known(coefficient, interval, basis), all_alike(basis)) {
        (Ok(_), Some(alike)) => alike,
        (Ok(interval), None) if interval.width() > TOO_WIDE => too_wide(interval),
        (Ok(_), None) => why.into(),
        (Err(sentence), _) => sentence,
    }
}

/// What is observed where few paragraphs are all alike: everybody agrees on each, or nobody on any. How the interval looks
/// is no sign of either.
fn all_alike(basis: Basis) -> Option<String> {
    let observed = match basis {
        Basis { items, .. } if items >= ALL_ALIKE => return None,
        Basis { items, differing: 0, .. } => strings::everybody_agrees(items),
        Basis { items, agreeing: 0, .. } => strings::no_two_agree(items),
        _ => return None,
    };
    Some(observed + strings::too_few_to_say())
}

/// The interval, or the sentence for when there is none.
fn known<'a>(coefficient: &Coefficient, interval: Option<&'a Interval>, basis: Basis) -> Result<&'a Interval, String> {
    if coefficient.is_err() {
        return Err(strings::nothing_to_conclude().into());
    }
    interval.ok_or_else(|| with_too_little(&strings::cannot_be_estimated(basis.items)))
}

fn too_wide(interval: &Interval) -> String {
    with_too_little(&strings::anywhere(&range(interval)))
}

/// A sentence with the conclusion from it.
fn with_too_little(why: &str) -> String {
    [why, " ", TOO_LITTLE].concat()
}

#[cfg(test)]
mod tests {
    use crate::measure::agreement::{Undefined, words::*};

    #[test]
    fn numbers_have_two_decimals_and_a_minus() {
        for (value, words) in [
            (0.0, "0.00"),
            (-0.001, "0.00"),
            (-0.005, "−0.01"),
            (0.666_67, "0.67"),
            (1.0, "1.00"),
            (-0.25, "−0.25"),
            (12.345, "12.35"),
            (f64::NAN, "undefined"),
        ] {
            assert_eq!(number(value), words);
        }
    }

    #[test]
    fn every_case_has_its_sentence() {
        let basis = Basis { items: 10, telling: 6, differing: 4, agreeing: 6 };
        let say = |low, high| conclude(&Ok(0.5), Some(&Interval { low, high }), basis);
        assert_eq!(say(0.1, 0.9), "It could be anywhere from 0.10 to 0.90. That is too little to draw a conclusion.");
        assert!(say(-0.2, 0.3).starts_with("Not reliable enough to build on: the whole interval lies below"));
        assert!(say(0.8, 0.95).starts_with("Reliable"));
        assert!(say(0.667, 0.95).starts_with("Good enough"));
        assert!(say(0.6, 0.95).starts_with("Not reliable enough"));
        assert!(say(1.0, 1.0).starts_with("Reliable"), "a narrow interval is no sign that nobody differs");
        let alike = |basis| conclude(&Ok(1.0), Some(&Interval { low: 1.0, high: 1.0 }), basis);
        assert!(alike(Basis { differing: 0, ..basis }).starts_with("Everybody agrees on these 10"));
        assert_eq!(conclude(&Err(Undefined::OneAnswer), None, basis), "There is nothing to conclude from.");
        assert!(conclude(&Ok(1.0), None, Basis { items: 1, ..basis }).starts_with("With 1 paragraph,"));
        let narrow = Interval { low: 0.9, high: 0.95 };
        assert!(conclude_percent(&Ok(0.9), Some(&narrow), basis).contains("chance"));
        let rare = conclude(&Ok(1.0), Some(&narrow), Basis { telling: 1, ..basis });
        assert!(rare.starts_with("On 9 of 10 paragraphs"), "{rare}");
        let few = conclude(&Ok(0.5), Some(&narrow), Basis { items: 3, telling: 3, differing: 3, agreeing: 2 });
        assert_eq!(few, "The value depends on only these 3 paragraphs. That is too little to draw a conclusion.");
    }

    #[test]
    fn a_basis_counts_what_tells_anything() {
        let row = |cells: [u16; 3]| cells.map(|label| label.checked_sub(1)).to_vec();
        let table = [[1, 1, 0], [1, 2, 0], [1, 1, 0], [0, 0, 3], [0, 2, 2]].map(row);
        assert_eq!(Basis::of(&Ratings::new(table.into())), Basis { items: 4, telling: 2, differing: 1, agreeing: 3 });
        assert_eq!(Basis::of(&Ratings::default()), Basis::default());
    }
}
