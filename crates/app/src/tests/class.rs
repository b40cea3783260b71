//! The class's screens played through without a browser.

use super::{Browser, Tab};
use crate::{
    class::{
        annotators::{annotators, compare},
        context::Context,
        lens::Inputs,
        model::Model,
        msg::Msg as Class,
    },
    compare::{
        msg::{Msg as Compare, Only, Tab as Part},
        numbers::{ANSWERS, THEMES, figures::NumbersView},
    },
    decide::msg::Msg as Decide,
    discuss::{msg::Msg as Discuss, place::Step},
    effect::Effect,
    env::Env,
    msg::Msg,
    read,
    screen::Overlay,
    shared::editing,
    storage,
};
use postil_core::{
    base::id::AnnotatorId,
    measure::division::divisions,
    record::{
        LayerKey, Themes,
        decision::{Adjudication, Outcome, Reason, Round},
        edit::Edit,
    },
};
use std::{any::Any, sync::Arc};

const CLASS: &str = include_str!("../../../../static/class/example.postil.json");

/// A tab in which the class's screens are played.
pub(super) struct Room {
    pub(super) tab: Tab,
}

impl Room {
    /// Compare, with a class in it.
    pub(super) fn with_class() -> Self {
        let mut room = Self::open();
        room.tab.import(&[CLASS]);
        room.tab.send(Msg::DialogClosed);
        room.host(Msg::RouteChanged("#/compare".into()));
        room
    }

    pub(super) fn open() -> Self {
        Self { tab: Browser::new().open() }
    }

    /// Something happens elsewhere in the app.
    pub(super) fn host(&mut self, msg: impl Into<Msg>) {
        self.tab.send(msg);
    }

    /// Something happens on the class's screens.
    pub(super) fn send(&mut self, msg: impl Into<Class>) {
        let now = &self.tab.browser.now;
        now.set(now.get() + 1000);
        self.tab.send(Msg::Class(Arc::new(msg.into())));
    }

    /// The class's screens.
    pub(super) fn pages(&self) -> &Model {
        let pages: &dyn Any = &**self.tab.model.class.as_ref().expect("Compare was shown");
        pages.downcast_ref().expect("there is one kind of them")
    }

    /// What they are drawn from.
    fn inputs(&self) -> Inputs<'_> {
        let env = Env::still();
        Context::of(&self.tab.model.shared, &self.pages().article, &env).with(&self.pages().lens)
    }

    /// Somebody's record is changed, as by an import.
    fn edit(&mut self, annotator: &AnnotatorId, index: usize, edit: Edit) {
        let paragraph = self.tab.model.shared.paragraph_id(index).cloned().expect("is there");
        let env = Env { now: 1_800_000_000_000, ..Env::still() };
        editing::edit_record(&mut self.tab.model.shared, annotator, &paragraph, &[edit], "x", &env);
    }

    /// Works on until nothing is left to compute.
    fn compute(&mut self) {
        for _ in 0..10_000 {
            let Some(at) = self.tab.done.iter().position(|e| matches!(e, Effect::Wait(_, 0))) else { return };
            let Effect::Wait(timer, _) = self.tab.done.remove(at) else { return };
            self.host(Msg::TimePassed(timer));
        }
        panic!("it never ends");
    }

    pub(super) fn decided(&self, index: usize) -> Adjudication<'_> {
        let model = &self.tab.model;
        let paragraph = &model.shared.article.paragraphs()[index].id;
        let class = model.shared.class_id().map(|class| (class, model.shared.article_id()));
        class.map(|(class, article)| model.shared.store().adjudication(article, class, paragraph)).unwrap_or_default()
    }

    pub(super) fn somebody(&self) -> AnnotatorId {
        self.pages().view.annotators.annotators[0].id.clone()
    }
}

#[test]
fn compare_shows_what_is_said_meanwhile() {
    let mut room = Room::with_class();
    let people = |room: &Room| room.pages().view.annotators.annotators.len();
    assert_eq!(people(&room), 12);
    // A gesture while it is not shown, and its undo while it is.
    room.host(Msg::RouteChanged("#/read".into()));
    room.tab.press("s");
    room.host(Msg::RouteChanged("#/compare".into()));
    assert_eq!(people(&room), 13);
    room.host(Msg::UndoAsked);
    assert_eq!(people(&room), 12);
    // An import taken back is more than an addition.
    room.host(Msg::UndoAsked);
    assert_eq!(people(&room), 0);
}

#[test]
fn names_are_hidden_in_a_class_until_somebody_asks() {
    let mut room = Room::with_class();
    let names =
        |room: &Room| room.pages().view.annotators.annotators.iter().map(|a| a.name.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&room)[..2], ["Person 1", "Person 2"]);
    room.send(Class::NamesSwitched(true));
    assert!(names(&room).iter().all(|name| !name.starts_with("No.")));
    let mut sorted = names(&room);
    sorted.sort();
    assert_eq!(names(&room), sorted);
}

#[test]
fn everybodys_cells_stand_under_their_own_head() {
    let mut room = Room::with_class();
    room.send(Compare::TabChosen(Part::Board));
    for named in [false, true, false] {
        room.send(Class::NamesSwitched(named));
        let board = room.pages().view.board().cloned().expect("the board is shown");
        for row in board.sections.iter().flat_map(|rows| rows.iter()) {
            let paragraph = &room.pages().article.paragraphs()[row.index].id;
            for (column, cell) in board.columns.iter().zip(&row.cells) {
                let key = LayerKey::reading((&*column.key).into(), 1);
                let record = room.tab.model.shared.store().record(room.pages().article.id(), &key, paragraph);
                let stance = record.and_then(|record| record.stance(&"stance".into()));
                assert_eq!(cell.stance.as_deref(), stance.map(|stance| stance.option.as_str()), "{}", column.name);
            }
        }
    }
}

#[test]
fn the_board_sorts_and_filters_and_keeps_what_did_not_change() {
    let mut room = Room::with_class();
    room.send(Compare::TabChosen(Part::Board));
    let board = |room: &Room| Arc::clone(room.pages().view.board().expect("the board is shown"));
    let order =
        |room: &Room| board(room).sections.iter().flat_map(|rows| rows.iter().map(|row| row.index)).collect::<Vec<_>>();
    assert_eq!(order(&room), (0..10).collect::<Vec<_>>());
    let before = board(&room);
    room.send(Compare::Sorted(true));
    let after = board(&room);
    assert_ne!(order(&room), (0..10).collect::<Vec<_>>());
    let everybody = annotators(room.inputs());
    let found = divisions(&compare(room.inputs(), &everybody), &"stance".into());
    let ranks: Vec<_> = order(&room).into_iter().map(|index| found[index].rank()).collect();
    assert!(ranks.is_sorted_by(|a, b| a >= b), "{ranks:?}");
    let row = |view: &crate::compare::board::BoardView, index| {
        view.sections.iter().flat_map(|rows| rows.iter()).find(|row| row.index == index).cloned().unwrap()
    };
    for index in 0..10 {
        assert!(Arc::ptr_eq(&row(&before, index), &row(&after, index)), "row {index} is the same row");
    }
    room.send(Compare::OnlyChosen(Only::Unfinished));
    assert!(order(&room).len() < 10);
    room.send(Compare::OnlyChosen(Only::All));
    room.send(Compare::StanceChosen(Some("opposes".into())));
    let found = order(&room);
    assert!(!found.is_empty() && found.len() < 10);
    // One tag makes one new row, and no other.
    room.send(Compare::StanceChosen(None));
    let before = board(&room);
    let somebody = room.somebody();
    let edit = Edit::Theme("espionage".into(), true);
    room.edit(&somebody, 4, edit);
    room.send(Class::AllAnnotatorsChosen);
    let after = board(&room);
    let made = (0..10).filter(|index| !Arc::ptr_eq(&row(&before, *index), &row(&after, *index)));
    assert_eq!(made.collect::<Vec<_>>(), [4]);
}

#[test]
fn numbers_are_computed_bit_by_bit_and_anew_when_somebody_is_left_out() {
    let mut room = Room::with_class();
    room.send(Compare::TabChosen(Part::Numbers));
    room.compute();
    let pairs = |view: &NumbersView| view.pairs.rows.iter().flatten().filter(|cell| cell.pair.is_some()).count() / 2;
    let view = room.pages().view.numbers().cloned().expect("the numbers are shown");
    assert!(!view.working);
    assert_eq!(view.answers.len(), 6);
    let alpha = &view.answers[0];
    assert!(!alpha.undefined && alpha.interval.contains(" to ") && !alpha.conclusion.is_empty(), "{alpha:?}");
    assert_eq!(view.each.len(), 9);
    assert_eq!(pairs(&view), 66);
    // Fleiss' kappa does not apply: some are unfinished. Of what everybody coded it does.
    assert!(view.answers[3].undefined);
    room.send(Compare::CompleteChosen(true));
    room.compute();
    let whole = room.pages().view.numbers().cloned().unwrap();
    assert!(!whole.answers[3].undefined, "{:?}", whole.answers[3]);
    let somebody = room.somebody();
    room.send(Class::AnnotatorSwitched(somebody));
    room.compute();
    assert_eq!(pairs(room.pages().view.numbers().unwrap()), 55);
}

#[test]
fn each_number_explains_itself() {
    use postil_core::measure::agreement::measure::Measure;
    let mut room = Room::with_class();
    room.send(Compare::TabChosen(Part::Numbers));
    room.compute();
    let of_two = [Measure::Cohen(0, 1), Measure::Scott(0, 1)];
    for measure in ANSWERS.into_iter().chain(THEMES).chain(of_two) {
        room.send(Compare::NumberOpened(Some(measure.clone())));
        room.compute();
        let view = room.pages().view.numbers().cloned().unwrap();
        let figures = view.answers.iter().chain(&view.themes).chain(&view.pairs.figures);
        let figure = figures.into_iter().find(|figure| figure.measure == measure).expect("it is shown");
        let explanation = figure.explanation.as_ref().expect("it is open");
        assert!(!explanation.formula.is_empty() && !explanation.steps.is_empty() && !explanation.tables.is_empty());
        assert!(!explanation.costly.is_empty() || measure.pair().is_some(), "{measure:?}");
    }
}

#[test]
fn a_lesson_is_kept_and_can_be_undone() {
    let mut room = Room::with_class();
    room.host(Msg::RouteChanged("#/discuss".into()));
    let view = |room: &Room| Arc::clone(room.pages().view.discuss().expect("something is discussed"));
    let index = view(&room).index;
    assert_eq!(view(&room).step, Step::Blind);
    room.send(Discuss::Stepped(true));
    room.send(Discuss::HandsCounted("supports".into(), Some(9)));
    room.send(Discuss::HandsCounted("mixed".into(), Some(3)));
    room.send(Discuss::Stepped(true));
    assert_eq!(view(&room).step, Step::Reveal);
    assert!(!view(&room).kinds.is_empty());
    room.send(Decide::SentenceTyped(index, "The last sentence decides.".into()));
    room.send(Discuss::Stepped(true));
    assert_eq!(&*room.decided(index).sentence(), "The last sentence decides.");
    room.send(Discuss::HandsCounted("supports".into(), Some(4)));
    room.send(Discuss::HandsCounted("mixed".into(), Some(8)));
    assert_eq!(&*view(&room).moved, "At least 5 votes changed.");
    room.send(Discuss::Stepped(true));
    room.send(Decide::AgreedStance("stance".into(), "mixed".into()));
    room.send(Decide::AgreedTheme("image".into()));
    room.send(Decide::ReasonChosen(Reason::Reading));
    room.send(Decide::DecisionRecorded);
    let decision = room.decided(index).decision().expect("it is decided");
    assert_eq!((decision.outcome, decision.reason), (Outcome::Decided, Some(Reason::Reading)));
    assert_eq!(decision.themes, Themes::Set(vec!["image".into()]));
    assert_eq!(decision.votes["stance"].each_ref().map(|hands| hands.len()), [2, 2]);
    // On to the next paragraph, and the agenda stays as it was.
    room.send(Discuss::Stepped(true));
    assert_ne!(view(&room).index, index);
    // One undo takes the whole decision back, and nothing else.
    room.host(Msg::UndoAsked);
    assert_eq!(room.decided(index).decision(), None);
    assert_eq!(room.decided(index).hands_in(Round::SECOND, &"stance".into()).len(), 2);
}

#[test]
fn nobodys_own_answers_are_touched_by_a_decision() {
    let mut room = Room::with_class();
    let before = room.tab.model.shared.store().layers[room.tab.model.shared.article_id()].clone();
    let somebody = room.somebody();
    room.send(Class::ParagraphOpened(6));
    room.send(Decide::AnswerTaken(somebody));
    room.send(Decide::OutcomeChosen(Outcome::Difference));
    room.send(Decide::DecisionRecorded);
    let after = room.tab.model.shared.store().layers[room.tab.model.shared.article_id()].clone();
    for (annotator, layer) in &before {
        assert_eq!(after.get(annotator), Some(layer));
    }
    let recorded = room.pages().view.decide().unwrap().view.recorded.clone().expect("it is recorded");
    assert!(recorded.starts_with("Different readings are possible: recorded, "), "{recorded}");
    room.send(Decide::DecisionTakenBack);
    assert_eq!(room.pages().view.decide().unwrap().view.recorded, None);
}

#[test]
fn the_example_class_comes_and_goes_in_one_step() {
    let mut room = Room::open();
    room.host(Msg::RouteChanged("#/compare".into()));
    assert!(room.pages().view.annotators.example_fits && !room.pages().view.annotators.example);
    room.send(Compare::ExampleAsked);
    assert!(room.pages().view.annotators.example);
    assert_eq!(room.pages().view.annotators.annotators.len(), 12);
    room.send(Compare::ExampleLeft);
    assert!(!room.pages().view.annotators.example);
    assert_eq!(room.pages().view.annotators.annotators.len(), 0);
    // And again, and still a month later, with everything drawn together meanwhile.
    room.send(Compare::ExampleAsked);
    let month = 31 * 24 * 60 * 60 * 1000;
    room.tab.browser.now.set(room.tab.browser.now.get() + month);
    let keys = room.tab.browser.local.borrow().keys().cloned().collect();
    room.host(storage::Msg::CompactionMayRun(keys));
    let mut later = Room { tab: room.tab.browser.open() };
    later.host(Msg::RouteChanged("#/compare".into()));
    assert_eq!(later.pages().view.annotators.annotators.len(), 12);
    later.send(Compare::ExampleLeft);
    assert_eq!(later.pages().view.annotators.annotators.len(), 0);
}

#[test]
fn the_agenda_can_be_picked_by_hand() {
    let mut room = Room::with_class();
    room.host(Msg::RouteChanged("#/discuss".into()));
    room.send(Discuss::AgendaOpened(true));
    for index in 0..9 {
        room.send(Discuss::AgendaSwitched(index));
    }
    let view = room.pages().view.discuss().cloned().expect("one is left");
    assert_eq!((view.index, &*view.place), (9, "1 of 1"));
    room.send(Discuss::AgendaSwitched(9));
    assert_eq!(room.pages().view.discuss(), None);
    room.send(Discuss::AgendaReset);
    assert_eq!(&*room.pages().view.discuss().cloned().expect("all are back").place, "1 of 10");
}

#[test]
fn the_margin_shows_everybody_or_the_agreed_reading() {
    let mut room = Room::with_class();
    room.host(Msg::RouteChanged("#/read".into()));
    room.tab.press("o");
    let shown = |room: &Room| {
        let sections = room.tab.model.view.article.sections.clone();
        let rows = sections.iter().flat_map(|section| section.rows.clone());
        let first = rows.into_iter().find_map(|row| match row {
            read::view::article::RowView::Paragraph(row) => Some(row),
            read::view::article::RowView::Heading(..) => None,
        });
        let row = first.expect("there is a paragraph");
        let marks = row.shown.clone().unwrap_or_else(|| Arc::clone(&row.marks));
        let words: Vec<String> = marks.stances.iter().map(|mark| mark.label.to_string()).collect();
        // What is stored of one's own stays readable for programs, whatever is shown.
        assert_eq!(row.marks.stance_id.as_deref(), Some("opposes"));
        words.join(", ")
    };
    assert_eq!(room.tab.model.view.article.overlay, Some("mine"));
    assert_eq!(shown(&room), "opposes");
    room.host(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!(shown(&room), "1 opposes, 10 neutral, 2 no stance");
    room.host(read::Msg::OverlayChosen(Overlay::Agreed));
    assert_eq!(shown(&room), "");
    room.host(Msg::RouteChanged("#/compare".into()));
    room.send(Class::ParagraphOpened(0));
    room.send(Decide::AgreedStance("stance".into(), "neutral".into()));
    room.send(Decide::DecisionRecorded);
    assert_eq!(shown(&room), "neutral");
    // Alone there is nobody to show.
    assert_eq!(Room::open().tab.model.view.article.overlay, None);
}

#[test]
fn undo_of_a_decision_leaves_whoever_tags_alone() {
    let mut room = Room::with_class();
    let who = room.tab.model.shared.annotator.clone();
    let somebody = room.somebody();
    room.send(Class::ParagraphOpened(2));
    room.send(Decide::AnswerTaken(somebody));
    room.send(Decide::DecisionRecorded);
    room.host(Msg::UndoAsked);
    assert_eq!(room.decided(2).decision(), None);
    assert_eq!(room.tab.model.shared.annotator, who);
    room.host(Msg::RedoAsked);
    assert_eq!(room.tab.model.shared.annotator, who);
    assert!(room.decided(2).decision().is_some());
}

#[test]
fn the_example_class_is_said_to_be_made_up_however_it_came_back() {
    let mut room = Room::open();
    room.host(Msg::RouteChanged("#/compare".into()));
    let example = |room: &Room| room.pages().view.annotators.example;
    room.send(Compare::ExampleAsked);
    room.send(Compare::ExampleLeft);
    room.host(Msg::UndoAsked);
    assert!(example(&room), "removed and brought back");
    room.send(Compare::ExampleLeft);
    assert!(!example(&room));
    room.send(Compare::ExampleAsked);
    room.host(Msg::UndoAsked);
    assert!(!example(&room), "undone as an import");
    room.host(Msg::RedoAsked);
    assert!(example(&room) && room.pages().view.annotators.annotators.len() == 12);
}

#[test]
fn another_question_is_seen_through_its_own_answers() {
    use postil_core::record::{Stance, edit::Edit};
    let mut room = Room::with_class();
    let mut codebook = (*room.tab.model.shared.codebook).clone();
    let mut second = codebook.questions[0].clone();
    second.id = "second".into();
    codebook.questions.push(second);
    room.tab.model.shared.codebook = Arc::new(codebook);
    let somebody = room.somebody();
    let stance = Stance { option: "mixed".into(), confidence: None };
    room.edit(&somebody, 0, Edit::Stance("second".into(), Some(stance)));
    room.send(Class::QuestionChosen(1));
    room.send(Compare::TabChosen(Part::Board));
    let board = room.pages().view.board().cloned().expect("the board is shown");
    let answers: Vec<_> = board.sections[0][0].cells.iter().filter_map(|cell| cell.stance.as_deref()).collect();
    assert_eq!(answers, ["mixed"]);
}

#[test]
fn an_example_class_without_room_says_why() {
    let mut room = Room::open();
    room.host(Msg::RouteChanged("#/compare".into()));
    room.host(storage::Msg::UsageMeasured(crate::quota::QUOTA / 100 * 85));
    room.send(Compare::ExampleAsked);
    assert!(!room.pages().view.annotators.example);
    let shown = crate::files::verdicts::import_view(&room.tab.model.files, &room.tab.model.shared);
    assert!(room.tab.model.files.open.is_some() && shown.error.is_some(), "{shown:?}");
    // Also when the room only turns out to be gone while it is written.
    let mut room = Room::open();
    room.host(Msg::RouteChanged("#/compare".into()));
    room.tab.browser.refuses.replace(Some(crate::ports::StorageError::Full { needed: 1 }));
    room.send(Compare::ExampleAsked);
    assert!(!room.pages().view.annotators.example);
    assert!(room.tab.model.files.open.is_some() && room.tab.model.shared.toast.is_none());
}
