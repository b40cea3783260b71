//! Reads what classes settled on.

use super::{
    Reader, Stop, is_word,
    record::{Beside, keep},
};
use crate::{
    base::{
        id::{ParagraphId, ThemeId},
        register::Register,
    },
    exchange::bundle::Bundle,
    json::{
        extra::{bound, unknown},
        tree::{Json, Object},
        writer::Writer,
    },
    record::{
        Themes,
        decision::{Ballot, Counting, Decisions, Hands, Outcome, Reason, Round, Settlement, Vote},
    },
    strings::exchange as strings,
};

const CLASS: [&str; 4] = ["name", "members", "paragraphs", "counts"];
const DECISION: [&str; 8] = ["outcome", "answers", "themes", "reason", "sentence", "by", "codebook", "stamp"];

impl<'a> Reader<'a> {
    pub(super) fn classes(&mut self, from: Option<&'a Json<'a>>, bundle: &mut Bundle) -> Result<(), Stop> {
        let Some(from) = from else { return Ok(()) };
        let Some(classes) = from.as_object() else { return self.stop(strings::decisions_not_object()) };
        for (id, from) in classes.in_order() {
            self.field(id, |r| match from.as_object() {
                Some(object) if is_word(id) => {
                    let class = r.class(object, bundle);
                    bundle.classes.insert(id.into(), class);
                }
                _ => _ = r.skip::<()>(strings::no_valid_id_or_object()),
            });
        }
        Ok(())
    }

    fn class(&mut self, from: &'a Object<'a>, bundle: &Bundle) -> Decisions {
        let beside = &mut Beside::new();
        let mut class = Decisions {
            name: self.name(from, beside),
            members: self.flags(from, "members", beside),
            extra: unknown(from, &CLASS),
            ..Decisions::default()
        };
        self.field("paragraphs", |r| {
            for (id, from) in from.get("paragraphs").and_then(Json::as_object).into_iter().flat_map(Object::in_order) {
                if !is_word(id) {
                    let _: Option<()> = r.field(id, |r| r.skip(strings::no_valid_id()));
                    continue;
                }
                let paragraph = bundle.article.paragraph(id).map_or_else(|| id.into(), |p| p.id.clone());
                r.field(id, |r| r.adjudication(from, &paragraph, &mut class, beside));
            }
        });
        if let Some(from) = from.get("counts") {
            class.counting = self.field("counts", |r| r.counting(from, beside));
        }
        if class.leave_out_ahead(self.now) {
            let sentence = strings::counts_ahead();
            let _: Option<()> = self.field("counts", |r| r.skip(sentence));
        }
        class.extra.extend(std::mem::take(beside));
        class
    }

    fn adjudication(
        &mut self,
        from: &'a Json<'a>,
        paragraph: &ParagraphId,
        class: &mut Decisions,
        beside: &mut Beside,
    ) {
        keep(beside, from, &["decision", "votes"], || bound("paragraph", paragraph.as_str(), &"-"));
        if let Some(from) = from.get("decision") {
            let settled = self.field("decision", |r| {
                let value = r.settlement(from)?;
                Some(Register::new(value, r.stamp_or_skip(from)?))
            });
            class.settlements.extend(settled.map(|settled| (paragraph.clone(), settled)));
        }
        let votes = from.get("votes").and_then(Json::as_object);
        self.field("votes", |r| {
            for (round, from) in votes.into_iter().flat_map(Object::in_order) {
                let read = r.field(round, |r| {
                    let (Ok(round), Some(hands)) = (round.parse(), from.get("hands")) else {
                        return r.skip(strings::vote_incomplete());
                    };
                    let ballot = Ballot { paragraph: paragraph.clone(), round: Round(round) };
                    let (vote, stamp) = (r.vote(hands)?, r.stamp_or_skip(from)?);
                    keep(beside, from, &["hands", "stamp"], || bound("votes", &ballot.to_string(), &stamp));
                    Some((ballot, Register::new(vote, stamp)))
                });
                class.votes.extend(read);
            }
        });
    }

    fn settlement(&mut self, from: &'a Json<'a>) -> Option<Settlement> {
        let Some(object) = from.as_object() else { return self.skip(strings::decision_not_object()) };
        let word = |name: &str| from.get(name).and_then(Json::as_str);
        let mut value = Settlement {
            sentence: word("sentence").unwrap_or("").into(),
            by: word("by").filter(|id| is_word(id)).map(Into::into),
            under: self.version(from),
            ..Settlement::default()
        };
        match from.get("outcome") {
            None | Some(Json::Null) => {}
            Some(outcome) => match outcome.as_str().and_then(Outcome::from_id) {
                Some(outcome) => value.outcome = Some(outcome),
                None => return self.skip(strings::unknown_outcome()),
            },
        }
        if let Some(reason) = word("reason") {
            value.reason = Reason::from_id(reason);
            if value.reason.is_none() {
                let _: Option<()> = self.skip(strings::unknown_reason());
            }
        }
        for (question, option) in from.get("answers").and_then(Json::as_object).into_iter().flat_map(Object::in_order) {
            match option.as_str().filter(|option| is_word(option) && is_word(question)) {
                Some(option) => _ = value.answers.insert(question.into(), option.into()),
                None => return self.skip(strings::answer_not_id()),
            }
        }
        value.themes = match from.get("themes").map(|themes| themes.as_list()) {
            None => Themes::NotCoded,
            Some(None) => match from.get("themes") {
                Some(Json::Null) => Themes::NotCoded,
                _ => return self.skip(strings::must_list_themes()),
            },
            Some(Some([])) => Themes::NoneApplies,
            Some(Some(ids)) => {
                let ids: Option<Vec<ThemeId>> =
                    ids.iter().map(|id| Some(id.as_str().filter(|id| is_word(id))?.into())).collect();
                let Some(mut ids) = ids else { return self.skip(strings::must_list_themes()) };
                crate::base::order::long(&mut ids, Ord::cmp);
                ids.dedup();
                Themes::Set(ids)
            }
        };
        let unknown = unknown(object, &DECISION);
        value.beside = (!unknown.is_empty()).then(|| {
            let mut writer = Writer::compact();
            writer.value(&unknown.into());
            writer.finish().into()
        });
        Some(value)
    }

    fn vote(&mut self, from: &'a Json<'a>) -> Option<Vote> {
        let mut vote = Vote::new();
        let Some(questions) = from.as_object() else { return self.skip(strings::must_be_object_of_numbers()) };
        for (question, counted) in questions.in_order() {
            let mut hands = Hands::new();
            let Some(counted) = counted.as_object().filter(|_| is_word(question)) else {
                return self.skip(strings::must_be_object_of_numbers());
            };
            for (option, count) in counted.in_order() {
                match count.as_u64().and_then(|count| u32::try_from(count).ok()).filter(|_| is_word(option)) {
                    Some(count) => _ = hands.insert(option.into(), count),
                    None => return self.skip(strings::must_be_object_of_numbers()),
                }
            }
            vote.insert(question.into(), hands);
        }
        Some(vote)
    }

    fn counting(&mut self, from: &'a Json<'a>, beside: &mut Beside) -> Option<Counting> {
        let number = |name: &str| from.get(name).and_then(Json::as_u64);
        let (Some(made), Some(readers)) = (number("made"), number("readers").and_then(|n| u32::try_from(n).ok()))
        else {
            return self.skip(strings::counts_incomplete());
        };
        keep(beside, from, &["made", "readers", "paragraphs"], || bound("counts", "-", &made));
        let mut counting = Counting { made, readers, ..Counting::default() };
        for (id, counted) in from.get("paragraphs").and_then(Json::as_object).into_iter().flat_map(Object::in_order) {
            let counted = self.field(id, |r| r.vote(counted)).filter(|_| is_word(id));
            counting.paragraphs.extend(counted.map(|counted| (id.into(), counted)));
        }
        Some(counting)
    }
}
