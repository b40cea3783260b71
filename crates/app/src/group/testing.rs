//! The example class as the other program tells of it, for the tests of what is shown.

use super::{
    model::Model,
    msg::{Msg, Tab},
    update::{CLASS, update},
};
use crate::library::stored_form;
use postil_core::{
    codebook::{Codebook, sample},
    exchange::bundle::read::read,
    keep::{
        operation::{Entry, encode},
        store::Store,
    },
    measure::comparison::testing::article,
    record::{
        Layer, Record,
        edit::{Edit, delta},
        register::Register,
        stamp::{Clock, Stamp},
    },
};
use std::sync::Arc;

/// A model that was told of the example class and shows Compare.
pub(super) fn class() -> Model {
    class_with(|_| {})
}

/// The same with another codebook.
pub(super) fn class_with(change: impl Fn(&mut Codebook)) -> Model {
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
    let article = stored_form(&(Arc::new(bundle.article), Arc::new(bundle.codebook)));
    let state = encode(&Entry::Change(store));
    for (kind, text) in [("article", &*article), ("state", &*state), ("place", "compare me")] {
        update(&mut model, Msg::Told(kind.into(), text.into()), 0);
    }
    model
}

/// The example class in this part of Compare.
pub(super) fn class_in(tab: Tab) -> Model {
    let mut model = class();
    update(&mut model, Msg::TabChosen(tab), 0);
    model
}

/// An article of so many paragraphs on which these people said something, through the sample's codebook after `change`.
/// Names are shown.
pub(super) fn made(paragraphs: usize, change: impl Fn(&mut Codebook), people: &[(&str, Layer)]) -> Model {
    let mut codebook = sample::codebook();
    change(&mut codebook);
    let mut store = Store::default();
    let article = article(paragraphs);
    for (name, layer) in people {
        let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
        store.annotators.insert((*name).into(), Register::new((*name).into(), stamp));
        store.layers.entry(article.id().clone()).or_default().insert((*name).into(), layer.clone());
    }
    let form = stored_form(&(Arc::new(article), Arc::new(codebook)));
    let mut model = Model::default();
    for (kind, text) in [("article", form), ("state", encode(&Entry::Change(store))), ("place", "compare me".into())] {
        update(&mut model, Msg::Told(kind.into(), text.into()), 0);
    }
    update(&mut model, Msg::NamesSwitched(true), 0);
    model
}

/// A layer with one more thing said of a paragraph, by its index.
pub(super) fn and(mut layer: Layer, paragraph: usize, edit: Edit) -> Layer {
    let id = article(paragraph + 1).paragraphs()[paragraph].id.clone();
    let record = delta(&Record::default(), &[edit], &mut Clock::new("r".into()), 1);
    layer.records.entry(id).or_default().join(&record);
    layer
}
