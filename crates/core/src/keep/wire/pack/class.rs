//! What a class said, written.

use super::Packer;
use crate::record::{
    Themes,
    decision::{Decisions, Outcome, Reason, Settlement, Vote},
};

impl<'a> Packer<'a> {
    pub(super) fn class(&mut self, class: &'a Decisions) {
        self.to.object();
        if let Some(name) = &class.name {
            self.to.field("n");
            self.to.list();
            self.to.item();
            self.to.text(&name.value);
            self.mark(&name.stamp);
            self.to.end_list();
        }
        self.flags("m", &class.members);
        if !class.settlements.is_empty() {
            self.to.field("d");
            self.to.list();
            for (paragraph, register) in &class.settlements {
                self.to.item();
                self.to.list();
                self.word(paragraph.as_str());
                self.to.item();
                self.settlement(&register.value);
                self.mark(&register.stamp);
                self.to.end_list();
            }
            self.to.end_list();
        }
        if !class.votes.is_empty() {
            self.to.field("v");
            self.to.list();
            for (ballot, register) in &class.votes {
                self.to.item();
                self.to.list();
                self.word(ballot.paragraph.as_str());
                self.to.item();
                self.to.number(ballot.round.0.into());
                self.to.item();
                self.vote(&register.value);
                self.mark(&register.stamp);
                self.to.end_list();
            }
            self.to.end_list();
        }
        if let Some(counting) = &class.counting {
            self.to.field("k");
            self.to.object();
            self.to.field("made");
            self.to.number(counting.made);
            self.to.field("readers");
            self.to.number(counting.readers.into());
            self.to.field("of");
            self.to.object();
            for (paragraph, vote) in &counting.paragraphs {
                self.to.field(paragraph.as_str());
                self.vote(vote);
            }
            self.to.end_object();
            self.to.end_object();
        }
        self.extra(&class.extra);
        self.to.end_object();
    }

    fn settlement(&mut self, value: &Settlement) {
        self.to.object();
        self.to.text_field_if("o", value.outcome.map(Outcome::id));
        if !value.answers.is_empty() {
            self.to.field("a");
            self.to.object();
            for (question, option) in &value.answers {
                self.to.text_field(question.as_str(), option.as_str());
            }
            self.to.end_object();
        }
        if value.themes != Themes::NotCoded {
            self.to.field("t");
            self.to.list();
            for theme in value.themes.set() {
                self.to.item();
                self.to.text(theme.as_str());
            }
            self.to.end_list();
        }
        self.to.text_field_if("r", value.reason.map(Reason::id));
        self.to.text_field_if("s", Some(&*value.sentence).filter(|sentence| !sentence.is_empty()));
        self.to.text_field_if("b", value.by.as_ref().map(|by| by.as_str()));
        self.to.text_field_if("u", value.under.as_ref().map(|under| under.as_str()));
        self.to.text_field_if("x", value.beside.as_deref());
        self.to.end_object();
    }

    fn vote(&mut self, vote: &Vote) {
        self.to.object();
        for (question, hands) in vote {
            self.to.field(question.as_str());
            self.to.object();
            for (option, hands) in hands {
                self.to.field(option.as_str());
                self.to.number((*hands).into());
            }
            self.to.end_object();
        }
        self.to.end_object();
    }
}
