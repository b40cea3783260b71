//! Where one is in the article, and how one gets elsewhere.

use super::{
    margin,
    meaning::Meaning,
    model::{Opened, Read},
    msg::Step,
    search::Search,
};
use crate::{
    effect::{Effect, Focus},
    intent::Intent,
    screen::Overlay,
    shared::{Shared, seek::Seek},
    strings::read as strings,
};
use std::sync::Arc;

/// Makes a paragraph (index from 0) the current one and brings it into view with the focus.
pub fn go(read: &mut Read, index: usize) {
    let index = index.min(read.last());
    make_current(read, index);
    read.act(Effect::Reveal(index, false));
    read.act(Effect::Focus(Focus::Paragraph(index)));
}

/// Makes a paragraph the current one; an open note of the one before is kept.
pub(crate) fn make_current(read: &mut Read, index: usize) {
    if index >= read.opened.texts.len() {
        return;
    }
    let (section, _) = read.opened.places[index];
    read.drawn = read.drawn.max(section as usize + 1);
    if index == read.current {
        return;
    }
    read.intents.push(Intent::KeepWords);
    read.touched.extend([read.current, index]);
    read.meaning = Meaning::default();
    read.current = index;
}

/// Goes where a key goes.
pub fn step(read: &mut Read, step: Step) {
    let (current, last) = (read.current, read.last());
    match step {
        Step::Next => go(read, current + 1),
        Step::Previous => go(read, current.saturating_sub(1)),
        Step::NextOpen => next_open(read, true),
        Step::PreviousOpen => next_open(read, false),
        Step::First => go(read, 0),
        Step::Last => go(read, last),
    }
}

fn next_open(read: &mut Read, forward: bool) {
    let open = |index: &usize| !read.opened.marks[*index].answered;
    let found = if forward {
        (read.current + 1..read.opened.marks.len()).find(open)
    } else {
        (0..read.current).rev().find(open)
    };
    match found {
        Some(index) => go(read, index),
        None if read.opened.answered == read.opened.marks.len() => read.announce(strings::all_answered()),
        None if forward => read.announce(strings::all_below_answered()),
        None => read.announce(strings::all_above_answered()),
    }
}

/// Makes the next question the current one.
pub(crate) fn next_question(read: &mut Read, shared: &Shared) {
    let questions = shared.posed.asked();
    if questions.len() > 1 {
        show_question(read, shared, (read.question + 1) % questions.len());
        read.announce(Arc::clone(&questions[read.question].prompt));
    } else {
        read.announce(strings::only_one_question());
    }
}

/// Makes a question the current one, by its place. Others' marks in the margin answer it.
pub(crate) fn show_question(read: &mut Read, shared: &Shared, place: usize) {
    if place < shared.posed.asked().len() {
        read.question = place;
        if read.overlay != Overlay::Mine {
            margin::change(read);
        }
    }
}

/// Takes another showing of an article, and goes wherever whoever changed what is shared wants reading to go on.
pub fn follow(read: &mut Read, shared: &Shared, seeks: Vec<Seek>) {
    if read.showing != shared.showing.serial {
        begin(read, shared);
        follow_link(read, shared);
    }
    if shared.loading.is_none() {
        read.drawn = read.drawn.max(1);
    }
    for seek in seeks {
        match seek {
            Seek::Focus => read.act(Effect::Focus(Focus::ArticleAt(read.current))),
            Seek::Show(index) => {
                make_current(read, index);
                read.act(Effect::Reveal(index, false));
                read.act(Effect::Focus(Focus::Along(index)));
            }
            Seek::Go(index) => go(read, index),
            Seek::Back => read.act(Effect::Reveal(read.current, true)),
            Seek::Again => read.again = true,
            Seek::Link(index) => {
                read.link = Some(index);
                follow_link(read, shared);
            }
        }
    }
}

/// An article is shown: another one, or the same as it is described now.
fn begin(read: &mut Read, shared: &Shared) {
    let same = read.showing >= shared.showing.since;
    read.showing = shared.showing.serial;
    read.opened = Opened::new(&shared.article);
    read.current = if same { read.current.min(read.last()) } else { 0 };
    read.question = 0;
    read.overlay = Overlay::default();
    read.meaning = Meaning::default();
    read.search = Search::default();
    read.again &= same;
    read.drawn = 1 + read.opened.places.get(read.current).map_or(0, |place| place.0 as usize);
    read.all_touched = true;
}

/// Goes to the paragraph that the address named. While its article is being loaded, it is kept in mind.
fn follow_link(read: &mut Read, shared: &Shared) {
    let Some(index) = read.link else { return };
    let index = index.min(read.last());
    make_current(read, index);
    read.act(Effect::Reveal(index, true));
    read.act(Effect::Focus(Focus::ArticleAt(index)));
    if shared.ready && shared.loading.is_none() {
        read.link = None;
    }
    read.act(Effect::AwaitIdle);
}

#[cfg(test)]
mod tests {
    use super::*;
    use postil_core::codebook::sample;

    #[test]
    fn another_article_begins_at_its_head_also_when_it_is_described_anew_before_anybody_looked() {
        let article = Arc::new(sample::article());
        let codebook = (Arc::new(sample::codebook()), sample::version());
        let mut read = Read::new(&article, false);
        let mut shared = Shared::new("tab".into(), "me".into(), article, codebook, None);
        make_current(&mut read, 4);
        shared.showing = shared.showing.next(true);
        follow(&mut read, &shared, Vec::new());
        assert_eq!(read.current, 4, "the same one goes on where one was");
        shared.showing = shared.showing.next(false).next(true);
        follow(&mut read, &shared, Vec::new());
        assert_eq!(read.current, 0);
    }
}
