//! The buttons that save a picture of what stands above them.

use crate::{
    strings::compare as strings,
    ui::{
        class::{
            desk::{Desk, sends},
            sheets::{buttons, saves},
        },
        kit::tag::{Tag, button, classed, div},
    },
};
use postil_app::compare::{
    msg::{Drawing, Format, Msg, Sheet},
    pictures::SORRY,
};

/// The buttons that save a table and copy it.
pub fn table(desk: &Desk, sheet: Sheet) -> Tag {
    saves(desk, sheet.buttons(), |way| Msg::SheetAsked(sheet, way))
}

/// What saves a picture and the table that it is of, if there is one, and what happened when the picture could not be made.
pub fn save(desk: &Desk, drawing: Drawing, failed: Option<Drawing>) -> Tag {
    let sheet = match drawing {
        Drawing::Answers => Some(Sheet::Overview),
        Drawing::Frequency => Some(Sheet::Frequency),
        Drawing::StanceByTheme => Some(Sheet::StanceByTheme),
        Drawing::Together => Some(Sheet::Together),
        Drawing::Portrait => None,
        Drawing::Pairs => Some(Sheet::Pairs),
    };
    let tables = sheet.into_iter().flat_map(|sheet| buttons(desk, sheet.buttons(), |way| Msg::SheetAsked(sheet, way)));
    let [svg, png] = drawing.buttons();
    let as_svg = button("btn btn-small btn-line")
        .label(svg)
        .click(sends(desk, Msg::PictureAsked(drawing, Format::Svg)))
        .text(strings::save_as_svg());
    let as_png = button("btn btn-small btn-line")
        .label(png)
        .click(sends(desk, Msg::PictureAsked(drawing, Format::Png)))
        .text(strings::save_as_png());
    // A screen reader was told already.
    let sorry = classed("p", "problem").hidden(failed != Some(drawing)).text(SORRY);
    div("save-picture").kid(as_svg).kid(as_png).all(tables).kid(sorry)
}
