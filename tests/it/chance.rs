//! Coefficients that differ in what they call chance: values worked out by hand, and how they hang together.

use crate::agreement::{close, ratings, table};
use postil_core::measure::agreement::{
    Ratings, Undefined,
    cohen::{cohen, pairs},
    fleiss,
    gwet::{self, ac1, ac1_weighed, kappa, kappa_weighed},
    scott::{scott, scott_weighed},
};
use proptest::{collection::vec, prelude::*};

#[test]
fn by_hand() {
    // Observed: 1/3, 1 and 1 over the three paragraphs with a pair, so 7/9. Shares of label 0: 2/3, 1, 0 and 1 over four
    // paragraphs, so 2/3; of label 1: 1/3.
    let table = ratings(&[&[0, 0, 1], &[0, 0, -1], &[1, 1, -1], &[-1, 0, -1]]);
    let counts = table.counts();
    assert_eq!(fleiss(&counts, 2), Err(Undefined::UnequalRaters));
    assert!(close(&kappa(&counts, 2), &Ok((7.0 / 9.0 - 5.0 / 9.0) / (4.0 / 9.0))), "{:?}", kappa(&counts, 2));
    // Chance of AC1: 2 · 2/3 · 1/3 over one less than two labels.
    assert!(close(&ac1(&counts, 2), &Ok((7.0 / 9.0 - 4.0 / 9.0) / (5.0 / 9.0))), "{:?}", ac1(&counts, 2));
    // Two coders: three of four agree; label 0 stands three times of eight.
    let both = pairs(ratings(&[&[0, 0], &[1, 1], &[1, 1], &[0, 1]]).items(), 0, 1);
    let chance = (9.0 + 25.0) / 64.0;
    assert!(close(&scott(&both), &Ok((0.75 - chance) / (1.0 - chance))));
}

#[test]
fn undefined_cases_say_why() {
    let one_answer = ratings(&[&[1, 1], &[1, -1]]);
    assert_eq!(kappa(&one_answer.counts(), 2), Err(Undefined::OneAnswer));
    assert_eq!(ac1(&one_answer.counts(), 2), Err(Undefined::OneAnswer));
    assert_eq!(scott(&pairs(one_answer.items(), 0, 1)), Err(Undefined::OneAnswer));
    let alone = ratings(&[&[1, -1], &[-1, 0]]);
    assert_eq!(kappa(&alone.counts(), 2), Err(Undefined::NoPairs));
    assert_eq!(ac1(&alone.counts(), 2), Err(Undefined::NoPairs));
    assert_eq!(scott(&pairs(alone.items(), 0, 1)), Err(Undefined::NoPairs));
}

#[test]
fn where_nearly_all_say_the_same_ac1_is_high_and_kappa_is_not() {
    let rows: Vec<[i32; 2]> = (0..20).map(|at| if at == 0 { [0, 1] } else { [0, 0] }).collect();
    let table = ratings(&rows.iter().map(<[i32; 2]>::as_slice).collect::<Vec<_>>());
    let counts = table.counts();
    assert!(ac1(&counts, 2).is_ok_and(|ac1| ac1 > 0.9) && kappa(&counts, 2).is_ok_and(|kappa| kappa < 0.0));
}

proptest! {
    #[test]
    fn with_equal_numbers_the_generalisation_is_fleiss_kappa(table in table(false)) {
        let counts = table.counts();
        prop_assert!(close(&kappa(&counts, table.labels()), &fleiss(&counts, table.labels())));
    }

    #[test]
    fn of_two_coders_who_coded_all_it_is_scotts_pi(rows in vec(vec((0..4_u16).prop_map(Some), 2), 1..9)) {
        let table = Ratings::new(rows);
        prop_assert!(close(&kappa(&table.counts(), table.labels()), &scott(&pairs(table.items(), 0, 1))));
    }

    #[test]
    fn scotts_pi_is_never_above_cohens_kappa(table in table(true)) {
        let both = pairs(table.items(), 0, 1);
        if let (Ok(pi), Ok(kappa)) = (scott(&both), cohen(&both)) {
            prop_assert!(pi <= kappa + 1e-9, "{pi} {kappa}");
        }
        prop_assert!(close(&scott(&both), &scott(&pairs(table.items(), 1, 0))));
    }

    #[test]
    fn a_weight_is_an_item_that_stands_there_so_often(table in table(true), seed in vec(0..3_u8, 9)) {
        let (counts, labels) = (table.counts(), table.labels());
        let weights: Vec<f64> = counts.iter().zip(&seed).map(|(_, weight)| f64::from(*weight)).collect();
        let drawn: Vec<_> = counts.iter().zip(&seed).flat_map(|(item, n)| vec![item.clone(); usize::from(*n)]).collect();
        let even = vec![1.0; drawn.len()];
        prop_assert!(close(&kappa_weighed(&counts, labels, &weights), &kappa(&drawn, labels)));
        let among = gwet::categories(&counts, labels);
        let (weighed, listed) =
            (ac1_weighed(&counts, labels, among, &weights), ac1_weighed(&drawn, labels, among, &even));
        prop_assert!(close(&weighed, &listed), "{weighed:?} {listed:?}");
        let both = pairs(table.items(), 0, 1);
        let listed: Vec<_> = both.iter().zip(&seed).flat_map(|(pair, n)| vec![*pair; usize::from(*n)]).collect();
        prop_assert!(close(&scott_weighed(&both, &weights), &scott(&listed)));
    }
}
