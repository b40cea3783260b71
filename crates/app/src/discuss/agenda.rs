//! In which order paragraphs are discussed.

use super::{model::Discuss, msg::Agenda};
use crate::class::{
    annotators::{annotators, compare},
    lens::Inputs,
};
use postil_core::measure::division::divisions;

/// The paragraphs on the agenda, in its order.
pub(super) fn order(page: &Discuss, inputs: Inputs<'_>) -> Vec<usize> {
    let mut order = whole_order(page, inputs);
    order.retain(|index| !page.left_off.contains(index));
    order
}

/// All paragraphs in the order of the agenda, also those that were left off it.
pub(super) fn whole_order(page: &Discuss, inputs: Inputs<'_>) -> Vec<usize> {
    let all = inputs.context.article.paragraphs().len();
    let mut order: Vec<usize> = (0..all).collect();
    if page.agenda == Agenda::ByDisagreement {
        let everybody = annotators(inputs);
        let found = divisions(&compare(inputs, &everybody), &inputs.question_id());
        order.sort_by(|a, b| (found[*b].rank(), a).cmp(&(found[*a].rank(), b)));
    }
    order
}
