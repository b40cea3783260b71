//! What a class is asked to do, written.

use crate::{
    exchange::bundle::assignment::Assignment,
    json::{
        extra::{beside_values, kept, put},
        writer::Writer,
    },
};

pub(crate) fn assignment(assignment: &Assignment, to: &mut Writer) {
    let Assignment { message, round, due, until, named, questions, minimum, class, extra } = assignment;
    to.object();
    to.text_field("message", message);
    to.field("round");
    to.number((*round).into());
    to.text_field_if("due", Some(&**due).filter(|due| !due.is_empty()));
    to.text_field_if("until", Some(&**until).filter(|until| !until.is_empty()));
    to.text_field("named", named.word());
    if let Some(questions) = questions {
        to.field("questions");
        to.list();
        for question in questions {
            to.item();
            to.text(question.as_str());
        }
        to.end_list();
    }
    if let Some(minimum) = minimum {
        to.field("minimum");
        to.number((*minimum).into());
    }
    if let Some((id, name)) = class {
        to.field("class");
        to.object();
        to.text_field("id", id.as_str());
        to.text_field("name", name);
        put(kept(extra, "class", id.as_str(), &"-"), to);
        to.end_object();
    }
    beside_values(extra, to);
    to.end_object();
}
