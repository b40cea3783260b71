//! What became of a paragraph decides what is said of it: only what a group decided is compared with anybody's answer.

use crate::made::{self, APP, Desk, NOW};
use postil_core::{
    article::Article,
    base::map::Map,
    codebook::Codebook,
    output::{
        feedback::{Change, Summary, Verdict, changes},
        report::{Reader, without_figures},
    },
    record::{
        Layer, Record, Themes,
        agreed::{AGREED, Outcome, Proposal, sentence, take_back},
        edit::{Edit, delta},
        stamp::Clock,
    },
};

fn decision(outcome: Outcome, option: &str, theme: &str) -> Proposal {
    Proposal {
        outcome,
        stances: Map::from([("stance".into(), option.into())]),
        themes: Themes::Set(vec![theme.into()]),
        reason: None,
        by: "teacher".into(),
    }
}

/// What a group recorded that began with an answer, and then chose each outcome in turn, one a paragraph.
fn each_outcome(article: &Article) -> Layer {
    let mut hall = Desk::new(AGREED, article);
    for (at, outcome) in Outcome::ALL.iter().enumerate() {
        let edits = decision(*outcome, "supports", "image").edits(&Record::default(), &hall.codebook);
        hall.edit(at + 1, &edits);
        hall.note(at + 1, "So be it.");
    }
    hall.layer
}

fn against(article: &Article) -> Layer {
    let mut ann = Desk::new("ann", article);
    (1..=article.paragraphs().len()).for_each(|number| _ = ann.stance(number, "opposes"));
    ann.layer
}

#[test]
fn only_what_is_decided_differs_from_ones_own_answer() {
    let article = made::article(&["One.", "Two.", "Three."]);
    let found = changes(&article, &made::codebook(), &against(&article), &each_outcome(&article));
    let differs = |change: &Change| matches!(change.verdict, Verdict::Differs(_));
    assert_eq!(found.iter().map(differs).collect::<Vec<_>>(), [true, false, false]);
    assert!(found[1..].iter().all(|change| change.asked[0].agreed.is_none()), "no answer was given there");
    let summary = Summary::of(&found);
    assert_eq!((summary.same, summary.differ), (0, 1));
    let words = summary.words();
    assert!(words.starts_with("You and the class agree on 0 of 1 paragraph that the class decided, and differ on 1."));
    assert!(words.contains("On 1 the class lets different readings stand, and 1 it left open."), "{words}");
}

#[test]
fn the_report_counts_what_is_decided_apart_from_what_is_not() {
    let article = made::article(&["One.", "Two.", "Three.", "Four."]);
    let (own, codebook) = (against(&article), made::codebook());
    let reader = Reader { id: &"ann".into(), name: "", layer: &own };
    let report = without_figures(&article, &codebook, &[reader], &each_outcome(&article), false, APP);
    assert_eq!(report.outcomes.counts(), [1, 1, 1]);
    let answers: Vec<usize> =
        report.rows.iter().flat_map(|row| &row.settled).map(|s| s.answers.iter().flatten().count()).collect();
    assert_eq!(answers, [1, 0, 0], "where nothing was decided no answer stands");
    assert!(report.methods.contains("settled on a reading of 1 paragraph,"), "{}", report.methods);
}

fn with_one_more_theme() -> Codebook {
    let mut codebook = made::codebook();
    let mut theme = codebook.themes[0].clone();
    theme.id = "new".into();
    codebook.themes.push(theme);
    codebook
}

/// One group decides with a theme that the other's codebook has not, and a sentence; the other later, without one.
fn two_groups() -> Record {
    let write = |record: &mut Record, clock: &mut Clock, now, edits: &[Edit]| {
        let change = delta(record, edits, clock, now);
        record.join(&change);
    };
    let (mut one, mut two) = (Record::default(), Record::default());
    let (mut early, mut late) = (Clock::new("a".into()), Clock::new("b".into()));
    let edits = decision(Outcome::Decided, "supports", "new").edits(&one, &with_one_more_theme());
    write(&mut one, &mut early, NOW, &edits);
    let edits = decision(Outcome::Decided, "opposes", "image").edits(&two, &made::codebook());
    write(&mut two, &mut late, NOW + 1, &edits);
    two.join(&one);
    two
}

#[test]
fn of_two_decisions_the_later_counts_as_a_whole_whatever_the_codebooks() {
    let article = made::article(&["One."]);
    let agreed = Layer { records: [(article.paragraphs()[0].id.clone(), two_groups())].into(), ..Layer::default() };
    let found = changes(&article, &with_one_more_theme(), &against(&article), &agreed);
    assert_eq!(found[0].agreed_themes.words(), "Image and leadership");
}

#[test]
fn a_decision_that_is_taken_back_takes_its_sentence_along() {
    let article = made::article(&["One.", "Two.", "Three."]);
    let mut record = each_outcome(&article).records[&article.paragraphs()[0].id].clone();
    let change = delta(&record, &take_back(&record), &mut Clock::new("c".into()), NOW + 60_000);
    record.join(&change);
    assert_eq!(&*sentence(&record), "");
}
