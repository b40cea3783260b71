//! The dialog "Export": whose annotations go out, and in which format.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::{Frame, PLAIN};
use crate::{
    app::{msg::Msg, view::dialog::ExportView},
    ui::{
        desk::{Desk, sends},
        kit::icon,
    },
};

/// The dialog.
pub fn export(desk: &Desk, view: &ExportView) -> Frame {
    let scope = |all: bool| {
        let desk = desk.clone();
        Callback::from(move |_: Event| desk.send(Msg::ExportScoped(all)))
    };
    let layers = if view.layers == 1 { "1 layer".to_owned() } else { format!("{} layers", view.layers) };
    let body = html! {
        <>
            <div class="choices" role="radiogroup" aria-label="What to export">
                <label>
                    <input type="radio" name="layers" value="own" checked={!view.all} onchange={scope(false)} />
                    <span>
                        <strong>{"My annotations"}</strong>
                        <span class="hint" translate="no">{ Rc::clone(&view.own) }</span>
                    </span>
                </label>
                <label>
                    <input type="radio" name="layers" value="all" checked={view.all} onchange={scope(true)} />
                    <span>
                        <strong>{"Everybody’s annotations"}</strong>
                        <span class="hint" translate="no">{ layers }</span>
                    </span>
                </label>
            </div>
            <ul class="list">
                for &(id, name, purpose) in view.formats.iter() {
                    <li key={id}>
                        <div>
                            <strong class="title">{ name }</strong>
                            <span class="hint">{ purpose }</span>
                        </div>
                        <button
                            class="btn btn-primary"
                            type="button"
                            onclick={sends(desk, Msg::Exported(id.into()))}
                        >
                            { icon("out") }
                            <span>{ name }</span>
                        </button>
                    </li>
                }
            </ul>
            <p class="hint" role="status" translate="no">{ Rc::clone(&view.summary) }</p>
        </>
    };
    Frame { name: "Export", id: "export", title: "export-title", class: PLAIN, foot: None, body }
}
