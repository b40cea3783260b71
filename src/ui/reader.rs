//! The Read screen: the overview strip, the article, and the inspector of the current paragraph.
//!
//! What keeps ten thousand paragraphs fast: a section and a row take one `Rc` prop each, so that a tag draws one row;
//! one listener on the article serves all rows; sections that are not drawn yet follow in idle time.

pub mod article;
pub mod marks;
pub mod overview;
pub mod row;

use std::rc::Rc;

use yew::prelude::*;

use self::{article::Article, overview::Overview};
use super::inspector::Inspector;
use crate::app::view::{
    article::{ArticleView, Tick},
    inspector::InspectorView,
};

/// What the Read screen shows.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct ReaderProps {
    /// The article.
    pub article: Rc<ArticleView>,
    /// The ticks of the overview.
    pub overview: Rc<[Tick]>,
    /// The index (from 0) of the current paragraph.
    pub current: usize,
    /// The inspector.
    pub inspector: Rc<InspectorView>,
    /// True while another screen is shown.
    pub hidden: bool,
}

/// The Read screen.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let article = &props.article;
    html! {
        <div class="read" hidden={props.hidden}>
            <Overview key="overview" ticks={Rc::clone(&props.overview)} current={props.current} total={article::total(article)} />
            <Article key={Rc::clone(&article.id)} article={Rc::clone(article)} />
            <Inspector key="inspector" view={Rc::clone(&props.inspector)} />
        </div>
    }
}
