//! What a book comes to. It never fails: concurrent edits, each good by itself, can make circles, orphans and a sixth
//! question, and a file can hold anything at all. Whoever holds the same registers comes to the same codebook.
//!
//! - An item exists when any of its fields says something; an option, when its question does, too.
//! - A field of a wrong kind says nothing. Without a label, an item is called by its id; without a holder, it is the author
//!   who is asked for; without a prompt, it is made from holder and target.
//! - Questions, options and themes stand by their ranks, and by their ids where ranks are equal; those without come last.
//!   What is asked stands before what is archived, and themes stand behind the theme that holds them.
//! - At most five questions are asked. Those that stand behind the fifth count as archived.
//! - A link to a theme that does not exist says nothing. In a circle of links the one of the smallest id says nothing.
//! - A theme that went into another counts as archived, and what it held is held by the other one.
//! - Fields that are not known here are unknown fields of the item.

use super::{Book, Item, Value, field, rank};
use crate::{
    base::{
        id::{OptionId, QuestionId, ThemeId},
        map::Map,
        order,
    },
    codebook::{Codebook, StanceOption, StanceQuestion, Theme, links, prompt, sense::Sense},
    json::extra::Extra,
};
use std::{cmp::Ordering, sync::Arc};

/// The most questions that are asked.
pub(super) const MOST_QUESTIONS: usize = 5;

/// What is written of one item.
#[derive(Clone)]
pub(super) struct Fields<'a> {
    item: &'a Item,
    fields: super::Fields<'a>,
}

impl<'a> Fields<'a> {
    fn value(&self, name: &str) -> &'a Value {
        let found = self.fields.iter().find(|(field, _)| *field == name);
        found.map_or(&Value::Null, |(_, register)| &register.value)
    }

    fn exists(&self) -> bool {
        self.fields.iter().any(|(_, register)| !register.value.is_null())
    }

    fn text(&self, name: &str) -> Arc<str> {
        self.value(name).text().cloned().unwrap_or_default()
    }

    fn words(&self, name: &str) -> Option<Arc<str>> {
        self.value(name).words().cloned()
    }

    fn is_set(&self, name: &str) -> bool {
        self.value(name).is_set()
    }

    pub(super) fn rank(&self) -> Option<&'a str> {
        self.value(field::ORDER).text().map(|text| &**text).filter(|text| rank::is_rank(text))
    }

    /// The order in which items are shown.
    fn before(&self, other: &Self) -> Ordering {
        (self.rank().is_none(), self.rank(), self.item).cmp(&(other.rank().is_none(), other.rank(), other.item))
    }

    /// What is no field of ours, and what of those is not understood.
    fn extra(&self, not_understood: &[&str]) -> Extra {
        let known = self.item.known();
        let kept = |name: &str| !known.contains(&name) || not_understood.contains(&name);
        let fields = self.fields.iter().filter(|(name, register)| kept(name) && !register.value.is_null());
        fields.map(|(name, register)| ((*name).into(), register.value.json())).collect()
    }
}

impl Book {
    /// The items that exist, with their fields, in the order of their ids.
    pub(super) fn items(&self) -> Vec<Fields<'_>> {
        let mut items: Vec<Fields<'_>> =
            self.written().into_iter().map(|(item, fields)| Fields { item, fields }).collect();
        items.retain(Fields::exists);
        items
    }

    /// The codebook that all views and numbers read.
    #[must_use]
    pub fn settle(&self) -> Codebook {
        let mut items = self.items();
        order::long(&mut items, |a, b| a.before(b));
        let book = items.iter().find(|fields| *fields.item == Item::Book);
        let mut questions: Vec<StanceQuestion> = items
            .iter()
            .filter_map(|fields| if let Item::Question(id) = fields.item { Some(question(id, fields)) } else { None })
            .collect();
        let places: Map<QuestionId, usize> =
            questions.iter().enumerate().map(|(at, question)| (question.id.clone(), at)).collect();
        for fields in &items {
            if let Item::Option(of, id) = fields.item
                && let Some(question) = places.get(of).and_then(|at| questions.get_mut(*at))
            {
                question.options.push(option(id, fields));
            }
        }
        let asked = questions.iter_mut().filter(|question| !question.archived);
        asked.skip(MOST_QUESTIONS).for_each(|question| question.archived = true);
        // What is asked stands before what is not asked any more.
        let (archived, asked): (Vec<_>, Vec<_>) = questions.into_iter().partition(|question| question.archived);
        let questions = asked.into_iter().chain(archived).collect();
        let found: Vec<(&ThemeId, &Fields<'_>)> = items
            .iter()
            .filter_map(|fields| if let Item::Theme(id) = fields.item { Some((id, fields)) } else { None })
            .collect();
        Codebook {
            id: self.id.clone(),
            title: book.map(|fields| fields.text(field::TITLE)).unwrap_or_default(),
            questions,
            themes: themes(&found),
            elsewhere: Map::new(),
            extra: book.map(|fields| fields.extra(&[])).unwrap_or_default(),
        }
    }
}

fn question(id: &QuestionId, fields: &Fields<'_>) -> StanceQuestion {
    let holder = fields.words(field::HOLDER).unwrap_or_else(|| prompt::AUTHOR.into());
    let target = fields.text(field::TARGET);
    StanceQuestion {
        id: id.clone(),
        prompt: fields.words(field::PROMPT).unwrap_or_else(|| prompt::made(&holder, &target)),
        holder,
        target,
        options: Vec::new(),
        archived: fields.is_set(field::ARCHIVED),
        extra: fields.extra(&[]),
    }
}

fn option(id: &OptionId, fields: &Fields<'_>) -> StanceOption {
    let said = match fields.value(field::SENSE).plain() {
        Value::Text(name) => Sense::named(name),
        Value::Whole(place) => u8::try_from(*place).ok().map(Sense::Place),
        _ => None,
    };
    // A sense that this version does not know is kept as it stands, like any field of a newer one.
    let unknown: &[&str] = if said.is_some() { &[] } else { &[field::SENSE] };
    StanceOption {
        id: id.clone(),
        label: fields.words(field::LABEL).unwrap_or_else(|| id.to_shared()),
        key: fields.words(field::KEY),
        definition: fields.text(field::DEFINITION),
        sense: said.filter(|said| Sense::of_id(id) != Some(*said)),
        glyph: fields.words(field::GLYPH),
        archived: fields.is_set(field::ARCHIVED),
        extra: fields.extra(unknown),
    }
}

/// The themes, each behind the one that holds it.
fn themes(found: &[(&ThemeId, &Fields<'_>)]) -> Vec<Theme> {
    let known: Map<&ThemeId, usize> = found.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    let linked = |name| linked(found, &known, name);
    let merged = links::without_circles(linked(field::MERGED_INTO));
    let parents = linked(field::PARENT).into_iter().map(|(id, parent)| (id, links::end(&merged, parent)));
    let parents = links::without_circles(parents.collect());
    let split = links::without_circles(linked(field::SPLIT_FROM));
    let theme = |at: usize| {
        let (id, fields) = found[at];
        let link = |links: &Map<&ThemeId, &ThemeId>| links.get(&id).map(|to| (*to).clone());
        Theme {
            id: id.clone(),
            label: fields.words(field::LABEL).unwrap_or_else(|| id.to_shared()),
            parent: link(&parents),
            colour: fields.words(field::COLOUR),
            key: fields.words(field::KEY),
            definition: fields.text(field::DEFINITION),
            include: fields.text(field::INCLUDE),
            exclude: fields.text(field::EXCLUDE),
            example: fields.text(field::EXAMPLE),
            archived: fields.is_set(field::ARCHIVED) || merged.contains_key(&id),
            merged_into: link(&merged),
            split_from: link(&split),
            extra: fields.extra(&[]),
        }
    };
    in_tree(found, &known, &parents).into_iter().map(theme).collect()
}

/// The links of one field from theme to theme, as far as they lead to any.
fn linked<'a>(
    found: &[(&'a ThemeId, &Fields<'a>)],
    known: &Map<&ThemeId, usize>,
    name: &str,
) -> Map<&'a ThemeId, &'a ThemeId> {
    let link = |(id, fields): &(&'a ThemeId, &Fields<'a>)| {
        let to = ThemeId::from(Arc::clone(fields.value(name).text()?));
        Some((*id, found.get(*known.get(&to)?)?.0))
    };
    found.iter().filter_map(link).collect()
}

/// The places of the themes, each behind the one that holds it.
fn in_tree(
    found: &[(&ThemeId, &Fields<'_>)],
    known: &Map<&ThemeId, usize>,
    parents: &Map<&ThemeId, &ThemeId>,
) -> Vec<usize> {
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); found.len()];
    let mut open = Vec::new();
    // From the last to the first, since what is put on the pile last is taken from it first.
    for (at, (id, _)) in found.iter().enumerate().rev() {
        match parents.get(id).and_then(|parent| known.get(parent)) {
            Some(parent) => held[*parent].push(at),
            None => open.push(at),
        }
    }
    let mut places = Vec::with_capacity(found.len());
    while let Some(at) = open.pop() {
        places.push(at);
        open.append(&mut held[at]);
    }
    places
}
