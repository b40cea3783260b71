//! The search: in the title, the questions, the article and one's own notes.

use crate::{
    effect::{Effect, Focus},
    env::Env,
    model::Model,
    tagging,
    view::bar::{HitView, SearchView},
};
use postil_core::article::search::Needle;
use std::sync::Arc;

/// So many findings are listed; the steps go to all of them.
const LISTED: usize = 100;

/// Where words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the title.
    Title,
    /// In the question at this index.
    Question(usize),
    /// In the paragraph at this index.
    Paragraph(usize),
    /// In one's own note on it.
    Note(usize),
}

impl Place {
    /// The paragraph that it belongs to.
    fn paragraph(self) -> Option<usize> {
        match self {
            Self::Paragraph(index) | Self::Note(index) => Some(index),
            Self::Title | Self::Question(_) => None,
        }
    }
}

/// A search.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// True while the field is open.
    pub open: bool,
    /// What is searched.
    pub words: Arc<str>,
    /// Where it was found, in reading order.
    pub places: Vec<Place>,
    /// The paragraphs among them, and those with notes among them.
    pub found: Vec<usize>,
    /// Which of the places was shown last.
    pub at: Option<usize>,
    /// The first places, ready to be listed.
    listed: Arc<[HitView]>,
    /// The notes among the places as they were, in reading order.
    notes: Vec<(usize, Arc<str>)>,
}

/// Opens or closes the search.
pub fn opened(model: &mut Model, open: bool) {
    model.search.open = open;
    if open {
        model.shared.effects.push(Effect::Focus(Focus::Search));
    } else {
        typed(model, "".into());
        model.shared.effects.push(Effect::Focus(Focus::ArticleAt(model.current)));
    }
}

/// Looks for words.
pub fn typed(model: &mut Model, words: Arc<str>) {
    let needle = Needle::new(&words);
    let (mut places, mut notes) = (Vec::new(), Vec::new());
    if needle.is_in(&model.shared.view_title()) {
        places.push(Place::Title);
    }
    let questions = model.shared.codebook.questions.iter().enumerate();
    places.extend(questions.filter(|(_, q)| needle.is_in(&q.prompt)).map(|(at, _)| Place::Question(at)));
    for (index, paragraph) in model.opened.texts.iter().enumerate() {
        if needle.is_in(&paragraph.text) {
            places.push(Place::Paragraph(index));
        }
        if let Some(note) = found_note(model, index, &needle) {
            places.push(Place::Note(index));
            notes.push((index, note));
        }
    }
    let listed: Vec<HitView> = places.iter().take(LISTED).filter_map(|place| hit(model, *place, &needle)).collect();
    let mut found: Vec<usize> = places.iter().filter_map(|place| place.paragraph()).collect();
    found.dedup();
    model.shared.touched.rows.append(&mut model.search.found);
    model.shared.touched.rows.extend(found.iter().copied());
    model.search = Search { open: model.search.open, words, places, found, at: None, listed: listed.into(), notes };
}

/// Looks again when what was found is no longer so: a note was written, taken back, came in, or is somebody else's.
pub fn follow(model: &mut Model) {
    let search = &model.search;
    if search.words.trim().is_empty() {
        return;
    }
    let needle = Needle::new(&search.words);
    let is_so = |index: usize| {
        let before = search.notes.binary_search_by_key(&index, |(index, _)| *index).ok().map(|at| &search.notes[at].1);
        before == found_note(model, index, &needle).as_ref()
    };
    if !model.shared.touched.all && model.shared.touched.rows.iter().all(|index| is_so(*index)) {
        return;
    }
    let shown = search.at.and_then(|at| search.places.get(at)).copied();
    typed(model, Arc::clone(&search.words));
    model.search.at = model.search.places.iter().position(|place| Some(*place) == shown);
}

/// The active annotator's note on a paragraph if it holds what is searched.
fn found_note(model: &Model, index: usize, needle: &Needle) -> Option<Arc<str>> {
    note(model, index).filter(|note| needle.is_in(note))
}

/// The active annotator's note on a paragraph.
fn note(model: &Model, index: usize) -> Option<Arc<str>> {
    let record = model.shared.store().record(
        model.shared.article_id(),
        &model.shared.annotator,
        model.shared.paragraph_id(index)?,
    )?;
    Some(crate::note::text(record))
}

fn hit(model: &Model, place: Place, needle: &Needle) -> Option<HitView> {
    let questions = &model.shared.codebook.questions;
    let (name, text): (Arc<str>, Arc<str>) = match place {
        Place::Title => ("Title".into(), model.shared.view_title()),
        Place::Question(at) if questions.len() > 1 => {
            (["Question ", &(at + 1).to_string()].concat().into(), Arc::clone(&questions[at].prompt))
        }
        Place::Question(at) => ("Question".into(), Arc::clone(&questions[at].prompt)),
        Place::Paragraph(index) => {
            (Arc::clone(&model.opened.texts[index].label), Arc::clone(&model.opened.texts[index].text))
        }
        Place::Note(index) => {
            (["Note on paragraph ", &model.opened.texts[index].number].concat().into(), note(model, index)?)
        }
    };
    Some(HitView { name, excerpt: needle.excerpt(&text)? })
}

/// Goes to the next (1) or previous (-1) finding.
pub fn stepped(model: &mut Model, by: i32, env: &Env<'_>) {
    let places = &model.search.places;
    let count = i64::try_from(places.len()).unwrap_or(1);
    let next = match model.search.at {
        Some(at) => (i64::try_from(at).unwrap_or(0) + i64::from(by)).rem_euclid(count.max(1)),
        // The first step goes to the first finding from the current paragraph on.
        None => {
            let ahead = |place: &Place| place.paragraph().is_some_and(|index| index >= model.current);
            i64::try_from(places.iter().position(ahead).unwrap_or(0)).unwrap_or(0)
        }
    };
    chosen(model, usize::try_from(next).unwrap_or(0), env);
}

/// Goes to one of the findings.
pub fn chosen(model: &mut Model, at: usize, env: &Env<'_>) {
    let Some(place) = model.search.places.get(at).copied() else { return };
    model.search.at = Some(at);
    let count = model.search.places.len();
    let name: Arc<str> = match place {
        Place::Title => {
            tagging::make_current(model, 0, env);
            model.shared.effects.push(Effect::Reveal(0, true));
            "Title".into()
        }
        Place::Question(question) => {
            model.question = question;
            "Question".into()
        }
        Place::Paragraph(index) | Place::Note(index) => {
            tagging::make_current(model, index, env);
            model.shared.effects.push(Effect::Reveal(index, false));
            Arc::clone(&model.opened.texts[index].label)
        }
    };
    model.shared.announce(format!("{name}, {} of {count}.", at + 1));
}

/// What the panel shows.
#[must_use]
pub fn view(model: &Model) -> SearchView {
    let search = &model.search;
    let result: Arc<str> = match (search.words.trim().is_empty(), search.places.len(), search.at) {
        (true, ..) => "".into(),
        (_, 0, _) => "Not found".into(),
        (_, n, Some(at)) => format!("{} of {n}", at + 1).into(),
        (_, n, None) => format!("{n} found").into(),
    };
    let more = search.places.len() > LISTED;
    SearchView {
        open: search.open,
        words: Arc::clone(&search.words),
        result,
        hits: Arc::clone(&search.listed),
        at: search.at,
        more,
    }
}
