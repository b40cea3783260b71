//! A sentence to put into a paper: the coefficient with everything that somebody needs to compute it again.

use super::Numbers;
use crate::{
    APP,
    class::{annotators::annotators, given::in_versions, lens::Inputs},
    effect::Effect,
    intent::Intent,
    strings::{class as say, compare::numbers as strings},
};
use postil_core::measure::agreement::{
    interval::{RESAMPLES, SEED},
    measure::Measure,
    words::{number as two, range},
};

/// The sentence; empty while the figure is not known, or where it has no interval. Of two people it is Cohen's kappa, of more
/// Krippendorff's alpha.
#[must_use]
pub(crate) fn cite(numbers: &Numbers, inputs: Inputs<'_>, people: usize) -> String {
    let (measure, name) = if people == 2 {
        (Measure::Cohen(0, 1), strings::cohen())
    } else {
        (Measure::Nominal, strings::alpha_to_cite())
    };
    let Some(computed) = numbers.of(&measure) else { return String::new() };
    let (Ok(value), Some(Some(interval))) = (computed.coefficient, computed.interval) else { return String::new() };
    let question = inputs.prompt();
    let versions = in_versions(inputs);
    let value = strings::cited_value(name, &two(value), &range(&interval), &thousands(RESAMPLES), SEED);
    let size = strings::cited_size(&say::people(people), &say::paragraphs(computed.table.items()));
    let source = match inputs.context.codebook.title.trim() {
        "" => strings::cited_source_without_name(&question, &versions),
        title => strings::cited_source(&question, title, &versions),
    };
    strings::cited(&value, &size, &source, APP)
}

/// It goes to the clipboard.
pub(crate) fn copy(numbers: &Numbers, inputs: Inputs<'_>) -> Vec<Intent> {
    let people = annotators(inputs).iter().filter(|one| !one.left_out).count();
    vec![Intent::Do(Effect::Copy(cite(numbers, inputs, people).into()))]
}

pub(super) fn thousands(n: usize) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) }
}
