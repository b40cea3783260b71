//! How the page looks: its colours, and the type of the article.

use crate::ui::{
    desk::{Desk, sends},
    kit::tag::{Tag, div, input, span, tag},
};
use postil_app::{files, msg::Msg};
use yew::virtual_dom::ListenerKind;

const SCHEMES: &[(&str, &str)] = &[("auto", "Automatic"), ("light", "Light"), ("dark", "Dark")];
const READINGS: &[(&str, &str)] = &[("serif", "Serif"), ("sans", "Sans serif")];

/// Two choices, and what is chosen: the colours (`auto`, `light` or `dark`) and the type of the article (`serif`, `sans`).
pub fn look(desk: &Desk, scheme: &str, reading: &str) -> Tag {
    let colours =
        choice(desk, "Colours", "scheme", SCHEMES, scheme, |word| files::Msg::SchemeChosen(word.into()).into());
    let types = choice(desk, "Type of the article", "reading", READINGS, reading, |word| {
        files::Msg::ReadingChosen(word.into()).into()
    });
    div("look").kid(colours).kid(types)
}

/// A few words of which one is chosen, under a title.
pub fn choice(
    desk: &Desk,
    title: &'static str,
    name: &'static str,
    choices: &'static [(&'static str, &'static str)],
    chosen: &str,
    msg: impl Fn(&'static str) -> Msg,
) -> Tag {
    let id = ["look-", name].concat();
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
