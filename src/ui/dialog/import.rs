//! The dialog "Import": files of other annotators, and what became of each.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Around, Note,
    files::{Files, files},
    frame::{Frame, PLAIN},
};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{ImportView, ReportView},
    },
    ui::{
        desk::{Desk, Intake, sends},
        kit::icon,
    },
};

/// The button that takes the focus when the one that undid the import is gone.
pub const DONE: &str = ".dialog-foot .btn-primary";

const FIELD: Files = Files {
    label: "Annotation files",
    id: "annotation-files",
    intake: Intake::Annotations,
    accept: ".json,application/json",
    multiple: true,
    hint_id: "annotation-files-hint",
    hint: "One file or a whole class at once. You can also drop them here.",
};

/// The dialog. It stays open when files were given, to show a verdict for each.
pub fn import(around: &Around<'_>, view: &ImportView) -> Frame {
    let desk = around.desk;
    let onundo = {
        let desk = desk.clone();
        around.link.callback(move |_: MouseEvent| {
            desk.send(Msg::UndoAsked);
            Note::TakenBack(true)
        })
    };
    let nothing_yet = view.reports.is_empty() && !view.busy;
    let foot = html! {
        <>
            <span class="hint" hidden={!view.can_undo}>{"All of it is one step: Undo takes it back."}</span>
            <span class="hint" hidden={view.can_undo}></span>
            <button class="btn btn-line" type="button" hidden={!view.can_undo} onclick={onundo}>{"Undo import"}</button>
            <button class="btn btn-primary" type="button" onclick={sends(desk, Msg::DialogClosed)}>
                {"Done"}
            </button>
        </>
    };
    let body = html! {
        <>
            <p hidden={!nothing_yet}>
                {"Add what others have said about this article. Nobody’s annotations are overwritten: each person keeps a \
                  layer of their own."}
            </p>
            <p class="error" role="alert" translate="no" hidden={view.error.is_none()}>
                { view.error.as_deref().unwrap_or_default() }
            </p>
            <p role="status" hidden={!view.busy}>{"Reading the files…"}</p>
            <p role="status" hidden={!around.own.taken_back || view.can_undo}>
                {"The import is taken back: everything is as it was before."}
            </p>
            <ul
                class="list verdicts"
                aria-label="What became of the files"
                tabindex="-1"
                hidden={view.reports.is_empty()}
            >
                for report in view.reports.iter() {
                    { verdict(desk, report) }
                }
            </ul>
            { files(around, &FIELD) }
        </>
    };
    let foot = (!nothing_yet).then_some(foot);
    Frame { name: "Import", id: "import", title: "import-title", class: PLAIN, foot, body }
}

fn verdict(desk: &Desk, report: &ReportView) -> Html {
    let sign = if matches!(report.kind, "other" | "refused") { "alert" } else { "check" };
    html! {
        <li key={Rc::clone(&report.key)} data-verdict={report.kind}>
            { icon(sign) }
            <div>
                <strong translate="no" dir="auto">{ Rc::clone(&report.name) }</strong>
                <span translate="no">{ Rc::clone(&report.sentence) }</span>
                for (at, detail) in report.details.iter().enumerate() {
                    <span key={at} class="hint" translate="no">{ Rc::clone(detail) }</span>
                }
                if let Some((label, msg)) = &report.action {
                    <div class="actions">
                        <button
                            class="btn btn-line btn-small"
                            type="button"
                            translate="no"
                            onclick={sends(desk, (**msg).clone())}
                        >
                            { Rc::clone(label) }
                        </button>
                    </div>
                }
            </div>
        </li>
    }
}
