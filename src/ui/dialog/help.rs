//! The dialog "Help": what this is, how to tag, how to hand in, how to teach with it; then the keys.

use crate::{
    strings::dialog::{done, help as strings},
    ui::{
        desk::Desk,
        dialog::{
            frame::{Frame, PLAIN, closing},
            keys::keys,
        },
        kit::tag::{Tag, classed, div, span, tag},
    },
};
use postil_app::files::view::KeysView;

const TAGGING: [&str; 5] = [
    strings::go_to_paragraph(),
    strings::press_answer(),
    strings::choose_themes(),
    strings::write_note(),
    strings::strip_of_marks(),
];

/// The dialog.
pub fn help(desk: &Desk, view: &KeysView) -> Frame {
    let steps = TAGGING.map(|step| tag("li").key(step).text(step));
    let body = vec![
        div("help")
            .kid(part(strings::what_title()).kid(tag("p").text(strings::what())))
            .kid(part(strings::tagging_title()).kid(tag("ol").all(steps.into_iter())))
            .kid(part(strings::handing_in_title()).kid(tag("p").text(strings::handing_in())))
            .kid(part(strings::teaching_title()).kid(tag("p").text(strings::teaching()))),
        keys(desk, view),
    ];
    let foot = vec![span("hint"), closing(desk, "btn btn-primary", done())];
    Frame { name: strings::help(), id: "help", title: "help-title", class: PLAIN, foot, body }
}

fn part(name: &'static str) -> Tag {
    classed("section", "help-part").kid(tag("h3").text(name))
}
