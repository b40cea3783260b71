//! Builds the view of the page. What did not change keeps its pointer, so that Yew passes over it.

use super::bar::BarView;
use crate::{
    env::Env,
    files::view::DialogView,
    keymap::Action,
    look,
    model::Model,
    read::{
        lookup,
        model::Read,
        view::{progress::passed_over, refresh},
    },
    screen::Screen,
    shared::{
        Shared,
        assignment::{self, Next},
    },
    strings::page as strings,
};
use postil_core::base::script;
use std::sync::Arc;

/// Brings the view up to date with the model.
pub(crate) fn refresh(model: &mut Model, env: &Env<'_>) {
    let dialog = open_dialog(model);
    let Model { shared, read, view, .. } = model;
    let touched = std::mem::take(&mut shared.touched);
    refresh::refresh(read, shared, touched, env);
    (view.article, view.overview, view.inspector) =
        (Arc::clone(&read.view.article), Arc::clone(&read.view.overview), Arc::clone(&read.view.inspector));
    let bar = bar(read, shared);
    if *view.bar != bar {
        view.bar = Arc::new(bar);
    }
    view.screen = shared.screen;
    view.busy = shared.is_busy();
    view.current = read.current;
    view.class = shared.class;
    let shown = model.class.as_ref().filter(|_| shared.screen != Screen::Read);
    view.pages = shown.map(|pages| pages.view());
    if *view.banners != *shared.banners {
        view.banners = shared.banners.clone().into();
    }
    if view.toast.as_deref() != shared.toast.as_ref() {
        view.toast = shared.toast.clone().map(Arc::new);
    }
    view.dialog = dialog;
}

/// The open dialog, as soon as its part of the program is here.
fn open_dialog(model: &Model) -> Option<DialogView> {
    let (kind, table) = (model.files.open?, model.dialogs?);
    Some((table.view)(&model.files, &model.shared, kind, model.view.dialog.as_ref()))
}

fn bar(read: &Read, shared: &Shared) -> BarView {
    let total = read.opened.texts.len();
    let history = shared.history.get(shared.article_id());
    let step = |redo| history.and_then(|h| h.next(redo, &shared.annotator)).map(|s| Arc::clone(&s.label));
    let hint = |action| shared.keymap.hint(action);
    let save = shared.saving.shown(shared.writing.note.is_some());
    let next = assignment::next(shared);
    let not_out = if next == Some(Next::HandIn) { strings::not_handed_in() } else { strings::not_exported() };
    BarView {
        title: Arc::clone(&read.view.article.title),
        way: script::way(&read.view.article.title),
        answered: read.opened.answered,
        total,
        progress: strings::progress(read.opened.answered, total).into(),
        missing: passed_over(read, shared),
        save,
        save_sentence: shared.saving.sentence(save),
        unexported: (shared.unexported > 0).then(|| strings::changes(shared.unexported, not_out).into()),
        // On Class it stands with its step.
        next: next.filter(|next| *next == Next::HandIn || shared.screen != Screen::Class),
        annotator: shared.display_name(&shared.annotator),
        undo: step(false),
        redo: step(true),
        search: lookup::view(read),
        undo_key: hint(&Action::Undo),
        redo_key: hint(&Action::Redo),
        search_key: hint(&Action::Search),
        help_key: hint(&Action::Help),
        looks: look::chosen(shared.store()),
    }
}
