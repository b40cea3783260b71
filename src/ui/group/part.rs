//! The one component behind what is compared by pointer before it is drawn again, as in the first program.

use crate::ui::group::{board, desk::Desk, portrait, report, themes};
use postil_app::group::{
    board::{Column, Row},
    portrait::PortraitView,
    report::BlockView,
    themes::Table,
};
use std::sync::Arc;
use yew::prelude::*;

/// What is drawn anew only when it changed.
#[derive(Clone, PartialEq)]
pub enum View {
    /// Some rows of the board.
    Section(Arc<[Arc<Row>]>, usize),
    /// A row of the board.
    Row(Arc<Row>),
    /// The heads of its columns.
    Heads(Arc<[Column]>),
    /// The article of the report.
    Article(Arc<[Arc<BlockView>]>),
    /// A table of counts.
    Counts(Arc<Table>),
    /// The portrait.
    Portrait(Desk, Arc<PortraitView>),
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
            View::Section(rows, first) => board::section(rows, *first),
            View::Row(row) => board::row(row),
            View::Heads(columns) => board::heads(columns),
            View::Article(blocks) => report::article(blocks),
            View::Counts(table) => themes::table(table),
            View::Portrait(desk, view) => portrait::figure(desk, view),
        }
    }
}
