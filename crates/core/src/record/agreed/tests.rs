use super::*;
use crate::{
    codebook::sample,
    record::{Layer, edit::delta, stamp::Clock},
};

fn proposal(option: &str, themes: Themes) -> Proposal {
    Proposal {
        outcome: Outcome::Decided,
        stances: Map::from([("stance".into(), option.into())]),
        themes,
        reason: Some(Reason::Rule),
        by: "ann".into(),
    }
}

fn write(record: &mut Record, clock: &mut Clock, now: u64, edits: &[Edit]) {
    let change = delta(record, edits, clock, now);
    record.join(&change);
}

#[test]
fn of_two_decisions_the_later_counts_as_a_whole() {
    let codebook = sample::codebook();
    let (mut one, mut two) = (Record::default(), Record::default());
    let edits = proposal("supports", Themes::Set(vec!["image".into()])).edits(&one, &codebook);
    write(&mut one, &mut Clock::new("a".into()), 5, &edits);
    let mut later = proposal("opposes", Themes::NoneApplies);
    later.reason = None;
    write(&mut two, &mut Clock::new("b".into()), 6, &later.edits(&Record::default(), &codebook));
    for (mut here, there) in [(one.clone(), &two), (two.clone(), &one)] {
        here.join(there);
        assert_eq!(here.stance(&"stance".into()).map(|s| s.option.as_str()), Some("opposes"));
        assert_eq!(here.themes(), Themes::NoneApplies);
        let decision = decision(&here).expect("is decided");
        assert_eq!((decision.outcome, decision.reason, decision.at), (Outcome::Decided, None, 6));
    }
}

#[test]
fn what_is_said_about_a_decision_is_no_coding() {
    let mut record = Record::default();
    let mut clock = Clock::new("a".into());
    let question = QuestionId::from("stance");
    let edits = [
        count_hands(Round::First, &question, &"supports".into(), Some(7)),
        count_hands(Round::Second, &question, &"supports".into(), Some(3)),
        choose_reply(&record, Reply::Differs),
    ];
    write(&mut record, &mut clock, 5, &edits);
    assert!(!record.is_coded() && !record.is_silent());
    assert_eq!(hands(&record, Round::First, &question), Map::from([("supports".into(), 7)]));
    assert_eq!(hands(&record, Round::Second, &question), Map::from([("supports".into(), 3)]));
    assert_eq!(reply(&record), Some(Reply::Differs));
    let again = choose_reply(&record, Reply::Differs);
    write(&mut record, &mut clock, 6, &[again]);
    assert_eq!(reply(&record), None);
}

#[test]
fn taking_a_decision_back_leaves_the_hands() {
    let codebook = sample::codebook();
    let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
    let question = QuestionId::from("stance");
    write(&mut record, &mut clock, 4, &[count_hands(Round::First, &question, &"mixed".into(), Some(2))]);
    let edits = proposal("mixed", Themes::Set(vec!["image".into()])).edits(&record, &codebook);
    write(&mut record, &mut clock, 5, &edits);
    let back = take_back(&record);
    write(&mut record, &mut clock, 6, &back);
    assert_eq!((decision(&record), record.is_coded()), (None, false));
    assert_eq!(hands(&record, Round::First, &question).len(), 1);
}

#[test]
fn an_answer_is_taken_over_without_what_it_says_about_decisions() {
    let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
    let answer = Edit::Stance("stance".into(), Some(Stance { option: "neutral".into(), confidence: None }));
    let reply = choose_reply(&record, Reply::Agrees);
    write(&mut record, &mut clock, 4, &[answer, reply, Edit::Theme("image".into(), true)]);
    let taken = Proposal::like(&record, &"ben".into());
    assert_eq!(taken.stances, Map::from([("stance".into(), "neutral".into())]));
    assert_eq!(taken.themes, Themes::Set(vec!["image".into()]));
}

#[test]
fn counts_of_a_class_travel_without_the_class() {
    let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
    let class = Map::from([("supports".into(), 7), ("opposes".into(), 4)]);
    write(&mut record, &mut clock, 4, &write_counts(&[(&"stance".into(), &class)], 12));
    assert_eq!((counts(&record, &"stance".into()), readers(&record)), (class, Some(12)));
}

#[test]
fn only_what_is_decided_has_answers() {
    let codebook = sample::codebook();
    for outcome in Outcome::ALL {
        let mut record = Record::default();
        let proposal = Proposal { outcome: *outcome, ..proposal("mixed", Themes::NoneApplies) };
        write(&mut record, &mut Clock::new("a".into()), 5, &proposal.edits(&Record::default(), &codebook));
        let decided = *outcome == Outcome::Decided;
        assert_eq!((record.is_coded(), reading(&record).is_coded()), (decided, decided), "{outcome:?}");
        // An older program recorded answers whatever the outcome was.
        let answer = Edit::Stance("stance".into(), Some(Stance { option: "mixed".into(), confidence: None }));
        let edits = [answer, about(OUTCOME, Some(outcome.id()))];
        write(&mut record, &mut Clock::new("b".into()), 6, &edits);
        assert_eq!(reading(&record).is_coded(), decided, "{outcome:?}");
    }
}

#[test]
fn a_sentence_stays_with_the_decision_that_it_was_written_for() {
    let codebook = sample::codebook();
    let (mut one, mut two) = (Record::default(), Record::default());
    let record = |here: &mut Record, clock: &mut Clock, now| {
        let mut edits = proposal("mixed", Themes::NotCoded).edits(here, &codebook);
        let change = delta(&Record::default(), &edits, &mut Clock::new("group".into()), 1);
        edits.extend(sentence_with(&change, here));
        write(here, clock, now, &edits);
    };
    let (mut early, mut late) = (Clock::new("a".into()), Clock::new("b".into()));
    write(&mut one, &mut early, 4, &[Edit::Note(vec!["The first half says so.".into()])]);
    record(&mut one, &mut early, 5);
    record(&mut two, &mut late, 6);
    assert_eq!((&*sentence(&one), &*sentence(&two)), ("The first half says so.", ""));
    // The other group decided later, and without a sentence.
    two.join(&one);
    assert_eq!(&*sentence(&two), "");
    write(&mut two, &mut late, 7, &[Edit::Note(vec!["The last word does.".into()])]);
    assert_eq!(&*sentence(&two), "The last word does.");
}

#[test]
fn hands_for_a_question_are_none_of_another_whose_id_begins_alike() {
    let (one, other): (QuestionId, QuestionId) = ("a".into(), "a:b".into());
    let mut record = Record::default();
    write(&mut record, &mut Clock::new("a".into()), 1, &[count_hands(Round::First, &other, &"c".into(), Some(7))]);
    assert!(hands(&record, Round::First, &one).is_empty());
    assert_eq!(hands(&record, Round::First, &other), Map::from([("c".into(), 7)]));
}

#[test]
fn a_counting_from_tomorrow_is_left_out() {
    let day = 24 * 60 * 60 * 1000;
    let class = Map::from([("supports".into(), 7)]);
    let mut edits = proposal("mixed", Themes::NotCoded).edits(&Record::default(), &sample::codebook());
    edits.extend(write_counts(&[(&"stance".into(), &class)], 7));
    let record = delta(&Record::default(), &edits, &mut Clock::new("a".into()), 5 * day);
    let mut layer = Layer::default();
    layer.records.insert("p".into(), record);
    assert!(!leave_out_ahead(&mut layer, 4 * day), "a clock may be in another part of the world");
    assert!(leave_out_ahead(&mut layer, 4 * day - 1));
    let left = &layer.records["p"];
    assert_eq!((readers(left), counts(left, &"stance".into()).len()), (None, 0));
    assert!(decision(left).is_some());
}
