//! "Everybody" in the margin counts whatever was said, also what this codebook does not know.

use super::*;
use crate::core::{
    annotation::{Record, Stance},
    edit::{Edit, delta},
    format::entry::Entry,
    stamp::Clock,
    store::Store,
};

fn say(tab: &mut Tab, who: &str, option: &str, themes: &[&str]) {
    let stance = Stance { option: option.into(), confidence: None };
    let mut edits = vec![Edit::Stance("stance".into(), Some(stance))];
    edits.extend(themes.iter().map(|theme| Edit::Theme((*theme).into(), true)));
    let record = delta(&Record::default(), &edits, &mut Clock::new(who.into()), 1);
    let mut store = Store::default();
    let paragraph = tab.model.paragraph_id(0).cloned().unwrap();
    store.put_record(tab.model.article_id(), &who.into(), &paragraph, &record);
    tab.model.keep(Entry::Change(store));
}

/// What others said, in the margin of the first paragraph.
fn shown(tab: &Tab) -> (Vec<String>, Vec<String>) {
    let rows = tab.model.view.article.sections.iter().flat_map(|section| &section.rows);
    let mut shown = rows.filter_map(|row| match row {
        RowView::Paragraph(row) => row.shown.clone(),
        RowView::Heading(..) => None,
    });
    let marks = shown.next().expect("others are shown");
    let stances = marks.stances.iter().map(|mark| mark.label.to_string());
    (stances.collect(), marks.themes.iter().map(|mark| mark.label.to_string()).collect())
}

#[test]
fn answers_and_themes_that_the_codebook_does_not_know_are_counted_under_their_ids() {
    let mut tab = Browser::new().open();
    say(&mut tab, "ann", "supports", &["sovereignty"]);
    say(&mut tab, "ben", "doubts", &["water", "sovereignty"]);
    say(&mut tab, "cem", "doubts", &["water", "sovereignty"]);
    say(&mut tab, "dan", "balks", &["air"]);
    tab.send(Msg::OverlayChosen("all".into()));
    let (stances, themes) = shown(&tab);
    assert_eq!(stances, ["1 supports", "1 balks", "2 doubts"]);
    assert_eq!(themes, ["3 Cyber sovereignty", "2 water", "1 air"]);
}
