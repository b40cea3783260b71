//! The overview: what there is to say first of the class, and a bar of answers for each paragraph.

use super::head::{Head, option_heads};
use crate::{
    class::{
        annotators::compare,
        lens::Inputs,
        people::Annotator,
        shares::{apart, differing},
    },
    strings::{class as say, compare::board as strings},
};
use postil_core::{
    article::beginning,
    base::id::OptionId,
    measure::{
        comparison::Comparison,
        division::{Division, divisions, given},
        findings::findings,
    },
    output::{
        findings::{Sentence, sentence},
        picture::{Bar, Picture, Words, answers},
    },
};
use std::sync::Arc;

/// The most bars that are drawn; the board has no such bound.
const MOST: usize = 400;

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which of the answers, by its place among the signs; none for those who gave no answer.
    pub sign: Option<usize>,
    /// Where it begins, in people.
    pub start: u32,
    /// How many people.
    pub count: u32,
    /// "5 of 12: supports".
    pub words: Arc<str>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its index, from 0.
    pub index: usize,
    /// A key.
    pub key: Arc<str>,
    /// Its number.
    pub number: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
    /// What everybody answered.
    pub pieces: Vec<Piece>,
    /// The same in words: "5 supports, 3 opposes, 2 not answered".
    pub said: Arc<str>,
    /// "58 % differ": the pairs who answer differently, or that only themes differ; a dash where there is no pair.
    pub differing: Arc<str>,
}

/// The overview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewView {
    /// The question; empty where the codebook asks none.
    pub prompt: Arc<str>,
    /// What there is to say, what matters most first.
    pub sentences: Vec<Sentence>,
    /// The signs of the answers that somebody gave.
    pub signs: Vec<Head>,
    /// The paragraphs, in reading order.
    pub rows: Vec<Row>,
    /// How many people make a whole bar.
    pub people: u32,
    /// What is not drawn, if anything.
    pub left_out: Arc<str>,
}

/// The overview of those who are taken in.
#[must_use]
pub(crate) fn overview(inputs: Inputs<'_>, annotators: &[Annotator]) -> OverviewView {
    let question = inputs.question_id();
    let comparison = compare(inputs, annotators);
    let divisions = divisions(&comparison, &question);
    let codebook = inputs.context.codebook;
    let found = findings(&comparison, &question, &divisions);
    let options = given(divisions.iter(), codebook.question(&question));
    let signs = option_heads(codebook, &question, &options);
    let people = u32::try_from(comparison.annotators()).unwrap_or(u32::MAX);
    let shown = divisions.iter().enumerate().take(MOST);
    let rest = divisions.len().saturating_sub(MOST);
    let left_out = if rest == 0 { String::new() } else { strings::more_on_board(rest) };
    OverviewView {
        prompt: inputs.prompt(),
        sentences: found.iter().map(|finding| sentence(finding, codebook, &question)).collect(),
        rows: shown.map(|(at, division)| row(inputs, at, division, &options, &signs, people)).collect(),
        signs,
        people,
        left_out: left_out.into(),
    }
}

/// The bars as a picture.
#[must_use]
pub(crate) fn drawn(inputs: Inputs<'_>, comparison: &Comparison<'_>, words: &Words<'_>) -> Picture {
    let bar = |(at, division)| Bar { words: first_words(inputs, at), differing: in_words(&division), division };
    let bars: Vec<Bar> = divisions(comparison, words.question).into_iter().enumerate().map(bar).collect();
    answers(&bars, words)
}

fn first_words(inputs: Inputs<'_>, index: usize) -> Arc<str> {
    beginning(&inputs.context.article.text(index))
}

fn row(
    inputs: Inputs<'_>,
    index: usize,
    division: &Division,
    options: &[OptionId],
    signs: &[Head],
    people: u32,
) -> Row {
    let paragraph = &inputs.context.article.paragraphs()[index];
    let (mut pieces, mut said, mut start) = (Vec::new(), String::new(), 0);
    let answers = division.answers.iter().map(|(option, n)| (options.iter().position(|id| id == option), *n));
    let silent = (division.open > 0).then_some((None, division.open));
    for (sign, n) in answers.chain(silent) {
        let label = sign.and_then(|at| signs.get(at)).map_or(say::not_answered(), |head| &head.label);
        let comma = if said.is_empty() { "" } else { ", " };
        said.extend([comma, &say::gave(n, label)]);
        pieces.push(Piece { sign, start, count: n, words: strings::piece(n, people, label).into() });
        start += n;
    }
    Row {
        index,
        key: paragraph.id.to_shared(),
        number: (index + 1).to_string().into(),
        words: first_words(inputs, index),
        pieces,
        said: said.into(),
        differing: apart(division),
    }
}

/// What stands at the end of a bar of the picture, which has no room for more.
fn in_words(division: &Division) -> Arc<str> {
    let words = differing(division);
    if words.ends_with('%') { say::differ(&words).into() } else { words }
}

#[cfg(test)]
mod tests {
    use crate::{
        class::{
            msg::Msg,
            testing::{class, made},
        },
        compare::{
            msg::{Msg::TabChosen, Tab},
            overview::*,
        },
    };
    use postil_core::{
        measure::comparison::testing::{article, layer},
        output::findings::plain,
    };

    fn said(view: &OverviewView) -> String {
        view.sentences.iter().map(|sentence| plain(sentence)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn compare_opens_with_what_there_is_to_say_of_the_class() {
        let model = class();
        let view = model.view.overview().expect("is what opens");
        expect_test::expect![[r#"
            You are furthest apart on paragraphs 10 and 7. On 10, of the 10 who answered, 3 of 10 say “supports” and 3 of 10 “opposes”.
            There is no paragraph on which everybody agrees. You come closest on paragraph 1, and equally on one other: 10 of 12 say “neutral”.
            No theme divides you more than “Openness and rights” on paragraph 7: half of the 10 who chose themes named it, and the others did not."#]].assert_eq(&said(view));
        assert_eq!((view.rows.len(), view.people), (10, 12));
        for row in &view.rows {
            assert_eq!(row.pieces.iter().map(|piece| piece.count).sum::<u32>(), 12);
            assert!(row.pieces.iter().filter_map(|piece| piece.sign).all(|at| at < view.signs.len()));
        }
        assert_eq!(&*view.rows[0].said, "10 neutral, 2 no stance");
    }

    #[test]
    fn two_people_are_spoken_to_as_two_and_whoever_is_left_out_is_not_counted() {
        let article = article(3);
        let ann = layer(&article, &[("supports", &[]), ("opposes", &[]), ("mixed", &[])]);
        let ben = layer(&article, &[("supports", &[]), ("supports", &[])]);
        let mut model = made(3, |_| {}, &[("Ann", ann), ("Ben", ben)]);
        model.send(TabChosen(Tab::Overview));
        let view = model.view.overview().expect("is what opens");
        expect_test::expect![[r#"
            You two differ on 1 of the 2 paragraphs that you both answered: 2.
            You take opposite sides on paragraph 2: one is for, the other against.
            Only one of you answered paragraph 3."#]]
        .assert_eq(&said(view));
        assert_eq!(&*view.rows[2].said, "1 mixed, 1 not answered");
        model.send(Msg::AnnotatorSwitched("Ben".into()));
        expect_test::expect!["Only one person has answered so far (3 paragraphs), so there is nothing to compare yet."]
            .assert_eq(&said(model.view.overview().expect("is shown")));
    }
}
