use super::*;
use crate::{
    base::{id::ClassId, stamp::Clock},
    record::edit::{Edit, delta as delta_of},
};

/// The decisions of a class on one paragraph, as one program writes them.
struct Hall {
    said: Decisions,
    clock: Clock,
}

impl Hall {
    fn new(replica: &str) -> Self {
        Self { said: Decisions::default(), clock: Clock::new(replica.into()) }
    }

    fn edit(&mut self, now: u64, edit: &DecisionEdit) {
        self.said.edit(&p(), edit, None, &mut self.clock, now);
    }

    fn decide(&mut self, now: u64, proposal: Proposal) {
        self.edit(now, &DecisionEdit::Record(proposal));
    }

    fn count(&mut self, now: u64, round: Round, question: &QuestionId, option: &str, hands: u32) {
        let (question, option) = (question.clone(), option.into());
        self.edit(now, &DecisionEdit::Count { round, question, option, hands: Some(hands) });
    }

    fn sentence(&mut self, now: u64, text: &str) {
        self.edit(now, &DecisionEdit::Sentence(text.into()));
    }

    fn of(&self) -> Adjudication<'_> {
        static P: std::sync::LazyLock<ParagraphId> = std::sync::LazyLock::new(p);
        self.said.of(&P)
    }

    fn decision(&self) -> Option<Decision> {
        self.of().decision()
    }
}

fn p() -> ParagraphId {
    "p".into()
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

#[test]
fn a_decision_is_read_as_it_was_recorded() {
    let mut hall = Hall::new("a");
    hall.count(3, Round::SECOND, &"stance".into(), "mixed", 2);
    hall.sentence(4, "The first half says so.");
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
        let decision = here.of(&p()).decision().expect("is decided");
        assert_eq!(decision.answers, Map::from([("stance".into(), "opposes".into())]));
        assert_eq!(decision.themes, Themes::NoneApplies);
        assert_eq!((decision.outcome, decision.reason, decision.at), (Outcome::Decided, None, 6));
    }
}

#[test]
fn what_is_said_about_a_decision_is_no_coding() {
    let question = QuestionId::from("stance");
    let mut hall = Hall::new("a");
    hall.count(5, Round::FIRST, &question, "supports", 7);
    hall.count(5, Round::SECOND, &question, "supports", 3);
    assert!(hall.decision().is_none() && !hall.said.is_silent());
    assert_eq!(hall.of().hands_in(Round::FIRST, &question), Map::from([("supports".into(), 7)]));
    assert_eq!(hall.of().hands_in(Round::SECOND, &question), Map::from([("supports".into(), 3)]));

    let (mut own, class) = (Record::default(), ClassId::from("7b"));
    let mut clock = Clock::new("a".into());
    for said in [Some(Reply::Differs), None] {
        let change = delta_of(&own, &[choose_reply(&own, &class, Reply::Differs)], &mut clock, 5);
        own.join(&change);
        assert_eq!((own.reply(&class), own.is_coded(), own.is_silent()), (said, false, said.is_none()));
    }
}

#[test]
fn taking_a_decision_back_leaves_the_hands() {
    let question = QuestionId::from("stance");
    let mut hall = Hall::new("a");
    hall.count(4, Round::FIRST, &question, "mixed", 2);
    hall.decide(5, proposal("mixed", Themes::Set(vec!["image".into()])));
    hall.edit(6, &DecisionEdit::TakeBack);
    assert_eq!((hall.decision(), hall.said.is_undecided()), (None, true));
    assert_eq!(hall.of().hands_in(Round::FIRST, &question).len(), 1);
}

#[test]
fn what_is_undone_stands_as_it_was_and_only_while_nobody_else_wrote() {
    let (mut one, mut two) = (Hall::new("a"), Hall::new("b"));
    one.decide(5, proposal("mixed", Themes::NoneApplies));
    let first = one.decision();
    let edits = one.of().edits(&DecisionEdit::Record(proposal("supports", Themes::NotCoded)), None);
    let back: Vec<ClassEdit> = edits.iter().map(|edit| edit.inverse(&one.said, &p())).collect();
    one.decide(6, proposal("supports", Themes::NotCoded));
    let stamp = edits[0].stamp_in(&one.said, &p()).cloned();
    let change = delta(&one.said, &p(), &back, &mut one.clock, 7);
    one.said.join(&change);
    let again = one.decision().map(|decision| Decision { at: 5, ..decision });
    assert_eq!(again, first);
    two.said.join(&one.said);
    two.decide(8, proposal("neutral", Themes::NotCoded));
    one.said.join(&two.said);
    assert_ne!(edits[0].stamp_in(&one.said, &p()).cloned(), stamp);
}

#[test]
fn two_classes_on_one_article_stay_two() {
    let mut hall = Hall::new("a");
    hall.decide(5, proposal("mixed", Themes::NoneApplies));
    let mut store = crate::keep::store::Store::default();
    store.put_class(&"article".into(), &"7a".into(), &hall.said);
    hall.decide(6, proposal("supports", Themes::NoneApplies));
    store.put_class(&"article".into(), &"7b".into(), &hall.said);
    let answer = |class: &str| {
        let said = store.class(&"article".into(), &class.into()).expect("is there");
        said.of(&p()).decision().expect("is decided").answers["stance"].to_string()
    };
    assert_eq!((answer("7a"), answer("7b")), ("mixed".into(), "supports".into()));
}

#[test]
fn an_answer_is_taken_over_without_what_it_says_about_decisions() {
    let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
    let answer = Edit::Stance("stance".into(), Some(Stance { option: "neutral".into(), confidence: None }));
    let reply = choose_reply(&record, &"7b".into(), Reply::Agrees);
    let change = delta_of(&record, &[answer, reply, Edit::Theme("image".into(), true)], &mut clock, 4);
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
    hall.said.count(4, 12, [(p(), counts)].into_iter());
    assert_eq!((hall.of().counts(&"stance".into()), hall.of().readers()), (class, Some(12)));
    // A later counting takes the place of all of it.
    let mut later = Decisions::default();
    later.count(5, 3, [(p(), Counts { readers: 3, questions: Map::new() })].into_iter());
    let mut earlier = hall.said.clone();
    earlier.join(&later);
    later.join(&hall.said);
    for said in [earlier, later] {
        assert_eq!((said.of(&p()).counts(&"stance".into()).len(), said.of(&p()).readers()), (0, Some(3)));
    }
}

#[test]
fn only_what_is_decided_has_answers() {
    for outcome in Outcome::ALL {
        let mut hall = Hall::new("a");
        hall.decide(5, Proposal { outcome: *outcome, ..proposal("mixed", Themes::NoneApplies) });
        let decided = *outcome == Outcome::Decided;
        let reads = hall.decision().is_some_and(|decision| decision.reading().is_coded());
        assert_eq!(reads, decided, "{outcome:?}");
        // Another program may write answers whatever the outcome is.
        for register in hall.said.settlements.values_mut() {
            register.value.themes = Themes::NoneApplies;
        }
        let reads = hall.decision().is_some_and(|decision| decision.reading().is_coded());
        assert_eq!(reads, decided, "{outcome:?}");
    }
}

#[test]
fn a_sentence_stays_with_the_decision_that_it_was_written_for() {
    let (mut one, mut two) = (Hall::new("a"), Hall::new("b"));
    one.sentence(4, "The first half says so.");
    one.decide(5, proposal("mixed", Themes::NotCoded));
    two.decide(6, proposal("mixed", Themes::NotCoded));
    assert_eq!((&*one.of().sentence(), &*two.of().sentence()), ("The first half says so.", ""));
    // The other class decided later, and without a sentence.
    two.said.join(&one.said);
    assert_eq!(&*two.of().sentence(), "");
    two.sentence(7, "The last word does.");
    assert_eq!(&*two.of().sentence(), "The last word does.");
}

#[test]
fn a_counting_from_tomorrow_is_left_out() {
    let day = 24 * 60 * 60 * 1000;
    let mut hall = Hall::new("a");
    hall.decide(5 * day, proposal("mixed", Themes::NotCoded));
    let class = Map::from([("supports".into(), 7)]);
    let counts = Counts { readers: 7, questions: Map::from([("stance".into(), class)]) };
    hall.said.count(5 * day, 7, [(p(), counts)].into_iter());
    assert!(!hall.said.leave_out_ahead(4 * day), "a clock may be in another part of the world");
    assert!(hall.said.leave_out_ahead(4 * day - 1));
    assert_eq!((hall.of().readers(), hall.of().counts(&"stance".into()).len()), (None, 0));
    assert!(hall.decision().is_some());
}
