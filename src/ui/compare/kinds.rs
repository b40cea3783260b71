//! The kinds of disagreement.

use super::pictures::table as save;
use crate::ui::{
    class::desk::{Desk, sends},
    kit::tag::{Tag, button, classed, div, span, tag},
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
        .kid(column("Kind of disagreement"))
        .kid(column("Pairs"))
        .kid(column("Share of all disagreement"))
        .kid(column("Most often in paragraph"));
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
    let repair = "Pairs that are often confused may need clearer definitions in the codebook.";
    div("kinds-frame")
        .kid(div("table-wrap").set("tabindex", "0").set("role", "region").label("How pairs differ").kid(table))
        .kid(
            div("confused-both")
                .kid(confused("confused-answers", "Answers that are confused most", &view.answers, "None."))
                .kid(confused("confused-themes", "Themes that are confused most", &view.themes, "None.")),
        )
        .kid(
            classed("p", "hint")
                .kid(tag("span").text(repair))
                .kid(tag("span").text(" "))
                .kid(tag("a").set("href", "#/codebook").text("See the codebook")),
        )
        .kid(save(desk, Sheet::Kinds))
}

fn row(desk: &Desk, row: &KindRow) -> Tag {
    let bar = tag("progress").set("max", "1000").made("value", row.thousandths.to_string()).unheard();
    let link = |(index, times): &(usize, usize)| {
        button("btn btn-small btn-line")
            .made("aria-label", format!("Paragraph {}, {times} pairs", index + 1))
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
    let about = "At least one of the two has not answered; not counted as a difference or in any share.";
    let name = tag("th").set("scope", "row").kid(tag("span").text("not answered")).kid(span("hint").text(about));
    tag("tr").kid(name).kid(tag("td").verbatim().saying(pairs.to_string())).kid(tag("td")).kid(tag("td"))
}

fn pair(pair: &Confused) -> Tag {
    let side = |(sense, glyph, words): &(Option<&'static str>, &'static str, std::sync::Arc<str>)| {
        let side = span("confused-side").sense(*sense);
        side.kid(span("glyph").unheard().text(glyph)).kid(tag("span").verbatim().set("dir", "auto").words(words))
    };
    tag("li")
        .kid(side(&pair.one))
        .kid(span("hint").text("and"))
        .kid(side(&pair.other))
        .kid(span("hint").verbatim().words(&pair.times))
}
