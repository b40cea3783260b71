//! The numbers of agreement.

pub mod figure;
pub mod pairs;

use self::figure::figure;
use super::pictures::table;
use crate::{
    strings::compare as strings,
    ui::{
        class::{
            controls::{Pick, segments},
            desk::{Desk, sends},
        },
        kit::tag::{Tag, button, classed, div, span, tag},
    },
};
use postil_app::compare::{
    msg::{Drawing, Msg, Sheet},
    numbers::figures::{Figure, NumbersView},
};
use std::sync::Arc;

/// The numbers with what they are computed from.
pub fn numbers(desk: &Desk, view: &NumbersView, failed: Option<Drawing>) -> Tag {
    let basis = vec![
        Pick::new(strings::all_paragraphs(), !view.complete, Msg::CompleteChosen(false)),
        Pick::new(strings::answered_by_everybody(), view.complete, Msg::CompleteChosen(true)),
    ];
    let basis = div("board-tools")
        .kid(segments(desk, "numbers-basis", strings::which_paragraphs_count(), basis))
        .kid(
            span("hint")
                .kid(tag("span").verbatim().words(&view.complete_items))
                .kid(tag("span").text(strings::so_many_answered_by_everybody())),
        )
        .kid(span("hint working").set("role", "status").kid(tag("span").text(if view.working {
            strings::computing()
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
    let answers = part("numbers-answers", strings::agreement_on_answer(), &view.answers).key("answers");
    let of_two = pairs::pairs(desk, view, failed).key("pairs");
    // Of two people Cohen's kappa comes first, and of more what is of all of them.
    let first = if view.two { [of_two, answers] } else { [answers, of_two] };
    let themes = part("numbers-themes", strings::agreement_on_themes(), &view.themes);
    let each = part("numbers-each", strings::theme_by_theme_alpha(), &view.each);
    let each_of_two = part("numbers-each-of-two", strings::theme_by_theme_kappa(), &view.each_of_two);
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
        .kid(tag("h2").set("id", "numbers-cite").text(strings::to_cite()))
        .kid(tag("p").verbatim().set("dir", "auto").words(words))
        .kid(button("btn btn-line").click(sends(desk, Msg::CiteCopied)).text(strings::copy_sentence()))
}
