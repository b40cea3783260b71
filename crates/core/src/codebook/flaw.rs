//! What makes a codebook unusable, whatever file it came in.

use super::{Codebook, code::is_id};

impl Codebook {
    /// What is wrong with it, as a sentence: an id that cannot be one or stands twice, or a theme that holds itself.
    pub(crate) fn flaw(&self) -> Option<String> {
        let mut lists = vec![
            self.themes.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(),
            self.questions.iter().map(|q| q.id.as_str()).collect(),
        ];
        lists.extend(self.questions.iter().map(|q| q.options.iter().map(|o| o.id.as_str()).collect()));
        for mut ids in lists {
            if ids.iter().any(|id| !is_id(id)) {
                return Some("An id in the codebook is empty, too long, or has a space in it.".into());
            }
            ids.sort_unstable();
            if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
                return Some(format!("The id “{}” stands twice in the codebook.", pair[0]));
            }
        }
        let circle = self.circle()?;
        Some(format!("The theme “{circle}” is its own parent, or went into itself, directly or through others."))
    }
}
