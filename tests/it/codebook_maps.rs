//! Codes of other codebooks and of other versions: what they are with us.

use postil_core::{
    base::{
        id::{CodebookId, QuestionId, ThemeId, VersionId},
        map::Map,
        register::Register,
        stamp::Stamp,
    },
    codebook::{
        Codebook,
        code::Code,
        mapping::{Maps, To, suggestions, swapped},
        resolve::{Resolved, Resolver},
        sample,
        sense::Sense,
    },
};

fn theme(id: &str) -> Code {
    Code::Theme(id.into())
}

fn option(question: &str, id: &str) -> Code {
    Code::Option(question.into(), id.into())
}

/// Another codebook than the sample's, with the same ids and names.
fn theirs() -> Codebook {
    Codebook { id: "theirs".into(), ..sample::codebook() }
}

/// What is known of the versions of these codebooks.
fn versions(codebooks: &[&Codebook]) -> Map<VersionId, CodebookId> {
    codebooks.iter().map(|codebook| (codebook.version(), codebook.id.clone())).collect()
}

fn maps(pairs: &[(Code, Option<To>)]) -> Maps {
    let stamp = Stamp { wall: 1, counter: 0, replica: "a".into() };
    let from = |code: &Code| (CodebookId::from("theirs"), code.clone());
    pairs.iter().map(|(code, to)| (from(code), Register::new(to.clone(), stamp.clone()))).collect()
}

#[test]
fn a_merged_theme_is_shown_with_the_one_that_it_went_into() {
    let mut ours = sample::codebook();
    let ids: Vec<ThemeId> = ours.themes.iter().map(|theme| theme.id.clone()).collect();
    let versions = versions(&[&ours]);
    let resolver = Resolver::new(&ours, &[], &versions, &Maps::new());
    assert!(resolver.is_identity());
    assert_eq!(resolver.theme(&ids[0], None), Resolved::Ours(&ids[0]));
    ours.themes[0].merged_into = Some(ids[1].clone());
    ours.themes[1].merged_into = Some(ids[2].clone());
    ours.themes[2].archived = true;
    let resolver = Resolver::new(&ours, &[], &versions, &Maps::new());
    assert!(!resolver.is_identity());
    let before = versions.keys().next();
    for (id, end) in [(&ids[0], &ids[2]), (&ids[1], &ids[2]), (&ids[3], &ids[3])] {
        assert_eq!(resolver.theme(id, before).ours(), Some(end));
    }
    // A file can hold anything.
    ours.themes[2].merged_into = Some(ids[0].clone());
    assert!(Resolver::new(&ours, &[], &versions, &Maps::new()).theme(&ids[0], None).ours().is_some());
}

#[test]
fn what_comes_from_elsewhere_is_ours_only_by_a_map() {
    let mut ours = sample::codebook();
    ours.themes[1].merged_into = Some(ours.themes[2].id.clone());
    let theirs = theirs();
    let versions = versions(&[&ours, &theirs]);
    let under = theirs.version();
    let (first, second) = (&theirs.themes[0].id, &theirs.themes[1].id);
    let (question, answers) = (&theirs.questions[0].id, &theirs.questions[0].options);
    let from = &theirs.id;
    let resolver = Resolver::new(&ours, &[], &versions, &Maps::new());
    assert_eq!(resolver.theme(first, Some(&under)), Resolved::Foreign(from, first), "the same id is another code");
    assert_eq!(resolver.question(question, Some(&under)), Resolved::Foreign(from, question));
    let maps = maps(&[
        (Code::Theme(first.clone()), Some(To::Ours(Code::Theme(ours.themes[1].id.clone())))),
        (Code::Theme(second.clone()), Some(To::LeaveAlone)),
        (theme("espionage"), None),
        (theme("image"), Some(To::Ours(theme("not-there")))),
        (theme("rivalry"), Some(To::Ours(Code::Question(question.clone())))),
        (Code::Question(question.clone()), Some(To::Ours(Code::Question(question.clone())))),
        (option("stance", "supports"), Some(To::Ours(option("stance", "opposes")))),
    ]);
    let resolver = Resolver::new(&ours, &[], &versions, &maps);
    let merged = &ours.themes[2].id;
    assert_eq!(resolver.theme(first, Some(&under)), Resolved::Mapped(from, merged), "and what we merged since");
    for id in ["espionage", "image", "rivalry"].map(ThemeId::from).iter().chain([second]) {
        assert_eq!(resolver.theme(id, Some(&under)), Resolved::Foreign(from, id));
    }
    assert_eq!(resolver.question(question, Some(&under)).ours(), Some(question));
    let opposes = "opposes".into();
    assert_eq!(resolver.option(question, &answers[0].id, Some(&under)), Resolved::Mapped(from, (question, &opposes)));
    let other = &answers[1].id;
    assert_eq!(resolver.option(question, other, Some(&under)), Resolved::Foreign(from, (question, other)));
    // Our own versions, and those of the codebook that ours was copied from, need no map.
    assert_eq!(resolver.option(question, other, Some(&ours.version())), Resolved::Ours((question, other)));
    let copied = Resolver::new(&ours, std::slice::from_ref(from), &versions, &maps);
    assert_eq!(copied.theme(first, Some(&under)), Resolved::Ours(first));
}

#[test]
fn names_that_are_alike_are_suggested() {
    let ours = sample::codebook();
    let mut theirs = theirs();
    let all = suggestions(&theirs, &ours, &Maps::new());
    assert!(all.iter().all(|(their, our)| their == our));
    assert_eq!(all.len(), ours.themes.len() + 1 + ours.questions[0].options.len());
    let named = theirs.themes[0].label.to_uppercase().replace(' ', "  ");
    (theirs.themes[0].id, theirs.themes[0].label) = ("t".into(), named.as_str().into());
    theirs.themes[1].label = "Something else".into();
    let question = QuestionId::from("q");
    theirs.questions[0].id = question.clone();
    theirs.questions[0].prompt = "Where does it stand?".into();
    let found = suggestions(&theirs, &ours, &Maps::new());
    let of = |code: &Code| found.iter().find(|(their, _)| their == code).map(|(_, our)| our.clone());
    assert_eq!(of(&theme("t")), Some(Code::Theme(ours.themes[0].id.clone())));
    assert_eq!(of(&Code::Theme(theirs.themes[1].id.clone())), None);
    assert_eq!(
        of(&Code::Question(question)),
        Some(Code::Question(ours.questions[0].id.clone())),
        "by holder and target"
    );
    assert_eq!(of(&option("q", "supports")), Some(option("stance", "supports")));
}

#[test]
fn the_answers_of_a_question_that_was_matched_by_hand_are_suggested_by_their_sense() {
    let ours = sample::codebook();
    let mut theirs = theirs();
    let asked = &mut theirs.questions[0];
    (asked.id, asked.prompt, asked.target) = ("bees".into(), "Are bees good?".into(), "bees".into());
    for (at, option) in asked.options.iter_mut().enumerate() {
        (option.id, option.label, option.sense) =
            (format!("a{at}").as_str().into(), format!("Answer {at}").into(), ours.questions[0].options[at].sense);
    }
    asked.options[0].sense = Some(Sense::For);
    asked.options[1].sense = Some(Sense::Against);
    asked.options[2].sense = None;
    asked.options[3].sense = None;
    asked.options[4].sense = Some(Sense::Against);
    let answers = |maps: &Maps| -> Vec<(Code, Code)> {
        let found = suggestions(&theirs, &ours, maps).into_iter();
        found.filter(|(their, _)| matches!(their, Code::Option(..))).collect()
    };
    assert_eq!(answers(&Maps::new()), [], "nobody has said that the questions are one");
    let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
    let said = |to: To| {
        let from = (theirs.id.clone(), Code::Question("bees".into()));
        Maps::from([(from, Register::new(Some(to), stamp.clone()))])
    };
    let to = To::Ours(Code::Question(ours.questions[0].id.clone()));
    assert_eq!(
        answers(&said(to)),
        [(option("bees", "a0"), option("stance", "supports"))],
        "two answers that are both against tell nothing"
    );
    assert_eq!(answers(&said(To::LeaveAlone)), []);
}

#[test]
fn the_codes_of_several_versions_stand_together_once_each() {
    let (early, mut late) = (theirs(), theirs());
    let mut whole = early.clone();
    whole.add_codes(&late);
    assert_eq!(whole, early);
    late.themes[0].id = "new".into();
    late.questions[0].options[0].id = "other".into();
    late.questions.push(early.questions[0].clone());
    late.questions[1].id = "second".into();
    for (mut one, other) in [(early.clone(), &late), (late.clone(), &early)] {
        one.add_codes(other);
        assert_eq!(one.codes(), late.codes() + 2, "the theme and the answer that only one of them has");
        let again = one.clone();
        one.add_codes(other);
        assert_eq!(one, again);
    }
}

#[test]
fn names_that_went_round_are_no_update() {
    let here = sample::codebook();
    let mut there = here.clone();
    there.themes[0].label = "Renamed".into();
    there.themes[1].label = here.themes[0].label.clone();
    assert!(swapped(&here, &there).is_empty(), "one that took the name of a renamed one may be right");
    there.themes[0].label = here.themes[1].label.clone();
    there.questions[0].options.swap(0, 1);
    let labels = [0, 1].map(|at| there.questions[0].options[at].label.clone());
    [there.questions[0].options[1].label, there.questions[0].options[0].label] = labels;
    let (a, b) = (Code::Theme(here.themes[0].id.clone()), Code::Theme(here.themes[1].id.clone()));
    let (c, d) = (option("stance", "opposes"), option("stance", "supports"));
    let found = swapped(&here, &there);
    for pair in [(a.clone(), b.clone()), (b, a), (c.clone(), d.clone()), (d, c)] {
        assert!(found.contains(&pair), "{pair:?} in {found:?}");
    }
    assert_eq!(found.len(), 4);
}
