//! Reads a bundle. Whatever the text is, the result is a bundle with a list of problems, or one fatal problem.

use super::{Bundle, Kind, VERSION};
use crate::{
    article::{Article, Block, BlockKind, Masthead, masthead::Described},
    base::{
        id::ParagraphId,
        problem::{Place, Problem, Severity},
        script::Direction,
        signs::signs,
    },
    json::{
        extra::unknown,
        place::{Step, display, line_of},
        tree::{Json, Object, TOO_DEEP},
    },
    record::decision::Decisions,
    strings::exchange as strings,
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

pub(super) mod assignment;
mod book;
mod class;
mod described;
mod layer;
mod people;
mod record;

/// The largest bundle that is read, in bytes: 64 MiB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The longest id, in bytes.
const MAX_ID: usize = 200;
/// The most layers of one file: far more than any class, and few enough to be shown.
const MAX_LAYERS: usize = 5000;
/// How many problems are listed; a damaged file can have one in every line.
const MAX_PROBLEMS: usize = 50;
/// Finding a problem's line means scanning the text up to it. Past this size only the first ten are looked up.
const LONG: usize = 4 * 1024 * 1024;

/// Why nothing was taken from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not a Postil file at all; with what speaks against it, where more can be said.
    NotOurs(Option<Problem>),
    /// A newer Postil wrote it: the version it names.
    Newer(u64),
    /// It was one, and is damaged.
    Damaged(Problem),
}

/// Refuses a file by its size in bytes, so that one of 200 MB need not be loaded to be refused.
///
/// # Errors
/// [`Refusal::NotOurs`] past [`MAX_BYTES`].
pub fn check_size(bytes: u64) -> Result<(), Refusal> {
    if bytes > MAX_BYTES as u64 {
        let sentence = strings::bundle_too_large();
        return Err(Refusal::NotOurs(Some(Problem::fatal(Place::File, sentence))));
    }
    Ok(())
}

/// Reads the text of a file.
///
/// # Errors
/// A [`Refusal`] when nothing can be taken from it.
pub fn read(text: &str) -> Result<(Bundle, Vec<Problem>), Refusal> {
    read_beside(text, None)
}

/// Reads the text of a file that is likely to be about the article at hand. If it is, the article's ids are taken over:
/// hashing the same text again for each of 200 files would take longer than all the rest.
///
/// # Errors
/// A [`Refusal`] when nothing can be taken from it.
pub fn read_beside(text: &str, at_hand: Option<&Article>) -> Result<(Bundle, Vec<Problem>), Refusal> {
    read_at(text, at_hand, u64::MAX)
}

/// The same with the time of the reader's clock (milliseconds since 1970), for files that others made: what a note claims
/// to know of the time after tomorrow is left out, since it would hide what people write until then.
///
/// # Errors
/// A [`Refusal`] when nothing can be taken from it.
pub fn read_at(text: &str, at_hand: Option<&Article>, now: u64) -> Result<(Bundle, Vec<Problem>), Refusal> {
    check_size(text.len() as u64)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refusal::NotOurs(Some(Problem::fatal(Place::File, strings::empty()))));
    }
    let root = Json::parse(text).map_err(|error| syntax(text, &error))?;
    let Some(object) = root.as_object().filter(|root| root.get("format").and_then(Json::as_str) == Some("postil"))
    else {
        return Err(Refusal::NotOurs(Some(Problem::fatal(Place::File, strings::no_mark_of_postil()))));
    };
    match object.get("version").and_then(Json::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(Refusal::Newer(newer)),
        _ => {
            let place = Place::Path("version".into(), line_of(text, &[Step::Field("version")]));
            return Err(Refusal::Damaged(Problem::fatal(place, strings::version_not_one())));
        }
    }
    let mut reader = Reader {
        text,
        at_hand,
        now,
        problems: Vec::new(),
        unlisted: 0,
        path: Vec::new(),
        words: Vec::new(),
        word_at: HashMap::new(),
    };
    let bundle = reader.bundle(object).map_err(|Stop| {
        let last = reader.problems.pop();
        Refusal::Damaged(last.unwrap_or_else(|| Problem::fatal(Place::File, strings::unreadable())))
    })?;
    Ok((bundle, reader.all_problems()))
}

fn syntax(text: &str, error: &serde_json::Error) -> Refusal {
    // Only a text that shows our mark near its head can be a damaged file of ours.
    let head: String = text.chars().take(200).collect();
    if !(head.contains("\"format\"") && head.contains("\"postil\"")) {
        return Refusal::NotOurs(None);
    }
    let place = Place::Line(error.line(), error.column());
    let words = error.to_string();
    let sentence = if error.is_eof() {
        strings::ends_early()
    } else if words.contains("recursion limit") {
        TOO_DEEP
    } else if error.is_data() {
        // Our own sentences, to which serde_json adds the place.
        words.rsplit_once(" at line ").map_or(words.as_str(), |(sentence, _)| sentence)
    } else {
        strings::mistake_here()
    };
    Refusal::Damaged(Problem::fatal(place, sentence))
}

/// The reading of the whole file ends; the last problem says why.
struct Stop;

struct Reader<'a> {
    text: &'a str,
    at_hand: Option<&'a Article>,
    /// The reader's clock.
    now: u64,
    problems: Vec<Problem>,
    unlisted: usize,
    path: Vec<Step<'a>>,
    /// Ids met so far. The same few stand in every record; each is kept once.
    words: Vec<Arc<str>>,
    word_at: HashMap<&'a str, u32>,
}

impl<'a> Reader<'a> {
    fn within<T>(&mut self, step: Step<'a>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let result = read(self);
        self.path.pop();
        result
    }

    fn field<T>(&mut self, name: &'a str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.within(Step::Field(name), read)
    }

    fn report(&mut self, severity: Severity, sentence: &str) {
        if self.problems.len() >= MAX_PROBLEMS && severity != Severity::Fatal {
            self.unlisted += 1;
            return;
        }
        let find = self.text.len() < LONG || self.problems.len() < 10 || severity == Severity::Fatal;
        let line = find.then(|| line_of(self.text, &self.path)).flatten();
        let sentence = cut(sentence);
        self.problems.push(Problem { severity, place: Place::Path(display(&self.path), line), sentence });
    }

    fn skip<T>(&mut self, sentence: &str) -> Option<T> {
        self.report(Severity::Skipped, sentence);
        None
    }

    fn stop<T>(&mut self, sentence: &str) -> Result<T, Stop> {
        self.report(Severity::Fatal, sentence);
        Err(Stop)
    }

    fn all_problems(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            let sentence = strings::more_problems_found(self.unlisted);
            self.problems.push(Problem { severity: Severity::Skipped, place: Place::File, sentence });
        }
        self.problems
    }

    fn bundle(&mut self, root: &'a Object<'a>) -> Result<Bundle, Stop> {
        let article = self.field("article", |r| match root.get("article").and_then(Json::as_object) {
            Some(article) => r.article(article),
            None => r.stop(strings::article_missing()),
        })?;
        let book = self.field("codebook", |r| r.book(root.get("codebook")))?;
        let kind = root.get("kind").and_then(Json::as_str).map_or_else(Kind::default, Kind::from_word);
        let mut bundle = Bundle { kind, extra: unknown(root, &ROOT), ..Bundle::bare(article, book) };
        bundle.assignment = self.assignment(root);
        bundle.versions = self.field("codebooks", |r| r.codebooks(root));
        bundle.maps = self.field("maps", |r| r.maps(root, &mut bundle.extra));
        self.field("people", |r| r.people(root.get("people"), &mut bundle))?;
        self.field("layers", |r| match root.get("layers").and_then(Json::as_list) {
            Some(layers) if layers.len() > MAX_LAYERS => r.stop(strings::too_many_layers()),
            Some(layers) => {
                let mut layers = layers.iter().enumerate();
                layers.try_for_each(|(n, layer)| r.within(Step::Item(n), |r| r.layer(layer, &mut bundle)))
            }
            None => r.stop(strings::layers_missing()),
        })?;
        self.field("decisions", |r| r.classes(root.get("decisions"), &mut bundle))?;
        self.field("unplaced", |r| {
            for (id, text) in root.get("unplaced").and_then(Json::as_object).into_iter().flat_map(Object::iter) {
                match text.as_str() {
                    Some(text) if is_word(id) => _ = bundle.unplaced.insert(id.into(), text.into()),
                    _ => _ = r.field(id, |r| r.skip::<()>(strings::must_be_text_of_paragraph())),
                }
            }
        });
        // Of what has no place in the article only what somebody said something of is kept.
        let layers = bundle.layers.values().flat_map(|layer| layer.records.keys());
        let spoken: BTreeSet<&ParagraphId> =
            layers.chain(bundle.classes.values().flat_map(Decisions::paragraphs)).collect();
        let mut unplaced = std::mem::take(&mut bundle.unplaced);
        unplaced.retain(|id, _| bundle.article.index_of(id).is_none() && spoken.contains(id));
        bundle.unplaced = unplaced;
        Ok(bundle)
    }

    fn article(&mut self, from: &'a Object<'a>) -> Result<Article, Stop> {
        let text = |name: &str| from.get(name).and_then(Json::as_str).map(Arc::from);
        let known = ["id", "title", "byline", "source", "date", "language", "direction", "blocks", "described"];
        let mut masthead = Masthead {
            title: text("title").unwrap_or_else(|| strings::untitled().into()),
            byline: text("byline"),
            source: text("source"),
            date: text("date"),
            language: text("language").unwrap_or_else(|| "".into()),
            direction: text("direction").and_then(|d: Arc<str>| Direction::from_word(&d)).unwrap_or(Direction::Auto),
            described: Described::new(),
            extra: unknown(from, &known),
        };
        let described = self.described(from, &mut masthead.extra);
        masthead.take(&described);
        let article = self.field("blocks", |r| {
            let Some(blocks) = from.get("blocks").and_then(Json::as_list) else {
                return r.stop(strings::parts_missing());
            };
            if let Some(at_hand) = r.at_hand.filter(|a| is_text_of(blocks, a)) {
                return Ok(at_hand.with_masthead(masthead));
            }
            let blocks = blocks.iter().enumerate().map(|(n, block)| r.within(Step::Item(n), |r| r.block(block)));
            Ok(Article::new(masthead, blocks.collect::<Result<Vec<Block>, Stop>>()?))
        })?;
        if article.paragraphs().is_empty() {
            return self.stop(strings::no_paragraph());
        }
        if from.get("id").and_then(Json::as_str) != Some(article.id().as_str()) {
            self.field("id", |r| {
                r.report(Severity::Notice, strings::text_changed_outside());
            });
        }
        Ok(article)
    }

    fn block(&mut self, from: &Json<'_>) -> Result<Block, Stop> {
        let Some(object) = from.as_object() else { return self.stop(strings::part_not_object()) };
        let Some(kind) = kind(from) else {
            return self.stop(strings::part_of_no_kind());
        };
        let Some(text) = from.get("text").and_then(Json::as_str) else {
            return self.stop(strings::part_without_text());
        };
        Ok(Block { kind, text: text.into(), extra: unknown(object, &BLOCK) })
    }
}

const ROOT: [&str; 13] = [
    "format",
    "version",
    "kind",
    "assignment",
    "article",
    "codebook",
    "codebooks",
    "people",
    "layers",
    "decisions",
    "maps",
    "unplaced",
    "exported",
];
const BLOCK: [&str; 4] = ["kind", "level", "id", "text"];

fn kind(block: &Json<'_>) -> Option<BlockKind> {
    Some(match block.get("kind")?.as_str()? {
        "heading" => {
            let level = block.get("level").and_then(Json::as_u64).unwrap_or(2);
            BlockKind::Heading(u8::try_from(level.clamp(2, 6)).unwrap_or(2))
        }
        "paragraph" => BlockKind::Paragraph,
        "list-item" => BlockKind::ListItem,
        "quotation" => BlockKind::Quotation,
        _ => return None,
    })
}

/// True when these blocks are those of the article, word for word. Blocks with unknown fields are read the long way.
fn is_text_of(blocks: &[Json<'_>], article: &Article) -> bool {
    let same = |(from, block): (&Json<'_>, &Block)| {
        from.get("text").and_then(Json::as_str) == Some(&*block.text)
            && kind(from) == Some(block.kind)
            && block.extra.is_empty()
            && from.as_object().is_some_and(|object| object.iter().all(|(name, _)| BLOCK.contains(&name)))
    };
    blocks.len() == article.blocks().len() && blocks.iter().zip(article.blocks()).all(same)
}

/// Ids stand in attributes that are lists of words, so they must be words.
fn is_word(id: &str) -> bool {
    !id.is_empty() && id.len() <= MAX_ID && !id.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// A sentence of at most 200 characters; those of serde_json quote what they found, however long it is.
fn cut(sentence: &str) -> String {
    match sentence.char_indices().nth(200) {
        Some((at, _)) => format!("{}…", &sentence[..at]),
        None => sentence.to_owned(),
    }
}

pub use self::assignment::clean_message;

/// A display name: one line, at most 80 characters. Breaks and tabs become spaces, and what else nobody would see in it,
/// such as what turns the words around it, becomes a sign.
#[must_use]
pub fn clean_name(name: &str) -> Arc<str> {
    clean_line(name, 80)
}

/// A title: one line, at most 300 characters, cleaned like a name.
#[must_use]
pub fn clean_title(title: &str) -> Arc<str> {
    clean_line(title, 300)
}

fn clean_line(name: &str, longest: usize) -> Arc<str> {
    let breaks = |c: char| c.is_whitespace() || matches!(c, '\0' | '\u{2028}' | '\u{2029}');
    let line: String = name.chars().map(|c| if breaks(c) { ' ' } else { c }).collect();
    let name: String = signs(&line).chars().skip_while(|c| c.is_whitespace()).take(longest).collect();
    name.trim_end().into()
}
