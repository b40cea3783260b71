//! What makes a codebook unusable, whatever file it came in.

use super::{Codebook, code::is_id};
use crate::strings::codebook as strings;

/// The most questions, options and themes together.
pub(crate) const MOST_ITEMS: usize = 5_000;
/// The longest id of a codebook, in bytes.
const LONGEST_ID: usize = 200;

/// True for what may be the id of a codebook.
pub(crate) fn is_id_of_codebook(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len()) && !id.chars().any(|c| c.is_whitespace() || c.is_control())
}

impl Codebook {
    /// What is wrong with it, as a sentence: an id that cannot be one or stands twice, more than people can keep apart, or a
    /// theme that holds itself.
    pub(crate) fn flaw(&self) -> Option<String> {
        if !is_id_of_codebook(self.id.as_str()) {
            return Some(strings::no_id_of_codebook().into());
        }
        let mut lists = vec![
            self.themes.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(),
            self.questions.iter().map(|q| q.id.as_str()).collect(),
        ];
        lists.extend(self.questions.iter().map(|q| q.options.iter().map(|o| o.id.as_str()).collect()));
        if lists.iter().map(Vec::len).sum::<usize>() > MOST_ITEMS {
            return Some(strings::too_many_items().into());
        }
        for mut ids in lists {
            if ids.iter().any(|id| !is_id(id)) {
                return Some(strings::no_id_of_code().into());
            }
            ids.sort_unstable();
            if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
                return Some(strings::id_appears_twice(pair[0]));
            }
        }
        self.circle().map(|circle| strings::own_parent(circle.as_str()))
    }
}
