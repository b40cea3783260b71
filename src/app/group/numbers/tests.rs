//! The numbers as people see them.

use super::figures::Figure;
use crate::{
    app::group::{
        annotators::annotators,
        effect::Effect,
        model::Model,
        msg::{Msg, Tab},
        testing::{class_in, class_with},
        update::update,
    },
    core::{agreement::measure::Measure, codebook::StanceOption, id::AnnotatorId},
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
    let mut model = class_with(|codebook| {
        let option =
            |id: &str| StanceOption { id: id.into(), label: id.into(), ..codebook.questions[0].options[0].clone() };
        codebook.questions[0].options = ["economy", "safety"].map(option).to_vec();
    });
    send(&mut model, Msg::TabChosen(Tab::Numbers));
    let ordinal = |model: &Model| shown(model).answers.iter().find(|f| f.measure == Measure::Ordinal).cloned();
    let figure = ordinal(&model).expect("it is shown");
    assert!(!figure.undefined, "the answers of the class have an order: {}", figure.value);
    // The same class, had it been asked something else.
    let others = ["economy", "safety", "other"];
    for layer in model.store.layers.values_mut().flat_map(|layers| layers.values_mut()) {
        for record in layer.records.values_mut() {
            for register in record.stances.values_mut() {
                if let Some(stance) = &mut register.value {
                    stance.option = others[stance.option.as_str().len() % 3].into();
                }
            }
        }
    }
    send(&mut model, Msg::AllAnnotatorsChosen);
    assert_eq!(&*ordinal(&model).expect("it is shown").value, "does not apply: these answers have no order");
}
