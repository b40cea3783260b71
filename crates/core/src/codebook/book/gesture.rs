//! What people do with a codebook. Each gesture says what it writes and changes nothing by itself; one that makes no sense
//! where things stand (a theme into itself, a question that is there already) writes nothing.

use super::{Book, Item, Place, Value, edit::Edit, field, made::said, rank};
use crate::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{Codebook, sense::Sense},
};
use std::sync::Arc;

/// Where something is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot<'a> {
    /// Right before this one.
    Before(&'a Item),
    /// Right after this one.
    After(&'a Item),
    /// At the end.
    Last,
}

/// Things that are shown one after another, with the ranks that they have.
struct Row(Vec<(Item, Option<Arc<str>>)>);

impl Row {
    /// Puts an item in and says what has to be written.
    fn insert(&mut self, at: usize, item: Item) -> Vec<Edit> {
        self.0.insert(at, (item, None));
        let ranks: Vec<Option<&str>> = self.0.iter().map(|(_, rank)| rank.as_deref()).collect();
        let written = rank::insert(&ranks, at);
        let edit = |(at, rank): (usize, Arc<str>)| {
            let (item, place) = &mut self.0[at];
            *place = Some(Arc::clone(&rank));
            (Place::new(item.clone(), field::ORDER), Value::Text(rank))
        };
        written.into_iter().map(edit).collect()
    }

    fn place(&self, spot: Spot<'_>) -> Option<usize> {
        let of = |item: &Item| self.0.iter().position(|(here, _)| here == item);
        match spot {
            Spot::Before(item) => of(item),
            Spot::After(item) => of(item).map(|at| at + 1),
            Spot::Last => Some(self.0.len()),
        }
    }
}

fn put(item: &Item, name: &str, value: Value) -> Edit {
    (Place::new(item.clone(), name), value)
}

fn named(name: &str) -> Value {
    Value::of(name.trim())
}

fn linked(theme: Option<&ThemeId>) -> Value {
    theme.map_or(Value::Null, |id| Value::Text(id.to_shared()))
}

/// True when a theme is `above`, or is held by it, directly or through others.
fn is_under(codebook: &Codebook, theme: &ThemeId, above: &ThemeId) -> bool {
    let mut at = Some(theme);
    for _ in 0..=codebook.themes.len() {
        match at {
            Some(id) if id == above => return true,
            Some(id) => at = codebook.theme(id).and_then(|theme| theme.parent.as_ref()),
            None => break,
        }
    }
    false
}

impl Book {
    /// True when the item is there: something is said of it.
    #[must_use]
    pub fn has(&self, item: &Item) -> bool {
        self.fields.iter().any(|(place, register)| place.item == *item && !register.value.is_null())
    }

    fn row(&self, items: impl Iterator<Item = Item>) -> Row {
        let rank = |item: &Item| {
            let text = self.value(&Place::new(item.clone(), field::ORDER)).text();
            text.filter(|text| rank::is_rank(text)).cloned()
        };
        Row(items.map(|item| (rank(&item), item)).map(|(rank, item)| (item, rank)).collect())
    }

    fn questions(&self, codebook: &Codebook) -> Row {
        self.row(codebook.questions.iter().map(|question| Item::Question(question.id.clone())))
    }

    fn options(&self, codebook: &Codebook, of: &QuestionId) -> Row {
        let options = codebook.question(of).into_iter().flat_map(|question| &question.options);
        self.row(options.map(|option| Item::Option(of.clone(), option.id.clone())))
    }

    /// The themes that one theme holds, or that none holds.
    fn held(&self, codebook: &Codebook, parent: Option<&ThemeId>) -> Row {
        let held = codebook.themes.iter().filter(|theme| theme.parent.as_ref() == parent);
        self.row(held.map(|theme| Item::Theme(theme.id.clone())))
    }

    fn add(&self, item: &Item, mut row: Row, at: usize, fields: Vec<(&str, Value)>) -> Vec<Edit> {
        if self.has(item) {
            return Vec::new();
        }
        let mut edits: Vec<Edit> = fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| put(item, name, value))
            .collect();
        edits.extend(row.insert(at, item.clone()));
        edits
    }

    /// A new question at the end. Its prompt is made from whose stance it asks for, and toward what.
    #[must_use]
    pub fn add_question(&self, id: &QuestionId, holder: &str, target: &str) -> Vec<Edit> {
        let row = self.questions(&self.settle());
        let at = row.0.len();
        let fields = vec![(field::HOLDER, named(holder)), (field::TARGET, named(target))];
        self.add(&Item::Question(id.clone()), row, at, fields)
    }

    /// A new option at the end of a question's.
    #[must_use]
    pub fn add_option(&self, question: &QuestionId, id: &OptionId, label: &str, sense: Option<Sense>) -> Vec<Edit> {
        let item = Item::Option(question.clone(), id.clone());
        let row = self.options(&self.settle(), question);
        let at = row.0.len();
        self.add(&item, row, at, vec![(field::LABEL, named(label)), (field::SENSE, sense.map_or(Value::Null, said))])
    }

    /// A new theme, at the end of those that the parent holds, or of those that none holds. It gets the first digit that
    /// chooses nothing yet.
    #[must_use]
    pub fn add_theme(&self, id: &ThemeId, label: &str, parent: Option<&ThemeId>) -> Vec<Edit> {
        let codebook = self.settle();
        let row = self.held(&codebook, parent);
        let at = row.0.len();
        let key = codebook.free_key().map_or(Value::Null, Value::Text);
        let values = vec![(field::LABEL, named(label)), (field::PARENT, linked(parent)), (field::KEY, key)];
        self.add(&Item::Theme(id.clone()), row, at, values)
    }

    /// A new value for a field.
    #[must_use]
    pub fn set(&self, item: &Item, name: &str, value: Value) -> Vec<Edit> {
        let place = Place::new(item.clone(), name);
        if *self.value(&place).plain() == value { Vec::new() } else { vec![(place, value)] }
    }

    /// Puts something elsewhere among its like. A theme goes along to whichever theme holds the one that it is put beside.
    #[must_use]
    pub fn put_at(&self, item: &Item, spot: Spot<'_>) -> Vec<Edit> {
        let codebook = self.settle();
        let mut edits = Vec::new();
        let mut row = match item {
            Item::Book => return edits,
            Item::Question(_) => self.questions(&codebook),
            Item::Option(question, _) => self.options(&codebook, question),
            Item::Theme(id) => {
                let parent = |id: &ThemeId| codebook.theme(id).and_then(|theme| theme.parent.as_ref());
                let to = match spot {
                    Spot::Before(Item::Theme(beside)) | Spot::After(Item::Theme(beside)) => parent(beside),
                    _ => parent(id),
                };
                if to.is_some_and(|to| is_under(&codebook, to, id)) {
                    return edits;
                }
                if to != parent(id) {
                    edits.push(put(item, field::PARENT, linked(to)));
                }
                self.held(&codebook, to)
            }
        };
        if !self.has(item) || matches!(spot, Spot::Before(beside) | Spot::After(beside) if beside == item) {
            return Vec::new();
        }
        let before: Vec<Item> = row.0.iter().map(|(item, _)| item.clone()).collect();
        row.0.retain(|(here, _)| here != item);
        let Some(at) = row.place(spot) else { return Vec::new() };
        let written = row.insert(at, item.clone());
        // What stands there already need not be moved there.
        if row.0.iter().map(|(item, _)| item).ne(&before) {
            edits.extend(written);
        }
        edits
    }

    /// Puts a theme at the end of those that another holds, or of those that none holds.
    #[must_use]
    pub fn nest(&self, theme: &ThemeId, parent: Option<&ThemeId>) -> Vec<Edit> {
        let codebook = self.settle();
        let here = codebook.theme(theme);
        let is_possible = parent.is_none_or(|to| codebook.theme(to).is_some() && !is_under(&codebook, to, theme));
        if here.is_none_or(|here| here.parent.as_ref() == parent) || !is_possible {
            return Vec::new();
        }
        let item = Item::Theme(theme.clone());
        let mut row = self.held(&codebook, parent);
        let mut edits = vec![put(&item, field::PARENT, linked(parent))];
        edits.extend(row.insert(row.0.len(), item));
        edits
    }

    /// Lets a theme go into another. Records keep what was chosen; from now on it is shown with the other one.
    #[must_use]
    pub fn merge(&self, theme: &ThemeId, into: &ThemeId) -> Vec<Edit> {
        let codebook = self.settle();
        let mut at = codebook.theme(into);
        if at.is_none() || codebook.theme(theme).is_none() {
            return Vec::new();
        }
        while let Some(here) = at {
            if here.id == *theme {
                return Vec::new();
            }
            at = here.merged_into.as_ref().and_then(|next| codebook.theme(next));
        }
        self.set(&Item::Theme(theme.clone()), field::MERGED_INTO, linked(Some(into)))
    }

    /// Makes several themes of one. They stand behind it and get the first digits that choose nothing yet, among them its own,
    /// since it is archived; records keep what was chosen.
    #[must_use]
    pub fn split(&self, theme: &ThemeId, parts: &[(ThemeId, Arc<str>)]) -> Vec<Edit> {
        let codebook = self.settle();
        let Some(here) = codebook.theme(theme) else { return Vec::new() };
        let old = Item::Theme(theme.clone());
        let mut row = self.held(&codebook, here.parent.as_ref());
        let mut at = row.place(Spot::After(&old)).unwrap_or(row.0.len());
        let mut keys = codebook.free_keys(Some(theme));
        let mut edits = Vec::new();
        for (id, label) in parts {
            let item = Item::Theme(id.clone());
            if self.has(&item) || row.0.iter().any(|(here, _)| *here == item) {
                continue;
            }
            edits.push(put(&item, field::LABEL, named(label)));
            edits.push(put(&item, field::SPLIT_FROM, linked(Some(theme))));
            edits.extend(keys.next().map(|key| put(&item, field::KEY, Value::Text(key))));
            if here.parent.is_some() {
                edits.push(put(&item, field::PARENT, linked(here.parent.as_ref())));
            }
            let ranks = row.insert(at, item);
            // A later part may need an earlier one to stand elsewhere; each place is written once.
            edits.retain(|(place, _)| !ranks.iter().any(|(other, _)| other == place));
            edits.extend(ranks);
            at += 1;
        }
        if !edits.is_empty() {
            edits.extend(self.set(&old, field::ARCHIVED, Value::Flag(true)));
        }
        edits
    }

    /// Archives something, or brings it back. A theme that went into another comes out of it again.
    #[must_use]
    pub fn set_archived(&self, item: &Item, archived: bool) -> Vec<Edit> {
        let is_archived = self.value(&Place::new(item.clone(), field::ARCHIVED)).is_set();
        if !self.has(item) || *item == Item::Book {
            return Vec::new();
        }
        let mut edits = Vec::new();
        if is_archived != archived {
            edits.push(put(item, field::ARCHIVED, Value::Flag(archived)));
        }
        if !archived {
            edits.extend(self.set(item, field::MERGED_INTO, Value::Null));
        }
        edits
    }

    /// Takes something back as if it had never been made, a question with its options.
    #[must_use]
    pub fn remove(&self, item: &Item) -> Vec<Edit> {
        let is_part = |other: &Item| match (item, other) {
            (Item::Book, _) => false,
            (Item::Question(id), Item::Option(of, _)) => id == of,
            _ => item == other,
        };
        let said = self.fields.iter().filter(|(place, register)| is_part(&place.item) && !register.value.is_null());
        said.map(|(place, _)| (place.clone(), Value::Null)).collect()
    }

    /// What else has this key, of what is in use.
    #[must_use]
    pub fn with_key(&self, key: &str, but: &Item) -> Option<Item> {
        let codebook = self.settle();
        let has = |own: &Option<Arc<str>>| own.as_deref() == Some(key);
        let options = codebook
            .asked()
            .iter()
            .flat_map(|question| question.options.iter().map(move |option| (&question.id, option)));
        let options = options.filter(|(_, option)| !option.archived && has(&option.key));
        let options = options.map(|(question, option)| Item::Option(question.clone(), option.id.clone()));
        let themes = codebook.themes.iter().filter(|theme| !theme.archived && has(&theme.key));
        let themes = themes.map(|theme| Item::Theme(theme.id.clone()));
        options.chain(themes).find(|item| item != but)
    }
}
