//! How an article is described: its title, its language, and so on. What was changed of it since the article came stands
//! beside it as registers, by the name of the field. Of none of it the article's id is made.

use crate::{
    base::{register::Registers, script::Direction},
    json::extra::Extra,
};
use std::sync::Arc;

/// Changed descriptions by the field's name in files. A name that is not known is one of a newer program's.
pub type Described = Registers<Arc<str>, Arc<str>>;

/// The name of the title's field.
pub const TITLE: &str = "title";
/// The name of the language's field.
pub const LANGUAGE: &str = "language";
/// The name of the direction's field.
pub const DIRECTION: &str = "direction";
/// All that can be changed.
pub const FIELDS: [&str; 6] = [TITLE, "byline", "source", "date", LANGUAGE, DIRECTION];

/// What heads an article and can change without touching its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masthead {
    /// The title.
    pub title: Arc<str>,
    /// Who wrote it.
    pub byline: Option<Arc<str>>,
    /// Where it was published.
    pub source: Option<Arc<str>>,
    /// When, as the source gives it.
    pub date: Option<Arc<str>>,
    /// The language as a BCP 47 tag; empty when nobody said it.
    pub language: Arc<str>,
    /// Which way the text runs, if somebody said it.
    pub direction: Direction,
    /// What was changed of all this since, which it says already.
    pub described: Described,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Masthead {
    /// A masthead that knows only a title.
    pub fn titled(title: impl Into<Arc<str>>) -> Self {
        Self {
            title: title.into(),
            byline: None,
            source: None,
            date: None,
            language: "".into(),
            direction: Direction::Auto,
            described: Described::new(),
            extra: Extra::new(),
        }
    }

    /// What a field says; empty when it says nothing.
    #[must_use]
    pub fn field(&self, name: &str) -> Arc<str> {
        let line = |line: &Option<Arc<str>>| line.clone().unwrap_or_default();
        match name {
            TITLE => Arc::clone(&self.title),
            "byline" => line(&self.byline),
            "source" => line(&self.source),
            "date" => line(&self.date),
            LANGUAGE => Arc::clone(&self.language),
            DIRECTION => self.direction.word().into(),
            _ => Arc::from(""),
        }
    }

    /// Takes in what was changed. True when the description is another one then.
    pub fn take(&mut self, changed: &Described) -> bool {
        if changed.is_empty() {
            return false;
        }
        let before = self.clone();
        self.described.join(changed);
        for (name, register) in &self.described {
            let value = &register.value;
            let line = || (!value.is_empty()).then(|| Arc::clone(value));
            match &**name {
                // An article without a title would stand in no list.
                TITLE if !value.is_empty() => self.title = Arc::clone(value),
                "byline" => self.byline = line(),
                "source" => self.source = line(),
                "date" => self.date = line(),
                LANGUAGE => self.language = Arc::clone(value),
                DIRECTION => self.direction = Direction::from_word(value).unwrap_or(self.direction),
                _ => {}
            }
        }
        *self != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{register::Register, stamp::Stamp};

    fn changed(name: &str, value: &str, wall: u64) -> Described {
        let stamp = Stamp { wall, counter: 0, replica: "r".into() };
        std::iter::once((name.into(), Register::new(value.into(), stamp))).collect()
    }

    #[test]
    fn the_latest_change_of_each_field_counts_in_whichever_order_they_come() {
        let all = [
            changed(TITLE, "Bees", 2),
            changed(TITLE, "Wasps", 1),
            changed("date", "1923", 1),
            changed("date", "", 2),
            changed(LANGUAGE, "de", 1),
            changed(DIRECTION, "rtl", 1),
            changed("translator", "Ann", 1),
        ];
        let (mut one, mut two) = (Masthead::titled("T"), Masthead::titled("T"));
        all.iter().for_each(|each| _ = one.take(each));
        all.iter().rev().for_each(|each| _ = two.take(each));
        assert_eq!(one, two);
        let said = FIELDS.map(|name| one.field(name).to_string());
        assert_eq!(said, ["Bees", "", "", "", "de", "rtl"]);
        assert!(!one.take(&all[0]), "nothing new");
    }

    #[test]
    fn what_cannot_be_changes_nothing() {
        let mut masthead = Masthead::titled("T");
        masthead.take(&changed(TITLE, "", 1));
        masthead.take(&changed(DIRECTION, "sideways", 1));
        assert_eq!((&*masthead.title, masthead.direction), ("T", Direction::Auto));
    }
}
