//! The schema beside a file: which of its fields stand there, and which objects say more than it knows.

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Where a part of the schema has those of which all hold, or one.
const PARTS: [&str; 3] = ["anyOf", "oneOf", "allOf"];

/// A part of the schema, with its place.
type Part<'a> = (String, &'a Map<String, Value>);

/// What is done with an object of a file and the parts of the schema that speak of it.
type Visit<'a, 'v> = dyn FnMut(&[Part<'a>], &Map<String, Value>) + 'v;

/// The parts of the schema that speak of a value, with their places: itself, what it refers to, and its alternatives.
fn parts<'a>(schema: &'a Value, at: &str, found: &mut Vec<Part<'a>>) {
    let Some(part) = schema.pointer(at).and_then(Value::as_object) else { return };
    found.push((at.to_owned(), part));
    if let Some(to) = part.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix('#')) {
        parts(schema, to, found);
    }
    for word in PARTS {
        let alternatives = part.get(word).and_then(Value::as_array).map_or(0, Vec::len);
        (0..alternatives).for_each(|n| parts(schema, &format!("{at}/{word}/{n}"), found));
    }
}

/// Visits every object of a file with the parts of the schema that speak of it.
fn walk<'a>(schema: &'a Value, at: &str, value: &Value, visit: &mut Visit<'a, '_>) {
    let mut here = Vec::new();
    parts(schema, at, &mut here);
    if let Value::Object(fields) = value {
        visit(&here, fields);
        for (name, field) in fields {
            for (at, part) in &here {
                if part.get("properties").and_then(|known| known.get(name)).is_some() {
                    walk(schema, &format!("{at}/properties/{name}"), field, visit);
                } else if part.contains_key("additionalProperties") {
                    walk(schema, &format!("{at}/additionalProperties"), field, visit);
                }
            }
        }
    }
    for item in value.as_array().into_iter().flatten() {
        for (at, _) in here.iter().filter(|(_, part)| part.contains_key("items")) {
            walk(schema, &format!("{at}/items"), item, visit);
        }
    }
}

/// Notes which fields of the schema stand in a file.
pub(super) fn meet(schema: &Value, at: &str, file: &Value, met: &mut BTreeSet<String>) {
    walk(schema, at, file, &mut |parts, fields| {
        for (at, part) in parts {
            let known = part.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::keys);
            known.filter(|name| fields.contains_key(*name)).for_each(|name| _ = met.insert(format!("{at}/{name}")));
        }
    });
}

/// Notes which objects of the schema say in a file what none of the parts that speak of them knows.
pub(super) fn unknown(schema: &Value, at: &str, file: &Value, with: &mut BTreeSet<String>) {
    walk(schema, at, file, &mut |parts, fields| {
        let knows = |name: &String| {
            parts.iter().any(|(_, part)| part.get("properties").and_then(|known| known.get(name)).is_some())
        };
        if fields.keys().any(|name| !knows(name)) {
            with.extend(parts.iter().filter(|(_, part)| part.contains_key("properties")).map(|(at, _)| at.clone()));
        }
    });
}

/// The places of all that the schema says of objects.
pub(super) fn objects(schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    gather(schema, "", &mut found);
    found
}

/// Every field of the schema.
pub(super) fn fields(schema: &Value) -> Vec<String> {
    let names = |at: &String| {
        let known = schema.pointer(&format!("{at}/properties")).and_then(Value::as_object).cloned();
        known.into_iter().flatten().map(|(name, _)| name)
    };
    objects(schema).iter().flat_map(|at| names(at).map(move |name| format!("{at}/{name}"))).collect()
}

fn gather(schema: &Value, at: &str, found: &mut Vec<String>) {
    let Some(part) = schema.pointer(at) else { return };
    if part.get("properties").is_some() {
        found.push(at.to_owned());
    }
    for word in ["properties", "$defs"] {
        for name in part.get(word).and_then(Value::as_object).into_iter().flat_map(Map::keys) {
            gather(schema, &format!("{at}/{word}/{name}"), found);
        }
    }
    for word in ["items", "additionalProperties"] {
        gather(schema, &format!("{at}/{word}"), found);
    }
    for word in PARTS {
        let alternatives = part.get(word).and_then(Value::as_array).map_or(0, Vec::len);
        (0..alternatives).for_each(|n| gather(schema, &format!("{at}/{word}/{n}"), found));
    }
}
