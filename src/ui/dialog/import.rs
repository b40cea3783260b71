//! The dialog "Import": files of other annotators, and what became of each.

use super::{
    Around, Note,
    files::{Files, files},
    frame::{Frame, PLAIN, closing, error},
};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{ImportView, ReportView, RescueView},
    },
    ui::{
        desk::{Desk, Intake, sends},
        kit::{
            icon,
            tag::{Tag, button, classed, div, span, tag},
        },
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
    let nothing_yet = view.reports.is_empty() && !view.busy && view.rescue.is_none();
    let foot = if nothing_yet {
        Vec::new()
    } else {
        let undo = around.sends(Msg::UndoAsked, Note::TakenBack(true));
        vec![
            span("hint").hidden(!view.can_undo).text("All of it is one step: Undo takes it back."),
            span("hint").hidden(view.can_undo),
            button("btn btn-line").hidden(!view.can_undo).click(undo).text("Undo import"),
            // Where an article waits to be opened, that is what is to be done.
            if only_articles(view) { closing(desk, "btn", "Cancel") } else { closing(desk, "btn btn-primary", "Done") },
        ]
    };
    let about = "Add what others have said about this article. Nobody’s annotations are overwritten: each person \
                 keeps a layer of their own.";
    let verdicts = classed("ul", "list verdicts")
        .label("What became of the files")
        .set("tabindex", "-1")
        .hidden(view.reports.is_empty())
        .all(view.reports.iter().map(|report| verdict(desk, report)));
    let status = |said: bool| tag("p").set("role", "status").hidden(!said);
    let body = vec![
        tag("p").hidden(!nothing_yet).text(about),
        error(view.error.as_ref()),
        status(view.busy).text("Reading the files…"),
        status(around.own.taken_back && !view.can_undo).text(if view.held {
            "The import is taken back. What another import brought as well stays."
        } else {
            "The import is taken back: everything is as it was before."
        }),
        rescue(desk, view.rescue.as_ref()),
        verdicts,
        files(around, &FIELD),
    ];
    Frame { name: "Import", id: "import", title: "import-title", class: PLAIN, foot, body }
}

/// A rescue file, and the way to have it all back.
fn rescue(desk: &Desk, view: Option<&RescueView>) -> Tag {
    let Some(view) = view else { return tag("div").hidden(true) };
    let details = view.details.iter().map(|detail| classed("p", "hint").key(detail).verbatim().words(detail));
    let restore = button("btn btn-primary").hidden(!view.wanted).click(sends(desk, Msg::RescueWanted));
    div("differs")
        .set("role", if view.failed { "alert" } else { "status" })
        .kid(tag("p").verbatim().words(&view.sentence))
        .kid(tag("div").all(details))
        .kid(div("actions").kid(restore.text("Restore it")))
}

/// True when nothing but articles to be read came.
fn only_articles(view: &ImportView) -> bool {
    view.rescue.is_none() && !view.reports.is_empty() && view.reports.iter().all(|report| report.kind == ARTICLE)
}

/// The verdict on a file that holds an article to be read and nothing else.
const ARTICLE: &str = "article";

fn verdict(desk: &Desk, report: &ReportView) -> Tag {
    let sign = if matches!(report.kind, "other" | "refused") { "alert" } else { "check" };
    let details = report.details.iter().enumerate();
    let details = details.map(|(at, detail)| span("hint").key(&at.to_string()).verbatim().words(detail));
    let action = report.action.iter().map(|(label, msg)| {
        let class = if report.kind == ARTICLE { "btn btn-primary" } else { "btn btn-line btn-small" };
        let act = button(class).verbatim().click(sends(desk, (**msg).clone())).words(label);
        div("actions").kid(act)
    });
    let words = tag("div")
        .kid(tag("strong").verbatim().set("dir", "auto").words(&report.name))
        .kid(tag("span").verbatim().words(&report.sentence))
        .all(details)
        .all(action);
    tag("li").key(&report.key).set("data-verdict", report.kind).kid(icon(sign)).kid(words)
}
