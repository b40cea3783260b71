//! Rewriting: a gesture gives registers new values, and remembers what takes that back. What a step wrote is its own only
//! while it stands: what somebody else wrote since carries another stamp.

use super::store::Store;
use crate::{
    base::{
        id::{ArticleId, ClassId, ParagraphId, VersionId},
        stamp::{Clock, Stamp},
    },
    record::{
        LayerKey, Record,
        decision::{self, ClassEdit, Decisions},
        edit::{Edit, delta_under},
        note::Note,
    },
};

/// Where in an article something is rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// What is said of a paragraph in a layer.
    Record(LayerKey, ParagraphId),
    /// What a class says of a paragraph.
    Class(ClassId, ParagraphId),
}

impl Target {
    /// The paragraph that it is about.
    #[must_use]
    pub fn paragraph(&self) -> &ParagraphId {
        let (Self::Record(_, paragraph) | Self::Class(_, paragraph)) = self;
        paragraph
    }
}

/// A new value for one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rewrite {
    /// In a record, given under this version of the codebook.
    Record(Edit, Option<VersionId>),
    /// In what a class says.
    Class(ClassEdit),
}

impl Rewrite {
    /// True when both are about the same register of one target.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Record(one, _), Self::Record(two, _)) => one.same_place(two),
            (Self::Class(one), Self::Class(two)) => one.same_place(two),
            _ => false,
        }
    }
}

/// One value that a gesture wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What brings back the value that was there before.
    pub back: Rewrite,
    /// The stamp under which the value stands.
    pub stamp: Stamp,
    /// The stamp of what was there before, if that was a single value.
    pub over: Option<Stamp>,
}

impl Store {
    /// The change that a gesture makes, and what takes it back. All of it carries one stamp, later than everything it replaces.
    /// `seen` is the note as its writer saw it, if that is not how it stands now.
    pub fn rewrite(
        &self,
        article: &ArticleId,
        target: &Target,
        rewrites: &[Rewrite],
        seen: Option<&Note>,
        clock: &mut Clock,
        now: u64,
    ) -> (Self, Vec<Written>) {
        let mut change = Self::default();
        let written = match target {
            Target::Record(key, paragraph) => {
                let mut record = self.record(article, key, paragraph).cloned().unwrap_or_default();
                if let Some(seen) = seen {
                    record.note = seen.clone();
                }
                let edits: Vec<(&Edit, &Option<VersionId>)> = rewrites.iter().filter_map(edit).collect();
                let all: Vec<Edit> = edits.iter().map(|(edit, _)| (*edit).clone()).collect();
                let under = |at: usize| edits.get(at).and_then(|(_, under)| under.as_ref());
                let delta = delta_under(&record, &all, &under, clock, now);
                change.put_record(article, key, paragraph, &delta);
                all.iter().filter_map(|edit| written_record(edit, &record, &delta)).collect()
            }
            Target::Class(id, paragraph) => {
                let nothing = Decisions::default();
                let class = self.class(article, id).unwrap_or(&nothing);
                let edits: Vec<ClassEdit> = rewrites.iter().filter_map(class_edit).cloned().collect();
                let delta = decision::delta(class, paragraph, &edits, clock, now);
                change.put_class(article, id, &delta);
                edits.iter().filter_map(|edit| written_class(edit, paragraph, class, &delta)).collect()
            }
        };
        (change, written)
    }

    /// True when nobody has said anything since that taking this back would change. `latest` is the latest stamp of its
    /// step.
    #[must_use]
    pub fn stands(&self, article: &ArticleId, target: &Target, written: &Written, latest: &Stamp) -> bool {
        match (target, &written.back) {
            (Target::Record(key, paragraph), Rewrite::Record(back, _)) => {
                let nothing = Record::default();
                let record = self.record(article, key, paragraph).unwrap_or(&nothing);
                back.stamp_in(record) == Some(&written.stamp) && !back.silences_later(record, latest)
            }
            (Target::Class(id, paragraph), Rewrite::Class(back)) => {
                let stamp = self.class(article, id).and_then(|class| back.stamp_in(class, paragraph));
                stamp == Some(&written.stamp)
            }
            _ => false,
        }
    }
}

fn edit(rewrite: &Rewrite) -> Option<(&Edit, &Option<VersionId>)> {
    if let Rewrite::Record(edit, under) = rewrite { Some((edit, under)) } else { None }
}

fn class_edit(rewrite: &Rewrite) -> Option<&ClassEdit> {
    if let Rewrite::Class(edit) = rewrite { Some(edit) } else { None }
}

fn written_record(edit: &Edit, before: &Record, delta: &Record) -> Option<Written> {
    Some(Written {
        back: Rewrite::Record(edit.inverse(before), edit.under_in(before).cloned()),
        stamp: edit.stamp_in(delta)?.clone(),
        over: edit.stamp_in(before).cloned(),
    })
}

fn written_class(edit: &ClassEdit, paragraph: &ParagraphId, before: &Decisions, delta: &Decisions) -> Option<Written> {
    Some(Written {
        back: Rewrite::Class(edit.inverse(before, paragraph)),
        stamp: edit.stamp_in(delta, paragraph)?.clone(),
        over: edit.stamp_in(before, paragraph).cloned(),
    })
}
