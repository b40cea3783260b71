//! What an annotator replies to a decision, in their own record.

use super::Reply;
use crate::record::{Record, about::Remark, edit::Edit};

const REPLY: &str = "agreed:reply";

/// What an annotator replied.
#[must_use]
pub fn reply(record: &Record) -> Option<Reply> {
    record.about.said(REPLY).and_then(Reply::from_id)
}

/// The edit of a reply; the same again takes it back.
#[must_use]
pub fn choose_reply(record: &Record, chosen: Reply) -> Edit {
    Edit::About(Remark::new(REPLY, (reply(record) != Some(chosen)).then(|| chosen.id())))
}
