//! Finds a theme by typing: the best match is marked, Enter switches it, Escape goes back to the article.

use std::rc::Rc;

use yew::{html::Scope, prelude::*};

use super::{Inspector, Own};
use crate::ui::kit::{dom, kbd, kbd::shortcut};

/// The id of the field.
pub const FIELD: &str = "find-theme";

/// The field that finds a theme, and the key that goes to it.
pub fn finder(key: &Rc<str>, link: &Scope<Inspector>) -> Html {
    let typed = link.batch_callback(|event: InputEvent| {
        dom::input(&event, "input").map(|field| Own::Finding(field.value().trim().to_lowercase().into()))
    });
    html! {
        <div class="finder">
            <input
                type="text"
                id={FIELD}
                aria-label="Find a theme"
                aria-keyshortcuts={shortcut(key)}
                aria-describedby="find-theme-hint"
                placeholder="Find a theme"
                autocomplete="off"
                oninput={typed}
            />
            { kbd(Rc::clone(key)) }
            <span class="vh" id="find-theme-hint">{"Enter switches the first theme that fits, Escape goes back to the article."}</span>
        </div>
    }
}
