//! What the report says first: a few sentences, and one picture of the whole.

use crate::{
    strings::report as strings,
    ui::{
        compare::overview::words,
        kit::tag::{Tag, classed, div, span, tag, together},
    },
};
use postil_core::{
    output::report::{Column, Question, Report, columns, percent},
    record::answer::Answer,
};

/// For each question what there is to say, and a column for each paragraph.
pub fn short(report: &Report) -> Tag {
    let part = |(at, sentences): (usize, &Vec<_>)| {
        let found = sentences.iter().enumerate();
        let found = found.map(|(n, sentence): (usize, &Vec<_>)| tag("li").key(&n.to_string()).node(words(sentence)));
        let part = div("report-short").key(&at.to_string());
        let part = match report.questions.get(at) {
            Some(question) => part
                .kid(asked(&report.called(at)))
                .kid(classed("p", "report-prompt").verbatim().set("dir", "auto").words(&question.prompt)),
            None => part,
        };
        let part = part.kid(classed("ul", "findings").all(found));
        match report.questions.get(at) {
            Some(question) => part.kid(key(question)).kid(picture(report, at, question)),
            None => part,
        }
    };
    tag("div").all(report.short.iter().enumerate().map(part))
}

/// Which of several questions is answered.
pub fn asked(called: &str) -> Tag {
    span("report-asked").hidden(called.is_empty()).saying(called.to_owned())
}

/// The signs of a question's answers.
fn key(question: &Question) -> Tag {
    let answer = |answer: &Answer| {
        tag("li")
            .key(answer.id.as_str())
            .set("data-sense", answer.sense)
            .kid(span("glyph").unheard().text(answer.glyph))
            .kid(tag("span").verbatim().set("dir", "auto").words(&answer.label))
    };
    let none =
        tag("li").key(":none").kid(span("report-blank").unheard()).kid(span("hint").text(strings::not_answered()));
    classed("ul", "report-key").label(strings::symbols()).all(question.options.iter().map(answer).chain([none]))
}

/// A column for each paragraph. Nothing in it is measured, so that it prints at any width.
fn picture(report: &Report, at: usize, question: &Question) -> Tag {
    let columns = columns(report.rows.iter().map(|row| &row.tallies[at]));
    let drawn = columns.iter().flat_map(|column| filled(column, question)).collect();
    let number = |column: &Column| {
        let number = (column.paragraph + 1).to_string();
        tag("text").key(&number).made("x", percent(column.middle())).set("y", "50%").verbatim().saying(number)
    };
    let numbers = columns.iter().filter(|column| column.numbered).map(number);
    div("report-picture")
        .hidden(columns.is_empty())
        .kid(classed("svg", "report-columns").set("role", "img").label(strings::picture()).node(together(drawn)))
        .kid(classed("svg", "report-numbers").unheard().all(numbers))
}

/// The pieces of a column: each with the fill of its answer, and its sign where there is room.
fn filled(column: &Column, question: &Question) -> Vec<Tag> {
    let mut drawn = Vec::new();
    for (option, top, height) in &column.pieces {
        let answer = option.and_then(|option| question.options.get(option));
        let placed = |tag: Tag| {
            tag.made("x", percent(column.start))
                .made("y", percent(*top))
                .made("width", percent(column.width))
                .made("height", percent(*height))
        };
        let Some(answer) = answer else {
            drawn.push(placed(classed("rect", "answer-open")));
            continue;
        };
        drawn.push(placed(classed("rect", "answer-fill")).sense(Some(answer.sense)));
        if answer.sense == "both" {
            let stripes = classed("path", "answer-stripes").set("d", "M.5 0v1").sense(Some(answer.sense));
            let frame = tag("svg").set("viewBox", "0 0 1 1").set("preserveAspectRatio", "none");
            drawn.push(placed(frame).kid(stripes));
        }
        if column.has_room(*height) {
            let sign = classed("text", "answer-glyphs")
                .made("x", percent(column.middle()))
                .made("y", percent(top + height / 2))
                .sense(Some(answer.sense));
            drawn.push(sign.verbatim().text(answer.glyph));
        }
    }
    drawn
}
