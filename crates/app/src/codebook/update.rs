//! What happens on the codebook. Everything that is changed goes up as an edit of the codebook.

use super::{
    arrange, foreign,
    ids::{begin_id, field_id, merge_id, split_id},
    model::{Editing, SLICE},
    msg::{HEAD, Msg, Picking},
};
use crate::{
    class::context::Context,
    effect::{Effect, Focus},
    env::Env,
    intent::Intent,
    screen::Screen,
    shared::gesture::Gesture,
    strings::codebook as strings,
};
use postil_core::{
    base::{
        id::{CodebookId, OptionId, QuestionId, ThemeId},
        stamp::Clock,
    },
    codebook::{
        beginnings::BEGINNINGS,
        book::{Book, Item, Value, edit::Edit, field, gesture::Spot},
        code::Code,
        mapping::To,
        sample,
        sense::Sense,
    },
};
use std::sync::Arc;

/// The most questions that are asked at once.
pub(super) const MOST_QUESTIONS: usize = 5;
/// What a new question asks, until somebody writes what.
const TARGET: &str = strings::new_target();

/// Something happened.
pub(crate) fn update(page: &mut Editing, context: Context<'_>, env: &Env<'_>, msg: Msg) -> Vec<Intent> {
    let book = context.book;
    match msg {
        Msg::Typed(item, name, text) => vec![Intent::Codebook(Gesture::Type { item, field: name, text })],
        Msg::Left => vec![Intent::KeepWords],
        Msg::Saved(format) => vec![Intent::KeepWords, Intent::SaveCodebook(format)],
        Msg::Chosen(item, name, value) => edited(book.set(&item, name, value), strings::changed(), None),
        Msg::QuestionAdded => {
            if asked(context) >= MOST_QUESTIONS {
                return Vec::new();
            }
            let id = QuestionId::from(&*new_id(env));
            let edits = question(book, &id);
            edited(edits, strings::question_added(), Some(field_id(&Item::Question(id), field::TARGET)))
        }
        Msg::OptionAdded(question) => {
            let id = OptionId::from(&*new_id(env));
            let edits = book.add_option(&question, &id, strings::new_answer(), None);
            edited(edits, strings::answer_added(), Some(field_id(&Item::Option(question, id), field::LABEL)))
        }
        Msg::ThemeAdded => {
            let id = ThemeId::from(&*new_id(env));
            let edits = book.add_theme(&id, strings::new_theme(), None);
            page.drawn = usize::MAX;
            edited(edits, strings::theme_added(), Some(field_id(&Item::Theme(id), field::LABEL)))
        }
        Msg::Moved(item, down) => edited(arrange::moved(book, &item, down), strings::moved(), None),
        Msg::Dropped(item, beside, behind) => {
            let spot = if behind { Spot::After(&beside) } else { Spot::Before(&beside) };
            edited(book.put_at(&item, spot), strings::moved(), None)
        }
        Msg::Nested(theme, parent) => edited(book.nest(&theme, parent.as_ref()), strings::moved(), None),
        Msg::Began(picking) => {
            let left = std::mem::replace(&mut page.picking, picking);
            // Whoever gives it up is back at the button that began it.
            let id = match (&page.picking, &left) {
                (Some(Picking::Merge(theme)), _) => merge_id(theme),
                (Some(Picking::Split(theme)), _) => split_id(theme),
                (None, Some(left)) => begin_id(left),
                (None, None) => return Vec::new(),
            };
            vec![Intent::Do(Effect::Focus(Focus::Element(id)))]
        }
        Msg::MergedInto(theme, into) => {
            page.picking = None;
            arrange::merged(context, &theme, &into)
        }
        Msg::SplitInto(theme, names) => {
            let parts = arrange::parts(&names, || ThemeId::from(&*new_id(env)));
            if parts.len() < 2 {
                return vec![Intent::Toast(strings::write_two_names().into(), None)];
            }
            page.picking = None;
            arrange::split(context, &theme, &parts)
        }
        Msg::Archived(item, archived) => arrange::archived(context, &item, archived),
        Msg::BeginningChosen(id) => begin(&id),
        Msg::LentAsked => vec![Intent::Codebook(Gesture::Look(true))],
        Msg::TakenFrom(article) => vec![Intent::Codebook(Gesture::Take(article)), show_head()],
        Msg::Mapped(codebook, code, to) => {
            vec![Intent::Codebook(Gesture::Map {
                maps: vec![(codebook, code, to)],
                word: strings::codes_matched().into(),
            })]
        }
        Msg::Adopted(codebook, theme) => adopt(context, &codebook, &theme, env),
        Msg::SuggestionsTaken(codebook) => {
            let maps = foreign::open(context, &codebook).into_iter();
            let maps = maps.filter_map(|row| {
                let to = row.suggested?;
                Some((codebook.clone(), row.code, Some(To::Ours(to))))
            });
            let maps: Vec<(CodebookId, Code, Option<To>)> = maps.collect();
            if maps.is_empty() {
                return Vec::new();
            }
            vec![Intent::Codebook(Gesture::Map { maps, word: strings::codes_matched().into() })]
        }
        Msg::AgainAsked => vec![Intent::Show(Screen::Read), Intent::LookAgain],
        Msg::Rested => {
            if std::mem::take(&mut page.waits) {
                page.drawn = page.drawn.saturating_add(SLICE);
            }
            Vec::new()
        }
    }
}

/// The page is come to anew: what there is elsewhere may have changed.
pub(crate) fn readdressed(page: &mut Editing) {
    page.looked = false;
}

/// What takes several goes, goes on while it is shown: the page opens with the first themes, and the others follow.
pub(crate) fn go_on(page: &mut Editing, context: Context<'_>) -> Vec<Intent> {
    if context.screen != Screen::Codebook {
        *page = Editing::default();
        return Vec::new();
    }
    let mut intents = Vec::new();
    if !std::mem::replace(&mut page.looked, true) {
        intents.push(Intent::Codebook(Gesture::Look(false)));
    }
    if !page.waits && page.drawn < context.codebook.themes.len() {
        page.waits = true;
        intents.push(Intent::Do(Effect::AwaitIdle));
    }
    intents
}

/// How many questions are asked.
fn asked(context: Context<'_>) -> usize {
    context.codebook.asked().len()
}

fn edited(edits: Vec<Edit>, word: &str, focus: Option<Arc<str>>) -> Vec<Intent> {
    if edits.is_empty() {
        return Vec::new();
    }
    let mut intents = vec![Intent::Codebook(Gesture::Edit { edits, word: word.into() })];
    intents.extend(focus.map(|id| Intent::Do(Effect::Focus(Focus::Field(id)))));
    intents
}

/// A new question has the five stances, as the one that everybody begins with.
fn question(book: &Book, id: &QuestionId) -> Vec<Edit> {
    let mut edits = book.add_question(id, "", TARGET);
    let stances = BEGINNINGS[0].codebook().questions.into_iter().next().map(|question| question.options);
    let mut with = written(book, &edits);
    for option in stances.into_iter().flatten() {
        let mut more =
            with.add_option(id, &option.id, &option.label, option.sense.or_else(|| Sense::of_id(&option.id)));
        let item = Item::Option(id.clone(), option.id.clone());
        more.extend(with.set(&item, field::DEFINITION, Value::Text(option.definition)));
        with = written(&with, &more);
        edits.extend(more);
    }
    edits
}

/// The book as it would be with these edits.
fn written(book: &Book, edits: &[Edit]) -> Book {
    let mut with = book.clone();
    let delta = with.delta(edits, &mut Clock::new("draft".into()), 0);
    with.join(&delta);
    with
}

/// Another codebook takes the place of the one that is read with; the other stays, and undo brings it back.
fn begin(id: &str) -> Vec<Intent> {
    let Some(beginning) = BEGINNINGS.iter().find(|beginning| beginning.id == id) else { return Vec::new() };
    let book = Book::of(&beginning.codebook(), &sample::stamp());
    let gesture = Gesture::Choose { book: Box::new(book), word: beginning.name.into() };
    vec![Intent::Codebook(gesture), show_head()]
}

/// What was chosen may have left the place where one was, and what it is stands at the head.
fn show_head() -> Intent {
    Intent::Do(Effect::Focus(Focus::Element(HEAD.into())))
}

/// A theme of another codebook becomes one of ours, with its words, and what was tagged with it is shown there.
fn adopt(context: Context<'_>, codebook: &CodebookId, theme: &ThemeId, env: &Env<'_>) -> Vec<Intent> {
    let Some(theirs) = foreign::theme(context, codebook, theme) else { return Vec::new() };
    let id = ThemeId::from(&*new_id(env));
    let item = Item::Theme(id.clone());
    let mut edits = context.book.add_theme(&id, &theirs.label, None);
    for (name, text) in [
        (field::DEFINITION, &theirs.definition),
        (field::INCLUDE, &theirs.include),
        (field::EXCLUDE, &theirs.exclude),
        (field::EXAMPLE, &theirs.example),
    ] {
        if !text.is_empty() {
            edits.extend(context.book.set(&item, name, Value::Text(Arc::clone(text))));
        }
    }
    let from = Code::Theme(theme.clone());
    let maps = vec![(codebook.clone(), from, Some(To::Ours(Code::Theme(id))))];
    vec![
        Intent::Codebook(Gesture::Edit { edits, word: strings::theme_added().into() }),
        Intent::Codebook(Gesture::Map { maps, word: strings::codes_matched().into() }),
    ]
}

/// An id for something new, short enough to be read in a file.
fn new_id(env: &Env<'_>) -> String {
    env.id().chars().skip(20).collect()
}
