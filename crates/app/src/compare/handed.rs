//! Who has handed in, how far each of them got and when, and who of those who are expected is missing.

use crate::{
    class::{annotators::name, lens::Inputs},
    env::moment,
    shared::{assignment, roster},
    words::count,
};
use postil_core::{
    base::id::AnnotatorId,
    codebook::Codebook,
    record::{Layer, progress::missing},
};
use std::sync::Arc;

/// Somebody who has handed in, or is expected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedRow {
    /// A key.
    pub key: Arc<str>,
    /// Their name; empty where their file had none.
    pub name: Arc<str>,
    /// "7 of 10"; empty for whoever is missing.
    pub answered: Arc<str>,
    /// When they last changed something, by the clock of this browser.
    pub newest: Arc<str>,
    /// What there is to look at: that somebody is missing, or is not on the list.
    pub remark: &'static str,
}

/// Who has handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedView {
    /// Those who have, by name, and then who is missing, in the order of the list.
    pub rows: Vec<HandedRow>,
    /// "28 of 30 have handed in." or how many have, where there is no list.
    pub summary: Arc<str>,
    /// "You asked for it until Friday."; empty where that was not said.
    pub due: Arc<str>,
    /// The list of those who are expected, one a line.
    pub roster: Arc<str>,
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// Who has handed in, in the round that is shown. Whoever tags in this browser hands nothing in to it.
#[must_use]
pub(crate) fn handed(inputs: Inputs<'_>) -> HandedView {
    let context = inputs.context;
    let asked = assignment::given_codebook(context.store, context.article.id(), context.codebook);
    let expected = roster::names(context.store, context.article.id());
    let people = &context.store.people;
    let is_here = |id: &AnnotatorId| id == context.annotator || context.store.tags_here(id);
    let came = context.readings().filter(|(id, layer)| !layer.is_silent() && !is_here(id) && !people.is_program(id));
    let mut rows: Vec<HandedRow> = came.map(|(id, layer)| row(inputs, &asked, id, layer, &expected)).collect();
    rows.sort_by(|a, b| (alike(&a.name), &a.key).cmp(&(alike(&b.name), &b.key)));
    let there = |name: &Arc<str>| rows.iter().any(|row| alike(&row.name) == alike(name));
    let (present, absent): (Vec<&Arc<str>>, Vec<_>) = expected.iter().partition(|name| there(name));
    let summary = if expected.is_empty() {
        match rows.len() {
            0 => "Nobody has handed in yet.".to_owned(),
            n => format!("{} handed in.", count(n, "person has", "people have")),
        }
    } else {
        format!("{} of {} have handed in.", present.len(), count(expected.len(), "person", "people"))
    };
    let missing = absent.iter().map(|name| HandedRow {
        key: ["missing ", name].concat().into(),
        name: Arc::clone(name),
        answered: "".into(),
        newest: "".into(),
        remark: "missing",
    });
    let missing: Vec<HandedRow> = missing.collect();
    rows.extend(missing);
    let due = assignment::given(context.store, context.article.id()).map(|asked| asked.due).unwrap_or_default();
    HandedView {
        rows,
        summary: summary.into(),
        due: if due.is_empty() { "".into() } else { ["You asked for it until ", &*due, "."].concat().into() },
        roster: expected.join("\n").into(),
        locked: context.locked,
    }
}

fn row(inputs: Inputs<'_>, asked: &Codebook, id: &AnnotatorId, layer: &Layer, expected: &[Arc<str>]) -> HandedRow {
    let context = inputs.context;
    let here = layer.records.iter().filter(|(paragraph, _)| context.article.index_of(paragraph).is_some());
    let whole = here.filter(|(_, record)| record.is_coded() && missing(record, asked).is_none()).count();
    let mut newest = 0;
    layer.records.values().for_each(|record| record.each_stamp(|stamp| newest = newest.max(stamp.wall)));
    let name = name(context, id);
    let known = expected.is_empty() || expected.iter().any(|one| alike(one) == alike(&name));
    HandedRow {
        key: id.to_shared(),
        name,
        answered: format!("{whole} of {}", context.article.paragraphs().len()).into(),
        newest: moment(newest, context.utc_offset).into(),
        remark: if known { "" } else { "not on your list" },
    }
}

/// Names that are written alike but for capitals and white space are one.
fn alike(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_met_however_they_are_spaced() {
        assert_eq!(alike(" Mia  de\tBoer "), alike("mia De boer"));
        assert_ne!(alike("Mia"), alike("Mía"));
    }
}
