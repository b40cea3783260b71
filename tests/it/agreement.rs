//! Laws of the coefficients, and values worked out by hand. Published values are compared by `make conformance`.

use postil_core::measure::agreement::{
    Coefficient, Distance, Ratings, Undefined,
    alpha::{Parts, alpha, shares},
    cohen::{cohen, cohen_weighed, pairs},
    distance::{jaccard, label_of, masi},
    fleiss::{fleiss, fleiss_weighed},
    interval::interval,
    percent::{percent, percent_weighed},
    ratings::Label,
};
use proptest::{collection::vec, option, prelude::*};

pub(crate) fn ratings(rows: &[&[i32]]) -> Ratings {
    let cell = |n: &i32| Label::try_from(*n).ok();
    Ratings::new(rows.iter().map(|row| row.iter().map(cell).collect()).collect())
}

pub(crate) fn table(missing: bool) -> impl Strategy<Value = Ratings> {
    (2..5_usize).prop_flat_map(move |coders| {
        let cell = if missing { option::weighted(0.8, 0..4_u16).boxed() } else { (0..4_u16).prop_map(Some).boxed() };
        vec(vec(cell, coders), 1..9).prop_map(Ratings::new)
    })
}

fn nominal(table: &Ratings) -> Coefficient {
    alpha(&table.counts(), table.labels(), &Distance::Nominal)
}

pub(crate) fn close(one: &Coefficient, other: &Coefficient) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => (one - other).abs() < 1e-9,
        (one, other) => one == other,
    }
}

#[test]
fn by_hand() {
    // Two coders, four items, three agreements: P = 3/4. Labels stand 3 and 5 times of 8. Observed 2 of 8, expected
    // 2·3·5 of 8·7.
    let table = ratings(&[&[0, 0], &[1, 1], &[1, 1], &[0, 1]]);
    assert_eq!(percent(&table.counts()), Ok(0.75));
    assert!(close(&nominal(&table), &Ok(1.0 - (2.0 / 8.0) / (30.0 / 56.0))));
    // Shares of label 0 are 1/2 and 1/4, of label 1 1/2 and 3/4: chance is 1/2.
    assert!(close(&cohen(&pairs(table.items(), 0, 1)), &Ok(0.5)));
    let all: Vec<_> = table.counts();
    let chance = (9.0 + 25.0) / 64.0;
    assert!(close(&fleiss(&all, 2), &Ok((0.75 - chance) / (1.0 - chance))));
    assert_eq!(shares(&all, 2, &Distance::Nominal), [0.0, 0.0, 0.0, 1.0]);
}

#[test]
fn undefined_cases_say_why() {
    let one_answer = ratings(&[&[1, 1], &[1, 1]]);
    assert_eq!(percent(&one_answer.counts()), Ok(1.0));
    assert_eq!(nominal(&one_answer), Err(Undefined::OneAnswer));
    assert_eq!(cohen(&pairs(one_answer.items(), 0, 1)), Err(Undefined::OneAnswer));
    assert_eq!(fleiss(&one_answer.counts(), 2), Err(Undefined::OneAnswer));
    for alone in [ratings(&[]), ratings(&[&[1, -1], &[-1, 0]])] {
        assert_eq!(percent(&alone.counts()), Err(Undefined::NoPairs));
        assert_eq!(nominal(&alone), Err(Undefined::NoPairs));
        assert_eq!(cohen(&pairs(alone.items(), 0, 1)), Err(Undefined::NoPairs));
        assert_eq!(fleiss(&alone.counts(), 2), Err(Undefined::NoPairs));
    }
    let unequal = ratings(&[&[0, 1, 1], &[0, 0, -1]]);
    assert_eq!(fleiss(&unequal.counts(), 2), Err(Undefined::UnequalRaters));
    assert_eq!(Undefined::OneAnswer.to_string(), "undefined: only one answer was used");
}

#[test]
fn sets_have_distances_in_exact_thirds() {
    let cases: [(&[u8], &[u8], f64, f64); 7] = [
        (&[], &[], 0.0, 0.0),
        (&[], &[1], 1.0, 1.0),
        (&[1], &[2], 1.0, 1.0),
        (&[1, 2], &[1, 2], 0.0, 0.0),
        (&[1], &[1, 2], 0.5, 2.0 / 3.0),
        (&[1, 2], &[2, 3], 2.0 / 3.0, 8.0 / 9.0),
        (&[1, 2, 3, 4], &[1, 2], 0.5, 2.0 / 3.0),
    ];
    for (one, other, by_jaccard, by_masi) in cases {
        for (one, other) in [(one, other), (other, one)] {
            assert!((jaccard(one, other) - by_jaccard).abs() < 1e-15, "{one:?} {other:?}");
            assert!((masi(one, other) - by_masi).abs() < 1e-15, "{one:?} {other:?}");
        }
    }
    let mut sets = Vec::new();
    let labels: Vec<Label> =
        [vec![1], vec![], vec![1]].into_iter().map(|set: Vec<u8>| label_of(&mut sets, set)).collect();
    assert_eq!((labels, sets.len()), (vec![0, 1, 0], 2));
}

#[test]
fn neighbours_on_a_scale_disagree_less() {
    let spread = |far: i32| ratings(&[&[0, 0], &[1, 1], &[2, 2], &[3, 3], &[0, far]]);
    let ordinal = |table: &Ratings| alpha(&table.counts(), table.labels(), &Distance::Ordinal).expect("is defined");
    assert!(ordinal(&spread(1)) > ordinal(&spread(2)) && ordinal(&spread(2)) > ordinal(&spread(3)));
}

#[test]
fn an_interval_is_the_same_every_time_and_wide_for_ten_paragraphs() {
    let rows: Vec<Vec<i32>> = (0..10).map(|n| vec![n % 3, if n % 4 == 0 { (n + 1) % 3 } else { n % 3 }]).collect();
    let table = ratings(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let counts = table.counts();
    let again = || {
        let parts = Parts::new(&counts, table.labels(), &Distance::Nominal);
        interval(counts.len(), |weights| parts.alpha(weights)).expect("is defined")
    };
    let (found, alpha) = (again(), nominal(&table).expect("is defined"));
    assert_eq!(found, again());
    assert!(found.low < alpha && alpha < found.high && found.width() > 0.5, "{found:?}");
    assert_eq!(interval(1, |_| Ok::<f64, ()>(1.0)), None);
    assert_eq!(interval(9, |_| Err::<f64, _>(Undefined::OneAnswer)), None);
}

proptest! {
    #[test]
    fn nobody_is_above_one_and_only_full_agreement_is_one(table in table(true)) {
        for distance in [Distance::Nominal, Distance::Ordinal] {
            if let Ok(alpha) = alpha(&table.counts(), table.labels(), &distance) {
                prop_assert!(alpha <= 1.0);
                prop_assert_eq!(alpha == 1.0, percent(&table.counts()) == Ok(1.0));
            }
        }
    }

    #[test]
    fn alpha_is_fleiss_kappa_but_for_small_samples(table in table(false)) {
        // On whole tables the two differ in that alpha draws chance pairs without putting the first rating back.
        let counts = table.counts();
        let n: u32 = counts.iter().map(|item| item.coders).sum();
        let kappa = fleiss(&counts, table.labels());
        let expected = kappa.map(|kappa| 1.0 - (1.0 - kappa) * (f64::from(n) - 1.0) / f64::from(n));
        prop_assert!(close(&nominal(&table), &expected), "{:?} {expected:?}", nominal(&table));
    }

    #[test]
    fn neither_the_order_of_items_nor_of_coders_nor_the_names_of_labels_count(table in table(true)) {
        let turned = table.items().iter().rev().map(|row| row.iter().rev().map(|cell| cell.map(|l| 3 - l)).collect());
        let turned = Ratings::new(turned.collect());
        prop_assert!(close(&nominal(&table), &nominal(&turned)));
        prop_assert!(close(&percent(&table.counts()), &percent(&turned.counts())));
        let ordinal = |table: &Ratings| alpha(&table.counts(), 4, &Distance::Ordinal);
        prop_assert!(close(&ordinal(&table), &ordinal(&turned)), "a scale read backwards is the same scale");
    }

    #[test]
    fn kappa_does_not_mind_who_is_first(table in table(true)) {
        let items = table.items();
        prop_assert!(close(&cohen(&pairs(items, 0, 1)), &cohen(&pairs(items, 1, 0))));
    }

    #[test]
    fn a_weight_is_an_item_that_stands_there_so_often(table in table(true), seed in vec(0..3_u8, 9)) {
        let counts = table.counts();
        let weights: Vec<f64> = counts.iter().zip(&seed).map(|(_, weight)| f64::from(*weight)).collect();
        let drawn: Vec<_> = counts.iter().zip(&seed).flat_map(|(item, n)| vec![item.clone(); usize::from(*n)]).collect();
        let labels = table.labels();
        prop_assert!(close(&percent_weighed(&counts, &weights), &percent(&drawn)));
        prop_assert!(close(&fleiss_weighed(&counts, labels, &weights), &fleiss(&drawn, labels)));
        let both = pairs(table.items(), 0, 1);
        let listed: Vec<_> = both.iter().zip(&seed).flat_map(|(pair, n)| vec![*pair; usize::from(*n)]).collect();
        prop_assert!(close(&cohen_weighed(&both, &weights), &cohen(&listed)));
        let distance = Distance::between(|a, b| f64::from(u8::from(a != b)) * (a + b) as f64);
        for distance in [Distance::Nominal, Distance::Ordinal, distance] {
            let weighed = Parts::new(&counts, table.labels(), &distance).alpha(&weights);
            let listed = alpha(&drawn, table.labels(), &distance);
            prop_assert!(close(&weighed, &listed), "{distance:?}: {weighed:?} {listed:?}");
        }
    }

    #[test]
    fn shares_add_up(table in table(true)) {
        let shares = shares(&table.counts(), table.labels(), &Distance::Nominal);
        let sum: f64 = shares.iter().sum();
        prop_assert!(sum == 0.0 || (sum - 1.0).abs() < 1e-9);
        let split = |item: &[Option<Label>]| item.iter().flatten().any(|l| item.iter().flatten().any(|k| k != l));
        for (share, item) in shares.iter().zip(table.items()) {
            prop_assert_eq!(*share > 0.0, split(item));
        }
    }
}
