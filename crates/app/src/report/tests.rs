use crate::{
    APP,
    class::{msg::Msg, testing::Seat},
    effect::{Effect, Focus},
    env::Env,
    intent::Intent,
    lesson::changed::tests::{DECISIONS, decide, store, told},
    report::msg::Msg as Report,
    screen::Screen,
    shared::round,
};
use postil_core::{
    base::{register::Register, stamp::Clock},
    exchange::bundle::{Bundle, read::read},
    output::report::{self, Reader},
    record::LayerKey,
};

const CLASS: &str = include_str!("../../../../static/class/example.postil.json");

fn class() -> Bundle {
    read(CLASS).expect("is a bundle").0
}

/// Lets all waits pass until nothing is left to compute.
fn computed(model: &mut Seat) {
    for _ in 0..1000 {
        if model.view.report().is_some_and(|view| !view.working) {
            return;
        }
        model.send(Report::Rested);
    }
    panic!("it never ends");
}

#[test]
fn figures_come_one_by_one_and_are_those_of_the_report_made_at_once() {
    let bundle = class();
    let mut model = told(&bundle, store(&bundle, 12), "teacher", Screen::Report);
    let view = model.view.report().cloned().expect("is shown");
    assert!(view.working && view.figures.is_empty());
    assert!(model.send(Report::ReportAsked).is_empty());
    assert_eq!((view.report.readers, view.report.rows.len(), &*view.who), (12, 10, "12 people"));
    computed(&mut model);
    let view = model.view.report().cloned().expect("is shown");
    let readers: Vec<Reader<'_>> = bundle.layers.values().map(|layer| Reader { name: "", layer }).collect();
    let whole = report::report(&bundle.article, &bundle.codebook, &readers, None, false, APP);
    assert_eq!(view.figures.len(), whole.figures.len());
    for (one, other) in view.figures.iter().zip(&whole.figures) {
        assert_eq!((&one.figure.value, &one.figure.interval), (&other.value, &other.interval));
        assert!(
            other.conclusion.starts_with(&*one.figure.conclusion) && !one.figure.conclusion.ends_with("not a rule.")
        );
    }
}

#[test]
fn names_are_shown_to_whoever_asks_and_stand_in_the_saved_page() {
    let bundle = class();
    let mut model = told(&bundle, store(&bundle, 12), "teacher", Screen::Report);
    computed(&mut model);
    let page = |model: &mut Seat| {
        let effects = model.effects(Report::ReportAsked);
        let [Effect::DownloadBytes { name, bytes, .. }] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(&**name, "Whose shared future - report.html");
        String::from_utf8(bytes.to_vec()).expect("is text")
    };
    assert!(!page(&mut model).contains("Farah"));
    model.send(Msg::NamesSwitched(true));
    computed(&mut model);
    assert!(model.view.report().is_some_and(|view| view.who.contains("Farah") && !view.working));
    let text = page(&mut model);
    assert!(text.contains("Farah") && !text.contains("<script") && text.contains("Method"));
    let who = bundle.annotators()[0].clone();
    model.send(Msg::AnnotatorSwitched(who));
    let view = model.view.report().cloned().expect("is shown");
    assert!(view.report.readers == 11 && !view.left_out.is_empty() && view.working);
}

#[test]
fn it_says_first_what_compare_says_first_and_when_and_by_whom_it_was_made() {
    let bundle = class();
    let mut store = store(&bundle, 12);
    let name = |name: &str| Register::new(name.into(), Clock::new("t".into()).tick(5, None));
    store.put_name(&"teacher".into(), name("Annotator 1"));
    let mut model = told(&bundle, store.clone(), "teacher", Screen::Compare);
    let overview = model.view.overview().expect("opens").sentences.clone();
    assert!(overview.len() > 2);
    model.go(Screen::Report);
    let view = model.view.report().expect("is shown");
    assert_eq!(view.report.short, [overview]);
    assert_eq!(&*view.made, "1 Jan 1970", "a name that nobody gave is none");
    store.put_name(&"teacher".into(), name("Kim"));
    let model = told(&bundle, store, "teacher", Screen::Report);
    assert_eq!(model.view.report().map(|view| &*view.made), Some("1 Jan 1970 · Kim"));
}

#[test]
fn the_way_back_leads_to_where_one_came_from() {
    let bundle = class();
    let mut all = store(&bundle, 12);
    decide(&bundle, &mut all, &DECISIONS);
    let mut model = told(&bundle, all, "teacher", Screen::Class);
    let from_class = |model: &Seat| model.view.report().expect("is shown").from_class;
    model.go(Screen::Report);
    assert!(from_class(&model));
    computed(&mut model);
    assert!(from_class(&model));
    // Whoever comes back goes on with what comes next there.
    let next = |intent: &Intent| matches!(intent, Intent::Do(Effect::Focus(Focus::Lost(id))) if &**id == "step-back");
    let intents = model.go(Screen::Class);
    assert!(intents.iter().any(next), "{intents:?}");
    for before in [Screen::Compare, Screen::Read] {
        model.go(before);
        model.go(Screen::Report);
        assert!(!from_class(&model), "{before:?}");
    }
}

#[test]
fn a_report_on_a_later_round_says_which() {
    let bundle = class();
    let mut all = store(&bundle, 12);
    let again: Vec<_> = bundle.layers.iter().map(|(key, layer)| (key.annotator.clone(), layer.clone())).collect();
    for (who, layer) in again {
        for (paragraph, record) in &layer.records {
            all.put_record(bundle.article.id(), &LayerKey::reading(who.clone(), 2), paragraph, record);
        }
    }
    let mut model = told(&bundle, all, "teacher", Screen::Report);
    model.shared.set(&round(bundle.article.id()), "2", &Env::still());
    model.go(Screen::Report);
    let view = model.view.report().expect("is shown");
    assert_eq!((&*view.made, view.report.readers), ("Round 2 · 1 Jan 1970", 12));
}

#[test]
fn one_reader_has_a_report_without_figures() {
    let bundle = class();
    let model = told(&bundle, store(&bundle, 1), "teacher", Screen::Report);
    let view = model.view.report().expect("is shown");
    assert!(!view.working && view.figures.is_empty() && view.report.readers == 1);
    assert_eq!(view.blocks.iter().filter(|block| block.row.is_some()).count(), 10);
}
