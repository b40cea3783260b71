//! The one component behind what is compared by pointer before it is drawn again, as in the first program.

use std::rc::Rc;

use yew::prelude::*;

use super::{board, desk::Desk, portrait, report, themes};
use crate::app::group::{
    board::{Column, Row},
    portrait::PortraitView,
    report::BlockView,
    themes::Table,
};

/// What is drawn anew only when it changed.
#[derive(Clone, PartialEq)]
pub enum View {
    /// Some rows of the board.
    Section(Rc<[Rc<Row>]>, usize),
    /// A row of the board.
    Row(Rc<Row>),
    /// The heads of its columns.
    Heads(Rc<[Column]>),
    /// The article of the report.
    Article(Rc<[Rc<BlockView>]>),
    /// A table of counts.
    Counts(Rc<Table>),
    /// The portrait.
    Portrait(Desk, Rc<PortraitView>),
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
