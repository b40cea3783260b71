//! What annotators said, written.

use super::Packer;
use crate::{
    base::{
        id::{ReplicaId, VersionId},
        register::Register,
    },
    record::{Evidence, Layer, Record, Supports, note::Note, words::Reply},
};

impl<'a> Packer<'a> {
    pub(super) fn layer(&mut self, layer: &'a Layer) {
        let usual = layer.usual_version();
        self.to.object();
        if let Some(usual) = usual {
            self.to.field("u");
            let at = self.at(usual.as_str());
            self.to.number(at);
        }
        self.to.field("r");
        self.to.list();
        for (id, record) in &layer.records {
            self.to.item();
            self.to.list();
            self.word(id.as_str());
            self.to.item();
            self.record(record, usual);
            self.to.end_list();
        }
        self.to.end_list();
        self.extra(&layer.extra);
        self.to.end_object();
    }

    /// The version of a register where it is not the layer's usual one.
    fn under<T>(&mut self, register: &'a Register<T>, usual: Option<&VersionId>) {
        match &register.under {
            under if under.as_ref() == usual => {}
            Some(under) => self.word(under.as_str()),
            None => {
                self.to.item();
                self.to.null();
            }
        }
    }

    fn record(&mut self, record: &'a Record, usual: Option<&VersionId>) {
        self.to.object();
        if !record.stances.is_empty() {
            self.to.field("s");
            self.to.list();
            for (question, register) in &record.stances {
                self.to.item();
                self.to.list();
                self.word(question.as_str());
                match &register.value {
                    Some(stance) => self.word(stance.option.as_str()),
                    None => {
                        self.to.item();
                        self.to.null();
                    }
                }
                self.to.item();
                let confidence = register.value.as_ref().and_then(|s| s.confidence);
                self.to.number(confidence.map_or(0, |c| c as u64 + 1));
                self.mark(&register.stamp);
                self.under(register, usual);
                self.to.end_list();
            }
            self.to.end_list();
        }
        if !record.themes.is_empty() {
            self.to.field("t");
            self.to.list();
            for (theme, register) in record.themes.iter() {
                self.to.item();
                self.to.list();
                self.word(theme.as_str());
                self.to.item();
                self.to.number(u64::from(register.value));
                self.mark(&register.stamp);
                self.under(register, usual);
                self.to.end_list();
            }
            self.to.end_list();
        }
        if let Some(none) = &record.none_applies {
            self.to.field("o");
            self.to.list();
            self.to.item();
            self.to.number(u64::from(none.value));
            self.mark(&none.stamp);
            self.under(none, usual);
            self.to.end_list();
        }
        self.note(&record.note);
        if !record.evidence.is_empty() {
            self.to.field("e");
            self.to.list();
            for (id, register) in record.evidence.iter() {
                self.to.item();
                self.to.list();
                self.word(id.as_str());
                self.to.item();
                match &register.value {
                    Some(evidence) => self.evidence(evidence),
                    None => self.to.null(),
                }
                self.mark(&register.stamp);
                self.to.end_list();
            }
            self.to.end_list();
        }
        if !record.replies.is_empty() {
            self.to.field("y");
            self.to.list();
            for (class, register) in &record.replies {
                self.to.item();
                self.to.list();
                self.word(class.as_str());
                self.to.item();
                self.to.text_or_null(register.value.map(Reply::id));
                self.mark(&register.stamp);
                self.to.end_list();
            }
            self.to.end_list();
        }
        self.extra(&record.extra);
        self.to.end_object();
    }

    fn note(&mut self, note: &'a Note) {
        if !note.texts.is_empty() {
            self.to.field("m");
            self.to.list();
            for text in &note.texts {
                self.to.item();
                self.to.list();
                self.to.item();
                self.to.text(&text.text);
                self.mark(&text.stamp);
                if text.private {
                    self.to.item();
                    self.to.number(1);
                }
                self.to.end_list();
            }
            self.to.end_list();
        }
        // What the texts do not say themselves.
        let told = |replica: &ReplicaId, at: (u64, u32)| {
            let stamps = note.texts.iter().map(|t| &t.stamp).filter(|s| s.replica == *replica);
            stamps.map(|s| (s.wall, s.counter)).max() == Some(at)
        };
        if note.seen.iter().any(|(replica, at)| !told(replica, *at)) {
            self.to.field("v");
            self.to.list();
            for (replica, at) in note.seen.iter().filter(|(replica, at)| !told(replica, **at)) {
                self.mark_of(replica, at.0, at.1);
            }
            self.to.end_list();
        }
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.to.object();
        for (name, number) in [("s", evidence.start), ("e", evidence.end)] {
            self.to.field(name);
            self.to.number(u64::from(number));
        }
        self.to.text_field("q", &evidence.quote);
        self.to.text_field("b", &evidence.prefix);
        self.to.text_field("a", &evidence.suffix);
        match &evidence.supports {
            Supports::Stance(question, option) => {
                self.to.text_field("question", question.as_str());
                self.to.text_field_if("option", option.as_ref().map(|option| option.as_str()));
            }
            Supports::Theme(theme) => self.to.text_field("theme", theme.as_str()),
        }
        self.to.end_object();
    }
}
