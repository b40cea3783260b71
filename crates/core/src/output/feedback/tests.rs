use super::*;
use crate::{
    base::{map::Map, register::Register, stamp::Clock},
    exchange::bundle::{Bundle, read::read},
    json::tree::Json,
    output::file_name::file_name,
    record::{
        Stance, Themes,
        decision::{DecisionEdit, Outcome, Proposal, Reason, Round},
        edit::{Edit, delta},
    },
};

const CLASS: &str = include_str!("../../../../../static/class/example.postil.json");
const APP: &str = "Postil 0.0.0";
/// When the files are made.
const MADE: u64 = 1_772_449_200_000;

/// The example class, which agreed on some paragraphs.
struct Course {
    bundle: Bundle,
    id: ClassId,
    decisions: Decisions,
    class: Class,
    quotes: BTreeMap<ParagraphId, Arc<str>>,
}

impl Course {
    fn new() -> Self {
        let (bundle, problems) = read(CLASS).expect("is a bundle");
        assert!(problems.is_empty());
        let by = bundle.annotators()[1].clone();
        let version = bundle.codebook.version();
        let (mut decisions, mut clock) = (Decisions::default(), Clock::new("hall".into()));
        let all = [
            (0, Outcome::Decided, "no-stance", &["rivalry"][..], Some(Reason::Rule), "A setting is no stance."),
            (3, Outcome::Decided, "supports", &["digital-economy", "cooperation"], Some(Reason::Slip), ""),
            (4, Outcome::Difference, "", &[], Some(Reason::Text), "“A fair one” can be read of either."),
            (6, Outcome::Open, "", &[], None, ""),
            (9, Outcome::Decided, "mixed", &[], Some(Reason::Reading), "Both halves <count> & stay."),
        ];
        for (at, outcome, option, themes, reason, words) in all {
            let answers = if option.is_empty() { Map::new() } else { Map::from([("stance".into(), option.into())]) };
            let themes = match (option.is_empty(), themes.is_empty()) {
                (true, _) => Themes::NotCoded,
                (false, true) => Themes::NoneApplies,
                (false, false) => Themes::Set(themes.iter().map(|id| (*id).into()).collect()),
            };
            let proposal = Proposal { outcome, answers, themes, reason, by: by.clone() };
            let count = DecisionEdit::Count {
                round: Round::FIRST,
                question: "stance".into(),
                option: "mixed".into(),
                hands: Some(5),
            };
            let paragraph = &bundle.article.paragraphs()[at].id;
            let now = 1_772_445_600_000 + at as u64;
            for edit in [DecisionEdit::Sentence(words.into()), DecisionEdit::Record(proposal), count] {
                decisions.edit(paragraph, &edit, Some(&version), &mut clock, now);
            }
            let settled = decisions.settlements.get_mut(paragraph).expect("was settled");
            settled.value.beside = Some(r#"{"who":"Dana (example)"}"#.into());
        }
        decisions.name = Some(Register::new("Tuesdays".into(), clock.tick(1_772_445_600_000, None)));
        let member = Register::new(true, clock.tick(1_772_445_600_000, None));
        decisions.members = bundle.annotators().into_iter().map(|id| (id.clone(), member.clone())).collect();
        decisions.extra.insert("whose".into(), Json::parse("\"Dana (example)\"").expect("is JSON"));
        let layers = bundle.layers.iter().map(|(key, layer)| (&key.annotator, layer));
        let class = Class::of(&bundle.article, &bundle.codebook, layers);
        let id = "a-class".into();
        Self { bundle, id, decisions, class, quotes: BTreeMap::new() }
    }

    fn feedback<'a>(&'a self, id: &'a AnnotatorId) -> Feedback<'a> {
        let called = self.bundle.people[id].name.as_ref();
        Feedback {
            article: &self.bundle.article,
            codebook: &self.bundle.codebook,
            book: &self.bundle.book,
            annotator: id,
            people: &self.bundle.people,
            called: called.map_or("", |name| &name.value),
            known_by: "",
            own: self.bundle.reading(id.as_str()).expect("said something"),
            round: 1,
            class_id: &self.id,
            decisions: &self.decisions,
            class: &self.class,
            made: MADE,
            quotes: &self.quotes,
        }
    }

    fn all(&self) -> Vec<Feedback<'_>> {
        self.bundle.annotators().into_iter().map(|id| self.feedback(id)).collect()
    }
}

fn at_home(feedback: &Feedback<'_>) -> Decisions {
    decided(&bundle(feedback)).1.clone()
}

/// What the one class of a file decided.
fn decided(bundle: &Bundle) -> (&ClassId, &Decisions) {
    assert_eq!(bundle.classes.len(), 1);
    bundle.classes.iter().next().expect("is one")
}

fn notes<'a>(bundle: &'a Bundle, annotator: &AnnotatorId) -> impl Iterator<Item = &'a Arc<str>> {
    bundle.reading(annotator.as_str()).expect("said something").records.values().flat_map(|record| record.note.spoken())
}

#[test]
fn nothing_of_other_people_is_in_a_file() {
    let course = Course::new();
    let by = course.bundle.annotators()[1];
    let files = files(&course.all(), APP);
    assert_eq!(files.len(), 24);
    // Each has a folder, by name, and in it the page before the file.
    let mut annotators = course.bundle.annotators();
    annotators.sort_by_key(|id| course.bundle.name(id).to_lowercase());
    for (annotator, files) in annotators.into_iter().zip(files.chunks(2)) {
        let folder = [&file_name(&course.bundle.name(annotator)), "/feedback - "].concat();
        assert!(files.iter().all(|(name, _)| name.starts_with(&folder)), "{folder}: {} {}", files[0].0, files[1].0);
        for (name, text) in files {
            for (other, person) in course.bundle.people.iter().filter(|(id, _)| *id != annotator) {
                assert!(!text.contains(other.as_str()), "{name} names {other}");
                let called = &person.name.as_ref().expect("has a name").value;
                assert!(!text.contains(&**called), "{name} names {called}");
                let first = called.split(' ').next().unwrap_or_default();
                assert!(!text.contains(first), "{name} names {first}");
                for replica in person.replicas.keys() {
                    assert!(!text.contains(replica.as_str()), "{name} names a tab of {other}");
                }
                for note in notes(&course.bundle, other) {
                    assert!(!text.contains(&**note), "{name} holds the note {note}");
                }
            }
        }
        assert!(notes(&course.bundle, annotator).all(|note| files[1].1.contains(&**note)), "one's own notes stay");
        let (read, _) = read(&files[1].1).expect("is a bundle");
        let told = |said: Adjudication<'_>| said.decision().expect("is settled").by;
        let told: Vec<_> = decided(&read).1.iter().map(|(_, said)| told(said)).collect();
        let expected = (annotator == by).then(|| by.clone());
        assert_eq!(told, vec![expected; 5], "whoever decided is told so, and nobody else");
    }
}

#[test]
fn the_file_can_be_read_and_holds_all_that_is_ones_own() {
    let course = Course::new();
    for feedback in course.all() {
        let text = write(&bundle(&feedback), APP);
        let (read, problems) = read(&text).expect("is a bundle");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(write(&read, APP), text);
        assert_eq!(read.layers.len(), 1);
        assert_eq!(read.reading(feedback.annotator.as_str()), Some(feedback.own));
        let decisions = decided(&read).1;
        let first = decisions.of(&read.article.paragraphs()[0].id);
        assert_eq!(&*first.sentence(), "A setting is no stance.");
        assert!(first.hands_in(Round::FIRST, &"stance".into()).is_empty(), "shows of hands stay with the class");
        assert_eq!(first.readers(), Some(12));
        assert_eq!(first.counts(&"stance".into()).values().sum::<u32>(), 12);
        let seventh = decisions.of(&read.article.paragraphs()[6].id);
        // Two of the class came no further than the paragraphs before.
        assert_eq!(seventh.counts(&"stance".into()).values().sum::<u32>(), 10);
    }
}

#[test]
fn the_same_feedback_twice_is_the_same_bytes_and_merges_without_a_trace() {
    let course = Course::new();
    let (one, two) = (files(&course.all(), APP), files(&Course::new().all(), APP));
    assert_eq!(one, two);
    for feedback in course.all() {
        let mut here = at_home(&feedback);
        let again = here.clone();
        assert!(!here.join(&again));
        assert_eq!(here, again);
    }
    // Made from what a feedback file brought back, it is the same too.
    let annotator = course.bundle.annotators()[0];
    let mut merged = course.decisions.clone();
    let first = bundle(&course.feedback(annotator));
    merged.join(decided(&first).1);
    let second = bundle(&Feedback { decisions: &merged, ..course.feedback(annotator) });
    assert_eq!(write(&second, APP), write(&first, APP));
}

#[test]
fn a_late_file_makes_counts_that_outdo_the_earlier_ones() {
    let course = Course::new();
    let late = course.bundle.annotators()[4];
    let (article, codebook) = (&course.bundle.article, &course.bundle.codebook);
    let without = course.bundle.layers.iter().map(|(key, layer)| (&key.annotator, layer)).filter(|(id, _)| *id != late);
    let eleven = Class::of(article, codebook, without);
    assert_eq!((eleven.readers(), course.class.readers()), (11, 12));
    let annotator = course.bundle.annotators()[0];
    let earlier = at_home(&Feedback { class: &eleven, ..course.feedback(annotator) });
    let feedback = Feedback { made: MADE + 1, ..course.feedback(annotator) };
    let later = at_home(&feedback);
    for (one, other) in [(&earlier, &later), (&later, &earlier)] {
        let mut joined = one.clone();
        joined.join(other);
        assert_eq!(joined, later, "the later counts as a whole, in either order");
    }
}

#[test]
fn changes_say_how_the_own_answer_stands_to_the_agreed_one() {
    let course = Course::new();
    let id = |name: &str| {
        let called = |id: &&AnnotatorId| course.bundle.name(id).starts_with(name);
        course.bundle.annotators().into_iter().find(called).expect("is in the class")
    };
    let jonas = bundle(&course.feedback(id("Jonas")));
    let own = jonas.reading(id("Jonas").as_str()).expect("said something");
    let changes = changes(&jonas.article, &jonas.codebook, own, Some(decided(&jonas)));
    let places: Vec<usize> = changes.iter().map(|change| change.paragraph).collect();
    assert_eq!(places, [0, 3, 4, 6, 9]);
    assert_eq!(changes[2].verdict, Verdict::NoAnswer(Outcome::Difference));
    assert_eq!(changes[2].decision.outcome, Outcome::Difference);
    // Jonas came no further than the fourth paragraph.
    assert_eq!(changes[4].verdict, Verdict::NotCoded);
    let first = &changes[0].asked[0];
    assert_eq!(first.agreed.as_ref().map(Answer::words).as_deref(), Some("○ no stance"));
    assert_eq!(first.counts.iter().map(|(_, count)| count).sum::<u32>(), 12);
    assert_eq!(changes[4].asked[0].not_coded, 2);
    let summary = Summary::of(&changes);
    assert_eq!((summary.outcomes.counts(), summary.not_coded), ([3, 1, 1], 1));
    assert_eq!(summary.same + summary.differ, 2);
}

#[test]
fn an_answer_with_a_gap_is_neither_the_same_nor_different() {
    let course = Course::new();
    let codebook = &course.bundle.codebook;
    let decision = course.decisions.of(&course.bundle.article.paragraphs()[0].id).decision().expect("is decided");
    let agreed = &decision.reading();
    let own = |edits: &[Edit]| delta(&Record::default(), edits, &mut Clock::new("a".into()), 5);
    let stance = |option: &str| Edit::Stance("stance".into(), Some(Stance { option: option.into(), confidence: None }));
    let theme = |id: &str| Edit::Theme(id.into(), true);
    for (edits, expected) in [
        (vec![], Verdict::NotCoded),
        (vec![stance("no-stance")], Verdict::NotCoded),
        (vec![theme("rivalry")], Verdict::NotCoded),
        (vec![theme("image")], Verdict::Differs(Kind::OtherThemes)),
        (vec![stance("supports")], Verdict::Differs(Kind::StanceNone)),
        (vec![stance("no-stance"), theme("rivalry")], Verdict::Same),
    ] {
        assert_eq!(verdict(&own(&edits), agreed, Outcome::Decided, codebook), expected, "{edits:?}");
    }
}

#[test]
fn the_page_stands_alone_and_is_escaped() {
    let course = Course::new();
    let mut bundle = bundle(&course.feedback(course.bundle.annotators()[0]));
    bundle.article.masthead.title = "<script>alert(1)</script> \"x\" onload='y'".into();
    bundle.article.masthead.language = "en\" onclick=\"x".into();
    let annotator = course.bundle.annotators()[0];
    let page = page(&bundle, annotator, "<u>Ann", "feedback - <b>.postil.json", APP);
    for sink in ["<script", "<b>.", "<u>", "onclick=\"", "http:", "https:", "url(http", "@import", "src="] {
        assert!(!page.contains(sink), "{sink} stands in the page");
    }
    assert!(page.contains("Both halves &lt;count&gt; &amp; stay."));
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
    for (open, close) in
        [("<section", "</section>"), ("<p", "</p>"), ("<td", "</td>"), ("<bdi", "</bdi>"), ("<li", "</li>")]
    {
        let opened = page.matches(&format!("{open}>")).count() + page.matches(&format!("{open} ")).count();
        assert_eq!(opened, page.matches(close).count(), "{open}");
    }
}

#[test]
fn the_page_begins_with_what_differs_and_the_paragraphs_stand_in_full_below() {
    let course = Course::new();
    for annotator in course.bundle.annotators() {
        let bundle = bundle(&course.feedback(annotator));
        let own = bundle.reading(annotator.as_str()).expect("said something");
        let changes = changes(&bundle.article, &bundle.codebook, own, Some(decided(&bundle)));
        let page = page(&bundle, annotator, "", "f", APP);
        let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
        let full = place("The paragraphs in full");
        let rank = |change: &&Change| match change.verdict {
            Verdict::Differs(_) => 0,
            Verdict::NotCoded => 1,
            Verdict::Same | Verdict::NoAnswer(_) => 2,
        };
        let mut expected: Vec<&Change> = changes.iter().collect();
        expected.sort_by_key(rank);
        let places: Vec<usize> =
            expected.iter().map(|change| place(&format!("id=\"p{}\"", change.paragraph + 1))).collect();
        assert!(places.is_sorted() && places.iter().all(|at| *at < full), "{places:?} {full}");
        for change in &changes {
            // The class talked of no others, so no others are told.
            assert_eq!(page.matches(&format!("id=\"t{}\"", change.paragraph + 1)).count(), 1);
            assert!(place(&format!("id=\"t{}\"", change.paragraph + 1)) > full);
        }
    }
}

#[test]
fn two_of_one_name_get_folders_that_are_told_apart() {
    let course = Course::new();
    let [one, other, third] = [0, 1, 2].map(|at| course.bundle.annotators()[at]);
    let all = [
        Feedback { called: "Sam", known_by: "sam 2", ..course.feedback(one) },
        Feedback { called: "Sam", known_by: "sam", ..course.feedback(other) },
        Feedback { called: "Ann", known_by: "", ..course.feedback(third) },
    ];
    let names: Vec<String> = files(&all, APP).into_iter().map(|(name, _)| name).collect();
    let expected = ["Ann", "Sam - sam", "Sam - sam 2"]
        .map(|name| [format!("{name}/feedback - {name}.html"), format!("{name}/feedback - {name}.postil.json")]);
    assert_eq!(names, expected.concat());
}
