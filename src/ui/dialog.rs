//! The dialogs: native `<dialog>` elements in the top layer, one at a time.

pub mod annotators;
pub mod drop;
pub mod export;
pub mod files;
pub mod frame;
pub mod import;
pub mod keys;
pub mod library;
pub mod look;
pub mod open;
pub mod preview;
pub mod rename;

use std::rc::Rc;

use yew::prelude::*;

use self::{
    annotators::AnnotatorsDialog, export::ExportDialog, import::ImportDialog, keys::KeysDialog, open::OpenDialog,
};
use crate::app::view::dialog::DialogView;

/// Which dialog is open.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct DialogsProps {
    /// The open dialog, if any.
    pub view: Option<DialogView>,
}

/// The place where the open dialog stands.
#[component]
pub fn Dialogs(props: &DialogsProps) -> Html {
    html! {
        <div>
            { props.view.as_ref().map_or_else(|| html! { <span hidden=true /> }, dialog) }
        </div>
    }
}

fn dialog(view: &DialogView) -> Html {
    match view {
        DialogView::Open(view) => html! { <OpenDialog view={Rc::clone(view)} /> },
        DialogView::Import(view) => html! { <ImportDialog view={Rc::clone(view)} /> },
        DialogView::Export(view) => html! { <ExportDialog view={Rc::clone(view)} /> },
        DialogView::Keys(view) => html! { <KeysDialog view={Rc::clone(view)} /> },
        DialogView::Annotators(view) => html! { <AnnotatorsDialog view={Rc::clone(view)} /> },
    }
}
