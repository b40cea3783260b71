//! Under which rules answers were given, in sentences.

use crate::{
    base::id::{CodebookId, VersionId},
    measure::given::Given,
    strings::output::report as strings,
};
use std::sync::Arc;

/// Under which versions of the codebook the answers were given. Empty where nothing is known of it.
#[must_use]
pub fn under(given: &Given) -> String {
    let (known, versions) = (given.known(), given.earlier.len() + usize::from(given.current > 0));
    let all = known + given.unknown;
    let unknown = match given.unknown {
        0 => String::new(),
        n => strings::and_unknown(&thousands(n)),
    };
    let current = thousands(given.current);
    match (known, given.unknown, given.current, given.earlier.len()) {
        (0, ..) => String::new(),
        (_, 0, _, 0) => strings::all_under_current().into(),
        (_, 0, 0, 1) => strings::all_under_earlier().into(),
        (.., 0) => strings::some_under_current(&current, &count(all, strings::so_many_answers), &unknown),
        _ => {
            let versions = count(versions, strings::so_many_versions);
            strings::under_versions(&versions, &current, &thousands(all), &unknown)
        }
    }
}

/// Those versions by their first digits: "version 2ce05b57db5a". Whoever looks an answer up needs the wording under which it was
/// given, and not that of today.
#[must_use]
pub fn versions(given: &Given, current: &VersionId) -> String {
    let known: Vec<&str> = given.versions(current).map(VersionId::short).collect();
    match known.as_slice() {
        [one] => strings::one_version(one),
        several => strings::several_versions(&several.join(", ")),
    }
}

/// What of it was given with other codebooks, and how that is read. `title` has the name of a codebook; empty where none is
/// known.
#[must_use]
pub fn matches(given: &Given, title: &dyn Fn(&CodebookId) -> Arc<str>) -> String {
    let name = |id| match &*title(id) {
        "" => strings::another_codebook().to_owned(),
        title => strings::codebook_called(title),
    };
    let matched = given.matched.iter().map(|(id, n)| strings::matched(*n, &thousands(*n), &name(id)));
    let unmatched = given.unmatched.iter().map(|(id, n)| strings::unmatched(*n, &thousands(*n), &name(id)));
    matched.chain(unmatched).collect::<Vec<_>>().join(" ")
}

/// A number in the words that say of what.
pub(super) fn count(n: usize, words: fn(usize, &str) -> String) -> String {
    words(n, &thousands(n))
}

/// A number with commas between the thousands.
pub(super) fn thousands(n: usize) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", thousands(n / 1000), n % 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_are_told_with_how_much_is_under_the_current_one() {
        let earlier = |each: &[(&str, usize)]| each.iter().map(|(id, n)| ((*id).into(), *n)).collect();
        let given = |current, each: &[(&str, usize)], unknown| {
            under(&Given { current, earlier: earlier(each), unknown, ..Given::default() })
        };
        assert_eq!(given(0, &[], 3), "");
        assert_eq!(given(5, &[], 0), "All answers were given under the current version of the codebook.");
        assert_eq!(given(0, &[("a", 5)], 0), "All answers were given under an earlier version of the codebook.");
        assert_eq!(
            given(18, &[("a", 12)], 0),
            "Answers were given under 2 versions of the codebook: 18 of 30 under the current one."
        );
        assert_eq!(
            given(1018, &[], 1),
            "1,018 of 1,019 answers were given under the current version of the codebook, and of 1 it is not known."
        );
        assert_eq!(
            given(0, &[("a", 1), ("b", 1)], 2),
            "Answers were given under 2 versions of the codebook: 0 of 4 under the current one, and of 2 it is not known."
        );
    }

    #[test]
    fn the_versions_named_are_those_of_the_answers() {
        let said = |current, earlier: &[&str]| {
            let earlier = earlier.iter().map(|id| ((*id).into(), 1)).collect();
            versions(&Given { current, earlier, ..Given::default() }, &"0123456789abcdef".into())
        };
        assert_eq!(said(0, &[]), "version 0123456789ab", "where nothing is known");
        assert_eq!(said(3, &[]), "version 0123456789ab");
        assert_eq!(said(0, &["aaaaaaaaaaaabb"]), "version aaaaaaaaaaaa", "nobody answered under that of today");
        assert_eq!(said(1, &["aaaaaaaaaaaabb", "c"]), "versions aaaaaaaaaaaa, c, 0123456789ab");
    }

    #[test]
    fn what_is_read_through_a_match_says_so() {
        let given = Given {
            matched: [("x".into(), 3)].into(),
            unmatched: [("x".into(), 1), ("y".into(), 2)].into(),
            ..Given::default()
        };
        let title = |id: &CodebookId| if id.as_str() == "x" { "Bees".into() } else { "".into() };
        assert_eq!(
            matches(&given, &title),
            "3 answers come from the codebook “Bees” and are matched with this codebook. 1 answer from the codebook \
             “Bees” has no match in this codebook. 2 answers from another codebook have no match in this codebook."
        );
        assert_eq!(matches(&Given::default(), &title), "");
    }
}
