//! What a class is called, and who belongs to it.

use super::Decisions;
use crate::base::{
    id::AnnotatorId,
    register::Register,
    stamp::{Clock, Stamp},
};
use std::sync::Arc;

/// A new value of what a class is called, or of who belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollEdit {
    /// Its name.
    Name(Arc<str>),
    /// Whether somebody belongs to it.
    Member(AnnotatorId, bool),
}

impl RollEdit {
    /// The edit that would bring back what stands there now.
    #[must_use]
    pub(crate) fn inverse(&self, class: &Decisions) -> Self {
        match self {
            Self::Name(_) => Self::Name(class.called()),
            Self::Member(id, _) => Self::Member(id.clone(), class.has(id)),
        }
    }

    /// The stamp of what stands there now.
    #[must_use]
    pub(crate) fn stamp_in<'a>(&self, class: &'a Decisions) -> Option<&'a Stamp> {
        match self {
            Self::Name(_) => class.name.as_ref().map(|register| &register.stamp),
            Self::Member(id, _) => class.members.get(id).map(|register| &register.stamp),
        }
    }

    /// Puts its value into a class, under this stamp.
    pub(crate) fn put(&self, class: &mut Decisions, stamp: &Stamp) {
        match self {
            Self::Name(name) => class.name = Some(Register::new(Arc::clone(name), stamp.clone())),
            Self::Member(id, is) => _ = class.members.insert(id.clone(), Register::new(*is, stamp.clone())),
        }
    }

    /// True when both are about the same.
    #[must_use]
    pub(crate) fn same_place(&self, edit: &Self) -> bool {
        match (self, edit) {
            (Self::Name(_), Self::Name(_)) => true,
            (Self::Member(one, _), Self::Member(other, _)) => one == other,
            _ => false,
        }
    }
}

impl Decisions {
    /// What the class is called; empty where nobody said.
    #[must_use]
    pub fn called(&self) -> Arc<str> {
        self.name.as_ref().map_or_else(|| "".into(), |name| Arc::clone(&name.value))
    }

    /// True when somebody was chosen for it. Without members it is everybody who is in no other class.
    #[must_use]
    pub fn has_members(&self) -> bool {
        self.members.values().any(|register| register.value)
    }

    /// True for one of its members.
    #[must_use]
    pub fn has(&self, annotator: &AnnotatorId) -> bool {
        self.members.get(annotator).is_some_and(|register| register.value)
    }

    /// True when there is anything to choose it for: it says something, has a name, or members. A new class that was taken
    /// back has none of it.
    #[must_use]
    pub fn is_there(&self) -> bool {
        !self.is_silent() || !self.called().is_empty() || self.has_members()
    }

    /// Turns the edits of one gesture into a change to be joined. All of it carries one stamp, later than everything it
    /// replaces.
    #[must_use]
    pub(crate) fn roll_delta(&self, edits: &[RollEdit], clock: &mut Clock, now: u64) -> Self {
        let stamp = clock.tick(now, edits.iter().filter_map(|edit| edit.stamp_in(self)).max());
        let mut delta = Self::default();
        edits.iter().for_each(|edit| edit.put(&mut delta, &stamp));
        delta
    }
}
