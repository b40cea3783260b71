//! The codebook as people edit it, on its own screen and while they read.

use super::{Browser, Tab, class::Room};
use crate::{
    class::view::Page,
    codebook::msg::{Msg as Edit, Picking},
    effect::{Effect, Focus},
    file::{FileError, NamedFile},
    files,
    intent::Intent,
    msg::Msg,
    read,
    shared::gesture::Gesture,
};
use postil_core::{
    base::id::ThemeId,
    codebook::{
        book::{Item, Value, field},
        code::Code,
        mapping::To,
    },
    exchange::codebook::Format,
};
use std::sync::Arc;

fn theme(id: &str) -> Item {
    Item::Theme(id.into())
}

/// Names of the themes that are offered, in their order.
fn offered(room: &Room) -> String {
    let themes = room.tab.model.shared.codebook.offered();
    themes.map(|theme| theme.label.to_string()).collect::<Vec<_>>().join(", ")
}

fn id_of(room: &Room, label: &str) -> ThemeId {
    let themes = &room.tab.model.shared.codebook.themes;
    themes.iter().find(|theme| *theme.label == *label).expect("is there").id.clone()
}

/// Whether a theme is shown as chosen for the current paragraph.
fn chosen(room: &Room, theme: &ThemeId) -> bool {
    room.tab.model.read.record(&room.tab.model.shared).has_theme(theme)
}

/// The codebook of the sample, on its screen.
fn room() -> Room {
    let mut room = Room::open();
    room.host(Msg::RouteChanged("#/codebook".into()));
    room
}

#[test]
fn a_theme_made_while_reading_is_chosen_and_both_can_be_taken_back() {
    let mut room = Room::open();
    room.host(read::Msg::ThemeMade("Bees".into()));
    let bees = id_of(&room, "Bees");
    assert!(chosen(&room, &bees));
    assert!(offered(&room).ends_with("Image and leadership, Bees"));
    room.host(Msg::UndoAsked);
    assert!(!chosen(&room, &bees));
    room.host(Msg::UndoAsked);
    assert!(!offered(&room).contains("Bees"));
    room.host(Msg::RedoAsked);
    room.host(Msg::RedoAsked);
    assert!(chosen(&room, &bees) && offered(&room).ends_with("Bees"));
    // The name of one that is there chooses it.
    room.host(read::Msg::ThemeMade("espionage".into()));
    assert!(chosen(&room, &id_of(&room, "Espionage")));
}

#[test]
fn what_is_typed_into_a_field_is_one_step_and_stays_after_a_reload() {
    let mut room = room();
    for text in ["Rivalry", "Rivalry of", "Rivalry of powers"] {
        room.send(Edit::Typed(theme("rivalry"), field::LABEL, text.into()));
    }
    room.send(Edit::Left);
    assert!(offered(&room).contains("Rivalry of powers"));
    // A name cannot be emptied.
    room.send(Edit::Typed(theme("rivalry"), field::LABEL, "  ".into()));
    room.send(Edit::Left);
    assert!(offered(&room).contains("Rivalry of powers"));
    let again = Room { tab: room.tab.browser.open() };
    assert_eq!(offered(&again), offered(&room));
    room.host(Msg::UndoAsked);
    assert!(offered(&room).contains("Great-power rivalry"), "{}", offered(&room));
}

#[test]
fn what_was_typed_is_called_as_its_field_is_on_the_page() {
    let mut room = room();
    let question = Item::Question("stance".into());
    room.send(Edit::Typed(question, field::HOLDER, "Whoever signed it".into()));
    room.send(Edit::Left);
    room.host(Msg::UndoAsked);
    let said = room.tab.toast();
    assert!(said.contains("Codebook: “Whose stance” changed"), "{said}");
}

#[test]
fn a_theme_that_goes_into_another_takes_what_was_tagged_along_and_undo_is_exact() {
    let mut room = Room::open();
    room.host(read::Msg::ThemeToggled("rivalry".into()));
    let before = room.tab.model.shared.store().layers.clone();
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::Began(Some(Picking::Merge("rivalry".into()))));
    room.send(Edit::Began(None));
    let back = Effect::Focus(Focus::Element("theme-rivalry-merge-into".into()));
    assert!(room.tab.done.contains(&back), "whoever gives it up is where they were");
    room.send(Edit::Began(Some(Picking::Merge("rivalry".into()))));
    room.send(Edit::MergedInto("rivalry".into(), "cooperation".into()));
    assert!(!offered(&room).contains("rivalry"));
    assert!(chosen(&room, &"cooperation".into()) && !chosen(&room, &"rivalry".into()));
    assert!(room.tab.done.contains(&Effect::Focus(Focus::Element("theme-cooperation-card".into()))));
    assert_eq!(room.tab.model.shared.store().layers, before, "no record is touched");
    // What is taken back of the one takes the other along.
    room.host(read::Msg::ThemeToggled("cooperation".into()));
    assert!(!chosen(&room, &"cooperation".into()));
    room.host(Msg::UndoAsked);
    assert!(chosen(&room, &"cooperation".into()));
    room.host(Msg::UndoAsked);
    assert!(offered(&room).contains("Great-power rivalry"));
    assert!(chosen(&room, &"rivalry".into()) && !chosen(&room, &"cooperation".into()));
}

#[test]
fn a_theme_falls_into_new_ones_and_is_archived() {
    let mut room = room();
    room.send(Edit::SplitInto("data-security".into(), "Only one".into()));
    assert!(offered(&room).contains("Data security"), "one name is no split");
    room.send(Edit::SplitInto("data-security".into(), "Leaks\n\n  Theft \n".into()));
    assert!(offered(&room).contains("Internet governance, Leaks, Theft, Digital economy"), "{}", offered(&room));
    let codebook = &room.tab.model.shared.codebook;
    let named = |label: &str| codebook.themes.iter().find(|theme| &*theme.label == label).expect("is there");
    let keys = ["Data security", "Leaks", "Theft"].map(|label| named(label).key.as_deref());
    assert_eq!((keys[1], keys[2]), (keys[0], None), "the only digit that is free now is its own");
    let focused = Effect::Focus(Focus::Element(format!("theme-{}-card", named("Leaks").id).into()));
    assert!(room.tab.done.contains(&focused), "the card that was pressed is gone");
    let toast = room.tab.model.shared.toast.as_ref().expect("says what was done");
    assert!(toast.sentence.starts_with("“Data security” was split.") && toast.action.is_some());
    room.send(Edit::Archived(theme("data-security"), false));
    assert!(offered(&room).contains("Data security"));
    room.host(Msg::UndoAsked);
    room.host(Msg::UndoAsked);
    assert!(!offered(&room).contains("Leaks"));
}

#[test]
fn what_is_not_asked_any_more_is_nothing_to_move_past() {
    let mut room = room();
    room.send(Edit::QuestionAdded);
    let second = room.tab.model.shared.codebook.questions[1].id.clone();
    let movable = |room: &mut Room| {
        let Page::Codebook(view) = &room.pages().view.page else { panic!("the codebook is shown") };
        view.questions.iter().map(|card| card.can_move).collect::<Vec<_>>()
    };
    assert_eq!(movable(&mut room), [(false, true), (true, false)]);
    room.send(Edit::Archived(Item::Question(second), true));
    assert_eq!(movable(&mut room)[0], (false, false), "a button that moves nothing is none");
}

#[test]
fn another_beginning_takes_the_place_of_the_codebook_and_undo_brings_it_back() {
    let mut room = room();
    let (before, prompt) =
        (offered(&room), |room: &Room| room.tab.model.shared.codebook.questions[0].prompt.to_string());
    room.send(Edit::BeginningChosen("postil-neutral".into()));
    assert_eq!(offered(&room), "");
    assert_eq!(prompt(&room), "What stance does the author take toward the main claim?");
    let question = room.tab.model.shared.codebook.questions[0].id.clone();
    room.send(Edit::Typed(Item::Question(question), field::TARGET, "keeping bees in cities".into()));
    room.send(Edit::Left);
    assert_eq!(prompt(&room), "What stance does the author take toward keeping bees in cities?");
    assert_eq!(&*room.tab.model.shared.codebook.title, "", "it is not called toward the main claim any more");
    room.host(Msg::UndoAsked);
    assert_eq!(prompt(&room), "What stance does the author take toward the main claim?");
    room.host(Msg::UndoAsked);
    assert_eq!(offered(&room), before);
}

#[test]
fn leaving_the_page_stores_what_is_typed_into_a_field() {
    let browser = Browser::new();
    let mut room = Room { tab: browser.open() };
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::Typed(theme("rivalry"), field::LABEL, "Rivals".into()));
    room.host(Msg::PageHidden);
    assert!(offered(&Room { tab: browser.open() }).contains("Rivals"));
}

#[test]
fn two_tabs_that_edit_different_fields_come_to_the_same() {
    let browser = Browser::new();
    let (mut one, mut two) = (Room { tab: browser.open() }, Room { tab: browser.open() });
    for room in [&mut one, &mut two] {
        room.host(Msg::RouteChanged("#/codebook".into()));
    }
    one.send(Edit::Typed(theme("rivalry"), field::LABEL, "Rivals".into()));
    one.send(Edit::Left);
    let mut two = Room { tab: browser.open() };
    two.host(Msg::RouteChanged("#/codebook".into()));
    two.send(Edit::Chosen(theme("rivalry"), field::COLOUR, Value::of("#123456")));
    two.send(Edit::Moved(theme("espionage"), false));
    let again = Room { tab: browser.open() };
    assert_eq!(offered(&again), offered(&two));
    assert!(offered(&again).contains("Rivals"));
}

#[test]
fn a_tag_knows_the_rule_that_it_was_given_under() {
    let mut room = Room::open();
    let under = |room: &Room, at: usize| {
        let shared = &room.tab.model.shared;
        let paragraph = shared.paragraph_id(at).cloned().expect("is there");
        let record = shared.stored_reading(&shared.annotator).expect("is there").records[&paragraph].clone();
        record.themes.get("rivalry").expect("is there").under.clone()
    };
    let first = room.tab.model.shared.version.clone();
    room.host(read::Msg::ThemeToggled("rivalry".into()));
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::Typed(theme("rivalry"), field::DEFINITION, "A sharper rule.".into()));
    room.send(Edit::Left);
    let second = room.tab.model.shared.version.clone();
    assert_ne!(first, second);
    assert_eq!(under(&room, 0), Some(first.clone()), "a rule that changes says nothing of what was tagged");
    assert!(room.tab.model.shared.versions.contains_key(&first), "and its words are kept");
    // A key or a colour is no rule.
    room.send(Edit::Chosen(theme("rivalry"), field::COLOUR, Value::of("#123456")));
    assert_eq!(room.tab.model.shared.version, second);
}

#[test]
fn what_a_file_says_of_codes_of_other_codebooks_is_taken_over_only_when_asked_and_once() {
    let code = Code::Theme("privacy".into());
    let maps = vec![("another".into(), code.clone(), Some(To::Ours(Code::Theme("data-security".into()))))];
    let mut tab = Browser::new().open();
    tab.press("s");
    tab.ask(Intent::Codebook(Gesture::Map { maps, word: "Codes matched".into() }));
    let file = tab.file(true);
    let browser = Browser::new();
    browser.chance.set(700);
    let mut there = browser.open();
    there.import(&[&file]);
    let matched = |tab: &Tab| {
        let shared = &tab.model.shared;
        let maps = shared.store().maps.get(shared.article.id());
        maps.and_then(|maps| maps.get(&("another".into(), code.clone()))).is_some_and(|r| r.value.is_some())
    };
    assert!(!matched(&there), "nothing that others said is read otherwise unasked");
    there.send(files::Msg::MapsTaken(0));
    assert!(matched(&there) && matched(&browser.open()));
    there.import(&[&file]);
    assert!(there.model.files.imported.reports[0].maps.is_empty(), "what is the same is not asked about again");
    there.send(Msg::UndoAsked);
    assert!(!matched(&there));
}

/// The file that saving the codebook gives.
fn saved(tab: &mut Tab, format: Format) -> NamedFile {
    tab.done.clear();
    tab.ask(Intent::SaveCodebook(format));
    let file = tab.done.iter().find_map(|effect| match effect {
        Effect::Download { name, text, .. } => {
            Some(NamedFile { name: name.clone(), bytes: Ok(text.as_bytes().into()) })
        }
        _ => None,
    });
    file.expect("is saved")
}

fn labels(tab: &Tab) -> Vec<String> {
    tab.model.shared.codebook.themes.iter().map(|theme| theme.label.to_string()).collect()
}

fn said(tab: &Tab) -> String {
    tab.model.view.banners.iter().map(|banner| banner.sentence.to_string()).collect()
}

#[test]
fn a_codebook_goes_out_as_a_file_in_every_format_and_comes_in_again_as_one_step() {
    for format in Format::ALL {
        let mut tab = Browser::new().open();
        let file = saved(&mut tab, format);
        assert!(
            file.name.starts_with("Visions of cyberspace") && file.name.ends_with(format.ending()),
            "{}",
            file.name
        );
        let browser = Browser::new();
        browser.chance.set(300);
        let mut there = browser.open();
        there.send(files::Msg::ArticlePasted("A text of my own\n\nOne thing.\n\nTwo things.".into()));
        there.send(files::Msg::PreviewOpened);
        there.press("s");
        assert!(labels(&there).is_empty());
        there.send(files::Msg::CodebookRead(file));
        let wanted = labels(&tab);
        let here = labels(&there);
        assert!(wanted.iter().all(|label| here.contains(label)), "{format:?}: {here:?}");
        assert!(said(&there).contains("What was tagged stays"), "{}", said(&there));
        assert_eq!(labels(&browser.open()), here, "also after a reload");
        there.send(Msg::UndoAsked);
        assert!(labels(&there).is_empty());
        assert_eq!(there.data(0), "supports [-]");
    }
}

#[test]
fn what_is_no_codebook_changes_nothing_and_says_why() {
    let mut tab = Browser::new().open();
    let before = labels(&tab);
    for (name, bytes) in [
        ("empty.csv", Ok(Vec::new())),
        ("cut.qdc", Ok(b"<?xml version=\"1.0\"?><CodeBook><Codes><Code guid=".to_vec())),
        ("odd.json", Ok(b"{\"a\": 1".to_vec())),
        ("big.csv", Err(FileError::TooLarge)),
        ("gone.csv", Err(FileError::Unreadable)),
    ] {
        let bytes = bytes.map(|bytes: Vec<u8>| Arc::from(bytes.as_slice()));
        tab.send(files::Msg::CodebookRead(NamedFile { name: name.into(), bytes }));
        assert!(said(&tab).contains(name), "{name}: {}", said(&tab));
        assert!(tab.model.view.banners.iter().any(|banner| banner.alert), "{name}");
        assert_eq!(labels(&tab), before, "{name}");
    }
    assert!(tab.model.view.bar.undo.is_none());
}

#[test]
fn a_list_of_themes_stands_beside_those_that_are_here() {
    let mut tab = Browser::new().open();
    let before = labels(&tab);
    tab.press("1");
    let list = "tag,description\nBees,About bees\nespionage,Known\nCity,About the city\n";
    let file = NamedFile { name: "list.csv".into(), bytes: Ok(list.as_bytes().into()) };
    tab.send(files::Msg::CodebookRead(file.clone()));
    assert_eq!(labels(&tab), [before.clone(), vec!["Bees".into(), "City".into()]].concat());
    assert_eq!(said(&tab), "2 themes from “list.csv” were added. You already had 1 more.");
    assert_eq!((tab.model.shared.codebook.questions.len(), tab.data(0)), (1, "- [sovereignty]".into()));
    tab.send(files::Msg::CodebookRead(file));
    assert_eq!(said(&tab), "You already have all themes from “list.csv”.");
    tab.send(Msg::UndoAsked);
    assert_eq!(labels(&tab), before);
}
