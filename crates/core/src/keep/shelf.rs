//! What is put together apart: each article for itself, so that putting together needs room for the largest and not for
//! everything; the people; and what belongs to this browser alone.

use super::{here::Here, store::Store};
use crate::{
    base::{id::ArticleId, map::Map, set::Set},
    record::person::Persons,
};

/// A part of a store that has a snapshot of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// What belongs to this browser alone.
    Here,
    /// What belongs to no article.
    People,
    /// What is known and was said of an article.
    Article(ArticleId),
}

impl Store {
    /// The shelves that it says something of; one that says nothing stands with the people, so that it is never on none.
    #[must_use]
    pub(crate) fn shelves(&self) -> Set<Shelf> {
        let Self { people, articles, layers, books, maps, classes, here } = self;
        let articles = articles.keys().chain(layers.keys()).chain(classes.keys());
        let articles = articles.chain(books.keys()).chain(maps.keys());
        let mut shelves = Set::new();
        articles.for_each(|id| _ = shelves.insert(Shelf::Article(id.clone())));
        if !here.is_empty() {
            shelves.insert(Shelf::Here);
        }
        if !people.is_empty() || shelves.is_empty() {
            shelves.insert(Shelf::People);
        }
        shelves
    }

    /// What of it is on a shelf.
    #[must_use]
    pub(crate) fn on(&self, shelf: &Shelf) -> Self {
        let Self { people, articles, layers, books, maps, classes, here } = self;
        let nothing = Self {
            people: Persons::new(),
            articles: Map::new(),
            layers: Map::new(),
            classes: Map::new(),
            books: Map::new(),
            maps: Map::new(),
            here: Here::default(),
        };
        match shelf {
            Shelf::Here => Self { here: here.clone(), ..nothing },
            Shelf::People => Self { people: people.clone(), ..nothing },
            Shelf::Article(id) => Self {
                articles: of(articles, id),
                layers: of(layers, id),
                classes: of(classes, id),
                books: of(books, id),
                maps: of(maps, id),
                ..nothing
            },
        }
    }

    /// What of it is on none of these shelves.
    #[must_use]
    pub(crate) fn off(&self, shelves: &Set<Shelf>) -> Self {
        let mut rest = Self::default();
        self.shelves().iter().filter(|shelf| !shelves.contains(shelf)).for_each(|shelf| _ = rest.join(&self.on(shelf)));
        rest
    }
}

fn of<T: Clone>(all: &Map<ArticleId, T>, id: &ArticleId) -> Map<ArticleId, T> {
    all.get(id).map(|one| (id.clone(), one.clone())).into_iter().collect()
}
