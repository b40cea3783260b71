//! A theme of the codebook, as one writes into it.

use super::{
    field::{Kind, Names, field, named},
    question::{archive, differs, moves},
};
use crate::{
    strings::codebook as strings,
    ui::{
        class::desk::{Desk, sends, tells},
        kit::{
            field::{free_lines, line},
            kbd,
            tag::{Tag, button, classed, div, span, tag},
        },
    },
};
use postil_app::{
    codebook::{
        ids::{begin_id, card_id},
        msg::{Msg, Picking},
        view::ThemeCard,
    },
    msg,
};
use postil_core::{
    base::id::ThemeId,
    codebook::book::{Item, Value, field::COLOUR},
};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};
use yew::{TargetCast, virtual_dom::ListenerKind};

/// What stands for a theme while it is dragged.
const DRAGGED: &str = "text/x-postil-theme";

/// The card of a theme. `all` are the names of all that are offered, while somebody asks what it goes into.
pub(super) fn theme(desk: &Desk, card: &ThemeCard, all: Option<&Names>, locked: bool) -> Tag {
    let item = Item::Theme(card.id.clone());
    let head = div("theme-head")
        .kid(handle(card, locked))
        .kid(colour(desk, card, locked))
        .kid(named(desk, strings::label(), &card.label, Kind::Line, locked))
        .kid(span("hint uses").words(&card.uses))
        .kid(
            classed("label", "key-of")
                .kid(span("label").text(strings::key()))
                .kid(named(desk, strings::key(), &card.key, Kind::Key, locked))
                .kid(kbd(&differs(&card.key.text, &card.works))),
        );
    let [definition, include, exclude, example] = &card.texts;
    let texts = div("theme-texts")
        .kid(field(desk, strings::definition(), definition, Kind::Lines, locked))
        .kid(field(desk, strings::include(), include, Kind::Lines, locked))
        .kid(field(desk, strings::exclude(), exclude, Kind::Lines, locked))
        .kid(field(desk, strings::example(), example, Kind::Lines, locked));
    let into = classed("p", "hint")
        .hidden(card.merged_into.is_none())
        .saying(card.merged_into.as_ref().map_or_else(String::new, |into| strings::merged_into(into)));
    let begin = |words: &'static str, picking: Picking| {
        button("btn btn-small")
            .put("id", &begin_id(&picking))
            .hidden(locked || card.archived)
            .click(sends(desk, Msg::Began(Some(picking))))
            .text(words)
    };
    let actions = div("actions")
        .kid(moves(desk, &item, (true, true), locked || card.archived))
        .kid(begin(strings::begin_merge(), Picking::Merge(card.id.clone())))
        .kid(begin(strings::begin_split(), Picking::Split(card.id.clone())))
        .kid(archive(desk, &item, card.archived, locked));
    let drop = (desk.clone(), card.id.clone());
    classed("section", "theme-card")
        .put("id", &card_id(&item))
        .set("tabindex", "-1")
        .set("role", "group")
        .put("aria-label", &card.label.text)
        .put("data-theme", card.id.shared())
        .made("data-depth", card.depth.to_string())
        .when("data-archived", card.archived)
        .hue(card.hue)
        .on(ListenerKind::ondragover, Rc::new(|event| over(&event)))
        .on(ListenerKind::ondrop, Rc::new(move |event| dropped(&drop.0, &drop.1, &event)))
        .kid(head)
        .kid(into)
        .kid(texts)
        .kid(picking(desk, card, all))
        .kid(actions)
}

/// What a theme is dragged by.
fn handle(card: &ThemeCard, locked: bool) -> Tag {
    let id = card.id.to_shared();
    let start = Rc::new(move |event: Event| {
        if let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
            let _ = data.set_data(DRAGGED, &id);
        }
    });
    span("handle")
        .hidden(locked || card.archived)
        .unheard()
        .set("draggable", "true")
        .set("title", strings::drag_to_move())
        .on(ListenerKind::ondragstart, start)
        .text("⠿")
}

/// A theme may be dropped here, but no file.
fn over(event: &Event) {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    if data.is_some_and(|data| data.types().includes(&DRAGGED.into(), 0)) {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn dropped(desk: &Desk, beside: &ThemeId, event: &Event) {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    let id = data.and_then(|data| data.get_data(DRAGGED).ok()).filter(|id| !id.is_empty());
    let Some(id) = id else { return };
    event.prevent_default();
    event.stop_propagation();
    // In the upper half of a card it goes before it, in the lower half behind it.
    let card = event.target_dyn_into::<Element>().and_then(|target| target.closest(".theme-card").ok()?);
    let middle = card.map(|card| card.get_bounding_client_rect()).map_or(0.0, |card| card.top() + card.height() / 2.0);
    let behind = event.dyn_ref::<DragEvent>().is_some_and(|event| f64::from(event.client_y()) > middle);
    let theme = |id: &str| Item::Theme(id.into());
    desk.send(msg::Msg::Class(Arc::new(Msg::Dropped(theme(&id), theme(beside.as_str()), behind).into())));
}

fn colour(desk: &Desk, card: &ThemeCard, locked: bool) -> Tag {
    let item = Item::Theme(card.id.clone());
    let change = tells(desk, move |event| {
        let value = event.target_dyn_into::<HtmlInputElement>()?.value();
        Some(Msg::Chosen(item.clone(), COLOUR, Value::of(&value)))
    });
    classed("label", "tint").set("title", strings::colour()).kid(
        line("color", &card.colour)
            .label(strings::colour())
            .flag("disabled", locked)
            .on(ListenerKind::onchange, change),
    )
}

fn picking(desk: &Desk, card: &ThemeCard, all: Option<&Names>) -> Tag {
    let given_up = || {
        tells(desk, |event| {
            let event = event.dyn_ref::<KeyboardEvent>()?;
            (event.key() == "Escape" && !event.is_composing()).then_some(Msg::Began(None))
        })
    };
    let cancel = || button("btn btn-small").click(sends(desk, Msg::Began(None))).text(strings::cancel());
    match (&card.picking, all) {
        (Some(Picking::Merge(id)), Some(all)) => {
            let (of, list) = (id.clone(), card.picking_ids[0].to_string());
            let merge = tells(desk, move |event| {
                let element = event.target_dyn_into::<Element>()?.owner_document()?.get_element_by_id(&list)?;
                let into = element.dyn_into::<HtmlSelectElement>().ok()?.value();
                (!into.is_empty()).then(|| Msg::MergedInto(of.clone(), into.as_str().into()))
            });
            let others = all.iter().filter(|(other, _)| other != id).map(|(other, label)| {
                tag("option").key(other.as_str()).put("value", other.shared()).verbatim().words(label)
            });
            let none = tag("option").set("value", "").flag("selected", true).text(strings::choose_theme());
            let list = tag("select")
                .put("id", &card.picking_ids[0])
                .label(strings::merge_into())
                .all(std::iter::once(none).chain(others));
            div("picking")
                .on(ListenerKind::onkeydown, given_up())
                .kid(tag("p").text(strings::which_to_merge_into()))
                .kid(classed("span", "select").kid(list))
                .kid(button("btn btn-small btn-primary").click(merge).text(strings::merge()))
                .kid(cancel())
        }
        (Some(Picking::Split(id)), _) => {
            let (of, field) = (id.clone(), card.picking_ids[1].to_string());
            let split = tells(desk, move |event| {
                let element = event.target_dyn_into::<Element>()?.owner_document()?.get_element_by_id(&field)?;
                let names = element.dyn_into::<HtmlTextAreaElement>().ok()?.value();
                Some(Msg::SplitInto(of.clone(), names.into()))
            });
            div("picking")
                .on(ListenerKind::onkeydown, given_up())
                .kid(tag("p").text(strings::name_new_themes()))
                .kid(free_lines().put("id", &card.picking_ids[1]).set("rows", "3").label(strings::new_themes()))
                .kid(button("btn btn-small btn-primary").click(split).text(strings::split()))
                .kid(cancel())
        }
        _ => div("picking").hidden(true),
    }
}
