//! What stands where in a codebook, and what of it is offered: moved, merged, split, archived, brought back. What was pressed
//! goes with its card, so each says which card has the focus afterwards (a card, and none of its fields: there Undo would be that of
//! the field), and offers the way back.

use super::{ids::card_id, msg::HEAD};
use crate::{
    class::context::Context,
    effect::{Effect, Focus},
    intent::Intent,
    msg::Msg,
    notice::action,
    shared::gesture::Gesture,
    strings::codebook as strings,
};
use postil_core::{
    base::{id::ThemeId, script::isolated},
    codebook::{
        Codebook, StanceQuestion,
        book::{Book, Item, edit::Edit, gesture::Spot},
    },
};
use std::sync::Arc;

/// One place up or down among its like.
pub(super) fn moved(book: &Book, item: &Item, down: bool) -> Vec<Edit> {
    let row = row(&book.settle(), item);
    let Some(at) = row.iter().position(|other| other == item) else { return Vec::new() };
    let other = if down { row.get(at + 1) } else { at.checked_sub(1).and_then(|at| row.get(at)) };
    let spot = |other| if down { Spot::After(other) } else { Spot::Before(other) };
    other.map_or_else(Vec::new, |other| book.put_at(item, spot(other)))
}

/// What something stands among.
fn row(codebook: &Codebook, item: &Item) -> Vec<Item> {
    match item {
        Item::Book => Vec::new(),
        Item::Question(_) => codebook.asked().iter().map(|question| Item::Question(question.id.clone())).collect(),
        Item::Option(of, _) => {
            let options = codebook.question(of).into_iter().flat_map(StanceQuestion::offered);
            options.map(|option| Item::Option(of.clone(), option.id.clone())).collect()
        }
        Item::Theme(id) => {
            let parent = codebook.theme(id).and_then(|theme| theme.parent.clone());
            let beside = codebook.offered().filter(|theme| theme.parent == parent);
            beside.map(|theme| Item::Theme(theme.id.clone())).collect()
        }
    }
}

/// A theme goes into another, which has the focus then.
pub(super) fn merged(context: Context<'_>, theme: &ThemeId, into: &ThemeId) -> Vec<Intent> {
    let sentence = strings::was_merged(&called(context, theme), &called(context, into));
    done(context.book.merge(theme, into), strings::merged(), card_id(&Item::Theme(into.clone())), sentence)
}

/// The names of what a theme is to be split into, one a line, with new ids.
pub(super) fn parts(names: &str, id: impl Fn() -> ThemeId) -> Vec<(ThemeId, Arc<str>)> {
    let names = names.lines().map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| (id(), Arc::from(name))).collect()
}

/// A theme falls into these, of which the first has the focus then.
pub(super) fn split(context: Context<'_>, theme: &ThemeId, parts: &[(ThemeId, Arc<str>)]) -> Vec<Intent> {
    let focus = parts.first().map_or_else(|| HEAD.into(), |(id, _)| card_id(&Item::Theme(id.clone())));
    let sentence = strings::was_split(&called(context, theme));
    done(context.book.split(theme, parts), strings::split(), focus, sentence)
}

/// Something is not offered any more, and what stands beside it has the focus then; or it is offered again, and has it.
pub(super) fn archived(context: Context<'_>, item: &Item, archived: bool) -> Vec<Intent> {
    let edits = context.book.set_archived(item, archived);
    if !archived {
        return done(edits, strings::brought_back(), card_id(item), strings::back_in_use().into());
    }
    let asked = context.codebook.asked();
    let sentence = match item {
        Item::Question(id) if asked.iter().all(|question| question.id == *id) => strings::no_question_asked().into(),
        Item::Theme(id) => strings::theme_is_archived(&called(context, id)),
        Item::Option(..) => strings::answer_is_archived().into(),
        Item::Question(_) | Item::Book => strings::question_is_archived().into(),
    };
    done(edits, strings::archived(), beside(context, item), sentence)
}

/// The edits, where the focus is after them, and what is said of them, if there are any.
fn done(edits: Vec<Edit>, word: &str, focus: Arc<str>, sentence: String) -> Vec<Intent> {
    if edits.is_empty() {
        return Vec::new();
    }
    vec![
        Intent::Codebook(Gesture::Edit { edits, word: word.into() }),
        Intent::Do(Effect::Focus(Focus::Element(focus))),
        Intent::Toast(sentence.into(), Some(action(strings::undo(), Msg::UndoAsked))),
    ]
}

fn called(context: Context<'_>, theme: &ThemeId) -> String {
    isolated(&context.codebook.called(theme))
}

/// What stands behind something in its row, or before it where it is the last, or else the head of the screen.
fn beside(context: Context<'_>, item: &Item) -> Arc<str> {
    let row = row(context.codebook, item);
    let at = row.iter().position(|other| other == item);
    let other = at.and_then(|at| row.get(at + 1).or_else(|| row.get(at.checked_sub(1)?)));
    other.map_or_else(|| HEAD.into(), card_id)
}
