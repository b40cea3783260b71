//! JSON as a tree that borrows its words from the text: for files, which are read once and thrown away.
//!
//! Stricter than `serde_json::Value`: a name that stands twice in one object is an error, since one of the two would be
//! dropped in silence, and so is nesting deeper than [`MAX_DEPTH`]. Also leaner: small objects are lists, not trees.

use crate::strings::json as strings;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::{borrow::Cow, cell::Cell, fmt};

/// The deepest nesting that is read. Unknown fields are stored again inside records, imports and snapshots, up to 12
/// levels further down, and what is stored must stay readable: serde_json reads 127 levels.
pub const MAX_DEPTH: usize = 64;
/// What is said of deeper nesting.
pub(crate) const TOO_DEEP: &str = strings::too_deep();
/// What is said of a file that is made of crumbs.
const TOO_MANY: &str = strings::too_many();
/// A value takes some 60 bytes of memory, so 64 MB of `0,0,0,` would take more than a browser gives. A bundle has one value
/// in 15 bytes or more.
const BYTES_A_VALUE: usize = 8;
/// Values that any text may have.
const FREE_VALUES: usize = 1_000_000;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number from 0.
    Whole(u64),
    /// Any other number, as it was written: nothing here calculates with them, and so they leave as they came.
    Number(Box<str>),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// An object.
    Object(Object<'a>),
}

/// The fields of an object in the order of the text; no name stands twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Json<'a> {
    /// Reads a text.
    ///
    /// # Errors
    /// When it is not JSON, nested too deeply, holds too many values for its size, or names a field twice.
    pub fn parse(text: &'a str) -> Result<Self, serde_json::Error> {
        Self::parse_bounded(text, MAX_DEPTH, FREE_VALUES + text.len() / BYTES_A_VALUE)
    }

    /// Reads a text of our own, as dense as it may be and nested up to `levels` deep; serde_json itself ends at 127.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn parse_within(text: &'a str, levels: usize) -> Result<Self, serde_json::Error> {
        Self::parse_bounded(text, levels, usize::MAX)
    }

    fn parse_bounded(text: &'a str, levels: usize, values: usize) -> Result<Self, serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let value = Level { levels, values: &Cell::new(values) }.deserialize(&mut reader)?;
        reader.end()?;
        Ok(value)
    }

    /// The string, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The truth value, if it is one.
    #[must_use]
    pub(crate) fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The whole number from 0, if it is one.
    #[must_use]
    pub(crate) fn as_u64(&self) -> Option<u64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }

    /// The items, if it is an array.
    #[must_use]
    pub(crate) fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The fields, if it is an object.
    #[must_use]
    pub(crate) fn as_object(&self) -> Option<&Object<'a>> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// A field, if it is an object that has it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// The same value with words of its own, and with the fields of objects in order: equal values are written alike.
    #[must_use]
    pub fn keep(&self) -> Json<'static> {
        match self {
            Self::Null => Json::Null,
            Self::Bool(value) => Json::Bool(*value),
            Self::Whole(number) => Json::Whole(*number),
            Self::Number(number) => Json::Number(number.clone()),
            Self::Text(text) => Json::Text(Cow::Owned(text.as_ref().to_owned())),
            Self::List(items) => Json::List(items.iter().map(Self::keep).collect()),
            Self::Object(object) => {
                let fields = object.in_order().map(|(name, value)| (Cow::Owned(name.to_owned()), value.keep()));
                Json::Object(Object(fields.collect()))
            }
        }
    }
}

impl<'a> FromIterator<(Cow<'a, str>, Json<'a>)> for Object<'a> {
    /// No name may come twice.
    fn from_iter<I: IntoIterator<Item = (Cow<'a, str>, Json<'a>)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl<'a> Object<'a> {
    /// The field with this name.
    #[must_use]
    pub(crate) fn get(&self, name: &str) -> Option<&Json<'a>> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value)
    }

    /// Names and values in the order of the text.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Json<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Names and values in the order of the names.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = (&str, &Json<'a>)> {
        // The names alone are sorted, as in `twice`: a sort for each type would be some kilobytes more.
        let names = self.names();
        let mut fields = vec![None; names.len()];
        for (name, value) in self.iter() {
            if let Ok(at) = names.binary_search(&name) {
                fields[at] = Some((name, value));
            }
        }
        fields.into_iter().flatten()
    }

    fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.0.iter().map(|(name, _)| name.as_ref()).collect();
        names.sort_unstable();
        names
    }

    /// A name that stands twice, if there is one.
    fn twice(&self) -> Option<&str> {
        // Most objects have a handful of fields; comparing all pairs is then the quickest way.
        if self.0.len() <= 12 {
            let pairs = self.0.iter().enumerate();
            let twice = pairs
                .map(|(at, (name, _))| (name, &self.0[..at]))
                .find(|(name, before)| before.iter().any(|(n, _)| n == *name));
            return twice.map(|(name, _)| name.as_ref());
        }
        self.names().windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
    }
}

/// Reads a value that may hold so many levels more; of values there may be so many more in the whole text.
#[derive(Clone, Copy)]
struct Level<'c> {
    levels: usize,
    values: &'c Cell<usize>,
}

impl Level<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        let levels = self.levels.checked_sub(1).ok_or_else(|| E::custom(TOO_DEEP))?;
        Ok(Self { levels, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Json<'de>, D::Error> {
        let left = self.values.get().checked_sub(1).ok_or_else(|| D::Error::custom(TOO_MANY))?;
        self.values.set(left);
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Whole(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value.to_string().into()))
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }
    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_string<E>(self, text: String) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text)))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json<'de>, A::Error> {
        let level = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(level)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut object = Object::default();
        while let Some(name) = map.next_key_seed(Name)? {
            if name == NUMBER {
                if let Json::Text(text) = map.next_value_seed(self)?
                    && let Some(number) = number(&text)
                {
                    return Ok(number);
                }
                return Err(A::Error::custom(NO_NUMBER));
            }
            object.0.push((name, map.next_value_seed(self.deeper()?)?));
        }
        self.deeper::<A::Error>()?;
        match object.twice() {
            None => Ok(Json::Object(object)),
            Some(name) => {
                let name: String = name.chars().take(40).collect();
                Err(A::Error::custom(strings::name_twice(&name)))
            }
        }
    }
}

/// The one name in the map as which serde_json hands over a number that is not whole or too large for 64 bits
/// (`arbitrary_precision`). A field of an unknown object can hardly have it by chance.
const NUMBER: &str = "$serde_json::private::Number";
/// What is said of a file that has it on purpose.
const NO_NUMBER: &str = strings::name_not_allowed();

/// A number from its text, if that is one as JSON writes them: the map may also come from a file that has such a field.
fn number(text: &str) -> Option<Json<'static>> {
    let plain = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = plain.split_once(['e', 'E']).map_or((plain, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(w, f)| (w, Some(f)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let exponent = exponent.map(|e| e.strip_prefix(['+', '-']).unwrap_or(e));
    let right = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    (right && fraction.is_none_or(digits) && exponent.is_none_or(digits)).then(|| Json::Number(text.into()))
}

/// Reads the name of a field.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Cow<'de, str>, D::Error> {
        reader.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(strings::name_expected())
    }
    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(name))
    }
    fn visit_str<E>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use crate::json::{tree::*, writer::Writer};
    use serde_json::Value;

    #[test]
    fn is_the_same_as_serde_json_reads() {
        let text = r#"{"b": [1, -2, 3.5, 1e+30, null, true, "x\"\u00e9"], "a\n": {"": {}}, "z": []}"#;
        let json = Json::parse(text).expect("is JSON");
        let mut writer = Writer::compact();
        writer.value(&json.keep());
        assert_eq!(writer.finish(), serde_json::from_str::<Value>(text).expect("is JSON").to_string());
        assert_eq!(json.get("b").and_then(|b| b.as_list()?.first()?.as_u64()), Some(1));
    }

    #[test]
    fn numbers_leave_as_they_came() {
        let numbers = r#"[0,-0,0.10,-1.50e+07,1e+400,18446744073709551615,18446744073709551616,0.1234567890123456789]"#;
        let mut writer = Writer::compact();
        writer.value(&Json::parse(numbers).expect("is JSON").keep());
        assert_eq!(writer.finish(), numbers);
        assert_eq!(Json::parse("18446744073709551615").expect("is JSON").as_u64(), Some(u64::MAX));
        for text in ["1.", ".5", "01", "-", "1e", "+1", "1 ", "1,2", "0x1", "--1", "1e1e1", "1.2.3"] {
            assert_eq!(number(text), None, "{text}");
            assert!(Json::parse(&format!(r#"{{"{NUMBER}": "{text}"}}"#)).is_err(), "{text}");
        }
    }

    #[test]
    fn refuses_two_fields_of_one_name_and_deep_nesting() {
        let twice = |text: &str| Json::parse(text).map(|_| ()).map_err(|e| e.to_string());
        assert_eq!(
            twice("[{\"a\": 1,\n \"a\": 2}]"),
            Err("The name “a” appears twice in one object. at line 2 column 8".into())
        );
        let many: Vec<String> = (0..40).map(|n| format!("\"{}\": 1", n % 39)).collect();
        assert!(twice(&format!("{{{}}}", many.join(","))).is_err());
        let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(Json::parse(&deep(MAX_DEPTH)).is_ok());
        assert!(Json::parse(&deep(MAX_DEPTH + 1)).is_err_and(|e| e.to_string().starts_with(TOO_DEEP)));
        assert!(Json::parse(&"[".repeat(10_000)).is_err());
    }

    #[test]
    fn refuses_more_values_than_a_file_of_its_size_has() {
        assert!(Json::parse(&format!("[{}0]", "0,".repeat(FREE_VALUES))).is_ok());
        let crumbs = format!("[{}0]", "0,".repeat(FREE_VALUES * 2));
        assert!(Json::parse(&crumbs).is_err_and(|e| e.to_string().starts_with(TOO_MANY)));
        assert!(Json::parse_within(&crumbs, 1).is_ok(), "our own records are dense");
    }
}
