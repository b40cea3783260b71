//! Whose marks stand in the margin. Another choice shows at once around the current paragraph, and in the rest of the article as
//! idle time comes: the marks of a class are more than twenty elements a paragraph, and all of a long article together would
//! keep the page from answering.

use super::model::Read;
use crate::{effect::Effect, screen::Overlay};
use std::ops::Range;

/// So many paragraphs on either side of the current one change at once: more than a tall screen shows.
const NEAR: usize = 20;
/// So many more on either side in one idle slice.
const SLICE: usize = 25;

/// Others' marks are wanted, or one's own again.
pub(super) fn choose(read: &mut Read, overlay: Overlay) {
    read.overlay = overlay;
    change(read);
}

/// What stands in the margin says something else now.
pub(super) fn change(read: &mut Read) {
    let near = around(read, read.current..read.current + 1, NEAR);
    read.touched.extend(near.clone());
    go_on_after(read, near);
}

/// Idle time came: the choice shows in more paragraphs.
pub(super) fn go_on(read: &mut Read) {
    let Some(done) = read.margin.take() else { return };
    let wider = around(read, done.clone(), SLICE);
    read.touched.extend((wider.start..done.start).chain(done.end..wider.end));
    go_on_after(read, wider);
}

/// All of it has to show now.
pub(super) fn finish(read: &mut Read) {
    read.all_touched |= read.margin.take().is_some();
}

/// These paragraphs show the choice; if there are others, they follow.
fn go_on_after(read: &mut Read, done: Range<usize>) {
    if done.len() < read.opened.texts.len() {
        read.margin = Some(done);
        read.act(Effect::AwaitIdle);
    } else {
        read.margin = None;
    }
}

/// These paragraphs and so many more on either side, as far as there are any.
fn around(read: &Read, these: Range<usize>, more: usize) -> Range<usize> {
    let end = (these.end + more).min(read.opened.texts.len());
    these.start.saturating_sub(more).min(end)..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intent::Intent;
    use postil_core::measure::comparison::testing::article;

    fn reading(paragraphs: usize, current: usize) -> Read {
        let mut read = Read::new(&article(paragraphs), false);
        read.current = current;
        read
    }

    /// What is drawn anew, in order, and whether more is asked for.
    fn step(read: &mut Read, act: impl FnOnce(&mut Read)) -> (Vec<usize>, bool) {
        act(read);
        let mut touched = std::mem::take(&mut read.touched);
        touched.sort_unstable();
        let asked = std::mem::take(&mut read.intents);
        (touched, asked.iter().any(|intent| matches!(intent, Intent::Do(Effect::AwaitIdle))))
    }

    #[test]
    fn a_choice_shows_where_one_reads_at_once_and_everywhere_in_the_end() {
        let mut read = reading(200, 100);
        let (mut shown, mut more) = step(&mut read, |read| choose(read, Overlay::Everybody));
        assert_eq!((shown.first(), shown.len(), more), (Some(&80), 41, true));
        while more {
            let (next, goes_on) = step(&mut read, go_on);
            assert!(next.len() <= 2 * SLICE && !next.is_empty());
            shown.extend(next);
            more = goes_on;
        }
        shown.sort_unstable();
        assert_eq!(shown, (0..200).collect::<Vec<usize>>(), "each of them once");
        assert_eq!(step(&mut read, go_on), (Vec::new(), false));
    }

    #[test]
    fn another_choice_begins_again_and_paper_waits_for_nothing() {
        let mut read = reading(200, 0);
        step(&mut read, |read| choose(read, Overlay::Everybody));
        step(&mut read, go_on);
        let (shown, more) = step(&mut read, |read| choose(read, Overlay::Agreed));
        assert_eq!((shown.len(), more), (21, true));
        finish(&mut read);
        assert!(read.all_touched && read.margin.is_none());
    }

    #[test]
    fn a_short_article_is_done_at_once() {
        let mut read = reading(10, 3);
        let (shown, more) = step(&mut read, |read| choose(read, Overlay::Everybody));
        assert_eq!((shown.len(), more), (10, false));
        finish(&mut read);
        assert!(!read.all_touched);
    }
}
