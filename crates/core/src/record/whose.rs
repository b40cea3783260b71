//! Whose words something is.

use crate::base::id::AnnotatorId;

/// The id under which what a class settled on is stored, among those of annotators.
pub(crate) const AGREED: &str = "agreed";

/// Whose words something is: an annotator's, or those that a class settled on, which are nobody's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// What this annotator says.
    Annotator(AnnotatorId),
    /// What the class settled on.
    Class,
}

impl Whose {
    /// The annotator, if it is one.
    #[must_use]
    pub fn annotator(&self) -> Option<&AnnotatorId> {
        match self {
            Self::Annotator(id) => Some(id),
            Self::Class => None,
        }
    }

    /// The id under which it is stored.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Annotator(id) => id.as_str(),
            Self::Class => AGREED,
        }
    }
}

impl From<AnnotatorId> for Whose {
    /// Whose words are stored under this id.
    fn from(id: AnnotatorId) -> Self {
        if id.as_str() == AGREED { Self::Class } else { Self::Annotator(id) }
    }
}

impl From<&str> for Whose {
    fn from(id: &str) -> Self {
        AnnotatorId::from(id).into()
    }
}

impl From<&AnnotatorId> for Whose {
    fn from(id: &AnnotatorId) -> Self {
        id.clone().into()
    }
}
