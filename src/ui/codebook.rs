//! The codebook screen: what is asked, and what the answers mean, read and edited in place.

mod beginnings;
mod field;
mod files;
mod foreign;
mod question;
mod theme;

use self::field::{Kind, Names, field};
use super::{
    class::{
        card::Card,
        desk::{Desk, sends},
    },
    kit::tag::{Tag, button, classed, div, span, tag},
    part::View,
};
use crate::strings::codebook as strings;
use postil_app::codebook::{
    msg::{HEAD, Msg},
    view::{CodebookView, ThemeCard},
};
use std::sync::Arc;
use yew::prelude::*;

/// The screen.
pub fn codebook_screen(desk: &Desk, view: &CodebookView) -> Tag {
    let locked = view.locked;
    let head = classed("header", "page-head")
        .kid(tag("h1").set("id", HEAD).set("tabindex", "-1").text(strings::codebook()))
        .kid(tag("p").text(strings::what_it_holds()));
    let questions = view.questions.iter().map(|card| {
        let of = (desk.clone(), Arc::clone(card), locked);
        (card.id.as_str(), View::new(of, |(desk, card, locked)| question::question(desk, card, *locked).html()))
    });
    let add_question = button("btn btn-line")
        .hidden(locked)
        .flag("disabled", !view.may_ask)
        .click(sends(desk, Msg::QuestionAdded))
        .text(strings::add_question());
    let add_theme =
        button("btn btn-line").hidden(locked).click(sends(desk, Msg::ThemeAdded)).text(strings::add_theme());
    let themes =
        div("glossary-head").kid(tag("h2").text(strings::themes())).kid(span("hint").text(strings::several_or_none()));
    let nothing = classed("p", "empty").hidden(view.offered > 0).text(strings::no_themes());
    let rest = view.offered.saturating_sub(view.themes.len());
    let more = classed("p", "hint").hidden(rest == 0).saying(strings::more_coming(rest));
    let archived = classed("details", "archived")
        .hidden(view.put_away == 0)
        .kid(tag("summary").saying(strings::archived(view.put_away)))
        .kid(cards(theme_cards(desk, &view.archived, &view.all, locked)));
    let colophon = classed("p", "hint colophon")
        .kid(tag("span").text(strings::version()))
        .kid(tag("code").verbatim().words(&view.version));
    div("page codebook")
        .kid(head)
        .kid(again(desk, view))
        .kid(tag("div").kid(if view.is_new { beginnings::beginnings(desk, view) } else { tag("div").hidden(true) }))
        .kid(classed("section", "asked-all").label(strings::questions()).kid(cards(questions)).kid(add_question))
        .kid(themes)
        .kid(nothing)
        .kid(cards(theme_cards(desk, &view.themes, &view.all, locked)))
        .kid(more)
        .kid(add_theme)
        .kid(archived)
        .kid(tag("div").kid(if view.is_new { tag("div").hidden(true) } else { beginnings::beginnings(desk, view) }))
        .kid(tag("div").all(view.foreign.iter().map(|other| foreign::foreign(desk, other, locked))))
        .kid(files::files(desk, locked))
        .kid(div("book-title").kid(field(desk, strings::name_of_codebook(), &view.title, Kind::Line, locked)))
        .kid(colophon)
}

/// What a change of the rules leaves to be done.
fn again(desk: &Desk, view: &CodebookView) -> Tag {
    let look = button("btn btn-small btn-line").click(sends(desk, Msg::AgainAsked)).text(strings::check_again());
    div("again-line").hidden(view.again.is_empty()).kid(tag("p").set("role", "status").words(&view.again)).kid(look)
}

fn theme_cards<'a>(
    desk: &'a Desk,
    themes: &'a [Arc<ThemeCard>],
    all: &'a Names,
    locked: bool,
) -> impl Iterator<Item = (&'a str, View)> {
    themes.iter().map(move |card| {
        // What it can go into is drawn only while somebody asks for that, so that a new name draws one card and not all.
        let all = card.picking.is_some().then(|| Arc::clone(all));
        let of = (desk.clone(), Arc::clone(card), all, locked);
        (
            card.id.as_str(),
            View::new(of, |(desk, card, all, locked)| theme::theme(desk, card, all.as_ref(), *locked).html()),
        )
    })
}

/// A list of cards, each drawn only when it changed.
fn cards<'a>(cards: impl Iterator<Item = (&'a str, View)>) -> Tag {
    let cards = cards.map(|(key, view)| {
        let key = key.to_owned();
        html! { <Card {key} {view} /> }
    });
    div("cards").node(cards.collect::<Html>())
}
