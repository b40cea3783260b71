//! What is being read: the current paragraph follows the page as it is scrolled, and what is out of sight is known.
//!
//! Where things stand is measured only when somebody has scrolled, a few times a second at most, and once more before a key
//! or a tap means something. Finding the paragraph at reading height takes some fifteen measurements in an article of any
//! length.

use crate::web::dom::{by_id, document};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlCollection, HtmlInputElement};

/// While somebody scrolls, the current paragraph is looked at so often, in milliseconds.
const PAUSE_MS: u32 = 100;
/// Where one reads, as a part of the height that is seen.
const READING: f64 = 0.38;
/// The middle of what is read: a paragraph that reaches into it stays the current one.
const MIDDLE: (f64, f64) = (0.37, 0.39);
/// A paragraph has left the middle when it is farther from it by this part of the height than when it was chosen.
const SLACK: f64 = 0.02;
/// Less than this much of a paragraph, in pixels, is as good as nothing.
const LINE: f64 = 16.0;
/// What is to be tagged can be read when it is seen whole, or takes up this part of the height that is seen.
const READABLE: f64 = 0.6;

/// Follows the reader.
#[derive(Default)]
pub struct Reading {
    /// Runs while something was scrolled and not looked at yet.
    waits: RefCell<Option<Timeout>>,
    /// The paragraph that was chosen last.
    chosen: Cell<Chosen>,
}

/// A paragraph that was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Chosen {
    /// Its index.
    index: usize,
    /// How far from the middle it was before anybody scrolled.
    away: f64,
    /// How far the page was scrolled when it was chosen.
    scrolled: f64,
}

impl Chosen {
    /// True when somebody scrolled the page since. What is seen of it changes without that too: a sheet is drawn up or let
    /// down, the bar gets another line, and the browser moves the page by a pixel to keep it where it was.
    fn was_scrolled(&self, scrolled: f64, seen: &Seen) -> bool {
        (scrolled - self.scrolled).abs() > LINE.max(seen.height() * SLACK)
    }
}

impl Reading {
    /// The page was scrolled: `look` is called in a moment.
    pub fn scrolled(&self, look: impl FnOnce() + 'static) {
        let mut waits = self.waits.borrow_mut();
        if waits.is_none() {
            *waits = Some(Timeout::new(PAUSE_MS, look));
        }
    }

    /// True when the page was scrolled since anybody looked.
    pub fn is_behind(&self) -> bool {
        self.waits.take().is_some()
    }

    /// The paragraph that is read now instead of `current`, if that has left the middle. None while somebody writes, or reads
    /// a card of the panel: what it offers is about the paragraph that it was opened with.
    pub fn moved(&self, current: usize) -> Option<usize> {
        if writes() || has_card_open() {
            return None;
        }
        let seen = Seen::now()?;
        let chosen = self.chosen.get();
        let away = seen.away(paragraph(current)?);
        if chosen.index == current && !chosen.was_scrolled(scrolled(), &seen) {
            self.chosen.set(Chosen { away, ..chosen });
            return None;
        }
        let before = if chosen.index == current { chosen.away } else { 0.0 };
        if away <= before + seen.height() * SLACK {
            return None;
        }
        seen.at_reading_height().filter(|index| *index != current)
    }

    /// The page has been drawn. Where a newly chosen paragraph stands now is where it was put, however that came about.
    pub fn drawn(&self, current: usize, moved: bool) {
        if moved || self.chosen.get().index != current {
            let place = Seen::now().zip(paragraph(current));
            let away = place.map_or(0.0, |(seen, place)| seen.away(place));
            self.chosen.set(Chosen { index: current, away, scrolled: scrolled() });
        }
    }
}

/// True when something of a paragraph is seen. What is not drawn, and where there is no room to see anything, nothing can
/// be asked of.
pub fn is_in_sight(index: usize) -> bool {
    let Some((seen, place)) = Seen::now().zip(paragraph(index)) else { return true };
    seen.shows(place)
}

/// Puts a paragraph that is out of sight below the bar, whatever little room there is; if it is `to_read`, also one of which
/// too little is seen. True when it was.
pub fn bring_back(index: usize, to_read: bool) -> bool {
    let Some((seen, place)) = Seen::now().zip(paragraph(index)) else { return false };
    let lost = !seen.shows(place) || to_read && !seen.reads(place);
    if let Some(window) = web_sys::window().filter(|_| lost) {
        window.scroll_by_with_x_and_y(0.0, seen.way_to(place));
    }
    lost
}

/// Where something stands, from the upper edge of the window, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    top: f64,
    bottom: f64,
}

/// What is seen of the article: between the bar, and the sheet or the window's edge.
type Seen = Span;

impl Span {
    /// What is seen now; none while the article is not shown.
    fn now() -> Option<Self> {
        let place = |id: &str| Some(by_id(id)?.get_bounding_client_rect());
        let article = place("article").filter(|article| article.height() > 0.0)?;
        let middle = article.left() + article.width() / 2.0;
        let window = web_sys::window()?.inner_height().ok()?.as_f64()?;
        // Where the inspector is a sheet, the article goes on below it.
        let sheet = place("inspector").filter(|sheet| sheet.left() < middle && middle < sheet.right());
        Some(Self {
            top: place("bar")?.bottom().max(0.0),
            bottom: sheet.map_or(window, |sheet| sheet.top()).min(window),
        })
    }

    fn height(&self) -> f64 {
        (self.bottom - self.top).max(0.0)
    }

    fn at(&self, part: f64) -> f64 {
        self.top + self.height() * part
    }

    /// How far something is from the middle.
    fn away(&self, place: Span) -> f64 {
        (self.at(MIDDLE.0) - place.bottom).max(place.top - self.at(MIDDLE.1)).max(0.0)
    }

    /// True when enough of something is seen to know it by.
    fn shows(&self, place: Span) -> bool {
        let part = place.bottom.min(self.bottom) - place.top.max(self.top);
        self.height() < LINE || part >= LINE.min(place.height())
    }

    /// True when something can be read as it stands. Where there is hardly any room, that cannot be asked for.
    fn reads(&self, place: Span) -> bool {
        let part = place.bottom.min(self.bottom) - place.top.max(self.top);
        self.height() < 4.0 * LINE || part >= place.height().min(self.height() * READABLE) - 1.0
    }

    /// How far to scroll to have something in sight, two lines below the upper edge if there is room.
    fn way_to(&self, place: Span) -> f64 {
        place.top - self.top - (self.height() - 2.0 * LINE).clamp(0.0, 2.0 * LINE)
    }

    fn at_reading_height(&self) -> Option<usize> {
        let line = self.at(READING);
        let sections = by_id("sections")?.children();
        let mut last = None;
        for at in first_below(sections.length(), line, bottoms(&sections))..sections.length() {
            let rows = sections.item(at)?.children();
            for at in first_below(rows.length(), line, bottoms(&rows))..rows.length() {
                if let Some(index) = rows.item(at).as_ref().and_then(index) {
                    return Some(index);
                }
            }
            last = rows.item(rows.length().saturating_sub(1)).as_ref().and_then(index).or(last);
        }
        last
    }
}

/// The lower edge of each of some elements.
fn bottoms(list: &HtmlCollection) -> impl Fn(u32) -> Option<f64> {
    |at| list.item(at).map(|element| element.get_bounding_client_rect().bottom())
}

/// The first of so many things, one below the other, that reaches below a line.
fn first_below(count: u32, line: f64, bottom: impl Fn(u32) -> Option<f64>) -> u32 {
    let (mut from, mut to) = (0, count);
    while from < to {
        let at = u32::midpoint(from, to);
        if bottom(at).is_some_and(|bottom| bottom <= line) {
            from = at + 1;
        } else {
            to = at;
        }
    }
    from
}

fn index(row: &Element) -> Option<usize> {
    row.get_attribute("data-paragraph")?.parse().ok()
}

fn paragraph(index: usize) -> Option<Span> {
    let place = by_id(&format!("p{}", index + 1))?.get_bounding_client_rect();
    (place.height() > 0.0).then(|| Span { top: place.top(), bottom: place.bottom() })
}

/// How far the page is scrolled.
fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// True while the focus is in a text field.
fn writes() -> bool {
    let Some(active) = document().and_then(|document: Document| document.active_element()) else { return false };
    match active.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(&*input.type_(), "radio" | "checkbox"),
        None => active.tag_name().eq_ignore_ascii_case("textarea"),
    }
}

/// True while the panel has a card open.
fn has_card_open() -> bool {
    by_id("inspector").is_some_and(|panel| matches!(panel.query_selector(":popover-open"), Ok(Some(_))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    const SEEN: Seen = Span { top: 100.0, bottom: 900.0 };

    fn span(top: f64, bottom: f64) -> Span {
        Span { top, bottom }
    }

    #[test]
    fn what_reaches_into_the_middle_is_no_way_off_it() {
        // The middle goes from 396 to 412.
        assert_eq!(
            (SEEN.away(span(0.0, 400.0)), SEEN.away(span(410.0, 2000.0)), SEEN.away(span(0.0, 2000.0))),
            (0.0, 0.0, 0.0)
        );
        assert!((SEEN.away(span(200.0, 386.0)) - 10.0).abs() < 1e-9, "above it");
        assert!((SEEN.away(span(432.0, 500.0)) - 20.0).abs() < 1e-9, "below it");
    }

    #[test]
    fn only_who_scrolls_leaves_a_paragraph() {
        let chosen = Chosen { index: 3, away: 0.0, scrolled: 500.0 };
        for still in [500.0, 501.0, 484.0, 516.0] {
            assert!(!chosen.was_scrolled(still, &SEEN), "{still}");
        }
        assert!(chosen.was_scrolled(517.0, &SEEN) && chosen.was_scrolled(0.0, &SEEN));
    }

    #[test]
    fn a_line_of_a_paragraph_is_enough_to_know_it_by() {
        assert!(SEEN.shows(span(0.0, 116.0)) && SEEN.shows(span(884.0, 2000.0)) && SEEN.shows(span(0.0, 2000.0)));
        assert!(!SEEN.shows(span(0.0, 115.0)) && !SEEN.shows(span(885.0, 2000.0)) && !SEEN.shows(span(950.0, 960.0)));
        assert!(SEEN.shows(span(300.0, 310.0)), "of a short one, all of it");
        assert!(!SEEN.shows(span(95.0, 109.0)));
        assert!(span(100.0, 110.0).shows(span(500.0, 600.0)), "where there is no room nothing can be asked");
    }

    #[test]
    fn what_is_to_be_read_is_seen_whole_or_fills_most_of_the_room() {
        assert!(SEEN.reads(span(700.0, 900.0)) && SEEN.reads(span(-500.0, 600.0)) && SEEN.reads(span(420.0, 3000.0)));
        assert!(!SEEN.reads(span(860.0, 1000.0)), "of a short one a line is too little");
        assert!(!SEEN.reads(span(500.0, 3000.0)) && !SEEN.reads(span(-500.0, 500.0)));
        assert!(span(100.0, 150.0).reads(span(140.0, 600.0)), "there is no room");
        // Brought back, it can be read.
        for place in [span(860.0, 1000.0), span(500.0, 3000.0), span(-500.0, 500.0)] {
            let way = SEEN.way_to(place);
            assert!(SEEN.reads(span(place.top - way, place.bottom - way)));
        }
    }

    #[test]
    fn what_is_brought_back_stands_two_lines_below_the_bar_where_there_is_room() {
        assert_eq!(SEEN.way_to(span(1000.0, 1100.0)), 868.0);
        assert_eq!(SEEN.way_to(span(-500.0, -400.0)), -632.0);
        assert_eq!(span(100.0, 140.0).way_to(span(1000.0, 1100.0)), 892.0, "in a narrow strip less");
        assert_eq!(span(100.0, 110.0).way_to(span(1000.0, 1100.0)), 900.0);
    }

    #[test]
    fn the_row_at_a_line_is_found_by_a_few_measurements() {
        let measured = Cell::new(0);
        let bottom = |at: u32| {
            measured.set(measured.get() + 1);
            Some(f64::from(at + 1) * 10.0)
        };
        for (line, row) in [(-5.0, 0), (0.0, 0), (9.0, 0), (10.0, 1), (55.0, 5), (99_995.0, 9999), (100_000.0, 10_000)]
        {
            measured.set(0);
            assert_eq!(first_below(10_000, line, bottom), row, "{line}");
            assert!(measured.get() <= 14, "{}", measured.get());
        }
        assert_eq!(first_below(0, 1.0, |_| None), 0);
    }
}
