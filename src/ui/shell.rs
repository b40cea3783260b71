//! The composition root: the only file that knows both the interface and the browser.

use crate::{
    ui::{
        bar::Bar,
        desk::{Desk, Intake},
        dialog::{Draw, dialogs, drop},
        kit::tag::{Tag, classed, div},
        notices::{Toast, banners},
        part::{self, Part},
        reader::reader,
    },
    web::{dom, engine::Engine, file, tab},
};
use gloo::events::EventListener;
use postil_app::{
    handover::Presence,
    lazy::Lazy,
    msg::{Msg, Screen},
    view::View,
};
use postil_core::{article::read::text, exchange::bundle::read};
use std::{cell::Cell, rc::Rc, sync::Arc};
use wasm_bindgen_futures::spawn_local;
use web_sys::FileList;
use yew::prelude::*;

/// What the lazy part of the program brings: its half of the app, and what draws its dialogs.
pub type LazyPart = (&'static Lazy, Draw);

/// How the lazy part is fetched: only the program itself knows, since the build splits it.
#[derive(Clone, PartialEq, Properties)]
pub struct ShellProps {
    /// Fetches it; `None` when it did not come.
    pub fetch: Callback<Callback<Option<LazyPart>>>,
}

/// The root component. It owns the engine, and with it the model.
pub struct Shell {
    engine: Rc<Engine>,
    draw: Rc<Cell<Option<Draw>>>,
    desk: Desk,
    _listeners: Vec<EventListener>,
}

/// The model changed: draw it.
pub struct Changed;

impl Component for Shell {
    type Message = Changed;
    type Properties = ShellProps;

    fn create(ctx: &Context<Self>) -> Self {
        let draw = Rc::<Cell<Option<Draw>>>::default();
        let engine = Engine::start(ctx.link().callback(|()| Changed), fetches(ctx.props(), &draw));
        let mut listeners = tab::listen(&engine);
        let here = Rc::clone(&engine);
        let dispatch = Callback::from(move |msg| here.dispatch(msg));
        let here = Rc::clone(&engine);
        let files = Callback::from(move |(intake, list): (Intake, FileList)| take_files(&here, intake, &list));
        let desk = Desk { dispatch, files };
        let here = Rc::clone(&engine);
        listeners.extend(drop::listen(&desk, move || here.view().dialog.is_none()));
        Self { engine, draw, desk, _listeners: listeners }
    }

    fn update(&mut self, _: &Context<Self>, _: Changed) -> bool {
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.engine.drawn();
    }

    fn view(&self, _: &Context<Self>) -> Html {
        page(&self.desk, &self.engine.view(), self.draw.get())
    }
}

/// The whole page. What draws its dialogs is fetched when it is first needed.
pub fn page(desk: &Desk, view: &View, draw: Option<Draw>) -> Html {
    let reading = view.screen == Screen::Read;
    let skip = classed("a", "skip").made("href", ["#p", &(view.current + 1).to_string()].concat());
    let main = classed("main", "main")
        .set("id", "main")
        .when("aria-busy", view.busy)
        .kid(reader(desk, view, !reading || view.article.drawn == 0))
        .kid(div("screen").hidden(reading).kid(group_screen(view.group)));
    div("shell")
        .set("data-screen", view.screen.word())
        .kid(skip.text("Skip to the article"))
        .node(html! { <Bar desk={desk.clone()} bar={Arc::clone(&view.bar)} screen={view.screen} /> })
        .kid(banners(desk, &view.banners))
        .kid(main)
        .node(html! { <Toast desk={desk.clone()} toast={view.toast.clone()} /> })
        .kid(dialogs(desk, view.dialog.as_ref().zip(draw)))
        .kid(drop::target())
        .kid(div("vh").set("id", dom::ANNOUNCER).set("aria-live", "polite").verbatim())
        .node(html! { <Part view={part::View::Sprite} /> })
        .html()
}

/// Fetches the lazy part and tells who asked that it is here.
fn fetches(props: &ShellProps, draw: &Rc<Cell<Option<Draw>>>) -> Callback<Callback<Msg>> {
    let (fetch, draw) = (props.fetch.clone(), Rc::clone(draw));
    Callback::from(move |answer: Callback<Msg>| {
        let draw = Rc::clone(&draw);
        fetch.emit(Callback::from(move |part: Option<LazyPart>| {
            draw.set(part.map(|(_, draw)| draw));
            answer.emit(Msg::LazyCame(part.map(|(lazy, _)| lazy)));
        }));
    })
}

/// Where the other program draws the group's screens, and what is said while it is not here.
fn group_screen(presence: Presence) -> Tag {
    let words = match presence {
        Presence::Here => "",
        Presence::Failed => {
            "This part of Postil did not arrive, or has failed. Reload the page once your work is saved."
        }
        Presence::Absent | Presence::Awaited => "One moment…",
    };
    let here = presence == Presence::Here;
    div("screen-body")
        .kid(classed("p", "page wait").set("role", "status").hidden(here).text(words))
        .kid(div("group").set("id", "group").hidden(!here))
}

/// Reads chosen files outside and sends what was in them.
fn take_files(engine: &Rc<Engine>, intake: Intake, list: &FileList) {
    let files: Vec<web_sys::File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    if files.is_empty() {
        return;
    }
    if intake == Intake::Annotations {
        engine.dispatch(Msg::ImportBegun(files.len()));
    }
    let engine = Rc::clone(engine);
    spawn_local(async move {
        let cap = if intake == Intake::Article { text::MAX_BYTES } else { read::MAX_BYTES };
        let mut read = file::read_all(files, cap).await;
        engine.dispatch(match intake {
            Intake::Article => match read.drain(..).next() {
                Some(file) => Msg::ArticleFileRead(file),
                None => return,
            },
            Intake::Annotations => Msg::FilesRead(read),
            Intake::Dropped => Msg::FilesDropped(read),
        });
    });
}
