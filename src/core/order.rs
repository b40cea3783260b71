//! Sorting short lists.
//!
//! The sorts of `std` are made for long ones and weigh five kilobytes for each type they sort. This one goes quadratic
//! beyond some hundred items; lists that can be long are kept in order from the start instead.

use std::cmp::Ordering;

/// Sorts a short list, keeping the order of equals.
pub fn short<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && compare(&list[at - 1], &list[at]) == Ordering::Greater {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_stable() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        super::short(&mut list, |a, b| a.0.cmp(&b.0));
        assert_eq!(list, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
