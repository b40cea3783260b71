//! What became of the files that came in, as it is remembered for the list of who has handed in.

use super::model::Files;
use crate::{
    effect::{Effect, Focus},
    env::Env,
    screen::{DialogKind, Screen},
    shared::{
        Shared, assignment,
        collected::{self, Asking},
    },
};
use postil_core::{
    base::register::Register,
    exchange::{
        collected::{Collected, Fate, add, text},
        example::is_made_up,
        import::{Report, State, Verdict},
    },
    keep::store::Store,
};
use std::sync::Arc;

/// A class was collected: what became of its files is looked at on Class, unless something stopped all of them.
pub(super) fn collected(files: &mut Files, shared: &mut Shared) {
    if files.imported.error.is_some() {
        files.open = Some(DialogKind::Import);
        return;
    }
    files.open = None;
    if shared.screen != Screen::Class || *shared.address != *Screen::Class.route() {
        shared.screen = Screen::Class;
        shared.address = Screen::Class.route().into();
        shared.effects.push(Effect::Navigate(Screen::Class.route().into()));
    }
    shared.effects.push(Effect::Focus(Focus::Element("step-collect".into())));
}

/// Remembers what became of files that are read. It stands in the change that they bring, so that it comes and goes with it. Where
/// they bring nothing, it is written by itself if a class is collected, or the files are on its list: whoever only looks whether a
/// file is any good changes nothing. To whom the article was given, files come that nobody hands in, unless they collect.
pub(super) fn remember(reports: &[Report], delta: &mut Store, shared: &mut Shared, collecting: bool, env: &Env<'_>) {
    let made_up = |report: &Report| {
        let mut people = report.shares.iter().filter_map(|share| share.whose.annotator()).peekable();
        people.peek().is_some() && people.all(is_made_up)
    };
    let came: Vec<Collected> = reports.iter().filter(|report| !made_up(report)).map(fate_of).collect();
    let article = shared.article_id().clone();
    shared.asking = Asking::among(&came, &article);
    let before = collected::files(shared.store(), &article);
    let is_listed = came.iter().any(|file| before.iter().any(|one| one.name == file.name));
    let mut all = before.clone();
    add(&mut all, came);
    let is_handed_in = collecting || is_listed || !delta.is_empty() && !assignment::is_asked(shared);
    if all == before || !is_handed_in {
        return;
    }
    let (setting, value) = (collected::setting(&article), text(&all));
    if delta.is_empty() {
        shared.set(&setting, &value, env);
    } else {
        let over = shared.store().here.since(&setting).cloned();
        let register = Register::new(value.into(), shared.tick(env, over.as_ref()));
        delta.here.settings.insert(setting.into(), register);
    }
}

fn fate_of(report: &Report) -> Collected {
    let asks = report.shares.iter().any(|share| matches!(share.state, State::Held(_)));
    let fate = match &report.verdict {
        _ if asks => Fate::Asks,
        Verdict::Merged { .. } | Verdict::AlreadyHere => Fate::In,
        Verdict::Older => Fate::Older,
        Verdict::Asks => Fate::Asks,
        Verdict::LeftOut => Fate::LeftOut,
        Verdict::NoRoom => Fate::NoRoom,
        Verdict::Twice => Fate::Twice,
        Verdict::NoLayers => Fate::Empty,
        Verdict::OtherArticle(bundle) => Fate::OtherArticle(Arc::clone(&bundle.article.masthead.title)),
        Verdict::NotOurs(_) => Fate::NotOurs,
        Verdict::Newer => Fate::Newer,
        Verdict::Damaged(_) => Fate::Damaged,
    };
    let people = match &report.verdict {
        Verdict::OtherArticle(bundle) => {
            bundle.annotators().into_iter().map(|id| (id.clone(), bundle.name(id))).collect()
        }
        _ => {
            let people = report.shares.iter();
            people.filter_map(|share| Some((share.whose.annotator()?.clone(), Arc::clone(&share.name)))).collect()
        }
    };
    Collected { name: Arc::clone(&report.name), people, fate, other_version: !report.codebook.is_empty() }
}
