//! The focus, scrolling, and what the page says to screen readers.

use gloo::events::EventListener;
use postil_app::{effect::Focus, look::Look};
use postil_core::base::colour::Colour;
use wasm_bindgen::JsCast;
use web_sys::{
    CssStyleSheet, Document, Element, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// The element that screen readers listen to; the shell renders it, and only this module writes into it.
pub const ANNOUNCER: &str = "announcer";

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus.
pub fn focus(target: &Focus) {
    let holds = |selector| {
        let active = document().and_then(|document| document.active_element());
        active.is_some_and(|active| active.closest(selector).ok().flatten().is_some())
    };
    let element = match target {
        Focus::Paragraph(index) => {
            let paragraph = by_id(&format!("p{}", index + 1));
            if holds(".inspector, dialog") {
                // The panel says which paragraph it is about only to whoever sees it.
                if let Some(name) = paragraph.and_then(|paragraph| paragraph.get_attribute("aria-label")) {
                    announce(&name);
                }
                return;
            }
            paragraph
        }
        Focus::Along(index) => by_id(&format!("p{}", index + 1)).filter(|_| holds("[data-paragraph]")),
        Focus::ArticleAt(index) => by_id(&format!("p{}", index + 1)),
        Focus::Note => by_id("note"),
        Focus::ThemeFinder => by_id("find-theme"),
        Focus::Search => by_id("search"),
        Focus::Element(id) | Focus::Still(id) | Focus::Field(id) => by_id(id),
        Focus::Lost(id) => by_id(id).filter(|_| is_lost()),
    };
    if let Some(element) = element {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(matches!(
            target,
            Focus::Paragraph(_) | Focus::ArticleAt(_) | Focus::Along(_) | Focus::Still(_)
        ));
        let _ = element.focus_with_options(&options);
        if matches!(target, Focus::Field(_)) {
            // A text area is no input, but its words are selected by the same name.
            element.unchecked_ref::<HtmlInputElement>().select();
        }
    }
}

/// True when nothing has the focus: what had it is not in the page any more.
fn is_lost() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|active| active.tag_name() == "BODY")
}

/// Moves the focus to the element with this id, which can have it only as long as that lasts: a click on it takes none.
pub fn enter(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.set_attribute("tabindex", "-1");
        let _ = element.focus();
        let left = element.clone();
        EventListener::once(&element, "blur", move |_| _ = left.remove_attribute("tabindex")).forget();
    }
}

/// Presses the button with this id. It gets the focus, so that what it opens comes next.
pub fn press(id: &str) {
    if let Some(button) = by_id(id) {
        let _ = button.focus();
        button.click();
    }
}

/// Takes the focus out of the field that has it.
pub fn leave_field() {
    let active = document().and_then(|d| d.active_element());
    if let Some(field) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

/// Brings a paragraph into view: near the top, or with as little movement as possible.
pub fn reveal(index: usize, top: bool) {
    let Some(element) = by_id(&format!("p{}", index + 1)) else { return };
    if index == 0 && top {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(if top { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Nearest });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Shows the page from its head.
pub fn scroll_up() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Fills the screen with the page, or ends that.
pub fn full_screen() {
    let Some(document) = document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // A browser that does not want to stays as it is.
        let _ = root.request_fullscreen();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Says a sentence to screen readers.
pub fn announce(sentence: &str) {
    if let Some(element) = by_id(ANNOUNCER) {
        element.set_text_content(Some(sentence));
    }
}

/// Says at the root element what was chosen of the page's looks, or nothing of what is usual.
pub fn appearance(look: Look, chosen: &str) {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    let name = ["data-", look.setting()].concat();
    let _ = if chosen == look.usual() { root.remove_attribute(&name) } else { root.set_attribute(&name, chosen) };
}

/// Lets colours that somebody chose be drawn: a rule for each in a sheet of its own, since the page's policy allows no style
/// in an attribute. Where it cannot be made, themes are drawn without a colour, beside their names as ever.
pub fn colours(chosen: &[Colour]) {
    let rule = |colour: &Colour| {
        format!("[data-hue=\"{colour}\"] {{ --hue: light-dark({}, {}); }}", colour.on_light(), colour.on_dark())
    };
    let rules: Vec<String> = chosen.iter().map(rule).collect();
    if let (Some(document), Ok(sheet)) = (document(), CssStyleSheet::new())
        && sheet.replace_sync(&rules.concat()).is_ok()
    {
        document.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
    }
}

/// The page's title.
pub fn title(text: &str) {
    if let Some(document) = document() {
        document.set_title(text);
    }
}

/// The address after the page's own, `#/read` for example.
pub fn hash() -> String {
    web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Shows another address without asking anybody for it.
pub fn navigate(hash: &str) {
    if let Some(window) = web_sys::window()
        && window.location().hash().ok().as_deref() != Some(hash)
    {
        let _ = window.location().set_hash(hash);
    }
}

/// Shows another address in place of this one, as if it had been there from the beginning.
pub fn readdress(hash: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // A browser that refuses (some do when it happens too often) shows an older place.
        let _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(hash));
    }
}

/// The element at the page's root that the app is drawn into.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}
