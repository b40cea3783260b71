//! What was built, as text, for tests: attributes in their order, `checked` as the browser would be told, and nothing of
//! listeners, which Yew keeps to itself.

use yew::{
    Html,
    virtual_dom::{VNode, VTag},
};

/// The element as HTML of one line.
pub(crate) fn drawn(node: &Html) -> String {
    match node {
        VNode::VTag(tag) => element(tag),
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) => list.iter().map(drawn).collect(),
        _ => "<component>".to_owned(),
    }
}

fn element(tag: &VTag) -> String {
    let mut attributes: Vec<String> =
        tag.attributes.iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
    attributes.sort();
    attributes.extend(tag.checked().map(|checked| format!(" checked={checked}")));
    let inside = tag.children().map(drawn).unwrap_or_default();
    format!("<{}{}>{inside}</{}>", tag.tag(), attributes.concat(), tag.tag())
}
