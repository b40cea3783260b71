use super::view::*;
use crate::{
    class::{
        msg::Msg,
        testing::{Seat, and, made},
        view::Page,
    },
    decide::msg::Msg as Decide,
    intent::Intent,
    lesson::subpage::SubPage,
    screen::Screen,
};
use postil_core::{
    codebook::Codebook,
    measure::comparison::testing::{article, layer},
    record::{
        Layer, Stance, Themes,
        decision::{Outcome, Reason},
        edit::Edit,
    },
};
use std::sync::Arc;

/// What is said of the only paragraph.
fn said(stance: &str, themes: &[&str]) -> Layer {
    layer(&article(1), &[(stance, themes)])
}

/// Two people on one paragraph, which is to be decided.
fn room(ann: Layer, change: impl Fn(&mut Codebook)) -> Seat {
    let mut model = made(1, change, &[("ann", ann), ("ben", said("opposes", &["image"]))]);
    model.send(Msg::ParagraphOpened(0));
    model
}

/// Does something, and writes what is asked for.
fn send(model: &mut Seat, msg: impl Into<Msg>) {
    model.write(msg);
}

fn take(model: &mut Seat) {
    send(model, Decide::AnswerTaken("ann".into()));
}

fn view(model: &Seat) -> Arc<DecidePart> {
    model.view.decide().cloned().expect("something is decided")
}

/// The themes to choose that are not the codebook's, with how many gave each, and those of them that are chosen.
fn unknown(model: &Seat) -> Vec<(String, usize, bool)> {
    let part = view(model);
    let unknown = part.view.themes.iter().filter(|theme| model.shared.codebook.theme(&theme.id).is_none());
    unknown.map(|theme| (theme.label.to_string(), theme.count, theme.chosen)).collect()
}

fn options(model: &Seat) -> Vec<(String, usize, bool)> {
    let part = view(model);
    let given = part.view.questions[0].options.iter().filter(|option| option.before > 0 || option.chosen);
    given.map(|option| (option.label.to_string(), option.before, option.chosen)).collect()
}

/// What became of the paragraph, and the answer and themes that are recorded with it.
fn recorded(model: &Seat) -> Option<(Outcome, Option<String>, Themes)> {
    let decision = model.inputs().context.adjudication(0).decision()?;
    let answer = decision.answers.get("stance").map(ToString::to_string);
    Some((decision.outcome, answer, decision.themes))
}

#[test]
fn a_theme_that_the_codebook_does_not_know_is_seen_recorded_and_dropped() {
    let mut model = room(said("", &["alien"]), |_| {});
    assert_eq!(unknown(&model), [("alien".into(), 1, false)]);
    take(&mut model);
    assert_eq!(unknown(&model), [("alien".into(), 1, true)]);
    let mut other = room(said("", &["alien"]), |_| {});
    take(&mut other);
    for theme in ["alien", "image"] {
        send(&mut other, Decide::AgreedTheme(theme.into()));
    }
    assert_eq!(unknown(&other), [("alien".into(), 1, false)], "it can be chosen again");
    for (model, theme) in [(&mut model, "alien"), (&mut other, "image")] {
        send(model, Decide::DecisionRecorded);
        assert_eq!(recorded(model), Some((Outcome::Decided, None, Themes::Set(vec![theme.into()]))));
    }
}

#[test]
fn an_answer_that_the_codebook_does_not_know_is_seen_and_recorded() {
    let mut model = room(said("perhaps", &[]), |_| {});
    take(&mut model);
    assert_eq!(options(&model), [("opposes".into(), 1, false), ("perhaps".into(), 1, true)]);
    send(&mut model, Decide::DecisionRecorded);
    assert_eq!(recorded(&model), Some((Outcome::Decided, Some("perhaps".into()), Themes::NotCoded)));
}

#[test]
fn what_was_archived_can_be_decided_only_where_somebody_named_it() {
    let model = room(said("supports", &["rivalry"]), |codebook| {
        codebook.questions[0].options.iter_mut().for_each(|option| option.archived = true);
        codebook.themes.iter_mut().for_each(|theme| theme.archived = true);
    });
    let part = view(&model);
    let options: Vec<_> = part.view.questions[0].options.iter().map(|option| option.id.as_str()).collect();
    assert_eq!(options, ["opposes", "supports"]);
    let themes: Vec<_> = part.view.themes.iter().map(|theme| theme.id.as_str()).collect();
    assert_eq!(themes, ["image", "rivalry"]);
}

#[test]
fn nothing_is_decided_without_an_answer() {
    let stance = Stance { option: "supports".into(), confidence: None };
    let elsewhere = and(Layer::default(), 0, Edit::Stance("unasked".into(), Some(stance)));
    let mut model = room(elsewhere, |_| {});
    take(&mut model);
    assert_eq!((view(&model).view.can_record, view(&model).view.missing), (false, "Choose an answer first."));
    // Also when the button is not asked.
    send(&mut model, Decide::DecisionRecorded);
    assert_eq!(recorded(&model), None, "an answer to what nobody asks here is none");
    send(&mut model, Decide::OutcomeChosen(Outcome::Open));
    send(&mut model, Decide::DecisionRecorded);
    assert_eq!(recorded(&model).map(|(outcome, ..)| outcome), Some(Outcome::Open));
}

#[test]
fn while_nothing_can_be_changed_nothing_is_asked_for() {
    let mut model = room(said("supports", &["image"]), |_| {});
    take(&mut model);
    model.shared.read_only = true;
    let asked = model.send(Decide::DecisionRecorded);
    assert!(asked.iter().all(|intent| matches!(intent, Intent::Do(_))), "{asked:?}");
    let asked = model.send(Decide::DecisionTakenBack);
    assert!(asked.iter().all(|intent| matches!(intent, Intent::Do(_))), "{asked:?}");
}

#[test]
fn what_is_being_written_is_kept_before_another_paragraph_is_shown() {
    let people = [("ann", Layer::default())];
    let mut model = made(3, |_| {}, &people);
    for (msg, index) in [(Msg::ParagraphOpened(1), 1), (Decide::ParagraphStepped(true).into(), 2)] {
        assert_eq!(model.send(msg).first(), Some(&Intent::KeepWords));
        assert_eq!(model.view.decide().map(|part| part.view.index), Some(index));
    }
    // There is none after the last, and none that was asked for from elsewhere and is not there.
    model.send(Decide::ParagraphStepped(true));
    assert_eq!(model.view.decide().map(|part| part.view.index), Some(2));
    model.send(Msg::ParagraphOpened(99));
    assert_eq!(model.view.decide().map(|part| part.view.index), Some(2));
}

/// What is offered of a decision that is not recorded: the toast's sentence, and what its button sends.
fn offered(intents: Vec<Intent>) -> Option<(String, Arc<crate::msg::Msg>)> {
    intents.into_iter().find_map(|intent| match intent {
        Intent::Toast(sentence, Some(action)) => Some((sentence.to_string(), action.msg)),
        _ => None,
    })
}

#[test]
fn a_decision_that_was_made_and_not_recorded_is_told_of_and_is_not_lost() {
    let mut model = made(3, |_| {}, &[("ann", said("supports", &["image"]))]);
    model.visit(SubPage::Decide);
    send(&mut model, Decide::AnswerAccepted("stance".into(), "supports".into()));
    let (sentence, record) = offered(model.send(Decide::ParagraphStepped(true))).expect("it is told of");
    assert_eq!(sentence, "The decision on paragraph 1 is not recorded yet.");
    // The toast goes, and the list goes on saying so.
    let waiting = |model: &Seat| view(model).entries.iter().map(|entry| entry.waits).collect::<Vec<_>>();
    assert_eq!(waiting(&model), [true, false, false]);
    model.go(Screen::Class);
    let Page::Lesson(lesson) = &model.view.page else { panic!("{:?}", model.view.page) };
    assert!(lesson.discuss.ends_with(" One decision is not recorded yet."), "{}", lesson.discuss);
    model.visit(SubPage::Decide);
    // Another one begins, and the first is still there.
    send(&mut model, Decide::OutcomeChosen(Outcome::Open));
    assert!(offered(model.send(Decide::ParagraphStepped(false))).is_some());
    assert_eq!(view(&model).view.outcome, Some(Outcome::Decided));
    assert_eq!(recorded(&model), None);
    let crate::msg::Msg::Class(record) = &*record else { panic!("{record:?}") };
    model.write((**record).clone());
    assert_eq!(recorded(&model).map(|(outcome, ..)| outcome), Some(Outcome::Decided));
    assert!(!waiting(&model)[0]);
    assert_eq!(offered(model.send(Decide::ParagraphStepped(true))), None);
}

#[test]
fn nothing_is_told_of_where_nothing_was_decided() {
    let mut model = made(3, |_| {}, &[("ann", said("supports", &["image"]))]);
    model.visit(SubPage::Decide);
    assert_eq!(offered(model.send(Decide::ParagraphStepped(true))), None);
    // A reason alone is no decision.
    send(&mut model, Decide::ReasonChosen(Reason::ALL[0]));
    assert_eq!(offered(model.send(Decide::ParagraphStepped(true))), None);
}

#[test]
fn an_answer_is_accepted_with_the_themes_that_most_of_those_named_who_gave_it() {
    let people = [
        ("ann", said("supports", &["image", "rivalry"])),
        ("ben", said("supports", &["image"])),
        ("cid", said("supports", &[])),
        ("dee", said("opposes", &["governance"])),
    ];
    let accept = || Decide::AnswerAccepted("stance".into(), "supports".into());
    let mut model = made(1, |_| {}, &people);
    model.send(Msg::ParagraphOpened(0));
    send(&mut model, accept());
    send(&mut model, accept());
    send(&mut model, Decide::DecisionRecorded);
    let image = || Themes::Set(vec!["image".into()]);
    assert_eq!(recorded(&model), Some((Outcome::Decided, Some("supports".into()), image())));
    // What was chosen by hand stays.
    let mut chosen = made(1, |_| {}, &people);
    chosen.send(Msg::ParagraphOpened(0));
    send(&mut chosen, Decide::AgreedTheme("espionage".into()));
    send(&mut chosen, accept());
    send(&mut chosen, Decide::DecisionRecorded);
    assert_eq!(recorded(&chosen).map(|(.., themes)| themes), Some(Themes::Set(vec!["espionage".into()])));
}
