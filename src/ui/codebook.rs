//! The codebook screen: what is asked, and what the answers mean.

use super::kit::{
    kbd,
    tag::{Tag, classed, div, span, tag},
};
use postil_app::{
    codebook::{CodebookView, OptionEntry, QuestionEntry},
    read::view::inspector::ThemeView,
};
use std::sync::Arc;

/// The screen.
pub fn codebook_screen(view: &CodebookView) -> Tag {
    let lead = "What every annotator of this article is asked, and what the answers mean.";
    let head = classed("header", "page-head").kid(theirs("h1", &view.title)).kid(tag("p").text(lead));
    let themes = div("glossary-head")
        .hidden(view.themes.is_empty())
        .kid(tag("h2").text("Themes"))
        .kid(span("hint").text("A paragraph may have several, or none."));
    let colophon = classed("p", "hint colophon")
        .kid(tag("span").text("Version of this codebook: "))
        .kid(tag("code").verbatim().words(&view.version));
    div("page")
        .kid(head)
        .kid(tag("div").all(view.questions.iter().map(ask)))
        .kid(themes)
        .kid(div("glossary").all(view.themes.iter().map(entry)))
        .kid(colophon)
}

/// An element with the words of whoever made the codebook, in whatever language.
fn theirs(name: &'static str, words: &Arc<str>) -> Tag {
    tag(name).verbatim().set("dir", "auto").words(words)
}

fn ask(question: &QuestionEntry) -> Tag {
    let id = ["ask-", &question.id].concat();
    let fact = |facts: Tag, name: &'static str, words: &Arc<str>| {
        facts.kid(tag("dt").hidden(words.is_empty()).text(name)).kid(theirs("dd", words).hidden(words.is_empty()))
    };
    let facts = fact(classed("dl", "facts"), "Whose stance", &question.holder);
    let facts = fact(facts, "Toward what", &question.target);
    let asked = tag("div")
        .kid(span("label").text("The question"))
        .kid(theirs("h2", &question.prompt).made("id", id.clone()))
        .kid(facts);
    classed("section", "ask")
        .key(&question.id)
        .made("aria-labelledby", id)
        .kid(asked)
        .kid(classed("ul", "scale").all(question.options.iter().map(answer)))
}

fn answer(option: &OptionEntry) -> Tag {
    tag("li")
        .key(&option.id)
        .set("data-sense", option.sense)
        .kid(span("glyph").unheard().text(option.glyph))
        .kid(tag("strong").verbatim().words(&option.label))
        .kid(kbd(&option.key.clone().unwrap_or_default()))
        .kid(theirs("p", &option.definition))
}

fn entry(theme: &ThemeView) -> Tag {
    let uses = classed("dl", "use")
        .kid(use_of("Include", &theme.include))
        .kid(use_of("Leave out", &theme.exclude))
        .kid(use_of("Example", &theme.example));
    classed("section", "entry")
        .key(theme.id.as_str())
        .hue(theme.hue)
        .kid(tag("h3").kid(theirs("span", &theme.label)).kid(kbd(&theme.key.clone().unwrap_or_default())))
        .kid(theirs("p", &theme.definition))
        .kid(uses)
}

fn use_of(title: &'static str, text: &Arc<str>) -> Tag {
    let words = theirs("dd", text);
    let words = if title == "Example" { words.set("class", "example") } else { words };
    tag("div").hidden(text.is_empty()).kid(tag("dt").text(title)).kid(words)
}
