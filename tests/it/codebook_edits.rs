//! A codebook that people edit: every gesture, from both sides, in every order.

use crate::made;
use postil_core::{
    base::{
        id::{QuestionId, ThemeId},
        register::Register,
        stamp::{Clock, Stamp},
    },
    codebook::{
        Codebook,
        book::{
            Book, Item, Place, Value,
            edit::Edit,
            gesture::Spot,
            json::{read::read_text, text},
        },
        prompt::made,
        sample,
        sense::Sense,
    },
};
use proptest::{collection::vec, prelude::*};
use std::sync::Arc;

/// Somebody who edits a copy of a book.
struct Editor {
    book: Book,
    clock: Clock,
    now: u64,
}

impl Editor {
    fn new(replica: &str) -> Self {
        Self { book: Book::new("book".into()), clock: Clock::new(replica.into()), now: 1 }
    }

    /// Does what a gesture says and returns what takes it back.
    fn does(&mut self, gesture: impl FnOnce(&Book) -> Vec<Edit>) -> Vec<Edit> {
        let edits = gesture(&self.book);
        let back = self.book.inverse(&edits);
        let delta = self.book.delta(&edits, &mut self.clock, self.now);
        self.book.join(&delta);
        back
    }

    fn codebook(&self) -> Codebook {
        self.book.settle()
    }

    fn labels(&self) -> Vec<String> {
        self.codebook().themes.iter().map(|theme| theme.label.to_string()).collect()
    }
}

fn question(id: &str) -> Item {
    Item::Question(id.into())
}

fn theme(id: &str) -> Item {
    Item::Theme(id.into())
}

fn id(id: &str) -> ThemeId {
    id.into()
}

fn with_themes(labels: &[&str]) -> Editor {
    let mut editor = Editor::new("a");
    for label in labels {
        editor.does(|book| book.add_theme(&id(label), label, None));
    }
    editor
}

#[test]
fn a_prompt_follows_holder_and_target_until_somebody_writes_another() {
    let mut editor = Editor::new("a");
    let asked: QuestionId = "q".into();
    editor.does(|book| book.add_question(&asked, "", ""));
    editor.does(|book| book.add_option(&asked, &"yes".into(), "Agrees", Some(Sense::For)));
    editor.does(|book| book.add_option(&asked, &"much".into(), "Much", Some(Sense::Place(3))));
    assert_eq!(&*editor.codebook().questions[0].prompt, "What stance does the author take toward the main claim?");
    editor.does(|book| book.set(&question("q"), "target", Value::of("bees")));
    let found = editor.codebook().questions.remove(0);
    assert_eq!(found.prompt, made("the author", "bees"));
    assert_eq!(
        found.options.iter().map(|option| option.sense).collect::<Vec<_>>(),
        [Some(Sense::For), Some(Sense::Place(3))]
    );
    let back = editor.does(|book| book.set(&question("q"), "prompt", Value::of("Bees?")));
    assert_eq!(&*editor.codebook().questions[0].prompt, "Bees?");
    editor.does(|_| back);
    assert_eq!(editor.codebook().questions[0].prompt, made("", "bees"));
}

#[test]
fn moving_writes_one_register_and_undo_is_exact() {
    let mut editor = with_themes(&["a", "b", "c", "d"]);
    let before = editor.codebook();
    let edits = editor.book.put_at(&theme("d"), Spot::Before(&theme("b")));
    assert_eq!(edits.len(), 1);
    let back = editor.does(|_| edits);
    assert_eq!(editor.labels(), ["a", "d", "b", "c"]);
    editor.does(|_| back);
    assert_eq!(editor.codebook(), before);
    editor.does(|book| book.put_at(&theme("a"), Spot::Last));
    editor.does(|book| book.put_at(&theme("b"), Spot::After(&theme("c"))));
    assert_eq!(editor.labels(), ["c", "b", "d", "a"]);
    // What stands there already, and what is not there, is not moved.
    assert!(editor.book.put_at(&theme("b"), Spot::After(&theme("c"))).is_empty());
    assert!(editor.book.put_at(&theme("b"), Spot::After(&theme("b"))).is_empty());
    assert!(editor.book.put_at(&theme("x"), Spot::Last).is_empty());
}

#[test]
fn themes_stand_behind_the_one_that_holds_them() {
    let mut editor = with_themes(&["a", "b", "c"]);
    editor.does(|book| book.nest(&id("c"), Some(&id("a"))));
    editor.does(|book| book.add_theme(&id("d"), "d", Some(&id("c"))));
    assert_eq!(editor.labels(), ["a", "c", "d", "b"]);
    // None goes under itself.
    assert!(editor.book.nest(&id("a"), Some(&id("d"))).is_empty());
    assert!(editor.book.put_at(&theme("a"), Spot::After(&theme("d"))).is_empty());
    // Put beside another, it is held by what holds that one, and takes along what it holds.
    editor.does(|book| book.put_at(&theme("c"), Spot::Before(&theme("b"))));
    assert_eq!(editor.labels(), ["a", "c", "d", "b"]);
    assert_eq!(editor.codebook().themes[1].parent, None);
    editor.does(|book| book.put_at(&theme("a"), Spot::Last));
    assert_eq!(editor.labels(), ["c", "d", "b", "a"]);
}

#[test]
fn a_theme_goes_into_another_and_comes_out_again() {
    let mut editor = with_themes(&["a", "b", "c"]);
    editor.does(|book| book.nest(&id("c"), Some(&id("a"))));
    let before = editor.codebook();
    let back = editor.does(|book| book.merge(&id("a"), &id("b")));
    let merged = editor.codebook();
    let a = merged.theme(&id("a")).expect("it is kept");
    assert_eq!((a.archived, &a.merged_into), (true, &Some(id("b"))));
    assert_eq!(merged.theme(&id("c")).and_then(|c| c.parent.clone()), Some(id("b")), "b holds what a held");
    assert!(editor.book.merge(&id("b"), &id("a")).is_empty(), "not round in a circle");
    editor.does(|_| back);
    assert_eq!(editor.codebook(), before);
    editor.does(|book| book.merge(&id("a"), &id("b")));
    editor.does(|book| book.set_archived(&theme("a"), false));
    assert_eq!(editor.codebook(), before);
}

#[test]
fn a_theme_is_split_in_its_place() {
    let mut editor = with_themes(&["a", "b"]);
    let before = editor.codebook();
    let parts: Vec<(ThemeId, Arc<str>)> = ["a1", "a2", "a3"].map(|part| (id(part), part.into())).to_vec();
    let back = editor.does(|book| book.split(&id("a"), &parts));
    assert_eq!(editor.labels(), ["a", "a1", "a2", "a3", "b"]);
    let split = editor.codebook();
    assert!(split.themes[0].archived && split.themes[1].split_from == Some(id("a")) && !split.themes[1].archived);
    editor.does(|_| back);
    assert_eq!(editor.codebook(), before);
}

#[test]
fn what_was_made_is_taken_back_whole() {
    let mut editor = Editor::new("a");
    let asked: QuestionId = "q".into();
    let back = editor.does(|book| book.add_question(&asked, "the minister", "the plan"));
    editor.does(|_| back);
    assert!(editor.codebook().questions.is_empty() && !editor.book.has(&question("q")));
    editor.does(|book| book.add_question(&asked, "the minister", "the plan"));
    assert!(editor.book.add_question(&asked, "x", "y").is_empty(), "it is there already");
    editor.does(|book| book.add_option(&asked, &"yes".into(), "Yes", None));
    let back = editor.does(|book| book.remove(&question("q")));
    assert!(editor.codebook().questions.is_empty());
    editor.does(|_| back);
    assert_eq!(editor.codebook().questions[0].options[0].label, "Yes".into());
}

#[test]
fn a_key_is_found_with_whoever_has_it() {
    let mut editor = with_themes(&["a", "b"]);
    editor.does(|book| book.set(&theme("a"), "key", Value::of("1")));
    assert_eq!(editor.book.with_key("1", &theme("b")), Some(theme("a")));
    assert_eq!(editor.book.with_key("1", &theme("a")), None);
    editor.does(|book| book.set_archived(&theme("a"), true));
    assert_eq!(editor.book.with_key("1", &theme("b")), None);
}

#[test]
fn one_gesture_has_one_stamp_later_than_all_it_replaces() {
    let mut editor = with_themes(&["a", "b"]);
    let far = Stamp { wall: u64::from(u32::MAX), counter: 7, replica: "z".into() };
    let place = Place::new(theme("a"), "label");
    assert!(!editor.book.join(&Book::of(&sample::codebook(), &far)), "it is another codebook");
    let other = Book::of(&Codebook { id: "book".into(), ..sample::codebook() }, &far);
    editor.book.join(&other);
    let first = theme(sample::codebook().themes[0].id.as_str());
    let edits = [(Place::new(first.clone(), "label"), Value::of("New")), (place.clone(), Value::of("A"))];
    editor.does(|_| edits.to_vec());
    let stamp = editor.book.stamp_in(&place).expect("it was written");
    assert!(*stamp > far);
    assert_eq!(editor.book.stamp_in(&Place::new(first, "label")), Some(stamp));
}

#[test]
fn the_sample_settles_to_itself() {
    let stamp = Stamp { wall: 1, counter: 0, replica: "a".into() };
    for codebook in [sample::codebook(), made::codebook()] {
        let book = Book::of(&codebook, &stamp);
        assert_eq!(book.settle(), codebook);
        assert!(book.value(&Place::new(question("stance"), "prompt")).is_null(), "its prompt is made");
        assert!(book.fields().all(|(_, register): (_, &Register<Value>)| register.stamp == stamp));
    }
    assert!(Book::new("b".into()).is_untouched() && Book::new("b".into()).from().is_none());
}

#[test]
fn five_questions_are_asked_and_the_rest_are_archived() {
    let mut editor = Editor::new("a");
    for n in 0..7 {
        editor.does(|book| book.add_question(&format!("q{n}").as_str().into(), "", "x"));
    }
    editor.does(|book| book.set_archived(&question("q1"), true));
    // What is asked stands before what is not.
    let found = editor.codebook().questions;
    let found: Vec<(&str, bool)> = found.iter().map(|question| (question.id.as_str(), question.archived)).collect();
    let asked = ["q0", "q2", "q3", "q4", "q5"].map(|id| (id, false));
    assert_eq!(found, [&asked[..], &[("q1", true), ("q6", true)]].concat());
}

/// What a hand on the keyboard, another program or a damaged file may write anywhere.
fn value() -> impl Strategy<Value = Value> + Clone {
    let texts = proptest::sample::select(vec!["", " ", "t1", "t2", "t3", "q1", "i", "ii", "0", "a:b", "for", "字"]);
    prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Flag),
        1 => (-2..300_i64).prop_map(Value::Whole),
        8 => texts.prop_map(Value::of),
        1 => Just(Value::Other("{\"a\":[1.5]}".into())),
        1 => Just(Value::Beside(Box::new(Value::of("t1")), "{\"why\":\"so\"}".into())),
    ]
}

fn item() -> impl Strategy<Value = Item> + Clone {
    let some = |ids: &[&str]| proptest::sample::select(ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    let questions = some(&["q1", "q2", "q3", "q4", "q5", "q6", "q7"]);
    prop_oneof![
        1 => Just(Item::Book),
        1 => questions.clone().prop_map(|id| question(&id)),
        1 => (questions, some(&["o1", "o2"])).prop_map(|(of, id)| Item::Option(of.as_str().into(), id.as_str().into())),
        4 => some(&["t1", "t2", "t3", "t4"]).prop_map(|id| theme(&id)),
    ]
}

fn field() -> impl Strategy<Value = &'static str> + Clone {
    let names = vec![
        "label",
        "title",
        "from",
        "holder",
        "target",
        "prompt",
        "order",
        "archived",
        "sense",
        "glyph",
        "key",
        "parent",
        "merged_into",
        "split_from",
        "weight",
        "id",
        "options",
        "stamp",
    ];
    proptest::sample::select(names)
}

/// What somebody does: a gesture, or anything anywhere.
#[derive(Clone, Debug)]
enum Act {
    Write(Item, &'static str, Value),
    Put(Item, Option<Item>),
    Merge(ThemeId, ThemeId),
    Nest(ThemeId, Option<ThemeId>),
    Split(ThemeId),
    Add(ThemeId),
    Remove(Item),
    Archive(Item, bool),
}

fn act() -> impl Strategy<Value = Act> + Clone {
    let one = proptest::sample::select(vec!["t1", "t2", "t3", "t4"]).prop_map(ThemeId::from);
    prop_oneof![
        4 => (item(), field(), value()).prop_map(|(item, field, value)| Act::Write(item, field, value)),
        2 => (item(), proptest::option::of(item())).prop_map(|(item, beside)| Act::Put(item, beside)),
        2 => (one.clone(), one.clone()).prop_map(|(theme, into)| Act::Merge(theme, into)),
        2 => (one.clone(), proptest::option::of(one.clone())).prop_map(|(theme, into)| Act::Nest(theme, into)),
        1 => one.clone().prop_map(Act::Split),
        2 => one.prop_map(Act::Add),
        1 => item().prop_map(Act::Remove),
        1 => (item(), any::<bool>()).prop_map(|(item, archived)| Act::Archive(item, archived)),
    ]
}

fn does(act: &Act, book: &Book) -> Vec<Edit> {
    match act {
        Act::Write(item, field, value) => book.set(item, field, value.clone()),
        Act::Put(item, beside) => book.put_at(item, beside.as_ref().map_or(Spot::Last, Spot::Before)),
        Act::Merge(theme, into) => book.merge(theme, into),
        Act::Nest(theme, parent) => book.nest(theme, parent.as_ref()),
        Act::Split(theme) => book.split(theme, &[(id("t3"), "three".into()), (id("t4"), "four".into())]),
        Act::Add(theme) => book.add_theme(theme, "new", None),
        Act::Remove(item) => book.remove(item),
        Act::Archive(item, archived) => book.set_archived(item, *archived),
    }
}

/// What three people wrote, each beside the others, who looked at each other's now and then.
fn deltas(acts: &[(usize, bool, u64, Act)]) -> Vec<Book> {
    let mut editors = ["a", "b", "c"].map(Editor::new);
    let mut all: Vec<Book> = Vec::new();
    for (who, looks, now, act) in acts {
        let editor = &mut editors[*who];
        if *looks {
            for delta in &all {
                editor.book.join(delta);
            }
        }
        editor.now = *now;
        let edits = does(act, &editor.book);
        let delta = editor.book.delta(&edits, &mut editor.clock, editor.now);
        editor.book.join(&delta);
        all.push(delta);
    }
    all
}

fn acts() -> impl Strategy<Value = Vec<(usize, bool, u64, Act)>> {
    vec((0..3_usize, any::<bool>(), 0..4_u64, act()), 0..30)
}

fn joined<'a>(deltas: impl Iterator<Item = &'a Book>) -> Book {
    let mut book = Book::new("book".into());
    for delta in deltas {
        book.join(delta);
    }
    book
}

proptest! {
    #[test]
    fn edits_come_to_the_same_in_every_order(acts in acts(), order in vec(any::<prop::sample::Index>(), 0..60)) {
        let deltas = deltas(&acts);
        let forward = joined(deltas.iter());
        prop_assert_eq!(&joined(deltas.iter().rev()), &forward);
        // Any order, some of them again and again, some two of them joined first.
        let mut mixed = Book::new("book".into());
        if !deltas.is_empty() {
            for pair in order.chunks(2) {
                let mut both = pair[0].get(&deltas).clone();
                both.join(pair[pair.len() - 1].get(&deltas));
                mixed.join(&both);
            }
        }
        mixed.join(&forward);
        prop_assert_eq!(&mixed, &forward);
        prop_assert!(!mixed.join(&forward), "a second time changes nothing");
        prop_assert_eq!(mixed.settle(), forward.settle());
    }

    #[test]
    fn whatever_stands_in_a_book_it_settles(acts in acts()) {
        let book = joined(deltas(&acts).iter());
        let codebook = book.settle();
        prop_assert!(codebook.questions.iter().filter(|question| !question.archived).count() <= 5);
        for (at, theme) in codebook.themes.iter().enumerate() {
            for link in [&theme.parent, &theme.merged_into, &theme.split_from].into_iter().flatten() {
                prop_assert!(codebook.theme(link).is_some());
            }
            // Whoever holds it stands before it, so no walk goes round.
            let parent = theme.parent.as_ref().and_then(|parent| codebook.themes.iter().position(|t| t.id == *parent));
            prop_assert!(parent.is_none_or(|parent| parent < at));
            let (mut end, mut steps) = (theme, 0);
            while let Some(next) = end.merged_into.as_ref().and_then(|id| codebook.theme(id)) {
                (end, steps) = (next, steps + 1);
                prop_assert!(steps <= codebook.themes.len());
            }
        }
        // A codebook is a book again, and comes to the same.
        let stamp = Stamp { wall: 1, counter: 0, replica: "a".into() };
        prop_assert_eq!(Book::of(&codebook, &stamp).settle(), codebook);
    }

    #[test]
    fn every_gesture_is_taken_back(acts in acts(), last in act()) {
        let mut editor = Editor::new("a");
        editor.book = joined(deltas(&acts).iter());
        editor.now = 9;
        let before = editor.codebook();
        let back = editor.does(|book| does(&last, book));
        editor.does(|_| back);
        prop_assert_eq!(editor.codebook(), before);
    }
}

#[test]
fn a_book_leaves_as_it_came() {
    let mut editor = with_themes(&["a", "b"]);
    editor.does(|book| book.merge(&id("a"), &id("b")));
    let (back, problems) = read_text(&text(&editor.book), 9).expect("it is a book");
    assert_eq!((&back, problems.len()), (&editor.book, 0));
    let cut = text(&editor.book).replace("\"themes\":{", "\"themes\":{\"c\":1,");
    let (_, problems) = read_text(&cut, 9).expect("it is a book");
    assert!(problems[0].to_string().contains("themes.c"), "{}", problems[0]);
    assert!(read_text("{}", 9).is_err() && read_text("{", 9).is_err());
}

#[test]
fn the_document_shows_what_is() {
    let document = include_str!("../../docs/book.md");
    let example = document.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let (book, problems) = read_text(example, u64::MAX).expect("it is a book");
    assert!(problems.is_empty(), "{} is the version", book.settle().version());
    let spaces = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(spaces(&text(&book)), spaces(example));
    assert_eq!(&*book.settle().questions[0].prompt, "What stance does the author take toward bees in cities?");
}

#[test]
fn a_new_theme_has_the_first_digit_that_chooses_nothing_yet() {
    let mut editor = Editor::new("ann");
    let labels: Vec<String> = (1..=10).map(|n| format!("t{n}")).collect();
    for label in &labels {
        editor.does(|book| book.add_theme(&id(label), label, None));
    }
    let key =
        |editor: &Editor, at: usize| editor.book.settle().theme(&id(&labels[at])).and_then(|theme| theme.key.clone());
    assert_eq!((key(&editor, 0).as_deref(), key(&editor, 8).as_deref(), key(&editor, 9)), (Some("1"), Some("9"), None));
    editor.does(|book| book.set_archived(&Item::Theme(id("t3")), true));
    editor.does(|book| book.add_theme(&id("later"), "later", None));
    assert_eq!(editor.book.settle().theme(&id("later")).and_then(|theme| theme.key.clone()).as_deref(), Some("3"));
}
