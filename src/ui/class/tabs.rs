//! Parts of a screen as tabs: one stop of the Tab key, and arrow keys go from one to the next, which opens it.

use super::desk::{Desk, sends};
use crate::ui::kit::{
    dom,
    tag::{Tag, button, div},
};
use postil_app::class::msg::Msg;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};
use yew::virtual_dom::ListenerKind;

/// A tab: its words, the id of its element, whether its part is shown, and what choosing it means.
pub struct Choice {
    /// Its words.
    pub words: &'static str,
    /// The id of its element, by which the panel is named.
    pub id: &'static str,
    /// Whether its part is shown.
    pub chosen: bool,
    /// What choosing it means.
    pub msg: Msg,
}

/// The tabs of the panel with this id. While something else is shown none is chosen, and Tab comes to the first.
pub fn tabs(desk: &Desk, label: &'static str, panel: &'static str, choices: Vec<Choice>) -> Tag {
    let stop = choices.iter().position(|choice| choice.chosen).unwrap_or(0);
    let choice = |(at, choice): (usize, Choice)| {
        button("tab")
            .key(choice.id)
            .set("id", choice.id)
            .set("role", "tab")
            .set("aria-selected", if choice.chosen { "true" } else { "false" })
            .set("tabindex", if at == stop { "0" } else { "-1" })
            .maybe("aria-controls", choice.chosen.then_some(yew::AttrValue::Static(panel)))
            .click(sends(desk, choice.msg))
            .text(choice.words)
    };
    div("tabs")
        .set("role", "tablist")
        .label(label)
        .on(ListenerKind::onkeydown, Rc::new(|event| moved(&event)))
        .all(choices.into_iter().enumerate().map(choice))
}

/// Arrow keys, Home and End. Where the page runs to the left, the next tab is to the left.
fn moved(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(tab) = dom::closest(event, "[role=tab]") else { return };
    let list = tab.parent_element();
    let first = || list.as_ref().and_then(|list| list.first_element_child());
    let last = || list.as_ref().and_then(|list| list.last_element_child());
    let leftward =
        dom::closest(event, "[dir]").is_some_and(|around| around.get_attribute("dir").as_deref() == Some("rtl"));
    let next = match (&*event.key(), leftward) {
        ("ArrowRight", false) | ("ArrowLeft", true) => tab.next_element_sibling().or_else(first),
        ("ArrowLeft", false) | ("ArrowRight", true) => tab.previous_element_sibling().or_else(last),
        ("Home", _) => first(),
        ("End", _) => last(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
        next.click();
    }
}

#[cfg(test)]
mod tests {
    use crate::ui::{class::tabs::*, kit::drawn::drawn};
    use yew::Callback;

    #[test]
    fn one_tab_is_a_stop_and_names_the_panel_that_it_opens() {
        let desk = Desk { dispatch: Callback::noop(), files: Callback::noop() };
        let choice = |words, id, chosen| Choice { words, id, chosen, msg: Msg::NamesSwitched(true) };
        let row = |chosen| {
            drawn(&tabs(&desk, "Parts", "panel", vec![choice("A", "a", false), choice("B", "b", chosen)]).html())
        };
        let chosen = row(true);
        assert!(chosen.starts_with("<div aria-label=\"Parts\" class=\"tabs\" role=\"tablist\">"), "{chosen}");
        assert_eq!(chosen.matches("tabindex=\"0\"").count(), 1);
        assert_eq!(chosen.matches("aria-controls=\"panel\"").count(), 1);
        assert!(chosen.contains("aria-selected=\"true\""));
        let none = row(false);
        assert!(!none.contains("aria-controls") && none.matches("tabindex=\"0\"").count() == 1, "{none}");
    }
}
