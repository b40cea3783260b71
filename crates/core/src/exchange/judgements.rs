//! Everything that was said, as a table with one row a judgement, for spreadsheets and statistics. Nothing is read from it
//! again: whoever wants to go on takes the Postil file.

use super::{
    bundle::Bundle,
    csv::{MARK, write as row},
};
use crate::{
    base::{
        id::{AnnotatorId, ParagraphId, QuestionId, VersionId},
        register::Register,
        stamp::Stamp,
        time::rfc3339,
    },
    record::{LayerKey, Record, Supports},
};

/// The columns. Those that a table of judgements needs come first; ids and labels stand behind them.
const COLUMNS: [&str; 17] = [
    "article",
    "paragraph",
    "annotator",
    "layer",
    "code",
    "value",
    "confidence",
    "start",
    "end",
    "quote",
    "codebook_version",
    "created",
    "kind",
    "code_label",
    "value_label",
    "annotator_id",
    "paragraph_id",
];

/// The table: the stances, themes, spans of evidence and notes of all readings in a bundle, in the order of the article, and
/// of one paragraph by layer. `kind` is `stance`, `theme`, `none` (no theme applies), `evidence` or `note`. What was taken
/// back is no judgement. **Notes that are only for their writer are not in it**, whatever the bundle holds. Places are code
/// points of the paragraph's text, from 0, the end excluded; a paragraph that is not in the article any more has no number.
#[must_use]
pub fn write(bundle: &Bundle) -> String {
    let mut out = MARK.to_owned();
    row(COLUMNS, &mut out);
    let paragraphs = bundle.article.paragraphs().iter();
    let here = paragraphs.enumerate().map(|(at, paragraph)| (&paragraph.id, (at + 1).to_string()));
    let gone = bundle.unplaced.keys().map(|id| (id, String::new()));
    for (paragraph, number) in here.chain(gone) {
        for (key, layer) in bundle.layers.iter().filter(|(key, _)| key.is_reading()) {
            if let Some(record) = layer.records.get(paragraph) {
                Judged { bundle, key, paragraph, number: &number }.rows(record, &mut out);
            }
        }
    }
    out
}

/// What one annotator said of one paragraph.
struct Judged<'a> {
    bundle: &'a Bundle,
    key: &'a LayerKey,
    paragraph: &'a ParagraphId,
    /// Its number; empty where it is not in the article any more.
    number: &'a str,
}

/// A judgement.
#[derive(Default)]
struct Judgement<'a> {
    kind: &'a str,
    code: &'a str,
    label: &'a str,
    value: &'a str,
    value_label: &'a str,
    confidence: &'a str,
    span: Option<(u32, u32, &'a str)>,
    under: Option<&'a VersionId>,
    stamp: Option<&'a Stamp>,
}

impl Judged<'_> {
    fn rows(&self, record: &Record, out: &mut String) {
        let codebook = &self.bundle.codebook;
        for (question, said) in &record.stances {
            let Some(stance) = &said.value else { continue };
            let asked = codebook.question(question);
            let label = asked.map(|asked| asked.called(&stance.option));
            self.row(
                &Judgement {
                    kind: "stance",
                    code: question.as_str(),
                    label: self.prompt(question),
                    value: stance.option.as_str(),
                    value_label: label.as_deref().unwrap_or(""),
                    confidence: stance.confidence.map_or("", |sure| sure.word()),
                    ..given(said)
                },
                out,
            );
        }
        for (theme, said) in record.themes.iter().filter(|(_, said)| said.value) {
            let label = codebook.theme(theme).map_or("", |theme| &theme.label);
            let named = Judgement { kind: "theme", code: theme.as_str(), label, value: "applies", ..given(said) };
            self.row(&named, out);
        }
        for said in record.none_applies.iter().filter(|said| said.value) {
            self.row(&Judgement { kind: "none", value: "no theme applies", ..given(said) }, out);
        }
        for said in record.evidence.values() {
            let Some(evidence) = &said.value else { continue };
            let (code, label, value) = match &evidence.supports {
                Supports::Stance(question, option) => {
                    (question.as_str(), self.prompt(question), option.as_ref().map_or("", |option| option.as_str()))
                }
                Supports::Theme(theme) => {
                    (theme.as_str(), codebook.theme(theme).map_or("", |theme| &*theme.label), "applies")
                }
            };
            let span = Some((evidence.start, evidence.end, &*evidence.quote));
            self.row(&Judgement { kind: "evidence", code, label, value, span, ..given(said) }, out);
        }
        for text in record.note.texts.iter().filter(|text| !text.private && !text.text.is_empty()) {
            let note = Judgement { kind: "note", value: &text.text, stamp: Some(&text.stamp), ..Judgement::default() };
            self.row(&note, out);
        }
    }

    fn prompt(&self, question: &QuestionId) -> &str {
        self.bundle.codebook.question(question).map_or("", |question| &question.prompt)
    }

    fn row(&self, judgement: &Judgement<'_>, out: &mut String) {
        let (start, end, quote) = judgement.span.map_or((String::new(), String::new(), ""), |(start, end, quote)| {
            (start.to_string(), end.to_string(), quote)
        });
        let created = judgement.stamp.and_then(|stamp| rfc3339(stamp.wall)).unwrap_or_default();
        let layer = format!("{} {}", self.key.kind.word(), self.key.round);
        let cells = [
            &*self.bundle.article.masthead.title,
            self.number,
            self.name(&self.key.annotator),
            &layer,
            judgement.code,
            judgement.value,
            judgement.confidence,
            &start,
            &end,
            quote,
            judgement.under.map_or("", |version| version.as_str()),
            &created,
            judgement.kind,
            judgement.label,
            judgement.value_label,
            self.key.annotator.as_str(),
            self.paragraph.as_str(),
        ];
        row(cells, out);
    }

    /// The name that somebody gave themselves; empty where none is known, since the id stands beside it.
    fn name(&self, annotator: &AnnotatorId) -> &str {
        let person = self.bundle.people.get(annotator);
        person.and_then(|person| person.name.as_ref()).map_or("", |name| &name.value)
    }
}

fn given<T>(said: &Register<T>) -> Judgement<'_> {
    Judgement { under: said.under.as_ref(), stamp: Some(&said.stamp), ..Judgement::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::id::OptionId,
        codebook::{book::Book, sample},
        exchange::csv::{read, said},
        measure::comparison::testing::{article, layer},
        record::{Evidence, note::NoteText},
    };

    fn bundle() -> Bundle {
        let mut bundle = Bundle::bare(article(2), Book::of(&sample::codebook(), &sample::stamp()));
        let mut said = layer(&bundle.article, &[("supports", &["image"]), ("", &["none"])]);
        let first = bundle.article.paragraphs()[0].id.clone();
        let record = said.records.get_mut(&first).expect("is there");
        let stamp = |counter| Stamp { wall: 1_700_000_000_000, counter, replica: "r".into() };
        let texts = [("=cmd|' /C calc'!A0", false), ("only for me", true), ("two\nlines, “quoted” \"so\"", false)];
        let note =
            |(at, (text, private)): (u32, (&str, bool))| NoteText { stamp: stamp(at), text: text.into(), private };
        record.note.texts = (0..).zip(texts).map(note).collect();
        let evidence = Evidence {
            start: 0,
            end: 9,
            quote: "Paragraph".into(),
            prefix: "".into(),
            suffix: " 0.".into(),
            supports: Supports::Stance("stance".into(), Some(OptionId::from("supports"))),
        };
        record.evidence.insert("e".into(), Register::new(Some(evidence), stamp(3)));
        // Taken back: no judgements.
        record.stances.insert("other".into(), Register::new(None, stamp(4)));
        record.themes.insert("rivalry".into(), Register::new(false, stamp(5)));
        bundle.layers.insert(LayerKey::reading("ann".into(), 1), said);
        bundle
    }

    #[test]
    fn every_judgement_has_a_row_and_a_private_note_has_none() {
        let text = write(&bundle());
        assert!(text.starts_with(MARK) && !text.contains("only for me"));
        let rows = read(&text).expect("a table");
        assert!(rows.iter().all(|row| row.cells.len() == COLUMNS.len()));
        let cell = |row: usize, name: &str| {
            let at = COLUMNS.iter().position(|column| *column == name).expect("a column");
            said(&rows[row].cells[at]).to_owned()
        };
        let kinds: Vec<String> = (1..rows.len()).map(|row| cell(row, "kind")).collect();
        assert_eq!(kinds, ["stance", "theme", "evidence", "note", "note", "none"]);
        assert_eq!([cell(1, "code"), cell(1, "value"), cell(1, "value_label")], ["stance", "supports", "supports"]);
        assert_eq!([cell(2, "code"), cell(2, "value")], ["image", "applies"]);
        assert_eq!([cell(3, "start"), cell(3, "end"), cell(3, "quote")], ["0", "9", "Paragraph"]);
        assert_eq!(cell(5, "value"), "two\nlines, “quoted” \"so\"");
        assert_eq!((cell(6, "paragraph"), cell(6, "layer")), ("2".to_owned(), "reading 1".to_owned()));
    }

    #[test]
    fn what_people_wrote_is_no_formula() {
        let text = write(&bundle());
        let rows = read(&text).expect("a table");
        let cells = rows.iter().flat_map(|row| &row.cells);
        assert!(cells.clone().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        assert!(cells.clone().any(|cell| said(cell) == "=cmd|' /C calc'!A0"));
    }
}
