//! The report, as a sheet to print or save.

pub mod short;

use self::short::{asked, short};
use super::{
    class::{
        chart::{bar, scale},
        controls::tick,
        desk::{Desk, sends},
        roll::told,
    },
    kit::tag::{Tag, button, classed, div, span, tag, together},
    part::{Part, View},
};
use crate::strings::{lesson, report as strings};
use postil_app::{
    class::{msg::Msg, roll::view::RollView},
    report::{
        blocks::{BlockView, RowView},
        model::FigureView,
        msg::Msg as Reporting,
        view::{MADE_UP, ReportView},
    },
};
use postil_core::{
    article::BlockKind,
    output::report::{Open, Report, Row, Settled, Standing, called},
    record::{answer::Said, decision::Outcome},
};
use std::sync::Arc;
use yew::prelude::*;

/// The screen.
pub fn report_screen(desk: &Desk, view: &ReportView, roll: &RollView) -> Tag {
    let report = &view.report;
    let section = |id: &'static str, title: &'static str, body: Tag| {
        classed("section", "report-part")
            .key(id)
            .set("aria-labelledby", id)
            .kid(tag("h2").set("id", id).text(title))
            .kid(body)
    };
    let article = html! { <Part view={View::new(Arc::clone(&view.blocks), |blocks| article(blocks))} /> };
    let sheet = classed("article", "report-sheet")
        .label(strings::report())
        .kid(head(view))
        .kid(section("report-short", strings::in_short(), short(report)))
        .kid(section("report-outcomes", strings::decisions(), outcomes(report)))
        .kid(section("report-text", strings::article_with_answers(), div("").node(article)))
        .kid(section("report-figures", strings::agreement(), figures(view)))
        .kid(section(
            "report-methods",
            strings::method(),
            classed("p", "report-methods").verbatim().words(&report.methods),
        ));
    div("page report").kid(tools(desk, view, roll)).kid(sheet)
}

fn tools(desk: &Desk, view: &ReportView, roll: &RollView) -> Tag {
    let state = if view.working { strings::computing() } else { "" };
    let (back, words) =
        if view.from_class { ("#/class", lesson::back_to_class()) } else { ("#/compare", strings::back_to_compare()) };
    div("report-tools")
        .kid(classed("a", "btn").set("href", back).text(words))
        .kid(told(desk, roll))
        .kid(tick(desk, strings::show_names(), view.named, Msg::NamesSwitched))
        .kid(span("hint").set("role", "status").kid(tag("span").text(state)))
        .kid(
            button("btn btn-line")
                .flag("disabled", view.working)
                .click(sends(desk, Reporting::ReportAsked))
                .text(strings::save_as_html()),
        )
        .kid(
            button("btn btn-primary")
                .flag("disabled", view.working)
                .click(sends(desk, Reporting::PrintAsked))
                .text(strings::print()),
        )
}

fn head(view: &ReportView) -> Tag {
    let report = &view.report;
    let fact = |(what, number): (Arc<str>, usize)| {
        div("").key(&what).kid(tag("dd").verbatim().saying(number.to_string())).kid(tag("dt").words(&what))
    };
    classed("header", "report-head")
        .kid(classed("p", "label").text(strings::report()))
        .kid(tag("h1").verbatim().set("dir", "auto").words(&report.title))
        .kid(classed("p", "hint").hidden(view.byline.is_empty()).verbatim().set("dir", "auto").words(&view.byline))
        .kid(tag("p").verbatim().set("dir", "auto").words(&view.made))
        .kid(classed("dl", "report-facts").all(report.facts().map(fact)))
        .kid(tag("p").hidden(!view.named || report.readers == 0).verbatim().words(&view.who))
        .kid(classed("p", "hint").hidden(view.programs.is_empty()).verbatim().words(&view.programs))
        .kid(classed("p", "hint").hidden(view.left_out.is_empty()).verbatim().words(&view.left_out))
        .kid(classed("p", "hint").hidden(!view.example).text(MADE_UP))
}

/// The article with what the class made of it.
pub fn article(blocks: &[Arc<BlockView>]) -> Html {
    let mut number = 0;
    let block = |block: &Arc<BlockView>| {
        number += 1;
        let words = |tag: Tag| tag.verbatim().set("dir", block.dir).put("lang", &block.lang).words(&block.text);
        let made = match &block.row {
            None => words(classed("h3", "report-heading")),
            Some(row) => div("report-row")
                .kid(span("report-number").verbatim().saying((row.row.paragraph + 1).to_string()))
                .kid(words(classed("p", "report-words").when("data-quotation", block.kind == BlockKind::Quotation)))
                .kid(margin(row)),
        };
        made.key(&number.to_string())
    };
    let blocks: Vec<Tag> = blocks.iter().map(block).collect();
    div("report-article").node(together(blocks)).html()
}

fn margin(view: &RowView) -> Tag {
    let row = &view.row;
    let several = view.bars.len() > 1;
    let counts = |(at, counts): (usize, &postil_app::class::bar::Bar)| {
        let called = if several { called(at) } else { String::new() };
        div("")
            .kid(asked(&called))
            .node(bar(counts))
            .kid(span("report-counts").unheard().verbatim().words(&counts.words))
    };
    let themes: Vec<String> = row.themes.iter().map(|(label, count)| format!("{label}\u{a0}{count}")).collect();
    div("report-margin")
        .kid(tag("div").all(view.bars.iter().enumerate().map(counts)))
        .kid(classed("p", "hint").hidden(themes.is_empty()).verbatim().set("dir", "auto").saying(themes.join(" · ")))
        .kid(
            tag("div").all(row.votes.iter().map(|vote| classed("p", "hint").verbatim().set("dir", "auto").words(vote))),
        )
        .kid(
            classed("p", "report-settled")
                .hidden(view.settled.is_empty())
                .verbatim()
                .set("dir", "auto")
                .words(&view.settled),
        )
}

fn figures(view: &ReportView) -> Tag {
    let column = |words| tag("th").set("scope", "col").text(words);
    let head = tag("tr")
        .kid(column(strings::measure()))
        .kid(column(strings::value()))
        .kid(column(strings::interval()))
        .kid(column(strings::conclusion()));
    let table = classed("table", "report-figures")
        .hidden(view.figures.is_empty())
        .kid(tag("thead").kid(head))
        .kid(tag("tbody").all(view.figures.iter().map(figure)));
    div("")
        .kid(tag("p").hidden(view.working || !view.figures.is_empty()).text(strings::needs_two()))
        .kid(div("table-wrap").kid(table))
        .kid(classed("p", "hint").hidden(view.convention.is_empty()).text(view.convention))
}

fn figure(view: &FigureView) -> Tag {
    let figure = &view.figure;
    let how = strings::computed_from(figure.items, figure.coefficient);
    let interval = tag("td")
        .kid(tag("span").verbatim().saying(figure.interval.as_deref().unwrap_or("–").to_owned()))
        .kid(view.place.as_ref().map_or_else(|| span("").hidden(true), scale));
    tag("tr")
        .kid(
            tag("th")
                .set("scope", "row")
                .kid(tag("span").verbatim().set("dir", "auto").words(&figure.about))
                .kid(span("hint").verbatim().saying(how)),
        )
        .kid(tag("td").verbatim().words(&figure.value))
        .kid(interval)
        .kid(tag("td").verbatim().words(&figure.conclusion))
}

fn listed(paragraph: usize) -> Tag {
    let number = paragraph + 1;
    let link = tag("a")
        .made("href", format!("#p{number}"))
        .made("aria-label", strings::paragraph(number))
        .verbatim()
        .saying(number.to_string());
    tag("li").made("data-index", paragraph.to_string()).kid(link)
}

fn sentence(words: &Arc<str>) -> Tag {
    classed("p", "report-sentence").hidden(words.is_empty()).verbatim().set("dir", "auto").words(words)
}

/// What became of the paragraphs: what is decided, where a difference was found real, what was left open, and what was not
/// looked at yet.
fn outcomes(report: &Report) -> Tag {
    let settled = report.rows.iter().filter_map(|row| Some((row, row.settled.as_ref()?)));
    let decided: Vec<Tag> =
        settled.filter(|(_, said)| said.outcome == Outcome::Decided).map(|(row, said)| agreed(row, said)).collect();
    let nothing = match (decided.is_empty(), report.open.is_empty()) {
        (true, true) => strings::nothing_decided_nor_open(),
        (true, false) => strings::nothing_decided(),
        _ => "",
    };
    let standing = |standing: &Standing| {
        let found: Vec<Tag> = report.standing(*standing).map(open).collect();
        list(standing.label(), found)
    };
    div("")
        .kid(tag("p").hidden(nothing.is_empty()).text(nothing))
        .kid(list(strings::decided(), decided))
        .kid(tag("div").all(Standing::ALL.iter().map(standing)))
}

/// Paragraphs of which the same became, with how many there are.
fn list(title: &'static str, found: Vec<Tag>) -> Tag {
    let heading = classed("h3", "report-kind")
        .kid(tag("span").text(title))
        .kid(span("hint").verbatim().saying(found.len().to_string()));
    div("").key(title).hidden(found.is_empty()).kid(heading).kid(classed("ol", "report-list").all(found.into_iter()))
}

fn open(open: &Open) -> Tag {
    let reading = |words: &Arc<str>| tag("p").verbatim().set("dir", "auto").words(words);
    let said = tag("div")
        .kid(tag("div").all(open.readings.iter().map(reading)))
        .kid(classed("p", "hint").hidden(open.gravest.is_empty()).verbatim().words(&open.gravest))
        .kid(sentence(&open.sentence));
    listed(open.paragraph).kid(said)
}

fn agreed(row: &Row, settled: &Settled) -> Tag {
    let several = settled.answers.len() > 1;
    let answers = settled.answers.iter().enumerate().filter_map(|(at, answer)| Some((at, answer.as_ref()?)));
    let answer = |(at, answer): (usize, &postil_core::record::answer::Answer)| {
        let called = if several { called(at) } else { String::new() };
        span("answer")
            .kid(asked(&called))
            .set("data-sense", answer.sense)
            .kid(span("glyph").unheard().text(answer.glyph))
            .kid(tag("strong").verbatim().set("dir", "auto").words(&answer.label))
    };
    let themes = if settled.themes == Said::NotCoded { String::new() } else { settled.themes.words() };
    let why = settled.reason.map_or_else(String::new, |why| strings::why_differed(why.label()));
    let said =
        tag("div")
            .kid(tag("p").all(answers.map(answer)).kid(
                span("hint").hidden(themes.is_empty()).verbatim().set("dir", "auto").saying([" ", &themes].concat()),
            ))
            .kid(classed("p", "hint").hidden(why.is_empty()).saying(why))
            .kid(sentence(&settled.sentence));
    listed(row.paragraph).kid(said)
}
