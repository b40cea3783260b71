//! How people differ on a paragraph, in one sentence.

use crate::strings::discuss as strings;
use postil_core::{base::map::Map, measure::difference::Kind};
use std::sync::Arc;

/// More ways than these are not told in one breath.
const TOLD: usize = 3;

/// "Some of you say it is for, others that it is against; some chose different themes." The commonest ways come first,
/// and the gravest of equally common ones. `two` says whether there are two people who could differ.
pub(super) fn sentence(kinds: &Map<Kind, usize>, two: bool) -> Arc<str> {
    let mut ways: Vec<(Kind, usize)> = kinds.iter().map(|(kind, pairs)| (*kind, *pairs)).collect();
    ways.sort_by_key(|(kind, pairs)| (std::cmp::Reverse(*pairs), *kind));
    let told: Vec<&str> = ways.iter().take(TOLD).map(|(kind, _)| way(*kind)).collect();
    match &told[..] {
        [] if two => strings::all_agree().into(),
        [] => strings::nothing_to_compare().into(),
        [first] => strings::some(first).into(),
        [first, others @ ..] => strings::some_and_others(first, &others.join(strings::and_some())).into(),
    }
}

/// What some do, and others do not.
fn way(kind: Kind) -> &'static str {
    match kind {
        Kind::Opposite => strings::opposite(),
        Kind::SideNeutral => strings::side_or_neutral(),
        Kind::MixedSide => strings::mixed_or_side(),
        Kind::StanceNone => strings::stance_or_none(),
        Kind::OtherAnswers => strings::other_answers(),
        Kind::KindredThemes => strings::kindred_themes(),
        Kind::OtherThemes => strings::other_themes(),
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
            "Some of you see both sides in it, others one; some say it is for, others that it is against; \
             some see a stance here, others see none."
        );
        assert_eq!(of(&all[..1], true), "Some of you say it is for, others that it is against.");
    }

    #[test]
    fn nobody_differs_where_all_agree_and_nobody_alone() {
        assert_eq!(
            (of(&[], true), of(&[], false)),
            ("You all agree.".into(), "Fewer than two answers, so there is nothing to compare.".into())
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
