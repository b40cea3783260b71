//! One paragraph: its number, its words, its marks. No listeners, no state.

use std::rc::Rc;

use yew::prelude::*;

use super::marks::marks;
use crate::app::view::article::ParagraphView;

/// A paragraph.
pub fn row(view: &ParagraphView) -> Html {
    let ParagraphView { text, marks: said, shown, current, found } = view;
    html! {
        <div
            class="row"
            id={Rc::clone(&text.dom_id)}
            role="group"
            aria-label={Rc::clone(&text.label)}
            aria-current={current.then_some("true")}
            data-paragraph={Rc::clone(&text.index_text)}
            data-kind={text.kind}
            data-stance={said.stance_id.clone()}
            data-themes={said.theme_ids.clone()}
            data-found={found.then_some("true")}
            tabindex="-1"
        >
            <span class="num" aria-hidden="true">{ Rc::clone(&text.number) }</span>
            <p class="text">{ Rc::clone(&text.text) }</p>
            { marks(shown.as_ref().unwrap_or(said)) }
        </div>
    }
}

/// A heading inside the article.
pub fn heading(key: &Rc<str>, level: u8, text: &Rc<str>) -> Html {
    let tag = match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    html! { <@{tag} key={Rc::clone(key)} class="heading" data-level={level.to_string()}>{ Rc::clone(text) }</@> }
}
