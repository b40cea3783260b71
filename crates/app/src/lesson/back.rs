//! Giving back: for each person, what the class settled on beside what they said.

use super::give::on;
use crate::{class::lens::Inputs, when::day, words::count};
use postil_core::{
    base::id::ArticleId,
    record::{decision::Outcomes, readers},
};
use std::sync::Arc;

/// The setting of this browser that says how many got something when it was last given back.
#[must_use]
pub(super) fn setting(article: &ArticleId) -> Arc<str> {
    ["given-back:", article.as_str()].concat().into()
}

/// What goes home.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackView {
    /// "Given back on 3 Nov to 25 people."; or that it was not given back yet.
    pub state: Arc<str>,
    /// What has changed since; empty for nothing.
    pub since: Arc<str>,
    /// What there is to give back, or what is missing.
    pub about: Arc<str>,
    /// True when there is something to hand out.
    pub ready: bool,
    /// True when it was given back as it is now.
    pub done: bool,
}

/// What goes home, as it is now.
#[must_use]
pub(super) fn back(inputs: Inputs<'_>, outcomes: Outcomes) -> BackView {
    let context = inputs.context;
    let people = readers::readers(context.article, context.readings()).count();
    let ready = people > 0 && outcomes.all() > 0;
    let setting = setting(context.article.id());
    let last = context.store.here.since(&setting).map(|stamp| stamp.wall).zip(context.store.setting(&setting));
    let (state, since) = match last {
        None => ("Not given back yet.".to_owned(), 0),
        Some((at, to)) => {
            let to: usize = to.parse().unwrap_or_default();
            (
                format!("Given back {} to {}.", on(&day(context.clock(), at)), count(to, "person", "people")),
                changed(inputs, at),
            )
        }
    };
    let about = if ready {
        format!(
            "So far {}. Each of {} gets a folder with a feedback page and a file for replies. These show other \
             people’s answers only as numbers, and only where five or more people answered.",
            outcomes.words(),
            count(people, "person", "people")
        )
    } else if people == 0 {
        "Collect first: there is nobody yet to give anything back to.".into()
    } else {
        "Decide on at least one paragraph first. Then people can see how their answers compare with the decision."
            .into()
    };
    BackView {
        state: state.into(),
        since: if since == 0 {
            "".into()
        } else {
            [&count(since, "paragraph was", "paragraphs were"), " decided since."].concat().into()
        },
        about: about.into(),
        ready,
        done: last.is_some() && since == 0,
    }
}

/// How many paragraphs were settled since then.
fn changed(inputs: Inputs<'_>, since: u64) -> usize {
    let decisions = inputs.context.decisions();
    let settled = decisions.into_iter().flat_map(|decisions| decisions.iter());
    settled.filter(|(_, said)| said.settled().is_some_and(|stamp| stamp.wall > since)).count()
}
