//! What a gesture makes anew does not grow with the codebook.

use super::class::Room;
use crate::{
    class::view::{Page, View},
    codebook::model::{FIRST, SLICE},
    effect::Effect,
    env::Env,
    files,
    msg::Msg,
    read::{
        self,
        view::inspector::{InspectorView, SECTION},
    },
    shared::gesture::Gesture,
    update::update,
};
use postil_core::{
    base::id::ThemeId,
    codebook::{
        Theme,
        book::{Book, Item},
        sample,
    },
};
use std::sync::Arc;

/// The sample with so many themes, read on its screen.
fn room(count: usize) -> Room {
    let mut codebook = sample::codebook();
    codebook.id = "many".into();
    let pattern = codebook.themes[0].clone();
    let theme = |at| Theme {
        id: format!("t{at}").as_str().into(),
        label: format!("Theme {at}").into(),
        key: None,
        ..pattern.clone()
    };
    codebook.themes = (0..count).map(theme).collect();
    let mut room = Room::open();
    let book = Box::new(Book::of(&codebook, &sample::stamp()));
    room.host(files::Msg::Codebook(Gesture::Choose { book, word: "many".into() }));
    // Its part of the program is here from then on.
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.host(Msg::RouteChanged("#/read".into()));
    room
}

fn shown(room: &Room) -> Arc<InspectorView> {
    Arc::clone(&room.tab.model.view.inspector)
}

/// How many sections of themes, and how many themes, are other values than before.
fn anew(before: &InspectorView, after: &InspectorView) -> (usize, usize) {
    let sections = before.themes.iter().zip(&after.themes).filter(|(a, b)| !Arc::ptr_eq(a, b)).count();
    let themes = before.all_themes().zip(after.all_themes()).filter(|(a, b)| !Arc::ptr_eq(a, b)).count();
    (sections, themes)
}

#[test]
fn one_tag_makes_one_theme_anew() {
    let mut room = room(5 * SECTION + 1);
    let before = shown(&room);
    assert_eq!((before.themes.len(), before.all_themes().count()), (6, 5 * SECTION + 1));
    room.host(read::Msg::ThemeToggled("t42".into()));
    let after = shown(&room);
    assert_eq!(anew(&before, &after), (1, 1));
    assert!(after.all_themes().any(|theme| theme.applies && theme.id.as_str() == "t42"));
    room.tab.press("s");
    assert_eq!(anew(&after, &shown(&room)), (0, 0), "an answer has no theme to do with");
    room.tab.press("j");
    assert_eq!(anew(&after, &shown(&room)), (1, 1), "only what applied there");
}

#[test]
fn an_archived_theme_is_shown_where_it_was_chosen_and_the_others_stay_what_they_were() {
    let mut room = room(3 * SECTION);
    let all: Vec<ThemeId> = shown(&room).all_themes().map(|theme| theme.id.clone()).collect();
    room.host(read::Msg::ThemeToggled("t5".into()));
    let edits = room.tab.model.shared.book.set_archived(&Item::Theme("t5".into()), true);
    room.host(files::Msg::Codebook(Gesture::Edit { edits, word: "archived".into() }));
    room.tab.press("j");
    let ids = |room: &Room| shown(room).all_themes().map(|theme| theme.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&room), all.iter().filter(|id| id.as_str() != "t5").cloned().collect::<Vec<_>>());
    let before = shown(&room);
    room.tab.press("k");
    assert_eq!(ids(&room), all, "in its place");
    let kept = |view: &InspectorView| {
        view.all_themes().filter(|theme| before.all_themes().any(|old| Arc::ptr_eq(old, theme))).count()
    };
    assert_eq!(kept(&shown(&room)), all.len() - 1);
    room.tab.press("j");
    assert_eq!(kept(&shown(&room)), all.len() - 1);
}

/// One thing happens, and what follows from it later does not.
fn step(room: &mut Room, msg: Msg) -> Vec<Effect> {
    let env = Env { now: 1_700_000_000_000, entropy: &|| 1, ..Env::still() };
    update(&mut room.tab.model, msg, &env)
}

/// How many themes the codebook’s page shows, and how many of those that were archived.
fn cards(room: &Room) -> (usize, usize) {
    let shown = room.tab.model.view.pages.clone().expect("is shown");
    let Page::Codebook(view) = &shown.0.downcast_ref::<View>().expect("is ours").page else { panic!("the codebook") };
    (view.themes.len(), view.archived.len())
}

#[test]
fn the_codebook_opens_with_its_first_themes_however_often() {
    let all = 3 * SLICE;
    let mut room = room(all);
    let edits = room.tab.model.shared.book.set_archived(&Item::Theme("t7".into()), true);
    room.host(files::Msg::Codebook(Gesture::Edit { edits, word: "archived".into() }));
    for _ in 0..2 {
        let effects = step(&mut room, Msg::RouteChanged("#/codebook".into()));
        assert!(effects.contains(&Effect::AwaitIdle), "the others follow");
        assert_eq!(cards(&room), (FIRST, 0));
        step(&mut room, Msg::IdleCame);
        assert_eq!(cards(&room), (FIRST + SLICE, 0));
        let mut last = step(&mut room, Msg::IdleCame);
        while last.contains(&Effect::AwaitIdle) {
            last = step(&mut room, Msg::IdleCame);
        }
        assert_eq!(cards(&room), (all - 1, 1));
        step(&mut room, Msg::RouteChanged("#/read".into()));
    }
}
