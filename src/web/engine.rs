//! The engine: owns the model, passes messages through `update` one by one, and has the runtime perform what follows.
//!
//! It answers within the same task as the gesture: by the time a handler returns, the operation is in local storage.

use crate::web::{
    dom,
    host::Host,
    journal::Journal,
    reading::{self, Reading},
    storage::LocalStorage,
    time,
};
use postil_app::{
    effect::Effect,
    keymap::KeyPress,
    model::Model,
    msg::Msg,
    part::Part,
    read,
    runtime::{Runtime, local},
    screen::Screen,
    update::{start, update},
    view::View,
};
use postil_core::base::id::{AnnotatorId, ReplicaId, hex128};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    pin::pin,
    rc::Rc,
    sync::Arc,
    task::{Context, Waker},
};
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, scheduler::flush};

/// Model, queue and runtime.
pub struct Engine {
    model: RefCell<Model>,
    queue: RefCell<VecDeque<Msg>>,
    busy: Cell<bool>,
    runtime: Rc<Runtime<LocalStorage, Journal, Host>>,
    /// What needs the page as it will be after the next drawing.
    after_drawing: RefCell<Vec<Effect>>,
    reading: Reading,
    repaint: Callback<()>,
}

impl Engine {
    /// An engine that draws the sample article at once and reads both stores meanwhile. `repaint` asks for a drawing, `fetch`
    /// for a part of the program, with where to say that it came.
    pub fn start(repaint: Callback<()>, fetch: Callback<(Part, Callback<Msg>)>) -> Rc<Self> {
        let session = ReplicaId::new(hex128(time::entropy()));
        let annotator: Arc<str> = hex128(time::entropy()).into();
        let first = AnnotatorId::new(Arc::clone(&annotator));
        let engine = Rc::new_cyclic(|weak: &std::rc::Weak<Self>| {
            let weak = weak.clone();
            let answer = Callback::from(move |msg| {
                if let Some(engine) = weak.upgrade() {
                    engine.dispatch(msg);
                }
            });
            Self {
                model: RefCell::new(start(session.clone(), first, local::hint(&LocalStorage).as_ref())),
                queue: RefCell::default(),
                busy: Cell::new(false),
                runtime: Runtime::new(session, LocalStorage, Host::new(answer, fetch)),
                after_drawing: RefCell::default(),
                reading: Reading::default(),
                repaint,
            }
        });
        let runtime = Rc::clone(&engine.runtime);
        Runtime::boot(&engine.runtime, annotator, async move { runtime.host().open().await });
        engine
    }

    /// Handles a message, and whatever follows from it at once.
    pub fn dispatch(&self, msg: impl Into<Msg>) {
        self.queue.borrow_mut().push_back(msg.into());
        self.work_off();
    }

    fn work_off(&self) {
        if self.busy.replace(true) {
            return;
        }
        loop {
            let Some(msg) = self.queue.borrow_mut().pop_front() else { break };
            let effects = update(&mut self.model.borrow_mut(), msg, &time::env());
            for effect in effects {
                if needs_page(&effect) {
                    self.after_drawing.borrow_mut().push(effect);
                } else if let Some(answer) = Runtime::perform(&self.runtime, effect) {
                    self.queue.borrow_mut().push_back(answer);
                }
            }
        }
        self.busy.set(false);
        self.repaint.emit(());
        // Yew leaves what it was asked for to another task when the drawing before took long, and by then somebody may have
        // pressed the next key. So it is told to draw before anything else can happen.
        spawn_local(async { draw() });
    }

    /// What is to be drawn.
    pub fn view(&self) -> View {
        self.model.borrow().view.clone()
    }

    /// The page has been drawn: what waited for it is done now.
    pub fn drawn(&self) {
        // Moving the focus can send messages, so nothing may be borrowed meanwhile.
        let mut revealed = false;
        for effect in self.after_drawing.take() {
            revealed |= matches!(effect, Effect::Reveal(..));
            match effect {
                Effect::Focus(target) => dom::focus(&target),
                Effect::Press(id) => dom::press(&id),
                Effect::Reveal(index, top) => {
                    dom::reveal(index, top);
                    // The browser does not know of a sheet that lies over the page. At the head of the page, the head is wanted.
                    reading::bring_back(index, !top);
                }
                Effect::RevealIfLost(index) => revealed |= reading::bring_back(index, true),
                Effect::Announce(sentence) => dom::announce(&sentence),
                Effect::Navigate(hash) => dom::navigate(&hash),
                Effect::ScrollUp => dom::scroll_up(),
                // Done by the runtime and its host, at once.
                Effect::Persist { .. }
                | Effect::Heal { .. }
                | Effect::StoreArticle(..)
                | Effect::LoadArticle(..)
                | Effect::KeepVersion(..)
                | Effect::LoadVersions(_)
                | Effect::KeepDraft(..)
                | Effect::KeepSteps(..)
                | Effect::RemoveDraft(..)
                | Effect::Download { .. }
                | Effect::DownloadBytes { .. }
                | Effect::SavePng { .. }
                | Effect::HandOver { .. }
                | Effect::Pack(..)
                | Effect::Unpack(..)
                | Effect::Inflate(..)
                | Effect::Copy(..)
                | Effect::Readdress(..)
                | Effect::FullScreen
                | Effect::Print
                | Effect::Colours(..)
                | Effect::AskToPersist
                | Effect::Wait(..)
                | Effect::AwaitIdle
                | Effect::AwaitLeisure
                | Effect::AwaitCompaction(..)
                | Effect::Compact { .. }
                | Effect::DeleteArticle(..)
                | Effect::Fetch(..)
                | Effect::DownloadRaw
                | Effect::Hint(..)
                | Effect::Title(..)
                | Effect::GuardLeaving(..)
                | Effect::Appearance(..) => {}
            }
        }
        let current = self.model.borrow().read.current;
        self.reading.drawn(current, revealed);
    }

    /// The page was scrolled: in a moment the current paragraph follows.
    pub fn scrolled(self: &Rc<Self>) {
        let here = Rc::clone(self);
        self.reading.scrolled(move || here.catch_up());
    }

    /// The current paragraph follows what was scrolled, now: before a key or a tap means something.
    pub fn catch_up(&self) {
        // Where the page was scrolled says nothing once it is to be elsewhere.
        let is_to_move = self.after_drawing.borrow().iter().any(|effect| matches!(effect, Effect::Reveal(..)));
        if !self.reading.is_behind() || is_to_move {
            return;
        }
        let reading = {
            let model = self.model.borrow();
            (model.shared.screen == Screen::Read && model.files.open.is_none()).then_some(model.read.current)
        };
        if let Some(index) = reading.and_then(|current| self.reading.moved(current)) {
            self.dispatch(read::Msg::ReadingMoved(index));
        }
    }

    /// Whether a key press does something, so that the browser is not to use it as well.
    pub fn acts(&self, press: &KeyPress) -> bool {
        let model = self.model.borrow();
        let (action, head) = model.shared.keymap.action(press, model.key_head.as_deref(), model.shared.screen);
        action.is_some() || head.is_some()
    }

    /// True on a Mac.
    pub fn is_mac(&self) -> bool {
        self.model.borrow().shared.keymap.mac
    }

    /// Keys of operations that are not known here yet.
    pub fn unknown(&self, keys: Vec<Arc<str>>) -> Vec<Arc<str>> {
        let model = self.model.borrow();
        keys.into_iter().filter(|key| !model.shared.known.contains(key)).collect()
    }

    /// Writes down what is being typed, at once: the page is being hidden or left.
    pub fn hide(&self) {
        self.dispatch(Msg::PageHidden);
        self.runtime.flush_draft();
    }

    /// True when leaving the page is to ask first.
    pub fn guards_leaving(&self) -> bool {
        self.runtime.host().guards_leaving()
    }
}

fn needs_page(effect: &Effect) -> bool {
    // A new address makes the browser lay out the page at once, so the old page has to be gone by then.
    matches!(
        effect,
        Effect::Focus(_)
            | Effect::Press(_)
            | Effect::Reveal(..)
            | Effect::RevealIfLost(_)
            | Effect::Announce(_)
            | Effect::Navigate(_)
            | Effect::ScrollUp
    )
}

/// Draws what is asked for, at once. Waiting for Yew's future would never end: two of them wake each other for ever as long as
/// a task of Yew's is still to come, which cannot come meanwhile. Asked once, it draws, and there is nothing left to wait for.
fn draw() {
    let _ = pin!(flush()).poll(&mut Context::from_waker(Waker::noop()));
}
