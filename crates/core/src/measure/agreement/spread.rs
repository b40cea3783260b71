//! How the kappas of all pairs are spread: of more than a dozen people a table of pairs is a carpet, and says less than this.

use super::{Coefficient, words::number as two};
use crate::strings::measure as strings;
use std::sync::Arc;

/// Over fewer paragraphs a kappa of two tells hardly anything.
pub const THIN: usize = 5;
/// Columns of the picture, from −1 to 1.
const COLUMNS: usize = 20;

/// A column of the picture: the pairs whose kappa lies between two tenths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// "0.3".
    pub from: Arc<str>,
    /// How many of its pairs share enough paragraphs.
    pub full: u32,
    /// How many share too few.
    pub pale: u32,
    /// Both in words: "0.3 to 0.4: 12 pairs, 2 of them over fewer than 5 paragraphs".
    pub words: Arc<str>,
}

/// How the kappas are spread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// The columns, from the lowest that has a pair.
    pub columns: Vec<Column>,
    /// How many pairs the highest column has.
    pub most: u32,
    /// Where their middle is.
    pub sentence: Arc<str>,
    /// What of them is pale, and what is not drawn; empty where nothing is.
    pub note: Arc<str>,
}

/// How the kappas of these pairs are spread, which come with how many paragraphs each pair shares; `None` while there are
/// none.
#[must_use]
pub fn spread(pairs: &[(Coefficient, usize)]) -> Option<Spread> {
    let mut columns = [(0_u32, 0_u32); COLUMNS];
    let (mut full, mut pale) = (Vec::new(), 0);
    for (coefficient, both) in pairs {
        let Ok(value) = *coefficient else { continue };
        // Between 0 and 19 for values between −1 and 1.
        let at = ((value.clamp(-1.0, 1.0) + 1.0) * 10.0 + 1e-9).floor() as usize;
        let column = &mut columns[at.min(COLUMNS - 1)];
        if *both < THIN {
            column.1 += 1;
            pale += 1;
        } else {
            column.0 += 1;
            full.push(value);
        }
    }
    full.sort_unstable_by(f64::total_cmp);
    let drawn = full.len() + pale;
    if drawn == 0 {
        return None;
    }
    let first = columns.iter().position(|(full, pale)| full + pale > 0)?;
    let most = columns.iter().map(|(full, pale)| full + pale).max()?;
    let column = |(at, (full, pale)): (usize, &(u32, u32))| column(at, *full, *pale);
    Some(Spread {
        columns: columns.iter().enumerate().skip(first).map(column).collect(),
        most,
        sentence: sentence(&full).into(),
        note: note(pale, pairs.len() - drawn).into(),
    })
}

fn tenth(at: usize) -> String {
    let tenths = at.abs_diff(COLUMNS / 2);
    let minus = if at < COLUMNS / 2 { "−" } else { "" };
    format!("{minus}{}.{}", tenths / 10, tenths % 10)
}

fn column(at: usize, full: u32, pale: u32) -> Column {
    let (from, to) = (tenth(at), tenth(at + 1));
    let thin = if pale > 0 { strings::over_few(pale, THIN) } else { String::new() };
    let words = strings::pairs_between(&from, &to, &strings::pairs(full + pale), &thin);
    Column { words: words.into(), from: from.into(), full, pale }
}

fn sentence(sorted: &[f64]) -> String {
    let n = sorted.len();
    match n {
        0 => strings::no_two_share(THIN),
        1 => strings::one_pair_shares(THIN, &two(sorted[0])),
        _ => {
            let [low, half, high] = [1, 2, 3].map(|quarters| two(quantile(sorted, quarters)));
            strings::half_have_below(n, &half, &low, &high)
        }
    }
}

/// The value with so many quarters below it, with straight lines between values (R. J. Hyndman and Y. Fan, Sample Quantiles
/// in Statistical Packages, 1996, definition 7).
fn quantile(sorted: &[f64], quarters: usize) -> f64 {
    let place = (sorted.len() - 1) * quarters;
    let (at, part) = (place / 4, (place % 4) as f64 / 4.0);
    let next = sorted.get(at + 1).unwrap_or(&sorted[at]);
    sorted[at] + (next - sorted[at]) * part
}

fn note(pale: usize, without: usize) -> String {
    let pale = match pale {
        0 => String::new(),
        n => strings::pale_pairs(n, THIN),
    };
    let without = match without {
        0 => String::new(),
        n => strings::without_kappa(n),
    };
    let space = if pale.is_empty() || without.is_empty() { "" } else { " " };
    [&*pale, space, &without].concat()
}

#[cfg(test)]
mod tests {
    use crate::measure::agreement::{Undefined, spread::*};

    #[test]
    fn pairs_stand_in_columns_of_a_tenth_and_those_of_few_paragraphs_are_pale() {
        let none = (Err(Undefined::NoPairs), 0);
        let pairs = [(Ok(0.1), 10), (Ok(0.15), 10), (Ok(0.3), 10), (Ok(0.55), 10), (Ok(1.0), 3), none];
        let found = spread(&pairs).expect("there are pairs");
        assert_eq!((found.columns.len(), found.most), (9, 2));
        assert_eq!(&*found.columns[0].words, "0.1 to 0.2: 2 pairs");
        assert_eq!(&*found.columns[8].words, "0.9 to 1.0: 1 pair, 1 of them over fewer than 5 paragraphs");
        expect_test::expect![[r#"
            Half of 4 pairs have a kappa below 0.22; the middle half lies between 0.14 and 0.36.
            Pale: 1 pair over fewer than 5 paragraphs, which the sentence leaves out. 1 pair has no kappa."#]]
        .assert_eq(&[&*found.sentence, &found.note].join("\n"));
        assert_eq!(&*spread(&[(Ok(-1.0), 9)]).expect("one").columns[0].from, "−1.0");
        assert!(spread(&[]).is_none());
    }
}
