//! What was tagged under an earlier rule, while it is looked at again.

use postil_core::codebook::wording::Wording;
use std::sync::Arc;

/// A rule as it was, and as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// Tells it from the others.
    pub key: Arc<str>,
    /// How it was. Where words changed, those that did not are left out, but for its name.
    pub before: Wording,
    /// How it is: of a theme that was split, its parts.
    pub now: Vec<Wording>,
    /// What became of a theme: “Split into “Leaks” and “Theft”.” Empty where only the words changed.
    pub remark: Arc<str>,
}

/// What is looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgainView {
    /// How much is left.
    pub left: Arc<str>,
    /// The rules of what was tagged here; none where nothing here is to be looked at again.
    pub rules: Vec<RuleView>,
    /// True when there is another paragraph to go to.
    pub has_others: bool,
    /// The key that says that it is still right.
    pub key: Arc<str>,
    /// The keys that go to the one before and to the next.
    pub step_keys: [Arc<str>; 2],
}
