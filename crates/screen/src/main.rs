//! Prints the first screen of a first visit as HTML. `scripts/postbuild.mjs` puts it into the page, which is readable then
//! before the program is there; the program takes over these very elements (`static/takeover.js`).

// The whole workspace is checked for the browser too, where there is nothing to print.
#![cfg_attr(target_arch = "wasm32", allow(dead_code))]

use postil::ui::{
    desk::Desk,
    shell::{self, Brushes},
};
use postil_app::{update::start, view::View};
use postil_core::base::id::{AnnotatorId, ReplicaId};
use yew::prelude::*;

/// The root as the program draws it first, with nobody listening.
struct FirstScreen {
    desk: Desk,
    view: View,
}

impl Component for FirstScreen {
    type Message = ();
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        // Chance is of no account here: neither is shown.
        let model = start(ReplicaId::new("0"), AnnotatorId::new("0"), None);
        Self { desk: Desk { dispatch: Callback::noop(), files: Callback::noop() }, view: model.view }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        shell::page(&self.desk, &self.view, &Brushes::default())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    println!("{}", runtime.block_on(yew::LocalServerRenderer::<FirstScreen>::new().render()));
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
