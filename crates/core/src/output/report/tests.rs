use super::*;
use crate::{
    base::{map::Map, stamp::Clock},
    exchange::bundle::{Bundle, read::read},
    measure::agreement::measure::Measure,
    record::{
        LayerKey, Themes,
        decision::{DecisionEdit, Outcome, Proposal, Round},
    },
};

const CLASS: &str = include_str!("../../../../../static/class/example.postil.json");

fn class() -> Bundle {
    read(CLASS).expect("is a bundle").0
}

fn readers(bundle: &Bundle) -> Vec<Reader<'_>> {
    let name = |key: &LayerKey| bundle.people[&key.annotator].name.as_ref().map_or("", |name| &name.value);
    bundle.layers.iter().map(|(key, layer)| Reader { name: name(key), layer }).collect()
}

fn decide(bundle: &Bundle, outcomes: &[(usize, Outcome)]) -> Decisions {
    let (mut decisions, mut clock) = (Decisions::default(), Clock::new("a".into()));
    for (at, outcome) in outcomes {
        let proposal = Proposal {
            outcome: *outcome,
            answers: Map::from([("stance".into(), "mixed".into())]),
            themes: Themes::NoneApplies,
            reason: None,
            by: "x".into(),
        };
        let paragraph = &bundle.article.paragraphs()[*at].id;
        decisions.edit(paragraph, &DecisionEdit::Record(proposal), Some(&bundle.codebook.version()), &mut clock, 5);
    }
    decisions
}

#[test]
fn an_archived_theme_is_compared_only_where_somebody_named_it() {
    let bundle = class();
    let mut codebook = bundle.codebook.clone();
    let measured = |codebook: &Codebook, readers: &[Reader<'_>]| {
        let report = without_figures(&bundle.article, codebook, readers, None, false, "Postil 0.0.0");
        let measures = measures(codebook, &report.themes).into_iter();
        measures.filter(|(_, measure)| matches!(measure, Measure::Theme(_))).count()
    };
    let all = measured(&codebook, &readers(&bundle));
    codebook.themes.iter_mut().for_each(|theme| theme.archived = true);
    assert_eq!(measured(&codebook, &readers(&bundle)), all, "each was named before it was archived");
    assert_eq!(measured(&codebook, &[]), 0);
}

#[test]
fn a_codebook_without_a_name_is_called_nothing() {
    let bundle = class();
    let codebook = Codebook { title: "".into(), ..bundle.codebook.clone() };
    let report = report(&bundle.article, &codebook, &readers(&bundle), None, true, "");
    assert!(report.methods.contains(" and tagged it with a codebook, version "), "{}", report.methods);
    assert!(!report.methods.contains("“”"), "{}", report.methods);
}

#[test]
fn the_example_class_in_numbers_and_words() {
    let bundle = class();
    let decisions = decide(&bundle, &[(0, Outcome::Decided), (4, Outcome::Difference), (6, Outcome::Open)]);
    let report = report(&bundle.article, &bundle.codebook, &readers(&bundle), Some(&decisions), true, "Postil 0.0.0");
    assert_eq!((report.readers, report.names.len(), report.paragraphs), (12, 12, 10));
    assert_eq!((&report.complete[..], report.outcomes.counts()), (&[4][..], [1, 1, 1]));
    assert_eq!((&*report.codebook, &*report.versions), ("Visions of cyberspace", "version 2ce05b57db5a"));
    for row in &report.rows {
        let tally = &row.tallies[0];
        assert_eq!(tally.counts.iter().sum::<usize>() + tally.not_coded, 12);
        assert!(row.themes.is_sorted_by(|one, other| one.1 >= other.1));
    }
    let open: Vec<(usize, Standing)> = report.open.iter().map(|open| (open.paragraph, open.standing)).collect();
    assert!(!open.iter().any(|(at, _)| *at == 0));
    assert!(open.contains(&(4, Standing::RealDifference)) && open.contains(&(6, Standing::LeftOpen)));
    assert!(open.contains(&(9, Standing::Undecided)));
    expect_test::expect!["12 annotators read “Whose shared future?” (10 paragraphs) and tagged it with the codebook “Visions of cyberspace”, version 2ce05b57db5a. 4 of the paragraphs were answered by all of them. For each paragraph they answered the question “What stance does the author take toward the white paper’s vision of cyberspace?” with one of 5 answers: supports, opposes, mixed, neutral, no stance. They were also asked which of 9 themes apply: as many as they liked, or none. Agreement on the stance is Krippendorff’s alpha with the nominal distance, by which any two different answers are equally far apart. Percent agreement is given as well: the mean over paragraphs of the share of pairs of annotators who agree (Fleiss’ P), which takes no account of chance. Agreement on sets of themes is Krippendorff’s alpha with the MASI distance (Passonneau 2006), and also with the Jaccard distance; “no theme applies” counts as the empty set. Agreement on a single theme is Krippendorff’s alpha with the nominal distance on whether it applies. What an annotator has not answered counts as missing, not as an answer: each paragraph is included with the annotators who answered it, and paragraphs with fewer than two are left out. The 95% confidence intervals are a percentile bootstrap over paragraphs with 2,000 resamples and a fixed seed, so the same answers give the same intervals. They tell how far a figure would move with other paragraphs of this kind, not with other annotators. All figures come from the annotators’ own answers. The class then decided on 1 paragraph; these decisions are not part of any figure. It accepted different readings of 1 paragraph. It left 1 paragraph open. Computed with Postil 0.0.0."].assert_eq(&report.methods);
    let figures: Vec<String> = report
        .figures
        .iter()
        .map(|f| {
            let interval = f.interval.as_deref().unwrap_or("none");
            format!("{} | {} | {} | {interval} | {} | {}", f.about, f.coefficient, f.value, f.items, f.conclusion)
        })
        .collect();
    expect_test::expect![[r#"
        Stance | Krippendorff’s alpha, nominal | 0.32 | 0.13 to 0.43 | 10 | Not reliable enough to build on: the whole interval lies below 0.667. This threshold is Krippendorff’s convention, not a rule.
        Stance | Percent agreement (Fleiss’ P) | 45 % | 34 % to 56 % | 10 | It includes agreement by chance, so no threshold is applied.
        Sets of themes | Krippendorff’s alpha, MASI distance | 0.38 | 0.23 to 0.47 | 10 | Not reliable enough to build on: the whole interval lies below 0.667. This threshold is Krippendorff’s convention, not a rule.
        Sets of themes | Krippendorff’s alpha, Jaccard distance | 0.44 | 0.28 to 0.52 | 10 | Not reliable enough to build on: the whole interval lies below 0.667. This threshold is Krippendorff’s convention, not a rule.
        Cyber sovereignty | Krippendorff’s alpha, nominal | 0.64 | 0.09 to 0.83 | 10 | It could be anywhere from 0.09 to 0.83. That is too little to draw a conclusion.
        Internet governance | Krippendorff’s alpha, nominal | 0.55 | 0.28 to 0.77 | 10 | It could be anywhere from 0.28 to 0.77. That is too little to draw a conclusion.
        Data security | Krippendorff’s alpha, nominal | 0.57 | 0.19 to 0.76 | 10 | On 8 of 10 paragraphs everybody gave the commonest answer, and the value depends on the other 2. That is too little to draw a conclusion.
        Digital economy | Krippendorff’s alpha, nominal | 0.80 | 0.75 to 0.80 | 10 | On 9 of 10 paragraphs everybody gave the commonest answer, and the value depends on the other 1. That is too little to draw a conclusion.
        Great-power rivalry | Krippendorff’s alpha, nominal | 0.55 | 0.30 to 0.76 | 10 | It could be anywhere from 0.30 to 0.76. That is too little to draw a conclusion.
        Cooperation | Krippendorff’s alpha, nominal | 0.41 | 0.04 to 0.63 | 10 | Not reliable enough to build on: the whole interval lies below 0.667. This threshold is Krippendorff’s convention, not a rule.
        Espionage | Krippendorff’s alpha, nominal | 1.00 | 1.00 to 1.00 | 10 | On 9 of 10 paragraphs everybody gave the commonest answer, and the value depends on the other 1. That is too little to draw a conclusion.
        Openness and rights | Krippendorff’s alpha, nominal | 0.39 | 0.12 to 0.62 | 10 | Not reliable enough to build on: the whole interval lies below 0.667. This threshold is Krippendorff’s convention, not a rule.
        Image and leadership | Krippendorff’s alpha, nominal | 0.66 | 0.19 to 0.88 | 10 | On 8 of 10 paragraphs everybody gave the commonest answer, and the value depends on the other 2. That is too little to draw a conclusion."#]].assert_eq(&figures.join("\n"));
}

#[test]
fn what_is_settled_open_and_not_looked_at_is_counted_apart() {
    let bundle = class();
    let decisions = decide(&bundle, &[(0, Outcome::Decided), (4, Outcome::Difference), (6, Outcome::Open)]);
    let report = without_figures(&bundle.article, &bundle.codebook, &readers(&bundle), Some(&decisions), false, "");
    let facts: Vec<String> = report.facts().map(|(word, number)| format!("{number} {word}")).collect();
    let facts: Vec<&str> = facts.iter().map(|fact| &**fact).collect();
    let listed = Standing::ALL.map(|standing| report.standing(standing).count());
    assert_eq!((listed[0], listed[1], listed.iter().sum()), (1, 1, report.open.len()));
    let undecided = format!("{} not decided yet", listed[2]);
    let expected = [
        "12 people",
        "10 paragraphs",
        "4 answered by all",
        "1 decided",
        "1 with different readings",
        "1 left open",
        &undecided,
    ];
    assert_eq!(facts, expected);
    let nothing = without_figures(&bundle.article, &bundle.codebook, &readers(&bundle)[..1], None, false, "");
    let facts: Vec<String> = nothing.facts().map(|(word, number)| format!("{number} {word}")).collect();
    assert_eq!(facts.iter().filter(|fact| fact.starts_with("0 ")).count(), 1, "{facts:?}");
}

#[test]
fn two_who_read_and_one_who_did_not() {
    let bundle = class();
    let empty = Layer::default();
    let mut two: Vec<Reader<'_>> = readers(&bundle).into_iter().take(2).collect();
    two.push(Reader { name: "Nobody", layer: &empty });
    let report = report(&bundle.article, &bundle.codebook, &two, None, false, "Postil 0.0.0");
    assert_eq!((report.readers, report.names.len()), (2, 0));
    let stance = &report.figures[0];
    assert!(stance.conclusion.contains("too little to draw a conclusion"), "{}", stance.conclusion);
    assert!(report.open.iter().all(|open| open.standing == Standing::Undecided));
}

#[test]
fn without_readers_everything_says_so() {
    let bundle = class();
    let report = report(&bundle.article, &bundle.codebook, &[], None, true, "Postil 0.0.0");
    assert_eq!((report.readers, &report.complete[..], report.open.len()), (0, &[0][..], 0));
    assert!(report.figures.iter().all(|figure| &*figure.value == "undefined: no paragraph was answered by two people"));
    assert!(report.figures.iter().all(|figure| figure.interval.is_none()));
}

#[test]
fn votes_and_outcomes_stand_on_the_page() {
    let bundle = class();
    let mut decisions = decide(&bundle, &[(0, Outcome::Decided), (4, Outcome::Open)]);
    let paragraph = &bundle.article.paragraphs()[4].id;
    for (option, hands) in [("mixed", 7), ("supports", 2)] {
        let (round, question, option) = (Round::SECOND, "stance".into(), option.into());
        let count = DecisionEdit::Count { round, question, option, hands: Some(hands) };
        decisions.edit(paragraph, &count, None, &mut Clock::new("b".into()), 9);
    }
    let report =
        without_figures(&bundle.article, &bundle.codebook, &readers(&bundle), Some(&decisions), false, "Postil 0.0.0");
    assert_eq!(report.rows[4].votes, ["Second vote: ▲ supports 2, ◆ mixed 7".into()]);
    let head = Head { made: "Class: Friday · 3 Nov 2026", notes: &["A <note>."], convention: "" };
    let text = page(&report, &bundle.article, head);
    for words in [
        "Second vote: ▲ supports 2, ◆ mixed 7",
        "<dd>1</dd><dt>decided</dt>",
        "<dd>1</dd><dt>left open</dt>",
        "<dd>1</dd><dt>voted on</dt>",
        "Class: Friday · 3 Nov 2026",
        "A &lt;note&gt;.",
        "You are furthest apart on paragraphs",
        "In class, votes were counted on 1 paragraph;",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let places =
        ["<h2>In short", "<svg class=\"columns\"", "Decided <span", "Left open <span", "<h2>The article", "<h2>Method"];
    let places: Vec<_> = places.iter().map(|words| text.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    assert!(!text.contains("different readings</dt>"), "what nothing came to is not counted");
}
