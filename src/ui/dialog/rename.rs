//! A name that is changed in its place.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{Around, Note};
use crate::{
    app::msg::Msg,
    ui::kit::{dom, icon},
};

/// The field, of which there is at most one.
pub const FIELD: &str = "form[data-rename] input";

/// A field with the name, ready to be typed over: Enter keeps what is typed, Esc gives it up. The dialog moves the focus
/// into it.
pub fn rename(around: &Around<'_>, label: String, name: &Rc<str>, msg: impl Fn(Rc<str>) -> Msg + 'static) -> Html {
    let submitted = {
        let desk = around.desk.clone();
        around.link.callback(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(name) = written(&event) {
                desk.send(msg(name));
            }
            Note::Renamed
        })
    };
    let pressed = around.link.batch_callback(|event: KeyboardEvent| {
        let given_up = event.key() == "Escape" && !event.is_composing();
        if given_up {
            // The dialog around stays open.
            event.prevent_default();
            event.stop_propagation();
        }
        given_up.then_some(Note::Renamed)
    });
    html! {
        <form class="adder" data-rename="" onsubmit={submitted}>
            <input ~value={Rc::clone(name)} aria-label={label} autocomplete="off" dir="auto" onkeydown={pressed} />
            <button class="btn btn-line" type="submit">{"Rename"}</button>
        </form>
    }
}

/// The button that begins it.
pub fn pencil(around: &Around<'_>, row: Rc<str>, name: &str) -> Html {
    let onclick = around.link.batch_callback(move |event: MouseEvent| {
        let button = wasm_bindgen::JsCast::dyn_into::<HtmlElement>(dom::closest(&event, "button")?).ok()?;
        Some(Note::Renaming(Rc::clone(&row), button))
    });
    html! {
        <button
            class="btn btn-icon btn-small"
            type="button"
            aria-label={["Rename ", name].concat()}
            title="Rename"
            {onclick}
        >
            { icon("edit") }
        </button>
    }
}

/// What is written in the field of a form.
pub fn written(event: &SubmitEvent) -> Option<Rc<str>> {
    let input = dom::target(event)?.query_selector("input").ok()??;
    wasm_bindgen::JsCast::dyn_into::<HtmlInputElement>(input).ok().map(|input| input.value().into())
}
