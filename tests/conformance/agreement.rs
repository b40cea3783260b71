//! Coefficients of agreement.

use crate::reference;
use postil_core::measure::agreement::{
    Coefficient, Distance, Ratings, alpha,
    cohen::{cohen, pairs},
    distance::{jaccard, label_of, masi},
    fleiss, gwet, percent,
    ratings::Label,
    scott,
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    io::Write as _,
    process::{Command, Stdio},
};

/// A table of whatever answers, as labels: on the case's own scale where it has one.
struct Case {
    table: Ratings,
    answers: Vec<Vec<String>>,
}

/// An answer as a set of words: of one word, where the case has no sets.
fn words(answer: &Value) -> Vec<String> {
    let mut words: Vec<String> = match answer {
        Value::Array(members) => members.iter().map(Value::to_string).collect(),
        other => vec![other.to_string()],
    };
    words.sort();
    words
}

impl Case {
    fn read(case: &Value) -> Self {
        let items: Vec<&serde_json::Map<String, Value>> =
            case["items"].as_array().expect("items").iter().map(|item| item.as_object().expect("an item")).collect();
        let coders: BTreeSet<&String> = items.iter().flat_map(|item| item.keys()).collect();
        let scale = case["order"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut answers: Vec<Vec<String>> = scale.iter().map(words).collect();
        let rows = items.iter().map(|item| {
            let cell = |coder: &&String| item.get(*coder).map(|answer| label_of(&mut answers, words(answer)));
            coders.iter().map(cell).collect::<Vec<Option<Label>>>()
        });
        let table = Ratings::new(rows.collect());
        Self { table, answers }
    }

    fn alpha(&self, distance: &Distance) -> Coefficient {
        alpha(&self.table.counts(), self.table.labels(), distance)
    }

    fn of_sets(&self, distance: fn(&[String], &[String]) -> f64) -> Coefficient {
        let answers = self.answers.clone();
        self.alpha(&Distance::between(move |a, b| distance(&answers[a], &answers[b])))
    }

    /// The coefficients that Postil has, by the names that the cases give them.
    fn coefficient(&self, name: &str) -> Option<Coefficient> {
        let counts = self.table.counts();
        Some(match name {
            "percent_agreement" => percent(&counts),
            "cohen_kappa" => cohen(&pairs(self.table.items(), 0, 1)),
            "scott_pi" => scott(&pairs(self.table.items(), 0, 1)),
            "fleiss_kappa" => fleiss(&counts, self.table.labels()),
            "fleiss_kappa_generalised" => gwet::kappa(&counts, self.table.labels()),
            "gwet_ac1" => gwet::ac1(&counts, self.table.labels()),
            "alpha_nominal" => self.alpha(&Distance::Nominal),
            "alpha_ordinal" => self.alpha(&Distance::Ordinal),
            "alpha_jaccard" => self.of_sets(jaccard),
            "alpha_masi" => self.of_sets(masi),
            _ => return None,
        })
    }
}

/// What the cases have and Postil does not show: distances on a scale of numbers, alpha's two parts, and another mean.
const NOT_HERE: [&str; 4] = ["alpha_interval", "Do_nominal", "De_nominal", "percent_agreement_weighted"];

#[test]
fn every_published_table() {
    let mut compared = 0;
    for case in reference("agreement_cases.json").as_array().expect("a list") {
        let (id, tolerance) = (&case["id"], case["tol"].as_f64().expect("a tolerance"));
        let read = Case::read(case);
        for (name, expected) in case["expected"].as_object().expect("values") {
            let Some(found) = read.coefficient(name) else {
                assert!(NOT_HERE.contains(&name.as_str()), "{id}: Postil has no {name}");
                continue;
            };
            match expected.as_f64() {
                Some(expected) => {
                    let found = found.unwrap_or_else(|why| panic!("{id} {name}: {why}"));
                    assert!((found - expected).abs() <= tolerance, "{id} {name}: {found}, not {expected}");
                }
                None => assert!(found.is_err(), "{id} {name}: {found:?}, not undefined"),
            }
            compared += 1;
        }
    }
    println!("{compared} values compared");
    assert!(compared >= 25, "only {compared} values compared");
}

#[test]
fn every_published_distance() {
    for case in reference("unit_distances.json").as_array().expect("a list") {
        let (one, other) = (words(&case["a"]), words(&case["b"]));
        for (name, found) in [("masi", masi(&one, &other)), ("jaccard", jaccard(&one, &other))] {
            let expected = case[name].as_f64().expect("a distance");
            assert!((found - expected).abs() < 1e-9, "{} {name}: {found}, not {expected}", case["source"]);
        }
    }
}

/// A table as the script reads it: labels are sets of themes, written as binary digits.
type Table = Vec<Vec<Option<Label>>>;

/// Tables of all sizes, with many gaps and few, drawn by a fixed rule.
fn drawn(count: usize) -> Vec<Table> {
    let mut state = 20_111_u64;
    let mut below = move |bound: u64| {
        // Knuth's MMIX generator; its high bits are good enough to draw tables from.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let table = |_| {
        let (items, coders, labels, gaps) = (1 + below(14), 2 + below(5), 1 + below(6), below(5));
        let mut cell = || (below(10) >= gaps).then(|| Label::try_from(below(labels)).expect("is small"));
        (0..items).map(|_| (0..coders).map(|_| cell()).collect()).collect()
    };
    (0..count).map(table).collect()
}

/// What the packages make of the tables: values by name.
fn asked(tables: &[Table]) -> Value {
    let python = std::env::var("PYTHON").expect("PYTHON names an interpreter with krippendorff, nltk and irrCAC");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/agreement.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the interpreter starts");
    let question = serde_json::to_vec(tables).expect("is JSON");
    child.stdin.take().expect("a pipe").write_all(&question).expect("the script reads");
    let answer = child.wait_with_output().expect("the script ends");
    assert!(answer.status.success());
    serde_json::from_slice(&answer.stdout).expect("the script answers in JSON")
}

#[test]
fn random_tables_beside_the_packages_of_others() {
    let tables = drawn(600);
    let answers = asked(&tables);
    let (mut compared, mut undefined) = (0, 0);
    for (table, answer) in tables.iter().zip(answers.as_array().expect("a list")) {
        let table = Ratings::new(table.clone());
        let members = |label: usize| -> Vec<String> {
            (0..8).filter(|bit| label >> bit & 1 == 1).map(|bit| bit.to_string()).collect()
        };
        let answers = (0..table.labels()).map(members).collect();
        let ours = Case { table, answers };
        for (name, theirs) in answer.as_object().expect("values") {
            let found = ours.coefficient(name.trim_end_matches("_nltk")).expect("Postil has it");
            match theirs.as_f64() {
                Some(theirs) => {
                    compared += 1;
                    assert!(
                        found.is_ok_and(|found| (found - theirs).abs() < 1e-9),
                        "{name}: {found:?}, not {theirs}, of {:?}",
                        ours.table
                    );
                }
                None => {
                    undefined += 1;
                    assert!(found.is_err(), "{name}: {found:?}, which is undefined elsewhere, of {:?}", ours.table);
                }
            }
        }
    }
    println!("{compared} values compared, {undefined} undefined");
    assert!(compared > 2000 && undefined > 50);
}
