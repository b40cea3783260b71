use super::*;
use crate::{
    class::{
        annotators::annotators,
        msg::Msg,
        testing::{Seat, and, made},
    },
    compare::msg::{Msg as Compare, Tab},
    decide::view::decide,
};
use postil_core::{
    codebook::Codebook,
    measure::comparison::testing::{article, layer},
    record::{Confidence, Layer, Stance, edit::Edit},
};
use std::collections::BTreeSet;

/// Twenty themes instead of the sample's nine.
fn twenty(codebook: &mut Codebook) {
    let theme = codebook.themes[0].clone();
    codebook.themes = vec![theme; 20];
    for (at, theme) in codebook.themes.iter_mut().enumerate() {
        (theme.id, theme.label) = (format!("t{at}").as_str().into(), format!("Theme {at}").into());
    }
}

/// What somebody says of the only paragraph.
fn said(stance: &str, themes: &[&str]) -> Layer {
    layer(&article(1), &[(stance, themes)])
}

fn first(model: &Seat) -> Arc<Row> {
    Arc::clone(&model.view.board().expect("the board is shown").sections[0][0])
}

#[test]
fn people_who_say_different_things_share_no_cell() {
    let people = [
        ("a", said("supports", &["t0"])),
        ("b", said("supports", &["t16"])),
        ("c", said("supports", &["none"])),
        ("d", said("supports", &["alien"])),
        ("e", said("supports", &["other"])),
        ("f", said("supports", &[])),
        ("g", said("supports", &["t0", "t1", "t2", "t3", "t4"])),
        ("h", said("supports", &["t0", "t1", "t2", "t3", "t5"])),
        ("i", said("", &["t0"])),
        ("j", said("supports", &["t0"])),
        ("k", said("perhaps", &["t0"])),
    ];
    let model = made(1, twenty, &people);
    let words = [
        "supports; Theme 0",
        "supports; Theme 16",
        "supports; no theme applies",
        "supports; alien",
        "supports; other",
        "supports",
        "supports; Theme 0, Theme 1, Theme 2, Theme 3, Theme 4",
        "supports; Theme 0, Theme 1, Theme 2, Theme 3, Theme 5",
        "question not answered; Theme 0",
        "supports; Theme 0",
        "perhaps; Theme 0",
    ];
    let row = first(&model);
    assert_eq!(row.cells.iter().map(|cell| &*cell.words).collect::<Vec<_>>(), words);
    // Those who say the same share one.
    let cells: BTreeSet<*const Cell> = row.cells.iter().map(Arc::as_ptr).collect();
    assert_eq!((cells.len(), Arc::as_ptr(&row.cells[0])), (10, Arc::as_ptr(&row.cells[9])));
    let decided = decide(&model.decide, model.inputs(), &annotators(model.inputs()), 0);
    for (at, (name, _)) in people.iter().enumerate() {
        let said = decided.said.iter().find(|said| &*said.name == *name).expect("is listed");
        assert_eq!(&*said.words, words[at], "{name}");
    }
}

#[test]
fn a_note_alone_makes_no_column_and_can_still_be_read() {
    let both = layer(&article(2), &[("supports", &[]), ("opposes", &[])]);
    let note = and(Layer::default(), 0, Edit::Note(vec!["for the class".into()]));
    let mut model = made(2, |_| {}, &[("ann", both.clone()), ("ben", both), ("teacher", note)]);
    let board = model.view.board().cloned().expect("is shown");
    assert_eq!(board.columns.iter().map(|column| &*column.name).collect::<Vec<_>>(), ["ann", "ben"]);
    assert_eq!(&*first(&model).bar.words, "2 supports");
    let readers = annotators(model.inputs());
    let question = model.inputs().question_id();
    let source = model.source(&readers, &question);
    assert_eq!((readers.len(), source.complete), (2, 2));
    // Where notes are shown it is there.
    model.send(Msg::ParagraphOpened(0));
    let decided = model.view.decide().cloned().expect("is shown");
    let notes: Vec<(&str, &str)> =
        decided.view.said.iter().flat_map(|said| said.notes.iter().map(|note| (&*said.name, &**note))).collect();
    assert_eq!(notes, [("teacher", "for the class")]);
}

#[test]
fn who_answered_another_question_is_no_reader_of_this_one() {
    let ask = |codebook: &mut Codebook| {
        let mut second = codebook.questions[0].clone();
        second.id = "second".into();
        codebook.questions.push(second);
    };
    let stance = Stance { option: "mixed".into(), confidence: None };
    let other = and(Layer::default(), 0, Edit::Stance("second".into(), Some(stance)));
    let mut model = made(1, ask, &[("ann", said("supports", &[])), ("ben", other), ("cem", said("", &["none"]))]);
    let columns = |model: &Seat| {
        let board = model.view.board().cloned().expect("is shown");
        board.columns.iter().map(|column| column.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(columns(&model), ["ann", "cem"]);
    model.send(Msg::QuestionChosen(1));
    assert_eq!(columns(&model), ["ben", "cem"]);
    // Numbers stay with their people, whichever question is shown.
    model.send(Msg::NamesSwitched(false));
    assert_eq!(columns(&model), ["Person 2", "Person 3"]);
}

#[test]
fn what_was_archived_is_shown_only_where_somebody_named_it() {
    let archive = |codebook: &mut Codebook| {
        codebook.questions[0].options.iter_mut().for_each(|option| option.archived = option.id.as_str() != "supports");
        codebook.themes.iter_mut().for_each(|theme| theme.archived = theme.id.as_str() != "rivalry");
    };
    let model = made(1, archive, &[("a", said("supports", &["image"])), ("b", said("mixed", &["alien"]))]);
    let board = model.view.board().expect("the board is shown");
    let labels = |choices: &[Choice]| choices.iter().map(|choice| choice.id.to_string()).collect::<Vec<_>>();
    assert_eq!(labels(&board.stances), ["supports", "mixed"]);
    assert_eq!(labels(&board.themes), ["rivalry", "image", "alien"]);
}

#[test]
fn a_row_whose_themes_differ_says_so() {
    let people = [("a", said("supports", &["image"])), ("b", said("supports", &["rivalry"]))];
    let mut model = made(1, |_| {}, &people);
    model.send(Compare::OnlyChosen(Only::Differing));
    assert_eq!(&*first(&model).differing, "themes differ");
    let people = [("a", said("supports", &["image"])), ("b", said("opposes", &["rivalry"]))];
    assert_eq!(&*first(&made(1, |_| {}, &people)).differing, "100\u{a0}%");
    let people = [("a", said("supports", &["image"])), ("b", said("supports", &["image"]))];
    let mut model = made(1, |_| {}, &people);
    assert_eq!(&*first(&model).differing, "0\u{a0}%");
    model.send(Compare::OnlyChosen(Only::Differing));
    assert_eq!(model.view.board().map(|board| board.rows), Some(0));
}

#[test]
fn readers_who_agree_wherever_both_have_coded_differ_in_nothing() {
    let all = vec![("supports", &[][..]); 10];
    let (ann, few) = (layer(&article(10), &all), layer(&article(10), &all[..2]));
    let mut model = made(10, |_| {}, &[("ann", ann), ("ben", few.clone()), ("cem", few.clone()), ("dot", few)]);
    model.send(Compare::TabChosen(Tab::Kinds));
    let view = model.view.kinds().cloned().expect("is shown");
    assert!(view.summary.starts_with("0 of 12 pairs differ."), "{}", view.summary);
    assert!(view.rows.iter().all(|row| row.count == 0));
}

#[test]
fn one_pair_of_many_is_not_nothing() {
    let division = |differing, pairs| Division { differing, pairs, ..Division::default() };
    for (differs, pairs, words) in [(0, 435, "0\u{a0}%"), (1, 435, "under 1\u{a0}%"), (3, 435, "1\u{a0}%"), (0, 0, "–")]
    {
        assert_eq!(&*differing(&division(differs, pairs)), words);
    }
}

#[test]
fn confidence_has_the_word_it_was_asked_with() {
    let sure = |confidence| {
        let stance = Stance { option: "supports".into(), confidence: Some(confidence) };
        and(Layer::default(), 0, Edit::Stance("stance".into(), Some(stance)))
    };
    let people = [("ann", sure(Confidence::Low)), ("ben", sure(Confidence::Medium)), ("cem", sure(Confidence::High))];
    let model = made(1, |_| {}, &people);
    let said = decide(&model.decide, model.inputs(), &annotators(model.inputs()), 0).said;
    assert_eq!(said.iter().map(|said| said.confidence).collect::<Vec<_>>(), ["low", "medium", "high"]);
}

#[test]
fn whoever_looks_at_the_board_otherwise_begins_at_its_top() {
    let mut model = made(1, |_| {}, &[("ann", said("supports", &["image"]))]);
    let ways = [
        Compare::Sorted(true),
        Compare::OnlyChosen(Only::Unfinished),
        Compare::ThemeChosen(Some("image".into())),
        Compare::StanceChosen(Some("supports".into())),
    ];
    for way in ways {
        model.send(Compare::EndSeen);
        assert_eq!(model.view.board().map(|board| board.drawn), Some(2));
        model.send(way);
        assert_eq!(model.view.board().map(|board| board.drawn), Some(1));
    }
}
