//! The example class as the other program tells of it, for the tests of what is shown.

use std::rc::Rc;

use super::{
    model::Model,
    msg::{Msg, Tab},
    update::{CLASS, update},
};
use crate::{
    app::library::stored_form,
    core::{
        codebook::Codebook,
        format::{
            entry::{Entry, encode},
            read::read,
        },
        store::Store,
    },
};

/// A model that was told of the example class and shows Compare.
pub fn class() -> Model {
    class_with(|_| {})
}

/// The same with another codebook.
pub fn class_with(change: impl Fn(&mut Codebook)) -> Model {
    let mut model = Model::default();
    let Ok((mut bundle, _)) = read(CLASS) else { return model };
    change(&mut bundle.codebook);
    let mut store = Store::default();
    for (id, named) in &bundle.layers {
        store.annotators.extend(named.name.clone().map(|name| (id.clone(), name)));
        for (paragraph, record) in &named.layer.records {
            store.put_record(bundle.article.id(), id, paragraph, record);
        }
    }
    let article = stored_form(&(Rc::new(bundle.article), Rc::new(bundle.codebook)));
    let state = encode(&Entry::Change(store));
    for (kind, text) in [("article", &*article), ("state", &*state), ("place", "compare me")] {
        update(&mut model, Msg::Told(kind.into(), text.into()), 0);
    }
    model
}

/// The example class in this part of Compare.
pub fn class_in(tab: Tab) -> Model {
    let mut model = class();
    update(&mut model, Msg::TabChosen(tab), 0);
    model
}
