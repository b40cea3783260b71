//! What people wrote on a paragraph, without names; what is the same stands there once.

use crate::strings::discuss as strings;
use std::sync::Arc;

/// A note, and how many people wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    /// Its words, as the first of them wrote them.
    pub words: Arc<str>,
    /// "3 people: "; empty where it is one person's.
    pub people: Arc<str>,
}

/// The notes of several people, each with all that they wrote: what most wrote first. Notes are the same when they
/// differ in nothing but capitals, spaces and the full stop at the end.
pub(super) fn merged<'a>(people: impl Iterator<Item = Vec<&'a Arc<str>>>) -> Vec<NoteView> {
    let mut merged: Vec<(String, &Arc<str>, usize)> = Vec::new();
    for notes in people {
        let mut own: Vec<String> = Vec::new();
        for note in notes {
            let same = alike(note);
            if same.is_empty() || own.contains(&same) {
                continue;
            }
            match merged.iter_mut().find(|(known, ..)| *known == same) {
                Some((.., n)) => *n += 1,
                None => merged.push((same.clone(), note, 1)),
            }
            own.push(same);
        }
    }
    merged.sort_by_key(|(_, _, n)| std::cmp::Reverse(*n));
    let view = |(_, words, n): (String, &Arc<str>, usize)| NoteView {
        words: Arc::clone(words),
        people: if n > 1 { strings::note_of_people(n).into() } else { "".into() },
    };
    merged.into_iter().map(view).collect()
}

fn alike(note: &str) -> String {
    let words: Vec<&str> = note.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(people: &[&[&str]]) -> Vec<String> {
        let people: Vec<Vec<Arc<str>>> =
            people.iter().map(|notes| notes.iter().map(|note| Arc::from(*note)).collect()).collect();
        let notes = merged(people.iter().map(|notes| notes.iter().collect()));
        notes.into_iter().map(|note| [&*note.people, &note.words].concat()).collect()
    }

    #[test]
    fn equal_notes_stand_there_once_with_how_many_wrote_them() {
        let people: [&[&str]; 5] =
            [&["It is only news."], &["The  last sentence.\n"], &["the last sentence"], &["The last sentence."], &[]];
        assert_eq!(of(&people), ["3 people: The  last sentence.\n", "It is only news."]);
    }

    #[test]
    fn one_person_is_one_however_often_they_say_it() {
        assert_eq!(of(&[&["Yes.", "yes", " "], &["No."]]), ["Yes.", "No."]);
    }
}
