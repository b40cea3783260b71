//! The Discuss screen, made for a projector: one paragraph, step by step.

use super::{
    class::{
        controls::{Pick, order_made, question, segments},
        desk::{Desk, sends},
        field::{Field, What},
        roll::told,
    },
    decide::{self, outcome_mark},
    kit::tag::{Tag, button, classed, div, input, span, tag},
};
use postil_app::{
    class::{roll::view::RollView, view::AnnotatorsView},
    discuss::{
        msg::{Agenda, Msg},
        place::Step,
        view::{AgendaEntry, AnswerView, DiscussView, ThemeCount},
    },
};
use std::sync::Arc;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The minutes that a timer can be set to.
const MINUTES: [(u32, &str); 3] = [(2, "2 min"), (5, "5 min"), (10, "10 min")];

/// The screen.
pub fn discuss_screen(desk: &Desk, view: &DiscussView, annotators: &AnnotatorsView, roll: &RollView) -> Tag {
    let steps =
        Step::ALL.into_iter().map(|step| Pick::new(step.name(), step == view.step, Msg::StepChosen(step))).collect();
    let head = classed("header", "discuss-head")
        .kid(
            tag("h1")
                .set("id", "discussed")
                .set("tabindex", "-1")
                .kid(tag("span").verbatim().words(&view.label))
                .kid(span("hint").verbatim().words(&view.place)),
        )
        .kid(segments(desk, "discuss-step", "Step", steps))
        .kid(timer(desk, view))
        .kid(tools(desk, view));
    let text = classed("blockquote", "discuss-text")
        .put("lang", &view.lang)
        .set("dir", view.dir)
        .set("data-length", length(&view.text))
        .verbatim()
        .words(&view.text);
    let prompt = classed("p", "discuss-prompt").verbatim().set("dir", "auto").words(&view.prompt);
    let body = match view.step {
        Step::Blind => div("").hidden(true),
        Step::Vote | Step::Second => votes(desk, view),
        Step::Reveal => reveal(desk, view),
        Step::Decide => {
            view.decide.as_deref().map_or_else(|| div("").hidden(true), |view| decide::panel(desk, view, "h2"))
        }
    };
    let body = div("discuss-body").key(view.step.name()).kid(body);
    let step = |words: &'static str, class: &'static str, forward: bool, end: bool| {
        // Not `disabled`: whoever comes to the end by it would lose the focus.
        button(class).when("aria-disabled", end).click(sends(desk, Msg::Stepped(forward))).text(words)
    };
    let foot = classed("footer", "discuss-foot")
        .kid(step("Back", "btn btn-line", false, view.ends.0))
        .kid(span("hint").text("Space or the arrow keys move; a presenter works too."))
        .kid(step("Next", "btn btn-primary", true, view.ends.1));
    div("discuss")
        .set("data-step", view.step.word())
        .kid(head)
        .kid(told(desk, roll))
        .kid(question(desk, annotators))
        .kid(agenda(desk, view, annotators.questions.len() > 1))
        .kid(div("discuss-stage").kid(div("discuss-read").kid(text).kid(prompt)).kid(body))
        .kid(foot)
}

/// Nothing to discuss.
pub fn nothing(desk: &Desk, roll: &RollView) -> Tag {
    let words = "Everything was left off the agenda. Put something back on it.";
    let all = button("btn btn-primary").click(sends(desk, Msg::AgendaReset)).text("Put everything back");
    let empty =
        div("empty").kid(tag("h2").text("Nothing to discuss")).kid(tag("p").text(words)).kid(div("actions").kid(all));
    div("page").kid(told(desk, roll)).kid(empty)
}

/// Long paragraphs are set smaller, so that they fit.
fn length(text: &str) -> &'static str {
    match text.chars().count() {
        0..=280 => "short",
        281..=560 => "middle",
        561..=1000 => "long",
        _ => "longest",
    }
}

fn timer(desk: &Desk, view: &DiscussView) -> Tag {
    let set = MINUTES.iter().map(|(minutes, words)| {
        button("btn btn-small btn-line")
            .key(words)
            .made("id", format!("timer-{minutes}"))
            .click(sends(desk, Msg::TimerSet(Some(*minutes))))
            .text(words)
    });
    let runs = !view.timer.is_empty();
    let shown = span("discuss-clock")
        .set("role", "timer")
        .when("data-over", view.over)
        .hidden(!runs)
        .verbatim()
        .words(&view.timer);
    let stop = button("btn btn-small btn-line")
        .set("id", "timer-stop")
        .hidden(!runs)
        .click(sends(desk, Msg::TimerSet(None)))
        .text("Stop the timer");
    div("discuss-timer")
        .kid(shown)
        .kid(stop)
        .kid(div("actions").set("role", "group").label("Timer").hidden(runs).all(set))
}

fn tools(desk: &Desk, view: &DiscussView) -> Tag {
    let agenda = button("btn btn-line")
        .made("aria-expanded", view.agenda_open.to_string())
        .set("aria-controls", "agenda")
        .click(sends(desk, Msg::AgendaOpened(!view.agenda_open)))
        .text("Agenda");
    let full = button("btn btn-line discuss-full").click(sends(desk, Msg::FullScreenAsked)).text("Full screen");
    div("actions").kid(agenda).kid(full)
}

fn agenda(desk: &Desk, view: &DiscussView, several: bool) -> Tag {
    let order = vec![
        Pick::new("By disagreement", view.agenda == Agenda::ByDisagreement, Msg::AgendaChosen(Agenda::ByDisagreement)),
        Pick::new("In order", view.agenda == Agenda::InOrder, Msg::AgendaChosen(Agenda::InOrder)),
    ];
    let entry = |entry: &AgendaEntry| {
        let check = input("checkbox")
            .checked(entry.place.is_some())
            .made("aria-label", format!("Paragraph {} is on the agenda", entry.number))
            .on(ListenerKind::onchange, sends(desk, Msg::AgendaSwitched(entry.index)));
        let go = button("decide-entry")
            .maybe("aria-current", entry.current.then(|| "true".into()))
            .flag("disabled", entry.place.is_none())
            .click(sends(desk, Msg::AgendaPlace(entry.place.unwrap_or(0))))
            .kid(span("board-number").verbatim().words(&entry.number))
            .kid(span("board-words").verbatim().set("dir", "auto").words(&entry.words))
            .kid(span("hint").verbatim().saying([&*entry.differing, " · ", &entry.answered].concat()))
            .kid(span("decide-mark").text(outcome_mark(entry.outcome)));
        tag("li").key(&entry.number).kid(check).kid(go)
    };
    classed("section", "discuss-agenda")
        .set("id", "agenda")
        .label("Agenda")
        .hidden(!view.agenda_open)
        .kid(segments(desk, "agenda-order", "Order of the agenda", order))
        .kid(
            classed("p", "hint")
                .hidden(!several || view.agenda != Agenda::ByDisagreement)
                .kid(tag("span").text("By the answers to: "))
                .kid(tag("span").verbatim().set("dir", "auto").words(&view.prompt)),
        )
        .kid(tag("ol").all(view.entries.iter().map(entry)))
        .kid(order_made())
}

fn votes(desk: &Desk, view: &DiscussView) -> Tag {
    let second = view.step == Step::Second;
    let row = |answer: &AnswerView| {
        let hands = if second { answer.second } else { answer.first };
        let number = hands.map_or_else(String::new, |n| n.to_string());
        let id: Arc<str> = format!("hands-{}", answer.id).into();
        let name: Arc<str> = format!("Hands for {}", answer.label).into();
        let field = html! {
            <Field desk={desk.clone()} what={What::Hands(answer.id.clone())} text={Arc::<str>::from(number)} {id} name={Some(name)}
                hint="0" locked={view.locked} />
        };
        let change = |words: &'static str, by: i64, label: String| {
            let next = Some(u32::try_from(i64::from(hands.unwrap_or(0)) + by).unwrap_or(0));
            button("btn btn-line vote-step")
                .made("aria-label", label)
                .flag("disabled", view.locked)
                .click(sends(desk, Msg::HandsCounted(answer.id.clone(), next)))
                .text(words)
        };
        tag("li")
            .key(answer.id.as_str())
            .set("data-sense", answer.sense)
            .kid(span("glyph").unheard().text(answer.glyph))
            .kid(span("vote-word").verbatim().set("dir", "auto").words(&answer.label))
            .kid(span("vote-before hint").verbatim().saying(match answer.first {
                Some(first) if second => format!("first {first}"),
                _ => String::new(),
            }))
            .kid(change("−", -1, format!("One hand less for {}", answer.label)))
            .node(field)
            .kid(change("+", 1, format!("One hand more for {}", answer.label)))
            .kid(span("vote-moved").verbatim().saying(if second { answer.moved.to_string() } else { String::new() }))
    };
    let title = if second { "Show of hands, second time" } else { "Show of hands" };
    classed("section", "votes")
        .label(title)
        .key(view.step.word())
        .kid(tag("h2").text(title))
        .kid(tag("ul").key(&view.argument.0).all(view.answers.iter().map(row)))
        .kid(classed("p", "vote-sum").set("role", "status").hidden(!second).verbatim().words(&view.moved))
}

fn reveal(desk: &Desk, view: &DiscussView) -> Tag {
    let row = |answer: &AnswerView| {
        let bar = tag("svg")
            .set("class", "reveal-bar")
            .made("viewBox", format!("0 0 {} 1", view.most))
            .set("preserveAspectRatio", "none")
            .unheard()
            .kid(tag("rect").made("width", answer.annotators.to_string()).set("height", "1"));
        let hands = answer.first.map_or_else(String::new, |n| format!("{n} {}", if n == 1 { "hand" } else { "hands" }));
        tag("li")
            .key(answer.id.as_str())
            .set("data-sense", answer.sense)
            .kid(span("glyph").unheard().text(answer.glyph))
            .kid(span("vote-word").verbatim().set("dir", "auto").words(&answer.label))
            .kid(bar)
            .kid(span("reveal-count").verbatim().saying(answer.annotators.to_string()))
            .kid(span("hint").verbatim().saying(hands))
    };
    let answers = classed("section", "reveal-answers")
        .set("aria-labelledby", "reveal-answers")
        .kid(
            tag("h2")
                .set("id", "reveal-answers")
                .kid(tag("span").verbatim().saying(if view.answered == 0 {
                    "Nobody".to_owned()
                } else {
                    view.answered.to_string()
                }))
                .kid(tag("span").text(if view.answered == 1 { " had answered" } else { " had answered before" })),
        )
        .kid(tag("ul").all(view.answers.iter().map(row)));
    let kinds = classed("section", "reveal-kinds")
        .set("aria-labelledby", "reveal-kinds")
        .kid(tag("h2").set("id", "reveal-kinds").text("How we differ"))
        .kid(classed("p", "hint").hidden(!view.kinds.is_empty()).text(if view.answered < 2 {
            "That takes two."
        } else {
            "We do not."
        }))
        .kid(tag("ul").all(view.kinds.iter().map(|words| tag("li").verbatim().words(words))));
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
        .kid(tag("h2").set("id", "reveal-themes").text("Themes"))
        .kid(tag("ul").all(view.themes.iter().map(theme)));
    let note = |note: &Arc<str>| tag("li").kid(tag("p").verbatim().set("dir", "auto").words(note));
    let notes = classed("section", "reveal-notes")
        .set("aria-labelledby", "reveal-notes")
        .hidden(view.notes.is_empty())
        .kid(tag("h2").set("id", "reveal-notes").text("Notes"))
        .kid(tag("ul").all(view.notes.iter().map(note)));
    let index = view.index;
    let field = html! {
        <Field key={&*view.argument.0} desk={desk.clone()} what={What::Sentence(index)} text={Arc::clone(&view.argument.1)} id={Arc::<str>::from("argument")}
            hint="The argument that counts, in a sentence" locked={view.locked} />
    };
    let argument =
        div("field reveal-argument").kid(classed("label", "label").set("for", "argument").text("Argument")).node(field);
    div("reveal").kid(answers).kid(div("reveal-side").kid(kinds).kid(themes)).kid(notes).kid(argument)
}
