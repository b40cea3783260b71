//! Who counts as a reader of an article. Every screen, number and file asks here, so that none counts other people than
//! another does.
//!
//! A reader has coded at least one paragraph: answered the question, or answered the themes (a set, or that none applies).
//! A note or a reply alone is not coding, and what was said of a paragraph that is gone from the text cannot be compared.
//!
//! Sentences about a file or a library speak of [`People`]: readers, wherever in the article they coded, and beside them
//! those who only left something else.

use super::{Layer, LayerKey, Record, decision::Decisions, person::Persons};
use crate::{
    article::Article,
    base::{
        id::{AnnotatorId, QuestionId},
        map::Map,
    },
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
    /// How many programs have said something. They are no people.
    pub programs: usize,
    /// True when something is decided.
    pub decided: bool,
    /// True when a class said something else: how it voted, or how many answered what.
    pub counted: bool,
}

impl People {
    /// Counts the people of these layers, each once, under however many ids, and what classes said.
    #[must_use]
    pub fn of<'a>(
        persons: &Persons,
        layers: &mut dyn Iterator<Item = (&'a LayerKey, &'a Layer)>,
        classes: &mut dyn Iterator<Item = &'a Decisions>,
    ) -> Self {
        let mut said: Map<AnnotatorId, bool> = Map::new();
        for (key, layer) in layers.filter(|(key, layer)| key.is_reading() && !layer.is_silent()) {
            *said.entry(persons.one(&key.annotator)).or_default() |= layer.records.values().any(Record::is_coded);
        }
        let all = said.len();
        said.retain(|id, _| !persons.is_program(id));
        let coded = said.values().filter(|coded| **coded).count();
        let mut people = Self { coded, beside: said.len() - coded, programs: all - said.len(), ..Self::default() };
        for class in classes.filter(|class| !class.is_silent()) {
            people.decided |= !class.is_undecided();
            people.counted = true;
        }
        people.counted &= !people.decided;
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
        base::{
            id::ParagraphId,
            register::Register,
            stamp::{Clock, Stamp},
        },
        measure::comparison::testing::{article, layer},
        record::{
            Stance,
            decision::{Reply, choose_reply},
            edit::{Edit, delta},
            person::Kind,
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
        let reply = choose_reply(&Record::default(), &"7b".into(), Reply::Agrees);
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
        let reply = choose_reply(&Record::default(), &"7b".into(), Reply::Agrees);
        let back = said(&first, Edit::Stance("stance".into(), None));
        let layers = [coded.clone(), elsewhere, note, said(&first, reply), back, Layer::default()];
        let key = |at: usize| LayerKey::reading(at.to_string().as_str().into(), 1);
        let keys: Vec<LayerKey> = (0..layers.len()).map(key).collect();
        let people = People::of(&Persons::default(), &mut keys.iter().zip(&layers), &mut std::iter::empty());
        assert_eq!(people, People { coded: 2, beside: 2, ..People::default() });
        assert_eq!(people.all(), 4);
        // What a class said is nobody's, and a decision only when one is there.
        let only =
            |class: Decisions| People::of(&Persons::default(), &mut std::iter::empty(), &mut [&class].into_iter());
        let mut counted = Decisions::default();
        counted.count(1, 7, std::iter::empty());
        assert_eq!(only(counted), People { counted: true, ..People::default() });
        assert_eq!(only(Decisions::default()), People::default());
        // Several layers of one are one person, and what this program does not know is nobody's reading.
        let again = LayerKey::reading("0".into(), 2);
        let other =
            LayerKey { kind: crate::record::LayerKind::Other("seal".into()), ..LayerKey::reading("9".into(), 1) };
        let mut twice = [(&keys[0], &coded), (&again, &coded), (&other, &coded)].into_iter();
        assert_eq!(People::of(&Persons::default(), &mut twice, &mut std::iter::empty()).coded, 1);
        // So are several ids of one, and a program is none.
        let mut persons = Persons::default();
        let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
        let machine = Kind::Machine { maker: "".into(), model: "".into(), date: "".into() };
        persons.entry("0".into()).or_default().same_as.insert("1".into(), Register::new(true, stamp.clone()));
        persons.entry("2".into()).or_default().kind = Some(Register::new(machine, stamp));
        let people = People::of(&persons, &mut keys.iter().zip(&layers), &mut std::iter::empty());
        assert_eq!(people, People { coded: 1, beside: 1, programs: 1, ..People::default() });
    }
}
