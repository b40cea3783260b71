//! The portrait of the article: its paragraphs in a row, a strip for each annotator, and a lane for each theme.

use super::head::{Head, option_heads, plain, theme_head};
use crate::{
    class::{annotators::compare, lens::Inputs, people::Annotator},
    strings::{class as say, compare::board as strings, words::Counted},
};
use postil_core::{article::beginning, codebook::hue::Hue, measure::portrait::Portrait};
use std::sync::Arc;

/// The most that is drawn; the board has no such bounds.
const MOST_PARAGRAPHS: usize = 400;
const MOST_ANNOTATORS: usize = 100;
const MOST_LANES: usize = 60;
/// Up to so many paragraphs each shows its number.
const ROOMY: usize = 60;

/// A column: a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its number.
    pub number: Arc<str>,
    /// True when the number is seen: in a long article there is no room for each.
    pub seen: bool,
    /// "Paragraph 3: 6 supports, 3 opposes, 1 not coded".
    pub name: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
}

/// What one annotator answered, paragraph by paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// A key.
    pub key: Arc<str>,
    /// Who.
    pub name: Arc<str>,
    /// The same with how often they gave which answer.
    pub words: Arc<str>,
    /// For each of the signs, the paragraphs with that answer.
    pub places: Vec<Vec<usize>>,
    /// The paragraphs without an answer.
    pub open: Vec<usize>,
}

/// Where a theme runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// A key.
    pub key: Arc<str>,
    /// The theme.
    pub head: Head,
    /// Where it is strongest, in words.
    pub words: Arc<str>,
    /// Paragraphs, and by how many annotators it applies there.
    pub places: Vec<(usize, u32)>,
}

/// The portrait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortraitView {
    /// What it is of, in words.
    pub summary: Arc<str>,
    /// The question.
    pub prompt: Arc<str>,
    /// The signs of the answers.
    pub signs: Vec<Head>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The strips.
    pub strips: Vec<Strip>,
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// How many annotators make a full lane.
    pub annotators: usize,
    /// What is not drawn, if anything.
    pub left_out: Arc<str>,
}

/// The portrait as those who are taken in see it.
#[must_use]
pub(crate) fn portrait(inputs: Inputs<'_>, annotators: &[Annotator]) -> PortraitView {
    let question = inputs.question_id();
    let comparison = compare(inputs, annotators);
    let found = Portrait::new(&comparison, &question);
    let signs = option_heads(inputs.context.codebook, &question, &found.options);
    let shown = found.paragraphs.min(MOST_PARAGRAPHS);
    let everybody = found.stances.len();
    let taken_in = annotators.iter().filter(|annotator| !annotator.left_out);
    let strips = taken_in.zip(&found.stances).take(MOST_ANNOTATORS);
    let strips: Vec<Strip> = strips.map(|(annotator, stances)| strip(annotator, stances, &signs, shown)).collect();
    let column = |at: usize| {
        let answers = found.stances.iter().map(|stances| stances.get(at).copied().flatten());
        Column {
            number: (at + 1).to_string().into(),
            seen: shown <= ROOMY || at == 0 || (at + 1).is_multiple_of(5),
            name: strings::column(at + 1, &tally(answers, &signs)).into(),
            words: beginning(&inputs.context.article.text(at)),
        }
    };
    let all = say::people(everybody);
    let paragraphs = say::paragraphs(found.paragraphs);
    let summary = strings::portrait_of(&inputs.context.article.masthead.title, &paragraphs, &all);
    PortraitView {
        summary: summary.into(),
        prompt: inputs.prompt(),
        columns: (0..shown).map(column).collect(),
        lanes: lanes(inputs, &found, shown),
        left_out: left_out(&found, &strips).into(),
        annotators: everybody,
        signs,
        strips,
    }
}

fn strip(annotator: &Annotator, stances: &[Option<usize>], signs: &[Head], shown: usize) -> Strip {
    let mut places = vec![Vec::new(); signs.len()];
    let mut open = Vec::new();
    for (at, stance) in stances.iter().take(shown).enumerate() {
        match stance.and_then(|stance| places.get_mut(stance)) {
            Some(places) => places.push(at),
            None => open.push(at),
        }
    }
    Strip {
        key: annotator.id.to_shared(),
        name: Arc::clone(&annotator.name),
        words: strings::strip(&annotator.name, &tally(stances.iter().copied(), signs)).into(),
        places,
        open,
    }
}

/// "6 supports, 3 opposes, 1 not coded".
fn tally(answers: impl Iterator<Item = Option<usize>>, signs: &[Head]) -> String {
    let mut counts = vec![0_usize; signs.len()];
    let mut open = 0;
    for answer in answers {
        match answer.and_then(|answer| counts.get_mut(answer)) {
            Some(count) => *count += 1,
            None => open += 1,
        }
    }
    let mut said = String::new();
    let labels = signs.iter().map(|sign| &*sign.label).chain([say::not_answered()]);
    for (label, count) in labels.zip(counts.into_iter().chain([open])).filter(|(_, count)| *count > 0) {
        let comma = if said.is_empty() { "" } else { ", " };
        said.extend([comma, &strings::gave(count, label)]);
    }
    said
}

fn lanes(inputs: Inputs<'_>, found: &Portrait, shown: usize) -> Vec<Lane> {
    let everybody = u32::try_from(found.stances.len()).unwrap_or(u32::MAX);
    let lane = |key: Arc<str>, head: Head, places: Vec<(usize, u32)>| {
        let words = runs(&head.label, &places, everybody).into();
        let places = places.into_iter().filter(|(at, _)| *at < shown).collect();
        Lane { key, head, words, places }
    };
    let counts = |of: &dyn Fn(usize) -> u32| -> Vec<(usize, u32)> {
        (0..found.paragraphs).map(|at| (at, of(at))).filter(|(_, count)| *count > 0).collect()
    };
    let none = counts(&|at| found.none_applies.get(at).copied().unwrap_or(0));
    let open = counts(&|at| everybody.saturating_sub(found.themes_coded.get(at).copied().unwrap_or(0)));
    let grey = Head { hue: Some(Hue::Nothing), ..plain(say::no_theme_applies()) };
    let others = [("none applies", grey, none), ("not answered", plain(say::themes_not_answered()), open)];
    let themes = found.lanes.iter().take(MOST_LANES);
    themes
        .map(|found| {
            lane(found.theme.to_shared(), theme_head(inputs.context.codebook, &found.theme), found.places.clone())
        })
        .chain(others.into_iter().map(|(key, head, places)| lane(["", key].join(" ").into(), head, places)))
        .collect()
}

/// "Espionage: in 3 paragraphs, most in paragraph 7 (11 of 12 people)".
fn runs(label: &str, places: &[(usize, u32)], everybody: u32) -> String {
    // Of those that are equal, the first.
    let most = places.iter().rev().max_by_key(|(_, count)| *count);
    match most {
        None => strings::in_no_paragraph(label),
        Some((at, most)) => {
            let paragraphs = say::paragraphs(places.len());
            let all = say::people(usize::try_from(everybody).unwrap_or(usize::MAX));
            strings::in_paragraphs(label, &paragraphs, at + 1, *most, &all)
        }
    }
}

fn left_out(found: &Portrait, strips: &[Strip]) -> String {
    let parts: [(usize, Counted); 3] = [
        (found.paragraphs.saturating_sub(MOST_PARAGRAPHS), strings::more_paragraphs),
        (found.stances.len() - strips.len(), strings::more_people),
        (found.lanes.len().saturating_sub(MOST_LANES), strings::more_themes),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, words)| words(*number)).collect();
    if parts.is_empty() { String::new() } else { strings::not_drawn(&parts.join(", ")) }
}

#[cfg(test)]
mod tests {
    use crate::{
        class::{annotators::annotators, msg::Msg, testing::class_in},
        compare::{msg::Tab, portrait::*},
    };
    use expect_test::expect;

    #[test]
    fn the_example_class() {
        let model = class_in(Tab::Portrait);
        let view = model.view.portrait().cloned().expect("is shown");
        assert_eq!((view.columns.len(), view.strips.len(), view.lanes.len()), (10, 12, 11));
        for strip in &view.strips {
            let mut all: Vec<usize> = strip.places.iter().chain([&strip.open]).flatten().copied().collect();
            all.sort_unstable();
            assert!(all.iter().copied().eq(0..10), "{}", strip.name);
        }
        let columns = view.columns.iter().map(|column| &*column.name);
        let strips = view.strips.iter().take(3).map(|strip| &*strip.words);
        let lanes = view.lanes.iter().map(|lane| &*lane.words);
        let said: Vec<&str> = std::iter::once(&*view.summary).chain(columns).chain(strips).chain(lanes).collect();
        expect![[r#"
            Portrait of “Whose shared future?”: 10 paragraphs in a row, as seen by 12 people.
            Paragraph 1: 10 neutral, 2 no stance
            Paragraph 2: 3 supports, 7 neutral, 2 no stance
            Paragraph 3: 2 neutral, 10 no stance
            Paragraph 4: 8 supports, 4 mixed
            Paragraph 5: 4 supports, 6 mixed, 1 neutral, 1 not answered
            Paragraph 6: 9 opposes, 2 mixed, 1 not answered
            Paragraph 7: 4 opposes, 3 mixed, 3 neutral, 2 not answered
            Paragraph 8: 2 opposes, 1 mixed, 6 neutral, 1 no stance, 2 not answered
            Paragraph 9: 5 opposes, 3 mixed, 2 neutral, 2 not answered
            Paragraph 10: 3 supports, 3 opposes, 3 mixed, 1 neutral, 2 not answered
            Person 1: 1 supports, 1 opposes, 2 mixed, 3 neutral, 3 no stance
            Person 2: 2 supports, 1 opposes, 1 mixed, 1 neutral, 1 no stance, 4 not answered
            Person 3: 2 supports, 3 opposes, 3 neutral, 2 no stance
            Cyber sovereignty: in 4 paragraphs, most in paragraph 2 (11 of 12 people)
            Internet governance: in 4 paragraphs, most in paragraph 5 (10 of 12 people)
            Data security: in 2 paragraphs, most in paragraph 7 (8 of 12 people)
            Digital economy: in 1 paragraph, most in paragraph 4 (10 of 12 people)
            Great-power rivalry: in 4 paragraphs, most in paragraph 8 (9 of 12 people)
            Cooperation: in 4 paragraphs, most in paragraph 4 (9 of 12 people)
            Espionage: in 1 paragraph, most in paragraph 8 (10 of 12 people)
            Openness and rights: in 5 paragraphs, most in paragraph 6 (9 of 12 people)
            Image and leadership: in 2 paragraphs, most in paragraph 9 (9 of 12 people)
            No theme applies: in 8 paragraphs, most in paragraph 3 (5 of 12 people)
            Themes not answered: in 6 paragraphs, most in paragraph 7 (2 of 12 people)"#]]
        .assert_eq(&said.join("\n"));
    }

    #[test]
    fn who_is_left_out_has_no_strip_and_fills_no_lane() {
        let mut model = class_in(Tab::Portrait);
        let first = annotators(model.inputs())[0].clone();
        let before = model.view.portrait().cloned().expect("is shown");
        model.send(Msg::AnnotatorSwitched(first.id.clone()));
        let after = model.view.portrait().cloned().expect("is shown");
        assert_eq!((before.strips.len(), after.strips.len(), after.annotators), (12, 11, 11));
        assert!(after.strips.iter().all(|strip| strip.key != first.id.to_shared()));
        assert_eq!(after.strips[0].name, before.strips[1].name);
    }

    #[test]
    fn a_long_article_is_bounded_and_says_so() {
        let found = Portrait {
            paragraphs: 450,
            stances: vec![vec![None; 450]; 2],
            none_applies: vec![0; 450],
            themes_coded: vec![0; 450],
            ..Portrait::default()
        };
        assert_eq!(left_out(&found, &[]), "Not drawn: 50 more paragraphs, 2 more people.");
        let lanes = lanes(class_in(Tab::Portrait).inputs(), &found, MOST_PARAGRAPHS);
        assert_eq!((lanes[0].places.len(), lanes[1].places.len()), (0, 400));
        assert_eq!(&*lanes[1].words, "Themes not answered: in 450 paragraphs, most in paragraph 1 (2 of 2 people)");
    }
}
