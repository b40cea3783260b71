//! A tab without a page: the model, the real runtime on stores in memory, and what it did besides storing.

use super::{
    browser::{Browser, Database, Fetched, Local},
    failures::Promises,
    faults::Faults,
    tasks::Tasks,
};
use crate::{
    carry_out::carry_out,
    class::update::CLASS,
    effect::Effect,
    env::Env,
    files::{msg::Handed, update::DIALOGS},
    intent::Intent,
    model::Model,
    msg::Msg,
    part::{Part, Table},
    runtime::{Runtime, host, local},
    shared::saving::SaveState,
    storage,
    update::{start, update},
};
use postil_core::keep::startup::Start;
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
    steps: Steps,
}

/// The steps of undo that a tab keeps over a reload.
type Steps = Rc<RefCell<Option<Arc<str>>>>;

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

    fn answer(&self, msg: impl Into<Msg>) {
        self.inbox.borrow_mut().push_back(msg.into());
    }

    fn perform(&self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Fetch(part) => {
                self.done.borrow_mut().push(effect);
                let table = match part {
                    Part::Dialogs => Table(&DIALOGS),
                    Part::Class => Table(&CLASS),
                };
                match self.browser.dialogs.get() {
                    Fetched::Comes => return Some(Msg::PartCame(part, Some(table))),
                    Fetched::Waits => {}
                    Fetched::Fails => return Some(Msg::PartCame(part, None)),
                }
            }
            Effect::AwaitIdle => return Some(Msg::IdleCame),
            Effect::KeepSteps(text) => _ = self.steps.replace(text),
            Effect::HandOver { ref name, .. } => {
                let handed = Handed::Saved(Arc::clone(name));
                self.done.borrow_mut().push(effect);
                return Some(crate::files::Msg::HandedIn(handed).into());
            }
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

    fn steps(&self) -> Option<Arc<str>> {
        self.steps.borrow().clone()
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
    /// What was said to be kept, where a test wants to know.
    pub(super) promises: Option<Promises>,
    /// The steps of undo that it keeps over a reload.
    pub(super) steps: Steps,
    faults: Faults,
    runtime: Rc<Runtime<Local, Database, Host>>,
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
        self.waiting_with(&Faults::default())
    }

    /// The same, and something will go wrong there.
    pub(super) fn waiting_with(&self, faults: &Faults) -> Tab {
        self.loading(faults, &Steps::default())
    }

    /// A page that is loaded in a tab which keeps these steps.
    fn loading(&self, faults: &Faults, steps: &Steps) -> Tab {
        let draw = || format!("{:032x}", self.draw());
        let (session, proposed) = (draw(), draw());
        let (runtime, tasks) = runtime(self, faults, &session, steps);
        let model = start(session.as_str().into(), proposed.as_str().into(), local::hint(self).as_ref());
        let (browser, faults, steps) = (self.clone(), faults.clone(), Rc::clone(steps));
        Tab { browser, model, done: Vec::new(), promises: None, steps, faults, runtime, tasks }
    }
}

fn runtime(
    browser: &Browser,
    faults: &Faults,
    session: &str,
    steps: &Steps,
) -> (Rc<Runtime<Local, Database, Host>>, Tasks) {
    let tasks = Tasks::default();
    let host = Host {
        browser: browser.clone(),
        tasks: tasks.clone(),
        inbox: RefCell::default(),
        done: RefCell::default(),
        timers: Rc::default(),
        next: RefCell::default(),
        steps: Rc::clone(steps),
    };
    let local = Local { browser: browser.clone(), faults: faults.clone() };
    (Runtime::new(session.into(), local, host), tasks)
}

fn boot(runtime: &Rc<Runtime<Local, Database, Host>>, browser: &Browser, faults: &Faults, tasks: &Tasks) {
    let database = Database { browser: browser.clone(), faults: faults.clone(), tasks: tasks.clone() };
    Runtime::boot(runtime, format!("{:032x}", browser.draw()).into(), async move { Rc::new(database) });
}

/// Has a tab read the stores and heal them, as it would at its start, and nothing else.
pub(super) fn heal(browser: &Browser, start: &Start) {
    let faults = Faults::default();
    let (runtime, tasks) = runtime(browser, &faults, "healer", &Steps::default());
    boot(&runtime, browser, &faults, &tasks);
    while tasks.turn(|| {}) {}
    if !start.newer {
        Runtime::perform(
            &runtime,
            Effect::Heal {
                local: start.heal_local.clone(),
                journal: start.heal_journal.clone(),
                expired: start.expired.clone(),
                covered: start.covered_local.clone(),
            },
        );
        while tasks.turn(|| {}) {}
    }
}

impl Tab {
    /// Reads both stores.
    pub(super) fn boot(&mut self) {
        boot(&self.runtime, &self.browser, &self.faults, &self.tasks);
        self.settle();
    }

    /// The page is left and loaded anew in the same tab.
    pub(super) fn reload(&mut self) {
        self.send(Msg::PageHidden);
        self.come_back();
    }

    /// The page is loaded anew, and had no time to be left.
    pub(super) fn come_back(&mut self) {
        *self = self.browser.loading(&self.faults, &self.steps);
        self.boot();
    }

    /// Something happens, and whatever follows from it.
    pub(super) fn send(&mut self, msg: impl Into<Msg>) {
        host::Host::answer(self.runtime.host(), msg);
        self.settle();
    }

    /// A page asks for something.
    pub(super) fn ask(&mut self, intent: Intent) {
        let browser = self.browser.clone();
        let entropy = move || browser.draw();
        let env = Env { now: self.browser.now.get(), entropy: &entropy, ..Env::still() };
        carry_out(&mut self.model, vec![intent], &env);
        self.send(Msg::IdleCame);
    }

    /// Lets everything come to its end that can.
    fn settle(&mut self) {
        self.update();
        let tasks = self.tasks.clone();
        while tasks.turn(|| self.update()) || self.time_passes() || self.faults.release() {}
    }

    /// Puts together what is stored, as soon as no other tab does.
    pub(super) fn compact(&mut self) {
        Runtime::perform(&self.runtime, Effect::AwaitCompaction(true));
        self.settle();
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
        if self.faults.announces_newer() {
            host::Host::answer(self.runtime.host(), storage::Msg::NewerSeen);
        }
        loop {
            let msg = self.runtime.host().inbox.borrow_mut().pop_front();
            let Some(msg) = msg else { break };
            self.browser.now.set(self.browser.now.get() + 10);
            let browser = self.browser.clone();
            let entropy = move || browser.draw();
            let offset = self.browser.offset.get();
            let lost = self.browser.lost.get();
            let in_sight = move |index| lost != Some(index);
            let chosen = self.browser.selected.get();
            let selected = move || chosen;
            let env = Env {
                now: self.browser.now.get(),
                offset_at: &|_| Some(offset),
                entropy: &entropy,
                in_sight: &in_sight,
                selected: &selected,
                ..Env::still()
            };
            for effect in update(&mut self.model, msg, &env) {
                let answer = Runtime::perform(&self.runtime, effect);
                self.runtime.host().inbox.borrow_mut().extend(answer);
            }
        }
        self.done.append(&mut self.runtime.host().done.borrow_mut());
        self.promise();
    }

    /// Notes what people are told by now.
    fn promise(&mut self) {
        if self.model.shared.read_only {
            self.faults.newer_heard();
        }
        let Some(promises) = self.promises.as_mut().filter(|_| self.model.shared.ready) else {
            return;
        };
        // What was done just before the tab died may be there or not.
        let save = if self.faults.is_dead() { SaveState::Failed } else { self.model.shared.saving.state() };
        promises.changed(self.model.shared.store(), save != SaveState::Failed, save == SaveState::Saved);
        if save != SaveState::Failed {
            self.faults.told(&self.browser);
        }
    }
}
