//! The buttons that save a table and copy it.

use super::desk::{Desk, sends};
use crate::{
    strings::compare as strings,
    ui::kit::tag::{Tag, button, div},
};
use postil_app::class::{
    msg::Msg,
    sheets::Way::{self, Copy, Csv},
};

/// The buttons below a table. Their names tell it from others: what saves it as CSV, and what copies it.
pub fn saves<M: Into<Msg>>(desk: &Desk, names: [&str; 2], asked: impl Fn(Way) -> M) -> Tag {
    div("save-picture").all(buttons(desk, names, asked).into_iter())
}

/// The same, to stand among others.
pub fn buttons<M: Into<Msg>>(desk: &Desk, [csv, copy]: [&str; 2], asked: impl Fn(Way) -> M) -> [Tag; 2] {
    let one = |name: &str, way: Way, words: &'static str| {
        button("btn btn-small btn-line")
            .key(words)
            .made("aria-label", name.to_owned())
            .click(sends(desk, asked(way)))
            .text(words)
    };
    [one(csv, Csv, strings::save_as_csv()), one(copy, Copy, strings::copy_table())]
}
