//! How the page looks: what can be chosen, and what is chosen in this browser.

use crate::strings::page as strings;
use postil_core::keep::store::Store;

/// Something of the page's looks that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The size of the article's words.
    Size,
    /// The type of the article.
    Reading,
    /// Light or dark.
    Scheme,
}

impl Look {
    /// All of them, as they stand in the panel.
    pub const ALL: [Self; 3] = [Self::Size, Self::Reading, Self::Scheme];

    /// The setting of this browser that holds the choice, and the attribute by which the page shows it.
    #[must_use]
    pub fn setting(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Reading => "reading",
            Self::Scheme => "scheme",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Size => strings::text_size(),
            Self::Reading => strings::typeface(),
            Self::Scheme => strings::colours(),
        }
    }

    /// The choices, each with its word.
    #[must_use]
    pub fn choices(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Size => {
                const {
                    &[
                        ("small", strings::small()),
                        ("medium", strings::medium()),
                        ("large", strings::large()),
                        ("larger", strings::larger()),
                    ]
                }
            }
            Self::Reading => const { &[("serif", strings::serif()), ("sans", strings::sans_serif())] },
            Self::Scheme => {
                const { &[("auto", strings::automatic()), ("light", strings::light()), ("dark", strings::dark())] }
            }
        }
    }

    /// What is there until something else is chosen.
    #[must_use]
    pub fn usual(self) -> &'static str {
        match self {
            Self::Size => "medium",
            Self::Reading => "serif",
            Self::Scheme => "auto",
        }
    }

    /// What is chosen. A word that is not known here counts as none.
    #[must_use]
    pub fn chosen(self, store: &Store) -> &'static str {
        let chosen = store.setting(self.setting());
        let known = self.choices().iter().find(|(word, _)| chosen.is_some_and(|chosen| &**chosen == *word));
        known.map_or_else(|| self.usual(), |(word, _)| word)
    }
}

/// What is chosen of each, in the order of [`Look::ALL`].
#[must_use]
pub fn chosen(store: &Store) -> [&'static str; 3] {
    Look::ALL.map(|look| look.chosen(store))
}
