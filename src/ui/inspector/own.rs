//! What the inspector keeps to itself, and the way back from it.

use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What the inspector keeps to itself.
pub enum Own {
    /// The sheet's handle was used.
    Toggled,
    /// The focus came to a part that a small screen does not show.
    Entered,
    /// The focus left the inspector.
    Left,
    /// Words were typed into the finder.
    Finding(Arc<str>),
    /// A browser may show what is not stored: the group of radios or the theme that was clicked, if it was one.
    Redraw(Arc<str>),
}

/// The paragraph of the inspector, when the focus is to go back to it.
pub fn focus_article(index: usize) {
    let document = web_sys::window().and_then(|window| window.document());
    let row = document.and_then(|document| document.get_element_by_id(&format!("p{}", index + 1)));
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = row.focus_with_options(&options);
    }
}
