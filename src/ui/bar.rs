//! The bar at the top: where you are, what is saved, who is tagging, and everything that opens.

pub mod kept;
pub mod search;
pub mod tools;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    desk::{Desk, sends},
    kit::{
        icon,
        kbd::{shortcut, tip},
    },
};
use crate::app::{
    msg::{Msg, Screen},
    view::bar::BarView,
};

/// What the bar shows.
#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// Where it sends what happened.
    pub desk: Desk,
    /// The view.
    pub bar: Rc<BarView>,
    /// Which screen is shown.
    pub screen: Screen,
}

/// The bar.
#[derive(Default)]
pub struct Bar {
    /// The field of the search panel, which keeps its own words.
    field: NodeRef,
    /// What was searched at the last drawing.
    words: Rc<str>,
}

impl Component for Bar {
    type Message = ();
    type Properties = BarProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let words = &ctx.props().bar.search.words;
        if self.words != *words {
            self.words = Rc::clone(words);
            search::follow(&self.field, words);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let BarProps { desk, bar, screen } = ctx.props();
        html! {
            <header class="bar">
                <a class="brand" href={Screen::Read.route()} aria-label="Postil">{ icon("brand") }<span>{"Postil"}</span></a>
                <nav class="screens" aria-label="Screens">
                    for each in Screen::ALL {
                        <a key={each.name()} href={each.route()} aria-current={(each == *screen).then_some("page")}>
                            { each.name() }
                        </a>
                    }
                </nav>
                <div class="where">
                    <span class="where-title" translate="no">{ Rc::clone(&bar.title) }</span>
                    <span class="progress">
                        <span class="num-fig" translate="no">{ Rc::clone(&bar.progress) }</span>
                        <progress
                            max={bar.total.max(1).to_string()}
                            value={bar.coded.to_string()}
                            aria-label="Paragraphs coded"
                        />
                    </span>
                </div>
                { kept::kept(desk, bar) }
                <div class="history">
                    { step(desk, "Undo", "undo", bar.undo.as_deref(), &bar.undo_key, Msg::UndoAsked) }
                    { step(desk, "Redo", "redo", bar.redo.as_deref(), &bar.redo_key, Msg::RedoAsked) }
                </div>
                <button type="button" class="btn btn-icon more" aria-label="More" popovertarget={tools::ID}>
                    { icon("more") }
                </button>
                { tools::tools(desk, bar) }
                { search::panel(desk, &bar.search, &self.field) }
            </header>
        }
    }
}

/// Undo or redo. Its tooltip says what would be undone.
fn step(desk: &Desk, name: &'static str, sign: &str, what: Option<&str>, key: &str, msg: Msg) -> Html {
    let title = what.map_or_else(|| tip(name, key), |what| tip(&[name, ": ", what].concat(), key));
    html! {
        <button
            type="button"
            class="btn btn-icon"
            aria-label={name}
            aria-keyshortcuts={shortcut(key)}
            {title}
            disabled={what.is_none()}
            onclick={sends(desk, msg)}
        >
            { icon(sign) }
        </button>
    }
}
