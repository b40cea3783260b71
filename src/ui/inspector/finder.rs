//! Finds a theme by typing: the best match is marked, Enter switches it, Escape goes back to the article.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::kit::{Kbd, kbd::shortcut};

/// The id of the field.
pub const FIELD: &str = "find-theme";

/// What the finder needs.
#[derive(Clone, PartialEq, Properties)]
pub struct FinderProps {
    /// The key that goes to it.
    pub shown_key: Rc<str>,
    /// Words were typed.
    pub typed: Callback<Rc<str>>,
    /// The best match is meant.
    pub taken: Callback<()>,
    /// Back to the article.
    pub left: Callback<()>,
}

/// The field that finds a theme.
#[component]
pub fn Finder(props: &FinderProps) -> Html {
    let field = use_node_ref();
    let input = use_callback(props.typed.clone(), {
        let field = field.clone();
        move |_: InputEvent, typed: &Callback<Rc<str>>| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                typed.emit(field.value().into());
            }
        }
    });
    let pressed = use_callback((props.typed.clone(), props.taken.clone(), props.left.clone()), {
        let field = field.clone();
        move |event: KeyboardEvent, (typed, taken, left): &(Callback<Rc<str>>, Callback<()>, Callback<()>)| {
            let then = match event.key().as_str() {
                _ if event.is_composing() => return,
                "Enter" => taken,
                "Escape" => left,
                _ => return,
            };
            event.prevent_default();
            then.emit(());
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value("");
                typed.emit("".into());
            }
        }
    });
    html! {
        <div class="finder">
            <input
                type="text"
                id={FIELD}
                ref={field}
                aria-label="Find a theme"
                aria-keyshortcuts={shortcut(&props.shown_key)}
                aria-describedby="find-theme-hint"
                placeholder="Find a theme"
                autocomplete="off"
                oninput={input}
                onkeydown={pressed}
            />
            <Kbd text={Rc::clone(&props.shown_key)} />
            <span class="vh" id="find-theme-hint">{"Enter switches the first theme that fits, Escape goes back to the article."}</span>
        </div>
    }
}
