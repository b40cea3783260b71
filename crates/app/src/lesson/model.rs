//! What Class keeps to itself.

use super::qr::QrView;
use postil_core::base::id::{AnnotatorId, ArticleId, VersionId};
use std::sync::Arc;

/// Class.
#[derive(Default)]
pub(crate) struct Lesson {
    /// Who is being given a name.
    pub(super) naming: Option<AnnotatorId>,
    /// Of which article the link is that was asked for last, with which questions, and what was asked.
    pub(super) linked: Option<(ArticleId, VersionId, Arc<str>)>,
    /// The link as a QR code, and which link; without one where it is too long.
    pub(super) code: Option<(Arc<str>, Option<Arc<QrView>>)>,
    /// What there is to say first of the class, as Compare says it, and the revision at which that was found.
    pub(super) divided: Option<(u64, Arc<str>)>,
    /// True once the answers of several people were looked at in Compare.
    pub(super) compared: bool,
    /// Whether all decided paragraphs are listed in "You and the class", once somebody has chosen.
    pub(super) all_changes: Option<bool>,
    /// True once "You and the class" has opened by itself, which it does once while the article is open.
    pub(super) offered: bool,
}

impl Lesson {
    /// Another article begins anew.
    pub(crate) fn reset(&mut self) {
        self.naming = None;
        (self.compared, self.offered) = (false, false);
    }
}
