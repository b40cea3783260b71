//! The readers in `docs/readers`, which other programs may begin with: what the one in Python makes of every file that is here.

use crate::source::{files, text};
use expect_test::expect_file;
use serde_json::{Map, Value};
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const BUNDLE: &str = include_str!("../../docs/bundle.md");
const GOLDEN: &str = include_str!("../fixtures/bundle-1.postil.json");
const EXAMPLE: &str = include_str!("../../static/class/example.postil.json");

/// What the reader says to a file of this content, on a machine whose words are not in UTF-8.
fn run(name: &str, file: &str) -> Output {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.postil.json"));
    fs::write(&path, file).expect("there is room");
    let mut python = Command::new("python3");
    python.env("PYTHONIOENCODING", "ascii").env("PYTHONUTF8", "0").env("LC_ALL", "C");
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/readers/postil.py");
    let output = python.arg(reader).arg(path).output();
    output.unwrap_or_else(|error| {
        panic!("python3 does not run ({error}), and a reader in docs/ needs it: on Debian apt-get install python3")
    })
}

/// The table that is made of a file in which all quotes are right.
fn table(name: &str, file: &str) -> String {
    let output = run(name, file);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{name}: {complaint}");
    String::from_utf8(output.stdout).expect("is UTF-8").replace("\r\n", "\n")
}

/// What the reader complains of in a file in which a quote is wrong.
fn complaint(name: &str, file: &str) -> String {
    let output = run(name, file);
    assert_eq!(output.status.code(), Some(1), "{name}");
    assert!(output.stdout.starts_with(b"article,"), "{name}: there is a table all the same");
    String::from_utf8(output.stderr).expect("is UTF-8")
}

/// The file with something else in one place of it.
fn changed(file: &str, from: &str, to: &str) -> String {
    assert!(file.contains(from), "{from} is there");
    file.replacen(from, to, 1)
}

#[test]
fn a_table_of_every_file() {
    let fixtures = files("tests/fixtures", &[".postil.json"]);
    assert!(fixtures.len() >= 2, "the files are where they were");
    for (path, file) in fixtures.into_iter().chain(files("static/class", &[".postil.json"])) {
        let name = path.split_once("fixtures/").map_or(&*path, |(_, name)| name).rsplit("class/").next();
        let name = name.and_then(|name| name.strip_suffix(".postil.json")).expect("is a bundle").replace('/', "-");
        expect_file![format!("../fixtures/readers/{name}.csv")].assert_eq(&table(&name, &file));
    }
}

#[test]
fn lines_end_as_the_standard_has_it() {
    let output = run("ends", EXAMPLE);
    let table = String::from_utf8(output.stdout).expect("is UTF-8");
    assert!(table.ends_with("\r\n") && table.lines().count() == table.matches("\r\n").count());
}

#[test]
fn a_quote_that_is_not_there_is_named() {
    let wrong = changed(GOLDEN, r#""end": 5, "quote": "网络空间""#, r#""end": 5, "quote": "word""#);
    assert_eq!(
        complaint("wrong", &wrong),
        "paragraph 4fc6cafb060a10da, 0123456789abcdef0123456789abcdef: 1 to 5 is '\\u7f51\\u7edc\\u7a7a\\u95f4', not 'word'\n"
    );
    let behind =
        changed(GOLDEN, r#""start": 1, "end": 5, "quote": "网络空间""#, r#""start": 9, "end": 99, "quote": """#);
    assert_eq!(complaint("behind", &behind).lines().count(), 1);
}

#[test]
fn offsets_count_code_points() {
    // A flag of two characters, behind one that is made of three.
    let words = "जाल सबका है। 👩‍🔬🇪🇺";
    let start = words.chars().count() - 2;
    let span = |start: usize, end: usize| {
        let span = format!(r#"{{"start": {start}, "end": {end}, "quote": "🇪🇺", "theme": "openness"}}"#);
        changed(GOLDEN, r#""e3": {"span": null"#, &format!(r#""e3": {{"span": {span}"#))
    };
    let table = table("points", &span(start, start + 2));
    assert!(table.contains(&format!(",evidence,,openness,Theme openness,,,,{start},{},🇪🇺,", start + 2)));
    let start = words.encode_utf16().count() - 4;
    assert_eq!(complaint("units", &span(start, start + 4)).lines().count(), 1);
}

#[test]
fn the_later_word_on_themes_counts() {
    let none = r#""none_applies": {"applies": true, "stamp": "1700000006000-0-tab"#;
    let theme = |id: &str, at: &str| format!(r#""{id}": {{"applies": true, "stamp": "1700000006000-{at}"}}"#);
    let file = |at: &str| {
        let themes = format!("{}, {}", theme("openness", at), theme("rivalry", "9-r"));
        changed(GOLDEN, none, &format!(r#""themes": {{{themes}}}, {}"#, none.replace("-0-tab", "-9-tab")))
    };
    let kinds = |name: &str, at: &str| -> Vec<String> {
        let table = table(name, &file(at));
        let rows = table.lines().filter(|row| row.contains(",b3a25b0ef5c3c09e,") && row.contains(",1,"));
        rows.filter_map(|row| row.split(",1,").nth(1))
            .map(|row| row.split(",,,").next().unwrap_or_default().into())
            .collect()
    };
    assert_eq!(kinds("later", "10-a"), ["theme,,openness,Theme openness,true"]);
    assert_eq!(kinds("earlier", "8-z"), ["none_applies"]);
}

#[test]
fn layers_of_other_kinds_count_nowhere() {
    let sketch = changed(GOLDEN, "\"round\": 2,", "\"kind\": \"sketch\", \"round\": 2,");
    let rows = |table: &str| table.lines().count();
    assert_eq!(rows(&table("sketch", &sketch)) + 3, rows(&table("reading", GOLDEN)));
}

/// Objects by id as a list.
fn listed(items: &Value) -> Value {
    let item = |(id, item): (&String, &Value)| {
        let fields = item.as_object().expect("is an object").iter();
        let fields =
            fields.map(|(name, value)| (name.clone(), if name == "options" { listed(value) } else { value.clone() }));
        Value::Object(fields.chain([("id".to_owned(), Value::from(id.as_str()))]).collect::<Map<_, _>>())
    };
    items.as_object().expect("is an object").iter().map(item).collect()
}

#[test]
fn a_codebook_of_lists_has_the_same_words() {
    let mut file: Value = serde_json::from_str(EXAMPLE).expect("is JSON");
    for field in ["questions", "themes"] {
        file["codebook"][field] = listed(&file["codebook"][field]);
    }
    assert!(file["codebook"]["questions"][0]["options"].is_array());
    let rows = |name: &str, file: &str| {
        let table = table(name, file);
        let mut rows: Vec<String> = table.lines().map(ToOwned::to_owned).collect();
        rows.sort_unstable();
        rows
    };
    assert_eq!(rows("lists", &file.to_string()), rows("objects", EXAMPLE));
}

#[test]
fn codes_of_another_codebook_are_called_what_they_are_called_there() {
    let content = r#"    "46d1b7c27f3de5e9b1a3a9f7132d7e3f": {
      "id": "small",
      "questions": {
        "stance": {"holder": "the author", "options": {"opposes": {"label": "opposes"#;
    let theirs = content.replace("\"small\"", "\"theirs\"").replace("\"label\": \"opposes", "\"label\": \"says no");
    let table = table("theirs", &changed(GOLDEN, content, &theirs));
    assert_eq!(table.matches(",2,stance,stance,,What stance?,opposes,says no,").count(), 2);
    assert_eq!(table.matches(",opposes,opposes,").count(), 3);
}

#[test]
fn the_documents_show_the_table_of_the_example() {
    let parts: Vec<&str> = BUNDLE.split("```").skip(1).step_by(2).collect();
    let example = parts.iter().find_map(|part| part.strip_prefix("json\n").filter(|json| json.contains("\"format\"")));
    let shown = parts.iter().find_map(|part| part.strip_prefix("csv\n")).expect("is there");
    let table = table("example-of-the-documents", example.expect("is there"));
    assert_eq!(table.lines().take(3).map(|line| format!("{line}\n")).collect::<String>(), shown);
    let columns: Vec<&str> = shown.lines().next().expect("is there").split(',').collect();
    let section = BUNDLE.split("\n## Reading one elsewhere\n").nth(1).expect("is there");
    let described = section.split("| column | content |").nth(1).expect("is there").split("\n\n").next();
    let described = described.into_iter().flat_map(str::lines).filter_map(|row| row.split('|').nth(1));
    let described: Vec<&str> = described.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert_eq!(described, columns, "the table of columns has each, in order");
    for reader in ["postil.py", "postil.R"] {
        let program = text(&format!("docs/readers/{reader}"));
        let names = program.split("COLUMNS").nth(1).and_then(|rest| rest.split(')').next()).expect("are there");
        assert_eq!(names.split('"').skip(1).step_by(2).collect::<Vec<_>>(), columns, "{reader}");
    }
}

#[test]
fn the_app_saves_the_same_table() {
    // Which cells are in quotation marks differs, and in which order people come.
    let plain = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(|line| line.replace('"', "")).collect();
        lines.sort();
        lines
    };
    let (bundle, _) = postil_core::exchange::bundle::read::read(EXAMPLE).expect("the example class is read");
    let ours = postil_core::exchange::judgements::write(&bundle).replace("\r\n", "\n");
    assert_eq!(plain(ours.trim_start_matches('\u{FEFF}')), plain(&table("ours", EXAMPLE)));
}
