//! Reads a bundle. Whatever the text is, the result is a bundle with a list of problems, or one fatal problem.

use std::{collections::BTreeMap, rc::Rc};

use serde_json::{Map, Value};

use super::{
    bundle::{Bundle, NamedLayer, VERSION},
    locate::{Step, display, line_of},
};
use crate::core::{
    annotation::{Confidence, Evidence, Layer, Record, Stance, Supports},
    article::{Article, Block, BlockKind, Direction, Masthead},
    codebook::Codebook,
    extra::Extra,
    id::{AnnotatorId, ParagraphId},
    note::{Note, NoteText},
    problem::{Place, Problem, Severity},
    register::Register,
    stamp::Stamp,
};

/// The largest bundle that is read, in bytes: 64 MiB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The longest id, in bytes.
const MAX_ID: usize = 200;
/// How many problems are listed; a damaged file can have one in every line.
const MAX_PROBLEMS: usize = 50;

/// Why nothing was taken from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not a Postil file at all.
    NotOurs(Problem),
    /// A newer Postil wrote it: the version it names.
    Newer(u64),
    /// It was one, and is damaged.
    Damaged(Problem),
}

/// Reads the text of a file.
///
/// # Errors
/// A [`Refusal`] when nothing can be taken from it.
pub fn read(text: &str) -> Result<(Bundle, Vec<Problem>), Refusal> {
    if text.len() > MAX_BYTES {
        let sentence = "It is larger than 64 MB, too large to be a Postil file.";
        return Err(Refusal::NotOurs(Problem::fatal(Place::File, sentence)));
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|error| syntax(text, &error))?;
    let Some(root) = value.as_object() else {
        return Err(not_ours());
    };
    if root.get("format").and_then(Value::as_str) != Some("postil") {
        return Err(not_ours());
    }
    match root.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(Refusal::Newer(newer)),
        _ => {
            let place = Place::Path("version".into(), line_of(text, &[Step::Field("version".into())]));
            return Err(Refusal::Damaged(Problem::fatal(place, "The version must be 1.")));
        }
    }
    let mut reader = Reader { text, problems: Vec::new(), path: Vec::new() };
    let bundle = reader.bundle(root).map_err(|Stop| {
        let last = reader.problems.pop();
        Refusal::Damaged(last.unwrap_or_else(|| Problem::fatal(Place::File, "It cannot be read.")))
    })?;
    Ok((bundle, reader.problems))
}

fn not_ours() -> Refusal {
    Refusal::NotOurs(Problem::fatal(Place::File, "It does not say that it is a Postil file."))
}

fn syntax(text: &str, error: &serde_json::Error) -> Refusal {
    let place = Place::Line(error.line(), error.column());
    // Only a text that shows our mark near its head can be a damaged file of ours.
    let head: String = text.chars().take(200).collect();
    if !(head.contains("\"format\"") && head.contains("\"postil\"")) {
        return Refusal::NotOurs(Problem::fatal(place, "It is not a Postil file."));
    }
    let sentence = if error.is_eof() {
        "It breaks off here: part of the file is missing."
    } else if error.to_string().contains("recursion limit") {
        "It is nested more deeply than any Postil file."
    } else {
        "It does not go on as it should here."
    };
    Refusal::Damaged(Problem::fatal(place, sentence))
}

/// The reading of the whole file ends; the last problem says why.
struct Stop;

struct Reader<'a> {
    text: &'a str,
    problems: Vec<Problem>,
    path: Vec<Step>,
}

type Object = Map<String, Value>;

impl Reader<'_> {
    fn within<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let result = read(self);
        self.path.pop();
        result
    }

    fn field<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.within(Step::Field(name.to_owned()), read)
    }

    fn report(&mut self, severity: Severity, sentence: &str) {
        if self.problems.len() < MAX_PROBLEMS || severity == Severity::Fatal {
            let place = Place::Path(display(&self.path), line_of(self.text, &self.path));
            self.problems.push(Problem { severity, place, sentence: sentence.to_owned() });
        }
    }

    fn skip<T>(&mut self, sentence: &str) -> Option<T> {
        self.report(Severity::Skipped, sentence);
        None
    }

    fn stop<T>(&mut self, sentence: &str) -> Result<T, Stop> {
        self.report(Severity::Fatal, sentence);
        Err(Stop)
    }

    fn bundle(&mut self, root: &Object) -> Result<Bundle, Stop> {
        let article = self.field("article", |r| match root.get("article").and_then(Value::as_object) {
            Some(article) => r.article(article),
            None => r.stop("The article is missing."),
        })?;
        let codebook = self.field("codebook", |r| r.codebook(root.get("codebook")))?;
        let mut bundle = Bundle {
            article,
            codebook,
            layers: BTreeMap::new(),
            quotes: BTreeMap::new(),
            extra: unknown(root, &["format", "version", "article", "codebook", "layers", "exported"]),
        };
        self.field("layers", |r| match root.get("layers") {
            Some(Value::Array(layers)) => {
                layers.iter().enumerate().try_for_each(|(n, layer)| r.within(Step::Item(n), |r| r.layer(layer, &mut bundle)))
            }
            _ => r.stop("The layers are missing."),
        })?;
        Ok(bundle)
    }

    fn article(&mut self, from: &Object) -> Result<Article, Stop> {
        let text = |name: &str| from.get(name).and_then(Value::as_str).map(Rc::from);
        let known = ["id", "title", "byline", "source", "date", "language", "direction", "blocks"];
        let masthead = Masthead {
            title: text("title").unwrap_or_else(|| "Untitled".into()),
            byline: text("byline"),
            source: text("source"),
            date: text("date"),
            language: text("language").unwrap_or_else(|| "".into()),
            direction: text("direction").and_then(|d: Rc<str>| Direction::from_word(&d)).unwrap_or(Direction::Auto),
            extra: unknown(from, &known),
        };
        let blocks = self.field("blocks", |r| match from.get("blocks") {
            Some(Value::Array(blocks)) => blocks
                .iter()
                .enumerate()
                .map(|(n, block)| r.within(Step::Item(n), |r| r.block(block)))
                .collect::<Result<Vec<Block>, Stop>>(),
            _ => r.stop("The blocks of the article are missing."),
        })?;
        let article = Article::new(masthead, blocks);
        if article.paragraphs().is_empty() {
            return self.stop("The article has no paragraph.");
        }
        if from.get("id").and_then(Value::as_str) != Some(article.id().as_str()) {
            self.field("id", |r| {
                r.report(Severity::Notice, "The article's text was changed outside Postil; its id was made anew.");
            });
        }
        Ok(article)
    }

    fn block(&mut self, from: &Value) -> Result<Block, Stop> {
        let Some(object) = from.as_object() else { return self.stop("A block must be an object.") };
        let kind = match object.get("kind").and_then(Value::as_str) {
            Some("heading") => {
                let level = object.get("level").and_then(Value::as_u64).unwrap_or(2);
                BlockKind::Heading(u8::try_from(level.clamp(2, 6)).unwrap_or(2))
            }
            Some("paragraph") => BlockKind::Paragraph,
            Some("list-item") => BlockKind::ListItem,
            Some("quotation") => BlockKind::Quotation,
            _ => return self.stop("A block is a heading, paragraph, list-item or quotation."),
        };
        let Some(text) = object.get("text").and_then(Value::as_str) else { return self.stop("A block must have a text.") };
        Ok(Block { kind, text: text.into(), extra: unknown(object, &["kind", "level", "id", "text"]) })
    }

    fn codebook(&mut self, from: Option<&Value>) -> Result<Codebook, Stop> {
        let Some(from) = from else { return self.stop("The codebook is missing.") };
        let mut codebook: Codebook = match serde_json::from_value(from.clone()) {
            Ok(codebook) => codebook,
            Err(error) => return self.stop(&format!("The codebook cannot be read: {error}.")),
        };
        codebook.extra.remove("version");
        let mut themes: Vec<&str> = codebook.themes.iter().map(|t| t.id.as_str()).collect();
        let mut questions: Vec<&str> = codebook.questions.iter().map(|q| q.id.as_str()).collect();
        let mut lists = vec![&mut themes, &mut questions];
        let mut options: Vec<Vec<&str>> =
            codebook.questions.iter().map(|q| q.options.iter().map(|o| o.id.as_str()).collect()).collect();
        lists.extend(options.iter_mut());
        for ids in lists {
            if ids.iter().any(|id| !is_word(id)) {
                return self.stop("An id in the codebook is empty, too long, or has a space in it.");
            }
            ids.sort_unstable();
            if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
                return self.stop(&format!("The id “{}” stands twice in the codebook.", pair[0]));
            }
        }
        Ok(codebook)
    }

    fn layer(&mut self, from: &Value, bundle: &mut Bundle) -> Result<(), Stop> {
        let Some(object) = from.as_object() else { return self.stop("A layer must be an object.") };
        let annotator = object.get("annotator").and_then(Value::as_object);
        let Some(id) = annotator.and_then(|a| a.get("id")?.as_str()).filter(|id| is_word(id)) else {
            return self.field("annotator", |r| r.stop("The annotator has no id."));
        };
        let name = annotator.and_then(|a| {
            let stamp = a.get("named")?.as_str()?.parse().ok()?;
            Some(Register::new(clean_name(a.get("name")?.as_str()?), stamp))
        });
        let mut layer = Layer { records: BTreeMap::new(), extra: unknown(object, &["annotator", "records"]) };
        self.field("records", |r| {
            let Some(records) = object.get("records").and_then(Value::as_array) else {
                return r.stop("The records are missing.");
            };
            for (n, from) in records.iter().enumerate() {
                r.within(Step::Item(n), |r| {
                    let Some((paragraph, quote, record)) = r.record(from) else { return Ok(()) };
                    if layer.records.contains_key(&paragraph) {
                        return r.stop("The same paragraph stands twice in one layer.");
                    }
                    if bundle.article.index_of(&paragraph).is_none() {
                        bundle.quotes.insert(paragraph.clone(), quote);
                    }
                    layer.records.insert(paragraph, record);
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        if bundle.layers.insert(AnnotatorId::from(id), NamedLayer { name, layer }).is_some() {
            return self.stop("The same annotator has two layers.");
        }
        Ok(())
    }

    fn record(&mut self, from: &Value) -> Option<(ParagraphId, Rc<str>, Record)> {
        let Some(object) = from.as_object() else { return self.skip("A record must be an object.") };
        let Some(paragraph) = object.get("paragraph").and_then(Value::as_str).filter(|id| is_word(id)) else {
            return self.skip("The record does not say which paragraph it is about.");
        };
        let quote = object.get("quote").and_then(Value::as_str).unwrap_or("");
        let known = ["paragraph", "quote", "stances", "themes", "none_applies", "note", "evidence"];
        let mut record = Record { extra: unknown(object, &known), ..Record::default() };
        self.each(object, "stances", |r, question, from, stamp| {
            let stance = match from.get("option") {
                Some(Value::Null) => None,
                Some(Value::String(option)) if is_word(option) => {
                    let word = from.get("confidence").and_then(Value::as_str);
                    Some(Stance { option: option.as_str().into(), confidence: word.and_then(Confidence::from_word) })
                }
                _ => return r.skip("An option must be an id or null."),
            };
            record.stances.insert(question.into(), Register::new(stance, stamp));
            Some(())
        });
        self.each(object, "themes", |r, theme, from, stamp| {
            let Some(applies) = from.get("applies").and_then(Value::as_bool) else {
                return r.skip("“applies” must be true or false.");
            };
            record.themes.insert(theme.into(), Register::new(applies, stamp));
            Some(())
        });
        if let Some(from) = object.get("none_applies") {
            record.none_applies = self.field("none_applies", |r| {
                let applies = from.get("applies").and_then(Value::as_bool);
                match (applies, stamp(from)) {
                    (Some(applies), Some(stamp)) => Some(Register::new(applies, stamp)),
                    _ => r.skip("It needs “applies” and a stamp."),
                }
            });
        }
        if let Some(from) = object.get("note") {
            record.note = self.field("note", |r| r.note(from)).unwrap_or_default();
        }
        self.each(object, "evidence", |r, id, from, stamp| {
            let value = match from.get("span") {
                Some(Value::Null) => None,
                Some(span) => match evidence(span) {
                    Some(evidence) => Some(evidence),
                    None => return r.skip("The span is not complete."),
                },
                None => return r.skip("The span is missing."),
            };
            record.evidence.insert(id.into(), Register::new(value, stamp));
            Some(())
        });
        Some((paragraph.into(), quote.chars().take(48).collect::<String>().into(), record))
    }

    /// Reads a map of registers, skipping what has no id or no stamp.
    fn each(
        &mut self,
        object: &Object,
        name: &str,
        mut read: impl FnMut(&mut Self, &str, &Value, Stamp) -> Option<()>,
    ) {
        let Some(map) = object.get(name) else { return };
        self.field(name, |r| {
            let Some(map) = map.as_object() else {
                let _: Option<()> = r.skip("It must be an object.");
                return;
            };
            for (key, from) in map {
                r.field(key, |r| match stamp(from) {
                    Some(stamp) if is_word(key) => read(r, key, from, stamp),
                    _ => r.skip("It has no valid stamp or id."),
                });
            }
        });
    }

    fn note(&mut self, from: &Value) -> Option<Note> {
        let mut note = Note::default();
        let Some(texts) = from.get("texts").and_then(Value::as_array) else { return self.skip("The note has no texts.") };
        for (replica, at) in from.get("seen").and_then(Value::as_object).into_iter().flatten() {
            match format!("{}-{replica}", at.as_str().unwrap_or("")).parse() {
                Ok(stamp) => note.see(&stamp),
                Err(_) => return self.skip("A stamp of the note cannot be read."),
            }
        }
        for text in texts {
            let (Some(words), Some(stamp)) = (text.get("text").and_then(Value::as_str), stamp(text)) else {
                return self.skip("A text of the note has no words or no stamp.");
            };
            note.see(&stamp);
            note.texts.push(NoteText { stamp, text: words.into() });
        }
        note.texts.sort();
        Some(note)
    }
}

fn stamp(from: &Value) -> Option<Stamp> {
    from.get("stamp")?.as_str()?.parse().ok()
}

fn evidence(from: &Value) -> Option<Evidence> {
    let number = |name: &str| u32::try_from(from.get(name)?.as_u64()?).ok();
    let text = |name: &str| Some(Rc::<str>::from(from.get(name)?.as_str()?));
    let supports = match (from.get("question").and_then(Value::as_str), from.get("theme").and_then(Value::as_str)) {
        (Some(question), None) if is_word(question) => Supports::Stance(question.into()),
        (None, Some(theme)) if is_word(theme) => Supports::Theme(theme.into()),
        _ => return None,
    };
    let (start, end) = (number("start")?, number("end")?);
    (start <= end).then_some(())?;
    Some(Evidence { start, end, quote: text("quote")?, prefix: text("prefix")?, suffix: text("suffix")?, supports })
}

fn unknown(object: &Object, known: &[&str]) -> Extra {
    object.iter().filter(|(name, _)| !known.contains(&name.as_str())).map(|(n, v)| (n.clone(), v.clone())).collect()
}

/// Ids stand in attributes that are lists of words, so they must be words.
fn is_word(id: &str) -> bool {
    !id.is_empty() && id.len() <= MAX_ID && !id.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// A display name: one line, at most 80 characters, no control characters.
#[must_use]
pub fn clean_name(name: &str) -> Rc<str> {
    let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).take(80).collect();
    name.trim().into()
}
