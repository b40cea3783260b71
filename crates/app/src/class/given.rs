//! Under which rules the answers were given that lie side by side.

use super::{
    annotators::{annotators, compare},
    context::Context,
    lens::{Inputs, Lens},
    people::Annotator,
};
use postil_core::{
    base::id::CodebookId,
    measure::given::Given,
    output::report::given::{matches, under, versions},
};
use std::sync::Arc;

/// Those of these annotators who are taken in.
#[must_use]
pub(crate) fn given(inputs: Inputs<'_>, annotators: &[Annotator]) -> Given {
    let Context { codebook, version, readings, .. } = inputs.context;
    Given::new(&compare(inputs, annotators), codebook, version, &readings.resolver)
}

/// The same of the readers through the question that is shown: counted once, while nothing changes.
fn of_readers(inputs: Inputs<'_>) -> Arc<Given> {
    let Lens { given: counted, revision, .. } = inputs.lens;
    let known = counted.borrow().clone().filter(|(then, _)| then == revision);
    known.map_or_else(
        || {
            let found = Arc::new(given(inputs, &annotators(inputs)));
            counted.replace(Some((*revision, Arc::clone(&found))));
            found
        },
        |(_, found)| found,
    )
}

/// What a codebook is called, as far as that is known here.
#[must_use]
pub(crate) fn title(context: Context<'_>, id: &CodebookId) -> Arc<str> {
    let known = context.versions.values().find(|codebook| codebook.id == *id);
    known.map_or_else(|| "".into(), |codebook| Arc::clone(&codebook.title))
}

/// Under which versions of the codebook, by their first digits.
#[must_use]
pub(crate) fn in_versions(inputs: Inputs<'_>) -> String {
    versions(&of_readers(inputs), inputs.context.version)
}

/// What is read through a match with another codebook, in sentences; empty where nothing is.
#[must_use]
pub(crate) fn matched(inputs: Inputs<'_>) -> Arc<str> {
    matches(&of_readers(inputs), &|id| title(inputs.context, id)).into()
}

/// Under which versions the answers were given, and what is read through a match.
#[must_use]
pub(crate) fn in_words(inputs: Inputs<'_>) -> Arc<str> {
    let said = [under(&of_readers(inputs)), matched(inputs).to_string()];
    said.iter().filter(|words| !words.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ").into()
}
