//! Everything that was said, as a table with one row a judgement, for spreadsheets and statistics. Nothing is read from it
//! again: whoever wants to go on takes the Postil file.

use super::{
    bundle::Bundle,
    csv::{MARK, write as row},
};
use crate::{
    base::{
        id::{ParagraphId, VersionId},
        register::Register,
        stamp::Stamp,
        time::rfc3339,
    },
    record::{LayerKey, Record, Supports, Themes},
};

/// The columns; `docs/bundle.md` says what stands in them.
const COLUMNS: [&str; 18] = [
    "article",
    "number",
    "paragraph",
    "annotator",
    "name",
    "round",
    "kind",
    "question",
    "theme",
    "label",
    "value",
    "value_label",
    "confidence",
    "start",
    "end",
    "quote",
    "codebook",
    "created",
];

/// The table: the stances, themes, spans of evidence and notes of all readings in a bundle, by layer and paragraph. It is the
/// one that the readers in `docs/readers` make of the bundle's file, but that **notes which are only for their writer are not
/// in it**, whatever the bundle holds.
#[must_use]
pub fn write(bundle: &Bundle) -> String {
    let mut out = MARK.to_owned();
    row(COLUMNS, &mut out);
    let paragraphs = bundle.article.paragraphs().iter();
    let here = paragraphs.enumerate().map(|(at, paragraph)| (&paragraph.id, (at + 1).to_string()));
    let gone = bundle.unplaced.keys().map(|id| (id, String::new()));
    let places: Vec<(&ParagraphId, String)> = here.chain(gone).collect();
    for (key, layer) in bundle.layers.iter().filter(|(key, _)| key.is_reading()) {
        let usual = layer.usual_version();
        for (paragraph, number) in &places {
            if let Some(record) = layer.records.get(*paragraph) {
                Judged { bundle, key, usual, paragraph, number }.rows(record, &mut out);
            }
        }
    }
    out
}

/// What one annotator said of one paragraph.
struct Judged<'a> {
    bundle: &'a Bundle,
    key: &'a LayerKey,
    usual: Option<&'a VersionId>,
    paragraph: &'a ParagraphId,
    /// Its number; empty where it is not in the article any more.
    number: &'a str,
}

/// A judgement.
#[derive(Default)]
struct Judgement<'a> {
    kind: &'a str,
    question: &'a str,
    theme: &'a str,
    value: &'a str,
    confidence: &'a str,
    span: Option<(u32, u32, &'a str)>,
    under: Option<&'a VersionId>,
    stamp: Option<&'a Stamp>,
}

impl Judged<'_> {
    fn rows(&self, record: &Record, out: &mut String) {
        for (question, said) in &record.stances {
            let Some(stance) = &said.value else { continue };
            self.row(
                &Judgement {
                    kind: "stance",
                    question: question.as_str(),
                    value: stance.option.as_str(),
                    confidence: stance.confidence.map_or("", |sure| sure.word()),
                    ..given(said)
                },
                out,
            );
        }
        match record.themes() {
            Themes::NotCoded => {}
            Themes::NoneApplies => {
                if let Some(said) = &record.none_applies {
                    self.row(&Judgement { kind: "none_applies", value: "true", ..given(said) }, out);
                }
            }
            Themes::Set(set) => {
                for (theme, said) in set.iter().filter_map(|theme| Some((theme, record.themes.get(theme)?))) {
                    self.row(&Judgement { kind: "theme", theme: theme.as_str(), value: "true", ..given(said) }, out);
                }
            }
        }
        for text in record.note.texts.iter().filter(|text| !text.private && !text.text.is_empty()) {
            let (value, stamp) = (&*text.text, Some(&text.stamp));
            self.row(&Judgement { kind: "note", value, under: self.usual, stamp, ..Judgement::default() }, out);
        }
        for said in record.evidence.values() {
            let Some(evidence) = &said.value else { continue };
            let stamp = Some(&said.stamp);
            let span = Some((evidence.start, evidence.end, &*evidence.quote));
            let found = Judgement { kind: "evidence", span, stamp, ..Judgement::default() };
            let found = match &evidence.supports {
                Supports::Stance(question, option) => Judgement {
                    question: question.as_str(),
                    value: option.as_ref().map_or("", |option| option.as_str()),
                    under: record.stances.get(question).and_then(|said| said.under.as_ref()),
                    ..found
                },
                Supports::Theme(theme) => Judgement {
                    theme: theme.as_str(),
                    under: record.themes.get(theme).and_then(|said| said.under.as_ref()),
                    ..found
                },
            };
            self.row(&found, out);
        }
    }

    /// How people read what is answered, and the answer: the ids where the codebook does not know them.
    fn labels(&self, judgement: &Judgement<'_>) -> [String; 2] {
        let codebook = &self.bundle.codebook;
        if judgement.question.is_empty() {
            let theme = Some(judgement.theme).filter(|theme| !theme.is_empty());
            return [theme.map_or_else(String::new, |theme| codebook.called(&theme.into()).to_string()), String::new()];
        }
        let asked = codebook.question(&judgement.question.into());
        let value = Some(judgement.value).filter(|value| !value.is_empty());
        let called =
            |value: &str| asked.map_or_else(|| value.to_owned(), |asked| asked.called(&value.into()).to_string());
        let prompt = asked.map_or(judgement.question, |asked| &asked.prompt);
        [prompt.to_owned(), value.map_or_else(String::new, called)]
    }

    fn row(&self, judgement: &Judgement<'_>, out: &mut String) {
        let (start, end, quote) = judgement.span.map_or((String::new(), String::new(), ""), |(start, end, quote)| {
            (start.to_string(), end.to_string(), quote)
        });
        let person = self.bundle.people.get(&self.key.annotator);
        let [label, value_label] = self.labels(judgement);
        let cells = [
            self.bundle.article.id().as_str(),
            self.number,
            self.paragraph.as_str(),
            self.key.annotator.as_str(),
            person.and_then(|person| person.name.as_ref()).map_or("", |name| &name.value),
            &self.key.round.to_string(),
            judgement.kind,
            judgement.question,
            judgement.theme,
            &label,
            judgement.value,
            &value_label,
            judgement.confidence,
            &start,
            &end,
            quote,
            judgement.under.map_or("", |version| version.as_str()),
            &judgement.stamp.map(created).unwrap_or_default(),
        ];
        row(cells, out);
    }
}

fn given<T>(said: &Register<T>) -> Judgement<'_> {
    Judgement { under: said.under.as_ref(), stamp: Some(&said.stamp), ..Judgement::default() }
}

/// "2022-12-01T10:00:02.400Z": with milliseconds always, so that the column sorts.
fn created(stamp: &Stamp) -> String {
    let whole = rfc3339(stamp.wall / 1000 * 1000).unwrap_or_default();
    whole.strip_suffix('Z').map_or_else(String::new, |whole| format!("{whole}.{:03}Z", stamp.wall % 1000))
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
        assert_eq!(kinds, ["stance", "theme", "note", "note", "evidence", "none_applies"]);
        assert_eq!([cell(1, "question"), cell(1, "value"), cell(1, "value_label")], ["stance", "supports", "supports"]);
        assert_eq!([cell(2, "theme"), cell(2, "label"), cell(2, "value")], ["image", "Image and leadership", "true"]);
        assert_eq!(cell(4, "value"), "two\nlines, “quoted” \"so\"");
        assert_eq!(cell(4, "created"), "2023-11-14T22:13:20.000Z");
        assert_eq!([cell(5, "start"), cell(5, "end"), cell(5, "quote")], ["0", "9", "Paragraph"]);
        assert_eq!([cell(6, "number"), cell(6, "round")], ["2", "1"]);
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
