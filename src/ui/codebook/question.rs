//! A question of the codebook, as one writes into it.

use super::field::{Kind, field, named};
use crate::{
    strings::codebook as strings,
    ui::{
        class::desk::{Desk, sends, tells},
        kit::{
            kbd,
            tag::{Tag, button, classed, div, span, tag},
        },
    },
};
use postil_app::codebook::{
    ids::card_id,
    msg::Msg,
    view::{OptionCard, QuestionCard},
};
use postil_core::codebook::{
    book::{Item, Value, field::SENSE},
    sense::Sense,
};
use std::sync::Arc;
use web_sys::HtmlSelectElement;
use yew::{TargetCast, virtual_dom::ListenerKind};

/// What an answer can mean, and the words for it.
const SENSES: [(Option<Sense>, &str); 6] = [
    (None, strings::no_fixed_meaning()),
    (Some(Sense::For), strings::supports()),
    (Some(Sense::Against), strings::opposes()),
    (Some(Sense::Both), strings::mixed()),
    (Some(Sense::Neutral), strings::neutral()),
    (Some(Sense::None), strings::no_stance()),
];
/// The most places of a scale that are offered.
const PLACES: u8 = 8;

/// The card of a question.
pub(super) fn question(desk: &Desk, card: &QuestionCard, locked: bool) -> Tag {
    let item = Item::Question(card.id.clone());
    let prompt = classed("label", "field prompt").kid(span("label").saying(strings::question(card.number))).kid(named(
        desk,
        strings::prompt(),
        &card.prompt,
        Kind::Lines,
        locked,
    ));
    let facts = div("facts-line")
        .kid(field(desk, strings::whose_stance(), &card.holder, Kind::Line, locked))
        .kid(field(desk, strings::about_what(), &card.target, Kind::Line, locked));
    let add = button("btn btn-small")
        .hidden(locked || card.archived)
        .click(sends(desk, Msg::OptionAdded(card.id.clone())))
        .text(strings::add_answer());
    classed("section", "ask-card")
        .put("id", &card_id(&item))
        .set("tabindex", "-1")
        .set("role", "group")
        .put("aria-label", &card.asks)
        .when("data-archived", card.archived)
        .kid(prompt)
        .kid(facts)
        .kid(div("answers").all(card.options.iter().map(|option| answer(desk, option, locked))))
        .kid(div("actions").kid(add).kid(moves(desk, &item, card.can_move, locked || card.archived)).kid(archive(
            desk,
            &item,
            card.archived,
            locked,
        )))
}

/// The buttons that move something among its like.
pub(super) fn moves(desk: &Desk, item: &Item, (up, down): (bool, bool), locked: bool) -> Tag {
    let to = |words: &'static str, glyph: &'static str, can: bool, down: bool| {
        button("btn btn-icon btn-small")
            .label(words)
            .set("title", words)
            .flag("disabled", !can)
            .click(sends(desk, Msg::Moved(item.clone(), down)))
            .kid(span("").unheard().text(glyph))
    };
    classed("span", "moves").hidden(locked).kid(to(strings::move_up(), "↑", up, false)).kid(to(
        strings::move_down(),
        "↓",
        down,
        true,
    ))
}

/// The button that archives something, or brings it back.
pub(super) fn archive(desk: &Desk, item: &Item, archived: bool, locked: bool) -> Tag {
    let words = if archived { strings::bring_back() } else { strings::archive() };
    button("btn btn-small").hidden(locked).click(sends(desk, Msg::Archived(item.clone(), !archived))).text(words)
}

fn answer(desk: &Desk, option: &OptionCard, locked: bool) -> Tag {
    let Item::Option(_, id) = &option.item else { return tag("div").hidden(true) };
    let glyph = span("glyph").unheard().words(&option.glyph);
    tag("div")
        .key(id.as_str())
        .set("data-sense", option.sense)
        .put("id", &card_id(&option.item))
        .set("tabindex", "-1")
        .set("role", "group")
        .put("aria-label", &option.label.text)
        .when("data-archived", option.archived)
        .kid(glyph)
        .kid(named(desk, strings::label(), &option.label, Kind::Line, locked))
        .kid(sense(desk, option, locked))
        .kid(
            classed("label", "key-of")
                .kid(span("label").text(strings::key()))
                .kid(named(desk, strings::key(), &option.key, Kind::Key, locked))
                .kid(kbd(&differs(&option.key.text, &option.works))),
        )
        .kid(named(desk, strings::definition(), &option.definition, Kind::Lines, locked))
        .kid(div("actions").kid(moves(desk, &option.item, (true, true), locked || option.archived)).kid(archive(
            desk,
            &option.item,
            option.archived,
            locked,
        )))
}

/// The key that works, where it is another one than what is written.
pub(super) fn differs(written: &Arc<str>, works: &Arc<str>) -> Arc<str> {
    if written.to_lowercase() == works.to_lowercase() { "".into() } else { Arc::clone(works) }
}

fn sense(desk: &Desk, option: &OptionCard, locked: bool) -> Tag {
    let item = option.item.clone();
    let change = tells(desk, move |event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        let value = match value.parse::<i64>() {
            Ok(place) => Value::Whole(place),
            Err(_) if value.is_empty() => Value::Null,
            Err(_) => Value::of(&value),
        };
        Some(Msg::Chosen(item.clone(), SENSE, value))
    });
    let entry = |value: &str, words: String| {
        tag("option").key(value).made("value", value.to_owned()).flag("selected", value == &*option.said).saying(words)
    };
    let named = SENSES.iter().map(|(sense, words)| {
        let value = sense.and_then(Sense::name).unwrap_or_default();
        entry(value, (*words).to_owned())
    });
    let places = (1..=PLACES).map(|place| entry(&place.to_string(), strings::place_on_scale(place)));
    let list = tag("select").label(strings::meaning()).flag("disabled", locked).on(ListenerKind::onchange, change);
    classed("span", "select").kid(list.all(named.chain(places)))
}
