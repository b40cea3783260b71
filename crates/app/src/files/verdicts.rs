//! What became of imported files, in words: what a person has to look at first, and by whom each file is.

use super::{
    msg::Msg,
    people::has_no_work,
    view::{AskView, ImportView, ReportView},
};
use crate::{
    files::{imported::Job, model::Files, restorable},
    quota::{QUOTA, WARN},
    shared::Shared,
    whose::{listed, parts, people, shown},
    words::count,
};
use postil_core::{
    base::{
        id::AnnotatorId,
        problem::{Problem, Severity},
        script::isolated,
        signs::in_a_sentence,
        time::rfc3339,
    },
    codebook::{book::Book, mapping::swapped},
    exchange::import::{
        Answer, Report, Share, State, Verdict, is_undecided,
        share::{Held, Why, apart, person},
    },
    keep::here::alias,
    record::whose::Whose,
};
use std::sync::Arc;

/// Of so many people in one file at most it is asked which of them one is; a whole class is nobody's own work.
const FEW: usize = 4;
/// So many annotators of a file are named one by one.
const NAMED: usize = 3;

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
    let filling = format!(
        "{percent} % of the room for annotations in this browser is used now. Export your work: a file is safe from whatever \
         happens to this browser."
    );
    let is_full = counts == Some(true) && shared.used > WARN && !shared.saving.is_blocked();
    let progress = imported.slow.then(|| match imported.job.as_ref().map(Job::progress) {
        Some((done, all)) => Arc::from(format!("{done} of {}", count(all, "file", "files"))),
        None => "Reading the files…".into(),
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
        copied: imported.copied.map(|copied| {
            if copied { "Copied." } else { "The browser does not let Postil copy. Save it as a text instead." }.into()
        }),
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
        [one, two] => [one, " and ", two].concat(),
        [one] => one.clone(),
        [] => String::new(),
        [one, more @ ..] => format!("{one} and {} more", more.len()),
    }
}

/// A name that stands in a file, as it is shown here: whoever was given another one in this browser goes by that.
fn called(id: &AnnotatorId, name: &str, shared: &Shared) -> String {
    let store = shared.store();
    let is_apart = store.setting(&person(id, name)).is_some_and(|known| &**known == "apart");
    let id = if is_apart { apart(id, name) } else { id.clone() };
    if *store.name(&id) == *name { shown(&store.shown_name(&id)) } else { shown(name) }
}

/// A verdict as a kind, for `data-verdict`, and in words.
pub(crate) fn describe(report: &Report, shared: &Shared) -> (&'static str, String) {
    let part = match left_out(report) {
        0 => String::new(),
        n => format!(" {} left out.", count(n, "part was", "parts were")),
    };
    match &report.verdict {
        Verdict::Merged { .. } => (if asks(report) { "asks" } else { "merged" }, merged(report, shared) + &part),
        Verdict::Asks => ("asks", "Nothing changed yet: this needs your answer.".to_owned() + &part),
        Verdict::LeftOut => ("left-out", "Left out. Nothing changed.".to_owned() + &part),
        Verdict::NoRoom => ("refused", "There was no room to keep it. Nothing changed.".into()),
        Verdict::Twice => ("refused", TWICE.into()),
        Verdict::AlreadyHere => ("same", "Already here. Nothing changed.".to_owned() + &part),
        Verdict::Older => ("older", "Older than what is here. Nothing changed.".to_owned() + &part),
        Verdict::NoLayers if report.assignment.is_some() => {
            ("empty", "It says what is asked of whoever reads, which stands above the article now.".into())
        }
        Verdict::NoLayers => ("empty", "It holds the article and no annotations. Nothing changed.".into()),
        Verdict::OtherArticle(bundle) if bundle.is_bare() => {
            let title = in_a_sentence(&bundle.article.masthead.title);
            ("article", format!("“{title}” is an article to read and tag."))
        }
        Verdict::OtherArticle(bundle) => {
            let title = in_a_sentence(&bundle.article.masthead.title);
            let whose = listed(&parts(&people(bundle)));
            let whose = if whose.is_empty() { whose } else { [", with ", &whose].concat() };
            ("other", format!("Made for another article: “{title}”{whose}."))
        }
        Verdict::NotOurs(problem) => ("refused", format!("Not a Postil file. {}Nothing changed.", because(problem))),
        Verdict::Newer => ("refused", "Made by a newer Postil. Nothing changed; open it with that version.".into()),
        Verdict::Damaged(problem) => {
            ("refused", format!("Damaged. {problem} Nothing changed; ask for the file again."))
        }
    }
}

/// What is said where people would count twice.
const TWICE: &str =
    "These people are here already, once with their names and once without: they would count twice. Nothing changed.";

/// The problem, unless it only says once more that this is none of our files.
fn because(problem: &Problem) -> String {
    if problem.sentence == "It is not a Postil file." { String::new() } else { format!("{problem} ") }
}

/// What came in, by annotator; of many, those of whom something changed.
fn merged(report: &Report, shared: &Shared) -> String {
    let mut words = "Merged.".to_owned();
    let came = || report.shares.iter().filter(|share| share.state == State::Merged);
    let new = || came().filter(|share| share.changes.new > 0);
    if new().count() > NAMED {
        let paragraphs: usize = new().map(|share| share.changes.new).sum();
        words += &format!(" {} people: {}.", new().count(), count(paragraphs, "new paragraph", "new paragraphs"));
    } else {
        new().for_each(|share| words += &[" ", &news(share, shared), "."].concat());
    }
    came().flat_map(|share| changed(share, shared)).for_each(|change| words += &[" ", &change, " changed."].concat());
    words
}

/// "Ann: 7 new paragraphs".
fn news(share: &Share, shared: &Shared) -> String {
    format!("{}: {}", who(share, shared), count(share.changes.new, "new paragraph", "new paragraphs"))
}

fn who(share: &Share, shared: &Shared) -> String {
    match &share.whose {
        Whose::Class(_) => "Agreed reading".into(),
        Whose::Annotator(id) => called(id, &share.name, shared),
    }
}

/// "3 answers of Ann", "1 note of Ann".
fn changed(share: &Share, shared: &Shared) -> Vec<String> {
    let of_class = matches!(share.whose, Whose::Class(_));
    let name = if of_class { "the agreed reading".into() } else { who(share, shared) };
    let changes = &share.changes;
    let mut parts = vec![(changes.answers, "answer", "answers"), (changes.notes, "note", "notes")];
    if changes.answers + changes.notes == 0 || of_class {
        parts = vec![(changes.updated, "paragraph", "paragraphs")];
    }
    let some = parts.into_iter().filter(|(n, ..)| *n > 0);
    some.map(|(n, one, many)| format!("{} of {name}", count(n, one, many))).collect()
}

fn details(report: &Report) -> Vec<Arc<str>> {
    let mut details: Vec<Arc<str>> = Vec::new();
    if !report.codebook.is_empty() {
        let shown = report.codebook.iter().take(5).cloned().collect::<Vec<_>>().join("; ");
        let more = report.codebook.len().saturating_sub(5);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        details.push(if report.is_earlier {
            format!("It was made with an earlier version of your codebook. Since then: {shown}{more}.").into()
        } else {
            format!("It was made with another version of the codebook: {shown}{more}.").into()
        });
    }
    details.extend(report.problems.iter().take(5).map(|p| Arc::from(p.to_string())));
    let more = report.problems.len().saturating_sub(5);
    details.extend((more > 0).then(|| Arc::from(format!("And {more} more."))));
    details
}

/// What a file asks: its parts that are held back, the article that it is about, and whether it is one's own work.
fn asks_of(at: usize, report: &Report, mine: &mut Vec<AnnotatorId>, shared: &Shared) -> Vec<AskView> {
    let mut asks: Vec<AskView> = Vec::new();
    let mut dates = false;
    for (n, share) in report.shares.iter().enumerate() {
        if let State::Held(held) = &share.state {
            // Dates are asked about once.
            if share.asks_about_dates() && std::mem::replace(&mut dates, true) {
                continue;
            }
            let act = |label: &str, answer| (Arc::from(label), Box::new(Msg::PartAnswered(at, n, answer)));
            let answers = answers(&held.why, shared).into_iter().map(|(label, answer)| act(label, answer)).collect();
            asks.push(AskView { sentence: question(report, share, held, shared).into(), actions: answers });
        }
    }
    asks.extend(report.book.as_ref().map(|book| about_codebook(at, book, shared)));
    asks.extend(about_maps(at, report.maps.len()));
    let mut actions: Vec<(Arc<str>, Box<Msg>)> = Vec::new();
    let mut offer = |id: &AnnotatorId, name: &str| {
        // Said once, also of somebody who has several files.
        if let Some(at) = mine.iter().position(|each| each == id) {
            mine.remove(at);
            let label = format!("This is my work: go on as {}", called(id, name, shared));
            actions.push((label.into(), Box::new(Msg::WentOn(id.clone()))));
        }
    };
    if let Verdict::OtherArticle(bundle) = &report.verdict {
        bundle.annotators().into_iter().for_each(|id| offer(id, &bundle.name(id)));
        let title = in_a_sentence(&bundle.article.masthead.title);
        let label = if bundle.is_bare() { "Open it".to_owned() } else { format!("Open “{title}”") };
        actions.insert(0, (label.into(), Box::new(Msg::ImportedArticleOpened(at))));
    } else {
        for share in report.shares.iter().filter(|share| share.state == State::Merged) {
            share.whose.annotator().into_iter().for_each(|id| offer(id, &share.name));
        }
    }
    if !actions.is_empty() {
        asks.push(AskView { sentence: "".into(), actions });
    }
    asks
}

/// What a file asks that matches codes of other codebooks otherwise.
fn about_maps(at: usize, codes: usize) -> Option<AskView> {
    (codes > 0).then(|| AskView {
        sentence: format!(
            "It says what {} of other codebooks {} with yours. Nothing of that changes here, unless you take it over.",
            count(codes, "code", "codes"),
            if codes == 1 { "is" } else { "are" }
        )
        .into(),
        actions: vec![("Take that over".into(), Box::new(Msg::MapsTaken(at)))],
    })
}

/// What a file asks whose codebook is another one, or another state of the same.
fn about_codebook(at: usize, book: &Book, shared: &Shared) -> AskView {
    if book.id != shared.book.id {
        let title = in_a_sentence(&book.settle().title);
        return AskView {
            sentence: format!(
                "It was made with another codebook, “{title}”. What was tagged with it is kept. Say in Codebook what its codes are with yours."
            )
            .into(),
            actions: vec![("Match the codes".into(), Box::new(Msg::CodesWanted))],
        };
    }
    let theirs = book.settle();
    let swapped = swapped(&shared.codebook, &theirs);
    if let [(one, two), ..] = swapped.as_slice() {
        let (one, two) = (shared.codebook.name_of(one), shared.codebook.name_of(two));
        return AskView {
            sentence: format!(
                "In its codebook “{one}” and “{two}” have changed places. That is a mistake or an attack, and no update: your codebook stays as it is."
            )
            .into(),
            actions: Vec::new(),
        };
    }
    AskView {
        sentence: "Its codebook is another version of yours. Yours stays as it is, unless you take its changes over."
            .into(),
        actions: vec![("Take the changes over".into(), Box::new(Msg::BookTaken(at)))],
    }
}

/// Those whose layer may be the own work of whoever sits here: where nobody has said anything yet, and the files are by one
/// person or few.
fn may_be_mine(files: &Files, shared: &Shared) -> Vec<AnnotatorId> {
    let mut ids: Vec<AnnotatorId> = Vec::new();
    let reports = &files.imported.reports;
    for report in reports {
        let shares = report.shares.iter().filter_map(|share| share.whose.annotator());
        let others = match &report.verdict {
            Verdict::OtherArticle(bundle) => Some(bundle.annotators()),
            _ => None,
        };
        for id in shares.chain(others.into_iter().flatten()) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
    }
    let few = ids.len() == 1 || (reports.len() == 1 && ids.len() <= FEW);
    if !few || !shared.may_write() || !has_no_work(shared) {
        ids.clear();
    }
    ids.retain(|id| !super::people::is_here(shared, id));
    ids
}

/// What is asked of a part that is held back, and why.
fn question(report: &Report, share: &Share, held: &Held, shared: &Shared) -> String {
    let mut effects = changed(share, shared);
    if share.changes.new > 0 {
        effects.insert(0, count(share.changes.new, "new paragraph", "new paragraphs"));
    }
    let effect = if effects.is_empty() { "another name".to_owned() } else { effects.join(", ") };
    let name = who(share, shared);
    let why = &held.why;
    let mut words = if let Some(here) = &why.called {
        format!(
            "This file says “{name}” where “{}” is known here: one person under two names, or two people whose browser was \
             copied. It would bring: {effect}.",
            isolated(share.whose.annotator().and_then(|id| given(id, shared)).unwrap_or(here))
        )
    } else if why.forks {
        format!(
            "{name} said something here that is not in this file, and the file says something else: one person in two browsers, \
             or two people whose browser was copied. It would bring: {effect}. If they are two people, leave it out, and let one \
             of them export again under a name of their own."
        )
    } else if why.own {
        format!("It would write into what {name} said in this browser: {effect}.")
    } else if why.decided {
        let what = if nothing_is_decided(shared) {
            "It brings decisions of a class"
        } else {
            "It would write into the agreed reading, what was decided here"
        };
        [what, ": ", &effect, ".", &deciders(report, share, shared)].concat()
    } else {
        return ahead(report, shared);
    };
    if let Some(latest) = why.ahead {
        words += &[" ", &dated(latest)].concat();
    }
    words
}

/// The name that somebody was given in this browser.
fn given<'a>(id: &AnnotatorId, shared: &'a Shared) -> Option<&'a Arc<str>> {
    shared.store().setting(&alias(id)).filter(|alias| !alias.is_empty())
}

/// What is asked of a file that carries dates to come.
fn ahead(report: &Report, shared: &Shared) -> String {
    let held = report.shares.iter().filter(|share| share.asks_about_dates());
    let (mut latest, mut names) = (0, Vec::new());
    for share in held {
        if let State::Held(held) = &share.state {
            latest = latest.max(held.why.ahead.unwrap_or(0));
        }
        names.push(who(share, shared));
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}: {}", names.join(", "), dated(latest))
}

fn dated(latest: u64) -> String {
    let date = rfc3339(latest).unwrap_or_default();
    let date = date.get(..10).unwrap_or("the far future");
    format!("It carries dates up to {date}, more than a day ahead of this computer’s clock.")
}

/// Who decided, by what the file says.
fn deciders(report: &Report, held: &Share, shared: &Shared) -> String {
    let mut names: Vec<String> = Vec::new();
    for by in held.deciders() {
        let in_file = report.shares.iter().find(|share| share.whose.annotator() == Some(&by));
        let name = in_file.map_or_else(|| shown(&shared.store().shown_name(&by)), |share| who(share, shared));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { String::new() } else { format!(" By {}, according to the file.", names.join(", ")) }
}

fn nothing_is_decided(shared: &Shared) -> bool {
    is_undecided(shared.store(), shared.article_id())
}

/// The answers that a part can be given.
fn answers(why: &Why, shared: &Shared) -> Vec<(&'static str, Answer)> {
    if why.called.is_some() {
        let apart = ("Keep apart", Answer::Apart);
        return vec![("Same person", Answer::Take), apart, ("Leave it out", Answer::LeaveOut)];
    }
    if why.forks {
        return vec![("Same person", Answer::Take), ("Leave it out", Answer::LeaveOut)];
    }
    let (take, leave) = match (why.own, why.decided) {
        (true, _) => ("Take these changes", "Leave mine as it is"),
        (_, true) if nothing_is_decided(shared) => ("Take them", "Leave them out"),
        (_, true) => ("Take their decisions", "Keep ours"),
        _ => ("Take it anyway", "Leave it out"),
    };
    vec![(take, Answer::Take), (leave, Answer::LeaveOut)]
}

/// "23 of 25 files merged, 2 need you."; of a single file its own sentence says enough.
fn summary(reports: &[Report]) -> String {
    if reports.len() < 2 {
        return String::new();
    }
    let of = |is: fn(&Report) -> bool| reports.iter().filter(|report| is(report)).count();
    let merged = of(|r| matches!(r.verdict, Verdict::Merged { .. }) && !asks(r));
    let mut words = format!("{merged} of {} merged", count(reports.len(), "file", "files"));
    let here = of(|r| matches!(r.verdict, Verdict::AlreadyHere | Verdict::Older | Verdict::NoLayers) && !asks(r));
    let parts = [
        (here, "brought nothing new", "brought nothing new"),
        (of(|r| rank(r) < 2), "needs you", "need you"),
        (of(|r| rank(r) == 2), "could not be taken", "could not be taken"),
        (of(|r| r.verdict == Verdict::LeftOut), "left out", "left out"),
    ];
    for (n, one, many) in parts.into_iter().filter(|(n, ..)| *n > 0) {
        words += &[", ", &count(n, one, many)].concat();
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
