//! Builds the dialogs' view models.

use super::dialog::{
    AnnotatorRow, AnnotatorsView, DialogView, ExportView, KeyGroup, KeyRow, KeysView, LibraryRow, OpenView,
};
use crate::{
    arrival,
    keymap::GROUPS,
    library,
    model::Model,
    transfer,
    whose::{self, NAMELESS},
    words::count,
};
use postil_core::{
    base::{
        id::AnnotatorId,
        order,
        script::{self, isolated},
    },
    codebook::sample,
    exchange::bundle::read::clean_name,
    record::readers::People,
};
use std::sync::Arc;

/// The dialog "Open article": the library, or the preview.
pub fn open(model: &Model) -> Arc<OpenView> {
    if let Some(preview) = &model.dialogs.preview {
        return Arc::clone(&preview.view);
    }
    let sample = sample::article().id().clone();
    let store = model.shared.store();
    let mut ids: Vec<Arc<str>> = store.articles.keys().map(postil_core::base::id::ArticleId::to_shared).collect();
    ids.extend(model.shared.stored_articles.iter().chain(model.shared.unstored.keys()).cloned());
    ids.push(sample.to_shared());
    order::short(&mut ids, Ord::cmp);
    ids.dedup();
    // Latest first, by when the title was written; the sample comes last.
    let when = |id: &Arc<str>| store.articles.get(&**id).and_then(|f| f.title.as_ref()).map(|r| r.stamp.wall);
    ids.retain(|id| !library::is_deleted(model, id));
    // While the list is open, those in it stay where they are: somebody may be in one of them.
    let listed = match &model.view.dialog {
        Some(DialogView::Open(view)) => &*view.library,
        _ => &[],
    };
    let stays = |id: &Arc<str>| listed.iter().position(|row| row.id == *id);
    let place = |id: &Arc<str>| (stays(id), **id == *sample.as_str(), std::cmp::Reverse(when(id)));
    order::short(&mut ids, |a, b| place(a).cmp(&place(b)));
    let library = ids.iter().map(|id| {
        let layers = store.layers.get(&**id);
        let own = layers.and_then(|l| l.get(&model.shared.annotator));
        let coded = own.map_or(0, |layer| layer.records.values().filter(|r| r.is_coded()).count());
        let mut detail = format!("{} tagged by you", count(coded, "paragraph", "paragraphs"));
        let others = layers.into_iter().flatten().filter(|(id, _)| **id != model.shared.annotator);
        let others = People::of(&mut others.map(|(_, layer)| layer), None);
        if others.coded > 0 {
            detail += &[", ", &count(others.coded, "person", "people"), " beside you"].concat();
        }
        if others.beside > 0 {
            // Whoever reads this is the first of them.
            detail += &[", ", &whose::beside(&People { coded: 1, ..others })].concat();
        }
        let title = library::title_of(model, id);
        LibraryRow {
            id: Arc::clone(id),
            way: script::way(&title),
            title,
            detail: detail.into(),
            open: model.shared.article_id().as_str() == &**id,
            sample: **id == *sample.as_str(),
        }
    });
    Arc::new(OpenView {
        library: library.collect(),
        error: model.dialogs.open_error.clone(),
        pasted: Arc::clone(&model.dialogs.pasted),
        preview: None,
        differs: arrival::view(model),
    })
}

/// The dialog "Export".
pub fn export(model: &Model) -> ExportView {
    let layers = || model.shared.store().layers.get(model.shared.article_id()).into_iter().flatten();
    let decisions = model.shared.store().decisions(model.shared.article_id());
    let people = People::of(&mut layers().map(|(_, layer)| layer), decisions);
    let all = model.dialogs.export_all;
    let name = transfer::asks_for_name(model);
    let given = name.as_ref().map(|name| clean_name(name)).filter(|name| !name.is_empty());
    let own = given.unwrap_or_else(|| model.shared.own_name(&model.shared.annotator));
    let mut parts: Vec<Arc<str>> = vec!["the article".into(), "the codebook".into()];
    let mine = layers().filter(|(id, _)| **id == model.shared.annotator);
    let mine = People::of(&mut mine.map(|(_, layer)| layer), None);
    if all {
        parts.extend(whose::parts(&people));
    } else if mine.coded > 0 {
        let coded = count(transfer::coded(model, &model.shared.annotator), "paragraph", "paragraphs");
        parts.push(["the annotations of ", &own, ": ", &coded].concat().into());
    } else if mine.beside > 0 {
        parts.push(["notes or replies of ", &own].concat().into());
    }
    ExportView {
        own,
        people: people.all(),
        all,
        name,
        summary: ["The file holds ", &whose::listed(&parts), "."].concat().into(),
        formats: vec![(
            "postil",
            "Postil file",
            "Everything, for another Postil: others import it, and you can import it again at any time.",
        )],
    }
}

/// The dialog "All keys".
pub fn keys(model: &Model) -> KeysView {
    let map = &model.shared.keymap;
    let groups = GROUPS.into_iter().map(|title| KeyGroup {
        title,
        rows: map
            .bindings
            .iter()
            .filter(|b| b.group == title)
            .map(|binding| KeyRow {
                id: Arc::clone(&binding.id),
                label: Arc::clone(&binding.label),
                keys: binding.keys.iter().map(|k| map.shown(k)).collect(),
                can_change: map.can_change(binding) && model.shared.may_write(),
                waiting: model.dialogs.awaiting.as_ref() == Some(&binding.id),
                changed: binding.changed,
            })
            .collect(),
    });
    let setting = |name: &str, known: &[&'static str]| -> &'static str {
        let value = model.shared.store().setting(name);
        known.iter().find(|k| value.is_some_and(|v| **v == ***k)).copied().unwrap_or(known[0])
    };
    KeysView {
        single_keys: map.single_keys,
        groups: groups.collect(),
        problem: model.dialogs.key_problem.clone(),
        scheme: setting("scheme", &["auto", "light", "dark"]),
        reading: setting("reading", &["serif", "sans"]),
    }
}

/// The dialog "Annotators".
pub fn annotators(model: &Model) -> AnnotatorsView {
    let total = model.opened.texts.len().to_string();
    let store = model.shared.store();
    let mut ids: Vec<AnnotatorId> = store.annotators.keys().cloned().collect();
    // A file can bring somebody without a name.
    let layers = store.layers.values().flatten();
    let who = layers.filter(|(_, layer)| !layer.is_silent()).map(|(id, _)| id).chain([&model.shared.annotator]);
    for id in who {
        if !store.annotators.contains_key(id) && !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    let mut rows: Vec<AnnotatorRow> = ids
        .into_iter()
        .map(|id| {
            let tagged = transfer::coded(model, &id).to_string();
            let (name, own_name) = (model.shared.display_name(&id), model.shared.own_name(&id));
            let in_file = if name == own_name {
                String::new()
            } else if own_name.as_ref() == NAMELESS {
                "no name in their file · ".into()
            } else {
                ["“", &isolated(&own_name), "” in their file · "].concat()
            };
            let detail = [&*in_file, &tagged, " of ", &total, " tagged here"].concat().into();
            AnnotatorRow { name, own_name, active: id == model.shared.annotator, detail, id }
        })
        .collect();
    // As in the library, those who are listed stay where they are.
    let listed = match &model.view.dialog {
        Some(DialogView::Annotators(view)) => [&*view.here, &*view.imported],
        _ => [&[] as &[AnnotatorRow]; 2],
    };
    let stays = |id: &AnnotatorId| {
        let place = |list: &&[AnnotatorRow]| list.iter().position(|row| row.id == *id);
        listed.iter().find_map(place).unwrap_or(usize::MAX)
    };
    order::short(&mut rows, |a, b| (stays(&a.id), &a.name, &a.id).cmp(&(stays(&b.id), &b.name, &b.id)));
    let (here, imported): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| transfer::is_here(model, &row.id));
    let taken = |n: usize| here.iter().any(|row| *row.own_name == *format!("Annotator {n}"));
    let free = (1..).find(|n| !taken(*n)).unwrap_or(1);
    AnnotatorsView { suggestion: format!("Annotator {free}").into(), here, imported }
}
