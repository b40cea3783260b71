//! The agenda as it is shown: its paragraphs, and whether they fit the time.

use super::{
    agenda::{is_agreed, open, whole},
    model::Discuss,
    plan::Order,
};
use crate::{
    class::{
        lens::Inputs,
        shares::{answered, apart},
    },
    decide::model::Decide,
    strings::discuss as strings,
};
use postil_core::{article::beginning, measure::division::Division, record::decision::Outcome};
use std::sync::Arc;

/// An entry of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// The paragraph's index.
    pub index: usize,
    /// Its number.
    pub number: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
    /// "62 % differ, 20 % opposite": of the pairs who both answered; or that everybody agrees.
    pub differing: Arc<str>,
    /// "12 answered": of how many people that is said.
    pub answered: Arc<str>,
    /// Its place; none when it is left off.
    pub place: Option<usize>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// True when a decision on it was made and not recorded.
    pub waits: bool,
    /// True for the one that is shown.
    pub current: bool,
}

/// The agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaView {
    /// True while it is open; only then it has entries.
    pub open: bool,
    /// The order.
    pub order: Order,
    /// How many minutes there are; empty where nobody said so.
    pub minutes: Arc<str>,
    /// How many of them each paragraph gets, where somebody said so.
    pub each: Arc<str>,
    /// The same where nobody did.
    pub derived: Arc<str>,
    /// "8 paragraphs, 5 minutes each: 40 minutes."
    pub sum: Arc<str>,
    /// "Everybody agrees on 2 paragraphs; they are left out."; empty where there are none.
    pub agreed: Arc<str>,
    /// True when something was put on it or left off it by hand.
    pub by_hand: bool,
    /// All paragraphs, in its order.
    pub entries: Vec<AgendaEntry>,
}

/// The agenda as it is now.
pub(super) fn agenda(page: &Discuss, decided: &Decide, inputs: Inputs<'_>, found: &[Division]) -> AgendaView {
    let plan = &page.plan;
    let typed = |n: Option<u32>| n.map_or_else(|| "".into(), |n| n.to_string().into());
    let each = plan.minutes_each(open(found));
    let left = (0..found.len()).filter(|index| is_agreed(&found[*index]) && page.position(*index).is_none()).count();
    AgendaView {
        open: page.agenda_open,
        order: plan.order,
        minutes: typed(plan.minutes),
        each: typed(plan.each),
        derived: if plan.minutes.is_some() { each.to_string().into() } else { "".into() },
        sum: sum(page.order.len(), found.len(), plan.minutes, each).into(),
        agreed: match left {
            0 => "".into(),
            n => strings::agreed(n).into(),
        },
        by_hand: !plan.by_hand.is_empty(),
        entries: entries(page, decided, inputs, found),
    }
}

/// How much is on the agenda, and whether there is time for it.
fn sum(on: usize, all: usize, minutes: Option<u32>, each: u32) -> String {
    let Some(minutes) = minutes else { return strings::on_agenda(all, on) };
    let minutes = usize::try_from(minutes).unwrap_or(usize::MAX);
    let each = usize::try_from(each).unwrap_or(usize::MAX);
    let needed = on.saturating_mul(each);
    let (one, all) = (strings::minutes(each), strings::minutes(needed));
    let sum = strings::needed(&strings::paragraphs(on), &one, &all);
    if needed > minutes { strings::too_long(&sum, needed - minutes) } else { strings::fits(&sum) }
}

fn entries(page: &Discuss, decided: &Decide, inputs: Inputs<'_>, found: &[Division]) -> Vec<AgendaEntry> {
    if !page.agenda_open {
        return Vec::new();
    }
    // An entry stays where it is when it is left off, and with it the focus.
    whole(found, &page.plan)
        .into_iter()
        .map(|index| (index, page.position(index)))
        .map(|(index, place)| AgendaEntry {
            index,
            number: (index + 1).to_string().into(),
            words: beginning(&inputs.context.article.text(index)),
            differing: found.get(index).map_or_else(|| "".into(), divided),
            answered: found.get(index).map(answered).unwrap_or_default(),
            place,
            outcome: inputs.context.adjudication(index).outcome(),
            waits: decided.waits(index),
            current: place == Some(page.at),
        })
        .collect()
}

fn divided(division: &Division) -> Arc<str> {
    if is_agreed(division) { strings::everybody_agrees().into() } else { apart(division) }
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn the_sum_says_whether_there_is_time_for_it() {
        assert_eq!(sum(8, 10, None, 5), "8 of 10 paragraphs.");
        assert_eq!(sum(8, 10, Some(40), 5), "8 paragraphs, 5 minutes each: 40 minutes.");
        assert_eq!(sum(9, 10, Some(40), 5), "9 paragraphs, 5 minutes each: 45 minutes, 5 more than you have.");
        assert_eq!(sum(1, 1, Some(1), 1), "1 paragraph, 1 minute each: 1 minute.");
    }
}
