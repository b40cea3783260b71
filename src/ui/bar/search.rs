//! The search panel: it stays open beside the article until it is closed.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::PartProps;
use crate::{
    app::msg::Msg,
    ui::{
        desk::use_desk,
        kit::{Icon, dom},
    },
};

/// The id of its field, where the focus goes when it is opened.
pub const FIELD: &str = "search";

/// The search panel.
#[component]
pub fn SearchPanel(props: &PartProps) -> Html {
    let search = &props.bar.search;
    let desk = use_desk();
    let field = use_node_ref();
    // The field keeps its own words; only when others are searched than it shows does it follow.
    use_effect_with(Rc::clone(&search.words), {
        let field = field.clone();
        move |words| {
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|field| field.value() != **words) {
                field.set_value(words);
            }
        }
    });
    let typed = use_callback((), {
        let (desk, field) = (desk.clone(), field.clone());
        move |_: InputEvent, ()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                desk.send(Msg::SearchTyped(field.value().into()));
            }
        }
    });
    let pressed = use_callback((), {
        let desk = desk.clone();
        move |event: KeyboardEvent, ()| {
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
    });
    let clicked = use_callback((), move |event: MouseEvent, ()| {
        let Some(button) = dom::closest(&event, "button") else { return };
        desk.send(match button.get_attribute("value").as_deref() {
            Some("previous") => Msg::SearchStepped(-1),
            Some("next") => Msg::SearchStepped(1),
            _ => Msg::SearchOpened(false),
        });
    });
    let button = |value: &'static str, icon, name: &'static str| {
        html! {
            <button type="button" class="btn btn-icon" {value} aria-label={name} title={name}><Icon name={icon} /></button>
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
