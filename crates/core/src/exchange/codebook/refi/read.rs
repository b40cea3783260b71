//! Reads a REFI-QDA codebook, by somebody else's reading of XML: strict, so a file that was cut off is refused where it ends.

use super::super::{
    description::Description,
    finding::Findings,
    foreign::{Code, MAX_CODES, assemble},
    guid,
};
use crate::{
    base::{
        digest,
        problem::{Place, Problem},
    },
    codebook::{Codebook, code::is_id},
    strings::exchange as strings,
};
use roxmltree::{Document, Error, Node, ParsingOptions};
use std::sync::Arc;

/// What the name of a question’s group begins with.
pub(super) const STANCE: &str = "Stance: ";
/// The most nodes of a file: each code is a handful.
const MAX_NODES: u32 = 200_000;
/// The deepest nesting of codes.
const MAX_DEPTH: usize = 64;

/// Reads the file.
pub(crate) fn read(title: &str, text: &str, found: &mut Findings) -> Result<Codebook, Problem> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| refused(text, &error))?;
    let root = document.root_element();
    // Projects have their codebook inside.
    let book = [root].into_iter().chain(children(root, "CodeBook")).find(|node| node.has_tag_name_of("CodeBook"));
    let Some(book) = book else {
        return Err(Problem::fatal(place(root), strings::not_refi()));
    };
    let mut reader = Reader { codes: Vec::new(), headings: Vec::new() };
    for codes in children(book, "Codes") {
        reader.codes(codes)?;
    }
    if reader.codes.is_empty() {
        return Err(Problem::fatal(place(book), strings::no_codes()));
    }
    if let [first, rest @ ..] = &reader.headings[..] {
        let sentence = if rest.is_empty() {
            strings::heading_is_theme(first)
        } else {
            strings::headings_are_themes(first, rest.len())
        };
        found.notice(Place::File, sentence);
    }
    let sets = children(book, "Sets").flat_map(|sets| children(sets, "Set"));
    let foreign: Vec<Node<'_, '_>> =
        sets.filter(|set| !set.attribute("name").unwrap_or("").starts_with(STANCE)).collect();
    if let Some(first) = foreign.first() {
        found.skipped(place(*first), strings::sets_left_out(foreign.len()));
    }
    let ids = reader.codes.iter().map(|code| code.id.as_str()).collect::<Vec<_>>().join(" ");
    let id = format!("refi-{}", digest::hex(&ids, 8));
    Ok(assemble(Codebook::blank(&id, title), &reader.codes, found))
}

struct Reader {
    codes: Vec<Code>,
    /// The names of codes that cannot be chosen there.
    headings: Vec<String>,
}

impl Reader {
    /// All codes in their order, each after the one that holds it. Not by recursion: a file may be nested as deeply as it
    /// likes, and is refused for that.
    fn codes(&mut self, codes: Node<'_, '_>) -> Result<(), Problem> {
        let mut open: Vec<(Node<'_, '_>, Option<usize>, usize)> = Vec::new();
        let below = |of, above, depth| {
            let mut all: Vec<_> = children(of, "Code").map(|code| (code, above, depth)).collect();
            all.reverse();
            all
        };
        open.extend(below(codes, None, 1));
        while let Some((code, above, depth)) = open.pop() {
            if depth > MAX_DEPTH || self.codes.len() >= MAX_CODES {
                let sentence = strings::refi_too_deep();
                return Err(Problem::fatal(place(code), sentence));
            }
            let own = self.codes.len();
            self.code(code, above);
            open.extend(below(code, Some(own), depth + 1));
        }
        Ok(())
    }

    fn code(&mut self, node: Node<'_, '_>, parent: Option<usize>) {
        let name = node.attribute("name").unwrap_or("").to_owned();
        let description = children(node, "Description").flat_map(|said| said.children()).filter_map(|said| said.text());
        let description: String = description.collect();
        let said = node.attribute("guid").unwrap_or("").trim();
        let named = || digest::hex(&format!("code:{parent:?}:{name}"), 8);
        let id = guid::read(said).or_else(|| is_id(said).then(|| said.to_owned())).unwrap_or_else(named);
        if matches!(node.attribute("isCodable"), Some("false" | "0")) && !Description::read(&description).is_question()
        {
            self.headings.push(name.chars().take(60).collect());
        }
        let colour = node.attribute("color").and_then(colour);
        self.codes.push(Code { id, name, description, colour, parent, place: place(node) });
    }
}

/// A colour as `#rrggbb`; some write three digits.
pub(super) fn colour(text: &str) -> Option<Arc<str>> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let digits: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    Some(format!("#{}", digits.to_ascii_lowercase()).into())
}

/// What is looked for by its name alone: the namespace differs between codebooks and projects, and between versions.
trait Named {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

fn children<'a, 'i>(of: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> + use<'a, 'i> {
    of.children().filter(move |child| child.has_tag_name_of(name))
}

fn place(node: Node<'_, '_>) -> Place {
    let at = node.document().text_pos_at(node.range().start);
    Place::Line(at.row as usize, at.col as usize)
}

/// Why it is not XML, and where.
fn refused(text: &str, error: &Error) -> Problem {
    let sentence = match error {
        Error::DtdDetected => strings::brings_definitions(),
        Error::NodesLimitReached | Error::AttributesLimitReached | Error::NamespacesLimitReached => {
            strings::more_than_a_codebook()
        }
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => {
            let (line, last) = text.lines().enumerate().last().map_or((1, ""), |(at, last)| (at + 1, last));
            let place = Place::Line(line, last.chars().count() + 1);
            return Problem::fatal(place, strings::ends_early());
        }
        _ => strings::xml_damaged(),
    };
    let at = error.pos();
    let place = match error {
        Error::DtdDetected | Error::NodesLimitReached => Place::File,
        _ => Place::Line(at.row as usize, at.col as usize),
    };
    Problem::fatal(place, sentence)
}
