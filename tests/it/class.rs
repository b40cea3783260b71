//! The example class that Postil brings along.

#[path = "../../examples/class/made.rs"]
mod made;

use postil_core::{
    exchange::{bundle::read::read, example::is_made_up},
    measure::{
        agreement::{Distance, alpha},
        comparison::Comparison,
        difference::Kind,
    },
};

const SHIPPED: &str = include_str!("../../static/class/example.postil.json");

#[test]
fn the_shipped_class_is_what_its_program_writes() {
    assert_eq!(made::file(), SHIPPED, "cargo run --example class > static/class/example.postil.json");
}

#[test]
fn it_is_a_class_worth_discussing() {
    let (bundle, problems) = read(SHIPPED).expect("is ours");
    assert!(problems.is_empty());
    assert_eq!(bundle.layers.len(), 12);
    let layers: Vec<_> = bundle.layers.values().collect();
    let unfinished = layers.iter().filter(|layer| layer.records.len() < 10).count();
    assert_eq!(unfinished, 2);

    let class = Comparison::new(&bundle.article, &bundle.codebook, layers);
    let question = "stance".into();
    let (answers, _) = class.answers(&question);
    let stance = alpha(&answers.counts(), answers.labels(), &Distance::Nominal).expect("is defined");
    assert!((0.2..0.7).contains(&stance), "alpha of the stances is {stance}");
    let found = class.differences(0..10, &question);
    for kind in [Kind::Opposite, Kind::SideNeutral, Kind::MixedSide, Kind::StanceNone, Kind::OtherThemes] {
        assert!(found.kinds.contains_key(&kind), "nobody differs by {}", kind.name());
    }
    for id in bundle.annotators() {
        assert!(is_made_up(id), "{id} is not known by its id");
        assert!(bundle.people[id].name.as_ref().is_some_and(|name| name.value.ends_with("(example)")));
    }
}
