//! What an annotator replies to the decision of a class, in their own record.

use super::Reply;
use crate::{
    base::id::ClassId,
    record::{Record, edit::Edit},
};

/// The edit of a reply; the same again takes it back.
#[must_use]
pub fn choose_reply(record: &Record, class: &ClassId, chosen: Reply) -> Edit {
    Edit::Reply(class.clone(), (record.reply(class) != Some(chosen)).then_some(chosen))
}
