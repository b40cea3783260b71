//! Importing bundles: what each file brings, said as a verdict, and the change that a whole batch makes.

mod changes;
pub(crate) mod pieces;
pub mod share;

use self::share::Part;
use super::{
    bundle::{
        Bundle,
        assignment::Assignment,
        read::{Refusal, read_at},
    },
    pseudonym::counts_twice,
};
use crate::{
    article::{
        Article,
        masthead::{Described, FIELDS},
        opening,
    },
    base::{
        id::{ArticleId, ParagraphId, VersionId},
        problem::Problem,
        stamp::Stamp,
    },
    codebook::{
        Codebook,
        book::Book,
        mapping::{Maps, swapped},
    },
    json::extra::{self, Extra},
    keep::store::Store,
    record::{decision::Decisions, person::Person},
};
pub use pieces::{SPLIT_UNITS, article_length, operations};
pub use share::{Answer, Guard, Share, State};
use std::sync::Arc;

/// What became of one imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Something came in: paragraphs newly annotated, and paragraphs whose annotations changed.
    Merged {
        /// Records that were not here.
        new: usize,
        /// Records that were here and changed.
        updated: usize,
    },
    /// Everything in it is here, exactly so.
    AlreadyHere,
    /// Everything in it is here, and some of it has changed since.
    Older,
    /// Nothing came in yet: all that it would change waits for an answer.
    Asks,
    /// All that it would change was left out.
    LeftOut,
    /// There was no room to keep it.
    NoRoom,
    /// It has people with names who are here without, or the other way round: they would count twice.
    Twice,
    /// It has no layers: an article to annotate, nothing to merge.
    NoLayers,
    /// It is about another article than the one that is open.
    OtherArticle(Arc<Bundle>),
    /// It is no Postil file; with what speaks against it, where more can be said.
    NotOurs(Option<Problem>),
    /// A newer Postil wrote it.
    Newer,
    /// It is damaged.
    Damaged(Problem),
}

/// A file's verdict with what else is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The file's name.
    pub name: Arc<str>,
    /// What became of it.
    pub verdict: Verdict,
    /// What it brings of each annotator, when it is about the open article.
    pub shares: Vec<Share>,
    /// What differs in its codebook, in words; where that is an earlier state of the one here, what has changed here since.
    pub codebook: Vec<String>,
    /// True when all that its codebook says was known here, and has changed since.
    pub is_earlier: bool,
    /// Its codebook, when it is about the open article and has another one, or another state of the same, of which something is
    /// to be said: that there is something new, or that two codes have changed places.
    pub book: Option<Arc<Book>>,
    /// What it says otherwise of codes of other codebooks, when it is about the open article and has the same codebook.
    pub maps: Maps,
    /// What was changed later than here of how the open article is described, and otherwise.
    pub described: Described,
    /// What the versions said that it names, its own among them.
    pub versions: Vec<(VersionId, Arc<Codebook>)>,
    /// What it asks a class to do, when it is about the open article.
    pub assignment: Option<Arc<Assignment>>,
    /// Parts that were left out.
    pub problems: Vec<Problem>,
    /// Fields of newer versions at its root, while nothing of it is written yet.
    waiting: Extra,
}

impl Report {
    /// A file of which nothing else is to be said.
    #[must_use]
    pub fn new(name: &str, verdict: Verdict) -> Self {
        Self {
            name: name.into(),
            verdict,
            shares: Vec::new(),
            codebook: Vec::new(),
            is_earlier: false,
            book: None,
            maps: Maps::new(),
            described: Described::new(),
            versions: Vec::new(),
            assignment: None,
            problems: Vec::new(),
            waiting: Extra::new(),
        }
    }

    /// Takes in an answer to one of its parts that were held back: see `Share::answered`.
    pub fn answered(
        &mut self,
        share: usize,
        answer: Answer,
        article: &ArticleId,
        stamp: &Stamp,
        state: &mut Store,
        delta: &mut Store,
    ) {
        // Dates are asked about for a file as a whole.
        let dates = self.shares.get(share).is_some_and(Share::asks_about_dates);
        for (at, each) in self.shares.iter_mut().enumerate() {
            if at == share || (dates && each.asks_about_dates()) {
                each.answered(answer, article, stamp, state, delta);
            }
        }
        self.verdict = verdict(&self.shares);
        self.bring_fields(article, state, delta);
    }

    /// What a file has at its root comes with the first of its parts that comes in: while all that it would change waits for
    /// an answer, nothing of it is written.
    fn bring_fields(&mut self, article: &ArticleId, state: &mut Store, delta: &mut Store) {
        if self.waiting.is_empty() || matches!(self.verdict, Verdict::Asks | Verdict::LeftOut) {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        if extra::join(&mut state.articles.entry(article.clone()).or_default().extra, &waiting) {
            extra::join(&mut delta.articles.entry(article.clone()).or_default().extra, &waiting);
        }
    }

    /// Looks again at what is still held back, after the state has changed: some of it may be here by now, and where it was
    /// said who somebody is, that holds for their other files too.
    pub fn judge(&mut self, article: &ArticleId, state: &mut Store, delta: &mut Store, guard: Guard<'_>) {
        for share in &mut self.shares {
            if let State::Held(held) = &share.state {
                let quote = |id: &ParagraphId| held.quotes.get(id).cloned();
                let (whose, person, said) = (&share.whose, &held.person, &held.said);
                let part = Part { article, whose, person, said, addressed: false, quote: &quote };
                *share = part.take(state, delta, guard);
            }
        }
        if !self.shares.is_empty() {
            self.verdict = verdict(&self.shares);
            self.bring_fields(article, state, delta);
        }
    }

    /// Says of all that had come in that there was no room for it.
    pub fn refused(&mut self) {
        let brings = |share: &&mut Share| share.state == State::Merged && share.changes.new + share.changes.updated > 0;
        let mut refused = false;
        for share in self.shares.iter_mut().filter(brings) {
            share.state = State::NoRoom;
            refused = true;
        }
        if refused {
            self.verdict = verdict(&self.shares);
        }
    }
}

/// Reads one file against the open article and the state, and adds what it brings to `delta`. `state` is joined too, so
/// that a second file with the same content is found to be already here.
pub fn take(
    name: &str,
    text: &str,
    article: &Article,
    (book, codebook): (&Book, &Codebook),
    state: &mut Store,
    delta: &mut Store,
    guard: Guard<'_>,
) -> Report {
    match read_at(text, Some(article), guard.now) {
        Err(Refusal::NotOurs(problem)) => Report::new(name, Verdict::NotOurs(problem)),
        Err(Refusal::Newer(_)) => Report::new(name, Verdict::Newer),
        Err(Refusal::Damaged(problem)) => Report::new(name, Verdict::Damaged(problem)),
        Ok((bundle, problems)) if bundle.article.id() == article.id() => {
            let report = merge(name, &bundle, state, delta, guard);
            if report.verdict == Verdict::Twice {
                return Report { problems, ..report };
            }
            let is_earlier = bundle.book.id == book.id && bundle.book != *book && book.news(&bundle.book).is_empty();
            let differences =
                if is_earlier { bundle.codebook.differences(codebook) } else { codebook.differences(&bundle.codebook) };
            let versions = bundle.known_versions();
            let assignment = bundle.asked().cloned().map(Arc::new);
            let maps =
                if bundle.book.id == book.id { later_maps(state, article.id(), bundle.maps) } else { Maps::new() };
            let described = later_described(article, bundle.article.masthead.described);
            let has_more = || !is_earlier || !swapped(codebook, &bundle.codebook).is_empty();
            let is_asked = bundle.book != *book && !differences.is_empty() && has_more();
            let book = is_asked.then(|| Arc::new(bundle.book));
            Report {
                codebook: differences,
                is_earlier,
                book,
                maps,
                described,
                versions,
                assignment,
                problems,
                ..report
            }
        }
        Ok((bundle, problems)) => Report { problems, ..Report::new(name, Verdict::OtherArticle(Arc::new(bundle))) },
    }
}

/// What is said later of codes of other codebooks than it is here, and otherwise.
fn later_maps(state: &Store, article: &ArticleId, mut maps: Maps) -> Maps {
    let here = state.maps.get(article);
    maps.retain(|code, theirs| {
        here.and_then(|here| here.get(code)).is_none_or(|ours| ours.stamp < theirs.stamp && ours.value != theirs.value)
    });
    maps
}

/// What was changed later of the article's description than it was here, and otherwise.
fn later_described(article: &Article, mut described: Described) -> Described {
    let here = &article.masthead;
    described.retain(|name, theirs| {
        here.described.get(name).is_none_or(|ours| ours.stamp < theirs.stamp)
            && FIELDS.contains(&&**name)
            && theirs.value != here.field(name)
    });
    described
}

/// Merges a bundle's layers into `state` and `delta`, and says what that did; what needs an answer is held back. The
/// article is taken from the bundle.
pub fn merge(name: &str, bundle: &Bundle, state: &mut Store, delta: &mut Store, guard: Guard<'_>) -> Report {
    if counts_twice(bundle, state, guard.cache) {
        return Report::new(name, Verdict::Twice);
    }
    let article = bundle.article.id();
    let quote = |id: &ParagraphId| match bundle.article.index_of(id) {
        Some(at) => Some(opening(&bundle.article.text(at))),
        None => bundle.unplaced.get(id).cloned(),
    };
    let people = !bundle.layers.is_empty() && bundle.layers.keys().all(|key| (guard.here)(&key.annotator));
    let addressed = people && is_undecided(state, article);
    let nobody = Person::default();
    let shares = bundle.parts().into_iter().map(|(whose, said)| {
        let person = whose.annotator().and_then(|id| bundle.people.get(id)).unwrap_or(&nobody);
        Part { article, whose: &whose, person, said: &said, addressed, quote: &quote }.take(state, delta, guard)
    });
    let shares: Vec<Share> = shares.collect();
    let waiting = bundle.extra.clone();
    let mut report = Report { verdict: verdict(&shares), shares, waiting, ..Report::new(name, Verdict::NoLayers) };
    report.bring_fields(article, state, delta);
    report
}

/// True while nothing is decided here of an article.
#[must_use]
pub fn is_undecided(state: &Store, article: &ArticleId) -> bool {
    state.classes_of(article).all(|(_, class)| Decisions::is_undecided(class))
}

/// What became of a file, by what became of its parts.
fn verdict(shares: &[Share]) -> Verdict {
    let of = |state: fn(&State) -> bool| shares.iter().filter(move |share| state(&share.state));
    let merged = || of(|state| *state == State::Merged);
    let new = merged().map(|share| share.changes.new).sum();
    let updated = merged().map(|share| share.changes.updated).sum();
    if new + updated > 0 {
        Verdict::Merged { new, updated }
    } else if shares.is_empty() {
        Verdict::NoLayers
    } else if of(|state| matches!(state, State::Held(_))).next().is_some() {
        Verdict::Asks
    } else if of(|state| *state == State::NoRoom).next().is_some() {
        Verdict::NoRoom
    } else if of(|state| *state == State::LeftOut).next().is_some() {
        Verdict::LeftOut
    } else if shares.iter().any(|share| share.changes.older) {
        Verdict::Older
    } else {
        Verdict::AlreadyHere
    }
}
