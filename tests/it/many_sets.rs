//! Sets of themes by the thousand: nothing grows with the square of them.

use crate::made::{Desk, article, codebook};
use postil_core::{
    base::id::ThemeId,
    measure::{
        agreement::{
            Coefficient, Undefined,
            distance::{jaccard, masi},
            measure::{Measure, Source, Table},
        },
        comparison::Comparison,
    },
    record::{Layer, edit::Edit},
};

/// The sets of so many readers of so many paragraphs, each another one: the binary digits of a number.
fn source(readers: usize, paragraphs: usize) -> (Source, Vec<Vec<Vec<ThemeId>>>) {
    let texts: Vec<String> = (0..paragraphs).map(|at| format!("Paragraph {at}.")).collect();
    let article = article(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let themes: Vec<ThemeId> = (10..24).map(|digit| format!("theme-{digit}").as_str().into()).collect();
    let set = |number: usize| (0..14).filter(move |digit| number >> digit & 1 == 1).map(|digit| themes[digit].clone());
    let mut sets = vec![Vec::new(); paragraphs];
    let layers: Vec<Layer> = (0..readers)
        .map(|reader| {
            let mut desk = Desk::new(&format!("reader-{reader}"), &article);
            for (paragraph, sets) in sets.iter_mut().enumerate() {
                let set: Vec<ThemeId> = set(paragraph * readers + reader + 1).collect();
                let edits: Vec<Edit> = set.iter().map(|theme| Edit::Theme(theme.clone(), true)).collect();
                desk.edit(paragraph + 1, &edits);
                sets.push(set);
            }
            desk.layer
        })
        .collect();
    let source = Source::new(&Comparison::new(&article, &codebook(), layers.iter().collect()), &"stance".into());
    (source, sets)
}

/// Alpha by its definition: all pairs, one by one.
fn by_definition(sets: &[Vec<Vec<ThemeId>>], distance: fn(&[ThemeId], &[ThemeId]) -> f64) -> f64 {
    let all: Vec<&Vec<ThemeId>> = sets.iter().flatten().collect();
    let between = |these: &[&Vec<ThemeId>]| -> f64 {
        these.iter().map(|one| these.iter().map(|other| distance(one, other)).sum::<f64>()).sum()
    };
    let observed: f64 =
        sets.iter().map(|item| between(&item.iter().collect::<Vec<_>>()) / (item.len() as f64 - 1.0)).sum();
    1.0 - observed / (between(&all) / (all.len() as f64 - 1.0))
}

#[test]
fn ten_thousand_sets_are_too_many_to_compare_each_with_each_and_that_is_said() {
    let (source, _) = source(100, 100);
    for measure in [Measure::Masi, Measure::Jaccard] {
        let table = Table::new(&source, measure, false);
        assert_eq!(table.coefficient(), Err(Undefined::TooManySets));
        assert_eq!(table.items(), 100);
        // Where most of it is lost is known all the same: sets of one paragraph are few.
        assert!((table.shares().iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
    // What looks at one theme at a time is as quick as ever.
    assert!(Table::new(&source, Measure::Theme("theme-10".into()), false).coefficient().is_ok());
}

#[test]
fn some_hundred_sets_give_what_the_definition_gives() {
    let close = |found: Coefficient, expected: f64| found.is_ok_and(|found| (found - expected).abs() < 1e-9);
    // Fewer paragraphs than sets, and more.
    for (readers, paragraphs) in [(30, 8), (2, 60)] {
        let (source, sets) = source(readers, paragraphs);
        let alpha = |measure| Table::new(&source, measure, false).coefficient();
        assert!(close(alpha(Measure::Masi), by_definition(&sets, masi)), "{:?}", alpha(Measure::Masi));
        assert!(close(alpha(Measure::Jaccard), by_definition(&sets, jaccard)), "{:?}", alpha(Measure::Jaccard));
    }
}

#[test]
fn thousands_of_sets_on_few_paragraphs_are_computed() {
    let (source, _) = source(50, 40);
    let alpha = Table::new(&source, Measure::Masi, false).coefficient().expect("2,000 sets are not too many");
    assert!(alpha.abs() < 0.2, "{alpha}");
}
