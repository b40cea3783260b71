//! The library: opening articles of one's own, and the ones kept in this browser.

use crate::{
    effect::{Effect, Focus},
    env::Env,
    file::{FileError, NamedFile},
    model::{Model, Opened, Preview},
    msg::Msg,
    notice::action,
    opening::{Form, Opening},
    part::Part,
    screen::DialogKind,
    shared::Touched,
    view::dialog::{OpenView, PreviewBlock, PreviewView},
    words::count,
};
use postil_core::{
    article::{
        Article,
        read::text::{Choice, Draft, MAX_BYTES, TextError, decode},
    },
    base::{colour::Colour, digest, id::ArticleId, script::isolated, signs::in_a_sentence},
    codebook::{Codebook, Theme, sample},
    exchange::bundle::{self, Bundle, read::read},
    keep::{operation::Entry, store::Store},
    record::register::Register,
};
use std::sync::Arc;

/// Blocks of the preview that are drawn as one.
const SECTION: usize = 50;

/// Shows another article. The note that is open is kept first.
pub fn show(model: &mut Model, article: Arc<Article>, codebook: Arc<Codebook>, at: usize, env: &Env<'_>) {
    crate::note::keep(model, env);
    model.opened = Opened::new(&article);
    (model.shared.article, model.shared.codebook) = (article, codebook);
    model.shared.keymap =
        crate::keymap::Keymap::new(&model.shared.codebook, model.shared.ledger.state(), model.shared.keymap.mac);
    model.current = at.min(model.opened.texts.len().saturating_sub(1));
    model.question = 0;
    model.overlay = crate::screen::Overlay::default();
    model.search = crate::search::Search::default();
    model.shared.loading = None;
    model.drawn = 1 + model.opened.places.get(model.current).map_or(0, |p| p.0 as usize);
    model.shared.touched = Touched { all: true, rows: Vec::new() };
    model.shared.unexported = crate::transfer::count_unexported(model);
    model.shared.effects.push(Effect::Title(format!("{} · Postil", model.shared.view_title()).into()));
    model.shared.effects.push(Effect::AwaitIdle);
    let chosen: Vec<Colour> = model.shared.codebook.themes.iter().filter_map(Theme::chosen_colour).collect();
    if !chosen.is_empty() {
        model.shared.effects.push(Effect::Colours(chosen));
    }
}

/// At start: opens the article that was open last, or the sample.
pub fn open_last(model: &mut Model, env: &Env<'_>) {
    let last = model.shared.store().setting("open").cloned().filter(|last| !is_deleted(model, last));
    match last {
        Some(last) if *last != *model.shared.article_id().as_str() || !is_embedded(model, &last) => {
            open(model, &last, env);
        }
        // The sample was there from the start, perhaps not drawn yet.
        _ => {
            model.shared.loading = None;
            model.drawn = model.drawn.max(1);
            model.shared.effects.push(Effect::AwaitIdle);
        }
    }
}

/// Opens an article of the library.
pub fn open(model: &mut Model, id: &Arc<str>, env: &Env<'_>) {
    if is_embedded(model, id) {
        show(model, Arc::new(sample::article()), Arc::new(sample::codebook()), 0, env);
        remember(model, env);
    } else if let Some((article, codebook)) = model.shared.unstored.get(id).cloned() {
        show(model, article, codebook, 0, env);
    } else {
        model.shared.loading = Some(Arc::clone(id));
        // What reads it comes meanwhile.
        model.shared.fetch(Part::Dialogs);
        model.shared.effects.push(Effect::LoadArticle(Arc::clone(id)));
    }
}

/// Makes the open article the one that the next start opens.
pub fn remember(model: &mut Model, env: &Env<'_>) {
    let id = model.shared.article_id().to_shared();
    model.shared.set("open", &id, env);
    let embedded = is_embedded(model, &id);
    model.shared.effects.push(Effect::Hint(if embedded { "".into() } else { id }));
}

/// True for the sample, unless somebody chose another description of it: that is kept like any other article's.
#[must_use]
pub fn is_embedded(model: &Model, id: &str) -> bool {
    sample::article().id().as_str() == id
        && !model.shared.stored_articles.contains(id)
        && !model.shared.unstored.contains_key(id)
}

/// Between an article's id and the version of a codebook that gave way to another: under this key it is kept.
pub const EARLIER: &str = "/";

/// A stored article that cannot be read makes way for another text under its key, but is kept beside it: its new key, and
/// what was there.
#[must_use]
pub fn set_aside(id: &str, stored: Option<Arc<str>>, is_whole: fn(&str) -> bool) -> Option<(Arc<str>, Arc<str>)> {
    let damaged = stored.filter(|text| !is_whole(text))?;
    let key = [id, EARLIER, "damaged-", &digest::hex(&damaged, 8)].concat();
    Some((key.into(), damaged))
}

/// True for the keys of articles, false for those of descriptions that gave way.
#[must_use]
pub fn is_listed(key: &str) -> bool {
    !key.contains(EARLIER)
}

/// True for the key of an article's text, and for those of its earlier codebooks.
#[must_use]
pub fn belongs(key: &str, id: &str) -> bool {
    key.split(EARLIER).next() == Some(id)
}

/// How articles are stored.
pub const FORM: Form = Form { write: stored_form, is_whole: |text| read_stored(text).is_some() };

/// The stored form of an article: a file without layers.
#[must_use]
pub fn stored_form((article, codebook): &Opening) -> String {
    let bundle = Bundle {
        article: (**article).clone(),
        codebook: (**codebook).clone(),
        layers: postil_core::base::map::Map::new(),
        decisions: None,
        quotes: std::collections::BTreeMap::new(),
        extra: postil_core::json::extra::Extra::new(),
    };
    bundle::write(&bundle, crate::APP)
}

/// Reads the stored form of an article.
#[must_use]
pub fn read_stored(text: &str) -> Option<Opening> {
    let (bundle, _) = read(text).ok()?;
    Some((Arc::new(bundle.article), Arc::new(bundle.codebook)))
}

/// An article was read from the library; `None` when its text is not there or cannot be read.
pub fn loaded(model: &mut Model, id: &Arc<str>, found: Option<Opening>, env: &Env<'_>) {
    if crate::arrival::found(model, id, found.as_ref(), env) {
        return;
    }
    if model.shared.loading.as_ref() != Some(id) {
        return;
    }
    model.shared.loading = None;
    match found {
        Some((article, codebook)) => {
            let at = if model.view.article.id == *id { model.current } else { 0 };
            show(model, article, codebook, at, env);
            remember(model, env);
            crate::update::follow_link(model, env);
        }
        None => {
            model.drawn = model.drawn.max(1);
            model.shared.effects.push(Effect::Hint("".into()));
            model.shared.effects.push(Effect::AwaitIdle);
            let title = isolated(&title_of(model, id));
            model.shared.banner(crate::notice::BannerView {
                id: "lost-article".into(),
                alert: true,
                sentence: format!(
                    "The text of “{title}” is not in this browser any more. Your annotations of it are kept: open a Postil \
                     file of it, which has its codebook too, or the same text again, and they are back in place."
                )
                .into(),
                actions: vec![action("Open its text again", Msg::DialogOpened(DialogKind::Open))],
                closable: true,
            });
        }
    }
}

/// The title of an article, as renamed or as it came.
#[must_use]
pub fn title_of(model: &Model, id: &str) -> Arc<str> {
    let facts = model.shared.store().articles.get(id);
    if let Some(title) = facts.and_then(|f| f.title.as_ref()) {
        return Arc::clone(&title.value);
    }
    if model.shared.article_id().as_str() == id {
        return Arc::clone(&model.shared.article.masthead.title);
    }
    let sample = sample::article();
    if sample.id().as_str() == id { sample.masthead.title } else { "Untitled".into() }
}

/// True while an article is taken out of the library.
#[must_use]
pub fn is_deleted(model: &Model, id: &str) -> bool {
    model.shared.store().articles.get(id).and_then(|f| f.deleted.as_ref()).is_some_and(|d| d.value)
}

/// A chosen or dropped file becomes a preview, or a sentence.
pub fn file_read(model: &mut Model, file: &NamedFile, env: &Env<'_>) {
    model.dialogs.open = Some(DialogKind::Open);
    let text = match &file.bytes {
        Ok(bytes) => decode(bytes),
        Err(FileError::Unreadable) => {
            let sentence = format!(
                "“{}” could not be read. If it was moved or renamed, choose it again.",
                in_a_sentence(&file.name)
            );
            model.dialogs.open_error = Some(sentence.into());
            return;
        }
        Err(FileError::TooLarge) => Err(TextError::TooLarge),
    };
    match text {
        Ok(text) if looks_like_bundle(&file.name, &text) => crate::arrival::bundle_read(model, file, &text, env),
        Ok(text) => preview(model, &text, Some(&file.name)),
        Err(error) => {
            model.dialogs.open_error = Some(format!("“{}” was not opened. {error}", in_a_sentence(&file.name)).into());
        }
    }
}

fn looks_like_bundle(name: &str, text: &str) -> bool {
    let head: String = text.chars().take(80).filter(|c| !c.is_whitespace()).collect();
    head.starts_with("{\"format\":\"postil\"") || name.to_ascii_lowercase().ends_with(".json")
}

/// A pasted text becomes a preview, or a sentence.
pub fn pasted(model: &mut Model, text: &str) {
    if text.len() > MAX_BYTES {
        model.dialogs.open_error = Some(TextError::TooLarge.to_string().into());
    } else if text.trim().is_empty() {
        model.dialogs.open_error = Some("Paste the words of an article first.".into());
    } else {
        preview(model, text, None);
    }
}

fn preview(model: &mut Model, text: &str, name: Option<&str>) {
    model.dialogs.open_error = None;
    if let Some(left) = model.dialogs.left.take().filter(|left| *left.source == *text) {
        model.dialogs.preview = Some(left);
        return;
    }
    let draft = Draft::find(text, name);
    let serial = model.shared.serial();
    let view = Arc::new(OpenView { library: Vec::new(), error: None, pasted: "".into(), preview: None, differs: None });
    let mut preview = Preview { serial, source: text.into(), draft, view };
    preview.view = preview_view(&preview, None);
    model.dialogs.preview = Some(preview);
}

/// Builds the preview's rows. With the view before, rows and sections that did not change keep their pointers.
fn preview_view(preview: &Preview, before: Option<&OpenView>) -> Arc<OpenView> {
    let mut number = 0;
    let old = before.and_then(|b| b.preview.as_ref());
    let blocks = preview.draft.blocks.iter().enumerate().map(|(index, block)| {
        let numbered = block.choice == Choice::Paragraph;
        number += usize::from(numbered);
        let number = numbered.then(|| Arc::from(number.to_string()));
        let row = PreviewBlock { index, number, text: Arc::clone(&block.text), choice: block.choice };
        let same = old.and_then(|o| o.sections.get(index / SECTION)?.get(index % SECTION)).filter(|o| ***o == row);
        same.map_or_else(|| Arc::new(row), Arc::clone)
    });
    let blocks: Vec<Arc<PreviewBlock>> = blocks.collect();
    let sections = blocks.chunks(SECTION).enumerate().map(|(at, rows)| {
        let same = old
            .and_then(|o| o.sections.get(at))
            .filter(|o| o.len() == rows.len() && o.iter().zip(rows).all(|(a, b)| Arc::ptr_eq(a, b)));
        same.map_or_else(|| Arc::from(rows), Arc::clone)
    });
    let headings = preview.draft.blocks.iter().filter(|b| b.choice == Choice::Heading).count();
    let left_out = preview.draft.blocks.iter().filter(|b| b.choice == Choice::LeaveOut).count();
    let paragraphs = preview.draft.paragraphs();
    let summary = format!(
        "{}, {}, {left_out} left out",
        count(paragraphs, "paragraph", "paragraphs"),
        count(headings, "heading", "headings")
    );
    Arc::new(OpenView {
        library: Vec::new(),
        error: None,
        pasted: "".into(),
        differs: None,
        preview: Some(PreviewView {
            key: preview.serial.to_string().into(),
            title: Arc::clone(&preview.draft.title),
            language: Arc::clone(&preview.draft.language),
            direction: preview.draft.direction.word(),
            sections: sections.collect(),
            summary: summary.into(),
            can_open: paragraphs > 0,
        }),
    })
}

/// The preview's title, language or direction was changed.
pub fn preview_changed(model: &mut Model, change: impl FnOnce(&mut Draft)) {
    if let Some(preview) = &mut model.dialogs.preview {
        change(&mut preview.draft);
        preview.view = preview_view(preview, Some(&Arc::clone(&preview.view)));
    }
}

/// The previewed article is opened and kept in the library.
pub fn preview_opened(model: &mut Model, env: &Env<'_>) {
    let Some(preview) = model.dialogs.preview.take() else { return };
    if preview.draft.paragraphs() == 0 {
        model.dialogs.preview = Some(preview);
        return;
    }
    model.dialogs.pasted = "".into();
    let article = Arc::new(preview.draft.article());
    let codebook = Arc::new(sample::codebook().for_any_article());
    crate::arrival::arrive(model, (article, codebook), false, env);
}

/// Opens an article that came in a file. One that is here already stays as it is.
pub fn add(model: &mut Model, article: Arc<Article>, codebook: Arc<Codebook>, env: &Env<'_>) {
    crate::arrival::arrive(model, (article, codebook), true, env);
}

/// Shows an article that came, and lists it in the library.
pub fn enter(model: &mut Model, (article, codebook): Opening, env: &Env<'_>) {
    let title = Arc::clone(&article.masthead.title);
    show(model, article, codebook, 0, env);
    if model.shared.may_write() {
        let facts = model.shared.store().articles.get(model.shared.article_id()).cloned().unwrap_or_default();
        let mut delta = Store::default();
        let over = facts.deleted.as_ref().map(|r| r.stamp.clone()).max(facts.title.as_ref().map(|r| r.stamp.clone()));
        let over = over.max(facts.gone.as_ref().map(|r| r.stamp.clone()));
        let stamp = model.shared.tick(env, over.as_ref());
        let new = delta.articles.entry(model.shared.article_id().clone()).or_default();
        if facts.title.is_none() || facts.deleted.is_some_and(|d| d.value) {
            new.gone = facts.gone.map(|_| Register::new(false, stamp.clone()));
            if facts.title.is_none() {
                new.title = Some(Register::new(title, stamp.clone()));
            }
            new.deleted = Some(Register::new(false, stamp));
            model.shared.keep(Entry::Change(delta));
        }
        remember(model, env);
    }
    model.shared.effects.push(Effect::Navigate("#/read".into()));
    model.shared.effects.push(Effect::Reveal(0, true));
    model.shared.effects.push(Effect::Focus(Focus::ArticleAt(0)));
    let sentence = format!("Opened “{}”.", isolated(&model.shared.view_title()));
    model.shared.announce(sentence);
}

/// An article's text is safe in the library.
pub fn stored(model: &mut Model, id: &Arc<str>) {
    if is_listed(id) {
        model.shared.stored_articles.insert(Arc::clone(id));
    }
    model.shared.unstored.remove(id);
}

/// An article's text could not be stored.
pub fn refused(model: &mut Model, id: &Arc<str>) {
    if !is_listed(id) {
        return;
    }
    let title = isolated(&title_of(model, id));
    model.shared.banner(crate::notice::BannerView {
        id: format!("unstored:{id}").into(),
        alert: true,
        sentence: format!(
            "The text of “{title}” could not be kept in this browser. It stays open in this tab; keep your own file of it, \
             and export your annotations before you leave."
        )
        .into(),
        actions: vec![action("Save a file now", Msg::DialogOpened(DialogKind::Export))],
        closable: true,
    });
}

/// Gives an article another title. Its annotations stay.
pub fn renamed(model: &mut Model, id: &Arc<str>, title: &str, env: &Env<'_>) {
    let title = bundle::read::clean_title(title);
    if title.is_empty() || !model.shared.may_write() || title == title_of(model, id) {
        return;
    }
    let article = ArticleId::new(Arc::clone(id));
    let over = model.shared.store().articles.get(&article).and_then(|f| f.title.as_ref()).map(|r| r.stamp.clone());
    let stamp = model.shared.tick(env, over.as_ref());
    let mut delta = Store::default();
    model.shared.touched.all |= article == *model.shared.article_id();
    delta.articles.entry(article).or_default().title = Some(Register::new(title, stamp));
    model.shared.keep(Entry::Change(delta));
}

/// Takes an article out of the library, or puts it back. Its text and annotations stay, so undo is always possible.
pub fn deleted(model: &mut Model, id: &Arc<str>, gone: bool, env: &Env<'_>) {
    if !model.shared.may_write() {
        return;
    }
    let title = isolated(&title_of(model, id));
    let article = ArticleId::new(Arc::clone(id));
    let over = model.shared.store().articles.get(&article).and_then(|f| f.deleted.as_ref()).map(|r| r.stamp.clone());
    let stamp = model.shared.tick(env, over.as_ref());
    let mut delta = Store::default();
    delta.articles.entry(article).or_default().deleted = Some(Register::new(gone, stamp));
    model.shared.keep(Entry::Change(delta));
    if gone {
        if model.shared.article_id().as_str() == &**id {
            let sample = sample::article().id().to_shared();
            open(model, &sample, env);
        }
        model.shared.toast(
            format!("“{title}” is deleted."),
            Some(action("Bring it back", Msg::LibraryRestored(Arc::clone(id)))),
        );
    } else {
        model.shared.toast(format!("“{title}” is back."), None);
    }
}
