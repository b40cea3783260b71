//! Builds the view models from the model. What did not change keeps its pointer, so that Yew passes over it.

mod inspector;
mod others;
mod progress;
mod rows;

use self::{
    inspector::inspector,
    rows::{all_rows, rows},
};
use super::{
    View,
    article::ArticleView,
    bar::{BarView, SearchView},
    inspector::{InspectorView, NoteView},
};
use crate::{env::Env, keymap::Action, lazy, model::Model, part::Presence, screen::Screen, search, words::count};
use postil_core::base::script;
use std::sync::Arc;

impl View {
    /// A view of nothing, replaced by the first [`refresh`].
    #[must_use]
    pub fn empty() -> Self {
        let text = || Arc::<str>::from("");
        let note = NoteView { key: text(), text: text(), conflict: Vec::new() };
        Self {
            screen: Screen::default(),
            busy: true,
            bar: Arc::new(BarView {
                title: text(),
                way: "auto",
                answered: 0,
                total: 0,
                progress: text(),
                missing: None,
                save: crate::saving::SaveState::Saved,
                save_sentence: text(),
                unexported: None,
                annotator: text(),
                undo: None,
                redo: None,
                search: SearchView::default(),
                undo_key: text(),
                redo_key: text(),
                search_key: text(),
                help_key: text(),
            }),
            article: Arc::new(ArticleView {
                id: text(),
                title: text(),
                byline: Vec::new(),
                lang: text(),
                dir: "auto",
                sections: Arc::new([]),
                drawn: 0,
                overlay: None,
                asked: None,
            }),
            overview: Arc::new([]),
            current: 0,
            inspector: Arc::new(InspectorView {
                index: 0,
                label: text(),
                has_previous: false,
                has_next: false,
                questions: Vec::new(),
                themes: Vec::new(),
                unknown_themes: Vec::new(),
                none_applies: false,
                none_key: text(),
                confidence_key: text(),
                note_key: text(),
                find_key: text(),
                note,
                read_only: false,
            }),
            banners: Arc::new([]),
            toast: None,
            dialog: None,
            class: Presence::default(),
            pages: None,
        }
    }
}

/// Brings the view up to date with the model.
pub fn refresh(model: &mut Model, env: &Env<'_>) {
    let touched = std::mem::take(&mut model.shared.touched);
    if touched.all || model.view.article.id != model.shared.article_id().to_shared() {
        all_rows(model);
    } else {
        rows(model, touched.rows);
    }
    head(model);
    keep(&mut model.view.bar.clone(), bar(model, env), |new| model.view.bar = new);
    keep(&mut model.view.inspector.clone(), inspector(model), |new| model.view.inspector = new);
    model.view.screen = model.shared.screen;
    model.view.busy = model.shared.is_busy();
    model.view.current = model.current;
    model.view.class = model.shared.class;
    let shown = model.class.as_ref().filter(|_| model.shared.screen != Screen::Read);
    model.view.pages = shown.map(|pages| pages.view());
    if *model.view.banners != *model.shared.banners {
        model.view.banners = model.shared.banners.clone().into();
    }
    if model.view.toast.as_deref() != model.shared.toast.as_ref() {
        model.view.toast = model.shared.toast.clone().map(Arc::new);
    }
    model.view.dialog = lazy::open_view(model);
}

fn keep<T: PartialEq>(old: &mut Arc<T>, new: T, put: impl FnOnce(Arc<T>)) {
    if **old != new {
        put(Arc::new(new));
    }
}

fn provenance(masthead: &postil_core::article::Masthead) -> Vec<Arc<str>> {
    [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().cloned().collect()
}

/// Title and provenance, and how much is drawn.
fn head(model: &mut Model) {
    let masthead = &model.shared.article.masthead;
    let view = &model.view.article;
    // While another article is awaited, the sample is not shown in its place.
    let waiting = model.drawn == 0;
    let title = if waiting { "".into() } else { model.shared.view_title() };
    let byline: Vec<Arc<str>> = if waiting { Vec::new() } else { provenance(masthead) };
    let (lang, dir) = (Arc::clone(model.shared.article.language()), model.shared.article.direction().word());
    let same = view.title == title && view.byline == byline && view.dir == dir && view.lang == lang;
    let (overlay, asked) = (others::overlay(model), others::asked(model));
    if !same || view.drawn != model.drawn || view.overlay != overlay || view.asked != asked {
        let mut view = (**view).clone();
        view.title = title;
        view.byline = byline;
        view.lang = lang;
        view.dir = dir;
        view.drawn = model.drawn;
        view.overlay = overlay;
        view.asked = asked;
        model.view.article = Arc::new(view);
    }
}

fn bar(model: &Model, env: &Env<'_>) -> BarView {
    let total = model.opened.texts.len();
    let history = model.shared.history.get(model.shared.article_id());
    let step = |redo| history.and_then(|h| h.next(redo, &model.shared.annotator)).map(|s| Arc::clone(&s.label));
    let hint = |action| model.shared.keymap.hint(action);
    let save = model.shared.saving.shown(model.note.is_some());
    BarView {
        title: Arc::clone(&model.view.article.title),
        way: script::way(&model.view.article.title),
        answered: model.opened.answered,
        total,
        progress: format!("{} of {total}", model.opened.answered).into(),
        missing: progress::passed_over(model),
        save,
        save_sentence: model.shared.saving.sentence(save, |at| env.clock(at)),
        unexported: (model.shared.unexported > 0)
            .then(|| [&count(model.shared.unexported, "change", "changes"), " not exported"].concat().into()),
        annotator: model.shared.display_name(&model.shared.annotator),
        undo: step(false),
        redo: step(true),
        search: search::view(model),
        undo_key: hint(&Action::Undo),
        redo_key: hint(&Action::Redo),
        search_key: hint(&Action::Search),
        help_key: hint(&Action::Help),
    }
}
