//! A codebook as a table with all columns, for people who write theirs in a spreadsheet. Nothing is lost in it: what it
//! says is read back as it was, fields of newer programs too.

use super::{
    description::{sense, sense_word},
    finding::{Findings, line},
};
use crate::{
    base::{
        digest,
        id::ThemeId,
        map::Map,
        problem::{Place, Problem},
    },
    codebook::{Codebook, StanceOption, StanceQuestion, Theme, code::is_id, json, sense::Sense},
    exchange::csv::{self, Row},
    json::{
        extra::{Extra, beside, unknown},
        tree::Json,
        writer::Writer,
    },
    strings::exchange as strings,
};
use std::sync::Arc;

/// The columns as they are written. Read, they may stand in any order, and only the first and the label have to be there.
const COLUMNS: [&str; 20] = [
    "kind",
    "id",
    "question",
    "label",
    "prompt",
    "holder",
    "target",
    "parent",
    "colour",
    "key",
    "glyph",
    "sense",
    "definition",
    "include",
    "exclude",
    "example",
    "archived",
    "merged_into",
    "split_from",
    "other",
];

/// True when these are rows of such a table.
pub(super) fn is_table(rows: &[Row]) -> bool {
    let has = |name: &str| rows.first().is_some_and(|head| head.cells.iter().any(|cell| column(cell) == name));
    has("kind") && has("label")
}

fn column(cell: &str) -> String {
    csv::said(cell).trim().to_lowercase()
}

/// A line in the making: texts by the names of their columns.
#[derive(Default)]
struct Line<'a>(Map<&'a str, String>);

impl<'a> Line<'a> {
    fn of(kind: &str, extra: &Extra) -> Self {
        let mut to = Self::default();
        to.put("kind", kind);
        if !extra.is_empty() {
            let mut writer = Writer::compact();
            writer.object();
            beside(extra, &mut writer);
            writer.end_object();
            to.put("other", &writer.finish());
        }
        to
    }

    fn put(&mut self, name: &'a str, text: &str) {
        self.0.insert(name, text.to_owned());
    }

    fn put_if(&mut self, name: &'a str, text: Option<&str>) {
        self.put(name, text.unwrap_or_default());
    }

    fn archived(&mut self, archived: bool) {
        self.put("archived", if archived { "true" } else { "" });
    }

    fn end(&self, to: &mut String) {
        csv::write(COLUMNS.map(|name| self.0.get(name).map_or("", String::as_str)), to);
    }
}

/// Writes the table, with the mark by which spreadsheets know UTF-8.
pub(super) fn write(codebook: &Codebook) -> String {
    let mut out = String::from("\u{FEFF}");
    csv::write(COLUMNS, &mut out);
    let mut first = Line::of("codebook", &codebook.extra);
    first.put("id", codebook.id.as_str());
    first.put("label", &codebook.title);
    first.end(&mut out);
    for question in &codebook.questions {
        let mut line = Line::of("question", &question.extra);
        line.put("id", question.id.as_str());
        line.put("prompt", &question.prompt);
        line.put("holder", &question.holder);
        line.put("target", &question.target);
        line.archived(question.archived);
        line.end(&mut out);
        for option in &question.options {
            let mut line = Line::of("answer", &option.extra);
            line.put("id", option.id.as_str());
            line.put("question", question.id.as_str());
            line.put("label", &option.label);
            line.put_if("key", option.key.as_deref());
            line.put_if("glyph", option.glyph.as_deref());
            line.put("sense", &option.sense.map(sense_word).unwrap_or_default());
            line.put("definition", &option.definition);
            line.archived(option.archived);
            line.end(&mut out);
        }
    }
    for theme in &codebook.themes {
        let mut line = Line::of("theme", &theme.extra);
        line.put("id", theme.id.as_str());
        line.put("label", &theme.label);
        line.put_if("parent", theme.parent.as_ref().map(ThemeId::as_str));
        line.put_if("colour", theme.colour.as_deref());
        line.put_if("key", theme.key.as_deref());
        line.put("definition", &theme.definition);
        line.put("include", &theme.include);
        line.put("exclude", &theme.exclude);
        line.put("example", &theme.example);
        line.archived(theme.archived);
        line.put_if("merged_into", theme.merged_into.as_ref().map(ThemeId::as_str));
        line.put_if("split_from", theme.split_from.as_ref().map(ThemeId::as_str));
        line.end(&mut out);
    }
    out
}

/// A line as it is read.
struct Cells<'a> {
    names: &'a [String],
    row: &'a Row,
}

impl<'a> Cells<'a> {
    fn get(&self, name: &str) -> &'a str {
        let at = self.names.iter().position(|own| own == name);
        at.and_then(|at| self.row.cells.get(at)).map_or("", |cell| csv::said(cell))
    }

    fn text(&self, name: &str) -> Arc<str> {
        self.get(name).into()
    }

    fn may(&self, name: &str) -> Option<Arc<str>> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// Its id, or where it has none one that follows from what it is called.
    fn id(&self, called: &str) -> String {
        match self.get("id") {
            "" => digest::hex(&format!("{}:{}:{called}", self.get("kind"), self.get("question")), 8),
            id => id.to_owned(),
        }
    }

    fn archived(&self, found: &mut Findings) -> bool {
        match self.get("archived").trim().to_lowercase().as_str() {
            "" | "false" | "no" | "0" => false,
            "true" | "yes" | "1" => true,
            _ => {
                found.notice(line(self.row.line), strings::archived_unclear());
                false
            }
        }
    }

    /// Fields of newer programs, but those that have a column here.
    fn extra(&self, known: &[&str], found: &mut Findings) -> Extra {
        let text = self.get("other");
        if text.is_empty() {
            return Extra::new();
        }
        let json = Json::parse(text).ok();
        match json.as_ref().and_then(Json::as_object) {
            Some(object) => unknown(object, known),
            None => {
                found.skipped(line(self.row.line), strings::other_not_json());
                Extra::new()
            }
        }
    }
}

/// Reads the rows of a table.
pub(super) fn read(title: &str, rows: &[Row], found: &mut Findings) -> Result<Codebook, Problem> {
    let (head, rows) = rows.split_first().map_or((None, rows), |(head, rows)| (Some(head), rows));
    let names: Vec<String> = head.iter().flat_map(|head| &head.cells).map(|cell| column(cell)).collect();
    for name in names.iter().filter(|name| !name.is_empty() && !COLUMNS.contains(&name.as_str())) {
        found.skipped(line(1), strings::unknown_column(&short(name)));
    }
    let all = rows.iter().map(|row| row.cells.join("\n")).collect::<Vec<_>>().join("\n\n");
    let mut codebook = Codebook::blank(&format!("table-{}", digest::hex(&all, 8)), title);
    let mut named = false;
    for row in rows {
        let cells = Cells { names: &names, row };
        match cells.get("kind").trim().to_lowercase().as_str() {
            "codebook" if !named => {
                named = true;
                if !cells.get("id").is_empty() {
                    codebook.id = cells.get("id").into();
                }
                codebook.title = cells.text("label");
                codebook.extra = cells.extra(&json::CODEBOOK, found);
            }
            "question" => question(&cells, &mut codebook, found),
            "answer" | "option" => answer(&cells, &mut codebook, found),
            "theme" => theme(&cells, &mut codebook, found),
            "" if row.cells.iter().all(|cell| cell.trim().is_empty()) => {}
            _ => found.skipped(line(row.line), strings::line_of_no_kind()),
        }
    }
    mend(&mut codebook, found);
    Ok(codebook)
}

/// True for an id that can be one and is nobody else's; says so where it is not.
fn is_free(id: &str, mut others: impl Iterator<Item = bool>, at: &Cells<'_>, found: &mut Findings) -> bool {
    if !is_id(id) {
        found.skipped(line(at.row.line), strings::id_not_allowed());
        return false;
    }
    let taken = others.any(|same| same);
    if taken {
        found.skipped(line(at.row.line), strings::id_twice(id));
    }
    !taken
}

fn question(from: &Cells<'_>, codebook: &mut Codebook, found: &mut Findings) {
    let id = from.id(from.get("prompt"));
    if is_free(&id, codebook.questions.iter().map(|q| q.id.as_str() == id), from, found) {
        codebook.questions.push(StanceQuestion {
            holder: from.text("holder"),
            target: from.text("target"),
            prompt: from.text("prompt"),
            archived: from.archived(found),
            extra: from.extra(&json::QUESTION, found),
            ..StanceQuestion::blank(&id)
        });
    }
}

fn answer(from: &Cells<'_>, codebook: &mut Codebook, found: &mut Findings) {
    let asked = from.get("question");
    // Whoever writes one by hand puts the answers below their question.
    let question = match asked {
        "" => codebook.questions.last_mut(),
        id => codebook.questions.iter_mut().find(|question| question.id.as_str() == id),
    };
    let Some(question) = question else {
        return found.skipped(line(from.row.line), strings::question_missing());
    };
    let label = from.get("label");
    // What has no name yet is known by its id.
    if label.is_empty() && from.get("id").is_empty() {
        return found.skipped(line(from.row.line), strings::answer_without_label());
    }
    let id = from.id(label);
    if !is_free(&id, question.options.iter().map(|o| o.id.as_str() == id), from, found) {
        return;
    }
    let mut option = StanceOption::blank(&id, label);
    let said = from.get("sense").trim();
    let meant = sense(said);
    if meant.is_none() && !said.is_empty() {
        found.skipped(line(from.row.line), strings::unknown_sense());
    }
    option.sense = meant.filter(|meant| Sense::of_id(&option.id) != Some(*meant));
    option.key = from.may("key");
    option.glyph = from.may("glyph");
    option.definition = from.text("definition");
    option.archived = from.archived(found);
    // A sense that this program does not know stands among the other fields.
    let known = if said.is_empty() { &json::OPTION[..json::OPTION.len() - 1] } else { &json::OPTION[..] };
    option.extra = from.extra(known, found);
    question.options.push(option);
}

fn theme(from: &Cells<'_>, codebook: &mut Codebook, found: &mut Findings) {
    let label = from.get("label");
    if label.is_empty() && from.get("id").is_empty() {
        return found.skipped(line(from.row.line), strings::theme_without_label());
    }
    let id = from.id(label);
    if is_free(&id, codebook.themes.iter().map(|t| t.id.as_str() == id), from, found) {
        codebook.themes.push(Theme {
            parent: from.may("parent").map(Into::into),
            colour: from.may("colour"),
            key: from.may("key"),
            definition: from.text("definition"),
            include: from.text("include"),
            exclude: from.text("exclude"),
            example: from.text("example"),
            archived: from.archived(found),
            merged_into: from.may("merged_into").map(Into::into),
            split_from: from.may("split_from").map(Into::into),
            extra: from.extra(&json::THEME, found),
            ..Theme::blank(&id, label)
        });
    }
}

/// Parents may be named by their labels, as people do. One that is not there is left out, and so are circles.
fn mend(codebook: &mut Codebook, found: &mut Findings) {
    let known: Map<Arc<str>, ThemeId> = codebook.themes.iter().map(|t| (t.id.to_shared(), t.id.clone())).collect();
    let called: Map<Arc<str>, ThemeId> =
        codebook.themes.iter().rev().map(|t| (Arc::clone(&t.label), t.id.clone())).collect();
    for theme in &mut codebook.themes {
        let Some(parent) = theme.parent.take() else { continue };
        theme.parent = known.get(parent.as_str()).or_else(|| called.get(parent.as_str())).cloned();
        if theme.parent.is_none() {
            let sentence = strings::parent_of_theme_missing(&short(&theme.label));
            found.skipped(Place::File, sentence);
        }
    }
    while let Some(circle) = codebook.circle().cloned() {
        let Some(theme) = codebook.themes.iter_mut().find(|theme| theme.id == circle) else { return };
        (theme.parent, theme.merged_into) = (None, None);
        let sentence = strings::theme_in_itself(&short(&theme.label));
        found.skipped(Place::File, sentence);
    }
}

/// The first words of what somebody wrote, for a sentence.
fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
