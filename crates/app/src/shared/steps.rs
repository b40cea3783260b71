//! Steps of undo while the page is loaded anew: the tab itself keeps them, and nothing else does. They are written when the page
//! is hidden or left, and not with each step: a tag is to cost nothing more, and a tab that dies loses steps, never what was
//! said; so does a first visit that is left before what comes after its first tag is there. What a step wrote is its own only
//! while the stamp stands, so steps that are late or had twice do no harm.

use super::{Shared, editing, history::History};
use crate::effect::Effect;
use postil_core::keep::history;

/// As many steps of an article are kept, the latest ones.
const MOST: usize = 100;
/// All of them together have so many bytes at most. Where they would have more, half as many are kept of each article.
const ROOM: usize = 256 * 1024;

/// Has the tab keep the steps that there are.
pub(crate) fn keep(shared: &mut Shared) {
    // Before the stores were read nobody knows of the steps that the tab keeps.
    if !shared.ready {
        return;
    }
    let_go(shared);
    let written = |most: usize| {
        let all = shared.history.iter().map(|(article, history)| (article, history.piles()));
        history::encode(all.filter(|(_, piles)| piles.iter().any(|pile| !pile.is_empty())), most)
    };
    let halves = std::iter::successors(Some(MOST), |most| Some(most / 2).filter(|most| *most > 0));
    let text = halves.map(written).find(|text| text.len() <= ROOM);
    shared.effects.push(Effect::KeepSteps(text.map(Into::into)));
}

/// Takes up the steps that the tab kept.
pub(crate) fn found(shared: &mut Shared, text: Option<&str>) {
    let Some(found) = text.and_then(history::decode) else { return };
    shared.history = found.into_iter().map(|(article, piles)| (article, History::of(piles))).collect();
    let_go(shared);
    editing::end_folded(shared);
}

/// With an article that is removed from this device go the steps of what was said of it until then.
fn let_go(shared: &mut Shared) {
    for (article, known) in &shared.ledger.state().here.articles {
        if let (Some(gone), Some(history)) = (&known.gone, shared.history.get_mut(article)) {
            history.let_go(&gone.stamp);
        }
    }
}
