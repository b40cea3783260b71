//! The rules of an assignment as a browser remembers them: as they stand in a file, on one line.

use super::{assignment::Assignment, read, write};
use crate::json::{tree::Json, writer::Writer};

/// The rules as they are remembered.
#[must_use]
pub fn text(rules: &Assignment) -> String {
    let mut to = Writer::compact();
    write::assignment(rules, &mut to);
    to.finish()
}

/// What was remembered. `None` for what cannot be read.
#[must_use]
pub fn recalled(text: &str) -> Option<Assignment> {
    let root = Json::parse(text).ok()?;
    Some(read::assignment::rules(root.as_object()?, &mut |_, _| {}))
}
