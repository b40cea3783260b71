//! The file of the rescue page: all that both stores of a browser held, key by key, as it was stored.
//!
//! Nothing in it is trusted: each operation carries its own checksum and is read again as at any start. What is damaged is
//! named and left in the file.

use super::bundle::read::MAX_BYTES;
use crate::{
    base::{
        id::AnnotatorId,
        order,
        problem::{Place, Problem},
        stamp::Stamp,
    },
    json::tree::Json,
    keep::{
        ledger::Ledger,
        operation::{Operation, OperationError, decode},
        startup::{Pair, is_newer_key, is_operation},
    },
    strings::exchange as strings,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What the file says of itself.
const FORMAT: &str = "postil-rescue";
/// What stands before an open text field's key.
const DRAFT: &str = "postil/1/draft/";

/// What a rescue file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescue {
    /// Operations of local storage.
    pub local: Vec<Pair>,
    /// Operations of the journal.
    pub journal: Vec<Pair>,
    /// Texts of articles by their ids.
    pub articles: Vec<Pair>,
    /// Text fields that were not yet left.
    pub drafts: Vec<Pair>,
    /// Values that are no texts at all, which nothing of ours ever was.
    pub odd: Vec<Arc<str>>,
}

/// True for a text that says it is a rescue file, near its beginning.
#[must_use]
pub fn is_rescue(text: &str) -> bool {
    let head: String = text.chars().take(120).filter(|c| !c.is_whitespace()).collect();
    head.contains("\"format\":\"postil-rescue\"")
}

/// Reads a rescue file.
///
/// # Errors
/// When it is no rescue file of this version, or cut off.
pub fn read(text: &str) -> Result<Rescue, Problem> {
    let fatal = |sentence: &str| Problem::fatal(Place::File, sentence.to_owned());
    if text.len() > 2 * MAX_BYTES {
        return Err(fatal(strings::rescue_too_large()));
    }
    let text = whole(text);
    let json = Json::parse(&text).map_err(|_| fatal(strings::rescue_incomplete()))?;
    let root = json.as_object().filter(|root| root.get("format").and_then(Json::as_str) == Some(FORMAT));
    let root = root.ok_or_else(|| fatal(strings::not_a_rescue_file()))?;
    if root.get("version").and_then(Json::as_u64) != Some(1) {
        return Err(fatal(strings::newer()));
    }
    let mut rescue = Rescue::default();
    for place in ["localStorage", "journal", "articles"] {
        let values = root.get(place).and_then(Json::as_object).into_iter().flat_map(|values| values.iter());
        for (key, value) in values {
            let key: Arc<str> = key.into();
            let Some(value) = value.as_str().map(Arc::<str>::from) else {
                rescue.odd.push(key);
                continue;
            };
            match place {
                "articles" => rescue.articles.push((key, value)),
                "journal" if is_operation(&key) => rescue.journal.push((key, value)),
                "localStorage" if is_operation(&key) => rescue.local.push((key, value)),
                "localStorage" if key.starts_with(DRAFT) => rescue.drafts.push((key, value)),
                // What belongs to one browser alone, or to nobody: the reserve, the hint.
                _ => {}
            }
        }
    }
    Ok(rescue)
}

/// What of a rescue file can be stored again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// Operations that are good in at least one of the two stores, without those that a good snapshot holds.
    pub operations: Vec<Pair>,
    /// The keys of those that are good in neither.
    pub damaged: Vec<Arc<str>>,
    /// True when a newer Postil wrote any of it.
    pub newer: bool,
}

impl Rescue {
    /// Reads all operations again, each by its own checksum.
    #[must_use]
    pub fn whole(&self) -> Whole {
        let mut whole = Whole::default();
        let mut read: BTreeMap<Arc<str>, (Arc<str>, Operation)> = BTreeMap::new();
        for (key, value) in self.local.iter().chain(&self.journal).filter(|(key, _)| is_operation(key)) {
            whole.newer |= is_newer_key(key);
            match decode(value) {
                Ok(operation) => _ = read.entry(Arc::clone(key)).or_insert_with(|| (Arc::clone(value), operation)),
                Err(OperationError::Newer) => whole.newer = true,
                Err(_) => whole.damaged.push(Arc::clone(key)),
            }
        }
        whole.damaged.retain(|key| !read.contains_key(key));
        order::short(&mut whole.damaged, Ord::cmp);
        whole.damaged.dedup();
        let mut snapshots = Ledger::default();
        for (key, (_, operation)) in &read {
            if let Operation::Snapshot(snapshot) = operation {
                snapshots.know(key, snapshot, false);
            }
        }
        let covered = |key: &str| snapshots.holds(key);
        let mut operations: Vec<Pair> = Vec::new();
        for (key, (value, _)) in read.iter().filter(|(key, _)| !covered(key)) {
            operations.push((Arc::clone(key), Arc::clone(value)));
        }
        whole.damaged.retain(|key| !covered(key));
        Whole { operations, ..whole }
    }
}

/// The text without halves of characters: JavaScript can store them and writes them as escapes, but no text here can hold
/// them. Whatever they stood in fails its checksum then, and is named.
fn whole(text: &str) -> Cow<'_, str> {
    let unit =
        |at: usize| u32::from_str_radix(text.get(at + 2..at + 6)?, 16).ok().filter(|_| text[at..].starts_with("\\u"));
    let (mut at, mut done, mut mended) = (0, 0, String::new());
    while let Some(found) = text[at..].find('\\') {
        let escape = at + found;
        at = match unit(escape) {
            Some(0xD800..=0xDBFF) if unit(escape + 6).is_some_and(|low| (0xDC00..=0xDFFF).contains(&low)) => {
                escape + 12
            }
            Some(0xD800..=0xDFFF) => {
                mended.push_str(&text[done..escape]);
                mended.push('\u{FFFD}');
                done = escape + 6;
                done
            }
            // Past whatever is escaped, which may be a backslash.
            _ => escape + 1 + text[escape + 1..].chars().next().map_or(0, char::len_utf8),
        };
    }
    if mended.is_empty() {
        return text.into();
    }
    mended.push_str(&text[done..]);
    mended.into()
}

/// The last of those who tagged, by their own changes: who this browser belongs to when the operation that said so is lost.
/// Imports do not count, and neither does what a class decided.
#[must_use]
pub fn who_tagged<'a>(operations: impl Iterator<Item = &'a Pair>) -> Option<AnnotatorId> {
    let mut last: Option<(Stamp, AnnotatorId)> = None;
    let mut seen: BTreeSet<Arc<str>> = BTreeSet::new();
    for (_, value) in operations.filter(|(key, _)| is_operation(key) && seen.insert(Arc::clone(key))) {
        let Ok(Operation::Change(delta)) = decode(value) else { continue };
        for (key, layer) in delta.layers.values().flatten() {
            for record in layer.records.values() {
                record.each_stamp(|stamp| {
                    if last.as_ref().is_none_or(|(latest, _)| stamp > latest) {
                        last = Some((stamp.clone(), key.annotator.clone()));
                    }
                });
            }
        }
    }
    last.map(|(_, annotator)| annotator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_characters_are_replaced_and_pairs_stay() {
        let check = |text: &str, expected: &str| assert_eq!(whole(text), expected);
        check(r#""a\ud83d\ude00b""#, r#""a\ud83d\ude00b""#);
        check(r#""a\ud83db""#, "\"a\u{FFFD}b\"");
        check(r#""\ude00\ud83d""#, "\"\u{FFFD}\u{FFFD}\"");
        check(r#""\\ud83d""#, r#""\\ud83d""#);
        check(r#""\\\ud83d""#, "\"\\\\\u{FFFD}\"");
        check(r#""\ud83d\u0041""#, "\"\u{FFFD}\\u0041\"");
        check("\"\\ud83", "\"\\ud83");
    }

    #[test]
    fn says_what_is_no_rescue_file() {
        for (text, word) in [
            ("{\"format\": \"postil-rescue\", \"version\": 1, \"local", "incomplete"),
            ("{\"format\": \"postil-rescue\", \"version\": 2}", "newer"),
            ("{\"format\": \"postil\", \"version\": 1}", "does not say"),
        ] {
            let problem = read(text).unwrap_err();
            assert!(problem.sentence.contains(word), "{}", problem.sentence);
        }
        assert!(is_rescue("{ \"format\": \"postil-rescue\", \"version\": 1 }"));
        assert!(!is_rescue("{\"format\":\"postil\"}"));
    }
}
