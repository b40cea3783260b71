//! The buttons that save a picture of what stands above them.

use crate::ui::{
    class::desk::{Desk, sends},
    kit::tag::{Tag, button, classed, div},
};
use postil_app::compare::{
    msg::{Drawing, Format, Msg},
    pictures::SORRY,
};

/// Both buttons, and what happened when the picture could not be made.
pub fn save(desk: &Desk, drawing: Drawing, failed: Option<Drawing>) -> Tag {
    let [svg, png] = drawing.buttons();
    let as_svg = button("btn btn-small btn-line")
        .label(svg)
        .click(sends(desk, Msg::PictureAsked(drawing, Format::Svg)))
        .text("Save as SVG");
    let as_png = button("btn btn-small btn-line")
        .label(png)
        .click(sends(desk, Msg::PictureAsked(drawing, Format::Png)))
        .text("Save as PNG");
    // A screen reader was told already.
    let sorry = classed("p", "problem").hidden(failed != Some(drawing)).text(SORRY);
    div("save-picture").kid(as_svg).kid(as_png).kid(sorry)
}
