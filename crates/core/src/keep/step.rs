//! Steps of undo: what a gesture replaced, and the stamps by which its own values are known.
//!
//! To be kept, a step is laid out as the change that it would bring back, with each value under the stamp of the one that
//! stands in its place. So it has the form of everything else that is stored.

use super::{
    rewrite::{Rewrite, Target, Written},
    store::Store,
};
use crate::{
    base::{
        id::{AnnotatorId, ArticleId, ImportId},
        register::Register,
        stamp::Stamp,
    },
    codebook::book::Book,
    record::{
        Record,
        decision::{ClassEdit, Decisions, RollEdit},
        edit::written_in,
        person::PersonEdit,
    },
};
use std::sync::Arc;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done, in words: "Paragraph 3: supports".
    pub label: Arc<str>,
    /// Who was active then.
    pub by: AnnotatorId,
    /// How to take it back or do it again.
    pub change: Change,
}

/// What a step changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Values in one place.
    Edits {
        /// Where.
        target: Target,
        /// What was written.
        written: Vec<Written>,
    },
    /// An import, to be switched to `active`.
    Import {
        /// Which one.
        import: ImportId,
        /// Whether it is to count.
        active: bool,
        /// True once it cannot be switched any more.
        over: bool,
    },
}

/// The steps of an article that can be taken back, and those that can be done again, the latest last.
pub type Piles = [Vec<Step>; 2];

/// A step on its way to be written: what it brings back, and the stamps of what had stood there before, in the order of that.
pub(crate) struct Laid<'a> {
    pub(crate) step: &'a Step,
    pub(crate) back: Store,
    pub(crate) over: Vec<Option<&'a Stamp>>,
}

/// The article that the change of a step is of, which is known already.
fn here() -> ArticleId {
    "".into()
}

/// What is to be written of a step; nothing when it wrote nothing.
pub(super) fn lay(step: &Step) -> Option<Laid<'_>> {
    let Change::Edits { target, written } = &step.change else {
        return Some(Laid { step, back: Store::default(), over: Vec::new() });
    };
    let back = back(target, written);
    let over = |now: Written| written.iter().find(|was| was.back.same_place(&now.back)).and_then(|w| w.over.as_ref());
    let over = read(&back)?.1.into_iter().map(over).collect();
    Some(Laid { step, back, over })
}

/// What a step brings back, each value under the stamp of what stands there.
fn back(target: &Target, written: &[Written]) -> Store {
    let (mut back, article) = (Store::default(), here());
    match target {
        Target::Record(key, paragraph) => {
            let mut record = Record::default();
            for Written { back, stamp, .. } in written {
                if let Rewrite::Record(edit, under) = back {
                    edit.put(&mut record, under.as_ref(), stamp);
                }
            }
            back.put_record(&article, key, paragraph, &record);
        }
        Target::Class(id, paragraph) => {
            let mut class = Decisions::default();
            for Written { back, stamp, .. } in written {
                if let Rewrite::Class(edit) = back {
                    edit.put(&mut class, paragraph, stamp);
                }
            }
            back.put_class(&article, id, &class);
        }
        Target::Roll(id) => {
            let mut class = Decisions::default();
            for Written { back, stamp, .. } in written {
                if let Rewrite::Roll(edit) = back {
                    edit.put(&mut class, stamp);
                }
            }
            back.put_class(&article, id, &class);
        }
        Target::People => {
            for Written { back: person, stamp, .. } in written {
                if let Rewrite::Person(edit) = person {
                    edit.put(&mut back.people, stamp);
                }
            }
        }
        Target::Book(id) => {
            let mut book = Book::new(id.clone());
            for Written { back, stamp, .. } in written {
                if let Rewrite::Book((place, value)) = back {
                    book.put(place.clone(), Register::new(value.clone(), stamp.clone()));
                }
            }
            back.put_book(&article, &book);
        }
        Target::Choice => {
            for Written { back: choice, stamp, .. } in written {
                if let Rewrite::Choice(id) = choice {
                    let register = Register::new(id.clone(), stamp.clone());
                    back.articles.entry(article.clone()).or_default().codebook = Some(register);
                }
            }
        }
        Target::Here => {
            for Written { back: setting, stamp, .. } in written {
                if let Rewrite::Setting(name, value) = setting {
                    let register = Register::new(Arc::clone(value), stamp.clone());
                    back.here.settings.insert(Arc::clone(name), register);
                }
            }
        }
        Target::Maps => {
            let maps = back.maps.entry(article).or_default();
            for Written { back, stamp, .. } in written {
                if let Rewrite::Map(codebook, code, to) = back {
                    maps.insert((codebook.clone(), code.clone()), Register::new(to.clone(), stamp.clone()));
                }
            }
        }
    }
    back
}

/// Where a change brings something back, and what, without the stamps of what had stood there before.
pub(super) fn read(back: &Store) -> Option<(Target, Vec<Written>)> {
    let written = |back, stamp: &Stamp| Written { back, stamp: stamp.clone(), over: None };
    let article = here();
    let (target, all): (Target, Vec<Written>) = if let Some(layers) = back.layers.get(&article) {
        let (key, layer) = layers.iter().next()?;
        let (paragraph, record) = layer.records.iter().next()?;
        let all = written_in(record).into_iter().map(|(edit, under, at)| written(Rewrite::Record(edit, under), &at));
        (Target::Record(key.clone(), paragraph.clone()), all.collect())
    } else if let Some(classes) = back.classes.get(&article) {
        let (id, class) = classes.iter().next()?;
        let settled = class
            .settlements
            .iter()
            .map(|(paragraph, r)| (paragraph, written(Rewrite::Class(ClassEdit::Settle(r.value.clone())), &r.stamp)));
        let votes = class.votes.iter().map(|(ballot, r)| {
            let edit = ClassEdit::Vote(ballot.round, r.value.clone());
            (&ballot.paragraph, written(Rewrite::Class(edit), &r.stamp))
        });
        let (paragraphs, all): (Vec<_>, Vec<_>) = settled.chain(votes).unzip();
        match paragraphs.first() {
            Some(paragraph) => (Target::Class(id.clone(), (*paragraph).clone()), all),
            None => {
                let name = class.name.iter().map(|r| written(Rewrite::Roll(RollEdit::Name(r.value.clone())), &r.stamp));
                let members = class
                    .members
                    .iter()
                    .map(|(member, r)| written(Rewrite::Roll(RollEdit::Member(member.clone(), r.value)), &r.stamp));
                (Target::Roll(id.clone()), name.chain(members).collect())
            }
        }
    } else if !back.people.is_empty() {
        let all = back.people.iter().flat_map(|(id, person)| {
            let same = person.same_as.iter().map(|(other, r)| {
                written(Rewrite::Person(PersonEdit::Same(id.clone(), other.clone(), r.value)), &r.stamp)
            });
            let kind = person
                .kind
                .iter()
                .map(|r| written(Rewrite::Person(PersonEdit::Kind(id.clone(), r.value.clone())), &r.stamp));
            same.chain(kind)
        });
        (Target::People, all.collect())
    } else if let Some(books) = back.books.get(&article) {
        let (id, book) = books.iter().next()?;
        let all = book.fields().map(|(place, r)| written(Rewrite::Book((place.clone(), r.value.clone())), &r.stamp));
        (Target::Book(id.clone()), all.collect())
    } else if let Some(maps) = back.maps.get(&article) {
        let all = maps.iter().map(|((codebook, code), r)| {
            written(Rewrite::Map(codebook.clone(), code.clone(), r.value.clone()), &r.stamp)
        });
        (Target::Maps, all.collect())
    } else if !back.here.settings.is_empty() {
        let settings = back.here.settings.iter();
        let all = settings.map(|(name, r)| written(Rewrite::Setting(Arc::clone(name), Arc::clone(&r.value)), &r.stamp));
        (Target::Here, all.collect())
    } else {
        let chosen = back.articles.get(&article)?.codebook.as_ref()?;
        (Target::Choice, vec![written(Rewrite::Choice(chosen.value.clone()), &chosen.stamp)])
    };
    (!all.is_empty()).then_some((target, all))
}
