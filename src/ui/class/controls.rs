//! Controls that the class’s screens share.

use super::desk::{Desk, sends, tells};
use crate::{
    strings::class as strings,
    ui::kit::tag::{Tag, classed, div, input, span, tag},
};
use postil_app::{
    class::{msg::Msg, view::AnnotatorsView},
    compare::board::Choice,
};
use postil_core::measure::division::ORDER;
use std::sync::Arc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// One of several, side by side: its words, whether it is chosen, and what choosing it means.
pub struct Pick {
    /// Its words.
    pub words: &'static str,
    /// Whether it is chosen.
    pub chosen: bool,
    /// What choosing it means.
    pub msg: Msg,
}

impl Pick {
    /// One of several.
    pub fn new(words: &'static str, chosen: bool, msg: impl Into<Msg>) -> Self {
        Self { words, chosen, msg: msg.into() }
    }
}

/// A row of which one is chosen. `name` is unique on the page.
pub fn segments(desk: &Desk, name: &'static str, label: &'static str, picks: Vec<Pick>) -> Tag {
    let pick = |pick: Pick| {
        let radio =
            input("radio").set("name", name).checked(pick.chosen).on(ListenerKind::onchange, sends(desk, pick.msg));
        tag("label").key(pick.words).kid(radio).kid(tag("span").text(pick.words))
    };
    div("seg").set("role", "radiogroup").label(label).all(picks.into_iter().map(pick))
}

/// A list to choose from; the first entry, `all`, chooses nothing.
pub fn select<M: Into<Msg>>(
    desk: &Desk,
    label: &'static str,
    all: &'static str,
    choices: &[Choice],
    chosen: impl Fn(Option<Arc<str>>) -> M + 'static,
) -> Tag {
    let change = tells(desk, move |event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        Some(chosen((!value.is_empty()).then(|| value.into())))
    });
    let entry = |choice: &Choice| {
        tag("option")
            .key(&choice.id)
            .put("value", &choice.id)
            .flag("selected", choice.chosen)
            .verbatim()
            .words(&choice.label)
    };
    let none = tag("option").set("value", "").flag("selected", !choices.iter().any(|choice| choice.chosen)).text(all);
    let list = tag("select").label(label).on(ListenerKind::onchange, change);
    classed("span", "select").kid(list.all(std::iter::once(none).chain(choices.iter().map(entry))))
}

/// What "by disagreement" means, for whoever asks.
pub fn order_made() -> Tag {
    classed("details", "order-made")
        .kid(tag("summary").text(strings::how_order_works()))
        .kid(classed("p", "hint").text(ORDER))
}

/// Through which question everything is seen, and the choice of another; nothing where the codebook asks only one.
pub fn question(desk: &Desk, view: &AnnotatorsView) -> Tag {
    let change = tells(desk, |event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        Some(Msg::QuestionChosen(value.parse().ok()?))
    });
    let entry = |(at, prompt): (usize, &Arc<str>)| {
        tag("option")
            .key(&at.to_string())
            .made("value", at.to_string())
            .flag("selected", at == view.question)
            .verbatim()
            .words(prompt)
    };
    let list = tag("select").on(ListenerKind::onchange, change).all(view.questions.iter().enumerate().map(entry));
    classed("label", "select asked")
        .hidden(view.questions.len() < 2)
        .kid(span("label").text(strings::question()))
        .kid(list)
}

/// A box to tick, with its words.
pub fn tick(desk: &Desk, words: &'static str, on: bool, msg: impl Fn(bool) -> Msg + 'static) -> Tag {
    let change = tells(desk, move |event| Some(msg(event.target_dyn_into::<HtmlInputElement>()?.checked())));
    let check = input("checkbox").checked(on).on(ListenerKind::onchange, change);
    classed("label", "tick").kid(check).kid(span("").text(words))
}

#[cfg(test)]
mod tests {
    use crate::ui::{class::controls::*, kit::drawn::drawn};
    use postil_app::compare::board::Beside;
    use postil_core::codebook::sign::sign;

    fn desk() -> Desk {
        Desk { dispatch: Callback::noop(), files: Callback::noop() }
    }

    #[test]
    fn of_a_row_one_is_chosen_and_the_row_has_a_name() {
        let pick = |words, chosen| Pick::new(words, chosen, Msg::NamesSwitched(true));
        let row = drawn(&segments(&desk(), "part", "Parts", vec![pick("One", false), pick("Two", true)]).html());
        assert!(row.starts_with("<div aria-label=\"Parts\" class=\"seg\" role=\"radiogroup\">"));
        let radio = |checked, words| {
            format!("<label><input name=\"part\" type=\"radio\" checked={checked}></input><span>{words}</span></label>")
        };
        assert!(row.contains(&(radio(false, "One") + &radio(true, "Two"))), "{row}");
    }

    #[test]
    fn a_list_begins_with_the_entry_that_chooses_nothing() {
        let choice = |chosen| Choice {
            id: "a".into(),
            label: "Ann".into(),
            sign: Beside::Answer(sign(&"a".into(), None)),
            chosen,
        };
        let list = |choices: &[Choice]| {
            drawn(&select(&desk(), "Who", "Everybody", choices, |_| Msg::NamesSwitched(true)).html())
        };
        let none = "<option selected=\"selected\" value=\"\">Everybody</option>";
        assert!(list(&[]).contains(none) && list(&[choice(false)]).contains(none));
        let chosen = list(&[choice(true)]);
        assert!(chosen.contains("<option value=\"\">Everybody</option>"), "{chosen}");
        assert!(chosen.contains("<option selected=\"selected\" translate=\"no\" value=\"a\">Ann</option>"));
    }

    #[test]
    fn a_box_stands_in_its_label() {
        let on = drawn(&tick(&desk(), "Show names", true, Msg::NamesSwitched).html());
        assert!(on.contains("type=\"checkbox\" checked=true") && on.contains("Show names"));
    }
}
