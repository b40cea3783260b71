//! Whose words something is.

use crate::base::id::{AnnotatorId, ClassId};

/// Whose words something is: an annotator's, or those that a class settled on, which are nobody's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// What this annotator says.
    Annotator(AnnotatorId),
    /// What this class settled on.
    Class(ClassId),
}

impl Whose {
    /// The annotator, if it is one.
    #[must_use]
    pub fn annotator(&self) -> Option<&AnnotatorId> {
        match self {
            Self::Annotator(id) => Some(id),
            Self::Class(_) => None,
        }
    }
}

impl From<AnnotatorId> for Whose {
    fn from(id: AnnotatorId) -> Self {
        Self::Annotator(id)
    }
}

impl From<&AnnotatorId> for Whose {
    fn from(id: &AnnotatorId) -> Self {
        id.clone().into()
    }
}
