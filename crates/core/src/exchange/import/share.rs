//! What a file brings of one annotator, and whether it may be written without asking.
//!
//! Nothing of a file is written in silence into what is this browser's own, into what a class decided, under an id that
//! somebody of another name has here, where two browsers of one copy may have gone different ways, or with dates that have
//! not come: such a part is held back, and nothing of it is written before a person says so.

use super::changes::Changes;
use crate::{
    base::{
        digest,
        id::{AnnotatorId, ArticleId, ParagraphId},
        map::Map,
        register::Register,
        stamp::Stamp,
    },
    exchange::{example::is_made_up, pseudonym::cache::KindCache},
    json::extra,
    keep::store::Store,
    record::{Layer, LayerKey, Record, decision::Decisions, person::Person, whose::Whose},
};
use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

/// What a reader knows that a file is held against.
#[derive(Clone, Copy)]
pub struct Guard<'a> {
    /// The reader's clock, in milliseconds since 1970.
    pub now: u64,
    /// True for the annotators of this browser.
    pub here: &'a dyn Fn(&AnnotatorId) -> bool,
    /// Where many files come in one after the other, and nothing else changes the store meanwhile.
    pub cache: Option<&'a KindCache>,
}

/// Why a part is held back. Several may hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// It would write into what somebody of this browser said.
    pub own: bool,
    /// It would write into what a class decided here.
    pub decided: bool,
    /// Somebody else goes by this id here: their name.
    pub called: Option<Arc<str>>,
    /// Nobody gave a name, and neither what is here nor what the file says is a later state of the other: see `parts_ways`.
    pub forks: bool,
    /// It carries dates more than a day ahead: the latest, in milliseconds since 1970.
    pub ahead: Option<u64>,
}

impl Why {
    fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A part that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Why.
    pub why: Why,
    /// What the file knows of them.
    pub(super) person: Person,
    /// What they said, as it came.
    pub(super) said: Said<'static>,
    /// The first words of its paragraphs.
    pub(super) quotes: BTreeMap<ParagraphId, Arc<str>>,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is merged, as far as it brings anything.
    Merged,
    /// It waits for an answer.
    Held(Box<Held>),
    /// It was left out: somebody chose so.
    LeftOut,
    /// There was no room to keep it.
    NoRoom,
}

/// What a file brings of one annotator, or of what a class decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Whose it is, as the file has it.
    pub whose: Whose,
    /// Their name in the file; empty when it has none.
    pub name: Arc<str>,
    /// What it changes.
    pub changes: Changes,
    /// What became of it.
    pub state: State,
}

/// A person's answer to a part that is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is to be taken; where it goes by another name, it is the same person.
    Take,
    /// It is another person of the same id, and gets one of their own for good.
    Apart,
    /// It is to be left out.
    LeaveOut,
}

/// The setting that remembers who somebody of this id and name is: "same" as who has the id here, or "apart".
#[must_use]
pub fn person(annotator: &AnnotatorId, name: &str) -> Arc<str> {
    ["person:", apart(annotator, name).as_str()].concat().into()
}

/// The id of somebody who is kept apart from another of the same id: always the same for the same name, so that their later
/// files are theirs too, on whichever machine.
#[must_use]
pub fn apart(annotator: &AnnotatorId, name: &str) -> AnnotatorId {
    AnnotatorId::new(digest::hex(&format!("{annotator}\n{name}"), 16))
}

/// The setting that says of a decision that it came with a file; its value is the stamp of the decision.
#[must_use]
pub fn from_file(article: &ArticleId, paragraph: &ParagraphId) -> String {
    format!("from-file:{article}:{paragraph}")
}

/// What a file says of one annotator, or of what a class decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said<'a> {
    /// Layers of one annotator, whose they are beside.
    Layers(Vec<(LayerKey, Cow<'a, Layer>)>),
    /// What a class said.
    Class(Cow<'a, Decisions>),
}

impl Said<'_> {
    pub(crate) fn keep(&self) -> Said<'static> {
        match self {
            Self::Layers(layers) => {
                let keep = |(key, layer): &(LayerKey, Cow<'_, Layer>)| (key.clone(), Cow::Owned((**layer).clone()));
                Said::Layers(layers.iter().map(keep).collect())
            }
            Self::Class(class) => Said::Class(Cow::Owned((**class).clone())),
        }
    }
}

/// What a part brings that is not here: layers of one annotator, or what a class said.
#[derive(Debug, Default)]
struct Brought {
    layers: Map<LayerKey, Layer>,
    class: Decisions,
}

impl Brought {
    fn is_empty(&self) -> bool {
        self.layers.is_empty() && self.class == Decisions::default()
    }

    fn paragraphs(&self) -> impl Iterator<Item = &ParagraphId> {
        self.layers.values().flat_map(|layer| layer.records.keys()).chain(self.class.paragraphs())
    }

    /// True when it brings fields of newer programs.
    fn has_unknown(&self) -> bool {
        self.layers.values().any(|layer| !layer.extra.is_empty()) || !self.class.extra.is_empty()
    }
}

/// A part of a file on its way in.
pub(crate) struct Part<'a> {
    /// Of which article.
    pub(crate) article: &'a ArticleId,
    /// Whose it is, as the file has it.
    pub(crate) whose: &'a Whose,
    /// What the file knows of them.
    pub(crate) person: &'a Person,
    /// What they said.
    pub(crate) said: &'a Said<'a>,
    /// True when the file is made for somebody of this browser, so that what it says of a class is meant for them.
    pub(crate) addressed: bool,
    /// The first words of a paragraph.
    pub(crate) quote: &'a dyn Fn(&ParagraphId) -> Option<Arc<str>>,
}

impl Part<'_> {
    /// Takes the part into `state` and `delta`, or holds it back.
    pub(crate) fn take(&self, state: &mut Store, delta: &mut Store, guard: Guard<'_>) -> Share {
        let own_name = match self.said {
            Said::Layers(_) => self.person.name.as_ref(),
            Said::Class(class) => class.name.as_ref(),
        };
        let name: Arc<str> = own_name.map_or_else(|| "".into(), |name| Arc::clone(&name.value));
        let known = self.whose.annotator().and_then(|id| state.setting(&person(id, &name)));
        let known = known.map(|known| &**known == "apart");
        let whose = match self.whose {
            Whose::Annotator(id) if known == Some(true) => Whose::Annotator(apart(id, &name)),
            whose => whose.clone(),
        };
        let (brought, changes) = weigh(state, self.article, &whose, self.said);
        let is_class = matches!(whose, Whose::Class(_));
        let here = whose.annotator().map(|id| state.name(id)).unwrap_or_default();
        let is_own = whose.annotator().is_some_and(|id| (guard.here)(id));
        let is_seen = changes.new + changes.updated > 0 || brought.has_unknown();
        let renames = !is_class && *here != *name && self.renames(state, &whose);
        let writes = !brought.is_empty() || renames;
        let forks = known.is_none()
            && !is_own
            && !is_class
            && here == name
            && is_automatic(&name)
            && is_seen
            && parts_ways(state, self.article, &whose, self.said);
        let stranger = known.is_none() && !is_class && !here.is_empty() && !name.is_empty() && here != name;
        // What nobody would see of what is protected is neither written nor asked about.
        let is_protected = is_own || stranger || forks || is_class;
        let mut share = Share { whose: self.whose.clone(), name, changes, state: State::Merged };
        if !writes || (is_protected && !is_seen && (is_own || !renames)) {
            return share;
        }
        let why = Why {
            own: is_own,
            decided: is_class && !self.addressed,
            called: stranger.then_some(here),
            forks,
            // The people of the example class are no strangers, whatever the clock of this computer says.
            ahead: ahead(&brought, own_name.filter(|_| renames), guard.now)
                .filter(|_| !whose.annotator().is_some_and(is_made_up)),
        };
        let quotes = self.quotes(&brought);
        if why.is_none() {
            bring(self.article, &whose, brought, self.person, &quotes, state, delta);
        } else {
            let (person, said) = (self.person.clone(), self.said.keep());
            share.state = State::Held(Box::new(Held { why, person, said, quotes }));
        }
        share
    }

    fn renames(&self, state: &Store, whose: &Whose) -> bool {
        let here = whose.annotator().and_then(|id| state.name_register(id)).map(|name| &name.stamp);
        self.person.name.as_ref().is_some_and(|name| Some(&name.stamp) > here)
    }

    fn quotes(&self, brought: &Brought) -> BTreeMap<ParagraphId, Arc<str>> {
        brought.paragraphs().filter_map(|id| Some((id.clone(), (self.quote)(id)?))).collect()
    }
}

impl Share {
    /// Of decisions that wait for an answer: who recorded them, as the file has it.
    #[must_use]
    pub fn deciders(&self) -> Vec<AnnotatorId> {
        let State::Held(held) = &self.state else { return Vec::new() };
        let Said::Class(class) = &held.said else { return Vec::new() };
        class.iter().filter_map(|(_, said)| said.decision()?.by).collect()
    }

    /// True when it waits for an answer only because of its dates.
    #[must_use]
    pub fn asks_about_dates(&self) -> bool {
        let State::Held(held) = &self.state else { return false };
        Why { ahead: held.why.ahead, ..Why::default() } == held.why
    }

    /// Writes a part that was held back into `state` and `delta`, as a person answered; `stamp` is for what is remembered of
    /// that. The share is then merged or left out.
    pub(crate) fn answered(
        &mut self,
        answer: Answer,
        article: &ArticleId,
        stamp: &Stamp,
        state: &mut Store,
        delta: &mut Store,
    ) {
        let (next, remembered) = match answer {
            Answer::Take => (State::Merged, "same"),
            Answer::Apart => (State::Merged, "apart"),
            Answer::LeaveOut => (State::LeftOut, ""),
        };
        let State::Held(held) = std::mem::replace(&mut self.state, next) else { return };
        if answer == Answer::LeaveOut {
            return;
        }
        let mut whose = self.whose.clone();
        if let Whose::Annotator(id) = &self.whose {
            if held.why.called.is_some() || held.why.forks {
                let said = Register::new(Arc::from(remembered), stamp.clone());
                state.here.settings.insert(person(id, &self.name), said.clone());
                delta.here.settings.insert(person(id, &self.name), said);
            }
            if answer == Answer::Apart {
                whose = Whose::Annotator(apart(id, &self.name));
            }
        }
        let (brought, changes) = weigh(state, article, &whose, &held.said);
        self.changes = changes;
        bring(article, &whose, brought, &held.person, &held.quotes, state, delta);
    }
}

/// What a part brings, and what that changes of what is here.
///
/// What people cannot see is brought along as well, a later stamp under the same value for example: without it, another
/// file would merge otherwise here than where this one came from.
fn weigh(state: &Store, article: &ArticleId, whose: &Whose, said: &Said<'_>) -> (Brought, Changes) {
    let (mut brought, mut changes) = (Brought::default(), Changes::default());
    match (said, whose) {
        (Said::Layers(layers), Whose::Annotator(id)) => {
            for (key, theirs) in layers {
                let key = LayerKey { annotator: id.clone(), ..key.clone() };
                let layer = weigh_layer(state.layer(article, &key), &key, theirs, &mut changes);
                if layer != Layer::default() {
                    brought.layers.insert(key, layer);
                }
            }
        }
        (Said::Class(theirs), Whose::Class(id)) => {
            let nothing = Decisions::default();
            let here = state.class(article, id).unwrap_or(&nothing);
            let mut after = here.clone();
            after.join(theirs);
            if after != *here {
                for paragraph in theirs.paragraphs() {
                    changes.see(&here.says(paragraph), &after.says(paragraph));
                    changes.older |= after.says(paragraph) != theirs.says(paragraph);
                }
                brought.class = (**theirs).clone();
            } else {
                changes.older |= after != **theirs;
            }
        }
        (Said::Layers(_), Whose::Class(_)) | (Said::Class(_), Whose::Annotator(_)) => {}
    }
    (brought, changes)
}

/// The records of a layer that bring something.
fn weigh_layer(here: Option<&Layer>, key: &LayerKey, theirs: &Layer, changes: &mut Changes) -> Layer {
    let nothing = Layer::default();
    let here = here.unwrap_or(&nothing);
    let mut brought = Layer::default();
    for (paragraph, record) in &theirs.records {
        let seen = key.is_reading();
        match here.records.get(paragraph) {
            None => changes.new += usize::from(seen && !record.is_silent()),
            Some(before) => {
                let mut after = before.clone();
                match (after.join(record) && seen, before.is_silent()) {
                    (true, true) => changes.new += usize::from(!after.is_silent()),
                    (true, false) => {
                        changes.updated += 1;
                        changes.compare(before, &after);
                    }
                    (false, _) => changes.older |= after != *record,
                }
                if after == *before {
                    continue;
                }
            }
        }
        brought.records.insert(paragraph.clone(), record.clone());
    }
    if extra::join(&mut here.extra.clone(), &theirs.extra) {
        brought.extra.clone_from(&theirs.extra);
    }
    brought
}

/// True when what is here is missing in a layer of the same annotator, and so is no earlier state of the same work: a browser
/// forgets nothing that was written in it, and its later files have all of it, or what replaced it.
///
/// That two people of one copied browser wrote is seen only so. Where one of them answered later whatever the other had, their
/// file looks like that of one person who thought again.
fn parts_ways(state: &Store, article: &ArticleId, whose: &Whose, theirs: &Said<'_>) -> bool {
    let (Said::Layers(theirs), Some(id)) = (theirs, whose.annotator()) else { return false };
    let keys = state.layers.get(article).into_iter().flatten().filter(|(key, _)| key.annotator == *id);
    keys.into_iter().any(|(key, here)| {
        let same = |(other, _): &&(LayerKey, Cow<'_, Layer>)| (&other.kind, other.round) == (&key.kind, key.round);
        let theirs = theirs.iter().find(same).map(|(_, layer)| &**layer);
        here.records.iter().any(|(paragraph, record)| {
            // Private notes are in nobody's file.
            let of = |record: &Record| Record { extra: extra::Extra::new(), ..record.for_others() };
            let theirs = theirs.and_then(|layer| layer.records.get(paragraph)).map(of).unwrap_or_default();
            let mut both = theirs.clone();
            both.join(&of(record));
            both != theirs
        })
    })
}

/// True when nobody gave this name: it is what the program calls people, or none. "Annotator" is what it once called them.
#[must_use]
pub fn is_automatic(name: &str) -> bool {
    let number = ["Reader ", "Annotator "].into_iter().find_map(|word| name.strip_prefix(word));
    name.is_empty() || number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
}

/// The latest of the dates that lie more than a day ahead.
fn ahead(brought: &Brought, name: Option<&Register<Arc<str>>>, now: u64) -> Option<u64> {
    let mut latest = None;
    let mut visit = |stamp: &Stamp| {
        if stamp.is_from_future(now) {
            latest = latest.max(Some(stamp.wall));
        }
    };
    name.iter().for_each(|name| visit(&name.stamp));
    let records = brought.layers.values().flat_map(|layer| layer.records.values());
    records.for_each(|record| record.each_stamp(&mut visit));
    brought.class.each_stamp(&mut visit);
    latest
}

fn bring(
    article: &ArticleId,
    whose: &Whose,
    brought: Brought,
    person: &Person,
    quotes: &BTreeMap<ParagraphId, Arc<str>>,
    state: &mut Store,
    delta: &mut Store,
) {
    let mut news = Store::default();
    let brings = !brought.is_empty();
    if brings {
        let known = state.articles.get(article).map(|facts| &facts.quotes);
        let quotes = quotes.iter().filter(|(paragraph, _)| known.is_none_or(|known| !known.contains_key(*paragraph)));
        for (paragraph, quote) in quotes {
            news.articles.entry(article.clone()).or_default().quotes.insert(paragraph.clone(), Arc::clone(quote));
        }
    }
    match whose {
        Whose::Annotator(id) => {
            // The first that comes of somebody on an article brings a name that is known too: the place where it is known
            // from may be removed from this device just then.
            let layers = state.layers.get(article);
            let is_first = brings && layers.is_none_or(|layers| layers.keys().all(|key| key.annotator != *id));
            let nobody = Person::default();
            let here = state.people.get(id).unwrap_or(&nobody);
            let mut after = here.clone();
            after.join(person);
            if (is_first && after != nobody) || after != *here {
                news.people.insert(id.clone(), after);
            }
            if brings {
                news.layers.insert(article.clone(), brought.layers);
            }
        }
        Whose::Class(id) => {
            for (paragraph, said) in brought.class.iter() {
                if let Some(at) = said.settled() {
                    let said = Register::new(Arc::from(at.to_string()), at.clone());
                    news.here.settings.insert(from_file(article, paragraph).into(), said);
                }
            }
            if brings {
                news.classes.insert(article.clone(), Map::from([(id.clone(), brought.class)]));
            }
        }
    }
    if !news.is_empty() {
        state.join(&news);
        delta.join(&news);
    }
}
