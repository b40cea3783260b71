//! One inspector for the current paragraph: a panel that stays on wide screens, a sheet at the bottom edge on small ones.
//!
//! The radios and check boxes are native and show what is stored. A browser switches them before anybody is asked, so
//! the inspector draws itself again after a click, also when nothing was stored. The words in the note and in the finder
//! are the fields' own: nothing is drawn into them while somebody writes.

use postil_app::read;
pub mod acts;
pub mod again;
pub mod confidence;
pub mod elsewhere;
pub mod finder;
pub mod head;
pub mod held;
pub mod latest;
pub mod note;
pub mod own;
pub mod question;
pub mod rival;
pub mod themes;

use self::own::Own;
use crate::{
    strings::inspector as strings,
    ui::{
        desk::Desk,
        kit::{
            dom, field,
            tag::{Act, Tag, classed, div, input, tag},
        },
        part::{self, Part},
    },
};
use postil_app::read::view::inspector::InspectorView;
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// What the inspector shows.
#[derive(Clone, PartialEq, Properties)]
pub struct InspectorProps {
    /// Where it sends what happened.
    pub desk: Desk,
    /// The view.
    pub view: Arc<InspectorView>,
}

/// How much of the sheet is seen on a small screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The current question.
    #[default]
    Compact,
    /// All of it, because the focus came to a part that was out of sight; it goes with the focus.
    Visited,
    /// All of it, until somebody closes it.
    Expanded,
}

/// The inspector.
#[derive(Default)]
pub struct Inspector {
    sheet: Sheet,
    /// True when the sheet was opened for the focus and has not been drawn so yet.
    visited: bool,
    /// What was typed into the finder.
    words: Arc<str>,
    note: NodeRef,
    panel: NodeRef,
    /// Whose note is shown: which paragraph, of which article and annotator.
    paragraph: Arc<str>,
    /// What was clicked last, and how many clicks there were: this part is drawn again even if nothing was stored.
    redrawn: (Arc<str>, u32),
}

impl Component for Inspector {
    type Message = Own;
    type Properties = InspectorProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Own) -> bool {
        let before = self.sheet;
        match msg {
            Own::Toggled => {
                self.sheet = if self.sheet == Sheet::Compact { Sheet::Expanded } else { Sheet::Compact };
            }
            Own::Entered if self.sheet == Sheet::Compact => {
                self.sheet = Sheet::Visited;
                self.visited = true;
            }
            Own::Left if self.sheet == Sheet::Visited => self.sheet = Sheet::Compact,
            Own::Finding(words) if words != self.words => self.words = words,
            Own::Redraw(clicked) => self.redrawn = (clicked, self.redrawn.1 + 1),
            Own::Entered | Own::Left | Own::Finding(_) => return false,
        }
        if before == Sheet::Compact && self.sheet != before {
            ctx.props().desk.send(read::Msg::SheetOpened);
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        // After every drawing, since the field may show words that were stored in another form (without spaces at the end).
        field::follow(&self.note);
        // Whatever was written last, another paragraph is read from the question down.
        let paragraph = &ctx.props().view.note.key;
        if self.paragraph != *paragraph {
            self.paragraph = Arc::clone(paragraph);
            if let Some(panel) = self.panel.cast::<Element>() {
                panel.set_scroll_top(0);
            }
        }
        if std::mem::take(&mut self.visited) {
            show_focus();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let InspectorProps { desk, view } = ctx.props();
        let own = &ctx.link().callback(|own| own);
        let several = view.questions.len() > 1;
        let expanded = self.sheet != Sheet::Compact;
        let questions = view.questions.iter().flat_map(|question| {
            let redrawn = self.redrawn(&[acts::ANSWER, question.id.as_str()].concat());
            let asked = part::View::new(
                (Arc::clone(question), view.read_only, redrawn, desk.clone()),
                |(question, locked, _, desk)| question::question(question, *locked, desk).html(),
            );
            let confidence = confidence::confidence(question, several, &view.confidence_key, view.read_only);
            [html! { <Part key={question.id.as_str()} view={asked} /> }, confidence.html()]
        });
        classed("section", "inspector")
            .set("id", "inspector")
            .at(&self.panel)
            .set("role", "region")
            .put("aria-label", &view.label)
            .when("data-several", several)
            .set("data-sheet", if expanded { "expanded" } else { "compact" })
            .click(acts::clicked(desk, own))
            .on(ListenerKind::onkeydown, acts::pressed(desk, view, &self.words, own))
            .on(ListenerKind::onfocusin, tells(own, entered))
            .on(ListenerKind::onfocusout, tells(own, left))
            .kid(head::head(desk, view, expanded, tells(own, |_| Some(Own::Toggled))))
            .kid(held::held(desk, view.held.as_ref()))
            .kid(again::again(desk, view))
            .kid(div("questions").node(questions.collect()))
            .kid(elsewhere::elsewhere(&view.elsewhere))
            .kid(begin(view.begins))
            .kid(themes::themes(desk, view, &self.words, own, (&self.redrawn.0, self.redrawn.1)))
            .kid(rival::rival(desk, &view.note.conflict))
            .kid(div("note").all(std::iter::once(note::note(desk, view, &self.note, own))))
            .kid(going_on(view))
            .html()
    }
}

/// Whether the next paragraph comes by itself.
fn going_on(view: &InspectorView) -> Tag {
    let on = input("checkbox").set("name", acts::GOING_ON).checked(view.goes_on).flag("disabled", view.read_only);
    classed("label", "tick going-on").kid(on).kid(tag("span").text(strings::move_on()))
}

/// The way to a question of one's own, where everybody's is asked.
fn begin(begins: bool) -> Tag {
    let way = tag("a").set("href", "#/codebook").text(strings::write_your_own());
    classed("p", "hint begin-here").hidden(!begins).kid(way)
}

impl Inspector {
    /// A number that changes whenever this part was clicked.
    fn redrawn(&self, part: &str) -> u32 {
        if *self.redrawn.0 == *part { self.redrawn.1 } else { 0 }
    }
}

/// Tells the inspector what an event means to it, if anything.
fn tells(inspector: &Callback<Own>, meaning: fn(&Event) -> Option<Own>) -> Act {
    let inspector = inspector.clone();
    Rc::new(move |event| {
        if let Some(own) = meaning(&event) {
            inspector.emit(own);
        }
    })
}

/// The focus came to what a small screen shows only when the sheet is open.
fn entered(event: &Event) -> Option<Own> {
    dom::closest(event, ".prompt-head, .confidence, .themes, .rival, .note, .going-on").map(|_| Own::Entered)
}

fn left(event: &Event) -> Option<Own> {
    let next: Element = event.dyn_ref::<FocusEvent>()?.related_target()?.dyn_into().ok()?;
    let panel = dom::closest(event, ".inspector")?;
    (!panel.contains(Some(&next))).then_some(Own::Left)
}

/// Brings what has the focus into view: what has just come into sight may be below the sheet's edge.
fn show_focus() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(active) = document.and_then(|document| document.active_element()) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        active.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
