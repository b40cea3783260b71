//! The dialog "Annotators": who tags in this browser.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    frame::Frame,
    open::sends,
    rename::{Rename, use_renaming},
};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{AnnotatorRow, AnnotatorsView},
    },
    ui::{desk::use_desk, kit::Icon},
};

/// The dialog's view.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct AnnotatorsProps {
    /// What it shows.
    pub view: Rc<AnnotatorsView>,
}

/// The dialog. Those whose files were imported are listed, but nobody can go on in their name.
#[component]
pub fn AnnotatorsDialog(props: &AnnotatorsProps) -> Html {
    let view = &props.view;
    html! {
        <Frame name="Annotators" id="annotators">
            <p>{"Several people can share this browser. Each has a layer of their own."}</p>
            <ul class="list" aria-label="Who tags in this browser">
                for row in view.here.iter() {
                    <AnnotatorItem key={row.id.to_shared()} row={row.clone()} />
                }
            </ul>
            <Adder suggestion={Rc::clone(&view.suggestion)} />
            <section class="col" aria-labelledby="annotators-imported" hidden={view.imported.is_empty()}>
                <h3 id="annotators-imported">{"From imported files"}</h3>
                <ul class="list">
                    for row in view.imported.iter() {
                        <li key={row.id.to_shared()}>
                            <div>
                                <strong class="title" translate="no" dir="auto">{ Rc::clone(&row.name) }</strong>
                                <span class="hint" translate="no">{ Rc::clone(&row.detail) }</span>
                            </div>
                        </li>
                    }
                </ul>
                <p class="hint">{"Only they can change what they said: in their own browser, and with a new file from them."}</p>
            </section>
        </Frame>
    }
}

#[derive(Clone, PartialEq, Eq, Properties)]
struct ItemProps {
    row: AnnotatorRow,
}

/// One who tags here.
#[component]
fn AnnotatorItem(props: &ItemProps) -> Html {
    let desk = use_desk();
    let (renaming, pencil) = use_renaming();
    let row = &props.row;
    let onpencil = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let onrenamed = {
        let (desk, renaming, id) = (desk.clone(), renaming.clone(), row.id.clone());
        Callback::from(move |name: Option<Rc<str>>| {
            if let Some(name) = name {
                desk.send(Msg::AnnotatorRenamed(id.clone(), name));
            }
            renaming.set(false);
        })
    };
    let main = if *renaming {
        html! {
            <Rename label={format!("New name of {}", row.name)} name={Rc::clone(&row.name)} ondone={onrenamed} />
        }
    } else {
        html! {
            <>
                <strong class="title" translate="no" dir="auto">{ Rc::clone(&row.name) }</strong>
                <span class="hint">
                    <span translate="no">{ Rc::clone(&row.detail) }</span>
                    <span hidden={!row.active}>{" · tags now"}</span>
                </span>
            </>
        }
    };
    html! {
        <li aria-current={row.active.then_some("true")}>
            <div>{ main }</div>
            <div class="actions" hidden={*renaming}>
                <button
                    class="btn btn-line btn-small"
                    type="button"
                    aria-label={format!("Continue as {}", row.name)}
                    hidden={row.active}
                    onclick={sends(&desk, Msg::AnnotatorChosen(row.id.clone()))}
                >
                    {"Continue"}
                </button>
                <button
                    ref={pencil}
                    class="btn btn-icon btn-small"
                    type="button"
                    aria-label={format!("Rename {}", row.name)}
                    title="Rename"
                    onclick={onpencil}
                >
                    <Icon name="edit" />
                </button>
            </div>
        </li>
    }
}

#[derive(Clone, PartialEq, Eq, Properties)]
struct AdderProps {
    suggestion: Rc<str>,
}

/// Adds somebody, who then tags.
#[component]
fn Adder(props: &AdderProps) -> Html {
    let desk = use_desk();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(Rc::clone(&props.suggestion), move |name| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_value(name);
            }
        });
    }
    let onclick = {
        let suggestion = Rc::clone(&props.suggestion);
        Callback::from(move |event: MouseEvent| {
            // The suggestion is there to be typed over.
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>().filter(|i| *i.value() == *suggestion) {
                input.select();
            }
        })
    };
    let onsubmit = {
        let node = node.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = node.cast::<HtmlInputElement>() {
                desk.send(Msg::AnnotatorAdded(input.value().into()));
            }
        })
    };
    html! {
        <form class="field" {onsubmit}>
            <label for="new-name">{"Add an annotator"}</label>
            <div class="adder">
                <input ref={node} id="new-name" placeholder="Name" autocomplete="off" dir="auto" {onclick} />
                <button class="btn btn-line" type="submit">{"Add"}</button>
            </div>
        </form>
    }
}
