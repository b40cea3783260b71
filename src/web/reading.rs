//! What is being read: the current paragraph follows the page as it is scrolled, and what is out of sight is known.
//!
//! Where things stand is measured only when somebody has scrolled, a few times a second at most, and once more before a key
//! or a tap means something. Finding the paragraph at reading height takes a handful of measurements in an article of any
//! length.

use crate::web::dom::{by_id, document};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Document, DomRect, Element, HtmlCollection, HtmlInputElement};

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

/// Follows the reader.
#[derive(Default)]
pub struct Reading {
    /// Runs while something was scrolled and not looked at yet.
    waits: RefCell<Option<Timeout>>,
    /// The paragraph that was chosen last, and how far from the middle it was then.
    chosen: Cell<(usize, f64)>,
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

    /// The paragraph that is read now instead of `current`, if that has left the middle. None while somebody writes.
    pub fn moved(&self, current: usize) -> Option<usize> {
        if writes() {
            return None;
        }
        let seen = Seen::now()?;
        let (index, before) = self.chosen.get();
        let before = if index == current { before } else { 0.0 };
        let away = seen.away(&paragraph(current)?);
        if away <= before + seen.height() * SLACK {
            return None;
        }
        seen.at_reading_height().filter(|index| *index != current)
    }

    /// The page has been drawn. Where a newly chosen paragraph stands now is where it was put, however that came about.
    pub fn drawn(&self, current: usize, moved: bool) {
        if moved || self.chosen.get().0 != current {
            let place = Seen::now().zip(paragraph(current));
            self.chosen.set((current, place.map_or(0.0, |(seen, place)| seen.away(&place))));
        }
    }
}

/// True when something of a paragraph is seen. What is not drawn, and where there is no room to see anything, nothing can
/// be asked of.
pub fn is_in_sight(index: usize) -> bool {
    let Some((seen, place)) = Seen::now().zip(paragraph(index)) else { return true };
    let part = place.bottom().min(seen.bottom) - place.top().max(seen.top);
    seen.height() < LINE || part >= LINE.min(place.height())
}

/// Puts a paragraph that is out of sight below the bar, whatever little room there is. True when it was.
pub fn bring_back(index: usize) -> bool {
    let lost = !is_in_sight(index);
    if let Some((seen, place)) = Seen::now().zip(paragraph(index)).filter(|_| lost)
        && let Some(window) = web_sys::window()
    {
        let room = (seen.height() - 2.0 * LINE).clamp(0.0, 2.0 * LINE);
        window.scroll_by_with_x_and_y(0.0, place.top() - seen.top - room);
    }
    lost
}

/// What is seen of the article: between the bar, and the sheet or the window's edge.
struct Seen {
    top: f64,
    bottom: f64,
}

impl Seen {
    /// None while the article is not shown.
    fn now() -> Option<Self> {
        let document = document()?;
        let place = |selector: &str| Some(document.query_selector(selector).ok()??.get_bounding_client_rect());
        let article = place(".read > article").filter(|article| article.height() > 0.0)?;
        let middle = article.left() + article.width() / 2.0;
        let window = web_sys::window()?.inner_height().ok()?.as_f64()?;
        // Where the inspector is a sheet, the article goes on below it.
        let sheet = place(".inspector").filter(|sheet| sheet.left() < middle && middle < sheet.right());
        Some(Self {
            top: place(".bar")?.bottom().max(0.0),
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
    fn away(&self, place: &DomRect) -> f64 {
        (self.at(MIDDLE.0) - place.bottom()).max(place.top() - self.at(MIDDLE.1)).max(0.0)
    }

    fn at_reading_height(&self) -> Option<usize> {
        let line = self.at(READING);
        let sections = document()?.query_selector(".sections").ok()??.children();
        let mut last = None;
        for at in first_below(&sections, line)..sections.length() {
            let rows = sections.item(at)?.children();
            for at in first_below(&rows, line)..rows.length() {
                if let Some(index) = rows.item(at).as_ref().and_then(index) {
                    return Some(index);
                }
            }
            last = rows.item(rows.length().saturating_sub(1)).as_ref().and_then(index).or(last);
        }
        last
    }
}

/// The first of some elements, one below the other, that reaches below a line.
fn first_below(list: &HtmlCollection, line: f64) -> u32 {
    let (mut from, mut to) = (0, list.length());
    while from < to {
        let at = u32::midpoint(from, to);
        let above = list.item(at).is_some_and(|element| element.get_bounding_client_rect().bottom() <= line);
        if above {
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

fn paragraph(index: usize) -> Option<DomRect> {
    let place = by_id(&format!("p{}", index + 1))?.get_bounding_client_rect();
    (place.height() > 0.0).then_some(place)
}

/// True while the focus is in a text field.
fn writes() -> bool {
    let Some(active) = document().and_then(|document: Document| document.active_element()) else { return false };
    match active.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(&*input.type_(), "radio" | "checkbox"),
        None => active.tag_name().eq_ignore_ascii_case("textarea"),
    }
}
