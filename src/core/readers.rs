//! Who counts as a reader of an article. Every screen, number and file asks here, so that none counts other people than
//! another does.
//!
//! A reader has coded at least one paragraph: answered the question, or answered the themes (a set, or that none applies).
//! A note or a reply alone is not coding, what was said of a paragraph that is gone from the text cannot be compared, and
//! the agreed reading is nobody's.

use super::{
    agreed::AGREED,
    annotation::{Layer, Record},
    article::Article,
    id::{AnnotatorId, QuestionId},
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
    layers.filter(|(id, layer)| id.as_str() != AGREED && has_read(article, layer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        agreed::{Reply, choose_reply},
        annotation::Stance,
        comparison::testing::{article, layer},
        edit::{Edit, delta},
        id::ParagraphId,
        stamp::Clock,
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
    fn the_agreed_reading_is_nobodys() {
        let article = article(1);
        let coded = layer(&article, &[("supports", &[])]);
        let (ann, agreed) = ("ann".into(), AGREED.into());
        let found = readers(&article, [(&ann, &coded), (&agreed, &coded)].into_iter());
        assert_eq!(found.map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["ann"]);
    }
}
