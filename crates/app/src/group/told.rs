//! What the program that stores tells: the article, everything said of it, each change, and where the page stands.

use super::{discuss, effect::Effect, model::Model, msg::Msg};
use crate::{library::read_stored, msg::Screen};
use postil_core::{
    base::id::AnnotatorId,
    keep::{
        operation::{Entry, decode},
        store::Store,
    },
};
use std::sync::Arc;

/// What happened here by its saying so: a key was pressed, or there is something to know.
#[must_use]
pub fn heard(kind: &str, text: &str) -> Msg {
    if kind == "turn" { Msg::Stepped(text == "on") } else { Msg::Told(kind.into(), text.into()) }
}

/// Takes it in.
pub fn told(model: &mut Model, kind: &str, text: &str) {
    match kind {
        "article" => article(model, text),
        "state" => {
            if let Ok(Entry::Change(store)) = decode(text) {
                model.store = store;
                model.ready = true;
            }
        }
        "change" => {
            if let Ok(Entry::Change(change)) = decode(text) {
                _ = model.store.join(&change);
            }
        }
        "place" => place(model, text),
        _ => {}
    }
}

fn article(model: &mut Model, text: &str) {
    let Some((article, codebook)) = read_stored(text) else { return };
    if article.id() != model.article.id() {
        let fresh = Model::default();
        (model.left_out, model.names, model.board, model.question) =
            (fresh.left_out, fresh.names, fresh.board, fresh.question);
        (model.deciding, model.draft, model.discuss) = (0, None, fresh.discuss);
    }
    model.ready = false;
    model.store = Store::default();
    (model.article, model.codebook) = (article, codebook);
}

/// "compare ANNOTATOR", and what else holds: "locked", "mac", "example".
fn place(model: &mut Model, text: &str) {
    let mut words = text.split(' ');
    let word = words.next().unwrap_or_default();
    let screen = Screen::ALL.into_iter().find(|screen| screen.word() == word).unwrap_or_default();
    if screen != model.screen {
        model.screen = screen;
        model.effects.push(Effect::ScrollUp);
    }
    discuss::readdressed(model);
    model.annotator = AnnotatorId::new(Arc::<str>::from(words.next().unwrap_or_default()));
    (model.locked, model.mac, model.example) = (false, false, false);
    for word in words {
        model.example |= word == "example";
        model.locked |= word == "locked";
        model.mac |= word == "mac";
    }
}
