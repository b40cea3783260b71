//! What went wrong with files that came in, and what to do about each.

use super::handed::{HandedRow, alike};
use crate::{
    strings::lesson as strings,
    whose::{listed, shown},
};
use postil_core::{
    base::{id::AnnotatorId, signs::in_a_sentence},
    exchange::collected::{Collected, Fate},
};
use std::sync::Arc;

/// Something that somebody has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemView {
    /// A key.
    pub key: Arc<str>,
    /// What it is about: a file's name, or somebody's.
    pub about: Arc<str>,
    /// What is wrong, and what to do.
    pub sentence: Arc<str>,
    /// What can be done about it here.
    pub way: Option<Way>,
    /// The name of the file that can be taken off the list; `None` where it is about people.
    pub file: Option<Arc<str>>,
}

/// What can be done about a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// To answer what a file asks.
    Answer,
    /// To say that these two are one person.
    OnePerson(AnnotatorId, AnnotatorId),
}

/// What is wrong with the files: what needs an answer first, then what is to be asked for again; last, people of one name. Of a
/// file that asks, `open` says whether it still can be answered here.
#[must_use]
pub(super) fn problems(
    files: &[&Collected],
    open: &dyn Fn(&Collected) -> bool,
    rows: &[HandedRow],
    missing: &[Arc<str>],
) -> Vec<ProblemView> {
    let of_file = |file: &&Collected| of_file(file, open(file), missing);
    let mut found: Vec<(u8, ProblemView)> = files.iter().filter_map(of_file).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, problem)| problem).chain(of_names(rows)).collect()
}

/// True for a file that somebody has to do something about.
#[must_use]
pub(super) fn needs_you(file: &Collected) -> bool {
    of_file(file, false, &[]).is_some()
}

fn of_file(file: &Collected, open: bool, missing: &[Arc<str>]) -> Option<(u8, ProblemView)> {
    let whom = whom(file, missing);
    let (rank, sentence) = match &file.fate {
        Fate::In | Fate::Older | Fate::LeftOut => return None,
        Fate::Asks if open => (0, strings::file_asks().to_owned()),
        Fate::Asks => (0, strings::file_asked().to_owned()),
        Fate::OtherArticle(title) => (1, strings::other_article(&in_a_sentence(title), &whom)),
        Fate::Damaged => (1, strings::damaged(&whom)),
        Fate::NotOurs => (1, strings::not_ours(&whom)),
        Fate::Empty => (1, strings::empty(&whom)),
        Fate::Newer => (1, strings::newer().into()),
        Fate::NoRoom => (1, strings::no_room().into()),
        Fate::Twice => (1, strings::twice().into()),
    };
    let problem = ProblemView {
        key: ["file ", &file.name].concat().into(),
        about: in_a_sentence(&file.name).into(),
        sentence: sentence.into(),
        way: (open && file.fate == Fate::Asks).then_some(Way::Answer),
        file: Some(Arc::clone(&file.name)),
    };
    Some((rank, problem))
}

/// Whom to ask for a file: who is in it, or whoever is missing and has a name that its name holds.
fn whom(file: &Collected, missing: &[Arc<str>]) -> String {
    let inside: Vec<Arc<str>> =
        file.people.iter().filter(|(_, name)| !name.is_empty()).map(|(_, name)| shown(name).into()).collect();
    if !inside.is_empty() && inside.len() <= 2 {
        return listed(&inside);
    }
    let words: Vec<String> = words(&file.name);
    let holds = |name: &&Arc<str>| alike(name).split(' ').all(|word| words.iter().any(|one| one == word));
    let mut found = missing.iter().filter(holds);
    match (found.next(), found.next()) {
        (Some(name), None) => shown(name),
        _ => strings::whoever_sent_it().into(),
    }
}

/// The words of a file's name.
fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// People whom nobody can tell apart by their names.
fn of_names(rows: &[HandedRow]) -> Vec<ProblemView> {
    let mut found: Vec<ProblemView> = Vec::new();
    let came: Vec<(&HandedRow, &AnnotatorId)> = rows.iter().filter_map(|row| Some((row, row.id.as_ref()?))).collect();
    for (at, (row, _)) in came.iter().enumerate() {
        let name = alike(&row.name);
        let same: Vec<&(&HandedRow, &AnnotatorId)> = came.iter().filter(|(one, _)| alike(&one.name) == name).collect();
        let first = came.iter().position(|(one, _)| alike(&one.name) == name) == Some(at);
        if same.len() < 2 || !first {
            continue;
        }
        let files: Vec<Arc<str>> = same.iter().map(|(row, _)| by(row)).collect();
        let sentence = if row.name.is_empty() {
            strings::without_name(same.len(), &listed(&files))
        } else {
            strings::same_name(same.len(), &listed(&files))
        };
        let way = match same.as_slice() {
            [(_, one), (_, other)] => Some(Way::OnePerson((*one).clone(), (*other).clone())),
            _ => None,
        };
        let key = ["name ", &name].concat().into();
        found.push(ProblemView { key, about: shown(&row.name).into(), sentence: sentence.into(), way, file: None });
    }
    found
}

/// By what a teacher knows somebody whose name is no help: their file, or when they last changed something.
fn by(row: &HandedRow) -> Arc<str> {
    if row.file.is_empty() { strings::latest_change(&row.newest).into() } else { Arc::clone(&row.file) }
}
