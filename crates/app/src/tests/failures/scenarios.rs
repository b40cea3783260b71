//! What people do, and what the stores hold when they begin.

use super::super::{
    browser::{Browser, Values},
    own_file::elsewhere,
    tab::Tab,
};
use crate::{files, msg::Msg, read};
use postil_core::{
    base::{register::Register, stamp::Stamp},
    codebook::sample,
    keep::{
        operation::{OP, Operation, SNAPSHOT, encode, is_snapshot},
        store::Store,
    },
    record::{LayerKey, Record},
};
use std::{cell::RefCell, sync::Arc};

const DAY: u64 = 24 * 60 * 60 * 1000;
const TEXT: &str = "My own article here\n\nIts first thought, which nobody else has.\n\nAnd its second.";

/// One of them.
pub(super) struct Scenario {
    pub(super) name: &'static str,
    /// What was done before, when nothing went wrong.
    pub(super) before: fn(&Browser),
    /// What a tab then does.
    pub(super) acts: fn(&mut Tab),
    /// True when that takes something away.
    pub(super) takes_away: bool,
}

pub(super) const SCENARIOS: [Scenario; 15] = [
    Scenario { name: "a first visit", before: |_| {}, acts: tag, takes_away: false },
    Scenario { name: "a note", before: damage, acts: note, takes_away: false },
    Scenario { name: "undo", before: tagged, acts: undo, takes_away: false },
    Scenario { name: "two stores that differ", before: halved, acts: |tab| tab.press("s"), takes_away: false },
    Scenario { name: "an import", before: tagged, acts: import, takes_away: false },
    Scenario { name: "an import that is taken back", before: tagged, acts: take_back, takes_away: true },
    Scenario { name: "a compaction", before: compactable, acts: compact, takes_away: false },
    Scenario { name: "a compaction of several articles", before: several, acts: compact, takes_away: false },
    Scenario {
        name: "a compaction of several articles that was cut short",
        before: several_cut_short,
        acts: compact,
        takes_away: false,
    },
    Scenario { name: "a second compaction", before: compacted_and_tagged, acts: compact, takes_away: false },
    Scenario { name: "a compaction for which there is hardly room", before: full, acts: compact, takes_away: false },
    Scenario {
        name: "a compaction that was cut short",
        before: cut_short,
        acts: |tab| tab.press("s"),
        takes_away: false,
    },
    Scenario { name: "a snapshot of last month", before: month_old, acts: |tab| tab.press("s"), takes_away: false },
    Scenario { name: "an article over a damaged one", before: damaged_article, acts: open_article, takes_away: false },
    Scenario { name: "an article that is removed", before: with_article, acts: remove_article, takes_away: true },
];

fn tag(tab: &mut Tab) {
    tab.press("s");
    tab.press("1");
    tab.press("j");
    tab.press("o");
}

fn note(tab: &mut Tab) {
    tab.send(read::Msg::NoteTyped("a thought".into()));
    tab.send(read::Msg::NoteTyped("a thought of mine".into()));
    tab.send(read::Msg::NoteKept(false));
    tab.send(read::Msg::NoteTyped("a thought of mine, and".into()));
}

fn undo(tab: &mut Tab) {
    tab.press("o");
    tab.press("2");
    tab.send(Msg::UndoAsked);
    tab.send(Msg::UndoAsked);
    tab.send(Msg::RedoAsked);
}

/// A file in which somebody else says something of the first paragraph.
fn file() -> String {
    let mut other = elsewhere(1).open();
    other.press("m");
    other.file(false)
}

fn import(tab: &mut Tab) {
    tab.import(&[&file()]);
    tab.send(Msg::DialogClosed);
    tab.press("s");
}

fn take_back(tab: &mut Tab) {
    tab.import(&[&file()]);
    tab.send(Msg::DialogClosed);
    tab.send(Msg::UndoAsked);
    tab.press("s");
}

fn compact(tab: &mut Tab) {
    tab.press("j");
    tab.press("3");
    tab.compact();
    tab.press("s");
}

fn open_article(tab: &mut Tab) {
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    tab.press("s");
}

fn remove_article(tab: &mut Tab) {
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    tab.press("o");
}

fn put(values: &RefCell<Values>, key: &str, value: &str) {
    values.borrow_mut().insert(key.into(), value.into());
}

/// What cannot be read, here and there, and what is not ours.
fn damage(browser: &Browser) {
    for store in [&browser.local, &browser.journal] {
        put(store, "postil/1/op/damaged/1", "1 0000000000000000 {");
        put(store, "postil/1/op/not-a-number/one", "");
        put(store, "somebody-else", "theirs");
    }
    put(&browser.local, "postil/1/op/damaged/2", "");
    put(&browser.journal, "postil/1/op/damaged/3", "1 word");
    put(&browser.journal, "postil/1/snap/damaged", "1 0000000000000000 {}");
}

/// Two tabs have tagged, one record is damaged here and good there, and another the other way round.
fn tagged(browser: &Browser) {
    for key in ["s", "1", "k"] {
        let mut tab = browser.open();
        tab.press(key);
        tab.press("j");
        tab.press("m");
    }
    damage(browser);
    let keys: Vec<Arc<str>> = browser.records().into_keys().filter(|key| !key.contains("damaged")).collect();
    put(&browser.local, &keys[0], "1 0000000000000000 {");
    put(&browser.journal, &keys[1], "half of it");
}

/// Each store has what the other lacks.
fn halved(browser: &Browser) {
    tagged(browser);
    let records = browser.records();
    let keys = records.keys().filter(|key| !key.contains("damaged")).skip(2);
    for (at, key) in keys.enumerate() {
        let store = if at % 2 == 0 { &browser.local } else { &browser.journal };
        store.borrow_mut().remove(key);
    }
}

fn compactable(browser: &Browser) {
    tagged(browser);
    let mut tab = browser.open();
    tab.import(&[&file()]);
    tab.send(Msg::DialogClosed);
}

fn compacted(browser: &Browser) {
    compactable(browser);
    browser.now.set(browser.now.get() + 2 * DAY);
    browser.open().compact();
    assert!(browser.records().keys().any(|key| key.starts_with(SNAPSHOT)), "it was done");
}

/// Two articles, with an import that was taken back, one that was not, and one that is about both, all of them old.
fn several(browser: &Browser) {
    compactable(browser);
    let mut tab = browser.open();
    open_article(&mut tab);
    let mut other = elsewhere(2).open();
    open_article(&mut other);
    tab.import(&[&other.file(false)]);
    tab.send(Msg::DialogClosed);
    tab.send(Msg::UndoAsked);
    let stamp = |counter| Stamp { wall: browser.now.get(), counter, replica: "both".into() };
    let mut both = Store::default();
    for (counter, article) in (0..).zip([tab.model.shared.article_id(), sample::article().id()]) {
        let mut record = Record::default();
        record.themes.insert("rivalry".into(), Register::new(true, stamp(counter)));
        both.put_record(article, &LayerKey::reading("both".into(), 1), &"p".into(), &record);
    }
    both.put_name(&"both".into(), Register::new("Reader of both".into(), stamp(9)));
    let import = encode(&Operation::Import { parts: 0, made: browser.now.get(), delta: both });
    for store in [&browser.local, &browser.journal] {
        put(store, "postil/1/op/both/1", &import);
    }
    browser.now.set(browser.now.get() + 2 * DAY);
}

/// The snapshots of some articles are in both stores, of others they are not, and what they cover is still there.
fn several_cut_short(browser: &Browser) {
    several(browser);
    let (local, journal) = (browser.local.borrow().clone(), browser.journal.borrow().clone());
    browser.open().compact();
    let made: Vec<Arc<str>> = browser.records().into_keys().filter(|key| is_snapshot(key)).collect();
    assert!(made.len() >= 4, "of this browser, of people, and of two articles: {made:?}");
    for (store, before) in [(&browser.local, local), (&browser.journal, journal)] {
        for (key, value) in before {
            store.borrow_mut().entry(key).or_insert(value);
        }
        made.iter().step_by(2).for_each(|key| _ = store.borrow_mut().remove(key));
    }
}

fn compacted_and_tagged(browser: &Browser) {
    compacted(browser);
    let mut tab = browser.open();
    tab.press("1");
    tab.press("2");
}

/// A snapshot fits only in the place of what it covers.
fn full(browser: &Browser) {
    compactable(browser);
    let used: usize = browser.local.borrow().iter().map(|(k, v)| k.len() + v.len()).sum();
    browser.quota.set(used + 2000);
}

/// The snapshot is in both stores, and what it covers is still there.
fn cut_short(browser: &Browser) {
    compactable(browser);
    let before = browser.records();
    browser.open().compact();
    for (key, value) in before.into_iter().take(6) {
        browser.local.borrow_mut().entry(key).or_insert(value);
    }
}

/// What the snapshot covers is to go from the journal.
fn month_old(browser: &Browser) {
    compacted_and_tagged(browser);
    browser.now.set(browser.now.get() + 31 * DAY);
    let covered = browser.journal.borrow().keys().filter(|key| key.starts_with(OP)).count();
    assert!(covered > 3, "there is something to go");
}

fn with_article(browser: &Browser) {
    tagged(browser);
    let mut tab = browser.open();
    tab.press("s");
    open_article(&mut tab);
    tab.send(read::Msg::NoteTyped("words that are to go".into()));
    tab.send(read::Msg::NoteKept(false));
}

/// The text of an article is damaged, and somebody opens it again.
fn damaged_article(browser: &Browser) {
    let mut tab = browser.open();
    open_article(&mut tab);
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::LibraryOpened(sample::article().id().clone()));
    put(&browser.articles, &id, "{ half of a text");
    put(&browser.articles, "another", "{ nothing of it can be read");
}
