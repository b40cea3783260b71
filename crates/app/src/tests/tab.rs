//! A tab without a page: the model, the real runtime on stores in memory, and what it did besides storing.

use super::{
    browser::{Browser, Database, Fetched},
    tasks::Tasks,
};
use crate::{
    effect::Effect,
    lazy::LAZY,
    model::{Env, Model},
    msg::Msg,
    runtime::{Runtime, host, local},
    update::update,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, VecDeque},
    rc::{Rc, Weak},
    sync::Arc,
};

type Timers = RefCell<BTreeMap<u64, Box<dyn FnOnce()>>>;

/// The world of a tab.
pub(super) struct Host {
    browser: Browser,
    tasks: Tasks,
    inbox: RefCell<VecDeque<Msg>>,
    done: RefCell<Vec<Effect>>,
    timers: Rc<Timers>,
    next: RefCell<u64>,
}

/// Its timer runs out when the tab has nothing else to do.
pub(super) struct Timer(Weak<Timers>, u64);

impl Drop for Timer {
    fn drop(&mut self) {
        let then = self.0.upgrade().and_then(|timers| timers.borrow_mut().remove(&self.1));
        drop(then);
    }
}

impl host::Host for Host {
    type Timer = Timer;

    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.tasks.spawn(task);
    }

    fn after(&self, _: u32, then: impl FnOnce() + 'static) -> Timer {
        let number = {
            let mut next = self.next.borrow_mut();
            *next += 1;
            *next
        };
        self.timers.borrow_mut().insert(number, Box::new(then));
        Timer(Rc::downgrade(&self.timers), number)
    }

    fn pause(&self) -> impl Future<Output = ()> + 'static {
        self.tasks.pause()
    }

    fn answer(&self, msg: Msg) {
        self.inbox.borrow_mut().push_back(msg);
    }

    fn perform(&self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::FetchLazy => match self.browser.lazy.get() {
                Fetched::Comes => return Some(Msg::LazyCame(Some(&LAZY))),
                Fetched::Waits => {}
                Fetched::Fails => return Some(Msg::LazyCame(None)),
            },
            Effect::AwaitIdle => return Some(Msg::IdleCame),
            other => self.done.borrow_mut().push(other),
        }
        None
    }

    fn stay_alive(&self, _: &str) {}

    async fn alive(&self) -> Vec<String> {
        self.browser.alive.borrow().clone()
    }

    fn alone(&self, _: bool, work: impl Future<Output = ()> + 'static) {
        self.tasks.spawn(work);
    }

    async fn in_turn(&self, work: impl FnOnce() + 'static) {
        work();
    }

    fn hash(&self) -> Arc<str> {
        self.browser.hash.get().into()
    }

    fn is_mac(&self) -> bool {
        false
    }
}

/// A tab and what it did besides storing.
pub(super) struct Tab {
    pub(super) browser: Browser,
    pub(super) model: Model,
    pub(super) done: Vec<Effect>,
    runtime: Rc<Runtime<Browser, Database, Host>>,
    tasks: Tasks,
}

impl Browser {
    /// A tab that has read the stores.
    pub(super) fn open(&self) -> Tab {
        let mut tab = self.waiting();
        tab.boot();
        tab
    }

    /// A tab that still waits for what the stores hold.
    pub(super) fn waiting(&self) -> Tab {
        let draw = || format!("{:032x}", self.draw());
        let (session, proposed) = (draw(), draw());
        let tasks = Tasks::default();
        let host = Host {
            browser: self.clone(),
            tasks: tasks.clone(),
            inbox: RefCell::default(),
            done: RefCell::default(),
            timers: Rc::default(),
            next: RefCell::default(),
        };
        let runtime = Runtime::new(session.as_str().into(), self.clone(), host);
        let model = Model::new(session.as_str().into(), proposed.as_str().into(), local::hint(self).as_ref());
        Tab { browser: self.clone(), model, done: Vec::new(), runtime, tasks }
    }
}

impl Tab {
    /// Reads both stores.
    pub(super) fn boot(&mut self) {
        let annotator = self.model.annotator.to_shared();
        let database = Rc::new(Database { browser: self.browser.clone(), tasks: self.tasks.clone() });
        Runtime::boot(&self.runtime, annotator, async move { database });
        self.settle();
    }

    /// Something happens, and whatever follows from it.
    pub(super) fn send(&mut self, msg: Msg) {
        host::Host::answer(self.runtime.host(), msg);
        self.settle();
    }

    /// Lets everything come to its end that can.
    fn settle(&mut self) {
        self.update();
        let tasks = self.tasks.clone();
        while tasks.turn(|| self.update()) || self.time_passes() {}
    }

    /// Timers run out, one by one.
    fn time_passes(&mut self) -> bool {
        let then = self.runtime.host().timers.borrow_mut().pop_first();
        let Some((_, then)) = then else { return false };
        then();
        self.update();
        true
    }

    /// Handles all messages, as the engine does.
    fn update(&mut self) {
        loop {
            let msg = self.runtime.host().inbox.borrow_mut().pop_front();
            let Some(msg) = msg else { break };
            self.browser.now.set(self.browser.now.get() + 10);
            let browser = self.browser.clone();
            let entropy = move || browser.draw();
            let lost = self.browser.lost.get();
            let in_sight = move |index| lost != Some(index);
            let env = Env { now: self.browser.now.get(), utc_offset: 0, entropy: &entropy, in_sight: &in_sight };
            for effect in update(&mut self.model, msg, &env) {
                let answer = Runtime::perform(&self.runtime, effect);
                self.runtime.host().inbox.borrow_mut().extend(answer);
            }
        }
        self.done.append(&mut self.runtime.host().done.borrow_mut());
    }
}
