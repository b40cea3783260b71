//! The report as a page that any browser opens and prints, without Postil and without a network. It runs no scripts and
//! loads nothing.

use super::{Figure, Open, Report, Row, Settled};
use crate::{
    article::{Article, BlockKind},
    output::feedback::{
        html::Html,
        page::{SENSES, STRIPES, language, share},
    },
    record::{answer::Said, decision::Outcome},
};

const STYLE: &str = include_str!("page.css");

/// The page. `notes` are sentences that have to stand at its head, `convention` one below the figures.
#[must_use]
pub fn page(report: &Report, article: &Article, notes: &[&str], convention: &str) -> String {
    let mut to = Html::default();
    to.markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    to.markup(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    to.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    to.around("<title>Report: ", &report.title, "</title>\n");
    to.markup("<style>\n")
        .markup(SENSES)
        .markup(STYLE)
        .markup("</style>\n</head>\n<body>\n")
        .markup(STRIPES)
        .markup("\n<main>\n");
    head(&mut to, report, article, notes);
    text(&mut to, report, article);
    figures(&mut to, &report.figures, convention);
    open(&mut to, &report.open);
    agreed(&mut to, &report.rows);
    to.around("<section>\n<h2>How this was done</h2>\n<p class=\"methods\">", &report.methods, "</p>\n</section>\n");
    to.markup("</main>\n</body>\n</html>\n");
    to.finish()
}

fn head(to: &mut Html, report: &Report, article: &Article, notes: &[&str]) {
    to.markup("<header>\n<p class=\"soft\">Report</p>\n<h1");
    language(to, article);
    to.around(">", &report.title, "</h1>\n");
    let masthead = &article.masthead;
    let by: Vec<&str> =
        [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().map(|w| &**w).collect();
    if !by.is_empty() {
        to.around("<p class=\"soft\"><bdi>", &by.join(" · "), "</bdi></p>\n");
    }
    to.markup("<dl class=\"facts\">\n");
    for (what, number) in report.facts() {
        to.markup("<div><dd>").number(number as u64).around("</dd><dt>", &what, "</dt></div>\n");
    }
    to.markup("</dl>\n");
    if !report.names.is_empty() {
        let names: Vec<&str> = report.names.iter().map(|name| &**name).collect();
        to.around("<p>", &names.join(", "), "</p>\n");
    }
    for note in notes {
        to.around("<p class=\"soft\">", note, "</p>\n");
    }
    to.markup("</header>\n");
}

fn text(to: &mut Html, report: &Report, article: &Article) {
    to.markup("<section>\n<h2>The article, as it was read</h2>\n");
    for (at, question) in report.questions.iter().enumerate() {
        to.markup("<p class=\"prompt\">");
        if report.questions.len() > 1 {
            to.text(&report.called(at)).markup(": ");
        }
        to.around("<bdi>", &question.prompt, "</bdi></p>\n<ul class=\"key\">");
        for answer in &question.options {
            to.markup("<li><span class=\"glyph\" data-sense=\"")
                .markup(answer.sense)
                .markup("\" aria-hidden=\"true\">");
            to.text(answer.glyph).around("</span> <bdi>", &answer.label, "</bdi></li>");
        }
        to.markup("<li class=\"soft\">grey: not answered</li></ul>\n");
    }
    let mut rows = report.rows.iter();
    for block in article.blocks() {
        if block.kind.is_annotated() {
            if let Some(row) = rows.next() {
                paragraph(to, report, article, row, block.kind == BlockKind::Quotation);
            }
        } else {
            to.markup("<h3 class=\"heading\"");
            language(to, article);
            to.around(">", &block.text, "</h3>\n");
        }
    }
    to.markup("</section>\n");
}

fn paragraph(to: &mut Html, report: &Report, article: &Article, row: &Row, quotation: bool) {
    let number = row.paragraph as u64 + 1;
    to.markup("<div class=\"row\" id=\"p").number(number).markup("\">\n<span class=\"number\">").number(number);
    to.markup("</span>\n<p class=\"said").markup(if quotation { " quotation\"" } else { "\"" });
    language(to, article);
    to.around(">", &row.text, "</p>\n<div class=\"margin\">\n");
    for (at, (question, tally)) in report.questions.iter().zip(&row.tallies).enumerate() {
        if report.questions.len() > 1 {
            to.around("<p class=\"soft\">", &report.called(at), "</p>\n");
        }
        let all = (tally.counts.iter().sum::<usize>() + tally.not_coded).max(1) as u64;
        to.markup("<svg class=\"bar\" aria-hidden=\"true\">");
        let mut before = 0;
        for (answer, count) in question.options.iter().zip(&tally.counts).filter(|(_, count)| **count > 0) {
            to.markup("<rect data-sense=\"").markup(answer.sense).markup("\" x=\"");
            share(to, before, all);
            to.markup("\" width=\"");
            share(to, *count as u64, all);
            to.markup("\" height=\"100%\"></rect>");
            before += *count as u64;
        }
        to.markup("</svg>\n<ul class=\"counts\">");
        for (answer, count) in question.options.iter().zip(&tally.counts).filter(|(_, count)| **count > 0) {
            to.markup("<li><span class=\"glyph\" data-sense=\"")
                .markup(answer.sense)
                .markup("\" aria-hidden=\"true\">");
            to.text(answer.glyph).markup("</span> ").number(*count as u64).around(
                " <bdi>",
                &answer.label,
                "</bdi></li>",
            );
        }
        if tally.not_coded > 0 {
            to.markup("<li class=\"soft\">").number(tally.not_coded as u64).markup(" not answered</li>");
        }
        to.markup("</ul>\n");
    }
    if !row.themes.is_empty() {
        let themes: Vec<String> = row.themes.iter().map(|(label, count)| format!("{label} {count}")).collect();
        to.around("<p class=\"soft\">", &themes.join(" · "), "</p>\n");
    }
    for vote in &row.votes {
        to.around("<p class=\"soft\"><bdi>", vote, "</bdi></p>\n");
    }
    if let Some(settled) = &row.settled {
        to.around("<p class=\"settled\">", &settled.words(), "</p>\n");
    }
    to.markup("</div>\n</div>\n");
}

fn figures(to: &mut Html, figures: &[Figure], convention: &str) {
    if figures.is_empty() {
        return;
    }
    to.markup(
        "<section>\n<h2>Agreement</h2>\n<table>\n<thead><tr><th scope=\"col\">Of</th><th scope=\"col\">Value</th>",
    );
    to.markup(
        "<th scope=\"col\">95 % interval</th><th scope=\"col\">What it allows to conclude</th></tr></thead>\n<tbody>\n",
    );
    for figure in figures {
        to.around("<tr><th scope=\"row\"><bdi>", &figure.about, "</bdi>");
        to.around("<span class=\"soft\">", figure.coefficient, ", ").number(figure.items as u64);
        to.markup(if figure.items == 1 { " paragraph</span></th>" } else { " paragraphs</span></th>" });
        to.around("<td>", &figure.value, "</td>");
        to.around("<td>", figure.interval.as_deref().unwrap_or("–"), "</td>");
        to.around("<td class=\"conclusion\">", &figure.conclusion, "</td></tr>\n");
    }
    to.around("</tbody>\n</table>\n<p class=\"soft\">", convention, "</p>\n</section>\n");
}

fn open(to: &mut Html, open: &[Open]) {
    to.markup("<section>\n<h2>Where readings differ</h2>\n");
    if open.is_empty() {
        to.markup("<p>No disagreement stands open.</p>\n</section>\n");
        return;
    }
    to.markup("<ul class=\"list\">\n");
    for one in open {
        number(to, one.paragraph);
        to.around("<b>", one.standing.label(), "</b>");
        if !one.gravest.is_empty() {
            to.around("<span class=\"soft\"> · ", &one.gravest, "</span>");
        }
        for reading in &one.readings {
            to.around("<br><bdi>", reading, "</bdi>");
        }
        sentence(to, &one.sentence);
        to.markup("</li>\n");
    }
    to.markup("</ul>\n</section>\n");
}

fn agreed(to: &mut Html, rows: &[Row]) {
    let decided = |row| -> Option<(&Row, &Settled)> {
        let row: &Row = row;
        let settled = row.settled.as_ref().filter(|settled| settled.outcome == Outcome::Decided)?;
        Some((row, settled))
    };
    let mut rows = rows.iter().filter_map(decided).peekable();
    if rows.peek().is_none() {
        return;
    }
    to.markup("<section>\n<h2>The agreed reading</h2>\n<ul class=\"list\">\n");
    for (row, settled) in rows {
        number(to, row.paragraph);
        to.around("<b><bdi>", &settled.answer_words().join("; "), "</bdi></b>");
        if settled.themes != Said::NotCoded {
            to.around(" <span class=\"soft\">· <bdi>", &settled.themes.words(), "</bdi></span>");
        }
        if let Some(reason) = settled.reason {
            to.around("<br><span class=\"soft\">Why people differed: ", reason.label(), "</span>");
        }
        sentence(to, &settled.sentence);
        to.markup("</li>\n");
    }
    to.markup("</ul>\n</section>\n");
}

fn number(to: &mut Html, paragraph: usize) {
    let number = paragraph as u64 + 1;
    to.markup("<li><a href=\"#p").number(number).markup("\" aria-label=\"Paragraph ").number(number);
    to.markup("\">").number(number).markup("</a><div>");
}

fn sentence(to: &mut Html, words: &str) {
    if !words.is_empty() {
        to.around("<p class=\"sentence\" dir=\"auto\">", words, "</p>");
    }
    to.markup("</div>");
}
