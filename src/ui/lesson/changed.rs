//! What changed for whoever tags here, and what everybody replied.

use crate::{
    strings::changed as strings,
    ui::{
        class::{
            chart::bar,
            controls::{Pick, segments},
            desk::{Desk, tells},
            sheets::saves,
        },
        kit::tag::{Tag, classed, div, input, span, tag},
    },
};
use postil_app::{
    class::bar::Bar,
    lesson::{
        changed::{ChangeView, ChangedView, Replies},
        msg::{Msg, Sheet},
    },
};
use postil_core::{
    output::feedback::Asked,
    record::{
        answer::{Answer, Said},
        decision::{Outcome, Reply},
    },
};
use std::sync::Arc;

/// The page.
pub fn changed(desk: &Desk, view: &ChangedView) -> Tag {
    let which = vec![
        Pick::new(strings::differences_only(), !view.all, Msg::ChangesChosen(false)),
        Pick::new(strings::all(), view.all, Msg::ChangesChosen(true)),
    ];
    // Where several things were asked each row says which.
    let prompt = view.changes.first().and_then(|each| match &each.change.asked[..] {
        [asked] => Some(&asked.prompt),
        _ => None,
    });
    let nothing: Arc<str> = "".into();
    let head = div("changed-head")
        .kid(tag("h2").set("id", "changed-mine").text(strings::yours_and_the_class()))
        .kid(
            classed("p", "portrait-prompt")
                .hidden(prompt.is_none())
                .verbatim()
                .set("dir", "auto")
                .words(prompt.unwrap_or(&nothing)),
        )
        .kid(classed("p", "changed-summary").hidden(view.summary.is_empty()).verbatim().words(&view.summary))
        .kid(div("").hidden(!view.choice).kid(segments(desk, "changed-which", strings::which_paragraphs(), which)))
        .kid(classed("p", "hint").hidden(view.untold.is_empty()).text(view.untold));
    let nothing = div("changed-none")
        .hidden(view.empty.is_empty())
        .kid(tag("p").verbatim().words(&view.empty))
        .kid(classed("a", "btn btn-line").set("href", "#/read").hidden(!view.unread).text(strings::read_article()));
    // Whoever tags nothing here looks for what the others replied.
    let mine = classed("section", "changed-mine")
        .hidden(!view.empty.is_empty() && !view.replies.is_empty())
        .set("aria-labelledby", "changed-mine")
        .kid(head)
        .kid(nothing)
        .kid(classed("ol", "changes").all(view.changes.iter().map(|each| change(desk, view, each))));
    div("changed").kid(mine).kid(div("changed-class").kid(replies(desk, &view.replies)))
}

fn change(desk: &Desk, view: &ChangedView, each: &ChangeView) -> Tag {
    let change = &each.change;
    let number = change.paragraph + 1;
    let link = tag("a").made("href", format!("#p{number}")).verbatim().saying(strings::numbered_paragraph(number));
    let verdict = span("verdict").set("data-verdict", each.change.verdict.id()).verbatim().words(&each.verdict_words);
    let (lang, dir) = &view.script;
    let text = classed("p", "changed-text").verbatim().set("dir", dir).put("lang", lang).words(&change.text);
    let why = match (change.decision.outcome, change.decision.reason) {
        (Outcome::Decided, None) => String::new(),
        (Outcome::Decided, Some(reason)) => strings::why_differed(reason.label()),
        (outcome, None) => strings::outcome_alone(outcome.label()),
        (outcome, Some(reason)) => strings::outcome_and_why(outcome.label(), reason.label()),
    };
    let several = change.asked.len() > 1;
    let rows = change.asked.iter().map(|asked| answers(asked, several)).chain([themes(each)]);
    let classes = change.asked.iter().zip(&each.bars).map(|(asked, bar)| class(asked, bar, several));
    tag("li")
        .key(change.id.as_str())
        .set("class", "change")
        .kid(div("change-head").kid(tag("h3").kid(link)).kid(verdict))
        .kid(text)
        .kid(div("change-both").all(rows))
        .kid(div("change-class").all(classes))
        .kid(classed("p", "hint").hidden(why.is_empty()).saying(why))
        .kid(
            classed("p", "changed-sentence")
                .hidden(change.decision.sentence.is_empty())
                .verbatim()
                .set("dir", "auto")
                .words(&change.decision.sentence),
        )
        .kid(reply(desk, change.paragraph, change.reply, view.locked).hidden(!each.replies))
}

/// The own answer and the agreed one, side by side.
fn sides(head: &'static str, prompt: Option<&Arc<str>>, own: Tag, agreed: Tag) -> Tag {
    let asked =
        prompt.map_or_else(|| span("").hidden(true), |prompt| span("hint").verbatim().set("dir", "auto").words(prompt));
    div("change-row")
        .kid(div("change-of").kid(span("label").text(head)).kid(asked))
        .kid(div("change-side").kid(span("hint").text(strings::you())).kid(own))
        .kid(div("change-side change-agreed").kid(span("hint").text(strings::agreed())).kid(agreed))
}

fn answers(asked: &Asked, several: bool) -> Tag {
    let prompt = several.then_some(&asked.prompt);
    sides(
        strings::stance(),
        prompt,
        answer(asked.own.as_ref(), strings::not_answered_yet()),
        answer(asked.agreed.as_ref(), strings::no_agreed_answer()),
    )
    .key(asked.question.as_str())
}

fn answer(answer: Option<&Answer>, none: &'static str) -> Tag {
    let Some(answer) = answer else { return span("hint").text(none) };
    span("answer")
        .set("data-sense", answer.sense)
        .kid(span("glyph").unheard().text(answer.glyph))
        .kid(tag("span").verbatim().set("dir", "auto").words(&answer.label))
}

fn themes(each: &ChangeView) -> Tag {
    let said = |said: &Said, none: &'static str| match said {
        Said::NotCoded => span("hint").text(none),
        said => tag("span").verbatim().set("dir", "auto").saying(said.words()),
    };
    let change = &each.change;
    sides(
        strings::themes(),
        None,
        said(&change.own_themes, strings::not_answered_yet()),
        said(&change.agreed_themes, strings::no_agreed_themes()),
    )
    .key(":themes")
}

fn class(asked: &Asked, counts: &Bar, several: bool) -> Tag {
    let prompt = span("hint").hidden(!several).verbatim().set("dir", "auto").words(&asked.prompt);
    div("class-bar")
        .key(asked.question.as_str())
        .hidden(counts.total < 2)
        .kid(span("label").text(strings::the_class()))
        .kid(prompt)
        .node(bar(counts))
        .kid(span("hint").unheard().verbatim().words(&counts.words))
}

fn reply(desk: &Desk, index: usize, chosen: Option<Reply>, locked: bool) -> Tag {
    let one = |reply: &Reply| {
        let reply = *reply;
        let click = tells(desk, move |_| Some(Msg::ReplyChosen(index, reply)));
        let radio = input("radio")
            .made("name", format!("reply-{index}"))
            .checked(chosen == Some(reply))
            .flag("disabled", locked)
            .click(click);
        classed("label", "reply-choice").key(reply.id()).kid(radio).kid(tag("span").text(reply.label()))
    };
    div("replying")
        .set("role", "radiogroup")
        .made("aria-label", strings::your_reply_to(index + 1))
        .kid(span("label").unheard().text(strings::your_reply()))
        .kid(div("reply-choices").all(Reply::ALL.iter().map(one)))
}

fn replies(desk: &Desk, replies: &[Replies]) -> Tag {
    let column = |words| tag("th").set("scope", "col").text(words);
    let head = tag("tr")
        .kid(column(strings::paragraph()))
        .kid(column(Reply::Agrees.label()))
        .kid(column(Reply::Differs.label()))
        .kid(column(strings::no_reply()));
    let number = |n: usize| tag("td").when("data-none", n == 0).verbatim().saying(n.to_string());
    let row = |row: &Replies| {
        let link = tag("a")
            .made("href", format!("#p{}", row.index + 1))
            .kid(span("board-number").verbatim().saying((row.index + 1).to_string()))
            .kid(span("replies-words").verbatim().set("dir", "auto").words(&row.words));
        tag("tr")
            .made("data-index", row.index.to_string())
            .kid(tag("th").set("scope", "row").kid(link))
            .kid(number(row.agree))
            .kid(number(row.differ))
            .kid(number(row.silent))
    };
    let table = classed("table", "replies").kid(tag("thead").kid(head)).kid(tag("tbody").all(replies.iter().map(row)));
    classed("section", "changed-replies")
        .set("aria-labelledby", "changed-replies")
        .hidden(replies.is_empty())
        .kid(tag("h2").set("id", "changed-replies").text(strings::what_everybody_replied()))
        .kid(div("table-wrap").set("tabindex", "0").set("role", "region").label(strings::replies()).kid(table))
        .kid(saves(desk, Sheet::Replies.buttons(), |way| Msg::SheetAsked(Sheet::Replies, way)))
}
