//! Notes that were written for one paragraph in different places: all of them are kept until somebody chooses.

use crate::{
    strings::inspector as strings,
    ui::{
        desk::{Desk, sends},
        kit::tag::{Tag, button, classed, div, tag},
    },
};
use postil_app::read;
use std::sync::Arc;

/// The texts that met.
pub fn rival(desk: &Desk, texts: &[Arc<str>]) -> Tag {
    let each = texts.iter().enumerate().flat_map(|(at, text)| {
        let id = format!("rival-{at}");
        let keep = keep(desk, text).made("aria-describedby", id.clone()).text(strings::keep_this());
        let actions = div("actions").key(&["keep-", &id].concat()).kid(keep);
        [tag("blockquote").key(&id).made("id", id).verbatim().words(text), actions]
    });
    let all = keep(desk, &texts.join("\n\n").into()).verbatim();
    let all = all.text(if texts.len() > 2 { strings::keep_all() } else { strings::keep_both() });
    let hint = strings::choose_note();
    div("rival")
        .set("role", "group")
        .label(strings::notes_to_choose())
        .hidden(texts.is_empty())
        .kid(classed("p", "hint").text(hint))
        .kid(div("rival-texts").all(each))
        .kid(div("actions").kid(all))
}

fn keep(desk: &Desk, text: &Arc<str>) -> Tag {
    button("btn btn-line btn-small").click(sends(desk, read::Msg::NoteResolved(Arc::clone(text))))
}
