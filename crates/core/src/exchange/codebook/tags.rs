//! The table of Taguette: `tag,description`.
//!
//! A tag is a path. Taguette has no parents in the versions that people use, so what is held by another is written after
//! that one's name and a dot, as its users do; read, only what begins with the name of another tag is taken for such a path.

use super::{
    description,
    finding::{Findings, line},
    foreign::{Code, assemble},
};
use crate::{
    base::{
        digest,
        map::Map,
        problem::{Place, Problem},
    },
    codebook::{Codebook, Theme},
    exchange::csv::{self, Row},
    strings::exchange as strings,
};

/// The longest path that Taguette takes, in characters.
const LONGEST: usize = 200;
/// The columns that may hold the path, and what Taguette itself writes beside.
const PATHS: [&str; 3] = ["tag", "path", "name"];
const COUNTS: [&str; 2] = ["number of highlights", "number of documents"];

/// Tags that were written, each once.
#[derive(Default)]
struct Tags {
    out: String,
    paths: Map<String, ()>,
}

impl Tags {
    /// Writes a tag and returns the path that it has: another one has to go by a number.
    fn put(&mut self, above: Option<&str>, label: &str, description: &str) -> String {
        let whole = above.map_or_else(|| label.to_owned(), |above| format!("{above}.{label}"));
        let mut path: String = whole.trim().chars().take(LONGEST).collect();
        let mut number = 2;
        while self.paths.contains_key(&path) {
            let end = format!(" ({number})");
            path = whole.trim().chars().take(LONGEST - end.len()).chain(end.chars()).collect();
            number += 1;
        }
        csv::write([path.as_str(), description], &mut self.out);
        self.paths.insert(path.clone(), ());
        path
    }
}

/// Writes the table.
pub(super) fn write(codebook: &Codebook) -> String {
    let mut tags = Tags::default();
    csv::write(["tag", "description"], &mut tags.out);
    for question in codebook.asked() {
        let path = tags.put(None, "Stance", &description::of_question(question, &question.prompt));
        for option in question.offered() {
            tags.put(Some(&path), &option.label, &description::of_option(option));
        }
    }
    let mut paths: Map<&str, String> = Map::new();
    for (theme, above) in shown(codebook) {
        let above = above.and_then(|above| paths.get(above.id.as_str()));
        let path = tags.put(above.map(String::as_str), &theme.label, &description::of_theme(theme));
        paths.insert(theme.id.as_str(), path);
    }
    tags.out
}

/// The themes that are offered, each after the one that holds it, and with that one. What an archived one held goes to
/// what holds that.
pub(super) fn shown(codebook: &Codebook) -> Vec<(&Theme, Option<&Theme>)> {
    let places: Map<&str, usize> = codebook.themes.iter().enumerate().map(|(at, t)| (t.id.as_str(), at)).collect();
    let holder = |theme: &Theme| theme.parent.as_ref().and_then(|id| places.get(id.as_str()).copied());
    let is_shown = |theme: &Theme| !theme.archived && theme.merged_into.is_none();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); codebook.themes.len()];
    let mut open = Vec::new();
    for (at, theme) in codebook.themes.iter().enumerate().filter(|(_, theme)| is_shown(theme)) {
        let mut above = holder(theme);
        // A codebook that was read has no circles; one that was not is no reason to go round for ever.
        for _ in 0..codebook.themes.len() {
            match above {
                Some(up) if !is_shown(&codebook.themes[up]) => above = holder(&codebook.themes[up]),
                _ => break,
            }
        }
        match above.filter(|up| is_shown(&codebook.themes[*up])) {
            Some(up) => below[up].push(at),
            None => open.push((at, None)),
        }
    }
    open.reverse();
    let mut all = Vec::new();
    while let Some((at, above)) = open.pop() {
        all.push((&codebook.themes[at], above.map(|up: usize| &codebook.themes[up])));
        open.extend(below[at].iter().rev().map(|held| (*held, Some(at))));
    }
    all
}

/// Reads the rows of a table.
pub(super) fn read(title: &str, rows: &[Row], found: &mut Findings) -> Result<Codebook, Problem> {
    let (head, rows) = rows.split_first().map_or((&[][..], rows), |(head, rows)| (&head.cells[..], rows));
    let names: Vec<String> = head.iter().map(|cell| csv::said(cell).trim().to_lowercase()).collect();
    let column = |name: &str| names.iter().position(|own| own == name);
    let Some(tag) = PATHS.iter().find_map(|name| column(name)) else {
        let sentence = strings::not_a_table();
        return Err(Problem::fatal(line(1), sentence));
    };
    let (about, parent) = (column("description"), column("parent"));
    let known = |at: usize| [Some(tag), about, parent].contains(&Some(at)) || COUNTS.contains(&names[at].as_str());
    for at in (0..names.len()).filter(|at| !known(*at) && !names[*at].is_empty()) {
        let name: String = names[at].chars().take(60).collect();
        found.skipped(line(1), strings::column_left_out(&name));
    }
    let cell = |row: &'_ Row, at: Option<usize>| {
        at.and_then(|at| row.cells.get(at)).map_or(String::new(), |cell| csv::said(cell).trim().to_owned())
    };
    let mut places: Map<String, usize> = Map::new();
    let mut tags: Vec<(String, &Row)> = Vec::new();
    for row in rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())) {
        match cell(row, Some(tag)) {
            path if path.is_empty() => found.skipped(line(row.line), strings::tag_without_name()),
            path if places.contains_key(&path) => found.skipped(line(row.line), strings::tag_twice()),
            path => {
                places.insert(path.clone(), tags.len());
                tags.push((path, row));
            }
        }
    }
    let mut above: Vec<Option<usize>> = Vec::with_capacity(tags.len());
    for (path, row) in &tags {
        let named = Some(cell(row, parent)).filter(|named| !named.is_empty());
        above.push(named.as_ref().and_then(|named| places.get(named)).copied().or_else(|| begun(path, &places)));
        if named.is_some_and(|named| !places.contains_key(&named)) {
            found.skipped(line(row.line), strings::parent_missing());
        }
    }
    let all: Vec<String> = tags.iter().map(|(path, row)| format!("{path}\n{}", cell(row, about))).collect();
    let codebook = Codebook::blank(&format!("tags-{}", digest::hex(&all.join("\n\n"), 8)), title);
    let mut order: Vec<Option<usize>> = vec![None; tags.len()];
    let mut codes = Vec::with_capacity(tags.len());
    for at in in_order(&above, found) {
        let ((path, row), above) = (&tags[at], above[at].filter(|up| order[*up].is_some()));
        let rest = above.and_then(|up| path.strip_prefix(&tags[up].0)?.strip_prefix(SEPARATORS));
        order[at] = Some(codes.len());
        codes.push(Code {
            id: digest::hex(&format!("tag:{path}"), 8),
            name: rest.unwrap_or(path).to_owned(),
            description: cell(row, about),
            colour: None,
            parent: above.and_then(|up| order[up]),
            place: line(row.line),
        });
    }
    Ok(assemble(codebook, &codes, found))
}

/// What may stand between the name of a tag and that of one which it holds.
const SEPARATORS: [char; 2] = ['.', '\\'];

/// The longest other tag that a path begins with.
fn begun(path: &str, places: &Map<String, usize>) -> Option<usize> {
    let ends = path.match_indices(SEPARATORS).map(|(at, _)| at);
    ends.filter_map(|at| places.get(path[..at].trim_end())).next_back().copied()
}

/// Places in an order in which what holds others comes before them. What holds itself is held by nothing.
fn in_order(above: &[Option<usize>], found: &mut Findings) -> Vec<usize> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); above.len()];
    let mut open = Vec::new();
    for (at, up) in above.iter().enumerate() {
        match up {
            Some(up) => below[*up].push(at),
            None => open.push(at),
        }
    }
    open.reverse();
    let (mut all, mut seen) = (Vec::new(), vec![false; above.len()]);
    for start in 0..=above.len() {
        // After all that stand by themselves, what is left goes round in circles.
        if let Some(at) = start.checked_sub(1).filter(|at| !seen[*at]) {
            found.notice(Place::File, strings::tags_in_a_circle());
            open.push(at);
        }
        while let Some(at) = open.pop().filter(|_| all.len() < above.len()) {
            if !std::mem::replace(&mut seen[at], true) {
                all.push(at);
                open.extend(below[at].iter().rev());
            }
        }
    }
    all
}
