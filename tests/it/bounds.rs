//! Times at the edge: what a file may say of when something was written, and what it may claim to know.

use crate::made::{APP, Desk, NOW, article, stamp};
use postil_core::{
    base::{
        map::Map,
        problem::Severity,
        register::Register,
        stamp::{Clock, FUTURE_MS, MAX_AHEAD, MAX_COUNTER, MAX_WALL, Stamp},
    },
    exchange::bundle::{
        read::{read, read_at},
        write,
    },
    keep::{
        operation::{Operation, decode, encode},
        store::Store,
    },
    record::{
        LayerKey,
        decision::{Counts, Decisions},
        edit::Edit,
        note::{Note, NoteText},
    },
};

fn at(wall: u64, counter: u32) -> Stamp {
    Stamp { wall, counter, replica: "z".into() }
}

/// The file of somebody whose answer to paragraph 1 was written at `edge`, and what reading it gives.
fn with_answer_at(edge: &Stamp) -> (Option<String>, Vec<String>) {
    let article = article(&["One.", "Two."]);
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports").stance(2, "opposes");
    let mut bundle = desk.bundle();
    let layer = bundle.layers.get_mut(&LayerKey::reading("ann".into(), 1)).expect("is there");
    let record = layer.records.get_mut(&article.paragraphs()[0].id).expect("is there");
    record.stances.get_mut("stance").expect("is there").stamp = edge.clone();
    let (bundle, problems) = read_at(&write(&bundle, APP), None, NOW).expect("is ours");
    let layer = bundle.reading("ann").expect("is there");
    let said = |n: usize| layer.records.get(&article.paragraphs()[n].id).and_then(|r| r.stance(&"stance".into()));
    assert_eq!(said(1).map(|s| s.option.as_str()), Some("opposes"), "the rest is kept");
    assert!(problems.iter().all(|p| p.severity == Severity::Skipped));
    (said(0).map(|s| s.option.to_string()), problems.iter().map(|p| p.sentence.clone()).collect())
}

#[test]
fn a_stamp_at_the_very_end_is_left_out_and_listed() {
    let beyond = [at(MAX_WALL, MAX_COUNTER), at(NOW + MAX_AHEAD + 1, 0)];
    for edge in [at(1 << 53, u32::MAX), at(MAX_WALL + 1, 0), at(NOW, MAX_COUNTER + 1)].into_iter().chain(beyond) {
        let (said, problems) = with_answer_at(&edge);
        assert_eq!((said, problems.len()), (None, 1), "{edge}");
        assert!(problems[0].contains("time"), "{problems:?}");
    }
    for fine in [at(NOW + MAX_AHEAD, MAX_COUNTER), at(NOW, MAX_COUNTER)] {
        assert_eq!(with_answer_at(&fine), (Some("supports".into()), vec![]), "{fine}");
    }
}

#[test]
fn what_a_file_says_can_be_answered_and_read_by_others() {
    // The last one of all is among them: whoever reads the answer reads it later than it was given.
    for edge in [at(NOW, MAX_COUNTER), at(NOW + MAX_AHEAD - 1, MAX_COUNTER), at(NOW + MAX_AHEAD, MAX_COUNTER)] {
        assert!(edge.may_travel(NOW));
        let later = Clock::new("a".into()).tick(NOW, Some(&edge));
        assert!(later > edge, "{later}");
        let article = article(&["One."]);
        let mut desk = Desk::new("ann", &article);
        desk.stance(1, "supports");
        let mut bundle = desk.bundle();
        let layer = bundle.layers.get_mut(&LayerKey::reading("ann".into(), 1)).expect("is there");
        let record = layer.records.values_mut().next().expect("is there");
        record.stances.get_mut("stance").expect("is there").stamp = later;
        let (back, problems) = read_at(&write(&bundle, APP), None, NOW + 1).expect("is ours");
        assert_eq!((back, problems), (bundle, vec![]));
    }
}

#[test]
fn a_broken_clock_reads_what_was_written_today() {
    let article = article(&["One."]);
    let file = Desk::new("ann", &article).stance(1, "supports").file();
    assert_eq!(read_at(&file, None, 0).expect("is ours").1, vec![]);
}

#[test]
fn names_and_notes_are_held_to_the_same_bounds() {
    let article = article(&["One."]);
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports").note(1, "a note");
    let mut bundle = desk.bundle();
    bundle.people.get_mut("ann").expect("is there").name = Some(Register::new("Ann".into(), at(1 << 53, 0)));
    let layer = bundle.layers.get_mut(&LayerKey::reading("ann".into(), 1)).expect("is there");
    let record = layer.records.values_mut().next().expect("is there");
    record.note.texts[0].stamp = at(1 << 53, 0);
    let (bundle, problems) = read(&write(&bundle, APP)).expect("is ours");
    assert_eq!((bundle.people["ann"].name.as_ref(), problems.len()), (None, 2), "{problems:?}");
    let record = bundle.reading("ann").expect("is there").records.values().next().expect("is there");
    assert!(record.note.is_untouched() && record.is_coded());
}

#[test]
fn what_is_stored_already_stays_readable() {
    let mut desk = Desk::new("ann", &article(&["One."]));
    desk.stance(1, "supports");
    let mut store = Store::default();
    let mut layer = desk.layer.clone();
    let record = layer.records.values_mut().next().expect("is there");
    record.stances.get_mut("stance").expect("is there").stamp = at(1 << 53, u32::MAX);
    store.layers.entry(desk.article.id().clone()).or_default().insert(LayerKey::reading("ann".into(), 1), layer);
    let operation = Operation::Change(store);
    assert_eq!(decode(&encode(&operation)), Ok(operation));
}

/// A note's `seen` says which writes it replaces. Of writes that cannot have been made yet it says nothing.
#[test]
fn a_note_does_not_cover_what_is_written_more_than_a_day_from_now() {
    let article = article(&["One."]);
    let mut honest = Desk::new("ann", &article);
    honest.note(1, "my own words");
    let mut forged = honest.bundle();
    let layer = forged.layers.get_mut(&LayerKey::reading("ann".into(), 1)).expect("is there");
    let record = layer.records.values_mut().next().expect("is there");
    record.note = Note::default();
    record.note.see(&Stamp { wall: NOW + FUTURE_MS + 1, counter: 0, replica: "tab-of-ann".into() });
    let text = write(&forged, APP);
    let (bundle, problems) = read_at(&text, None, NOW).expect("is ours");
    let mut note = honest.layer.records.values().next().expect("is there").note.clone();
    let theirs = &bundle.reading("ann").expect("is there").records.values().next().expect("is there").note;
    note.join(theirs);
    assert_eq!(note.spoken().map(|t| &**t).collect::<Vec<_>>(), ["my own words"]);
    assert_eq!(problems.len(), 1, "and it is said: {problems:?}");
    // What it says of the past it may.
    let layer = forged.layers.get_mut(&LayerKey::reading("ann".into(), 1)).expect("is there");
    layer.records.values_mut().next().expect("is there").note = Note::default();
    layer.records.values_mut().next().expect("is there").note.see(&stamp(NOW + FUTURE_MS, "tab-of-ann"));
    let (bundle, problems) = read_at(&write(&forged, APP), None, NOW).expect("is ours");
    let theirs = &bundle.reading("ann").expect("is there").records.values().next().expect("is there").note;
    assert!(problems.is_empty() && note.join(theirs) && note.spoken().next().is_none());
}

#[test]
fn a_text_in_the_file_is_known_whatever_its_date() {
    let article = article(&["One."]);
    let mut desk = Desk::new("ann", &article);
    let far = Stamp { wall: NOW + 10 * FUTURE_MS, counter: 0, replica: "r".into() };
    desk.edit(1, &[Edit::Stance("stance".into(), None)]);
    let mut bundle = desk.bundle();
    let layer = bundle.layers.get_mut(&LayerKey::reading("ann".into(), 1)).expect("is there");
    let record = layer.records.values_mut().next().expect("is there");
    record.note =
        Note::default().replaced_by(vec![NoteText { stamp: far, text: "from tomorrow".into(), private: false }]);
    let (read, problems) = read_at(&write(&bundle, APP), None, NOW).expect("is ours");
    assert_eq!((read, problems), (bundle, vec![]));
}

#[test]
fn counts_of_a_class_that_are_dated_to_come_are_left_out() {
    let article = article(&["One."]);
    let counted = |now: u64| {
        let mut decisions = Decisions::default();
        let hands = Map::from([("supports".into(), 7)]);
        let counts = Counts { readers: 12, questions: Map::from([("stance".into(), hands)]) };
        let paragraph = &article.paragraphs()[0].id;
        decisions.count(now, 12, [(paragraph.clone(), counts)].into_iter());
        let mut bundle = Desk::new("ann", &article).bundle();
        bundle.classes.insert("a-class".into(), decisions);
        let (bundle, problems) = read_at(&write(&bundle, APP), None, NOW).expect("is ours");
        (bundle.classes["a-class"].of(paragraph).readers(), problems.len())
    };
    assert_eq!(counted(NOW + FUTURE_MS / 2), (Some(12), 0));
    assert_eq!(counted(NOW + 2 * FUTURE_MS), (None, 1));
}
