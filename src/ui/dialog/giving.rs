//! "Give to the class", a step of "Export": what is asked, and the article with it as a file or as a link.

use crate::ui::{
    desk::{Desk, sends, tells},
    kit::{
        choice::choice,
        field, icon,
        tag::{Tag, button, classed, div, input, span, tag},
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

const NAMED: &[(&str, &str)] = &[("names", "Their names"), ("codes", "Codes that you gave them")];

/// The way to the form, as one of the things that can go out.
pub fn entry(desk: &Desk) -> Tag {
    let about = tag("div").kid(classed("strong", "title").text("Give to the class")).kid(
        span("hint")
            .text("The article with its questions and what you ask, without anybody’s answers: a file or a link."),
    );
    let begin = button("btn btn-line").click(sends(desk, files::Msg::GivingBegun(true))).text("Give to the class");
    tag("li").key("giving").kid(about).kid(begin)
}

/// The form.
pub fn giving(desk: &Desk, view: &GivingView) -> Tag {
    let message = field::lines(&view.message)
        .set("id", "asked")
        .set("dir", "auto")
        .set("rows", "3")
        .set("placeholder", "Read the article, answer for each paragraph, and hand in.")
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Message)));
    let due = line(&view.due, "asked-due")
        .set("placeholder", "Friday, before class")
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Due)));
    let minimum = number(&view.minimum, "asked-minimum")
        .set("placeholder", "All")
        .made("max", view.paragraphs.to_string())
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Minimum)));
    let round = number(&view.round, "asked-round")
        .on(ListenerKind::oninput, tells(desk, |event| typed(event, GivingField::Round)));
    let named = choice(desk, "They hand in with", "handed-in-under", NAMED, view.named.word(), |word| {
        files::Msg::GivingNamed(if word == "codes" { Named::Codes } else { Named::Names }).into()
    });
    div("giving")
        .key("giving")
        .kid(titled("asked", "Instructions", message))
        .kid(questions(desk, view))
        .kid(
            div("giving-rules")
                .kid(titled("asked-due", "Due", due))
                .kid(titled("asked-minimum", "Minimum paragraphs", minimum))
                .kid(titled("asked-round", "Round", round)),
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
        .kid(tag("legend").text("Which questions"))
        .kid(tag("div").all(each))
        .kid(classed("p", "hint").hidden(!none).text("No question is asked this time, only themes."))
}

/// The link, once there is one, and what there is to be said of it.
fn link(desk: &Desk, view: &LinkView) -> Tag {
    let address = view.address.clone().unwrap_or_default();
    let copy = button("btn btn-line").click(sends(desk, files::Msg::LinkCopied)).text("Copy link");
    let made = field::line("text", &address).set("id", "class-link").flag("readonly", true);
    div("field")
        .kid(tag("label").set("for", "class-link").hidden(view.address.is_none()).text("Link for the class"))
        .kid(div("adder").hidden(view.address.is_none()).kid(made).kid(copy))
        .kid(classed("p", "hint").set("role", "status").verbatim().text(view.sentence))
}

/// What can be done with it.
pub fn foot(desk: &Desk) -> Vec<Tag> {
    let sent = |msg| sends(desk, msg);
    vec![
        button("btn").key("back").click(sent(files::Msg::GivingBegun(false))).text("Back"),
        span("hint").key("space"),
        button("btn btn-line").key("link").click(sent(files::Msg::LinkWanted)).text("Make a link"),
        button("btn btn-primary")
            .key("file")
            .click(sent(files::Msg::Given))
            .kid(icon("out"))
            .kid(tag("span").text("Save the file")),
    ]
}

fn titled(id: &'static str, title: &'static str, field: Tag) -> Tag {
    div("field").kid(tag("label").set("for", id).text(title)).kid(field)
}

fn line(text: &Arc<str>, id: &'static str) -> Tag {
    field::line("text", text).set("id", id).set("autocomplete", "off").set("dir", "auto")
}

fn number(text: &Arc<str>, id: &'static str) -> Tag {
    field::line("number", text).set("id", id).set("autocomplete", "off").set("min", "1").set("inputmode", "numeric")
}

fn typed(event: &Event, field: GivingField) -> Option<files::Msg> {
    // A text area is no input, but its words are reached by the same name.
    let text = event.target_unchecked_into::<HtmlInputElement>().value();
    Some(files::Msg::GivingTyped(field, text.into()))
}
