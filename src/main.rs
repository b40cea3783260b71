//! Mounts the app, installs the panic screen, and says where the program is split; nothing else.

use postil::{
    ui::{
        class, dialog,
        shell::{Brush, Loaded, Shell, ShellProps},
    },
    web,
};
use postil_app::{
    class::update::CLASS,
    files::update::DIALOGS,
    part::{Part, Table},
};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;

/// What only this function leads to is a file of its own, fetched when it is called (`scripts/program.mjs`).
#[wasm_split(dialogs, fallible)]
fn dialogs() -> Result<(Table, Brush), SplitLoaderError> {
    Ok((Table(&DIALOGS), Brush::Dialogs(dialog::draw)))
}

/// The same of the class's screens.
#[wasm_split(class, fallible)]
fn class() -> Result<(Table, Brush), SplitLoaderError> {
    Ok((Table(&CLASS), Brush::Class(&class::SCREENS)))
}

fn main() {
    web::panic::install();
    web::js::intern_values();
    let fetch = Callback::from(|(part, answer): (Part, Callback<Loaded>)| {
        wasm_bindgen_futures::spawn_local(async move {
            answer.emit(match part {
                Part::Dialogs => dialogs().await.ok(),
                Part::Class => class().await.ok(),
            });
        });
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
