//! The words by which people choose a code, and whether they are others than they were. How a code looks, where it stands and
//! which key it has are no rule, nor is that it is not offered any more.

use super::{Codebook, Theme, code::Code, links};
use crate::base::{id::ThemeId, map::Map};
use std::{collections::BTreeSet, sync::Arc};

/// The words by which a code is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What it is called: a label, or the prompt of a question.
    pub name: Arc<str>,
    /// What is said of it, by the names of the fields. None is empty.
    pub texts: Vec<(&'static str, Arc<str>)>,
}

/// A rule as it was, and as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// How it was.
    pub before: Wording,
    /// How it is: of a theme that went into another, how that one is.
    pub now: Wording,
    /// True for a theme that went into another since.
    pub merged: bool,
    /// The themes that it was split into since.
    pub split: Vec<Wording>,
}

fn wording(name: &Arc<str>, texts: &[(&'static str, &Arc<str>)]) -> Wording {
    let said = texts.iter().filter(|(_, text)| !text.is_empty());
    Wording { name: Arc::clone(name), texts: said.map(|(name, text)| (*name, Arc::clone(text))).collect() }
}

impl Theme {
    fn wording(&self) -> Wording {
        let texts = [
            ("definition", &self.definition),
            ("include", &self.include),
            ("exclude", &self.exclude),
            ("example", &self.example),
        ];
        wording(&self.label, &texts)
    }
}

/// A codebook in which rules are looked up again and again.
struct Rules<'a> {
    codebook: &'a Codebook,
    themes: Map<&'a ThemeId, &'a Theme>,
    merged: Map<&'a ThemeId, &'a ThemeId>,
    /// What themes were split into.
    parts: Map<&'a ThemeId, Vec<&'a Theme>>,
}

impl<'a> Rules<'a> {
    fn new(codebook: &'a Codebook) -> Self {
        let mut parts: Map<&ThemeId, Vec<&Theme>> = Map::new();
        for part in &codebook.themes {
            if let Some(from) = &part.split_from {
                parts.entry(from).or_default().push(part);
            }
        }
        let links = codebook.themes.iter().filter_map(|theme| Some((&theme.id, theme.merged_into.as_ref()?)));
        Self {
            codebook,
            themes: codebook.themes.iter().map(|theme| (&theme.id, theme)).collect(),
            merged: links::without_circles(links.collect()),
            parts,
        }
    }

    /// The theme that one has gone into; most often itself.
    fn theme(&self, id: &'a ThemeId) -> Option<&'a Theme> {
        self.themes.get(&links::end(&self.merged, id)).copied()
    }

    fn wording(&self, code: &'a Code) -> Option<Wording> {
        match code {
            Code::Theme(id) => self.theme(id).map(Theme::wording),
            Code::Question(id) => self.codebook.question(id).map(|question| wording(&question.prompt, &[])),
            Code::Option(of, id) => {
                let options = &self.codebook.question(of)?.options;
                let option = options.iter().find(|option| option.id == *id)?;
                Some(wording(&option.label, &[("definition", &option.definition)]))
            }
        }
    }

    /// How a rule of an earlier codebook differs here. Nothing differs where either does not know it.
    fn reworded(&self, earlier: &Rules<'a>, code: &'a Code) -> Option<Reworded> {
        let (before, now) = (earlier.wording(code)?, self.wording(code)?);
        let mut found = Reworded { merged: false, split: Vec::new(), before, now };
        if let Code::Theme(id) = code {
            found.merged = earlier.theme(id)?.id != self.theme(id)?.id;
            let known = |part: &&&Theme| !earlier.themes.contains_key(&part.id);
            let parts = self.parts.get(&id).into_iter().flatten().filter(known);
            found.split = parts.map(|part| part.wording()).collect();
        }
        (found.merged || !found.split.is_empty() || found.before != found.now).then_some(found)
    }
}

impl Codebook {
    /// How a rule of an earlier version differs here, if it does.
    #[must_use]
    pub fn reworded(&self, earlier: &Self, code: &Code) -> Option<Reworded> {
        Rules::new(self).reworded(&Rules::new(earlier), code)
    }

    /// The codes of an earlier version whose rule is another one here.
    #[must_use]
    pub(crate) fn all_reworded(&self, earlier: &Self) -> BTreeSet<Code> {
        let themes = earlier.themes.iter().map(|theme| Code::Theme(theme.id.clone()));
        let questions = earlier.questions.iter().flat_map(|question| {
            let options = question.options.iter();
            let options = options.map(|option| Code::Option(question.id.clone(), option.id.clone()));
            std::iter::once(Code::Question(question.id.clone())).chain(options)
        });
        let all: Vec<Code> = themes.chain(questions).collect();
        let (before, now) = (Rules::new(earlier), Rules::new(self));
        all.iter().filter(|code| now.reworded(&before, code).is_some()).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::sample;

    fn theme(id: &str) -> Code {
        Code::Theme(id.into())
    }

    fn changed(change: impl FnOnce(&mut Codebook)) -> (Codebook, Codebook) {
        let (before, mut now) = (sample::codebook(), sample::codebook());
        change(&mut now);
        (before, now)
    }

    fn at<'a>(codebook: &'a mut Codebook, id: &str) -> &'a mut Theme {
        codebook.themes.iter_mut().find(|theme| theme.id.as_str() == id).expect("is there")
    }

    #[test]
    fn a_sharper_rule_stands_beside_the_one_before() {
        let (before, now) = changed(|now| at(now, "rivalry").exclude = "Trade disputes.".into());
        assert_eq!(now.all_reworded(&before), [theme("rivalry")].into());
        let found = now.reworded(&before, &theme("rivalry")).expect("is another one");
        assert!(!found.merged && found.split.is_empty());
        assert_eq!(found.before.name, found.now.name);
        assert!(found.now.texts.contains(&("exclude", "Trade disputes.".into())));
    }

    #[test]
    fn looks_order_place_and_archiving_are_no_rule() {
        let (before, now) = changed(|now| {
            let rivalry = at(now, "rivalry");
            (rivalry.key, rivalry.colour, rivalry.archived) = (None, Some("#123456".into()), true);
            rivalry.parent = Some("image".into());
            now.themes.reverse();
            now.title = "Another name".into();
        });
        assert!(now.all_reworded(&before).is_empty());
        assert_ne!(now.version(), before.version());
    }

    #[test]
    fn a_theme_that_went_into_another_goes_by_its_rule() {
        let (before, now) = changed(|now| at(now, "rivalry").merged_into = Some("image".into()));
        assert_eq!(now.all_reworded(&before), [theme("rivalry")].into());
        let found = now.reworded(&before, &theme("rivalry")).expect("is another one");
        assert!(found.merged);
        assert_eq!(found.now.name, now.called(&"image".into()));
        // What was said since the merge goes by the other rule, whatever its own words were.
        let mut later = now.clone();
        at(&mut later, "image").definition = "Another rule.".into();
        at(&mut later, "rivalry").definition = "Nobody reads this.".into();
        assert_eq!(later.all_reworded(&now), [theme("image"), theme("rivalry")].into());
        let mut words = now.clone();
        at(&mut words, "rivalry").definition = "Nobody reads this.".into();
        assert!(words.all_reworded(&now).is_empty());
    }

    #[test]
    fn a_theme_that_was_split_names_its_parts() {
        let (before, now) = changed(|now| {
            let part = Theme {
                id: "leaks".into(),
                label: "Leaks".into(),
                split_from: Some("data-security".into()),
                ..at(now, "data-security").clone()
            };
            now.themes.push(part);
            at(now, "data-security").archived = true;
        });
        let found = now.reworded(&before, &theme("data-security")).expect("is another one");
        assert_eq!(found.split.iter().map(|part| &*part.name).collect::<Vec<_>>(), ["Leaks"]);
        assert_eq!(now.all_reworded(&before), [theme("data-security")].into());
        assert!(now.all_reworded(&now).is_empty(), "what was said since knows the parts");
    }

    #[test]
    fn prompts_and_answers_have_rules_of_their_own() {
        let (before, now) = changed(|now| {
            now.questions[0].prompt = "What does the author say?".into();
            now.questions[0].options[0].definition = "Only where it is said.".into();
        });
        let question = before.questions[0].id.clone();
        let option = Code::Option(question.clone(), before.questions[0].options[0].id.clone());
        assert_eq!(now.all_reworded(&before), [Code::Question(question), option].into());
    }

    #[test]
    fn what_only_one_of_them_knows_does_not_differ() {
        let (before, now) = changed(|now| now.themes.retain(|theme| theme.id.as_str() != "rivalry"));
        assert!(now.all_reworded(&before).is_empty() && before.all_reworded(&now).is_empty());
    }
}
