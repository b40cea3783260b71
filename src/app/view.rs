//! View models: what the screens show, ready to render. The interface renders them and sends messages; it does not
//! parse, validate, sort or count.
//!
//! Whatever stands behind an `Rc` here is `Eq`, so that Yew compares pointers first (see ARCHITECTURE.md); so there are
//! no floats.

pub mod article;
pub mod bar;
pub mod build;
pub mod dialog;
pub mod dialogs;
pub mod inspector;

use std::rc::Rc;

use self::{
    article::{ArticleView, Tick},
    bar::{BannerView, BarView, ToastView},
    dialog::DialogView,
    inspector::InspectorView,
};
use super::{handover::Presence, msg::Screen};
pub use crate::core::glyph::glyph;

/// Everything on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Which screen is shown.
    pub screen: Screen,
    /// True while the stores or the article are still being read.
    pub busy: bool,
    /// The bar at the top.
    pub bar: Rc<BarView>,
    /// The article, once one is open.
    pub article: Rc<ArticleView>,
    /// The overview strip, at most [`article::TICKS`] ticks.
    pub overview: Rc<[Tick]>,
    /// The index (from 0) of the current paragraph, for the overview's position.
    pub current: usize,
    /// The inspector of the current paragraph.
    pub inspector: Rc<InspectorView>,
    /// Problems and offers above the page, oldest first.
    pub banners: Rc<[BannerView]>,
    /// The short message at the bottom.
    pub toast: Option<Rc<ToastView>>,
    /// The open dialog.
    pub dialog: Option<DialogView>,
    /// Whether the program of the group's screens is here.
    pub group: Presence,
}
