use super::cache::KindCache;
use super::*;
use crate::{
    base::id::ClassId,
    exchange::{
        bundle::{read::read, write},
        import::{Guard, Report, Verdict, merge},
    },
    keep::store::Store,
    record::note::NoteText,
};

const CLASS: &str = include_str!("../../../../../static/class/example.postil.json");
const SECRET: &str = "0f5a7c1e9b3d4862a1c0e7f2d4b68395";

fn class() -> Bundle {
    let mut bundle = read(CLASS).expect("is read").0;
    let mut decisions = Decisions::default();
    let stamp = Stamp { wall: 5, counter: 0, replica: "teachers-tab".into() };
    decisions.name = Some(Register::new("Ms Weber’s Friday".into(), stamp.clone()));
    let first = bundle.annotators()[0].clone();
    decisions.members.insert(first.clone(), Register::new(true, stamp.clone()));
    let paragraph = bundle.article.paragraphs()[0].id.clone();
    let settled = crate::record::decision::Settlement { by: Some(first), ..Default::default() };
    decisions.settlements.insert(paragraph.clone(), Register::new(settled, stamp));
    bundle.classes.insert("7b41d0b7e2a94f6c95d3107be6a2f148".into(), decisions);
    let layer = bundle.layers.values_mut().next().expect("somebody is here");
    let stamp = Stamp { wall: 9, counter: 0, replica: "a-tab".into() };
    let note = &mut layer.records.get_mut(&paragraph).expect("is tagged").note;
    note.texts.insert(0, NoteText { stamp, text: "Mum said so.".into(), private: true });
    bundle
}

fn made(bundle: &Bundle, secret: &str) -> Bundle {
    pseudonymous(bundle, &bundle.people, secret, &mut Vec::new())
}

fn text(bundle: &Bundle) -> String {
    write(bundle, "Postil")
}

fn brought(bundle: &Bundle, state: &mut Store) -> Report {
    among(bundle, state, None)
}

/// Brings a file in as one of many.
fn among(bundle: &Bundle, state: &mut Store, cache: Option<&KindCache>) -> Report {
    let guard = Guard { now: 2_000_000_000_000, here: &|_| false, cache };
    merge("f", bundle, state, &mut Store::default(), guard)
}

#[test]
fn the_same_state_gives_the_same_file_and_another_browser_other_ids() {
    let bundle = class();
    let one = text(&made(&bundle, SECRET));
    assert_eq!(one, text(&made(&class(), SECRET)));
    let other = made(&bundle, "another");
    assert!(made(&bundle, SECRET).annotators().iter().all(|id| !other.annotators().contains(id)));
    // It is read as it was written.
    assert_eq!(text(&read(&one).expect("is read").0), one);
}

#[test]
fn nothing_that_tells_who_it_was_is_in_it() {
    let bundle = class();
    let text = text(&made(&bundle, SECRET));
    for (id, person) in &bundle.people {
        assert!(!text.contains(id.as_str()), "{id}");
        assert!(!text.contains(person.name.as_ref().map_or("-", |name| &name.value)));
        person.replicas.keys().for_each(|replica| assert!(!text.contains(replica.as_str()), "{replica}"));
    }
    bundle.layers.values().flat_map(|layer| layer.records.values()).for_each(|record| {
        record.evidence.keys().for_each(|id| assert!(!text.contains(&format!("\"{id}\"")), "{id}"));
    });
    for word in ["Weber", "Mum said", "teachers-tab", "7b41d0b7e2a94f6c95d3107be6a2f148", SECRET] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn what_they_said_is_all_there() {
    let bundle = class();
    let made = made(&bundle, SECRET);
    assert_eq!((made.layers.len(), made.kind.clone()), (bundle.layers.len(), Kind::Pseudonymous));
    let said = |bundle: &Bundle| {
        let records = bundle.layers.values().flat_map(|layer| &layer.records);
        let mut said: Vec<String> = records
            .map(|(id, record)| {
                let stances: Vec<_> =
                    record.stances.iter().map(|(id, register)| (id.clone(), register.value.clone())).collect();
                let notes: Vec<_> = record.note.spoken().cloned().collect();
                format!("{id} {stances:?} {:?} {notes:?} {}", record.themes(), record.evidence.len())
            })
            .collect();
        said.sort();
        said
    };
    assert_eq!(said(&made), said(&bundle));
}

#[test]
fn numbers_follow_the_new_ids_and_stay_when_somebody_comes() {
    let bundle = class();
    let names =
        |bundle: &Bundle| -> Vec<String> { bundle.people.keys().map(|id| bundle.name(id).to_string()).collect() };
    let mut fewer = bundle.clone();
    let last = bundle.annotators()[3].clone();
    fewer.layers.retain(|key, _| key.annotator != last);
    let mut known = Vec::new();
    let before = pseudonymous(&fewer, &bundle.people, SECRET, &mut known);
    assert_eq!(names(&before), (1..=11).map(|n| format!("Reader {n}")).collect::<Vec<_>>());
    let after = pseudonymous(&bundle, &bundle.people, SECRET, &mut known);
    for id in before.people.keys() {
        assert_eq!(before.name(id), after.name(id));
    }
    assert_eq!(names(&after).iter().filter(|name| *name == "Reader 12").count(), 1);
}

#[test]
fn two_ids_of_one_person_are_one_reader() {
    let mut bundle = class();
    let [one, other] = [0, 1].map(|at| bundle.annotators()[at].clone());
    let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
    bundle.people.entry(one).or_default().same_as.insert(other, Register::new(true, stamp));
    let made = made(&bundle, SECRET);
    assert_eq!((made.people.len(), made.layers.len()), (11, 11));
}

#[test]
fn beside_the_same_people_with_names_it_is_refused_and_the_other_way_round() {
    let bundle = class();
    let nameless = made(&bundle, SECRET);
    for (first, second) in [(&bundle, &nameless), (&nameless, &bundle)] {
        // Alone, and among many that come in one after the other.
        for cache in [None, Some(&KindCache::default())] {
            let mut state = Store::default();
            assert!(matches!(among(first, &mut state, cache).verdict, Verdict::Merged { .. }));
            let before = state.clone();
            assert_eq!(among(second, &mut state, cache).verdict, Verdict::Twice);
            assert_eq!(state, before);
            // The same file again is nothing new, and no other.
            assert_ne!(among(first, &mut state, cache).verdict, Verdict::Twice);
            assert_eq!(among(second, &mut state, cache).verdict, Verdict::Twice);
        }
    }
    // One of them is enough: they would count twice.
    let mut alone = bundle.clone();
    let own = bundle.annotators()[5].clone();
    alone.layers.retain(|key, _| key.annotator == own);
    let mut state = Store::default();
    brought(&alone, &mut state);
    assert_eq!(brought(&nameless, &mut state).verdict, Verdict::Twice);
}

#[test]
fn other_people_without_names_come_in_beside_those_with_names() {
    let bundle = class();
    let mut others = bundle.clone();
    for layer in others.layers.values_mut() {
        for record in layer.records.values_mut() {
            record.stances.values_mut().for_each(|register| register.stamp.wall += 1_234_567);
            record.themes.values_mut().for_each(|register| register.stamp.wall += 1_234_567);
            (record.note, record.none_applies) = (Note::default(), None);
            record.evidence.clear();
        }
    }
    let mut state = Store::default();
    brought(&bundle, &mut state);
    assert!(matches!(brought(&made(&others, SECRET), &mut state).verdict, Verdict::Merged { .. }));
    let class: ClassId = "none".into();
    assert!(state.apart(bundle.article.id(), Some(&class), false).is_empty());
}
