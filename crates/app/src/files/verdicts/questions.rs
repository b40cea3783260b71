//! What an imported file asks: its parts that are held back, its codebook, and whether it is one's own work.

use super::shares::{NAMED, called, changed, who};
use crate::{
    files::{
        model::Files,
        msg::Msg,
        people::{has_no_work, is_here},
        view::AskView,
    },
    shared::{Shared, assignment},
    strings::files as strings,
    whose::shown,
};
use postil_core::{
    article::masthead::Described,
    base::{id::AnnotatorId, script::isolated, signs::in_a_sentence, time::rfc3339},
    codebook::{book::Book, mapping::swapped},
    exchange::import::{
        Answer, Report, Share, State, Verdict, is_undecided,
        share::{Held, Why},
    },
    keep::here::alias,
};
use std::sync::Arc;

/// Of so many people in one file at most it is asked which of them one is; a whole class is nobody's own work.
const FEW: usize = 4;

/// What a file asks: its parts that are held back, the article that it is about, and whether it is one's own work.
pub(super) fn asks_of(at: usize, report: &Report, mine: &mut Vec<AnnotatorId>, shared: &Shared) -> Vec<AskView> {
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
    asks.extend(report.book.as_ref().map(|book| about_codebook(at, book, report.is_earlier, shared)));
    asks.extend(about_maps(at, report.maps.len()));
    asks.extend(about_description(at, &report.described));
    let mut actions: Vec<(Arc<str>, Box<Msg>)> = Vec::new();
    let mut offer = |id: &AnnotatorId, name: &str| {
        // Said once, also of somebody who has several files.
        if let Some(at) = mine.iter().position(|each| each == id) {
            mine.remove(at);
            let label = strings::questions::my_work(&called(id, name, shared));
            actions.push((label.into(), Box::new(Msg::WentOn(id.clone()))));
        }
    };
    if let Verdict::OtherArticle(bundle) = &report.verdict {
        bundle.annotators().into_iter().for_each(|id| offer(id, &bundle.name(id)));
        let title = in_a_sentence(&bundle.article.masthead.title);
        let label =
            if bundle.is_bare() { strings::questions::open_it().to_owned() } else { strings::questions::open(&title) };
        actions.insert(0, (label.into(), Box::new(Msg::ImportedArticleOpened(at))));
    } else {
        for share in report.shares.iter().filter(|share| share.state == State::Merged) {
            share.whose.annotator().into_iter().for_each(|id| offer(id, &share.name));
        }
    }
    // Whoever gave the article to nobody has got back what a class made of it.
    let decided = |share: &Share| share.state == State::Merged && share.whose.annotator().is_none();
    if assignment::given(shared.store(), shared.article_id()).is_none() && report.shares.iter().any(decided) {
        actions.insert(0, (strings::questions::see_you_and_class().into(), Box::new(Msg::ChangedWanted)));
    }
    if !actions.is_empty() {
        asks.push(AskView { sentence: "".into(), actions });
    }
    asks
}

/// What a file asks that matches codes of other codebooks otherwise.
fn about_maps(at: usize, codes: usize) -> Option<AskView> {
    (codes > 0).then(|| AskView {
        sentence: strings::questions::matches(&strings::codes(codes)).into(),
        actions: vec![(strings::questions::use_matches().into(), Box::new(Msg::MapsTaken(at)))],
    })
}

/// What a file asks in which the article is described otherwise.
fn about_description(at: usize, described: &Described) -> Option<AskView> {
    let says = described.iter().map(|(name, register)| match &*register.value {
        "" => strings::questions::no_field(name),
        value => strings::field_is(name, &in_a_sentence(value)),
    });
    let says: Vec<String> = says.collect();
    (!says.is_empty()).then(|| AskView {
        sentence: strings::questions::details(&says.join(", ")).into(),
        actions: vec![(strings::questions::use_details().into(), Box::new(Msg::DescriptionTaken(at)))],
    })
}

/// What a file asks whose codebook is another one, or another state of the same.
fn about_codebook(at: usize, book: &Book, is_earlier: bool, shared: &Shared) -> AskView {
    if book.id != shared.book.id {
        let sentence = match in_a_sentence(&book.settle().title).trim() {
            "" => strings::questions::another_codebook().into(),
            title => strings::questions::another_codebook_called(title).into(),
        };
        return AskView {
            sentence,
            actions: vec![(strings::questions::match_codes().into(), Box::new(Msg::CodesWanted))],
        };
    }
    let theirs = book.settle();
    let swapped = swapped(&shared.codebook, &theirs);
    if let [(one, two), ..] = swapped.as_slice() {
        let (one, two) = (shared.codebook.name_of(one), shared.codebook.name_of(two));
        // They changed places here, and not there.
        let sentence = if is_earlier {
            strings::questions::were_swapped(&one, &two)
        } else {
            strings::questions::are_swapped(&one, &two)
        };
        return AskView { sentence: sentence.into(), actions: Vec::new() };
    }
    AskView {
        sentence: strings::questions::another_version().into(),
        actions: vec![(strings::questions::use_changes().into(), Box::new(Msg::BookTaken(at)))],
    }
}

/// Those whose layer may be the own work of whoever sits here: where nobody has said anything yet, and the files are by one
/// person or few.
pub(super) fn may_be_mine(files: &Files, shared: &Shared) -> Vec<AnnotatorId> {
    let mut ids: Vec<AnnotatorId> = Vec::new();
    let reports = &files.imported.reports;
    for report in reports {
        let shares = report.shares.iter().filter_map(|share| share.whose.annotator());
        let others = match &report.verdict {
            Verdict::OtherArticle(bundle) => Some(bundle.annotators()),
            _ => None,
        };
        let is_program = |id: &AnnotatorId| match &report.verdict {
            Verdict::OtherArticle(bundle) => bundle.people.is_program(id),
            _ => shared.store().people.is_program(id),
        };
        for id in shares.chain(others.into_iter().flatten()) {
            if !ids.contains(id) && !is_program(id) {
                ids.push(id.clone());
            }
        }
    }
    let few = ids.len() == 1 || (reports.len() == 1 && ids.len() <= FEW);
    if !few || !shared.may_write() || !has_no_work(shared) {
        ids.clear();
    }
    ids.retain(|id| !is_here(shared, id));
    ids
}

/// What is asked of a part that is held back, and why.
fn question(report: &Report, share: &Share, held: &Held, shared: &Shared) -> String {
    let mut effects = changed(share, shared);
    if share.changes.new > 0 {
        effects.insert(0, strings::new_paragraphs(share.changes.new));
    }
    let effect = if effects.is_empty() { strings::questions::another_name().to_owned() } else { effects.join(", ") };
    let name = who(share, shared);
    let why = &held.why;
    let mut words = if let Some(here) = &why.called {
        let here = isolated(share.whose.annotator().and_then(|id| given(id, shared)).unwrap_or(here));
        strings::questions::called_otherwise(&name, &here, &effect)
    } else if why.forks {
        strings::questions::forks(&name, &effect)
    } else if why.own {
        strings::questions::own(&name, &effect)
    } else if why.decided {
        let by = deciders(report, share, shared);
        if nothing_is_decided(shared) {
            strings::questions::holds_decisions(&effect, &by)
        } else {
            strings::questions::changes_decisions(&effect, &by)
        }
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
    let more = if more > 0 { strings::and_more(more) } else { String::new() };
    format!("{}{more}: {}", names.join(", "), dated(latest))
}

fn dated(latest: u64) -> String {
    let date = rfc3339(latest).unwrap_or_default();
    let date = date.get(..10).unwrap_or(strings::questions::far_future());
    strings::questions::dated(date)
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
    if names.is_empty() { String::new() } else { strings::questions::decided_by(&names.join(", ")) }
}

fn nothing_is_decided(shared: &Shared) -> bool {
    is_undecided(shared.store(), shared.article_id())
}

/// The answers that a part can be given.
fn answers(why: &Why, shared: &Shared) -> Vec<(&'static str, Answer)> {
    if why.called.is_some() {
        let apart = (strings::questions::separate(), Answer::Apart);
        return vec![
            (strings::questions::same_person(), Answer::Take),
            apart,
            (strings::questions::leave_it_out(), Answer::LeaveOut),
        ];
    }
    if why.forks {
        return vec![
            (strings::questions::same_person(), Answer::Take),
            (strings::questions::leave_it_out(), Answer::LeaveOut),
        ];
    }
    let (take, leave) = match (why.own, why.decided) {
        (true, _) => (strings::questions::use_these(), strings::questions::keep_mine()),
        (_, true) if nothing_is_decided(shared) => {
            (strings::questions::import_them(), strings::questions::leave_them_out())
        }
        (_, true) => (strings::questions::use_decisions(), strings::questions::keep_ours()),
        _ => (strings::questions::import_anyway(), strings::questions::leave_it_out()),
    };
    vec![(take, Answer::Take), (leave, Answer::LeaveOut)]
}
