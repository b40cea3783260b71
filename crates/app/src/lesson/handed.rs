//! Who has handed in, how far each of them got and when, and who of those who are expected is missing.

use crate::{
    class::{annotators::name, lens::Inputs},
    shared::{assignment, roster},
    strings::lesson as strings,
    when::moment,
};
use postil_core::{
    base::{id::AnnotatorId, signs::in_a_sentence, time},
    codebook::Codebook,
    exchange::collected::Collected,
    record::{
        Layer, Record, Themes,
        progress::{Missing, missing},
    },
};
use std::sync::Arc;

/// Somebody who has handed in, or is expected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedRow {
    /// Who; `None` for whoever is missing.
    pub id: Option<AnnotatorId>,
    /// The name they are shown by; empty where their file had none.
    pub name: Arc<str>,
    /// Their own, where they are shown by another one.
    pub own_name: Arc<str>,
    /// From which file, as far as that is known; empty where it is not.
    pub file: Arc<str>,
    /// How many paragraphs are answered, and how many there are; `None` for whoever is missing.
    pub counted: Option<(usize, usize)>,
    /// The same in words, "7 of 10"; empty for whoever is missing.
    pub answered: Arc<str>,
    /// True when all that is asked is answered.
    pub whole: bool,
    /// Which paragraphs are not, where they are few, and how many have no themes: "missing: 3, 6 · no themes on 2 paragraphs".
    pub open: Arc<str>,
    /// When they last changed something, in milliseconds since 1970; 0 for whoever is missing.
    pub changed: u64,
    /// The same in words, by the clock of this browser.
    pub newest: Arc<str>,
    /// True when that was after it was due.
    pub late: bool,
    /// What there is to look at; empty for nothing.
    pub remark: Arc<str>,
    /// True while they are given another name.
    pub naming: bool,
}

/// The field in which somebody gets a name.
pub const NAMING: &str = "naming";

/// The button by which somebody is given another name.
#[must_use]
pub fn name_button(id: &AnnotatorId) -> Arc<str> {
    ["name-of-", id.as_str()].concat().into()
}

/// So many open paragraphs are named.
const FEW: usize = 3;

/// Everybody who has handed in, by name, and then who is missing, in the order of the list. Whoever tags in this browser hands
/// nothing in to it.
#[must_use]
pub(super) fn rows(inputs: Inputs<'_>, files: &[&Collected], naming: Option<&AnnotatorId>) -> Vec<HandedRow> {
    let context = inputs.context;
    let asked = assignment::given_codebook(context.store, context.article.id(), context.codebook);
    let expected = roster::names(context.store, context.article.id());
    let people = &context.store.people;
    let is_here = |id: &AnnotatorId| id == context.annotator || context.store.tags_here(id);
    let came = context.readings().filter(|(id, layer)| !layer.is_silent() && !is_here(id) && !people.is_program(id));
    let row = |(id, layer): (&AnnotatorId, &Layer)| {
        let mut row = row(inputs, &asked, id, layer);
        let ids = people.ids(id);
        let theirs: Vec<&&Collected> =
            files.iter().filter(|file| file.people.iter().any(|(one, _)| one == id || ids.contains(one))).collect();
        row.file = files_of(&theirs);
        row.remark = remark(&row, &expected, &theirs, &own_themes(context.codebook, layer)).into();
        row.naming = naming == Some(id);
        row
    };
    let mut rows: Vec<HandedRow> = came.map(row).collect();
    rows.sort_by(|a, b| (alike(&a.name), &a.file, &a.id).cmp(&(alike(&b.name), &b.file, &b.id)));
    let missing: Vec<HandedRow> = absent(&rows, &expected).into_iter().map(absentee).collect();
    rows.extend(missing);
    rows
}

/// Those of the list who have not handed in.
#[must_use]
pub(super) fn absent(rows: &[HandedRow], expected: &[Arc<str>]) -> Vec<Arc<str>> {
    let came = |name: &Arc<str>| rows.iter().any(|row| row.id.is_some() && is(row, name));
    expected.iter().filter(|name| !came(name)).cloned().collect()
}

/// True when somebody goes by this name, here or in their file.
fn is(row: &HandedRow, name: &str) -> bool {
    alike(&row.name) == alike(name) || !row.own_name.is_empty() && alike(&row.own_name) == alike(name)
}

fn absentee(name: Arc<str>) -> HandedRow {
    let nothing = || Arc::from("");
    HandedRow {
        id: None,
        name,
        own_name: nothing(),
        file: nothing(),
        counted: None,
        answered: nothing(),
        whole: false,
        open: nothing(),
        changed: 0,
        newest: nothing(),
        late: false,
        remark: strings::missing().into(),
        naming: false,
    }
}

fn row(inputs: Inputs<'_>, asked: &Codebook, id: &AnnotatorId, layer: &Layer) -> HandedRow {
    let context = inputs.context;
    let lacks = |id| match layer.records.get(id).filter(|record| record.is_coded()) {
        Some(record) => missing(record, asked),
        None => Some(Missing::Answer),
    };
    let paragraphs = context.article.paragraphs();
    let lacking = (1..).zip(paragraphs).filter_map(|(number, paragraph)| Some((number, lacks(&paragraph.id)?)));
    let lacking: Vec<(usize, Missing)> = lacking.collect();
    // Of somebody who gave all answers and named no theme it would look as if they had done nothing.
    let themeless = lacking.iter().filter(|(_, what)| *what == Missing::Themes).count();
    let unanswered: Vec<String> =
        lacking.iter().filter(|(_, what)| *what != Missing::Themes).map(|(number, _)| number.to_string()).collect();
    let whole = paragraphs.len() - lacking.len();
    let given = assignment::given(context.store, context.article.id());
    let wanted = given.as_ref().map_or(paragraphs.len(), |given| given.wanted(context.article));
    let until = given.and_then(|given| time::moment(&given.until));
    let mut newest = 0;
    layer.records.values().for_each(|record| record.each_stamp(|stamp| newest = newest.max(stamp.wall)));
    let (name, own_name) = (name(context, id), context.store.name(id));
    HandedRow {
        own_name: if own_name == name { "".into() } else { own_name },
        counted: Some((whole, paragraphs.len())),
        answered: strings::answered(whole, paragraphs.len()).into(),
        whole: whole >= wanted,
        open: if whole < wanted { lacks_what(&unanswered, themeless) } else { "".into() },
        changed: newest,
        newest: moment(context.clock(), newest).into(),
        late: until.is_some_and(|until| newest > until),
        id: Some(id.clone()),
        ..absentee(name)
    }
}

/// "missing: 3, 6 · no themes on 2 paragraphs"; many unanswered ones are a number already.
fn lacks_what(unanswered: &[String], themeless: usize) -> Arc<str> {
    let few = (1..=FEW).contains(&unanswered.len());
    let unanswered = few.then(|| strings::missing_paragraphs(&unanswered.join(", ")));
    let themeless = (themeless > 0).then(|| strings::themeless(themeless));
    unanswered.into_iter().chain(themeless).collect::<Vec<_>>().join(" · ").into()
}

fn files_of(files: &[&&Collected]) -> Arc<str> {
    match files {
        [] => "".into(),
        [file] => in_a_sentence(&file.name).into(),
        [.., last] => strings::last_and_more(&in_a_sentence(&last.name), files.len() - 1).into(),
    }
}

/// The themes that somebody named and the codebook does not have, by name.
fn own_themes(codebook: &Codebook, layer: &Layer) -> Vec<Arc<str>> {
    let named: Vec<Themes> = layer.records.values().map(Record::themes).collect();
    let own = named.iter().flat_map(Themes::set).filter(|id| codebook.theme(id).is_none());
    let mut names: Vec<Arc<str>> = own.map(|id| codebook.called(id)).collect();
    names.sort();
    names.dedup();
    names
}

/// What there is to look at about somebody.
fn remark(row: &HandedRow, expected: &[Arc<str>], files: &[&&Collected], own_themes: &[Arc<str>]) -> String {
    let mut remarks = Vec::new();
    if row.late {
        remarks.push(strings::late().to_owned());
    }
    match files.len() {
        0 | 1 => {}
        2 => remarks.push(strings::later_file_counts().to_owned()),
        n => remarks.push(strings::latest_file_counts(n)),
    }
    if !own_themes.is_empty() {
        let names = own_themes.iter().take(FEW).map(|name| in_a_sentence(name)).collect::<Vec<_>>().join(", ");
        remarks.push(strings::own_themes(own_themes.len(), &names));
    } else if files.iter().any(|file| file.other_version) {
        remarks.push(strings::other_version().into());
    }
    if !expected.is_empty() && !expected.iter().any(|one| alike(one) == alike(&row.name)) {
        remarks.push(strings::not_on_list().into());
    }
    remarks.join(" · ")
}

/// Names that are written alike but for capitals and white space are one.
pub(super) fn alike(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_said_of_answers_and_of_themes() {
        let said = |unanswered: &[&str], themeless| {
            let unanswered: Vec<String> = unanswered.iter().map(ToString::to_string).collect();
            lacks_what(&unanswered, themeless).to_string()
        };
        assert_eq!(said(&["3", "6"], 0), "missing: 3, 6");
        assert_eq!(said(&[], 7), "no themes on 7 paragraphs", "all is answered, and nothing is counted as answered");
        assert_eq!(said(&["5", "6", "7"], 1), "missing: 5, 6, 7 · no themes on 1 paragraph");
        assert_eq!(said(&["1", "2", "3", "4"], 0), "", "the count says how many");
    }
}
