//! Tables as text: RFC 4180 with a guard, for programs that take a cell for a formula.
//!
//! Ours is 0.8 KB (brotli) where `csv-core` is 3.2, and says where a quotation mark was never closed. `csv-core` reads such a
//! file, a torn one most often, as if nothing were wrong.

use crate::{
    base::problem::{Place, Problem},
    strings::exchange as strings,
};

/// A row as it stands in a file: its cells, and the line that it begins in, from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// The rows of a text. What separates cells is the first of `,`, `;` and tab that stands in the first line outside
/// quotation marks: spreadsheets write what the country is used to. Empty lines are left out.
///
/// # Errors
/// Where a quotation mark was never closed.
pub(super) fn read(text: &str) -> Result<Vec<Row>, Problem> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let separator = separator(text);
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut opened) = (1, 1, None);
    // A cell that was in quotation marks is one even if it is empty, and what stands in it is no mark any more.
    let mut closed = false;
    let mut chars = text.chars().peekable();
    loop {
        let next = chars.next();
        match next {
            Some('"') if opened.is_some() => {
                if chars.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    (opened, closed) = (None, true);
                }
            }
            Some(c) if opened.is_some() => {
                line += usize::from(c == '\n');
                cell.push(c);
            }
            Some('"') if cell.is_empty() && !closed => opened = Some(line),
            Some(c) if c == separator => {
                cells.push(std::mem::take(&mut cell));
                closed = false;
            }
            Some('\r' | '\n') | None => {
                if next == Some('\r') {
                    chars.next_if_eq(&'\n');
                }
                if closed || !cell.is_empty() || !cells.is_empty() {
                    cells.push(std::mem::take(&mut cell));
                    rows.push(Row { line: begun, cells: std::mem::take(&mut cells) });
                }
                if next.is_none() {
                    break;
                }
                line += 1;
                (begun, closed) = (line, false);
            }
            Some(c) => cell.push(c),
        }
    }
    match opened {
        Some(line) => Err(Problem::fatal(Place::Line(line, 1), strings::quotation_never_closed())),
        None => Ok(rows),
    }
}

fn separator(text: &str) -> char {
    let mut quoted = false;
    let outside = |c: &char| {
        quoted ^= *c == '"';
        !quoted
    };
    let first = text.chars().take_while(|c| !matches!(c, '\r' | '\n')).filter(outside);
    first.into_iter().find(|c| matches!(c, ',' | ';' | '\t')).unwrap_or(',')
}

/// The media type of such a file.
pub const MIME: &str = "text/csv";
/// What a file for people begins with: Excel on Windows takes a CSV file for one of the country's old encodings unless a byte
/// order mark says that it is UTF-8. LibreOffice, R (readr) and pandas leave it out when they read.
pub const MARK: &str = "\u{FEFF}";

/// Writes a row. A cell that a spreadsheet would take for a formula gets a `'` before it: what people write in notes and names
/// comes from others' files, and must not be run by whoever opens the table (OWASP, CSV injection).
pub fn write<'a>(cells: impl IntoIterator<Item = &'a str>, to: &mut String) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            to.push(',');
        }
        let cell = guarded(cell);
        if cell.contains([',', ';', '\t', '"', '\r', '\n']) {
            to.push('"');
            to.push_str(&cell.replace('"', "\"\""));
            to.push('"');
        } else {
            to.push_str(&cell);
        }
    }
    to.push_str("\r\n");
}

/// Writes a row as it is pasted into a spreadsheet: cells stand between tabs, and a line in a cell becomes a space.
pub fn pasted<'a>(cells: impl IntoIterator<Item = &'a str>, to: &mut String) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            to.push('\t');
        }
        to.push_str(&guarded(cell).replace(['\t', '\r', '\n'], " "));
    }
    to.push('\n');
}

fn guarded(cell: &str) -> String {
    if is_guarded(cell) || is_formula(cell) && !is_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// What a cell says: exactly the one `'` is taken off that [`write`] puts on.
pub(super) fn said(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_guarded(cell)).unwrap_or(cell)
}

/// A number with a minus runs nothing, and with a guard it would be no number any more.
fn is_number(cell: &str) -> bool {
    cell.strip_prefix('-').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| c.is_ascii_digit() || c == '.')
    })
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0'])
}

/// True for what looks as if it had the guard, whoever put it there. It gets another, so that reading gives it back.
fn is_guarded(cell: &str) -> bool {
    cell.starts_with('\'') && is_formula(cell.trim_start_matches('\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        read(text).expect("a table").into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn reads_what_rfc_4180_shows() {
        assert_eq!(cells("aaa,bbb,ccc\r\nzzz,yyy,xxx"), [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]);
        assert_eq!(
            cells("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx\r\n"),
            [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
        );
        assert_eq!(cells("\"aaa\",\"b\"\"bb\",\"ccc\""), [["aaa", "b\"bb", "ccc"]]);
        assert_eq!(cells("a,\"\",\n\n,\n\"\"\n"), [vec!["a", "", ""], vec!["", ""], vec![""]]);
    }

    #[test]
    fn reads_what_spreadsheets_of_other_countries_write() {
        assert_eq!(cells("\u{FEFF}tag;description\r\"a, b\";c\r"), [["tag", "description"], ["a, b", "c"]]);
        assert_eq!(cells("\"a;b\"\tc\nd;e\tf\n"), [["a;b", "c"], ["d;e", "f"]]);
    }

    #[test]
    fn a_torn_file_is_named_by_the_line_where_it_was_open() {
        let problem = read("a,b\n\"c\nd\",e\nf,\"g\nh\n").expect_err("is torn");
        assert_eq!(problem.place, Place::Line(4, 1));
        assert_eq!(read("a\n\"b\nc\"\nd").expect("a table").iter().map(|row| row.line).collect::<Vec<_>>(), [1, 2, 4]);
    }

    #[test]
    fn formulas_are_guarded_and_come_back_as_they_were() {
        let texts =
            ["=1+1", "-", "+x", "@y", "\tz", "\r", "\0", "'=1", "''-", "'quoted'", "'", "", "a=b", " =", "it’s"];
        let mut text = String::new();
        write(texts, &mut text);
        let row = cells(&text).remove(0);
        assert!(row.iter().all(|cell| !is_formula(cell)), "{row:?}");
        assert!(row.iter().map(|cell| said(cell)).eq(texts));
        assert_eq!(row[9], "'quoted'", "what needs no guard has none");
    }
}
