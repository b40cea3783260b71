//! What there is to say first of a class: where it divides, where it agrees, which theme it is undecided about, and of what
//! too few have answered to tell. Facts only; `output/findings` has the sentences.

use super::{comparison::Comparison, division::Division};
use crate::{
    base::{
        id::{OptionId, QuestionId, ThemeId},
        map::Map,
    },
    record::Themes,
};

/// The most that is said.
const MOST: usize = 5;
/// Of a class with less to say it is also said how much all of it has answered.
const FEWEST: usize = 3;
/// With fewer people a theme that somebody left out tells nothing of the class.
const CLASS: u32 = 3;

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How many.
    pub some: u32,
    /// Of how many.
    pub all: u32,
}

/// An answer, and how many of those who answered the paragraph gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub option: OptionId,
    /// How many gave it.
    pub part: Part,
}

/// Something that is true of a class. Paragraphs are by their index, from 0, and stand in reading order unless it says
/// otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nobody has answered.
    Nobody,
    /// One person alone has answered, so many paragraphs.
    Alone(usize),
    /// Two people, both of whom answered so many paragraphs, gave different answers to these.
    Two {
        /// How many paragraphs both answered.
        both: usize,
        /// Those with different answers.
        differing: Vec<usize>,
    },
    /// Of two people one is for and one against on these.
    Opposite(Vec<usize>),
    /// Of two people only one has answered these.
    OneOnly(Vec<usize>),
    /// On these people are furthest apart: of the pairs who both answered, the largest share differs, those for and against
    /// counted twice. The one on which it is larger comes first.
    Split {
        /// On none that is not among them, and that half of the people answered, is it as large, but for those of `more`.
        paragraphs: Vec<usize>,
        /// On how many others it is as large as on the last of them.
        more: usize,
        /// The answers that were given most to the first of them, at most two.
        first: Vec<Given>,
        /// How many have not answered the first of them.
        open: u32,
    },
    /// Nowhere were different answers given, and on some paragraph two people could have.
    United,
    /// No paragraph was answered by two people.
    Apart,
    /// On these everybody (`true`), or everybody who answered, gave one answer: always the same one, if it is named.
    Agreed {
        /// The paragraphs.
        paragraphs: Vec<usize>,
        /// The answer.
        option: Option<OptionId>,
        /// Whether nobody left one of them out.
        everybody: bool,
    },
    /// Nowhere does everybody who answered agree; nowhere do fewer of the pairs who both answered differ than here, and some
    /// do not.
    Closest {
        /// The paragraph.
        paragraph: usize,
        /// On how many others as few differ.
        more: usize,
        /// The answer that was given most there.
        given: Given,
    },
    /// Nowhere does everybody who answered agree, and where people come closest is where they are furthest apart: of few
    /// paragraphs many pairs can differ and a smaller share of them than elsewhere.
    NoneAgreed,
    /// Nowhere did two people give the same answer, and on some paragraph two could have.
    AllDiffer,
    /// On these answers are alike and themes differ.
    OnlyThemes(Vec<usize>),
    /// On these themes differ most, and no answers were given at all: the one that does so more first.
    Themes(Vec<usize>),
    /// On each of these this theme was named by so many of those who said anything of themes, and nowhere does a share come
    /// nearer to half of them; of equal shares it is the one that most people said something of.
    Theme {
        /// The theme.
        theme: ThemeId,
        /// The paragraphs.
        paragraphs: Vec<usize>,
        /// How many named it on each.
        part: Part,
        /// How many said nothing of themes there.
        open: u32,
    },
    /// Everybody answered so many of all paragraphs.
    Covered {
        /// How many.
        whole: usize,
        /// How many there are.
        all: usize,
    },
    /// Fewer than half answered these; of the first, which fewest have, it is said how many.
    Thin {
        /// The paragraphs, the one with fewest answers first.
        paragraphs: Vec<usize>,
        /// How many answered the first of them.
        part: Part,
    },
}

/// What there is to say of the people of a comparison through one question, what matters most first: at most five findings,
/// at least one. `divisions` are those of this comparison and question.
#[must_use]
pub fn findings(comparison: &Comparison<'_>, question: &QuestionId, divisions: &[Division]) -> Vec<Finding> {
    let people = u32::try_from(comparison.annotators()).unwrap_or(u32::MAX);
    let answered: Vec<usize> = of(divisions, |division| division.answered > 0);
    if answered.is_empty() {
        return without_answers(people, divisions);
    }
    // Whoever only named themes is here, and cannot be agreed with.
    let answering = comparison.answering(question);
    if answering < 2 {
        return vec![Finding::Alone(answered.len())];
    }
    let mut found = if people == 2 { of_two(divisions) } else { of_many(divisions, people) };
    let alike = of(divisions, |division| division.pairs > 0 && division.differing == 0 && division.themes > 0);
    let theme = (people >= CLASS).then(|| theme(comparison)).flatten();
    let thin = if people >= CLASS { thin(divisions, people) } else { None };
    found.extend(theme.into_iter().chain(thin));
    if !alike.is_empty() {
        found.push(Finding::OnlyThemes(alike));
    }
    found.truncate(MOST);
    if found.len() < FEWEST && people >= CLASS {
        let whole = of(divisions, |division| division.open == 0).len();
        found.push(Finding::Covered { whole, all: divisions.len() });
    }
    found
}

/// The paragraphs of which this is true.
fn of(divisions: &[Division], is: impl Fn(&Division) -> bool) -> Vec<usize> {
    divisions.iter().enumerate().filter(|(_, division)| is(division)).map(|(at, _)| at).collect()
}

fn without_answers(people: u32, divisions: &[Division]) -> Vec<Finding> {
    let mut themes = of(divisions, |division| division.themes > 0);
    if people < 2 || themes.is_empty() {
        return vec![Finding::Nobody];
    }
    themes.sort_by(|a, b| (divisions[*b].themes, a).cmp(&(divisions[*a].themes, b)));
    themes.truncate(3);
    vec![Finding::Themes(themes)]
}

fn of_two(divisions: &[Division]) -> Vec<Finding> {
    let both = of(divisions, |division| division.pairs > 0).len();
    if both == 0 {
        return vec![Finding::Apart];
    }
    let mut found = vec![Finding::Two { both, differing: of(divisions, |division| division.differing > 0) }];
    let opposite = of(divisions, |division| division.opposite > 0);
    let one = of(divisions, |division| division.answered == 1);
    found.extend((!opposite.is_empty()).then_some(Finding::Opposite(opposite)));
    found.extend((!one.is_empty()).then_some(Finding::OneOnly(one)));
    found
}

fn of_many(divisions: &[Division], people: u32) -> Vec<Finding> {
    if divisions.iter().all(|division| division.pairs == 0) {
        return vec![Finding::Apart];
    }
    let split = split(divisions, people);
    let first = split.unwrap_or(Finding::United);
    let then = agreed(divisions, people).unwrap_or_else(|| match (&first, closest(divisions)) {
        (Finding::Split { paragraphs, .. }, Finding::Closest { paragraph, .. }) if paragraphs.contains(&paragraph) => {
            Finding::NoneAgreed
        }
        (_, closest) => closest,
    });
    vec![first, then]
}

/// True where fewer than half have answered.
fn is_thin(division: &Division, people: u32) -> bool {
    u64::from(division.answered) * 2 < u64::from(people)
}

/// Where people are furthest apart, cut where they are further on one paragraph than on the next. The order of discussion weighs
/// how many have answered as well; this speaks of those who have.
fn split(divisions: &[Division], people: u32) -> Option<Finding> {
    let differing = of(divisions, |division| division.differing > 0);
    let mut ranked: Vec<usize> = differing.iter().copied().filter(|at| !is_thin(&divisions[*at], people)).collect();
    if ranked.is_empty() {
        ranked = differing;
    }
    // So fine that shares of different numbers of pairs are equal only where they are.
    let much = |at: usize| {
        let Division { differing, opposite, pairs, .. } = divisions[at];
        (u128::from(differing) + u128::from(opposite)) * 1_000_000_000_000_000_000 / u128::from(pairs.max(1))
    };
    ranked.sort_by(|a, b| (much(*b), a).cmp(&(much(*a), b)));
    let first = *ranked.first()?;
    let is_cut = |n: &usize| *n == ranked.len() || *n < ranked.len() && much(ranked[n - 1]) > much(ranked[*n]);
    let (named, more) = [2, 1, 3].into_iter().find(is_cut).map_or_else(
        || {
            // So many divide alike that a choice among them has to be told.
            let last = much(ranked[1]);
            (2, ranked.iter().skip(2).filter(|at| much(**at) == last).count())
        },
        |named| (named, 0),
    );
    ranked.truncate(named);
    let division = &divisions[first];
    let mut given: Vec<Given> = division.answers.iter().map(|(option, n)| given(division, option, *n)).collect();
    // Stable, so that of equals the one that is offered first comes first.
    given.sort_by_key(|given| std::cmp::Reverse(given.part.some));
    given.truncate(2);
    Some(Finding::Split { paragraphs: ranked, more, first: given, open: division.open })
}

fn given(division: &Division, option: &OptionId, n: u32) -> Given {
    Given { option: option.clone(), part: Part { some: n, all: division.answered } }
}

fn agreed(divisions: &[Division], people: u32) -> Option<Finding> {
    let unanimous = |division: &Division| division.pairs > 0 && division.differing == 0;
    let whole = of(divisions, |division| unanimous(division) && division.answered == people);
    let everybody = !whole.is_empty();
    let paragraphs = if everybody { whole } else { of(divisions, unanimous) };
    let option = |at: usize| divisions[at].answers.first().map(|(option, _)| option);
    let first = option(*paragraphs.first()?);
    let option = first.filter(|_| paragraphs.iter().all(|at| option(*at) == first)).cloned();
    Some(Finding::Agreed { paragraphs, option, everybody })
}

/// Where fewest of the pairs who both answered differ: that is the share which stands beside a paragraph everywhere. Of equals it
/// is the one that most have answered. There is a paragraph that two answered.
fn closest(divisions: &[Division]) -> Finding {
    let alike = |division: &Division| division.pairs - division.differing;
    // Shares are compared across, without fractions.
    let across = |one: &Division, other: &Division| u64::from(alike(one)) * u64::from(other.pairs);
    let any = || divisions.iter().enumerate().filter(|(_, division)| alike(division) > 0);
    let mut best: Option<(usize, &Division)> = None;
    for (at, now) in any() {
        let more = |best: &Division| (across(now, best), now.answered) > (across(best, now), best.answered);
        if best.is_none_or(|(_, best)| more(best)) {
            best = Some((at, now));
        }
    }
    let Some((paragraph, division)) = best else { return Finding::AllDiffer };
    let more = any().filter(|(at, now)| *at != paragraph && across(now, division) == across(division, now)).count();
    let most = division.answers.iter().rev().max_by_key(|(_, n)| *n);
    most.map_or(Finding::AllDiffer, |(option, n)| Finding::Closest {
        paragraph,
        more,
        given: given(division, option, *n),
    })
}

/// The theme that people are most undecided about, where it comes closest to half of them.
fn theme(comparison: &Comparison<'_>) -> Option<Finding> {
    let people = u32::try_from(comparison.annotators()).unwrap_or(u32::MAX);
    let mut named = Map::<ThemeId, Vec<(usize, Part)>>::new();
    for at in 0..comparison.paragraphs() {
        let said = comparison.records(at).flatten().filter(|record| record.themes() != Themes::NotCoded).count();
        let all = u32::try_from(said).unwrap_or(u32::MAX);
        for (theme, n) in comparison.named(at) {
            let some = u32::try_from(n).unwrap_or(u32::MAX);
            if all >= CLASS && some < all {
                named.entry(theme).or_default().push((at, Part { some, all }));
            }
        }
    }
    // The variance of a share, without fractions: it is greatest at half.
    let much = |part: &Part| u64::from(part.some) * u64::from(part.all - part.some);
    let more = |part: &Part, best: &Part| {
        let across = |one: &Part, other: &Part| much(one) * u64::from(other.all) * u64::from(other.all);
        (across(part, best), part.all) > (across(best, part), best.all)
    };
    let mut best: Option<(ThemeId, Part)> = None;
    for theme in comparison.themes() {
        for (_, part) in named.get(&theme).into_iter().flatten() {
            if best.as_ref().is_none_or(|(_, best)| more(part, best)) {
                best = Some((theme.clone(), *part));
            }
        }
    }
    let (theme, part) = best?;
    let paragraphs = named.get(&theme)?.iter().filter(|(_, each)| *each == part).map(|(at, _)| *at).collect();
    Some(Finding::Theme { theme, paragraphs, part, open: people.saturating_sub(part.all) })
}

fn thin(divisions: &[Division], people: u32) -> Option<Finding> {
    let mut paragraphs = of(divisions, |division| is_thin(division, people));
    paragraphs.sort_by_key(|at| (divisions[*at].answered, *at));
    let some = divisions[*paragraphs.first()?].answered;
    Some(Finding::Thin { paragraphs, part: Part { some, all: people } })
}

#[cfg(test)]
mod tests;
