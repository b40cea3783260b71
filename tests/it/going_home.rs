//! Feedback gives nobody away: what of other people stands in the files that go home, and what does not.

use crate::made::{self, APP, Desk, Hall, NOW};
use postil_core::{
    article::Article,
    base::{id::AnnotatorId, map::Map},
    exchange::bundle::{
        read::{read, read_at},
        write,
    },
    output::feedback::{Class, Feedback, bundle, page},
    record::{
        Layer, Themes,
        decision::{DecisionEdit, Outcome, Proposal, Round},
    },
};
use std::collections::BTreeMap;

/// A tab, as the app names its own.
const TAB: &str = "3b9ac4d2e1f0586774a1b2c3d4e5f607";

/// A class of so many who answered the first paragraph, and one more who did not.
fn class(article: &Article, answered: usize) -> Vec<Desk> {
    let mut class: Vec<Desk> = (0..=answered).map(|n| Desk::new(&format!("reader-{n}"), article)).collect();
    for (n, desk) in class.iter_mut().enumerate() {
        if n < answered {
            desk.stance(1, if n == 1 { "opposes" } else { "supports" });
        }
        desk.stance(2, "neutral").note(2, &format!("A note of reader {n}"));
    }
    class
}

fn words(words: &str) -> DecisionEdit {
    DecisionEdit::Sentence(words.into())
}

/// A hall in which each outcome was recorded with words, one was taken back, and one was only talked of.
fn hall(article: &Article) -> Hall {
    let mut hall = Hall::new(article);
    hall.clock = postil_core::base::stamp::Clock::new(TAB.into());
    for (at, outcome) in
        [Outcome::Decided, Outcome::Decided, Outcome::Difference, Outcome::Open].into_iter().enumerate()
    {
        let proposal = Proposal {
            outcome,
            answers: Map::from([("stance".into(), "supports".into())]),
            themes: Themes::NotCoded,
            reason: None,
            by: "teacher".into(),
        };
        let edit = DecisionEdit::Record(proposal);
        hall.edit(at + 1, &edit).edit(at + 1, &words(&format!("Words on paragraph {}", at + 1)));
    }
    // Taken back, and with words that are being prepared for another decision.
    hall.edit(2, &DecisionEdit::TakeBack)
        .edit(2, &words("Words on paragraph 2"))
        .edit(5, &words("Words on paragraph 5"));
    let (round, question, option) = (Round::FIRST, "stance".into(), "mixed".into());
    hall.edit(1, &DecisionEdit::Count { round, question, option, hands: Some(2) });
    hall
}

fn article() -> Article {
    made::article(&["One.", "Two.", "Three.", "Four.", "Five."])
}

/// The file and the page of the first reader.
fn feedback(article: &Article, class: &[Desk], hall: &Hall, made: u64) -> (String, String) {
    let codebook = made::codebook();
    let layers: Vec<(&AnnotatorId, &Layer)> = class.iter().map(|desk| (&desk.annotator, &desk.layer)).collect();
    let counted = Class::of(article, &codebook, layers.iter().copied());
    let made = bundle(&Feedback {
        article,
        codebook: &codebook,
        book: &made::book(),
        annotator: layers[0].0,
        people: &postil_core::record::person::Persons::default(),
        called: "",
        known_by: "",
        own: layers[0].1,
        round: 1,
        class_id: &made::class(),
        decisions: hall.decisions(),
        class: &counted,
        made,
        quotes: &BTreeMap::new(),
    });
    (write(&made, APP), page(&made, layers[0].0, "", "f", APP))
}

#[test]
fn only_what_is_decided_carries_the_words_of_the_class() {
    let article = article();
    let (file, page) = feedback(&article, &class(&article, 9), &hall(&article), NOW);
    for number in 1..=5 {
        let words = format!("Words on paragraph {number}");
        assert_eq!((file.contains(&words), page.contains(&words)), (number == 1, number == 1), "{words}");
    }
}

#[test]
fn no_file_says_at_which_tab_anything_of_the_class_was_written() {
    let article = article();
    let (file, _) = feedback(&article, &class(&article, 9), &hall(&article), NOW);
    assert!(file.contains("tab-of-reader-0"), "one's own stamps are one's own");
    for other in [TAB, "tab-of-reader-1", "class-0"] {
        assert!(!file.contains(other), "{other}");
    }
}

#[test]
fn below_five_answers_nothing_is_counted_and_the_page_says_why() {
    let article = article();
    for (answered, counted) in [(2, false), (4, false), (5, true), (9, true)] {
        let (file, page) = feedback(&article, &class(&article, answered), &hall(&article), NOW);
        // Behind the codebook, which names each answer too.
        let (_, said) = file.split_once("\"decisions\": ").expect("the class said something");
        assert_eq!(said.contains("\"opposes\": "), counted, "{answered}");
        assert_eq!(page.contains("How the class answered"), counted, "{answered}");
        // A show of hands counts people too.
        assert!(!file.contains("\"votes\""), "{answered}");
        let why = "How others answered is shown only where five or more did: with fewer, it would be easy to \
                   guess who answered what.";
        assert!(page.contains(why), "{answered}: two paragraphs have no answers at all");
        assert!(!page.contains("Nobody else’s name or answer is in it"), "a count says something of answers");
    }
}

#[test]
fn a_decision_taken_back_is_taken_back_at_home_too() {
    let article = article();
    let (class, mut hall) = (class(&article, 9), hall(&article));
    let paragraph = &article.paragraphs()[0].id;
    let read = |file: &str| read(file).expect("is a bundle").0.classes[&made::class()].clone();
    let mut home = read(&feedback(&article, &class, &hall, NOW).0);
    assert!(home.of(paragraph).decision().is_some());
    hall.edit(1, &DecisionEdit::TakeBack);
    home.join(&read(&feedback(&article, &class, &hall, NOW).0));
    assert!(home.of(paragraph).decision().is_none() && home.of(paragraph).sentence().is_empty());
}

#[test]
fn a_reader_with_a_wrong_clock_does_not_freeze_the_counts() {
    let article = article();
    let (mut class, hall) = (class(&article, 9), hall(&article));
    class[3].now = NOW + 100 * 365 * 24 * 3_600_000;
    class[3].stance(1, "mixed");
    let read = |file: &str| read(file).expect("is a bundle").0.classes[&made::class()].clone();
    let mut home = read(&feedback(&article, &class, &hall, NOW).0);
    class.remove(3);
    home.join(&read(&feedback(&article, &class, &hall, NOW + 1).0));
    let said = home.of(&article.paragraphs()[0].id);
    assert_eq!(said.readers(), Some(9));
    assert_eq!(said.counts(&"stance".into()).values().sum::<u32>(), 8);
}

#[test]
fn a_counting_by_a_wrong_clock_is_left_out_and_the_next_one_counts() {
    let article = article();
    let (class, hall) = (class(&article, 9), hall(&article));
    let century = 100 * 365 * 24 * 3_600_000;
    let read = |made| {
        let (bundle, problems) = read_at(&feedback(&article, &class, &hall, made).0, None, NOW).expect("is a bundle");
        (bundle.classes[&made::class()].clone(), problems)
    };
    let paragraph = &article.paragraphs()[0].id;
    let (mut home, problems) = read(NOW + century);
    assert_eq!((home.of(paragraph).readers(), problems.len()), (None, 1), "{problems:?}");
    assert!(home.of(paragraph).decision().is_some(), "what was decided is taken in");
    let (next, problems) = read(NOW + 1);
    assert!(problems.is_empty());
    home.join(&next);
    assert_eq!(home.of(paragraph).readers(), Some(10));
}

#[test]
fn a_copy_that_comes_back_says_nothing_else_than_what_it_was_made_from() {
    let article = article();
    let hall = hall(&article);
    let (file, _) = feedback(&article, &class(&article, 9), &hall, NOW);
    let copy = read(&file).expect("is a bundle").0.classes[&made::class()].clone();
    let mut joined = hall.decisions().clone();
    joined.join(&copy);
    assert!(hall.decisions().iter().count() == 5 && joined.iter().count() == 5);
    for (paragraph, said) in hall.decisions().iter() {
        let joined = joined.of(paragraph);
        assert_eq!((joined.decision(), joined.sentence()), (said.decision(), said.sentence()));
    }
}
