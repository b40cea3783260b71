//! What became of imported files, in words: what a person has to look at first, and by whom each file is.

mod questions;
mod shares;

use self::{
    questions::{asks_of, may_be_mine},
    shares::{NAMED, called, changed, who},
};
use super::view::{ImportView, ReportView};
use crate::{
    files::{imported::Job, model::Files, restorable},
    quota::{QUOTA, WARN},
    shared::Shared,
    strings::{files as strings, words::Counted},
    whose::{listed, parts, people},
};
use postil_core::{
    base::{id::AnnotatorId, problem::Severity, signs::in_a_sentence},
    exchange::import::{Report, Share, State, Verdict},
};
use std::sync::Arc;

/// The dialog's rows: what needs somebody first, then what could not be taken, then the rest in the order of the files.
#[must_use]
pub(crate) fn import_view(files: &Files, shared: &Shared) -> ImportView {
    let imported = &files.imported;
    let import = imported.import.as_ref();
    let counts = import.and_then(|import| shared.ledger.import_counts(import));
    let mut mine = may_be_mine(files, shared);
    let mut reports: Vec<ReportView> = Vec::with_capacity(imported.reports.len());
    for wanted in 0..=REST {
        let of_rank = imported.reports.iter().enumerate().filter(|(_, report)| rank(report) == wanted);
        reports.extend(of_rank.map(|(at, report)| report_view(at, report, &mut mine, shared)));
    }
    let percent = shared.used * 100 / QUOTA;
    let filling = strings::verdicts::filling(percent);
    let is_full = counts == Some(true) && shared.used > WARN && !shared.saving.is_blocked();
    let progress = imported.slow.then(|| match imported.job.as_ref().map(Job::progress) {
        Some((done, all)) => Arc::from(strings::verdicts::progress(all, done)),
        None => strings::verdicts::reading().into(),
    });
    ImportView {
        busy: imported.busy,
        rescue: restorable::view(files, shared),
        progress,
        summary: summary(&imported.reports).into(),
        reports,
        can_undo: counts == Some(true),
        held: counts == Some(false) && import.is_some_and(|import| shared.ledger.is_held_elsewhere(import)),
        error: imported.error.clone(),
        filling: is_full.then(|| filling.into()),
        copied: imported
            .copied
            .map(|copied| if copied { strings::copied() } else { strings::verdicts::not_copied() }.into()),
    }
}

/// The rank of what is as it should be.
const REST: usize = 4;

/// What has to be looked at first.
fn rank(report: &Report) -> usize {
    match &report.verdict {
        _ if asks(report) => 0,
        Verdict::OtherArticle(bundle) if !bundle.is_bare() => 1,
        Verdict::NotOurs(_) | Verdict::Newer | Verdict::Damaged(_) | Verdict::NoRoom | Verdict::Twice => 2,
        _ if left_out(report) > 0 => 3,
        _ => REST,
    }
}

/// True while a part of the file waits for an answer.
fn asks(report: &Report) -> bool {
    report.shares.iter().any(|share| matches!(share.state, State::Held(_)))
}

fn left_out(report: &Report) -> usize {
    report.problems.iter().filter(|problem| problem.severity == Severity::Skipped).count()
}

fn report_view(at: usize, report: &Report, mine: &mut Vec<AnnotatorId>, shared: &Shared) -> ReportView {
    let (kind, sentence) = describe(report, shared);
    let file: Arc<str> = in_a_sentence(&report.name).into();
    let who = names(report, shared);
    ReportView {
        key: at.to_string().into(),
        file: if who.is_empty() { "".into() } else { Arc::clone(&file) },
        name: if who.is_empty() { file } else { who.into() },
        kind,
        is_problem: rank(report) < REST,
        sentence: sentence.into(),
        details: details(report),
        asks: asks_of(at, report, mine, shared),
    }
}

/// Whose annotations are in the file: one or two names, or a number.
fn names(report: &Report, shared: &Shared) -> String {
    let people: Vec<String> = match &report.verdict {
        Verdict::OtherArticle(bundle) => {
            bundle.annotators().into_iter().map(|id| called(id, &bundle.name(id), shared)).collect()
        }
        _ => {
            let people = report.shares.iter().filter_map(|share| Some((share.whose.annotator()?, &share.name)));
            people.map(|(id, name)| called(id, name, shared)).collect()
        }
    };
    match people.as_slice() {
        [one, two] => strings::and(one, two),
        [one] => one.clone(),
        [] => String::new(),
        [one, more @ ..] => strings::verdicts::one_and_more(one, more.len()),
    }
}

/// A verdict as a kind, for `data-verdict`, and in words.
pub(crate) fn describe(report: &Report, shared: &Shared) -> (&'static str, String) {
    let part = match left_out(report) {
        0 => String::new(),
        n => strings::verdicts::parts_left_out(n),
    };
    match &report.verdict {
        Verdict::Merged { .. } => (if asks(report) { "asks" } else { "merged" }, merged(report, shared) + &part),
        Verdict::Asks => ("asks", strings::verdicts::asks().to_owned() + &part),
        Verdict::LeftOut => ("left-out", strings::verdicts::left_out().to_owned() + &part),
        Verdict::NoRoom => ("refused", strings::verdicts::no_room().into()),
        Verdict::Twice => ("refused", strings::verdicts::twice().into()),
        Verdict::AlreadyHere => ("same", strings::verdicts::already_here().to_owned() + &part),
        Verdict::Older => ("older", strings::verdicts::older().to_owned() + &part),
        Verdict::NoLayers if report.assignment.is_some() => ("empty", strings::verdicts::instructions().into()),
        Verdict::NoLayers => ("empty", strings::verdicts::no_answers().into()),
        Verdict::OtherArticle(bundle) if bundle.is_bare() => {
            let title = in_a_sentence(&bundle.article.masthead.title);
            ("article", strings::verdicts::article(&title))
        }
        Verdict::OtherArticle(bundle) => {
            let title = in_a_sentence(&bundle.article.masthead.title);
            let whose = listed(&parts(&people(bundle)));
            let whose = if whose.is_empty() { whose } else { strings::verdicts::with(&whose) };
            ("other", strings::verdicts::other_article(&title, &whose))
        }
        Verdict::NotOurs(problem) => {
            let because = problem.as_ref().map_or_else(String::new, |problem| format!("{problem} "));
            ("refused", strings::verdicts::not_ours(&because))
        }
        Verdict::Newer => ("refused", strings::verdicts::newer().into()),
        Verdict::Damaged(problem) => ("refused", strings::verdicts::damaged(&problem.to_string())),
    }
}

/// What came in, by annotator; of many, those of whom something changed.
fn merged(report: &Report, shared: &Shared) -> String {
    let mut words = strings::verdicts::imported().to_owned();
    let came = || report.shares.iter().filter(|share| share.state == State::Merged);
    // Whoever reads is counted apart from programs, and from what a class decided.
    let sort = |share: &Share| match share.whose.annotator() {
        Some(id) if shared.store().people.is_program(id) => 1,
        Some(_) => 0,
        None => 2,
    };
    let sorts = [strings::verdicts::of_people, strings::verdicts::of_programs, strings::verdicts::of_classes];
    for (which, said) in sorts.into_iter().enumerate() {
        let new = || came().filter(|share| share.changes.new > 0 && sort(share) == which);
        if new().count() > NAMED {
            let paragraphs: usize = new().map(|share| share.changes.new).sum();
            words += &said(new().count(), &strings::new_paragraphs(paragraphs));
        } else {
            new().for_each(|share| words += &[" ", &news(share, shared), "."].concat());
        }
    }
    let changes: Vec<String> = came().flat_map(|share| changed(share, shared)).collect();
    if changes.is_empty() { words } else { words + &strings::verdicts::changed(&changes.join(", ")) }
}

/// "Ann: 7 new paragraphs".
fn news(share: &Share, shared: &Shared) -> String {
    format!("{}: {}", who(share, shared), strings::new_paragraphs(share.changes.new))
}

fn details(report: &Report) -> Vec<Arc<str>> {
    let mut details: Vec<Arc<str>> = Vec::new();
    if !report.codebook.is_empty() {
        let shown = report.codebook.iter().take(5).cloned().collect::<Vec<_>>().join("; ");
        let more = report.codebook.len().saturating_sub(5);
        let more = if more > 0 { strings::verdicts::more_changes(more) } else { String::new() };
        details.push(if report.is_earlier {
            strings::verdicts::earlier_version(&shown, &more).into()
        } else {
            strings::verdicts::another_version(&shown, &more).into()
        });
    }
    details.extend(report.problems.iter().take(5).map(|p| Arc::from(p.to_string())));
    let more = report.problems.len().saturating_sub(5);
    details.extend((more > 0).then(|| Arc::from(strings::verdicts::more_problems(more))));
    details
}

/// "23 of 25 files imported, 2 need your attention."; of a single file its own sentence says enough.
fn summary(reports: &[Report]) -> String {
    if reports.len() < 2 {
        return String::new();
    }
    let of = |is: fn(&Report) -> bool| reports.iter().filter(|report| is(report)).count();
    let merged = of(|r| matches!(r.verdict, Verdict::Merged { .. }) && !asks(r));
    let mut words = strings::verdicts::came_in(reports.len(), merged);
    let here = of(|r| matches!(r.verdict, Verdict::AlreadyHere | Verdict::Older | Verdict::NoLayers) && !asks(r));
    let parts: [(usize, Counted); 4] = [
        (here, strings::verdicts::brought_nothing),
        (of(|r| rank(r) < 2), strings::verdicts::need_attention),
        (of(|r| rank(r) == 2), strings::verdicts::not_imported),
        (of(|r| r.verdict == Verdict::LeftOut), strings::verdicts::were_left_out),
    ];
    for (n, said) in parts.into_iter().filter(|(n, _)| *n > 0) {
        words += &[", ", &said(n)].concat();
    }
    words + "."
}

/// What is said aloud once the files are read.
pub(crate) fn announcement(files: &Files, shared: &Shared) -> String {
    match files.imported.reports.as_slice() {
        [report] => describe(report, shared).1,
        reports => summary(reports),
    }
}

/// All verdicts as a text, to be copied or saved.
#[must_use]
pub fn text(files: &Files, shared: &Shared) -> String {
    let view = import_view(files, shared);
    let mut text = String::new();
    for line in [&view.summary].into_iter().chain(&view.error).chain(&view.filling).filter(|line| !line.is_empty()) {
        text += &[line, "\n"].concat();
    }
    for report in &view.reports {
        let file = if report.file.is_empty() { String::new() } else { [" (", &report.file, ")"].concat() };
        text += &["\n", &report.name, &file, "\n", &report.sentence, "\n"].concat();
        for line in report.details.iter().chain(report.asks.iter().map(|ask| &ask.sentence)).filter(|l| !l.is_empty()) {
            text += &[&**line, "\n"].concat();
        }
    }
    text
}
