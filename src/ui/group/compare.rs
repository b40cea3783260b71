//! The Compare screen: who is compared, and the parts in which one looks at it.

use yew::virtual_dom::ListenerKind;

use super::{
    board,
    controls::{Pick, segments, tick},
    desk::{Desk, sends},
};
use crate::{
    app::group::{
        msg::{Msg, Tab},
        readers::Reader,
        view::{ReadersView, View},
    },
    ui::kit::tag::{Tag, button, classed, div, input, span, tag},
};

/// The screen.
pub fn compare_screen(desk: &Desk, view: &View) -> Tag {
    let readers = &view.readers;
    let alone = readers.readers.len() < 2;
    let title = tag("span").verbatim().set("dir", "auto").saying(["“", &readers.title, "”"].concat());
    let head = classed("header", "page-head").kid(tag("h1").text("Compare")).kid(
        tag("p")
            .kid(tag("span").text("Where the readers of "))
            .kid(title)
            .kid(tag("span").text(" agree, and where they do not.")),
    );
    let page = div("page page-wide").kid(head);
    if alone {
        return page.kid(empty(desk, readers));
    }
    let parts = Tab::ALL
        .into_iter()
        .map(|tab| Pick { words: tab.name(), chosen: tab == view.tab, msg: Msg::TabChosen(tab) })
        .collect();
    let parts = segments(desk, "compare-part", "Part of Compare", parts);
    let body = match (view.tab, &view.board) {
        (Tab::Board, Some(board)) => board::board(desk, board),
        _ => div("").hidden(true),
    };
    page.kid(div("compare-head").kid(parts).kid(people(desk, readers)).kid(example(desk, readers))).kid(body)
}

/// Nobody to compare with.
fn empty(desk: &Desk, readers: &ReadersView) -> Tag {
    let add = button("btn btn-primary").click(sends(desk, Msg::ImportAsked)).text("Add their files");
    let class = button("btn btn-line")
        .hidden(!readers.example_fits || readers.locked)
        .click(sends(desk, Msg::ExampleAsked))
        .text("Try with an example class");
    let words = "When others have read this article, import their files, a whole class at once, and everybody’s answers \
                 stand side by side here.";
    div("empty")
        .kid(tag("h2").text("Only one reader is here"))
        .kid(tag("p").text(words))
        .kid(div("actions").kid(add).kid(class))
}

/// Who is compared.
fn people(desk: &Desk, view: &ReadersView) -> Tag {
    let all = view.readers.len();
    let words =
        if view.taken_in == all { format!("{all} readers") } else { format!("{} of {all} readers", view.taken_in) };
    let list =
        classed("ul", "people-list").all(view.readers.iter().map(|reader| person(desk, reader, view.paragraphs)));
    let everybody = button("btn btn-small btn-line")
        .hidden(view.taken_in == all)
        .click(sends(desk, Msg::AllReadersChosen))
        .text("Take everybody in");
    let names = tick(desk, "Show names", view.named, Msg::NamesSwitched);
    classed("details", "people")
        .kid(classed("summary", "btn btn-line").kid(tag("span").verbatim().saying(words)))
        .kid(div("people-panel").kid(div("people-tools").kid(names).kid(everybody)).kid(list))
}

fn person(desk: &Desk, reader: &Reader, paragraphs: usize) -> Tag {
    let check = input("checkbox")
        .checked(!reader.left_out)
        .on(ListenerKind::onchange, sends(desk, Msg::ReaderSwitched(reader.id.clone())));
    let words = tag("span").verbatim().set("dir", "auto").words(&reader.name);
    let progress = span("hint").verbatim().saying(format!("{} of {paragraphs} coded", reader.coded));
    tag("li").key(reader.id.as_str()).kid(classed("label", "tick").kid(check).kid(words).kid(progress))
}

/// That the class is made up, and the way to be rid of it.
fn example(desk: &Desk, view: &ReadersView) -> Tag {
    let leave = button("btn btn-small btn-line")
        .flag("disabled", view.locked)
        .click(sends(desk, Msg::ExampleLeft))
        .text("Remove the example class");
    classed("p", "example-note")
        .hidden(!view.example)
        .kid(span("hint").text("These twelve people are made up, to try things with."))
        .kid(leave)
}
