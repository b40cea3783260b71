//! Out and in: exporting the open article's bundle, importing the files of others.

use std::{collections::BTreeSet, rc::Rc};

use super::{
    boot::{QUOTA, action, count},
    effect::Effect,
    history::{Change, Step},
    model::{Env, Model},
    msg::{DialogKind, Msg, NamedFile},
    view::dialog::{ImportView, ReportView},
};
use crate::core::{
    annotation::{Layer, Record},
    file_name::file_name,
    format::{
        bundle::{self, Bundle, NamedLayer},
        entry::Entry,
        read::{MAX_BYTES, clean_name},
    },
    id::{AnnotatorId, ImportId},
    import::{Report, Verdict, entries, merge, take},
    problem::{Place, Problem},
    register::Register,
    stamp::Stamp,
    store::Store,
};

/// The program as files name it.
pub const APP: &str = concat!("Postil ", env!("CARGO_PKG_VERSION"));
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
    /// What stopped the whole batch.
    pub error: Option<Rc<str>>,
}

/// The open article with the own layer, or with all.
#[must_use]
pub fn bundle(model: &Model, all: bool) -> Bundle {
    let store = model.store();
    let id = model.article_id();
    let facts = store.articles.get(id).cloned().unwrap_or_default();
    let mut article = (*model.opened.article).clone();
    article.masthead.title = model.view_title();
    let layers = store.layers.get(id).into_iter().flatten();
    let mut bundle = Bundle {
        article,
        codebook: (*model.opened.codebook).clone(),
        layers: crate::core::map::Map::new(),
        quotes: facts.quotes,
        extra: facts.extra,
    };
    for (annotator, layer) in layers {
        let wanted = all || *annotator == model.annotator;
        if wanted && (!layer.records.is_empty() || !layer.extra.is_empty()) {
            let name = store.annotators.get(annotator).cloned();
            bundle.layers.insert(annotator.clone(), NamedLayer { name, layer: layer.clone() });
        }
    }
    bundle
}

/// Hands out a file in the given format.
pub fn export(model: &mut Model, format: &str, env: &Env<'_>) {
    super::tagging::keep_note(model, env);
    if format != "postil" {
        return;
    }
    let all = model.dialogs.export_all;
    let bundle = bundle(model, all);
    let text = bundle::write(&bundle, APP);
    let who = if all { "all".into() } else { model.display_name(&model.annotator.clone()) };
    let name = format!("{} - {}.postil.json", file_name(&bundle.article.masthead.title), file_name(&who));
    model.effects.push(Effect::Download { name: name.as_str().into(), mime: bundle::MIME, text: text.into() });
    let layers = bundle.layers.contains_key(&model.annotator);
    if layers && model.may_write() {
        let id = model.article_id().clone();
        let annotator = model.annotator.clone();
        let newest = newest_stamp(model.store().layer(&id, &annotator));
        let stamp = model.tick(env, newest.as_ref());
        let mut delta = Store::default();
        let facts = delta.articles.entry(id).or_default();
        facts.exported.insert(annotator, Register::new(env.now, stamp));
        model.keep(Entry::Change(delta));
        model.unexported = 0;
    }
    model.dialogs.open = None;
    model.toast(format!("“{name}” is on its way to your downloads."), None);
}

fn newest_stamp(layer: Option<&Layer>) -> Option<Stamp> {
    let mut newest = None;
    for record in layer.into_iter().flat_map(|l| l.records.values()) {
        record.each_stamp(|stamp| {
            if newest.as_ref().is_none_or(|n| stamp > n) {
                newest = Some(stamp.clone());
            }
        });
    }
    newest
}

/// The gestures of the active annotator on the open article since the last export.
#[must_use]
pub fn count_unexported(model: &Model) -> usize {
    let store = model.store();
    let exported = store.articles.get(model.article_id()).and_then(|f| f.exported.get(&model.annotator));
    let since = exported.map(|r| &r.stamp);
    // As texts, since sets of these are needed anyway: each type of set is some kilobytes of program.
    let mut stamps: BTreeSet<Rc<str>> = BTreeSet::new();
    let layer = store.layer(model.article_id(), &model.annotator);
    for record in layer.into_iter().flat_map(|l| l.records.values()) {
        record.each_stamp(|stamp| {
            if since.is_none_or(|since| stamp > since) {
                stamps.insert(stamp.to_string().into());
            }
        });
    }
    stamps.len()
}

/// Reads the files of an import: a verdict for each, and one change for all.
pub fn files_read(model: &mut Model, files: &[NamedFile], env: &Env<'_>) {
    super::tagging::keep_note(model, env);
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
    let ticket = model.keep_all(records);
    model.touched.all = true;
    model.dialogs.imported.import = Some(id.clone());
    model.dialogs.imported.ticket = Some(ticket);
    let label: Rc<str> = format!("import of {}", count(files, "file", "files")).into();
    let step = Step { label, change: Change::Import { import: id, active: false } };
    let article = model.article_id().clone();
    model.history.entry(article).or_default().done(step);
    model.unexported = count_unexported(model);
}

/// Opens the article of an imported file that was made for another one, and merges the file's layers into it.
pub fn open_imported(model: &mut Model, at: usize, env: &Env<'_>) {
    let Some(report) = model.dialogs.imported.reports.get(at) else { return };
    let Verdict::OtherArticle(bundle) = &report.verdict else { return };
    let bundle = Rc::clone(bundle);
    super::library::add(model, Rc::new(bundle.article.clone()), Rc::new(bundle.codebook.clone()), env);
    let mut delta = Store::default();
    merge(&bundle, &mut model.store().clone(), &mut delta);
    if !delta.is_empty() {
        import(model, delta, 1, env);
        let people = count(bundle.layers.len(), "annotator", "annotators");
        model.toast(format!("Opened with the annotations of {people}."), Some(action("Take it back", Msg::UndoAsked)));
    }
}

/// The dialog's rows.
#[must_use]
pub fn import_view(model: &Model) -> ImportView {
    let imported = &model.dialogs.imported;
    let reports = imported.reports.iter().enumerate().map(|(at, report)| {
        let (kind, sentence) = describe(report);
        let mut details: Vec<Rc<str>> = Vec::new();
        if !report.codebook.is_empty() {
            let shown = report.codebook.iter().take(5).cloned().collect::<Vec<_>>().join("; ");
            let more = report.codebook.len().saturating_sub(5);
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            details.push(format!("It was made with another version of the codebook: {shown}{more}.").into());
        }
        details.extend(report.problems.iter().take(5).map(|p| Rc::from(p.to_string())));
        let more = report.problems.len().saturating_sub(5);
        details.extend((more > 0).then(|| Rc::from(format!("And {more} more."))));
        let action = match &report.verdict {
            Verdict::OtherArticle(bundle) => {
                let label = format!("Open “{}”", bundle.article.masthead.title);
                Some((Rc::from(label), Box::new(Msg::ImportedArticleOpened(at))))
            }
            _ => None,
        };
        ReportView {
            key: at.to_string().into(),
            name: Rc::clone(&report.name),
            kind,
            sentence: sentence.into(),
            details,
            action,
        }
    });
    ImportView {
        busy: imported.busy,
        reports: reports.collect(),
        can_undo: imported.import.is_some() && !imported.undone,
        error: imported.error.clone(),
    }
}

/// A verdict as a kind, for `data-verdict`, and in words.
fn describe(report: &Report) -> (&'static str, String) {
    let left_out = report.problems.iter().filter(|p| p.severity == crate::core::problem::Severity::Skipped).count();
    let part =
        if left_out > 0 { format!(" {} left out.", count(left_out, "part was", "parts were")) } else { String::new() };
    match &report.verdict {
        Verdict::Merged { new, updated } => ("merged", format!("Merged: {new} new, {updated} updated.{part}")),
        Verdict::AlreadyHere => ("same", format!("Already here. Nothing changed.{part}")),
        Verdict::Older => ("older", format!("Older than what is here. Nothing changed.{part}")),
        Verdict::NoLayers => ("empty", "It holds the article and no annotations. Nothing changed.".into()),
        Verdict::OtherArticle(bundle) => {
            let people = count(bundle.layers.len(), "annotator", "annotators");
            ("other", format!("Made for another article: “{}”, with {people}.", bundle.article.masthead.title))
        }
        Verdict::NotOurs(problem) => ("refused", format!("Not a Postil file. {problem} Nothing changed.")),
        Verdict::Newer => ("refused", "Made by a newer Postil. Nothing changed; open it with that version.".into()),
        Verdict::Damaged(problem) => {
            ("refused", format!("Damaged. {problem} Nothing changed; ask for the file again."))
        }
    }
}

/// Local storage had no room for a record set after all. An import is taken back as a whole; anything else stays, and is
/// tried again with the next change.
pub fn refused(model: &mut Model, ticket: u64, env: &Env<'_>) {
    // Where nothing can be stored at all, an import is as good as any other change: it counts while the page is open.
    if model.dialogs.imported.ticket != Some(ticket) || model.saving.is_blocked() {
        return;
    }
    let Some(import) = model.dialogs.imported.import.take() else { return };
    model.saving.give_up(ticket);
    let stamp = model.tick(env, None);
    let key = Rc::<str>::from("not stored");
    model.ledger.take(&key, Entry::Switch { import: import.clone(), active: Register::new(false, stamp) });
    let article = model.article_id().clone();
    let history = model.history.entry(article).or_default();
    if matches!(history.next_undo().map(|s| &s.change), Some(Change::Import { import: i, .. }) if *i == import) {
        history.take(false);
    }
    model.dialogs.imported.error = Some("There was no room to keep this import, so nothing was imported.".into());
    // Whatever was said of it meanwhile gives way to this.
    model.dialogs.open = Some(DialogKind::Import);
    model.toast = None;
    model.touched.all = true;
}

/// Adds a person who tags in this browser, and makes them the active one.
pub fn annotator_added(model: &mut Model, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    if name.is_empty() || !model.may_write() {
        return;
    }
    super::tagging::keep_note(model, env);
    let stamp = model.tick(env, None);
    let mut delta = Store::default();
    // The first one becomes real too, so that it is still there to return to.
    model.introduce(&mut delta, &stamp);
    let id = AnnotatorId::new(env.id());
    let over = model.store().settings.get("annotator").map(|r| r.stamp.clone());
    let stamp = model.tick(env, over.as_ref());
    delta.annotators.insert(id.clone(), Register::new(name, stamp.clone()));
    delta.settings.insert(format!("here:{id}").into(), Register::new("yes".into(), stamp.clone()));
    delta.settings.insert("annotator".into(), Register::new(id.to_shared(), stamp));
    model.keep(Entry::Change(delta));
    switch(model, id);
}

/// Makes another annotator of this browser the active one.
pub fn annotator_chosen(model: &mut Model, id: AnnotatorId, env: &Env<'_>) {
    super::tagging::keep_note(model, env);
    if id != model.annotator {
        model.set("annotator", id.as_str(), env);
        switch(model, id);
    }
}

fn switch(model: &mut Model, id: AnnotatorId) {
    model.provisional = false;
    model.annotator = id;
    model.touched.all = true;
    model.dialogs.open = None;
    model.unexported = count_unexported(model);
    model.effects.push(Effect::Focus(super::effect::Focus::ArticleAt(model.current)));
    let sentence = format!("{} tags now.", model.display_name(&model.annotator.clone()));
    model.announce(sentence);
}

/// Gives an annotator another name. What they said stays theirs.
pub fn annotator_renamed(model: &mut Model, id: &AnnotatorId, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    if name.is_empty() || !model.may_write() || name == model.display_name(id) {
        return;
    }
    let over = model.store().annotators.get(id).map(|r| r.stamp.clone());
    let stamp = model.tick(env, over.as_ref());
    let mut delta = Store::default();
    if *id == model.annotator {
        model.introduce(&mut delta, &stamp);
    }
    // Later than the name that the introduction just gave.
    let stamp = model.tick(env, Some(&stamp));
    delta.annotators.insert(id.clone(), Register::new(name, stamp));
    model.keep(Entry::Change(delta));
}

/// True when the annotator tags in this browser, rather than in an imported file.
#[must_use]
pub fn is_here(model: &Model, id: &AnnotatorId) -> bool {
    *id == model.annotator || model.store().setting(&format!("here:{id}")).is_some()
}

/// How many paragraphs of the open article an annotator has coded.
#[must_use]
pub fn coded(model: &Model, id: &AnnotatorId) -> usize {
    let layer = model.store().layer(model.article_id(), id);
    let article = &model.opened.article;
    let records = layer.into_iter().flat_map(|l| &l.records);
    records.filter(|(p, r): &(_, &Record)| r.is_coded() && article.index_of(p).is_some()).count()
}
