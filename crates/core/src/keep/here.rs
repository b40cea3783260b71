//! What belongs to this browser alone: who tags in it, how it looks, what was taken out of its library. It is stored under
//! keys of its own and never travels, so that everything else may be carried anywhere as it is.

use crate::base::{
    id::{AnnotatorId, ArticleId},
    map::Map,
    register::{Register, Registers, join_option},
    stamp::Stamp,
};
use std::sync::Arc;

/// The setting that says who tags.
pub const ANNOTATOR: &str = "annotator";
/// What stands before the ids of those who tag in this browser.
const TAGS_HERE: &str = "here:";

/// What this browser alone knows of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleHere {
    /// True while the article is taken out of the library. Its annotations stay.
    pub deleted: Option<Register<bool>>,
    /// True while the article is removed from this device: what was said of it until then is gone.
    pub gone: Option<Register<bool>>,
    /// When this browser last wrote a file of it: the value is milliseconds since 1970.
    pub exported: Registers<AnnotatorId, u64>,
}

/// Settings, and what became of articles here: all as registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// Settings by name.
    pub settings: Registers<Arc<str>, Arc<str>>,
    /// What is known of articles.
    pub articles: Map<ArticleId, ArticleHere>,
}

/// The setting that holds the name by which somebody is shown here.
#[must_use]
pub fn alias(annotator: &AnnotatorId) -> String {
    ["alias:", annotator.as_str()].concat()
}

/// The setting that says of somebody that they tag here.
#[must_use]
pub fn tags_here(annotator: &AnnotatorId) -> String {
    [TAGS_HERE, annotator.as_str()].concat()
}

impl Here {
    /// True when it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.settings.is_empty() && self.articles.is_empty()
    }

    /// A setting's value, if it was ever set.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<&Arc<str>> {
        self.settings.get(name).map(|r| &r.value)
    }

    /// When a setting was last written.
    #[must_use]
    pub fn since(&self, name: &str) -> Option<&Stamp> {
        self.settings.get(name).map(|r| &r.stamp)
    }

    /// Those of whom it is said that they tag here.
    pub fn tagging(&self) -> impl Iterator<Item = AnnotatorId> {
        self.settings.keys().filter_map(|name| name.strip_prefix(TAGS_HERE)).map(AnnotatorId::from)
    }

    /// True for those who tag here.
    #[must_use]
    pub fn has(&self, annotator: &AnnotatorId) -> bool {
        self.setting(&tags_here(annotator)).is_some()
            || self.setting(ANNOTATOR).is_some_and(|id| **id == *annotator.as_str())
    }

    /// True while an article is taken out of the library.
    #[must_use]
    pub fn is_deleted(&self, article: &ArticleId) -> bool {
        self.articles.get(article).and_then(|known| known.deleted.as_ref()).is_some_and(|deleted| deleted.value)
    }

    /// True while an article is removed from this device.
    #[must_use]
    pub fn is_gone(&self, article: &ArticleId) -> bool {
        self.articles.get(article).and_then(|known| known.gone.as_ref()).is_some_and(|gone| gone.value)
    }

    /// The articles that are removed from this device, and since when.
    #[must_use]
    pub fn gone(&self) -> Vec<(ArticleId, Stamp)> {
        let gone = self.articles.iter().filter_map(|(id, known)| {
            let gone = known.gone.as_ref().filter(|gone| gone.value)?;
            Some((id.clone(), gone.stamp.clone()))
        });
        gone.collect()
    }

    /// Lets go of what somebody is called here, which `forgotten` has then.
    pub(crate) fn forget_name(&mut self, annotator: &AnnotatorId, forgotten: &mut Self) {
        let alias: Arc<str> = alias(annotator).into();
        let name = self.settings.remove(&*alias).map(|name| (alias, name));
        forgotten.settings.join(&name.into_iter().collect());
    }

    /// Lets go of what was done with articles until they were removed from this device, and of the settings that have an
    /// article’s id in their names: the list of a class, what was asked of it, from which files it came.
    pub(crate) fn let_go(&mut self, of: &[(ArticleId, Stamp)]) {
        for (article, until) in of {
            if let Some(known) = self.articles.get_mut(article) {
                known.exported.retain(|_, r| r.stamp > *until);
            }
            let is_of = |name: &str| name.split(':').skip(1).any(|part| part == article.as_str());
            self.settings.retain(|name, r| r.stamp > *until || !is_of(name));
        }
    }

    /// Merges what another tab knows. True when anything that a person could see changed.
    pub(crate) fn join(&mut self, other: &Self) -> bool {
        let mut changed = self.settings.join(&other.settings);
        for (id, theirs) in &other.articles {
            let known = self.articles.entry(id.clone()).or_default();
            changed |= join_option(&mut known.deleted, theirs.deleted.as_ref());
            changed |= join_option(&mut known.gone, theirs.gone.as_ref());
            changed |= known.exported.join(&theirs.exported);
        }
        changed
    }

    /// Calls `visit` with every stamp.
    pub(crate) fn each_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.settings.values().for_each(|r| visit(&r.stamp));
        for known in self.articles.values() {
            known.deleted.iter().chain(&known.gone).for_each(|r| visit(&r.stamp));
            known.exported.values().for_each(|r| visit(&r.stamp));
        }
    }
}
