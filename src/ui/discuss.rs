//! The Discuss screen, which a later release fills.

use yew::prelude::*;

use crate::app::msg::Screen;

/// The screen.
pub fn discuss_screen() -> Html {
    html! {
        <div class="page">
            <header class="page-head"><h1>{"Discuss"}</h1></header>
            <div class="empty">
                <h2>{"Not here yet"}</h2>
                <p>
                    {"A screen to go through the differences together, large enough for a projector, comes in a later \
                      release. Until then you can read and tag the article, and collect everybody’s files: Import takes a \
                      whole class at once."}
                </p>
                <div class="actions">
                    <a class="btn btn-line" href={Screen::Read.route()}>{"Back to the article"}</a>
                    <a class="btn btn-line" href={Screen::Compare.route()}>{"Whose layers are here"}</a>
                </div>
            </div>
        </div>
    }
}
