//! What the runtime needs besides its stores: tasks and time, the other tabs, and the page.

use crate::{effect::Effect, msg::Msg};
use std::sync::Arc;

/// The world around the stores.
pub trait Host: 'static {
    /// A timer; it ends when it is dropped.
    type Timer;

    /// Runs a task to its end, beginning when the gesture's own is over.
    fn spawn(&self, task: impl Future<Output = ()> + 'static);

    /// Calls `then` after so many milliseconds.
    fn after(&self, ms: u32, then: impl FnOnce() + 'static) -> Self::Timer;

    /// Lets others do what waits: what comes after is another task.
    fn pause(&self) -> impl Future<Output = ()> + 'static;

    /// Sends an answer to the app.
    fn answer(&self, msg: impl Into<Msg>);

    /// Does what has nothing to do with the stores; some of it is answered at once.
    fn perform(&self, effect: Effect) -> Option<Msg>;

    /// Shows other tabs that this session is alive, for as long as the page is.
    fn stay_alive(&self, session: &str);

    /// The sessions that are alive; none where nobody tells.
    fn alive(&self) -> impl Future<Output = Vec<String>>;

    /// Runs `work` while this tab alone may compact; when another tab does, afterwards if `patient`, and otherwise not at
    /// all. It is never the reason why a write is safe.
    fn alone(&self, patient: bool, work: impl Future<Output = ()> + 'static);

    /// Runs `work` while no other tab runs its own, and waits for it.
    fn in_turn(&self, work: impl FnOnce() + 'static) -> impl Future<Output = ()>;

    /// The steps of undo that this tab kept while its page was loaded anew.
    fn steps(&self) -> Option<Arc<str>>;

    /// What stands in the address after the page's own, `#/read` for example.
    fn hash(&self) -> Arc<str>;

    /// True on a Mac.
    fn is_mac(&self) -> bool;
}
