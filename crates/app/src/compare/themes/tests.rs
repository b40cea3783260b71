use super::*;
use crate::{
    class::{
        annotators::annotators,
        msg::Msg,
        testing::{class_in, class_with, made},
    },
    compare::msg::{Msg as Compare, Tab},
};
use expect_test::{Expect, expect};
use postil_core::{
    codebook::hue::Hue,
    measure::comparison::testing::{article, layer},
};

fn lines(table: &Table) -> String {
    let heads: Vec<&str> = table.columns.iter().map(|head| &*head.label).collect();
    let mut lines = vec![table.title.to_owned(), table.caption.to_string(), heads.join(" | ")];
    for row in table.rows.iter().chain(&table.foot) {
        let cell = |cell: &Cell| {
            let bar = cell.bar.map_or(String::new(), |bar| format!(" ={bar}"));
            let level = cell.level.map_or(String::new(), |level| format!(" *{level}"));
            format!(
                "{}{}{level}{bar}",
                cell.count,
                if cell.share.is_empty() { String::new() } else { format!(" {}", cell.share) }
            )
        };
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        lines.push(format!("{}: {}", row.head.label, cells.join(" | ")));
    }
    lines.push(table.note.to_string());
    lines.join("\n")
}

fn check(table: &Table, expected: &Expect) {
    assert!(table.rows.iter().chain(&table.foot).all(|row| row.cells.len() == table.columns.len()));
    expected.assert_eq(&lines(table));
}

#[test]
fn the_example_class() {
    let model = class_in(Tab::Themes);
    let view = model.view.themes().cloned().expect("is shown");
    assert_eq!(view.missing, "");
    check(
        &view.tables[0],
        &expect![[r#"
            Theme frequency
            How often each theme was chosen. A judgement is one person on one paragraph. Themes were answered in 110 of 120; shares are of those.
            Judgements | Paragraphs, of 10 | People, of 12
            Cyber sovereignty: 25 23 % =862 | 4 | 12
            Internet governance: 29 26 % =1000 | 4 | 12
            Data security: 12 11 % =414 | 2 | 8
            Digital economy: 10 9 % =345 | 1 | 10
            Great-power rivalry: 28 25 % =966 | 4 | 12
            Cooperation: 18 16 % =621 | 4 | 10
            Espionage: 10 9 % =345 | 1 | 10
            Openness and rights: 23 21 % =793 | 5 | 12
            Image and leadership: 13 12 % =448 | 2 | 9
            No theme applies: 13 12 % =448 | 8 | 5
            Themes not answered: 10 =0 | 6 | 2
            A judgement may have several themes, so the shares can add up to more than 100 %."#]],
    );
    check(
        &view.tables[1],
        &expect![[r#"
            Stance by theme
            How those who chose each theme answered “What stance does the author take toward the white paper’s vision of cyberspace?” The stronger the colour, the larger the share of the theme’s judgements.
            supports | opposes | mixed | neutral | no stance | All
            Cyber sovereignty: 4 16 % *1 | 8 32 % *2 | 4 16 % *1 | 7 28 % *2 | 2 8 % *1 | 25
            Internet governance: 7 24 % *2 | 1 3 % *1 | 7 24 % *2 | 11 38 % *2 | 3 10 % *1 | 29
            Data security: 0 *0 | 3 25 % *2 | 2 17 % *1 | 6 50 % *3 | 1 8 % *1 | 12
            Digital economy: 6 60 % *3 | 0 *0 | 4 40 % *2 | 0 *0 | 0 *0 | 10
            Great-power rivalry: 3 11 % *1 | 5 18 % *1 | 4 14 % *1 | 14 50 % *3 | 2 7 % *1 | 28
            Cooperation: 6 33 % *2 | 3 17 % *1 | 4 22 % *2 | 0 *0 | 5 28 % *2 | 18
            Espionage: 0 *0 | 2 20 % *1 | 1 10 % *1 | 6 60 % *3 | 1 10 % *1 | 10
            Openness and rights: 1 4 % *1 | 10 43 % *3 | 5 22 % *2 | 7 30 % *2 | 0 *0 | 23
            Image and leadership: 0 *0 | 4 31 % *2 | 3 23 % *2 | 3 23 % *2 | 3 23 % *2 | 13
            No theme applies: 1 8 % *1 | 4 31 % *2 | 2 15 % *1 | 2 15 % *1 | 4 31 % *2 | 13
            Judgements: 18 16 % | 23 21 % | 22 20 % | 32 29 % | 15 14 % | 110
            A judgement with several themes appears in several rows, but is counted once in the last row. Judgements without an answer on themes are left out: 10."#]],
    );
    check(
        &view.tables[2],
        &expect![[r#"
            Co-occurrence of themes
            How many judgements have both themes; framed: how many have the theme in all. The stronger the colour, the more judgements.
            Cyber sovereignty | Internet governance | Data security | Digital economy | Great-power rivalry | Cooperation | Espionage | Openness and rights | Image and leadership
            Cyber sovereignty: 25 | 8 *4 | 6 *3 | 0 *0 | 3 *2 | 0 *0 | 0 *0 | 11 *5 | 0 *0
            Internet governance: 8 *4 | 29 | 2 *1 | 0 *0 | 9 *5 | 1 *1 | 0 *0 | 5 *3 | 0 *0
            Data security: 6 *3 | 2 *1 | 12 | 0 *0 | 0 *0 | 0 *0 | 0 *0 | 5 *3 | 0 *0
            Digital economy: 0 *0 | 0 *0 | 0 *0 | 10 | 0 *0 | 8 *4 | 0 *0 | 0 *0 | 0 *0
            Great-power rivalry: 3 *2 | 9 *5 | 0 *0 | 0 *0 | 28 | 1 *1 | 9 *5 | 3 *2 | 6 *3
            Cooperation: 0 *0 | 1 *1 | 0 *0 | 8 *4 | 1 *1 | 18 | 0 *0 | 2 *1 | 3 *2
            Espionage: 0 *0 | 0 *0 | 0 *0 | 0 *0 | 9 *5 | 0 *0 | 10 | 0 *0 | 0 *0
            Openness and rights: 11 *5 | 5 *3 | 5 *3 | 0 *0 | 3 *2 | 2 *1 | 0 *0 | 23 | 0 *0
            Image and leadership: 0 *0 | 0 *0 | 0 *0 | 0 *0 | 6 *3 | 3 *2 | 0 *0 | 0 *0 | 13
        "#]],
    );
}

#[test]
fn who_is_left_out_is_not_counted() {
    let mut model = class_in(Tab::Themes);
    let all = annotators(model.inputs());
    for annotator in &all[1..] {
        model.send(Msg::AnnotatorSwitched(annotator.id.clone()));
    }
    let view = model.view.themes().cloned().expect("is shown");
    assert!(view.tables[0].caption.ends_with("of 10; shares are of those."), "{}", view.tables[0].caption);
    assert_eq!(&*view.tables[0].columns[2].label, "People, of 1");
    model.send(Msg::AnnotatorSwitched(all[0].id.clone()));
    let view = model.view.themes().cloned().expect("is shown");
    assert!(view.tables.is_empty() && view.missing.starts_with("Nobody is selected."));
}

#[test]
fn when_nobody_named_themes_there_is_nothing_to_count() {
    let mut model = made(1, |_| {}, &[("ann", layer(&article(1), &[("supports", &[])]))]);
    model.send(Compare::TabChosen(Tab::Themes));
    let view = model.view.themes().cloned().expect("is shown");
    assert!(view.tables.is_empty() && view.missing.starts_with("As soon as somebody names"));
}

#[test]
fn what_the_codebook_does_not_know_keeps_its_id_and_has_a_sign_of_its_own() {
    let mut model = class_with(|codebook| {
        codebook.themes.remove(0);
        codebook.questions[0].options[0].id = "agrees".into();
        codebook.questions[0].options[1].id = "objects".into();
    });
    model.send(Compare::TabChosen(Tab::Themes));
    let view = model.view.themes().cloned().expect("is shown");
    let last = &view.tables[0].rows.last().expect("is there").head;
    assert_eq!((&*last.label, last.hue, last.is_striped()), ("sovereignty", Some(Hue::Shared), true));
    let heads: Vec<_> =
        view.tables[1].columns.iter().map(|head| (&*head.label, head.glyph, head.hue.map(Hue::name))).collect();
    expect![[r#"[("supports", "■", Some("3")), ("opposes", "✚", Some("6")), ("mixed", "◆", None), ("neutral", "●", None), ("no stance", "○", None), ("supports", "▲", None), ("opposes", "▼", None), ("All", "", None)]"#]].assert_eq(&format!("{heads:?}"));
}

#[test]
fn tables_that_did_not_change_are_not_drawn_again() {
    let mut model = class_in(Tab::Themes);
    let before = model.view.themes().cloned().expect("is shown");
    model.send(Msg::NamesSwitched(true));
    assert!(Arc::ptr_eq(&before, model.view.themes().expect("is shown")));
}

#[test]
fn only_nothing_has_no_colour() {
    let levels: Vec<&str> = [0, 1, 20, 21, 60, 80, 81, 100].map(|part| level(part, 100)).to_vec();
    assert_eq!(levels, ["0", "1", "1", "2", "3", "4", "5", "5"]);
    assert_eq!((level(0, 0), level(1, 1_000_000), thousandths(1, 0)), ("0", "1", None));
}
