//! Codebooks to begin with, shown as they will look: some that are made, and those of other articles.

use crate::{
    strings::codebook as strings,
    ui::{
        class::desk::{Desk, sends},
        kit::tag::{Tag, button, classed, div, tag},
    },
};
use postil_app::codebook::{
    msg::Msg,
    view::{BeginningView, CodebookView, LentView},
};
use std::sync::Arc;

/// The choice of how to begin. It stands open while nothing was made yet.
pub(super) fn beginnings(desk: &Desk, view: &CodebookView) -> Tag {
    // What was made before stands right before the one that is empty.
    let (made, empty) = view.beginnings.split_at(view.beginnings.len().saturating_sub(1));
    let entry = |beginning| entry(desk, beginning, view.locked);
    let last = view.last.iter().map(|lent| last(desk, lent, view.locked));
    let all = classed("ul", "beginnings").all(made.iter().map(entry).chain(last).chain(empty.iter().map(entry)));
    classed("details", "begin")
        .flag("open", view.is_new)
        .kid(tag("summary").text(strings::start_with_another()))
        .kid(all)
        .kid(others(desk, view))
}

fn entry(desk: &Desk, beginning: &BeginningView, locked: bool) -> Tag {
    let used = beginning.chosen;
    let choose = choice(used, locked).click(sends(desk, Msg::BeginningChosen(beginning.id.into())));
    tag("li")
        .key(beginning.id)
        .when("data-chosen", used)
        .kid(tag("h3").text(beginning.name))
        .kid(classed("p", "hint").text(beginning.purpose))
        .kid(asked(&beginning.asks))
        .kid(chips(&beginning.themes))
        .kid(choose.text(if used { strings::in_use() } else { strings::use_this() }))
}

/// The codebook of the article that was worked on last.
fn last(desk: &Desk, lent: &LentView, locked: bool) -> Tag {
    tag("li")
        .key("last")
        .when("data-chosen", lent.does.is_none())
        .kid(tag("h3").text(strings::my_last_codebook()))
        .kid(classed("p", "hint").saying(strings::used_for(&lent.title, &lent.counts)))
        .kid(asked(&lent.asks))
        .kid(chips(&lent.themes))
        .kid(take(desk, lent, locked))
}

/// Those of all other articles, once somebody asks.
fn others(desk: &Desk, view: &CodebookView) -> Tag {
    let rows = view.lent.iter().map(|lent| {
        tag("li")
            .key(lent.article.as_str())
            .when("data-chosen", lent.does.is_none())
            .kid(
                tag("div")
                    .kid(tag("h3").set("dir", "auto").verbatim().words(&lent.title))
                    .kid(classed("p", "hint").words(&lent.counts))
                    .kid(asked(&lent.asks)),
            )
            .kid(take(desk, lent, view.locked))
    });
    let summary = tag("summary").click(sends(desk, Msg::LentAsked)).text(strings::from_another_article());
    classed("details", "lenders")
        .hidden(!view.has_others)
        .kid(summary)
        .kid(classed("p", "hint").hidden(!view.reading).set("role", "status").text(strings::searching_articles()))
        .kid(classed("p", "hint").hidden(view.reading || !view.lent.is_empty()).text(strings::no_other_article()))
        .kid(classed("ul", "lent").all(rows))
}

fn take(desk: &Desk, lent: &LentView, locked: bool) -> Tag {
    let does = lent.does.unwrap_or(strings::in_use());
    choice(lent.does.is_none(), locked)
        .click(sends(desk, Msg::TakenFrom(lent.article.clone())))
        .made("aria-label", strings::does_with_codebook(does, &lent.title))
        .text(does)
}

fn choice(used: bool, locked: bool) -> Tag {
    button("btn btn-line btn-small").flag("disabled", locked || used)
}

fn asked(asks: &[Arc<str>]) -> Tag {
    div("preview").all(asks.iter().map(|asks| classed("p", "asks").key(asks).words(asks)))
}

fn chips(themes: &[Arc<str>]) -> Tag {
    let all = themes.iter().map(|theme| tag("li").key(theme).words(theme));
    classed("ul", "chips").hidden(themes.is_empty()).all(all)
}
