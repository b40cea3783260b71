//! What classes settled on, written.

use super::{flags, name, stamp};
use crate::{
    base::{id::ClassId, map::Map, register::Register},
    json::{
        extra::{beside_values, kept, put},
        tree::Json,
        writer::Writer,
    },
    record::{
        Themes,
        decision::{Decisions, Outcome, Reason, Settlement, Vote},
    },
};

pub(crate) fn classes(classes: &Map<ClassId, Decisions>, to: &mut Writer) {
    to.field("decisions");
    to.object();
    for (id, class) in classes {
        to.field(id.as_str());
        self::class(class, to);
    }
    to.end_object();
}

fn class(class: &Decisions, to: &mut Writer) {
    to.object();
    name(class.name.as_ref(), &class.extra, to);
    flags("members", &class.members, &class.extra, to);
    to.field("paragraphs");
    to.object();
    for paragraph in class.paragraphs() {
        let settled = class.settlements.get(paragraph);
        let mut votes = class.votes.iter().filter(|(ballot, _)| ballot.paragraph == *paragraph).peekable();
        let unknown = kept(&class.extra, "paragraph", paragraph.as_str(), &"-");
        if settled.is_none() && votes.peek().is_none() && unknown.is_none() {
            continue;
        }
        to.field(paragraph.as_str());
        to.object();
        if let Some(register) = settled {
            to.field("decision");
            decision(register, to);
        }
        if votes.peek().is_some() {
            to.field("votes");
            to.object();
            for (ballot, register) in votes {
                to.field(&ballot.round.0.to_string());
                to.object();
                to.field("hands");
                vote(&register.value, to);
                stamp(&register.stamp, to);
                put(kept(&class.extra, "votes", &ballot.to_string(), &register.stamp), to);
                to.end_object();
            }
            to.end_object();
        }
        put(unknown, to);
        to.end_object();
    }
    to.end_object();
    if let Some(counting) = &class.counting {
        to.field("counts");
        to.object();
        to.field("made");
        to.number(counting.made);
        to.field("readers");
        to.number(counting.readers.into());
        to.field("paragraphs");
        to.object();
        for (paragraph, counted) in &counting.paragraphs {
            to.field(paragraph.as_str());
            vote(counted, to);
        }
        to.end_object();
        put(kept(&class.extra, "counts", "-", &counting.made), to);
        to.end_object();
    }
    beside_values(&class.extra, to);
    to.end_object();
}

fn decision(register: &Register<Settlement>, to: &mut Writer) {
    let value = &register.value;
    to.object();
    to.field("outcome");
    to.text_or_null(value.outcome.map(Outcome::id));
    to.field("answers");
    to.object();
    for (question, option) in &value.answers {
        to.text_field(question.as_str(), option.as_str());
    }
    to.end_object();
    to.field("themes");
    match &value.themes {
        Themes::NotCoded => to.null(),
        themes => {
            to.list();
            for theme in themes.set() {
                to.item();
                to.text(theme.as_str());
            }
            to.end_list();
        }
    }
    to.text_field_if("reason", value.reason.map(Reason::id));
    to.text_field("sentence", &value.sentence);
    to.text_field_if("by", value.by.as_ref().map(|by| by.as_str()));
    to.text_field_if("codebook", value.under.as_ref().map(|version| version.as_str()));
    stamp(&register.stamp, to);
    let unknown = value.beside.as_deref().and_then(|text| Json::parse(text).ok());
    put(unknown.as_ref().and_then(Json::as_object), to);
    to.end_object();
}

fn vote(vote: &Vote, to: &mut Writer) {
    to.object();
    for (question, hands) in vote {
        to.field(question.as_str());
        to.object();
        for (option, hands) in hands {
            to.field(option.as_str());
            to.number((*hands).into());
        }
        to.end_object();
    }
    to.end_object();
}
