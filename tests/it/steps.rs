//! Steps of undo as a tab keeps them while its page is loaded anew: what was written is read back, whatever it is about.

use crate::drawn::{evidence, stamp, stance, text, theme};
use postil_core::{
    base::{id::VersionId, map::Map, stamp::Stamp},
    codebook::{
        book::{Item, Place, Value, field},
        code::Code,
        mapping::To,
    },
    keep::{
        history::{decode, encode},
        rewrite::{Rewrite, Target, Written},
        step::{Change, Step},
    },
    record::{
        LayerKey,
        decision::{ClassEdit, Reply, RollEdit, Round, Settlement},
        edit::Edit,
        note::Words,
        person::{Kind, PersonEdit},
    },
};
use proptest::{collection::vec, option, prelude::*};

const STORAGE: &str = include_str!("../../docs/storage-format.md");

fn at(wall: u64) -> Stamp {
    Stamp { wall, counter: 0, replica: "s".into() }
}

fn written(back: Rewrite, stamp: Stamp) -> Written {
    Written { back, stamp, over: None }
}

fn step(target: Target, written: Vec<Written>) -> Step {
    Step { label: "What was done".into(), by: "ann".into(), change: Change::Edits { target, written } }
}

fn text_of(steps: &[Step]) -> String {
    encode(std::iter::once((&"article".into(), [steps, &[]])), 100)
}

/// What is read back; a step may have its values in another order.
fn read_back(steps: &[Step]) -> Vec<Step> {
    let mut read = decode(&text_of(steps)).expect("reads");
    let (_, [undo, redo]) = read.remove(0);
    assert!(redo.is_empty());
    assert_eq!(text_of(&undo), text_of(steps), "and written alike");
    undo
}

fn record_edit() -> impl Strategy<Value = Edit> {
    let words = vec((text(), any::<bool>()), 0..3).prop_map(|texts| {
        let mut words: Vec<Words> = texts.into_iter().map(|(text, private)| Words { text, private }).collect();
        words.retain(|words| !words.text.is_empty());
        words.sort_by_key(|words| words.private);
        words
    });
    prop_oneof![
        option::of(stance()).prop_map(|stance| Edit::Stance("q1".into(), stance)),
        (theme(), any::<bool>()).prop_map(|(theme, applies)| Edit::Theme(theme, applies)),
        any::<bool>().prop_map(Edit::NoneApplies),
        words.prop_map(Edit::Note),
        option::of(evidence()).prop_map(|evidence| Edit::Evidence("e1".into(), evidence)),
        option::of(proptest::sample::select(Reply::ALL)).prop_map(|reply| Edit::Reply("class".into(), reply)),
    ]
}

proptest! {
    #[test]
    fn what_a_step_says_of_a_record_is_read_back(
        edits in vec((record_edit(), stamp(), option::of(stamp()), any::<bool>()), 1..4),
    ) {
        let mut all: Vec<Written> = Vec::new();
        for (edit, stamp, over, known) in edits {
            let answers = matches!(edit, Edit::Stance(..) | Edit::Theme(..) | Edit::NoneApplies(_));
            let back = Rewrite::Record(edit, (answers && known).then(|| VersionId::from("v1")));
            if all.iter().all(|written| !written.back.same_place(&back)) {
                all.push(Written { back, stamp, over });
            }
        }
        let target = Target::Record(LayerKey::reading("ann".into(), 2), "p".into());
        let read = read_back(&[step(target.clone(), all.clone())]);
        let Change::Edits { target: there, written } = &read[0].change else { panic!("is an edit") };
        prop_assert_eq!((there, written.len()), (&target, all.len()));
        prop_assert!(all.iter().all(|one| written.contains(one)), "{:?} {:?}", all, written);
    }
}

#[test]
fn steps_of_every_kind_are_read_back() {
    let vote = Map::from_iter([("q".into(), Map::from_iter([("for".into(), 3)]))]);
    let place = |item, name| Place::new(item, name);
    let label = || Rewrite::Book((place(Item::Theme("t".into()), field::LABEL), Value::of("Bees")));
    let archived = || Rewrite::Book((place(Item::Theme("t".into()), "archived"), Value::Flag(true)));
    let machine = Kind::Machine { maker: "m".into(), model: "x".into(), date: "".into() };
    let code = Code::Option("q".into(), "o".into());
    let map = |to| Rewrite::Map("another".into(), code.clone(), to);
    let class = |edit| written(Rewrite::Class(edit), at(5));
    let edits = [
        step(
            Target::Class("c".into(), "p".into()),
            vec![class(ClassEdit::Settle(Settlement::default())), class(ClassEdit::Vote(Round::SECOND, vote))],
        ),
        step(
            Target::Roll("c".into()),
            vec![
                written(Rewrite::Roll(RollEdit::Name("9b".into())), at(6)),
                written(Rewrite::Roll(RollEdit::Member("ben".into(), false)), at(6)),
            ],
        ),
        step(
            Target::People,
            vec![
                written(Rewrite::Person(PersonEdit::Same("ann".into(), "ben".into(), true)), at(7)),
                written(Rewrite::Person(PersonEdit::Kind("bot".into(), machine)), at(7)),
            ],
        ),
        step(
            Target::Book("own".into()),
            vec![Written { over: Some(at(2)), ..written(archived(), at(8)) }, written(label(), at(8))],
        ),
        step(Target::Choice, vec![written(Rewrite::Choice("own".into()), at(9))]),
        step(Target::Maps, vec![written(map(Some(To::LeaveAlone)), at(9))]),
        step(Target::Maps, vec![written(map(Some(To::Ours(Code::Theme("t".into())))), at(9))]),
        step(Target::Maps, vec![written(map(None), at(9))]),
        Step {
            change: Change::Import { import: "postil/1/op/s/1".into(), active: true, over: false },
            ..step(Target::Choice, Vec::new())
        },
    ];
    assert_eq!(read_back(&edits), edits);
    let one = text_of(&edits[3..4]);
    assert!(STORAGE.contains(&["\n", &one, "\n"].concat()), "docs/storage-format.md shows {one}");
}

#[test]
fn the_latest_are_kept_and_a_step_that_wrote_nothing_is_none() {
    let named = |name: &str| {
        let back = Rewrite::Book((Place::new(Item::Book, field::TITLE), Value::of(name)));
        step(Target::Book("own".into()), vec![written(back, at(1))])
    };
    let steps = [named("a"), named("b"), step(Target::Choice, Vec::new()), named("c")];
    let (id, other) = ("article".into(), "other".into());
    let all = [(&id, [&steps[..], &steps[..1]]), (&other, [&steps[..0], &steps[..2]])];
    let read = decode(&encode(all.into_iter(), 2)).expect("reads");
    let [first, second] = &read[..] else { panic!("two articles") };
    assert_eq!((&first.0, &first.1), (&id, &[vec![steps[3].clone()], vec![steps[0].clone()]]));
    assert_eq!((&second.0, &second.1), (&other, &[Vec::new(), vec![steps[0].clone(), steps[1].clone()]]));
}

#[test]
fn what_a_newer_program_or_another_hand_wrote_is_nothing() {
    let back = Rewrite::Choice("own".into());
    let text = text_of(&[step(Target::Choice, vec![written(back, at(1))])]);
    assert!(decode(&text).is_some());
    let newer = text.replacen('1', "2", 1);
    for text in
        ["", "1 ", "1 {", &newer, &text[2..], &text[..text.len() - 1], &text.replace("\"o\":[null]", "\"o\":[]")]
    {
        assert_eq!(decode(text), None, "{text}");
    }
    // Without its tables.
    assert_eq!(decode(r#"1 {"s":{"a":[[{"l":"","p":"a","d":{"a":{"":{"b":["own","0"]}}},"o":[null]}],[]]}}"#), None);
}
