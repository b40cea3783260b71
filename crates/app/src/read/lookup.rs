//! The search: in the title, the questions, the article and one's own notes.

use super::{
    model::Read,
    place::make_current,
    search::{LISTED, Place, Search},
    view::search::{HitView, SearchView},
};
use crate::{
    effect::{Effect, Focus},
    shared::{Shared, note},
    strings::read as strings,
};
use postil_core::{article::search::Needle, record::Layer};
use std::sync::Arc;

/// Opens or closes the search.
pub(crate) fn opened(read: &mut Read, shared: &Shared, open: bool) {
    read.search.open = open;
    if open {
        read.act(Effect::Focus(Focus::Search));
    } else {
        typed(read, shared, "".into());
        read.act(Effect::Focus(Focus::ArticleAt(read.current)));
    }
}

/// Looks for words.
pub(crate) fn typed(read: &mut Read, shared: &Shared, words: Arc<str>) {
    let needle = Needle::new(&words);
    let (mut places, mut notes) = (Vec::new(), Vec::new());
    if needle.is_in(shared.title()) {
        places.push(Place::Title);
    }
    let questions = shared.posed.asked().iter().enumerate();
    places.extend(questions.filter(|(_, q)| needle.is_in(&q.prompt)).map(|(at, _)| Place::Question(at)));
    let reading = shared.reading(&shared.annotator);
    for (index, paragraph) in read.opened.texts.iter().enumerate() {
        if needle.is_in(&paragraph.text) {
            places.push(Place::Paragraph(index));
        }
        if let Some(note) = found_note(shared, reading, index, &needle) {
            places.push(Place::Note(index));
            notes.push((index, note));
        }
    }
    let listed: Vec<HitView> =
        places.iter().take(LISTED).filter_map(|place| hit(read, shared, *place, &needle)).collect();
    let mut found: Vec<usize> = places.iter().filter_map(|place| place.paragraph()).collect();
    found.dedup();
    read.touched.append(&mut read.search.found);
    read.touched.extend(found.iter().copied());
    read.search = Search { open: read.search.open, words, places, found, at: None, listed: listed.into(), notes };
}

/// Looks again when what was found is no longer so: a note was written, taken back, came in, or is somebody else's.
pub(crate) fn follow(read: &mut Read, shared: &Shared) {
    let search = &read.search;
    if search.words.trim().is_empty() {
        return;
    }
    let needle = Needle::new(&search.words);
    let reading = shared.reading(&shared.annotator);
    let is_so = |index: usize| {
        let before = search.notes.binary_search_by_key(&index, |(index, _)| *index).ok().map(|at| &search.notes[at].1);
        before == found_note(shared, reading, index, &needle).as_ref()
    };
    if !shared.touched.all && shared.touched.rows.iter().all(|index| is_so(*index)) {
        return;
    }
    let shown = search.at.and_then(|at| search.places.get(at)).copied();
    typed(read, shared, Arc::clone(&search.words));
    read.search.at = read.search.places.iter().position(|place| Some(*place) == shown);
}

/// The active annotator's note on a paragraph if it holds what is searched.
fn found_note(shared: &Shared, reading: Option<&Layer>, index: usize, needle: &Needle) -> Option<Arc<str>> {
    note(shared, reading, index).filter(|note| needle.is_in(note))
}

/// The note on a paragraph in what the active annotator reads.
fn note(shared: &Shared, reading: Option<&Layer>, index: usize) -> Option<Arc<str>> {
    let record = reading?.records.get(shared.paragraph_id(index)?)?;
    Some(note::text(&record.note))
}

fn hit(read: &Read, shared: &Shared, place: Place, needle: &Needle) -> Option<HitView> {
    let questions = shared.posed.asked();
    let (name, text): (Arc<str>, Arc<str>) = match place {
        Place::Title => (strings::title().into(), Arc::clone(shared.title())),
        Place::Question(at) if questions.len() > 1 => {
            (strings::question_of_several(&(at + 1).to_string()).into(), Arc::clone(&questions[at].prompt))
        }
        Place::Question(at) => (strings::question().into(), Arc::clone(&questions[at].prompt)),
        Place::Paragraph(index) => {
            (Arc::clone(&read.opened.texts[index].label), Arc::clone(&read.opened.texts[index].text))
        }
        Place::Note(index) => {
            let note = note(shared, shared.reading(&shared.annotator), index)?;
            (strings::note_on_paragraph(&read.opened.texts[index].number).into(), note)
        }
    };
    Some(HitView { name, excerpt: needle.excerpt(&text)? })
}

/// Goes to the next (1) or previous (-1) finding.
pub(crate) fn stepped(read: &mut Read, by: i32) {
    let places = &read.search.places;
    let count = i64::try_from(places.len()).unwrap_or(1);
    let next = match read.search.at {
        Some(at) => (i64::try_from(at).unwrap_or(0) + i64::from(by)).rem_euclid(count.max(1)),
        // The first step goes to the first finding from the current paragraph on.
        None => {
            let ahead = |place: &Place| place.paragraph().is_some_and(|index| index >= read.current);
            i64::try_from(places.iter().position(ahead).unwrap_or(0)).unwrap_or(0)
        }
    };
    chosen(read, usize::try_from(next).unwrap_or(0));
}

/// Goes to one of the findings.
pub(crate) fn chosen(read: &mut Read, at: usize) {
    let Some(place) = read.search.places.get(at).copied() else { return };
    read.search.at = Some(at);
    let count = read.search.places.len();
    let name: Arc<str> = match place {
        Place::Title => {
            make_current(read, 0);
            read.act(Effect::Reveal(0, true));
            strings::title().into()
        }
        Place::Question(question) => {
            read.question = question;
            strings::question().into()
        }
        Place::Paragraph(index) | Place::Note(index) => {
            make_current(read, index);
            read.act(Effect::Reveal(index, false));
            Arc::clone(&read.opened.texts[index].label)
        }
    };
    read.announce(strings::reached(&name, at + 1, count));
}

/// What the panel shows.
#[must_use]
pub(crate) fn view(read: &Read) -> SearchView {
    let search = &read.search;
    let result: Arc<str> = match (search.words.trim().is_empty(), search.places.len(), search.at) {
        (true, ..) => "".into(),
        (_, 0, _) => strings::not_found().into(),
        (_, n, Some(at)) => strings::found_at(at + 1, n).into(),
        (_, n, None) => strings::found(n).into(),
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
