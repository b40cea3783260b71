use crate::{
    article::Article,
    codebook::sample,
    measure::{
        comparison::testing::{article, layer},
        division::divisions,
        findings::*,
    },
    record::Layer,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PARAGRAPHS: usize = 5;
const OPTIONS: [&str; 4] = ["supports", "opposes", "mixed", "neutral"];
const THEMES: [&str; 3] = ["image", "rivalry", "espionage"];

/// What somebody says of a paragraph: an answer, or none, and themes as bits, or nothing of them.
type Said = (Option<usize>, Option<u8>);

fn themes(bits: Option<u8>) -> Vec<&'static str> {
    match bits {
        None => Vec::new(),
        Some(0) => vec!["none"],
        Some(bits) => (0..THEMES.len()).filter(|at| bits & (1 << at) != 0).map(|at| THEMES[at]).collect(),
    }
}

fn layer_of(article: &Article, said: &[Said]) -> Layer {
    let themes: Vec<Vec<&str>> = said.iter().map(|(_, bits)| themes(*bits)).collect();
    let answer = |option: Option<usize>| option.map_or("", |at| OPTIONS[at]);
    let said: Vec<(&str, &[&str])> = said.iter().zip(&themes).map(|((o, _), t)| (answer(*o), &t[..])).collect();
    layer(article, &said)
}

fn found(class: &[Vec<Said>]) -> Vec<Finding> {
    let (article, codebook) = (article(PARAGRAPHS), sample::codebook());
    let layers: Vec<Layer> = class.iter().map(|said| layer_of(&article, said)).collect();
    let all = Comparison::new(&article, &codebook, layers.iter().collect());
    let question = "stance".into();
    findings(&all, &question, &divisions(&all, &question))
}

/// The answers to a paragraph, as they were given.
fn answers(class: &[Vec<Said>], at: usize) -> Vec<usize> {
    class.iter().filter_map(|said| said[at].0).collect()
}

/// How many pairs differ, those for and against twice.
fn weight(class: &[Vec<Said>], at: usize) -> usize {
    let answers = answers(class, at);
    let mut sum = 0;
    for (one, a) in answers.iter().enumerate() {
        for b in &answers[one + 1..] {
            sum += usize::from(a != b) + usize::from((a.min(b), a.max(b)) == (&0, &1));
        }
    }
    sum
}

fn times(class: &[Vec<Said>], at: usize, option: &OptionId) -> usize {
    answers(class, at).into_iter().filter(|given| OPTIONS[*given] == option.as_str()).count()
}

fn same(class: &[Vec<Said>], at: usize) -> bool {
    let answers = answers(class, at);
    answers.len() > 1 && answers.iter().all(|answer| *answer == answers[0])
}

fn sets(class: &[Vec<Said>], at: usize) -> Vec<u8> {
    class.iter().filter_map(|said| said[at].1).collect()
}

fn number(part: u32) -> usize {
    usize::try_from(part).expect("is small")
}

/// True when a finding is, counted anew from what was said.
fn is_true(class: &[Vec<Said>], finding: &Finding) -> bool {
    let all = || 0..PARAGRAPHS;
    let people = class.len();
    let list = |is: &dyn Fn(usize) -> bool| (0..PARAGRAPHS).filter(|at| is(*at)).collect::<Vec<_>>();
    let themes_differ = |at: usize| sets(class, at).into_iter().collect::<BTreeSet<_>>().len() > 1;
    match finding {
        Finding::Nobody => all().all(|at| answers(class, at).is_empty()),
        Finding::Alone(n) => {
            let who = class.iter().filter(|said| said.iter().any(|(answer, _)| answer.is_some())).count();
            who == 1 && *n == list(&|at| !answers(class, at).is_empty()).len()
        }
        Finding::Apart => all().all(|at| answers(class, at).len() < 2),
        Finding::United => {
            all().any(|at| same(class, at)) && all().all(|at| answers(class, at).len() < 2 || same(class, at))
        }
        Finding::Two { both, differing } => {
            people == 2
                && *both == list(&|at| answers(class, at).len() == 2).len()
                && *differing == list(&|at| weight(class, at) > 0)
        }
        Finding::Opposite(paragraphs) => people == 2 && *paragraphs == list(&|at| weight(class, at) == 2),
        Finding::OneOnly(paragraphs) => people == 2 && *paragraphs == list(&|at| answers(class, at).len() == 1),
        Finding::Split { paragraphs, more, first, open } => {
            // Of the pairs who both answered, in billionths.
            let weight = |at: usize| {
                let answered = answers(class, at).len();
                (weight(class, at) * 1_000_000_000).checked_div(answered * answered.saturating_sub(1) / 2).unwrap_or(0)
            };
            let is_thin = |at: &usize| answers(class, *at).len() * 2 < people;
            let all_thin = all().filter(|at| weight(*at) > 0).all(|at| is_thin(&at));
            let least = paragraphs.iter().map(|at| weight(*at)).min().unwrap_or(0);
            let others: Vec<usize> =
                all().filter(|at| !paragraphs.contains(at) && (all_thin || !is_thin(at))).collect();
            let (head, answered) = (paragraphs[0], answers(class, paragraphs[0]).len());
            let told = first.iter().map(|given| times(class, head, &given.option)).min().unwrap_or(0);
            let untold = OPTIONS.iter().filter(|option| first.iter().all(|given| given.option.as_str() != **option));
            least > 0
                && others.iter().all(|at| weight(*at) <= least)
                && others.iter().filter(|at| weight(**at) == least).count() == *more
                && paragraphs.is_sorted_by(|a, b| weight(*a) >= weight(*b))
                && first.iter().all(|given| number(given.part.some) == times(class, head, &given.option))
                && first.iter().all(|given| number(given.part.all) == answered)
                && number(*open) == people - answered
                && untold.into_iter().all(|option| times(class, head, &(*option).into()) <= told)
        }
        Finding::Agreed { paragraphs, option, everybody } => {
            let whole = |at: &usize| answers(class, *at).len() == people;
            let one = |at: &usize| {
                option.as_ref().is_none_or(|option| times(class, *at, option) == answers(class, *at).len())
            };
            paragraphs.iter().all(|at| same(class, *at) && one(at) && (!everybody || whole(at)))
        }
        Finding::Closest { paragraph, more, given } => {
            let share = |at: usize| {
                let answers = answers(class, at);
                let pairs = (0..answers.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
                let alike = pairs.clone().filter(|(one, other)| answers[*one] == answers[*other]).count();
                alike as f64 / pairs.count().max(1) as f64
            };
            all().all(|at| !same(class, at))
                && share(*paragraph) > 0.0
                && number(given.part.some) == times(class, *paragraph, &given.option)
                && number(given.part.all) == answers(class, *paragraph).len()
                && OPTIONS.iter().all(|option| times(class, *paragraph, &(*option).into()) <= number(given.part.some))
                && all().all(|at| share(at) <= share(*paragraph))
                && all().filter(|at| at != paragraph && (share(*at) - share(*paragraph)).abs() < 1e-9).count() == *more
        }
        Finding::NoneAgreed => all().all(|at| !same(class, at)) && all().any(|at| answers(class, at).len() > 1),
        Finding::AllDiffer => {
            let once = |at: usize| answers(class, at).into_iter().collect::<BTreeSet<_>>().len();
            all().all(|at| once(at) == answers(class, at).len()) && all().any(|at| once(at) > 1)
        }
        Finding::OnlyThemes(paragraphs) => *paragraphs == list(&|at| same(class, at) && themes_differ(at)),
        Finding::Themes(paragraphs) => paragraphs.iter().all(|at| themes_differ(*at) && answers(class, *at).is_empty()),
        Finding::Theme { theme, paragraphs, part, open } => {
            let bit = THEMES.iter().position(|known| *known == theme.as_str()).expect("is one of them");
            let named = |at: &usize| sets(class, *at).iter().filter(|bits| *bits & (1 << bit) != 0).count();
            // How near a share is to half, and of how many it is: nowhere is it nearer, of more.
            let near = |at: usize, bit: usize| {
                let (sets, yes) = (sets(class, at), |bits: &&u8| **bits & (1 << bit) != 0);
                let (some, all) = (sets.iter().filter(yes).count(), sets.len());
                (((2 * some).abs_diff(all) * 10_000).checked_div(all).map_or(0, |far| 10_000 - far), all)
            };
            let everywhere = all().flat_map(|at| (0..THEMES.len()).map(move |bit| (at, bit)));
            let most = everywhere.filter(|(at, _)| sets(class, *at).len() > 2).map(|(at, bit)| near(at, bit)).max();
            part.some < part.all
                && part.some > 0
                && paragraphs.iter().all(|at| Some(near(*at, bit)) == most)
                && paragraphs.iter().all(|at| named(at) == number(part.some))
                && paragraphs.iter().all(|at| sets(class, *at).len() == number(part.all))
                && number(*open) == people - number(part.all)
        }
        Finding::Covered { whole, all } => {
            *all == PARAGRAPHS && *whole == list(&|at| answers(class, at).len() == people).len()
        }
        Finding::Thin { paragraphs, part } => {
            let first = answers(class, paragraphs[0]).len();
            let mut sorted = paragraphs.clone();
            sorted.sort_unstable();
            number(part.some) == first
                && number(part.all) == people
                && sorted == list(&|at| answers(class, at).len() * 2 < people)
                && paragraphs.iter().all(|at| answers(class, *at).len() >= first)
        }
    }
}

fn class() -> impl Strategy<Value = Vec<Vec<Said>>> {
    // Few kinds of answers, so that some classes agree, and some gaps.
    let said = |kinds: usize| {
        let answer = prop_oneof![3 => (0..kinds).prop_map(Some), 1 => Just(None)];
        let sets = prop_oneof![3 => (0_u8..8).prop_map(Some), 1 => Just(None)];
        (answer, sets)
    };
    let class = move |(people, kinds): (usize, usize)| {
        prop::collection::vec(prop::collection::vec(said(kinds), PARAGRAPHS), people)
    };
    (0_usize..14, 1..=OPTIONS.len()).prop_flat_map(class)
}

proptest! {
    #[test]
    fn every_finding_is_true_of_what_was_said(class in class()) {
        let found = found(&class);
        prop_assert!((1..=5).contains(&found.len()), "{found:?}");
        // Of whoever can be compared at all there are at least three sentences, but of two people.
        let few = matches!(found[0], Finding::Nobody | Finding::Alone(_) | Finding::Themes(_) | Finding::Apart);
        prop_assert!(found.len() >= 3 || few || class.len() == 2, "{found:?}");
        if let [Finding::Split { paragraphs, .. }, Finding::Closest { paragraph, .. }, ..] = &found[..] {
            prop_assert!(!paragraphs.contains(paragraph), "{found:?}");
        }
        for finding in found {
            prop_assert!(is_true(&class, &finding), "{finding:?} of {class:?}");
        }
    }
}

#[test]
fn a_class_hears_where_it_splits_where_it_agrees_and_whom_it_has_not_heard() {
    let said = |answers: [usize; 4]| answers.map(|at| (Some(at), Some(1))).into_iter().chain([(None, None)]).collect();
    let mut class: Vec<Vec<Said>> =
        vec![said([0, 0, 0, 3]), said([1, 0, 2, 3]), said([0, 0, 0, 3]), said([1, 0, 0, 3])];
    class[0][4] = (Some(0), Some(2));
    class[3][3].1 = Some(4);
    let part = |some, all| Part { some, all };
    let given = |option: &str, some| Given { option: option.into(), part: part(some, 4) };
    assert_eq!(
        found(&class),
        [
            Finding::Split {
                paragraphs: vec![0, 2],
                more: 0,
                first: vec![given("supports", 2), given("opposes", 2)],
                open: 0
            },
            Finding::Agreed { paragraphs: vec![1, 3], option: None, everybody: true },
            Finding::Theme { theme: "espionage".into(), paragraphs: vec![3], part: part(1, 4), open: 0 },
            Finding::Thin { paragraphs: vec![4], part: part(1, 4) },
            Finding::OnlyThemes(vec![3]),
        ]
    );
}

#[test]
fn where_all_divide_alike_it_is_said_that_some_are_not_named() {
    let class: Vec<Vec<Said>> = (0..3).map(|at| vec![(Some(at), None); PARAGRAPHS]).collect();
    let Some(Finding::Split { paragraphs, more, .. }) = found(&class).into_iter().next() else { panic!("they differ") };
    assert_eq!((paragraphs, more), (vec![0, 1], 3));
}

#[test]
fn nobody_comes_close_where_two_answered_differently() {
    // Of six, two answered the second paragraph, each otherwise: half is the larger share, and no pair is alike.
    let first = [0, 0, 1, 2, 3, 3].map(Some);
    let second = [Some(0), Some(1), None, None, None, None];
    let closest = |third: [Option<usize>; 6]| {
        let said =
            |at: usize| [first[at], second[at], third[at], first[at], None].map(|answer| (answer, None)).to_vec();
        found(&(0..6).map(said).collect::<Vec<_>>()).into_iter().nth(1).expect("it is said second")
    };
    let given = Given { option: "mixed".into(), part: Part { some: 3, all: 6 } };
    assert_eq!(closest([0, 1, 2, 2, 2, 3].map(Some)), Finding::Closest { paragraph: 2, more: 0, given });
    // Where people are furthest apart, as most pairs differ, they can come closest too, as most have answered.
    assert_eq!(closest([None; 6]), Finding::NoneAgreed);
    let apart: Vec<Vec<Said>> = (0..3).map(|at| vec![(Some(at), None), (Some(3 - at), None)]).collect();
    let apart: Vec<Vec<Said>> = apart.into_iter().map(|said| [said, vec![(None, None); 3]].concat()).collect();
    assert_eq!(found(&apart)[1], Finding::AllDiffer);
}
