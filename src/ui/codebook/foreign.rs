//! Codes of other codebooks beside ours: what each of them is with us.

use crate::{
    strings::codebook as strings,
    ui::{
        class::desk::{Desk, sends, tells},
        kit::tag::{Tag, button, classed, div, span, tag},
    },
};
use postil_app::codebook::{
    msg::Msg,
    view::{ForeignView, MatchView},
};
use postil_core::{
    base::id::CodebookId,
    codebook::{code::Code, mapping::To},
};
use web_sys::HtmlSelectElement;
use yew::{TargetCast, virtual_dom::ListenerKind};

/// The value that leaves a code alone.
const ALONE: &str = "alone";

/// Another codebook.
pub(super) fn foreign(desk: &Desk, view: &ForeignView, locked: bool) -> Tag {
    let alike = button("btn btn-line")
        .hidden(view.alike == 0 || locked)
        .click(sends(desk, Msg::SuggestionsTaken(view.id.clone())))
        .saying(strings::match_similar(view.alike));
    let unused = classed("details", "unused")
        .hidden(view.unused.is_empty())
        .kid(tag("summary").saying(strings::nobody_chose(view.unused.len())))
        .kid(table(desk, &view.id, &view.unused, locked, false));
    let head = match &*view.title {
        "" => strings::other_codes().to_owned(),
        title => strings::other_codes_of(title),
    };
    classed("section", "foreign")
        .key(view.id.as_str())
        .label(strings::other_codes())
        .kid(tag("h2").saying(head))
        .kid(classed("p", "hint").text(strings::tagged_with_another()))
        .kid(alike)
        .kid(table(desk, &view.id, &view.codes, locked, true).hidden(view.codes.is_empty()))
        .kid(unused)
}

/// Codes of theirs, with how often each was chosen where any was.
fn table(desk: &Desk, codebook: &CodebookId, codes: &[MatchView], locked: bool, chosen: bool) -> Tag {
    let column = |name| tag("th").set("scope", "col").text(name);
    let add = tag("th").set("scope", "col").kid(span("vh").text(strings::add()));
    let head = tag("tr")
        .kid(column(strings::their_code()))
        .all(chosen.then(|| column(strings::chosen())).into_iter())
        .kid(column(strings::your_code()))
        .kid(add);
    let rows = codes.iter().map(|code| row(desk, codebook, code, locked, chosen));
    div("table-wrap").kid(tag("table").kid(tag("thead").kid(head)).kid(tag("tbody").all(rows)))
}

fn row(desk: &Desk, codebook: &CodebookId, view: &MatchView, locked: bool, chosen: bool) -> Tag {
    let key = match &view.code {
        Code::Question(id) => ["q ", id.as_str()].concat(),
        Code::Option(question, id) => ["o ", question.as_str(), " ", id.as_str()].concat(),
        Code::Theme(id) => ["t ", id.as_str()].concat(),
    };
    let (of, code, choices) = (codebook.clone(), view.code.clone(), view.choices.clone());
    let change = tells(desk, move |event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        let to = match value.parse::<usize>() {
            Ok(at) => Some(To::Ours(choices.get(at)?.code.clone())),
            Err(_) if value == ALONE => Some(To::LeaveAlone),
            Err(_) => None,
        };
        Some(Msg::Mapped(of.clone(), code.clone(), to))
    });
    let open =
        if view.suggested.is_empty() { strings::not_matched().to_owned() } else { strings::like(&view.suggested) };
    let first = tag("option").set("value", "").flag("selected", view.to.is_none() && !view.left).saying(open);
    let alone = tag("option").set("value", ALONE).flag("selected", view.left).text(strings::do_not_match());
    let ours = view.choices.iter().enumerate().map(|(at, choice)| {
        tag("option")
            .key(&at.to_string())
            .made("value", at.to_string())
            .flag("selected", view.to == Some(at))
            .verbatim()
            .words(&choice.label)
    });
    let list = tag("select")
        .made("aria-label", strings::your_code_for(&view.label))
        .flag("disabled", locked)
        .on(ListenerKind::onchange, change)
        .all([first, alone].into_iter().chain(ours));
    let add = match &view.code {
        Code::Theme(id) if view.to.is_none() && !locked => button("btn btn-small")
            .click(sends(desk, Msg::Adopted(codebook.clone(), id.clone())))
            .text(strings::add_to_mine()),
        _ => tag("span").hidden(true),
    };
    let is_option = matches!(view.code, Code::Option(..));
    tag("tr")
        .key(&key)
        .when("data-option", is_option)
        .kid(tag("th").set("scope", "row").verbatim().set("dir", "auto").words(&view.label))
        .all(chosen.then(|| classed("td", "uses").words(&view.uses)).into_iter())
        .kid(tag("td").kid(classed("span", "select").kid(list)))
        .kid(tag("td").kid(add))
}
