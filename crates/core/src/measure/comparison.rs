//! Several layers of one article side by side: the tables from which agreement and differences are computed.

use super::{
    agreement::{Ratings, ratings::Label},
    difference::Differences,
};
use crate::{
    article::Article,
    base::{
        id::{OptionId, ParagraphId, QuestionId, ThemeId},
        map::Map,
    },
    codebook::{Codebook, StanceQuestion, scale::on_scale},
    record::{Layer, Record, Themes},
};
use std::collections::BTreeMap;

/// Layers of one article, in the order in which their annotators are shown.
pub struct Comparison<'a> {
    article: &'a Article,
    codebook: &'a Codebook,
    layers: Vec<&'a Layer>,
}

/// Labels for the answers to one question, as they come up.
#[derive(Clone, Debug)]
pub(crate) struct AnswerLabels {
    /// The question.
    pub(crate) question: QuestionId,
    /// What each label stands for.
    pub(crate) options: Vec<OptionId>,
    /// The question as the codebook asks it.
    asked: Option<StanceQuestion>,
}

/// Labels for sets of themes, as they come up.
#[derive(Clone, Debug, Default)]
pub(crate) struct ThemeLabels {
    /// What each label stands for, each in the order of ids.
    pub(crate) sets: Vec<Vec<ThemeId>>,
    // In a class many say the same, and in a large one there are hundreds of sets.
    labels: BTreeMap<Vec<ThemeId>, Label>,
}

impl AnswerLabels {
    /// Where what each label stands for has its place on the scale of the question, if it has any.
    #[must_use]
    pub(crate) fn places(&self) -> Vec<Option<Label>> {
        self.options.iter().map(|option| on_scale(option, self.asked.as_ref())).collect()
    }

    /// The label of a record's answer; `None` without one.
    pub(crate) fn of(&mut self, record: &Record) -> Option<Label> {
        let option = &record.stance(&self.question)?.option;
        let at = self.options.iter().position(|known| known == option).unwrap_or_else(|| {
            self.options.push(option.clone());
            self.options.len() - 1
        });
        Label::try_from(at).ok()
    }
}

impl ThemeLabels {
    /// The label of a record's themes; `None` where nothing was said of them.
    pub(crate) fn of(&mut self, record: &Record) -> Option<Label> {
        let mut set = theme_set(record)?;
        crate::base::order::short(&mut set, ThemeId::cmp);
        if let Some(label) = self.labels.get(&set) {
            return Some(*label);
        }
        let label = Label::try_from(self.sets.len()).ok()?;
        self.sets.push(set.clone());
        self.labels.insert(set, label);
        Some(label)
    }
}

impl<'a> Comparison<'a> {
    /// Lays the layers side by side.
    #[must_use]
    pub fn new(article: &'a Article, codebook: &'a Codebook, layers: Vec<&'a Layer>) -> Self {
        Self { article, codebook, layers }
    }

    /// How many paragraphs the article has.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.article.paragraphs().len()
    }

    /// How many layers there are.
    #[must_use]
    pub fn annotators(&self) -> usize {
        self.layers.len()
    }

    /// The themes that a table has: those of the codebook in its order, without archived ones that nobody used, then
    /// those that only records name, by id.
    #[must_use]
    pub fn themes(&self) -> Vec<ThemeId> {
        let mut named = Map::<ThemeId, ()>::new();
        for record in (0..self.paragraphs()).flat_map(|paragraph| self.records(paragraph)).flatten() {
            if let Themes::Set(set) = record.themes() {
                named.extend(set.into_iter().map(|theme| (theme, ())));
            }
        }
        let offered = self.codebook.themes.iter().filter(|theme| !theme.archived || named.contains_key(&theme.id));
        let offered: Vec<ThemeId> = offered.map(|theme| theme.id.clone()).collect();
        let others = named.keys().filter(|theme| self.codebook.theme(theme).is_none()).cloned();
        offered.into_iter().chain(others).collect()
    }

    /// The themes that are named of a paragraph, also those that the codebook does not know, with how many name each. Most
    /// first; of equals, those of the codebook in its order, and then the others by id.
    #[must_use]
    pub fn named(&self, paragraph: usize) -> Vec<(ThemeId, usize)> {
        let mut counts = Map::<ThemeId, usize>::new();
        for record in self.records(paragraph).flatten() {
            if let Themes::Set(set) = record.themes() {
                set.into_iter().for_each(|theme| *counts.entry(theme).or_default() += 1);
            }
        }
        let known = self.codebook.themes.iter();
        let mut named: Vec<(ThemeId, usize)> =
            known.filter_map(|theme| Some((theme.id.clone(), counts.remove(&theme.id)?))).collect();
        named.extend(counts);
        crate::base::order::short(&mut named, |one, other| other.1.cmp(&one.1));
        named
    }

    /// A question as the codebook asks it.
    #[must_use]
    pub(super) fn question(&self, id: &QuestionId) -> Option<&'a StanceQuestion> {
        self.codebook.question(id)
    }

    /// What everybody said of a paragraph, by its index; `None` for whoever has said nothing at all.
    pub fn records(&self, paragraph: usize) -> impl Iterator<Item = Option<&'a Record>> {
        let id = self.article.paragraphs().get(paragraph).map(|paragraph| &paragraph.id);
        self.layers.iter().map(move |layer| id.and_then(|id| layer.records.get(id)))
    }

    /// The answers to a question, and what each label stands for: the options of the codebook in their order, then
    /// whatever else was answered. Who has not answered has an empty cell.
    #[must_use]
    pub fn answers(&self, question: &QuestionId) -> (Ratings, Vec<OptionId>) {
        let mut answers = self.answer_labels(question);
        (self.table(|record| answers.of(record)), answers.options)
    }

    /// The sets of themes, and the set that each label stands for, each in the order of ids. "No theme applies" is the
    /// empty set; who has said nothing of themes has an empty cell.
    #[must_use]
    pub(crate) fn theme_sets(&self) -> (Ratings, Vec<Vec<ThemeId>>) {
        let mut themes = ThemeLabels::default();
        (self.table(|record| themes.of(record)), themes.sets)
    }

    /// True when everybody has answered a question on a paragraph: that is what “answered by all” means wherever it is said.
    /// Where the codebook does not ask it, themes are all that there is to answer.
    #[must_use]
    pub fn answered_by_all(&self, paragraph: usize, question: &QuestionId) -> bool {
        let asked = self.question(question).is_some();
        let answered = |record: &Record| {
            if asked { record.stance(question).is_some() } else { record.themes() != Themes::NotCoded }
        };
        !self.layers.is_empty() && self.records(paragraph).all(|record| record.is_some_and(answered))
    }

    /// How many have answered a question on any paragraph.
    #[must_use]
    pub(super) fn answering(&self, question: &QuestionId) -> usize {
        let here = |id: &ParagraphId| self.article.index_of(id).is_some();
        let answers =
            |layer: &&&Layer| layer.records.iter().any(|(id, record)| record.stance(question).is_some() && here(id));
        self.layers.iter().filter(answers).count()
    }

    /// Labels for the answers to a question: at first the options of the codebook in their order.
    #[must_use]
    pub(crate) fn answer_labels(&self, question: &QuestionId) -> AnswerLabels {
        let known = self.question(question).map_or(&[][..], |question| &question.options);
        AnswerLabels {
            question: question.clone(),
            options: known.iter().map(|option| option.id.clone()).collect(),
            asked: self.question(question).cloned(),
        }
    }

    /// How the annotators differ on these paragraphs, by index.
    #[must_use]
    pub fn differences(&self, paragraphs: impl Iterator<Item = usize>, question: &QuestionId) -> Differences {
        let nothing = Record::default();
        let mut found = Differences::default();
        for paragraph in paragraphs {
            let records: Vec<&Record> = self.records(paragraph).map(|record| record.unwrap_or(&nothing)).collect();
            found.count(&records, question, self.codebook);
        }
        found
    }

    fn table(&self, mut label: impl FnMut(&Record) -> Option<Label>) -> Ratings {
        let rows = (0..self.article.paragraphs().len())
            .map(|paragraph| self.records(paragraph).map(|record| label(record?)).collect());
        Ratings::new(rows.collect())
    }
}

fn theme_set(record: &Record) -> Option<Vec<ThemeId>> {
    match record.themes() {
        Themes::NotCoded => None,
        Themes::NoneApplies => Some(Vec::new()),
        Themes::Set(set) => Some(set),
    }
}

/// Layers made in a line, for the tests of whatever is computed from a comparison.
#[cfg(any(test, feature = "testing"))]
pub mod testing {
    use super::*;
    use crate::{
        article::{Block, BlockKind, Masthead},
        base::{register::Register, stamp::Stamp},
        record::Stance,
    };

    /// An article of so many paragraphs.
    #[must_use]
    pub fn article(paragraphs: usize) -> Article {
        let block = |at| Block::new(BlockKind::Paragraph, format!("Paragraph {at}."));
        Article::new(Masthead::titled("T"), (0..paragraphs).map(block).collect())
    }

    /// What somebody says of the first paragraphs: a stance, or none if it is empty, and themes or the word "none".
    #[must_use]
    pub fn layer(article: &Article, said: &[(&str, &[&str])]) -> Layer {
        let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
        let mut layer = Layer::default();
        for (paragraph, (stance, themes)) in article.paragraphs().iter().zip(said) {
            let mut record = Record::default();
            if !stance.is_empty() {
                let stance = Stance { option: (*stance).into(), confidence: None };
                record.stances.insert("stance".into(), Register::new(Some(stance), stamp.clone()));
            }
            for theme in *themes {
                match *theme {
                    "none" => record.none_applies = Some(Register::new(true, stamp.clone())),
                    theme => _ = record.themes.insert(theme.into(), Register::new(true, stamp.clone())),
                }
            }
            layer.records.insert(paragraph.id.clone(), record);
        }
        layer
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        codebook::sample,
        measure::{
            comparison::{
                testing::{article, layer},
                *,
            },
            difference::Kind,
        },
    };

    #[test]
    fn tables_have_a_row_for_each_paragraph_and_a_cell_for_each_annotator() {
        let article = article(3);
        let codebook = sample::codebook();
        let ann = layer(&article, &[("supports", &["rivalry", "image"]), ("opposes", &["none"])]);
        let ben = layer(&article, &[("perhaps", &["image", "rivalry"]), ("opposes", &[]), ("", &["image"])]);
        let both = Comparison::new(&article, &codebook, vec![&ann, &ben]);

        let (answers, options) = both.answers(&"stance".into());
        assert_eq!(answers.items(), [vec![Some(0), Some(5)], vec![Some(1), Some(1)], vec![None, None]]);
        assert_eq!((options.len(), options[5].as_str()), (6, "perhaps"));

        let (themes, sets) = both.theme_sets();
        assert_eq!(themes.items(), [vec![Some(0), Some(0)], vec![Some(1), None], vec![None, Some(2)]]);
        assert_eq!(sets, [vec![ThemeId::from("image"), "rivalry".into()], vec![], vec!["image".into()]]);

        let found = both.differences(0..3, &"stance".into());
        assert_eq!(found.kinds, Map::from([(Kind::OtherAnswers, 1)]));
        assert_eq!((found.comparable, found.not_coded), (2, 1));
    }
}
