//! What is said, as it is shown and counted: with codes that went into others under those, and codes of other codebooks under
//! ours where a map says so. What is stored keeps the code that it was said with.

use super::{Layer, Record, Stance, Themes, decision::Decisions};
use crate::{
    base::{
        id::{OptionId, QuestionId, ThemeId},
        register::{Register, Registers},
    },
    codebook::resolve::{Resolved, Resolver, foreign},
};
use std::borrow::Cow;

fn option(resolved: Resolved<'_, (&QuestionId, &OptionId)>) -> (QuestionId, OptionId) {
    match resolved {
        Resolved::Ours((question, option)) | Resolved::Mapped(_, (question, option)) => {
            (question.clone(), option.clone())
        }
        Resolved::Foreign(codebook, (question, option)) => {
            (QuestionId::from(&*foreign(codebook, question.as_str())), option.clone())
        }
    }
}

impl Record {
    /// The record as it is shown and counted.
    #[must_use]
    pub fn resolved(&self, resolver: &Resolver) -> Cow<'_, Self> {
        if self.is_ours(resolver) {
            return Cow::Borrowed(self);
        }
        let mut stances: Registers<QuestionId, Option<Stance>> = Registers::new();
        for (id, register) in &self.stances {
            let under = register.under.as_ref();
            let (question, value) = match &register.value {
                Some(stance) => {
                    let (question, option) = option(resolver.option(id, &stance.option, under));
                    (question, Some(Stance { option, ..stance.clone() }))
                }
                None => match resolver.question(id, under) {
                    Resolved::Ours(id) | Resolved::Mapped(_, id) => (id.clone(), None),
                    Resolved::Foreign(..) => continue,
                },
            };
            let register = Register { value, ..register.clone() };
            // Of two that are one now, an answer counts more than none, and then the later one.
            let later = |here: &Register<Option<Stance>>| {
                (register.value.is_some(), &register.stamp) > (here.value.is_some(), &here.stamp)
            };
            if stances.get(&question).is_none_or(later) {
                stances.insert(question, register);
            }
        }
        let mut themes: Registers<ThemeId, bool> = Registers::new();
        for (id, register) in &self.themes {
            let id = resolver.shown(id, register.under.as_ref());
            let later = |here: &Register<bool>| (register.value, &register.stamp) > (here.value, &here.stamp);
            if themes.get(&id).is_none_or(later) {
                themes.insert(id, register.clone());
            }
        }
        Cow::Owned(Self { stances, themes, ..self.clone() })
    }

    fn is_ours(&self, resolver: &Resolver) -> bool {
        let theme = |(id, r): (&ThemeId, &Register<bool>)| resolver.theme(id, r.under.as_ref()) == Resolved::Ours(id);
        let stance = |(id, r): (&QuestionId, &Register<Option<Stance>>)| match &r.value {
            Some(stance) => {
                resolver.option(id, &stance.option, r.under.as_ref()) == Resolved::Ours((id, &stance.option))
            }
            None => resolver.question(id, r.under.as_ref()) == Resolved::Ours(id),
        };
        self.themes.iter().all(theme) && self.stances.iter().all(stance)
    }
}

impl Layer {
    /// The layer as it is shown and counted.
    #[must_use]
    pub fn resolved(&self, resolver: &Resolver) -> Self {
        let records = self.records.iter().map(|(id, record)| (id.clone(), record.resolved(resolver).into_owned()));
        Self { records: records.collect(), extra: self.extra.clone() }
    }
}

impl Decisions {
    /// What a class settled on, as it is shown and counted.
    #[must_use]
    pub fn resolved(&self, resolver: &Resolver) -> Self {
        let mut all = self.clone();
        for register in all.settlements.values_mut() {
            let value = &mut register.value;
            let under = value.under.clone();
            let answers = value.answers.iter().map(|(id, given)| option(resolver.option(id, given, under.as_ref())));
            value.answers = answers.collect();
            if let Themes::Set(set) = &value.themes {
                let mut set: Vec<ThemeId> = set.iter().map(|id| resolver.shown(id, under.as_ref())).collect();
                crate::base::order::short(&mut set, Ord::cmp);
                set.dedup();
                value.themes = Themes::Set(set);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{id::CodebookId, map::Map, stamp::Stamp},
        codebook::{
            book::Book,
            code::Code,
            mapping::{Maps, To},
            sample,
        },
    };

    fn stamp(wall: u64) -> Stamp {
        Stamp { wall, counter: 0, replica: "r".into() }
    }

    #[test]
    fn a_theme_that_went_into_another_is_shown_there_and_its_record_stays() {
        let mut book = Book::of(&sample::codebook(), &sample::stamp());
        let merge = book.delta(
            &book.merge(&"rivalry".into(), &"image".into()),
            &mut crate::base::stamp::Clock::new("r".into()),
            9,
        );
        book.join(&merge);
        let resolver = Resolver::new(&book.settle(), &[], &Map::new(), &Maps::new());
        let mut record = Record::default();
        record.themes.insert("rivalry".into(), Register::new(true, stamp(1)));
        // That the other one was taken back later says nothing of this one.
        record.themes.insert("image".into(), Register::new(false, stamp(2)));
        let before = record.clone();
        assert_eq!(record.resolved(&resolver).themes(), Themes::Set(vec!["image".into()]));
        assert_eq!(record, before);
    }

    #[test]
    fn codes_of_another_codebook_are_ours_only_by_a_map() {
        let ours = sample::codebook();
        let versions = Map::from([("v".into(), CodebookId::from("theirs"))]);
        let mut record = Record::default();
        let given = Some(Stance { option: "supports".into(), confidence: None });
        record.stances.insert("stance".into(), Register::new(given, stamp(1)).under(Some("v".into())));
        record.themes.insert("image".into(), Register::new(true, stamp(1)).under(Some("v".into())));
        let without = Resolver::new(&ours, &[], &versions, &Maps::new());
        let shown = record.resolved(&without);
        assert_eq!((shown.stance(&"stance".into()), shown.has_theme(&"image".into())), (None, false));
        assert!(shown.is_coded(), "it is shown as theirs");
        let to = Some(To::Ours(Code::Theme("rivalry".into())));
        let from = ("theirs".into(), Code::Theme("image".into()));
        let with = Resolver::new(&ours, &[], &versions, &Maps::from([(from, Register::new(to, stamp(3)))]));
        assert!(record.resolved(&with).has_theme(&"rivalry".into()));
    }
}
