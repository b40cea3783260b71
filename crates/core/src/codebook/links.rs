//! Links from one thing to another of its kind, as from a theme to its parent. Each has one at most.

use crate::base::map::Map;

/// For each circle of links, the smallest thing in it.
pub(super) fn circles<'a, K: Ord>(links: &Map<&'a K, &'a K>) -> Vec<&'a K> {
    // Where a walk went through already need not be walked again: what is in a circle was found then.
    let mut walked: Map<&K, usize> = links.keys().map(|from| (*from, 0)).collect();
    let mut found = Vec::new();
    for (walk, start) in links.keys().enumerate() {
        let mut at = *start;
        while let (Some(to), Some(mark)) = (links.get(&at), walked.get_mut(&at))
            && *mark == 0
        {
            *mark = walk + 1;
            at = to;
        }
        if walked.get(&at) == Some(&(walk + 1)) {
            found.push(smallest(links, at));
        }
    }
    found
}

/// The smallest thing in the circle that this one is in.
fn smallest<'a, K: Ord>(links: &Map<&'a K, &'a K>, start: &'a K) -> &'a K {
    let (mut least, mut at) = (start, start);
    while let Some(to) = links.get(&at) {
        at = to;
        least = least.min(at);
        if at == start {
            break;
        }
    }
    least
}

/// Leaves out the link of the smallest thing in every circle. Whoever holds the same links leaves out the same ones, and
/// every walk ends then.
pub(super) fn without_circles<'a, K: Ord>(mut links: Map<&'a K, &'a K>) -> Map<&'a K, &'a K> {
    for least in circles(&links) {
        links.remove(&least);
    }
    links
}

/// Where the links from here end. The links must have no circle.
pub(super) fn end<'a, K: Ord>(links: &Map<&'a K, &'a K>, from: &'a K) -> &'a K {
    let mut at = from;
    // Bounded even so: a mistake here would hang the page.
    for _ in 0..links.len() {
        match links.get(&at) {
            Some(to) => at = to,
            None => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_circle_loses_the_link_of_its_smallest() {
        let pairs = [(1, 2), (2, 3), (3, 2), (4, 4), (5, 1), (6, 7), (7, 8), (8, 6)];
        let links: Map<&i32, &i32> = pairs.iter().map(|(from, to)| (from, to)).collect();
        assert_eq!(circles(&links), [&2, &4, &6]);
        let open = without_circles(links);
        assert!(circles(&open).is_empty());
        assert_eq!([1, 3, 4, 5, 7].map(|from| *end(&open, &pairs[from - 1].0)), [2, 2, 4, 2, 6]);
    }
}
