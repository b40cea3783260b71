//! The kinds of disagreement.

use super::pictures::table as save;
use crate::{
    strings::compare as strings,
    ui::{
        class::desk::{Desk, sends},
        kit::tag::{Tag, button, classed, div, span, tag},
    },
};
use postil_app::{
    class::msg::Msg,
    compare::{
        kinds::{Confused, KindRow, KindsView},
        msg::Sheet,
    },
};

/// The table of kinds, and what is confused most.
pub fn kinds(desk: &Desk, view: &KindsView) -> Tag {
    let column = |words| tag("th").set("scope", "col").text(words);
    let head = tag("tr")
        .kid(column(strings::kind_of_disagreement()))
        .kid(column(strings::pairs_that_differ()))
        .kid(column(strings::share_of_disagreement()))
        .kid(column(strings::most_often_in()));
    let table = classed("table", "kinds")
        .kid(tag("caption").verbatim().words(&view.summary))
        .kid(tag("thead").kid(head))
        .kid(tag("tbody").all(view.rows.iter().map(|each| row(desk, each))))
        .kid(tag("tfoot").hidden(view.not_coded == 0).kid(not_coded(view.not_coded)));
    let confused = |id: &'static str, title: &'static str, pairs: &[Confused], nothing: &'static str| {
        classed("section", "confused")
            .set("aria-labelledby", id)
            .kid(tag("h2").set("id", id).text(title))
            .kid(classed("p", "hint").hidden(!pairs.is_empty()).text(nothing))
            .kid(tag("ol").hidden(pairs.is_empty()).all(pairs.iter().map(pair)))
    };
    div("kinds-frame")
        .kid(div("table-wrap").set("tabindex", "0").set("role", "region").label(strings::how_pairs_differ()).kid(table))
        .kid(
            div("confused-both")
                .kid(confused("confused-answers", strings::answers_confused(), &view.answers, strings::none_confused()))
                .kid(confused("confused-themes", strings::themes_confused(), &view.themes, strings::none_confused())),
        )
        .kid(
            classed("p", "hint")
                .kid(tag("span").text(strings::clearer_definitions()))
                .kid(tag("span").text(" "))
                .kid(tag("a").set("href", "#/codebook").text(strings::see_codebook())),
        )
        .kid(save(desk, Sheet::Kinds))
}

fn row(desk: &Desk, row: &KindRow) -> Tag {
    let bar = tag("progress").set("max", "1000").made("value", row.thousandths.to_string()).unheard();
    let link = |(index, times): &(usize, usize)| {
        button("btn btn-small btn-line")
            .made("aria-label", strings::paragraph_with_pairs(*times, index + 1))
            .click(sends(desk, Msg::ParagraphOpened(*index)))
            .verbatim()
            .saying((index + 1).to_string())
    };
    let name = tag("th").set("scope", "row").kid(tag("span").text(row.name)).kid(span("hint").text(row.about));
    tag("tr")
        .key(row.name)
        .when("data-none", row.count == 0)
        .kid(name)
        .kid(tag("td").verbatim().saying(row.count.to_string()))
        .kid(tag("td").kid(bar).kid(tag("span").verbatim().words(&row.share)))
        .kid(tag("td").kid(div("actions").all(row.paragraphs.iter().map(link))))
}

/// Who has not coded a paragraph does not differ on it: their pairs have a line of their own.
fn not_coded(pairs: usize) -> Tag {
    let name = tag("th")
        .set("scope", "row")
        .kid(tag("span").text(strings::not_answered()))
        .kid(span("hint").text(strings::one_has_not_answered()));
    tag("tr").kid(name).kid(tag("td").verbatim().saying(pairs.to_string())).kid(tag("td")).kid(tag("td"))
}

fn pair(pair: &Confused) -> Tag {
    let side = |(sense, glyph, words): &(Option<&'static str>, &'static str, std::sync::Arc<str>)| {
        let side = span("confused-side").sense(*sense);
        side.kid(span("glyph").unheard().text(glyph)).kid(tag("span").verbatim().set("dir", "auto").words(words))
    };
    tag("li")
        .kid(side(&pair.one))
        .kid(span("hint").text(strings::and()))
        .kid(side(&pair.other))
        .kid(span("hint").verbatim().words(&pair.times))
}
