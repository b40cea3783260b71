//! The dialog "Open article": a file, a pasted text or an article of the library, and then the preview.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{files::Files, frame::Frame, library::Library, preview::Preview};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{OpenView, PreviewView},
    },
    ui::desk::{Desk, Intake, use_desk},
};

/// The dialog's view.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct OpenProps {
    /// What it shows.
    pub view: Rc<OpenView>,
}

/// The dialog. Its first step stays in place behind the preview, so that a pasted text is still there on the way back.
#[component]
pub fn OpenDialog(props: &OpenProps) -> Html {
    let desk = use_desk();
    let paste = use_node_ref();
    let has_text = use_state_eq(|| false);
    let view = &props.view;
    let preview = view.preview.as_ref();

    let oninput = {
        let has_text = has_text.clone();
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlTextAreaElement>();
            has_text.set(field.is_some_and(|field| field.text_length() > 0));
        })
    };
    let foot = match preview {
        Some(preview) => preview_foot(&desk, preview),
        None => choice_foot(&desk, &paste, *has_text),
    };
    html! {
        <Frame name="Open article" id="open" wide=true step={preview.map(|p| Rc::clone(&p.key))} {foot}>
            <div class="cols" hidden={preview.is_some()}>
                <section class="col" aria-labelledby="open-new">
                    <h3 id="open-new">{"A new article"}</h3>
                    <p class="error" role="alert" translate="no" hidden={view.error.is_none()}>
                        { view.error.as_deref().unwrap_or_default() }
                    </p>
                    <Files
                        label="Article file"
                        id="article-file"
                        intake={Intake::Article}
                        accept=".txt,.md,text/plain"
                        hint="A plain text file. You can also drop it here."
                    />
                    <div class="or"><span>{"or"}</span></div>
                    <div class="field">
                        <label for="paste">{"Paste the text"}</label>
                        <textarea
                            ref={paste}
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
                    <Library rows={view.library.clone()} />
                    <p class="hint">{"Articles stay in this browser. Nothing is sent anywhere."}</p>
                </section>
            </div>
            <div hidden={preview.is_none()}>
                if let Some(preview) = preview {
                    <Preview key={Rc::clone(&preview.key)} view={preview.clone()} />
                }
            </div>
        </Frame>
    }
}

fn choice_foot(desk: &Desk, paste: &NodeRef, has_text: bool) -> Html {
    let onuse = {
        let (desk, paste) = (desk.clone(), paste.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = paste.cast::<HtmlTextAreaElement>() {
                desk.send(Msg::ArticlePasted(field.value().into()));
            }
        })
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

/// A click that sends a message.
pub fn sends(desk: &Desk, msg: Msg) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| desk.send(msg.clone()))
}
