//! Clicks and keys: one listener for all radios and check boxes, and one for the keys that mean something here.

use crate::ui::{
    desk::Desk,
    inspector::{
        finder, note,
        own::{Own, focus_article},
        themes,
    },
    kit::{dom, field, tag::Act},
};
use postil_app::read::{self, view::inspector::InspectorView};
use postil_core::{
    base::id::{OptionId, QuestionId, ThemeId},
    record::Confidence,
};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The name of a question's radios begins with this.
pub const ANSWER: &str = "answer-";
/// The name of its confidence's radios begins with this.
pub const CONFIDENCE: &str = "confidence-";

/// The name of the box that lets the next paragraph come by itself.
pub const GOING_ON: &str = "going-on";

/// Clicks, not changes: arrow keys click too, and a chosen radio does not change by a click. The chosen one, chosen again,
/// is taken back.
pub fn clicked(desk: &Desk, own: &Callback<Own>) -> Act {
    let (desk, own) = (desk.clone(), own.clone());
    Rc::new(move |event| {
        let Some(input) = dom::input(&event, "input[type=radio], input[type=checkbox]") else { return };
        // The second click of a double click is not meant to take back what the first one chose.
        let twice = event.dyn_ref::<MouseEvent>().is_some_and(|event| event.detail() > 1);
        if twice && input.type_() == "radio" {
            own.emit(Own::Redraw(input.name().into()));
        } else {
            choose(&desk, &own, &input);
        }
    })
}

/// Space on the chosen radio takes it back; the finder and the note have keys of their own.
pub fn pressed(desk: &Desk, view: &Arc<InspectorView>, words: &Arc<str>, own: &Callback<Own>) -> Act {
    let (desk, view, words, own) = (desk.clone(), Arc::clone(view), Arc::clone(words), own.clone());
    Rc::new(move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(radio) = dom::taken_back(event) {
            choose(&desk, &own, &radio);
            return;
        }
        if event.is_composing() {
            return;
        }
        let Some(target) = dom::target(event) else { return };
        let key = event.key();
        if key == "Escape" && dom::input(event, "[type=radio], [type=checkbox]").is_some() {
            return focus_article(view.index);
        }
        match (target.id().as_str(), key.as_str()) {
            (finder::FIELD, "Enter") => match themes::best(&view, &words) {
                Some(theme) => desk.send(read::Msg::ThemeToggled(theme.clone())),
                None if words.is_empty() => {}
                None => desk.send(read::Msg::ThemeMade(Arc::clone(&words))),
            },
            (finder::FIELD, "Escape") => focus_article(view.index),
            (note::FIELD, "Escape") => desk.send(read::Msg::NoteKept(true)),
            (note::FIELD, "Enter") if event.ctrl_key() || event.meta_key() => desk.send(read::Msg::NoteKept(true)),
            _ => return,
        }
        event.prevent_default();
        if let Some(field) = dom::input(event, "input") {
            field::write(&field, "");
            own.emit(Own::Finding(Arc::from("")));
        }
    })
}

/// A radio or a check box was meant.
fn choose(desk: &Desk, own: &Callback<Own>, input: &HtmlInputElement) {
    let (name, value) = (input.name(), input.value());
    let msg = if let Some(question) = name.strip_prefix(ANSWER) {
        read::Msg::StanceChosen(QuestionId::new(question), OptionId::new(value.as_str()))
    } else if let Some(question) = name.strip_prefix(CONFIDENCE) {
        let Some(said) = Confidence::from_word(&value) else { return };
        read::Msg::ConfidenceChosen(QuestionId::new(question), said)
    } else if name == GOING_ON {
        read::Msg::GoingOn(input.checked())
    } else if name == note::PRIVATE {
        read::Msg::NotePrivate(input.checked())
    } else if name == themes::NONE {
        read::Msg::NoneToggled
    } else {
        read::Msg::ThemeToggled(ThemeId::new(value.as_str()))
    };
    desk.send(msg);
    let part = if name == themes::THEME { value } else { name };
    own.emit(Own::Redraw(part.into()));
}
