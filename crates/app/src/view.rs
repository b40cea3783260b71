//! View models: what the screens show, ready to render. The interface renders them and sends messages; it does not
//! parse, validate, sort or count.
//!
//! Whatever stands behind an `Arc` here is `Eq`, so that Yew compares pointers first (see ARCHITECTURE.md); so there are
//! no floats.

use crate::{
    read::{self, view::search::SearchView},
    shared::saving::SaveState,
};

pub mod bar;
pub mod build;

use self::bar::BarView;
use crate::{
    class::Shown,
    files::view::DialogView,
    look::Look,
    notice::{BannerView, ToastView},
    part::Presence,
    read::view::{
        article::{ArticleView, Tick},
        inspector::InspectorView,
    },
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
    /// The overview strip, at most 240 ticks.
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

impl View {
    /// A view of nothing, until the first refresh.
    #[must_use]
    pub fn empty() -> Self {
        let text = || Arc::<str>::from("");
        let read = read::view::View::empty();
        Self {
            screen: Screen::default(),
            busy: true,
            bar: Arc::new(BarView {
                title: text(),
                way: "auto",
                answered: 0,
                total: 0,
                progress: text(),
                missing: None,
                save: SaveState::Saved,
                save_sentence: text(),
                unexported: None,
                next: None,
                annotator: text(),
                undo: None,
                redo: None,
                search: SearchView::default(),
                undo_key: text(),
                redo_key: text(),
                search_key: text(),
                help_key: text(),
                looks: Look::ALL.map(Look::usual),
            }),
            article: read.article,
            overview: read.overview,
            current: 0,
            inspector: read.inspector,
            banners: Arc::new([]),
            toast: None,
            dialog: None,
            class: Presence::default(),
            pages: None,
        }
    }
}
