//! The sentences beside the numbers say what was observed, whatever the coefficient and however narrow its interval.

use crate::made::{Desk, article, codebook};
use postil_core::{
    measure::{
        agreement::{
            Ratings,
            interval::RESAMPLES,
            measure::{Measure, Source, Table},
            ratings::Label,
        },
        comparison::Comparison,
    },
    record::edit::Edit,
};

/// The sentence of a measure of two readers, who give these answers and themes paragraph by paragraph.
fn said(measure: &Measure, answers: &[(&str, &str)]) -> String {
    let texts: Vec<String> = (0..answers.len()).map(|at| format!("Paragraph {at}.")).collect();
    let article = article(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let (mut ann, mut ben) = (Desk::new("ann", &article), Desk::new("ben", &article));
    for (number, (one, other)) in (1..).zip(answers) {
        ann.stance(number, one).edit(number, &[Edit::Theme((*one).into(), true)]);
        ben.stance(number, other).edit(number, &[Edit::Theme((*other).into(), true)]);
    }
    let codebook = codebook();
    let both = Comparison::new(&article, &codebook, vec![&ann.layer, &ben.layer]);
    let table = Table::new(&Source::new(&both, &"stance".into()), measure.clone(), false);
    let mut bootstrap = table.bootstrap();
    table.draw(&mut bootstrap, RESAMPLES);
    table.conclude(&table.coefficient(), bootstrap.interval().as_ref())
}

#[test]
fn readers_who_always_differ_are_never_said_to_agree() {
    for measure in
        [Measure::Nominal, Measure::Ordinal, Measure::Fleiss, Measure::Cohen(0, 1), Measure::Theme("supports".into())]
    {
        let opposite = said(&measure, &[("supports", "opposes"); 10]);
        assert_eq!(
            opposite,
            "On none of these 10 paragraphs do two people agree. That is too few to say how far they would agree on others.",
            "{measure:?}"
        );
        // Many paragraphs do: the line is drawn as for every other value.
        let many = said(&measure, &[("supports", "opposes"); 40]);
        assert!(many.starts_with("Not reliable enough"), "{measure:?}: {many}");
    }
}

#[test]
fn everybody_agrees_only_where_nobody_differs() {
    let answers =
        |n: usize| (0..n).map(|at| if at % 2 == 0 { ("supports", "supports") } else { ("opposes", "opposes") });
    for measure in [Measure::Nominal, Measure::Ordinal, Measure::Cohen(0, 1), Measure::Masi] {
        let few = said(&measure, &answers(12).collect::<Vec<_>>());
        assert!(few.starts_with("Everybody agrees on these 12 paragraphs."), "{measure:?}: {few}");
        let many = said(&measure, &answers(40).collect::<Vec<_>>());
        assert!(many.starts_with("Reliable"), "{measure:?}: {many}");
    }
}

#[test]
fn one_place_on_a_scale_is_not_one_answer() {
    let mut answers = vec![("mixed", "neutral"); 6];
    answers.extend([("supports", "supports"); 6]);
    let said = said(&Measure::Ordinal, &answers);
    assert!(!said.contains("Everybody agrees"), "mixed and neutral share a place, and are two answers: {said}");
}

#[test]
fn a_percentage_says_it_too() {
    assert_eq!(
        said(&Measure::Percent, &[("supports", "opposes"); 10]),
        "On none of these 10 paragraphs do two people agree. That is too few to say how far they would agree on others."
    );
    assert_eq!(
        said(&Measure::Percent, &[("supports", "supports"); 10]),
        "Everybody agrees on these 10 paragraphs. That is too few to say how far they would agree on others."
    );
}

#[test]
fn a_difference_that_no_resample_moves_is_none_the_less_a_difference() {
    // Of three readers one always differs: every paragraph is like every other.
    let cells: Vec<Option<Label>> = vec![Some(0), Some(0), Some(1)];
    let basis = postil_core::measure::agreement::words::Basis::of(&Ratings::new(vec![cells; 10]));
    assert_eq!((basis.items, basis.differing, basis.agreeing), (10, 10, 10));
}
