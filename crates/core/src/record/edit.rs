//! Edits: what one gesture changes in a record, and how to take it back.

use super::{
    Evidence, Record, Stance, Themes,
    note::{NoteText, Words},
    words::Reply,
};
use crate::base::{
    id::{ClassId, EvidenceId, QuestionId, ThemeId, VersionId},
    register::Register,
    stamp::{Clock, Stamp},
};
use std::sync::Arc;

/// A new value for one register of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The answer to a stance question; `None` takes it back.
    Stance(QuestionId, Option<Stance>),
    /// Whether a theme applies.
    Theme(ThemeId, bool),
    /// Whether "No theme applies" is chosen.
    NoneApplies(bool),
    /// The note. Several texts only when an undo brings back two that stood side by side.
    Note(Vec<Words>),
    /// A span of evidence; `None` takes it away.
    Evidence(EvidenceId, Option<Evidence>),
    /// What the annotator replies to the decision of a class; `None` takes it back.
    Reply(ClassId, Option<Reply>),
}

impl Edit {
    /// The edit that would bring back what `record` says now in the same place. What counts is what a person sees: a
    /// "none" that later themes outdid, or themes that a later "none" silenced, must not come back as the newest word.
    #[must_use]
    pub fn inverse(&self, record: &Record) -> Self {
        match self {
            Self::Stance(question, _) => Self::Stance(question.clone(), record.stance(question).cloned()),
            Self::Theme(theme, _) => Self::Theme(theme.clone(), record.has_theme(theme)),
            Self::NoneApplies(_) => Self::NoneApplies(record.themes() == Themes::NoneApplies),
            Self::Note(_) => {
                let words = |t: &NoteText| Words { text: Arc::clone(&t.text), private: t.private };
                Self::Note(record.note.own().map(words).collect())
            }
            Self::Evidence(id, _) => Self::Evidence(id.clone(), record.evidence.get(id).and_then(|r| r.value.clone())),
            Self::Reply(class, _) => Self::Reply(class.clone(), record.reply(class)),
        }
    }

    /// The stamp under which `record` holds what this edit is about. `None` when it holds nothing there, or a note in
    /// which the words of several writers met: that is nobody's single value.
    #[must_use]
    pub fn stamp_in<'a>(&self, record: &'a Record) -> Option<&'a Stamp> {
        match self {
            Self::Stance(question, _) => record.stances.get(question).map(|r| &r.stamp),
            Self::Theme(theme, _) => record.themes.get(theme).map(|r| &r.stamp),
            Self::NoneApplies(_) => record.none_applies.as_ref().map(|r| &r.stamp),
            Self::Note(_) => {
                let first = &record.note.texts.first()?.stamp;
                record.note.texts.iter().all(|text| text.stamp.replica == first.replica).then_some(first)
            }
            Self::Evidence(id, _) => record.evidence.get(id).map(|r| &r.stamp),
            Self::Reply(class, _) => record.replies.get(class).map(|r| &r.stamp),
        }
    }

    /// The version of the codebook under which `record` holds what this edit is about.
    #[must_use]
    pub(crate) fn under_in<'a>(&self, record: &'a Record) -> Option<&'a VersionId> {
        match self {
            Self::Stance(question, _) => record.stances.get(question)?.under.as_ref(),
            Self::Theme(theme, _) => record.themes.get(theme)?.under.as_ref(),
            Self::NoneApplies(_) => record.none_applies.as_ref()?.under.as_ref(),
            Self::Note(_) | Self::Evidence(..) | Self::Reply(..) => None,
        }
    }

    /// True when both edits are about the same value of a record.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stance(one, _), Self::Stance(two, _)) => one == two,
            (Self::Theme(one, _), Self::Theme(two, _)) => one == two,
            (Self::NoneApplies(_), Self::NoneApplies(_)) | (Self::Note(_), Self::Note(_)) => true,
            (Self::Evidence(one, _), Self::Evidence(two, _)) => one == two,
            (Self::Reply(one, _), Self::Reply(two, _)) => one == two,
            _ => false,
        }
    }

    /// True when this edit, written now, would silence what somebody said after `since`: "No theme applies" silences
    /// themes, and a theme ends "No theme applies".
    #[must_use]
    pub(crate) fn silences_later(&self, record: &Record, since: &Stamp) -> bool {
        match self {
            Self::Theme(_, true) => record.none_applies.as_ref().is_some_and(|r| r.value && r.stamp > *since),
            Self::NoneApplies(true) => record.themes.values().any(|r| r.value && r.stamp > *since),
            _ => false,
        }
    }

    /// The latest stamp that this edit has to outdo in `record`.
    fn over(&self, record: &Record) -> Option<Stamp> {
        match self {
            Self::Stance(question, _) => record.stances.get(question).map(|r| r.stamp.clone()),
            // "None" and the themes read each other's stamps, so each outdoes the other.
            Self::Theme(..) | Self::NoneApplies(_) => {
                let themes = record.themes.values().map(|r| &r.stamp);
                themes.chain(record.none_applies.iter().map(|r| &r.stamp)).max().cloned()
            }
            Self::Note(_) => record.note.latest(),
            Self::Evidence(id, _) => record.evidence.get(id).map(|r| r.stamp.clone()),
            Self::Reply(class, _) => record.replies.get(class).map(|r| r.stamp.clone()),
        }
    }

    fn write(&self, record: &Record, delta: &mut Record, under: Option<&VersionId>, at: &mut Moment<'_>) {
        let (stamp, under) = (at.stamp.clone(), under.cloned());
        match self {
            Self::Stance(question, value) => {
                delta.stances.insert(question.clone(), Register::new(value.clone(), stamp).under(under));
            }
            Self::Theme(theme, applies) => {
                delta.themes.insert(theme.clone(), Register::new(*applies, stamp).under(under));
            }
            Self::NoneApplies(chosen) => {
                delta.none_applies = Some(Register::new(*chosen, stamp).under(under));
            }
            Self::Note(texts) => {
                let mut stamp = stamp;
                let mut written = Vec::new();
                // What is private comes last: the times of what others get must not cover it.
                let public = texts.iter().filter(|words| !words.private);
                for Words { text, private } in public.chain(texts.iter().filter(|words| words.private)) {
                    if !written.is_empty() {
                        stamp = at.clock.tick(at.now, Some(&stamp));
                    }
                    written.push(NoteText { stamp: stamp.clone(), text: Arc::clone(text), private: *private });
                }
                if written.is_empty() {
                    written.push(NoteText { stamp, text: "".into(), private: false });
                }
                delta.note = record.note.replaced_by(written);
            }
            Self::Evidence(id, value) => {
                delta.evidence.insert(id.clone(), Register::new(value.clone(), stamp));
            }
            Self::Reply(class, reply) => {
                delta.replies.insert(class.clone(), Register::new(*reply, stamp));
            }
        }
    }

    /// Puts its value into a record under this very stamp, to be kept with it; [`written_in`] reads it back.
    pub(crate) fn put(&self, record: &mut Record, under: Option<&VersionId>, stamp: &Stamp) {
        let clock = &mut Clock::new(stamp.replica.clone());
        self.write(&Record::default(), record, under, &mut Moment { stamp, clock, now: 0 });
    }
}

/// The values that stand in a record as edits that would write them, each with its version and its stamp.
pub(crate) fn written_in(record: &Record) -> Vec<(Edit, Option<VersionId>, Stamp)> {
    let mut all = Vec::new();
    for (question, r) in &record.stances {
        all.push((Edit::Stance(question.clone(), r.value.clone()), r.under.clone(), r.stamp.clone()));
    }
    for (theme, r) in record.themes.iter() {
        all.push((Edit::Theme(theme.clone(), r.value), r.under.clone(), r.stamp.clone()));
    }
    if let Some(r) = &record.none_applies {
        all.push((Edit::NoneApplies(r.value), r.under.clone(), r.stamp.clone()));
    }
    if let Some(first) = record.note.texts.first() {
        let words = |t: &NoteText| Words { text: Arc::clone(&t.text), private: t.private };
        all.push((Edit::Note(record.note.own().map(words).collect()), None, first.stamp.clone()));
    }
    for (id, r) in record.evidence.iter() {
        all.push((Edit::Evidence(id.clone(), r.value.clone()), None, r.stamp.clone()));
    }
    for (class, r) in &record.replies {
        all.push((Edit::Reply(class.clone(), r.value), None, r.stamp.clone()));
    }
    all
}

/// When a gesture is written.
struct Moment<'a> {
    /// The stamp of all of it.
    stamp: &'a Stamp,
    clock: &'a mut Clock,
    now: u64,
}

/// Turns the edits of one gesture into a change to be joined into `record`. All of it carries one stamp, later than
/// everything it replaces. The answers among them are given under no known version of the codebook.
pub fn delta(record: &Record, edits: &[Edit], clock: &mut Clock, now: u64) -> Record {
    delta_under(record, edits, &|_| None, clock, now)
}

/// The same with the version of the codebook under which each answer is given, by its place among the edits.
pub fn delta_under<'v>(
    record: &Record,
    edits: &[Edit],
    under: &dyn Fn(usize) -> Option<&'v VersionId>,
    clock: &mut Clock,
    now: u64,
) -> Record {
    let over = edits.iter().filter_map(|edit| edit.over(record)).max();
    let stamp = clock.tick(now, over.as_ref());
    let mut moment = Moment { stamp: &stamp, clock, now };
    let mut delta = Record::default();
    for (at, edit) in edits.iter().enumerate() {
        edit.write(record, &mut delta, under(at), &mut moment);
    }
    delta
}

/// The edits of choosing an option: the same one again takes the answer back. Confidence goes with the answer.
#[must_use]
pub fn choose_stance(record: &Record, question: &QuestionId, option: &crate::base::id::OptionId) -> Vec<Edit> {
    let same = record.stance(question).is_some_and(|s| s.option == *option);
    let value = (!same).then(|| Stance { option: option.clone(), confidence: None });
    vec![Edit::Stance(question.clone(), value)]
}

/// The edits of switching a theme, as it is stored, to what it is not.
#[must_use]
pub fn toggle_theme(record: &Record, theme: &ThemeId) -> Vec<Edit> {
    switch_theme(record, theme, !record.has_theme(theme))
}

/// The edits of switching a theme on or off, which ends "No theme applies". The first one is about the theme itself.
#[must_use]
pub fn switch_theme(record: &Record, theme: &ThemeId, on: bool) -> Vec<Edit> {
    let mut edits = vec![Edit::Theme(theme.clone(), on)];
    edits.extend(record.none_applies.as_ref().filter(|r| r.value).map(|_| Edit::NoneApplies(false)));
    edits.extend(silenced(record).filter(|id| *id != theme).map(|id| Edit::Theme(id.clone(), false)));
    edits
}

/// The themes that were chosen and that a later "none" silenced. They must not come back when that "none" ends.
fn silenced(record: &Record) -> impl Iterator<Item = &ThemeId> {
    record.themes.iter().filter(|(id, r)| r.value && !record.has_theme(id)).map(|(id, _)| id)
}

/// The edits of switching "No theme applies", which takes away every theme.
#[must_use]
pub fn toggle_none(record: &Record) -> Vec<Edit> {
    let mut edits = vec![Edit::NoneApplies(record.themes() != Themes::NoneApplies)];
    edits.extend(record.themes.iter().filter(|(_, r)| r.value).map(|(id, _)| Edit::Theme(id.clone(), false)));
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Desk(Record, Clock);

    impl Desk {
        fn new() -> Self {
            Self(Record::default(), Clock::new("a".into()))
        }
        fn apply(&mut self, edits: &[Edit]) -> Vec<Edit> {
            let back = edits.iter().map(|e| e.inverse(&self.0)).collect();
            let delta = delta(&self.0, edits, &mut self.1, 5);
            self.0.join(&delta);
            back
        }
    }

    #[test]
    fn the_same_option_again_takes_the_stance_back() {
        let mut desk = Desk::new();
        let (q, o) = ("q".into(), "supports".into());
        desk.apply(&choose_stance(&desk.0.clone(), &q, &o));
        assert_eq!(desk.0.stance(&q).map(|s| s.option.as_str()), Some("supports"));
        desk.apply(&choose_stance(&desk.0.clone(), &q, &o));
        assert_eq!(desk.0.stance(&q), None);
        assert!(!desk.0.is_coded());
    }

    #[test]
    fn none_applies_and_a_theme_end_each_other() {
        let mut desk = Desk::new();
        desk.apply(&toggle_theme(&desk.0.clone(), &"a".into()));
        desk.apply(&toggle_theme(&desk.0.clone(), &"b".into()));
        let back = desk.apply(&toggle_none(&desk.0.clone()));
        assert_eq!(desk.0.themes(), Themes::NoneApplies);
        desk.apply(&back);
        assert_eq!(desk.0.themes(), Themes::Set(vec!["a".into(), "b".into()]));
        desk.apply(&toggle_none(&desk.0.clone()));
        desk.apply(&toggle_theme(&desk.0.clone(), &"b".into()));
        assert_eq!(desk.0.themes(), Themes::Set(vec!["b".into()]));
        desk.apply(&toggle_theme(&desk.0.clone(), &"b".into()));
        assert_eq!(desk.0.themes(), Themes::NotCoded);
    }

    #[test]
    fn an_undone_note_is_as_before() {
        let mut desk = Desk::new();
        desk.apply(&[Edit::Note(vec!["one".into()])]);
        let back = desk.apply(&[Edit::Note(vec!["two".into()])]);
        desk.apply(&back);
        assert_eq!(desk.0.note.spoken().map(AsRef::as_ref).collect::<Vec<&str>>(), ["one"]);
        let back = desk.apply(&[Edit::Note(vec![])]);
        assert!(desk.0.is_silent());
        desk.apply(&back);
        assert!(!desk.0.is_silent());
    }
}
