//! The copy of decisions that goes home with one of the class.

use super::{Adjudication, BY, Decisions, HOME, OUTCOME, Outcome, REASON, Record};
use crate::{
    base::{
        id::{AnnotatorId, ParagraphId},
        register::Register,
        stamp::Stamp,
    },
    record::note::{Note, NoteText},
};
use std::sync::Arc;

impl Decisions {
    /// What became of the paragraphs, without anything that gives people away: of who decided only this annotator stays,
    /// words stand only beside what is decided, and unknown things go, since they could say anything of anybody. The times
    /// are those of the decisions, so what is decided later counts at home too, and what is taken back is taken back there.
    /// Paragraphs on which nothing was ever decided are left out.
    #[must_use]
    pub(crate) fn for_one(&self, annotator: &AnnotatorId) -> Self {
        let mut home = Self::default();
        for (id, adjudication) in self.iter() {
            home.0.records.extend(adjudication.for_one(annotator).map(|record| (ParagraphId::clone(id), record)));
        }
        home
    }
}

impl Adjudication<'_> {
    fn for_one(self, annotator: &AnnotatorId) -> Option<Record> {
        let (record, stamp) = (self.0?, self.settled()?);
        let outcome = self.outcome();
        let decided = outcome == Some(Outcome::Decided);
        let mut home = Record::default();
        for (id, register) in record.stances.iter().filter(|(_, r)| r.stamp == *stamp) {
            home.stances.insert(id.clone(), restamped(register.value.clone().filter(|_| decided), stamp));
        }
        for (id, register) in record.about.iter().filter(|(_, r)| r.stamp == *stamp) {
            let goes = match id.as_str() {
                OUTCOME | REASON => outcome.is_some(),
                BY if record.about.said(BY) == Some(annotator.as_str()) => true,
                _ => continue,
            };
            home.about.insert(id.clone(), restamped(register.value.clone().filter(|_| goes), stamp));
        }
        for (id, register) in record.themes.iter().filter(|(_, r)| r.stamp == *stamp) {
            home.themes.insert(id.clone(), restamped(register.value && decided, stamp));
        }
        let none = record.none_applies.as_ref().filter(|r| r.stamp == *stamp);
        home.none_applies = none.map(|r| restamped(r.value && decided, stamp));
        if let Some(last) = record.note.texts.last() {
            let text = if decided { self.sentence() } else { Arc::from("") };
            home.note = Note { texts: vec![NoteText { stamp: at_home(&last.stamp), text }], ..Note::default() };
            home.note.settle();
        }
        Some(home)
    }
}

fn restamped<T>(value: T, stamp: &Stamp) -> Register<T> {
    Register::new(value, at_home(stamp))
}

fn at_home(stamp: &Stamp) -> Stamp {
    Stamp { replica: HOME.into(), ..stamp.clone() }
}
