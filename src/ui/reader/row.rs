//! One paragraph: its number, its words, its marks. No listeners, no state.

use crate::ui::{kit::tag::shared, reader::marks::marks};
use postil_app::read::view::article::ParagraphView;
use std::sync::Arc;
use yew::prelude::*;

/// A paragraph.
pub fn row(view: &ParagraphView) -> Html {
    let ParagraphView { text, marks: said, shown, current, found } = view;
    html! {
        <div
            class="row"
            id={shared(&text.dom_id)}
            role="group"
            aria-label={shared(&text.label)}
            aria-current={current.then_some("true")}
            data-paragraph={shared(&text.index_text)}
            data-kind={text.kind}
            data-stance={said.stance_id.as_ref().map(shared)}
            data-sense={said.sense}
            data-themes={said.theme_ids.as_ref().map(shared)}
            data-found={found.then_some("true")}
            tabindex="-1"
        >
            <span class="num" aria-hidden="true">{ Arc::clone(&text.number) }</span>
            <p class="text">{ Arc::clone(&text.text) }</p>
            { marks(said, shown.as_deref()) }
        </div>
    }
}

/// A heading inside the article.
pub fn heading(key: &Arc<str>, level: u8, text: &Arc<str>) -> Html {
    let tag = match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    html! { <@{tag} key={&**key} class="heading" data-level={level.to_string()}>{ Arc::clone(text) }</@> }
}
