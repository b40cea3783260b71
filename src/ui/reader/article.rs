//! The article: its masthead and its sections.

use crate::{
    strings::reader as strings,
    ui::{
        desk::{Desk, tells},
        kit::{
            choice::choice,
            dom,
            tag::{Tag, classed, div, span, tag},
        },
        part::{Part, View},
        reader::{
            end,
            row::{self, heading},
            task,
        },
    },
};
use postil_app::{
    read::{
        self,
        view::article::{ArticleView, RowView, SectionView},
    },
    screen::Overlay,
};
use std::{rc::Rc, sync::Arc};
use web_sys::HtmlSelectElement;
use yew::{prelude::*, virtual_dom::ListenerKind};

const MARKS: [(&str, &str); 3] =
    [("mine", strings::mine()), ("all", strings::everybody()), ("agreed", strings::agreed())];

/// How many paragraphs an article has: the number of its last one.
#[must_use]
pub fn total(article: &ArticleView) -> usize {
    let rows = article.sections.iter().rev().flat_map(|section| section.rows.iter().rev());
    let mut numbers = rows.filter_map(|row| match row {
        RowView::Paragraph(paragraph) => Some(paragraph.text.index + 1),
        RowView::Heading(..) => None,
    });
    numbers.next().unwrap_or(0)
}

/// The article.
pub fn article(desk: &Desk, article: &ArticleView) -> Html {
    let clicked = {
        let desk = desk.clone();
        Rc::new(move |event| {
            if let Some(index) = chosen(&event) {
                desk.send(read::Msg::ParagraphChosen(index));
            }
        })
    };
    let drawn = article.drawn.min(article.sections.len());
    let lines = article.byline.iter().enumerate().map(|(at, line)| {
        classed("p", if at == 0 { "byline" } else { "source" }).key(&at.to_string()).kid(provenance(line))
    });
    let overlay = article.overlay.map(|chosen| {
        let marks = choice(desk, strings::marks(), "overlay", &MARKS, chosen, |word| {
            read::Msg::OverlayChosen(Overlay::from_word(word)).into()
        });
        ours(marks.set("class", "overlay"))
    });
    let overlay = overlay.into_iter().chain(article.asked.iter().map(|asked| ours(question(desk, asked))));
    let overlay = article.task.iter().map(|view| ours(task::task(desk, view))).chain(overlay);
    let intro = article.intro.map(|shown| ours(intro(shown)));
    let title = tag("h1").key(&article.title).words(&article.title);
    let sections = article.sections.iter().take(drawn).map(|section| {
        html! { <Part key={&*section.key} view={View::new(Arc::clone(section), |section| self::section(section))} /> }
    });
    let end = (drawn == article.sections.len()).then(|| {
        let view = View::new((desk.clone(), Arc::clone(&article.end)), |(desk, end)| end::end(desk, end));
        html! { <Part key="end" {view} /> }
    });
    let end = end.into_iter();
    tag("article")
        .set("id", "article")
        .put("lang", &article.lang)
        .set("dir", article.dir)
        .click(clicked)
        .kid(classed("header", "masthead").all(std::iter::once(title).chain(lines).chain(intro).chain(overlay)))
        .kid(div("sections").set("id", "sections").node(sections.collect()))
        .node(end.collect())
        .html()
}

/// What this is for and what to do, for whoever was told nothing.
fn intro(shown: bool) -> Tag {
    let step = |name: &'static str, what: &'static str| {
        tag("li").key(name).kid(tag("strong").text(name)).kid(tag("span").text(what))
    };
    div("intro")
        .key("intro")
        .set("data-shown", if shown { "true" } else { "false" })
        .kid(tag("p").text(strings::intro()))
        .kid(
            tag("ol")
                .kid(step(strings::read(), strings::one_paragraph()))
                .kid(step(strings::tag(), strings::press_answer()))
                .kid(step(strings::hand_in(), strings::one_file())),
        )
}

/// Which question the marks of others answer, and the choice of another.
fn question(desk: &Desk, (prompts, at): &(Arc<[Arc<str>]>, usize)) -> Tag {
    let change = tells(desk, |event| {
        Some(read::Msg::QuestionShown(event.target_dyn_into::<HtmlSelectElement>()?.selected_index().try_into().ok()?))
    });
    let entry = |(place, prompt): (usize, &Arc<str>)| {
        tag("option").key(&place.to_string()).flag("selected", place == *at).verbatim().words(prompt)
    };
    let list = tag("select").on(ListenerKind::onchange, change).all(prompts.iter().enumerate().map(entry));
    classed("label", "overlay").kid(span("label").text(strings::question())).kid(list)
}

/// Words of the page amid those of the article, which may be in another language.
fn ours(tag: Tag) -> Tag {
    tag.set("lang", "en")
}

/// The paragraph that a click chooses: none when it ends a selection of words or follows a link.
fn chosen(event: &Event) -> Option<usize> {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if selection.is_some_and(|selection| !selection.is_collapsed()) || dom::closest(event, "a").is_some() {
        return None;
    }
    dom::closest(event, "[data-paragraph]")?.get_attribute("data-paragraph")?.parse().ok()
}

/// Where an article comes from: an address can be followed, if it is one of the web.
fn provenance(line: &Arc<str>) -> Tag {
    if line.starts_with("https://") || line.starts_with("http://") {
        tag("a").put("href", line).set("target", "_blank").set("rel", "noopener noreferrer").words(line)
    } else {
        tag("span").set("dir", "auto").words(line)
    }
}

/// Some fifty rows: what the browser lays out together, and passes over while it is out of sight.
pub fn section(view: &SectionView) -> Html {
    let rows = view.rows.iter().map(|row| match row {
        RowView::Heading(key, level, text) => heading(key, *level, text),
        RowView::Paragraph(row) => {
            html! { <Part key={&*row.text.dom_id} view={View::new(Arc::clone(row), |row| row::row(row))} /> }
        }
    });
    html! { <section class="section">{ for rows }</section> }
}
