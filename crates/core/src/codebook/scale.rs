//! What answers mean among the others of their question, and where they stand on its scale.

use super::{
    StanceOption, StanceQuestion,
    sense::{OWN, Sense, Tone},
};
use crate::base::id::OptionId;
use crate::base::order;

/// What an answer to a question means. One that the question does not offer means what its id tells.
#[must_use]
pub(crate) fn sense(option: &OptionId, question: Option<&StanceQuestion>) -> Option<Sense> {
    let offered = question.and_then(|question| question.options.iter().find(|offered| offered.id == *option));
    offered.map_or_else(|| Sense::of_id(option), StanceOption::means)
}

/// The place of an answer on the scale of its question: from against over neutral and mixed to for, or the question's own.
/// `None` for answers that have no place on it: no stance, those of which nothing is known, and, where options are for or
/// against, places of another scale.
#[must_use]
pub(crate) fn on_scale(option: &OptionId, question: Option<&StanceQuestion>) -> Option<u16> {
    let takes_sides = question.into_iter().flat_map(senses).any(|sense| sense.side().is_some());
    let is_own = question.is_some_and(|question| !takes_sides && !places(question).is_empty());
    match sense(option, question)? {
        Sense::Place(place) => is_own.then_some(place.into()),
        sense => sense.side().filter(|_| !is_own),
    }
}

/// How an answer with this sense looks. Places share the looks out from one end of the question's scale to the other.
pub(crate) fn tone(sense: Option<Sense>, question: Option<&StanceQuestion>) -> &'static Tone {
    let Some(sense) = sense else { return &OWN };
    let places = question.map(places).unwrap_or_default();
    let rank = places.iter().filter(|place| Sense::Place(**place) < sense).count();
    sense.tone(rank, places.len().saturating_sub(1))
}

fn senses(question: &StanceQuestion) -> impl Iterator<Item = Sense> {
    question.options.iter().filter_map(StanceOption::means)
}

/// The places that the options of a question have, from the least.
fn places(question: &StanceQuestion) -> Vec<u8> {
    let place = |sense| if let Sense::Place(place) = sense { Some(place) } else { None };
    let mut places: Vec<u8> = senses(question).filter_map(place).collect();
    order::short(&mut places, u8::cmp);
    places.dedup();
    places
}

#[cfg(test)]
mod tests;
