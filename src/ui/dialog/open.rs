//! The dialog "Open article": a file, a pasted text or an article of the library, and then the preview.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    Around, Note,
    files::{Files, files},
    frame::{Frame, WIDE},
    library::library,
    preview::preview,
};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{OpenView, PreviewView},
    },
    ui::{
        desk::{Desk, Intake, sends},
        kit::dom,
    },
};

const FIELD: Files = Files {
    label: "Article file",
    id: "article-file",
    intake: Intake::Article,
    accept: ".txt,.md,text/plain",
    multiple: false,
    hint_id: "article-file-hint",
    hint: "A plain text file. You can also drop it here.",
};

/// The dialog. Its first step stays in place behind the preview, so that a pasted text is still there on the way back.
pub fn open(around: &Around<'_>, view: &OpenView) -> Frame {
    let desk = around.desk;
    let step = view.preview.as_ref();
    let oninput = around.link.callback(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlTextAreaElement>();
        Note::HasText(field.is_some_and(|field| field.text_length() > 0))
    });
    let foot = match step {
        Some(preview) => preview_foot(desk, preview),
        None => choice_foot(desk, around.own.has_text),
    };
    let body = html! {
        <>
            <div class="cols" hidden={step.is_some()}>
                <section class="col" aria-labelledby="open-new">
                    <h3 id="open-new">{"A new article"}</h3>
                    <p class="error" role="alert" translate="no" hidden={view.error.is_none()}>
                        { view.error.as_deref().unwrap_or_default() }
                    </p>
                    { files(around, &FIELD) }
                    <div class="or"><span>{"or"}</span></div>
                    <div class="field">
                        <label for="paste">{"Paste the text"}</label>
                        <textarea
                            class="paste"
                            id="paste"
                            dir="auto"
                            placeholder="Title on the first line, a blank line between paragraphs"
                            {oninput}
                        />
                    </div>
                </section>
                <section class="col" aria-labelledby="open-library">
                    <h3 id="open-library">{"Your articles"}</h3>
                    { library(around, &view.library) }
                    <p class="hint">{"Articles stay in this browser. Nothing is sent anywhere."}</p>
                </section>
            </div>
            <div hidden={step.is_none()}>
                if let Some(step) = step {
                    { preview(desk, step, around.own.drawn) }
                }
            </div>
        </>
    };
    Frame { name: "Open article", id: "open", title: "open-title", class: WIDE, foot: Some(foot), body }
}

/// The text that stands in the dialog's field.
fn pasted(event: &Event) -> Option<Rc<str>> {
    let field = dom::closest(event, "dialog")?.query_selector("#paste").ok()??;
    wasm_bindgen::JsCast::dyn_into::<HtmlTextAreaElement>(field).ok().map(|field| field.value().into())
}

fn choice_foot(desk: &Desk, has_text: bool) -> Html {
    let onuse = {
        let desk = desk.clone();
        move |event: MouseEvent| {
            if let Some(text) = pasted(&event) {
                desk.send(Msg::ArticlePasted(text));
            }
        }
    };
    html! {
        <>
            <span key="hint" class="hint">{"You see the paragraphs before anything is opened."}</span>
            <button key="cancel" class="btn" type="button" onclick={sends(desk, Msg::DialogClosed)}>{"Cancel"}</button>
            <button key="use" class="btn btn-primary" type="button" disabled={!has_text} onclick={onuse}>
                {"Use this text"}
            </button>
        </>
    }
}

fn preview_foot(desk: &Desk, preview: &PreviewView) -> Html {
    html! {
        <>
            <button key="back" class="btn" type="button" onclick={sends(desk, Msg::PreviewLeft)}>{"Back"}</button>
            <span key="space" class="hint"></span>
            <button key="cancel" class="btn" type="button" onclick={sends(desk, Msg::DialogClosed)}>{"Cancel"}</button>
            <button
                key="open"
                class="btn btn-primary"
                type="button"
                disabled={!preview.can_open}
                onclick={sends(desk, Msg::PreviewOpened)}
            >
                {"Open"}
            </button>
        </>
    }
}
