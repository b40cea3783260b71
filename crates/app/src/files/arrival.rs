//! An article that comes once more, as a pasted text or in a file: what is here stays, and where a file describes it
//! otherwise, a person chooses.

use super::{msg, view::DiffersView};
use crate::{
    effect::Effect,
    env::Env,
    file::NamedFile,
    files::{
        articles,
        model::{Arrival, Differs, Files},
    },
    msg::Msg,
    notice::{BannerView, action},
    opening::Opening,
    screen::DialogKind,
    shared::{
        Shared, assignment, codebook,
        library::{self, remember, title_of},
    },
    strings::files as strings,
    whose::{listed, parts, people},
};
use postil_core::{
    article::{
        Article,
        masthead::{DIRECTION, FIELDS, LANGUAGE},
    },
    base::{id::ArticleId, script::isolated, signs::in_a_sentence},
    codebook::sample,
    exchange::bundle::read::{Refusal, read},
};
use std::sync::Arc;

/// Opens an article that came: as it is here, if it is, and else as it came.
pub(crate) fn arrive(files: &mut Files, shared: &mut Shared, theirs: Opening, from_file: bool, env: &Env<'_>) {
    let id = theirs.0.id().clone();
    files.open = None;
    files.differs = None;
    let arrival = Arrival { theirs, from_file };
    if let Some(ours) = at_hand(shared, &id) {
        articles::enter(shared, ours, env);
        compare(files, shared, arrival);
    } else if shared.stored_articles.contains(&id) {
        // The text is the same, so the article can be there already; its codebook follows before anybody can use it.
        articles::enter(shared, arrival.theirs.clone(), env);
        files.arrival = Some(arrival);
        shared.loading = Some(id.clone());
        library::load(shared, &id);
    } else {
        keep(shared, &arrival.theirs);
        articles::enter(shared, arrival.theirs, env);
    }
}

/// What is here of an article, as far as it need not be read first.
fn at_hand(shared: &Shared, id: &ArticleId) -> Option<Opening> {
    if shared.article_id() == id {
        return Some((Arc::clone(&shared.article), Arc::clone(&shared.base)));
    }
    let embedded = || library::is_embedded(shared, id).then(library::embedded);
    shared.unstored.get(id).cloned().or_else(embedded)
}

/// The library answered. True when that was about an article that came.
pub(crate) fn found(
    files: &mut Files,
    shared: &mut Shared,
    id: &ArticleId,
    ours: Option<&Opening>,
    env: &Env<'_>,
) -> bool {
    let Some(arrival) = files.arrival.take_if(|arrival| arrival.theirs.0.id() == id) else { return false };
    shared.loading = None;
    match ours {
        Some(ours) => {
            library::show(shared, ours.clone(), true, env);
            compare(files, shared, arrival);
        }
        // What was here cannot be read any more.
        None => keep(shared, &arrival.theirs),
    }
    true
}

/// Asks about what a file describes otherwise; says that a pasted text was here.
fn compare(files: &mut Files, shared: &mut Shared, arrival: Arrival) {
    if !arrival.from_file {
        let title = isolated(shared.title());
        shared.toast(strings::articles::here_already(&title), None);
        return;
    }
    let theirs = arrival.theirs;
    let mut differences = of_mastheads(&shared.article, &theirs.0);
    differences.extend(shared.codebook.differences(&theirs.1.settle()).into_iter().map(Arc::from));
    if !differences.is_empty() {
        files.differs = Some(Differs { theirs, differences });
        files.open = files.open.or(Some(DialogKind::Open));
    }
}

/// What the file says otherwise of the article itself. What it does not say is no difference.
fn of_mastheads(ours: &Article, theirs: &Article) -> Vec<Arc<str>> {
    let says = |article: &Article, name| match name {
        LANGUAGE => Arc::clone(article.language()),
        DIRECTION => article.direction().word().into(),
        _ => article.masthead.field(name),
    };
    let others = FIELDS.into_iter().map(|name| (name, says(theirs, name)));
    let others = others.filter(|(name, there)| !there.is_empty() && *there != says(ours, name));
    others.map(|(name, there)| strings::field_is(name, &isolated(&there)).into()).collect()
}

/// A person chose one of two descriptions. The other is kept beside it.
pub(crate) fn settled(files: &mut Files, shared: &mut Shared, theirs: bool, env: &Env<'_>) {
    let Some(differs) = files.differs.take() else { return };
    files.open = None;
    if !theirs {
        return;
    }
    let ours = (Arc::clone(&shared.article), Arc::clone(&shared.book));
    let new = Arc::clone(&differs.theirs.0.masthead.title);
    let book = Arc::clone(&differs.theirs.1);
    replace(shared, differs.theirs, env);
    codebook::choose(shared, &book, &new, env);
    let sentence = strings::articles::details_used(&isolated(&new));
    files.replaced = Some(ours);
    shared.toast(sentence, Some(action(strings::undo(), msg::Msg::DescriptionPutBack)));
}

/// The description that gave way comes back.
pub(crate) fn put_back(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let here = shared.article_id().clone();
    if let Some(ours) = files.replaced.take_if(|ours| *ours.0.id() == here) {
        replace(shared, ours, env);
    }
}

/// Shows and keeps another description of the open article.
fn replace(shared: &mut Shared, opening: Opening, env: &Env<'_>) {
    keep(shared, &opening);
    let wanted = Arc::clone(&opening.0);
    library::show(shared, opening, true, env);
    // What was changed here before stands over how the text came.
    let differs = |name: &&str| shared.article.masthead.field(name) != wanted.masthead.field(name);
    let fields: Vec<_> = FIELDS.into_iter().filter(differs).map(|name| (name, wanted.masthead.field(name))).collect();
    articles::described(shared, wanted.id(), &fields, env);
    remember(shared, env);
}

/// Asks for an article to be kept in the library; until it is, this tab has it.
fn keep(shared: &mut Shared, opening: &Opening) {
    let id = opening.0.id().clone();
    // The sample is in the program, unless it is described otherwise.
    if library::is_embedded(shared, &id) && *opening.1 == sample::book() {
        return;
    }
    shared.unstored.insert(id.clone(), opening.clone());
    shared.describing.insert(id.clone());
    shared.effects.push(Effect::StoreArticle(id.to_shared(), opening.clone(), articles::FORM));
}

/// What the dialog shows of two descriptions.
#[must_use]
pub(crate) fn view(files: &Files, shared: &Shared) -> Option<DiffersView> {
    let differs = files.differs.as_ref()?;
    Some(DiffersView { title: Arc::clone(shared.title()), differences: differs.differences.clone() })
}

/// A Postil file at the door for articles: its article opens, and what others said of it is offered.
pub(crate) fn bundle_read(files: &mut Files, shared: &mut Shared, file: &NamedFile, text: &str, env: &Env<'_>) {
    let name = in_a_sentence(&file.name);
    let bundle = match read(text) {
        Ok((bundle, _)) => bundle,
        Err(refusal) => {
            let sentence = match refusal {
                Refusal::NotOurs(_) => strings::articles::neither(&name),
                Refusal::Newer(_) => strings::articles::newer(&name),
                Refusal::Damaged(problem) => strings::articles::damaged(&name, &problem.to_string()),
            };
            files.open_error = Some(sentence.into());
            return;
        }
    };
    let whose = listed(&parts(&people(&bundle)));
    let asked = bundle.asked().cloned();
    arrive(files, shared, (Arc::new(bundle.article), Arc::new(bundle.book)), true, env);
    if let Some(asked) = asked {
        assignment::remember(shared, &asked, env);
    }
    if !whose.is_empty() {
        shared.banner(BannerView {
            id: OFFER.into(),
            alert: false,
            sentence: strings::articles::also_holds(&whose).into(),
            actions: vec![action(strings::articles::add_them(), msg::Msg::OfferedRead(file.clone()))],
            closable: true,
        });
    }
}

/// The banner that offers the annotations of an opened file.
pub(super) const OFFER: &str = "with-annotations";

/// An article was read from the library; `None` when its text is not there or cannot be read.
pub(crate) fn loaded(files: &mut Files, shared: &mut Shared, id: &ArticleId, opening: Option<Opening>, env: &Env<'_>) {
    if found(files, shared, id, opening.as_ref(), env) {
        return;
    }
    if shared.loading.as_ref() != Some(id) {
        return;
    }
    shared.loading = None;
    match opening {
        Some(opening) => {
            let kept = shared.article_id() == id;
            library::show(shared, opening, kept, env);
            remember(shared, env);
        }
        None => {
            shared.effects.push(Effect::Hint(None));
            shared.effects.push(Effect::AwaitIdle);
            let title = isolated(&title_of(shared, id));
            shared.banner(BannerView {
                id: "lost-article".into(),
                alert: true,
                sentence: strings::articles::text_lost(&title).into(),
                actions: vec![action(strings::articles::open_text_again(), Msg::DialogOpened(DialogKind::Open))],
                closable: true,
            });
        }
    }
}

/// Opens an article that came in a file. One that is here already stays as it is.
pub(crate) fn add(files: &mut Files, shared: &mut Shared, opening: Opening, env: &Env<'_>) {
    arrive(files, shared, opening, true, env);
}
