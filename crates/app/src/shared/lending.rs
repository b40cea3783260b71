//! Finds codebooks of other articles and lends them to the open one. What came with a text is read with it, one text after
//! another, and only as far as needed.

use super::{Shared, codebook, lent::Lent, library, note};
use crate::{env::Env, msg::Msg, notice::action, strings::shared as strings};
use postil_core::{
    base::{id::ArticleId, order, script::isolated, stamp::Stamp},
    codebook::{
        book::Book,
        sample::{self, OURS},
    },
};
use std::{cmp::Reverse, sync::Arc};

/// Looks for the one that was worked with last or, with `all`, for those of all articles.
pub(crate) fn look(shared: &mut Shared, all: bool) {
    shared.lent.asks_for_all = all;
    shared.lent.awaited = None;
    go_on(shared);
}

/// The text of an article was read, perhaps for this; `None` when it cannot be.
pub(crate) fn read(shared: &mut Shared, id: &ArticleId, base: Option<&Arc<Book>>) {
    if shared.lent.awaited.take_if(|awaited| awaited == id).is_some() {
        shared.lent.came.insert(id.clone(), base.cloned());
        go_on(shared);
    }
}

/// The open article is read with the codebook of another one from now on.
pub(crate) fn take(shared: &mut Shared, article: &ArticleId, env: &Env<'_>) {
    let others = &shared.lent;
    let mut others = others.last.iter().chain(&others.all);
    let Some(lent) = others.find(|lent| lent.article == *article).cloned() else { return };
    note::keep(shared, env);
    let title = isolated(&lent.title);
    let same = lent.book.id == shared.book.id;
    if !codebook::borrow(shared, &lent.book, &strings::that_of(&title), env) {
        return;
    }
    let done = if same { strings::changes_taken(&title) } else { strings::read_with(&title) };
    shared.toast(done, Some(action(strings::undo(), Msg::UndoAsked)));
}

fn go_on(shared: &mut Shared) {
    let mut ids = library::listed(shared);
    ids.retain(|id| id != shared.article_id());
    let mut worked: Vec<(Reverse<Stamp>, &ArticleId)> =
        ids.iter().filter_map(|id| Some((Reverse(worked_on(shared, id)?), id))).collect();
    order::short(&mut worked, Ord::cmp);
    let (mut last, mut all, mut missing) = (None, Vec::new(), None);
    for (_, id) in worked {
        match lent(shared, id) {
            Ok(Some(lent)) if !lent.book.id.as_str().starts_with(OURS) => last = Some(lent),
            Ok(_) => continue,
            Err(unread) => missing = Some(unread),
        }
        break;
    }
    if shared.lent.asks_for_all {
        for id in &ids {
            match lent(shared, id) {
                Ok(lent) => all.extend(lent),
                Err(unread) => missing = missing.or(Some(unread)),
            }
        }
    }
    if let Some(id) = &missing {
        library::load(shared, id);
    }
    let lent = &mut shared.lent;
    (lent.last, lent.all, lent.any, lent.awaited) = (last, all, !ids.is_empty(), missing);
}

/// The codebook of an article, if it says anything; `Err` while its text has to be read first.
fn lent(shared: &Shared, id: &ArticleId) -> Result<Option<Arc<Lent>>, ArticleId> {
    let base = if library::is_embedded(shared, id) {
        Some(Arc::new(sample::book()))
    } else if let Some((_, book)) = shared.unstored.get(id) {
        Some(Arc::clone(book))
    } else {
        shared.lent.came.get(id).cloned().ok_or_else(|| id.clone())?
    };
    let Some(base) = base else { return Ok(None) };
    let book = codebook::book_of(shared.store(), id, &base);
    let codebook = book.settle();
    if codebook.questions.is_empty() && codebook.themes.is_empty() {
        return Ok(None);
    }
    Ok(Some(Arc::new(Lent { article: id.clone(), title: library::title_of(shared, id), book, codebook })))
}

/// When whoever tags here last said anything of an article, or wrote into its codebook.
fn worked_on(shared: &Shared, id: &ArticleId) -> Option<Stamp> {
    let store = shared.store();
    let mut latest: Option<Stamp> = None;
    let mut see = |stamp: &Stamp| {
        if latest.as_ref().is_none_or(|latest| latest < stamp) {
            latest = Some(stamp.clone());
        }
    };
    let layers = store.layers.get(id).into_iter().flatten();
    for (_, layer) in layers.filter(|(key, _)| store.tags_here(&key.annotator)) {
        layer.records.values().for_each(|record| record.each_stamp(&mut see));
    }
    let own = |stamp: &Stamp| {
        let mut people = store.people.iter().filter(|(id, _)| store.tags_here(id));
        people.any(|(_, person)| person.replicas.contains_key(&stamp.replica))
    };
    let books = store.books.get(id).into_iter().flatten();
    books
        .flat_map(|(_, book)| book.fields())
        .filter(|(_, register)| own(&register.stamp))
        .for_each(|(_, r)| see(&r.stamp));
    latest
}
