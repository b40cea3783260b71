//! The dialog "Import": files of other annotators, and what became of each.

use super::around::{Around, Note};
use crate::{
    strings::dialog::{cancel, done, import as strings},
    ui::{
        desk::{Desk, Intake, sends},
        dialog::{
            files::{Files, files},
            frame::{Frame, PLAIN, closing, error},
        },
        kit::{
            icon,
            tag::{Tag, button, classed, div, input, span, tag},
        },
    },
};
use postil_app::files::{
    self,
    view::{ImportView, ReportView, RescueView},
};
use std::sync::Arc;
use yew::virtual_dom::ListenerKind;

/// The button that takes the focus when the one that undid the import is gone.
pub const DONE: &str = ".dialog-foot .btn-primary";

const FIELD: Files = Files {
    label: strings::bundle_files(),
    id: "annotation-files",
    intake: Intake::Layers,
    accept: ".json,application/json",
    multiple: true,
    hint_id: "annotation-files-hint",
    hint: strings::files_hint(),
};

/// What takes the focus when the verdicts have come.
pub const VERDICTS: &str = ".verdicts-head";

/// The dialog. It stays open when files were given, to show a verdict for each.
pub fn import(around: &Around<'_>, view: &ImportView) -> Frame {
    let nothing_yet = view.reports.is_empty() && !view.busy && view.rescue.is_none();
    let foot = if nothing_yet { Vec::new() } else { foot(around, view) };
    let busy = tag("p")
        .set("role", "status")
        .hidden(!view.busy)
        .words(view.progress.as_ref().unwrap_or(&Arc::from(strings::reading_files())));
    let verdicts = classed("ul", "list verdicts")
        .label(strings::results())
        .hidden(view.reports.is_empty())
        .all(view.reports.iter().map(|report| verdict(around, report, is_filtered(around, view))));
    let body = vec![
        tag("p").hidden(!nothing_yet).text(strings::about()),
        error(view.error.as_ref()),
        busy,
        classed("p", "filling")
            .set("role", "status")
            .hidden(view.filling.is_none())
            .words(&said(view.filling.as_ref())),
        tag("p").set("role", "status").hidden(!around.own.taken_back || view.can_undo).text(if view.held {
            strings::undone_in_part()
        } else {
            strings::undone()
        }),
        rescue(around.desk, view.rescue.as_ref()),
        head(around, view),
        verdicts,
        files(around, &FIELD),
    ];
    Frame { name: strings::import(), id: "import", title: "import-title", class: PLAIN, foot, body }
}

/// A rescue file, and the way to have it all back.
fn rescue(desk: &Desk, view: Option<&RescueView>) -> Tag {
    let Some(view) = view else { return tag("div").hidden(true) };
    let details = view.details.iter().map(|detail| classed("p", "hint").key(detail).verbatim().words(detail));
    let restore = button("btn btn-primary").hidden(!view.wanted).click(sends(desk, files::Msg::RescueWanted));
    div("differs")
        .set("role", if view.failed { "alert" } else { "status" })
        .kid(tag("p").verbatim().words(&view.sentence))
        .kid(tag("div").all(details))
        .kid(div("actions").kid(restore.text(strings::restore())))
}

/// True when nothing but articles to be read came.
fn only_articles(view: &ImportView) -> bool {
    view.rescue.is_none() && !view.reports.is_empty() && view.reports.iter().all(|report| report.kind == ARTICLE)
}

/// The verdict on a file that holds an article to be read and nothing else.
const ARTICLE: &str = "article";

fn said(words: Option<&Arc<str>>) -> Arc<str> {
    words.cloned().unwrap_or_default()
}

fn foot(around: &Around<'_>, view: &ImportView) -> Vec<Tag> {
    let desk = around.desk;
    if view.busy {
        let give_up = button("btn btn-line").hidden(view.progress.is_none());
        return vec![span("hint"), give_up.click(sends(desk, files::Msg::ImportGivenUp)).text(cancel())];
    }
    let undo = around.sends(files::Msg::ImportUndone, Note::TakenBack(true));
    vec![
        span("hint").hidden(!view.can_undo).text(strings::undo_reverses_all()),
        span("hint").hidden(view.can_undo),
        button("btn btn-line").hidden(!view.can_undo).click(undo).text(strings::undo_import()),
        // Where an article waits to be opened, that is what is to be done.
        if only_articles(view) { closing(desk, "btn", cancel()) } else { closing(desk, "btn btn-primary", done()) },
    ]
}

/// What became of all the files, and what can be done with the list of them.
fn head(around: &Around<'_>, view: &ImportView) -> Tag {
    let desk = around.desk;
    let only = around.own.only_problems;
    let filter = input("checkbox").checked(only).on(ListenerKind::onchange, around.tells(Note::OnlyProblems(!only)));
    let small = |copied: bool, words: &'static str| {
        button("btn btn-line btn-small").click(sends(desk, files::Msg::VerdictsWanted(copied))).text(words)
    };
    let acts = div("actions")
        .hidden(view.reports.len() < 2)
        .kid(tag("label").hidden(!can_filter(view)).kid(filter).kid(tag("span").text(strings::only_problems())))
        .kid(small(true, strings::copy_list()))
        .kid(small(false, strings::save_list()))
        .kid(span("hint").set("role", "status").words(&said(view.copied.as_ref())));
    div("verdicts-head")
        .set("tabindex", "-1")
        .set("role", "group")
        .label(strings::results())
        .hidden(view.reports.is_empty())
        .kid(tag("p").verbatim().hidden(view.summary.is_empty()).words(&view.summary))
        .kid(acts)
}

/// True when some files need a look and others do not.
fn can_filter(view: &ImportView) -> bool {
    view.reports.iter().any(|report| report.is_problem) && view.reports.iter().any(|report| !report.is_problem)
}

fn is_filtered(around: &Around<'_>, view: &ImportView) -> bool {
    around.own.only_problems && can_filter(view)
}

fn verdict(around: &Around<'_>, report: &ReportView, filtered: bool) -> Tag {
    let desk = around.desk;
    let sign = if report.is_problem { "alert" } else { "check" };
    let details = report.details.iter().enumerate();
    let details = details.map(|(at, detail)| span("hint").key(&at.to_string()).verbatim().words(detail));
    let asks = report.asks.iter().enumerate().map(|(at, ask)| {
        let act = |(label, msg): &(Arc<str>, Box<files::Msg>)| {
            let class = if report.kind == ARTICLE { "btn btn-primary" } else { "btn btn-line btn-small" };
            button(class).key(label).verbatim().click(sends(desk, (**msg).clone())).words(label)
        };
        let words = tag("p").verbatim().hidden(ask.sentence.is_empty()).words(&ask.sentence);
        div("ask").key(&at.to_string()).kid(words).kid(div("actions").all(ask.actions.iter().map(act)))
    });
    let words = tag("div")
        .kid(tag("strong").verbatim().set("dir", "auto").words(&report.name))
        .kid(span("hint").verbatim().set("dir", "auto").hidden(report.file.is_empty()).words(&report.file))
        .kid(tag("span").verbatim().words(&report.sentence))
        .all(details)
        .all(asks);
    tag("li")
        .key(&report.key)
        .set("data-verdict", report.kind)
        .hidden(filtered && !report.is_problem)
        .kid(icon(sign))
        .kid(words)
}
