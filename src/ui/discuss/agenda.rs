//! The agenda: how much time there is, in which order, and what is on it.

use crate::{
    strings::discuss as strings,
    ui::{
        class::{
            controls::{Pick, order_made, segments},
            desk::{Desk, sends, tells},
            field::{Field, What},
        },
        decide::outcome_mark,
        kit::tag::{Tag, button, classed, div, input, shared, span, tag},
    },
};
use postil_app::discuss::{
    msg::Msg,
    plan::Order,
    view::{AgendaEntry, DiscussView},
};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The agenda of the discussion; `several` where the codebook asks several questions.
pub(super) fn agenda(desk: &Desk, view: &DiscussView, several: bool) -> Tag {
    let agenda = &view.agenda;
    let order = vec![
        Pick::new(
            strings::by_disagreement(),
            agenda.order == Order::ByDisagreement,
            Msg::OrderChosen(Order::ByDisagreement),
        ),
        Pick::new(strings::in_article_order(), agenda.order == Order::InOrder, Msg::OrderChosen(Order::InOrder)),
    ];
    let number = |label: &'static str, id: &'static str, what: What, text: &Arc<str>, hint: &Arc<str>| {
        let field = html! {
            <Field desk={desk.clone()} {what} text={Arc::clone(text)} id={Arc::<str>::from(id)} hint={shared(hint)} locked={false} />
        };
        div("agenda-minutes").kid(classed("label", "label").set("for", id).text(label)).node(field)
    };
    let any: Arc<str> = strings::any().into();
    let reset = button("btn btn-small btn-line")
        .hidden(!agenda.by_hand)
        .click(sends(desk, Msg::AgendaReset))
        .text(strings::reset_agenda());
    // In a field the key is the field's; it closes the agenda all the same.
    let escaped = tells(desk, |event| {
        let key = event.dyn_ref::<KeyboardEvent>()?.key();
        (key == "Escape").then(|| event.stop_propagation()).map(|()| Msg::Escaped)
    });
    classed("section", "discuss-agenda")
        .on(ListenerKind::onkeydown, escaped)
        .set("id", "agenda")
        .label(strings::agenda())
        .hidden(!agenda.open)
        .kid(
            div("agenda-plan")
                .kid(number(strings::minutes_in_total(), "agenda-time", What::Time, &agenda.minutes, &any))
                .kid(number(strings::minutes_for_each(), "agenda-each", What::Each, &agenda.each, &agenda.derived))
                .kid(segments(desk, "agenda-order", strings::order_of_agenda(), order))
                .kid(reset),
        )
        .kid(
            classed("p", "agenda-sum")
                .set("role", "status")
                .verbatim()
                .kid(tag("span").words(&agenda.sum))
                .kid(span("hint").words(&agenda.agreed)),
        )
        .kid(
            classed("p", "hint")
                .hidden(!several || agenda.order != Order::ByDisagreement)
                .kid(tag("span").text(strings::by_answers_to()))
                .kid(tag("span").verbatim().set("dir", "auto").words(&view.prompt)),
        )
        .kid(tag("ol").all(agenda.entries.iter().map(|each| entry(desk, each))))
        .kid(order_made())
}

fn entry(desk: &Desk, entry: &AgendaEntry) -> Tag {
    let check = input("checkbox")
        .checked(entry.place.is_some())
        .made("aria-label", strings::on_agenda(&entry.number))
        .on(ListenerKind::onchange, sends(desk, Msg::AgendaSwitched(entry.index)));
    let go = button("decide-entry")
        .maybe("aria-current", entry.current.then(|| "true".into()))
        .flag("disabled", entry.place.is_none())
        .click(sends(desk, Msg::AgendaPlace(entry.place.unwrap_or(0))))
        .kid(span("board-number").verbatim().words(&entry.number))
        .kid(span("board-words").verbatim().set("dir", "auto").words(&entry.words))
        .kid(span("hint").verbatim().saying([&*entry.differing, " · ", &entry.answered].concat()))
        .kid(span("decide-mark").text(outcome_mark(entry.outcome, entry.waits)));
    tag("li").key(&entry.number).kid(classed("label", "agenda-check").kid(check)).kid(go)
}
