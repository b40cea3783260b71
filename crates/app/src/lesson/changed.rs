//! What the agreed reading changes for whoever tags in this browser, with their reply; and what everybody replied.

#[cfg(test)]
pub(crate) mod tests;

use crate::{
    class::{bar::Bar, edits, lens::Inputs, people::Annotator},
    intent::Intent,
    strings::{class as say, lesson::changed as strings},
};
use postil_core::{
    article::beginning,
    base::id::{AnnotatorId, ParagraphId},
    output::feedback::{Asked, Change, Class, Summary, TOO_FEW, Verdict, changes},
    record::{
        Layer,
        decision::{Decisions, Outcome, Reply, choose_reply},
        readers::has_read,
    },
};
use std::sync::Arc;

/// A decided paragraph beside the own answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeView {
    /// All that is said of it.
    pub change: Change,
    /// How the class answered each question; empty bars when that is not known.
    pub bars: Vec<Bar>,
    /// How the own answer stands to the agreed one, in words.
    pub verdict_words: Arc<str>,
    /// True where there is an agreed reading to reply to.
    pub replies: bool,
}

/// How many replied what to one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replies {
    /// The paragraph's index, from 0.
    pub index: usize,
    /// Its first words.
    pub words: Arc<str>,
    /// How many now read it so too.
    pub agree: usize,
    /// How many still read it differently.
    pub differ: usize,
    /// How many have read the article and said neither.
    pub silent: usize,
}

/// "You and the class".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedView {
    /// Where one stands, in a sentence or two.
    pub summary: Arc<str>,
    /// Why nothing is listed; empty when something is.
    pub empty: Arc<str>,
    /// True when whoever tags here has read nothing yet, and reading is what there is to do.
    pub unread: bool,
    /// True when all decided paragraphs are listed.
    pub all: bool,
    /// True when there is a choice between all and those that differ.
    pub choice: bool,
    /// The language and direction of the article's words: `lang`, `dir`.
    pub script: (Arc<str>, &'static str),
    /// The list.
    pub changes: Vec<ChangeView>,
    /// Why it is not told everywhere how the class answered; empty where it is.
    pub untold: &'static str,
    /// What everybody replied; empty unless somebody else did.
    pub replies: Vec<Replies>,
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// Somebody replied to the agreed reading of a paragraph.
#[must_use]
pub(crate) fn reply(inputs: Inputs<'_>, index: usize, chosen: Reply) -> Option<Intent> {
    let own = inputs.context.annotator;
    let edit = choose_reply(&inputs.context.record(own, index), inputs.context.class?, chosen);
    edits::edit(inputs.context, own, index, vec![edit], strings::reply())
}

/// What changed, as it is now: all decided paragraphs, or where the own answer differs, once somebody has chosen.
#[must_use]
pub(crate) fn changed(chosen: Option<bool>, inputs: Inputs<'_>, everybody: &[Annotator]) -> ChangedView {
    let readers: Vec<Annotator> = everybody.iter().filter(|one| one.has_coded).cloned().collect();
    let nothing = Layer::default();
    let own = inputs.context.layer(inputs.context.annotator).unwrap_or(&nothing);
    let decisions = inputs.context.decisions().map(|decisions| with_counts(inputs, decisions));
    let class = inputs.context.class.zip(decisions.as_ref());
    let found = changes(inputs.context.article, inputs.context.codebook, own, class);
    let summary = Summary::of(&found);
    let read = has_read(inputs.context.article, own);
    let wanted = |change: &Change| matches!(change.verdict, Verdict::Differs(_));
    let some = found.iter().any(wanted);
    let all = chosen.unwrap_or(!some);
    let empty = match (found.is_empty(), read) {
        (true, _) => strings::nothing_decided().into(),
        (false, false) => unread(inputs, &readers),
        (false, true) if !all && !some => strings::nothing_differs().into(),
        _ => Arc::from(""),
    };
    let shown: Vec<&Change> = found.iter().filter(|change| read && (all || wanted(change))).collect();
    ChangedView {
        summary: if read && !found.is_empty() { summary.words().into() } else { "".into() },
        unread: !found.is_empty() && !read,
        empty,
        all,
        choice: read && !found.is_empty(),
        script: (Arc::clone(inputs.context.article.language()), inputs.context.article.direction().word()),
        untold: if shown.iter().any(|change| change.is_untold()) { TOO_FEW } else { "" },
        changes: shown.into_iter().cloned().map(ChangeView::of).collect(),
        replies: replies(inputs, &readers, &found),
        locked: inputs.context.locked,
    }
}

/// Whoever tags here has said nothing of the article.
fn unread(inputs: Inputs<'_>, everybody: &[Annotator]) -> Arc<str> {
    let name = inputs.context.store.shown_name(inputs.context.annotator);
    let mut words =
        if name.is_empty() { strings::you_tagged_nothing().to_owned() } else { strings::tagged_nothing(&name) };
    if let [only] = everybody {
        words += &strings::and_answers_of(&only.name);
    }
    words.into()
}

/// The decisions with the counts of the class. Where the class itself is here it is counted anew; in a browser that only has
/// a feedback file the counts in the file stand for it.
fn with_counts(inputs: Inputs<'_>, decisions: &Decisions) -> Decisions {
    let class = Class::of(inputs.context.article, inputs.context.codebook, inputs.context.readings());
    let mut counted = decisions.clone();
    if class.readers() >= decisions.counted().unwrap_or(2) {
        let settled = decisions.iter().filter(|(_, said)| said.outcome().is_some());
        let counts = |id: &ParagraphId| Some((id.clone(), class.counts(inputs.context.article.index_of(id)?)));
        counted.count(inputs.context.now, class.readers(), settled.filter_map(|(id, _)| counts(id)));
    }
    counted
}

impl ChangeView {
    fn of(change: Change) -> Self {
        Self {
            bars: change.asked.iter().map(bar).collect(),
            verdict_words: change.verdict.words().into(),
            // Whoever reads it so already has nothing to reply, unless they did before.
            replies: is_decided(&change) && (change.verdict != Verdict::Same || change.reply.is_some()),
            change,
        }
    }
}

fn is_decided(change: &Change) -> bool {
    change.decision.outcome == Outcome::Decided
}

fn bar(asked: &Asked) -> Bar {
    let answers = asked.counts.iter().map(|(answer, n)| (Some(answer.sense), Arc::clone(&answer.label), *n));
    Bar::of(answers.chain([(None, say::not_answered().into(), asked.not_coded)]))
}

/// What everybody replied, of each decided paragraph; nothing while nobody but whoever tags here has.
fn replies(inputs: Inputs<'_>, everybody: &[Annotator], found: &[Change]) -> Vec<Replies> {
    let replied =
        |id: &AnnotatorId, index| inputs.context.class.and_then(|class| inputs.context.record(id, index).reply(class));
    let others = everybody.iter().filter(|annotator| annotator.id != *inputs.context.annotator);
    let found = || found.iter().filter(|change| is_decided(change));
    let mut pairs = others.flat_map(|annotator| found().map(move |change| (&annotator.id, change.paragraph)));
    if !pairs.any(|(id, index)| replied(id, index).is_some()) {
        return Vec::new();
    }
    let row = |change: &Change| {
        let said: Vec<Option<Reply>> = everybody.iter().map(|one| replied(&one.id, change.paragraph)).collect();
        let count = |reply: Option<Reply>| said.iter().filter(|said| **said == reply).count();
        Replies {
            index: change.paragraph,
            words: beginning(&change.text),
            agree: count(Some(Reply::Agrees)),
            differ: count(Some(Reply::Differs)),
            silent: count(None),
        }
    };
    found().map(row).collect()
}
