//! What Class shows, ready to render: five steps, each with where it stands.

use super::{
    back::{BackView, back},
    give::{GiveView, give},
    handed::{self, HandedRow},
    model::Lesson,
    problems::{ProblemView, needs_you, problems},
};
use crate::{
    class::{annotators::annotators, lens::Inputs},
    decide::model::Decide,
    shared::{assignment, collected, roster},
    strings::lesson as strings,
    whose::shown,
};
use postil_core::{
    exchange::collected::{Collected, Fate},
    record::decision::Outcomes,
};
use std::sync::Arc;

/// A step of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The article goes out.
    Give,
    /// The files come in.
    Collect,
    /// Where the class divides is looked at.
    Compare,
    /// It is talked through and decided.
    Discuss,
    /// What came of it goes home.
    GiveBack,
}

/// The files that came in, and who is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CollectView {
    /// "26 of 28 files are in, 2 need your attention."
    pub summary: Arc<str>,
    /// "Not handed in yet: Ada, Ben."; empty where nobody is missing.
    pub missing: Arc<str>,
    /// "Due: Fri 4 Dec, 08:00. 1 person was late."; empty where that was not said.
    pub due: Arc<str>,
    /// What somebody has to do something about.
    pub problems: Vec<ProblemView>,
    /// The table.
    pub rows: Vec<HandedRow>,
    /// The list of those who are expected, one a line.
    pub roster: Arc<str>,
}

/// Class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonView {
    /// The article's title.
    pub title: Arc<str>,
    /// True while nothing was given and nothing has come in.
    pub fresh: bool,
    /// True where the article was given to whoever tags here: then they are no teacher.
    pub student: bool,
    /// True when the example class could be brought in.
    pub example: bool,
    /// True while it is here.
    pub made_up: bool,
    /// The step that is next; `None` when all is done, and for whoever is no teacher.
    pub next: Option<Step>,
    /// Giving out.
    pub give: GiveView,
    /// Collecting.
    pub collect: CollectView,
    /// Where comparing stands, in a sentence.
    pub compare: Arc<str>,
    /// Where the discussion stands.
    pub discuss: Arc<str>,
    /// True once there is something to talk about: the answers of several people, or what was decided.
    pub talks: bool,
    /// True when something is decided.
    pub decided: bool,
    /// Giving back.
    pub back: BackView,
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// Class as it is now.
#[must_use]
pub(crate) fn lesson(page: &Lesson, decided: &Decide, inputs: Inputs<'_>) -> LessonView {
    let context = inputs.context;
    let files = collected::files(context.store, context.article.id());
    let files: Vec<&Collected> = files.iter().collect();
    let rows = handed::rows(inputs, &files, page.naming.as_ref());
    let handed = rows.iter().filter(|row| row.id.is_some()).count();
    let settled = context.decisions().into_iter().flat_map(|decisions| decisions.iter());
    let outcomes = Outcomes::of(settled.filter_map(|(_, said)| said.outcome()));
    let readers = annotators(inputs).iter().filter(|one| !one.left_out).count();
    let paragraphs = context.article.paragraphs().len();
    let (give, back) = (give(page, inputs), back(inputs, outcomes));
    let divided = page.divided.as_ref().map_or("", |(_, divided)| divided);
    LessonView {
        title: Arc::clone(&context.article.masthead.title),
        fresh: !give.given && handed == 0 && readers < 2,
        student: context.is_asked,
        example: context.example_fits(),
        made_up: context.example,
        next: if context.is_asked { None } else { next(give.given, readers, page.compared, outcomes.all(), back.done) },
        compare: compared(readers, paragraphs, divided).into(),
        discuss: discussed(readers, outcomes.all(), paragraphs, decided.waiting()).into(),
        talks: readers > 1 || outcomes.all() > 0,
        decided: outcomes.all() > 0,
        collect: collect(inputs, &files, rows),
        give,
        back,
        locked: context.locked,
    }
}

/// What is next. Whoever has nobody's answers yet waits for them; what was looked at is talked about, and what was decided
/// goes home.
fn next(given: bool, readers: usize, compared: bool, decided: usize, back: bool) -> Option<Step> {
    match (given, readers, decided) {
        (false, 0 | 1, _) => Some(Step::Give),
        (true, 0 | 1, _) => Some(Step::Collect),
        (_, _, 0) => Some(if compared { Step::Discuss } else { Step::Compare }),
        _ => (!back).then_some(Step::GiveBack),
    }
}

fn compared(readers: usize, paragraphs: usize, divided: &str) -> String {
    match readers {
        0 => strings::nobody_here().into(),
        1 => strings::one_here().into(),
        _ => {
            let here = strings::here(&strings::people(readers), &strings::paragraphs(paragraphs));
            [&here, divided].join(" ")
        }
    }
}

fn discussed(readers: usize, decided: usize, paragraphs: usize, waiting: usize) -> String {
    let words = match (readers, decided) {
        (0 | 1, 0) => strings::nothing_to_discuss().into(),
        (_, 0) => strings::nothing_decided().into(),
        _ => strings::decided(paragraphs, decided),
    };
    if waiting > 0 { [&words, " ", &strings::decisions_wait(waiting)].concat() } else { words }
}

fn collect(inputs: Inputs<'_>, files: &[&Collected], rows: Vec<HandedRow>) -> CollectView {
    let context = inputs.context;
    let expected = roster::names(context.store, context.article.id());
    let missing = handed::absent(&rows, &expected);
    let due = assignment::given(context.store, context.article.id()).map(|asked| asked.due).unwrap_or_default();
    let names: Vec<Arc<str>> = missing.iter().map(|name| shown(name).into()).collect();
    CollectView {
        summary: summary(inputs, files, &rows, (missing.len(), expected.len())).into(),
        missing: match names.as_slice() {
            [] => "".into(),
            names => strings::not_handed_in(&names.join(", ")).into(),
        },
        due: match rows.iter().filter(|row| row.late).count() {
            _ if due.is_empty() => "".into(),
            0 => strings::due(&due).into(),
            late => strings::due_and_late(late, &due).into(),
        },
        problems: problems(files, &|file| context.asking.has(context.article.id(), &file.name), &rows, &missing),
        roster: expected.join("\n").into(),
        rows,
    }
}

/// How many files are in, and how many people of those who are expected.
fn summary(
    inputs: Inputs<'_>,
    files: &[&Collected],
    rows: &[HandedRow],
    (missing, expected): (usize, usize),
) -> String {
    let here = |file: &Collected| {
        let ids = |id| inputs.context.store.people.ids(id);
        let is = |row: &HandedRow, id| row.id.as_ref().is_some_and(|row| row == id || ids(id).contains(row));
        file.people.iter().all(|(id, _)| rows.iter().any(|row| is(row, id)))
    };
    let is_in = |file: &&&Collected| matches!(file.fate, Fate::In | Fate::Older) && here(file);
    let mut words = String::new();
    if !files.is_empty() {
        let waiting = files.iter().filter(|file| needs_you(file)).count();
        let came = files.iter().filter(is_in).count();
        let all = files.len();
        words = match came {
            2 if all == 2 => strings::both_files_in().to_owned(),
            n if n > 2 && n == all => strings::all_files_in(n),
            n => strings::some_files_in(all, n),
        };
        if waiting > 0 {
            words += &strings::files_wait(waiting);
        }
        words.push('.');
    }
    let came = rows.iter().filter(|row| row.id.is_some()).count();
    let people = match (expected, came) {
        (0, 0) if files.is_empty() => strings::nobody_handed_in().to_owned(),
        (0, _) if !files.is_empty() => String::new(),
        (0, n) => strings::handed_in(n),
        (all, _) => strings::some_handed_in(all, all - missing),
    };
    [words, people].iter().filter(|words| !words.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}
