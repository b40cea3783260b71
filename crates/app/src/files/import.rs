//! In: the files of others, read together and merged as one undoable step.

use super::{
    people::{go_on_as, own},
    verdicts::announcement,
};
use crate::{
    effect::Effect,
    env::Env,
    file::NamedFile,
    files::{
        arrival, articles, fates,
        imported::{Imported, Job},
        model::Files,
    },
    msg::Msg,
    notice::action,
    quota::FULL,
    screen::DialogKind,
    shared::{Shared, assignment, codebook, editing, history::Change, note, undo, unexported, versions},
    storage::room,
    strings::files as strings,
    timer::Timer,
    whose::{listed, parts, people},
};
use postil_core::{
    base::{
        id::{AnnotatorId, ImportId},
        map::Map,
        register::Register,
    },
    exchange::{
        example::is_made_up,
        import::{Answer, Guard, Report, State, Verdict, merge, operations, share::person},
        pseudonym::cache::KindCache,
    },
    keep::{ledger::EXAMPLE, operation::Operation, store::Store},
};
use std::sync::Arc;

/// So many bytes are read in one go, some 70 ms; then the page may show how far it is, which takes half as long again.
const SLICE: usize = 4_000_000;
/// An import that takes longer than this, in milliseconds, says how far it is and can be given up.
pub(super) const SLOW_MS: u32 = 1000;

/// Files were chosen; the browser reads them.
pub fn begun(files: &mut Files, shared: &mut Shared) {
    files.open = Some(DialogKind::Import);
    files.imported = Imported { busy: true, ..Imported::default() };
    shared.effects.push(Effect::Wait(Timer::Import, SLOW_MS));
}

/// It is given up: nothing of it was written yet.
pub(crate) fn given_up(files: &mut Files, shared: &mut Shared) {
    let given_up = files.imported.job.is_none();
    files.imported = Imported { given_up, ..Imported::default() };
    shared.announce(strings::import::nothing_imported());
}

/// Reads the files of an import: a verdict for each, and one change for all.
pub(crate) fn files_read(files: &mut Files, shared: &mut Shared, read: &[NamedFile], env: &Env<'_>) {
    note::keep(shared, env);
    if std::mem::take(&mut files.imported.given_up) {
        return;
    }
    let Imported { slow, collecting, .. } = files.imported;
    if !files.imported.busy {
        begun(files, shared);
    }
    let (article, codebook) = (Arc::clone(&shared.article), Arc::clone(&shared.codebook));
    let book = Arc::clone(&shared.book);
    let (state, delta, own) = (shared.store().clone(), Store::default(), own(shared));
    let cache = KindCache::default();
    let job = Job { files: read.into(), reports: Vec::new(), state, delta, own, article, codebook, book, cache };
    files.imported = Imported { busy: true, slow, collecting, job: Some(job), ..Imported::default() };
    go_on(files, shared, env);
}

/// Reads some more of the files, in a task of its own.
pub(crate) fn go_on(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(mut job) = files.imported.job.take() else { return };
    let mut bytes = 0;
    while bytes < SLICE
        && let Some(file) = job.files.get(job.reports.len())
    {
        bytes += file.bytes.as_ref().map_or(0, |bytes| bytes.len());
        job.step(env);
    }
    if job.reports.len() < job.files.len() {
        files.imported.job = Some(job);
        shared.effects.push(Effect::AwaitIdle);
        return;
    }
    let mut otherwise = job.reports.clone();
    otherwise.iter_mut().for_each(Report::refused);
    for report in &job.reports {
        versions::remember(shared, &report.versions);
    }
    // Whoever reads in a whole class is the one who asks.
    match job.reports.as_mut_slice() {
        [Report { assignment: Some(asked), .. }] => assignment::remember(shared, asked, env),
        several => several.iter_mut().for_each(|report| report.assignment = None),
    }
    let collecting = files.imported.collecting;
    fates::remember(&job.reports, &mut job.delta, shared, collecting, env);
    files.imported = Imported { reports: job.reports, otherwise, ..Imported::default() };
    import(files, shared, job.delta, &strings::files(job.files.len()), env);
    if collecting {
        fates::collected(files, shared);
    }
    let sentence = announcement(files, shared);
    shared.announce(sentence);
}

/// The stored operations of an import under this tab's next keys, and its id.
pub(super) fn stored(shared: &Shared, delta: &Store, made: u64) -> (ImportId, Vec<(Arc<str>, Operation, String)>) {
    operations(delta, made, |ahead| shared.key(ahead), || shared.here_key())
}

/// Makes a change of imported layers one undoable step. Nothing is written when there is no room for it.
fn import(files: &mut Files, shared: &mut Shared, mut delta: Store, what: &str, env: &Env<'_>) {
    if delta.is_empty() {
        return;
    }
    if !shared.may_write() {
        files.imported.fail(strings::import::cannot_change().into());
        return;
    }
    for (article, since) in shared.store().gone() {
        // Removed from this device once, it comes back with this file.
        if delta.spoken_of().any(|id| *id == article) {
            let stamp = shared.tick(env, Some(&since));
            delta.here.articles.entry(article).or_default().gone = Some(Register::new(false, stamp));
        }
    }
    delta.each_stamp(|stamp| shared.clock.observe(stamp, env.now));
    let (id, records) = stored(shared, &delta, env.now);
    let units: usize = records.iter().map(|(key, _, text)| key.len() + text.len()).sum();
    if shared.used + units > FULL && !shared.saving.is_blocked() {
        let free = FULL.saturating_sub(shared.used) / 1000;
        files.imported.fail(strings::import::needs_room(units / 1000 + 1, free));
        return;
    }
    let example = delta.classes.is_empty()
        && delta.layers.values().flat_map(Map::keys).all(|key| is_made_up(&key.annotator))
        && !delta.layers.is_empty();
    let ticket = shared.keep_all(records, true);
    if example {
        // So that it can go again at any time, whichever way it came.
        shared.set(EXAMPLE, id.as_str(), env);
    }
    shared.touched.all = true;
    let imported = &mut files.imported;
    imported.earlier.extend(imported.import.replace(id.clone()));
    shared.importing = Some((ticket, id.clone()));
    let label: Arc<str> = strings::import::import_of(what).into();
    editing::done(shared, label, Change::Import { import: id, active: false, over: false });
    shared.unexported = unexported::count(shared);
    room::warn(shared);
}

/// A person said what is to become of a part that was held back.
pub fn answered(files: &mut Files, shared: &mut Shared, (at, share): (usize, usize), answer: Answer, env: &Env<'_>) {
    let article = shared.article_id().clone();
    let otherwise = files.imported.reports.clone();
    let (mut state, mut delta, own) = (shared.store().clone(), Store::default(), own(shared));
    let mut reports = std::mem::take(&mut files.imported.reports);
    let Some(asked) = reports.get_mut(at).filter(|report| report.shares.len() > share) else {
        files.imported.reports = reports;
        return;
    };
    let named = &asked.shares[share];
    let person = named.whose.annotator().map(|id| person(id, &named.name));
    let over = person.and_then(|person| state.here.since(&person).cloned());
    let stamp = shared.tick(env, over.as_ref());
    asked.answered(share, answer, &article, &stamp, &mut state, &mut delta);
    let guard = Guard { now: env.now, here: &|id| own.contains(id), cache: None };
    for report in &mut reports {
        report.judge(&article, &mut state, &mut delta, guard);
    }
    fates::remember(&reports, &mut delta, shared, false, env);
    files.imported.reports = reports;
    files.imported.otherwise = otherwise;
    files.imported.error = None;
    import(files, shared, delta, strings::import::what_was_asked(), env);
    let sentence = announcement(files, shared);
    shared.announce(sentence);
}

/// What a file changed in the codebook is taken over.
pub(crate) fn book_taken(files: &mut Files, shared: &mut Shared, at: usize, env: &Env<'_>) {
    let Some(report) = files.imported.reports.get_mut(at) else { return };
    let Some(book) = report.book.take_if(|book| book.id == shared.book.id) else { return };
    report.codebook.clear();
    codebook::take_over(shared, &book, env);
}

/// What a file says of codes of other codebooks is taken over.
pub(crate) fn maps_taken(files: &mut Files, shared: &mut Shared, at: usize, env: &Env<'_>) {
    let Some(report) = files.imported.reports.get_mut(at) else { return };
    let maps = std::mem::take(&mut report.maps);
    let maps: Vec<_> = maps.into_iter().map(|((codebook, code), r)| (codebook, code, r.value)).collect();
    if !maps.is_empty() {
        codebook::map(shared, maps, strings::import::codes_matched(), env);
    }
}

/// Takes over how a file describes the open article.
pub(crate) fn description_taken(files: &mut Files, shared: &mut Shared, at: usize, env: &Env<'_>) {
    let Some(report) = files.imported.reports.get_mut(at) else { return };
    let described = std::mem::take(&mut report.described);
    let fields: Vec<_> = described.iter().map(|(name, register)| (&**name, Arc::clone(&register.value))).collect();
    let id = shared.article_id().clone();
    articles::described(shared, &id, &fields, env);
}

/// Takes back all that this dialog brought.
pub fn undo(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let mut ours = std::mem::take(&mut files.imported.earlier);
    ours.extend(files.imported.import.clone());
    for _ in 0..ours.len() {
        let history = shared.history.get(shared.article_id());
        let next = history.and_then(|history| history.next(false, &shared.annotator)).map(|step| &step.change);
        if !matches!(next, Some(Change::Import { import, .. }) if ours.contains(import)) {
            break;
        }
        undo::step(shared, false, env);
    }
}

/// Opens the article of an imported file that was made for another one, and merges the file's layers into it.
pub(crate) fn open_imported(files: &mut Files, shared: &mut Shared, at: usize, env: &Env<'_>) {
    let Some(report) = files.imported.reports.get(at) else { return };
    let Verdict::OtherArticle(bundle) = &report.verdict else { return };
    let (bundle, name) = (Arc::clone(bundle), Arc::clone(&report.name));
    arrival::add(files, shared, (Arc::new(bundle.article.clone()), Arc::new(bundle.book.clone())), env);
    versions::remember(shared, &bundle.known_versions());
    if let Some(asked) = bundle.asked() {
        assignment::remember(shared, asked, env);
    }
    let (mut state, mut delta, own) = (shared.store().clone(), Store::default(), own(shared));
    let guard = Guard { now: env.now, here: &|id| own.contains(id), cache: None };
    let report = merge(&name, &bundle, &mut state, &mut delta, guard);
    // The codebook came with the file, and so do the codes that were matched with it.
    if bundle.book.id == shared.book.id && !bundle.maps.is_empty() {
        delta.maps.insert(bundle.article.id().clone(), bundle.maps.clone());
    }
    let asks = report.shares.iter().any(|share| matches!(share.state, State::Held(_)));
    let mut otherwise = report.clone();
    otherwise.refused();
    files.imported = Imported { reports: vec![report], otherwise: vec![otherwise], ..Imported::default() };
    let brings = !delta.is_empty();
    import(files, shared, delta, &strings::files(1), env);
    if asks || files.imported.error.is_some() {
        files.open = Some(DialogKind::Import);
    } else if brings {
        let whose = listed(&parts(&people(&bundle)));
        shared.toast(strings::import::opened_with(&whose), Some(action(strings::undo(), Msg::UndoAsked)));
    }
}

/// Somebody goes on as the annotator of a file. Where the file is about another article, that opens first.
pub(crate) fn went_on(files: &mut Files, shared: &mut Shared, id: &AnnotatorId, env: &Env<'_>) {
    let other = |report: &Report| match &report.verdict {
        Verdict::OtherArticle(bundle) => bundle.annotators().contains(&id),
        _ => false,
    };
    if let Some(at) = files.imported.reports.iter().position(other) {
        open_imported(files, shared, at, env);
        if files.open.is_some() {
            return;
        }
        shared.toast = None;
    }
    go_on_as(files, shared, id, env);
    // What else the file brings still waits for its answer.
    let waits = |report: &Report| report.shares.iter().any(|share| matches!(share.state, State::Held(_)));
    if files.imported.reports.iter().any(waits) {
        files.open = Some(DialogKind::Import);
    }
}

/// The offered annotations are wanted: their file goes through the import.
pub(crate) fn offered_read(files: &mut Files, shared: &mut Shared, file: NamedFile, env: &Env<'_>) {
    shared.banners.retain(|banner| &*banner.id != arrival::OFFER);
    files_read(files, shared, &[file], env);
}

/// Brings the example class in as an import that stays apart, so that it can go again at any time.
pub fn example(files: &mut Files, shared: &mut Shared, text: &str, env: &Env<'_>) {
    let file = NamedFile { name: strings::import::example().into(), bytes: Ok(text.as_bytes().into()) };
    files_read(files, shared, &[file], env);
    // Without room, or where nothing can be changed, the dialog stays and says why.
    if files.imported.import.is_some() {
        files.open = None;
        shared.toast(strings::import::example_here(), None);
    }
}

/// The example class is to go.
pub(crate) fn example_removed(shared: &mut Shared, env: &Env<'_>) {
    let import = shared.store().setting(EXAMPLE).cloned().map(ImportId::new);
    let Some(import) = import.filter(|import| shared.ledger.import_counts(import) == Some(true)) else {
        shared.toast(strings::import::example_with_others(), None);
        return;
    };
    editing::take_import_back(shared, &import, strings::import::the_example(), env);
    shared.toast(strings::import::example_removed(), None);
}
