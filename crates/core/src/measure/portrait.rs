//! The portrait of an article: its paragraphs in a row, what each annotator says of their stance, and where each theme
//! runs through them.

use super::{comparison::Comparison, crosstab::Places};
use crate::base::id::{OptionId, QuestionId, ThemeId};

/// Where a theme runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The theme.
    pub theme: ThemeId,
    /// By how many annotators it applies, in the order of paragraphs; those where it applies by none are left out.
    pub places: Vec<(usize, u32)>,
}

/// The paragraphs of an article in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portrait {
    /// How many paragraphs there are.
    pub paragraphs: usize,
    /// The options of the question: those of the codebook in their order, then whatever else was answered.
    pub options: Vec<OptionId>,
    /// For each annotator, the place of the chosen option in each paragraph; `None` where they have not answered.
    pub stances: Vec<Vec<Option<usize>>>,
    /// The themes in the order of [`Comparison::themes`].
    pub lanes: Vec<Lane>,
    /// For each paragraph, how many annotators say that no theme applies.
    pub none_applies: Vec<u32>,
    /// For each paragraph, how many annotators have coded themes at all: that any do, or that none does.
    pub themes_coded: Vec<u32>,
}

impl Portrait {
    /// Lays the paragraphs of a comparison in a row, with the answers to a question.
    #[must_use]
    pub fn new(comparison: &Comparison<'_>, question: &QuestionId) -> Self {
        let (answers, options) = comparison.answers(question);
        let paragraphs = comparison.paragraphs();
        let mut stances = vec![vec![None; paragraphs]; comparison.annotators()];
        for (paragraph, labels) in answers.items().iter().enumerate() {
            for (row, label) in stances.iter_mut().zip(labels) {
                row[paragraph] = label.map(usize::from);
            }
        }
        let themes = Places::new(comparison.themes());
        let mut places: Vec<Vec<(usize, u32)>> = vec![Vec::new(); themes.len()];
        let (mut none_applies, mut themes_coded) = (vec![0; paragraphs], vec![0; paragraphs]);
        for paragraph in 0..paragraphs {
            for set in comparison.records(paragraph).filter_map(|record| themes.of(record)) {
                themes_coded[paragraph] += 1;
                none_applies[paragraph] += u32::from(set.is_empty());
                for theme in set {
                    match places[theme].last_mut() {
                        Some((last, annotators)) if *last == paragraph => *annotators += 1,
                        _ => places[theme].push((paragraph, 1)),
                    }
                }
            }
        }
        let lanes = themes.ids.into_iter().zip(places).map(|(theme, places)| Lane { theme, places }).collect();
        Self { paragraphs, options, stances, lanes, none_applies, themes_coded }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        codebook::sample,
        measure::{
            comparison::testing::{article, layer},
            portrait::*,
        },
        record::Layer,
    };

    #[test]
    fn keeps_not_coded_apart_from_none() {
        let article = article(3);
        let mut codebook = sample::codebook();
        codebook.themes.truncate(1);
        let ann = layer(&article, &[("opposes", &["sovereignty"]), ("", &["none"])]);
        let ben = layer(&article, &[("perhaps", &["sovereignty", "alien"])]);
        let silent = Layer::default();
        let found = Portrait::new(&Comparison::new(&article, &codebook, vec![&ann, &ben, &silent]), &"stance".into());
        assert_eq!(found.stances, [vec![Some(1), None, None], vec![Some(5), None, None], vec![None; 3]]);
        let lanes: Vec<_> = found.lanes.iter().map(|lane| (lane.theme.as_str(), &lane.places[..])).collect();
        assert_eq!(lanes, [("sovereignty", &[(0, 2)][..]), ("alien", &[(0, 1)])]);
        assert_eq!((found.none_applies, found.themes_coded), (vec![0, 1, 0], vec![2, 1, 0]));
        assert_eq!((found.paragraphs, found.options.len()), (3, 6));
    }
}
