//! Writes JSON, piece by piece: in one line for stored operations, as an outline for files that people compare.
//!
//! One writer for all, and no derived code: a serializer made anew for every type weighs more than the rest of the
//! formats together.

use super::tree::Json;

/// In an outline, objects and arrays nested deeper than this stand on one line.
const OPEN_LEVELS: usize = 4;

/// A JSON text in the making.
pub struct Writer {
    out: Vec<u8>,
    outline: bool,
    depth: usize,
    filled: bool,
}

impl Writer {
    /// A writer of one line without spaces.
    #[must_use]
    pub fn compact() -> Self {
        Self { out: Vec::new(), outline: false, depth: 0, filled: false }
    }

    /// A writer of an outline: a line for each field and item down to the fourth level.
    #[must_use]
    pub(crate) fn outline() -> Self {
        Self { outline: true, ..Self::compact() }
    }

    /// The text.
    #[must_use]
    pub fn finish(self) -> String {
        // Only whole strings and ASCII were put in.
        String::from_utf8(self.out).unwrap_or_default()
    }

    /// Begins an object.
    pub fn object(&mut self) {
        self.begin(b'{');
    }

    /// Ends the object begun last.
    pub fn end_object(&mut self) {
        self.end(b'}');
    }

    /// Begins an array.
    pub(crate) fn list(&mut self) {
        self.begin(b'[');
    }

    /// Ends the array begun last.
    pub(crate) fn end_list(&mut self) {
        self.end(b']');
    }

    /// Goes on to the next item of an array: its value comes next.
    pub(crate) fn item(&mut self) {
        if self.filled {
            self.out.push(b',');
        }
        if self.outline && self.depth <= OPEN_LEVELS {
            self.line();
        } else if self.outline && self.filled {
            self.out.push(b' ');
        }
        self.filled = true;
    }

    /// Goes on to a field of an object: its value comes next.
    pub fn field(&mut self, name: &str) {
        self.item();
        self.text(name);
        self.out.extend_from_slice(if self.outline { b": " } else { b":" });
    }

    /// A string.
    pub(crate) fn text(&mut self, text: &str) {
        // A string can always be written.
        self.out.append(&mut serde_json::to_vec(text).unwrap_or_default());
    }

    /// A whole number.
    pub fn number(&mut self, number: u64) {
        self.out.extend_from_slice(number.to_string().as_bytes());
    }

    /// `true` or `false`.
    pub fn flag(&mut self, flag: bool) {
        self.out.extend_from_slice(if flag { b"true" } else { b"false" });
    }

    /// `null`.
    pub(crate) fn null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    /// A string, or `null`.
    pub(crate) fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// Text that is JSON already.
    pub(crate) fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// A field that holds a string.
    pub fn text_field(&mut self, name: &str, text: &str) {
        self.field(name);
        self.text(text);
    }

    /// A field that holds a string, left out when there is none.
    pub(crate) fn text_field_if(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text_field(name, text);
        }
    }

    /// A value of unknown shape.
    pub(crate) fn value(&mut self, value: &Json<'_>) {
        match value {
            Json::Null => self.null(),
            Json::Bool(flag) => self.flag(*flag),
            Json::Whole(number) => self.number(*number),
            Json::Number(number) => self.raw(number),
            Json::Text(text) => self.text(text),
            Json::List(items) => {
                self.list();
                for item in items {
                    self.item();
                    self.value(item);
                }
                self.end_list();
            }
            Json::Object(fields) => {
                self.object();
                for (name, value) in fields.iter() {
                    self.field(name);
                    self.value(value);
                }
                self.end_object();
            }
        }
    }

    fn begin(&mut self, bracket: u8) {
        self.depth += 1;
        self.filled = false;
        self.out.push(bracket);
    }

    fn end(&mut self, bracket: u8) {
        self.depth = self.depth.saturating_sub(1);
        if self.outline && self.filled && self.depth < OPEN_LEVELS {
            self.line();
        }
        self.filled = true;
        self.out.push(bracket);
    }

    fn line(&mut self) {
        self.out.push(b'\n');
        self.out.resize(self.out.len() + 2 * self.depth, b' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn outlines_and_keeps_deep_things_on_a_line() {
        let mut writer = Writer::outline();
        let text = r#"{"a": [], "b": {"c": [{"d": [{"e": [1, {"f": "g"}]}, 2]}]}}"#;
        writer.value(&Json::parse(text).expect("is JSON"));
        expect![[r#"
            {
              "a": [],
              "b": {
                "c": [
                  {
                    "d": [{"e": [1, {"f": "g"}]}, 2]
                  }
                ]
              }
            }"#]]
        .assert_eq(&writer.finish());
    }

    #[test]
    fn one_line_is_as_serde_json_writes_it() {
        let text = r#"{"a": [], "b": {"c": [null, true, -1.5, "x\"\n\u0001é"]}, "": {}}"#;
        let mut writer = Writer::compact();
        writer.value(&Json::parse(text).expect("is JSON").keep());
        let value: serde_json::Value = serde_json::from_str(text).expect("is JSON");
        assert_eq!(writer.finish(), value.to_string());
    }
}
