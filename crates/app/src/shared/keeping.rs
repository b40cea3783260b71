//! How a change is kept: it is taken into the ledger, which counts at once, and written to both stores.

use super::{Shared, library};
use crate::{
    effect::Effect,
    env::Env,
    part::{Part, Presence},
};
use postil_core::{
    base::{id::AnnotatorId, register::Register, stamp::Stamp},
    keep::{
        here::{self, tags_here},
        operation::{HERE, Operation, encode, encode_here, encode_tags, here_key, op_key},
        startup::Pair,
        store::Store,
    },
};
use std::sync::Arc;

impl Shared {
    /// The key of this tab's operation after `ahead` more.
    #[must_use]
    pub fn key(&self, ahead: u64) -> Arc<str> {
        op_key(self.clock.replica(), self.number + 1 + ahead)
    }

    /// The key of its next operation that belongs to this browser alone.
    #[must_use]
    pub(crate) fn here_key(&self) -> Arc<str> {
        here_key(self.clock.replica(), self.here_number + 1)
    }

    /// Takes a change that holds only what tagging writes into the ledger, and asks for it to be kept. What of it belongs to
    /// this browser alone is an operation of its own. Returns the ticket.
    pub fn keep_tags(&mut self, mut delta: Store) -> u64 {
        let mut pairs = Vec::with_capacity(2);
        let here = std::mem::take(&mut delta.here);
        if !delta.is_empty() {
            let (key, text) = (self.key(0), encode_tags(&delta));
            self.number += 1;
            self.ledger.take_tags(&key, &delta);
            pairs.push((key, text.into()));
        }
        if !here.is_empty() {
            let (key, text) = (self.here_key(), encode_here(&here));
            self.here_number += 1;
            self.ledger.take_tags(&key, &Store { here, ..Store::default() });
            pairs.push((key, text.into()));
        }
        self.persist(pairs, false)
    }

    /// The same of any operation.
    pub fn keep(&mut self, mut operation: Operation) -> u64 {
        let mut operations = Vec::with_capacity(2);
        if let Operation::Change(delta) = &mut operation
            && !delta.here.is_empty()
        {
            let here = Operation::Here { import: None, delta: std::mem::take(&mut delta.here) };
            let text = encode(&here);
            operations.push((self.here_key(), here, text));
        }
        if !matches!(&operation, Operation::Change(delta) if delta.is_empty()) {
            let text = encode(&operation);
            operations.insert(0, (self.key(0), operation, text));
        }
        self.keep_all(operations, false)
    }

    /// The same for operations that belong together, whose keys follow [`Self::key`] and [`Self::here_key`]. With `import`,
    /// none is to stay anywhere if there is no room for all.
    pub(crate) fn keep_all(&mut self, operations: Vec<(Arc<str>, Operation, String)>, import: bool) -> u64 {
        let id = self.article_id().clone();
        let edits = operations.iter().any(|(_, operation, _)| operation.speaks_of_itself(&id));
        let mut pairs: Vec<Pair> = Vec::with_capacity(operations.len());
        for (key, operation, text) in operations {
            *(if key.starts_with(HERE) { &mut self.here_number } else { &mut self.number }) += 1;
            self.ledger.take(&key, operation);
            pairs.push((key, text.into()));
        }
        self.ledger.let_go();
        if edits {
            library::settle(self);
        }
        self.persist(pairs, import)
    }

    fn persist(&mut self, pairs: Vec<Pair>, import: bool) -> u64 {
        for (key, text) in &pairs {
            self.known.insert(Arc::clone(key));
            self.used += key.len() + text.len();
        }
        self.try_again();
        let ticket = self.saving.begin(&pairs);
        self.last_ticket = ticket;
        self.effects.push(Effect::Persist { ticket, operations: pairs, import });
        if !self.asked_to_persist {
            self.asked_to_persist = true;
            // Whoever has something to lose can soon hand it out, also when the network is gone by then.
            self.fetch(Part::Dialogs);
            self.effects.push(Effect::AskToPersist);
            self.effects.push(Effect::AwaitLeisure);
        }
        ticket
    }

    /// Writes once more what was refused: somebody may have made room.
    pub(crate) fn try_again(&mut self) {
        for (ticket, operations) in self.saving.take_refused() {
            self.effects.push(Effect::Persist { ticket, operations, import: false });
        }
    }

    /// Asks for a part of the program, unless it is here or on its way, or did not come.
    pub fn fetch(&mut self, part: Part) {
        let presence = match part {
            Part::Dialogs => &mut self.dialogs,
            Part::Class => &mut self.class,
        };
        if *presence == Presence::Absent {
            *presence = Presence::Awaited;
            self.effects.push(Effect::Fetch(part));
        }
    }

    /// A stamp for a new value that replaces one with the stamp `over`.
    pub fn tick(&mut self, env: &Env<'_>, over: Option<&Stamp>) -> Stamp {
        self.clock.tick(env.now, over)
    }

    /// Writes a setting of this browser.
    pub fn set(&mut self, name: &str, value: &str, env: &Env<'_>) {
        if self.store().setting(name).is_some_and(|v| &**v == value) || !self.may_write() {
            return;
        }
        let over = self.store().here.since(name).cloned();
        let register = Register::new(Arc::from(value), self.tick(env, over.as_ref()));
        let mut delta = Store::default();
        delta.here.settings.insert(name.into(), register);
        self.keep_tags(delta);
    }

    /// Adds to a change what makes the annotator of a first visit real: a name, and that it tags here.
    pub(crate) fn introduce(&mut self, delta: &mut Store, stamp: &Stamp) {
        if self.provisional {
            let name = self.own_name(&self.annotator);
            self.provisional = false;
            delta.put_name(&self.annotator.clone(), Register::new(name, stamp.clone()));
            let settings = &mut delta.here.settings;
            settings.insert(here::ANNOTATOR.into(), Register::new(self.annotator.to_shared(), stamp.clone()));
            settings.insert(tags_here(&self.annotator).into(), Register::new("yes".into(), stamp.clone()));
        }
    }

    /// Notes in a change of what an annotator said that this tab wrote for them, unless that is known.
    pub(crate) fn sign(&self, delta: &mut Store, annotator: &AnnotatorId) {
        let replica = self.clock.replica();
        let person = self.store().people.get(annotator);
        if person.is_none_or(|person| !person.replicas.contains_key(replica)) {
            delta.sign(annotator, replica);
        }
    }
}
