//! One inspector for the current paragraph: a panel that stays on wide screens, a sheet at the bottom edge on small ones.
//!
//! The radios and check boxes are native and show what is stored. A browser switches them before anybody is asked, so
//! each group draws itself again after a click, also when nothing was stored.

pub mod confidence;
pub mod finder;
pub mod head;
pub mod note;
pub mod question;
pub mod radios;
pub mod rival;
pub mod themes;

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use self::{confidence::ConfidenceGroup, head::Head, note::Note, question::Question, rival::Rival, themes::Themes};
use super::kit::dom;
use crate::app::view::inspector::InspectorView;

/// What the inspector shows.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct InspectorProps {
    /// The view.
    pub view: Rc<InspectorView>,
}

/// What a part of the inspector for one question shows.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct QuestionProps {
    /// The view.
    pub view: Rc<InspectorView>,
    /// The question's place.
    pub at: usize,
}

/// How much of the sheet is seen on a small screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The current question.
    Compact,
    /// All of it, because the focus came to a part that was out of sight; it goes with the focus.
    Visited,
    /// All of it, until somebody closes it.
    Expanded,
}

/// The inspector.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let view = &props.view;
    let sheet = use_state_eq(|| Sheet::Compact);
    let panel = use_node_ref();
    let toggled = use_callback(*sheet, {
        let sheet = sheet.clone();
        move |_: MouseEvent, now: &Sheet| {
            sheet.set(if *now == Sheet::Compact { Sheet::Expanded } else { Sheet::Compact });
        }
    });
    let entered = use_callback(*sheet, {
        let sheet = sheet.clone();
        move |event: FocusEvent, now: &Sheet| {
            let out_of_sight = dom::closest(&event, ".confidence, .themes, .rival, .note").is_some();
            if out_of_sight && *now == Sheet::Compact {
                sheet.set(Sheet::Visited);
            }
        }
    });
    let left = use_callback(*sheet, {
        let (sheet, panel) = (sheet.clone(), panel.clone());
        move |event: FocusEvent, now: &Sheet| {
            let next = event.related_target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<Element>(target).ok());
            let (Some(next), Some(panel)) = (next, panel.cast::<Element>()) else { return };
            if *now == Sheet::Visited && !panel.contains(Some(&next)) {
                sheet.set(Sheet::Compact);
            }
        }
    });
    // What has just come into sight may be below the sheet's edge.
    use_effect_with(*sheet, |now| {
        if *now == Sheet::Visited {
            let document = web_sys::window().and_then(|window| window.document());
            let active = document.and_then(|document| document.active_element());
            if let Some(active) = active {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                active.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    });
    let expanded = *sheet != Sheet::Compact;
    html! {
        <section
            class="inspector"
            ref={panel}
            role="region"
            aria-label={Rc::clone(&view.label)}
            data-sheet={if expanded { "expanded" } else { "compact" }}
            onfocusin={entered}
            onfocusout={left}
        >
            <Head view={Rc::clone(view)} {expanded} {toggled} />
            <div class="questions">
                for (at, question) in view.questions.iter().enumerate() {
                    <Question key={format!("q-{}", question.id)} view={Rc::clone(view)} {at} />
                    <ConfidenceGroup key={format!("c-{}", question.id)} view={Rc::clone(view)} {at} />
                }
            </div>
            <Themes view={Rc::clone(view)} />
            <Rival view={Rc::clone(view)} />
            <div class="note">
                <Note key={Rc::clone(&view.note.key)} view={Rc::clone(view)} />
            </div>
        </section>
    }
}

/// The paragraph of the inspector, when the focus is to go back to it.
fn focus_article(index: usize) {
    let document = web_sys::window().and_then(|window| window.document());
    let row = document.and_then(|document| document.get_element_by_id(&format!("p{}", index + 1)));
    if let Some(row) = row.and_then(|row| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(row).ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = row.focus_with_options(&options);
    }
}
