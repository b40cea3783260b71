//! The class's screens in an app of their own, for the tests of what is shown.

use super::{
    Pages,
    annotators::source,
    context::Context,
    lens::Inputs,
    model::Model,
    msg::Msg,
    people::Annotator,
    view::{Page, View},
};
use crate::{
    compare::{
        board::BoardView,
        kinds::KindsView,
        msg::{Msg::TabChosen, Tab},
        numbers::figures::NumbersView,
        overview::OverviewView,
        portrait::PortraitView,
        themes::ThemesView,
        update::EXAMPLE,
        view::Part,
    },
    decide::view::DecidePart,
    discuss::view::DiscussView,
    effect::Effect,
    env::Env,
    intent::Intent,
    lesson::{
        changed::ChangedView,
        subpage::{SubPage, SubPageView},
    },
    report::view::ReportView,
    screen::Screen,
    shared::{Shared, route, serve::SERVICES},
};
use postil_core::{
    article::Article,
    base::{
        id::{AnnotatorId, QuestionId},
        register::Register,
        stamp::{Clock, Stamp},
    },
    codebook::{Codebook, book::Book, sample},
    exchange::bundle::read::read,
    keep::{
        operation::Operation,
        rewrite::{Rewrite, Sight, Target},
        store::Store,
    },
    measure::{agreement::measure::Source, comparison::testing::article},
    record::{
        Layer, LayerKey, Record,
        edit::{Edit, delta},
    },
};
use std::{ops::Deref, sync::Arc};

/// What is shown, for tests that know what they look for.
impl View {
    pub(crate) fn overview(&self) -> Option<&Arc<OverviewView>> {
        if let Some(Part::Overview(view)) = self.part() { Some(view) } else { None }
    }

    pub(crate) fn board(&self) -> Option<&Arc<BoardView>> {
        if let Some(Part::Board(view)) = self.part() { Some(view) } else { None }
    }

    pub(crate) fn themes(&self) -> Option<&Arc<ThemesView>> {
        if let Some(Part::Themes(view)) = self.part() { Some(view) } else { None }
    }

    pub(crate) fn portrait(&self) -> Option<&Arc<PortraitView>> {
        if let Some(Part::Portrait(view)) = self.part() { Some(view) } else { None }
    }

    pub(crate) fn numbers(&self) -> Option<&Arc<NumbersView>> {
        if let Some(Part::Numbers(view)) = self.part() { Some(view) } else { None }
    }

    pub(crate) fn kinds(&self) -> Option<&Arc<KindsView>> {
        if let Some(Part::Kinds(view)) = self.part() { Some(view) } else { None }
    }

    pub(crate) fn decide(&self) -> Option<&Arc<DecidePart>> {
        if let Page::SubPage(SubPageView::Decide(view)) = &self.page { Some(view) } else { None }
    }

    pub(crate) fn changed(&self) -> Option<&Arc<ChangedView>> {
        if let Page::SubPage(SubPageView::Changed(view)) = &self.page { Some(view) } else { None }
    }

    pub(crate) fn discuss(&self) -> Option<&Arc<DiscussView>> {
        if let Page::Discuss(view) = &self.page { view.as_ref() } else { None }
    }

    pub(crate) fn report(&self) -> Option<&Arc<ReportView>> {
        if let Page::Report(view) = &self.page { Some(view) } else { None }
    }

    fn part(&self) -> Option<&Part> {
        if let Page::Compare(view) = &self.page { Some(&view.part) } else { None }
    }
}

/// The class's screens, and what they see of the rest.
pub(crate) struct Seat {
    pub(crate) shared: Shared,
    pub(crate) pages: Model,
    pub(crate) utc_offset: i32,
}

impl Deref for Seat {
    type Target = Model;

    fn deref(&self) -> &Model {
        &self.pages
    }
}

impl Seat {
    /// Compare of an article on which this was said.
    pub(crate) fn new(article: Article, codebook: &Codebook, store: Store, annotator: &str, screen: Screen) -> Self {
        let (article, book) = (Arc::new(article), Arc::new(Book::of(codebook, &sample::stamp())));
        let codebook = (Arc::new(book.settle()), book.settle().version());
        let mut shared = Shared::new("tab".into(), AnnotatorId::new(annotator), article, codebook, None);
        (shared.base, shared.book) = (Arc::clone(&book), book);
        shared.services = Some(&SERVICES);
        shared.ready = true;
        shared.screen = screen;
        shared.ledger.take("postil/1/op/tab/1", Operation::Change(store));
        let pages = Model::at(&shared.address);
        let mut seat = Self { shared, pages, utc_offset: 0 };
        seat.follow(0);
        seat
    }

    /// What a screen is drawn from.
    pub(crate) fn inputs(&self) -> Inputs<'_> {
        Context::of(&self.shared, &self.pages.article, &env(0, self.utc_offset)).with(&self.pages.lens)
    }

    /// Another screen is shown.
    pub(crate) fn go(&mut self, screen: Screen) -> Vec<Intent> {
        self.shared.screen = screen;
        self.shared.address = screen.route().into();
        self.follow(0)
    }

    /// What comes once the class has talked is shown.
    pub(crate) fn visit(&mut self, page: SubPage) {
        self.address(page.route());
        self.follow(0);
    }

    fn address(&mut self, address: &str) {
        route::changed(&mut self.shared, address, &env(0, self.utc_offset));
    }

    /// Something happens on the screens, at this time.
    pub(crate) fn send_at(&mut self, msg: impl Into<Msg>, now: u64) -> Vec<Intent> {
        let mut intents = self.pages.happened(Arc::new(msg.into()), &self.shared, &env(now, self.utc_offset));
        for intent in &intents {
            if let Intent::Visit(address) = intent {
                self.address(address);
            }
        }
        intents.extend(self.follow(now));
        intents
    }

    /// Something happens on the screens.
    pub(crate) fn send(&mut self, msg: impl Into<Msg>) -> Vec<Intent> {
        self.send_at(msg, 0)
    }

    /// The same, with what is asked for written as the rest of the app would.
    pub(crate) fn write(&mut self, msg: impl Into<Msg>) {
        for intent in self.send(msg) {
            let article = self.shared.article_id().clone();
            let asked = match intent {
                Intent::Edit { annotator, paragraph, edits, .. } => {
                    let edits = edits.into_iter().map(|edit| Rewrite::Record(edit, None)).collect::<Vec<_>>();
                    Some((Target::Record(self.shared.layer_of(&annotator), paragraph), edits))
                }
                Intent::Decide { paragraph, edit, .. } => {
                    let class = self.shared.class_or_first();
                    let said = self.shared.store().adjudication(&article, &class, &paragraph);
                    let edits = said.edits(&edit, None).into_iter().map(Rewrite::Class).collect();
                    Some((Target::Class(class, paragraph), edits))
                }
                _ => None,
            };
            if let Some((target, edits)) = asked {
                let state = self.shared.ledger.state();
                let book = Arc::clone(&self.shared.book);
                let sight = Sight { note: None, book: &book };
                let (store, _) = state.rewrite(&article, &target, &edits, sight, &mut self.shared.clock, 5);
                let key = self.shared.key(0);
                self.shared.ledger.take(&key, Operation::Change(store));
            }
        }
        self.follow(0);
    }

    /// What the measures of these people are made of.
    pub(crate) fn source(&self, readers: &[Annotator], question: &QuestionId) -> Arc<Source> {
        source(self.inputs(), readers, question).expect("is small")
    }

    fn follow(&mut self, now: u64) -> Vec<Intent> {
        crate::shared::resolving::follow(&mut self.shared);
        let mut intents = self.pages.follow(&self.shared, &env(now, self.utc_offset));
        if let Some(address) = intents.iter().find_map(|one| if let Intent::Visit(at) = one { Some(*at) } else { None })
        {
            self.address(address);
            intents.extend(self.pages.follow(&self.shared, &env(now, self.utc_offset)));
        }
        intents
    }

    /// Something happens on the screens: what is to be done outside.
    pub(crate) fn effects(&mut self, msg: impl Into<Msg>) -> Vec<Effect> {
        let outside = |intent| if let Intent::Do(effect) = intent { Some(effect) } else { None };
        self.send(msg).into_iter().filter_map(outside).collect()
    }
}

fn env(now: u64, utc_offset: i32) -> Env<'static> {
    Env { now, utc_offset, ..Env::still() }
}

/// The example class, in Compare.
pub(crate) fn class() -> Seat {
    class_with(|_| {})
}

/// The same with another codebook.
pub(crate) fn class_with(change: impl Fn(&mut Codebook)) -> Seat {
    let mut bundle = read(EXAMPLE).expect("the example class is read").0;
    change(&mut bundle.codebook);
    let mut store = Store { people: bundle.people.clone(), ..Store::default() };
    for (key, layer) in &bundle.layers {
        for (paragraph, record) in &layer.records {
            store.put_record(bundle.article.id(), key, paragraph, record);
        }
    }
    Seat::new(bundle.article, &bundle.codebook, store, "me", Screen::Compare)
}

/// The example class in this part of Compare.
pub(crate) fn class_in(tab: Tab) -> Seat {
    let mut seat = class();
    seat.send(TabChosen(tab));
    seat
}

/// An article of so many paragraphs on which these people said something, through the sample's codebook after `change`.
/// The board is shown, with names.
pub(crate) fn made(paragraphs: usize, change: impl Fn(&mut Codebook), people: &[(&str, Layer)]) -> Seat {
    let mut codebook = sample::codebook();
    change(&mut codebook);
    let mut store = Store::default();
    let article = article(paragraphs);
    for (name, layer) in people {
        let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
        store.put_name(&(*name).into(), Register::new((*name).into(), stamp));
        let key = LayerKey::reading((*name).into(), 1);
        store.layers.entry(article.id().clone()).or_default().insert(key, layer.clone());
    }
    let mut seat = Seat::new(article, &codebook, store, "me", Screen::Compare);
    seat.send(Msg::NamesSwitched(true));
    seat.send(TabChosen(Tab::Board));
    seat
}

/// A layer with one more thing said of a paragraph, by its index.
pub(crate) fn and(mut layer: Layer, paragraph: usize, edit: Edit) -> Layer {
    let id = article(paragraph + 1).paragraphs()[paragraph].id.clone();
    let record = delta(&Record::default(), &[edit], &mut Clock::new("r".into()), 1);
    layer.records.entry(id).or_default().join(&record);
    layer
}
