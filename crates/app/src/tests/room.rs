//! A storage that fills up, with as much in it as a teacher has after some terms.

use super::{browser::Database, faults::Faults, tasks::Tasks, *};
use crate::{ports::contract, quota::QUOTA};
use postil_core::{
    article::{Article, Block, BlockKind, Masthead},
    base::{register::Register, stamp::Stamp},
    keep::{
        operation::{Operation, encode, is_snapshot, op_key},
        store::Store,
    },
    record::{LayerKey, Record, Stance, note::NoteText},
};
use std::{cell::Cell, rc::Rc, sync::OnceLock};

/// One class of thirty that has read an article of a hundred paragraphs: some 200,000 units.
fn class(n: u64) -> Store {
    let blocks = (0..100).map(|at| Block::new(BlockKind::Paragraph, format!("Paragraph {at} of article {n}.")));
    let article = Article::new(Masthead::titled(format!("Article {n}").as_str()), blocks.collect());
    let mut store = Store::default();
    for reader in 0..30_u64 {
        for (at, paragraph) in article.paragraphs().iter().enumerate() {
            let wall = 1_600_000_000_000 + (n * 10_000 + reader * 100 + at as u64) * 7919;
            let stamp = Stamp { wall, counter: 0, replica: format!("{:032x}", n * 100 + reader).as_str().into() };
            let mut record = Record::default();
            let stance = Stance { option: ["supports", "opposes"][at % 2].into(), confidence: None };
            record.stances.insert("stance".into(), Register::new(Some(stance), stamp.clone()));
            record.themes.insert("governance".into(), Register::new(true, stamp.clone()));
            record.themes.insert("rivalry".into(), Register::new(at % 3 == 0, stamp.clone()));
            let annotator = format!("{:032x}", 7000 + reader).as_str().into();
            let layers = store.layers.entry(article.id().clone()).or_default();
            layers.entry(LayerKey::reading(annotator, 1)).or_default().records.insert(paragraph.id.clone(), record);
        }
    }
    let title = Arc::clone(&article.masthead.title);
    store.articles.entry(article.id().clone()).or_default().title = Some(title);
    store
}

/// A browser that holds so many units in each store, as operations of earlier tabs.
fn filled(units: usize) -> Browser {
    static CLASSES: OnceLock<Vec<String>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| (0..40).map(|n| encode(&Operation::Change(class(n)))).collect());
    let browser = Browser::new();
    browser.quota.set(QUOTA);
    let mut used = 0;
    for (n, text) in (0..).zip(classes) {
        let (key, text) = (op_key(&"earlier".into(), n), Arc::<str>::from(text.as_str()));
        used += key.len() + text.len();
        if used > units {
            return browser;
        }
        browser.local.borrow_mut().insert(Arc::clone(&key), Arc::clone(&text));
        browser.journal.borrow_mut().insert(key, text);
    }
    unreachable!()
}

fn used(browser: &Browser) -> usize {
    browser.local.borrow().iter().map(|(k, v)| k.len() + v.len()).sum()
}

fn operations(browser: &Browser) -> usize {
    browser.records().keys().filter(|key| !is_snapshot(key)).count()
}

#[test]
fn the_store_of_these_tests_is_one_of_ours() {
    let browser = Browser::default();
    assert_eq!(contract::check(&browser, "x"), Ok(()));
    let tasks = Tasks::default();
    let database = Database { browser: browser.clone(), faults: Faults::default(), tasks: tasks.clone() };
    let checked = Rc::new(Cell::new(false));
    let result = Rc::clone(&checked);
    tasks.spawn(async move { result.set(contract::check_journal(&database).await == Ok(())) });
    while tasks.turn(|| {}) {}
    assert!(checked.get(), "the database too");
    browser.quota.set(11);
    assert_eq!(browser.put("abc", "12345678"), Ok(()));
    assert_eq!(browser.put("abc", "123456789"), Err(StorageError::Full { needed: 12 }));
    assert_eq!(browser.get("abc"), Ok(Some("12345678".into())), "the old value is kept");
}

#[test]
fn what_fills_nine_tenths_of_the_room_is_still_put_together() {
    let browser = filled(QUOTA / 10 * 9);
    let before = used(&browser);
    assert!(before > QUOTA / 100 * 85, "{before}");
    let mut tab = browser.open();
    assert_eq!(operations(&browser), 0, "all of it stands in one snapshot");
    let state = tab.model.shared.store().clone();
    assert!(used(&browser) <= QUOTA, "{} of {before}", used(&browser));
    tab.press("s");
    assert_eq!(tab.model.view.bar.save, crate::shared::saving::SaveState::Saved);
    let again = browser.open();
    assert_eq!(again.model.shared.store().layers.len(), state.layers.len() + 1);
    assert_eq!(
        (again.data(0), operations(&browser)),
        ("supports [-]".into(), 2),
        "and not written again for one tag and who gave it"
    );
    // Either store alone has all of it.
    browser.local.borrow_mut().clear();
    assert_eq!(browser.open().model.shared.store().layers, again.model.shared.store().layers);
}

#[test]
fn without_room_all_stays_as_it_was_and_the_page_says_so() {
    let browser = filled(QUOTA / 10 * 8);
    // Local storage takes no value as long as a snapshot.
    let longest = browser.records().values().map(|value| value.len()).max();
    browser.longest.set(longest.unwrap());
    let before = browser.local.borrow().clone();
    let tab = browser.open();
    assert_eq!(*browser.local.borrow(), before);
    let banner = tab.model.view.banners.iter().find(|b| &*b.id == "quota").expect("is there");
    assert!(banner.sentence.contains("could not free up") && banner.sentence.contains("Remove an article"));
    assert!(tab.model.shared.store().layers.len() > 10);
}

#[test]
fn an_article_for_which_there_is_no_room_keeps_no_other_from_being_put_together() {
    let browser = filled(QUOTA / 10 * 4);
    // One article that takes half of the room, in two operations: together they are one value, and too long.
    let (mut large, session) = (class(50), "large".into());
    let (key, value) = (op_key(&session, 1), Arc::<str>::from(encode(&Operation::Change(large.clone()))));
    large.layers.values_mut().for_each(|layers| layers.retain(|_, _| false));
    let note = "words ".repeat(QUOTA / 12);
    let article = large.articles.keys().next().cloned().unwrap();
    let mut record = Record::default();
    record.note.texts.push(NoteText {
        stamp: Stamp { wall: 5, counter: 0, replica: "l".into() },
        text: note.into(),
        private: false,
    });
    record.note.settle();
    large.put_record(&article, &LayerKey::reading("large".into(), 1), &"p".into(), &record);
    let (second, long) = (op_key(&session, 2), Arc::<str>::from(encode(&Operation::Change(large))));
    browser.longest.set(long.len() + 1000);
    for (key, value) in [(&key, &value), (&second, &long)] {
        assert_eq!(browser.put(key, value), Ok(()));
        browser.journal.borrow_mut().insert(Arc::clone(key), Arc::clone(value));
    }
    let before = browser.open().model.shared.store().clone();
    let left: Vec<Arc<str>> = browser.records().into_keys().filter(|key| !is_snapshot(key)).collect();
    assert_eq!(left, [key, second], "all the others stand in snapshots");
    assert_eq!(*browser.open().model.shared.store(), before);
    // With room for it, it is put together too.
    browser.longest.set(0);
    browser.open();
    assert_eq!((operations(&browser), browser.open().model.shared.store() == &before), (0, true));
}

#[test]
fn what_was_not_said_of_since_is_not_written_again() {
    let browser = filled(QUOTA / 10 * 7);
    browser.open();
    let before = browser.records();
    let mut tab = browser.open();
    tab.press("s");
    tab.compact();
    let after = browser.records();
    let new: Vec<&Arc<str>> = after.keys().filter(|key| !before.contains_key(*key)).collect();
    assert_eq!(new.len(), 3, "of one article, of people, and of this browser: {new:?}");
    assert!(before.keys().all(|key| after.contains_key(key)));
}

#[test]
fn a_snapshot_is_put_beside_what_it_covers_while_there_is_room() {
    let browser = Browser::default();
    browser.quota.set(100);
    let keys: [Arc<str>; 2] = ["a".into(), "b".into()];
    for key in &keys {
        assert_eq!(browser.put(key, &"1".repeat(30)), Ok(()));
    }
    assert_eq!(replace(&browser, &keys, ("s", &"2".repeat(30))), Ok(()));
    assert_eq!(browser.keys(), Ok(vec!["s".into()]));
    // No room for both: one goes, the other comes.
    assert_eq!(replace(&browser, &["s".into()], ("t", &"3".repeat(90))), Ok(()));
    assert_eq!(browser.keys(), Ok(vec!["t".into()]));
    // No room even then: nothing has changed.
    let refused = replace(&browser, &["t".into()], ("u", &"4".repeat(100)));
    assert!(matches!(refused, Err(StorageError::Full { .. })));
    assert_eq!((browser.keys(), browser.get("t")), (Ok(vec!["t".into()]), Ok(Some("3".repeat(90).into()))));
}
