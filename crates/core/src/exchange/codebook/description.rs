//! The one description that other programs have for a code, and the several texts that are ours: paragraphs with a name.
//!
//! Who reads them elsewhere finds everything that was written, and what comes back here is put where it was. Only the last
//! paragraphs are looked at, and only those that begin with one of these names.

use crate::codebook::{StanceOption, StanceQuestion, Theme, sense::Sense};

/// The names, in the order in which they are written.
const NAMES: [&str; 6] = ["Include", "Exclude", "Example", "Sense", "Holder", "Target"];

/// A description taken apart: what stands before the named paragraphs, and these by their names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Description<'a> {
    pub(super) definition: &'a str,
    named: Vec<(&'static str, &'a str)>,
}

impl<'a> Description<'a> {
    /// Takes a description apart.
    pub(super) fn read(text: &'a str) -> Self {
        let mut description = Self { definition: text.trim(), named: Vec::new() };
        for name in NAMES.into_iter().rev() {
            let start = format!("{name}:");
            let before = |at: &usize| *at == 0 || description.definition[..*at].ends_with("\n\n");
            let found = description.definition.match_indices(&start).map(|(at, _)| at).filter(before).last();
            if let Some(at) = found {
                description.named.push((name, description.definition[at + start.len()..].trim()));
                description.definition = description.definition[..at].trim_end();
            }
        }
        description
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        self.named.iter().find(|(named, _)| *named == name).map(|(_, text)| *text)
    }

    /// True when it says whose stance is asked for, and toward what: then the code is a question.
    pub(super) fn is_question(&self) -> bool {
        self.get("Holder").is_some() && self.get("Target").is_some()
    }

    /// Puts it into a question.
    pub(super) fn tell_question(&self, question: &mut StanceQuestion) {
        question.holder = self.get("Holder").unwrap_or_default().into();
        question.target = self.get("Target").unwrap_or_default().into();
    }

    /// Puts it into an option.
    pub(super) fn tell_option(&self, option: &mut StanceOption) {
        option.definition = self.definition.into();
        option.sense = self.get("Sense").and_then(sense);
    }

    /// Puts it into a theme.
    pub(super) fn tell_theme(&self, theme: &mut Theme) {
        theme.definition = self.definition.into();
        theme.include = self.get("Include").unwrap_or_default().into();
        theme.exclude = self.get("Exclude").unwrap_or_default().into();
        theme.example = self.get("Example").unwrap_or_default().into();
    }
}

/// What a sense is called: its name, or its place as a number.
pub(super) fn sense_word(sense: Sense) -> String {
    match sense {
        Sense::Place(place) => place.to_string(),
        sense => sense.name().unwrap_or_default().to_owned(),
    }
}

/// The sense that is called so.
pub(super) fn sense(word: &str) -> Option<Sense> {
    let place = || word.parse().ok().filter(|_| word.bytes().all(|b| b.is_ascii_digit())).map(Sense::Place);
    Sense::named(word).or_else(place)
}

/// The description of a theme.
pub(super) fn of_theme(theme: &Theme) -> String {
    written(&theme.definition, [("Include", &*theme.include), ("Exclude", &theme.exclude), ("Example", &theme.example)])
}

/// The description of an option.
pub(super) fn of_option(option: &StanceOption) -> String {
    let sense = option.means().map(sense_word).unwrap_or_default();
    written(&option.definition, [("Sense", &sense)])
}

/// The description of a question, with its own words where the name of the code has none of them. Whose stance it is and
/// toward what is always said, if only by the name: so a question is known as one.
pub(super) fn of_question(question: &StanceQuestion, definition: &str) -> String {
    let gap = if definition.is_empty() { "" } else { "\n\n" };
    let holder = format!("Holder: {}", question.holder);
    format!("{definition}{gap}{}\n\n{}", holder.trim_end(), format!("Target: {}", question.target).trim_end())
}

fn written<const N: usize>(definition: &str, named: [(&str, &str); N]) -> String {
    let mut text = definition.to_owned();
    for (name, said) in named.into_iter().filter(|(_, said)| !said.is_empty()) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(name);
        text.push_str(": ");
        text.push_str(said);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_paragraphs_are_put_where_they_were() {
        let text = written("What it is.\n\nIt has: two.", [("Include", "this"), ("Example", "A\n\nB")]);
        assert_eq!(text, "What it is.\n\nIt has: two.\n\nInclude: this\n\nExample: A\n\nB");
        let read = Description::read(&text);
        assert_eq!(read.definition, "What it is.\n\nIt has: two.");
        assert_eq!(["Include", "Exclude", "Example"].map(|name| read.get(name)), [Some("this"), None, Some("A\n\nB")]);
    }

    #[test]
    fn what_others_wrote_stays_whole() {
        for text in ["", "Example: none yet of Include: x", "See Include: and Example: below", "a\nInclude: b"] {
            let read = Description::read(text);
            assert!(text.is_empty() || text.starts_with("Example") || read.definition == text, "{read:?}");
            assert!(!read.is_question());
        }
        assert_eq!(Description::read("Example: x of Include: y").get("Include"), None);
    }

    #[test]
    fn a_question_is_known_by_its_holder_and_target() {
        let read = Description::read("Q?\n\nHolder:\n\nTarget: the plan");
        assert!(read.is_question());
        assert_eq!((read.definition, read.get("Holder"), read.get("Target")), ("Q?", Some(""), Some("the plan")));
        assert!(!Description::read("Target: only").is_question());
    }

    #[test]
    fn senses_are_words_or_numbers() {
        for known in [Sense::For, Sense::None, Sense::Place(0), Sense::Place(255)] {
            assert_eq!(sense(&sense_word(known)), Some(known));
        }
        for word in ["", "256", "+1", "maybe", "1.5"] {
            assert_eq!(sense(word), None, "{word}");
        }
    }
}
