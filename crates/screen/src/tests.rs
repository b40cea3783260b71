//! Screens as they are drawn, looked at as a browser and a screen reader would.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what must hold in the shortest way")]

use postil_app::{files, read, storage, update::start};

mod elements;

use elements::{Element, elements};
use postil::ui::{
    class,
    desk::Desk,
    dialog,
    shell::{self, Brush, Brushes},
};
use postil_app::{
    class::update::CLASS,
    env::Env,
    files::update::DIALOGS,
    msg::Msg,
    part::{Part, Table},
    ports::found::FoundStores,
    screen::DialogKind,
    update::update,
    view::View,
};
use std::{collections::BTreeSet, sync::OnceLock};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct Drawn {
    view: View,
}

/// The page with all that draws it at hand, and nobody listening.
#[component]
fn Page(props: &Drawn) -> Html {
    let desk = Desk { dispatch: Callback::noop(), files: Callback::noop() };
    let brushes = Brushes::default();
    brushes.take(Brush::Dialogs(dialog::draw));
    brushes.take(Brush::Class(&class::SCREENS));
    shell::page(&desk, &props.view, &brushes)
}

/// The page after these messages.
fn page_after(messages: &[Msg]) -> String {
    let mut model = start("0".into(), "0".into(), None);
    let found = FoundStores {
        local: Ok(Vec::new()),
        journal: Some(Vec::new()),
        articles: Vec::new(),
        drafts: Vec::new(),
        used: 0,
        annotator: "0".into(),
        steps: None,
        hash: "".into(),
        mac: false,
    };
    let env = Env { now: 1_700_000_000_000, entropy: &|| 7, ..Env::still() };
    let came = [(Part::Dialogs, Table(&DIALOGS)), (Part::Class, Table(&CLASS))];
    let came = came.map(|(part, table)| Msg::PartCame(part, Some(table)));
    let first = [vec![storage::Msg::StoresFound(Box::new(found)).into(), Msg::IdleCame], came.into()].concat();
    for msg in first.iter().chain(messages) {
        update(&mut model, msg.clone(), &env);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let drawn = Drawn { view: model.view };
    runtime.block_on(yew::LocalServerRenderer::<Page>::with_props(drawn).hydratable(false).render())
}

/// What can be seen, by name.
fn screens() -> &'static [(&'static str, String)] {
    static SCREENS: OnceLock<Vec<(&'static str, String)>> = OnceLock::new();
    SCREENS.get_or_init(|| {
        let dialog = |kind: DialogKind| vec![Msg::DialogOpened(kind)];
        let text = "A title\n\nA first thought.\n\nA second one.";
        let route = |hash: &str| vec![Msg::RouteChanged(hash.into())];
        let screens: [(&'static str, Vec<Msg>); 13] = [
            ("reading", Vec::new()),
            ("a problem", vec![storage::Msg::NewerSeen.into()]),
            ("a search", vec![read::Msg::SearchOpened(true).into(), read::Msg::SearchTyped("the".into()).into()]),
            (
                "an article to open",
                [dialog(DialogKind::Open), vec![files::Msg::ArticlePasted(text.into()).into()]].concat(),
            ),
            ("an import", dialog(DialogKind::Import)),
            ("an export", dialog(DialogKind::Export)),
            ("help", dialog(DialogKind::Help)),
            ("annotators", dialog(DialogKind::Annotators)),
            ("room", dialog(DialogKind::Room)),
            ("compare", route("#/compare")),
            ("discuss", route("#/discuss")),
            ("report", route("#/report")),
            ("the codebook", route("#/codebook")),
        ];
        screens.into_iter().map(|(name, messages)| (name, page_after(&messages))).collect()
    })
}

/// What is wrong with some element of some screen.
fn found(wrong: impl Fn(&[Element], &Element) -> Option<String>) -> Vec<String> {
    let mut all = Vec::new();
    for (name, html) in screens() {
        let elements = elements(html);
        assert!(elements.len() > 200, "{name} is drawn");
        all.extend(elements.iter().filter_map(|each| Some(format!("{name}: {}", wrong(&elements, each)?))));
    }
    all
}

#[test]
fn every_control_has_a_name() {
    let nameless = found(|all, control| {
        let is_control = ["button", "a", "input", "select", "textarea", "summary"].contains(&&*control.name);
        let has_label = || {
            let id = control.get("id").unwrap_or_default();
            all.iter().any(|label| label.name == "label" && label.get("for") == Some(id) && !label.heard.is_empty())
        };
        let named = !control.heard.is_empty()
            || control.get("aria-label").is_some_and(|label| !label.is_empty())
            || control.get("aria-labelledby").is_some()
            || !control.label.is_empty()
            || has_label();
        // What is not there has no name yet.
        let is_there = !control.hidden && control.get("type") != Some("file");
        (is_control && is_there && !named).then(|| format!("{control:?}"))
    });
    assert_eq!(nameless, [""; 0]);
}

#[test]
fn no_id_stands_twice_on_a_page() {
    let twice = found(|all, element| {
        let id = element.get("id")?;
        (all.iter().filter(|other| other.get("id") == Some(id)).count() > 1).then(|| id.to_owned())
    });
    assert_eq!(twice, [""; 0]);
}

#[test]
fn what_an_element_points_at_is_on_the_page() {
    let lost = found(|all, element| {
        let ids: BTreeSet<&str> = all.iter().filter_map(|element| element.get("id")).collect();
        let pointers = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "list"];
        let named = pointers.iter().filter_map(|name| element.get(name)).flat_map(str::split_whitespace);
        let icon = element.get("href").filter(|_| element.name == "use").map(|href| href.trim_start_matches('#'));
        named.chain(icon).find(|id| !ids.contains(id)).map(|id| format!("{id} of {element:?}"))
    });
    assert_eq!(lost, [""; 0]);
}

#[test]
fn nothing_is_drawn_that_the_policy_of_the_page_forbids() {
    let forbidden = found(|_, element| {
        let names = element.attributes.iter().map(|(name, _)| name);
        let inline = names.into_iter().find(|name| *name == "style" || name.starts_with("on"));
        let script = element.get("href").is_some_and(|href| href.trim_start().starts_with("javascript:"));
        (inline.is_some() || script || element.name == "script").then(|| format!("{element:?}"))
    });
    assert_eq!(forbidden, [""; 0]);
}

#[test]
fn every_button_says_that_it_submits_nothing() {
    let silent =
        found(|_, element| (element.name == "button" && element.get("type").is_none()).then(|| format!("{element:?}")));
    assert_eq!(silent, [""; 0]);
}
