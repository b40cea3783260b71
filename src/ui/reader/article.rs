//! The article: its masthead and its sections.

use std::rc::Rc;

use yew::prelude::*;

use super::row::heading;
use crate::{
    app::{
        msg::Msg,
        view::article::{ArticleView, RowView, SectionView},
    },
    ui::{
        desk::Desk,
        kit::dom,
        part::{Part, View},
    },
};

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
        move |event: MouseEvent| {
            if let Some(index) = chosen(&event) {
                desk.send(Msg::ParagraphChosen(index));
            }
        }
    };
    let lang = (!article.lang.is_empty()).then(|| Rc::clone(&article.lang));
    let drawn = article.drawn.min(article.sections.len());
    html! {
        <article {lang} dir={article.dir} onclick={clicked}>
            <header class="masthead">
                <h1 key={Rc::clone(&article.title)}>{ Rc::clone(&article.title) }</h1>
                for (at, line) in article.byline.iter().enumerate() {
                    <p key={at} class={if at == 0 { "byline" } else { "source" }}>{ provenance(line) }</p>
                }
            </header>
            <div class="sections">
                for section in article.sections.iter().take(drawn) {
                    <Part key={Rc::clone(&section.key)} view={View::Section(Rc::clone(section))} />
                }
            </div>
            <p class="end" hidden={drawn < article.sections.len()}>{"End of the article"}</p>
        </article>
    }
}

/// The paragraph that a click chooses: none when it ends a selection of words or follows a link.
fn chosen(event: &MouseEvent) -> Option<usize> {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if selection.is_some_and(|selection| !selection.is_collapsed()) || dom::closest(event, "a").is_some() {
        return None;
    }
    dom::closest(event, "[data-paragraph]")?.get_attribute("data-paragraph")?.parse().ok()
}

/// Where an article comes from: an address can be followed, if it is one of the web.
fn provenance(line: &Rc<str>) -> Html {
    if line.starts_with("https://") || line.starts_with("http://") {
        html! { <a href={Rc::clone(line)} target="_blank" rel="noopener noreferrer">{ Rc::clone(line) }</a> }
    } else {
        html! { <span>{ Rc::clone(line) }</span> }
    }
}

/// Some fifty rows: what the browser lays out together, and passes over while it is out of sight.
pub fn section(view: &SectionView) -> Html {
    let rows = view.rows.iter().map(|row| match row {
        RowView::Heading(key, level, text) => heading(key, *level, text),
        RowView::Paragraph(row) => {
            html! { <Part key={Rc::clone(&row.text.dom_id)} view={View::Row(Rc::clone(row))} /> }
        }
    });
    html! { <section class="section">{ for rows }</section> }
}
