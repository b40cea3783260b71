//! What waits for the journal: one transaction runs at a time, and what comes meanwhile goes together.

use crate::ports::journal::Journal;
use postil_core::keep::startup::Pair;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// Writes that wait, each with its ticket.
#[derive(Default)]
pub struct Queue {
    waiting: RefCell<Vec<(u64, Vec<Pair>)>>,
    writing: Cell<bool>,
}

impl Queue {
    /// Queues operations for the next transaction. Unless one is under way, the result is the task that writes whatever waits;
    /// it must be run. `done` gets each ticket with whether it is safe.
    pub fn append<J: Journal>(
        self: &Rc<Self>,
        journal: Rc<J>,
        ticket: u64,
        operations: Vec<Pair>,
        done: impl Fn(u64, bool) + 'static,
    ) -> Option<impl Future<Output = ()> + 'static> {
        self.waiting.borrow_mut().push((ticket, operations));
        if self.writing.replace(true) {
            return None;
        }
        let here = Rc::clone(self);
        Some(async move {
            loop {
                let batch = here.waiting.take();
                if batch.is_empty() {
                    break;
                }
                let operations: Vec<Pair> =
                    batch.iter().flat_map(|(_, operations)| operations.iter().cloned()).collect();
                let safe = journal.write(&operations).await.is_ok();
                for (ticket, _) in batch {
                    done(ticket, safe);
                }
            }
            here.writing.set(false);
        })
    }
}
