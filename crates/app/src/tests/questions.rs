//! Several stance questions in the margin: others' marks answer one of them, and it is named and can be chosen.

use super::{Browser, Tab};
use crate::{
    read::{self, view::article::RowView},
    screen::Overlay,
};
use postil_core::{
    base::{map::Map, stamp::Clock},
    codebook::{book::Book, sample},
    keep::{operation::Operation, store::Store},
    record::{
        LayerKey, Record, Stance, Themes,
        decision::{DecisionEdit, Decisions, Outcome, Proposal},
        edit::{Edit, delta},
    },
};
use std::sync::Arc;

/// A tab whose codebook asks twice, with two others who answered both on the first paragraph, and what was decided.
fn asked_twice() -> Tab {
    let mut tab = Browser::new().open();
    let mut codebook = (*tab.model.shared.codebook).clone();
    let mut second = codebook.questions[0].clone();
    (second.id, second.prompt) = ("second".into(), "And the reporter?".into());
    codebook.questions.push(second);
    let book = Arc::new(Book::of(&codebook, &sample::stamp()));
    let shared = &mut tab.model.shared;
    (shared.codebook, shared.base, shared.book) = (Arc::new(codebook), Arc::clone(&book), book);
    let answer = |question: &str, option: &str| {
        Edit::Stance(question.into(), Some(Stance { option: option.into(), confidence: None }))
    };
    let decision = Proposal {
        outcome: Outcome::Decided,
        answers: Map::from([("stance".into(), "neutral".into()), ("second".into(), "mixed".into())]),
        themes: Themes::NotCoded,
        reason: None,
        by: "ann".into(),
    };
    let said = [
        ("ann", vec![answer("stance", "supports"), answer("second", "mixed")]),
        ("ben", vec![answer("stance", "opposes"), answer("second", "mixed")]),
    ];
    let mut store = Store::default();
    let paragraph = &tab.model.shared.article.paragraphs()[0].id;
    for (who, edits) in said {
        let record = delta(&Record::default(), &edits, &mut Clock::new(who.into()), 1);
        store.put_record(tab.model.shared.article_id(), &LayerKey::reading(who.into(), 1), paragraph, &record);
    }
    let mut class = Decisions::default();
    class.edit(paragraph, &DecisionEdit::Record(decision), None, &mut Clock::new("class".into()), 1);
    store.put_class(tab.model.shared.article_id(), &"a-class".into(), &class);
    tab.model.shared.keep(Operation::Change(store));
    tab
}

/// The answers in the margin of the first paragraph.
fn shown(tab: &Tab) -> String {
    let rows = tab.model.view.article.sections.iter().flat_map(|section| &section.rows);
    let first = rows.filter_map(|row| match row {
        RowView::Paragraph(row) => Some(row),
        RowView::Heading(..) => None,
    });
    let row = first.take(1).next().expect("there is a paragraph");
    let marks = row.shown.as_ref().unwrap_or(&row.marks);
    marks.stances.iter().map(|mark| &*mark.label).collect::<Vec<_>>().join(", ")
}

#[test]
fn marks_of_others_answer_one_question_which_is_named() {
    let mut tab = asked_twice();
    let asked = |tab: &Tab| tab.model.view.article.asked.as_ref().map(|(prompts, at)| prompts[*at].clone());
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!(shown(&tab), "1 supports, 1 opposes");
    assert_eq!(asked(&tab), Some(tab.model.shared.codebook.questions[0].prompt.clone()));
    tab.send(read::Msg::QuestionShown(1));
    assert_eq!((shown(&tab), asked(&tab).as_deref()), ("2 mixed".into(), Some("And the reporter?")));
    tab.send(read::Msg::OverlayChosen(Overlay::Agreed));
    assert_eq!(shown(&tab), "mixed");
    // The key for the next question is another way to it.
    tab.press("q");
    assert_eq!(shown(&tab), "neutral");
    // One's own marks answer all of them, and there is nothing to choose.
    tab.send(read::Msg::OverlayChosen(Overlay::Mine));
    tab.press("s");
    tab.press("q");
    tab.press("o");
    assert_eq!((shown(&tab), asked(&tab)), ("supports, opposes".into(), None));
    // A question that there is not changes nothing.
    tab.send(read::Msg::QuestionShown(7));
    assert_eq!(tab.model.read.question, 1);
}

#[test]
fn one_question_needs_no_choice() {
    let mut tab = asked_twice();
    let mut codebook = (*tab.model.shared.codebook).clone();
    codebook.questions.truncate(1);
    let book = Arc::new(Book::of(&codebook, &sample::stamp()));
    let shared = &mut tab.model.shared;
    (shared.codebook, shared.base, shared.book) = (Arc::new(codebook), Arc::clone(&book), book);
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!((shown(&tab), tab.model.view.article.asked.is_none()), ("1 supports, 1 opposes".into(), true));
}
