//! Whose layers lie side by side. Every screen, number and file takes them from here, so that none counts somebody twice, or
//! counts other people than another does.
//!
//! Several ids that are one person are one reader. Programs stand apart unless they are asked for, and so does whoever belongs to
//! another class than the one that is shown.

use super::store::Store;
use crate::{
    base::{
        id::{AnnotatorId, ArticleId, ClassId, ParagraphId},
        map::Map,
    },
    record::{Layer, Record, decision::Decisions},
};

/// Why somebody who is here is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// It is a program.
    Program,
    /// They belong to another class.
    Elsewhere,
    /// The class that is shown has members, and they are none of them, nor of another.
    Unassigned,
}

impl Store {
    /// What people read in an article in a round, each of them once: under the id of `own`, whoever tags here, or the first of
    /// theirs.
    #[must_use]
    pub fn gathered(&self, article: &ArticleId, round: u32, own: &AnnotatorId) -> Map<AnnotatorId, Layer> {
        let mut gathered: Map<AnnotatorId, Layer> = Map::new();
        for (id, layer) in self.readings(article, round) {
            gathered.entry(self.people.shown_as(id, own)).or_default().join(layer);
        }
        gathered
    }

    /// The same of one paragraph.
    #[must_use]
    pub fn gathered_on(
        &self,
        article: &ArticleId,
        round: u32,
        own: &AnnotatorId,
        paragraph: &ParagraphId,
    ) -> Map<AnnotatorId, Record> {
        let mut gathered: Map<AnnotatorId, Record> = Map::new();
        for (id, layer) in self.readings(article, round) {
            if let Some(record) = layer.records.get(paragraph) {
                gathered.entry(self.people.shown_as(id, own)).or_default().join(record);
            }
        }
        gathered
    }

    /// Who of an article is not counted while a class is shown, and why; with `programs`, programs are.
    #[must_use]
    pub fn apart(&self, article: &ArticleId, class: Option<&ClassId>, programs: bool) -> Map<AnnotatorId, Apart> {
        let layers = self.layers.get(article).into_iter().flatten().filter(|(key, _)| key.is_reading());
        let why = |id: &AnnotatorId| {
            if !programs && self.people.is_program(id) {
                return Some(Apart::Program);
            }
            self.outside(article, class?, id)
        };
        layers.filter_map(|(key, _)| Some((key.annotator.clone(), why(&key.annotator)?))).collect()
    }

    /// Why somebody does not belong to a class; `None` where they do. A class has the members that were chosen for it, or else
    /// everybody who is in no other.
    fn outside(&self, article: &ArticleId, class: &ClassId, id: &AnnotatorId) -> Option<Apart> {
        let ids = self.people.ids(id);
        let has = |class: &Decisions| ids.iter().any(|id| class.has(id));
        if self.class(article, class).is_some_and(has) {
            return None;
        }
        if self.classes_of(article).any(|(_, class)| has(class)) {
            return Some(Apart::Elsewhere);
        }
        self.class(article, class).is_some_and(Decisions::has_members).then_some(Apart::Unassigned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{register::Register, stamp::Stamp},
        measure::comparison::testing::{article, layer},
        record::{LayerKey, person::Kind},
    };

    fn stamp(wall: u64) -> Stamp {
        Stamp { wall, counter: 0, replica: "r".into() }
    }

    fn store(people: &[&str]) -> (ArticleId, Store) {
        let article = article(2);
        let mut store = Store::default();
        let layers = store.layers.entry(article.id().clone()).or_default();
        for id in people {
            layers.insert(LayerKey::reading((*id).into(), 1), layer(&article, &[("supports", &[])]));
        }
        (article.id().clone(), store)
    }

    fn same(store: &mut Store, one: &str, other: &str) {
        let person = store.people.entry(one.into()).or_default();
        person.same_as.insert(other.into(), Register::new(true, stamp(1)));
    }

    fn member(store: &mut Store, article: &ArticleId, class: &str, id: &str, is: bool) {
        let class = store.classes.entry(article.clone()).or_default().entry(class.into()).or_default();
        class.members.insert(id.into(), Register::new(is, stamp(1)));
    }

    fn apart(store: &Store, article: &ArticleId, class: &str) -> Vec<(String, Apart)> {
        let class = ClassId::from(class);
        store.apart(article, Some(&class), false).iter().map(|(id, why)| (id.to_string(), *why)).collect()
    }

    #[test]
    fn two_ids_of_one_person_are_one_reader() {
        let (article, mut store) = store(&["laptop", "phone", "zoe"]);
        same(&mut store, "phone", "laptop");
        let shown = |own: &str| -> Vec<String> {
            store.gathered(&article, 1, &own.into()).keys().map(ToString::to_string).collect()
        };
        assert_eq!(shown("zoe"), ["laptop", "zoe"]);
        assert_eq!(shown("phone"), ["phone", "zoe"]);
        let paragraph =
            store.gathered(&article, 1, &"zoe".into()).values().next().unwrap().records.keys().next().cloned();
        assert_eq!(store.gathered_on(&article, 1, &"zoe".into(), &paragraph.unwrap()).len(), 2);
    }

    #[test]
    fn a_program_stands_apart_unless_it_is_asked_for() {
        let (article, mut store) = store(&["ann", "bot"]);
        let kind = Kind::Machine { maker: "".into(), model: "".into(), date: "".into() };
        store.people.entry("bot".into()).or_default().kind = Some(Register::new(kind, stamp(1)));
        assert_eq!(
            store.apart(&article, None, false).into_iter().collect::<Vec<_>>(),
            [("bot".into(), Apart::Program)]
        );
        assert!(store.apart(&article, None, true).is_empty());
    }

    #[test]
    fn a_class_has_its_members_or_whoever_is_in_no_other() {
        let (article, mut store) = store(&["ann", "ben", "cem"]);
        assert!(apart(&store, &article, "monday").is_empty());
        member(&mut store, &article, "friday", "cem", true);
        assert_eq!(apart(&store, &article, "monday"), [("cem".into(), Apart::Elsewhere)]);
        assert_eq!(
            apart(&store, &article, "friday"),
            [("ann".into(), Apart::Unassigned), ("ben".into(), Apart::Unassigned)]
        );
        // Whoever was taken out again is in none.
        member(&mut store, &article, "friday", "cem", false);
        assert!(apart(&store, &article, "friday").is_empty());
        // A member under one id is one under all.
        same(&mut store, "ben", "ann");
        member(&mut store, &article, "friday", "ben", true);
        assert_eq!(apart(&store, &article, "friday"), [("cem".into(), Apart::Unassigned)]);
    }
}
