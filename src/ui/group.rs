//! The root of the group's screens. Beside [`super::shell`] it is the only file that knows both the interface and the
//! browser: the composition root of the second program.

pub mod board;
pub mod changed;
pub mod codebook;
pub mod compare;
pub mod controls;
pub mod decide;
pub mod desk;
pub mod discuss;
pub mod field;
pub mod kinds;
pub mod numbers;
pub mod part;
pub mod pictures;
pub mod portrait;
pub mod report;
pub mod themes;

use crate::{
    ui::{
        group::desk::Desk,
        kit::tag::{Tag, div},
    },
    web::guest,
};
use gloo::events::EventListener;
use postil_app::{
    group::{model::Model, msg::Msg, told, update::update, view::View},
    msg::Screen,
};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};
use yew::prelude::*;

/// Owns the model of the group's screens and passes messages through `update` one by one.
struct Engine {
    model: RefCell<Model>,
    queue: RefCell<VecDeque<Msg>>,
    busy: Cell<bool>,
    repaint: Callback<()>,
}

impl Engine {
    fn dispatch(self: &Rc<Self>, msg: Msg) {
        self.queue.borrow_mut().push_back(msg);
        if self.busy.replace(true) {
            return;
        }
        let here = Rc::clone(self);
        let later: Rc<dyn Fn(u64)> = Rc::new(move |ticket| here.dispatch(Msg::TimePassed(ticket)));
        loop {
            let Some(msg) = self.queue.borrow_mut().pop_front() else { break };
            let effects = update(&mut self.model.borrow_mut(), msg, guest::now());
            for effect in effects {
                guest::perform(effect, &later);
            }
        }
        self.busy.set(false);
        self.repaint.emit(());
    }
}

/// The root component.
pub struct Group {
    engine: Rc<Engine>,
    desk: Desk,
    _sized: Option<EventListener>,
}

/// The model changed: draw it.
pub struct Changed;

impl Component for Group {
    type Message = Changed;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let engine = Rc::new(Engine {
            model: RefCell::new(Model { utc_offset: guest::utc_offset(), ..Model::default() }),
            queue: RefCell::default(),
            busy: Cell::new(false),
            repaint: ctx.link().callback(|()| Changed),
        });
        engine.dispatch(Msg::Addressed(guest::address().into()));
        let here = Rc::clone(&engine);
        guest::hear(move |kind, text| here.dispatch(told::heard(&kind, &text)));
        let here = Rc::clone(&engine);
        let desk = Desk(Callback::from(move |msg| here.dispatch(msg)));
        Self { engine, desk, _sized: guest::resized(board::measure) }
    }

    fn update(&mut self, _: &Context<Self>, _: Changed) -> bool {
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        guest::drawn();
        board::measure();
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let model = self.engine.model.borrow();
        div("group-screen").kid(screen(&self.desk, &model.view)).html()
    }
}

fn screen(desk: &Desk, view: &View) -> Tag {
    if let (Screen::Report, Some(report)) = (view.screen, &view.report) {
        return report::report_screen(desk, report);
    }
    match (view.screen, &view.codebook) {
        (Screen::Codebook, Some(codebook)) => codebook::codebook_screen(codebook),
        (Screen::Discuss, _) if view.ready => match &view.discuss {
            Some(discuss) => discuss::discuss_screen(desk, discuss, &view.annotators),
            None => discuss::nothing(desk),
        },
        (Screen::Compare, _) if view.ready => compare::compare_screen(desk, view),
        _ => div("page").hidden(true),
    }
}
