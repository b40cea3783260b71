//! The numbers of agreement.

pub mod figure;
pub mod pairs;

use self::figure::figure;
use super::pictures::table;
use crate::ui::{
    class::{
        controls::{Pick, segments},
        desk::{Desk, sends},
    },
    kit::tag::{Tag, button, classed, div, span, tag},
};
use postil_app::compare::{
    msg::{Drawing, Msg, Sheet},
    numbers::figures::{Figure, NumbersView},
};
use std::sync::Arc;

/// The numbers with what they are computed from.
pub fn numbers(desk: &Desk, view: &NumbersView, failed: Option<Drawing>) -> Tag {
    let basis = vec![
        Pick::new("All paragraphs", !view.complete, Msg::CompleteChosen(false)),
        Pick::new("Answered by everybody", view.complete, Msg::CompleteChosen(true)),
    ];
    let basis = div("board-tools")
        .kid(segments(desk, "numbers-basis", "Which paragraphs count", basis))
        .kid(
            span("hint")
                .kid(tag("span").verbatim().words(&view.complete_items))
                .kid(tag("span").text(" answered by everybody")),
        )
        .kid(span("hint working").set("role", "status").kid(tag("span").text(if view.working {
            "Computing…"
        } else {
            ""
        })));
    let part = |id: &'static str, title: &'static str, figures: &[Figure]| {
        classed("section", "figures")
            .set("aria-labelledby", id)
            .hidden(figures.is_empty())
            .kid(tag("h2").set("id", id).text(title))
            .kid(tag("div").all(figures.iter().map(|each| figure(desk, each))))
    };
    let answers = part("numbers-answers", "Agreement on the answer", &view.answers).key("answers");
    let of_two = pairs::pairs(desk, view, failed).key("pairs");
    // Of two people Cohen's kappa comes first, and of more what is of all of them.
    let first = if view.two { [of_two, answers] } else { [answers, of_two] };
    let themes = part("numbers-themes", "Agreement on sets of themes", &view.themes);
    let each = part("numbers-each", "Theme by theme: Krippendorff’s alpha", &view.each);
    let each_of_two = part("numbers-each-of-two", "Theme by theme: Cohen’s kappa", &view.each_of_two);
    let [first, second] = first;
    div("numbers")
        .kid(basis)
        .kid(
            div("numbers-said")
                .kid(classed("p", "").hidden(view.small.is_empty()).verbatim().words(&view.small))
                .kid(classed("p", "hint").hidden(view.convention.is_empty()).text(view.convention))
                .kid(classed("p", "hint").hidden(view.given.is_empty()).verbatim().words(&view.given)),
        )
        .kid(first)
        .kid(second)
        .kid(each_of_two)
        .kid(themes)
        .kid(each)
        .kid(table(desk, Sheet::Numbers))
        .kid(cite(desk, &view.cite))
}

/// The sentence to cite.
fn cite(desk: &Desk, words: &Arc<str>) -> Tag {
    classed("section", "cite")
        .set("aria-labelledby", "numbers-cite")
        .hidden(words.is_empty())
        .kid(tag("h2").set("id", "numbers-cite").text("To cite"))
        .kid(tag("p").verbatim().set("dir", "auto").words(words))
        .kid(button("btn btn-line").click(sends(desk, Msg::CiteCopied)).text("Copy the sentence"))
}
