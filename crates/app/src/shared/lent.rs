//! Codebooks of other articles of the library, with which the open one can be read too: the one that was worked with last and,
//! once somebody asks for them, all. `lending` finds them.

use postil_core::{
    base::{id::ArticleId, map::Map},
    codebook::{Codebook, book::Book},
};
use std::sync::Arc;

/// The codebook of another article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lent {
    /// Of which one.
    pub article: ArticleId,
    /// The title of that.
    pub title: Arc<str>,
    /// The codebook as it is edited there.
    pub book: Book,
    /// What that says.
    pub codebook: Codebook,
}

/// Codebooks of other articles, as far as they are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct LentCodebooks {
    /// That of the article which whoever tags here worked on last with a codebook of its own.
    pub last: Option<Arc<Lent>>,
    /// Those of all other articles, once they were asked for.
    pub all: Vec<Arc<Lent>>,
    /// True when there is another article at all.
    pub any: bool,
    /// True while those of all are asked for.
    pub(super) asks_for_all: bool,
    /// The article whose text is being read.
    pub awaited: Option<ArticleId>,
    /// What came with texts that were read; `None` where one cannot be.
    pub(super) came: Map<ArticleId, Option<Arc<Book>>>,
}

impl LentCodebooks {
    /// An article was stored, perhaps with another codebook than what was read of it.
    pub(super) fn forget(&mut self, article: &ArticleId) {
        self.came.remove(article);
    }
}
