//! What makes a codebook unusable, whatever file it came in.

use super::{Codebook, code::is_id};

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
            return Some("The id of the codebook is empty, too long, or has a space in it.".into());
        }
        let mut lists = vec![
            self.themes.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(),
            self.questions.iter().map(|q| q.id.as_str()).collect(),
        ];
        lists.extend(self.questions.iter().map(|q| q.options.iter().map(|o| o.id.as_str()).collect()));
        if lists.iter().map(Vec::len).sum::<usize>() > MOST_ITEMS {
            return Some("The codebook has more than 5,000 questions, options and themes.".into());
        }
        for mut ids in lists {
            if ids.iter().any(|id| !is_id(id)) {
                return Some("An id in the codebook is empty, too long, or has a space in it.".into());
            }
            ids.sort_unstable();
            if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
                return Some(format!("The id “{}” appears twice in the codebook.", pair[0]));
            }
        }
        let circle = self.circle()?;
        Some(format!("The theme “{circle}” is its own parent, or was merged into itself, directly or through others."))
    }
}
