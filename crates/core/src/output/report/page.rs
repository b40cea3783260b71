//! The report as a page that any browser opens and prints, without Postil and without a network. It runs no scripts and
//! loads nothing.

use super::{Figure, Open, Report, Row, Settled, Standing, columns, percent};
use crate::{
    article::{Article, BlockKind},
    output::{
        feedback::{
            html::Html,
            page::{SENSES, STRIPES, language, share},
        },
        findings::{Piece, Sentence},
    },
    record::{answer::Said, decision::Outcome},
    strings::output::report as strings,
};

const STYLE: &str = include_str!("page.css");

/// What a page says beside the report itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// Of which class, when and by whom it was made: "Class: Friday · 3 Nov 2026 · Kim"; may be empty.
    pub made: &'a str,
    /// Sentences that have to stand at its head.
    pub notes: &'a [&'a str],
    /// A sentence below the figures; may be empty.
    pub convention: &'a str,
}

/// The page.
#[must_use]
pub fn page(report: &Report, article: &Article, said: Head<'_>) -> String {
    let mut to = Html::default();
    to.markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    to.markup(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    to.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    to.around("<title>", &strings::page_title(&report.title), "</title>\n");
    to.markup("<style>\n")
        .markup(SENSES)
        .markup(STYLE)
        .markup("</style>\n</head>\n<body>\n")
        .markup(STRIPES)
        .markup("\n<main>\n");
    head(&mut to, report, article, said);
    short(&mut to, report);
    outcomes(&mut to, report);
    text(&mut to, report, article);
    figures(&mut to, &report.figures, said.convention);
    to.around("<section>\n<h2>", strings::method(), "</h2>\n");
    to.around("<p class=\"methods\">", &report.methods, "</p>\n</section>\n");
    to.markup("</main>\n</body>\n</html>\n");
    to.finish()
}

fn head(to: &mut Html, report: &Report, article: &Article, said: Head<'_>) {
    to.around("<header>\n<p class=\"soft\">", strings::report(), "</p>\n<h1");
    language(to, article);
    to.around(">", &report.title, "</h1>\n");
    let masthead = &article.masthead;
    let by: Vec<&str> =
        [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().map(|w| &**w).collect();
    if !by.is_empty() {
        to.around("<p class=\"soft\"><bdi>", &by.join(" · "), "</bdi></p>\n");
    }
    if !said.made.is_empty() {
        to.around("<p><bdi>", said.made, "</bdi></p>\n");
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
    for note in said.notes {
        to.around("<p class=\"soft\">", note, "</p>\n");
    }
    to.markup("</header>\n");
}

/// What there is to say first, and one picture of the whole, for each question.
fn short(to: &mut Html, report: &Report) {
    to.around("<section>\n<h2>", strings::in_short(), "</h2>\n");
    for (at, sentences) in report.short.iter().enumerate() {
        if let Some(question) = report.questions.get(at) {
            to.markup("<p class=\"prompt\">");
            if report.questions.len() > 1 {
                to.text(&report.called(at)).markup(": ");
            }
            to.around("<bdi>", &question.prompt, "</bdi></p>\n");
        }
        to.markup("<ul class=\"findings\">\n");
        sentences.iter().for_each(|sentence| finding(to, sentence));
        to.markup("</ul>\n");
        picture(to, report, at);
    }
    to.markup("</section>\n");
}

fn finding(to: &mut Html, sentence: &Sentence) {
    to.markup("<li>");
    for piece in sentence {
        match piece {
            Piece::Words(words) => to.text(words),
            Piece::Paragraph(at) => {
                let number = *at as u64 + 1;
                to.markup("<a href=\"#p").number(number);
                to.around("\" aria-label=\"", &strings::paragraph_link(number), "\">").number(number).markup("</a>")
            }
            Piece::Answer(label, sign) => {
                glyph(to, sign.glyph, sign.sense());
                to.around("<b><bdi>", label, "</bdi></b>")
            }
            Piece::Theme(label, _) => to.around("<b><bdi>", label, "</bdi></b>"),
        };
    }
    to.markup("</li>\n");
}

/// The sign of an answer, before its word.
fn glyph(to: &mut Html, glyph: &str, sense: &'static str) {
    to.markup("<span class=\"glyph\" data-sense=\"").markup(sense).markup("\" aria-hidden=\"true\">");
    to.text(glyph).markup("</span> ");
}

/// The columns of a question's answers, below what their signs mean.
fn picture(to: &mut Html, report: &Report, at: usize) {
    let Some(question) = report.questions.get(at) else { return };
    to.markup("<ul class=\"key\">");
    for answer in &question.options {
        to.markup("<li>");
        glyph(to, answer.glyph, answer.sense);
        to.around("<bdi>", &answer.label, "</bdi></li>");
    }
    to.around("<li class=\"soft\">", strings::grey_not_answered(), "</li></ul>\n");
    let columns = columns(report.rows.iter().map(|row| &row.tallies[at]));
    if columns.is_empty() {
        return;
    }
    to.around("<svg class=\"columns\" role=\"img\" aria-label=\"", strings::picture(), "\">");
    for column in &columns {
        for (option, top, height) in &column.pieces {
            let answer = option.and_then(|option| question.options.get(option));
            to.markup("<rect");
            if let Some(answer) = answer {
                to.markup(" data-sense=\"").markup(answer.sense).markup("\"");
            }
            for (name, share) in
                [(" x=\"", column.start), (" width=\"", column.width), (" y=\"", *top), (" height=\"", *height)]
            {
                to.around(name, &percent(share), "\"");
            }
            to.markup("></rect>");
            if let Some(answer) = answer.filter(|_| column.has_room(*height)) {
                to.markup("<text data-on=\"").markup(answer.sense).around("\" x=\"", &percent(column.middle()), "\"");
                to.around(" y=\"", &percent(top + height / 2), "\">").text(answer.glyph).markup("</text>");
            }
        }
    }
    to.markup("</svg>\n<svg class=\"numbers\" aria-hidden=\"true\">");
    for column in columns.iter().filter(|column| column.numbered) {
        to.around("<text x=\"", &percent(column.middle()), "\" y=\"50%\">").number(column.paragraph as u64 + 1);
        to.markup("</text>");
    }
    to.markup("</svg>\n");
}

fn text(to: &mut Html, report: &Report, article: &Article) {
    to.around("<section>\n<h2>", strings::article_with_answers(), "</h2>\n");
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
            to.around("<li class=\"soft\">", &strings::not_answered(tally.not_coded), "</li>");
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
    to.around("<section>\n<h2>", strings::agreement(), "</h2>\n<table>\n<thead><tr>");
    for head in [strings::measure(), strings::value(), strings::interval(), strings::what_can_be_concluded()] {
        to.around("<th scope=\"col\">", head, "</th>");
    }
    to.markup("</tr></thead>\n<tbody>\n");
    for figure in figures {
        to.around("<tr><th scope=\"row\"><bdi>", &figure.about, "</bdi>");
        let paragraphs = strings::so_many_paragraphs(figure.items, &figure.items.to_string());
        to.around("<span class=\"soft\">", figure.coefficient, ", ").text(&paragraphs).markup("</span></th>");
        to.around("<td>", &figure.value, "</td>");
        to.around("<td>", figure.interval.as_deref().unwrap_or("–"), "</td>");
        to.around("<td class=\"conclusion\">", &figure.conclusion, "</td></tr>\n");
    }
    to.around("</tbody>\n</table>\n<p class=\"soft\">", convention, "</p>\n</section>\n");
}

/// What became of the paragraphs: what is decided, where a difference was found real, what was left open, and what was not
/// looked at yet.
fn outcomes(to: &mut Html, report: &Report) {
    to.around("<section>\n<h2>", strings::decisions(), "</h2>\n");
    let decided = |row| -> Option<(&Row, &Settled)> {
        let row: &Row = row;
        let settled = row.settled.as_ref().filter(|settled| settled.outcome == Outcome::Decided)?;
        Some((row, settled))
    };
    let decided: Vec<(&Row, &Settled)> = report.rows.iter().filter_map(decided).collect();
    if decided.is_empty() && report.open.is_empty() {
        to.around("<p>", strings::nothing_decided_or_open(), "</p>\n</section>\n");
        return;
    }
    if decided.is_empty() {
        to.around("<p>", strings::nothing_decided(), "</p>\n");
    } else {
        list(to, strings::decided(), decided.len());
        decided.into_iter().for_each(|(row, settled)| agreed(to, row, settled));
        to.markup("</ul>\n");
    }
    for standing in Standing::ALL {
        let some = report.standing(standing).count();
        if some > 0 {
            list(to, standing.label(), some);
            report.standing(standing).for_each(|one| open(to, one));
            to.markup("</ul>\n");
        }
    }
    to.markup("</section>\n");
}

fn list(to: &mut Html, title: &str, some: usize) {
    to.around("<h3 class=\"kind\">", title, " <span class=\"soft\">").number(some as u64);
    to.markup("</span></h3>\n<ul class=\"list\">\n");
}

fn open(to: &mut Html, one: &Open) {
    number(to, one.paragraph);
    for (at, reading) in one.readings.iter().enumerate() {
        to.around(if at == 0 { "<bdi>" } else { "<br><bdi>" }, reading, "</bdi>");
    }
    if !one.gravest.is_empty() {
        let joint = if one.readings.is_empty() { "<span class=\"soft\">" } else { "<br><span class=\"soft\">" };
        to.around(joint, &one.gravest, "</span>");
    }
    sentence(to, &one.sentence);
    to.markup("</li>\n");
}

fn agreed(to: &mut Html, row: &Row, settled: &Settled) {
    number(to, row.paragraph);
    to.around("<b><bdi>", &settled.answer_words().join("; "), "</bdi></b>");
    if settled.themes != Said::NotCoded {
        to.around(" <span class=\"soft\">· <bdi>", &settled.themes.words(), "</bdi></span>");
    }
    if let Some(reason) = settled.reason {
        to.markup("<br><span class=\"soft\">")
            .text(strings::why_people_differed())
            .text(reason.label())
            .markup("</span>");
    }
    sentence(to, &settled.sentence);
    to.markup("</li>\n");
}

fn number(to: &mut Html, paragraph: usize) {
    let number = paragraph as u64 + 1;
    to.markup("<li><a href=\"#p").number(number);
    to.around("\" aria-label=\"", &strings::paragraph_named(number), "\">").number(number).markup("</a><div>");
}

fn sentence(to: &mut Html, words: &str) {
    if !words.is_empty() {
        to.around("<p class=\"sentence\" dir=\"auto\">", words, "</p>");
    }
    to.markup("</div>");
}
