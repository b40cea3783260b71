//! Decisions in files and in storage: other ids than those of annotators and answers, and the same bytes as ever.

use crate::made::{APP, NOW, reader, stamp};
use expect_test::{expect, expect_file};
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
        LayerKey, Themes,
        decision::{Outcome, Reply, Round},
        whose::Whose,
    },
};

/// Decisions with all that they can hold, between two annotators, and unknown things at every level.
const FILE: &str = include_str!("../fixtures/decisions.postil.json");

#[test]
fn decisions_stand_beside_annotators_and_not_among_them() {
    let (bundle, problems) = read(FILE).expect("is ours");
    assert_eq!(problems, []);
    let keys: Vec<&LayerKey> = bundle.layers.keys().collect();
    assert_eq!(keys, [&LayerKey::reading("aaa".into(), 1), &LayerKey::reading("zed".into(), 2)]);
    let paragraphs = bundle.article.paragraphs();
    let own = &bundle.reading("aaa").expect("is there").records[&paragraphs[0].id];
    assert_eq!(own.stances.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["agree", "agreedly", "stance"]);
    assert_eq!((own.reply(&"hall".into()), own.reply(&"other".into())), (Some(Reply::Agrees), None));
    let class = &bundle.classes["hall"];
    assert_eq!(class.name.as_ref().map(|name| &*name.value), Some("Tuesdays"));
    assert_eq!(
        class.members.iter().map(|(id, r)| (id.as_str(), r.value)).collect::<Vec<_>>(),
        [("aaa", true), ("zed", false)]
    );
    let decision = class.of(&paragraphs[0].id).decision().expect("is decided");
    assert_eq!((decision.outcome, decision.at, &*decision.sentence), (Outcome::Decided, NOW + 900, "So be it."));
    assert_eq!(decision.answers, [("stance".into(), "against".into()), ("zeal".into(), "yes".into())].into());
    assert_eq!(decision.themes, Themes::Set(vec!["image".into()]));
    assert_eq!(decision.by, Some("aaa".into()));
    assert_eq!(decision.votes.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["b", "stance"]);
    assert_eq!(class.of(&paragraphs[1].id).decision(), None);
    assert_eq!(class.of(&paragraphs[1].id).hands_in(Round::FIRST, &"stance".into()), [("for".into(), 1)].into());
    assert_eq!(class.of(&paragraphs[0].id).counts(&"stance".into()), [("against".into(), 0), ("for".into(), 9)].into());
    assert!(bundle.classes["other"].is_untouched(), "another class is another one");
}

#[test]
fn decisions_leave_byte_for_byte_as_they_came() {
    let (bundle, _) = read(FILE).expect("is ours");
    expect_file!["../fixtures/decisions.postil.json"].assert_eq(&write(&bundle, APP));
    crate::bundle::valid(FILE);
    let (mut state, mut delta) = (Store::default(), Store::default());
    let mut report = merge("file", &bundle, &mut state, &mut delta, reader());
    let waits: Vec<&Whose> =
        report.shares.iter().filter(|share| matches!(share.state, State::Held(_))).map(|share| &share.whose).collect();
    assert_eq!(waits, [&Whose::Class("hall".into())], "decisions wait for an answer");
    let at = report.shares.iter().position(|share| matches!(share.state, State::Held(_))).expect("one waits");
    let stamp = stamp(NOW + 1, "me");
    report.answered(at, Answer::Take, bundle.article.id(), &stamp, &mut state, &mut delta);
    assert_eq!(state, delta);
    delta.here = Here::default();
    let text = encode(&Operation::Change(delta.clone()));
    assert_eq!(decode(&text), Ok(Operation::Change(delta)));
    expect![[r#"1 7dd4a6ecf2a7d606 {"change":{"n":{"aaa":["Ann","0"],"zed":["Zed","1"]},"p":{"aaa":{"r":[1],"x":{"pronoun":"we"}},"zed":{"k":[["M","1","2023"],"1"],"s":[[0,0,"2"]],"x":{"name - 1700000000001-0-n":{"said":"zett"},"same_as aaa 1700000000002-0-n":{"why":"no"}}}},"a":{"1eea956b42d83ab602bb0b95d2e5b936":{"q":[[1,"Two."],[2,"One."],[3,"Gone, all of it."]],"x":{"roster":["x"]}}},"l":{"1eea956b42d83ab602bb0b95d2e5b936":{"aaa":{"r":[[2,{"s":[[4,null,0,"3.0.1"],[5,6,0,"2.0.1"],[7,8,0,"1.0.1"]],"y":[[9,"agrees","6.0.1"],[10,null,"5.0.1"]],"x":{"replies hall 1700000000006-0-a":{"new":1},"stances stance 1700000000001-0-a":{"new":1}}}]]},"zed reading 2":{"r":[[1,{"m":[["?","9.0.2"]]}]]}}},"c":{"1eea956b42d83ab602bb0b95d2e5b936":{"hall":{"n":["Tuesdays","2.0.3"],"m":[[0,1,"2.0.3"],[11,0,"3.0.3"]],"d":[[2,{"o":"decided","a":{"stance":"against","zeal":"yes"},"t":["image"],"r":"slip","s":"So be it.","b":"aaa","u":"f1a985cd91546893ba14e372363db5a9","x":"{\"why\":[1,2]}"},"384.0.3"],[3,{},"5a.0.3"]],"v":[[1,1,{"stance":{"for":1}},"50.0.3"],[2,1,{"stance":{"for":7}},"32.0.3"],[2,2,{"b":{"c":3}},"33.0.3"],[2,7,{},"34.0.3"]],"k":{"made":1700000000060,"readers":12,"of":{"70277bfc409b5021":{"stance":{"against":0,"for":9}}}},"x":{"counts - 1700000000060":{"by":"eye"},"members aaa 1700000000002-0-h":{"since":1},"name - 1700000000002-0-h":{"said":"x"},"paragraph 70277bfc409b5021 -":{"mood":"calm"},"room":5,"votes 70277bfc409b5021/1 1700000000050-0-h":{"by":"hand"}}}}},"w":1700000000000,"r":["n","a","z","h"],"i":["aaa","1eb32d1ee4458814","70277bfc409b5021","gone","agree","agreedly","x","stance","for","hall","other","zed"]}}"#]].assert_eq(&text);
}
