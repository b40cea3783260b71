//! The laws of merging: whatever the order, the grouping and the repetition, the same comes out. And the laws of what is
//! written: it reads back as it was.

use crate::{
    drawn::{
        decisions, evidence, key, layer, note, operations, person, question, record, snapshot, stamp, stance, store,
        text, theme, whole_store,
    },
    made::{APP, article, book, seen, snapshots},
};
use postil_core::{
    article::Article,
    base::{
        id::{AnnotatorId, ClassId, ImportId, ParagraphId},
        stamp::Clock,
    },
    exchange::bundle::{
        Bundle,
        read::{read, read_beside},
        write,
    },
    json::{tree::Json, writer::Writer},
    keep::{
        ledger::Ledger,
        operation::{Covers, Operation, decode, encode},
        store::Store,
        wire::{pack, unpack},
    },
    record::{
        Layer, Record, Themes,
        decision::Decisions,
        edit::{Edit, choose_stance, delta, toggle_none, toggle_theme},
        note::{Note, Words},
    },
};
use proptest::{collection::vec, prelude::*};
use std::{collections::BTreeSet, fmt::Debug};

trait Join: Clone + PartialEq + Debug {
    fn joined(&self, other: &Self) -> Self;
}

macro_rules! join {
    ($($type:ty),*) => {$(
        impl Join for $type {
            fn joined(&self, other: &Self) -> Self {
                let mut joined = self.clone();
                joined.join(other);
                joined
            }
        }
    )*};
}

join!(Note, Record, Layer, Decisions, Store);

fn is_a_join<T: Join>(a: &T, b: &T, c: &T) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.joined(b), b.joined(a), "commutative");
    prop_assert_eq!(a.joined(b).joined(c), a.joined(&b.joined(c)), "associative");
    prop_assert_eq!(&a.joined(a), a, "idempotent");
    prop_assert_eq!(a.joined(b).joined(b), a.joined(b), "absorbing");
    Ok(())
}

fn ledger(operations: &[(String, Operation)]) -> Ledger {
    let mut ledger = Ledger::default();
    operations.iter().for_each(|(key, operation)| _ = ledger.take(key, operation.clone()));
    ledger
}

/// Keys and what stands under them.
type Operations = Vec<(String, Operation)>;

/// Entries, and an order in which each comes at least once.
fn in_any_order() -> impl Strategy<Value = (Operations, Operations)> {
    operations().prop_flat_map(|operations| {
        let repeats = vec(0..operations.len().max(1), 0..4);
        let twice = repeats.prop_map({
            let operations = operations.clone();
            move |at| {
                let again = at.iter().filter_map(|at| operations.get(*at).cloned());
                operations.iter().cloned().chain(again).collect::<Vec<_>>()
            }
        });
        (Just(operations), twice.prop_shuffle())
    })
}

/// One gesture, as a person makes it.
#[derive(Clone, Debug)]
enum Gesture {
    Theme(postil_core::base::id::ThemeId),
    None,
    Edit(Edit),
    Option(postil_core::base::id::QuestionId, postil_core::base::id::OptionId),
}

impl Gesture {
    fn edits(&self, record: &Record) -> Vec<Edit> {
        match self {
            Self::Theme(theme) => toggle_theme(record, theme),
            Self::None => toggle_none(record),
            Self::Edit(edit) => vec![edit.clone()],
            Self::Option(question, option) => choose_stance(record, question, option),
        }
    }
}

fn gesture() -> impl Strategy<Value = Gesture> {
    prop_oneof![
        theme().prop_map(Gesture::Theme),
        Just(Gesture::None),
        (question(), stance()).prop_map(|(question, stance)| Gesture::Option(question, stance.option)),
        (question(), proptest::option::of(stance())).prop_map(|(q, s)| Gesture::Edit(Edit::Stance(q, s))),
        vec((text(), any::<bool>()), 0..3).prop_map(|texts| {
            let words = texts.into_iter().map(|(text, private)| Words { text, private });
            Gesture::Edit(Edit::Note(words.collect()))
        }),
        proptest::option::of(evidence()).prop_map(|e| Gesture::Edit(Edit::Evidence("e1".into(), e))),
    ]
}

/// A bundle about an article that holds some of the drawn paragraphs and not others.
fn bundle() -> impl Strategy<Value = Bundle> {
    let layers = proptest::collection::btree_map(key(), layer(), 0..4);
    let classes = proptest::collection::btree_map(
        proptest::sample::select(&["one", "two"][..]).prop_map(ClassId::from),
        decisions(),
        0..3,
    );
    let people = proptest::collection::btree_map(
        proptest::sample::select(&["ann", "bob", "eve"][..]).prop_map(AnnotatorId::from),
        person(),
        0..3,
    );
    (people, layers, classes, crate::drawn::extra()).prop_map(|(people, layers, classes, extra)| {
        let article = article(&["p1 of the text", "another"]);
        let here = article.paragraphs()[0].id.clone();
        let mut bundle = Bundle { extra, ..Bundle::bare(article, book()) };
        bundle.people.extend(people);
        for (key, mut layer) in layers {
            if let Some(record) = layer.records.remove("p1") {
                layer.records.insert(here.clone(), record);
            }
            bundle.layers.insert(key, layer);
        }
        bundle.classes.extend(classes);
        let read = bundle.layers.values().flat_map(|layer| layer.records.keys());
        let spoken: BTreeSet<_> =
            read.chain(bundle.classes.values().flat_map(Decisions::paragraphs)).cloned().collect();
        for paragraph in spoken.into_iter().filter(|paragraph| *paragraph != here) {
            bundle.unplaced.insert(paragraph.clone(), format!("All of {paragraph}").as_str().into());
        }
        bundle
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn notes_join(a in note(), b in note(), c in note()) {
        is_a_join(&a, &b, &c)?;
    }

    #[test]
    fn records_join(a in record(), b in record(), c in record()) {
        is_a_join(&a, &b, &c)?;
    }

    #[test]
    fn layers_join(a in layer(), b in layer(), c in layer()) {
        is_a_join(&a, &b, &c)?;
    }

    #[test]
    fn what_classes_say_joins(a in decisions(), b in decisions(), c in decisions()) {
        is_a_join(&a, &b, &c)?;
    }

    #[test]
    fn stores_join(a in whole_store(), b in whole_store(), c in whole_store()) {
        is_a_join(&a, &b, &c)?;
    }

    #[test]
    fn joining_says_whether_a_person_sees_a_change(a in record(), b in record()) {
        let mut joined = a.clone();
        let changed = joined.join(&b);
        // What is seen can change only when a change was reported; the other way round, a new empty value is one too.
        prop_assert!(changed || seen(&joined) == seen(&a), "{} became {}", seen(&a), seen(&joined));
    }

    #[test]
    fn replicas_converge_in_any_order_with_repeats((operations, shuffled) in in_any_order()) {
        let (one, two) = (ledger(&operations), ledger(&shuffled));
        prop_assert_eq!(one.state(), two.state());
    }

    #[test]
    fn taking_says_whether_the_state_changed((operations, shuffled) in in_any_order()) {
        let mut ledger = ledger(&operations);
        for (key, operation) in shuffled {
            prop_assert!(!ledger.take(&key, operation), "nothing is new the second time");
        }
    }

    #[test]
    fn an_import_switched_off_leaves_no_trace(rest in operations(), delta in store()) {
        let import = ImportId::from("postil/1/op/z/1");
        let mut with = ledger(&rest);
        let before = with.state().clone();
        with.take(import.as_str(), Operation::Import { parts: 0, made: 0, delta: delta.clone() });
        let counted = with.state().clone();
        prop_assert_eq!(&counted, &before.joined(&delta));
        let mut clock = Clock::new("z".into());
        for active in [false, true, false, true] {
            let over = with.import_switched(&import).cloned();
            let stamp = clock.tick(1, over.as_ref());
            with.take("postil/1/op/z/2", Operation::Switch { import: import.clone(), active: postil_core::base::register::Register::new(active, stamp) });
            prop_assert_eq!(with.state(), if active { &counted } else { &before });
            prop_assert_eq!(with.import_counts(&import), Some(active));
        }
    }

    #[test]
    fn a_snapshot_replaces_what_it_covers(operations in operations(), later in operations(), now in prop_oneof![0..9_u64, Just(1 << 40)]) {
        let keys: Vec<std::sync::Arc<str>> = operations.iter().map(|(key, _)| key.as_str().into()).collect();
        let before = ledger(&operations);
        let snapshots = snapshots(&before, &keys, now);
        let mut after = Ledger::default();
        for (key, text) in &snapshots {
            after.take(key, decode(text).expect("reads back"));
        }
        keys.iter().for_each(|key| assert!(after.holds(key), "{key}"));
        prop_assert_eq!(before.state(), after.state());
        // The same changes on top of either come to the same; a key is written once.
        let mut both = before;
        let new = |key: &str| !keys.iter().any(|known| **known == *key);
        for (key, operation) in later.iter().filter(|(key, operation)| new(key) && matches!(operation, Operation::Change(_))) {
            both.take(key, operation.clone());
            after.take(key, operation.clone());
        }
        prop_assert_eq!(both.state(), after.state());
        for (key, text) in &snapshots {
            both.take(key, decode(text).expect("reads back"));
        }
        prop_assert_eq!(both.state(), after.state());
    }

    #[test]
    fn operations_read_back(operations in operations(), snapshot in snapshot()) {
        for operation in operations.into_iter().map(|(_, operation)| operation).chain([Operation::Snapshot(Box::new(snapshot))]) {
            let text = encode(&operation);
            prop_assert_eq!(decode(&text), Ok(operation.clone()));
            prop_assert_eq!(encode(&decode(&text).expect("was read above")), text, "the same state, the same bytes");
        }
    }

    #[test]
    fn stores_pack_and_unpack(store in store()) {
        let mut writer = Writer::compact();
        pack(&store, &mut writer);
        let text = writer.finish();
        let json = Json::parse_within(&text, 120).expect("is JSON");
        prop_assert_eq!(unpack(&json).expect("unpacks"), store);
    }

    #[test]
    fn a_changed_stored_text_is_never_taken_for_good(store in store(), at in any::<prop::sample::Index>(), to in 32..127_u8) {
        let text = encode(&Operation::Change(store));
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = to;
        if let Ok(changed) = String::from_utf8(bytes)
            && changed != text
        {
            prop_assert!(decode(&changed).is_err(), "{changed}");
        }
    }

    #[test]
    fn bundles_read_and_write_byte_for_byte(bundle in bundle()) {
        let text = write(&bundle, APP);
        let (read_back, problems) = read(&text).expect("is ours");
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(&write(&read_back, APP), &text);
        prop_assert_eq!((&read_back.people, &read_back.layers), (&bundle.people, &bundle.layers));
        prop_assert_eq!((&read_back.classes, &read_back.unplaced), (&bundle.classes, &bundle.unplaced));
        let (beside, _) = read_beside(&text, Some(&bundle.article)).expect("is ours");
        prop_assert_eq!(beside, read_back);
    }

    #[test]
    fn undo_restores_what_a_person_sees(start in record(), gestures in vec(gesture(), 1..6), now in 0..9_u64) {
        let mut clock = Clock::new("u".into());
        let mut record = start;
        let mut back: Vec<(Vec<Edit>, String)> = Vec::new();
        for gesture in &gestures {
            let edits = gesture.edits(&record);
            back.push((edits.iter().map(|edit| edit.inverse(&record)).collect(), seen(&record)));
            let change = delta(&record, &edits, &mut clock, now);
            record.join(&change);
        }
        // Undo all, redo all, undo all again: each step is exact.
        let mut forth: Vec<(Vec<Edit>, String)> = Vec::new();
        for _ in 0..3 {
            while let Some((edits, want)) = back.pop() {
                forth.push((edits.iter().map(|edit| edit.inverse(&record)).collect(), seen(&record)));
                let change = delta(&record, &edits, &mut clock, now);
                record.join(&change);
                prop_assert_eq!(seen(&record), want);
            }
            std::mem::swap(&mut back, &mut forth);
        }
    }

    #[test]
    fn a_theme_gesture_changes_that_theme_and_nothing_else(start in record(), theme in theme(), now in 0..9_u64) {
        let set = |record: &Record| match record.themes() {
            Themes::Set(themes) => themes.into_iter().collect::<BTreeSet<_>>(),
            Themes::NoneApplies | Themes::NotCoded => BTreeSet::new(),
        };
        let mut clock = Clock::new("a".into());
        let mut after = start.clone();
        after.join(&delta(&start, &toggle_theme(&start, &theme), &mut clock, now));
        let mut want = set(&start);
        if !want.remove(&theme) {
            want.insert(theme);
        }
        prop_assert_eq!(set(&after), want);
        prop_assert!(after.themes() != Themes::NoneApplies, "nobody chose that");
        let none = start.themes() == Themes::NoneApplies;
        let mut after = start.clone();
        after.join(&delta(&start, &toggle_none(&start), &mut clock, now));
        prop_assert_eq!(after.themes(), if none { Themes::NotCoded } else { Themes::NoneApplies });
    }

    #[test]
    fn what_an_edit_writes_wins(start in record(), gesture in gesture(), now in 0..9_u64) {
        let mut clock = Clock::new("a".into());
        let mut record = start.clone();
        let change = delta(&start, &gesture.edits(&start), &mut clock, now);
        record.join(&change);
        // An old copy that comes again changes nothing.
        let after = seen(&record);
        record.join(&start);
        prop_assert_eq!(seen(&record), after);
    }

    #[test]
    fn a_tick_is_later_than_what_it_replaces(stamps in vec((stamp(), 0..9_u64, any::<bool>()), 1..9)) {
        let mut clock = Clock::new("r".into());
        let mut given: Vec<postil_core::base::stamp::Stamp> = Vec::new();
        for (other, now, observe) in stamps {
            if observe {
                clock.observe(&other, now);
            }
            let stamp = clock.tick(now, Some(&other));
            prop_assert!(stamp > other);
            let near = |s: &&postil_core::base::stamp::Stamp| !s.is_from_future(now);
            prop_assert!(given.iter().filter(near).all(|g| stamp > *g), "rises: {given:?} {stamp}");
            prop_assert!(!observe || other.is_from_future(now) || stamp > other);
            given.push(stamp);
        }
    }

    #[test]
    fn covers_holds_what_was_added_and_nothing_else(added in vec(0..12_u64, 0..12)) {
        let mut covers = Covers::default();
        added.iter().for_each(|n| covers.add(&format!("postil/1/op/s/{n}"), 1));
        for n in 0..14 {
            prop_assert_eq!(covers.shelves_of(&format!("postil/1/op/s/{n}")).is_some(), added.contains(&n));
        }
        let ranges = covers.operations.values().flat_map(|sessions| sessions.values()).flatten().collect::<Vec<_>>();
        prop_assert!(ranges.windows(2).all(|pair| pair[0].1 + 1 < pair[1].0), "{ranges:?}");
    }

    #[test]
    fn an_edit_elsewhere_leaves_paragraph_ids_be(texts in vec("[ab]{0,2}", 1..6), at in any::<prop::sample::Index>()) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut edited = texts.clone();
        let at = at.index(texts.len());
        edited[at] = "something else";
        let ids = |article: &Article| article.paragraphs().iter().map(|p| p.id.clone()).collect::<Vec<ParagraphId>>();
        let (before, after) = (ids(&article(&texts)), ids(&article(&edited)));
        for n in 0..at {
            prop_assert_eq!(&before[n], &after[n]);
        }
        let mut unique = after.clone();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), after.len());
    }
}
