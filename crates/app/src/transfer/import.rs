//! In: the files of others, read together and merged as one undoable step.

use super::{
    export::count_unexported,
    people::{go_on_as, own},
    verdicts::announcement,
};
use crate::{
    effect::Effect,
    env::Env,
    file::{FileError, NamedFile},
    history::Change,
    model::Model,
    msg::Msg,
    notice::action,
    quota::QUOTA,
    screen::DialogKind,
    tagging,
    timer::Timer,
    whose::{listed, parts, people},
    words::count,
};
use postil_core::{
    article::Article,
    base::{
        id::{AnnotatorId, ImportId},
        map::Map,
        problem::{Place, Problem},
    },
    codebook::Codebook,
    exchange::{
        bundle::read::MAX_BYTES,
        example::is_made_up,
        import::{Answer, Guard, Report, State, Verdict, entries, merge, share::person, take},
    },
    keep::{ledger::EXAMPLE, store::Store},
    record::register::Register,
};
use std::sync::Arc;

/// No import may fill storage beyond this share: 85 %.
const ROOM: usize = QUOTA / 100 * 85;
/// So many bytes are read in one go, some 70 ms; then the page may show how far it is, which takes half as long again.
const SLICE: usize = 4_000_000;
/// An import that takes longer than this, in milliseconds, says how far it is and can be given up.
const SLOW_MS: u32 = 1000;

/// The last import, as its dialog shows it.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// True while files are being read.
    pub busy: bool,
    /// True once that takes so long that it is told how far it is.
    pub slow: bool,
    /// True when it was given up while the browser was still reading: what comes then is not looked at.
    pub given_up: bool,
    /// The files that are being merged.
    pub job: Option<Job>,
    /// What became of each file.
    pub reports: Vec<Report>,
    /// What is to be said of each instead, should there turn out to be no room for what was written last.
    pub otherwise: Vec<Report>,
    /// What was imported last, if anything came in.
    pub import: Option<ImportId>,
    /// What was imported before that in the same dialog.
    pub earlier: Vec<ImportId>,
    /// The ticket of the last one, while it is being written.
    pub ticket: Option<u64>,
    /// True when it was taken back since.
    pub undone: bool,
    /// True when something of it stays nevertheless, since another import brought the same.
    pub held: bool,
    /// What stopped the whole batch.
    pub error: Option<Arc<str>>,
    /// What became of the wish to copy the verdicts.
    pub copied: Option<bool>,
}

/// Files on their way in: what they add up to is written when the last one is read.
#[derive(Clone, Debug)]
pub struct Job {
    files: Arc<[NamedFile]>,
    reports: Vec<Report>,
    state: Store,
    delta: Store,
    own: Vec<AnnotatorId>,
    article: Arc<Article>,
    codebook: Arc<Codebook>,
}

impl Job {
    /// How many files are done, and of how many.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.reports.len(), self.files.len())
    }

    /// Reads the next file.
    fn step(&mut self, env: &Env<'_>) {
        let Some(file) = self.files.get(self.reports.len()) else { return };
        let refused =
            |sentence: String| Report::new(&file.name, Verdict::NotOurs(Problem::fatal(Place::File, sentence)));
        let report = match &file.bytes {
            Ok(bytes) if bytes.len() <= MAX_BYTES => match std::str::from_utf8(bytes) {
                Ok(text) => {
                    let guard = Guard { now: env.now, here: &|id| self.own.contains(id) };
                    let (state, delta) = (&mut self.state, &mut self.delta);
                    take(&file.name, text, &self.article, &self.codebook, state, delta, guard)
                }
                Err(error) => refused(format!("It is not text from byte {} on.", error.valid_up_to() + 1)),
            },
            Err(FileError::Unreadable) => refused("The browser could not read it.".into()),
            _ => refused("It is larger than 64 MB, too large to be a Postil file.".into()),
        };
        self.reports.push(report);
    }
}

/// Files were chosen; the browser reads them.
pub fn begun(model: &mut Model) {
    model.dialogs.open = Some(DialogKind::Import);
    model.dialogs.imported = Imported { busy: true, ..Imported::default() };
    model.shared.effects.push(Effect::Wait(Timer::Import, SLOW_MS));
}

/// It is given up: nothing of it was written yet.
pub fn given_up(model: &mut Model) {
    let given_up = model.dialogs.imported.job.is_none();
    model.dialogs.imported = Imported { given_up, ..Imported::default() };
    model.shared.announce("Nothing was imported.");
}

/// Reads the files of an import: a verdict for each, and one change for all.
pub fn files_read(model: &mut Model, files: &[NamedFile], env: &Env<'_>) {
    crate::note::keep(model, env);
    if std::mem::take(&mut model.dialogs.imported.given_up) {
        return;
    }
    let slow = model.dialogs.imported.slow;
    if !model.dialogs.imported.busy {
        begun(model);
    }
    let (article, codebook) = (Arc::clone(&model.shared.article), Arc::clone(&model.shared.codebook));
    let (state, delta, own) = (model.shared.store().clone(), Store::default(), own(model));
    let job = Job { files: files.into(), reports: Vec::new(), state, delta, own, article, codebook };
    model.dialogs.imported = Imported { busy: true, slow, job: Some(job), ..Imported::default() };
    go_on(model, env);
}

/// Reads some more of the files, in a task of its own.
pub fn go_on(model: &mut Model, env: &Env<'_>) {
    let Some(mut job) = model.dialogs.imported.job.take() else { return };
    let mut bytes = 0;
    while bytes < SLICE
        && let Some(file) = job.files.get(job.reports.len())
    {
        bytes += file.bytes.as_ref().map_or(0, |bytes| bytes.len());
        job.step(env);
    }
    if job.reports.len() < job.files.len() {
        model.dialogs.imported.job = Some(job);
        model.shared.effects.push(Effect::AwaitIdle);
        return;
    }
    let mut otherwise = job.reports.clone();
    otherwise.iter_mut().for_each(Report::refused);
    model.dialogs.imported = Imported { reports: job.reports, otherwise, ..Imported::default() };
    import(model, job.delta, &count(job.files.len(), "file", "files"), env);
    let sentence = announcement(model);
    model.shared.announce(sentence);
}

/// Makes a change of imported layers one undoable step. Nothing is written when there is no room for it.
fn import(model: &mut Model, mut delta: Store, what: &str, env: &Env<'_>) {
    if delta.is_empty() {
        return;
    }
    if !model.shared.may_write() {
        fail(model, "Nothing can be changed here now, so nothing was imported.".into());
        return;
    }
    let over = model.shared.store().settings.get("imported").map(|r| r.stamp.clone());
    let stamp = model.shared.tick(env, over.as_ref());
    // The import's own time, by which compaction knows how long it can still be taken back.
    delta.settings.insert("imported".into(), Register::new(env.now.to_string().into(), stamp));
    for (article, since) in model.shared.store().gone() {
        // Removed from this device once, it comes back with this file.
        if delta.spoken_of().any(|id| *id == article) {
            let stamp = model.shared.tick(env, Some(&since));
            delta.articles.entry(article).or_default().gone = Some(Register::new(false, stamp));
        }
    }
    delta.each_stamp(|stamp| model.shared.clock.observe(stamp, env.now));
    let (id, records) = entries(&delta, |ahead| model.shared.key(ahead));
    let units: usize = records.iter().map(|(key, _, text)| key.len() + text.len()).sum();
    if model.shared.used + units > ROOM && !model.shared.saving.is_blocked() {
        let sentence = format!(
            "Nothing was imported: this would need {} KB, and only {} KB may still be filled. Import fewer files at a time, \
             or use another browser profile.",
            units / 1000 + 1,
            ROOM.saturating_sub(model.shared.used) / 1000
        );
        fail(model, sentence);
        return;
    }
    let example = delta.decisions.is_empty()
        && delta.layers.values().flat_map(Map::keys).all(is_made_up)
        && !delta.layers.is_empty();
    let ticket = model.shared.keep_all(records, true);
    if example {
        // So that it can go again at any time, whichever way it came.
        model.shared.set(EXAMPLE, id.as_str(), env);
    }
    model.shared.touched.all = true;
    let imported = &mut model.dialogs.imported;
    imported.earlier.extend(imported.import.replace(id.clone()));
    imported.ticket = Some(ticket);
    imported.undone = false;
    let label: Arc<str> = ["import of ", what].concat().into();
    tagging::done(model, label, Change::Import { import: id, active: false, over: false });
    model.shared.unexported = count_unexported(model);
    crate::room::warn(model);
}

/// Nothing was written: what was said of the files gives way to what is so.
fn fail(model: &mut Model, sentence: String) {
    let imported = &mut model.dialogs.imported;
    imported.reports = std::mem::take(&mut imported.otherwise);
    imported.error = Some(sentence.into());
}

/// A person said what is to become of a part that was held back.
pub fn answered(model: &mut Model, (at, share): (usize, usize), answer: Answer, env: &Env<'_>) {
    let article = model.shared.article_id().clone();
    let otherwise = model.dialogs.imported.reports.clone();
    let (mut state, mut delta, own) = (model.shared.store().clone(), Store::default(), own(model));
    let mut reports = std::mem::take(&mut model.dialogs.imported.reports);
    let Some(asked) = reports.get_mut(at).filter(|report| report.shares.len() > share) else {
        model.dialogs.imported.reports = reports;
        return;
    };
    let named = &asked.shares[share];
    let person = named.whose.annotator().map(|id| person(id, &named.name));
    let over = person.and_then(|person| state.settings.get(&person)).map(|r| r.stamp.clone());
    let stamp = model.shared.tick(env, over.as_ref());
    asked.answered(share, answer, &article, &stamp, &mut state, &mut delta);
    let guard = Guard { now: env.now, here: &|id| own.contains(id) };
    for report in &mut reports {
        report.judge(&article, &mut state, &mut delta, guard);
    }
    model.dialogs.imported.reports = reports;
    model.dialogs.imported.otherwise = otherwise;
    model.dialogs.imported.error = None;
    import(model, delta, "what was asked about", env);
    let sentence = announcement(model);
    model.shared.announce(sentence);
}

/// Takes back all that this dialog brought.
pub fn undo(model: &mut Model, env: &Env<'_>) {
    let mut ours = std::mem::take(&mut model.dialogs.imported.earlier);
    ours.extend(model.dialogs.imported.import.clone());
    for _ in 0..ours.len() {
        let history = model.shared.history.get(model.shared.article_id());
        let next = history.and_then(|history| history.next(false, &model.shared.annotator)).map(|step| &step.change);
        if !matches!(next, Some(Change::Import { import, .. }) if ours.contains(import)) {
            break;
        }
        tagging::step_history(model, false, env);
    }
}

/// Opens the article of an imported file that was made for another one, and merges the file's layers into it.
pub fn open_imported(model: &mut Model, at: usize, env: &Env<'_>) {
    let Some(report) = model.dialogs.imported.reports.get(at) else { return };
    let Verdict::OtherArticle(bundle) = &report.verdict else { return };
    let (bundle, name) = (Arc::clone(bundle), Arc::clone(&report.name));
    crate::library::add(model, Arc::new(bundle.article.clone()), Arc::new(bundle.codebook.clone()), env);
    let (mut state, mut delta, own) = (model.shared.store().clone(), Store::default(), own(model));
    let guard = Guard { now: env.now, here: &|id| own.contains(id) };
    let report = merge(&name, &bundle, &mut state, &mut delta, guard);
    let asks = report.shares.iter().any(|share| matches!(share.state, State::Held(_)));
    let mut otherwise = report.clone();
    otherwise.refused();
    model.dialogs.imported = Imported { reports: vec![report], otherwise: vec![otherwise], ..Imported::default() };
    let brings = !delta.is_empty();
    import(model, delta, "1 file", env);
    if asks || model.dialogs.imported.error.is_some() {
        model.dialogs.open = Some(DialogKind::Import);
    } else if brings {
        let whose = listed(&parts(&people(&bundle)));
        model.shared.toast(format!("Opened with {whose}."), Some(action("Take it back", Msg::UndoAsked)));
    }
}

/// Somebody goes on as the annotator of a file. Where the file is about another article, that opens first.
pub fn went_on(model: &mut Model, id: &AnnotatorId, env: &Env<'_>) {
    let other = |report: &Report| match &report.verdict {
        Verdict::OtherArticle(bundle) => bundle.layers.contains_key(id),
        _ => false,
    };
    if let Some(at) = model.dialogs.imported.reports.iter().position(other) {
        open_imported(model, at, env);
        if model.dialogs.open.is_some() {
            return;
        }
        model.shared.toast = None;
    }
    go_on_as(model, id, env);
    // What else the file brings still waits for its answer.
    let waits = |report: &Report| report.shares.iter().any(|share| matches!(share.state, State::Held(_)));
    if model.dialogs.imported.reports.iter().any(waits) {
        model.dialogs.open = Some(DialogKind::Import);
    }
}

/// Local storage had no room for a record set after all. An import is given up as a whole; anything else stays, and is
/// tried again with the next change.
pub fn refused(model: &mut Model, ticket: u64) {
    // Where nothing can be stored at all, an import is as good as any other change: it counts while the page is open.
    if model.dialogs.imported.ticket != Some(ticket) || model.shared.saving.is_blocked() {
        return;
    }
    let Some(import) = model.dialogs.imported.import.take() else { return };
    let units = model.shared.saving.give_up(ticket);
    model.shared.used = model.shared.used.saturating_sub(units);
    model.shared.ledger.forget(&import);
    let article = model.shared.article_id().clone();
    model.shared.history.entry(article).or_default().forget(&import);
    fail(model, "There was no room to keep this import, so nothing was imported.".into());
    // Whatever was said of it meanwhile gives way to this.
    model.dialogs.open = Some(DialogKind::Import);
    model.shared.toast = None;
    model.shared.touched.all = true;
}

/// Brings the example class in as an import that stays apart, so that it can go again at any time.
pub fn example(model: &mut Model, text: &str, env: &Env<'_>) {
    let file = NamedFile { name: "Example class".into(), bytes: Ok(text.as_bytes().into()) };
    files_read(model, &[file], env);
    // Without room, or where nothing can be changed, the dialog stays and says why.
    if model.dialogs.imported.import.is_some() {
        model.dialogs.open = None;
        model.shared.toast("The example class is here. Its twelve people are made up.", None);
    }
}
