//! The words of a decision: what became of a paragraph, why people had differed, what an annotator replies.

use crate::strings::record as strings;
/// A list of words that are stored by their ids.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $id:literal, $label:expr;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The id under which it is stored.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The words that people see.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }

            /// The one with this id.
            #[must_use]
            pub(crate) fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.id() == id)
            }
        }
    };
}

words! {
    /// What became of a paragraph.
    Outcome {
        /// The class gives this answer.
        Decided = "decided", strings::outcome_decided();
        /// The class finds that both readings stand.
        Difference = "difference", strings::outcome_difference();
        /// The class leaves it open on purpose.
        Open = "open", strings::outcome_open();
    }
}

impl Outcome {
    /// The sign that stands for it where there is little room.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Decided => "✓",
            Self::Difference => "≠",
            Self::Open => "…",
        }
    }
}

words! {
    /// Why people had read it differently.
    Reason {
        /// The text itself allows both.
        Text = "ambiguous-text", strings::reason_text();
        /// The codebook does not say.
        Rule = "unclear-rule", strings::reason_rule();
        /// Somebody chose what they did not mean.
        Slip = "slip", strings::reason_slip();
        /// People read it differently.
        Reading = "different-reading", strings::reason_reading();
    }
}

words! {
    /// What an annotator says to the agreed reading of a paragraph.
    Reply {
        /// They now read it so too.
        Agrees = "agrees", strings::reply_agrees();
        /// They do not.
        Differs = "differs", strings::reply_differs();
    }
}
