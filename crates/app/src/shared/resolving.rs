//! What people read is worked out anew as it is shown, when the codebook or what was said is another one.

use super::{Shared, assignment, readings::Readings};
use postil_core::{
    base::{
        id::{AnnotatorId, CodebookId, ParagraphId, VersionId},
        map::Map,
        stamp::Stamp,
    },
    codebook::{book::Book, mapping::Maps, resolve::Resolver},
    keep::beside::Apart,
};
use std::sync::Arc;

/// Brings it up to date with what is stored. `rows` are the paragraphs that changed, by index; `None` when it may be any.
pub(crate) fn follow(shared: &mut Shared) {
    let made = (shared.version.clone(), shared.round(), shared.versions.len(), shared.ledger.revision());
    if shared.readings.made.as_ref() == Some(&made) {
        return;
    }
    let same = |before: &(VersionId, u32, usize, u64)| (&before.0, before.1, before.2) == (&made.0, made.1, made.2);
    let people = same_people(shared);
    let few = !shared.touched.all && shared.readings.same == people && shared.readings.made.as_ref().is_some_and(same);
    if few && shared.readings.differs {
        let rows: Vec<ParagraphId> =
            shared.touched.rows.iter().filter_map(|index| shared.paragraph_id(*index)).cloned().collect();
        renew(shared, &rows);
    } else if !few {
        rebuild(shared);
    }
    shared.readings.made = Some(made);
    shared.readings.same = people;
    shared.readings.apart = apart(shared);
}

/// What was said last of who is one person with whom, and how often.
fn same_people(shared: &Shared) -> (usize, Option<Stamp>) {
    let said = || shared.store().people.values().flat_map(|person| person.same_as.values());
    (said().count(), said().map(|register| &register.stamp).max().cloned())
}

/// Who is not counted while the class is shown that is shown.
fn apart(shared: &Shared) -> Map<AnnotatorId, Apart> {
    shared.store().apart(shared.article_id(), shared.class_id(), shared.counts_programs())
}

fn rebuild(shared: &mut Shared) {
    let resolver = resolver(shared);
    let people = &shared.store().people;
    let differs = !resolver.is_identity() || people.values().any(|person| !person.same_as.is_empty());
    let mut readings = Readings { resolver, differs, ..Readings::default() };
    if differs {
        let gathered = shared.store().gathered(shared.article_id(), shared.round(), &shared.annotator);
        readings.layers = gathered.iter().map(|(id, layer)| (id.clone(), layer.resolved(&readings.resolver))).collect();
        let classes = shared.store().classes_of(shared.article_id());
        readings.classes = classes.map(|(id, class)| (id.clone(), class.resolved(&readings.resolver))).collect();
    }
    let elsewhere = readings.resolver.labels(&shared.codebook, &shared.versions);
    if elsewhere != shared.codebook.elsewhere {
        Arc::make_mut(&mut shared.codebook).elsewhere = elsewhere;
        assignment::pose(shared);
        shared.touched.all = true;
    }
    shared.readings = readings;
}

/// The same for a few paragraphs.
fn renew(shared: &mut Shared, rows: &[ParagraphId]) {
    let mut readings = std::mem::take(&mut shared.readings);
    let round = shared.round();
    for paragraph in rows {
        let gathered = shared.store().gathered_on(shared.article_id(), round, &shared.annotator, paragraph);
        for (id, record) in gathered {
            let layer = readings.layers.entry(id).or_default();
            layer.records.insert(paragraph.clone(), record.resolved(&readings.resolver).into_owned());
        }
    }
    let classes = shared.store().classes_of(shared.article_id());
    readings.classes = classes.map(|(id, class)| (id.clone(), class.resolved(&readings.resolver))).collect();
    shared.readings = readings;
}

fn resolver(shared: &Shared) -> Resolver {
    let mut copied_from: Vec<CodebookId> = Vec::new();
    let books = shared.store().books.get(shared.article_id());
    let mut from = shared.book.from();
    while let Some(id) = from.filter(|id| !copied_from.contains(id)) {
        from = books.and_then(|books| books.get(&id)).and_then(Book::from);
        copied_from.push(id);
    }
    let versions: Map<VersionId, CodebookId> =
        shared.versions.iter().map(|(version, codebook)| (version.clone(), codebook.id.clone())).collect();
    let none = Maps::new();
    let maps = shared.store().maps.get(shared.article_id()).unwrap_or(&none);
    Resolver::new(&shared.codebook, &copied_from, &versions, maps)
}
