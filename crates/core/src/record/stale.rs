//! What was said under an earlier rule. It stands, and is there to be looked at again: a rule that changes says nothing of what
//! was tagged. What counts are the words of a rule and not the version: where the words are the same, or where nobody knows
//! what they were, there is nothing to look at.

use super::{Record, edit::Edit};
use crate::{
    base::{
        id::{QuestionId, VersionId},
        map::Map,
    },
    codebook::{Codebook, code::Code},
};
use std::collections::BTreeSet;

/// Something that was said under an earlier rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// What has another rule now: a theme, an answer, or the question to it.
    pub code: Code,
    /// The version that has the earlier one.
    pub under: VersionId,
}

/// Which rules of earlier versions are others now.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    reworded: Map<VersionId, BTreeSet<Code>>,
}

impl Earlier {
    /// Compares earlier versions with today's codebook.
    #[must_use]
    pub fn new<'a>(now: &Codebook, versions: impl Iterator<Item = (&'a VersionId, &'a Codebook)>) -> Self {
        let reworded = versions.map(|(version, earlier)| (version.clone(), now.all_reworded(earlier)));
        Self { reworded: reworded.filter(|(_, codes)| !codes.is_empty()).collect() }
    }

    /// True when no rule is another one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reworded.is_empty()
    }

    /// What of a record was said under an earlier rule.
    #[must_use]
    pub fn stale(&self, record: &Record) -> Vec<Stale> {
        let mut found = Vec::new();
        self.each(record, |code, under| found.push(Stale { code: code.clone(), under: under.clone() }));
        found
    }

    /// True when anything of a record was said under an earlier rule.
    #[must_use]
    pub fn is_stale(&self, record: &Record) -> bool {
        let mut found = false;
        self.each(record, |_, _| found = true);
        found
    }

    fn each(&self, record: &Record, mut visit: impl FnMut(&Code, &VersionId)) {
        if self.is_empty() {
            return;
        }
        let earlier = |under: &Option<VersionId>| {
            let under = under.as_ref()?;
            Some((under.clone(), self.reworded.get(under)?))
        };
        for (question, register) in &record.stances {
            if let (Some(stance), Some((under, codes))) = (&register.value, earlier(&register.under)) {
                let asked = Code::Question(question.clone());
                let given = Code::Option(question.clone(), stance.option.clone());
                [asked, given].iter().filter(|code| codes.contains(code)).for_each(|code| visit(code, &under));
            }
        }
        for (theme, register) in &record.themes {
            if let Some((under, codes)) = earlier(&register.under) {
                let code = Code::Theme(theme.clone());
                if codes.contains(&code) && record.has_theme(theme) {
                    visit(&code, &under);
                }
            }
        }
    }

    /// The edits that say the same again, of whatever was said under an earlier rule.
    #[must_use]
    pub fn said_again(&self, record: &Record) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        let answer = |question: &QuestionId| Edit::Stance(question.clone(), record.stance(question).cloned());
        for stale in self.stale(record) {
            let edit = match &stale.code {
                Code::Question(question) | Code::Option(question, _) => answer(question),
                Code::Theme(theme) => Edit::Theme(theme.clone(), true),
            };
            if !edits.iter().any(|other| other.same_place(&edit)) {
                edits.push(edit);
            }
        }
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::stamp::Clock,
        codebook::sample,
        record::{Stance, edit::delta_under, edit::toggle_none},
    };

    /// Today's codebook, in which rivalry is described otherwise, and the first answer is called otherwise.
    fn rules() -> (Earlier, VersionId, Codebook) {
        let (before, mut now) = (sample::codebook(), sample::codebook());
        let version = before.version();
        let rivalry = now.themes.iter_mut().find(|theme| theme.id.as_str() == "rivalry").expect("is there");
        rivalry.definition = "A sharper rule.".into();
        now.questions[0].options[0].label = "is for it".into();
        (Earlier::new(&now, [(&version, &before)].into_iter()), version, now)
    }

    struct Desk(Record, Clock);

    impl Desk {
        fn say(&mut self, edits: &[Edit], under: Option<&VersionId>) {
            let delta = delta_under(&self.0, edits, &|_| under, &mut self.1, 5);
            self.0.join(&delta);
        }
    }

    fn desk() -> Desk {
        Desk(Record::default(), Clock::new("r".into()))
    }

    fn answer(option: &str) -> Edit {
        Edit::Stance("stance".into(), Some(Stance { option: option.into(), confidence: None }))
    }

    #[test]
    fn what_stands_under_an_earlier_rule_is_to_be_looked_at_again() {
        let (rules, version, now) = rules();
        let mut desk = desk();
        let edits = [answer("supports"), Edit::Theme("rivalry".into(), true), Edit::Theme("image".into(), true)];
        desk.say(&edits, Some(&version));
        let stale = |code| Stale { code, under: version.clone() };
        let option = stale(Code::Option("stance".into(), "supports".into()));
        assert_eq!(rules.stale(&desk.0), [option, stale(Code::Theme("rivalry".into()))]);
        // What is said again, under the rule of now, is as it was, and no work any more.
        let again = rules.said_again(&desk.0);
        assert_eq!(again, [edits[0].clone(), edits[1].clone()]);
        let before = desk.0.clone();
        desk.say(&again, Some(&now.version()));
        assert!(!rules.is_stale(&desk.0) && rules.said_again(&desk.0).is_empty());
        assert_eq!(
            (desk.0.themes(), desk.0.stance(&"stance".into())),
            (before.themes(), before.stance(&"stance".into()))
        );
    }

    #[test]
    fn what_does_not_stand_or_has_no_known_rule_is_no_work() {
        let (rules, version, now) = rules();
        let rivalry = |applies| Edit::Theme("rivalry".into(), applies);
        let mut desk = desk();
        for under in [None, Some(&VersionId::from("of which nobody knows the words")), Some(&now.version())] {
            desk.say(&[rivalry(true), answer("supports")], under);
            assert!(!rules.is_stale(&desk.0), "{under:?}");
        }
        desk.say(&[rivalry(false), answer("opposes")], Some(&version));
        assert!(!rules.is_stale(&desk.0), "taken back, and an answer with the same words");
        desk.say(&[rivalry(true)], Some(&version));
        assert!(rules.is_stale(&desk.0));
        desk.say(&toggle_none(&desk.0.clone())[..1], Some(&version));
        assert!(!rules.is_stale(&desk.0), "“none” is the later word");
    }
}
