//! The dialog "Import": files of other annotators, and what became of each.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{files::Files, frame::Frame, open::sends};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{ImportView, ReportView},
    },
    ui::{
        desk::{Desk, Intake, use_desk},
        kit::Icon,
    },
};

/// The dialog's view.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct ImportProps {
    /// What it shows.
    pub view: Rc<ImportView>,
}

/// The dialog. It stays open when files were given, to show a verdict for each.
#[component]
pub fn ImportDialog(props: &ImportProps) -> Html {
    let desk = use_desk();
    let taken_back = use_state_eq(|| false);
    let verdicts = use_node_ref();
    let done = use_node_ref();
    let view = &props.view;
    {
        let verdicts = verdicts.clone();
        use_effect_with(view.reports.clone(), move |reports| {
            // What the page announces is not heard behind a dialog, so the list takes the focus when it has come.
            if !reports.is_empty()
                && let Some(list) = verdicts.cast::<HtmlElement>()
            {
                let _ = list.focus();
            }
        });
    }
    {
        let done = done.clone();
        use_effect_with(*taken_back, move |&taken_back| {
            // The button that had the focus is gone.
            if taken_back && let Some(button) = done.cast::<HtmlElement>() {
                let _ = button.focus();
            }
        });
    }
    let onundo = {
        let (desk, taken_back) = (desk.clone(), taken_back.clone());
        Callback::from(move |_: MouseEvent| {
            desk.send(Msg::UndoAsked);
            taken_back.set(true);
        })
    };
    let ongiven = {
        let taken_back = taken_back.clone();
        Callback::from(move |()| taken_back.set(false))
    };
    let nothing_yet = view.reports.is_empty() && !view.busy;
    let foot = html! {
        <>
            <span class="hint" hidden={!view.can_undo}>{"All of it is one step: Undo takes it back."}</span>
            <span class="hint" hidden={view.can_undo}></span>
            <button class="btn btn-line" type="button" hidden={!view.can_undo} onclick={onundo}>{"Undo import"}</button>
            <button ref={done} class="btn btn-primary" type="button" onclick={sends(&desk, Msg::DialogClosed)}>
                {"Done"}
            </button>
        </>
    };
    html! {
        <Frame name="Import" id="import" foot={(!nothing_yet).then_some(foot)}>
            <p hidden={!nothing_yet}>
                {"Add what others have said about this article. Nobody’s annotations are overwritten: each person keeps a \
                  layer of their own."}
            </p>
            <p class="error" role="alert" translate="no" hidden={view.error.is_none()}>
                { view.error.as_deref().unwrap_or_default() }
            </p>
            <p role="status" hidden={!view.busy}>{"Reading the files…"}</p>
            <p role="status" hidden={!*taken_back || view.can_undo}>
                {"The import is taken back: everything is as it was before."}
            </p>
            <ul
                ref={verdicts}
                class="list verdicts"
                aria-label="What became of the files"
                tabindex="-1"
                hidden={view.reports.is_empty()}
            >
                for report in view.reports.iter() {
                    { verdict(&desk, report) }
                }
            </ul>
            <Files
                label="Annotation files"
                id="annotation-files"
                intake={Intake::Annotations}
                accept=".json,application/json"
                multiple=true
                hint="One file or a whole class at once. You can also drop them here."
                {ongiven}
            />
        </Frame>
    }
}

fn verdict(desk: &Desk, report: &ReportView) -> Html {
    let icon = if matches!(report.kind, "other" | "refused") { "alert" } else { "check" };
    html! {
        <li key={Rc::clone(&report.key)} data-verdict={report.kind}>
            <Icon name={icon} />
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
