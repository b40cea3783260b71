//! Where reading is to go on, asked for by whatever changed what is shared.

/// A wish, carried out by the Read page, which alone knows where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seek {
    /// The current paragraph takes the focus.
    Focus,
    /// This paragraph (its index, from 0) becomes the current one, and is brought into view.
    Show(usize),
    /// The same, and it takes the focus.
    Go(usize),
    /// The article is shown again: the current paragraph near the top.
    Back,
    /// The address names this paragraph, perhaps of an article that is still being loaded.
    Link(usize),
    /// What was tagged under an earlier rule is looked at again, from here on.
    Again,
}

/// Which showing of an article this is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Showing {
    /// Counts them.
    pub(crate) serial: u64,
    /// The one since when it is the same article, in which one stays where one is.
    pub(crate) since: u64,
}

impl Showing {
    /// The next one: of the same article (true), or of another one, which begins at its head.
    #[must_use]
    pub(crate) fn next(self, same: bool) -> Self {
        let serial = self.serial + 1;
        Self { serial, since: if same { self.since } else { serial } }
    }
}
