//! Drafts: what was being typed when a page was closed, offered to whoever typed it.

use super::writing::OpenNote;
use crate::{
    effect::Effect,
    env::Env,
    msg::Msg,
    notice::{BannerView, action},
    shared::{
        Shared, note,
        seek::Seek,
        writing::{FoundDraft, decode},
    },
    strings::shared as strings,
};
use postil_core::{article::beginning, base::id::ArticleId, keep::startup::Pair};
use std::sync::Arc;

/// Takes over what was being written when a page closed.
pub fn found(shared: &mut Shared, drafts: &[Pair]) {
    for (key, value) in drafts {
        // A draft that cannot be read stays where it is; the raw download holds it.
        let Some(mut draft) = decode(value) else { continue };
        // Whoever typed before their first tag was never written down: the words go to whoever tags here now.
        if shared.store().name_register(&draft.by).is_none() {
            if draft.note.whose.annotator() == Some(&draft.by) {
                draft.note.whose = (&shared.annotator).into();
            }
            draft.by = shared.annotator.clone();
        }
        shared.drafts.push(FoundDraft { key: Arc::clone(key), ..draft });
    }
    offer(shared);
}

/// Offers the drafts of whoever is active, and nobody else's.
pub fn offer(shared: &mut Shared) {
    for FoundDraft { key, by, note } in shared.drafts.clone() {
        if by != shared.annotator {
            shared.banners.retain(|b| b.id != key);
            continue;
        }
        let facts = shared.store().articles.get(&note.article);
        let at = shared.article.index_of(&note.paragraph).filter(|_| note.article == *shared.article_id());
        let place = match (at, facts.and_then(|f| f.quotes.get(&note.paragraph))) {
            (Some(index), _) => strings::paragraph(index + 1),
            (None, Some(quote)) => strings::paragraph_beginning(quote),
            (None, None) => strings::a_paragraph().to_owned(),
        };
        shared.banner(BannerView {
            id: Arc::clone(&key),
            alert: false,
            sentence: strings::was_writing(&place, &beginning(&note.text)).into(),
            actions: vec![
                action(strings::keep_it(), Msg::DraftTaken(Arc::clone(&key))),
                action(strings::discard(), Msg::DraftDropped(Arc::clone(&key))),
            ],
            closable: false,
        });
    }
}

/// Takes over a found draft or gives it up.
pub fn settled(shared: &mut Shared, key: &str, take: bool, env: &Env<'_>) {
    let own = |draft: &FoundDraft| *draft.key == *key && draft.by == shared.annotator;
    let Some(at) = shared.drafts.iter().position(own) else { return };
    if take && !shared.may_write() {
        return;
    }
    let FoundDraft { key, note, .. } = shared.drafts.remove(at);
    if take {
        let place = shared.article.index_of(&note.paragraph).filter(|_| note.article == *shared.article_id());
        take_over(shared, note, env);
        if let Some(index) = place {
            shared.seeks.push(Seek::Go(index));
        }
    }
    shared.banners.retain(|b| b.id != key);
    shared.effects.push(Effect::RemoveDraft(key));
}

/// Takes over all drafts about an article, whoever wrote them.
pub(crate) fn take_over_all(shared: &mut Shared, article: &ArticleId, env: &Env<'_>) {
    let (of_it, rest): (Vec<_>, Vec<_>) =
        std::mem::take(&mut shared.drafts).into_iter().partition(|draft| draft.note.article == *article);
    shared.drafts = rest;
    for FoundDraft { key, note, .. } in of_it {
        take_over(shared, note, env);
        shared.banners.retain(|b| b.id != key);
        shared.effects.push(Effect::RemoveDraft(key));
    }
}

/// Makes a draft a note, beside another one that has been written since.
fn take_over(shared: &mut Shared, mut note: OpenNote, env: &Env<'_>) {
    let stored = note::text(&note::as_it_stands(shared, &note));
    if !note.text.trim().contains(stored.trim()) {
        note.text = [&stored, "\n\n", &note.text].concat().into();
    }
    note::write(shared, &note, env);
}
