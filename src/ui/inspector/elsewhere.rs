//! What was said here under another codebook, so that nobody thinks that it is gone.

use crate::ui::kit::tag::{Tag, classed, div, span, tag};
use postil_app::read::view::inspector::ElsewhereView;

/// What was said under other codebooks; nothing where nothing was.
pub fn elsewhere(views: &[ElsewhereView]) -> Tag {
    let way = tag("a").set("href", "#/codebook").text("Match it in Codebook");
    div("elsewhere").hidden(views.is_empty()).all(views.iter().map(said)).kid(way)
}

fn said(view: &ElsewhereView) -> Tag {
    let lead = if view.title.is_empty() {
        "With another codebook you said:".to_owned()
    } else {
        ["With another codebook, “", &*view.title, "”, you said:"].concat()
    };
    let words = view.said.iter().map(|words| span("said").verbatim().set("dir", "auto").words(words));
    classed("p", "hint").key(&view.title).kid(tag("span").saying(lead)).all(words)
}
