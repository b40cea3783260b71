//! What is waited for.

/// Which wait is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// The journal has had time enough for the write with this ticket.
    Journal(u64),
    /// What was refused is to be tried again.
    Refused,
    /// A pause in typing, by its number.
    Typing(u64),
    /// A pause in typing into a field of the codebook, by its number.
    Field(u64),
    /// An import goes on for long enough to say so.
    Import,
    /// A part of the program that was asked for is long in coming.
    Part,
    /// The numbers of agreement are to be worked on.
    Numbers,
    /// The clock of a discussion ticks.
    Discussion,
    /// The report is to be worked on.
    Report,
}
