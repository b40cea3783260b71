//! What two readers confuse, and what is said of how they differ.

use crate::made::{Desk, article, codebook};
use postil_core::{
    base::id::ThemeId,
    measure::difference::{Differences, Kind, between},
    record::{Record, edit::Edit},
};

/// A record with an answer, if there is one, and these themes.
fn record(answer: &str, themes: &[&str]) -> Record {
    let article = article(&["One."]);
    let mut desk = Desk::new("ann", &article);
    if !answer.is_empty() {
        desk.stance(1, answer);
    }
    for theme in themes {
        desk.edit(1, &[Edit::Theme((*theme).into(), true)]);
    }
    desk.layer.records.into_values().next().unwrap_or_default()
}

fn confused(one: &[&str], other: &[&str]) -> Vec<(ThemeId, ThemeId)> {
    let mut found = Differences::default();
    found.count(&[&record("supports", one), &record("supports", other)], &"stance".into(), &codebook());
    found.themes.keys().cloned().collect()
}

#[test]
fn one_theme_for_another_is_a_confusion_and_three_against_one_are_none() {
    let swapped = vec![("openness".into(), "rivalry".into())];
    assert_eq!(confused(&["rivalry"], &["openness"]), swapped);
    assert_eq!(confused(&["image", "rivalry"], &["openness", "image"]), swapped);
    assert_eq!(confused(&["rivalry", "image", "sovereignty"], &["openness"]), []);
    assert_eq!(
        confused(&["rivalry", "image"], &["openness", "sovereignty"]),
        [],
        "nobody knows which stands for which"
    );
    assert_eq!(confused(&["rivalry"], &["rivalry", "image"]), []);
}

#[test]
fn nobody_is_said_to_share_a_stance_that_one_did_not_give() {
    let cases = [("supports", ""), ("", ""), ("supports", "supports")];
    for (one, other) in cases {
        let (one, other) = (record(one, &["rivalry"]), record(other, &["openness"]));
        let kind = between(&one, &other, &"stance".into(), &codebook()).expect("the themes differ");
        assert_eq!(kind, Kind::OtherThemes);
        assert!(!kind.name().contains("same"), "{}", kind.name());
    }
    assert!(Kind::ALL.iter().all(|kind| !kind.name().contains("same")));
}
