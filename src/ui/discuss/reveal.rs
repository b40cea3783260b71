//! What everybody had answered before, beside the hands that were just counted, and how people differ.

use crate::{
    strings::discuss as strings,
    ui::{
        class::{
            desk::Desk,
            field::{Field, What},
        },
        kit::tag::{Tag, classed, div, span, tag},
    },
};
use postil_app::discuss::view::{AnswerView, DiscussView, NoteView, ThemeCount};
use std::sync::Arc;
use yew::prelude::*;

/// The step in which it is shown.
pub(super) fn reveal(desk: &Desk, view: &DiscussView) -> Tag {
    let answers = classed("section", "reveal-answers")
        .set("aria-labelledby", "reveal-answers")
        .kid(tag("h2").set("id", "reveal-answers").verbatim().words(&view.answered))
        .kid(tag("ul").all(view.answers.iter().map(|answer| row(view, answer))));
    let kinds = classed("p", "reveal-kinds").verbatim().words(&view.kinds);
    let theme = |theme: &ThemeCount| {
        tag("li")
            .hue(theme.hue)
            .kid(span("swatch").unheard())
            .kid(tag("span").verbatim().set("dir", "auto").words(&theme.label))
            .kid(span("count").verbatim().saying(theme.count.to_string()))
    };
    let themes = classed("section", "reveal-themes")
        .set("aria-labelledby", "reveal-themes")
        .hidden(view.themes.is_empty())
        .kid(tag("h2").set("id", "reveal-themes").text(strings::themes()))
        .kid(tag("ul").all(view.themes.iter().map(theme)));
    let index = view.index;
    let field = html! {
        <Field key={&*view.argument.0} desk={desk.clone()} what={What::Sentence(index)} text={Arc::clone(&view.argument.1)} id={Arc::<str>::from("argument")}
            hint={strings::main_argument()} locked={view.locked} />
    };
    let argument = div("field reveal-argument")
        .kid(classed("label", "label").set("for", "argument").text(strings::argument()))
        .node(field);
    div("reveal").kid(answers).kid(kinds).kid(themes).kid(argument)
}

/// What people wrote on the paragraph, below it; it scrolls by itself where there is more than room.
pub(super) fn notes(view: &DiscussView) -> Tag {
    let note = |note: &NoteView| {
        tag("li").kid(
            tag("p")
                .set("dir", "auto")
                .verbatim()
                .kid(tag("strong").words(&note.people))
                .kid(tag("span").words(&note.words)),
        )
    };
    classed("section", "reveal-notes")
        .set("aria-labelledby", "reveal-notes")
        .set("tabindex", "0")
        .hidden(view.notes.is_empty())
        .kid(tag("h2").set("id", "reveal-notes").text(strings::notes()))
        .kid(tag("ul").all(view.notes.iter().map(note)))
}

/// What has two sides is striped here as in every chart.
fn stripes(answer: &AnswerView, count: u32) -> Option<Tag> {
    let path = || classed("path", "answer-stripes").set("data-sense", answer.sense).made("d", format!("M0 .5h{count}"));
    (answer.sense == "both").then(path)
}

/// An answer with a bar of how many gave it before, and one of the hands for it.
fn row(view: &DiscussView, answer: &AnswerView) -> Tag {
    let bar = |class: &'static str, count: u32, words: String| {
        let bar = tag("svg")
            .set("class", "reveal-bar")
            .made("viewBox", format!("0 0 {} 1", view.whole))
            .set("preserveAspectRatio", "none")
            .unheard()
            .kid(tag("rect").made("width", count.to_string()).set("height", "1"))
            .all(stripes(answer, count).into_iter());
        div(class).kid(bar).kid(span("reveal-count").verbatim().saying(words))
    };
    let hands = answer.first.unwrap_or(0);
    let words = strings::votes(hands);
    tag("li")
        .key(answer.id.as_str())
        .set("data-sense", answer.sense)
        .kid(span("glyph").unheard().text(answer.glyph))
        .kid(span("vote-word").verbatim().set("dir", "auto").words(&answer.label))
        .kid(
            div("reveal-bars")
                .kid(bar("reveal-before", answer.before, strings::before(answer.before)))
                .kid(bar("reveal-hands", hands, words).hidden(!view.voted)),
        )
}
