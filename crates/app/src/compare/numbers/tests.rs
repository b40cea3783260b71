//! The numbers as people see them.

use super::{
    explain::Explanation,
    figures::{Exact, Figure},
};
use crate::{
    class::{
        annotators::annotators,
        msg::Msg,
        testing::{Seat, class_in, made},
    },
    compare::msg::{Msg as Compare, Tab, Way},
    effect::Effect,
    timer::Timer,
};
use postil_core::{
    base::id::AnnotatorId,
    codebook::{Codebook, StanceOption},
    exchange::csv::MARK,
    measure::{
        agreement::measure::Measure,
        comparison::testing::{article, layer},
    },
    output::file_name::file_name,
};
use std::sync::Arc;

/// Sends a message and works on until nothing is left to compute.
fn send(model: &mut Seat, msg: impl Into<Msg>) {
    let mut waiting = model.effects(msg);
    while let Some(Effect::Wait(Timer::Numbers, _)) = waiting.pop() {
        waiting.extend(model.effects(Compare::NumbersRested));
    }
}

/// The example class with its numbers computed.
fn computed() -> Seat {
    let mut model = class_in(Tab::Board);
    send(&mut model, Compare::TabChosen(Tab::Numbers));
    model
}

fn shown(model: &Seat) -> &super::figures::NumbersView {
    model.view.numbers().expect("the numbers are shown")
}

fn open_pair(model: &Seat) -> &Figure {
    shown(model).pairs.figures.first().expect("a pair is open")
}

#[test]
fn a_chosen_pair_stays_these_two_when_names_put_people_in_another_order() {
    let mut model = computed();
    let ids: Vec<AnnotatorId> = annotators(model.inputs()).iter().map(|one| one.id.clone()).collect();
    send(&mut model, Compare::NumberOpened(Some(Measure::Cohen(0, 3))));
    let before = open_pair(&model).value.clone();
    send(&mut model, Msg::NamesSwitched(true));
    let after = annotators(model.inputs());
    assert_ne!(after.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), ids, "they stand in another order");
    let figure = open_pair(&model);
    for id in [&ids[0], &ids[3]] {
        assert!(
            figure.name.contains(&*model.shared.store().name(id)),
            "{} without {}",
            figure.name,
            model.shared.store().name(id)
        );
    }
    assert_eq!(figure.value, before);
    // Without one of the two there is no such pair, and no other takes its place.
    send(&mut model, Msg::AnnotatorSwitched(ids[3].clone()));
    assert_eq!(shown(&model).pairs.figures, []);
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
        send(&mut model, Compare::TabChosen(Tab::Numbers));
        shown(&model).answers.iter().find(|f| f.measure == Measure::Ordinal).expect("it is shown").value.to_string()
    };
    assert_eq!(ordinal(["economy", "safety"]), "does not apply: these answers have no order");
    assert_eq!(ordinal(["supports", "safety"]), "does not apply: these answers have no order");
    assert_eq!(ordinal(["supports", "opposes"]), "0.13");
}

#[test]
fn a_class_that_is_not_complete_has_a_kappa_all_the_same() {
    let model = computed();
    let figure = |measure: Measure| {
        shown(&model).answers.iter().find(|figure| figure.measure == measure).expect("it is shown").clone()
    };
    assert!(figure(Measure::Fleiss).undefined, "some have not answered everything");
    for measure in [Measure::Generalised, Measure::Ac1] {
        let figure = figure(measure);
        assert!(!figure.undefined && !figure.interval.is_empty() && !figure.conclusion.is_empty(), "{figure:?}");
    }
    assert_eq!(&*figure(Measure::Generalised).name, "Fleiss’ kappa, generalised (Gwet 2014)");
}

#[test]
fn every_value_is_there_with_all_its_digits() {
    let mut model = computed();
    send(&mut model, Compare::NumberOpened(Some(Measure::Cohen(0, 1))));
    let view = shown(&model);
    let figures = view.answers.iter().chain(&view.themes).chain(&view.each).chain(&view.pairs.figures);
    let cells = view.pairs.rows.iter().flatten().filter(|cell| cell.pair.is_some() && cell.level != "none");
    let mut exact: Vec<_> = figures.filter(|figure| !figure.undefined).map(|figure| figure.exact.clone()).collect();
    exact.extend(cells.map(|cell| cell.exact.clone()));
    assert!(exact.len() > 100, "{}", exact.len());
    for exact in &exact {
        let [low, value, high] =
            [&exact.low, &exact.value, &exact.high].map(|digits| digits.parse::<f64>().expect("a number"));
        assert!((-1.0..=1.0).contains(&value) && low <= high, "{exact:?}");
    }
    assert!(exact.iter().any(|exact| exact.value.len() > 15), "as many digits as there are");
    // A pair has one interval, in the table and in its own figure.
    let cell = view.pairs.rows[0][1].clone();
    assert_eq!(cell.exact, open_pair(&model).exact);
    // Where there is no value, there are no digits.
    let fleiss = view.answers.iter().find(|figure| figure.measure == Measure::Fleiss).expect("it is shown");
    assert_eq!(fleiss.exact, Exact::default());
}

#[test]
fn a_pair_has_both_coefficients_and_of_two_people_it_is_shown_at_once() {
    let mut model = computed();
    assert_eq!(shown(&model).pairs.figures, []);
    send(&mut model, Compare::NumberOpened(Some(Measure::Cohen(1, 4))));
    let names = |model: &Seat| shown(model).pairs.figures.iter().map(|one| one.name.to_string()).collect::<Vec<_>>();
    let found = names(&model);
    assert!(found[0].starts_with("Cohen’s kappa: ") && found[1].starts_with("Scott’s pi: "), "{found:?}");
    // Closing an explanation closes nothing else.
    send(&mut model, Compare::NumberOpened(Some(Measure::Scott(1, 4))));
    assert!(shown(&model).pairs.figures[1].explanation.is_some() && open_pair(&model).explanation.is_none());
    send(&mut model, Compare::NumberOpened(None));
    assert_eq!(names(&model), found);
    let said = layer(&article(2), &[("supports", &[]), ("opposes", &[])]);
    let mut two = made(2, |_| {}, &[("Ann", said.clone()), ("Ben", said)]);
    send(&mut two, Compare::TabChosen(Tab::Numbers));
    assert_eq!(
        names(&two),
        [
            "Cohen’s kappa: \u{2068}Ann\u{2069} and \u{2068}Ben\u{2069}",
            "Scott’s pi: \u{2068}Ann\u{2069} and \u{2068}Ben\u{2069}"
        ]
    );
}

#[test]
fn whose_convention_a_line_is_is_said_once() {
    let model = computed();
    let view = shown(&model);
    let figures = view.answers.iter().chain(&view.themes).chain(&view.each);
    assert!(figures.clone().all(|figure| !figure.conclusion.contains("not a rule")));
    assert!(figures.clone().any(|figure| figure.conclusion.contains("0.667")));
    assert!(view.convention.contains("not a rule"));
}

#[test]
fn nobody_waits_for_the_intervals_of_pairs() {
    let mut model = class_in(Tab::Board);
    let mut waiting = model.effects(Compare::TabChosen(Tab::Numbers));
    while shown(&model).working {
        let Some(Effect::Wait(Timer::Numbers, _)) = waiting.pop() else { panic!("it computes, and waits for nothing") };
        waiting = model.effects(Compare::NumbersRested);
    }
    let without = |model: &Seat| {
        let cells = shown(model).pairs.rows.iter().flatten();
        cells.filter(|cell| cell.pair.is_some() && cell.level != "none" && cell.exact.low.is_empty()).count()
    };
    assert!(without(&model) > 0, "all that is on the screen is there before these");
    while let Some(Effect::Wait(Timer::Numbers, _)) = waiting.pop() {
        waiting = model.effects(Compare::NumbersRested);
    }
    assert_eq!(without(&model), 0);
}

#[test]
fn the_interval_of_a_long_pair_is_computed_bit_by_bit() {
    let said: Vec<(&str, &[&str])> =
        (0..300).map(|at| (if at % 3 == 0 { "supports" } else { "opposes" }, &[][..])).collect();
    let mut other = said.clone();
    other.rotate_left(1);
    let people =
        [("Ann", &said), ("Ben", &other), ("Cem", &said)].map(|(name, said)| (name, layer(&article(300), said)));
    let mut model = made(300, |_| {}, &people);
    let mut waiting = model.effects(Compare::TabChosen(Tab::Numbers));
    let mut after = 0;
    while let Some(Effect::Wait(Timer::Numbers, _)) = waiting.pop() {
        after += usize::from(!shown(&model).working);
        waiting = model.effects(Compare::NumbersRested);
    }
    assert!(after > 1, "{after}");
    send(&mut model, Compare::NumberOpened(Some(Measure::Cohen(0, 1))));
    assert_eq!(shown(&model).pairs.rows[0][1].exact, open_pair(&model).exact);
}

#[test]
fn too_many_pairs_have_no_intervals_and_the_screen_says_so() {
    // 435 pairs on 46 paragraphs are 20,010, on 45 they are 19,575.
    let shows = |paragraphs: usize| {
        let said = |person: usize| -> Vec<(&str, &[&str])> {
            (0..paragraphs)
                .map(|at| (if (at + person).is_multiple_of(3) { "supports" } else { "opposes" }, &[][..]))
                .collect()
        };
        let names: Vec<String> = (0..30).map(|person| format!("p{person}")).collect();
        let people: Vec<_> =
            names.iter().enumerate().map(|(at, name)| (&**name, layer(&article(paragraphs), &said(at)))).collect();
        let mut model = made(paragraphs, |_| {}, &people);
        let waiting = model.effects(Compare::TabChosen(Tab::Numbers));
        assert!(!waiting.is_empty(), "it is said before all is computed");
        shown(&model).pairs.note
    };
    assert_eq!(shows(45), "");
    assert_eq!(shows(46), "Intervals are not computed for this many pairs. Choose one to see its own.");
}

#[test]
fn two_coders_have_cohen_theme_by_theme_and_a_sentence_to_cite() {
    let said = |shift: usize| -> Vec<(&str, &[&str])> {
        let at =
            |at: usize| (["supports", "opposes"][at / 3 % 2], [&["image"][..], &["rivalry"]][(at + shift) / 4 % 2]);
        (0..24).map(|n| at(n + shift)).collect()
    };
    let people = [("Ann", 0), ("Ben", 1)].map(|(name, shift)| (name, layer(&article(24), &said(shift))));
    let mut model = made(24, |_| {}, &people);
    send(&mut model, Compare::TabChosen(Tab::Numbers));
    let view = shown(&model);
    assert!(view.two && view.pairs.rows.is_empty() && view.pairs.spread.is_none());
    let image = view.each_of_two.iter().find(|figure| &*figure.name == "Image and leadership").expect("it is shown");
    assert_eq!(&*image.label, "Cohen’s kappa: Image and leadership");
    assert!(!image.interval.is_empty() && !image.exact.low.is_empty(), "{image:?}");
    // With two people and nothing missing it is near Krippendorff's alpha of the same.
    let alpha = view.each.iter().find(|figure| figure.name == image.name).expect("it is shown");
    let [one, other] = [image, alpha].map(|figure| figure.exact.value.parse::<f64>().expect("a number"));
    assert!((one - other).abs() < 0.05, "{one} {other}");
    let cite = view.cite.to_string();
    assert!(cite.starts_with(&format!(
        "Cohen’s kappa = {} (95% interval {};",
        open_pair(&model).value,
        open_pair(&model).interval
    )));
    assert!(
        cite.contains("2,000 resamples, seed 123623980689772") && cite.contains("n = 2 people and 24 paragraphs"),
        "{cite}"
    );
    assert!(cite.contains(", codebook “Visions of cyberspace”, version 2ce05b57db5a."), "{cite}");
    let mut effects = model.effects(Compare::CiteCopied);
    assert_eq!(effects.pop(), Some(Effect::Copy(cite.into())));
    let mut unnamed = made(24, |codebook| codebook.title = "".into(), &people);
    send(&mut unnamed, Compare::TabChosen(Tab::Numbers));
    let cite = &shown(&unnamed).cite;
    assert!(cite.contains("cyberspace?”, codebook version ") && !cite.contains("“”"), "{cite}");
}

#[test]
fn of_more_than_a_dozen_people_pairs_are_drawn_and_chosen_in_a_list() {
    let said = |person: usize| -> Vec<(&str, &[&str])> {
        let answers = ["supports", "opposes", "mixed"];
        (0..8)
            .map(
                |at| if person == 12 && at > 3 { ("", &[][..]) } else { (answers[(at * 7 + person / 4) % 3], &[][..]) },
            )
            .collect()
    };
    let names: Vec<String> = (0..13).map(|person| format!("p{person:02}")).collect();
    let people: Vec<_> = names.iter().enumerate().map(|(at, name)| (&**name, layer(&article(8), &said(at)))).collect();
    let mut model = made(8, |_| {}, &people);
    send(&mut model, Compare::TabChosen(Tab::Numbers));
    let pairs = &shown(&model).pairs;
    let spread = pairs.spread.as_ref().expect("it is drawn");
    assert!(pairs.rows.is_empty());
    assert_eq!(
        spread.columns.iter().map(|column| (column.full + column.pale) as usize).sum::<usize>(),
        pairs.choices.len()
    );
    // Whoever answered four paragraphs shares too few with each of the others.
    assert_eq!(spread.columns.iter().map(|column| column.pale).sum::<u32>(), 12);
    assert!(spread.sentence.starts_with("Half of 66 pairs"), "{}", spread.sentence);
    let (places, ..) = pairs.choices[0].clone();
    send(&mut model, Compare::NumberOpened(Some(Measure::Cohen(places.0, places.1))));
    assert!(shown(&model).pairs.choices[0].2 && shown(&model).pairs.figures.len() == 2);
}

#[test]
fn what_is_said_of_a_small_sample_is_said_once() {
    let model = computed();
    let view = shown(&model);
    assert!(view.small.starts_with("This is a small sample: 12 people and 10 paragraphs."), "{}", view.small);
    let figures = view.answers.iter().chain(&view.themes).chain(&view.each);
    assert!(figures.clone().any(|figure| &*figure.conclusion == "Too little to draw a conclusion."));
    assert!(figures.clone().all(|figure| !figure.conclusion.contains("could be anywhere")));
}

#[test]
fn the_tables_of_an_explanation_are_saved_while_it_is_open() {
    let mut model = computed();
    assert!(model.effects(Compare::CellsAsked(0, Way::Csv)).is_empty(), "none is open");
    send(&mut model, Compare::NumberOpened(Some(Measure::Nominal)));
    let Some(Effect::Download { name, text, .. }) = model.effects(Compare::CellsAsked(0, Way::Csv)).pop() else {
        panic!("it is saved")
    };
    let explanation = open(&model).expect("it is open");
    let tables = &explanation.tables;
    let table = &tables[0];
    assert_eq!(*name, *format!("Whose shared future - {}.csv", file_name(table.title)));
    let lines: Vec<&str> = text.trim_start_matches(MARK).lines().collect();
    assert_eq!(lines.len(), table.rows.len() + 1);
    assert!(lines.iter().all(|line| line.split(',').count() == table.head.len()), "{text}");
    assert!(model.effects(Compare::CellsAsked(tables.len(), Way::Copy)).is_empty(), "there are no more");
}

/// The open explanation of a number about answers.
fn open(model: &Seat) -> Option<Arc<Explanation>> {
    shown(model).answers.iter().find_map(|figure| figure.explanation.clone())
}
