//! Builds the dialogs' view models.

use super::{
    arrival, asked, giving, hand_in,
    view::{AnnotatorRow, AnnotatorsView, DialogView, ExportView, KeyRow, KeySection, KeysView, LibraryRow, OpenView},
};
use crate::{
    files::{
        model::Files,
        msg::{Format, Scope},
        people,
    },
    keymap::SECTIONS,
    shared::{Shared, library},
    strings::files as strings,
    whose::{self, NAMELESS},
};
use postil_core::{
    base::{
        id::{AnnotatorId, ArticleId},
        order,
        script::{self, isolated},
    },
    codebook::sample,
    exchange::bundle::read::clean_name,
    record::readers::People,
};
use std::sync::Arc;

/// The dialog "Open article": the library, or the preview.
pub fn open(files: &Files, shared: &Shared, before: Option<&DialogView>) -> Arc<OpenView> {
    if let Some(preview) = &files.preview {
        return Arc::clone(&preview.view);
    }
    let sample = sample::id();
    let store = shared.store();
    let mut ids = library::listed(shared);
    // While the list is open, those in it stay where they are: somebody may be in one of them.
    let listed = match before {
        Some(DialogView::Open(view)) => &*view.library,
        _ => &[],
    };
    let stays = |id: &ArticleId| listed.iter().position(|row| row.id == *id);
    order::short(&mut ids, |a, b| stays(a).cmp(&stays(b)));
    let library = ids.iter().map(|id| {
        let layers = store.layers.get(id);
        let own = store.layer(id, &shared.layer_in(id, &shared.annotator));
        let coded = own.map_or(0, |layer| layer.records.values().filter(|r| r.is_coded()).count());
        let mut detail = strings::articles::tagged_by_you(coded);
        let mut others = layers.into_iter().flatten().filter(|(key, _)| key.annotator != shared.annotator);
        let others = People::of(&store.people, &mut others, &mut std::iter::empty());
        if others.coded > 0 {
            detail += &[", ", &strings::articles::other_people(others.coded)].concat();
        }
        if others.beside > 0 {
            // Whoever reads this is the first of them.
            detail += &[", ", &whose::beside(&People { coded: 1, ..others })].concat();
        }
        let title = library::title_of(shared, id);
        LibraryRow {
            id: id.clone(),
            way: script::way(&title),
            title,
            detail: detail.into(),
            open: shared.article_id() == id,
            sample: *id == sample,
            script: (shared.article_id() == id).then(|| {
                let article = &shared.article;
                (Arc::clone(article.language()), article.direction().word())
            }),
        }
    });
    Arc::new(OpenView {
        library: library.collect(),
        error: files.open_error.clone(),
        pasted: Arc::clone(&files.pasted),
        preview: None,
        differs: arrival::view(files, shared),
        asked: asked::view(files),
    })
}

/// The dialog "Export".
pub fn export(files: &Files, shared: &Shared) -> ExportView {
    let layers = || shared.store().layers.get(shared.article_id()).into_iter().flatten();
    let mut classes = shared.store().classes_of(shared.article_id()).map(|(_, class)| class);
    let people = People::of(&shared.store().people, &mut layers(), &mut classes);
    // Where there are no names, nobody is asked for one.
    let name = people::asks_for_name(files, shared).filter(|_| files.scope != Scope::Nameless);
    let given = name.as_ref().map(|name| clean_name(name)).filter(|name| !name.is_empty());
    let own = given.unwrap_or_else(|| shared.own_name(&shared.annotator));
    let mut parts: Vec<Arc<str>> = vec![strings::export::the_article().into(), strings::export::the_codebook().into()];
    let mut mine = layers().filter(|(key, _)| key.annotator == shared.annotator);
    let mine = People::of(&shared.store().people, &mut mine, &mut std::iter::empty());
    if files.scope != Scope::Own {
        parts.extend(whose::parts(&people));
    } else if mine.coded > 0 {
        let coded = strings::paragraphs(people::coded(shared, &shared.annotator));
        parts.push(strings::export::answers_of(&own, &coded).into());
    } else if mine.beside > 0 {
        parts.push(strings::export::beside_of(&own).into());
    }
    if files.scope == Scope::Nameless {
        parts.push(strings::export::no_names().into());
    }
    if files.scope == Scope::Backup {
        parts.push(strings::export::private_notes().into());
    }
    ExportView {
        hand_in: hand_in::view(files, shared),
        handing: files.handing,
        giving: giving::view(files, shared),
        own,
        people: people.all(),
        scope: files.scope,
        name,
        summary: strings::export::holds(&whose::listed(&parts)).into(),
        formats: vec![
            (Format::Postil, strings::export::postil_file(), strings::export::about_postil()),
            (Format::Csv, strings::export::csv(), strings::export::about_csv()),
        ],
    }
}

/// What "Help" says of keys and of how the page looks.
pub fn keys(files: &Files, shared: &Shared) -> KeysView {
    let map = &shared.keymap;
    let sections = SECTIONS.into_iter().map(|title| KeySection {
        title,
        rows: map
            .bindings
            .iter()
            .filter(|b| b.section == title)
            .map(|binding| KeyRow {
                id: Arc::clone(&binding.id),
                label: Arc::clone(&binding.label),
                keys: binding.keys.iter().map(|k| map.shown(k)).collect(),
                can_change: map.can_change(binding) && shared.may_write(),
                waiting: files.awaiting.as_ref() == Some(&binding.id),
                changed: binding.changed,
            })
            .collect(),
    });
    KeysView { single_keys: map.single_keys, sections: sections.collect(), problem: files.key_problem.clone() }
}

/// The dialog "People in this browser".
pub fn annotators(shared: &Shared, before: Option<&DialogView>) -> AnnotatorsView {
    let total = shared.article.paragraphs().len().to_string();
    let store = shared.store();
    let named = store.people.iter().filter(|(_, person)| person.name.is_some());
    let mut ids: Vec<AnnotatorId> = named.map(|(id, _)| id.clone()).collect();
    // A file can bring somebody without a name.
    let layers = store.layers.values().flatten();
    let who = layers.filter(|(_, layer)| !layer.is_silent()).map(|(key, _)| &key.annotator).chain([&shared.annotator]);
    for id in who {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    let mut rows: Vec<AnnotatorRow> = ids
        .into_iter()
        .map(|id| {
            let tagged = people::coded(shared, &id).to_string();
            let (name, own_name) = (shared.display_name(&id), shared.own_name(&id));
            let in_file = if name == own_name {
                String::new()
            } else if own_name.as_ref() == NAMELESS {
                strings::people::no_name_in_file().into()
            } else {
                strings::people::name_in_file(&isolated(&own_name))
            };
            let detail = strings::people::tagged_here(&in_file, &tagged, &total).into();
            AnnotatorRow { name, own_name, active: id == shared.annotator, detail, id }
        })
        .collect();
    // As in the library, those who are listed stay where they are.
    let listed = match before {
        Some(DialogView::Annotators(view)) => [&*view.here, &*view.imported],
        _ => [&[] as &[AnnotatorRow]; 2],
    };
    let stays = |id: &AnnotatorId| {
        let place = |list: &&[AnnotatorRow]| list.iter().position(|row| row.id == *id);
        listed.iter().find_map(place).unwrap_or(usize::MAX)
    };
    order::short(&mut rows, |a, b| (stays(&a.id), &a.name, &a.id).cmp(&(stays(&b.id), &b.name, &b.id)));
    let (here, imported): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| people::is_here(shared, &row.id));
    let taken = |n: usize| here.iter().any(|row| *row.own_name == *strings::reader(n));
    let free = (1..).find(|n| !taken(*n)).unwrap_or(1);
    AnnotatorsView { suggestion: strings::reader(free).into(), here, imported }
}
