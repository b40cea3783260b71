//! What random tests draw from: few replicas, few ids and few moments, so that writes collide all the time.

use postil_core::{
    article::masthead::Described,
    base::{
        id::{
            AnnotatorId, ArticleId, ClassId, CodebookId, EvidenceId, OptionId, ParagraphId, QuestionId, ReplicaId,
            ThemeId, VersionId,
        },
        map::Map,
        register::{Register, Registers},
        stamp::{Clock, Stamp},
    },
    codebook::{
        book::{Book, Item, Place, Value},
        code::Code,
        mapping::{Maps, To},
    },
    json::{extra::Extra, tree::Json},
    keep::{
        here::{ArticleHere, Here},
        operation::{Covers, ImportPart, Operation, Shelf, Snapshot},
        store::{ArticleFacts, Store},
    },
    record::{
        Confidence, Evidence, Layer, LayerKey, LayerKind, Record, Stance, Supports, Themes,
        decision::{Counts, DecisionEdit, Decisions, Outcome, Proposal, Reason, Reply, Round},
        note::{Note, NoteText},
        person::{Kind, Person},
    },
};
use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
};
use std::{collections::BTreeMap, sync::Arc};

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> + Clone {
    proptest::sample::select(words)
}

pub(crate) fn stamp() -> impl Strategy<Value = Stamp> + Clone {
    let wall = prop_oneof![8 => 0..6_u64, 1 => Just(postil_core::base::stamp::MAX_WALL)];
    (wall, 0..3_u32, one_of(&["r", "s", "t"])).prop_map(|(wall, counter, replica)| Stamp {
        wall,
        counter,
        replica: replica.into(),
    })
}

pub(crate) fn register<T: std::fmt::Debug + Clone>(
    value: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Register<T>> + Clone {
    (value, stamp()).prop_map(|(value, stamp)| Register::new(value, stamp))
}

/// Registers of answers, given under some version of the codebook.
fn answer<T: std::fmt::Debug + Clone>(
    value: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Register<T>> + Clone {
    (register(value), version()).prop_map(|(register, version)| register.under(version))
}

fn version() -> impl Strategy<Value = Option<VersionId>> + Clone {
    option::of(one_of(&["v1", "v2"]).prop_map(VersionId::from))
}

pub(crate) fn text() -> impl Strategy<Value = Arc<str>> + Clone {
    one_of(&["", "a", "b", "two\nlines", "<b>\u{202E}&amp;", "字\u{1F469}\u{200D}\u{1F52C}\"\\", "\u{0}\u{2028}"])
        .prop_map(Arc::from)
}

pub(crate) fn question() -> impl Strategy<Value = QuestionId> + Clone {
    one_of(&["q1", "q2"]).prop_map(QuestionId::from)
}

pub(crate) fn theme() -> impl Strategy<Value = ThemeId> + Clone {
    one_of(&["t1", "t2", "t3"]).prop_map(ThemeId::from)
}

pub(crate) fn stance() -> impl Strategy<Value = Stance> + Clone {
    let confidence = option::of(proptest::sample::select(&Confidence::ALL[..]));
    (one_of(&["for", "against"]), confidence)
        .prop_map(|(option, confidence)| Stance { option: OptionId::from(option), confidence })
}

pub(crate) fn evidence() -> impl Strategy<Value = Evidence> + Clone {
    let speaks_for = option::of(one_of(&["for", "against"]).prop_map(OptionId::from));
    let stance = (question(), speaks_for).prop_map(|(question, option)| Supports::Stance(question, option));
    let supports = prop_oneof![stance, theme().prop_map(Supports::Theme)];
    (0..3_u32, 0..3_u32, text(), supports).prop_map(|(start, length, quote, supports)| Evidence {
        start,
        end: start + length,
        prefix: "before ".into(),
        suffix: Arc::clone(&quote),
        quote,
        supports,
    })
}

/// Notes as replicas make them, and others: two texts under one stamp, texts that their own note has outrun.
pub(crate) fn note() -> impl Strategy<Value = Note> + Clone {
    let texts = vec((stamp(), text(), any::<bool>()), 0..3);
    (texts, vec(stamp(), 0..3)).prop_map(|(texts, seen)| {
        let texts = texts.into_iter().map(|(stamp, text, private)| NoteText { stamp, text, private }).collect();
        let mut note = Note { texts, ..Note::default() };
        seen.iter().for_each(|stamp| note.see(stamp));
        note.settle();
        note
    })
}

pub(crate) fn extra() -> impl Strategy<Value = Extra> + Clone {
    const VALUES: &[&str] = &[
        "null",
        "true",
        "false",
        "-2",
        "0",
        "1",
        "0.0",
        "-0.0",
        "1e300",
        "0.1",
        r#"{"b": [1, {"a": null}], "a": "x"}"#,
    ];
    let value = one_of(VALUES).prop_map(|text| Json::parse(text).expect("is JSON").keep());
    let name = one_of(&["new", "x y", "__proto__"]).prop_map(Arc::from);
    prop_oneof![3 => Just(Extra::new()), 1 => btree_map(name, value, 0..2).prop_map(|map| map.into_iter().collect())]
}

fn registers<K, T>(
    key: impl Strategy<Value = K> + Clone,
    value: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Registers<K, T>> + Clone
where
    K: std::fmt::Debug + Ord + Clone,
    T: std::fmt::Debug + Clone,
{
    vec((key, register(value)), 0..3).prop_map(|all| all.into_iter().collect())
}

fn answers<K, T>(
    key: impl Strategy<Value = K> + Clone,
    value: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Registers<K, T>> + Clone
where
    K: std::fmt::Debug + Ord + Clone,
    T: std::fmt::Debug + Clone,
{
    vec((key, answer(value)), 0..3).prop_map(|all| all.into_iter().collect())
}

pub(crate) fn record() -> impl Strategy<Value = Record> + Clone {
    let none = option::of(answer(any::<bool>()));
    let evidence = registers(one_of(&["e1", "e2"]).prop_map(EvidenceId::from), option::of(evidence()));
    let stances = answers(question(), option::of(stance()));
    let replies = registers(class(), option::of(proptest::sample::select(Reply::ALL)));
    (stances, answers(theme(), any::<bool>()), none, note(), evidence, replies, extra()).prop_map(
        |(stances, themes, none_applies, note, evidence, replies, extra)| Record {
            stances,
            themes,
            none_applies,
            note,
            evidence,
            replies,
            extra,
        },
    )
}

fn class() -> impl Strategy<Value = ClassId> + Clone {
    one_of(&["one", "two"]).prop_map(ClassId::from)
}

fn hands() -> impl Strategy<Value = Map<OptionId, u32>> + Clone {
    btree_map(one_of(&["for", "against"]).prop_map(OptionId::from), 0..3_u32, 0..3)
        .prop_map(|hands| hands.into_iter().collect())
}

/// One gesture of a class.
fn gesture() -> impl Strategy<Value = DecisionEdit> + Clone {
    let answers = btree_map(question(), one_of(&["for", "against"]).prop_map(OptionId::from), 0..3);
    let themes = vec(theme(), 1..3).prop_map(Themes::Set);
    let themes = prop_oneof![Just(Themes::NotCoded), Just(Themes::NoneApplies), themes];
    let reason = option::of(proptest::sample::select(Reason::ALL));
    let proposal = (proptest::sample::select(Outcome::ALL), answers, themes, reason, annotator()).prop_map(
        |(outcome, answers, themes, reason, by)| {
            let answers = answers.into_iter().collect();
            DecisionEdit::Record(Proposal { outcome, answers, themes, reason, by })
        },
    );
    let round = proptest::sample::select(&[Round::FIRST, Round::SECOND][..]);
    let count = (round, question(), one_of(&["for", "against"]), option::of(0..3_u32)).prop_map(
        |(round, question, option, hands)| DecisionEdit::Count { round, question, option: option.into(), hands },
    );
    prop_oneof![3 => proposal, 1 => Just(DecisionEdit::TakeBack), 2 => text().prop_map(DecisionEdit::Sentence), 2 => count]
}

/// What a class said of some paragraphs, with registers of all kinds. Each was written where nothing else was known, so that
/// registers of different writers meet under all kinds of stamps.
pub(crate) fn decisions() -> impl Strategy<Value = Decisions> + Clone {
    let paragraph = || one_of(&["p1", "p2", "p3"]).prop_map(ParagraphId::from);
    let counted = btree_map(paragraph(), btree_map(question(), hands(), 0..2), 0..3);
    let counting = option::of((0..4_u64, 0..4_u32, counted));
    let members = registers(annotator(), any::<bool>());
    let gestures = vec((paragraph(), gesture(), version(), stamp()), 0..5);
    (option::of(register(name())), members, gestures, counting).prop_map(|(name, members, gestures, counting)| {
        let mut class = Decisions::default();
        (class.name, class.members) = (name, members);
        for (paragraph, edit, version, Stamp { wall, replica, .. }) in gestures {
            let mut alone = Decisions::default();
            let mut clock = Clock::new(replica);
            alone.edit(&paragraph, &edit, version.as_ref(), &mut clock, wall.min(9));
            class.join(&alone);
        }
        if let Some((made, readers, counted)) = counting {
            let counted = counted.into_iter().map(|(paragraph, questions)| {
                let questions = questions.into_iter().collect();
                (paragraph, Counts { readers, questions })
            });
            class.count(made, readers, counted);
        }
        class
    })
}

/// A name as it stands in files: one line without spaces around it.
fn name() -> impl Strategy<Value = Arc<str>> + Clone {
    one_of(&["", "A", "Bé"]).prop_map(Arc::from)
}

/// What is known of somebody.
pub(crate) fn person() -> impl Strategy<Value = Person> + Clone {
    let machine = (name(), name(), name()).prop_map(|(maker, model, date)| Kind::Machine { maker, model, date });
    let kind = option::of(register(prop_oneof![Just(Kind::Person), machine]));
    let replicas = vec(one_of(&["r", "s", "t"]).prop_map(|id| (ReplicaId::from(id), ())), 0..3);
    (option::of(register(name())), kind, registers(annotator(), any::<bool>()), replicas, extra()).prop_map(
        |(name, kind, same_as, replicas, extra)| Person {
            name,
            kind,
            same_as,
            replicas: replicas.into_iter().collect(),
            extra,
        },
    )
}

/// Whose layer it is, of which kind and round.
pub(crate) fn key() -> impl Strategy<Value = LayerKey> + Clone {
    let kind = prop_oneof![4 => Just(LayerKind::Reading), 1 => Just(LayerKind::Other("drawing".into()))];
    (annotator(), kind, 1..3_u32).prop_map(|(annotator, kind, round)| LayerKey { annotator, kind, round })
}

pub(crate) fn layer() -> impl Strategy<Value = Layer> + Clone {
    let paragraph = one_of(&["p1", "p2", "p3"]).prop_map(ParagraphId::from);
    (btree_map(paragraph, record(), 0..3), extra()).prop_map(|(records, extra)| Layer { records, extra })
}

fn annotator() -> impl Strategy<Value = AnnotatorId> + Clone {
    one_of(&["ann", "bob"]).prop_map(AnnotatorId::from)
}

fn facts() -> impl Strategy<Value = ArticleFacts> + Clone {
    let quotes = btree_map(one_of(&["p1", "p2"]).prop_map(ParagraphId::from), text(), 0..2);
    (option::of(text()), described(), quotes, extra()).prop_map(|(title, described, quotes, extra)| ArticleFacts {
        title,
        described,
        quotes,
        extra,
        codebook: None,
    })
}

/// What was changed of an article's description, in a field of a newer program too.
fn described() -> impl Strategy<Value = Described> + Clone {
    registers(one_of(&["title", "language", "direction", "translator"]).prop_map(Arc::from), text())
}

/// What belongs to a browser alone. Nothing is removed from it: that takes away what was said.
pub(crate) fn here() -> impl Strategy<Value = Here> + Clone {
    let settings = btree_map(one_of(&["keys", "open"]).prop_map(Arc::from), register(text()), 0..2);
    let exported = btree_map(annotator(), register(0..3_u64), 0..2);
    let known = (option::of(register(any::<bool>())), exported).prop_map(|(deleted, exported)| ArticleHere {
        deleted,
        gone: None,
        exported: exported.into_iter().collect(),
    });
    let articles = btree_map(one_of(&["art1", "art2"]).prop_map(ArticleId::from), known, 0..2);
    (settings, articles).prop_map(|(settings, articles)| Here {
        settings: settings.into_iter().collect(),
        articles: articles.into_iter().collect(),
    })
}

/// A store with all that one can hold.
pub(crate) fn whole_store() -> impl Strategy<Value = Store> + Clone {
    (store(), here()).prop_map(|(store, here)| Store { here, ..store })
}

/// Edits of themes, as several people may make them.
fn book() -> impl Strategy<Value = Vec<(Place, Value, u64)>> + Clone {
    let item = one_of(&["theme1", "theme2"]).prop_map(|id: &str| Item::Theme(id.into()));
    let place =
        (item, one_of(&["label", "parent", "of-a-newer-program"])).prop_map(|(item, name)| Place::new(item, name));
    let value = one_of(&["", "theme1", "Bees"])
        .prop_map(|text: &str| if text.is_empty() { Value::Null } else { Value::of(text) });
    vec((place, value, 1_u64..6), 1..4)
}

/// The books that such edits make.
fn named(books: BTreeMap<&'static str, Vec<(Place, Value, u64)>>) -> Map<CodebookId, Book> {
    let made = |(id, edits): (&str, Vec<(Place, Value, u64)>)| {
        let mut book = Book::new(id.into());
        for (place, value, now) in edits {
            let change = Book::new(id.into()).delta(&[(place, value)], &mut Clock::new("writer".into()), now);
            book.join(&change);
        }
        (CodebookId::from(id), book)
    };
    books.into_iter().map(made).collect()
}

fn maps() -> impl Strategy<Value = Maps> + Clone {
    let code = || one_of(&["theme1", "theme2"]).prop_map(|id: &str| Code::Theme(id.into()));
    let to = prop_oneof![Just(None), Just(Some(To::LeaveAlone)), code().prop_map(|code| Some(To::Ours(code)))];
    btree_map(code(), (to, stamp()), 0..3).prop_map(|maps| {
        let map =
            |(code, (to, stamp)): (Code, (Option<To>, Stamp))| (("theirs".into(), code), Register::new(to, stamp));
        maps.into_iter().map(map).collect()
    })
}

/// A store as it may be carried anywhere.
pub(crate) fn store() -> impl Strategy<Value = Store> + Clone {
    let article = || one_of(&["art1", "art2"]).prop_map(ArticleId::from);
    let layers = btree_map(article(), btree_map(key(), layer(), 0..3), 0..2);
    let articles = btree_map(article(), facts(), 0..2);
    let classes = btree_map(article(), btree_map(class(), decisions(), 0..3), 0..2);
    let books = btree_map(article(), btree_map(one_of(&["book1", "book2"]), book(), 0..2), 0..2);
    let maps = btree_map(article(), maps(), 0..2);
    (btree_map(annotator(), person(), 0..3), articles, layers, classes, books, maps).prop_map(
        |(people, articles, layers, classes, books, maps)| Store {
            books: books.into_iter().map(|(id, books)| (id, named(books))).collect(),
            maps: maps.into_iter().collect(),
            people: people.into_iter().collect(),
            articles: articles.into_iter().collect(),
            layers: layers.into_iter().map(|(id, layers)| (id, layers.into_iter().collect())).collect(),
            classes: classes.into_iter().map(|(id, classes)| (id, classes.into_iter().collect())).collect(),
            here: Here::default(),
        },
    )
}

/// Keys of imports, alike to those that [`operations`] hands out.
const IMPORTS: &[&str] = &["postil/1/op/s/1", "postil/1/op/s/2"];

/// Stored operations but snapshots, with the keys they stand under. The operations of one import share its key.
pub(crate) fn operations() -> impl Strategy<Value = Vec<(String, Operation)>> + Clone {
    let import = one_of(IMPORTS);
    let operation = prop_oneof![
        3 => store().prop_map(|delta| (None, Operation::Change(delta))),
        2 => (import.clone(), 0..2_u32, store())
            .prop_map(|(import, index, delta)| (None, Operation::Part { import: import.into(), index, delta })),
        2 => (import.clone(), 0..3_u32, 0..9_u64, store())
            .prop_map(|(import, parts, made, delta)| (Some(import), Operation::Import { parts, made, delta })),
        2 => (option::of(import.clone()), here())
            .prop_map(|(import, delta)| (None, Operation::Here { import: import.map(Into::into), delta })),
        3 => (import, register(any::<bool>()))
            .prop_map(|(import, active)| (None, Operation::Switch { import: import.into(), active })),
    ];
    vec(operation, 0..8).prop_map(|operations| {
        let key = |(n, (key, operation)): (usize, (Option<&str>, Operation))| {
            let place = if matches!(operation, Operation::Here { .. }) { "here" } else { "op" };
            (key.map_or_else(|| format!("postil/1/{place}/t/{n}"), str::to_owned), operation)
        };
        operations.into_iter().enumerate().map(key).collect()
    })
}

pub(crate) fn snapshot() -> impl Strategy<Value = Snapshot> + Clone {
    let part = (option::of(0..3_u32), btree_map(prop_oneof![0..2_u32, Just(u32::MAX)], store(), 0..3));
    let part = (part, option::of(register(any::<bool>())), here(), 0..9_u64);
    let part = part.prop_map(|((parts, deltas), active, here, made)| ImportPart {
        parts,
        deltas: deltas.into_iter().collect(),
        here,
        made: if parts.is_some() { made } else { 0 },
        active,
    });
    let imports = btree_map(one_of(IMPORTS).prop_map(Into::into), part, 0..2);
    let settled = btree_map(one_of(IMPORTS).prop_map(Into::into), any::<bool>(), 0..2);
    let keys = one_of(&["postil/1/op/s/1", "postil/1/op/s/2", "postil/1/op/t/9", "postil/1/snap/ab"]);
    let shelf = prop_oneof![Just(Shelf::Here), Just(Shelf::People), Just(Shelf::Article("art1".into()))];
    (shelf, vec((keys, 1..3_u32), 0..4), 0..9_u64, whole_store(), imports, settled).prop_map(
        |(shelf, keys, made, base, mut imports, settled)| {
            let mut covers = Covers::default();
            keys.iter().for_each(|(key, of)| covers.add(key, *of));
            let is_here = shelf == Shelf::Here;
            // What belongs to this browser alone stands in one, and nothing else does.
            for part in imports.values_mut() {
                *part = match is_here {
                    true => ImportPart { here: part.here.clone(), ..ImportPart::default() },
                    false => ImportPart { here: Here::default(), ..part.clone() },
                };
            }
            let base = match is_here {
                true => Store { here: base.here, ..Store::default() },
                false => Store { here: Here::default(), ..base },
            };
            let (imports, settled) = (imports.into_iter().collect(), settled.into_iter().collect());
            Snapshot { shelf, covers, made, base, imports, settled }
        },
    )
}
