//! What a class said, read.

use super::{Malformed, Read, Unpacker, extra, fields, items, small, text};
use crate::{
    base::register::Register,
    json::tree::Json,
    record::{
        Themes,
        decision::{Ballot, Counting, Decisions, Hands, Outcome, Reason, Round, Settlement, Vote},
    },
};

impl Unpacker {
    pub(super) fn class(&self, from: &Json<'_>) -> Read<Decisions> {
        let mut class = Decisions {
            name: from.get("n").map(|name| self.text(name)).transpose()?,
            members: self.flags(from, "m")?,
            extra: extra(from),
            ..Decisions::default()
        };
        for item in items(from, "d")? {
            let Some([paragraph, value, mark]) = item.as_list() else { return Err(Malformed) };
            class
                .settlements
                .insert(self.word(paragraph)?.into(), Register::new(settlement(value)?, self.stamp(mark)?));
        }
        for item in items(from, "v")? {
            let Some([paragraph, round, value, mark]) = item.as_list() else { return Err(Malformed) };
            let ballot = Ballot { paragraph: self.word(paragraph)?.into(), round: Round(small(round)?) };
            class.votes.insert(ballot, Register::new(vote(value)?, self.stamp(mark)?));
        }
        if let Some(from) = from.get("k") {
            let mut counting = Counting {
                made: from.get("made").and_then(Json::as_u64).ok_or(Malformed)?,
                readers: small(from.get("readers").ok_or(Malformed)?)?,
                ..Counting::default()
            };
            for (paragraph, counted) in fields(from, "of")? {
                counting.paragraphs.insert(paragraph.into(), vote(counted)?);
            }
            class.counting = Some(counting);
        }
        Ok(class)
    }
}

fn settlement(from: &Json<'_>) -> Read<Settlement> {
    let said = |name: &str| from.get(name).map(text).transpose();
    let word = |name: &str| Ok::<_, Malformed>(said(name)?.map(|word| word.to_string()));
    let mut value = Settlement {
        outcome: word("o")?.map(|id| Outcome::from_id(&id).ok_or(Malformed)).transpose()?,
        reason: word("r")?.map(|id| Reason::from_id(&id).ok_or(Malformed)).transpose()?,
        sentence: said("s")?.unwrap_or_default(),
        by: said("b")?.map(Into::into),
        under: said("u")?.map(Into::into),
        beside: said("x")?,
        ..Settlement::default()
    };
    for (question, option) in fields(from, "a")? {
        value.answers.insert(question.into(), text(option)?.into());
    }
    if from.get("t").is_some() {
        let set = items(from, "t")?.iter().map(|theme| Ok(text(theme)?.into())).collect::<Read<Vec<_>>>()?;
        value.themes = if set.is_empty() { Themes::NoneApplies } else { Themes::Set(set) };
    }
    Ok(value)
}

fn vote(from: &Json<'_>) -> Read<Vote> {
    let mut vote = Vote::new();
    for (question, counted) in from.as_object().ok_or(Malformed)?.iter() {
        let mut hands = Hands::new();
        for (option, count) in counted.as_object().ok_or(Malformed)?.iter() {
            hands.insert(option.into(), small(count)?);
        }
        vote.insert(question.into(), hands);
    }
    Ok(vote)
}
