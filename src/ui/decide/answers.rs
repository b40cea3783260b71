//! The answers to a question, each with how many gave it before and how many hands it had, and the choice of one.

use crate::{
    strings::decide as strings,
    ui::{
        class::desk::{Desk, sends},
        kit::tag::{Tag, button, classed, input, span, tag},
    },
};
use postil_app::decide::{
    msg::Msg as Decide,
    view::{OptionView, QuestionView},
};

/// The answers to one question.
pub(super) fn question(desk: &Desk, view: &QuestionView, locked: bool) -> Tag {
    let column = |words| tag("th").set("scope", "col").text(words);
    let [first, second] = view.voted;
    let head = tag("tr")
        .kid(column(strings::answer()))
        .kid(column(strings::before_class()))
        .kid(column(strings::first_vote()).hidden(!first))
        .kid(column(strings::second_vote()).hidden(!second))
        .kid(tag("td"));
    let table = classed("table", "decide-answers-table")
        .kid(tag("caption").verbatim().set("dir", "auto").words(&view.prompt))
        .kid(tag("thead").kid(head))
        .kid(tag("tbody").all(view.options.iter().map(|option| row(desk, view, option, locked))));
    classed("div", "decide-question")
        .key(view.id.as_str())
        .set("role", "radiogroup")
        .put("aria-label", &view.prompt)
        .kid(table)
}

fn row(desk: &Desk, view: &QuestionView, option: &OptionView, locked: bool) -> Tag {
    // A click on the chosen one takes it back, so the click counts and not the change.
    let radio = input("radio")
        .made("name", format!("agreed-{}", view.id))
        .put("aria-label", &option.label)
        .checked(option.chosen)
        .flag("disabled", locked)
        .click(sends(desk, Decide::AgreedStance(view.id.clone(), option.id.clone())));
    let answer = classed("label", "decide-option")
        .kid(radio)
        .kid(span("glyph").unheard().text(option.glyph))
        .kid(tag("span").verbatim().set("dir", "auto").words(&option.label));
    let accept = button("btn btn-small btn-line")
        .flag("disabled", locked)
        .when("aria-pressed", option.chosen)
        .click(sends(desk, Decide::AnswerAccepted(view.id.clone(), option.id.clone())))
        .made("aria-label", strings::accept_answer(&option.label))
        .kid(tag("span").text(strings::accept_followed()))
        .kid(span("accept-this").text(strings::this_answer()));
    let number = |n: Option<u32>| tag("td").verbatim().saying(n.map_or_else(|| "–".into(), |n| n.to_string()));
    let [first, second] = option.hands.map(number);
    tag("tr")
        .key(option.id.as_str())
        .set("data-sense", option.sense)
        .kid(tag("th").set("scope", "row").kid(answer))
        .kid(tag("td").verbatim().saying(option.before.to_string()))
        .kid(first.hidden(!view.voted[0]))
        .kid(second.hidden(!view.voted[1]))
        .kid(tag("td").kid(accept))
}
