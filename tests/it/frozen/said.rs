//! What a file says when it is read, as plain lines that no later program has a reason to write otherwise.

use postil_core::{
    base::{problem::Problem, register::Register},
    codebook::{Codebook, book::Item, code::Code, mapping::To, sense::Sense},
    exchange::{
        bundle::{Bundle, assignment::Assignment},
        import::{Report, State, Verdict},
    },
    json::{extra::Extra, tree::Json},
    record::{
        Layer, Record, Supports, Themes,
        decision::{Decisions, Reason, Reply, Round},
        person::{Kind, Person},
        whose::Whose,
    },
};
use std::fmt::{Display, Write as _};

/// Lines, further in for what belongs to the one above.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn say(&mut self, level: usize, words: impl Display) {
        let words = words.to_string();
        _ = writeln!(self.0, "{:1$}{words}", "", level * 2, words = words.trim_end());
    }

    /// Those of single values stand under names of the program's own, with spaces; that they leave as they came shows in the
    /// bytes that are written.
    fn unknown(&mut self, level: usize, extra: &Extra) {
        for (name, value) in extra.iter().filter(|(name, _)| !name.contains(' ')) {
            self.say(level, format_args!("unknown {name}: {}", json(value)));
        }
    }
}

/// A text as JSON has it.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn json(value: &Json<'_>) -> String {
    match value {
        Json::Null => "null".into(),
        Json::Bool(flag) => flag.to_string(),
        Json::Whole(number) => number.to_string(),
        Json::Number(number) => number.to_string(),
        Json::Text(words) => text(words),
        Json::List(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(", ")),
        Json::Object(_) => "an object".into(),
    }
}

fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    if items.is_empty() { "none".into() } else { items.join(", ") }
}

fn at<T>(register: &Register<T>) -> String {
    let under = register.under.as_ref().map(|version| format!(", under {version}"));
    format!("({}{})", register.stamp, under.unwrap_or_default())
}

/// All that a bundle says, and what becomes of it in an empty browser, before it is answered and after.
pub(super) fn of(bundle: &Bundle, problems: &[Problem], asked: &Report, report: &Report) -> String {
    let mut to = Lines::default();
    to.say(0, format_args!("kind {}", bundle.kind.word()));
    bundle.assignment.iter().for_each(|rules| assignment(rules, &mut to));
    article(bundle, &mut to);
    let settled = codebook(&bundle.codebook);
    settled.lines().for_each(|line| to.say(0, line));
    let first = bundle.book.fields().map(|(_, register)| &register.stamp).min();
    for (place, register) in bundle.book.fields().filter(|(_, register)| first < Some(&register.stamp)) {
        to.say(1, format_args!("{} of {} is of a later time {}", place.field, item(&place.item), at(register)));
    }
    to.unknown(1, &bundle.book.extra);
    for (version, content) in &bundle.versions {
        to.say(0, format_args!("version {version}: {content}"));
    }
    bundle.people.iter().for_each(|(id, known)| person(id.as_str(), known, &mut to));
    for (key, said) in &bundle.layers {
        to.say(0, format_args!("layer of {}, {}, round {}", key.annotator, key.kind.word(), key.round));
        layer(said, &mut to);
    }
    bundle.classes.iter().for_each(|(id, said)| class(bundle, id.as_str(), said, &mut to));
    for ((theirs, from), register) in &bundle.maps {
        let here = match &register.value {
            None => "taken back".into(),
            Some(To::LeaveAlone) => "left alone".into(),
            Some(To::Ours(ours)) => code(ours),
        };
        to.say(0, format_args!("map of {theirs}: {} is {here} {}", code(from), at(register)));
    }
    for (id, words) in &bundle.unplaced {
        to.say(0, format_args!("unplaced {id}: {}", text(words)));
    }
    to.unknown(0, &bundle.extra);
    problems.iter().for_each(|problem| to.say(0, format_args!("problem: {problem}")));
    to.say(0, format_args!("verdict: {}", verdict(&asked.verdict)));
    for share in &asked.shares {
        let whose = match &share.whose {
            Whose::Annotator(id) => format!("annotator {id}"),
            Whose::Class(id) => format!("class {id}"),
        };
        let waits = if matches!(share.state, State::Held(_)) { "waits for an answer" } else { "comes in" };
        to.say(1, format_args!("{whose}: {waits}"));
    }
    to.say(0, format_args!("verdict, answered: {}", verdict(&report.verdict)));
    to.0
}

fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Merged { new, updated } => format!("merged, {new} new and {updated} changed"),
        Verdict::Asks => "asks".into(),
        Verdict::NoLayers => "no annotations".into(),
        other => format!("{other:?}"),
    }
}

fn assignment(rules: &Assignment, to: &mut Lines) {
    to.say(0, "assignment");
    to.say(1, format_args!("message {}", text(&rules.message)));
    to.say(1, format_args!("round {}, due {}, under {}", rules.round, text(&rules.due), rules.named.word()));
    // Files of before say nothing of it, and are never written anew.
    if !rules.until.is_empty() {
        to.say(1, format_args!("until {}", rules.until));
    }
    to.say(1, format_args!("questions {}", rules.questions.as_ref().map_or_else(|| "all".into(), list)));
    to.say(1, format_args!("at least {}", rules.minimum.map_or_else(|| "all".into(), |least| least.to_string())));
    if let Some((id, name)) = &rules.class {
        to.say(1, format_args!("class {id} {}", text(name)));
    }
    to.unknown(1, &rules.extra);
}

fn article(bundle: &Bundle, to: &mut Lines) {
    let (article, masthead) = (&bundle.article, &bundle.article.masthead);
    to.say(0, format_args!("article {} {}", article.id(), text(&masthead.title)));
    for (name, value) in [("byline", &masthead.byline), ("source", &masthead.source), ("date", &masthead.date)] {
        value.iter().for_each(|value| to.say(1, format_args!("{name} {}", text(value))));
    }
    to.say(1, format_args!("language {}, {}", text(&masthead.language), masthead.direction.word()));
    for (name, register) in &masthead.described {
        to.say(1, format_args!("{name} was changed to {} {}", text(&register.value), at(register)));
    }
    for block in article.blocks() {
        to.say(1, format_args!("{} {}", block.kind.word(), text(&block.text)));
    }
    article.paragraphs().iter().for_each(|paragraph| to.say(1, format_args!("paragraph {}", paragraph.id)));
    to.unknown(1, &masthead.extra);
}

/// What a codebook says, as it is shown.
pub(super) fn codebook(codebook: &Codebook) -> String {
    let mut to = Lines::default();
    to.say(0, format_args!("codebook {} {}, version {}", codebook.id, text(&codebook.title), codebook.version()));
    for question in &codebook.questions {
        to.say(1, format_args!("question {} {}{}", question.id, text(&question.prompt), archived(question.archived)));
        to.say(2, format_args!("holder {}, target {}", text(&question.holder), text(&question.target)));
        for option in &question.options {
            to.say(2, format_args!("option {} {}{}", option.id, text(&option.label), archived(option.archived)));
            let (key, glyph) = (option.key.as_deref().unwrap_or_default(), option.glyph.as_deref().unwrap_or_default());
            to.say(3, format_args!("sense {}, key {}, glyph {}", sense(option.sense.as_ref()), text(key), text(glyph)));
            to.say(3, format_args!("definition {}", text(&option.definition)));
            to.unknown(3, &option.extra);
        }
        to.unknown(2, &question.extra);
    }
    for theme in &codebook.themes {
        to.say(1, format_args!("theme {} {}{}", theme.id, text(&theme.label), archived(theme.archived)));
        let links = [("parent", &theme.parent), ("merged into", &theme.merged_into), ("split from", &theme.split_from)];
        for (name, id) in links {
            id.iter().for_each(|id| to.say(2, format_args!("{name} {id}")));
        }
        let (key, colour) = (theme.key.as_deref().unwrap_or_default(), theme.colour.as_deref().unwrap_or_default());
        to.say(2, format_args!("key {}, colour {}", text(key), text(colour)));
        let words = [
            ("definition", &theme.definition),
            ("include", &theme.include),
            ("exclude", &theme.exclude),
            ("example", &theme.example),
        ];
        words.iter().for_each(|(name, words)| to.say(2, format_args!("{name} {}", text(words))));
        to.unknown(2, &theme.extra);
    }
    to.unknown(1, &codebook.extra);
    to.0
}

fn archived(archived: bool) -> &'static str {
    if archived { ", archived" } else { "" }
}

fn sense(sense: Option<&Sense>) -> String {
    match sense {
        None => "not said".into(),
        Some(Sense::For) => "for".into(),
        Some(Sense::Against) => "against".into(),
        Some(Sense::Both) => "both".into(),
        Some(Sense::Neutral) => "neutral".into(),
        Some(Sense::None) => "none".into(),
        Some(Sense::Place(place)) => place.to_string(),
    }
}

fn code(code: &Code) -> String {
    match code {
        Code::Question(id) => format!("question {id}"),
        Code::Option(question, id) => format!("option {id} of {question}"),
        Code::Theme(id) => format!("theme {id}"),
    }
}

fn item(item: &Item) -> String {
    match item {
        Item::Book => "the codebook".into(),
        Item::Question(id) => format!("question {id}"),
        Item::Option(question, id) => format!("option {id} of {question}"),
        Item::Theme(id) => format!("theme {id}"),
    }
}

fn person(id: &str, person: &Person, to: &mut Lines) {
    to.say(0, format_args!("person {id}"));
    if let Some(name) = &person.name {
        to.say(1, format_args!("name {} {}", text(&name.value), at(name)));
    }
    if let Some(kind) = &person.kind {
        let words = match &kind.value {
            Kind::Person => "a person".into(),
            Kind::Machine { maker, model, date } => {
                format!("a program: maker {}, model {}, date {}", text(maker), text(model), text(date))
            }
        };
        to.say(1, format_args!("{words} {}", at(kind)));
    }
    for (other, same) in &person.same_as {
        to.say(1, format_args!("same as {other}: {} {}", same.value, at(same)));
    }
    to.say(1, format_args!("replicas {}", list(person.replicas.keys())));
    to.unknown(1, &person.extra);
}

fn layer(layer: &Layer, to: &mut Lines) {
    for (paragraph, said) in &layer.records {
        to.say(1, format_args!("record of {paragraph}"));
        record(said, to);
    }
    to.unknown(1, &layer.extra);
}

fn record(record: &Record, to: &mut Lines) {
    for (question, register) in &record.stances {
        let words = register.value.as_ref().map_or_else(
            || "taken back".into(),
            |stance| format!("{}, {}", stance.option, stance.confidence.map_or("no confidence said", |c| c.word())),
        );
        to.say(2, format_args!("stance {question}: {words} {}", at(register)));
    }
    for (theme, register) in &record.themes {
        to.say(2, format_args!("theme {theme}: {} {}", register.value, at(register)));
    }
    if let Some(register) = &record.none_applies {
        to.say(2, format_args!("none applies: {} {}", register.value, at(register)));
    }
    to.say(2, format_args!("themes in all: {}", themes(&record.themes())));
    for note in &record.note.texts {
        let private = if note.private { "private note" } else { "note" };
        to.say(2, format_args!("{private} {} ({})", text(&note.text), note.stamp));
    }
    for (replica, (wall, counter)) in &record.note.seen {
        to.say(2, format_args!("note seen of {replica} until {wall}-{counter}"));
    }
    for (id, register) in &record.evidence {
        let words = register.value.as_ref().map_or_else(
            || "taken away".into(),
            |span| {
                let supports = match &span.supports {
                    Supports::Stance(question, Some(option)) => format!("option {option} of {question}"),
                    Supports::Stance(question, None) => format!("question {question}"),
                    Supports::Theme(theme) => format!("theme {theme}"),
                };
                let (quote, prefix, suffix) = (text(&span.quote), text(&span.prefix), text(&span.suffix));
                format!("{} to {} {quote} after {prefix} before {suffix} for {supports}", span.start, span.end)
            },
        );
        to.say(2, format_args!("evidence {id}: {words} {}", at(register)));
    }
    for (class, register) in &record.replies {
        let words = register.value.map_or("taken back", Reply::id);
        to.say(2, format_args!("reply to {class}: {words} {}", at(register)));
    }
    to.unknown(2, &record.extra);
}

fn themes(themes: &Themes) -> String {
    match themes {
        Themes::NotCoded => "nothing said".into(),
        Themes::NoneApplies => "no theme applies".into(),
        Themes::Set(set) => list(set),
    }
}

fn class(bundle: &Bundle, id: &str, class: &Decisions, to: &mut Lines) {
    to.say(0, format_args!("class {id}"));
    if let Some(name) = &class.name {
        to.say(1, format_args!("name {} {}", text(&name.value), at(name)));
    }
    for (member, register) in &class.members {
        to.say(1, format_args!("member {member}: {} {}", register.value, at(register)));
    }
    if let Some(readers) = class.counted() {
        to.say(1, format_args!("counted {readers} readers"));
    }
    for (paragraph, said) in class.iter() {
        to.say(1, format_args!("paragraph {paragraph}"));
        if let Some(stamp) = said.settled() {
            to.say(2, format_args!("settled ({stamp})"));
        }
        to.say(2, format_args!("sentence {}", text(&said.sentence())));
        if let Some(decision) = said.decision() {
            let answers = decision.answers.iter().map(|(question, option)| format!("{option} to {question}"));
            to.say(2, format_args!("outcome {}, answers {}", decision.outcome.id(), list(answers)));
            to.say(2, format_args!("themes {}", themes(&decision.themes)));
            let reason = decision.reason.map_or("not said", Reason::id);
            let by = decision.by.as_ref().map_or_else(|| "nobody named".into(), ToString::to_string);
            to.say(2, format_args!("reason {reason}, by {by}, at {}", decision.at));
        }
        for question in &bundle.codebook.questions {
            let first = said.hands_in(Round::FIRST, &question.id);
            let second = said.hands_in(Round::SECOND, &question.id);
            for (name, hands) in [("first vote", first), ("second vote", second), ("count", said.counts(&question.id))]
            {
                if !hands.is_empty() {
                    let hands = hands.iter().map(|(option, hands)| format!("{option} {hands}"));
                    to.say(2, format_args!("{name} on {}: {}", question.id, list(hands)));
                }
            }
        }
    }
}
