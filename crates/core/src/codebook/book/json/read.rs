//! Reads a book from a file. What cannot be a register is left out and said with its place; only what has no id, or ids that no
//! code may have, is no book.

use crate::{
    base::{
        id::CodebookId,
        problem::{self, Problem, Severity},
        register::Register,
        stamp::Stamp,
    },
    codebook::{
        book::{Book, Item, Place, Value},
        code,
        flaw::{MOST_ITEMS, is_id_of_codebook},
    },
    json::{
        extra::unknown,
        place::{Step, display, line_of},
        tree::{Json, Object},
    },
    strings::codebook as strings,
};

/// The most registers of one book: far more than people can keep apart.
const MOST: usize = 100_000;
const TOO_MANY: &str = strings::too_many_fields();

/// Something that is wrong with the text of a book, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding<'a> {
    /// The way from the book to it.
    pub(crate) path: Vec<Step<'a>>,
    /// How much it matters.
    pub(crate) severity: Severity,
    /// What is wrong, for people.
    pub(crate) sentence: &'static str,
}

impl Finding<'_> {
    fn problem(&self, text: &str) -> Problem {
        let place = if self.path.is_empty() {
            problem::Place::File
        } else {
            problem::Place::Path(display(&self.path), line_of(text, &self.path))
        };
        Problem { severity: self.severity, place, sentence: self.sentence.into() }
    }
}

/// Reads a book that is a text by itself, at a time of the reader's clock (milliseconds since 1970).
///
/// # Errors
/// What makes it no book.
pub fn read_text(text: &str, now: u64) -> Result<(Book, Vec<Problem>), Problem> {
    let json = Json::parse(text)
        .map_err(|error| Problem::fatal(problem::Place::Line(error.line(), error.column()), strings::mistake_here()))?;
    let (book, findings) = read(&json, now).map_err(|finding| finding.problem(text))?;
    Ok((book, findings.iter().map(|finding| finding.problem(text)).collect()))
}

struct Reader<'a> {
    book: Book,
    usual: Option<Stamp>,
    now: u64,
    count: usize,
    items: usize,
    path: Vec<Step<'a>>,
    findings: Vec<Finding<'a>>,
}

/// Reads a book at a time of the reader's clock (milliseconds since 1970).
///
/// # Errors
/// What makes it no book.
pub(crate) fn read<'a>(from: &'a Json<'a>, now: u64) -> Result<(Book, Vec<Finding<'a>>), Finding<'a>> {
    let fatal = |path: &[Step<'a>], sentence| Finding { path: path.to_vec(), severity: Severity::Fatal, sentence };
    let Some(object) = from.as_object() else { return Err(fatal(&[], strings::must_be_whole_object())) };
    let Some(id) = object.get("id").and_then(Json::as_str).filter(|id| is_id_of_codebook(id)) else {
        return Err(fatal(&[Step::Field("id")], strings::no_id()));
    };
    let usual = object.get("stamp").and_then(|stamp| stamp.as_str()?.parse().ok());
    let usual = usual.filter(|stamp: &Stamp| stamp.may_travel(now));
    let book = Book::new(CodebookId::from(id));
    let mut reader = Reader { book, usual, now, count: 0, items: 0, path: Vec::new(), findings: Vec::new() };
    reader.book(object)?;
    let version = object.get("version").and_then(Json::as_str);
    if version.is_some_and(|version| version != reader.book.settle().version().as_str()) {
        reader.path = vec![Step::Field("version")];
        reader.find(Severity::Notice, strings::changed_outside());
    }
    Ok((reader.book, reader.findings))
}

/// What makes a book that was made from a list more than one that is read may be.
pub(crate) fn excess(book: &Book) -> Option<&'static str> {
    if book.fields().count() > MOST {
        return Some(TOO_MANY);
    }
    book.fields().find_map(|(_, register)| register.value.excess())
}

impl<'a> Reader<'a> {
    fn find(&mut self, severity: Severity, sentence: &'static str) {
        self.findings.push(Finding { path: self.path.clone(), severity, sentence });
    }

    fn stop(&self, sentence: &'static str) -> Finding<'a> {
        Finding { path: self.path.clone(), severity: Severity::Fatal, sentence }
    }

    fn within<T>(&mut self, name: &'a str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Field(name));
        let result = read(self);
        self.path.pop();
        result
    }

    fn book(&mut self, object: &'a Object<'a>) -> Result<(), Finding<'a>> {
        let taken = Item::Book.taken();
        for (name, value) in object.iter().filter(|(name, _)| !taken.contains(name)) {
            // A section of a newer program, in which every value carries its stamp.
            if value.as_object().is_some() && !is_stamped(value) {
                self.book.extra.insert(name.into(), value.keep());
            } else {
                self.within(name, |r| r.field(&Item::Book, name, value))?;
            }
        }
        self.items(object, "questions", &mut |r, id, question| {
            let item = Item::Question(id.into());
            r.fields(&item, question)?;
            r.items(question, "options", &mut |r, option, fields| {
                r.fields(&Item::Option(id.into(), option.into()), fields)
            })
        })?;
        self.items(object, "themes", &mut |r, id, theme| r.fields(&Item::Theme(id.into()), theme))
    }

    /// The items of one kind, by their ids.
    fn items(&mut self, object: &'a Object<'a>, name: &'a str, read: &mut Each<'_, 'a>) -> Result<(), Finding<'a>> {
        let Some(items) = object.get(name) else { return Ok(()) };
        self.within(name, |r| {
            let Some(items) = items.as_object() else {
                r.find(Severity::Skipped, strings::must_be_by_ids());
                return Ok(());
            };
            items.iter().try_for_each(|(id, item)| {
                r.within(id, |r| {
                    r.items += 1;
                    if r.items > MOST_ITEMS {
                        return Err(r.stop(strings::too_many_items()));
                    }
                    if !code::is_id(id) {
                        return Err(r.stop(strings::id_not_allowed()));
                    }
                    match item.as_object() {
                        Some(fields) => read(r, id, fields),
                        None => {
                            r.find(Severity::Skipped, strings::item_must_be_object());
                            Ok(())
                        }
                    }
                })
            })
        })
    }

    fn fields(&mut self, item: &Item, fields: &'a Object<'a>) -> Result<(), Finding<'a>> {
        let taken = item.taken();
        let mut fields = fields.iter().filter(|(name, _)| !taken.contains(name));
        fields.try_for_each(|(name, value)| self.within(name, |r| r.field(item, name, value)))
    }

    fn field(&mut self, item: &Item, name: &str, from: &'a Json<'a>) -> Result<(), Finding<'a>> {
        self.count += 1;
        if self.count > MOST {
            return Err(self.stop(TOO_MANY));
        }
        let place = Place::new(item.clone(), name);
        if !place.may_stand() {
            self.find(Severity::Skipped, strings::name_not_allowed());
            return Ok(());
        }
        let Some(register) = self.register(from) else { return Ok(()) };
        if let Some(sentence) = register.value.excess() {
            self.find(Severity::Skipped, sentence);
            return Ok(());
        }
        self.book.put(place, register);
        Ok(())
    }

    fn register(&mut self, from: &'a Json<'a>) -> Option<Register<Value>> {
        if !is_stamped(from) {
            return Some(Register::new(Value::read(from), self.usual()));
        }
        let object = from.as_object()?;
        let stamp = object.get("stamp").and_then(|stamp| stamp.as_str()?.parse().ok());
        let Some(stamp) = stamp.filter(|stamp: &Stamp| stamp.may_travel(self.now)) else {
            self.find(Severity::Skipped, strings::no_valid_time());
            return None;
        };
        let value = object.get("value").map_or(Value::Null, Value::read);
        let beside = unknown(object, &["value", "stamp"]);
        if beside.is_empty() {
            return Some(Register::new(value, stamp));
        }
        Some(Register::new(value.and(&beside.into()), stamp))
    }

    /// The stamp of plain values. Where none is said, it is the oldest there is: anything else outdoes them.
    fn usual(&mut self) -> Stamp {
        if let Some(usual) = &self.usual {
            return usual.clone();
        }
        let path = std::mem::replace(&mut self.path, vec![Step::Field("stamp")]);
        self.find(Severity::Notice, strings::no_time_of_codebook());
        self.path = path;
        self.usual.insert(Stamp { wall: 0, counter: 0, replica: "file".into() }).clone()
    }
}

type Each<'f, 'a> = dyn FnMut(&mut Reader<'a>, &'a str, &'a Object<'a>) -> Result<(), Finding<'a>> + 'f;

/// True for a value that stands with its stamp.
fn is_stamped(value: &Json<'_>) -> bool {
    value.get("value").is_some() && value.get("stamp").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::{book::json::text, sample};
    use proptest::prelude::*;

    const NOW: u64 = 1_700_000_000_000;

    /// The book, what it is written as, and what was found.
    fn around(json: &str) -> (Book, String, Vec<String>) {
        let json = Json::parse(json).expect("is JSON");
        let (book, findings) = read(&json, NOW).expect("is a book");
        let found = findings.iter().map(|f| format!("{:?} {}: {}", f.severity, display(&f.path), f.sentence));
        let found = found.collect();
        let text = text(&book);
        (book, text, found)
    }

    #[test]
    fn the_sample_comes_back_as_it_was() {
        let stamp: Stamp = "5-0-a".parse().expect("is a stamp");
        let book = Book::of(&sample::codebook(), &stamp);
        let (back, again, found) = around(&text(&book));
        assert_eq!((&back, found), (&book, Vec::new()));
        assert_eq!(again, text(&book));
        assert!(!again.contains("\"value\""), "everything has the usual stamp");
    }

    #[test]
    fn whatever_has_its_own_stamp_or_is_unknown_leaves_as_it_came() {
        let json = "{\"id\":\"b\",\"version\":\"V\",\"stamp\":\"5-0-a\",\"title\":\"T\",\"from\":null,\
            \"mood\":[1,{\"a\":2}],\
            \"questions\":{\"q\":{\"target\":{\"value\":\"x\",\"stamp\":\"6-0-b\",\"why\":\"so\"},\"options\":{\"o\":{\"label\":\"O\"}}}},\
            \"themes\":{\"gone\":{\"label\":{\"value\":null,\"stamp\":\"7-0-b\"}},\
            \"t\":{\"label\":\"L\",\"weight\":{\"value\":{\"stamp\":\"x\",\"value\":1},\"stamp\":\"5-0-a\"}}},\
            \"groups\":{\"g\":{\"label\":{\"stamp\":\"8-0-b\",\"value\":\"G\"}}}}";
        let (book, ..) = around(json);
        let json = json.replace("\"V\"", &format!("\"{}\"", book.settle().version()));
        let (_, again, found) = around(&json);
        assert_eq!((again, found), (json, Vec::new()));
        let codebook = book.settle();
        assert_eq!((codebook.themes.len(), &*codebook.themes[0].label), (1, "L"));
        assert_eq!(&*codebook.questions[0].target, "x");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let json = "{\"id\":\"b\",\"title\":\"T\",\"version\":\"x\",\"questions\":[],\"themes\":{\"t\":{\
            \"label\":{\"value\":\"L\",\"stamp\":\"6\"},\"two words\":1,\"order\":\"i\"},\"s\":4}}";
        let (book, _, found) = around(json);
        let places: Vec<&str> =
            found.iter().filter_map(|found| found.split_once(':')).map(|(place, _)| place).collect();
        let expected = [
            "Notice stamp",
            "Skipped questions",
            "Skipped themes.t.label",
            "Skipped themes.t.two words",
            "Skipped themes.s",
            "Notice version",
        ];
        assert_eq!(places, expected);
        assert_eq!(&*book.settle().themes[0].label, "t");
        for bad in [
            "[]",
            "{}",
            "{\"id\":\"two words\"}",
            "{\"id\":\"b\",\"themes\":{\"agreed\":{}}}",
            "{\"id\":\"b\",\"themes\":{\"a:b\":{}}}",
        ] {
            assert!(read(&Json::parse(bad).expect("is JSON"), NOW).is_err(), "{bad}");
        }
    }

    #[test]
    fn more_than_anybody_can_keep_apart_is_refused() {
        let many = |count: usize, item: &dyn Fn(usize) -> String| {
            let items: Vec<String> = (0..count).map(item).collect();
            format!("{{\"id\":\"b\",\"stamp\":\"5-0-a\",\"themes\":{{{}}}}}", items.join(","))
        };
        let refused = |text: &str| read(&Json::parse(text).expect("is JSON"), NOW).is_err();
        let theme = |at: usize| format!("\"t{at}\":{{\"label\":\"x\"}}");
        assert!(!refused(&many(5_000, &theme)) && refused(&many(5_001, &theme)));
        let fields = |count: usize| (0..count).map(|at| format!("\"f{at}\":1")).collect::<Vec<_>>().join(",");
        assert!(refused(&many(1, &|_| format!("\"t\":{{{}}}", fields(100_001)))));
        let long = many(1, &|_| format!("\"t\":{{\"label\":\"{}\"}}", "x".repeat(100_001)));
        let json = Json::parse(&long).expect("is JSON");
        let (book, found) = read(&json, NOW).expect("is a book");
        assert_eq!((book.is_untouched(), found.len()), (true, 1));
    }

    fn any_json() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            1 => Just("null".to_owned()),
            1 => Just("-1.5".to_owned()),
            2 => proptest::sample::select(vec!["5-0-a", "6-0-b", "99999999999999-0-z", "i", "t", "for", "2"]).prop_map(|text| format!("\"{text}\"")),
        ];
        leaf.prop_recursive(5, 40, 6, |inner| {
            let names = vec![
                "id",
                "stamp",
                "value",
                "title",
                "questions",
                "themes",
                "options",
                "label",
                "order",
                "parent",
                "q",
                "t",
                "x y",
            ];
            let name = proptest::sample::select(names);
            let object = proptest::collection::btree_map(name, inner.clone(), 0..6).prop_map(|fields| {
                let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", fields.join(","))
            });
            prop_oneof![6 => object, 1 => inner.prop_map(|value| format!("[{value}]"))]
        })
    }

    proptest! {
        #[test]
        fn any_json_is_read_and_written_the_same_from_then_on(questions in any_json(), themes in any_json(), other in any_json()) {
            let json = format!("{{\"id\":\"b\",\"stamp\":\"5-0-a\",\"questions\":{{\"q\":{questions}}},\"themes\":{{\"t\":{themes}}},\"other\":{other}}}");
            let json = Json::parse(&json).expect("is JSON");
            if let Ok((book, _)) = read(&json, NOW) {
                let once = text(&book);
                let parsed = Json::parse(&once).expect("what we write is JSON");
                let (again, found) = read(&parsed, NOW).expect("what we write is a book");
                prop_assert_eq!(found, Vec::new());
                prop_assert_eq!(&again, &book);
                prop_assert_eq!(text(&again), once);
            }
        }
    }
}
