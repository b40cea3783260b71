//! The words of the article that are selected. What is done with selected words, whatever it is, asks here.

use postil_app::env::Selected;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// What is selected in the paragraph in which the selection begins; `None` where nothing is, or not in the article.
pub fn in_article() -> Option<Selected> {
    let window = web_sys::window()?;
    let selection = window.get_selection().ok().flatten().filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let first = range.start_container().ok()?;
    let row = element(&first)?.closest("[data-paragraph]").ok().flatten()?;
    let text = row.query_selector(".text").ok().flatten()?;
    let start = length(&up_to(&text, &range, false)?)?;
    let end = if text.contains(range.end_container().ok().as_ref()) {
        length(&up_to(&text, &range, true)?)?
    } else {
        // It goes on in another paragraph.
        text.text_content()?.chars().count()
    };
    let paragraph = row.get_attribute("data-paragraph")?.parse().ok()?;
    (start < end).then_some(Selected { paragraph, start, end })
}

fn element(node: &Node) -> Option<Element> {
    node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
}

/// The range from the beginning of a text to where the selection begins or, with `true`, ends.
fn up_to(text: &Element, selected: &Range, end: bool) -> Option<Range> {
    let before = selected.clone_range();
    before.select_node_contents(text).ok()?;
    let (node, offset) = if end {
        (selected.end_container().ok()?, selected.end_offset().ok()?)
    } else {
        (selected.start_container().ok()?, selected.start_offset().ok()?)
    };
    before.set_end(&node, offset).ok()?;
    Some(before)
}

/// How many code points a range holds.
fn length(range: &Range) -> Option<usize> {
    Some(range.to_string().as_string()?.chars().count())
}
