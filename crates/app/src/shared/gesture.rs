//! What people do with the codebook of the open article. It is carried out with the dialogs.

use super::{Shared, codebook, editing, lending, note};
use crate::{env::Env, msg::Msg, notice::action, strings::shared as strings};
use postil_core::{
    base::{
        id::{ArticleId, CodebookId, ParagraphId, ThemeId},
        script::isolated,
    },
    codebook::{
        book::{Book, Item, Value, edit::Edit, field},
        code::Code,
        mapping::To,
    },
    record::edit,
};
use std::sync::Arc;

/// A gesture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Edits of the codebook.
    Edit {
        /// What is to change.
        edits: Vec<Edit>,
        /// What was done, for undo and screen readers.
        word: Arc<str>,
    },
    /// Codes of other codebooks are to be read so.
    Map {
        /// Of which codebook, which code, and what it is with us.
        maps: Vec<(CodebookId, Code, Option<To>)>,
        /// What was done.
        word: Arc<str>,
    },
    /// The open article is to be read with another codebook.
    Choose {
        /// Which one.
        book: Box<Book>,
        /// Its name.
        word: Arc<str>,
    },
    /// The codebooks of other articles are to be found: that of the one that was worked on last or, with `true`, of all.
    Look(bool),
    /// The open article is to be read with the codebook of this one.
    Take(ArticleId),
    /// Words are being typed into a field of the codebook.
    Type {
        /// What it belongs to.
        item: Item,
        /// Which field.
        field: &'static str,
        /// What stands in it.
        text: Arc<str>,
    },
    /// These words of the article are to be the example of a theme.
    Example(ThemeId, Arc<str>),
    /// A theme with this name is to be made, and chosen for this paragraph by whoever tags here.
    Theme(ParagraphId, Arc<str>),
}

/// Carries it out.
pub(crate) fn carry_out(shared: &mut Shared, gesture: Gesture, env: &Env<'_>) {
    if !matches!(gesture, Gesture::Type { .. } | Gesture::Look(_)) {
        note::keep(shared, env);
    }
    match gesture {
        Gesture::Edit { edits, word } => codebook::edit(shared, edits, &word, env),
        Gesture::Map { maps, word } => codebook::map(shared, maps, &word, env),
        Gesture::Choose { book, word } => codebook::choose(shared, &book, &word, env),
        Gesture::Look(all) => lending::look(shared, all),
        Gesture::Take(article) => lending::take(shared, &article, env),
        Gesture::Type { item, field, text } => codebook::typed(shared, item, field, text, env),
        Gesture::Example(theme, words) => {
            let edits = shared.book.set(&Item::Theme(theme.clone()), field::EXAMPLE, Value::Text(words));
            if !edits.is_empty() && shared.may_write() {
                let label = isolated(&shared.codebook.called(&theme));
                codebook::edit(shared, edits, &strings::example_added(&label), env);
                let sentence = strings::has_other_example(&label);
                shared.toast(sentence, Some(action(strings::undo(), Msg::UndoAsked)));
            }
        }
        Gesture::Theme(paragraph, name) => {
            let id = ThemeId::from(&*env.id().chars().skip(20).collect::<String>());
            let edits = shared.book.add_theme(&id, &name, None);
            codebook::edit(shared, edits, &strings::theme_created(&name), env);
            let annotator = shared.annotator.clone();
            let tag = edit::toggle_theme(&editing::stored_record(shared, &annotator, &paragraph), &id);
            editing::edit_record(shared, &annotator, &paragraph, &tag, &name, env);
        }
    }
}
