//! The feedback as a page that any browser opens, without Postil and without a network. It runs no scripts and loads
//! nothing, and it is made from the feedback file and the name of whom it is for.

use super::{Asked, Change, Summary, TOO_FEW, Verdict, changes, html::Html};
use crate::{
    article::{Article, BlockKind, beginning},
    base::id::AnnotatorId,
    exchange::bundle::Bundle,
    record::{
        Layer,
        answer::{Answer, Said},
        decision::{Outcome, Reply},
    },
    strings::output::feedback as strings,
};

const STYLE: &str = include_str!("page.css");
/// The colours of answers on a page that stands alone.
pub(crate) const SENSES: &str = include_str!("senses.css");
/// The stripes of answers that take both sides, which the app draws so too.
pub(crate) const STRIPES: &str = "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"stripes\" width=\"4\" height=\"4\" \
                       patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line x1=\"1\" y1=\"0\" x2=\"1\" \
                       y2=\"4\"></line></pattern></defs></svg>";

/// The page for the annotator of a feedback file, who is called `name`. `file` is the name of that file, `app` names the
/// program.
#[must_use]
pub fn page(bundle: &Bundle, annotator: &AnnotatorId, name: &str, file: &str, app: &str) -> String {
    let (article, nothing) = (&bundle.article, Layer::default());
    let mut layers = bundle.layers.iter().filter(|(key, _)| key.annotator == *annotator && key.is_reading());
    let own = layers.next().map_or(&nothing, |(_, layer)| layer);
    let changes = changes(article, &bundle.codebook, own, bundle.classes.iter().next());
    let mut to = Html::default();
    to.markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    to.markup(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    to.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    to.around("<title>", &strings::page_title(&article.masthead.title), "</title>\n");
    to.markup("<style>\n")
        .markup(SENSES)
        .markup(STYLE)
        .markup("</style>\n</head>\n<body>\n")
        .markup(STRIPES)
        .markup("\n<main>\n");
    head(&mut to, article, name, &changes);
    for (title, wanted) in PARTS {
        part(&mut to, title, changes.iter().filter(|change| wanted(change.verdict)));
    }
    in_full(&mut to, article, &changes);
    foot(&mut to, file, app);
    to.markup("</main>\n</body>\n</html>\n");
    to.finish()
}

/// A title, and which verdicts stand below it.
type Titled = (&'static str, fn(Verdict) -> bool);

/// What is told first is where the annotator and the class read otherwise: that is what they came for.
const PARTS: [Titled; 3] = [
    (strings::where_you_differ(), |verdict| matches!(verdict, Verdict::Differs(_))),
    (strings::what_you_left(), |verdict| matches!(verdict, Verdict::NotCoded)),
    (strings::other_paragraphs(), |verdict| matches!(verdict, Verdict::Same | Verdict::NoAnswer(_))),
];

fn part<'a>(to: &mut Html, title: &'static str, changes: impl Iterator<Item = &'a Change>) {
    let mut changes = changes.peekable();
    if changes.peek().is_some() {
        to.around("<h2>", title, "</h2>\n");
        changes.for_each(|change| section(to, change));
    }
}

/// The paragraphs that were settled, word by word and in reading order, below all that is said of them.
fn in_full(to: &mut Html, article: &Article, changes: &[Change]) {
    if changes.is_empty() {
        return;
    }
    to.around("<h2>", strings::paragraphs_in_full(), "</h2>\n");
    for change in changes {
        let block =
            article.paragraphs().get(change.paragraph).and_then(|paragraph| article.blocks().get(paragraph.block));
        let quotation = block.is_some_and(|block| block.kind == BlockKind::Quotation);
        to.markup("<h3 id=\"t").number(number(change));
        to.around("\">", &strings::paragraph(number(change)), "</h3>\n");
        to.markup("<p class=\"said").markup(if quotation { " quotation\"" } else { "\"" });
        language(to, article);
        to.around(">", &change.text, "</p>\n");
    }
}

/// The attributes for words of the article.
pub(crate) fn language(to: &mut Html, article: &Article) {
    to.markup(" dir=\"").text(article.direction().word()).markup("\" lang=\"");
    to.text(article.language()).markup("\"");
}

fn head(to: &mut Html, article: &Article, name: &str, changes: &[Change]) {
    to.markup("<header>\n<p class=\"for\">").text(strings::you_and_the_class());
    if !name.is_empty() {
        to.around(": <bdi>", name, "</bdi>");
    }
    to.markup("</p>\n<h1");
    language(to, article);
    to.around(">", &article.masthead.title, "</h1>\n");
    let masthead = &article.masthead;
    let by: Vec<&str> =
        [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().map(|w| &**w).collect();
    if !by.is_empty() {
        to.around("<p class=\"soft\"><bdi>", &by.join(" · "), "</bdi></p>\n");
    }
    // Where several things were asked each row says which.
    if let Some([asked]) = changes.first().map(|change| &change.asked[..]) {
        to.around("<p class=\"asked\"><bdi>", &asked.prompt, "</bdi></p>\n");
    }
    to.around("<p class=\"lead\">", &Summary::of(changes).words(), "</p>\n");
    let apart: Vec<&Change> = changes.iter().filter(|c| matches!(c.verdict, Verdict::Differs(_))).collect();
    if !apart.is_empty() {
        to.markup("<p class=\"jump\">").text(strings::different());
        for (at, change) in apart.into_iter().enumerate() {
            to.markup(if at == 0 { "" } else { ", " }).markup("<a href=\"#p").number(number(change));
            to.around("\">", &strings::paragraph_link(number(change)), "</a>");
        }
        to.markup("</p>\n");
    }
    to.markup("<p class=\"about soft\">").text(strings::what_the_page_holds());
    let told = |change: &&Change| change.asked.iter().any(|asked| !asked.counts.is_empty());
    if let Some(readers) = changes.iter().find(told).and_then(|change| change.readers) {
        to.markup(" ").text(&strings::only_as_numbers(readers));
    }
    if changes.iter().any(Change::is_untold) {
        to.markup(" ").text(TOO_FEW);
    }
    to.markup("</p>\n</header>\n");
}

fn number(change: &Change) -> u64 {
    change.paragraph as u64 + 1
}

fn section(to: &mut Html, change: &Change) {
    let verdict = change.verdict;
    to.markup("<section class=\"change ").markup(verdict.id()).markup("\" id=\"p").number(number(change));
    to.markup("\" aria-labelledby=\"h").number(number(change)).markup("\">\n<div class=\"top\"><h3 id=\"h");
    to.number(number(change)).around("\">", &strings::paragraph(number(change)), "</h3>");
    to.markup("<p class=\"verdict\">").markup(if verdict == Verdict::Same { "✓ " } else { "" });
    to.text(&verdict.words()).markup("</p></div>\n");
    to.around("<p class=\"begins\"><bdi>", &beginning(&change.text), "</bdi> <a href=\"#t");
    to.number(number(change)).around("\">", strings::read_in_full(), "</a></p>\n");
    table(to, change);
    for asked in change.asked.iter().filter(|asked| !asked.counts.is_empty()) {
        class(to, asked, change.asked.len() > 1);
    }
    why(to, change);
    to.markup("</section>\n");
}

fn table(to: &mut Html, change: &Change) {
    to.around("<table class=\"two\">\n<thead><tr><td></td><th scope=\"col\">", strings::your_column(), "</th>");
    to.around("<th scope=\"col\" class=\"agreed\">", strings::class_column(), "</th></tr></thead>\n<tbody>\n");
    for asked in &change.asked {
        to.markup("<tr><th scope=\"row\">").text(strings::stance());
        if change.asked.len() > 1 {
            to.around("<span class=\"prompt\"><bdi>", &asked.prompt, "</bdi></span>");
        }
        to.markup("</th><td>");
        answer(to, asked.own.as_ref(), strings::not_answered_yet());
        to.markup("</td><td class=\"agreed\">");
        answer(to, asked.agreed.as_ref(), strings::no_agreed_answer());
        to.markup("</td></tr>\n");
    }
    to.around("<tr><th scope=\"row\">", strings::themes(), "</th><td>");
    themes(to, &change.own_themes, strings::not_answered_yet());
    to.markup("</td><td class=\"agreed\">");
    themes(to, &change.agreed_themes, strings::no_agreed_themes());
    to.markup("</td></tr>\n</tbody>\n</table>\n");
}

fn answer(to: &mut Html, answer: Option<&Answer>, none: &'static str) {
    match answer {
        Some(answer) => {
            to.markup("<span class=\"glyph\" data-sense=\"").markup(answer.sense).markup("\" aria-hidden=\"true\">");
            to.text(answer.glyph).around("</span><bdi>", &answer.label, "</bdi>");
        }
        None => _ = to.around("<span class=\"none\">", none, "</span>"),
    }
}

fn themes(to: &mut Html, said: &Said, none: &'static str) {
    match said {
        Said::NotCoded => _ = to.around("<span class=\"none\">", none, "</span>"),
        Said::NoneApplies => _ = to.text(&said.words()),
        Said::Themes(themes) => {
            to.markup("<ul>");
            for (_, label) in themes {
                to.around("<li><bdi>", label, "</bdi></li>");
            }
            to.markup("</ul>");
        }
    }
}

/// The class as a bar, and the same in numbers; so whoever does not see the bar misses nothing.
fn class(to: &mut Html, asked: &Asked, several: bool) {
    to.markup("<div class=\"class\">\n<h4>").text(strings::how_the_class_answered());
    if several {
        to.around(": <bdi>", &asked.prompt, "</bdi>");
    }
    to.markup("</h4>\n<svg class=\"bar\" aria-hidden=\"true\">");
    let all = asked.counts.iter().fold(u64::from(asked.not_coded), |sum, (_, count)| sum + u64::from(*count)).max(1);
    let mut before = 0;
    for (answer, count) in &asked.counts {
        if *count > 0 {
            to.markup("<rect data-sense=\"").markup(answer.sense).markup("\" x=\"");
            share(to, before, all);
            to.markup("\" width=\"");
            share(to, u64::from(*count), all);
            to.markup("\" height=\"100%\"></rect>");
        }
        before += u64::from(*count);
    }
    to.markup("</svg>\n<ul class=\"key\">");
    for (option, count) in asked.counts.iter().filter(|(_, count)| *count > 0) {
        to.markup("<li>");
        answer(to, Some(option), "");
        to.markup(" ").number(u64::from(*count));
        let own = asked.own.as_ref().is_some_and(|own| own.id == option.id);
        if own {
            let you = if *count == 1 { strings::you() } else { strings::with_you() };
            to.around(" <span class=\"none\">", you, "</span>");
        }
        to.markup("</li>");
    }
    if asked.not_coded > 0 {
        to.around("<li class=\"none\">", &strings::not_answered(asked.not_coded), "</li>");
    }
    to.markup("</ul>\n</div>\n");
}

/// A share in percent, with one decimal.
pub(crate) fn share(to: &mut Html, part: u64, all: u64) {
    let tenths = part * 1000 / all;
    to.number(tenths / 10).markup(".").number(tenths % 10).markup("%");
}

fn why(to: &mut Html, change: &Change) {
    let outcome = match change.decision.outcome {
        Outcome::Decided => strings::decided(),
        Outcome::Difference => strings::more_than_one_reading(),
        Outcome::Open => strings::left_open_on_purpose(),
    };
    to.markup("<p class=\"why\">").text(outcome);
    if let Some(reason) = change.decision.reason {
        to.markup(" ").text(strings::why_people_differed()).around("<b>", reason.label(), "</b>.");
    }
    match change.reply {
        Some(reply @ (Reply::Agrees | Reply::Differs)) => {
            to.markup(" ").text(strings::your_reply()).around("<b>", reply.label(), "</b>.");
        }
        None => {}
    }
    to.markup("</p>\n");
    if !change.decision.sentence.is_empty() {
        to.around("<p class=\"sentence\" dir=\"auto\">", &change.decision.sentence, "</p>\n");
    }
}

fn foot(to: &mut Html, file: &str, app: &str) {
    to.around("<footer>\n<h2>", strings::to_reply(), "</h2>\n<ol>\n");
    to.around("<li>", strings::open_postil(), "</li>\n");
    to.markup("<li>").text(strings::import_the_file()).around("<code><bdi>", file, "</bdi></code>.</li>\n");
    to.around("<li>", &strings::choose_a_reply(Reply::Agrees.label(), Reply::Differs.label()), "</li>\n");
    to.around("<li>", strings::hand_in(), "</li>\n</ol>\n");
    to.around("<p class=\"soft\">", strings::answers_stay(), "</p>\n");
    to.around("<p class=\"soft about\">", &strings::made_with(app), "</p>\n</footer>\n");
}
