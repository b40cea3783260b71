//! The portrait: strips and lanes over one another, and a button over each column of them.
//!
//! A strip is one picture with a path for each answer, so that thirty annotators of two hundred paragraphs are a few
//! hundred elements and not six thousand. Nothing in it is measured: paths are stretched, and glyphs stand at shares of the
//! width.

use super::{
    pictures::save,
    themes::{sign, stripes},
};
use crate::{
    strings::compare as strings,
    ui::{
        class::desk::{Desk, sends, tells},
        kit::{
            dom,
            tag::{Tag, button, classed, div, span, tag, together},
        },
        part::{Part, View},
    },
};
use postil_app::{
    class::msg::Msg,
    compare::{
        head::Head,
        msg::{Drawing, Msg as Compare, Tab},
        portrait::{Column, Lane, PortraitView, Strip},
    },
};
use postil_core::codebook::sense::Filling;
use std::{fmt::Write as _, rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// How wide a paragraph is in the measure of the paths.
const CELL: usize = 100;
/// From so many rows on, the numbers of the paragraphs stand at the foot of the figure too: their head is out of sight there.
const TALL: usize = 32;

/// The portrait with what explains it and saves it.
pub fn portrait(desk: &Desk, view: &Arc<PortraitView>, failed: Option<Drawing>) -> Tag {
    let board = button("link").click(sends(desk, Compare::TabChosen(Tab::Board))).text(strings::board());
    let about = classed("p", "portrait-about")
        .kid(tag("span").text(strings::every_strip_is_a_person()))
        .kid(board)
        .kid(tag("span").text(strings::every_strip_ends()));
    let left_out = classed("p", "hint").hidden(view.left_out.is_empty()).verbatim().words(&view.left_out);
    let figure =
        html! { <Part view={View::new((desk.clone(), Arc::clone(view)), |(desk, view)| figure(desk, view))} /> };
    classed("section", "portrait-part")
        .set("aria-labelledby", "portrait-title")
        .kid(tag("h2").set("id", "portrait-title").text(strings::portrait_of_article()))
        .kid(about)
        .node(figure)
        .kid(left_out)
        .kid(save(desk, Drawing::Portrait, failed))
}

/// The figure.
pub fn figure(desk: &Desk, view: &PortraitView) -> Html {
    let paragraphs = view.columns.len();
    let signs = view.signs.iter().map(|each| tag("li").kid(sign(each)));
    let open =
        tag("li").kid(span("sign sign-stance").kid(span("glyph")).kid(tag("span").text(strings::not_answered())));
    let legend = div("portrait-legend")
        .kid(classed("p", "portrait-prompt").verbatim().set("dir", "auto").words(&view.prompt))
        .kid(classed("ul", "portrait-signs").label(strings::symbols()).all(signs.chain([open])));
    // The one thing in the figure that has a width of its own: from it, all columns have room enough for a finger.
    let pitch = if paragraphs <= 60 { 24 } else { 16 };
    let room = tag("svg").made("width", (paragraphs * pitch).to_string()).set("height", "1").unheard();
    let top = div("portrait-row portrait-top").kid(span("portrait-name").text(strings::paragraph())).kid(room);
    let heading = |words| div("portrait-row portrait-heading").kid(span("portrait-name").text(words));
    let strips = view.strips.iter().map(|each| strip(each, &view.signs, paragraphs));
    let lanes = view.lanes.iter().map(|each| lane(each, paragraphs, view.annotators));
    let axis = div("portrait-axis")
        .set("role", "toolbar")
        .label(strings::paragraphs())
        .click(tells(desk, |event| {
            let index = dom::closest(event, "[data-index]")?.get_attribute("data-index")?;
            Some(Msg::ParagraphOpened(index.parse().ok()?))
        }))
        .on(ListenerKind::onkeydown, Rc::new(|event| moved(&event)))
        .on(ListenerKind::onfocusin, Rc::new(|event| focused(&event)))
        .node(together(view.columns.iter().enumerate().map(column).collect()));
    let body = div("portrait-body")
        .kid(axis)
        .kid(top)
        .kid(heading(strings::stance_by_person()))
        .kid(classed("ul", "portrait-strips").all(strips))
        .kid(heading(strings::themes_by_people()))
        .kid(classed("ul", "portrait-lanes").all(lanes));
    let tall = view.strips.len() + view.lanes.len() > TALL;
    let scroller = div("portrait-scroll")
        .when("data-tall", tall)
        .set("role", "region")
        .set("tabindex", "0")
        .label(strings::portrait())
        .kid(body);
    classed("figure", "portrait").put("aria-label", &view.summary).kid(legend).kid(scroller).html()
}

fn column((at, column): (usize, &Column)) -> Tag {
    let number = span("portrait-number").when("data-seen", column.seen).verbatim().words(&column.number);
    button("portrait-column")
        .made("data-index", at.to_string())
        // The styles write it at the foot of a tall figure once more, which is no second word of the button's name.
        .put("data-number", &column.number)
        .set("tabindex", if at == 0 { "0" } else { "-1" })
        .put("aria-label", &column.name)
        .made("title", [&column.name, "\n", &column.words].concat())
        .kid(number)
}

fn name(words: &Arc<str>) -> Tag {
    // The picture beside it is named by it.
    span("portrait-name").unheard().kid(tag("span").verbatim().set("dir", "auto").words(words))
}

/// A picture as wide as there is room, whatever is in it.
fn chart(class: &'static str, words: &Arc<str>) -> Tag {
    classed("svg", class).set("role", "img").put("aria-label", words)
}

/// What is stretched over a picture.
fn stretched(across: usize, high: usize) -> Tag {
    tag("svg")
        .made("viewBox", format!("0 0 {} {}", (across * CELL).max(1), high.max(1)))
        .set("preserveAspectRatio", "none")
        .set("width", "100%")
        .set("height", "100%")
}

fn strip(strip: &Strip, signs: &[Head], paragraphs: usize) -> Tag {
    let mut fills = stretched(paragraphs, 100);
    fills = fills.kid(classed("path", "answer-open").made("d", boxes(&strip.open)));
    let mut glyphs = Vec::new();
    for (head, places) in signs.iter().zip(&strip.places).filter(|(_, places)| !places.is_empty()) {
        let of = |part: Tag| part.sense(head.sense).maybe("data-hue", head.hue.map(|hue| hue.name().into()));
        fills = fills.kid(of(classed("path", "answer-fill").made("d", boxes(places))));
        if head.filling == Filling::Hatched {
            // Stripes: a broad line that is broken often looks the same however it is stretched.
            fills = fills.kid(of(classed("path", "answer-stripes").made("d", lines(places, 100))));
        }
        let text = classed("text", "answer-glyphs").made("x", middles(places, paragraphs)).set("y", "50%").verbatim();
        glyphs.push(of(text).saying(head.glyph.repeat(places.len())));
    }
    let picture = chart("portrait-strip", &strip.words).kid(fills).node(together(glyphs));
    classed("li", "portrait-row").key(&strip.key).kid(name(&strip.name)).kid(picture)
}

fn lane(lane: &Lane, paragraphs: usize, annotators: usize) -> Tag {
    let mut d = String::new();
    for (at, count) in &lane.places {
        let count = usize::try_from(*count).unwrap_or(annotators).min(annotators);
        let _ = write!(d, "M{} {}h94v{count}h-94z", at * CELL + 3, annotators - count);
    }
    let fill = tag("path").made("d", d).maybe("data-hue", lane.head.hue.map(|hue| hue.name().into()));
    let middles = if lane.head.is_striped() { lane.places.iter().map(|(at, _)| *at).collect() } else { Vec::new() };
    // Above a bar its stripes are of the ground's colour, on the ground.
    let over = stripes(lane.head.is_striped(), lines(&middles, annotators));
    let picture = chart("portrait-lane", &lane.words).kid(stretched(paragraphs, annotators).kid(fill).kid(over));
    let name = span("portrait-name").unheard().kid(sign(&lane.head));
    classed("li", "portrait-row").key(&lane.key).kid(name).kid(picture)
}

fn boxes(places: &[usize]) -> String {
    let mut d = String::new();
    for at in places {
        let _ = write!(d, "M{} 4h94v92h-94z", at * CELL + 3);
    }
    d
}

/// Lines through the middle of these columns, in a picture that is so high.
fn lines(places: &[usize], high: usize) -> String {
    let mut d = String::new();
    for at in places {
        let _ = write!(d, "M{} {}.{}h94", at * CELL + 3, high / 2, high % 2 * 5);
    }
    d
}

/// Where the middles of these columns are, each as a share of the width.
fn middles(places: &[usize], paragraphs: usize) -> String {
    let mut x = String::new();
    for at in places {
        let thousandths = (2 * at + 1) * 50_000 / paragraphs.max(1);
        let _ = write!(x, "{}.{:03}% ", thousandths / 1000, thousandths % 1000);
    }
    x
}

/// Arrow keys, Home and End move along the columns.
fn moved(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(column) = dom::closest(event, "[data-index]") else { return };
    let row = column.parent_element();
    let next = match &*event.key() {
        "ArrowRight" => column.next_element_sibling(),
        "ArrowLeft" => column.previous_element_sibling(),
        "Home" => row.and_then(|row| row.first_element_child()),
        "End" => row.and_then(|row| row.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

/// One column is in the order of the Tab key: the one that had the focus last.
fn focused(event: &Event) {
    let Some(column) = dom::closest(event, "[data-index]") else { return };
    let before: Option<Element> =
        column.parent_element().and_then(|row| row.query_selector("[tabindex='0']").ok().flatten());
    if let Some(before) = before {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = column.set_attribute("tabindex", "0");
}
