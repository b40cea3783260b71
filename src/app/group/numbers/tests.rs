//! The numbers as people see them.

use super::figures::Figure;
use crate::{
    app::group::{
        annotators::annotators,
        effect::Effect,
        model::Model,
        msg::{Msg, Tab},
        testing::{class_in, made},
        update::update,
    },
    core::{
        agreement::measure::Measure,
        codebook::{Codebook, StanceOption},
        comparison::testing::{article, layer},
        id::AnnotatorId,
    },
};

/// Sends a message and works on until nothing is left to compute.
fn send(model: &mut Model, msg: Msg) {
    let mut waiting = update(model, msg, 0);
    while let Some(Effect::Wait(ticket, _)) = waiting.pop() {
        waiting.extend(update(model, Msg::TimePassed(ticket), 0));
    }
}

/// The example class with its numbers computed.
fn computed() -> Model {
    let mut model = class_in(Tab::Board);
    send(&mut model, Msg::TabChosen(Tab::Numbers));
    model
}

fn shown(model: &Model) -> &crate::app::group::numbers::figures::NumbersView {
    model.view.numbers.as_ref().expect("the numbers are shown")
}

fn open_pair(model: &Model) -> &Figure {
    shown(model).pairs.figure.as_ref().expect("a pair is open")
}

#[test]
fn a_chosen_pair_stays_these_two_when_names_put_people_in_another_order() {
    let mut model = computed();
    let ids: Vec<AnnotatorId> = annotators(&model).iter().map(|one| one.id.clone()).collect();
    send(&mut model, Msg::NumberOpened(Some(Measure::Cohen(0, 3))));
    let before = open_pair(&model).value.clone();
    send(&mut model, Msg::NamesSwitched(true));
    let after = annotators(&model);
    assert_ne!(after.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), ids, "they stand in another order");
    let figure = open_pair(&model);
    for id in [&ids[0], &ids[3]] {
        assert!(figure.name.contains(&*model.store.name(id)), "{} without {}", figure.name, model.store.name(id));
    }
    assert_eq!(figure.value, before);
    // Without one of the two there is no such pair, and no other takes its place.
    send(&mut model, Msg::AnnotatorSwitched(ids[3].clone()));
    assert_eq!(shown(&model).pairs.figure, None);
}

#[test]
fn answers_without_an_order_are_not_said_to_be_nobodys() {
    let ordinal = |options: [&str; 2]| {
        let asked = |codebook: &mut Codebook| {
            let option = codebook.questions[0].options[0].clone();
            let named = |id: &str| StanceOption { id: id.into(), label: id.into(), ..option.clone() };
            codebook.questions[0].options = options.map(named).to_vec();
        };
        let [one, other] = options;
        let people = [[one, other, one, other], [one, one, other, other]];
        let people = people.map(|said| layer(&article(4), &said.map(|answer| (answer, &[][..]))));
        let mut model = made(4, asked, &[("Ann", people[0].clone()), ("Ben", people[1].clone())]);
        send(&mut model, Msg::TabChosen(Tab::Numbers));
        shown(&model).answers.iter().find(|f| f.measure == Measure::Ordinal).expect("it is shown").value.to_string()
    };
    assert_eq!(ordinal(["economy", "safety"]), "does not apply: these answers have no order");
    assert_eq!(ordinal(["supports", "safety"]), "does not apply: these answers have no order");
    assert_eq!(ordinal(["supports", "opposes"]), "0.13");
}
