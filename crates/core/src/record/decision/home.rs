//! The copy of decisions that goes home with one of the class.

use super::{Decisions, HOME, Map, Outcome, Settlement};
use crate::{
    base::{id::AnnotatorId, register::Register, stamp::Stamp},
    json::extra::Extra,
};

impl Decisions {
    /// What became of the paragraphs, without anything that gives people away: of who decided only this annotator stays,
    /// words stand only beside what is decided, and votes, members and unknown things go, since they could say anything of
    /// anybody. The times are those of the decisions, so what is decided later counts at home too, and what is taken back is
    /// taken back there. Paragraphs on which nothing was ever settled are left out.
    #[must_use]
    pub(crate) fn for_one(&self, annotator: &AnnotatorId) -> Self {
        let settlements = self.settlements.iter().map(|(id, register)| {
            let home = register.value.for_one(annotator);
            (id.clone(), Register::new(home, at_home(&register.stamp)))
        });
        Self {
            name: self.name.as_ref().map(|name| Register::new(name.value.clone(), at_home(&name.stamp))),
            members: Map::new(),
            settlements: settlements.collect(),
            votes: Map::new(),
            counting: None,
            extra: Extra::new(),
        }
    }
}

impl Settlement {
    fn for_one(&self, annotator: &AnnotatorId) -> Self {
        let by = self.by.clone().filter(|by| by == annotator);
        match self.outcome {
            None => Self::default(),
            Some(Outcome::Decided) => Self { by, beside: None, ..self.clone() },
            Some(outcome) => Self { outcome: Some(outcome), reason: self.reason, by, ..Self::default() },
        }
    }
}

fn at_home(stamp: &Stamp) -> Stamp {
    Stamp { replica: HOME.into(), ..stamp.clone() }
}
