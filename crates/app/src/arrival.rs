//! An article that comes once more, as a pasted text or in a file: what is here stays, and where a file describes it
//! otherwise, a person chooses.

use crate::{
    effect::Effect,
    env::Env,
    file::NamedFile,
    library,
    model::Model,
    msg::Msg,
    notice::{BannerView, action},
    opening::Opening,
    screen::DialogKind,
    view::dialog::DiffersView,
    whose::{listed, parts, people},
};
use postil_core::{
    article::Article,
    base::{script::isolated, signs::in_a_sentence},
    codebook::sample,
    exchange::bundle::read::{Refusal, read},
};
use std::sync::Arc;

/// What came, while it is not known yet what is here.
#[derive(Clone, Debug)]
pub struct Arrival {
    theirs: Opening,
    /// True when it has a codebook of its own to be compared: a pasted text has none.
    from_file: bool,
}

/// Two descriptions of the same text.
#[derive(Clone, Debug)]
pub struct Differs {
    theirs: Opening,
    differences: Vec<Arc<str>>,
}

/// Opens an article that came: as it is here, if it is, and else as it came.
pub fn arrive(model: &mut Model, theirs: Opening, from_file: bool, env: &Env<'_>) {
    let id = theirs.0.id().to_shared();
    model.dialogs.open = None;
    model.dialogs.differs = None;
    let arrival = Arrival { theirs, from_file };
    if let Some(ours) = at_hand(model, &id) {
        library::enter(model, ours.clone(), env);
        compare(model, arrival, &ours);
    } else if model.shared.stored_articles.contains(&id) {
        // The text is the same, so the article can be there already; its codebook follows before anybody can use it.
        library::enter(model, arrival.theirs.clone(), env);
        model.arrival = Some(arrival);
        model.shared.loading = Some(Arc::clone(&id));
        model.shared.effects.push(Effect::LoadArticle(id));
    } else {
        keep(model, &arrival.theirs);
        library::enter(model, arrival.theirs, env);
    }
}

/// What is here of an article, as far as it need not be read first.
fn at_hand(model: &Model, id: &Arc<str>) -> Option<Opening> {
    if model.shared.article_id().as_str() == &**id {
        return Some((Arc::clone(&model.shared.article), Arc::clone(&model.shared.codebook)));
    }
    let embedded =
        || library::is_embedded(model, id).then(|| (Arc::new(sample::article()), Arc::new(sample::codebook())));
    model.shared.unstored.get(id).cloned().or_else(embedded)
}

/// The library answered. True when that was about an article that came.
pub fn found(model: &mut Model, id: &Arc<str>, ours: Option<&Opening>, env: &Env<'_>) -> bool {
    let Some(arrival) = model.arrival.take_if(|arrival| arrival.theirs.0.id().as_str() == &**id) else { return false };
    model.shared.loading = None;
    match ours {
        Some(ours) => {
            library::show(model, Arc::clone(&ours.0), Arc::clone(&ours.1), model.current, env);
            compare(model, arrival, ours);
        }
        // What was here cannot be read any more.
        None => keep(model, &arrival.theirs),
    }
    true
}

/// Asks about what a file describes otherwise; says that a pasted text was here.
fn compare(model: &mut Model, arrival: Arrival, ours: &Opening) {
    if !arrival.from_file {
        let title = isolated(&model.shared.view_title());
        model.shared.toast(format!("“{title}” was here already: it is as you left it, with its codebook."), None);
        return;
    }
    let theirs = arrival.theirs;
    let mut differences = of_mastheads(&model.shared.view_title(), &ours.0, &theirs.0);
    differences.extend(ours.1.differences(&theirs.1).into_iter().map(Arc::from));
    if !differences.is_empty() {
        model.dialogs.differs = Some(Differs { theirs, differences });
        model.dialogs.open = model.dialogs.open.or(Some(DialogKind::Open));
    }
}

/// What the file says otherwise of the article itself. What it does not say is no difference.
fn of_mastheads(title: &Arc<str>, ours: &Article, theirs: &Article) -> Vec<Arc<str>> {
    let word = |words: &Option<Arc<str>>| words.clone().unwrap_or_default();
    let way = |article: &Article| Arc::from(article.direction().word());
    let (here, there) = (&ours.masthead, &theirs.masthead);
    let pairs = [
        ("title", Arc::clone(title), Arc::clone(&there.title)),
        ("byline", word(&here.byline), word(&there.byline)),
        ("source", word(&here.source), word(&there.source)),
        ("date", word(&here.date), word(&there.date)),
        ("language", Arc::clone(ours.language()), Arc::clone(theirs.language())),
        ("direction", way(ours), way(theirs)),
    ];
    let others = pairs.into_iter().filter(|(_, here, there)| here != there && !there.is_empty());
    others.map(|(what, _, there)| ["the ", what, " is “", &isolated(&there), "”"].concat().into()).collect()
}

/// A person chose one of two descriptions. The other is kept beside it.
pub fn settled(model: &mut Model, theirs: bool, env: &Env<'_>) {
    let Some(differs) = model.dialogs.differs.take() else { return };
    model.dialogs.open = None;
    if !theirs {
        return;
    }
    let ours = (Arc::clone(&model.shared.article), Arc::clone(&model.shared.codebook));
    let before: Arc<str> = [model.shared.article_id().as_str(), library::EARLIER, &ours.1.version()].concat().into();
    model.shared.effects.push(Effect::StoreArticle(before, ours.clone(), library::FORM));
    let title = model.shared.view_title();
    let new = Arc::clone(&differs.theirs.0.masthead.title);
    replace(model, differs.theirs, &new, env);
    let sentence = format!("“{}” is now as the file describes it.", isolated(&new));
    model.replaced = Some((ours, title));
    model.shared.toast(sentence, Some(action("Undo", Msg::DescriptionPutBack)));
}

/// The description that gave way comes back.
pub fn put_back(model: &mut Model, env: &Env<'_>) {
    let here = model.shared.article_id().clone();
    if let Some((ours, title)) = model.replaced.take_if(|(ours, _)| *ours.0.id() == here) {
        replace(model, ours, &title, env);
    }
}

/// Shows and keeps another description of the open article.
fn replace(model: &mut Model, opening: Opening, title: &str, env: &Env<'_>) {
    keep(model, &opening);
    let id = opening.0.id().to_shared();
    library::show(model, opening.0, opening.1, model.current, env);
    library::renamed(model, &id, title, env);
    library::remember(model, env);
}

/// Asks for an article to be kept in the library; until it is, this tab has it.
fn keep(model: &mut Model, opening: &Opening) {
    let id = opening.0.id().to_shared();
    // The sample is in the program, unless it is described otherwise.
    if library::is_embedded(model, &id) && *opening.1 == sample::codebook() {
        return;
    }
    model.shared.unstored.insert(Arc::clone(&id), opening.clone());
    model.shared.effects.push(Effect::StoreArticle(id, opening.clone(), library::FORM));
}

/// What the dialog shows of two descriptions.
#[must_use]
pub fn view(model: &Model) -> Option<DiffersView> {
    let differs = model.dialogs.differs.as_ref()?;
    Some(DiffersView { title: model.shared.view_title(), differences: differs.differences.clone() })
}

/// A Postil file at the door for articles: its article opens, and what others said of it is offered.
pub fn bundle_read(model: &mut Model, file: &NamedFile, text: &str, env: &Env<'_>) {
    let name = in_a_sentence(&file.name);
    let bundle = match read(text) {
        Ok((bundle, _)) => bundle,
        Err(refusal) => {
            let sentence = match refusal {
                Refusal::NotOurs(_) => format!("“{name}” is not a Postil file, and no text either."),
                Refusal::Newer(_) => format!("“{name}” was made by a newer Postil. Open it with that version."),
                Refusal::Damaged(problem) => format!("“{name}” is damaged. {problem} Ask for the file again."),
            };
            model.dialogs.open_error = Some(sentence.into());
            return;
        }
    };
    let whose = listed(&parts(&people(&bundle)));
    arrive(model, (Arc::new(bundle.article), Arc::new(bundle.codebook)), true, env);
    if !whose.is_empty() {
        model.shared.banner(BannerView {
            id: OFFER.into(),
            alert: false,
            sentence: ["The file also holds ", &whose, "."].concat().into(),
            actions: vec![action("Add them", Msg::OfferedRead(file.clone()))],
            closable: true,
        });
    }
}

/// The banner that offers the annotations of an opened file.
const OFFER: &str = "with-annotations";

/// The offered annotations are wanted: their file goes through the import.
pub fn offered_read(model: &mut Model, file: NamedFile, env: &Env<'_>) {
    model.shared.banners.retain(|banner| &*banner.id != OFFER);
    crate::transfer::files_read(model, &[file], env);
}
