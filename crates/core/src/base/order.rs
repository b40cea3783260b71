//! Sorting.
//!
//! The sorts of `std` weigh five kilobytes for each type they sort. Most lists here are short, and for those that a file
//! can make long, only their places are sorted, which is the same code whatever they hold.

use super::moves::moved;
use std::cmp::Ordering;

/// Up to this length comparing neighbours is the quickest way.
const SHORT: usize = 32;

/// Sorts a list of any length, keeping the order of equals.
pub(crate) fn long<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if list.len() <= SHORT {
        return short(list, compare);
    }
    let mut places = places(list.len(), &|a, b| compare(&list[a], &list[b]) != Ordering::Greater);
    // Round each circle of places once: what is to stand here comes from there.
    for start in 0..places.len() {
        let mut here = start;
        while places[here] != start {
            let from = places[here];
            places[here] = here;
            list.swap(here, from);
            here = from;
        }
        places[here] = here;
    }
}

/// The places of a list in the order in which they are to stand: a merge sort, from pairs upwards.
fn places(len: usize, in_order: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut from: Vec<usize> = (0..len).collect();
    let mut to = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        for piece in from.chunks(2 * width) {
            moved(piece.len());
            let (mut left, mut right) = piece.split_at(width.min(piece.len()));
            while let (Some(a), Some(b)) = (left.first(), right.first()) {
                let side = if in_order(*a, *b) { &mut left } else { &mut right };
                to.push(side[0]);
                *side = &side[1..];
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        std::mem::swap(&mut from, &mut to);
        to.clear();
        width *= 2;
    }
    from
}

/// Sorts a short list, keeping the order of equals. Beyond some hundred items it is slow: see `long`.
pub fn short<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && compare(&list[at - 1], &list[at]) == Ordering::Greater {
            moved(1);
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    #[test]
    fn is_stable() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        crate::base::order::short(&mut list, |a, b| a.0.cmp(&b.0));
        assert_eq!(list, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn long_lists_are_sorted_as_std_does_and_as_quickly() {
        for len in [0, 1, 31, 32, 33, 64, 1000, 20_000_usize] {
            let mut list: Vec<(usize, usize)> = (0..len).map(|at| ((len - at) * 7919 % 101, at)).collect();
            let mut expected = list.clone();
            expected.sort_by_key(|(value, _)| *value);
            let compared = Cell::new(0_usize);
            crate::base::order::long(&mut list, |a, b| {
                compared.set(compared.get() + 1);
                a.0.cmp(&b.0)
            });
            assert_eq!(list, expected);
            assert!(compared.get() <= len.max(32) * 20, "{} comparisons of {len} items", compared.get());
        }
    }
}
