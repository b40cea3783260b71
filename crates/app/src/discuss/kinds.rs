//! How people differ on a paragraph, in one sentence.

use postil_core::{base::map::Map, measure::difference::Kind};
use std::sync::Arc;

/// More ways than these are not told in one breath.
const TOLD: usize = 3;

/// "Some of you are for and some against; some see both sides where others see one." The commonest ways come first, the
/// gravest of equally common ones. `two` says whether there are two people who could differ.
pub(super) fn sentence(kinds: &Map<Kind, usize>, two: bool) -> Arc<str> {
    let mut ways: Vec<(Kind, usize)> = kinds.iter().map(|(kind, pairs)| (*kind, *pairs)).collect();
    ways.sort_by_key(|(kind, pairs)| (std::cmp::Reverse(*pairs), *kind));
    let told: Vec<&str> = ways.iter().take(TOLD).map(|(kind, _)| way(*kind)).collect();
    match &told[..] {
        [] if two => "You all agree.".into(),
        [] => "It takes two answers to differ.".into(),
        [first] => ["Some of you ", first, "."].concat().into(),
        [first, others @ ..] => ["Some of you ", first, "; some ", &others.join("; some "), "."].concat().into(),
    }
}

/// What some do, and others do not.
fn way(kind: Kind) -> &'static str {
    match kind {
        Kind::Opposite => "read it as for and others as against",
        Kind::SideNeutral => "see a side taken where others see none",
        Kind::MixedSide => "see both sides where others see one",
        Kind::StanceNone => "find a stance here and others find none",
        Kind::OtherAnswers => "gave different answers",
        Kind::KindredThemes => "chose a theme close to that of others",
        Kind::OtherThemes => "chose different themes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kinds: &[(Kind, usize)], two: bool) -> String {
        sentence(&kinds.iter().copied().collect(), two).to_string()
    }

    #[test]
    fn the_commonest_way_comes_first_and_there_are_three_at_most() {
        let all = [
            (Kind::Opposite, 2),
            (Kind::MixedSide, 9),
            (Kind::StanceNone, 2),
            (Kind::SideNeutral, 1),
            (Kind::OtherThemes, 1),
        ];
        assert_eq!(
            of(&all, true),
            "Some of you see both sides where others see one; some read it as for and others as against; some find a \
             stance here and others find none."
        );
        assert_eq!(of(&all[..1], true), "Some of you read it as for and others as against.");
    }

    #[test]
    fn nobody_differs_where_all_agree_and_nobody_alone() {
        assert_eq!(
            (of(&[], true), of(&[], false)),
            ("You all agree.".into(), "It takes two answers to differ.".into())
        );
    }

    #[test]
    fn every_way_is_a_sentence_without_numbers_or_pairs() {
        for kind in Kind::ALL {
            let said = of(&[(kind, 36)], true);
            assert!(said.starts_with("Some of you ") && said.ends_with('.'), "{said}");
            assert!(!said.contains("36") && !said.contains("pair"), "{said}");
        }
    }
}
