//! An article that came as a link, before anything of it is opened.

use crate::{
    strings::dialog::{cancel, open as strings, open_it},
    ui::{
        desk::{Desk, sends},
        dialog::frame::closing,
        kit::tag::{Tag, button, classed, div, span},
        reader::task::message,
    },
};
use postil_app::files::{self, view::AskedView};

/// Its title, what is asked, and how much it is.
pub fn asked(view: &AskedView) -> Tag {
    div("differs")
        .key(&view.key)
        .kid(classed("strong", "title asked-title").verbatim().set("dir", view.way).words(&view.title))
        .kid(message(&view.message))
        .kid(classed("p", "hint").verbatim().words(&view.facts))
        .kid(classed("p", "hint").text(strings::link_about()))
}

/// What can be done with it.
pub fn foot(desk: &Desk) -> Vec<Tag> {
    vec![
        span("hint").key("space"),
        closing(desk, "btn", cancel()).key("cancel"),
        button("btn btn-primary").key("open").click(sends(desk, files::Msg::AskedOpened)).text(open_it()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::drawn::drawn;

    #[test]
    fn a_link_shows_what_it_holds_and_hides_a_sentence_that_nobody_wrote() {
        let view = AskedView {
            key: "asked a".into(),
            title: "Bees".into(),
            way: "ltr",
            message: "".into(),
            facts: "3 paragraphs · 1 question · 0 themes".into(),
        };
        let html = drawn(&asked(&view).html());
        assert!(html.contains("Bees") && html.contains("3 paragraphs · 1 question"), "{html}");
        assert!(html.contains("hidden"), "{html}");
    }
}
