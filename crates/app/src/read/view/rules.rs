//! Builds what is shown of earlier rules: the rule of then beside that of now.

use super::again::{AgainView, RuleView};
use crate::{
    keymap::Action,
    read::model::Read,
    shared::{Shared, again},
    strings::read as strings,
};
use postil_core::codebook::{
    code::Code,
    wording::{Reworded, Wording},
};
use std::sync::Arc;

/// What is looked at again, while something is.
pub(super) fn again(read: &Read, shared: &Shared) -> Option<Arc<AgainView>> {
    if !read.again || shared.worklist.is_empty() {
        return None;
    }
    let rules = again::stale(shared, read.current).into_iter().filter_map(|stale| {
        let earlier = shared.versions.get(&stale.under)?;
        Some(rule(&stale.code, shared.codebook.reworded(earlier, &stale.code)?))
    });
    let hint = |action| shared.keymap.hint(&action);
    Some(Arc::new(AgainView {
        left: shared.worklist.words(),
        rules: rules.collect(),
        has_others: shared.worklist.beside(read.current, true).is_some(),
        key: hint(Action::StillRight),
        step_keys: [hint(Action::PreviousOpen), hint(Action::NextOpen)],
    }))
}

fn rule(code: &Code, found: Reworded) -> RuleView {
    let Reworded { mut before, mut now, merged, split } = found;
    let remark = match (&split[..], merged) {
        ([], false) => String::new(),
        ([], true) => strings::merged(&before.name, &now.name),
        (parts, _) => strings::split(&before.name, &listed(parts)),
    };
    // Whoever looks again at a theme that is gone has to see all of it, and all of what stands in its place.
    if !merged && split.is_empty() {
        let same: Vec<_> = before.texts.iter().filter(|text| now.texts.contains(text)).cloned().collect();
        before.texts.retain(|text| !same.contains(text));
        now.texts.retain(|text| !same.contains(text));
    }
    let now = if split.is_empty() { vec![now] } else { split };
    RuleView { key: key(code), before, now, remark: remark.into() }
}

fn key(code: &Code) -> Arc<str> {
    match code {
        Code::Question(id) => ["question ", id.as_str()].concat().into(),
        Code::Option(question, id) => ["answer ", question.as_str(), " ", id.as_str()].concat().into(),
        Code::Theme(id) => ["theme ", id.as_str()].concat().into(),
    }
}

/// “Leaks”, “Theft” and “Loss”.
fn listed(parts: &[Wording]) -> String {
    let quoted: Vec<String> = parts.iter().map(|part| strings::quoted(&part.name)).collect();
    match &quoted[..] {
        [all @ .., last] if !all.is_empty() => strings::and_last(&all.join(", "), last),
        _ => quoted.concat(),
    }
}
