//! In: the files of others, read together and merged as one undoable step.

use std::rc::Rc;

use super::{
    export::count_unexported,
    verdicts::{describe, people},
};
use crate::{
    app::{
        boot::{QUOTA, action, count},
        history::Change,
        model::{Env, Model},
        msg::{DialogKind, Msg, NamedFile},
    },
    core::{
        format::read::MAX_BYTES,
        id::ImportId,
        import::{Report, Verdict, entries, merge, take},
        problem::{Place, Problem},
        register::Register,
        store::Store,
    },
};

/// No import may fill storage beyond this share: 85 %.
const ROOM: usize = QUOTA / 100 * 85;

/// The last import, as its dialog shows it.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// True while files are being read.
    pub busy: bool,
    /// What became of each file.
    pub reports: Vec<Report>,
    /// What was imported, if anything came in.
    pub import: Option<ImportId>,
    /// Its ticket, while it is being written.
    pub ticket: Option<u64>,
    /// True when it was taken back since.
    pub undone: bool,
    /// True when something of it stays nevertheless, since another import brought the same.
    pub held: bool,
    /// What stopped the whole batch.
    pub error: Option<Rc<str>>,
}

/// Reads the files of an import: a verdict for each, and one change for all.
pub fn files_read(model: &mut Model, files: &[NamedFile], env: &Env<'_>) {
    crate::app::tagging::keep_note(model, env);
    model.dialogs.open = Some(DialogKind::Import);
    let mut state = model.store().clone();
    let mut delta = Store::default();
    let (article, codebook) = (Rc::clone(&model.opened.article), Rc::clone(&model.opened.codebook));
    let reports = files.iter().map(|file| match &file.bytes {
        Ok(bytes) if bytes.len() <= MAX_BYTES => match std::str::from_utf8(bytes) {
            Ok(text) => take(&file.name, text, &article, &codebook, &mut state, &mut delta),
            Err(error) => {
                let sentence = format!("It is not text from byte {} on.", error.valid_up_to() + 1);
                refusal(&file.name, Verdict::NotOurs(Problem::fatal(Place::File, sentence)))
            }
        },
        Err(0) => refusal(&file.name, Verdict::NotOurs(Problem::fatal(Place::File, "The browser could not read it."))),
        _ => {
            let sentence = "It is larger than 64 MB, too large to be a Postil file.";
            refusal(&file.name, Verdict::NotOurs(Problem::fatal(Place::File, sentence)))
        }
    });
    let reports: Vec<Report> = reports.collect();
    model.dialogs.imported = Imported { reports, ..Imported::default() };
    if !delta.is_empty() {
        import(model, delta, files.len(), env);
    }
    let sentence = match model.dialogs.imported.reports.as_slice() {
        [report] => describe(report).1,
        reports => {
            let came_in = reports.iter().filter(|r| matches!(r.verdict, Verdict::Merged { .. })).count();
            format!("{} read, {came_in} merged.", count(reports.len(), "file", "files"))
        }
    };
    model.announce(sentence);
}

fn refusal(name: &Rc<str>, verdict: Verdict) -> Report {
    Report { name: Rc::clone(name), verdict, codebook: Vec::new(), problems: Vec::new() }
}

/// Makes a change of imported layers one undoable step. Nothing is written when there is no room for it.
fn import(model: &mut Model, mut delta: Store, files: usize, env: &Env<'_>) {
    if !model.may_write() {
        model.dialogs.imported.error = Some("Nothing can be changed here now, so nothing was imported.".into());
        return;
    }
    let over = model.store().settings.get("imported").map(|r| r.stamp.clone());
    let stamp = model.tick(env, over.as_ref());
    // The import's own time, by which compaction knows how long it can still be taken back.
    delta.settings.insert("imported".into(), Register::new(env.now.to_string().into(), stamp));
    for (article, since) in model.store().gone() {
        // Removed from this device once, it comes back with this file.
        if delta.layers.contains_key(&article) {
            let stamp = model.tick(env, Some(&since));
            delta.articles.entry(article).or_default().gone = Some(Register::new(false, stamp));
        }
    }
    delta.each_stamp(|stamp| model.clock.observe(stamp, env.now));
    let (id, records) = entries(&delta, |ahead| model.key(ahead));
    let units: usize = records.iter().map(|(key, _, text)| key.len() + text.len()).sum();
    if model.used + units > ROOM && !model.saving.is_blocked() {
        model.dialogs.imported.error = Some(
            format!(
                "Nothing was imported: this would need {} KB, and only {} KB may still be filled. Import fewer files at a \
                 time, or use another browser profile.",
                units / 1000 + 1,
                ROOM.saturating_sub(model.used) / 1000
            )
            .into(),
        );
        return;
    }
    let ticket = model.keep_all(records, true);
    model.touched.all = true;
    model.dialogs.imported.import = Some(id.clone());
    model.dialogs.imported.ticket = Some(ticket);
    let label: Rc<str> = format!("import of {}", count(files, "file", "files")).into();
    crate::app::tagging::done(model, label, Change::Import { import: id, active: false, over: false });
    model.unexported = count_unexported(model);
}

/// Opens the article of an imported file that was made for another one, and merges the file's layers into it.
pub fn open_imported(model: &mut Model, at: usize, env: &Env<'_>) {
    let Some(report) = model.dialogs.imported.reports.get(at) else { return };
    let Verdict::OtherArticle(bundle) = &report.verdict else { return };
    let bundle = Rc::clone(bundle);
    crate::app::library::add(model, Rc::new(bundle.article.clone()), Rc::new(bundle.codebook.clone()), env);
    let mut delta = Store::default();
    merge(&bundle, &mut model.store().clone(), &mut delta);
    if !delta.is_empty() {
        import(model, delta, 1, env);
        let people = people(&bundle);
        model.toast(format!("Opened with the annotations of {people}."), Some(action("Take it back", Msg::UndoAsked)));
    }
}

/// Local storage had no room for a record set after all. An import is given up as a whole; anything else stays, and is
/// tried again with the next change.
pub fn refused(model: &mut Model, ticket: u64) {
    // Where nothing can be stored at all, an import is as good as any other change: it counts while the page is open.
    if model.dialogs.imported.ticket != Some(ticket) || model.saving.is_blocked() {
        return;
    }
    let Some(import) = model.dialogs.imported.import.take() else { return };
    let units = model.saving.give_up(ticket);
    model.used = model.used.saturating_sub(units);
    model.ledger.forget(&import);
    let article = model.article_id().clone();
    model.history.entry(article).or_default().forget(&import);
    model.dialogs.imported.error = Some("There was no room to keep this import, so nothing was imported.".into());
    // Whatever was said of it meanwhile gives way to this.
    model.dialogs.open = Some(DialogKind::Import);
    model.toast = None;
    model.touched.all = true;
}
