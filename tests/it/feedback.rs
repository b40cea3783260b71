//! Feedback files on the machine of the one they are for.

use crate::made::NOW;
use postil_core::{
    base::{
        id::{AnnotatorId, ClassId},
        map::Map,
        stamp::Clock,
    },
    exchange::{
        bundle::{read::read, write},
        import::{Guard, Verdict as Read, take},
    },
    keep::store::Store,
    output::feedback::{Class, Feedback, Verdict, bundle, changes},
    record::{
        Themes,
        decision::{DecisionEdit, Decisions, Outcome, Proposal, Reply, choose_reply},
        edit::delta,
    },
};
use std::collections::BTreeMap;

const CLASS: &str = include_str!("../../static/class/example.postil.json");

#[test]
fn a_feedback_file_comes_in_once_and_the_reply_goes_back() {
    let (class, _) = read(CLASS).expect("is a bundle");
    let (article, codebook) = (&class.article, &class.codebook);
    let (key, own) = class.layers.iter().next().expect("twelve people");
    let (id, class_id) = (&key.annotator, &ClassId::from("a-class"));
    let decided = &article.paragraphs()[1].id;
    let proposal = Proposal {
        outcome: Outcome::Decided,
        answers: Map::from([("stance".into(), "supports".into())]),
        themes: Themes::Set(vec!["sovereignty".into()]),
        reason: None,
        by: AnnotatorId::from("teacher"),
    };
    let mut decisions = Decisions::default();
    decisions.edit(decided, &DecisionEdit::Record(proposal), None, &mut Clock::new("t".into()), 7);
    let counts = Class::of(article, codebook, class.layers.iter().map(|(key, layer)| (&key.annotator, layer)));
    let made = bundle(&Feedback {
        article,
        codebook,
        book: &class.book,
        annotator: id,
        people: &class.people,
        called: "",
        known_by: "",
        own,
        round: 1,
        class_id,
        decisions: &decisions,
        class: &counts,
        made: 9,
        quotes: &BTreeMap::new(),
    });
    let text = write(&made, "Postil 0.0.0");
    crate::bundle::valid(&text);

    // At home only one's own layer is there.
    let mut home = Store::default();
    let mut mine = class.clone();
    mine.layers = Map::from([(key.clone(), own.clone())]);
    let import = |text: &str, home: &mut Store, here: bool| {
        let report = take(
            "a file",
            text,
            article,
            (&class.book, codebook),
            home,
            &mut Store::default(),
            Guard { now: NOW + (1 << 37), here: &|who| here && who == id, cache: None },
        );
        assert!(report.problems.is_empty() && report.codebook.is_empty());
        report.verdict
    };
    assert!(matches!(import(&write(&mine, "Postil 0.0.0"), &mut home, false), Read::Merged { .. }));
    assert_eq!(import(&text, &mut home, true), Read::Merged { new: 1, updated: 0 });
    assert_eq!(import(&text, &mut home, true), Read::AlreadyHere);

    let layers = home.layers.get(article.id()).expect("is there");
    assert_eq!(layers.len(), 1);
    let found =
        changes(article, codebook, &layers[key], home.class(article.id(), class_id).map(|class| (class_id, class)));
    assert_eq!((found.len(), found[0].readers, found[0].decision.by.as_ref()), (1, Some(12), None));
    assert!(matches!(found[0].verdict, Verdict::Differs(_)), "nobody in the class supports it with that theme alone");

    let record = home.record(article.id(), key, decided).expect("was coded").clone();
    let change =
        delta(&record, &[choose_reply(&record, class_id, Reply::Differs)], &mut Clock::new("h".into()), u64::MAX >> 12);
    home.put_record(article.id(), key, decided, &change);
    assert_eq!(home.record(article.id(), key, decided).and_then(|record| record.reply(class_id)), Some(Reply::Differs));
    // The same file again, later, takes nothing back.
    import(&text, &mut home, true);
    assert_eq!(home.record(article.id(), key, decided).and_then(|record| record.reply(class_id)), Some(Reply::Differs));
}
