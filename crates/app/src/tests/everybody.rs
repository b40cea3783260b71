//! "Everybody" in the margin counts whatever was said, also what this codebook does not know.

use super::*;
use crate::{
    read::{self, view::article::Marks},
    screen::Overlay,
};
use postil_core::{
    base::stamp::Clock,
    keep::{operation::Operation, store::Store},
    record::{
        LayerKey, Record, Stance,
        edit::{Edit, delta},
    },
};

fn say(tab: &mut Tab, who: &str, option: &str, themes: &[&str]) {
    let stance = Stance { option: option.into(), confidence: None };
    let mut edits = vec![Edit::Stance("stance".into(), Some(stance))];
    edits.extend(themes.iter().map(|theme| Edit::Theme((*theme).into(), true)));
    write(tab, who, &edits);
}

fn write(tab: &mut Tab, who: &str, edits: &[Edit]) {
    let record = delta(&Record::default(), edits, &mut Clock::new(who.into()), 1);
    let mut store = Store::default();
    let paragraph = tab.model.shared.paragraph_id(0).cloned().unwrap();
    store.put_record(tab.model.shared.article_id(), &LayerKey::reading(who.into(), 1), &paragraph, &record);
    tab.model.shared.keep(Operation::Change(store));
}

/// What others said, in the margin of the first paragraph.
fn shown(tab: &Tab) -> (Vec<String>, Vec<String>) {
    let marks = margin(tab);
    let stances = marks.stances.iter().map(|mark| mark.label.to_string());
    (stances.collect(), marks.themes.iter().map(|mark| mark.label.to_string()).collect())
}

fn margin(tab: &Tab) -> Arc<Marks> {
    let rows = tab.model.view.article.sections.iter().flat_map(|section| &section.rows);
    let mut shown = rows.filter_map(|row| match row {
        RowView::Paragraph(row) => row.shown.clone(),
        RowView::Heading(..) => None,
    });
    shown.next().expect("others are shown")
}

#[test]
fn answers_and_themes_that_the_codebook_does_not_know_are_counted_under_their_ids() {
    let mut tab = Browser::new().open();
    say(&mut tab, "ann", "supports", &["sovereignty"]);
    say(&mut tab, "ben", "doubts", &["water", "sovereignty"]);
    say(&mut tab, "cem", "doubts", &["water", "sovereignty"]);
    say(&mut tab, "dan", "balks", &["air"]);
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    let (stances, themes) = shown(&tab);
    assert_eq!(stances, ["1 supports", "1 balks", "2 doubts"]);
    assert_eq!(themes, ["3 Cyber sovereignty", "2 water", "1 air"]);
}

#[test]
fn themes_that_have_no_room_in_the_margin_are_told_of() {
    let mut tab = Browser::new().open();
    say(&mut tab, "ann", "supports", &["a", "b", "c", "d"]);
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!((margin(&tab).themes.len(), margin(&tab).more.as_deref()), (4, None));
    say(&mut tab, "ben", "supports", &["a", "e", "f"]);
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!(shown(&tab).1, ["2 a", "1 b", "1 c", "1 d"]);
    assert_eq!(margin(&tab).more.as_deref(), Some("2 more themes"));
}

#[test]
fn whoever_said_that_no_theme_applies_is_counted_with_none() {
    let mut tab = Browser::new().open();
    say(&mut tab, "ann", "supports", &["sovereignty"]);
    // Both stand after a merge; that none applies was not taken back.
    write(&mut tab, "ben", &[Edit::Theme("sovereignty".into(), true), Edit::NoneApplies(true)]);
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!(shown(&tab).1, ["1 Cyber sovereignty"]);
}

#[test]
fn the_strip_shows_what_the_switch_shows() {
    let sense = |tab: &Tab| tab.model.view.overview[0].sense;
    let mut tab = Browser::new().open();
    tab.press("s");
    say(&mut tab, "ada", "opposes", &[]);
    say(&mut tab, "ben", "opposes", &[]);
    assert_eq!(sense(&tab), Some("for"));
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!(sense(&tab), Some("against"), "what most said");
    say(&mut tab, "cy", "supports", &[]);
    tab.model.shared.touched.all = true;
    tab.send(read::Msg::OverlayChosen(Overlay::Everybody));
    assert_eq!(sense(&tab), None, "two answers were given as often");
    tab.send(read::Msg::OverlayChosen(Overlay::Mine));
    assert_eq!(sense(&tab), Some("for"));
}
