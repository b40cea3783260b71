//! A few words of which one is chosen.

use crate::ui::{
    desk::{Desk, sends},
    kit::tag::{Tag, div, input, span, tag},
};
use postil_app::msg::Msg;
use yew::virtual_dom::ListenerKind;

/// A few words of which one is chosen, under a title. The name is that of its group of radios on the page.
pub fn choice(
    desk: &Desk,
    title: &'static str,
    name: &'static str,
    choices: &'static [(&'static str, &'static str)],
    chosen: &str,
    msg: impl Fn(&'static str) -> Msg,
) -> Tag {
    let id = ["choice-", name].concat();
    let choices = choices.iter().map(|&(value, label)| {
        let radio = input("radio")
            .set("name", name)
            .set("value", value)
            .checked(value == chosen)
            .on(ListenerKind::onchange, sends(desk, msg(value)));
        tag("label").key(value).kid(radio).kid(tag("span").text(label))
    });
    let choices = div("seg").set("role", "radiogroup").made("aria-labelledby", id.clone()).all(choices);
    tag("div").kid(span("label").made("id", id).text(title)).kid(choices)
}
