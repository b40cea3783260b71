//! Files that came in while this page is open: from which each person's answers came, and what is wrong with the others.
//! Nothing of it is stored, so a page that is loaded anew knows whose answers are here, and no more from which file.

use postil_core::base::id::{AnnotatorId, ArticleId};
use std::sync::Arc;

/// What became of a file, as far as whoever collects has to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// What is in it is here.
    In,
    /// It is here, and so is something later of the same person.
    Older,
    /// A part of it waits for an answer.
    Asks,
    /// It is about another article, of this title.
    OtherArticle(Arc<str>),
    /// It was left out, as somebody chose.
    LeftOut,
    /// It holds nobody's answers.
    Empty,
    /// It is none of our files.
    NotOurs,
    /// A newer Postil wrote it.
    Newer,
    /// It is cut off, or damaged.
    Damaged,
    /// There was no room for it.
    NoRoom,
    /// The same people are here under other names.
    Twice,
}

/// A file that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Collected {
    /// Its name.
    pub name: Arc<str>,
    /// Whose answers are in it: by their ids and names in the file.
    pub people: Vec<(AnnotatorId, Arc<str>)>,
    /// What became of it.
    pub fate: Fate,
    /// True when it was made with another version of the codebook.
    pub other_version: bool,
}

/// What came in of one article, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Collection {
    of: Option<ArticleId>,
    /// What came in before the last time.
    before: Vec<Collected>,
    /// What came in the last time.
    last: Vec<Collected>,
}

impl Collection {
    /// Files came in. `again` when they are those of the last time, of which something else is so by now.
    pub(crate) fn take(&mut self, article: &ArticleId, files: Vec<Collected>, again: bool) {
        if self.of.as_ref() != Some(article) {
            *self = Self { of: Some(article.clone()), ..Self::default() };
        }
        if !again {
            let last = std::mem::take(&mut self.last);
            self.before.extend(last);
        }
        // A file that comes once more stands for the one that it mends.
        self.before.retain(|file| files.iter().all(|other| other.name != file.name));
        self.last = files;
    }

    /// What came in of this article.
    pub(crate) fn files(&self, article: &ArticleId) -> Vec<&Collected> {
        let all = self.before.iter().chain(&self.last);
        all.filter(|_| self.of.as_ref() == Some(article)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, fate: Fate) -> Collected {
        Collected { name: name.into(), people: Vec::new(), fate, other_version: false }
    }

    #[test]
    fn a_file_that_comes_again_stands_for_the_one_that_it_mends() {
        let (article, other) = (ArticleId::from("a"), ArticleId::from("b"));
        let mut collection = Collection::default();
        collection.take(&article, vec![file("mia", Fate::Damaged), file("ben", Fate::In)], false);
        collection.take(&article, vec![file("mia", Fate::In)], false);
        let names = |of: &ArticleId| -> Vec<(String, bool)> {
            collection.files(of).iter().map(|file| (file.name.to_string(), file.fate == Fate::In)).collect()
        };
        assert_eq!(names(&article), [("ben".to_owned(), true), ("mia".to_owned(), true)]);
        assert!(names(&other).is_empty(), "another article has others");
    }

    #[test]
    fn an_answer_changes_what_the_last_files_are_and_adds_none() {
        let article = ArticleId::from("a");
        let mut collection = Collection::default();
        collection.take(&article, vec![file("mia", Fate::Asks)], false);
        collection.take(&article, vec![file("mia", Fate::In)], true);
        assert_eq!(collection.files(&article).iter().map(|file| &file.fate).collect::<Vec<_>>(), [&Fate::In]);
        collection.take(&ArticleId::from("b"), vec![file("ben", Fate::In)], false);
        assert!(collection.files(&article).is_empty(), "another article was opened since");
    }
}
