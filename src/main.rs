//! Mounts the app, installs the panic screen, and says where the program is split; nothing else.

use postil::{
    ui::{
        dialog,
        shell::{LazyPart, Shell, ShellProps},
    },
    web,
};
use postil_app::lazy::LAZY;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;

/// What only this function leads to is a file of its own, fetched when it is called (`scripts/program.mjs`).
#[wasm_split(lazy, fallible)]
fn lazy() -> Result<LazyPart, SplitLoaderError> {
    Ok((&LAZY, dialog::draw))
}

fn main() {
    web::panic::install();
    web::js::intern_values();
    let fetch = Callback::from(|answer: Callback<Option<LazyPart>>| {
        wasm_bindgen_futures::spawn_local(async move { answer.emit(lazy().await.ok()) });
    });
    if let Some(root) = web::dom::root() {
        let renderer = yew::Renderer::<Shell>::with_root_and_props(root, ShellProps { fetch });
        // The first screen may be in the page already: then its elements stay.
        if web::first::is_drawn() {
            renderer.hydrate()
        } else {
            renderer.render()
        };
    }
}
