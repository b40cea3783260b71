//! The dialog "Help": what this is, how to tag, how to hand in; then the keys.

use crate::ui::{
    desk::Desk,
    dialog::{
        frame::{Frame, PLAIN, closing},
        keys::keys,
    },
    kit::tag::{Tag, classed, div, span, tag},
};
use postil_app::files::view::KeysView;

const WHAT: &str = "Everybody reads the same text and says, paragraph by paragraph, where its author stands and what it is \
                    about. Side by side, the answers show where you agree and where you do not. All of it stays in this \
                    browser until you hand it in as a file.";
const TAGGING: [&str; 5] = [
    "Go to a paragraph: touch it, or scroll. The one that is marked is the one you answer.",
    "Press the answer that fits. Press it again to remove it.",
    "Choose the themes that fit, or “No theme applies”. The i beside a theme says what it means.",
    "Write a note where you want to say why.",
    "The strip beside the text has a mark for each paragraph, in the colour of its answer: grey means not answered. Press one to go there.",
];
const HANDING_IN: &str = "Press Hand in, at the top or below the last paragraph. One file holds all your answers and \
                          notes, under your name: give it to your teacher. What you change afterwards is not in it, so \
                          hand in again after changes.";

/// The dialog.
pub fn help(desk: &Desk, view: &KeysView) -> Frame {
    let steps = TAGGING.map(|step| tag("li").key(step).text(step));
    let body = vec![
        div("help")
            .kid(part("What this is").kid(tag("p").text(WHAT)))
            .kid(part("How to tag").kid(tag("ol").all(steps.into_iter())))
            .kid(part("How to hand in").kid(tag("p").text(HANDING_IN))),
        keys(desk, view),
    ];
    let foot = vec![span("hint"), closing(desk, "btn btn-primary", "Done")];
    Frame { name: "Help", id: "help", title: "help-title", class: PLAIN, foot, body }
}

fn part(name: &'static str) -> Tag {
    classed("section", "help-part").kid(tag("h3").text(name))
}
