//! What a class talks about first: the paragraphs that divide most of it, and farthest.

use crate::made::{Desk, article, codebook};
use postil_core::{
    measure::{
        comparison::Comparison,
        division::{Division, divisions},
    },
    record::Layer,
};

/// How paragraphs divide a class: for each how many give which answer; whoever is left gives none. Everybody answers the
/// last paragraph alike, so that all are readers.
fn divided(readers: usize, paragraphs: &[&[(&str, usize)]]) -> Vec<Division> {
    let texts: Vec<String> = (0..=paragraphs.len()).map(|at| format!("Paragraph {at}.")).collect();
    let article = article(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let layers: Vec<Layer> = (0..readers)
        .map(|reader| {
            let mut desk = Desk::new(&format!("reader-{reader}"), &article);
            for (number, answers) in (1..).zip(paragraphs) {
                let mut each = answers.iter().flat_map(|(answer, count)| std::iter::repeat_n(*answer, *count));
                if let Some(answer) = each.nth(reader) {
                    desk.stance(number, answer);
                }
            }
            desk.stance(paragraphs.len() + 1, "neutral");
            desk.layer
        })
        .collect();
    divisions(&Comparison::new(&article, &codebook(), layers.iter().collect()), &"stance".into())
}

/// The paragraphs in the order of the agenda, by their places.
fn order(found: &[Division]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(found[*at].rank()), *at));
    order
}

#[test]
fn a_class_split_in_half_comes_before_one_pair_of_thirty() {
    let found = divided(30, &[&[("neutral", 1), ("mixed", 1)], &[("supports", 15), ("opposes", 15)]]);
    assert_eq!(order(&found), [1, 0, 2]);
    // Also where the one pair stands for and against.
    let found = divided(30, &[&[("supports", 1), ("opposes", 1)], &[("supports", 15), ("neutral", 15)]]);
    assert_eq!(order(&found), [1, 0, 2]);
}

#[test]
fn for_against_against_counts_more_than_a_side_against_neutral() {
    for (near, far) in [("neutral", "opposes"), ("mixed", "opposes"), ("no-stance", "opposes")] {
        let found = divided(10, &[&[("supports", 5), (near, 5)], &[("supports", 5), (far, 5)]]);
        assert_eq!(order(&found), [1, 0, 2], "{near}");
        let share = |at: usize| f64::from(found[at].differing) / f64::from(found[at].pairs);
        assert_eq!(share(0).to_bits(), share(1).to_bits(), "as many pairs differ");
    }
}

#[test]
fn one_pair_of_a_large_class_is_not_rounded_away() {
    let found = divided(120, &[&[("supports", 119), ("neutral", 1)], &[("neutral", 1), ("mixed", 1)]]);
    assert_eq!(order(&found), [0, 1, 2]);
    assert!(found[1].rank() > found[2].rank());
    assert_eq!((found[0].answered, found[1].answered, found[1].open), (120, 2, 118));
}
