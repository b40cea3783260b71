//! Whatever goes wrong at whatever step costs nobody what they were told is kept.
//!
//! Each scenario is played once, to see which steps it takes in the stores; and then once more for each step and everything
//! that can go wrong there. After that the tab is gone, and what the stores hold is read again: as it is, and with local
//! storage as it was before, since a browser that is killed may lose what it wrote there last. Then:
//! - what was called kept is there, and what was called saved also when local storage is as it was before;
//! - nothing is there that was taken away;
//! - what cannot be read, and what is not ours, stands where it stood;
//! - no record was changed, and none went without a snapshot that covers it (`faults` looks on).

mod scenarios;

use super::{
    browser::{Browser, Values},
    faults::{Fault, Faults, Step},
    tab::heal,
};
use crate::{files::articles::read_stored, shared::versions::version};
use postil_core::keep::{
    operation::decode,
    startup::{Pair, Start, is_operation, start},
    store::Store,
};
use scenarios::{SCENARIOS, Scenario};
use std::{cell::RefCell, sync::Arc};

/// What a tab has promised so far: the states since everything was last in local storage, and since it was last in both
/// stores. What the stores hold must be at least one of these.
pub(super) struct Promises {
    first: Store,
    kept: Vec<Store>,
    saved: Vec<Store>,
}

impl Promises {
    fn of(browser: &Browser) -> Self {
        let first = found(browser).ledger.state().clone();
        Self { kept: vec![first.clone()], saved: vec![first.clone()], first }
    }

    /// The model has changed; it was said to be in local storage, or in both stores.
    pub(super) fn changed(&mut self, state: &Store, kept: bool, saved: bool) {
        for (states, done) in [(&mut self.kept, kept), (&mut self.saved, saved)] {
            if done {
                states.clear();
            }
            if states.last() != Some(state) {
                states.push(state.clone());
            }
        }
    }

    /// What is wrong with a state that the stores hold, if these were promised. Unless something is taken away, what was
    /// there at the beginning must be there too, whether this tab could read it or not.
    fn broken(
        &self,
        state: &Store,
        states: &[Store],
        scenario: &Scenario,
        others: &Store,
        dead: bool,
    ) -> Option<&'static str> {
        let first = scenario.takes_away || holds(state, &self.first);
        // What was said of an article goes when it is removed, a little sooner than what else that brings about.
        let gone = state.gone();
        let there = |promised: &Store| {
            let mut promised = promised.clone();
            promised.let_go(&gone);
            holds(state, &promised)
        };
        if !(first && holds(state, others) && states.iter().any(there)) {
            return Some("something is missing");
        }
        if dead {
            // It has not heard what became of its last step, so neither have we.
            return None;
        }
        let mut all = self.first.clone();
        states.last().iter().for_each(|last| all.let_go(&last.gone()));
        states.iter().chain([others]).for_each(|state| _ = all.join(state));
        (!holds(&all, state)).then_some("something is there that was taken away")
    }
}

fn pairs(values: &RefCell<Values>) -> Vec<Pair> {
    values.borrow().clone().into_iter().collect()
}

/// What a tab would find now.
fn found(browser: &Browser) -> Start {
    start(&pairs(&browser.local), Some(&pairs(&browser.journal)), browser.now.get())
}

/// How much a start leaves to do.
fn left(start: &Start) -> usize {
    start.heal_local.len() + start.heal_journal.len() + start.covered_local.len() + start.expired.len()
}

/// True when nothing in `part` is missing from `whole`.
fn holds(whole: &Store, part: &Store) -> bool {
    !whole.clone().join(part)
}

/// What nobody may touch: what is not ours, and what cannot be read.
fn untouchable(browser: &Browser) -> [Vec<Pair>; 3] {
    let odd = |(key, value): &Pair| (is_operation(key) && decode(value).is_err()) || !key.starts_with("postil/");
    let damaged = |(key, value): &Pair| read_stored(value).is_none() && version(key, value).is_none();
    let of = |values, test: &dyn Fn(&Pair) -> bool| pairs(values).into_iter().filter(test).collect();
    [of(&browser.local, &odd), of(&browser.journal, &odd), of(&browser.articles, &damaged)]
}

fn touched(browser: &Browser, before: &[Vec<Pair>; 3]) -> Option<Arc<str>> {
    let stores = [&browser.local, &browser.journal].into_iter().zip(before);
    let here = stores.flat_map(|(store, before)| before.iter().filter(|(k, v)| store.borrow().get(k) != Some(v)));
    // A text that makes way for another is kept beside it.
    let articles = before[2].iter().filter(|(_, v)| !browser.articles.borrow().values().any(|there| there == v));
    here.chain(articles).map(|(key, _)| Arc::clone(key)).next()
}

/// Plays a scenario and says what is wrong then.
fn play(scenario: &Scenario, before: &Browser, faults: &Faults) -> Vec<String> {
    let browser = before.copy();
    let untouched = untouchable(&browser);
    faults.told(&browser);
    let mut tab = browser.waiting_with(faults);
    tab.promises = Some(Promises::of(&browser));
    tab.boot();
    (scenario.acts)(&mut tab);
    let Some(promises) = tab.promises.take() else { return vec!["nothing was promised".into()] };
    drop(tab);
    let mut wrong = faults.wrong();
    let others = browser.others.borrow().clone();
    // A browser that is killed.
    let killed = browser.copy();
    killed.local.replace(before.local.borrow().clone());
    let broken =
        |state: &Start, states| promises.broken(state.ledger.state(), states, scenario, &others, faults.is_dead());
    browser.quota.set(0);
    wrong.extend(broken(&found(&killed), &promises.saved).map(|what| format!("after a kill {what}")));
    let reloaded = found(&browser);
    wrong.extend(broken(&reloaded, &promises.kept).map(|what| format!("after a reload {what}")));
    // What a start leaves to do, the next ones do.
    let (now, mut healed) = (reloaded.clone(), reloaded);
    for _ in 0..3 {
        if left(&healed) > 0 {
            heal(&browser, &healed);
            healed = found(&browser);
        }
    }
    if healed.ledger.state() != now.ledger.state() {
        wrong.push("healing has changed what is known".into());
    }
    if left(&healed) > 0 {
        wrong.push("healing comes to no end".into());
    }
    wrong.extend(touched(&browser, &untouched).map(|key| format!("{key} was touched")));
    wrong
}

/// The scenario with every failure at every step.
fn whatever_goes_wrong(name: &str) {
    let scenario = SCENARIOS.iter().find(|scenario| scenario.name == name).expect("is there");
    let before = Browser::new();
    (scenario.before)(&before);
    let dry = Faults::default();
    let wrong = play(scenario, &before, &dry);
    assert!(wrong.is_empty(), "when nothing goes wrong: {wrong:?}");
    let (mut cases, mut found) = (0, Vec::new());
    let steps = dry.steps();
    for (at, step) in steps.iter().copied().enumerate() {
        // Of many values that are read in a row, the first and the last will do.
        let within = at > 0 && steps.get(at - 1..=at + 1).is_some_and(|row| row.iter().all(|s| *s == Step::Reads));
        for fault in Fault::at(step).into_iter().filter(|_| !within) {
            cases += 1;
            let wrong = play(scenario, &before, &Faults::new(at, fault));
            found.extend(wrong.iter().map(|wrong| format!("step {at} {step:?}, {fault:?}: {wrong}")));
        }
    }
    println!("{cases} cases");
    assert!(found.is_empty(), "{} of {cases}:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}

#[test]
fn nothing_is_lost_by_a_first_visit() {
    whatever_goes_wrong("a first visit");
}

#[test]
fn nothing_is_lost_by_a_note() {
    whatever_goes_wrong("a note");
}

#[test]
fn nothing_is_lost_by_undo() {
    whatever_goes_wrong("undo");
}

#[test]
fn nothing_is_lost_by_two_stores_that_differ() {
    whatever_goes_wrong("two stores that differ");
}

#[test]
fn nothing_is_lost_by_an_import() {
    whatever_goes_wrong("an import");
}

#[test]
fn nothing_is_lost_by_an_import_that_is_taken_back() {
    whatever_goes_wrong("an import that is taken back");
}

#[test]
fn nothing_is_lost_by_a_compaction() {
    whatever_goes_wrong("a compaction");
}

#[test]
fn nothing_is_lost_by_a_compaction_of_several_articles() {
    whatever_goes_wrong("a compaction of several articles");
}

#[test]
fn nothing_is_lost_by_a_compaction_of_several_articles_that_was_cut_short() {
    whatever_goes_wrong("a compaction of several articles that was cut short");
}

#[test]
fn nothing_is_lost_by_a_second_compaction() {
    whatever_goes_wrong("a second compaction");
}

#[test]
fn nothing_is_lost_by_a_compaction_for_which_there_is_hardly_room() {
    whatever_goes_wrong("a compaction for which there is hardly room");
}

#[test]
fn nothing_is_lost_by_a_compaction_that_was_cut_short() {
    whatever_goes_wrong("a compaction that was cut short");
}

#[test]
fn nothing_is_lost_by_a_snapshot_of_last_month() {
    whatever_goes_wrong("a snapshot of last month");
}

#[test]
fn nothing_is_lost_by_an_article_over_a_damaged_one() {
    whatever_goes_wrong("an article over a damaged one");
}

#[test]
fn nothing_is_lost_by_an_article_that_is_removed() {
    whatever_goes_wrong("an article that is removed");
}
