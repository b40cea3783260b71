//! The dialog "Open article": a file, a pasted text or an article of the library, and then the preview.

use super::around::{Around, Note};
use crate::{
    strings::dialog::{back, cancel, open as strings, open_it},
    ui::{
        desk::{Desk, Intake, sends, tells},
        dialog::{
            asked,
            files::{Files, files},
            frame::{Frame, WIDE, closing, error, section},
            library::library,
            preview::preview,
        },
        kit::{
            dom, field,
            tag::{Tag, button, classed, div, span, tag},
        },
    },
};
use postil_app::files::{
    self,
    view::{DiffersView, OpenView, PreviewView},
};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The field for a text.
pub const PASTE: &str = "#paste";

const FIELD: Files = Files {
    label: strings::article_file(),
    id: "article-file",
    intake: Intake::Article,
    accept: ".txt,.md,text/plain,.json,application/json",
    multiple: false,
    hint_id: "article-file-hint",
    hint: strings::file_hint(),
};

/// The dialog. Its first step stays in place behind the preview, so that a pasted text is still there on the way back.
pub fn open(around: &Around<'_>, view: &OpenView) -> Frame {
    let desk = around.desk;
    let step = view.preview.as_ref();
    let link = around.notes.clone();
    let typed = Rc::new(move |event: Event| {
        let field = event.target_dyn_into::<HtmlTextAreaElement>();
        link.emit(Note::HasText(field.is_some_and(|field| field.text_length() > 0)));
    });
    let paste = field::free_lines()
        .set("class", "paste")
        .set("id", "paste")
        .set("dir", "auto")
        .set("placeholder", strings::paste_hint())
        .on(ListenerKind::oninput, typed);
    let new = section("open-new", strings::new_article())
        .kid(error(view.error.as_ref()))
        .kid(files(around, &FIELD))
        .kid(div("or").kid(tag("span").text(strings::or())))
        .kid(div("field").kid(tag("label").set("for", "paste").text(strings::paste_text())).kid(paste));
    let kept = section("open-library", strings::your_articles())
        .node(library(around, &view.library))
        .kid(classed("p", "hint").text(strings::stay_here()));
    let first = div("cols").hidden(step.is_some() || view.differs.is_some() || view.asked.is_some()).kid(new).kid(kept);
    let second = tag("div").hidden(step.is_none() && view.differs.is_none() && view.asked.is_none());
    let (second, foot) = match (step, &view.differs) {
        _ if let Some(view) = &view.asked => (second.kid(asked::asked(view)), asked::foot(desk)),
        (Some(step), _) => (second.kid(preview(desk, step, around.own.drawn)), preview_foot(desk, step)),
        (None, Some(differs)) => (second.kid(described_otherwise(differs)), differs_foot(desk)),
        (None, None) => (second, choice_foot(desk, around.own.has_text)),
    };
    Frame {
        name: strings::open_article(),
        id: "open",
        title: "open-title",
        class: WIDE,
        foot,
        body: vec![first, second],
    }
}

/// The text that stands in the dialog's field.
fn pasted(event: &Event) -> Option<Arc<str>> {
    let field = dom::closest(event, "dialog")?.query_selector(PASTE).ok()??;
    field.dyn_into::<HtmlTextAreaElement>().ok().map(|field| field.value().into())
}

fn choice_foot(desk: &Desk, has_text: bool) -> Vec<Tag> {
    let used = tells(desk, |event| pasted(event).map(files::Msg::ArticlePasted));
    vec![
        span("hint").key("hint").text(strings::paragraphs_first()),
        closing(desk, "btn", cancel()).key("cancel"),
        button("btn btn-primary").key("use").flag("disabled", !has_text).click(used).text(strings::use_text()),
    ]
}

/// What a file says otherwise of an article that is here already.
fn described_otherwise(view: &DiffersView) -> Tag {
    let differences = view.differences.iter().enumerate();
    let differences = differences.map(|(at, words)| tag("li").key(&at.to_string()).verbatim().words(words));
    let about = tag("p").kid(tag("span").text(strings::title_begins())).kid(tag("bdi").verbatim().words(&view.title));
    div("differs")
        .key("differs")
        .kid(about.kid(tag("span").text(strings::is_here_already())))
        .kid(classed("ul", "plain").label(strings::differences()).all(differences))
        .kid(classed("p", "hint").text(strings::answers_stay()))
}

fn differs_foot(desk: &Desk) -> Vec<Tag> {
    let chosen = |theirs| sends(desk, files::Msg::DifferenceSettled(theirs));
    vec![
        span("hint").key("space"),
        button("btn btn-line").key("theirs").click(chosen(true)).text(strings::use_theirs()),
        button("btn btn-primary").key("ours").click(chosen(false)).text(strings::keep_ours()),
    ]
}

fn preview_foot(desk: &Desk, preview: &PreviewView) -> Vec<Tag> {
    let open = button("btn btn-primary").key("open").flag("disabled", !preview.can_open);
    vec![
        button("btn").key("back").click(sends(desk, files::Msg::PreviewLeft)).text(back()),
        span("hint").key("space"),
        closing(desk, "btn", cancel()).key("cancel"),
        open.click(sends(desk, files::Msg::PreviewOpened)).text(open_it()),
    ]
}
