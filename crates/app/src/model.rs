//! What the app knows.

use crate::{
    class::{Class, Pages},
    files::{model::Files, table::Dialogs},
    msg::Msg,
    read::model::Read,
    shared::Shared,
    storage::model::Storage,
    view::View,
};
use postil_core::{
    base::id::{AnnotatorId, ArticleId, ReplicaId},
    codebook::sample,
};
use std::{collections::VecDeque, sync::Arc};

/// Everything the app knows.
pub struct Model {
    /// What all pages see.
    pub shared: Shared,
    /// The stores.
    pub storage: Storage,
    /// The Read page.
    pub read: Read,
    /// The dialogs.
    pub files: Files,
    /// How they are reached, once they are here.
    pub dialogs: Option<&'static Dialogs>,
    /// The class's screens, once they are here.
    pub class: Option<Box<dyn Pages>>,
    /// How these are reached, while they wait for the dialogs.
    pub class_waits: Option<&'static Class>,
    /// The first key of a sequence.
    pub key_head: Option<Arc<str>>,
    /// What a person did while the stores or the article were still being read: done as soon as they are there.
    pub held: VecDeque<Msg>,
    /// What is drawn.
    pub view: View,
}

impl Model {
    /// A model that has read nothing yet, and shows nothing. Its article is the sample, which is not drawn while another
    /// one is awaited. `session` is random, made for this tab.
    #[must_use]
    pub fn new(session: ReplicaId, annotator: AnnotatorId, awaited: Option<&ArticleId>) -> Self {
        let article = Arc::new(sample::article());
        let codebook = (Arc::new(sample::codebook()), sample::version());
        Self {
            read: Read::new(&article, awaited.is_some()),
            shared: Shared::new(session, annotator, article, codebook, awaited),
            storage: Storage::default(),
            files: Files::default(),
            dialogs: None,
            class: None,
            class_waits: None,
            key_head: None,
            held: VecDeque::new(),
            view: View::empty(),
        }
    }
}
