//! What was said here under another codebook, so that nobody thinks that it is gone.

use crate::{
    strings::inspector as strings,
    ui::kit::tag::{Tag, classed, div, span, tag},
};
use postil_app::read::view::inspector::ElsewhereView;

/// What was said under other codebooks; nothing where nothing was.
pub fn elsewhere(views: &[ElsewhereView]) -> Tag {
    let way = tag("a").set("href", "#/codebook").text(strings::match_in_codebook());
    div("elsewhere").hidden(views.is_empty()).all(views.iter().map(said)).kid(way)
}

fn said(view: &ElsewhereView) -> Tag {
    let lead = if view.title.is_empty() {
        strings::with_another().to_owned()
    } else {
        strings::with_another_called(&view.title)
    };
    let words = view.said.iter().map(|words| span("said").verbatim().set("dir", "auto").words(words));
    classed("p", "hint").key(&view.title).kid(tag("span").saying(lead)).all(words)
}
