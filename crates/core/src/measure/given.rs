//! Under which rules the answers were given that lie side by side: today's, those of earlier versions, or another codebook's.

use super::comparison::Comparison;
use crate::{
    base::{
        id::{CodebookId, VersionId},
        map::Map,
    },
    codebook::{Codebook, resolve::Resolver},
    record::{Record, Themes},
};

/// How many answers were given under which rules. An answer is one to a question, a theme that is named, or that none applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Under the current version.
    pub current: usize,
    /// Under each earlier one.
    pub earlier: Map<VersionId, usize>,
    /// Under a version that nobody wrote down.
    pub unknown: usize,
    /// With another codebook, and read as ours by a map.
    pub matched: Map<CodebookId, usize>,
    /// With another codebook, and nothing of ours.
    pub(crate) unmatched: Map<CodebookId, usize>,
}

impl Given {
    /// Counts the answers of layers as they are shown. `version` is the current one, of the codebook that they are read with.
    #[must_use]
    pub fn new(comparison: &Comparison<'_>, codebook: &Codebook, version: &VersionId, resolver: &Resolver) -> Self {
        let mut given = Self::default();
        for record in (0..comparison.paragraphs()).flat_map(|at| comparison.records(at)).flatten() {
            each(record, codebook, |under, is_ours| given.count(under, is_ours, version, resolver));
        }
        given
    }

    fn count(&mut self, under: Option<&VersionId>, is_ours: bool, version: &VersionId, resolver: &Resolver) {
        let place = match (under, resolver.elsewhere(under)) {
            (None, _) => &mut self.unknown,
            (_, Some(other)) => {
                let there = if is_ours { &mut self.matched } else { &mut self.unmatched };
                there.entry(other.clone()).or_default()
            }
            (Some(under), None) if under == version => &mut self.current,
            (Some(under), None) => self.earlier.entry(under.clone()).or_default(),
        };
        *place += 1;
    }

    /// Under which versions of ours answers were given: earlier ones, and then the current one, which stands alone where
    /// nothing is known.
    pub(crate) fn versions<'a>(&'a self, current: &'a VersionId) -> impl Iterator<Item = &'a VersionId> {
        let is_current = self.current > 0 || self.earlier.is_empty();
        self.earlier.keys().chain(is_current.then_some(current))
    }

    /// How many answers were given under a version of ours that is known.
    #[must_use]
    pub fn known(&self) -> usize {
        self.current + self.earlier.values().sum::<usize>()
    }
}

/// Calls `visit` for each answer that stands, with its version, and whether it is one of ours.
fn each(record: &Record, codebook: &Codebook, mut visit: impl FnMut(Option<&VersionId>, bool)) {
    for (question, register) in record.stances.iter().filter(|(_, register)| register.value.is_some()) {
        visit(register.under.as_ref(), codebook.question(question).is_some());
    }
    match (record.themes(), &record.none_applies) {
        (Themes::Set(set), _) => {
            let registers = set.iter().filter_map(|theme| Some((theme, record.themes.get(theme)?)));
            registers.for_each(|(theme, register)| visit(register.under.as_ref(), codebook.theme(theme).is_some()));
        }
        (Themes::NoneApplies, Some(register)) => visit(register.under.as_ref(), true),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::stamp::Stamp,
        codebook::{
            code::Code,
            mapping::{Maps, To},
            sample,
        },
        measure::comparison::testing::{article, layer},
        record::Layer,
    };

    /// A layer that was given under one version, as it is shown.
    fn given(said: &[(&str, &[&str])], under: Option<&str>, resolver: &Resolver) -> Layer {
        let mut layer = layer(&article(3), said);
        for record in layer.records.values_mut() {
            let under = || under.map(VersionId::from);
            record.stances.values_mut().for_each(|register| register.under = under());
            record.themes.values_mut().for_each(|register| register.under = under());
            record.none_applies.iter_mut().for_each(|register| register.under = under());
        }
        layer.resolved(resolver)
    }

    #[test]
    fn answers_are_counted_by_the_rules_that_they_were_given_under() {
        let (codebook, version) = (sample::codebook(), VersionId::from("now"));
        let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
        let to = To::Ours(Code::Theme("image".into()));
        let from = (CodebookId::from("theirs"), Code::Theme("rivalry".into()));
        let maps = Maps::from([(from, crate::base::register::Register::new(Some(to), stamp))]);
        let versions = Map::from([("v".into(), CodebookId::from("theirs")), ("was".into(), codebook.id.clone())]);
        let resolver = Resolver::new(&codebook, &[], &versions, &maps);
        let layers = [
            given(&[("supports", &["rivalry", "image"]), ("", &["none"])], Some("now"), &resolver),
            given(&[("supports", &["rivalry"])], Some("was"), &resolver),
            given(&[("opposes", &[])], Some("of which nobody knows anything"), &resolver),
            given(&[("opposes", &["image"])], None, &resolver),
            given(&[("supports", &["rivalry", "image"])], Some("v"), &resolver),
        ];
        let article = article(3);
        let comparison = Comparison::new(&article, &codebook, layers.iter().collect());
        let found = Given::new(&comparison, &codebook, &version, &resolver);
        let theirs = || CodebookId::from("theirs");
        let expected = Given {
            current: 4,
            earlier: [("was".into(), 2), ("of which nobody knows anything".into(), 1)].into(),
            unknown: 2,
            matched: [(theirs(), 1)].into(),
            unmatched: [(theirs(), 2)].into(),
        };
        assert_eq!(found, expected);
        assert_eq!(found.known(), 7);
    }
}
