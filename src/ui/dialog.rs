//! The dialogs: native `<dialog>` elements in the top layer, one at a time.
//!
//! One component frames them all and keeps what they know for themselves; what they show is plain functions.

pub mod annotators;
pub mod around;
pub mod asked;
pub mod drop;
pub mod export;
pub mod files;
pub mod frame;
pub mod giving;
pub mod hand_in;
pub mod help;
pub mod import;
pub mod keys;
pub mod language;
pub mod library;
pub mod open;
pub mod preview;
pub mod rename;
pub mod room;

use self::around::{Around, Note, Own};
use crate::ui::{
    desk::Desk,
    kit::{
        field,
        tag::{Tag, div, tag},
    },
};
use gloo::events::EventListener;
use postil_app::{
    files::view::{DialogView, PreviewView},
    msg::Msg,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Which dialog is open.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Where it sends what happened.
    pub desk: Desk,
    /// The open dialog.
    pub view: DialogView,
}

/// A modal dialog. It opens when it is drawn for the first time; Esc, the close button and a click beside it send
/// `Msg::DialogClosed`, and when it goes the browser gives the focus back to where it came from.
pub struct Dialog {
    own: Own,
    node: NodeRef,
    /// What was drawn last: what differs from it may move the focus.
    seen: Option<(DialogView, Own)>,
    /// The button that began a renaming: it gets the focus back.
    pencil: Option<HtmlElement>,
    closed: Option<EventListener>,
    next_key: Option<EventListener>,
    more: Option<EventListener>,
}

impl Component for Dialog {
    type Message = Note;
    type Properties = DialogProps;

    fn create(_: &Context<Self>) -> Self {
        let own = Own { drawn: preview::SLICE, ..Own::default() };
        let node = NodeRef::default();
        Self { own, node, seen: None, pencil: None, closed: None, next_key: None, more: None }
    }

    fn update(&mut self, _: &Context<Self>, note: Note) -> bool {
        let before = self.own.clone();
        match note {
            Note::Renaming(row, pencil) => {
                self.own.renaming = Some(row);
                self.pencil = Some(pencil);
            }
            Note::Renamed => self.own.renaming = None,
            Note::Deleted(row) => self.own.deleted = row,
            Note::HasText(has) => self.own.has_text = has,
            Note::TakenBack(taken) => self.own.taken_back = taken,
            Note::OnlyProblems(only) => self.own.only_problems = only,
            Note::GoingOn(row) => self.own.going_on = row,
            Note::More => self.own.drawn *= 2,
        }
        self.own != before
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &DialogProps) -> bool {
        if step(&ctx.props().view) != step(&old.view) {
            self.own.drawn = preview::SLICE;
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let DialogProps { desk, view } = ctx.props();
        let Some(dialog) = self.node.cast::<HtmlDialogElement>() else { return };
        let seen = self.seen.replace((view.clone(), self.own.clone()));
        if first {
            // It fails only when the dialog is open already.
            let _ = dialog.show_modal();
            // Esc and the back gesture of a phone end here; "close" does not bubble, so it is always this dialog's.
            let desk = desk.clone();
            let place = dialog.clone();
            self.closed = Some(EventListener::new(&dialog, "close", move |_| {
                if let Some(field) = within::<HtmlTextAreaElement>(&place, open::PASTE) {
                    desk.send(postil_app::files::Msg::PasteKept(field.value().into()));
                }
                desk.send(Msg::DialogClosed);
            }));
            if let DialogView::Open(view) = view
                && let Some(place) = within::<Element>(&dialog, open::PASTE)
                && !view.pasted.is_empty()
            {
                field::write(&place, &view.pasted);
                ctx.link().send_message(Note::HasText(true));
            }
        }
        let (before, was) = seen.map_or_else(|| (None, Own::default()), |(view, own)| (Some(view), own));
        if first || before.as_ref().and_then(step) != step(view) {
            // Where one thing alone is to be written, that is gone to past the head.
            focus(&dialog, "h2");
            focus(&dialog, "[autofocus]");
        }
        field::follow_within(&dialog);
        match (view, &before) {
            (DialogView::Import(now), Some(DialogView::Import(before))) if now.reports == before.reports => {}
            // What the page announces is not heard behind a dialog, so the list takes the focus when it has come.
            (DialogView::Import(now), _) if !now.reports.is_empty() => focus(&dialog, import::VERDICTS),
            (DialogView::Room(now), Some(DialogView::Room(before))) => {
                room::focus(now, before).iter().for_each(|place| focus(&dialog, place));
            }
            _ => {}
        }
        self.follow(&dialog, &was);
        self.listen(ctx);
        self.draw_more(ctx, &dialog);
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.closed = None;
        // Closing it before it leaves the page is what returns the focus.
        if let Some(dialog) = self.node.cast::<HtmlDialogElement>() {
            dialog.close();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let DialogProps { desk, view } = ctx.props();
        let notes = ctx.link().callback(|note| note);
        let around = Around { desk, notes: &notes, own: &self.own };
        let frame = match view {
            DialogView::Open(view) => open::open(&around, view),
            DialogView::Import(view) => import::import(&around, view),
            DialogView::Export(view) => export::export(desk, view),
            DialogView::Help(view) => help::help(desk, view),
            DialogView::Annotators(view) => annotators::annotators(&around, view),
            DialogView::Room(view) => room::room(desk, view),
        };
        frame.draw(desk, &self.node).html()
    }
}

impl Dialog {
    /// The focus, when the element that had it is gone.
    fn follow(&self, dialog: &Element, was: &Own) {
        let own = &self.own;
        if own.renaming != was.renaming {
            if let Some(field) = own.renaming.as_ref().and_then(|_| input(dialog, rename::FIELD)) {
                let _ = field.focus();
                field.select();
            } else if let Some(pencil) = &self.pencil {
                let _ = pencil.focus();
            }
        }
        if own.deleted.is_some() != was.deleted.is_some() {
            // The way back takes it, and after that the list.
            focus(dialog, if own.deleted.is_some() { library::RESTORE } else { library::LIST });
        }
        if own.going_on != was.going_on {
            focus(dialog, if own.going_on.is_some() { annotators::YES } else { annotators::IMPORTED });
        }
        if own.taken_back && !was.taken_back {
            focus(dialog, import::DONE);
        }
    }

    /// While an action waits for its key, the next key press goes to the app and nowhere else.
    fn listen(&mut self, ctx: &Context<Self>) {
        let DialogProps { desk, view } = ctx.props();
        let waiting = matches!(view, DialogView::Help(view) if keys::waiting(view).is_some());
        if waiting != self.next_key.is_some() {
            self.next_key = if waiting { keys::next_key(desk) } else { None };
        }
    }

    /// Of a long preview as much is drawn as somebody looks at: to draw all of it and to take it away again would each
    /// take a second at ten thousand blocks.
    fn draw_more(&mut self, ctx: &Context<Self>, dialog: &Element) {
        let all = preview(&ctx.props().view).map_or(0, |preview| preview.sections.len());
        let body = within::<Element>(dialog, ".dialog-body").filter(|_| self.own.drawn < all);
        self.more = body.map(|body| {
            let (link, place) = (ctx.link().clone(), body.clone());
            EventListener::new(&body, "scroll", move |_| {
                let below = place.scroll_height() - place.scroll_top() - place.client_height();
                if below < 2 * place.client_height() {
                    link.send_message(Note::More);
                }
            })
        });
    }
}

/// The key of the dialog: another dialog is another element.
pub fn id(view: &DialogView) -> &'static str {
    match view {
        DialogView::Open(_) => "open",
        DialogView::Import(_) => "import",
        DialogView::Export(_) => "export",
        DialogView::Help(_) => "help",
        DialogView::Annotators(_) => "annotators",
        DialogView::Room(_) => "room",
    }
}

/// Draws a dialog: the way to all of this for the first part of the program, which only has the pointer.
pub type Draw = fn(&Desk, &DialogView) -> Html;

/// The one function that [`Draw`] points to.
pub fn draw(desk: &Desk, view: &DialogView) -> Html {
    html! { <Dialog key={id(view)} desk={desk.clone()} view={view.clone()} /> }
}

/// The place where the open dialog stands.
pub fn dialogs(desk: &Desk, open: Option<(&DialogView, Draw)>) -> Tag {
    let open = match open {
        Some((view, draw)) => draw(desk, view),
        None => tag("span").key("none").hidden(true).html(),
    };
    div("dialogs").set("id", "dialogs").kid(tag("div").node(open))
}

fn preview(view: &DialogView) -> Option<&PreviewView> {
    match view {
        DialogView::Open(view) => view.preview.as_ref(),
        _ => None,
    }
}

/// Names the step that a dialog is at: another step starts with the focus at the heading.
fn step(view: &DialogView) -> Option<&str> {
    let other = match view {
        DialogView::Open(view) => {
            let differs = view.differs.as_ref().map(|differs| &*differs.title);
            differs.or(view.asked.as_ref().map(|asked| &*asked.key))
        }
        DialogView::Export(view) => match &view.giving {
            Some(_) => Some("giving"),
            None => view.handing.then_some("handing"),
        },
        _ => None,
    };
    preview(view).map(|preview| &*preview.key).or(other)
}

fn within<T: JsCast>(dialog: &Element, selector: &str) -> Option<T> {
    dialog.query_selector(selector).ok()??.dyn_into().ok()
}

fn input(dialog: &Element, selector: &str) -> Option<HtmlInputElement> {
    within(dialog, selector)
}

fn focus(dialog: &Element, selector: &str) {
    if let Some(element) = within::<HtmlElement>(dialog, selector) {
        let _ = element.focus();
    }
}
