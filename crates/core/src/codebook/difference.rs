//! What differs between two codebooks: item by item with both texts, and in a few words each.

use super::{Codebook, StanceOption, StanceQuestion, Theme, code::Code, sense::Sense};
use crate::{
    base::id::ThemeId,
    json::{canonical, extra::Extra},
    strings::codebook as strings,
};
use std::sync::Arc;

/// In what way an item differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only the other codebook has it.
    New,
    /// Only this codebook has it.
    Gone,
    /// Both have it, and what they say of it differs.
    Changed(Vec<Field>),
}

/// A field that differs, with both texts. One that says nothing has an empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in files: `label`, `definition`, `archived`, or that of a newer program.
    pub name: Arc<str>,
    /// What this codebook says. Other themes go by their labels.
    pub here: Arc<str>,
    /// What the other codebook says.
    pub there: Arc<str>,
}

/// An item that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which one.
    pub code: Code,
    /// What it is called here, or there if it is new: the label, or the prompt of a question.
    pub name: Arc<str>,
    /// In what way.
    pub kind: Kind,
}

impl Difference {
    /// The field of this name, if it is among those that differ.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        match &self.kind {
            Kind::Changed(fields) => fields.iter().find(|field| *field.name == *name),
            Kind::New | Kind::Gone => None,
        }
    }

    /// The difference in a few words.
    fn words(&self) -> String {
        let what = match self.code {
            Code::Question(_) => strings::question(),
            Code::Option(..) => strings::answer(),
            Code::Theme(_) => strings::theme(),
        };
        let rest: String = match &self.kind {
            Kind::New => strings::is_new().into(),
            Kind::Gone => strings::is_not_there().into(),
            Kind::Changed(_) => self.change(),
        };
        strings::difference(what, &self.name, &rest)
    }

    fn change(&self) -> String {
        let there = |name| self.field(name).map(|field| &field.there);
        if let Some(prompt) = there("prompt") {
            return strings::asks(prompt);
        }
        if let Some(label) = there("label") {
            return strings::is_named(label);
        }
        if let Some(into) = there("merged_into").filter(|into| !into.is_empty()) {
            return strings::is_merged_into(into);
        }
        match there("archived").map(|text| text.is_empty()) {
            Some(true) => strings::is_in_use_again().into(),
            Some(false) => strings::is_archived().into(),
            None if matches!(self.code, Code::Question(_)) => strings::differs().into(),
            None => strings::has_other_description().into(),
        }
    }
}

type Texts = Vec<(&'static str, Arc<str>)>;

fn yes(flag: bool) -> Arc<str> {
    if flag { strings::yes() } else { "" }.into()
}

/// What a theme says. Which key or colour it has means nothing.
fn theme(theme: &Theme, codebook: &Codebook) -> Texts {
    let other = |id: &Option<ThemeId>| id.as_ref().map(|id| codebook.called(id)).unwrap_or_default();
    vec![
        ("label", Arc::clone(&theme.label)),
        ("parent", other(&theme.parent)),
        ("definition", Arc::clone(&theme.definition)),
        ("include", Arc::clone(&theme.include)),
        ("exclude", Arc::clone(&theme.exclude)),
        ("example", Arc::clone(&theme.example)),
        ("archived", yes(theme.archived)),
        ("merged_into", other(&theme.merged_into)),
        ("split_from", other(&theme.split_from)),
    ]
}

fn question(question: &StanceQuestion) -> Texts {
    vec![
        ("holder", Arc::clone(&question.holder)),
        ("target", Arc::clone(&question.target)),
        ("prompt", Arc::clone(&question.prompt)),
        ("archived", yes(question.archived)),
    ]
}

/// What an answer says. Which key chooses it and how it looks means nothing.
fn option(option: &StanceOption) -> Texts {
    let sense = match option.means() {
        Some(Sense::Place(place)) => place.to_string(),
        sense => sense.and_then(Sense::name).unwrap_or_default().to_owned(),
    };
    vec![
        ("label", Arc::clone(&option.label)),
        ("definition", Arc::clone(&option.definition)),
        ("sense", sense.into()),
        ("archived", yes(option.archived)),
    ]
}

/// The fields in which two sides differ, those of newer programs after ours.
fn fields(here: (Texts, &Extra), there: (Texts, &Extra)) -> Vec<Field> {
    let known = here.0.into_iter().zip(there.0).filter(|(here, there)| here.1 != there.1);
    let mut found: Vec<Field> =
        known.map(|((name, here), (_, there))| Field { name: name.into(), here, there }).collect();
    let mut names: Vec<&Arc<str>> = here.1.keys().collect();
    names.extend(there.1.keys().filter(|name| !here.1.contains_key(&***name)));
    let text = |extra: &Extra, name: &str| extra.get(name).map(canonical::text).unwrap_or_default().into();
    for name in names {
        let (here, there): (Arc<str>, Arc<str>) = (text(here.1, name), text(there.1, name));
        if here != there {
            found.push(Field { name: Arc::clone(name), here, there });
        }
    }
    found
}

impl StanceQuestion {
    /// What differs in the options of `other`.
    fn compare(&self, other: &Self, found: &mut Vec<Difference>) {
        let code = |at: &StanceOption| Code::Option(self.id.clone(), at.id.clone());
        for there in &other.options {
            let Some(here) = self.options.iter().find(|here| here.id == there.id) else {
                found.push(Difference { code: code(there), name: Arc::clone(&there.label), kind: Kind::New });
                continue;
            };
            let fields = fields((option(here), &here.extra), (option(there), &there.extra));
            push(code(here), &here.label, fields, found);
        }
        let gone = self.options.iter().filter(|here| other.options.iter().all(|option| option.id != here.id));
        found.extend(gone.map(|here| Difference { code: code(here), name: Arc::clone(&here.label), kind: Kind::Gone }));
    }
}

fn push(code: Code, name: &Arc<str>, fields: Vec<Field>, found: &mut Vec<Difference>) {
    if !fields.is_empty() {
        found.push(Difference { code, name: Arc::clone(name), kind: Kind::Changed(fields) });
    }
}

impl Codebook {
    /// What differs in `other`: themes, then each question before its options. Empty when both would be read alike.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        let whole = |code, name: &Arc<str>, kind| Difference { code, name: Arc::clone(name), kind };
        for there in &other.themes {
            let code = Code::Theme(there.id.clone());
            let Some(here) = self.theme(&there.id) else {
                found.push(whole(code, &there.label, Kind::New));
                continue;
            };
            let fields = fields((theme(here, self), &here.extra), (theme(there, other), &there.extra));
            push(code, &here.label, fields, &mut found);
        }
        let gone = self.themes.iter().filter(|theme| other.theme(&theme.id).is_none());
        found.extend(gone.map(|theme| whole(Code::Theme(theme.id.clone()), &theme.label, Kind::Gone)));
        for there in &other.questions {
            let code = Code::Question(there.id.clone());
            let Some(here) = self.question(&there.id) else {
                found.push(whole(code, &there.prompt, Kind::New));
                continue;
            };
            let fields = fields((question(here), &here.extra), (question(there), &there.extra));
            push(code, &here.prompt, fields, &mut found);
            here.compare(there, &mut found);
        }
        let gone = self.questions.iter().filter(|question| other.question(&question.id).is_none());
        found.extend(gone.map(|question| whole(Code::Question(question.id.clone()), &question.prompt, Kind::Gone)));
        found
    }

    /// What differs in `other`, in a few words each, for people: empty when both would be read alike.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        self.compare(other).iter().map(Difference::words).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::sample;

    #[test]
    fn both_texts_stand_side_by_side() {
        let (here, mut there) = (sample::codebook(), sample::codebook());
        there.themes[0].definition = "Another rule".into();
        there.themes[0].key = None;
        there.themes[1].parent = Some(there.themes[0].id.clone());
        there.themes[2].merged_into = Some(there.themes[0].id.clone());
        there.questions[0].options[1].archived = true;
        let found = here.compare(&there);
        let words: Vec<String> = found.iter().map(Difference::words).collect();
        assert_eq!(
            words,
            [
                format!("theme “{}” has a different description", here.themes[0].label),
                format!("theme “{}” has a different description", here.themes[1].label),
                format!("theme “{}” is merged into “{}”", here.themes[2].label, here.themes[0].label),
                format!("answer “{}” is archived", here.questions[0].options[1].label),
            ]
        );
        let rule = found[0].field("definition").expect("the rule differs");
        assert_eq!((&rule.here, &*rule.there), (&here.themes[0].definition, "Another rule"));
        assert_eq!(found[1].field("parent").map(|field| &field.there), Some(&here.themes[0].label));
        assert!(here.compare(&here).is_empty());
    }

    #[test]
    fn fields_of_newer_programs_differ_too() {
        let (mut here, mut there) = (sample::codebook(), sample::codebook());
        let value = |text: &str| crate::json::tree::Json::parse(text).expect("is JSON").keep();
        here.themes[0].extra.insert("weight".into(), value("{\"b\": 1, \"a\": 2}"));
        there.themes[0].extra.insert("weight".into(), value("{\"a\": 2, \"b\": 2}"));
        let found = here.compare(&there);
        let field = found[0].field("weight").expect("it differs");
        assert_eq!((&*field.here, &*field.there), ("{\"a\":2,\"b\":1}", "{\"a\":2,\"b\":2}"));
    }
}
