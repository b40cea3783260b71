//! What of a rescue file can be stored again, and how that is said.

use crate::{
    files::{
        articles,
        model::{Files, FoundRescue},
        view::RescueView,
    },
    opening::Opening,
    shared::Shared,
    shared::versions::version,
    strings::files as strings,
};
use postil_core::{
    base::{
        id::{ArticleId, VersionId},
        signs::in_a_sentence,
    },
    codebook::Codebook,
    exchange::rescue::{Rescue, Whole},
};
use std::sync::Arc;

/// What the dialog shows of it.
#[must_use]
pub(crate) fn view(files: &Files, shared: &Shared) -> Option<RescueView> {
    let FoundRescue { name, content, restored } = files.rescue.as_ref()?;
    let name = in_a_sentence(name);
    let (rescue, whole) = match content {
        Ok(content) => content,
        Err(why) => {
            let sentence = strings::rescue::cannot(&name, why);
            return Some(RescueView { sentence: sentence.into(), details: Vec::new(), wanted: false, failed: true });
        }
    };
    let (texts, mut lost) = articles(rescue);
    lost.extend(whole.damaged.iter().chain(&rescue.odd).cloned());
    let records = strings::rescue::stored_changes(whole.operations.len());
    let held = strings::rescue::held(&records, &strings::articles(texts.len()));
    let nothing = holds_nothing(rescue, whole);
    let sentence = if nothing {
        strings::rescue::holds_nothing(&name)
    } else if *restored {
        strings::rescue::restored(&held)
    } else {
        strings::rescue::holds(&name, &held)
    };
    let mut details: Vec<Arc<str>> = Vec::new();
    if !lost.is_empty() {
        let more = lost.len().saturating_sub(NAMED);
        let named = lost[..lost.len() - more].join(", ");
        let more = if more > 0 { strings::and_more(more) } else { String::new() };
        details.push(strings::rescue::damaged(lost.len(), &named, &more).into());
    }
    let wanted = !nothing && !*restored && shared.may_write();
    Some(RescueView { sentence: sentence.into(), details, wanted, failed: nothing })
}

/// The articles that can be read, and the keys of the others.
pub(super) fn articles(rescue: &Rescue) -> (Openings, Vec<Arc<str>>) {
    let (mut whole, mut damaged) = (Vec::new(), Vec::new());
    for (key, text) in &rescue.articles {
        let opening = articles::read_stored(text).filter(|(article, _)| key.starts_with(article.id().as_str()));
        match opening {
            Some(opening) => whole.push((Arc::clone(key), opening)),
            None if version(key, text).is_some() => {}
            None => damaged.push(Arc::clone(key)),
        }
    }
    (whole, damaged)
}

/// The versions of codebooks that can be read, by article.
pub(super) fn versions(rescue: &Rescue) -> impl Iterator<Item = (ArticleId, VersionId, Arc<Codebook>)> {
    rescue.articles.iter().filter_map(|(key, text)| version(key, text))
}

/// True when nothing of it can be stored again.
pub(super) fn holds_nothing(rescue: &Rescue, whole: &Whole) -> bool {
    whole.operations.is_empty() && rescue.drafts.is_empty() && articles(rescue).0.is_empty()
}

/// Articles by their keys.
pub(super) type Openings = Vec<(Arc<str>, Opening)>;

/// So many damaged entries are named; the file has them all.
const NAMED: usize = 5;
