//! Feedback files for everybody, handed out as one.

use super::{
    changed::is_anything_decided,
    model::{Context, Inputs, Model},
};
use crate::{APP, effect::Effect, words::count};
use postil_core::{
    base::id::AnnotatorId,
    output::{
        archive::{MIME, archive},
        feedback::{Class, Feedback, files},
        file_name::file_name,
    },
    record::{Layer, decision::Outcomes, readers},
};
use std::{collections::BTreeMap, sync::Arc};

/// What is offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedbackView {
    /// True when there is something to hand out.
    pub ready: bool,
    /// What there is, or what is missing.
    pub about: Arc<str>,
    /// What was handed to the browser to be saved; empty when nothing was, or when something has changed since.
    pub saved: Arc<str>,
}

/// What is offered when so many paragraphs came to what.
#[must_use]
pub fn feedback(model: Inputs<'_>, outcomes: Outcomes) -> FeedbackView {
    let ready = outcomes.all() > 0;
    let about = if ready {
        format!("So far: {}. Everybody who has read the article gets two files.", outcomes.words())
    } else {
        "Nothing is decided yet, so there is nothing to hand out. Decide a paragraph first.".into()
    };
    let saved = model.changed.saved.as_ref().filter(|(revision, _)| *revision == model.revision);
    FeedbackView { ready, about: about.into(), saved: saved.map_or_else(|| "".into(), |(_, words)| Arc::clone(words)) }
}

/// Saves the files of everybody who has read the article, also of those who are left out of the counts on screen.
pub fn save(model: &mut Model, context: Context<'_>) {
    let readers = readers(context.with(model));
    if readers.is_empty() || !is_anything_decided(context.with(model)) {
        return;
    }
    let (article, codebook) = (&context.article, &context.codebook);
    let Some(decisions) = context.store.decisions(article.id()) else { return };
    let class = Class::of(article, codebook, readers.iter().copied());
    let quotes = BTreeMap::new();
    let quotes = context.store.articles.get(article.id()).map_or(&quotes, |facts| &facts.quotes);
    let names: Vec<Arc<str>> = readers.iter().map(|(annotator, _)| context.store.shown_name(annotator)).collect();
    let one = |((annotator, own), called)| Feedback {
        article,
        codebook,
        annotator,
        name: context.store.annotators.get(annotator),
        called,
        own,
        decisions,
        class: &class,
        made: context.now,
        quotes,
    };
    let people = readers.len();
    let files = files(&readers.into_iter().zip(names.iter().map(|name| &**name)).map(one).collect::<Vec<_>>(), APP);
    let packed: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (&**name, text.as_bytes())).collect();
    let Some(bytes) = archive(&packed, context.now, context.utc_offset) else { return };
    let name = format!("{} - feedback.zip", file_name(&article.masthead.title));
    let words: Arc<str> = format!(
        "{} for {} are on their way to your downloads, in one zip: for each one to import, and one to read in any browser.",
        count(files.len(), "file", "files"),
        count(people, "annotator", "annotators")
    )
    .into();
    model.act(Effect::DownloadBytes { name: name.into(), mime: MIME, bytes: bytes.into() });
    model.changed.saved = Some((model.revision, words));
}

/// By name, as people look for themselves among files.
fn readers(model: Inputs<'_>) -> Vec<(&AnnotatorId, &Layer)> {
    let layers = model.context.store.layers.get(model.context.article.id()).into_iter().flatten();
    let mut readers: Vec<(&AnnotatorId, &Layer)> = readers::readers(model.context.article, layers).collect();
    readers.sort_by_cached_key(|(id, _)| (model.context.store.shown_name(id).to_lowercase(), (*id).clone()));
    readers
}
