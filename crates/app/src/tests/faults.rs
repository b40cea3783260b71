//! What can go wrong at each step that a tab takes in its stores.

use super::browser::{Browser, Values};
use crate::ports::StorageError;
use postil_core::keep::{
    operation::{Operation, Snapshot, decode, is_snapshot},
    startup::is_operation,
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    rc::Rc,
    sync::Arc,
};

/// One thing that a tab does in a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Reads local storage.
    Reads,
    /// Puts a value into local storage.
    Puts,
    /// Removes one from it.
    Removes,
    /// Reads the database.
    Asks,
    /// Writes or deletes in it.
    Writes,
}

/// What goes wrong at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Local storage is full for a moment, or from here on.
    Full { stays: bool },
    /// Local storage is blocked for a moment, or from here on.
    Blocked { stays: bool },
    /// The database refuses, for a moment or from here on: nothing is done.
    Refused { stays: bool },
    /// The database does half of it, and refuses.
    HalfDone,
    /// It is done, and said not to be.
    LostAnswer,
    /// Nobody answers, whether it is done or not.
    Silence { done: bool },
    /// The answer comes when all else has come to its end.
    Late,
    /// The tab dies, after the step or before it.
    Dies { after: bool },
    /// A newer Postil is opened in another tab.
    Newer,
    /// Another tab says something just before.
    OtherTab,
}

impl Fault {
    /// What can go wrong at such a step.
    pub(super) fn at(step: Step) -> Vec<Self> {
        let mut all = vec![Self::Newer, Self::OtherTab, Self::Dies { after: false }];
        match step {
            Step::Reads => all.extend([false, true].map(|stays| Self::Blocked { stays })),
            Step::Puts => {
                all.extend([false, true].into_iter().flat_map(|stays| [Self::Full { stays }, Self::Blocked { stays }]));
            }
            Step::Removes => all.push(Self::Blocked { stays: true }),
            Step::Asks => all.extend([
                Self::Refused { stays: false },
                Self::Refused { stays: true },
                Self::Silence { done: false },
                Self::Late,
            ]),
            Step::Writes => {
                all.extend(
                    [false, true]
                        .into_iter()
                        .flat_map(|yes| [Self::Refused { stays: yes }, Self::Silence { done: yes }]),
                );
                all.extend([Self::HalfDone, Self::LostAnswer, Self::Late]);
            }
        }
        if matches!(step, Step::Puts | Step::Removes | Step::Writes) {
            all.push(Self::Dies { after: true });
        }
        all
    }
}

/// What becomes of a step.
pub(super) enum Verdict {
    Acts,
    Full,
    Blocked,
    Refuses,
    /// Done by half, and refused.
    Half,
    /// Done, and refused.
    Lost,
    /// No answer; done or not.
    Silence(bool),
    Late,
}

/// The plan of one tab: which of its steps goes wrong, and how. It also looks on: what must never be done in a store is
/// noted.
#[derive(Clone, Default)]
pub(super) struct Faults(Rc<Plan>);

#[derive(Default)]
struct Plan {
    fault: Cell<Option<(usize, Fault)>>,
    steps: RefCell<Vec<Step>>,
    /// From here on.
    full: Cell<bool>,
    blocked: Cell<bool>,
    closed: Cell<bool>,
    dead: Cell<bool>,
    /// A newer Postil was announced, and has been heard of.
    newer: Cell<bool>,
    heard: Cell<bool>,
    late: Cell<bool>,
    released: Cell<bool>,
    /// The keys of operations that people were told are kept.
    told: RefCell<BTreeSet<Arc<str>>>,
    wrong: RefCell<Vec<String>>,
}

impl Faults {
    pub(super) fn new(step: usize, fault: Fault) -> Self {
        let faults = Self::default();
        faults.0.fault.set(Some((step, fault)));
        faults
    }

    /// All steps that were taken.
    pub(super) fn steps(&self) -> Vec<Step> {
        self.0.steps.borrow().clone()
    }

    /// What was done that must never be.
    pub(super) fn wrong(&self) -> Vec<String> {
        self.0.wrong.borrow().clone()
    }

    pub(super) fn is_dead(&self) -> bool {
        self.0.dead.get()
    }

    /// True once, when a newer Postil was announced.
    pub(super) fn announces_newer(&self) -> bool {
        self.0.newer.replace(false)
    }

    /// The model knows of the newer Postil: nothing may be written any more.
    pub(super) fn newer_heard(&self) {
        self.0.heard.set(true);
    }

    /// Lets the late answer come. False when there is none.
    pub(super) fn release(&self) -> bool {
        self.0.late.get() && !self.0.released.replace(true)
    }

    pub(super) fn is_released(&self) -> bool {
        self.0.released.get()
    }

    /// The records that are in the stores now have been called kept.
    pub(super) fn told(&self, browser: &Browser) {
        let journal = browser.journal.borrow().keys().filter(|key| is_operation(key)).cloned().collect::<Vec<_>>();
        self.0.told.borrow_mut().extend(browser.records().into_keys().chain(journal));
    }

    /// The tab takes a step.
    pub(super) fn step(&self, step: Step, browser: &Browser) -> Verdict {
        let plan = &*self.0;
        let local = matches!(step, Step::Reads | Step::Puts | Step::Removes);
        let number = plan.steps.borrow().len();
        plan.steps.borrow_mut().push(step);
        let fault = plan.fault.get().filter(|(at, _)| *at == number).map(|(_, fault)| fault);
        if plan.dead.get() {
            return if local { Verdict::Refuses } else { Verdict::Silence(false) };
        }
        match fault {
            Some(Fault::Full { stays }) => {
                plan.full.set(stays);
                return Verdict::Full;
            }
            Some(Fault::Blocked { stays }) => {
                plan.blocked.set(stays);
                return Verdict::Blocked;
            }
            Some(Fault::Refused { stays }) => {
                plan.closed.set(stays);
                return Verdict::Refuses;
            }
            Some(Fault::HalfDone) => return Verdict::Half,
            Some(Fault::LostAnswer) => return Verdict::Lost,
            Some(Fault::Silence { done }) => return Verdict::Silence(done),
            Some(Fault::Late) => {
                plan.late.set(true);
                return Verdict::Late;
            }
            Some(Fault::Dies { after }) => {
                plan.dead.set(true);
                return match (local, after) {
                    (true, true) => Verdict::Lost,
                    (true, false) => Verdict::Refuses,
                    (false, done) => Verdict::Silence(done),
                };
            }
            Some(Fault::Newer) => {
                browser.local.borrow_mut().insert("postil/2/op/newer/1".into(), "2 of another kind".into());
                // The database is wanted by the newer one: what is under way comes to its end, and then it is closed.
                plan.newer.set(true);
                plan.closed.set(true);
                return Verdict::Acts;
            }
            Some(Fault::OtherTab) => {
                plan.told.borrow_mut().insert(browser.another_tab_says());
            }
            None => {}
        }
        match step {
            _ if local && plan.blocked.get() => Verdict::Blocked,
            Step::Puts if plan.full.get() => Verdict::Full,
            Step::Asks | Step::Writes if plan.closed.get() => Verdict::Refuses,
            _ => Verdict::Acts,
        }
    }

    /// A value is about to be written: no record changes, and after a newer Postil nothing is written.
    pub(super) fn writes(&self, values: &Values, key: &str, value: &str) {
        let other = values.get(key).filter(|there| is_operation(key) && ***there != *value);
        if let Some(there) = other {
            self.note(format!("{key} was overwritten: {there}"));
        }
        if self.0.heard.get() && is_operation(key) {
            self.note(format!("{key} was written beside what a newer Postil has written"));
        }
    }

    /// A record is about to be removed from local storage: the journal has it, and a snapshot that covers it.
    pub(super) fn removes_local(&self, browser: &Browser, key: &str) {
        let (local, journal) = (browser.local.borrow(), browser.journal.borrow());
        if !self.is_kept(key) || !local.contains_key(key) {
            return;
        }
        if journal.get(key) != local.get(key) {
            self.note(format!("{key} was removed from local storage, and the journal has something else"));
        }
        if !is_covered(&journal, &journal, key) {
            self.note(format!("{key} was removed from local storage, and no snapshot in the journal covers it"));
        }
    }

    /// One is about to be deleted from the journal: both stores have snapshots that cover it.
    pub(super) fn deletes(&self, browser: &Browser, values: &Values, key: &str) {
        if self.is_kept(key)
            && values.contains_key(key)
            && !(is_covered(values, values, key) && is_covered(&browser.local.borrow(), values, key))
        {
            self.note(format!("{key} was deleted from the journal, and no snapshot in both stores covers it"));
        }
    }

    fn is_kept(&self, key: &str) -> bool {
        if self.0.heard.get() && is_operation(key) {
            self.note(format!("{key} was removed beside what a newer Postil has written"));
        }
        self.0.told.borrow().contains(key)
    }

    fn note(&self, what: String) {
        self.0.wrong.borrow_mut().push(what);
    }
}

/// True when good snapshots in the journal cover the key on all its shelves, and each of them is among the values, or one that
/// has taken its place.
fn is_covered(values: &Values, journal: &Values, key: &str) -> bool {
    let good = journal.iter().filter(|(key, _)| is_snapshot(key)).filter_map(|(key, value)| match decode(value) {
        Ok(Operation::Snapshot(snapshot)) => Some((Arc::clone(key), *snapshot)),
        _ => None,
    });
    let good: Vec<(Arc<str>, Snapshot)> = good.collect();
    stands(values, &good, key)
}

fn stands(values: &Values, good: &[(Arc<str>, Snapshot)], key: &str) -> bool {
    let (mut shelves, mut of) = (Vec::new(), 1);
    for (at, snapshot) in good.iter().filter(|(at, snapshot)| **at != *key && snapshot.holds(key)) {
        let later: Vec<_> = good.iter().filter(|(_, later)| later.made > snapshot.made).cloned().collect();
        if !shelves.contains(&snapshot.shelf) && (values.contains_key(at) || stands(values, &later, at)) {
            shelves.push(snapshot.shelf.clone());
        }
        of = of.max(snapshot.covers.shelves_of(key).unwrap_or(1) as usize);
    }
    shelves.len() >= of
}

/// Why local storage does nothing.
pub(super) fn refusal(verdict: &Verdict, needed: usize) -> StorageError {
    match verdict {
        Verdict::Full => StorageError::Full { needed },
        Verdict::Blocked => StorageError::Blocked,
        _ => StorageError::Other("this tab has died".into()),
    }
}
