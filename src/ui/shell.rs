//! The composition root: the only file that knows both the interface and the browser.

use crate::{
    strings::page as strings,
    ui::{
        bar::Bar,
        class,
        desk::{Desk, Intake},
        dialog::{self, dialogs, drop},
        kit::{
            sprite,
            tag::{Tag, classed, div},
        },
        notices::{Toast, banners},
        part::{Part, View as Drawn},
        reader::reader,
    },
    web::{dom, engine::Engine, file, tab},
};
use gloo::events::EventListener;
use postil_app::{
    files,
    msg::Msg,
    part::{self, Presence, Table},
    screen::Screen,
    view::View,
};
use postil_core::{article::read::text, exchange::bundle::read};
use std::{cell::Cell, rc::Rc, sync::Arc};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// What a part of the program brings beside its half of the app: what draws it.
#[derive(Clone, Copy)]
pub enum Brush {
    /// The dialogs.
    Dialogs(dialog::Draw),
    /// The class's screens.
    Class(&'static class::Screens),
}

/// A part of the program as it comes; `None` when it did not.
pub type Loaded = Option<(Table, Brush)>;

/// How parts are fetched: only the program itself knows, since the build splits it.
#[derive(Clone, PartialEq, Properties)]
pub struct ShellProps {
    /// Fetches one.
    pub fetch: Callback<(part::Part, Callback<Loaded>)>,
}

/// The root component. It owns the engine, and with it the model.
pub struct Shell {
    engine: Rc<Engine>,
    brushes: Rc<Brushes>,
    desk: Desk,
    _listeners: Vec<EventListener>,
}

/// The model changed: draw it.
pub struct Changed;

impl Component for Shell {
    type Message = Changed;
    type Properties = ShellProps;

    fn create(ctx: &Context<Self>) -> Self {
        let brushes = Rc::<Brushes>::default();
        let engine = Engine::start(ctx.link().callback(|()| Changed), fetches(ctx.props(), &brushes));
        let mut listeners = tab::listen(&engine);
        let here = Rc::clone(&engine);
        let dispatch = Callback::from(move |msg| here.dispatch(msg));
        let here = Rc::clone(&engine);
        let files = Callback::from(move |(intake, files): (Intake, Vec<File>)| take_files(&here, intake, files));
        let desk = Desk { dispatch, files };
        let drawn = Rc::clone(&brushes);
        listeners.extend(tab::resized(move || {
            if let Some(class) = drawn.class.get() {
                (class.measure)();
            }
        }));
        let here = Rc::clone(&engine);
        listeners.extend(drop::listen(&desk, move || here.view().dialog.is_none()));
        Self { engine, brushes, desk, _listeners: listeners }
    }

    fn update(&mut self, _: &Context<Self>, _: Changed) -> bool {
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.engine.drawn();
        if let Some(class) = self.brushes.class.get() {
            (class.measure)();
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        page(&self.desk, &self.engine.view(), &self.brushes)
    }
}

/// The whole page. What draws its dialogs and the class's screens is fetched when it is first needed.
pub fn page(desk: &Desk, view: &View, brushes: &Brushes) -> Html {
    let reading = view.screen == Screen::Read;
    let skip = classed("a", "skip");
    let skip = if reading {
        skip.made("href", ["#p", &(view.current + 1).to_string()].concat()).text(strings::skip_to_article())
    } else {
        skip.set("href", "#screen").click(Rc::new(|event| past_the_bar(&event))).text(strings::skip_to_content())
    };
    let main = classed("main", "main")
        .set("id", "main")
        .when("aria-busy", view.busy)
        .kid(reader(desk, view, !reading || view.article.drawn == 0))
        .kid(div("screen").set("id", SCREEN).hidden(reading).kid(class_screen(desk, view, brushes)));
    div("shell")
        .set("data-screen", view.screen.word())
        .kid(skip)
        .node(html! { <Bar desk={desk.clone()} bar={Arc::clone(&view.bar)} screen={view.screen} /> })
        .kid(banners(desk, &view.banners))
        .kid(main)
        .node(html! { <Toast desk={desk.clone()} toast={view.toast.clone()} /> })
        .kid(dialogs(desk, view.dialog.as_ref().zip(brushes.dialogs.get())))
        .kid(drop::target())
        .kid(div("vh").set("id", dom::ANNOUNCER).set("aria-live", "polite").verbatim())
        .node(html! { <Part view={Drawn::new((), |()| sprite().html())} /> })
        .html()
}

/// The element that holds a screen of the class.
const SCREEN: &str = "screen";

/// Moves the focus to the screen that is shown: its address is no place in it.
fn past_the_bar(event: &Event) {
    event.prevent_default();
    dom::enter(SCREEN);
}

/// A screen of the class, or what is said while its part of the program is not here.
fn class_screen(desk: &Desk, view: &View, brushes: &Brushes) -> Tag {
    let words = match view.class {
        Presence::Here => "",
        Presence::Failed => strings::part_failed(),
        Presence::Absent | Presence::Awaited => strings::one_moment(),
    };
    let here = view.class == Presence::Here;
    let drawn = brushes.class.get().zip(view.pages.as_ref()).map(|(class, pages)| (class.draw)(desk, pages));
    let body = div("screen-body").kid(classed("p", "page wait").set("role", "status").hidden(here).text(words));
    match drawn {
        Some(drawn) => body.node(drawn),
        None => body,
    }
}

/// What draws the parts that are here.
#[derive(Default)]
pub struct Brushes {
    dialogs: Cell<Option<dialog::Draw>>,
    class: Cell<Option<&'static class::Screens>>,
}

impl Brushes {
    /// One more that has come.
    pub fn take(&self, brush: Brush) {
        match brush {
            Brush::Dialogs(draw) => self.dialogs.set(Some(draw)),
            Brush::Class(screens) => self.class.set(Some(screens)),
        }
    }
}

/// Fetches a part and tells who asked that it is here.
fn fetches(props: &ShellProps, brushes: &Rc<Brushes>) -> Callback<(part::Part, Callback<Msg>)> {
    let (fetch, brushes) = (props.fetch.clone(), Rc::clone(brushes));
    Callback::from(move |(part, answer): (part::Part, Callback<Msg>)| {
        let brushes = Rc::clone(&brushes);
        let came = Callback::from(move |loaded: Loaded| {
            if let Some((_, brush)) = loaded {
                brushes.take(brush);
            }
            answer.emit(Msg::PartCame(part, loaded.map(|(table, _)| table)));
        });
        fetch.emit((part, came));
    })
}

/// Reads chosen files outside and sends what was in them.
fn take_files(engine: &Rc<Engine>, intake: Intake, files: Vec<File>) {
    if files.is_empty() {
        return;
    }
    match intake {
        Intake::Layers => engine.dispatch(files::Msg::ImportBegun),
        Intake::Collected => engine.dispatch(files::Msg::CollectingBegun),
        Intake::Article | Intake::Codebook | Intake::Dropped => {}
    }
    let engine = Rc::clone(engine);
    spawn_local(async move {
        let cap = if intake == Intake::Article { text::MAX_BYTES } else { read::MAX_BYTES };
        let mut read = file::read_all(files, cap).await;
        engine.dispatch(match intake {
            Intake::Article => match read.drain(..).next() {
                Some(file) => files::Msg::ArticleFileRead(file),
                None => return,
            },
            Intake::Codebook => match read.drain(..).next() {
                Some(file) => files::Msg::CodebookRead(file),
                None => return,
            },
            Intake::Layers => files::Msg::FilesRead(read),
            Intake::Collected => files::Msg::Collected(read),
            Intake::Dropped => files::Msg::FilesDropped(read),
        });
    });
}
