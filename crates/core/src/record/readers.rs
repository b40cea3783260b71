//! Who counts as a reader of an article. Every screen, number and file asks here, so that none counts other people than
//! another does.
//!
//! A reader has coded at least one paragraph: answered the question, or answered the themes (a set, or that none applies).
//! A note or a reply alone is not coding, and what was said of a paragraph that is gone from the text cannot be compared.
//!
//! Sentences about a file or a library speak of [`People`]: readers, wherever in the article they coded, and beside them
//! those who only left something else.

use super::{Layer, Record, decision::Decisions};
use crate::{
    article::Article,
    base::id::{AnnotatorId, QuestionId},
};

/// True when something of the article is coded in this layer: an answer to any question, or themes.
#[must_use]
pub fn has_read(article: &Article, layer: &Layer) -> bool {
    has(article, layer, Record::is_coded)
}

/// True when something of the article is coded in this layer, seen through one question: an answer to it, or themes.
#[must_use]
pub fn has_read_for(article: &Article, layer: &Layer, question: &QuestionId) -> bool {
    has(article, layer, |record| record.is_coded_for(question))
}

fn has(article: &Article, layer: &Layer, coded: impl Fn(&Record) -> bool) -> bool {
    article.paragraphs().iter().any(|paragraph| layer.records.get(&paragraph.id).is_some_and(&coded))
}

/// The readers among these layers, through whichever question.
pub fn readers<'a>(
    article: &Article,
    layers: impl Iterator<Item = (&'a AnnotatorId, &'a Layer)>,
) -> impl Iterator<Item = (&'a AnnotatorId, &'a Layer)> {
    layers.filter(|(_, layer)| has_read(article, layer))
}

/// Whose layers these are, as sentences count them: whoever has said nothing, or nothing any more, is nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// How many have coded a paragraph.
    pub coded: usize,
    /// How many only left notes or replies.
    pub beside: usize,
    /// True when something is decided.
    pub decided: bool,
    /// True when a class said something else: how it voted, or how many answered what.
    pub counted: bool,
}

impl People {
    /// Counts the people of these layers, and what a class said.
    #[must_use]
    pub fn of(layers: &mut dyn Iterator<Item = &Layer>, decisions: Option<&Decisions>) -> Self {
        let mut people = Self::default();
        for layer in layers.filter(|layer| !layer.is_silent()) {
            if layer.records.values().any(Record::is_coded) {
                people.coded += 1;
            } else {
                people.beside += 1;
            }
        }
        if let Some(decisions) = decisions.filter(|decisions| !decisions.is_silent()) {
            people.decided = !decisions.is_undecided();
            people.counted = !people.decided;
        }
        people
    }

    /// How many have said something.
    #[must_use]
    pub fn all(&self) -> usize {
        self.coded + self.beside
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        base::{id::ParagraphId, stamp::Clock},
        measure::comparison::testing::{article, layer},
        record::{
            Stance,
            decision::{Reply, choose_reply},
            edit::{Edit, delta},
            readers::*,
        },
    };

    fn said(paragraph: &ParagraphId, edit: Edit) -> Layer {
        let record = delta(&Record::default(), &[edit], &mut Clock::new("r".into()), 1);
        Layer { records: [(paragraph.clone(), record)].into(), ..Layer::default() }
    }

    #[test]
    fn who_has_coded_a_paragraph_is_a_reader_and_nobody_else() {
        let article = article(2);
        let first = article.paragraphs()[0].id.clone();
        let stance = |question: &str| {
            Edit::Stance(question.into(), Some(Stance { option: "supports".into(), confidence: None }))
        };
        let (asked, other) = ("stance".into(), "other".into());
        let reply = choose_reply(&Record::default(), Reply::Agrees);
        // What is in the layer, whether it makes a reader, and a reader through the one or the other question.
        let cases = [
            (said(&first, stance("stance")), true, true, false),
            (said(&first, stance("other")), true, false, true),
            (layer(&article, &[("", &["image"])]), true, true, true),
            (layer(&article, &[("", &["none"])]), true, true, true),
            (said(&first, Edit::Note(vec!["for the class".into()])), false, false, false),
            (said(&first, reply), false, false, false),
            (said(&"gone".into(), stance("stance")), false, false, false),
            (said(&first, Edit::Stance("stance".into(), None)), false, false, false),
            (Layer::default(), false, false, false),
        ];
        for (layer, any, one, two) in cases {
            let found = (
                has_read(&article, &layer),
                has_read_for(&article, &layer, &asked),
                has_read_for(&article, &layer, &other),
            );
            assert_eq!(found, (any, one, two), "{layer:?}");
        }
    }

    #[test]
    fn sentences_count_whoever_has_said_something_and_tell_apart_what() {
        let article = article(2);
        let first = article.paragraphs()[0].id.clone();
        let coded = layer(&article, &[("supports", &[])]);
        let elsewhere = Layer { records: [("gone".into(), coded.records[&first].clone())].into(), ..Layer::default() };
        let note = said(&first, Edit::Note(vec!["for the class".into()]));
        let reply = choose_reply(&Record::default(), Reply::Agrees);
        let back = said(&first, Edit::Stance("stance".into(), None));
        let layers = [coded.clone(), elsewhere, note, said(&first, reply), back, Layer::default()];
        let people = People::of(&mut layers.iter(), None);
        assert_eq!(people, People { coded: 2, beside: 2, decided: false, counted: false });
        assert_eq!(people.all(), 4);
        // What a class said is nobody's, and a decision only when one is there.
        let only = |layer: Layer| People::of(&mut [].into_iter(), Some(&Decisions::from_stored(layer)));
        assert_eq!(only(coded), People { counted: true, ..People::default() });
        assert_eq!(only(Layer::default()), People::default());
    }
}
