//! The Read screen: the overview strip, the article, and the inspector of the current paragraph.
//!
//! What keeps ten thousand paragraphs fast: a section and a row are parts that take one `Rc` each, so that a tag draws one row;
//! one listener on the article serves all rows; sections that are not drawn yet follow in idle time.

pub mod article;
pub mod marks;
pub mod overview;
pub mod row;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    desk::Desk,
    inspector::Inspector,
    part::{Part, View},
};
use crate::app::view;

/// The Read screen; hidden while another is shown.
pub fn reader(desk: &Desk, view: &view::View, hidden: bool) -> Html {
    let article = &view.article;
    let overview = View::Overview(desk.clone(), Rc::clone(&view.overview), view.current, article::total(article));
    html! {
        <div class="read" {hidden}>
            <Part key="overview" view={overview} />
            <Part key={Rc::clone(&article.id)} view={View::Article(desk.clone(), Rc::clone(article))} />
            <Inspector key="inspector" desk={desk.clone()} view={Rc::clone(&view.inspector)} />
        </div>
    }
}
