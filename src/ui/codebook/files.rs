//! The codebook as a file: saved in one of several formats, or taken from one.

use crate::{
    strings::codebook as strings,
    ui::{
        class::desk::{Desk, sends},
        desk::{Intake, listed},
        kit::{
            field,
            tag::{Tag, button, classed, div, input, tag},
        },
    },
};
use postil_app::codebook::msg::Msg;
use postil_core::exchange::codebook::Format;
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement};
use yew::{TargetCast, virtual_dom::ListenerKind};

/// The id of the field that takes a file.
const FIELD: &str = "codebook-file";
/// And of what is said of it.
const HINT: &str = "codebook-file-hint";

/// Saving, and taking.
pub(super) fn files(desk: &Desk, locked: bool) -> Tag {
    let formats = Format::ALL.into_iter().map(|format| {
        let save = button("btn btn-small btn-line").click(sends(desk, Msg::Saved(format))).text(strings::save());
        let drops = format.drops().iter().map(|drops| tag("li").text(drops));
        tag("li")
            .key(format.name())
            .kid(div("format-head").kid(tag("h3").text(format.name())).kid(save.label(saves(format))))
            .kid(classed("ul", "hint").all(drops))
    });
    let chosen = {
        let desk = desk.clone();
        Rc::new(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(list) = input.files().filter(|list| list.length() > 0) {
                desk.files.emit((Intake::Codebook, listed(&list)));
                // So that the same file can be chosen again.
                field::write(&input, "");
            }
        })
    };
    let take = input("file")
        .set("id", FIELD)
        .set("accept", ".json,.csv,.qdc,application/json,text/csv")
        .set("aria-describedby", HINT)
        .flag("disabled", locked)
        .on(ListenerKind::onchange, chosen);
    classed("details", "begin as-file")
        .kid(tag("summary").text(strings::as_file()))
        .kid(
            div("take-file")
                .kid(tag("label").set("for", FIELD).text(strings::import_codebook()))
                .kid(take)
                .kid(classed("p", "hint").set("id", HINT).text(strings::what_is_imported())),
        )
        .kid(classed("ul", "formats").all(formats))
}

fn saves(format: Format) -> &'static str {
    match format {
        Format::Postil => strings::save_as_postil(),
        Format::Table => strings::save_as_table(),
        Format::Tags => strings::save_as_tags(),
        Format::Refi => strings::save_as_refi(),
    }
}
