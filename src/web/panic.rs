//! The panic screen. A panic is the end of the page: nothing is written any more, and a static page says what to do. It
//! is made without Yew, of text nodes.

use crate::{
    strings::web as strings,
    web::{dom, storage},
};
use std::panic::PanicHookInfo;
use web_sys::{Document, Element, Node};

/// Installs the screen. Through Yew, which otherwise puts a hook of its own in its place when it renders.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        if storage::is_stopped() {
            return;
        }
        storage::stop_writing();
        show(info);
    }));
}

fn show(info: &PanicHookInfo<'_>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(root) = dom::root() else { return };
    root.set_text_content(None);
    let build = || -> Option<()> {
        let main = child(&document, &root, "main", "panic", "")?;
        main.set_attribute("role", "alert").ok()?;
        child(&document, &main, "h1", "", strings::has_stopped())?;
        child(&document, &main, "p", "", strings::has_stopped_about())?;
        let ways = child(&document, &main, "p", "", "")?;
        let reload = child(&document, &ways, "a", "btn btn-primary", strings::reload())?;
        reload.set_attribute("href", "").ok()?;
        let rescue = child(&document, &ways, "a", "btn btn-line", strings::download_all())?;
        rescue.set_attribute("href", "./rescue.html").ok()?;
        let details = child(&document, &main, "p", "panic-detail", &info.to_string())?;
        details.set_attribute("translate", "no").ok()
    };
    build();
}

fn child(document: &Document, parent: &Node, name: &str, class: &str, text: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    parent.append_child(&element).ok()?;
    Some(element)
}
