use super::*;
use crate::{base::register::Registers, codebook::sample, record::edit::Edit};

/// The decisions of a class on one paragraph, as one program writes them.
struct Hall {
    said: Decisions,
    clock: Clock,
    codebook: Codebook,
}

impl Hall {
    fn new(replica: &str) -> Self {
        Self { said: Decisions::default(), clock: Clock::new(replica.into()), codebook: sample::codebook() }
    }

    fn edit(&mut self, now: u64, edit: &DecisionEdit) {
        self.said.edit(&"p".into(), edit, &self.codebook, &mut self.clock, now);
    }

    fn decide(&mut self, now: u64, proposal: Proposal) {
        self.edit(now, &DecisionEdit::Record(proposal));
    }

    fn count(&mut self, now: u64, round: Round, question: &QuestionId, option: &str, hands: u32) {
        let (question, option) = (question.clone(), option.into());
        self.edit(now, &DecisionEdit::Count { round, question, option, hands: Some(hands) });
    }

    /// Writes registers as another program might.
    fn write(&mut self, now: u64, edits: &[Edit]) {
        let record = self.said.0.records.entry("p".into()).or_default();
        let change = delta(record, edits, &mut self.clock, now);
        record.join(&change);
    }

    fn of(&self) -> Adjudication<'_> {
        self.said.of(&"p".into())
    }

    fn decision(&self) -> Option<Decision> {
        self.of().decision()
    }
}

fn proposal(option: &str, themes: Themes) -> Proposal {
    Proposal {
        outcome: Outcome::Decided,
        answers: Map::from([("stance".into(), option.into())]),
        themes,
        reason: Some(Reason::Rule),
        by: "ann".into(),
    }
}

fn note(text: &str) -> [Edit; 1] {
    [Edit::Note(vec![text.into()])]
}

#[test]
fn a_decision_is_read_as_it_was_recorded() {
    let mut hall = Hall::new("a");
    hall.count(3, Round::Second, &"stance".into(), "mixed", 2);
    hall.write(4, &note("The first half says so."));
    hall.decide(5, proposal("mixed", Themes::Set(vec!["image".into()])));
    let expected = Decision {
        outcome: Outcome::Decided,
        answers: Map::from([("stance".into(), "mixed".into())]),
        themes: Themes::Set(vec!["image".into()]),
        reason: Some(Reason::Rule),
        sentence: "The first half says so.".into(),
        by: Some("ann".into()),
        at: 5,
        votes: Map::from([("stance".into(), [Map::new(), Map::from([("mixed".into(), 2)])])]),
    };
    assert_eq!(hall.decision(), Some(expected));
}

#[test]
fn of_two_decisions_the_later_counts_as_a_whole() {
    let (mut one, mut two) = (Hall::new("a"), Hall::new("b"));
    one.decide(5, proposal("supports", Themes::Set(vec!["image".into()])));
    let mut later = proposal("opposes", Themes::NoneApplies);
    later.reason = None;
    two.decide(6, later);
    for (mut here, there) in [(one.said.clone(), &two.said), (two.said.clone(), &one.said)] {
        here.join(there);
        let decision = here.of(&"p".into()).decision().expect("is decided");
        assert_eq!(decision.answers, Map::from([("stance".into(), "opposes".into())]));
        assert_eq!(decision.themes, Themes::NoneApplies);
        assert_eq!((decision.outcome, decision.reason, decision.at), (Outcome::Decided, None, 6));
    }
}

#[test]
fn what_is_said_about_a_decision_is_no_coding() {
    let question = QuestionId::from("stance");
    let mut hall = Hall::new("a");
    hall.count(5, Round::First, &question, "supports", 7);
    hall.count(5, Round::Second, &question, "supports", 3);
    assert!(!hall.of().0.is_some_and(Record::is_coded) && !hall.said.is_silent());
    assert_eq!(hall.of().hands_in(Round::First, &question), Map::from([("supports".into(), 7)]));
    assert_eq!(hall.of().hands_in(Round::Second, &question), Map::from([("supports".into(), 3)]));

    let mut own = Record::default();
    let mut clock = Clock::new("a".into());
    for said in [Some(Reply::Differs), None] {
        let change = delta(&own, &[choose_reply(&own, Reply::Differs)], &mut clock, 5);
        own.join(&change);
        assert_eq!((reply(&own), own.is_coded(), own.is_silent()), (said, false, said.is_none()));
    }
}

#[test]
fn taking_a_decision_back_leaves_the_hands() {
    let question = QuestionId::from("stance");
    let mut hall = Hall::new("a");
    hall.count(4, Round::First, &question, "mixed", 2);
    hall.decide(5, proposal("mixed", Themes::Set(vec!["image".into()])));
    hall.edit(6, &DecisionEdit::TakeBack);
    assert_eq!((hall.decision(), hall.of().0.is_some_and(Record::is_coded)), (None, false));
    assert_eq!(hall.of().hands_in(Round::First, &question).len(), 1);
}

#[test]
fn what_no_gesture_knows_survives_a_decision() {
    let mut hall = Hall::new("a");
    hall.decide(5, proposal("mixed", Themes::NoneApplies));
    let evidence: Registers<_, _> =
        [("e".into(), Register::new(None, Stamp { wall: 1, counter: 0, replica: "x".into() }))].into();
    let record = hall.said.0.records.get_mut("p").expect("is there");
    record.evidence.clone_from(&evidence);
    record.extra.insert("why".into(), crate::json::tree::Json::Null);
    hall.decide(6, proposal("supports", Themes::NoneApplies));
    hall.edit(7, &DecisionEdit::TakeBack);
    let record = &hall.said.0.records["p"];
    assert_eq!((&record.evidence, record.extra.contains_key("why")), (&evidence, true));
}

#[test]
fn an_answer_is_taken_over_without_what_it_says_about_decisions() {
    let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
    let answer = Edit::Stance("stance".into(), Some(Stance { option: "neutral".into(), confidence: None }));
    let reply = choose_reply(&record, Reply::Agrees);
    let change = delta(&record, &[answer, reply, Edit::Theme("image".into(), true)], &mut clock, 4);
    record.join(&change);
    let taken = Proposal::like(&record, &"ben".into());
    assert_eq!(taken.answers, Map::from([("stance".into(), "neutral".into())]));
    assert_eq!(taken.themes, Themes::Set(vec!["image".into()]));
}

#[test]
fn counts_of_a_class_travel_without_the_class() {
    let mut hall = Hall::new("a");
    let class = Map::from([("supports".into(), 7), ("opposes".into(), 4)]);
    let counts = Counts { readers: 12, questions: Map::from([("stance".into(), class.clone())]) };
    hall.said.count(&"p".into(), &counts, 4);
    assert_eq!((hall.of().counts(&"stance".into()), hall.of().readers()), (class, Some(12)));
    // A counting that is put in place of another counts, whatever its time.
    let anew = Counts { readers: 3, questions: Map::new() };
    hall.said.count_anew(&"p".into(), &anew);
    assert_eq!((hall.of().counts(&"stance".into()).len(), hall.of().readers()), (0, Some(3)));
}

#[test]
fn only_what_is_decided_has_answers() {
    for outcome in Outcome::ALL {
        let mut hall = Hall::new("a");
        hall.decide(5, Proposal { outcome: *outcome, ..proposal("mixed", Themes::NoneApplies) });
        let decided = *outcome == Outcome::Decided;
        let reads = |hall: &Hall| hall.decision().is_some_and(|decision| decision.reading().is_coded());
        let written = hall.of().0.is_some_and(Record::is_coded);
        assert_eq!((written, reads(&hall)), (decided, decided), "{outcome:?}");
        // An older program recorded answers whatever the outcome was.
        let answer = Edit::Stance("stance".into(), Some(Stance { option: "mixed".into(), confidence: None }));
        let again = hall.of().edits(
            &DecisionEdit::Record(Proposal { outcome: *outcome, ..proposal("mixed", Themes::NotCoded) }),
            &hall.codebook,
        );
        let others = again.into_iter().filter(|edit| !edit.same_place(&answer));
        let edits: Vec<Edit> = others.chain([answer.clone()]).collect();
        hall.write(6, &edits);
        assert!(hall.of().0.is_some_and(Record::is_coded));
        assert_eq!(reads(&hall), decided, "{outcome:?}");
    }
}

#[test]
fn a_sentence_stays_with_the_decision_that_it_was_written_for() {
    let (mut one, mut two) = (Hall::new("a"), Hall::new("b"));
    one.write(4, &note("The first half says so."));
    one.decide(5, proposal("mixed", Themes::NotCoded));
    two.decide(6, proposal("mixed", Themes::NotCoded));
    assert_eq!((&*one.of().sentence(), &*two.of().sentence()), ("The first half says so.", ""));
    // The other class decided later, and without a sentence.
    two.said.join(&one.said);
    assert_eq!(&*two.of().sentence(), "");
    two.write(7, &note("The last word does."));
    assert_eq!(&*two.of().sentence(), "The last word does.");
}

#[test]
fn hands_for_a_question_are_none_of_another_whose_id_begins_alike() {
    let (one, other): (QuestionId, QuestionId) = ("a".into(), "a:b%3A".into());
    let mut hall = Hall::new("a");
    hall.count(1, Round::First, &other, "c", 7);
    assert!(hall.of().hands_in(Round::First, &one).is_empty());
    assert_eq!(hall.of().hands_in(Round::First, &other), Map::from([("c".into(), 7)]));
    assert_eq!(hall.of().hands(), Map::from([(other, [Map::from([("c".into(), 7)]), Map::new()])]));
}

#[test]
fn a_counting_from_tomorrow_is_left_out() {
    let day = 24 * 60 * 60 * 1000;
    let mut hall = Hall::new("a");
    hall.decide(5 * day, proposal("mixed", Themes::NotCoded));
    let class = Map::from([("supports".into(), 7)]);
    let counts = Counts { readers: 7, questions: Map::from([("stance".into(), class)]) };
    hall.said.count(&"p".into(), &counts, 5 * day);
    assert!(!hall.said.leave_out_ahead(4 * day), "a clock may be in another part of the world");
    assert!(hall.said.leave_out_ahead(4 * day - 1));
    assert_eq!((hall.of().readers(), hall.of().counts(&"stance".into()).len()), (None, 0));
    assert!(hall.decision().is_some());
}

#[test]
fn answers_stand_apart_from_what_is_about_decisions_and_are_stored_together() {
    let mut record = Record::default();
    let register = |option: &str| {
        let stance = Stance { option: option.into(), confidence: None };
        Register::new(Some(stance), Stamp { wall: 1, counter: 0, replica: "x".into() })
    };
    let ids = ["a", "agreed", "agreed:else", "agreed:reply", "agreedly", "z"];
    for id in ids {
        record.put_stored_answer(id.into(), register("agrees"));
    }
    assert_eq!(record.stances.keys().map(QuestionId::as_str).collect::<Vec<_>>(), ["a", "agreed", "agreedly", "z"]);
    assert_eq!(record.stored_answers().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ids);
    assert_eq!(reply(&record), Some(Reply::Agrees));
}
