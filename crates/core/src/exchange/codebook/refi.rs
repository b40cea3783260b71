//! REFI-QDA codebooks (`.qdc`, XML): <https://www.qdasoftware.org>, version 1.0.
//!
//! The format has codes that hold codes, and groups (“sets”) of codes, and no questions. A question becomes a code that cannot
//! be chosen, which holds its answers: programs with a tree show that as they show their own. Others, ATLAS.ti among them, know
//! groups better than trees; for these the answers are a group, too, by the name of `Stance: ` and the question.

mod read;

pub(super) use self::read::read;

use super::{
    description,
    guid::{self, Kind},
    tags::shown,
};
use crate::codebook::Codebook;

/// Writes the file; none for a codebook without questions and themes, since the format has no empty ones.
pub(super) fn write(codebook: &Codebook) -> Option<String> {
    let (mut codes, mut sets) = (String::new(), String::new());
    let id = codebook.id.as_str();
    for question in codebook.asked() {
        let own = guid::of(id, Kind::Question, question.id.as_str());
        begin(
            &mut codes,
            "Code",
            &own,
            &question.prompt,
            "isCodable=\"false\"",
            &description::of_question(question, ""),
        );
        begin(
            &mut sets,
            "Set",
            &guid::of(id, Kind::Set, question.id.as_str()),
            &[read::STANCE, &question.prompt].concat(),
            "",
            "",
        );
        for option in question.offered() {
            let own = guid::of(id, Kind::Answer(question.id.as_str()), option.id.as_str());
            begin(&mut codes, "Code", &own, &option.label, "isCodable=\"true\"", &description::of_option(option));
            codes.push_str("</Code>\n");
            sets.extend(["<MemberCode guid=\"", &own, "\"/>\n"]);
        }
        codes.push_str("</Code>\n");
        sets.push_str("</Set>\n");
    }
    let mut open: Vec<&str> = Vec::new();
    for (theme, above) in shown(codebook) {
        while open.last().is_some_and(|last| above.is_none_or(|above| above.id.as_str() != *last)) {
            open.pop();
            codes.push_str("</Code>\n");
        }
        open.push(theme.id.as_str());
        let colour = theme.colour.as_deref().filter(|colour| read::colour(colour).is_some());
        let rest = colour.map_or(String::new(), |colour| format!(" color=\"{colour}\""));
        let own = guid::of(id, Kind::Theme, theme.id.as_str());
        let rest = format!("isCodable=\"true\"{rest}");
        begin(&mut codes, "Code", &own, &theme.label, &rest, &description::of_theme(theme));
    }
    codes.extend(open.iter().map(|_| "</Code>\n"));
    if codes.is_empty() {
        return None;
    }
    if !sets.is_empty() {
        sets = format!("<Sets>\n{sets}</Sets>\n");
    }
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Postil\">\n\
         <Codes>\n{codes}</Codes>\n{sets}</CodeBook>\n"
    ))
}

/// Begins a code or a set, with its description.
fn begin(to: &mut String, element: &str, guid: &str, name: &str, rest: &str, description: &str) {
    to.extend(["<", element, " guid=\"", guid, "\" name=\""]);
    escape(name, to);
    to.push('"');
    if !rest.is_empty() {
        to.extend([" ", rest]);
    }
    to.push_str(">\n");
    if !description.is_empty() {
        to.push_str("<Description>");
        escape(description, to);
        to.push_str("</Description>\n");
    }
}

fn escape(text: &str, to: &mut String) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            // Breaks of lines are kept in names only if they are written so, and returns nowhere else.
            '\n' => to.push_str("&#10;"),
            '\r' => to.push_str("&#13;"),
            '\t' => to.push_str("&#9;"),
            // XML cannot hold these at all.
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => to.push('\u{FFFD}'),
            c => to.push(c),
        }
    }
}
