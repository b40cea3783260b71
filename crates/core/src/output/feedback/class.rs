//! How a class answered, in numbers.
//!
//! The numbers of a feedback file are one counting, made at one time, so that a newer one takes the place of an older one
//! as a whole. The time is that of whoever counts: of the stamps of a class any could come from a clock that is wrong.

use crate::{
    article::Article,
    base::{
        id::{AnnotatorId, QuestionId},
        map::Map,
    },
    codebook::Codebook,
    record::{
        Layer, Record,
        decision::{Counts, Hands},
        readers::readers,
    },
    strings::output::feedback as strings,
};

/// From so many answers on it is told how many chose what. Of fewer, whoever knows their own answer and a friend's can
/// tell the others'.
pub(super) const ENOUGH: u32 = 5;
/// Why there are no numbers.
pub const TOO_FEW: &str = strings::too_few();

/// How many of a class chose what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    readers: u32,
    paragraphs: Vec<Map<QuestionId, Hands>>,
}

impl Class {
    /// Counts the answers of these layers.
    #[must_use]
    pub fn of<'a>(
        article: &Article,
        codebook: &Codebook,
        layers: impl Iterator<Item = (&'a AnnotatorId, &'a Layer)>,
    ) -> Self {
        let layers: Vec<&Layer> = readers(article, layers).map(|(_, layer)| layer).collect();
        let paragraphs = article.paragraphs().iter().map(|paragraph| {
            let records: Vec<&Record> = layers.iter().filter_map(|layer| layer.records.get(&paragraph.id)).collect();
            let count = |question: &QuestionId, mut hands: Hands| {
                for stance in records.iter().filter_map(|record| record.stance(question)) {
                    *hands.entry(stance.option.clone()).or_default() += 1;
                }
                hands
            };
            // Options that nobody chose are counted too.
            let questions = codebook.questions.iter().map(|question| {
                let zeros = question.options.iter().map(|option| (option.id.clone(), 0)).collect();
                (question.id.clone(), count(&question.id, zeros))
            });
            questions.collect()
        });
        Self { readers: u32::try_from(layers.len()).unwrap_or(u32::MAX), paragraphs: paragraphs.collect() }
    }

    /// How many have coded anything.
    #[must_use]
    pub fn readers(&self) -> u32 {
        self.readers
    }

    /// The counts of a paragraph, by its index.
    #[must_use]
    pub fn counts(&self, paragraph: usize) -> Counts {
        let questions = self.paragraphs.get(paragraph).into_iter().flatten();
        let answered = |hands: &Hands| hands.values().fold(0, |sum: u32, count| sum.saturating_add(*count));
        let enough = questions.filter(|(_, hands)| answered(hands) >= ENOUGH);
        let questions = enough.map(|(question, hands)| (question.clone(), hands.clone())).collect();
        Counts { readers: self.readers, questions }
    }
}
