//! What is said to people beside the page: banners, which stay until somebody deals with them, and the toast, which goes by
//! itself.

use crate::msg::Msg;
use std::sync::Arc;

/// Something a person can do about a banner or a toast.
#[derive(Clone, Debug)]
pub struct ActionView {
    /// The button's name.
    pub label: Arc<str>,
    /// What it sends.
    pub msg: Arc<Msg>,
}

/// What is made anew is another one, though it says the same.
impl PartialEq for ActionView {
    fn eq(&self, other: &Self) -> bool {
        self.label == other.label && Arc::ptr_eq(&self.msg, &other.msg)
    }
}

impl Eq for ActionView {}

/// A problem or an offer that stays until somebody deals with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BannerView {
    /// A key; also names it in `Msg::BannerClosed`.
    pub id: Arc<str>,
    /// True for a problem (`role="alert"`), false for an offer (`role="status"`).
    pub alert: bool,
    /// What happened, what was kept, what to do.
    pub sentence: Arc<str>,
    /// What can be done.
    pub actions: Vec<ActionView>,
    /// True when it can be closed.
    pub closable: bool,
}

/// A short message that goes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToastView {
    /// A key: a new toast replaces the old.
    pub key: Arc<str>,
    /// The sentence.
    pub sentence: Arc<str>,
    /// Usually Undo.
    pub action: Option<ActionView>,
}

/// An action of a banner.
#[must_use]
pub fn action(label: &str, msg: impl Into<Msg>) -> ActionView {
    ActionView { label: label.into(), msg: Arc::new(msg.into()) }
}
