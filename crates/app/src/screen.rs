//! What can be on the page: screens, dialogs, and whose marks stand in the margin.

use crate::strings::page as strings;

/// The route of the page of Class that says what the agreed reading changes for whoever tags here.
pub(crate) const CHANGED: &str = "#/class/changed";

/// The screens, one route each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// `#/read`
    #[default]
    Read,
    /// `#/codebook`
    Codebook,
    /// `#/class`
    Class,
    /// `#/compare`
    Compare,
    /// `#/discuss`
    Discuss,
    /// `#/report`, reached from Class and from Compare
    Report,
}

impl Screen {
    /// All screens; those of the navigation first, in its order.
    pub const ALL: [Self; 6] = [Self::Read, Self::Codebook, Self::Class, Self::Compare, Self::Discuss, Self::Report];
    /// How many of them the navigation shows.
    pub const SHOWN: usize = 5;

    /// The route, `#/read` and so on.
    #[must_use]
    pub fn route(self) -> &'static str {
        match self {
            Self::Read => "#/read",
            Self::Codebook => "#/codebook",
            Self::Class => "#/class",
            Self::Compare => "#/compare",
            Self::Discuss => "#/discuss",
            Self::Report => "#/report",
        }
    }

    /// Its word in routes and attributes, `read` and so on.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.route().trim_start_matches("#/")
    }

    /// The name in the navigation.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => strings::read(),
            Self::Codebook => strings::codebook(),
            Self::Class => strings::class(),
            Self::Compare => strings::compare(),
            Self::Discuss => strings::discuss(),
            Self::Report => strings::report(),
        }
    }
}

/// Whose marks stand in the article's margin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overlay {
    /// Those of whoever tags.
    #[default]
    Mine,
    /// How many gave each answer and theme.
    Everybody,
    /// Those of the agreed reading.
    Agreed,
}

impl Overlay {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mine, Self::Everybody, Self::Agreed];

    /// Its word in attributes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Everybody => "all",
            Self::Agreed => "agreed",
        }
    }

    /// The one with this word, or else one's own marks.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|overlay| overlay.word() == word).unwrap_or_default()
    }
}

/// The dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogKind {
    /// "Open article"
    Open,
    /// "Import"
    Import,
    /// "Export"
    Export,
    /// "Help"
    Help,
    /// "People in this browser"
    Annotators,
    /// "Storage in this browser"
    Room,
}
