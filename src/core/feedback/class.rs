//! How a class answered, in numbers.
//!
//! The counts go into the agreed reading as registers, so they need a stamp, and it has to be the right one. Two feedback
//! files made from the same answers must be the same bytes, so the time of writing cannot be in it. And when somebody's
//! file comes late, the next feedback has to outdo the last one, though the newest answer may be as old as before. So the
//! stamp is made from all stamps of the class: its time is the newest of them, and its replica is their sum, written with
//! leading zeros, so that it compares like a number. Whatever is said or comes in raises the sum or the time and never
//! lowers either; only taking a whole import back does. One stamp for all counts keeps them together: of two countings
//! one counts as a whole.

use crate::core::{
    agreed::{Hands, write_counts},
    annotation::{Layer, Record},
    article::Article,
    codebook::Codebook,
    edit::{Edit, delta},
    id::{AnnotatorId, QuestionId, ReplicaId},
    map::Map,
    readers::readers,
    stamp::Clock,
};

/// How many of a class chose what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    readers: u32,
    paragraphs: Vec<Map<QuestionId, Hands>>,
    newest: u64,
    sum: u128,
}

impl Class {
    /// Counts the answers of these layers. The agreed reading is nobody's, and is left out.
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
            // Options that nobody chose are counted too: a zero takes the place of an earlier count.
            let questions = codebook.questions.iter().map(|question| {
                let zeros = question.options.iter().map(|option| (option.id.clone(), 0)).collect();
                (question.id.clone(), count(&question.id, zeros))
            });
            questions.collect()
        });
        let (paragraphs, mut newest, mut sum) = (paragraphs.collect(), 0, 0_u128);
        for record in layers.iter().flat_map(|layer| layer.records.values()) {
            record.each_stamp(|stamp| {
                newest = stamp.wall.max(newest);
                sum += (u128::from(stamp.wall) << 32) + u128::from(stamp.counter);
            });
        }
        Self { readers: u32::try_from(layers.len()).unwrap_or(u32::MAX), paragraphs, newest, sum }
    }

    /// How many have coded anything.
    #[must_use]
    pub fn readers(&self) -> u32 {
        self.readers
    }

    /// The counts of a paragraph (by index) as a change to be joined into its agreed record.
    #[must_use]
    pub fn counts(&self, paragraph: usize) -> Record {
        let questions = self.paragraphs.get(paragraph).into_iter().flatten();
        let edits: Vec<Edit> =
            questions.flat_map(|(question, hands)| write_counts(question, hands, self.readers)).collect();
        if edits.is_empty() {
            return Record::default();
        }
        let mut clock = Clock::new(ReplicaId::new(format!("class-{:032x}", self.sum)));
        delta(&Record::default(), &edits, &mut clock, self.newest)
    }
}
