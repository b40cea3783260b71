//! Identifiers. Each kind is a type of its own, so that a theme can never stand where a paragraph is meant.
//!
//! All of them are shared strings (`Arc<str>`): cloning one copies a pointer.

use std::{borrow::Borrow, fmt, sync::Arc};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps a string as it is; readers bound its length before they call this.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id as a shared string, for attributes.
            #[must_use]
            pub fn shared(&self) -> &Arc<str> {
                &self.0
            }

            /// The id as a shared string, for keys.
            #[must_use]
            pub fn to_shared(&self) -> Arc<str> {
                Arc::clone(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> Self {
                Self(text)
            }
        }
    };
}

id! {
    /// An article: 32 hex digits of the SHA-256 of its canonical text (see [`crate::article`]).
    ArticleId
}
id! {
    /// A paragraph: 16 hex digits of the SHA-256 of its text, and an ordinal when the same text stands more than once.
    ParagraphId
}
id! {
    /// An annotator: 32 random hex digits, made once; the name beside it may change.
    AnnotatorId
}
id! {
    /// A codebook: random, made once; whatever is changed in it, it stays the same.
    CodebookId
}
id! {
    /// A state of a codebook: 32 hex digits of the SHA-256 of its content.
    VersionId
}
id! {
    /// A stance question of a codebook.
    QuestionId
}
id! {
    /// An option of a stance question.
    OptionId
}
id! {
    /// A theme of a codebook. Renaming a theme leaves its id, so records survive.
    ThemeId
}
id! {
    /// A span of evidence: random, made by whoever marked it.
    EvidenceId
}
id! {
    /// One writer of changes: a tab, from load to close. 32 random hex digits.
    ReplicaId
}
id! {
    /// A class: 32 random hex digits, made when it first settles something; its name may change.
    ClassId
}
id! {
    /// One import: the key of the stored operation that holds it.
    ImportId
}

/// 128 random bits as 32 hex digits: the form of ids that are drawn, not derived.
#[must_use]
pub fn hex128(bits: u128) -> String {
    format!("{bits:032x}")
}
