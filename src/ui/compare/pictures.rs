//! The buttons that save a picture of what stands above them.

use crate::{
    strings::compare as strings,
    ui::{
        class::desk::{Desk, sends},
        kit::tag::{Tag, button, classed, div},
    },
};
use postil_app::compare::{
    msg::{Drawing, Format, Msg, Sheet, Way},
    pictures::SORRY,
};

/// The buttons that save a table and copy it.
pub fn table(desk: &Desk, sheet: Sheet) -> Tag {
    div("save-picture").all(table_buttons(desk, sheet).into_iter())
}

fn table_buttons(desk: &Desk, sheet: Sheet) -> [Tag; 2] {
    let [csv, copy] = sheet.buttons();
    let one = |name: &'static str, way: Way, words: &'static str| {
        button("btn btn-small btn-line")
            .key(words)
            .label(name)
            .click(sends(desk, Msg::SheetAsked(sheet, way)))
            .text(words)
    };
    [one(csv, Way::Csv, strings::save_as_csv()), one(copy, Way::Copy, strings::copy_table())]
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
    let tables = sheet.into_iter().flat_map(|sheet| table_buttons(desk, sheet));
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
