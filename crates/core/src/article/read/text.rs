//! Plain text to an article: encodings, paragraphs, and a draft that a person can correct before it is opened.

use crate::{
    article::{Article, Block, BlockKind, Masthead},
    base::{
        script::{self, Direction},
        signs::signs,
    },
    strings::article as strings,
};
use std::sync::Arc;
use thiserror::Error;

/// The largest article file that is read, in bytes: 32 MiB, some 50,000 paragraphs.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The most lines that are read.
const MAX_LINES: usize = 300_000;

/// Why a file cannot be read as text. Each is a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("{}", strings::no_text())]
    Empty,
    /// Larger than [`MAX_BYTES`].
    #[error("{}", strings::too_large())]
    TooLarge,
    /// More lines than are read; each may be a paragraph.
    #[error("{}", strings::too_many_lines())]
    TooManyLines,
    /// A PDF.
    #[error("{}", strings::is_pdf())]
    Pdf,
    /// A zipped format, as word processors write.
    #[error("{}", strings::is_zipped())]
    Zipped,
    /// Not text in any encoding we know.
    #[error("{}", strings::is_binary())]
    Binary,
}

/// Reads bytes as text: UTF-8, UTF-16 in either order, or Windows-1252 (which holds Latin-1). Line ends become LF and a
/// byte order mark goes; nothing else changes.
///
/// # Errors
/// When the bytes are empty, too many, or not text.
pub fn decode(bytes: &[u8]) -> Result<String, TextError> {
    if bytes.len() > MAX_BYTES {
        return Err(TextError::TooLarge);
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(TextError::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(TextError::Zipped);
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if looks_like_utf16(bytes, 1) => utf16(bytes, u16::from_le_bytes),
        _ if looks_like_utf16(bytes, 0) => utf16(bytes, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            std::str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), ToOwned::to_owned)
        }
    };
    let text = tidy_lines(&text);
    if text.trim().is_empty() {
        return Err(TextError::Empty);
    }
    if looks_binary(&text) {
        return Err(TextError::Binary);
    }
    if text.bytes().filter(|b| *b == b'\n').count() > MAX_LINES {
        return Err(TextError::TooManyLines);
    }
    Ok(text)
}

/// Line feeds for every kind of line end, and no byte order mark.
fn tidy_lines(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let odd = |c: char| matches!(c, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut tidy = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(odd) {
        tidy.push_str(&rest[..at]);
        let end = rest[at..].chars().next().unwrap_or('\n');
        tidy.push_str(if matches!(end, '\u{C}' | '\u{2029}') { "\n\n" } else { "\n" });
        let length = if rest[at..].starts_with("\r\n") { 2 } else { end.len_utf8() };
        rest = &rest[at + length..];
    }
    tidy.push_str(rest);
    tidy
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Western text in UTF-16 has a zero in every other byte.
fn looks_like_utf16(bytes: &[u8], zero_at: usize) -> bool {
    let head = &bytes[..bytes.len().min(512) & !1];
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    head.len() >= 4 && zeros(zero_at) * 10 >= head.len() / 2 * 7 && zeros(1 - zero_at) == 0
}

/// Windows-1252 by the WHATWG Encoding Standard's index; the five unassigned bytes stay control characters.
fn windows_1252(bytes: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    let decode = |byte: &u8| match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    bytes.iter().map(decode).collect()
}

/// More than one control character in two hundred, or any NUL, is no text.
fn looks_binary(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars().take(8192) {
        all += 1;
        if c == '\0' {
            return true;
        }
        odd += usize::from((c.is_control() && !matches!(c, '\n' | '\t')) || c == char::REPLACEMENT_CHARACTER);
    }
    odd * 200 > all
}

/// What becomes of a block of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A heading; not numbered.
    Heading,
    /// A paragraph, a unit of annotation.
    Paragraph,
    /// Left out of the article.
    LeaveOut,
}

/// One block found in a text, and what is to become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftBlock {
    /// The text, hard wraps joined.
    pub text: Arc<str>,
    /// The choice, first guessed and then the person's.
    pub choice: Choice,
}

/// An article before it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The title, first guessed.
    pub title: Arc<str>,
    /// The blocks in order.
    pub blocks: Vec<DraftBlock>,
    /// The language as a BCP 47 tag, first guessed from the letters; empty when not known.
    pub language: Arc<str>,
    /// Which way the text runs, first guessed as well.
    pub direction: Direction,
}

impl Draft {
    /// Finds title and blocks in a text that [`decode`] returned or somebody pasted. `name` (a file's name, if any) is
    /// the title of last resort.
    #[must_use]
    pub fn find(text: &str, name: Option<&str>) -> Self {
        let texts = split(&tidy_lines(text));
        let first_marked = texts.iter().position(|text| marked(text).is_some());
        let mut blocks: Vec<DraftBlock> = texts.into_iter().map(guess).collect();
        settle_headings(&mut blocks);
        if let [first, _, ..] = &mut blocks[..]
            && first.choice == Choice::Paragraph
            && is_short(&first.text)
            && is_asked(&first.text)
        {
            first.choice = Choice::Heading;
        }
        let title =
            take_title(&mut blocks, first_marked).unwrap_or_else(|| stem(name).unwrap_or_else(|| first_words(&blocks)));
        // Whatever it is, there is something to annotate in it.
        if blocks.iter().all(|b| b.choice != Choice::Paragraph) {
            blocks.iter_mut().filter(|b| b.text != title).for_each(|b| b.choice = Choice::Paragraph);
        }
        if let [only] = &mut blocks[..] {
            only.choice = Choice::Paragraph;
        }
        let (language, direction) = script::find(&blocks.iter().map(|b| &*b.text).collect::<Vec<_>>());
        Self { title, blocks, language, direction }
    }

    /// How many paragraphs it would have.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.blocks.iter().filter(|b| b.choice == Choice::Paragraph).count()
    }

    /// The article, as chosen.
    #[must_use]
    pub fn article(&self) -> Article {
        let kind = |choice| match choice {
            Choice::Heading => Some(BlockKind::Heading(2)),
            Choice::Paragraph => Some(BlockKind::Paragraph),
            Choice::LeaveOut => None,
        };
        let blocks = self.blocks.iter().filter_map(|b| Some(Block::new(kind(b.choice)?, Arc::clone(&b.text))));
        let title = self.title.trim();
        let title = if title.is_empty() { first_words(&self.blocks) } else { title.into() };
        let masthead =
            Masthead { language: Arc::clone(&self.language), direction: self.direction, ..Masthead::titled(title) };
        Article::new(masthead, blocks.collect())
    }
}

/// Blank lines separate blocks; a text without blank lines has one a line.
fn split(text: &str) -> Vec<String> {
    let wrapped = text.trim_matches('\n').lines().any(|line| trim(line).is_empty());
    let mut blocks: Vec<String> = Vec::new();
    // What the line before belongs to, if this one may go on with it: it was neither blank nor a block by itself.
    let mut open: Option<Part> = None;
    for line in text.lines().map(trim) {
        let quoted = line == ">" || line.starts_with("> ");
        let line = if quoted { trim(&line[1..]) } else { line };
        if line.is_empty() {
            open = None;
            continue;
        }
        let item = is_item(line);
        let alone = !wrapped || is_rule(line) || marked(line).is_some() || line.chars().nth(WRAPPED).is_some();
        let goes_on = open.is_some_and(|part| !alone && part.quoted == quoted && !(item && part.list));
        match blocks.last_mut() {
            Some(last) if goes_on => join_wrapped(last, line),
            _ => {
                blocks.push(line.to_owned());
                open = (!alone).then_some(Part { quoted, list: item });
            }
        }
    }
    blocks
}

/// What an open block is part of.
#[derive(Clone, Copy)]
struct Part {
    quoted: bool,
    list: bool,
}

/// Without the white space at both ends, and without what cannot be seen there.
fn trim(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}'))
}

/// No program wraps lines beyond 200 characters: a longer line is a paragraph of its own.
const WRAPPED: usize = 200;

/// Joins a hard-wrapped line: no space after a hyphen inside a word, nor between scripts that use none.
fn join_wrapped(text: &mut String, line: &str) {
    let mut tail = text.chars().rev();
    let last = tail.next().unwrap_or(' ');
    let before = tail.next().unwrap_or(' ');
    let first = line.chars().next().unwrap_or(' ');
    let hyphenated = last == '-' && before.is_alphabetic() && first.is_lowercase();
    let quote = |c: char| matches!(c, '“' | '”' | '‘' | '’' | '…' | '—');
    let unspaced = is_unspaced(last) && (is_unspaced(first) || quote(first)) || quote(last) && is_unspaced(first);
    if !hyphenated && !unspaced {
        text.push(' ');
    }
    text.push_str(line);
}

/// Chinese and Japanese with their punctuation, Thai, Lao, Burmese, Khmer.
fn is_unspaced(c: char) -> bool {
    is_wide(c) || matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The words of a heading that Markdown marks.
fn marked(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    let words = words.strip_prefix([' ', '\t'])?.trim_end_matches('#').trim();
    ((1..=6).contains(&marks) && !words.is_empty()).then_some(words)
}

/// A line that only separates, such as `* * *` or `-----`, or the number of a page.
fn is_rule(line: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "-–— ".contains(c);
    line.chars().all(|c| "-=*_~#•·.+|—–⁂§ ".contains(c))
        || (line.chars().filter(char::is_ascii_digit).count() <= 3 && line.chars().all(number))
}

/// The item of a list or a numbered note: `- one`, `• one`, `1. one`, `2) two`, `[3] three`.
fn is_item(line: &str) -> bool {
    let Some((head, _)) = line.split_once(char::is_whitespace) else { return false };
    let bare = head.trim_start_matches(['(', '[']).trim_end_matches(['.', ')', ']']);
    matches!(head, "-" | "*" | "•" | "+" | "–")
        || (bare.len() < head.len() && (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit()))
}

/// Takes back guesses that the next block speaks against.
fn settle_headings(blocks: &mut [DraftBlock]) {
    // A heading heads something: a short line at the very end is a paragraph.
    if let Some(last) = blocks.iter_mut().rfind(|b| b.choice != Choice::LeaveOut) {
        last.choice = Choice::Paragraph;
    }
    for at in 1..blocks.len() {
        let next = &blocks[at].text;
        if at > 1
            && next.starts_with(char::is_lowercase)
            && blocks[at - 1].choice == Choice::Heading
            && !is_byline(next)
        {
            // The sentence goes on. (What stands first may be the title, whatever follows.)
            blocks[at - 1].choice = Choice::Paragraph;
        } else if *next == blocks[at - 1].text && blocks[at].choice == Choice::Heading {
            // A web page copied as text often has its author or a label twice.
            blocks[at].choice = Choice::LeaveOut;
        }
    }
}

/// Headings are short and end without a full stop, or are all capitals; a Markdown mark says it outright.
fn guess(text: String) -> DraftBlock {
    if let Some(words) = marked(&text) {
        return DraftBlock { text: words.into(), choice: Choice::Heading };
    }
    let choice = match () {
        () if is_rule(&text) => Choice::LeaveOut,
        () if is_item(&text) || !is_short(&text) => Choice::Paragraph,
        () if is_capitals(&text) || !is_stopped(&text) => Choice::Heading,
        () => Choice::Paragraph,
    };
    DraftBlock { text: text.into(), choice }
}

/// At most 80 characters and 12 words; a wide character says as much as three.
fn is_short(text: &str) -> bool {
    // No character has more than four bytes, so most paragraphs need no counting.
    text.len() <= 320
        && text.chars().map(|c| if is_wide(c) { 3 } else { 1 }).sum::<usize>() <= 80
        && text.split_whitespace().count() <= 12
}

fn is_capitals(text: &str) -> bool {
    let mut cased = text.chars().filter(|c| c.is_uppercase() || c.is_lowercase());
    cased.by_ref().take(3).filter(|c| c.is_uppercase()).count() == 3 && cased.all(char::is_uppercase)
}

/// What may stand behind the sign that ends a sentence.
const CLOSING: [char; 9] = ['”', '"', '’', '\'', '»', ')', '」', '』', '）'];

/// True for what ends as a question does, or a call: as a title may, but no other heading that nobody marked.
fn is_asked(text: &str) -> bool {
    text.trim_end_matches(CLOSING).ends_with(['?', '!', '？', '！', '؟'])
}

fn is_stopped(text: &str) -> bool {
    text.trim_end_matches(CLOSING).ends_with([
        '.', '!', '?', ';', ':', ',', '…', '。', '！', '？', '；', '：', '，', '؟', '،', '؛', '۔', '।', '॥', '։', '።',
    ])
}

fn is_byline(text: &str) -> bool {
    text.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("by ")) && text.split_whitespace().count() <= 8
}

/// Chooses the title among the headings that open the text: one that Markdown marks, else the first, or the longest when
/// the first is a mere label. What stands above it (the site's labels) and a byline are left out.
fn take_title(blocks: &mut [DraftBlock], first_marked: Option<usize>) -> Option<Arc<str>> {
    let opening = blocks.iter().take_while(|b| b.choice != Choice::Paragraph).count();
    let fits = |at: &usize| blocks[*at].choice == Choice::Heading && !is_byline(&blocks[*at].text);
    let words = |at: usize| blocks[at].text.split_whitespace().count();
    let first = (0..opening).find(fits)?;
    let title = match first_marked.filter(|at| *at < opening) {
        Some(marked) => marked,
        None if words(first) >= 4 => first,
        None => (0..opening.min(4)).filter(fits).max_by_key(|&at| (words(at), std::cmp::Reverse(at)))?,
    };
    for block in &mut blocks[..opening] {
        if is_byline(&block.text) {
            block.choice = Choice::LeaveOut;
        }
    }
    blocks[..=title].iter_mut().for_each(|block| block.choice = Choice::LeaveOut);
    Some(Arc::clone(&blocks[title].text))
}

fn stem(name: Option<&str>) -> Option<Arc<str>> {
    let name = name?.trim();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    (!stem.is_empty()).then(|| signs(stem).into())
}

fn first_words(blocks: &[DraftBlock]) -> Arc<str> {
    let first = blocks.iter().find(|b| b.choice == Choice::Paragraph).or_else(|| blocks.first());
    let text = first.map_or(strings::untitled(), |b| &b.text);
    let words: Vec<&str> = text.split_whitespace().take(8).collect();
    let short: String = words.join(" ").chars().take(80).collect();
    if short.len() < text.len() { strings::cut_short(&short).into() } else { short.into() }
}

#[cfg(test)]
mod tests;
