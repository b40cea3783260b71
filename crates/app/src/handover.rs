//! What is handed over to the program of the group's screens (Compare, Discuss, Report, Codebook), and what it says back.
//!
//! That program is a second one, fetched when it is first used. It keeps nothing: it is told the article and everything
//! said of it, then each change, and whatever a person does there comes back as a message and is stored here, like any
//! other gesture. So there is one writer, and undo works across all screens.

use crate::{
    effect::Effect,
    lazy,
    model::{Env, Model, OpenNote},
    msg::{DialogKind, Msg, Screen},
    note, tagging,
};
use postil_core::{
    base::id::ImportId,
    exchange::example::is_made_up,
    keep::{
        ledger::EXAMPLE,
        operation::{Entry, decode, encode},
        store::Store,
    },
    record::{edit, whose::Whose},
};
use std::sync::Arc;

/// Whether the other program is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// Nobody has asked for it.
    #[default]
    Absent,
    /// It is on its way.
    Awaited,
    /// It listens.
    Here,
    /// It did not arrive, or has failed.
    Failed,
}

/// The way to the other program.
#[derive(Debug, Default)]
pub struct Handover {
    /// Whether it is here.
    pub presence: Presence,
    /// What it was told of the article: its id and title.
    article: Option<(Arc<str>, Arc<str>)>,
    /// True when it knows everything but the changes that wait.
    knows: bool,
    /// Changes that it has not been told yet.
    changes: Vec<Arc<str>>,
    /// What it was told of the page.
    place: Arc<str>,
}

impl Handover {
    /// The page has another address: the other program is told anew what is shown, since it keeps its place in it.
    pub fn readdressed(&mut self) {
        self.place = "".into();
    }

    /// A record was stored here.
    pub fn stored(&mut self, entry: &Entry, text: &str) {
        if self.knows {
            match entry {
                Entry::Change(_) => self.changes.push(text.into()),
                // Imports and what takes them back are no simple additions.
                _ => self.knows = false,
            }
        }
    }
}

/// Tells the other program what it does not know yet, while one of its screens is shown.
pub fn tell(model: &mut Model) {
    if model.touched.all {
        model.handover.knows = false;
    }
    if model.screen == Screen::Read || model.is_busy() {
        return;
    }
    match model.handover.presence {
        Presence::Absent => {
            model.handover.presence = Presence::Awaited;
            model.effects.push(Effect::CallGroup);
            return;
        }
        Presence::Awaited | Presence::Failed => return,
        Presence::Here => {}
    }
    let here = (model.article_id().to_shared(), model.view_title());
    if model.handover.article.as_ref() != Some(&here) {
        let mut article = (*model.opened.article).clone();
        article.masthead.title = Arc::clone(&here.1);
        let text = crate::library::stored_form(&(Arc::new(article), Arc::clone(&model.opened.codebook)));
        say(model, "article", text.into());
        model.handover.article = Some(here);
        model.handover.knows = false;
    }
    let changes = std::mem::take(&mut model.handover.changes);
    if std::mem::replace(&mut model.handover.knows, true) {
        for text in changes {
            say(model, "change", text);
        }
    } else {
        let text = encode(&Entry::Change(everything(model)));
        say(model, "state", text.into());
    }
    let mode = if model.may_write() { "" } else { " locked" };
    let mac = if model.keymap.mac { " mac" } else { "" };
    // Its people are made up however they came in: by themselves, or in a file with others.
    let layers = model.store().layers.get(model.article_id());
    let example = layers.is_some_and(|layers| layers.iter().any(|(id, layer)| is_made_up(id) && !layer.is_silent()));
    let example = if example { " example" } else { "" };
    let place: Arc<str> = format!("{} {}{mode}{mac}{example}", model.screen.word(), model.annotator).into();
    if place != model.handover.place {
        model.handover.place = Arc::clone(&place);
        say(model, "place", place);
    }
}

/// A key that turns the pages of a discussion was pressed: it is heard here, where all keys are, and done there.
pub fn turn(model: &mut Model, on: bool) {
    if model.handover.presence == Presence::Here {
        say(model, "turn", if on { "on" } else { "back" }.into());
    }
}

fn say(model: &mut Model, kind: &'static str, text: Arc<str>) {
    model.effects.push(Effect::TellGroup(kind, text));
}

/// Everything that was said of the open article, with who said it and the settings of this browser.
fn everything(model: &Model) -> Store {
    let store = model.store();
    let id = model.article_id();
    let mut all = Store { annotators: store.annotators.clone(), settings: store.settings.clone(), ..Store::default() };
    all.layers.extend(store.layers.get(id).map(|layers| (id.clone(), layers.clone())));
    all.decisions.extend(store.decisions(id).map(|decisions| (id.clone(), decisions.clone())));
    // With the first words of paragraphs: feedback files carry those of paragraphs that are gone from the article.
    if let Some(facts) = store.articles.get(id) {
        all.articles.insert(id.clone(), facts.clone());
    }
    all
}

/// The other program arrived, or did not.
pub fn came(model: &mut Model, here: bool) {
    model.handover = Handover { presence: if here { Presence::Here } else { Presence::Failed }, ..Handover::default() };
}

/// Something was done on one of the group's screens.
pub fn said(model: &mut Model, [kind, name, text]: [&Arc<str>; 3], env: &Env<'_>) {
    match &**kind {
        "edit" => edited(model, name, text, env),
        "typing" => {
            name_decisions(model, env);
            typing(model, name, text, env);
        }
        "typed" => note::keep(model, env),
        "example" => lazy::pass(model, Msg::GroupSaid(Arc::clone(kind), Arc::clone(name), Arc::clone(text)), env),
        "without-example" => without_example(model, env),
        "import" => crate::update::open_dialog(model, DialogKind::Import),
        "failed" => came(model, false),
        _ => {}
    }
}

/// The group's sentence on a paragraph is being typed: a draft like any other note.
fn typing(model: &mut Model, paragraph: &Arc<str>, text: &Arc<str>, env: &Env<'_>) {
    let note = OpenNote {
        whose: Whose::Class,
        article: model.article_id().clone(),
        paragraph: Arc::clone(paragraph).into(),
        text: Arc::clone(text),
    };
    note::typed(model, note, env);
}

/// Edits of one record come as a change with stamps of no account: this tab gives them its own.
fn edited(model: &mut Model, word: &str, text: &str, env: &Env<'_>) {
    let Ok(Entry::Change(change)) = decode(text) else { return };
    note::keep(model, env);
    let article = model.article_id().clone();
    for (whose, paragraph, record) in change.all_said(&article) {
        let edits = match whose {
            Whose::Class => {
                name_decisions(model, env);
                model.store().adjudication(&article, paragraph).edits_again(record)
            }
            Whose::Annotator(_) => edit::all(record),
        };
        tagging::edit_record(model, &whose, paragraph, &edits, word, env);
    }
}

/// In files decisions go by a name, as every layer does.
fn name_decisions(model: &mut Model, env: &Env<'_>) {
    if model.may_write() && model.store().decisions_name.is_none() {
        let stamp = model.tick(env, None);
        model.keep(Entry::Change(Store::naming_decisions(stamp)));
    }
}

fn without_example(model: &mut Model, env: &Env<'_>) {
    let import = model.store().setting(EXAMPLE).cloned().map(ImportId::new);
    let Some(import) = import.filter(|import| model.ledger.import_counts(import) == Some(true)) else {
        model.toast("The example class came in a file with others. Undo that import to be rid of it.", None);
        return;
    };
    tagging::switch_import(model, &import, false, "the example class", env);
    model.toast("The example class is gone. Undo brings it back.", None);
}
