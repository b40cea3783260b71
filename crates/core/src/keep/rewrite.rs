//! Rewriting: a gesture gives registers new values, and remembers what takes that back. What a step wrote is its own only
//! while it stands: what somebody else wrote since carries another stamp.

use super::store::Store;
use crate::{
    base::{
        id::{ArticleId, ClassId, CodebookId, ParagraphId, VersionId},
        register::Register,
        stamp::{Clock, Stamp},
    },
    codebook::{
        book::{self, Book},
        code::Code,
        mapping::{Maps, To},
    },
    record::{
        LayerKey, Record,
        decision::{self, ClassEdit, Decisions, RollEdit},
        edit::{Edit, delta_under},
        note::Note,
        person::{PersonEdit, Persons},
    },
};
use std::sync::Arc;

/// Where in an article something is rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// What is said of a paragraph in a layer.
    Record(LayerKey, ParagraphId),
    /// What a class says of a paragraph.
    Class(ClassId, ParagraphId),
    /// What a class is called, and who belongs to it.
    Roll(ClassId),
    /// What is known of people, in whichever article.
    People,
    /// The codebook.
    Book(CodebookId),
    /// Which codebook it is read with.
    Choice,
    /// How codes of other codebooks are read.
    Maps,
    /// The settings of this browser.
    Here,
}

impl Target {
    /// The paragraph that it is about, if it is about one.
    #[must_use]
    pub fn paragraph(&self) -> Option<&ParagraphId> {
        match self {
            Self::Record(_, paragraph) | Self::Class(_, paragraph) => Some(paragraph),
            Self::Roll(_) | Self::People | Self::Book(_) | Self::Choice | Self::Maps | Self::Here => None,
        }
    }
}

/// A new value for one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rewrite {
    /// In a record, given under this version of the codebook.
    Record(Edit, Option<VersionId>),
    /// In what a class says.
    Class(ClassEdit),
    /// In what a class is called, and who belongs to it.
    Roll(RollEdit),
    /// In what is known of people.
    Person(PersonEdit),
    /// In the codebook.
    Book(book::edit::Edit),
    /// Which codebook it is.
    Choice(CodebookId),
    /// What a code of another codebook is with us.
    Map(CodebookId, Code, Option<To>),
    /// A setting of this browser, by its name; empty for none.
    Setting(Arc<str>, Arc<str>),
}

impl Rewrite {
    /// True when both are about the same register of one target.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Record(one, _), Self::Record(two, _)) => one.same_place(two),
            (Self::Class(one), Self::Class(two)) => one.same_place(two),
            (Self::Roll(one), Self::Roll(two)) => one.same_place(two),
            (Self::Person(one), Self::Person(two)) => one.same_place(two),
            (Self::Book((one, _)), Self::Book((two, _))) => one == two,
            (Self::Choice(_), Self::Choice(_)) => true,
            (Self::Map(one, code, _), Self::Map(two, other, _)) => one == two && code == other,
            (Self::Setting(one, _), Self::Setting(two, _)) => one == two,
            _ => false,
        }
    }
}

/// What a gesture is made in, beside what is stored.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The note as its writer saw it, if that is not how it stands now.
    pub note: Option<&'a Note>,
    /// The codebook with all that was edited in it.
    pub book: &'a Book,
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
    /// The change that a gesture makes in what is said of a paragraph in a layer, and what takes it back. All of it carries one
    /// stamp, later than everything it replaces. `seen` is the note as its writer saw it, if that is not how it stands now.
    pub fn rewrite_record(
        &self,
        article: &ArticleId,
        (key, paragraph): (&LayerKey, &ParagraphId),
        rewrites: &[Rewrite],
        seen: Option<&Note>,
        clock: &mut Clock,
        now: u64,
    ) -> (Self, Vec<Written>) {
        let mut change = Self::default();
        let mut record = self.record(article, key, paragraph).cloned().unwrap_or_default();
        if let Some(seen) = seen {
            record.note = seen.clone();
        }
        let edits: Vec<(&Edit, &Option<VersionId>)> = rewrites.iter().filter_map(edit).collect();
        let all: Vec<Edit> = edits.iter().map(|(edit, _)| (*edit).clone()).collect();
        let under = |at: usize| edits.get(at).and_then(|(_, under)| under.as_ref());
        let delta = delta_under(&record, &all, &under, clock, now);
        change.put_record(article, key, paragraph, &delta);
        let written = all.iter().filter_map(|edit| written_record(edit, &record, &delta)).collect();
        (change, written)
    }

    /// The same of anything that can be rewritten.
    pub fn rewrite(
        &self,
        article: &ArticleId,
        target: &Target,
        rewrites: &[Rewrite],
        sight: Sight<'_>,
        clock: &mut Clock,
        now: u64,
    ) -> (Self, Vec<Written>) {
        let mut change = Self::default();
        let written = match target {
            Target::Record(key, paragraph) => {
                return self.rewrite_record(article, (key, paragraph), rewrites, sight.note, clock, now);
            }
            Target::Class(id, paragraph) => {
                let nothing = Decisions::default();
                let class = self.class(article, id).unwrap_or(&nothing);
                let edits: Vec<ClassEdit> = rewrites.iter().filter_map(class_edit).cloned().collect();
                let delta = decision::delta(class, paragraph, &edits, clock, now);
                change.put_class(article, id, &delta);
                edits.iter().filter_map(|edit| written_class(edit, paragraph, class, &delta)).collect()
            }
            Target::Roll(id) => {
                let nothing = Decisions::default();
                let class = self.class(article, id).unwrap_or(&nothing);
                let edits: Vec<RollEdit> = rewrites.iter().filter_map(roll_edit).cloned().collect();
                let delta = class.roll_delta(&edits, clock, now);
                change.put_class(article, id, &delta);
                edits.iter().filter_map(|edit| written_roll(edit, class, &delta)).collect()
            }
            Target::People => {
                let edits: Vec<PersonEdit> = rewrites.iter().filter_map(person_edit).cloned().collect();
                change.people = self.people.delta(&edits, clock, now);
                edits.iter().filter_map(|edit| written_person(edit, &self.people, &change.people)).collect()
            }
            Target::Choice => {
                let over = self.articles.get(article).and_then(|facts| facts.codebook.as_ref()).map(|r| &r.stamp);
                let choices: Vec<&CodebookId> = rewrites.iter().filter_map(choice).collect();
                let written = choices.last().map(|id| {
                    let stamp = clock.tick(now, over);
                    let register = Register::new((*id).clone(), stamp.clone());
                    change.articles.entry(article.clone()).or_default().codebook = Some(register);
                    Written { back: Rewrite::Choice(sight.book.id.clone()), stamp, over: over.cloned() }
                });
                written.into_iter().collect()
            }
            Target::Maps => {
                let none = Maps::new();
                let maps = self.maps.get(article).unwrap_or(&none);
                let all: Vec<((CodebookId, Code), &Option<To>)> = rewrites.iter().filter_map(map).collect();
                let over = all.iter().filter_map(|(from, _)| maps.get(from)).map(|r| &r.stamp).max();
                let stamp = clock.tick(now, over);
                let written = all.iter().map(|(from, _)| {
                    let before = maps.get(from);
                    let value = before.and_then(|r| r.value.clone());
                    let back = Rewrite::Map(from.0.clone(), from.1.clone(), value);
                    Written { back, stamp: stamp.clone(), over: before.map(|r| r.stamp.clone()) }
                });
                let written = written.collect();
                let changed = all.into_iter().map(|(from, to)| (from, Register::new(to.clone(), stamp.clone())));
                change.maps.insert(article.clone(), changed.collect());
                written
            }
            Target::Here => {
                let all: Vec<(&Arc<str>, &Arc<str>)> = rewrites.iter().filter_map(setting).collect();
                let over = all.iter().filter_map(|(name, _)| self.here.since(name)).max();
                let stamp = clock.tick(now, over);
                let written = all.iter().map(|(name, _)| {
                    let value = self.setting(name).cloned().unwrap_or_default();
                    let over = self.here.since(name).cloned();
                    Written { back: Rewrite::Setting(Arc::clone(name), value), stamp: stamp.clone(), over }
                });
                let written = written.collect();
                let changed = all
                    .into_iter()
                    .map(|(name, value)| (Arc::clone(name), Register::new(Arc::clone(value), stamp.clone())));
                change.here.settings.extend(changed);
                written
            }
            Target::Book(_) => {
                let edits: Vec<book::edit::Edit> = rewrites.iter().filter_map(book_edit).cloned().collect();
                let delta = sight.book.delta(&edits, clock, now);
                change.put_book(article, &delta);
                edits.iter().filter_map(|edit| written_book(edit, sight.book, &delta)).collect()
            }
        };
        (change, written)
    }

    /// True when nobody has said anything of the paragraph since that taking this back would change. `latest` is the latest
    /// stamp of its step.
    #[must_use]
    pub fn record_stands(
        &self,
        article: &ArticleId,
        (key, paragraph): (&LayerKey, &ParagraphId),
        written: &Written,
        latest: &Stamp,
    ) -> bool {
        let nothing = Record::default();
        let record = self.record(article, key, paragraph).unwrap_or(&nothing);
        let Rewrite::Record(back, _) = &written.back else { return false };
        back.stamp_in(record) == Some(&written.stamp) && !back.silences_later(record, latest)
    }

    /// The same of anything that can be rewritten.
    #[must_use]
    pub fn stands(&self, article: &ArticleId, target: &Target, written: &Written, latest: &Stamp, book: &Book) -> bool {
        match (target, &written.back) {
            (Target::Record(key, paragraph), _) => self.record_stands(article, (key, paragraph), written, latest),
            (Target::Class(id, paragraph), Rewrite::Class(back)) => {
                let stamp = self.class(article, id).and_then(|class| back.stamp_in(class, paragraph));
                stamp == Some(&written.stamp)
            }
            (Target::Roll(id), Rewrite::Roll(back)) => {
                self.class(article, id).and_then(|class| back.stamp_in(class)) == Some(&written.stamp)
            }
            (Target::People, Rewrite::Person(back)) => back.stamp_in(&self.people) == Some(&written.stamp),
            (Target::Choice, Rewrite::Choice(_)) => {
                let chosen = self.articles.get(article).and_then(|facts| facts.codebook.as_ref());
                chosen.map(|register| &register.stamp) == Some(&written.stamp)
            }
            (Target::Maps, Rewrite::Map(codebook, code, _)) => {
                let from = (codebook.clone(), code.clone());
                let stands = self.maps.get(article).and_then(|maps| maps.get(&from));
                stands.map(|register| &register.stamp) == Some(&written.stamp)
            }
            (Target::Here, Rewrite::Setting(name, _)) => self.here.since(name) == Some(&written.stamp),
            (Target::Book(id), Rewrite::Book((place, _))) => {
                book.id == *id && book.stamp_in(place) == Some(&written.stamp)
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

fn roll_edit(rewrite: &Rewrite) -> Option<&RollEdit> {
    if let Rewrite::Roll(edit) = rewrite { Some(edit) } else { None }
}

fn person_edit(rewrite: &Rewrite) -> Option<&PersonEdit> {
    if let Rewrite::Person(edit) = rewrite { Some(edit) } else { None }
}

fn map(rewrite: &Rewrite) -> Option<((CodebookId, Code), &Option<To>)> {
    if let Rewrite::Map(codebook, code, to) = rewrite { Some(((codebook.clone(), code.clone()), to)) } else { None }
}

fn setting(rewrite: &Rewrite) -> Option<(&Arc<str>, &Arc<str>)> {
    if let Rewrite::Setting(name, value) = rewrite { Some((name, value)) } else { None }
}

fn choice(rewrite: &Rewrite) -> Option<&CodebookId> {
    if let Rewrite::Choice(id) = rewrite { Some(id) } else { None }
}

fn book_edit(rewrite: &Rewrite) -> Option<&book::edit::Edit> {
    if let Rewrite::Book(edit) = rewrite { Some(edit) } else { None }
}

fn written_book(edit: &book::edit::Edit, before: &Book, delta: &Book) -> Option<Written> {
    let back = before.inverse(std::slice::from_ref(edit)).pop()?;
    let (stamp, over) = (delta.stamp_in(&edit.0)?.clone(), before.stamp_in(&edit.0).cloned());
    Some(Written { back: Rewrite::Book(back), stamp, over })
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

fn written_roll(edit: &RollEdit, before: &Decisions, delta: &Decisions) -> Option<Written> {
    Some(Written {
        back: Rewrite::Roll(edit.inverse(before)),
        stamp: edit.stamp_in(delta)?.clone(),
        over: edit.stamp_in(before).cloned(),
    })
}

fn written_person(edit: &PersonEdit, before: &Persons, delta: &Persons) -> Option<Written> {
    Some(Written {
        back: Rewrite::Person(edit.inverse(before)),
        stamp: edit.stamp_in(delta)?.clone(),
        over: edit.stamp_in(before).cloned(),
    })
}
