//! Start-up, case by case: every row of the table in `crates/core/src/keep/startup.rs`, and what else can be found in two stores after
//! whatever happened to a browser.

use crate::{
    drawn::operations,
    made::{NOW, snapshots, stamp},
};
use postil_core::{
    base::{
        id::AnnotatorId,
        register::Register,
        stamp::{Clock, FUTURE_MS, Stamp},
    },
    keep::{
        here::Here,
        ledger::Ledger,
        operation::{Operation, OperationError, decode, encode, op_key},
        startup::{KEEP_COVERED_MS, Pair, Start, is_newer_key, is_operation, start},
        store::Store,
    },
    record::{
        LayerKey, Stance,
        edit::{Edit, delta},
        person::Person,
    },
};
use proptest::{prelude::*, sample::Index};
use std::sync::Arc;

const DAY: u64 = 24 * 60 * 60 * 1000;

fn pair(key: &str, operation: &Operation) -> Pair {
    (key.into(), encode(operation).into())
}

/// A change that names somebody, so that one can see whether it was taken.
fn change(name: &str, at: Stamp) -> Operation {
    let mut store = Store::default();
    store.put_name(&name.into(), Register::new(Arc::from("yes"), at));
    Operation::Change(store)
}

fn op(number: u64) -> Pair {
    pair(&format!("postil/1/op/s/{number}"), &change(&format!("op{number}"), stamp(NOW + number, "s")))
}

fn damaged(pair: &Pair) -> Pair {
    (Arc::clone(&pair.0), pair.1.replace("yes", "yeß").into())
}

fn newer(pair: &Pair) -> Pair {
    (Arc::clone(&pair.0), pair.1.replacen('1', "2", 1).into())
}

/// Those who were named.
fn taken(start: &Start) -> Vec<&str> {
    start.ledger.state().people.keys().map(AnnotatorId::as_str).collect()
}

fn keys(pairs: &[Pair]) -> Vec<&str> {
    pairs.iter().map(|(key, _)| key.as_ref()).collect()
}

/// Nothing is to be written, deleted or told.
fn calm(start: &Start) -> bool {
    start.heal_local.is_empty()
        && start.heal_journal.is_empty()
        && start.expired.is_empty()
        && start.covered_local.is_empty()
        && start.flaws.is_empty()
        && !start.newer
        && start.future.is_none()
}

#[test]
fn nothing_anywhere() {
    let start = start(&[], Some(&[]), NOW);
    assert!(calm(&start) && *start.ledger.state() == Store::default() && start.known.is_empty());
}

#[test]
fn good_and_same() {
    let start = start(&[op(1), op(2)], Some(&[op(2), op(1)]), NOW);
    assert!(calm(&start));
    assert_eq!(taken(&start), ["op1", "op2"]);
    assert_eq!(start.known.len(), 2);
}

#[test]
fn what_only_one_side_has_is_healed_from_it() {
    let found = start(&[op(1), op(2)], Some(&[op(2), op(3)]), NOW);
    assert_eq!(taken(&found), ["op1", "op2", "op3"]);
    assert_eq!((found.heal_local, found.heal_journal), (vec![op(3)], vec![op(1)]));
    assert!(found.flaws.is_empty());
    let none: &[Pair] = &[];
    assert_eq!(start(none, Some(&[op(1)]), NOW).heal_local, [op(1)]);
    assert_eq!(start(&[op(1)], Some(none), NOW).heal_journal, [op(1)]);
}

#[test]
fn good_and_different_are_both_taken_and_stay() {
    let other = pair("postil/1/op/s/1", &change("other", stamp(NOW, "s")));
    let start = start(&[op(1)], Some(&[other]), NOW);
    assert_eq!(taken(&start), ["op1", "other"]);
    assert!(calm(&start));
}

#[test]
fn a_damaged_copy_is_listed_and_left_and_the_good_one_taken() {
    for local in [true, false] {
        let (bad, good) = ([damaged(&op(1))], [op(1)]);
        let start = if local { start(&bad, Some(&good), NOW) } else { start(&good, Some(&bad), NOW) };
        assert_eq!(taken(&start), ["op1"]);
        assert_eq!(start.flaws.len(), 1);
        let flaw = &start.flaws[0];
        assert_eq!(
            (&*flaw.key, flaw.local, flaw.error, flaw.recovered),
            ("postil/1/op/s/1", local, OperationError::Checksum, true)
        );
        assert!(start.heal_local.is_empty() && start.heal_journal.is_empty(), "nothing unreadable is overwritten");
        assert!(start.known.is_empty(), "and compaction leaves it where it is");
    }
}

#[test]
fn damaged_on_both_sides_or_missing_on_the_other_is_lost_and_listed() {
    let other_damage: Pair = (op(1).0, "".into());
    for (journal, flaws) in [(vec![other_damage], 2), (vec![damaged(&op(1))], 2), (vec![], 1)] {
        let start = start(&[damaged(&op(1)), op(2)], Some(&journal), NOW);
        assert_eq!(taken(&start), ["op2"]);
        assert_eq!((start.flaws.len(), start.flaws.iter().any(|f| f.recovered)), (flaws, false));
        assert_eq!(keys(&start.heal_journal), ["postil/1/op/s/2"]);
        assert!(start.heal_local.is_empty());
    }
    let only_there = start(&[], Some(&[damaged(&op(1))]), NOW);
    assert_eq!((only_there.flaws.len(), only_there.heal_local.len()), (1, 0));
}

#[test]
fn every_kind_of_damage_is_named() {
    let deep = "[".repeat(100_000);
    let deep = format!("1 {} {deep}", postil_core::base::digest::hex(&deep, 8));
    for (value, error) in [
        ("", OperationError::Empty),
        (" \n", OperationError::Empty),
        ("{}", OperationError::Malformed),
        ("1 0123 {}", OperationError::Checksum),
        (deep.as_str(), OperationError::Malformed),
        ("99 x y", OperationError::Newer),
    ] {
        let start = start(&[("postil/1/op/s/1".into(), value.into())], None, NOW);
        assert_eq!(start.flaws[0].error, error, "{value:.40}");
        assert_eq!(start.newer, error == OperationError::Newer);
    }
}

#[test]
fn a_newer_value_or_key_makes_the_tab_read_only_and_what_is_readable_is_shown() {
    for local in [vec![op(1), newer(&op(2))], vec![op(1), ("postil/2/op/s/1".into(), "whatever".into())]] {
        for swap in [false, true] {
            let other = vec![op(3)];
            let (local, journal) = if swap { (&other, &local) } else { (&local, &other) };
            let start = start(local, Some(journal), NOW);
            assert!(start.newer);
            assert_eq!(taken(&start), ["op1", "op3"]);
            assert!(start.heal_local.is_empty() && start.heal_journal.is_empty());
            assert!(start.covered_local.is_empty() && start.expired.is_empty());
        }
    }
    assert!(is_newer_key("postil/2/x") && is_newer_key("postil/10/draft/y"));
    for key in ["postil/1/x", "postil/x/y", "postil/", "postile/2/x", "2/x", "postil/99999999999999999999/x"] {
        assert!(!is_newer_key(key), "{key}");
    }
}

#[test]
fn foreign_keys_drafts_and_ballast_are_never_touched() {
    let others: Vec<Pair> =
        ["theme", "other-app/1/op/s/1", "postil", "postil/1/draft/s", "postil/1/ballast", "POSTIL/1/op/s/1", ""]
            .map(|key| (Arc::from(key), Arc::from("not ours")))
            .into();
    let start = start(&others, Some(&others), NOW);
    assert!(calm(&start) && start.known.is_empty());
    assert!(others.iter().all(|(key, _)| !is_operation(key)));
}

#[test]
fn a_blocked_journal_heals_nothing() {
    let start = start(&[op(1), damaged(&op(2))], None, NOW);
    assert_eq!(taken(&start), ["op1"]);
    assert!(start.heal_journal.is_empty() && start.heal_local.is_empty() && start.expired.is_empty());
    assert_eq!((start.flaws.len(), start.flaws[0].recovered), (1, false));
}

#[test]
fn a_blocked_local_storage_shows_what_the_journal_has() {
    let start = start(&[], Some(&[op(1)]), NOW);
    assert_eq!(taken(&start), ["op1"]);
}

#[test]
fn a_clock_in_the_future_is_reported_and_never_blocks_an_edit() {
    let far = stamp(NOW + FUTURE_MS + 1, "far");
    let stance = |option: &str| Some(Stance { option: option.into(), confidence: None });
    let mut store = Store::default();
    let (article, key, paragraph) = ("art".into(), LayerKey::reading("ann".into(), 1), "p".into());
    let mut record = postil_core::record::Record::default();
    record.stances.insert("q".into(), Register::new(stance("supports"), far.clone()));
    store.put_record(&article, &key, &paragraph, &record);
    let local = [pair("postil/1/op/far/1", &Operation::Change(store))];
    let found = start(&local, Some(&local), NOW);
    assert_eq!(found.future, Some(far));
    assert!(found.flaws.is_empty());
    let mut clock = Clock::new("here".into());
    found.ledger.state().each_stamp(|stamp| clock.observe(stamp, NOW));
    let here = found.ledger.state().record(&article, &key, &paragraph).expect("is there");
    let edit = delta(here, &[Edit::Stance("q".into(), stance("opposes"))], &mut clock, NOW);
    let mut after = here.clone();
    assert!(after.join(&edit));
    assert_eq!(after.stance(&"q".into()), stance("opposes").as_ref());
    assert_eq!(clock.tick(NOW + 5, None).wall, NOW + 5, "our own clock stays right");
    assert_eq!(start(&[op(1)], None, NOW).future, None);
    let near = [pair("postil/1/op/s/1", &change("a", stamp(NOW + FUTURE_MS, "s")))];
    assert_eq!(start(&near, None, NOW).future, None);
}

#[test]
fn two_identities_become_one_state_with_the_later_choice() {
    let who = |annotator: &str, at: u64| {
        let name = Register::new(Arc::from("Annotator 1"), stamp(at, annotator));
        let active = Register::new(Arc::from(annotator), stamp(at, annotator));
        let settings = [("annotator".into(), active)].into();
        let here = Operation::Here { import: None, delta: Here { settings, ..Here::default() } };
        let name = Operation::Change(Store {
            people: [(annotator.into(), Person { name: Some(name), ..Person::default() })].into(),
            ..Store::default()
        });
        [pair(&format!("postil/1/op/{annotator}/1"), &name), pair(&format!("postil/1/here/{annotator}/1"), &here)]
    };
    let (one, two) = (who("ann", NOW), who("bob", NOW + 1));
    for (local, journal) in [(one.clone(), two.clone()), (two, one)] {
        let start = start(&local, Some(&journal), NOW);
        let state = start.ledger.state();
        assert_eq!(state.people.len(), 2, "nobody's work changes hands");
        assert_eq!(state.setting("annotator").map(AsRef::as_ref), Some("bob"));
        assert_eq!((start.heal_local.len(), start.heal_journal.len()), (2, 2));
    }
}

#[test]
fn a_tombstone_without_its_target_waits_for_it() {
    let import = pair(
        "postil/1/op/s/1",
        &Operation::Import {
            parts: 0,
            made: NOW,
            delta: match change("imported", stamp(NOW, "s")) {
                Operation::Change(delta) => delta,
                _ => Store::default(),
            },
        },
    );
    let off = Operation::Switch { import: "postil/1/op/s/1".into(), active: Register::new(false, stamp(NOW + 1, "s")) };
    let off = pair("postil/1/op/s/2", &off);
    let alone = start(std::slice::from_ref(&off), Some(std::slice::from_ref(&off)), NOW);
    assert!(calm(&alone) && *alone.ledger.state() == Store::default());
    let mut ledger = alone.ledger;
    ledger.take(&import.0, decode(&import.1).expect("is good"));
    assert_eq!(*ledger.state(), Store::default(), "it was taken back before it came");
    assert_eq!(taken(&start(std::slice::from_ref(&import), Some(&[off]), NOW)), [""; 0]);
    assert_eq!(taken(&start(&[import], None, NOW)), ["imported"]);
}

/// Two sessions, compacted at `made`: the operations, and the snapshot that covers them.
fn compacted(made: u64) -> (Vec<Pair>, Pair) {
    let ops = vec![op(1), op(2), op(3)];
    let all = start(&ops, None, NOW);
    let keys: Vec<Arc<str>> = all.known.into_iter().collect();
    let mut snapshots = snapshots(&all.ledger, &keys, made);
    assert_eq!(snapshots.len(), 1, "all of them name people");
    (ops, snapshots.remove(0))
}

#[test]
fn what_a_snapshot_covers_is_not_brought_back_and_expires_in_30_days() {
    let (ops, snapshot) = compacted(NOW);
    let mut journal = ops.clone();
    journal.extend([snapshot.clone(), op(4)]);
    let local = [snapshot, op(4)];
    let found = start(&local, Some(&journal), NOW);
    assert_eq!(taken(&found), ["op1", "op2", "op3", "op4"]);
    assert!(calm(&found));
    assert!(ops.iter().all(|(key, _)| found.known.contains(key)), "a rescan does not take them again");
    assert!(start(&local, Some(&journal), NOW + KEEP_COVERED_MS).expired.is_empty());
    let late = start(&local, Some(&journal), NOW + KEEP_COVERED_MS + 1);
    assert_eq!(late.expired.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), keys(&ops));
    assert!(late.covered_local.is_empty() && late.heal_local.is_empty());
    // After that everything is in the snapshot alone.
    let after = start(&local, Some(&local), NOW + KEEP_COVERED_MS + 2);
    assert!(calm(&after) && taken(&after) == taken(&found));
}

#[test]
fn a_torn_compaction_is_finished_once_both_stores_have_the_snapshot() {
    let (ops, snapshot) = compacted(NOW);
    let with = |pairs: &[Pair]| [pairs, std::slice::from_ref(&snapshot)].concat();
    // Cut short before the journal had the snapshot: it is written there, and nothing goes yet.
    let first = start(&with(&ops), Some(&ops), NOW);
    assert_eq!((first.heal_journal, first.covered_local), (vec![snapshot.clone()], vec![]));
    // Before local storage had it: the same the other way round.
    let first = start(&ops, Some(&with(&ops)), NOW);
    assert_eq!((first.heal_local, first.covered_local), (vec![snapshot.clone()], vec![]));
    // With both, and some of the operations deleted: the rest may go.
    for left in 0..=3 {
        let start = start(&with(&ops[left..]), Some(&with(&ops)), NOW);
        assert_eq!(start.covered_local.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), keys(&ops[left..]));
        assert_eq!(taken(&start), ["op1", "op2", "op3"]);
        assert!(start.heal_local.is_empty() && start.heal_journal.is_empty());
    }
    // Without a journal nobody can confirm it.
    assert!(start(&with(&ops), None, NOW).covered_local.is_empty());
}

#[test]
fn a_damaged_snapshot_brings_its_operations_back() {
    let (ops, snapshot) = compacted(NOW);
    let mut journal = ops.clone();
    journal.push(snapshot.clone());
    let start = start(&[damaged(&snapshot)], Some(&[&ops[..], &[damaged(&snapshot)]].concat()), NOW);
    assert_eq!(taken(&start), ["op1", "op2", "op3"]);
    assert_eq!((start.heal_local, start.flaws.len()), (ops, 2));
}

/// An import was taken back more than a day ago. Compaction left it out of the snapshot, then the browser died when only
/// the operation of the taking back was deleted.
#[test]
fn a_torn_compaction_does_not_bring_back_an_import_that_was_taken_back() {
    let Operation::Change(delta) = change("imported", stamp(NOW, "s")) else { panic!("is a change") };
    let import = pair("postil/1/op/s/1", &Operation::Import { parts: 0, made: NOW, delta });
    let off = Operation::Switch { import: import.0.as_ref().into(), active: Register::new(false, stamp(NOW + 1, "s")) };
    let off = pair("postil/1/op/s/2", &off);
    let before = start(&[import.clone(), off.clone(), op(3)], None, NOW);
    let early = snapshots(&before.ledger, &[Arc::clone(&import.0), op(3).0], NOW).remove(0);
    let mut between = before.ledger;
    between.take(&early.0, decode(&early.1).expect("is good"));
    let keys = [&import.0, &off.0, &op(3).0, &early.0].map(Arc::clone);
    let snapshot = snapshots(&between, &keys, NOW + 2 * DAY).remove(0);
    let left = [import, early, snapshot];
    for journal in [None, Some(&left[..])] {
        assert_eq!(taken(&start(&left, journal, NOW + 2 * DAY)), ["op3"]);
    }
}

#[test]
fn two_tabs_that_compact_at_once_do_no_harm() {
    let ops = vec![op(1), op(2), op(3)];
    let all = start(&ops, None, NOW);
    let make = |keys: &[Pair], at: u64| {
        let keys: Vec<Arc<str>> = keys.iter().map(|(key, _)| Arc::clone(key)).collect();
        snapshots(&all.ledger, &keys, at).remove(0)
    };
    let both = [make(&ops[..2], NOW), make(&ops, NOW)];
    let found = start(&both, Some(&both), NOW);
    assert!(calm(&found));
    assert_eq!(taken(&found), ["op1", "op2", "op3"]);
    // Two that name each other, which only a forger can write, do not do away with each other.
    let covering = |key: &str, made: u64| {
        let mut snapshot = all.ledger.snapshots(&[op(1).0], made, true).remove(0);
        snapshot.covers.add(key, 1);
        Operation::Snapshot(Box::new(snapshot))
    };
    let forged = [
        pair("postil/1/snap/a", &covering("postil/1/snap/b", 1)),
        pair("postil/1/snap/b", &covering("postil/1/snap/a", 1)),
    ];
    assert_eq!(taken(&start(&forged, None, NOW)), ["op1", "op2", "op3"]);
}

/// What a snapshot covers stays covered when another has taken its place, and goes with it after 30 days.
#[test]
fn what_the_snapshot_before_the_last_covers_does_not_come_back() {
    let (ops, first) = compacted(NOW);
    let mut ledger = start(std::slice::from_ref(&first), None, NOW).ledger;
    ledger.take(&op(4).0, decode(&op(4).1).expect("is good"));
    let second = snapshots(&ledger, &[Arc::clone(&first.0), op(4).0], NOW + 9 * DAY).remove(0);
    let journal = [&ops[..], &[first, op(4), second.clone()]].concat();
    let local = [second];
    let (mut journal, mut days) = (journal, Vec::new());
    for day in [10, 29, 31, 40, 80] {
        let found = start(&local, Some(&journal), NOW + day * DAY);
        assert_eq!(taken(&found), ["op1", "op2", "op3", "op4"]);
        assert!(found.heal_local.is_empty(), "day {day}");
        journal.retain(|(key, _)| !found.expired.contains(key));
        days.push((day, journal.len()));
    }
    assert_eq!(days, [(10, 6), (29, 6), (31, 3), (40, 1), (80, 1)]);
}

/// Compaction whose covering snapshot was damaged later must not have deleted what it could not vouch for.
#[test]
fn an_operation_with_a_damaged_copy_is_never_compacted_away() {
    let found = start(&[damaged(&op(1)), op(2)], Some(&[op(1), op(2)]), NOW);
    let keys: Vec<Arc<str>> = found.known.iter().cloned().collect();
    let snapshot = found.ledger.snapshots(&keys, NOW, true).remove(0);
    assert!(!snapshot.holds(&op(1).0) && snapshot.holds(&op(2).0));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A compaction that was cut short after any of its snapshots, with any of the operations gone that may go: nothing is
    /// missing, nothing comes back, and the next compaction finds the same.
    #[test]
    fn a_compaction_cut_short_anywhere_loses_nothing(
        operations in operations(), done in 0..5_usize, gone in proptest::collection::vec(any::<bool>(), 8), now in prop_oneof![0..9_u64, Just(1 << 40)],
    ) {
        let pairs: Vec<Pair> = operations.iter().map(|(key, operation)| (Arc::<str>::from(key.as_str()), Arc::<str>::from(encode(operation)))).collect();
        let keys: Vec<Arc<str>> = pairs.iter().map(|(key, _)| Arc::clone(key)).collect();
        prop_assume!(keys.iter().collect::<std::collections::BTreeSet<_>>().len() == keys.len());
        let whole = start(&pairs, Some(&pairs), NOW).ledger;
        let made: Vec<Pair> = snapshots(&whole, &keys, now).into_iter().take(done).collect();
        let mut held = Ledger::default();
        made.iter().for_each(|(key, value)| _ = held.take(key, decode(value).expect("is good")));
        let mut local: Vec<Pair> = pairs.iter().zip(&gone).filter(|((key, _), gone)| !(held.holds(key) && **gone)).map(|(pair, _)| pair.clone()).collect();
        local.extend(made.iter().cloned());
        let journal = [&pairs[..], &made].concat();
        let mut torn = start(&local, Some(&journal), NOW);
        prop_assert_eq!(torn.ledger.state(), whole.state());
        prop_assert!(torn.heal_journal.is_empty());
        prop_assert!(torn.covered_local.iter().all(|key| held.holds(key)));
        // The next one, of what is there now.
        local.extend(std::mem::take(&mut torn.heal_local));
        let keys: Vec<Arc<str>> = local.iter().map(|(key, _)| Arc::clone(key)).collect();
        let next = snapshots(&torn.ledger, &keys, now + 1);
        let after = start(&next, Some(&[&journal[..], &next].concat()), NOW);
        let untouched: Vec<Pair> = made.iter().filter(|(key, _)| !after.ledger.holds(key)).cloned().collect();
        let local = [&untouched[..], &next].concat();
        let after = start(&local, Some(&[&journal[..], &next].concat()), NOW);
        prop_assert_eq!(after.ledger.state(), whole.state());
        prop_assert!(after.heal_local.is_empty(), "{:?}", after.heal_local);
    }

    /// Whichever store lost or damaged whichever operations, as long as one good copy of each is left, nothing is missing;
    /// and after healing a second start finds nothing to do but what is damaged.
    #[test]
    fn any_single_loss_is_healed(operations in operations(), fates in proptest::collection::vec(0..5_u8, 8), at in any::<Index>()) {
        let session = "s".into();
        let pairs: Vec<Pair> = operations.iter().enumerate().map(|(n, (key, operation))| {
            let own = matches!(operation, Operation::Import { .. });
            (if own { key.as_str().into() } else { op_key(&session, 100 + n as u64) }, Arc::<str>::from(encode(operation)))
        }).collect();
        let mut want = Ledger::default();
        for (key, value) in &pairs {
            want.take(key, decode(value).expect("is good"));
        }
        // One key holds one value: of two imports under one key, only a store that has both copies knows both.
        prop_assume!(pairs.iter().map(|(key, _)| key).collect::<std::collections::BTreeSet<_>>().len() == pairs.len());
        let bad = |pair: &Pair| {
            let mut bytes = pair.1.as_bytes().to_vec();
            let at = at.index(bytes.len());
            bytes[at] = if bytes[at] == b'~' { b'}' } else { b'~' };
            (Arc::clone(&pair.0), String::from_utf8_lossy(&bytes).as_ref().into())
        };
        let (mut local, mut journal) = (Vec::new(), Vec::new());
        for (pair, fate) in pairs.iter().zip(&fates) {
            local.extend(match fate { 1 => None, 2 => Some(bad(pair)), _ => Some(pair.clone()) });
            journal.extend(match fate { 3 => None, 4 => Some(bad(pair)), _ => Some(pair.clone()) });
        }
        let first = start(&local, Some(&journal), NOW);
        prop_assert_eq!(first.ledger.state(), want.state());
        local.extend(first.heal_local);
        journal.extend(first.heal_journal);
        let second = start(&local, Some(&journal), NOW);
        prop_assert_eq!(second.ledger.state(), want.state());
        prop_assert!(second.heal_local.is_empty() && second.heal_journal.is_empty());
        prop_assert!(second.flaws.iter().all(|flaw| flaw.recovered));
    }
}
