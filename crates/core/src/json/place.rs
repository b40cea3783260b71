//! Finds the line on which a JSON path begins, for messages. Runs only when there is something to report.

use super::tree::Json;

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An item of an array, from 0.
    Item(usize),
}

/// The path as people read it: `layers[2].records`. Names are cut at 40 characters: a hostile one can be a book.
#[must_use]
pub(crate) fn display(steps: &[Step<'_>]) -> String {
    let mut out = String::new();
    for step in steps {
        match step {
            Step::Field(name) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.extend(name.chars().take(40));
                if name.chars().nth(40).is_some() {
                    out.push('…');
                }
            }
            Step::Item(n) => out.push_str(&format!("[{n}]")),
        }
    }
    out
}

/// The line, from 1, on which the value at `steps` begins in `text`, which must be valid JSON. `None` when there is no
/// such value.
#[must_use]
pub(crate) fn line_of(text: &str, steps: &[Step<'_>]) -> Option<usize> {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    for step in steps {
        scan.space();
        match step {
            Step::Field(name) => scan.enter_field(name)?,
            Step::Item(n) => scan.enter_item(*n)?,
        }
    }
    scan.space();
    Some(1 + scan.bytes.get(..scan.at)?.iter().filter(|b| **b == b'\n').count())
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        self.space();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn enter_field(&mut self, name: &str) -> Option<()> {
        self.take(b'{')?;
        loop {
            self.space();
            let from = self.at;
            self.skip_string()?;
            let key = std::str::from_utf8(self.bytes.get(from..self.at)?).ok()?;
            self.take(b':')?;
            if Json::parse(key).ok()?.as_str() == Some(name) {
                return Some(());
            }
            self.skip_value()?;
            self.take(b',')?;
        }
    }

    fn enter_item(&mut self, n: usize) -> Option<()> {
        self.take(b'[')?;
        for _ in 0..n {
            self.skip_value()?;
            self.take(b',')?;
        }
        Some(())
    }

    fn skip_string(&mut self) -> Option<()> {
        self.take(b'"')?;
        loop {
            match self.peek()? {
                b'\\' => self.at += 2,
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                _ => self.at += 1,
            }
        }
    }

    /// Skips one value by counting brackets, so no nesting can exhaust the stack.
    fn skip_value(&mut self) -> Option<()> {
        self.space();
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                _ => self.at += 1,
            }
            if depth == 0 && matches!(self.peek(), None | Some(b',' | b'}' | b']')) {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_lines() {
        let text = "{\n \"a\\\"\": [1,\n {\"x\": \"}\"},\n 3],\n \"b\": {\"c\":\n true}}";
        let field = Step::Field;
        assert_eq!(line_of(text, &[field("a\""), Step::Item(2)]), Some(4));
        assert_eq!(line_of(text, &[field("b"), field("c")]), Some(6));
        assert_eq!(line_of(text, &[field("b"), field("d")]), None);
        assert_eq!(display(&[field("b"), Step::Item(2), field("c")]), "b[2].c");
    }
}
