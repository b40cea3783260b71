//! Undo and redo, done: what a step replaced is written anew, as far as what the step wrote still stands.

use crate::{
    env::Env,
    screen::Screen,
    shared::{
        Shared,
        editing::{self, end_offer},
        history::{Change, Step},
        note,
        seek::Seek,
    },
    strings::shared as strings,
};
use postil_core::keep::rewrite::{Rewrite, Target, Written};

/// Takes back the latest step of whoever is active, or does the one last taken back again.
pub fn step(shared: &mut Shared, redo: bool, env: &Env<'_>) {
    // A note that is still open is the latest thing done: undo gives it back as it was typed, then takes it back. Its field
    // is left, since nothing is drawn into a field that somebody is in.
    let writing = shared.writing.visit.is_some() && shared.screen == Screen::Read;
    note::keep(shared, env);
    if writing {
        shared.seeks.push(Seek::Focus);
    }
    if !shared.may_write() {
        return;
    }
    end_offer(shared);
    let (article, by) = (shared.article_id().clone(), shared.annotator.clone());
    let Some(step) = shared.history.entry(article.clone()).or_default().take(redo, &by) else {
        shared.announce(if redo { strings::nothing_to_redo() } else { strings::nothing_to_undo() });
        return;
    };
    let word = if redo { strings::redone() } else { strings::undone() };
    let (change, remark) = match step.change {
        Change::Edits { target, written } => {
            if let Some(index) = target.paragraph().and_then(|paragraph| shared.article.index_of(paragraph)) {
                shared.seeks.push(Seek::Show(index));
            }
            let all = written.len();
            let written = take_back(shared, &target, written, env);
            if written.is_empty() {
                let label = &step.label;
                let kept = if redo { strings::not_redone(label) } else { strings::not_undone(label) };
                shared.toast(kept, None);
                return;
            }
            let moved_on = written.len() < all;
            let remark = if moved_on { strings::later_kept() } else { "" };
            (Change::Edits { target, written }, remark)
        }
        Change::Import { over: true, .. } => {
            let label = &step.label;
            let why = if redo { strings::too_old_to_redo(label) } else { strings::too_old_to_undo(label) };
            shared.toast(why, None);
            return;
        }
        Change::Import { import, active, .. } => {
            let Some(services) = shared.services else { return };
            let (change, held) = (services.switch)(shared, &import, active, env);
            (change, if held { strings::other_import_kept() } else { "" })
        }
    };
    let said = strings::step(word, &step.label);
    if remark.is_empty() && shared.screen == Screen::Read {
        shared.say_when_saved(said);
    } else {
        // On the other screens what is taken back may not be in sight.
        shared.toast([&said, remark].concat(), None);
    }
    shared.history.entry(article).or_default().put_back(Step { change, ..step }, redo);
}

/// Writes back what a step replaced, as far as what it wrote still stands. Returns what takes that back again.
fn take_back(shared: &mut Shared, target: &Target, mut written: Vec<Written>, env: &Env<'_>) -> Vec<Written> {
    let article = shared.article_id().clone();
    let Some(latest) = written.iter().map(|w| &w.stamp).max().cloned() else { return written };
    written.retain(|w| match target {
        Target::Record(key, paragraph) => shared.store().record_stands(&article, (key, paragraph), w, &latest),
        _ => shared.services.is_some_and(|services| (services.stands)(shared, target, w, &latest)),
    });
    if written.is_empty() {
        return written;
    }
    let rewrites: Vec<Rewrite> = written.iter().map(|w| w.back.clone()).collect();
    let anew = editing::write(shared, &article, target, &rewrites, None, env);
    let history = shared.history.entry(article).or_default();
    for (was, now) in written.iter().zip(&anew) {
        if let Some(over) = &was.over {
            history.renew(target, over, now);
        }
    }
    anew
}
