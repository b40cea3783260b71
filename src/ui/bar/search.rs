//! The search panel: it stays open beside the article until it is closed.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::{msg::Msg, view::bar::SearchView},
    ui::{
        desk::Desk,
        kit::{dom, icon},
    },
};

/// The id of its field, where the focus goes when it is opened.
pub const FIELD: &str = "search";

/// The field keeps its own words; only when others are searched than it shows does it follow.
pub fn follow(field: &NodeRef, words: &str) {
    if let Some(field) = field.cast::<HtmlInputElement>().filter(|field| field.value() != words) {
        field.set_value(words);
    }
}

/// The search panel.
pub fn panel(desk: &Desk, search: &SearchView, field: &NodeRef) -> Html {
    let typed = {
        let desk = desk.clone();
        move |event: InputEvent| {
            if let Some(field) = dom::input(&event, "input") {
                desk.send(Msg::SearchTyped(field.value().into()));
            }
        }
    };
    let pressed = {
        let desk = desk.clone();
        move |event: KeyboardEvent| {
            let msg = match event.key().as_str() {
                _ if event.is_composing() => return,
                "Enter" if dom::input(&event, "input").is_some() => {
                    Msg::SearchStepped(if event.shift_key() { -1 } else { 1 })
                }
                "Escape" => Msg::SearchOpened(false),
                _ => return,
            };
            event.prevent_default();
            desk.send(msg);
        }
    };
    let clicked = {
        let desk = desk.clone();
        move |event: MouseEvent| {
            let Some(button) = dom::closest(&event, "button") else { return };
            desk.send(match button.get_attribute("value").as_deref() {
                Some("previous") => Msg::SearchStepped(-1),
                Some("next") => Msg::SearchStepped(1),
                _ => Msg::SearchOpened(false),
            });
        }
    };
    html! {
        <div class="pop search" role="search" hidden={!search.open} onkeydown={pressed} onclick={clicked}>
            <input
                type="search"
                id={FIELD}
                ref={field}
                aria-label="Search"
                aria-describedby="search-result"
                placeholder="Search the article"
                autocomplete="off"
                oninput={typed}
            />
            { button("previous", "up", "Previous finding") }
            { button("next", "down", "Next finding") }
            { button("close", "close", "Close search") }
            <p class="hint" id="search-result" translate="no">{ Rc::clone(&search.result) }</p>
        </div>
    }
}

fn button(value: &'static str, sign: &str, name: &'static str) -> Html {
    html! {
        <button type="button" class="btn btn-icon" {value} aria-label={name} title={name}>{ icon(sign) }</button>
    }
}
