//! The icons, drawn once per page and referred to by [`super::icon()`].

use crate::ui::kit::tag::{Tag, classed, tag};
use yew::AttrValue;

/// An icon: its name, the side of its square, and its strokes, each with a width or none for the usual one.
pub struct Symbol(pub &'static str, u8, &'static [(Option<&'static str>, &'static str)]);

const fn plain(name: &'static str, strokes: &'static [(Option<&'static str>, &'static str)]) -> Symbol {
    Symbol(name, 18, strokes)
}

/// All icons.
pub const SYMBOLS: &[Symbol] = &[
    Symbol("brand", 24, &[(Some("2"), "M3 5.5h11M3 10.5h9M3 15.5h11M3 20h6M19 4v16"), (Some("5.2"), "M19 10.5h.001")]),
    plain("undo", &[(None, "M6.5 4 3 7.5 6.5 11M3.5 7.5h7a4 4 0 0 1 0 8H7")]),
    plain("redo", &[(None, "M11.5 4 15 7.5 11.5 11M14.5 7.5h-7a4 4 0 0 0 0 8H11")]),
    plain("search", &[(None, "M8 3.25a4.75 4.75 0 1 1 0 9.5 4.75 4.75 0 1 1 0-9.5M11.5 11.5l3.75 3.75")]),
    plain("up", &[(None, "m4 11 5-5 5 5")]),
    plain("down", &[(None, "m4 7 5 5 5-5")]),
    plain("more", &[(Some("2.5"), "M4 9h.01M9 9h.01M14 9h.01")]),
    plain("close", &[(None, "m4.5 4.5 9 9M13.5 4.5l-9 9")]),
    plain("info", &[(None, "M9 2.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 1 1 0-12.5M9 8.5V12M9 6h.01")]),
    plain(
        "person",
        &[(None, "M9 3.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 1 1 0-5.5M3.5 15c.6-3 2.8-4.5 5.5-4.5s4.9 1.5 5.5 4.5")],
    ),
    plain("open", &[(None, "M10 2.75H4.75v12.5h8.5V6zM10 2.75V6h3.25")]),
    plain("in", &[(None, "M9 2.5v8M5.75 7.5 9 10.75l3.25-3.25M3 12v3.25h12V12")]),
    plain("out", &[(None, "M9 10.75v-8M5.75 5.75 9 2.5l3.25 3.25M3 12v3.25h12V12")]),
    plain("help", &[(Some("1.75"), "M6.25 6.75C6.25 5 7.5 4 9 4s2.75 1 2.75 2.5c0 2-2.75 2.25-2.75 4M9 13.75h.01")]),
    plain("note", &[(None, "M3 3.5h12V12H8.5l-3.25 3v-3H3zM6 6.5h6M6 9h4")]),
    plain("alert", &[(None, "M9 2.5 16 15H2zM9 7v3.5M9 12.75h.01")]),
    plain("check", &[(None, "M3.5 9.5 7 13l7.5-8")]),
    plain("edit", &[(None, "M3.5 14.5 4.25 11l7.5-7.5 2.75 2.75-7.5 7.5zM10 5.25 12.75 8")]),
    plain("delete", &[(None, "M3.5 5h11M7 5V3h4v2M5 5l.6 10h6.8L13 5M7.75 8v4.5M10.25 8v4.5")]),
    plain("plus", &[(None, "M9 3.5v11M3.5 9h11")]),
    plain("prev", &[(None, "M9 15V3.5M4.5 8 9 3.5 13.5 8")]),
    plain("next", &[(None, "M9 3v11.5M4.5 10 9 14.5 13.5 10")]),
];

/// What `<use>` points at.
#[must_use]
pub fn href(name: &str) -> String {
    ["#i-", name].concat()
}

/// The sprite. It stands once on the page, unseen; the policy of the page allows no icon from elsewhere.
pub fn sprite() -> Tag {
    let symbols = SYMBOLS.iter().map(|Symbol(name, side, strokes)| {
        let strokes = strokes.iter().map(|(width, path)| {
            tag("path").key(path).set("d", path).maybe("stroke-width", width.map(AttrValue::Static))
        });
        let id = ["i-", name].concat();
        tag("symbol").key(name).made("id", id).made("viewBox", format!("0 0 {side} {side}")).all(strokes)
    });
    classed("svg", "sprite").unheard().all(symbols)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::{drawn::drawn, icon};
    use std::collections::BTreeSet;

    #[test]
    fn every_icon_stands_in_the_sprite_once() {
        let sprite = drawn(&sprite().html());
        let names: BTreeSet<&str> = SYMBOLS.iter().map(|symbol| symbol.0).collect();
        assert_eq!(names.len(), SYMBOLS.len(), "no name is given twice");
        for name in names {
            assert_eq!(sprite.matches(&format!(" id=\"i-{name}\"")).count(), 1, "{name}");
            assert!(drawn(&icon(name).html()).contains(&format!("href=\"#i-{name}\"")), "{name}");
        }
    }

    #[test]
    fn every_icon_is_drawn_within_its_square() {
        for Symbol(name, side, strokes) in SYMBOLS {
            assert!(!strokes.is_empty(), "{name}");
            // The commands with a great letter say where they go, all others how far.
            let starts = strokes.iter().flat_map(|(_, path)| path.split(['M', 'z']).skip(1));
            for start in starts {
                let numbers = start.split(|c: char| !(c.is_ascii_digit() || c == '.')).filter(|n| !n.is_empty());
                let mut at = numbers.take(2).filter_map(|number| number.parse::<f32>().ok());
                assert!(at.all(|at| (0.0..=f32::from(*side)).contains(&at)), "{name}: {start}");
            }
        }
    }

    #[test]
    fn icons_are_unheard() {
        assert!(drawn(&sprite().html()).starts_with("<svg aria-hidden=\"true\""));
        assert!(drawn(&icon("undo").html()).starts_with("<svg aria-hidden=\"true\""));
    }
}
