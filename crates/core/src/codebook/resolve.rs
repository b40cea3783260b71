//! What a code is with us now. Records keep the code and the version that something was said with; merges in our codebook and
//! maps from others are looked up when it is shown or counted, so taking them back brings everything back.

use super::{
    Codebook,
    code::Code,
    links,
    mapping::{Maps, To},
};
use crate::base::{
    id::{CodebookId, OptionId, QuestionId, ThemeId, VersionId},
    map::Map,
};
use std::sync::Arc;

/// The name of a code that is none of ours, so that it is never taken for one: its codebook, a stroke, and its id.
pub(crate) fn foreign(codebook: &CodebookId, id: &str) -> String {
    [codebook.as_str(), "/", id].concat()
}

/// What a code is with us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved<'a, T> {
    /// One of ours.
    Ours(T),
    /// One of ours, by a map from this codebook.
    Mapped(&'a CodebookId, T),
    /// One of this codebook, and none of ours.
    Foreign(&'a CodebookId, T),
}

impl<T> Resolved<'_, T> {
    /// Ours, if it is one.
    #[must_use]
    pub fn ours(self) -> Option<T> {
        match self {
            Self::Ours(code) | Self::Mapped(_, code) => Some(code),
            Self::Foreign(..) => None,
        }
    }
}

/// Tells what codes are with us.
#[derive(Clone, Debug, Default)]
pub struct Resolver {
    /// Where themes of ours that went into others are now.
    merged: Map<ThemeId, ThemeId>,
    /// The codebooks of versions that are not ours.
    foreign: Map<VersionId, CodebookId>,
    /// Codes of those that are ours by a map.
    mapped: Map<(CodebookId, Code), Code>,
}

impl Resolver {
    /// For our codebook and those that it was copied from, whose codes are its own, with what is known of which version is one
    /// of which codebook. A map to something that we do not have says nothing.
    #[must_use]
    pub fn new(
        ours: &Codebook,
        copied_from: &[CodebookId],
        versions: &Map<VersionId, CodebookId>,
        maps: &Maps,
    ) -> Self {
        let links = ours.themes.iter().filter_map(|theme| Some((&theme.id, theme.merged_into.as_ref()?)));
        let links = links::without_circles(links.collect());
        let merged: Map<ThemeId, ThemeId> =
            links.keys().map(|id| ((*id).clone(), links::end(&links, id).clone())).collect();
        let is_foreign = |id: &CodebookId| *id != ours.id && !copied_from.contains(id);
        let foreign = versions.iter().filter(|(_, id)| is_foreign(id));
        let code = |to: &Option<To>| if let Some(To::Ours(code)) = to { Some(code.clone()) } else { None };
        let mapped = maps.iter().filter(|((id, _), _)| is_foreign(id)).filter_map(|(from, to)| {
            let to = match (&from.1, code(&to.value)?) {
                (Code::Theme(_), Code::Theme(id)) => Code::Theme(merged.get(&id).unwrap_or(&id).clone()),
                (Code::Question(_), to @ Code::Question(_)) | (Code::Option(..), to @ Code::Option(..)) => to,
                _ => return None,
            };
            ours.has(&to).then(|| (from.clone(), to))
        });
        Self { mapped: mapped.collect(), foreign: foreign.map(|(v, id)| (v.clone(), id.clone())).collect(), merged }
    }

    /// True for the codebooks that are not ours.
    #[must_use]
    pub fn is_foreign(&self, codebook: &CodebookId) -> bool {
        self.foreign.values().any(|foreign| foreign == codebook)
    }

    /// True when every code is what it says it is: nothing was merged, and nothing comes from elsewhere.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.merged.is_empty() && self.foreign.is_empty()
    }

    /// The other codebook that a version is one of. A version of which nothing is known counts as ours.
    #[must_use]
    pub(crate) fn elsewhere(&self, under: Option<&VersionId>) -> Option<&CodebookId> {
        if self.foreign.is_empty() { None } else { self.foreign.get(under?) }
    }

    fn mapped(&self, from: &CodebookId, code: Code) -> Option<&Code> {
        if self.mapped.is_empty() { None } else { self.mapped.get(&(from.clone(), code)) }
    }

    /// A theme that was chosen under a version.
    #[must_use]
    pub fn theme<'a>(&'a self, id: &'a ThemeId, under: Option<&VersionId>) -> Resolved<'a, &'a ThemeId> {
        match self.elsewhere(under) {
            None => Resolved::Ours(self.merged.get(id).unwrap_or(id)),
            Some(from) => match self.mapped(from, Code::Theme(id.clone())) {
                Some(Code::Theme(ours)) => Resolved::Mapped(from, ours),
                _ => Resolved::Foreign(from, id),
            },
        }
    }

    /// The id under which a theme that was chosen under a version is shown: ours, or one that says where it comes from.
    #[must_use]
    pub fn shown(&self, id: &ThemeId, under: Option<&VersionId>) -> ThemeId {
        match self.theme(id, under) {
            Resolved::Ours(id) | Resolved::Mapped(_, id) => id.clone(),
            Resolved::Foreign(codebook, id) => ThemeId::from(&*foreign(codebook, id.as_str())),
        }
    }

    /// What themes are called that are not in our codebook, by the ids under which they are shown: those of other codebooks, and
    /// those that somebody added to another version of ours. One of another codebook that is called as one of ours is told apart
    /// by the title of its codebook.
    #[must_use]
    pub fn labels(&self, ours: &Codebook, versions: &Map<VersionId, Arc<Codebook>>) -> Map<ThemeId, Arc<str>> {
        let mut labels: Map<ThemeId, Arc<str>> = Map::new();
        for (version, codebook) in versions {
            if !self.foreign.contains_key(version) {
                let added = codebook.themes.iter().filter(|theme| ours.theme(&theme.id).is_none());
                labels.extend(added.map(|theme| (theme.id.clone(), Arc::clone(&theme.label))));
                continue;
            }
            for theme in &codebook.themes {
                let is_ours = ours.themes.iter().any(|own| own.label == theme.label);
                let label = if is_ours && !codebook.title.is_empty() {
                    [&*theme.label, " (", &*codebook.title, ")"].concat().into()
                } else {
                    Arc::clone(&theme.label)
                };
                labels.insert(ThemeId::from(&*foreign(&codebook.id, theme.id.as_str())), label);
            }
        }
        labels
    }

    /// A question that was answered under a version.
    #[must_use]
    pub fn question<'a>(&'a self, id: &'a QuestionId, under: Option<&VersionId>) -> Resolved<'a, &'a QuestionId> {
        match self.elsewhere(under) {
            None => Resolved::Ours(id),
            Some(from) => match self.mapped(from, Code::Question(id.clone())) {
                Some(Code::Question(ours)) => Resolved::Mapped(from, ours),
                _ => Resolved::Foreign(from, id),
            },
        }
    }

    /// An answer that was given under a version, with its question. It is mapped by itself: that a question is the same does not
    /// say that its answers are.
    #[must_use]
    pub fn option<'a>(
        &'a self,
        question: &'a QuestionId,
        id: &'a OptionId,
        under: Option<&VersionId>,
    ) -> Resolved<'a, (&'a QuestionId, &'a OptionId)> {
        match self.elsewhere(under) {
            None => Resolved::Ours((question, id)),
            Some(from) => match self.mapped(from, Code::Option(question.clone(), id.clone())) {
                Some(Code::Option(question, ours)) => Resolved::Mapped(from, (question, ours)),
                _ => Resolved::Foreign(from, (question, id)),
            },
        }
    }
}

impl Codebook {
    /// What a code is called; its id where the codebook does not know it.
    #[must_use]
    pub fn name_of(&self, code: &Code) -> Arc<str> {
        match code {
            Code::Theme(id) => self.called(id),
            Code::Question(id) => {
                self.question(id).map_or_else(|| id.to_shared(), |question| Arc::clone(&question.prompt))
            }
            Code::Option(question, id) => {
                self.question(question).map_or_else(|| id.to_shared(), |question| question.called(id))
            }
        }
    }

    /// How many codes it has: questions, answers and themes.
    #[must_use]
    pub fn codes(&self) -> usize {
        self.questions.iter().map(|question| 1 + question.options.len()).sum::<usize>() + self.themes.len()
    }

    /// Takes in the codes of another version that this one does not have.
    pub fn add_codes(&mut self, other: &Self) {
        for theirs in &other.questions {
            match self.questions.iter_mut().find(|question| question.id == theirs.id) {
                Some(question) => {
                    let known = |id: &OptionId| question.options.iter().any(|option| option.id == *id);
                    let new: Vec<_> = theirs.options.iter().filter(|option| !known(&option.id)).cloned().collect();
                    question.options.extend(new);
                }
                None => self.questions.push(theirs.clone()),
            }
        }
        let new: Vec<_> = other.themes.iter().filter(|theme| self.theme(&theme.id).is_none()).cloned().collect();
        self.themes.extend(new);
    }

    /// True when it has this code.
    fn has(&self, code: &Code) -> bool {
        match code {
            Code::Question(id) => self.question(id).is_some(),
            Code::Option(question, id) => {
                self.question(question).is_some_and(|question| question.options.iter().any(|option| option.id == *id))
            }
            Code::Theme(id) => self.theme(id).is_some(),
        }
    }
}
