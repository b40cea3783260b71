//! What a register of a book holds: a value of JSON, in a form that can be compared.

use crate::{
    json::{
        canonical,
        tree::{Json, MAX_DEPTH},
    },
    strings::codebook as strings,
};
use std::{borrow::Cow, sync::Arc};

/// Whole numbers beyond this are not exact in other programs.
const EXACT: u64 = 1 << 53;

/// The longest text of a field, in bytes.
const LONGEST: usize = 100_000;
/// The deepest nesting of a value. Where a plain one stands in a file, it may stand a level further down in the next.
const DEEPEST: usize = MAX_DEPTH - 14;

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing: the field was emptied, or what it belongs to was taken back.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(Arc<str>),
    /// What this program has no field for: its canonical JSON text.
    Other(Arc<str>),
    /// A value beside which a newer program wrote more: the canonical text of an object with that. Whatever is written
    /// next in the same place does not inherit it.
    Beside(Box<Value>, Arc<str>),
}

impl Value {
    /// A text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// The value itself, without what stands beside it.
    pub(super) fn plain(&self) -> &Self {
        if let Self::Beside(value, _) = self { value.plain() } else { self }
    }

    /// True when it says nothing.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self.plain() == Self::Null
    }

    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&Arc<str>> {
        if let Self::Text(text) = self.plain() { Some(text) } else { None }
    }

    /// The text, unless it is blank or none.
    pub(super) fn words(&self) -> Option<&Arc<str>> {
        self.text().filter(|text| !text.trim().is_empty())
    }

    /// True when it says yes.
    pub(super) fn is_set(&self) -> bool {
        *self.plain() == Self::Flag(true)
    }

    /// Why it is more than a field may hold, if it is.
    pub(super) fn excess(&self) -> Option<&'static str> {
        if self.size() > LONGEST {
            Some(strings::text_too_long())
        } else if self.is_deep() {
            Some(strings::value_too_deep())
        } else {
            None
        }
    }

    fn is_deep(&self) -> bool {
        let deep = |text: &str| Json::parse_within(text, DEEPEST).is_err();
        match self {
            Self::Null | Self::Flag(_) | Self::Whole(_) | Self::Text(_) => false,
            Self::Other(text) => deep(text),
            Self::Beside(value, beside) => value.is_deep() || deep(beside),
        }
    }

    /// How many bytes it takes, roughly.
    fn size(&self) -> usize {
        match self {
            Self::Null | Self::Flag(_) | Self::Whole(_) => 0,
            Self::Text(text) | Self::Other(text) => text.len(),
            Self::Beside(value, beside) => value.size() + beside.len(),
        }
    }

    /// The value that stands so in a file.
    pub(crate) fn read(from: &Json<'_>) -> Self {
        let whole = |number: i64| (number.unsigned_abs() <= EXACT).then_some(Self::Whole(number));
        let other = || Self::Other(canonical::text(from).into());
        match from {
            Json::Null => Self::Null,
            Json::Bool(flag) => Self::Flag(*flag),
            Json::Whole(number) => i64::try_from(*number).ok().and_then(whole).unwrap_or_else(other),
            Json::Number(text) => {
                let number = text.parse::<i64>().ok().filter(|number| number.to_string() == **text || *number == 0);
                number.and_then(whole).unwrap_or_else(other)
            }
            Json::Text(text) => Self::of(text),
            Json::List(_) | Json::Object(_) => other(),
        }
    }

    /// The value with what a newer program wrote beside it.
    pub(crate) fn and(self, beside: &Json<'_>) -> Self {
        Self::Beside(Box::new(self), canonical::text(beside).into())
    }

    /// What a newer program wrote beside it: the fields of an object.
    pub(crate) fn beside(&self) -> Option<Json<'static>> {
        let Self::Beside(_, beside) = self else { return None };
        Json::parse_within(beside, MAX_DEPTH).ok().map(|beside| beside.keep())
    }

    /// The value as it stands in a file, without what stands beside it.
    pub(crate) fn json(&self) -> Json<'static> {
        match self {
            Self::Null => Json::Null,
            Self::Flag(flag) => Json::Bool(*flag),
            Self::Whole(number) => {
                u64::try_from(*number).map_or_else(|_| Json::Number(number.to_string().into()), Json::Whole)
            }
            Self::Text(text) => Json::Text(Cow::Owned(text.as_ref().to_owned())),
            Self::Other(text) => Json::parse_within(text, MAX_DEPTH).map_or(Json::Null, |value| value.keep()),
            Self::Beside(value, _) => value.json(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_leave_as_they_came() {
        let kept = |text: &str| canonical::text(&Value::read(&Json::parse(text).expect("is JSON")).json());
        for text in ["null", "true", "-7", "9007199254740993", "1.50", "\"é\"", "[1,{\"a\":null}]"] {
            assert_eq!(kept(text), text);
        }
        assert_eq!(kept("{\"b\": 1, \"a\": [ ]}"), "{\"a\":[],\"b\":1}");
        assert_eq!(Value::read(&Json::Number("-0".into())), Value::Whole(0));
    }
}
