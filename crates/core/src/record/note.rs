//! The note register: where two people wrote at once, both texts stay until somebody chooses.
//!
//! A multi-value register with a causal context (Shapiro et al., "A comprehensive study of convergent and commutative
//! replicated data types", 2011, section 3.2.2): each write replaces all texts that its writer had seen, and a text
//! that the writer had not seen survives beside it.

use crate::base::{
    id::ReplicaId,
    map::Map,
    order,
    stamp::{MAX_COUNTER, Stamp},
};
use std::sync::Arc;

/// One text that stands, with its stamp.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteText {
    /// When and by which replica it was written.
    pub stamp: Stamp,
    /// The text; empty means that the note was taken away.
    pub text: Arc<str>,
    /// True when it is for its writer alone: it is never shown to others, counted or handed out.
    pub private: bool,
}

/// Words of a note, on their way into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The text; never empty.
    pub text: Arc<str>,
    /// True when they are for their writer alone.
    pub private: bool,
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self { text: text.into(), private: false }
    }
}

impl From<Arc<str>> for Words {
    fn from(text: Arc<str>) -> Self {
        Self { text, private: false }
    }
}

/// A note: the texts that stand, and for each replica the latest write that is known here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The standing texts in order of their stamps; more than one only after writes that did not know of each other.
    pub texts: Vec<NoteText>,
    /// The latest (wall, counter) of each replica that this note has taken in.
    pub seen: Map<ReplicaId, (u64, u32)>,
}

impl Note {
    /// The texts that say something to others: what is private is not among them.
    pub fn spoken(&self) -> impl Iterator<Item = &Arc<str>> {
        self.texts.iter().filter(|t| !t.private).map(|t| &t.text).filter(|t| !t.is_empty())
    }

    /// All texts that say something, for their writer.
    pub fn own(&self) -> impl Iterator<Item = &NoteText> {
        self.texts.iter().filter(|t| !t.text.is_empty())
    }

    /// The note as others may have it, without what is private. It does not claim to have seen that: whoever took the copy
    /// back in would lose it.
    #[must_use]
    pub fn for_others(&self) -> Self {
        let (private, texts): (Vec<&NoteText>, Vec<&NoteText>) = self.texts.iter().partition(|text| text.private);
        let mut note = Self { texts: texts.into_iter().cloned().collect(), seen: self.seen.clone() };
        for NoteText { stamp, .. } in private {
            let before = match (stamp.wall, stamp.counter) {
                (0, 0) => None,
                (wall, 0) => Some((wall - 1, MAX_COUNTER)),
                (wall, counter) => Some((wall, counter - 1)),
            };
            match (before, note.seen.get_mut(&stamp.replica)) {
                (Some(before), Some(at)) => *at = (*at).min(before),
                (None, _) => _ = note.seen.remove(&stamp.replica),
                (Some(_), None) => {}
            }
        }
        note
    }

    /// True when nothing was ever written here.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.texts.is_empty() && self.seen.is_empty()
    }

    /// A note that replaces all of `self` by `texts`, written under `stamps` (one for each text, all of one replica and
    /// rising). To be joined into `self`.
    #[must_use]
    pub fn replaced_by(&self, texts: Vec<NoteText>) -> Self {
        let mut note = Self { texts, seen: self.seen.clone() };
        note.settle();
        note
    }

    /// The latest stamp known here; a new write must outdo it.
    #[must_use]
    pub(crate) fn latest(&self) -> Option<Stamp> {
        let latest = self.seen.iter().max_by_key(|(_, at)| **at)?;
        Some(Stamp { wall: latest.1.0, counter: latest.1.1, replica: latest.0.clone() })
    }

    /// Notes that `stamp` is known.
    pub fn see(&mut self, stamp: &Stamp) {
        let at = (stamp.wall, stamp.counter);
        let place = self.seen.entry(stamp.replica.clone()).or_insert(at);
        *place = at.max(*place);
    }

    /// Puts a note that was read into order: texts by stamp, none twice, and each one known.
    pub fn settle(&mut self) {
        order::long(&mut self.texts, Ord::cmp);
        self.texts.dedup();
        for stamp in self.texts.iter().map(|t| t.stamp.clone()).collect::<Vec<_>>() {
            self.see(&stamp);
        }
    }

    fn has_seen(&self, stamp: &Stamp) -> bool {
        self.seen.get(&stamp.replica).is_some_and(|at| *at >= (stamp.wall, stamp.counter))
    }

    fn holds(&self, stamp: &Stamp) -> bool {
        self.texts.iter().any(|t| t.stamp == *stamp)
    }

    /// Merges: a text stands if both sides have it, or if one has it and the other never saw it. True when the standing
    /// texts changed.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut texts: Vec<NoteText> = Vec::with_capacity(self.texts.len());
        for text in &self.texts {
            if other.holds(&text.stamp) || !other.has_seen(&text.stamp) {
                texts.push(text.clone());
            }
        }
        for text in &other.texts {
            if self.holds(&text.stamp) || !self.has_seen(&text.stamp) {
                texts.push(text.clone());
            }
        }
        order::long(&mut texts, Ord::cmp);
        texts.dedup();
        self.seen.merge(&other.seen, |here, at| {
            *here = (*here).max(*at);
            false
        });
        let changed = texts != self.texts;
        self.texts = texts;
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(note: &Note, wall: u64, replica: &str, text: &str) -> Note {
        let stamp = Stamp { wall, counter: 0, replica: replica.into() };
        note.replaced_by(vec![NoteText { stamp, text: text.into(), private: false }])
    }

    fn texts(note: &Note) -> Vec<&str> {
        note.spoken().map(AsRef::as_ref).collect()
    }

    #[test]
    fn a_later_write_replaces_what_it_saw_and_an_old_export_does_not_bring_it_back() {
        let one = write(&Note::default(), 1, "a", "one");
        let two = write(&one, 2, "b", "two");
        let mut three = write(&two, 3, "a", "three");
        assert!(!three.join(&one));
        assert!(!three.join(&two));
        assert_eq!(texts(&three), ["three"]);
    }

    #[test]
    fn two_writes_that_replace_the_same_one_both_stand_until_a_person_chooses() {
        let base = write(&Note::default(), 1, "a", "base");
        let mut left = write(&base, 2, "a", "left");
        let right = write(&base, 3, "b", "right");
        assert!(left.join(&right));
        assert_eq!(texts(&left), ["left", "right"]);
        let mut chosen = write(&left, 4, "a", "both");
        chosen.join(&right);
        assert_eq!(texts(&chosen), ["both"]);
    }

    fn privately(note: &Note, wall: u64, replica: &str, text: &str) -> Note {
        let stamp = Stamp { wall, counter: 0, replica: replica.into() };
        note.replaced_by(vec![NoteText { stamp, text: text.into(), private: true }])
    }

    #[test]
    fn a_private_note_is_not_in_what_others_get_and_outlives_its_return() {
        let public = write(&Note::default(), 1, "a", "for all");
        let mut mine = privately(&public, 2, "a", "for me");
        let copy = mine.for_others();
        assert!(copy.texts.is_empty());
        // What was public before is taken away at others' too.
        let mut theirs = public.clone();
        theirs.join(&copy);
        assert_eq!(texts(&theirs), [""; 0]);
        for back in [&copy, &public, &theirs] {
            mine.join(back);
            assert_eq!(mine.own().map(|t| &*t.text).collect::<Vec<_>>(), ["for me"]);
        }
        assert_eq!(texts(&mine), [""; 0]);
    }
}
