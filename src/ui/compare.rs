//! The Compare screen: for now, whose layers are here and how far each has come.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::{Desk, sends};
use crate::app::{
    msg::{DialogKind, Msg},
    view::codebook::LayerRow,
};

/// The screen: the layers of the open article, under its title.
pub fn compare_screen(desk: &Desk, layers: &[LayerRow], title: &str) -> Html {
    let alone = !layers.iter().any(|layer| !layer.active);
    let unplaced = layers.iter().any(|layer| layer.unplaced > 0);
    html! {
        <div class="page">
            <header class="page-head">
                <h1>{"Compare"}</h1>
                <p>
                    <span>{"The layers of "}</span>
                    <span translate="no" dir="auto">{ format!("“{title}”") }</span>
                    <span>{", and how far each has come. Seeing where they differ comes in a later release."}</span>
                </p>
            </header>
            <div class="table-wrap" role="region" aria-label="Layers" tabindex="0" hidden={layers.is_empty()}>
                <table class="layers">
                    <thead>
                        <tr>
                            <th scope="col">{"Annotator"}</th>
                            <th scope="col">{"Coded"}</th>
                            <th scope="col">{"Notes"}</th>
                            <th scope="col" hidden={!unplaced}>{"Not in this text"}</th>
                        </tr>
                    </thead>
                    <tbody>
                        for layer in layers.iter() {
                            { row(layer, unplaced) }
                        }
                    </tbody>
                </table>
            </div>
            <div class="empty" hidden={!alone}>
                <h2>{"Only your own layer is here"}</h2>
                <p>
                    {"When somebody else has read this article, import their file, and their annotations stand beside yours."}
                </p>
                <div class="actions">
                    <button
                        class="btn btn-primary"
                        type="button"
                        onclick={sends(desk, Msg::DialogOpened(DialogKind::Import))}
                    >
                        {"Add their file"}
                    </button>
                </div>
            </div>
        </div>
    }
}

fn row(layer: &LayerRow, unplaced: bool) -> Html {
    html! {
        <tr key={Rc::clone(&layer.id)} aria-current={layer.active.then_some("true")}>
            <th scope="row">
                <span translate="no" dir="auto">{ Rc::clone(&layer.name) }</span>
                <span class="hint" hidden={!layer.active}>{" · tags now"}</span>
            </th>
            <td>
                <span translate="no">{ Rc::clone(&layer.progress) }</span>
                <progress
                    max={layer.total.max(1).to_string()}
                    value={layer.coded.to_string()}
                    aria-label={format!("Coded by {}", layer.name)}
                />
            </td>
            <td><span translate="no">{ layer.notes }</span></td>
            <td hidden={!unplaced}><span translate="no">{ layer.unplaced }</span></td>
        </tr>
    }
}
