//! Questions, options and themes with an id and a name, and nothing else yet.

use super::{Codebook, StanceOption, StanceQuestion, Theme};
use crate::{base::map::Map, json::extra::Extra};
use std::sync::Arc;

impl Codebook {
    /// One without questions and themes.
    pub(crate) fn blank(id: &str, title: &str) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            questions: Vec::new(),
            themes: Vec::new(),
            elsewhere: Map::new(),
            extra: Extra::new(),
        }
    }
}

impl StanceQuestion {
    /// One without words and options.
    pub(crate) fn blank(id: &str) -> Self {
        let none: Arc<str> = "".into();
        Self {
            id: id.into(),
            holder: Arc::clone(&none),
            target: Arc::clone(&none),
            prompt: none,
            options: Vec::new(),
            archived: false,
            extra: Extra::new(),
        }
    }
}

impl StanceOption {
    /// One with a name.
    pub(crate) fn blank(id: &str, label: &str) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            key: None,
            definition: "".into(),
            sense: None,
            glyph: None,
            archived: false,
            extra: Extra::new(),
        }
    }
}

impl Theme {
    /// One with a name.
    pub(crate) fn blank(id: &str, label: &str) -> Self {
        let none: Arc<str> = "".into();
        Self {
            id: id.into(),
            label: label.into(),
            parent: None,
            colour: None,
            key: None,
            definition: Arc::clone(&none),
            include: Arc::clone(&none),
            exclude: Arc::clone(&none),
            example: none,
            archived: false,
            merged_into: None,
            split_from: None,
            extra: Extra::new(),
        }
    }
}
