//! The one component behind everything that is compared by pointer before it is drawn again. One type, since each type of
//! component costs two kilobytes and more of generated code.

use crate::ui::{
    bar::tools,
    desk::Desk,
    dialog::preview,
    inspector::{question, themes},
    kit::sprite,
    reader::{article, overview, row},
};
use postil_app::view::{
    article::{ArticleView, ParagraphView, SectionView, Tick},
    dialog::PreviewBlock,
    inspector::{QuestionView, ThemeView},
};
use std::sync::Arc;
use yew::prelude::*;

/// What is drawn anew only when it changed.
#[derive(Clone, PartialEq)]
pub enum View {
    /// The overview strip: its ticks, the index of the current paragraph, and how many there are.
    Overview(Desk, Arc<[Tick]>, usize, usize),
    /// The article.
    Article(Desk, Arc<ArticleView>),
    /// A section of it.
    Section(Arc<SectionView>),
    /// A paragraph.
    Row(Arc<ParagraphView>),
    /// A question of the inspector: whether it is locked, and how often its radios had to be set right.
    Question(Arc<QuestionView>, bool, u32),
    /// A theme of the inspector.
    Theme(Arc<ThemeView>, themes::Shown),
    /// A few ticks of the overview strip.
    Ticks(Arc<[Tick]>),
    /// The buttons at the end of the bar: who tags, and the keys of search and help.
    Tools(Desk, Arc<str>, Arc<str>, Arc<str>),
    /// The icons.
    Sprite,
    /// Some fifty blocks of the preview.
    Blocks(Arc<[Arc<PreviewBlock>]>),
}

/// Which part.
#[derive(Clone, PartialEq, Properties)]
pub struct PartProps {
    /// Its view.
    pub view: View,
}

/// A part of the page with no state of its own.
pub struct Part;

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().view {
            View::Overview(desk, ticks, current, total) => overview::strip(desk, ticks, *current, *total),
            View::Article(desk, view) => article::article(desk, view),
            View::Section(view) => article::section(view),
            View::Row(view) => row::row(view),
            View::Question(view, locked, _) => question::question(view, *locked).html(),
            View::Theme(view, shown) => themes::row(view, shown).html(),
            View::Ticks(ticks) => overview::ticks(ticks),
            View::Tools(desk, annotator, search_key, help_key) => {
                tools::tools(desk, annotator, search_key, help_key).html()
            }
            View::Sprite => sprite().html(),
            View::Blocks(blocks) => preview::blocks(blocks),
        }
    }
}
