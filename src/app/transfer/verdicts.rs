//! What became of imported files, in words.

use std::rc::Rc;

use crate::{
    app::{
        boot::count,
        model::Model,
        msg::Msg,
        view::dialog::{ImportView, ReportView},
    },
    core::{
        agreed::is_agreed,
        format::bundle::Bundle,
        import::{Report, Verdict},
        script::isolated,
    },
};

/// The dialog's rows.
#[must_use]
pub fn import_view(model: &Model) -> ImportView {
    let imported = &model.dialogs.imported;
    let reports = imported.reports.iter().enumerate().map(|(at, report)| {
        let (kind, sentence) = describe(report);
        let mut details: Vec<Rc<str>> = Vec::new();
        if !report.codebook.is_empty() {
            let shown = report.codebook.iter().take(5).cloned().collect::<Vec<_>>().join("; ");
            let more = report.codebook.len().saturating_sub(5);
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            details.push(format!("It was made with another version of the codebook: {shown}{more}.").into());
        }
        details.extend(report.problems.iter().take(5).map(|p| Rc::from(p.to_string())));
        let more = report.problems.len().saturating_sub(5);
        details.extend((more > 0).then(|| Rc::from(format!("And {more} more."))));
        let action = match &report.verdict {
            Verdict::OtherArticle(bundle) if bundle.layers.is_empty() => {
                Some(("Open it".into(), Box::new(Msg::ImportedArticleOpened(at))))
            }
            Verdict::OtherArticle(bundle) => {
                let label = format!("Open “{}”", isolated(&bundle.article.masthead.title));
                Some((Rc::from(label), Box::new(Msg::ImportedArticleOpened(at))))
            }
            _ => None,
        };
        ReportView {
            key: at.to_string().into(),
            name: Rc::clone(&report.name),
            kind,
            sentence: sentence.into(),
            details,
            action,
        }
    });
    ImportView {
        busy: imported.busy,
        rescue: crate::app::rescue::view(model),
        reports: reports.collect(),
        can_undo: !imported.undone
            && imported.import.as_ref().is_some_and(|id| model.ledger.import_counts(id).is_some()),
        held: imported.held,
        error: imported.error.clone(),
    }
}

/// "2 annotators", as many as have layers in a file.
pub fn people(bundle: &Bundle) -> String {
    count(bundle.layers.keys().filter(|id| !is_agreed(id)).count(), "annotator", "annotators")
}

/// A verdict as a kind, for `data-verdict`, and in words.
pub fn describe(report: &Report) -> (&'static str, String) {
    let left_out = report.problems.iter().filter(|p| p.severity == crate::core::problem::Severity::Skipped).count();
    let part =
        if left_out > 0 { format!(" {} left out.", count(left_out, "part was", "parts were")) } else { String::new() };
    match &report.verdict {
        Verdict::Merged { new, updated } => ("merged", format!("Merged: {new} new, {updated} updated.{part}")),
        Verdict::AlreadyHere => ("same", format!("Already here. Nothing changed.{part}")),
        Verdict::Older => ("older", format!("Older than what is here. Nothing changed.{part}")),
        Verdict::NoLayers => ("empty", "It holds the article and no annotations. Nothing changed.".into()),
        Verdict::OtherArticle(bundle) if bundle.layers.is_empty() => {
            ("article", format!("“{}” is an article to read and tag.", isolated(&bundle.article.masthead.title)))
        }
        Verdict::OtherArticle(bundle) => {
            let people = people(bundle);
            (
                "other",
                format!("Made for another article: “{}”, with {people}.", isolated(&bundle.article.masthead.title)),
            )
        }
        Verdict::NotOurs(problem) => ("refused", format!("Not a Postil file. {problem} Nothing changed.")),
        Verdict::Newer => ("refused", "Made by a newer Postil. Nothing changed; open it with that version.".into()),
        Verdict::Damaged(problem) => {
            ("refused", format!("Damaged. {problem} Nothing changed; ask for the file again."))
        }
    }
}
