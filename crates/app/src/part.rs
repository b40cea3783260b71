//! The parts of the program that are fetched when they are first needed: what nothing but one table of functions leads to,
//! the build splits off (`scripts/program.mjs`).

use std::{any::Any, fmt};

/// A part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The dialogs, what is done with files, names and keys, what reads what is stored, and what changes more than tags.
    Dialogs,
    /// The screens of a class: Class, Compare, Discuss, Report, and the codebook.
    Class,
}

/// Whether a part is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// Nobody has asked for it.
    #[default]
    Absent,
    /// It is on its way.
    Awaited,
    /// It is here.
    Here,
    /// It did not arrive.
    Failed,
}

/// A part's table of functions, as it comes. Whoever knows the part knows of which type it is.
#[derive(Clone, Copy)]
pub struct Table(pub &'static (dyn Any + Sync));

impl Table {
    /// The table, if it is of this type.
    #[must_use]
    pub fn of<T: 'static>(self) -> Option<&'static T> {
        let table: &'static dyn Any = self.0;
        table.downcast_ref()
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Table")
    }
}

/// Each part has one table, so any two are the same.
impl PartialEq for Table {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Table {}
