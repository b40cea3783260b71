//! Giving back: for each person, what the class settled on beside what they said.

use super::give::on;
use crate::{class::lens::Inputs, strings::lesson as strings, when::day};
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
    /// "Feedback made on 3 Nov for 25 people."; or that it was not given back yet.
    pub state: Arc<str>,
    /// What has changed since; empty for nothing.
    pub since: Arc<str>,
    /// What there is to give back, or what is missing.
    pub about: Arc<str>,
    /// How many replies have come in; empty for none.
    pub replies: Arc<str>,
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
        None => (strings::not_given_back_yet().to_owned(), 0),
        Some((at, to)) => {
            let to: usize = to.parse().unwrap_or_default();
            (strings::given_back(to, &on(&day(context.clock(), at))), changed(inputs, at))
        }
    };
    let about = if ready {
        strings::goes_home(&outcomes.words(), &strings::people(people))
    } else if people == 0 {
        strings::collect_first().into()
    } else {
        strings::decide_first().into()
    };
    BackView {
        state: state.into(),
        since: if since == 0 { "".into() } else { strings::decided_since(since).into() },
        about: about.into(),
        replies: match replies(inputs) {
            0 => "".into(),
            n => strings::replies_came(n).into(),
        },
        ready,
        done: last.is_some() && since == 0,
    }
}

/// How many replies to what was decided others have handed in.
fn replies(inputs: Inputs<'_>) -> usize {
    let Some(class) = inputs.context.class else { return 0 };
    let others = inputs.context.readings().filter(|(id, _)| *id != inputs.context.annotator);
    let records = others.flat_map(|(_, layer)| layer.records.values());
    records.filter(|record| record.reply(class).is_some()).count()
}

/// How many paragraphs were settled since then.
fn changed(inputs: Inputs<'_>, since: u64) -> usize {
    let decisions = inputs.context.decisions();
    let settled = decisions.into_iter().flat_map(|decisions| decisions.iter());
    settled.filter(|(_, said)| said.settled().is_some_and(|stamp| stamp.wall > since)).count()
}
