//! The dialog "Export": whose answers go out, and in which format.

use crate::{
    strings::dialog::export as strings,
    ui::{
        desk::{Desk, sends, tells},
        dialog::{
            frame::{Frame, PLAIN, error},
            giving, hand_in,
        },
        kit::{
            field, icon,
            tag::{Tag, button, classed, div, input, span, tag},
        },
    },
};
use postil_app::files::{self, msg::Scope, view::ExportView};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::{TargetCast, virtual_dom::ListenerKind};

/// The dialog.
pub fn export(desk: &Desk, view: &ExportView) -> Frame {
    let people: Arc<str> = strings::people(view.people).into();
    let backup: Arc<str> = strings::backup_about().into();
    let nameless: Arc<str> = strings::without_names_about().into();
    if let Some(step) = &view.giving {
        let body = vec![giving::giving(desk, step)];
        return frame(strings::give_to_class(), body, giving::foot(desk, step));
    }
    let name = view.name.iter().flat_map(|name| own_name(desk, name, view));
    let name = div("field").hidden(view.name.is_none()).all(name);
    let work = view.hand_in.iter().map(|work| hand_in::hand_in(desk, work));
    let work = div("col").hidden(view.hand_in.is_none()).all(work);
    if view.handing && view.hand_in.is_some() {
        return frame(strings::hand_in(), vec![name, work], Vec::new());
    }
    let scopes = div("choices")
        .set("role", "radiogroup")
        .label(strings::what_to_export())
        .kid(scope(desk, "own", Scope::Own, view, strings::my_answers(), &view.own))
        .kid(scope(desk, "all", Scope::All, view, strings::all_answers(), &people))
        .kid(scope(desk, "nameless", Scope::Nameless, view, strings::without_names(), &nameless))
        .kid(scope(desk, "backup", Scope::Backup, view, strings::backup(), &backup));
    let formats = view.formats.iter().map(|&(format, name, purpose)| {
        let about = tag("div").kid(classed("strong", "title").text(name)).kid(span("hint").text(purpose));
        let save = button(if view.hand_in.is_some() { "btn btn-line" } else { "btn btn-primary" })
            .click(sends(desk, files::Msg::Exported(format)))
            .kid(icon("out"))
            .kid(tag("span").text(name));
        tag("li").key(name).kid(about).kid(save)
    });
    let body = vec![
        name,
        work,
        scopes,
        classed("ul", "list").all(formats.chain([giving::entry(desk)])),
        classed("p", "hint").set("role", "status").verbatim().words(&view.summary),
    ];
    frame(strings::export(), body, Vec::new())
}

fn frame(name: &'static str, body: Vec<Tag>, foot: Vec<Tag>) -> Frame {
    Frame { name, id: "export", title: "export-title", class: PLAIN, foot, body }
}

/// What is asked before the first file. Enter hands in, where that is what is wanted; where nothing else is asked, the field has
/// the focus.
fn own_name(desk: &Desk, name: &Arc<str>, view: &ExportView) -> [Tag; 4] {
    let work = view.hand_in.as_ref();
    let entered = tells(desk, |event| {
        let event: &KeyboardEvent = event.dyn_ref()?;
        let enters = event.key() == "Enter" && !event.is_composing();
        if enters {
            // The button that opened the dialog has the focus by the time that the key is let go, and would be pressed by it.
            event.prevent_default();
        }
        enters.then_some(files::Msg::HandInWanted)
    });
    let typed = tells(desk, |event| {
        let input = event.target_dyn_into::<HtmlInputElement>()?;
        Some(files::Msg::OwnNameTyped(input.value().into()))
    });
    let field = field::line("text", name)
        .set("id", "own-name")
        .set("autocomplete", "name")
        .set("dir", "auto")
        .set("aria-describedby", "own-name-about")
        .on(ListenerKind::oninput, typed);
    let field = field.flag("autofocus", view.handing);
    let field = if work.is_some() { field.on(ListenerKind::onkeydown, entered) } else { field };
    let title = if work.is_some_and(|work| work.code) { strings::your_code() } else { strings::your_name() };
    let about = match work {
        Some(_) => strings::name_needed(),
        None => strings::name_not_needed(),
    };
    [
        tag("label").set("for", "own-name").text(title),
        field,
        classed("p", "hint").set("id", "own-name-about").text(about),
        error(work.and_then(|work| work.problem.as_ref())),
    ]
}

/// What goes into the file.
fn scope(
    desk: &Desk,
    value: &'static str,
    scope: Scope,
    view: &ExportView,
    name: &'static str,
    hint: &Arc<str>,
) -> Tag {
    let radio = input("radio")
        .set("name", "whose")
        .set("value", value)
        .checked(view.scope == scope)
        .on(ListenerKind::onchange, sends(desk, files::Msg::ExportScoped(scope)));
    let words = tag("span").kid(tag("strong").text(name)).kid(span("hint").verbatim().words(hint));
    tag("label").kid(radio).kid(words)
}
