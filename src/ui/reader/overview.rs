//! The strip that shows the whole article at once and moves through it: a slider whose value is a paragraph.

use crate::{
    strings::reader as strings,
    ui::{
        desk::Desk,
        kit::{
            dom,
            tag::{Act, div},
        },
        part::{Part, View},
    },
};
use postil_app::read::{self, view::article::Tick};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// How far Page Up and Page Down go.
const PAGE: usize = 10;
/// How many ticks are drawn together.
const FEW: usize = 16;

/// The strip: its ticks, the index (from 0) of the current paragraph, and how many there are.
pub fn strip(desk: &Desk, ticks: &Arc<[Tick]>, current: usize, total: usize) -> Html {
    let pointed = {
        let (desk, ticks) = (desk.clone(), Arc::clone(ticks));
        let act: Act = Rc::new(move |event| {
            if let Some(index) = event.dyn_ref().and_then(|event| pointed(event, &ticks)) {
                desk.send(read::Msg::OverviewUsed(index));
            }
        });
        act
    };
    let pressed = {
        let desk = desk.clone();
        Rc::new(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let last = total.saturating_sub(1);
            let index = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => current + 1,
                "ArrowUp" | "ArrowLeft" => current.saturating_sub(1),
                "PageDown" => current + PAGE,
                "PageUp" => current.saturating_sub(PAGE),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            desk.send(read::Msg::OverviewUsed(index.min(last)));
        })
    };
    let number = current + 1;
    // A tag changes one tick or two of some two hundred, so they are drawn in small parts.
    let few = ticks
        .chunks(FEW)
        .map(|few| html! { <Part view={View::new(Arc::<[Tick]>::from(few), |few| self::ticks(few))} /> });
    div("overview")
        .set("role", "slider")
        .set("tabindex", "0")
        .label(strings::overview())
        .set("title", strings::about_overview())
        .set("aria-orientation", "vertical")
        .set("aria-valuemin", "1")
        .made("aria-valuemax", total.max(1).to_string())
        .made("aria-valuenow", number.to_string())
        .made("aria-valuetext", strings::paragraph_of(number, total))
        .on(ListenerKind::onpointerdown, Rc::clone(&pointed))
        .on(ListenerKind::onpointermove, pointed)
        .on(ListenerKind::onkeydown, pressed)
        .node(few.collect())
        .html()
}

/// Some ticks.
pub fn ticks(ticks: &[Tick]) -> Html {
    // No keys: their number hardly ever changes, and each would be a string made for every tag.
    let ticks = ticks.iter().map(|tick| {
        html! {
            <i
                data-answered={tick.answered.then_some("true")}
                data-sense={tick.sense}
                data-current={tick.current.then_some("true")}
            />
        }
    });
    ticks.collect()
}

/// The paragraph that the pointer goes to: while its button is down, the first one of the nearest tick. Moving over the
/// tick that it is at changes nothing.
fn pointed(event: &PointerEvent, ticks: &[Tick]) -> Option<usize> {
    if event.buttons() & 1 == 0 {
        return None;
    }
    let strip = dom::closest(event, ".overview")?;
    let down = event.type_() == "pointerdown";
    if down {
        // Without the capture the drag ends where the strip does; nothing else depends on it.
        let _ = strip.set_pointer_capture(event.pointer_id());
    }
    let tick = ticks.get(nearest(&strip, event.client_x(), event.client_y())?)?;
    (down || !tick.current).then_some(tick.first)
}

/// The place of the tick nearest to a point, whichever way the strip runs.
fn nearest(strip: &Element, x: i32, y: i32) -> Option<usize> {
    let (x, y) = (f64::from(x), f64::from(y));
    let away = |value: f64, from: f64, to: f64| (from - value).max(value - to).max(0.0);
    let mut best: Option<(usize, f64)> = None;
    let mut tick = strip.first_element_child();
    let mut at = 0;
    while let Some(element) = tick {
        let place = element.get_bounding_client_rect();
        let distance = away(x, place.left(), place.right()) + away(y, place.top(), place.bottom());
        if best.is_none_or(|(_, least)| distance < least) {
            best = Some((at, distance));
        }
        tick = element.next_element_sibling();
        at += 1;
    }
    best.map(|(at, _)| at)
}
