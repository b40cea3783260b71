//! The Read screen: the overview strip, the article, and the inspector of the current paragraph.
//!
//! What keeps ten thousand paragraphs fast: a section and a row are parts that take one `Rc` each, so that a tag draws one row;
//! one listener on the article serves all rows; sections that are not drawn yet follow in idle time.

pub mod article;
pub mod end;
pub mod marks;
pub mod overview;
pub mod row;
pub mod task;

use crate::ui::{
    desk::Desk,
    inspector::Inspector,
    kit::tag::{Tag, classed},
    part::{Part, View},
};
use postil_app::view;
use std::sync::Arc;
use yew::prelude::*;

/// The Read screen; hidden while another is shown.
pub fn reader(desk: &Desk, view: &view::View, hidden: bool) -> Tag {
    let article = &view.article;
    let overview = View::new(
        (desk.clone(), Arc::clone(&view.overview), view.current, article::total(article)),
        |(desk, ticks, current, total)| overview::strip(desk, ticks, *current, *total),
    );
    classed("div", "read")
        .hidden(hidden)
        .node(html! { <Part key="overview" view={overview} /> })
        .node(html! { <Part key={&*article.id} view={View::new((desk.clone(), Arc::clone(article)), |(desk, article)| article::article(desk, article))} /> })
        .node(html! { <Inspector key="inspector" desk={desk.clone()} view={Arc::clone(&view.inspector)} /> })
}
