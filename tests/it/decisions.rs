//! Decisions in files and in storage: other ids than those of annotators and answers, and the same bytes as ever.

use crate::made::{APP, NOW, reader, stamp};
use expect_test::expect;
use postil_core::{
    exchange::{
        bundle::{read::read, write},
        import::{Answer, State, merge},
    },
    keep::{
        here::Here,
        operation::{Operation, decode, encode},
        store::Store,
    },
    record::{
        Themes,
        decision::{Outcome, Reply, reply},
        whose::Whose,
    },
};

/// Decisions with all that they can hold, between two annotators, and unknown things at every level.
const FILE: &str = include_str!("../fixtures/decisions.postil.json");

#[test]
fn decisions_stand_beside_annotators_and_not_among_them() {
    let (bundle, problems) = read(FILE).expect("is ours");
    assert!(problems.is_empty());
    assert_eq!(bundle.layers.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["aaa", "zed"]);
    let paragraphs = bundle.article.paragraphs();
    let own = &bundle.layers["aaa"].layer.records[&paragraphs[0].id];
    assert_eq!(own.stances.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["agree", "agreedly", "stance"]);
    assert_eq!(reply(own), Some(Reply::Agrees));
    let decisions = bundle.decisions().expect("are there");
    let decision = decisions.of(&paragraphs[0].id).decision().expect("is decided");
    assert_eq!((decision.outcome, decision.at, &*decision.sentence), (Outcome::Decided, NOW + 900, "So be it."));
    assert_eq!(decision.answers, [("stance".into(), "against".into())].into());
    assert_eq!(decision.themes, Themes::Set(vec!["image".into()]));
    assert_eq!(decision.by, Some("aaa".into()));
    assert_eq!(decision.votes.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["a:b", "stance"]);
    assert_eq!(decisions.of(&paragraphs[1].id).decision(), None);
}

#[test]
fn decisions_leave_byte_for_byte_as_they_came() {
    let (bundle, _) = read(FILE).expect("is ours");
    assert_eq!(write(&bundle, APP), FILE);
    let (mut state, mut delta) = (Store::default(), Store::default());
    let mut report = merge("file", &bundle, &mut state, &mut delta, reader());
    let waits = report.shares.iter().position(|share| matches!(share.state, State::Held(_)));
    assert_eq!(waits.map(|at| &report.shares[at].whose), Some(&Whose::Class), "decisions wait for an answer");
    let stamp = stamp(NOW + 1, "me");
    report.answered(1, Answer::Take, bundle.article.id(), &stamp, &mut state, &mut delta);
    assert_eq!(state, delta);
    delta.here = Here::default();
    let text = encode(&Operation::Change(delta.clone()));
    assert_eq!(decode(&text), Ok(Operation::Change(delta)));
    expect![[r#"1 ebb5ccaefcb39753 {"change":{"n":{"aaa":["Ann","0"],"agreed":["Agreed reading","2.0.1"],"zed":["Zed","1"]},"a":{"1eea956b42d83ab602bb0b95d2e5b936":{"q":[[0,"Two."],[1,"One."],[2,"Gone."]],"x":{"roster":["x"]}}},"l":{"1eea956b42d83ab602bb0b95d2e5b936":{"aaa":{"r":[[1,{"s":[[3,null,0,"3.0.2"],[4,5,0,"5.0.2"],[6,7,1,"6.0.2"],[8,9,0,"2.0.2"],[10,11,0,"1.0.2"]],"x":{"stances agreed:else 1700000000005-0-a":{"new":1}}}]]},"agreed":{"r":[[0,{"s":[[12,13,0,"50.0.1"]]}],[1,{"s":[[14,15,0,"384.0.1"],[16,17,0,"3c.0.3"],[18,19,0,"384.0.1"],[20,21,0,"3c.0.3"],[22,null,0,"384.0.1"],[12,23,0,"32.0.1"],[24,25,0,"33.0.1"],[10,26,0,"384.0.1"],[27,28,3,"4.0.4"]],"t":[[29,1,"384.0.1"]],"o":[0,"384.0.1"],"m":[["So be it.","384.0.1"]],"e":[[30,{"s":0,"e":3,"q":"One","b":"","a":".","theme":"image"},"46.0.1"]],"x":{"mood":"calm","stances agreed:outcome 1700000000900-0-h":{"why":[1,2]}}}],[2,{"s":[[18,null,0,"5a.0.1"]]}]],"x":{"annotator":{"pronoun":"we"},"room":5}},"zed":{"r":[[0,{"m":[["?","9.0.5"]]}]]}}},"w":1700000000000,"r":["n","h","a","(feedback)","old","z"],"i":["1eb32d1ee4458814","70277bfc409b5021","gone","agree","agreed:else","later","agreed:reply","agrees","agreedly","x","stance","for","agreed:vote-1:stance:for","1","agreed:by","aaa","agreed:count:stance:for","9","agreed:outcome","decided","agreed:readers","12","agreed:reason","7","agreed:vote-2:a%3Ab:c","3","against","zeal","yes","image","e1"]}}"#]]
    .assert_eq(&text);
}
