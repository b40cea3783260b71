//! The overview: a few sentences, and a bar of answers for each paragraph.

use super::{pictures::save, themes::sign};
use crate::{
    strings::compare as strings,
    ui::{
        class::desk::Desk,
        kit::tag::{Tag, classed, div, span, tag, together},
        part::{Part, View},
    },
};
use postil_app::compare::{
    head::Head,
    msg::Drawing,
    overview::{OverviewView, Piece, Row},
};
use postil_core::{codebook::sense::Filling, output::findings as said};
use std::sync::Arc;
use yew::prelude::*;

/// A part that is less than one of so many of a bar has no room for its sign.
const NARROW: u32 = 14;

/// The part of Compare.
pub fn overview(desk: &Desk, view: &Arc<OverviewView>, failed: Option<Drawing>) -> Tag {
    div("overview-part")
        .node(html! { <Part view={View::new(Arc::clone(view), |view| whole(view))} /> })
        .kid(save(desk, Drawing::Answers, failed).hidden(view.signs.is_empty()))
}

fn whole(view: &OverviewView) -> Html {
    let sentences = classed("ul", "findings").label(strings::what_there_is_to_say()).all(
        view.sentences.iter().enumerate().map(|(at, sentence)| tag("li").key(&at.to_string()).node(words(sentence))),
    );
    let signs = view.signs.iter().map(|each| tag("li").kid(sign(each)));
    let open =
        tag("li").kid(span("sign").kid(span("sign-open").unheard()).kid(tag("span").text(strings::not_answered())));
    let is_open = view.rows.iter().any(|row| row.pieces.iter().any(|piece| piece.sign.is_none()));
    let legend = classed("ul", "portrait-signs").label(strings::symbols()).all(signs.chain(is_open.then_some(open)));
    let heading = div("overview-heading")
        .kid(tag("h2").set("id", "overview-bars").text(strings::answers_by_paragraph()))
        .kid(
            classed("p", "portrait-prompt")
                .hidden(view.prompt.is_empty())
                .verbatim()
                .set("dir", "auto")
                .words(&view.prompt),
        )
        .kid(legend)
        .kid(
            classed("p", "hint")
                .kid(tag("span").text(strings::end_of_bar()))
                .kid(tag("span").text(strings::opposite_counts_twice())),
        );
    let rows = view.rows.iter().map(|each| row(each, view));
    let bars = classed("section", "overview-bars")
        .set("aria-labelledby", "overview-bars")
        .hidden(view.signs.is_empty())
        .kid(heading)
        .kid(classed("ol", "share-rows").all(rows))
        .kid(classed("p", "hint").hidden(view.left_out.is_empty()).verbatim().words(&view.left_out));
    tag("div").kid(sentences).kid(bars).html()
}

/// A sentence: paragraphs in it are links, and answers and themes have their signs.
pub fn words(sentence: &[said::Piece]) -> Html {
    let piece = |piece: &said::Piece| match piece {
        said::Piece::Words(words) => tag("span").verbatim().words(words),
        said::Piece::Paragraph(at) => {
            let number = at + 1;
            // Beside its number a screen reader needs to hear of what.
            tag("a")
                .made("href", format!("#p{number}"))
                .made("aria-label", strings::said_paragraph(number))
                .verbatim()
                .saying(number.to_string())
        }
        said::Piece::Answer(label, sign) => span("said-answer")
            .sense(Some(sign.sense()))
            .kid(span("glyph").unheard().text(sign.glyph))
            .kid(tag("b").verbatim().set("dir", "auto").words(label)),
        said::Piece::Theme(label, hue) => span("said-theme")
            .maybe("data-hue", Some(hue.name().into()))
            .kid(span("sign-hue").unheard())
            .kid(tag("b").verbatim().set("dir", "auto").words(label)),
    };
    together(sentence.iter().map(piece).collect())
}

fn row(row: &Row, view: &OverviewView) -> Tag {
    let link = classed("a", "share-name")
        .made("href", format!("#p{}", row.number))
        .kid(span("board-number").verbatim().words(&row.number))
        .kid(span("board-words").verbatim().set("dir", "auto").words(&row.words));
    let differing = span("share-differing").kid(tag("span").verbatim().words(&row.differing));
    tag("li").key(&row.key).kid(link).kid(bar(row, view)).kid(differing)
}

/// The answers to a paragraph as a bar: each part with its colour, its sign and its number, and its words for whoever points
/// at it. Nothing in it is measured: parts are stretched, and signs stand at shares of the width.
fn bar(row: &Row, view: &OverviewView) -> Tag {
    let people = view.people.max(1);
    let fills = tag("svg")
        .made("viewBox", format!("0 0 {people} 1"))
        .set("preserveAspectRatio", "none")
        .set("width", "100%")
        .set("height", "100%")
        .unheard()
        .node(together(row.pieces.iter().flat_map(|piece| filled(piece, head(piece, view))).collect()));
    let glyphs = row.pieces.iter().filter(|piece| piece.count * NARROW >= people).filter_map(|piece| {
        let head = head(piece, view)?;
        // Its middle, in thousandths of the width.
        let middle = (2 * piece.start + piece.count) * 500 / people;
        let text = classed("text", "answer-glyphs")
            .made("x", format!("{}.{}%", middle / 10, middle % 10))
            .set("y", "50%")
            .verbatim();
        Some(of(text, head).saying(format!("{} {}", head.glyph, piece.count)))
    });
    classed("svg", "share-bar")
        .set("role", "img")
        .put("aria-label", &row.said)
        .kid(fills)
        .node(together(glyphs.collect()))
}

fn head<'a>(piece: &Piece, view: &'a OverviewView) -> Option<&'a Head> {
    piece.sign.and_then(|at| view.signs.get(at))
}

fn of(part: Tag, head: &Head) -> Tag {
    part.sense(head.sense).maybe("data-hue", head.hue.map(|hue| hue.name().into()))
}

fn filled(piece: &Piece, head: Option<&Head>) -> Vec<Tag> {
    let rect = |class: &'static str| {
        classed("rect", class)
            .made("x", piece.start.to_string())
            .made("width", piece.count.to_string())
            .set("height", "1")
            .kid(tag("title").verbatim().words(&piece.words))
    };
    let Some(head) = head else { return vec![rect("answer-open")] };
    let fill = of(rect("answer-fill"), head);
    if head.filling != Filling::Hatched {
        return vec![fill];
    }
    let stripes = classed("path", "answer-stripes").made("d", format!("M{} .5h{}", piece.start, piece.count));
    vec![fill, of(stripes, head)]
}
