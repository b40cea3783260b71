//! What an import changes of what was said, counted for the sentence on a file.

use crate::record::Record;

/// What changes, or would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Paragraphs of which nothing was said here.
    pub new: usize,
    /// Paragraphs of which something else was said here.
    pub updated: usize,
    /// Answers that change in them: each question counts, and the themes.
    pub answers: usize,
    /// Notes that change in them.
    pub notes: usize,
    /// Replies to what the class decided that change in them.
    pub replies: usize,
    /// True when some of it has changed here since.
    pub(crate) older: bool,
}

impl Changes {
    /// Counts what becomes of one paragraph of what a class says.
    pub(super) fn see<T: PartialEq>(&mut self, before: &Option<T>, after: &Option<T>) {
        match (before, after) {
            (None, Some(_)) => self.new += 1,
            (before, after) if before != after => {
                self.updated += 1;
                self.answers += 1;
            }
            _ => {}
        }
    }

    /// Counts what becomes of a record of which something was said here.
    pub(super) fn compare(&mut self, before: &Record, after: &Record) {
        self.answers += after.stances.keys().filter(|id| before.stance(id) != after.stance(id)).count();
        self.answers += usize::from(before.themes() != after.themes());
        self.replies += after.replies.iter().filter(|(id, reply)| before.reply(id) != reply.value).count();
        self.notes += usize::from(!before.note.spoken().eq(after.note.spoken()));
    }
}
