use super::*;
use crate::{
    class::{sheets::Way, testing::Seat, view::Page},
    effect::Effect,
    intent::Intent,
    lesson::{
        msg::{Msg, Sheet},
        subpage::SubPage,
    },
    screen::Screen,
};
use postil_core::{
    base::{map::Map, stamp::Clock},
    exchange::bundle::{Bundle, read::read},
    keep::store::Store,
    record::{
        Record, Themes,
        decision::{Counts, DecisionEdit, Outcome, Proposal, choose_reply},
        edit::delta,
    },
};

/// The class that decided.
const CLASS_ID: &str = "a-class";
const CLASS: &str = include_str!("../../../../../static/class/example.postil.json");

/// The example class.
pub(crate) fn class() -> Bundle {
    read(CLASS).expect("is a bundle").0
}

/// Settles paragraphs.
pub(crate) fn decide(bundle: &Bundle, store: &mut Store, all: &[(usize, &str, Outcome)]) {
    let mut clock = Clock::new("a".into());
    let version = bundle.codebook.version();
    let decisions = store.classes.entry(bundle.article.id().clone()).or_default().entry(CLASS_ID.into()).or_default();
    for (at, option, outcome) in all {
        let proposal = Proposal {
            outcome: *outcome,
            answers: Map::from([("stance".into(), (*option).into())]),
            themes: Themes::NotCoded,
            reason: None,
            by: "x".into(),
        };
        let paragraph = &bundle.article.paragraphs()[*at].id;
        decisions.edit(paragraph, &DecisionEdit::Record(proposal), Some(&version), &mut clock, 5);
    }
}

/// The class's screens as `who` sees them, who has this store.
pub(crate) fn told(bundle: &Bundle, store: Store, who: &str, screen: Screen) -> Seat {
    Seat::new(bundle.article.clone(), &bundle.codebook, store, who, screen)
}

/// The first so many of the class, by their ids.
pub(crate) fn store(bundle: &Bundle, annotators: usize) -> Store {
    let mut store = Store::default();
    for (key, layer) in bundle.layers.iter().take(annotators) {
        store.people.insert(key.annotator.clone(), bundle.people[&key.annotator].clone());
        for (paragraph, record) in &layer.records {
            store.put_record(bundle.article.id(), key, paragraph, record);
        }
    }
    store
}

fn shown(model: &mut Seat) -> Arc<ChangedView> {
    model.visit(SubPage::Changed);
    model.view.changed().cloned().expect("is shown")
}

/// What was settled.
pub(crate) const DECISIONS: [(usize, &str, Outcome); 3] =
    [(0, "supports", Outcome::Decided), (1, "opposes", Outcome::Decided), (4, "mixed", Outcome::Difference)];

#[test]
fn a_student_sees_where_the_agreed_reading_differs_and_replies() {
    let bundle = class();
    let mut all = store(&bundle, 12);
    decide(&bundle, &mut all, &DECISIONS);
    let own = bundle.annotators()[0].clone();
    let mut model = told(&bundle, all, own.as_str(), Screen::Compare);
    let view = shown(&mut model);
    assert!(view.empty.is_empty() && view.choice && view.replies.is_empty());
    let first = &view.changes[0];
    assert_eq!((first.change.verdict.id(), first.bars[0].total), ("differs", 12));
    let listed = view.changes.len();
    model.send(Msg::ChangesChosen(true));
    let all = model.view.changed().cloned().expect("all of them");
    assert!(all.changes.len() == 3 && listed <= 3);
    for each in &all.changes {
        assert_eq!(
            each.replies,
            matches!(each.change.verdict, Verdict::Differs(_) | Verdict::NotCoded),
            "{:?}",
            each.change.verdict
        );
    }

    let asked = model.send(Msg::ReplyChosen(0, Reply::Agrees));
    let [Intent::Edit { annotator, word, edits, .. }] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!((&**word, annotator, edits.len()), ("reply", &own, 1));
    let record = delta(&Record::default(), edits, &mut Clock::new("b".into()), 9);
    assert_eq!(record.reply(&CLASS_ID.into()), Some(Reply::Agrees));
}

#[test]
fn a_teacher_sees_what_everybody_replied() {
    let bundle = class();
    let mut all = store(&bundle, 12);
    decide(&bundle, &mut all, &DECISIONS);
    let mut clock = Clock::new("b".into());
    for (at, id) in bundle.layers.keys().take(3).enumerate() {
        let reply = if at == 0 { Reply::Differs } else { Reply::Agrees };
        let edit = choose_reply(&Record::default(), &CLASS_ID.into(), reply);
        let record = delta(&Record::default(), &[edit], &mut clock, 9);
        all.put_record(bundle.article.id(), id, &bundle.article.paragraphs()[1].id, &record);
    }
    let mut model = told(&bundle, all, "teacher", Screen::Compare);
    let view = shown(&mut model);
    assert!(view.unread && view.changes.is_empty() && view.empty.contains("not tagged"));
    let rows: Vec<_> = view.replies.iter().map(|row| (row.index, row.agree, row.differ, row.silent)).collect();
    // Where different readings stand there is no agreed one to reply to.
    assert_eq!(rows, [(0, 0, 0, 12), (1, 2, 1, 9)]);
    let Some(Effect::Copy(text)) = model.effects(Msg::SheetAsked(Sheet::Replies, Way::Copy)).pop() else {
        panic!("it is copied")
    };
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[0], ["paragraph", "text", "agree", "differ", "no_reply"]);
    assert_eq!(lines[2][1], &*bundle.article.text(1));
    assert_eq!([lines[2][0], lines[2][2], lines[2][3], lines[2][4]], ["2", "2", "1", "9"]);
    // Class says that there are some, and where.
    model.go(Screen::Class);
    let Page::Lesson(lesson) = &model.view.page else { panic!("{:?}", model.view.page) };
    assert_eq!(&*lesson.back.replies, "3 replies have come in: see You and the class.");
}

#[test]
fn whoever_opens_a_feedback_file_alone_comes_to_what_changed() {
    let bundle = class();
    let mut one = store(&bundle, 1);
    let own = bundle.annotators()[0].clone();
    decide(&bundle, &mut one, &DECISIONS);
    let mut model = told(&bundle, one, own.as_str(), Screen::Compare);
    assert!(model.view.annotators.agreed);
    let view = model.view.changed().cloned().expect("is shown");
    assert!(view.changes.iter().all(|change| change.bars[0].total == 0));
    // It opens so once, and not whenever something is told.
    model.go(Screen::Compare);
    assert!(model.view.changed().is_none() && model.view.overview().is_some());
}

#[test]
fn nothing_decided_says_so() {
    let bundle = class();
    let mut model = told(&bundle, store(&bundle, 12), "teacher", Screen::Compare);
    let view = shown(&mut model);
    assert!(view.empty.starts_with("Nothing is decided yet") && !view.choice);
}

#[test]
fn of_four_readers_nothing_is_counted_and_it_says_why() {
    let bundle = class();
    for (readers, counted) in [(4, false), (12, true)] {
        let mut some = store(&bundle, readers);
        decide(&bundle, &mut some, &[(0, "supports", Outcome::Decided)]);
        let own = bundle.annotators()[0].clone();
        let mut model = told(&bundle, some, own.as_str(), Screen::Compare);
        let view = shown(&mut model);
        assert_eq!((view.changes[0].bars[0].total > 0, view.untold.is_empty()), (counted, counted), "{readers}");
    }
}

#[test]
fn where_the_class_is_here_it_is_counted_anew() {
    let bundle = class();
    let mut all = store(&bundle, 12);
    decide(&bundle, &mut all, &[(0, "supports", Outcome::Decided)]);
    // What an earlier feedback file had counted, of as many readers.
    let hands = Map::from([("supports".into(), 12)]);
    let old = Counts { readers: 12, questions: Map::from([("stance".into(), hands)]) };
    let classes = all.classes.get_mut(bundle.article.id()).expect("are there");
    let decisions = classes.get_mut(CLASS_ID).expect("is there");
    decisions.count(9, 12, [(bundle.article.paragraphs()[0].id.clone(), old)].into_iter());
    let own = bundle.annotators()[0].clone();
    let mut model = told(&bundle, all, own.as_str(), Screen::Compare);
    let view = shown(&mut model);
    let counts = &view.changes[0].change.asked[0].counts;
    assert!(counts.iter().all(|(_, count)| *count < 12), "{counts:?}");
}
