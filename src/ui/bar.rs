//! The bar at the top: where you are, what is saved, who is tagging, and everything that opens.

pub mod kept;
pub mod search;
pub mod tools;

use std::rc::Rc;

use yew::prelude::*;

use self::{kept::Kept, search::SearchPanel, tools::Tools};
use super::{
    desk::use_desk,
    kit::{
        Icon,
        kbd::{shortcut, tip},
    },
};
use crate::app::{
    msg::{Msg, Screen},
    view::bar::BarView,
};

/// What the bar shows.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct BarProps {
    /// The view.
    pub bar: Rc<BarView>,
    /// Which screen is shown.
    pub screen: Screen,
}

/// The bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let BarProps { bar, screen } = props;
    html! {
        <header class="bar">
            <a class="brand" href={Screen::Read.route()} aria-label="Postil"><Icon name="brand" /><span>{"Postil"}</span></a>
            <nav class="screens" aria-label="Screens">
                for each in Screen::ALL {
                    <a key={each.name()} href={each.route()} aria-current={(each == *screen).then_some("page")}>{ each.name() }</a>
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
            <Kept bar={Rc::clone(bar)} />
            <History bar={Rc::clone(bar)} />
            <button type="button" class="btn btn-icon more" aria-label="More" popovertarget={tools::ID}><Icon name="more" /></button>
            <Tools bar={Rc::clone(bar)} />
            <SearchPanel bar={Rc::clone(bar)} />
        </header>
    }
}

/// What the parts of the bar show.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct PartProps {
    /// The view.
    pub bar: Rc<BarView>,
}

/// Undo and redo. Their tooltips say what would be undone.
#[component]
fn History(props: &PartProps) -> Html {
    let bar = &props.bar;
    let desk = use_desk();
    let undo = use_callback((), {
        let desk = desk.clone();
        move |_: MouseEvent, ()| desk.send(Msg::UndoAsked)
    });
    let redo = use_callback((), move |_: MouseEvent, ()| desk.send(Msg::RedoAsked));
    let button = |name: &'static str, icon, step: &Option<Rc<str>>, key: &Rc<str>, onclick| {
        let what = step.as_ref().map_or_else(|| name.to_owned(), |step| format!("{name}: {step}"));
        html! {
            <button
                type="button"
                class="btn btn-icon"
                aria-label={name}
                aria-keyshortcuts={shortcut(key)}
                title={tip(&what, key)}
                disabled={step.is_none()}
                {onclick}
            >
                <Icon name={icon} />
            </button>
        }
    };
    html! {
        <div class="history">
            { button("Undo", "undo", &bar.undo, &bar.undo_key, undo) }
            { button("Redo", "redo", &bar.redo, &bar.redo_key, redo) }
        </div>
    }
}
