//! Who leans on whom, read from the imports: rooms build on those before them, and nothing goes round in a circle.
//!
//! A file leans on another when it names it in a `use` or in a path. A re-export (`pub use self::…`) does not count: it shows
//! what stands in a room and uses none of it.

use crate::source::{code, files, is_test, none};
use std::collections::{BTreeMap, BTreeSet};

/// The rooms of the domain; each leans only on those before it.
const ROOMS: [&str; 10] =
    ["strings", "base", "json", "article", "codebook", "record", "keep", "exchange", "measure", "output"];

type Graph = BTreeMap<String, BTreeSet<String>>;

/// The paths that a text imports or names, with braces written out: `crate::a::b`, `super::c`.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code.to_owned();
    while let Some(at) = import(&rest) {
        let end = rest[at..].find(';').map_or(rest.len(), |end| at + end);
        let shown = rest[..at].lines().last().is_some_and(|line| line.trim_start().starts_with("pub"));
        let tree: String = rest[at + 4..end].split_whitespace().collect::<Vec<_>>().join(" ");
        if !(shown && tree.starts_with("self::")) {
            found.extend(written_out(&tree));
        }
        rest.replace_range(at..end, "");
    }
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    for word in rest.split(|c: char| !part(c)) {
        if word.contains("::") {
            found.push(word.trim_end_matches(':').to_owned());
        }
    }
    found
}

/// Where the next `use ` stands as a word.
fn import(code: &str) -> Option<usize> {
    let word = |at: &usize| !code[..*at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices("use ").map(|(at, _)| at).find(word)
}

/// `a::{b, c::{d, e}}` as `a::b`, `a::c::d`, `a::c::e`.
fn written_out(tree: &str) -> Vec<String> {
    let Some((head, body)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        return if path.is_empty() { Vec::new() } else { vec![path.to_owned()] };
    };
    let body = body.strip_suffix('}').unwrap_or(body);
    let (mut depth, mut piece, mut found) = (0, String::new(), Vec::new());
    for c in body.chars().chain([',']) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            let piece = std::mem::take(&mut piece);
            found.extend(written_out(piece.trim()).into_iter().map(|path| format!("{}{path}", head.trim())));
        } else {
            piece.push(c);
        }
    }
    found
}

/// Which file of a crate leans on which others, by their paths of modules.
fn graph(root: &str) -> Graph {
    let module = |name: &str| name[root.len() + 1..name.len() - 3].replace('/', "::");
    let texts: BTreeMap<String, String> = files(root, &[".rs"])
        .into_iter()
        .filter(|(name, _)| !is_test(name) && !["lib", "main"].contains(&&*module(name)))
        .map(|(name, text)| (module(&name), code(&text)))
        .collect();
    let leans = |from: &String, path: String| {
        let mut parts: Vec<&str> = Vec::new();
        let mut rest = path.split("::").peekable();
        match rest.peek() {
            Some(&"crate") => drop(rest.next()),
            Some(&"self") => {
                rest.next();
                parts = from.split("::").collect();
            }
            Some(&"super") => {
                parts = from.split("::").collect();
                while rest.next_if_eq(&"super").is_some() {
                    parts.pop();
                }
            }
            // A module of this file goes by its name alone.
            Some(name) if texts.contains_key(&format!("{from}::{name}")) => parts = from.split("::").collect(),
            _ => return None,
        }
        parts.extend(rest);
        let named = (1..=parts.len()).rev().map(|n| parts[..n].join("::"));
        named.into_iter().find(|module| texts.contains_key(module)).filter(|module| module != from)
    };
    let edges = |(from, code): (&String, &String)| {
        (from.clone(), paths(code).into_iter().filter_map(|path| leans(from, path)).collect())
    };
    texts.iter().map(edges).collect()
}

/// Everything that can be reached from a node.
fn reached<'a>(graph: &'a Graph, from: &'a str) -> BTreeSet<&'a str> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(at) = open.pop() {
        let next = graph.get(at).into_iter().flatten().map(String::as_str);
        open.extend(next.filter(|next| seen.insert(*next)));
    }
    seen
}

/// The groups of nodes that reach each other.
fn circles(graph: &Graph) -> BTreeSet<Vec<&str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|from| (from.as_str(), reached(graph, from))).collect();
    let round = |from: &&str| reach[from].contains(from);
    let of = |from: &str| {
        reach[from].iter().copied().filter(|to| reach.get(to).is_some_and(|back| back.contains(from))).collect()
    };
    reach.keys().filter(|from| round(from)).map(|from| of(from)).collect()
}

#[test]
fn circles_are_found() {
    let code = "use crate::{a::{b, c as d}, e};\npub use self::f;\nfn g() { super::h::i(j::k); }";
    assert_eq!(paths(code), ["crate::a::b", "crate::a::c", "crate::e", "super::h::i", "j::k"]);
    let lean = |to: &[&str]| to.iter().map(|to| (*to).to_owned()).collect();
    let graph = [("a", &["b"][..]), ("b", &["c"]), ("c", &["b"]), ("d", &["d", "a"])];
    let graph: Graph = graph.iter().map(|(from, to)| ((*from).to_owned(), lean(to))).collect();
    assert_eq!(circles(&graph), [vec!["b", "c"], vec!["d"]].into());
}

#[test]
fn no_import_circles() {
    let mut found = Vec::new();
    for root in ["crates/core/src", "crates/app/src", "src"] {
        let graph = graph(root);
        assert!(graph.len() > 20, "{root} is where it was");
        found.extend(circles(&graph).into_iter().map(|circle| format!("{root}: {}", circle.join(", "))));
    }
    none(&found, "let what both need stand by itself, below them");
}

#[test]
fn the_rooms_of_the_domain_build_on_each_other() {
    let mut found = Vec::new();
    for (from, to) in graph("crates/core/src") {
        let room = |module: &str| module.split("::").next().unwrap_or_default().to_owned();
        let place = |module: &str| ROOMS.iter().position(|name| *name == room(module));
        assert!(place(&from).is_some(), "{from} is in no room; ARCHITECTURE.md has the list");
        let up = to.iter().filter(|to| place(to) > place(&from));
        found.extend(up.map(|to| format!("{from} leans on {to}")));
    }
    none(&found, "a room leans only on those before it");
}
