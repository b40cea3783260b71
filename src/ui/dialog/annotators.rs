//! The dialog "Annotators": who tags in this browser.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Around,
    frame::{Frame, PLAIN},
    rename::{pencil, rename, written},
};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{AnnotatorRow, AnnotatorsView},
    },
    ui::{
        desk::{Desk, sends},
        kit::dom,
    },
};

/// The dialog. Those whose files were imported are listed, but nobody can go on in their name.
pub fn annotators(around: &Around<'_>, view: &AnnotatorsView) -> Frame {
    let body = html! {
        <>
            <p>{"Several people can share this browser. Each has a layer of their own."}</p>
            <ul class="list" aria-label="Who tags in this browser">
                for row in view.here.iter() {
                    { item(around, row) }
                }
            </ul>
            { adder(around.desk, &view.suggestion) }
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
        </>
    };
    Frame { name: "Annotators", id: "annotators", title: "annotators-title", class: PLAIN, foot: None, body }
}

/// One who tags here.
fn item(around: &Around<'_>, row: &AnnotatorRow) -> Html {
    let id = row.id.to_shared();
    let renaming = around.own.renaming.as_ref() == Some(&id);
    let main = if renaming {
        let id = row.id.clone();
        let msg = move |name| Msg::AnnotatorRenamed(id.clone(), name);
        rename(around, ["New name of ", &row.name].concat(), &row.name, msg)
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
        <li key={Rc::clone(&id)} aria-current={row.active.then_some("true")}>
            <div>{ main }</div>
            <div class="actions" hidden={renaming}>
                <button
                    class="btn btn-line btn-small"
                    type="button"
                    aria-label={["Continue as ", &row.name].concat()}
                    hidden={row.active}
                    onclick={sends(around.desk, Msg::AnnotatorChosen(row.id.clone()))}
                >
                    {"Continue"}
                </button>
                { pencil(around, id, &row.name) }
            </div>
        </li>
    }
}

/// Adds somebody, who then tags. The field keeps what is typed until another name is suggested.
fn adder(desk: &Desk, suggestion: &Rc<str>) -> Html {
    let onclick = {
        let suggestion = Rc::clone(suggestion);
        move |event: MouseEvent| {
            // The suggestion is there to be typed over.
            if let Some(input) = dom::input(&event, "input").filter(|input| *input.value() == *suggestion) {
                input.select();
            }
        }
    };
    let onsubmit = {
        let desk = desk.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(name) = written(&event) {
                desk.send(Msg::AnnotatorAdded(name));
            }
        }
    };
    html! {
        <form class="field" {onsubmit}>
            <label for="new-name">{"Add an annotator"}</label>
            <div class="adder">
                <input
                    ~value={Rc::clone(suggestion)}
                    id="new-name"
                    placeholder="Name"
                    autocomplete="off"
                    dir="auto"
                    {onclick}
                />
                <button class="btn btn-line" type="submit">{"Add"}</button>
            </div>
        </form>
    }
}
