//! "Give to the class", a step of "Export": what is asked, and the article with it as a file or as a link.

use crate::{
    strings::dialog::{back, cancel, export as strings},
    ui::{
        desk::{Desk, sends, tells},
        kit::{
            choice::choice,
            field, icon,
            tag::{Tag, button, classed, div, input, span, tag},
        },
    },
};
use postil_app::files::{
    self,
    msg::GivingField,
    view::{GivingView, LinkView},
};
use postil_core::exchange::bundle::assignment::Named;
use std::sync::Arc;
use web_sys::HtmlInputElement;
use yew::{TargetCast, prelude::Event, virtual_dom::ListenerKind};

const NAMED: &[(&str, &str)] = &[("names", strings::their_names()), ("codes", strings::codes_given())];

/// The way to the form, as one of the things that can go out.
pub fn entry(desk: &Desk) -> Tag {
    let about = tag("div")
        .kid(classed("strong", "title").text(strings::give_to_class()))
        .kid(span("hint").text(strings::give_about()));
    let begin =
        button("btn btn-line").click(sends(desk, files::Msg::GivingBegun(false))).text(strings::give_to_class());
    tag("li").key("giving").kid(about).kid(begin)
}

/// The form.
pub fn giving(desk: &Desk, view: &GivingView) -> Tag {
    let message = field::lines(&view.message)
        .set("id", "asked")
        .set("dir", "auto")
        .set("rows", "3")
        .set("placeholder", strings::instructions_example())
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Message)));
    let due = field::line("datetime-local", &view.due)
        .set("id", "asked-due")
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Due)));
    let minimum = number(&view.minimum, "asked-minimum")
        .set("placeholder", strings::all_paragraphs())
        .made("max", view.paragraphs.to_string())
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Minimum)));
    let round = number(&view.round, "asked-round")
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Round)));
    let named = choice(desk, strings::hand_in_with(), "handed-in-under", NAMED, view.named.word(), |word| {
        files::Msg::GivingNamed(if word == "codes" { Named::Codes } else { Named::Names }).into()
    });
    div("giving")
        .key("giving")
        .kid(titled("asked", strings::instructions(), message))
        .kid(questions(desk, view))
        .kid(
            div("giving-rules")
                .kid(titled("asked-due", strings::due(), due))
                .kid(titled("asked-minimum", strings::minimum_paragraphs(), minimum))
                .kid(titled("asked-round", strings::round(), round)),
        )
        .kid(div("look").kid(named))
        .kid(link(desk, &view.link))
}

/// Which questions are asked, where there are several.
fn questions(desk: &Desk, view: &GivingView) -> Tag {
    let each = view.questions.iter().map(|question| {
        let change = sends(desk, files::Msg::GivingAsked(question.id.clone(), !question.asked));
        let check = input("checkbox")
            .checked(question.asked)
            .flag("disabled", question.stays)
            .on(ListenerKind::onchange, change);
        let prompt = tag("span").set("dir", "auto").verbatim().words(&question.prompt);
        classed("label", "tick").key(question.id.as_str()).kid(check).kid(prompt)
    });
    let none = !view.questions.is_empty() && !view.questions.iter().any(|question| question.asked);
    classed("fieldset", "field asked-questions")
        .hidden(view.questions.is_empty())
        .kid(tag("legend").text(strings::which_questions()))
        .kid(tag("div").all(each))
        .kid(classed("p", "hint").hidden(!none).text(strings::only_themes()))
}

/// The link, once there is one, and what there is to be said of it.
fn link(desk: &Desk, view: &LinkView) -> Tag {
    let address = view.address.clone().unwrap_or_default();
    let copy = button("btn btn-line").click(sends(desk, files::Msg::LinkCopied)).text(strings::copy_link());
    let made = field::line("text", &address).set("id", "class-link").flag("readonly", true);
    div("field")
        .kid(tag("label").set("for", "class-link").hidden(view.address.is_none()).text(strings::link_for_class()))
        .kid(div("adder").hidden(view.address.is_none()).kid(made).kid(copy))
        .kid(classed("p", "hint").set("role", "status").verbatim().text(view.sentence))
}

/// What can be done with it.
pub fn foot(desk: &Desk, view: &GivingView) -> Vec<Tag> {
    let leave = if view.directly { cancel() } else { back() };
    let sent = |msg| sends(desk, msg);
    vec![
        button("btn").key("back").click(sent(files::Msg::GivingLeft)).text(leave),
        span("hint").key("space"),
        button("btn btn-line").key("link").click(sent(files::Msg::LinkWanted)).text(strings::make_link()),
        button("btn btn-primary")
            .key("file")
            .click(sent(files::Msg::Given))
            .kid(icon("out"))
            .kid(tag("span").text(strings::save_file())),
    ]
}

fn titled(id: &'static str, title: &'static str, field: Tag) -> Tag {
    div("field").kid(tag("label").set("for", id).text(title)).kid(field)
}

fn number(text: &Arc<str>, id: &'static str) -> Tag {
    field::line("number", text).set("id", id).set("autocomplete", "off").set("min", "1").set("inputmode", "numeric")
}

fn typed(event: &Event, field: GivingField) -> Option<files::Msg> {
    // A text area is no input, but its words are reached by the same name.
    let text = event.target_unchecked_into::<HtmlInputElement>().value();
    Some(files::Msg::GivingTyped(field, text.into()))
}
