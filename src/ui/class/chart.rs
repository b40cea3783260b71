//! Charts that several of the class’s screens draw: how answers are distributed, and where a coefficient lies.

use crate::ui::kit::tag::{Tag, shared, tag};
use postil_app::class::{bar::Bar, scale::Place};
use std::sync::Arc;
use yew::prelude::*;

/// A distribution as a bar, with its words for those who do not see it.
pub fn bar(bar: &Bar) -> Html {
    html! {
        <svg class="bar-chart" role="img" aria-label={shared(&bar.words)} viewBox={format!("0 0 {} 1", bar.total.max(1))}
            preserveAspectRatio="none">
            <title>{ Arc::clone(&bar.words) }</title>
            for piece in &bar.pieces {
                <rect x={piece.start.to_string()} width={piece.count.to_string()} height="1"
                    data-sense={piece.sense} />
                if piece.sense == Some("both") {
                    <path class="answer-stripes" d={format!("M{} .5h{}", piece.start, piece.count)} data-sense={piece.sense} />
                }
            }
        </svg>
    }
}

/// Where a value lies between −1 and 1, with its interval. For eyes only: the numbers stand beside it.
pub fn scale(place: &Place) -> Tag {
    let rect = |class: &'static str, from: i32, to: i32| {
        tag("rect")
            .set("class", class)
            .made("x", from.to_string())
            .set("y", "0")
            .made("width", (to - from).max(1).to_string())
            .set("height", "10")
    };
    tag("svg")
        .set("class", "scale-chart")
        .set("viewBox", "-1000 0 2000 10")
        .set("preserveAspectRatio", "none")
        .unheard()
        .kid(rect("scale-line", -1000, 1000))
        .all((!place.share).then(|| rect("scale-zero", -4, 4)).into_iter())
        .kid(rect("scale-between", place.low, place.high))
        .kid(rect("scale-value", place.value - 12, place.value + 12))
}
