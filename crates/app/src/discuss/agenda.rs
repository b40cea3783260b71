//! Which paragraphs are discussed and in which order: those that divide most, as many as there is time for.

use super::plan::{Order, Plan};
use crate::class::{
    annotators::{annotators, compare},
    lens::Inputs,
};
use postil_core::measure::division::{Division, divisions};

/// True where everybody who answered says the same, and there are two at least.
pub(super) fn is_agreed(division: &Division) -> bool {
    division.pairs > 0 && division.rank() == (0, 0)
}

/// How many paragraphs could be discussed: all on which not everybody agrees.
pub(super) fn open(found: &[Division]) -> usize {
    found.iter().filter(|division| !is_agreed(division)).count()
}

/// The paragraphs that the program proposes, those that divide most first.
pub(super) fn proposed(found: &[Division], plan: &Plan) -> Vec<usize> {
    let mut order = ranked(found);
    order.retain(|index| !is_agreed(&found[*index]));
    order.truncate(plan.fitting(order.len()));
    order
}

/// The paragraphs on the agenda, in its order: what is proposed, and what was changed of that by hand.
pub(super) fn on_agenda(found: &[Division], plan: &Plan) -> Vec<usize> {
    let proposed = proposed(found, plan);
    let mut all = whole(found, plan);
    all.retain(|index| plan.by_hand.get(index).copied().unwrap_or_else(|| proposed.contains(index)));
    all
}

/// All paragraphs in the order of the agenda, also those that are not on it.
pub(super) fn whole(found: &[Division], plan: &Plan) -> Vec<usize> {
    match plan.order {
        Order::ByDisagreement => ranked(found),
        Order::InOrder => (0..found.len()).collect(),
    }
}

fn ranked(found: &[Division]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by(|a, b| (found[*b].rank(), a).cmp(&(found[*a].rank(), b)));
    order
}

/// How each paragraph divides the class, through the question that is shown.
pub(super) fn found(inputs: Inputs<'_>) -> Vec<Division> {
    divisions(&compare(inputs, &annotators(inputs)), &inputs.question_id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn division() -> impl Strategy<Value = Division> {
        let counts = (0_u32..30, 0_u32..60, 0_u32..30, 0_u32..4000);
        counts.prop_map(|(pairs, differing, opposite, themes)| {
            let differing = differing.min(pairs);
            Division { pairs, differing, opposite: opposite.min(differing), themes, ..Division::default() }
        })
    }

    fn agreed() -> Division {
        Division { pairs: 6, answered: 4, ..Division::default() }
    }

    proptest! {
        #[test]
        fn what_is_proposed_fits_the_time_unless_one_paragraph_alone_does_not(
            found in proptest::collection::vec(prop_oneof![4 => division(), 1 => Just(agreed())], 0..25),
            minutes in 1_u32..180,
            each in proptest::option::of(1_u32..60),
        ) {
            let plan = Plan { minutes: Some(minutes), each, ..Plan::default() };
            let proposed = proposed(&found, &plan);
            let each = plan.minutes_each(open(&found));
            let count = u32::try_from(proposed.len()).unwrap();
            prop_assert!(count <= 1 || count * each <= minutes, "{count} of {each} in {minutes} minutes");
            prop_assert!(!proposed.is_empty() || open(&found) == 0);
            // As many as fit.
            prop_assert!(proposed.len() == open(&found) || (count + 1) * each > minutes);
            prop_assert!(proposed.iter().all(|index| !is_agreed(&found[*index])));
            prop_assert!(proposed.is_sorted_by(|a, b| (found[*b].rank(), a) <= (found[*a].rank(), b)));
            // Nothing that is left out divides more than what is in.
            let least = proposed.iter().map(|index| found[*index].rank()).min();
            let left = (0..found.len()).filter(|index| !proposed.contains(index));
            prop_assert!(least.is_none() || left.map(|index| found[index].rank()).max() <= least);
        }
    }

    #[test]
    fn a_lesson_of_forty_minutes() {
        let found: Vec<Division> =
            (0..10_u32).map(|n| Division { pairs: 9, differing: n, answered: 5, ..Division::default() }).collect();
        let plan = Plan { minutes: Some(40), ..Plan::default() };
        assert_eq!((plan.minutes_each(open(&found)), proposed(&found, &plan)), (5, vec![9, 8, 7, 6, 5, 4, 3, 2]));
        let long = Plan { each: Some(10), ..plan.clone() };
        assert_eq!(proposed(&found, &long), [9, 8, 7, 6]);
        // Few paragraphs get more time.
        assert_eq!((plan.minutes_each(4), plan.minutes_each(1)), (10, 15));
        // Without a time all come up on which not everybody agrees.
        assert_eq!(proposed(&found, &Plan::default()), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
        // As they stand in the article, it is still those that divide most.
        let in_order = Plan { order: Order::InOrder, ..long };
        assert_eq!(on_agenda(&found, &in_order), [6, 7, 8, 9]);
        let by_hand = Plan { by_hand: [(0, true), (9, false)].into_iter().collect(), ..in_order };
        assert_eq!(on_agenda(&found, &by_hand), [0, 6, 7, 8]);
    }

    #[test]
    fn where_nobody_has_answered_all_paragraphs_come_up() {
        let found = vec![Division::default(); 3];
        assert_eq!(proposed(&found, &Plan::default()), [0, 1, 2]);
    }
}
