//! Several stance questions: every screen follows the one that is chosen, and says which one that is.

mod answered;
mod own_options;
mod unknown;

use super::{
    msg::Msg,
    testing::{Seat, and, made},
};
use crate::{
    compare::msg::{Msg as Compare, Tab},
    decide::msg::Msg as Decide,
    discuss::{msg::Msg as Discuss, view::DiscussView},
    lesson::subpage::SubPage,
    screen::Screen,
};
use postil_core::{
    codebook::Codebook,
    measure::comparison::testing::{article, layer},
    record::{Layer, Stance, edit::Edit},
};
use std::sync::Arc;

const SECOND: &str = "What does the reporter say?";

fn ask_twice(codebook: &mut Codebook) {
    let mut second = codebook.questions[0].clone();
    (second.id, second.prompt) = ("second".into(), SECOND.into());
    codebook.questions.push(second);
}

/// Answers to both questions of two paragraphs.
fn said(first: [&str; 2], second: [&str; 2]) -> Layer {
    let stance = |option: &str| Stance { option: option.into(), confidence: None };
    let both = layer(&article(2), &first.map(|option| (option, &["image"][..])));
    second
        .into_iter()
        .enumerate()
        .fold(both, |layer, (at, option)| and(layer, at, Edit::Stance("second".into(), Some(stance(option)))))
}

/// The first paragraph divides by the first question, the second by the second.
fn class() -> Seat {
    let people = [
        ("ann", said(["supports", "neutral"], ["mixed", "supports"])),
        ("ben", said(["opposes", "neutral"], ["mixed", "opposes"])),
    ];
    made(2, ask_twice, &people)
}

fn go(model: &mut Seat, screen: Screen) {
    model.go(screen);
}

fn discussed(model: &Seat) -> Arc<DiscussView> {
    model.view.discuss().cloned().expect("something is discussed")
}

#[test]
fn the_agenda_follows_the_question_wherever_it_is_chosen() {
    let mut model = class();
    model.send(Msg::QuestionChosen(1));
    go(&mut model, Screen::Discuss);
    model.send(Discuss::AgendaOpened(true));
    let order = |model: &Seat| discussed(model).agenda.entries.iter().map(|entry| entry.index).collect::<Vec<_>>();
    assert_eq!((order(&model), discussed(&model).index, &*discussed(&model).prompt), (vec![1, 0], 1, SECOND));
    // What is discussed stays when another question is chosen; the rest of the agenda goes by that one.
    model.send(Msg::QuestionChosen(0));
    assert_eq!((order(&model), discussed(&model).index), (vec![0, 1], 1));
    assert_eq!(discussed(&model).prompt, model.shared.codebook.questions[0].prompt);
    // And when it is chosen elsewhere.
    go(&mut model, Screen::Compare);
    model.send(Msg::QuestionChosen(1));
    go(&mut model, Screen::Discuss);
    assert_eq!(order(&model), [1, 0]);
}

#[test]
fn each_part_of_compare_shows_the_chosen_question() {
    let mut model = class();
    model.send(Msg::QuestionChosen(1));
    let who = &model.view.annotators;
    assert_eq!((who.question, &*who.questions[who.question]), (1, SECOND));
    model.send(Compare::TabChosen(Tab::Board));
    let board = model.view.board().cloned().expect("is shown");
    assert_eq!(
        board.sections[0].iter().map(|row| &*row.bar.words).collect::<Vec<_>>(),
        ["2 mixed", "1 supports, 1 opposes"]
    );
    let mut shown = |tab| {
        model.send(Compare::TabChosen(tab));
        model.view.clone()
    };
    assert!(shown(Tab::Themes).themes().expect("is shown").tables[1].caption.contains(SECOND));
    let portrait = shown(Tab::Portrait).portrait().cloned().expect("is shown");
    assert_eq!((&*portrait.prompt, &*portrait.columns[0].name), (SECOND, "Paragraph 1: 2 mixed"));
    assert_eq!(shown(Tab::Kinds).kinds().expect("is shown").rows[0].paragraphs, [(1, 1)]);
    model.visit(SubPage::Decide);
    let decide = model.view.decide().cloned().expect("is shown");
    assert_eq!(
        decide.view.said.iter().map(|said| &*said.words).collect::<Vec<_>>(),
        ["mixed; Image and leadership"; 2]
    );
    assert_eq!(&*decide.view.asked, SECOND);
}

#[test]
fn the_report_names_the_question_of_each_answer() {
    let mut model = class();
    go(&mut model, Screen::Report);
    let report = model.view.report().cloned().expect("is shown").report.clone();
    let open = |at: usize| {
        let open = &report.open[at];
        (open.readings.iter().map(|said| &**said).collect::<Vec<_>>().join(" / "), &*open.gravest)
    };
    assert_eq!(open(0), ("Question 1: ▲ supports 1, ▼ opposes 1".into(), "Furthest apart: opposite, on question 1"));
    assert_eq!(open(1), ("Question 2: ▲ supports 1, ▼ opposes 1".into(), "Furthest apart: opposite, on question 2"));
    // With one question there is nothing to tell it from.
    let people = [("ann", said(["supports", ""], ["", ""])), ("ben", said(["opposes", ""], ["", ""]))];
    let mut model = made(2, |_| {}, &people);
    go(&mut model, Screen::Report);
    let report = model.view.report().cloned().expect("is shown").report.clone();
    assert_eq!(
        (&*report.open[0].readings[0], &*report.open[0].gravest),
        ("▲ supports 1, ▼ opposes 1", "Furthest apart: opposite")
    );
}

#[test]
fn what_is_settled_names_the_question_of_each_answer() {
    let mut model = class();
    model.send(Msg::ParagraphOpened(0));
    model.send(Decide::AgreedStance("second".into(), "mixed".into()));
    model.write(Decide::DecisionRecorded);
    go(&mut model, Screen::Report);
    let report = model.view.report().cloned().expect("is shown").report.clone();
    let settled = report.rows[0].settled.clone().expect("it is decided");
    assert_eq!(&*settled.words(), "Decided: Question 2: ◆ mixed");
}

#[test]
fn another_codebook_of_the_same_article_is_read_at_once() {
    let mut model = class();
    model.send(Compare::TabChosen(Tab::Board));
    let words = |model: &Seat| model.view.board().cloned().expect("is shown").sections[0][0].cells[0].words.to_string();
    assert!(words(&model).contains("supports"), "{}", words(&model));
    let mut codebook = (*model.shared.codebook).clone();
    codebook.questions[0].options[0].label = "is for it".into();
    model.shared.codebook = Arc::new(codebook);
    model.go(Screen::Compare);
    assert!(words(&model).contains("is for it"), "{}", words(&model));
}
