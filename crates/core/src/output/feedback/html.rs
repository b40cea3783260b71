//! HTML as text, for files that are opened outside the app. Nothing of it ever gets into the page itself.

/// A page that is being written. Markup is ours alone: what others wrote goes through [`Html::text`].
#[derive(Default)]
pub(crate) struct Html(String);

impl Html {
    /// Puts markup as it stands.
    pub(crate) fn markup(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Puts words, in an element or inside the quotation marks of an attribute.
    pub(crate) fn text(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // Browsers take no control characters, written out or not.
                c if c.is_control() && c != '\n' && c != '\t' => self.0.push(' '),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Puts a number.
    pub(crate) fn number(&mut self, number: u64) -> &mut Self {
        self.0.push_str(&number.to_string());
        self
    }

    /// Puts words between an opening and a closing tag.
    pub(crate) fn around(&mut self, open: &'static str, words: &str, close: &'static str) -> &mut Self {
        self.markup(open).text(words).markup(close)
    }

    /// The whole text.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}
