//! Deciding a paragraph: who said what, and the class’s answer.

use super::{
    class::{
        desk::{Desk, sends},
        field::{Field, What},
    },
    kit::{
        dom,
        tag::{Tag, button, classed, div, input, span, tag},
    },
};
use postil_app::{
    class::msg::Msg,
    decide::{
        msg::Msg as Decide,
        view::{DecidePart, DecideView, Entry, QuestionView, Said, ThemeView, VoteRow, VotesView},
    },
};
use postil_core::record::decision::{Outcome, Reason};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The part of Compare in which all paragraphs are decided, one after the other.
pub fn decide_part(desk: &Desk, part: &DecidePart) -> Tag {
    let DecidePart { view, entries, settled } = part;
    let entry = |entry: &Entry| {
        let choose = button("decide-entry")
            .maybe("aria-current", entry.current.then(|| "true".into()))
            .set("tabindex", if entry.current { "0" } else { "-1" })
            .click(sends(desk, Msg::ParagraphOpened(entry.index)))
            .kid(span("board-number").verbatim().words(&entry.number))
            .kid(span("board-words").verbatim().set("dir", "auto").words(&entry.words))
            .kid(span("decide-mark").text(outcome_mark(entry.outcome)));
        tag("li").key(&entry.number).kid(choose)
    };
    let list = classed("nav", "decide-list")
        .label("Paragraphs")
        .kid(classed("p", "label").verbatim().words(settled))
        .kid(tag("ol").on(ListenerKind::onkeydown, Rc::new(|event| moved(&event))).all(entries.iter().map(entry)));
    let step = |words: &'static str, forward: bool, there: bool| {
        button("btn btn-line")
            .flag("disabled", !there)
            .click(sends(desk, Decide::ParagraphStepped(forward)))
            .text(words)
    };
    let head = classed("header", "decide-head")
        .kid(tag("h2").set("id", "deciding").set("tabindex", "-1").verbatim().words(&view.label))
        .kid(div("actions").kid(step("Previous", false, view.has_previous)).kid(step("Next", true, view.has_next)));
    let text =
        classed("blockquote", "decide-text").put("lang", &view.lang).set("dir", view.dir).verbatim().words(&view.text);
    div("decide-frame").kid(list).kid(div("decide-main").kid(head).kid(text).kid(panel(desk, view, "h3")))
}

/// Arrow keys, Home and End move through the list, which is one stop of the Tab key: there may be hundreds of paragraphs.
fn moved(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return;
    }
    let Some(here) = dom::closest(event, "li") else { return };
    let list = here.parent_element();
    let next = match &*key.key() {
        "ArrowDown" => here.next_element_sibling(),
        "ArrowUp" => here.previous_element_sibling(),
        "Home" => list.and_then(|list| list.first_element_child()),
        "End" => list.and_then(|list| list.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    let button = next.and_then(|entry| entry.first_element_child());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// What an outcome looks like in a list.
pub fn outcome_mark(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Decided) => "✓ decided",
        Some(Outcome::Difference) => "≠ two readings",
        Some(Outcome::Open) => "… left open",
        None => "",
    }
}

/// Who said what, and the form for the class’s answer. `heading` is the element of their headings: `h2` or `h3`.
pub fn panel(desk: &Desk, view: &DecideView, heading: &'static str) -> Tag {
    let nobody = view.said.iter().all(|said| !said.coded);
    let said = classed("section", "decide-said")
        .set("aria-labelledby", "decide-said")
        .kid(tag(heading).set("id", "decide-said").text("What was said"))
        .kid(div("").all(view.votes.iter().map(votes)))
        .kid(classed("p", "hint").hidden(view.asked.is_empty()).verbatim().set("dir", "auto").words(&view.asked))
        .kid(classed("p", "hint").hidden(!nobody).text("Of those who are taken in, nobody has tagged this paragraph."))
        .kid(
            tag("ul").all(
                view.said
                    .iter()
                    .filter(|said| said.coded || !said.notes.is_empty())
                    .map(|each| said_by(desk, each, view.locked)),
            ),
        );
    div("decide-panel").key(&view.label).kid(said).kid(form(desk, view, heading))
}

/// What was voted, beside what had been answered before.
fn votes(view: &VotesView) -> Tag {
    let column = |words| tag("th").set("scope", "col").text(words);
    let head = tag("tr").kid(tag("td")).kid(column("Before")).kid(column("First vote")).kid(column("Second vote"));
    let number = |hands: Option<u32>| tag("td").verbatim().saying(hands.map_or_else(|| "–".into(), |n| n.to_string()));
    let row = |row: &VoteRow| {
        let answer = tag("th")
            .set("scope", "row")
            .set("data-sense", row.answer.sense)
            .kid(span("glyph").unheard().text(row.answer.glyph))
            .kid(tag("span").verbatim().set("dir", "auto").words(&row.answer.label));
        let [first, second] = row.hands.map(number);
        tag("tr")
            .key(row.answer.id.as_str())
            .kid(answer)
            .kid(tag("td").verbatim().saying(row.before.to_string()))
            .kid(first)
            .kid(second)
    };
    classed("table", "decide-votes")
        .kid(
            tag("caption")
                .kid(tag("span").text("Votes"))
                .kid(span("hint").verbatim().set("dir", "auto").words(&view.prompt)),
        )
        .kid(tag("thead").kid(head))
        .kid(tag("tbody").all(view.rows.iter().map(row)))
}

fn said_by(desk: &Desk, said: &Said, locked: bool) -> Tag {
    let take = button("btn btn-small btn-line")
        .made("aria-label", format!("Take the answer of {}", said.name))
        .flag("disabled", locked)
        .hidden(!said.coded)
        .click(sends(desk, Decide::AnswerTaken(said.id.clone())))
        .text("Take");
    let answer = span("said-answer")
        .sense(said.sense)
        .kid(span("glyph").unheard().text(said.glyph))
        .kid(tag("span").verbatim().words(&said.words))
        .kid(span("hint").hidden(said.confidence.is_empty()).text(" · confidence ").text(said.confidence));
    let note = |note: &Arc<str>| classed("p", "said-note").verbatim().set("dir", "auto").words(note);
    tag("li")
        .key(said.id.as_str())
        .kid(span("said-name").verbatim().set("dir", "auto").words(&said.name))
        .kid(answer)
        .kid(take)
        .kid(div("said-notes").hidden(said.notes.is_empty()).all(said.notes.iter().map(note)))
}

fn form(desk: &Desk, view: &DecideView, heading: &'static str) -> Tag {
    let outcomes = Outcome::ALL.iter().map(|outcome| {
        let radio = input("radio")
            .set("name", "agreed-outcome")
            .checked(view.outcome == Some(*outcome))
            .flag("disabled", view.locked)
            .on(ListenerKind::onchange, sends(desk, Decide::OutcomeChosen(*outcome)));
        tag("label").key(outcome.id()).kid(radio).kid(tag("span").text(outcome.label()))
    });
    let reasons = Reason::ALL.iter().map(|reason| {
        let check = input("checkbox")
            .checked(view.reason == Some(*reason))
            .flag("disabled", view.locked)
            .on(ListenerKind::onchange, sends(desk, Decide::ReasonChosen(*reason)));
        classed("label", "tick").key(reason.id()).kid(check).kid(tag("span").text(reason.label()))
    });
    let none = choice(desk, "checkbox", view.none_applies, view.locked, Decide::AgreedNone)
        .kid(tag("span").text("No theme applies"));
    let themes = div("decide-themes")
        .set("role", "group")
        .label("Themes of the agreed reading")
        .all(view.themes.iter().map(|theme| theme_of(desk, theme, view.locked)).chain(std::iter::once(none)));
    let questions = div("decide-questions").all(view.questions.iter().map(|each| question(desk, each, view.locked)));
    let field = html! {
        <Field desk={desk.clone()} what={What::Sentence(view.index)} text={Arc::clone(&view.sentence)} id={Arc::<str>::from("agreed-sentence")}
            hint="What tipped it, or why it stays open" locked={view.locked} />
    };
    let sentence =
        div("field").kid(classed("label", "label").set("for", "agreed-sentence").text("In a sentence")).node(field);
    let record = button("btn btn-primary")
        .flag("disabled", !view.can_record)
        .click(sends(desk, Decide::DecisionRecorded))
        .text("Record the agreed reading");
    let back = button("btn btn-line")
        .hidden(view.recorded.is_none())
        .flag("disabled", view.locked)
        .click(sends(desk, Decide::DecisionTakenBack))
        .text("Take it back");
    let recorded = classed("p", "decide-recorded")
        .set("role", "status")
        .verbatim()
        .set("dir", "auto")
        .words(&view.recorded.clone().unwrap_or_default());
    classed("section", "decide-form")
        .set("aria-labelledby", "decide-form")
        .kid(tag(heading).set("id", "decide-form").set("tabindex", "-1").text("The agreed reading"))
        .kid(div("seg").set("role", "radiogroup").label("What becomes of this paragraph").all(outcomes))
        .kid(classed("p", "hint").hidden(view.answers).text("No answer is recorded with it."))
        .kid(div("decide-answers").hidden(!view.answers).kid(questions).kid(span("label").text("Themes")).kid(themes))
        .kid(span("label").text("Why we had differed"))
        .kid(div("decide-reasons").set("role", "group").label("Why we had differed").all(reasons))
        .kid(sentence)
        .kid(div("actions").kid(record).kid(back).kid(span("hint").text(view.missing)))
        .kid(recorded)
}

fn choice(desk: &Desk, kind: &'static str, chosen: bool, locked: bool, msg: Decide) -> Tag {
    let field = input(kind).checked(chosen).flag("disabled", locked);
    // A click on the chosen radio takes it back, so the click counts and not the change.
    let field = if kind == "radio" {
        field.click(sends(desk, msg))
    } else {
        field.on(ListenerKind::onchange, sends(desk, msg))
    };
    classed("label", "tick").kid(field)
}

fn question(desk: &Desk, view: &QuestionView, locked: bool) -> Tag {
    let option = |option: &postil_app::decide::view::OptionView| {
        let msg = Decide::AgreedStance(view.id.clone(), option.id.clone());
        let field = input("radio")
            .made("name", format!("agreed-{}", view.id))
            .made("aria-label", option.label.to_string())
            .checked(option.chosen)
            .flag("disabled", locked)
            .click(sends(desk, msg));
        classed("label", "decide-option")
            .key(option.id.as_str())
            .set("data-sense", option.sense)
            .kid(field)
            .kid(span("glyph").unheard().text(option.glyph))
            .kid(tag("span").verbatim().words(&option.label))
            .kid(
                span("count")
                    .verbatim()
                    .made("title", format!("{} gave this answer", option.count))
                    .saying(option.count.to_string()),
            )
    };
    classed("fieldset", "decide-question")
        .key(view.id.as_str())
        .kid(tag("legend").verbatim().set("dir", "auto").words(&view.prompt))
        .kid(
            div("decide-options")
                .set("role", "radiogroup")
                .put("aria-label", &view.prompt)
                .all(view.options.iter().map(option)),
        )
}

fn theme_of(desk: &Desk, view: &ThemeView, locked: bool) -> Tag {
    choice(desk, "checkbox", view.chosen, locked, Decide::AgreedTheme(view.id.clone()))
        .key(view.id.as_str())
        .hue(view.hue)
        .kid(span("swatch").unheard())
        .kid(tag("span").verbatim().set("dir", "auto").words(&view.label))
        .kid(span("count").verbatim().saying(view.count.to_string()))
}
