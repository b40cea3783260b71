//! The bar at the top: where you are, what is saved, who is tagging, and everything that opens.

use postil_app::read;
pub mod kept;
pub mod looks;
pub mod next;
pub mod search;
pub mod tools;

use crate::{
    strings::bar as strings,
    ui::{
        desk::{Desk, sends},
        kit::{
            dom, field, icon,
            kbd::{shortcut, tip},
            tag::{Tag, button, classed, div, span, tag},
        },
        part::{Part, View},
    },
};
use postil_app::{msg::Msg, screen::Screen, shared::saving::SaveState, view::bar::BarView};
use std::{rc::Rc, sync::Arc};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// What the bar shows.
#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// Where it sends what happened.
    pub desk: Desk,
    /// The view.
    pub bar: Arc<BarView>,
    /// Which screen is shown.
    pub screen: Screen,
}

/// The bar.
#[derive(Default)]
pub struct Bar {
    /// The field of the search panel.
    field: NodeRef,
    /// The finding that was shown at the last drawing.
    hit: Option<usize>,
}

impl Component for Bar {
    type Message = ();
    type Properties = BarProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        field::follow(&self.field);
        let at = ctx.props().bar.search.at;
        if self.hit != at {
            self.hit = at;
            search::show_hit(&self.field);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let BarProps { desk, bar, screen } = ctx.props();
        let brand = classed("a", "brand").set("href", Screen::Read.route()).label(strings::postil());
        let screens = Screen::ALL.into_iter().take(Screen::SHOWN).map(|each| {
            let link = tag("a").key(each.name()).set("href", each.route()).text(each.name());
            match (each == *screen, each) {
                // The address stays, so the browser says nothing of it.
                (true, Screen::Read) => {
                    link.set("aria-current", "page").click(sends(desk, Msg::RouteChanged(Screen::Read.route().into())))
                }
                (true, _) => link.set("aria-current", "page"),
                (false, _) => link,
            }
        });
        let history = div("history")
            .kid(step(desk, strings::undo(), "undo", bar.undo.as_deref(), &bar.undo_key, Msg::UndoAsked))
            .kid(step(desk, strings::redo(), "redo", bar.redo.as_deref(), &bar.redo_key, Msg::RedoAsked));
        let (annotator, search, help) = (&bar.annotator, &bar.search_key, &bar.help_key);
        let view = View::new(
            (desk.clone(), Arc::clone(annotator), Arc::clone(search), Arc::clone(help), bar.next),
            |(desk, annotator, search, help, next)| tools::tools(desk, annotator, search, help, *next).html(),
        );
        classed("header", "bar")
            .set("id", "bar")
            .on(ListenerKind::onmousedown, Rc::new(|event| keep_focus(&event)))
            .when("data-alarm", matches!(bar.save, SaveState::Fragile | SaveState::Failed))
            .kid(brand.kid(icon("brand")).kid(tag("span").text(strings::postil())))
            .kid(classed("nav", "screens").label(strings::screens()).all(screens))
            .kid(
                div("where")
                    .kid(span("where-title").verbatim().set("dir", bar.way).words(&bar.title))
                    .kid(progress(desk, bar)),
            )
            .kid(kept::kept(desk, bar))
            .kid(history)
            .kid(looks::opener())
            .node(html! { <Part view={View::new((desk.clone(), bar.looks), |(desk, looks)| looks::panel(desk, *looks).html())} /> })
            .kid(button("btn btn-icon more").label(strings::more()).set("popovertarget", tools::ID).kid(icon("more")))
            .node(html! { <Part {view} /> })
            .kid(search::panel(desk, &bar.search, &self.field))
            .html()
    }
}

/// How many paragraphs are answered, and where something is missing: a way there.
fn progress(desk: &Desk, bar: &BarView) -> Tag {
    let (index, words) = bar.missing.clone().unwrap_or_default();
    let there = bar.missing.is_some();
    let missing =
        button("missing").verbatim().hidden(!there).click(sends(desk, read::Msg::ParagraphSought(index))).words(&words);
    let meter = tag("progress")
        .made("max", bar.total.max(1).to_string())
        .made("value", bar.answered.to_string())
        .label(strings::paragraphs_answered());
    span("progress")
        .set("role", "group")
        .label(strings::progress())
        .kid(span("num-fig").verbatim().words(&bar.progress))
        .kid(tag("span").unheard().text(if there { " · " } else { "" }))
        .kid(missing)
        .kid(meter)
}

/// A click on a button of the bar leaves the focus where it is, in the article: single keys go on working there.
fn keep_focus(event: &Event) {
    if dom::closest(event, "button").is_some() {
        event.prevent_default();
    }
}

/// Undo or redo. Its tooltip says what would be undone.
fn step(desk: &Desk, name: &'static str, sign: &str, what: Option<&str>, key: &str, msg: Msg) -> Tag {
    let title = what.map_or_else(|| tip(name, key), |what| tip(&strings::undo_or_redo_what(name, what), key));
    button("btn btn-icon")
        .label(name)
        .maybe("aria-keyshortcuts", shortcut(key))
        .made("title", title)
        .flag("disabled", what.is_none())
        .click(sends(desk, msg))
        .kid(icon(sign))
}
