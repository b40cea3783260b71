//! View models: what the screens show, ready to render. The interface renders them and sends messages; it does not
//! parse, validate, sort or count.
//!
//! Whatever stands behind an `Arc` here is `Eq`, so that Yew compares pointers first (see ARCHITECTURE.md); so there are
//! no floats.

pub mod article;
pub mod bar;
pub mod build;
pub mod dialog;
pub mod dialogs;
pub mod inspector;

use self::{
    article::{ArticleView, Tick},
    bar::BarView,
    dialog::DialogView,
    inspector::InspectorView,
};
use crate::{
    class::Shown,
    notice::{BannerView, ToastView},
    part::Presence,
    screen::Screen,
};
use std::sync::Arc;

/// Everything on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Which screen is shown.
    pub screen: Screen,
    /// True while the stores or the article are still being read.
    pub busy: bool,
    /// The bar at the top.
    pub bar: Arc<BarView>,
    /// The article, once one is open.
    pub article: Arc<ArticleView>,
    /// The overview strip, at most [`article::TICKS`] ticks.
    pub overview: Arc<[Tick]>,
    /// The index (from 0) of the current paragraph, for the overview's position.
    pub current: usize,
    /// The inspector of the current paragraph.
    pub inspector: Arc<InspectorView>,
    /// Problems and offers above the page, oldest first.
    pub banners: Arc<[BannerView]>,
    /// The short message at the bottom.
    pub toast: Option<Arc<ToastView>>,
    /// The open dialog.
    pub dialog: Option<DialogView>,
    /// Whether the class's screens are here.
    pub class: Presence,
    /// What they show, while one of them is shown.
    pub pages: Option<Shown>,
}
