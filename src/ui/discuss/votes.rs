//! A show of hands: counted by buttons or typed, and hidden until they are revealed if that is wanted.

use crate::{
    strings::discuss as strings,
    ui::{
        class::{
            controls::tick,
            desk::{Desk, sends},
            field::{Field, What},
        },
        kit::tag::{Tag, button, classed, span, tag},
    },
};
use postil_app::discuss::{
    msg::Msg,
    place::Step,
    view::{AnswerView, DiscussView},
};
use std::sync::Arc;
use yew::prelude::*;

/// The show of hands of this step.
pub(super) fn votes(desk: &Desk, view: &DiscussView) -> Tag {
    let second = view.step == Step::Second;
    let hidden = view.counts_hidden;
    let row = |answer: &AnswerView| {
        let hands = if second { answer.second } else { answer.first };
        let number = hands.map_or_else(String::new, |n| n.to_string());
        let id: Arc<str> = format!("hands-{}", answer.id).into();
        let name: Arc<str> = strings::votes_for(&answer.label).into();
        let field = html! {
            <Field desk={desk.clone()} what={What::Hands(answer.id.clone())} text={Arc::<str>::from(number)} {id} name={Some(name)}
                hint={if hidden { "•" } else { "0" }} locked={view.locked} />
        };
        let change = |words: &'static str, by: i64, label: String| {
            let next = Some(u32::try_from(i64::from(hands.unwrap_or(0)) + by).unwrap_or(0));
            button("btn btn-line vote-step")
                .made("aria-label", label)
                .flag("disabled", view.locked)
                .click(sends(desk, Msg::HandsCounted(answer.id.clone(), next)))
                .text(words)
        };
        let told = |words: String| if second && !hidden { words } else { String::new() };
        tag("li")
            .key(answer.id.as_str())
            .set("data-sense", answer.sense)
            .kid(span("glyph").unheard().text(answer.glyph))
            .kid(span("vote-word").verbatim().set("dir", "auto").words(&answer.label))
            .kid(span("vote-before hint").verbatim().saying(told(match answer.first {
                Some(first) => strings::first(first),
                None => String::new(),
            })))
            .kid(change("−", -1, strings::one_fewer_for(&answer.label)))
            .node(field)
            .kid(change("+", 1, strings::one_more_for(&answer.label)))
            .kid(span("vote-moved").verbatim().saying(told(answer.moved.to_string())))
    };
    // What is hidden is shown in the next step: in the first round with the answers, in the second with the decision.
    let (title, hide) = match second {
        true => (strings::hands_again(), strings::hide_until_decided()),
        false => (strings::hands(), strings::hide_counts()),
    };
    let moved = if hidden { Arc::default() } else { Arc::clone(&view.moved) };
    classed("section", "votes")
        .label(title)
        .key(view.step.word())
        .kid(tag("h2").text(title))
        .kid(tag("ul").key(&view.argument.0).when("data-hidden", hidden).all(view.answers.iter().map(row)))
        .kid(
            classed("p", "vote-sum")
                .set("role", "status")
                .kid(span("vote-total").verbatim().words(&view.total))
                .kid(span("vote-all").hidden(!second || hidden).verbatim().words(&moved)),
        )
        .kid(tick(desk, hide, hidden, |on| Msg::CountsHidden(on).into()))
}
