//! The codebook of the open article: what it was when it came with the text, joined with all that was edited in it since.

use super::{Shared, assignment, editing, history::Change, note::PAUSE_MS, writing::Typing};
use crate::{effect::Effect, env::Env, strings::shared as strings, timer::Timer};
use postil_core::{
    base::{
        colour::Colour,
        id::{ArticleId, CodebookId},
        register::Register,
    },
    codebook::{
        Codebook, Theme,
        book::{Book, Item, Value, edit::Edit, field},
        code::Code,
        mapping::To,
        sample,
    },
    keep::{
        operation::Operation,
        rewrite::{Rewrite, Target, Written},
        store::Store,
    },
};
use std::sync::Arc;

/// Puts the codebook together anew. True when it is another one than before.
pub(crate) fn settle(shared: &mut Shared) -> bool {
    let book = current(shared);
    if book == *shared.book {
        return false;
    }
    shared.book = Arc::new(book);
    let codebook = Codebook { elsewhere: shared.codebook.elsewhere.clone(), ..shared.book.settle() };
    if codebook == *shared.codebook {
        return false;
    }
    shared.codebook = Arc::new(codebook);
    assignment::pose(shared);
    shared.version = shared.codebook.version();
    shared.rebuild_keymap();
    shared.touched.all = true;
    let chosen: Vec<Colour> = shared.codebook.themes.iter().filter_map(Theme::chosen_colour).collect();
    if !chosen.is_empty() {
        shared.effects.push(Effect::Colours(chosen));
    }
    true
}

/// The codebook of the open article as it stands now.
fn current(shared: &Shared) -> Book {
    book_of(shared.store(), shared.article_id(), &shared.base)
}

/// The codebook of an article, which came with the text as `base`.
#[must_use]
pub(crate) fn book_of(store: &Store, article: &ArticleId, base: &Book) -> Book {
    let chosen = store.articles.get(article).and_then(|facts| facts.codebook.as_ref()).map(|chosen| &chosen.value);
    let edited = |id: &CodebookId| store.books.get(article).and_then(|books| books.get(id));
    let id = chosen.filter(|id| edited(id).is_some()).unwrap_or(&base.id);
    let mut book = if *id == base.id { base.clone() } else { Book::new(id.clone()) };
    if let Some(edits) = edited(id) {
        book.join(edits);
    }
    book
}

/// Edits the codebook as one gesture, which undo takes back.
pub(crate) fn edit(shared: &mut Shared, mut edits: Vec<Edit>, word: &str, env: &Env<'_>) {
    if !shared.may_write() {
        shared.announce(strings::locked());
        return;
    }
    make_own(shared, env);
    edits.extend(shared.book.kept_colours(&edits));
    let target = Target::Book(shared.book.id.clone());
    let rewrites: Vec<Rewrite> = edits.into_iter().map(Rewrite::Book).collect();
    editing::rewrite(shared, target, &rewrites, &strings::of_codebook(word), env);
}

/// Reads the open article with another codebook from now on, as one gesture, which undo takes back.
pub(crate) fn choose(shared: &mut Shared, book: &Book, word: &str, env: &Env<'_>) {
    if !shared.may_write() || shared.book.id == book.id {
        return;
    }
    let mut delta = Store::default();
    delta.put_book(shared.article_id(), book);
    shared.keep(Operation::Change(delta));
    let rewrites = [Rewrite::Choice(book.id.clone())];
    editing::rewrite(shared, Target::Choice, &rewrites, &strings::of_codebook(word), env);
}

/// Reads the open article with the codebook of another one from now on, as it stands there, or takes over what changed in it
/// there since. It keeps its id, so that what is tagged here and there is tagged with the same codes; the version tells where a
/// rule has changed. Only where this article knows another state of it, which undo may bring back, is it copied under an id of
/// its own. True when something changed.
pub(crate) fn borrow(shared: &mut Shared, book: &Book, word: &str, env: &Env<'_>) -> bool {
    let before = shared.book.clone();
    if book.id == before.id {
        take_over(shared, book, env);
        return shared.book != before;
    }
    let mut known = if shared.base.id == book.id { (*shared.base).clone() } else { Book::new(book.id.clone()) };
    let edits = shared.store().books.get(shared.article_id()).and_then(|books| books.get(&book.id));
    edits.into_iter().for_each(|edits| _ = known.join(edits));
    if known.is_untouched() || known == *book {
        choose(shared, book, word, env);
    } else {
        choose(shared, &book.copied(env.id().as_str().into()), word, env);
    }
    shared.book.id != before.id
}

/// Says what codes of other codebooks are with us, as one gesture, which undo takes back.
pub(crate) fn map(shared: &mut Shared, maps: Vec<(CodebookId, Code, Option<To>)>, word: &str, env: &Env<'_>) {
    let rewrites: Vec<Rewrite> = maps.into_iter().map(|(id, code, to)| Rewrite::Map(id, code, to)).collect();
    editing::rewrite(shared, Target::Maps, &rewrites, word, env);
}

/// Takes over what was edited in the same codebook elsewhere, as one gesture, which undo takes back.
pub(crate) fn take_over(shared: &mut Shared, theirs: &Book, env: &Env<'_>) {
    let edits = shared.book.news(theirs);
    if !edits.is_empty() {
        edit(shared, edits, strings::changes_used(), env);
    }
}

/// Words were typed into a field. They are stored after a pause, and when the field is left; all of it is one step of undo.
pub(crate) fn typed(shared: &mut Shared, item: Item, field: &'static str, text: Arc<str>, env: &Env<'_>) {
    if shared.typing.as_ref().is_some_and(|typing| typing.item != item || typing.field != field) {
        keep(shared, env);
    }
    let pause = shared.serial();
    let stored = shared.typing.take().and_then(|typing| typing.stored);
    shared.typing = Some(Typing { item, field, text, dirty: true, stored, pause });
    shared.effects.push(Effect::Wait(Timer::Field(pause), PAUSE_MS));
}

/// Stores what is typed, and ends the visit to its field.
pub(crate) fn keep(shared: &mut Shared, env: &Env<'_>) {
    store(shared, env);
    shared.typing.take_if(|typing| !typing.dirty);
}

/// Stores what is typed. Its field is still being written in.
pub(super) fn store(shared: &mut Shared, env: &Env<'_>) {
    if !shared.may_write() {
        return;
    }
    let Some(typing) = shared.typing.take_if(|typing| typing.dirty) else { return };
    let text = typing.text.trim();
    // What has a name keeps it: nothing could be found without one.
    let is_name = typing.field == field::LABEL;
    let value = if text.is_empty() { Value::Null } else { Value::of(text) };
    make_own(shared, env);
    let edits =
        if is_name && value.is_null() { Vec::new() } else { shared.book.set(&typing.item, typing.field, value) };
    let mut stored = typing.stored.clone();
    if !edits.is_empty() {
        let target = Target::Book(shared.book.id.clone());
        let rewrites: Vec<Rewrite> = edits.into_iter().map(Rewrite::Book).collect();
        let written = editing::write(shared, &shared.article_id().clone(), &target, &rewrites, None, env);
        let label: Arc<str> = strings::field_changed(called(typing.field)).into();
        if let Some(now) = written.first() {
            let (by, article) = (shared.annotator.clone(), shared.article_id().clone());
            let history = shared.history.entry(article).or_default();
            if !stored.is_some_and(|before| history.extend(&by, &before, now, &label)) {
                editing::done(shared, Arc::clone(&label), Change::Edits { target, written: written.clone() });
            }
            stored = Some(now.stamp.clone());
            shared.say_when_saved(label);
        }
    }
    shared.typing = Some(Typing { dirty: false, stored, ..typing });
}

/// What the page calls a field that can be typed into.
fn called(field: &'static str) -> &'static str {
    match field {
        field::TITLE => strings::name_of_codebook(),
        field::PROMPT => strings::prompt(),
        field::HOLDER => strings::whose_stance(),
        field::TARGET => strings::about_what(),
        field::LABEL => strings::label(),
        field::DEFINITION => strings::definition(),
        field::INCLUDE => strings::include(),
        field::EXCLUDE => strings::exclude(),
        field::EXAMPLE => strings::example(),
        field::KEY => strings::key(),
        other => other,
    }
}

/// Before the first edit, a codebook that everybody starts from becomes one's own, under an id of its own: what two people
/// write into the same beginning are two codebooks.
fn make_own(shared: &mut Shared, env: &Env<'_>) {
    if !shared.book.id.as_str().starts_with(sample::OURS) {
        return;
    }
    let own = shared.book.copied(env.id().as_str().into());
    let article = shared.article_id().clone();
    let before =
        shared.store().articles.get(&article).and_then(|facts| facts.codebook.as_ref()).map(|r| r.stamp.clone());
    let stamp = shared.tick(env, before.as_ref());
    let mut delta = Store::default();
    delta.put_book(&article, &own);
    shared.introduce(&mut delta, &stamp);
    delta.articles.entry(article.clone()).or_default().codebook = Some(Register::new(own.id.clone(), stamp.clone()));
    shared.keep(Operation::Change(delta));
    // Whoever chose the beginning can still take that back.
    if let Some(was) = before {
        let now = Written { back: Rewrite::Choice(own.id), stamp, over: None };
        shared.history.entry(article).or_default().renew(&Target::Choice, &was, &now);
    }
}
