//! Where a discussion stands: at which paragraph and step of which agenda, and how the page's address says so.

use super::plan::{Order, Plan};
use crate::{screen::Screen, strings::discuss as strings};

/// Where a paragraph's discussion stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Only the text and the question.
    #[default]
    Blind,
    /// The first show of hands.
    Vote,
    /// What everybody had answered.
    Reveal,
    /// The second show of hands.
    Second,
    /// What becomes of it.
    Decide,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Blind, Self::Vote, Self::Reveal, Self::Second, Self::Decide];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Blind => strings::read(),
            Self::Vote => strings::vote(),
            Self::Reveal => strings::reveal(),
            Self::Second => strings::vote_again(),
            Self::Decide => strings::decide(),
        }
    }

    /// Its word in addresses and attributes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Blind => "read",
            Self::Vote => "vote",
            Self::Reveal => "reveal",
            Self::Second => "second",
            Self::Decide => "decide",
        }
    }

    /// The step after it (true), or the one before.
    pub(super) fn beside(self, forward: bool) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        let at = if forward { at + 1 } else { at.checked_sub(1)? };
        Self::ALL.get(at).copied()
    }
}

/// The address of a paragraph, by its index, at a step: `#/discuss/3/reveal`. What was asked of the agenda follows, so that
/// it is the same after a reload: `/time-40,each-5,in-order,with-7,without-2`.
pub(super) fn written(index: usize, step: Step, plan: &Plan) -> String {
    let mut address = [Screen::Discuss.route(), "/", &(index + 1).to_string(), "/", step.word()].concat();
    let words = plan_words(plan);
    if !words.is_empty() {
        address.extend(["/", &words.join(",")]);
    }
    address
}

/// What an address says, if it is one of these. Words of the agenda that are none are passed over.
pub(super) fn read(address: &str) -> Option<(usize, Step, Plan)> {
    let mut parts = address.strip_prefix(Screen::Discuss.route())?.strip_prefix('/')?.splitn(3, '/');
    let index = parts.next()?.parse::<usize>().ok()?.checked_sub(1)?;
    let word = parts.next()?;
    let step = Step::ALL.into_iter().find(|step| step.word() == word)?;
    let mut plan = Plan::default();
    for word in parts.next().unwrap_or_default().split(',') {
        let number = |name: &str| word.strip_prefix(name)?.parse::<u32>().ok().filter(|n| *n > 0);
        let paragraph = |name: &str| number(name).and_then(|n| usize::try_from(n - 1).ok());
        if word == IN_ORDER {
            plan.order = Order::InOrder;
        }
        plan.minutes = number(TIME).or(plan.minutes);
        plan.each = number(EACH).or(plan.each);
        for (name, on) in [(WITH, true), (WITHOUT, false)] {
            if let Some(index) = paragraph(name) {
                plan.by_hand.insert(index, on);
            }
        }
    }
    Some((index, step, plan))
}

const IN_ORDER: &str = "in-order";
const TIME: &str = "time-";
const EACH: &str = "each-";
const WITH: &str = "with-";
const WITHOUT: &str = "without-";

fn plan_words(plan: &Plan) -> Vec<String> {
    let number = |name: &str, n: u32| [name, &n.to_string()].concat();
    let mut words: Vec<String> = Vec::new();
    words.extend((plan.order == Order::InOrder).then(|| IN_ORDER.to_owned()));
    words.extend(plan.minutes.map(|n| number(TIME, n)));
    words.extend(plan.each.map(|n| number(EACH, n)));
    let by_hand = plan.by_hand.iter();
    words.extend(by_hand.map(|(index, on)| format!("{}{}", if *on { WITH } else { WITHOUT }, index + 1)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_a_discussion_stands_and_what_was_asked_of_its_agenda() {
        let by_hand = [(6, true), (1, false)].into_iter().collect();
        let plan = Plan { order: Order::InOrder, minutes: Some(40), each: Some(5), by_hand };
        let address = written(2, Step::Reveal, &plan);
        assert_eq!(address, "#/discuss/3/reveal/in-order,time-40,each-5,without-2,with-7");
        assert_eq!(read(&address), Some((2, Step::Reveal, plan)));
        assert_eq!(written(0, Step::Vote, &Plan::default()), "#/discuss/1/vote");
        assert_eq!(read("#/discuss/1/vote"), Some((0, Step::Vote, Plan::default())));
        assert_eq!(read("#/discuss/1/vote/time-0,with-0,each-x,,gossip"), Some((0, Step::Vote, Plan::default())));
        for wrong in
            ["#/discuss", "#/discuss/", "#/discuss/1", "#/discuss/0/vote", "#/discuss/1/gossip", "#/read/1/vote"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
