//! What became of a paragraph decides what is said of it: only what a class decided is compared with anybody's answer.

use crate::made::{self, APP, Desk, Hall};
use postil_core::{
    article::Article,
    base::map::Map,
    codebook::Codebook,
    output::{
        feedback::{Change, Summary, Verdict, changes},
        report::{Reader, without_figures},
    },
    record::{
        Layer, Themes,
        decision::{DecisionEdit, Outcome, Proposal},
    },
};

fn decision(outcome: Outcome, option: &str, theme: &str) -> DecisionEdit {
    DecisionEdit::Record(Proposal {
        outcome,
        answers: Map::from([("stance".into(), option.into())]),
        themes: Themes::Set(vec![theme.into()]),
        reason: None,
        by: "teacher".into(),
    })
}

/// What a class recorded that began with an answer, and then chose each outcome in turn, one a paragraph.
fn each_outcome(article: &Article) -> Hall {
    let mut hall = Hall::new(article);
    for (at, outcome) in Outcome::ALL.iter().enumerate() {
        hall.edit(at + 1, &decision(*outcome, "supports", "image"));
        hall.edit(at + 1, &DecisionEdit::Sentence("So be it.".into()));
    }
    hall
}

fn against(article: &Article) -> Layer {
    let mut ann = Desk::new("ann", article);
    (1..=article.paragraphs().len()).for_each(|number| _ = ann.stance(number, "opposes"));
    ann.layer
}

#[test]
fn only_what_is_decided_differs_from_ones_own_answer() {
    let article = made::article(&["One.", "Two.", "Three."]);
    let found = changes(
        &article,
        &made::codebook(),
        &against(&article),
        Some((&made::class(), each_outcome(&article).decisions())),
    );
    let differs = |change: &Change| matches!(change.verdict, Verdict::Differs(_));
    assert_eq!(found.iter().map(differs).collect::<Vec<_>>(), [true, false, false]);
    assert!(found[1..].iter().all(|change| change.asked[0].agreed.is_none()), "no answer was given there");
    let summary = Summary::of(&found);
    assert_eq!((summary.same, summary.differ), (0, 1));
    let words = summary.words();
    assert!(words.starts_with("You and the class agree on 0 of 1 paragraph that the class decided, and differ on 1."));
    assert!(words.contains("On 1 the class accepts different readings, and 1 it left open."), "{words}");
}

#[test]
fn the_report_counts_what_is_decided_apart_from_what_is_not() {
    let article = made::article(&["One.", "Two.", "Three.", "Four."]);
    let (own, codebook) = (against(&article), made::codebook());
    let reader = Reader { name: "", layer: &own };
    let report = without_figures(&article, &codebook, &[reader], Some(each_outcome(&article).decisions()), false, APP);
    assert_eq!(report.outcomes.counts(), [1, 1, 1]);
    let answers: Vec<usize> =
        report.rows.iter().flat_map(|row| &row.settled).map(|s| s.answers.iter().flatten().count()).collect();
    assert_eq!(answers, [1, 0, 0], "where nothing was decided no answer stands");
    assert!(report.methods.contains("then decided on 1 paragraph;"), "{}", report.methods);
}

fn with_one_more_theme() -> Codebook {
    let mut codebook = made::codebook();
    let mut theme = codebook.themes[0].clone();
    theme.id = "new".into();
    codebook.themes.push(theme);
    codebook
}

#[test]
fn of_two_decisions_the_later_counts_as_a_whole_whatever_the_codebooks() {
    // One class decides with a theme that the other's codebook has not; the other later.
    let article = made::article(&["One."]);
    let (mut one, mut two) = (Hall::new(&article), Hall::new(&article));
    one.codebook = with_one_more_theme();
    one.edit(1, &decision(Outcome::Decided, "supports", "new"));
    two.now += 1;
    two.edit(1, &decision(Outcome::Decided, "opposes", "image"));
    two.store.join(&one.store);
    let found = changes(&article, &with_one_more_theme(), &against(&article), Some((&made::class(), two.decisions())));
    assert_eq!(found[0].agreed_themes.words(), "Image and leadership");
}

#[test]
fn a_decision_that_is_taken_back_takes_its_sentence_along() {
    let article = made::article(&["One.", "Two.", "Three."]);
    let mut hall = each_outcome(&article);
    assert_eq!(&*hall.of(1).sentence(), "So be it.");
    hall.edit(1, &DecisionEdit::TakeBack);
    assert_eq!(&*hall.of(1).sentence(), "");
}
