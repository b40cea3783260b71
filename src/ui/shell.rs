//! The composition root: the only file that knows both the interface and the browser.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::FileList;
use yew::prelude::*;

use super::{
    bar::Bar,
    codebook::CodebookScreen,
    compare::CompareScreen,
    desk::{Desk, Intake},
    dialog::{Dialogs, drop::DropTarget},
    discuss::DiscussScreen,
    kit::Sprite,
    notices::{Banners, Toast},
    reader::Reader,
};
use crate::{
    app::msg::{Msg, Screen},
    core::{format::read, text},
    web::{dom, engine::Engine, file, tab},
};

/// The root component. It owns the engine, and with it the model.
pub struct Shell {
    engine: Rc<Engine>,
    desk: Desk,
    _listeners: Vec<EventListener>,
}

/// The model changed: draw it.
pub struct Changed;

impl Component for Shell {
    type Message = Changed;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let engine = Engine::start(ctx.link().callback(|()| Changed));
        let listeners = tab::listen(&engine);
        let here = Rc::clone(&engine);
        let dispatch = Callback::from(move |msg| here.dispatch(msg));
        let here = Rc::clone(&engine);
        let files = Callback::from(move |(intake, list): (Intake, FileList)| take_files(&here, intake, &list));
        Self { engine, desk: Desk { dispatch, files }, _listeners: listeners }
    }

    fn update(&mut self, _: &Context<Self>, _: Changed) -> bool {
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.engine.drawn();
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let view = self.engine.view();
        let screen = match view.screen {
            Screen::Read => "read",
            Screen::Compare => "compare",
            Screen::Discuss => "discuss",
            Screen::Codebook => "codebook",
        };
        html! {
            <ContextProvider<Desk> context={self.desk.clone()}>
                <div class="shell" data-screen={screen}>
                    <a class="skip" href={format!("#p{}", view.current + 1)}>{"Skip to the article"}</a>
                    <Bar bar={view.bar} screen={view.screen} />
                    <Banners banners={view.banners} />
                    <main class="main" id="main" aria-busy={view.busy.then_some("true")}>
                        <Reader
                            article={Rc::clone(&view.article)}
                            overview={view.overview}
                            current={view.current}
                            inspector={view.inspector}
                            hidden={view.screen != Screen::Read || view.article.drawn == 0}
                        />
                        <div class="screen" hidden={view.screen == Screen::Read}>
                            { other_screen(view.screen, &view.layers, &view.codebook, &view.article.title) }
                        </div>
                    </main>
                    <Toast toast={view.toast} />
                    <div class="dialogs"><Dialogs view={view.dialog.clone()} /></div>
                    <DropTarget enabled={view.dialog.is_none()} />
                    <div class="vh" id={dom::ANNOUNCER} aria-live="polite" translate="no"></div>
                    <Sprite />
                </div>
            </ContextProvider<Desk>>
        }
    }
}

fn other_screen(
    screen: Screen,
    layers: &Rc<[crate::app::view::codebook::LayerRow]>,
    codebook: &Rc<crate::app::view::codebook::CodebookView>,
    title: &Rc<str>,
) -> Html {
    match screen {
        Screen::Read => html! { <span hidden=true></span> },
        Screen::Compare => html! { <CompareScreen layers={Rc::clone(layers)} title={Rc::clone(title)} /> },
        Screen::Discuss => html! { <DiscussScreen /> },
        Screen::Codebook => html! { <CodebookScreen view={Rc::clone(codebook)} /> },
    }
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
