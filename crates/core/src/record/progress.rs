//! What is still to be answered of a paragraph. Not answered is not "none": a stance without themes is half of what the
//! codebook asks for, and so are themes without a stance.

use super::{Record, Themes};
use crate::{codebook::Codebook, strings::record as strings};

/// What a record still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is no answer to any question.
    Answer,
    /// There are answers, but not to every question.
    AnotherAnswer,
    /// Themes are asked for, and neither one nor "No theme applies" was chosen.
    Themes,
}

impl Missing {
    /// What is said of a paragraph that lacks it, after its name: "paragraph 3 has no answer".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Answer => strings::has_no_answer(),
            Self::AnotherAnswer => strings::needs_another_answer(),
            Self::Themes => strings::has_no_theme(),
        }
    }
}

/// What a record lacks first, of all that the codebook asks for.
#[must_use]
pub fn missing(record: &Record, codebook: &Codebook) -> Option<Missing> {
    let answered = codebook.asked().iter().filter(|question| record.stance(&question.id).is_some()).count();
    if answered < codebook.asked().len() {
        return Some(if answered == 0 { Missing::Answer } else { Missing::AnotherAnswer });
    }
    let asked = codebook.offered().next().is_some();
    (asked && record.themes() == Themes::NotCoded).then_some(Missing::Themes)
}

/// True when a record says anything of what the codebook asks for.
#[must_use]
pub fn is_begun(record: &Record, codebook: &Codebook) -> bool {
    let mut questions = codebook.asked().iter();
    record.themes() != Themes::NotCoded || questions.any(|question| record.stance(&question.id).is_some())
}

#[cfg(test)]
mod tests {
    use crate::{
        base::stamp::Clock,
        codebook::sample,
        record::{
            edit::{self, Edit},
            progress::*,
        },
    };

    fn with(record: &Record, edits: &[Edit]) -> Record {
        let mut joined = record.clone();
        let mut clock = Clock::new("r".into());
        _ = joined.join(&edit::delta(record, edits, &mut clock, 1));
        joined
    }

    #[test]
    fn a_paragraph_is_answered_when_every_question_and_the_themes_are() {
        let mut codebook = sample::codebook();
        let question = codebook.questions[0].id.clone();
        let silent = Record::default();
        assert_eq!(missing(&silent, &codebook), Some(Missing::Answer));
        let themed = with(&silent, &edit::toggle_theme(&silent, &codebook.themes[0].id));
        assert_eq!(missing(&themed, &codebook), Some(Missing::Answer), "a theme alone is not enough");
        let stance = with(&silent, &edit::choose_stance(&silent, &question, &"supports".into()));
        assert_eq!(missing(&stance, &codebook), Some(Missing::Themes));
        let none = with(&stance, &edit::toggle_none(&stance));
        assert_eq!(missing(&none, &codebook), None, "that no theme applies is an answer");
        let mut second = codebook.questions[0].clone();
        second.id = "second".into();
        codebook.questions.push(second);
        assert_eq!(missing(&none, &codebook), Some(Missing::AnotherAnswer));
        codebook.questions.pop();
        codebook.themes.clear();
        assert_eq!(missing(&stance, &codebook), None, "themes that nobody asks for are not missing");
    }
    #[test]
    fn only_what_is_asked_counts_and_answers_to_other_questions_stay() {
        let mut codebook = sample::codebook();
        codebook.themes.clear();
        let mut second = codebook.questions[0].clone();
        second.id = "second".into();
        second.options.iter_mut().for_each(|option| option.key = None);
        codebook.questions.push(second);
        let (first, second) = (codebook.questions[0].id.clone(), codebook.questions[1].id.clone());
        let silent = Record::default();
        let record = with(&silent, &edit::choose_stance(&silent, &first, &"supports".into()));
        let only = codebook.only(std::slice::from_ref(&second));
        assert_eq!(only.asked().iter().map(|question| &question.id).collect::<Vec<_>>(), [&second]);
        assert_eq!(only.asked()[0].options[0].key.as_deref(), Some("s"), "the same answers have the same keys");
        assert_eq!(only.questions.len(), 2, "the other one is known, and what was answered to it can be read");
        assert_eq!((missing(&record, &only), is_begun(&record, &only)), (Some(Missing::Answer), false));
        assert_eq!(missing(&record, &codebook.only(&[first])), None);
        assert_eq!(
            codebook.only(&["of-another".into()]),
            codebook,
            "what is chosen from another codebook hides nothing"
        );
        assert!(codebook.only(&[]).asked().is_empty(), "themes alone can be asked for");
    }
}
