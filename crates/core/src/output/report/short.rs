//! What a report says first: the sentences that Compare opens with, for each question.

use crate::{
    article::Article,
    base::id::QuestionId,
    codebook::Codebook,
    measure::{comparison::Comparison, division::divisions, findings::findings},
    output::findings::{Sentence, sentence},
    record::{Layer, readers::has_read_for},
};

/// For each question, in their order, what there is to say first; where none is asked, what there is to say of themes.
pub(super) fn short(article: &Article, codebook: &Codebook, layers: &[&Layer]) -> Vec<Vec<Sentence>> {
    let said = |question: &QuestionId| {
        let readers = layers.iter().copied().filter(|layer| has_read_for(article, layer, question)).collect();
        let comparison = Comparison::new(article, codebook, readers);
        let found = findings(&comparison, question, &divisions(&comparison, question));
        found.iter().map(|finding| sentence(finding, codebook, question)).collect()
    };
    match &codebook.questions[..] {
        [] => vec![said(&"".into())],
        questions => questions.iter().map(|question| said(&question.id)).collect(),
    }
}
