//! What everybody has answered is one thing on all screens: the question that is shown, by all who read for it.

use super::{ask_twice, said};
use crate::{
    class::{
        annotators::everybody,
        msg::Msg,
        testing::{Seat, made},
    },
    compare::msg::{Msg as Compare, Only, Tab},
    screen::Screen,
};
use postil_core::{
    codebook::Codebook,
    measure::comparison::testing::{article, layer},
    record::Layer,
};

fn layer_of(said: [(&str, &[&str]); 2]) -> Layer {
    layer(&article(2), &said)
}

/// Ann has answered both paragraphs, Ben the second; of the first he has said themes.
fn class(change: impl Fn(&mut Codebook)) -> Seat {
    let ann = layer_of([("supports", &["image"]), ("supports", &["image"])]);
    let ben = layer_of([("", &["image"]), ("opposes", &["image"])]);
    made(2, change, &[("ann", ann), ("ben", ben)])
}

/// How many paragraphs everybody has answered: by what the board leaves when it shows the others, by the numbers, and by
/// the report.
fn counted(model: &mut Seat) -> (usize, String, Vec<usize>) {
    model.go(Screen::Compare);
    model.send(Compare::TabChosen(Tab::Board));
    model.send(Compare::OnlyChosen(Only::Unfinished));
    let others = model.view.board().expect("the board is shown").rows;
    model.send(Compare::TabChosen(Tab::Numbers));
    for _ in 0..20 {
        model.send(Compare::NumbersRested);
    }
    let numbers = model.view.numbers().expect("numbers are shown").complete_items.to_string();
    model.go(Screen::Report);
    let report = model.view.report().expect("the report is shown").report.complete.clone();
    (2 - others, numbers, report)
}

#[test]
fn answered_by_all_is_the_same_on_board_numbers_and_report() {
    assert_eq!(counted(&mut class(|_| {})), (1, "1 paragraph".into(), vec![1]));
}

#[test]
fn where_nothing_is_asked_themes_are_what_all_have_answered() {
    let mut model = class(|codebook| codebook.questions.clear());
    assert_eq!(counted(&mut model), (2, "2 paragraphs".into(), vec![2]));
    let report = &model.view.report().expect("the report is shown").report;
    assert!(report.methods.contains(" The themes of 2 paragraphs were answered by all of them."), "{}", report.methods);
}

#[test]
fn of_several_questions_each_has_its_own_number() {
    let people = [
        ("ann", said(["supports", "neutral"], ["mixed", "supports"])),
        ("ben", layer_of([("opposes", &["image"]), ("neutral", &["none"])])),
        ("cem", layer_of([("opposes", &[]), ("", &["none"])])),
    ];
    let mut model = made(2, ask_twice, &people);
    assert_eq!(counted(&mut model), (1, "1 paragraph".into(), vec![1, 0]));
    model.send(Msg::QuestionChosen(1));
    assert_eq!(counted(&mut model), (0, "0 paragraphs".into(), vec![1, 0]));
    let report = &model.view.report().expect("the report is shown").report;
    let facts: Vec<String> = report.facts().map(|(what, number)| [&number.to_string(), " ", &*what].concat()).collect();
    assert_eq!(facts[2..4], ["1 question 1 answered by all", "0 question 2 answered by all"]);
    let words = " Question 1 was answered by all its annotators on 1 paragraph, question 2 on 0 paragraphs.";
    assert!(report.methods.contains(words), "{}", report.methods);
}

#[test]
fn how_far_somebody_has_come_is_what_their_own_bar_says() {
    let model = class(|_| {});
    let progress: Vec<_> = everybody(model.inputs()).iter().map(|annotator| annotator.progress.to_string()).collect();
    assert_eq!(progress, ["2 of 2 answered", "1 of 2 answered · 1 in part"]);
}
