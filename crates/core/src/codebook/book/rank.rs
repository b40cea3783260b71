//! The order in which things are shown, as texts that sort: between two of them there is always room for another, so moving
//! one thing writes one register.
//!
//! A rank is a fraction between 0 and 1 in digits to the base of 36, without the leading “0.” and without zeros at its end.

use std::sync::Arc;

/// The digits, in the order in which they sort.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
/// The longest rank that is taken for one, in digits.
const LONGEST: usize = 100;

/// True for a text that is a rank. Anything else in its place counts as none.
pub(super) fn is_rank(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(|b| DIGITS.contains(&b)) && !text.ends_with('0')
}

fn digit(text: Option<&str>, at: usize) -> Option<usize> {
    let byte = text?.as_bytes().get(at)?;
    DIGITS.iter().position(|digit| digit == byte)
}

/// A rank after one and before another, which must be greater. At the end of a list ranks grow by a digit's one, so that a long
/// list that is made from its beginning to its end does not have long ranks.
fn between(after: Option<&str>, before: Option<&str>) -> String {
    let mut rank = String::new();
    let mut before = before;
    for at in 0.. {
        let low = digit(after, at).unwrap_or(0);
        let high = if before.is_some() { digit(before, at).unwrap_or(0) } else { DIGITS.len() };
        let is_past = after.is_none_or(|after| at >= after.len());
        if high > low + 1 {
            let middle = if before.is_none() && !is_past { low + 1 } else { low.midpoint(high) };
            rank.push(char::from(DIGITS[middle]));
            break;
        }
        rank.push(char::from(DIGITS[low]));
        if high == low + 1 {
            // Whatever comes now is less than what has to come after it.
            before = None;
        }
    }
    rank
}

/// As many ranks as are wanted, evenly apart.
pub(super) fn even(count: usize) -> Vec<Arc<str>> {
    let (mut digits, mut room) = (2, DIGITS.len() * DIGITS.len());
    while room <= count * DIGITS.len() {
        room *= DIGITS.len();
        digits += 1;
    }
    let step = room / (count + 1);
    let rank = |at: usize| {
        let mut rest = at * step;
        let mut rank = vec![0; digits];
        for place in rank.iter_mut().rev() {
            *place = DIGITS[rest % DIGITS.len()];
            rest /= DIGITS.len();
        }
        String::from_utf8(rank).unwrap_or_default().trim_end_matches('0').into()
    };
    (1..=count).map(rank).collect()
}

/// The ranks that have to be written so that a list is in this order, by their places in it: of the one at `new`, which was put
/// in there, and of others only where there is no room. The rest must be in order: rising ranks first, then those without.
pub(super) fn insert(ranks: &[Option<&str>], new: usize) -> Vec<(usize, Arc<str>)> {
    let mut written: Vec<(usize, Arc<str>)> = Vec::new();
    let mut last: Option<Arc<str>> = None;
    for (at, rank) in ranks.iter().enumerate() {
        let rank = rank.filter(|_| at != new);
        match rank {
            Some(rank) if at < new || last.as_deref().is_none_or(|last| last < rank) => {
                if at > new {
                    break;
                }
                last = Some(rank.into());
            }
            None if at > new => break,
            _ => {
                let ahead = ranks[at + 1..].iter().enumerate().filter(|(n, _)| at + 1 + n != new);
                let next =
                    ahead.filter_map(|(_, rank)| *rank).find(|rank| last.as_deref().is_none_or(|last| last < *rank));
                let rank: Arc<str> = between(last.as_deref(), next).into();
                last = Some(Arc::clone(&rank));
                written.push((at, rank));
            }
        }
    }
    if written.iter().any(|(_, rank)| !is_rank(rank)) {
        return even(ranks.len()).into_iter().enumerate().collect();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn there_is_always_room_between() {
        let some = [None, Some("1"), Some("01"), Some("a"), Some("a01"), Some("i"), Some("zz"), Some("zzi")];
        for (n, low) in some.iter().enumerate() {
            for high in some[n + 1..].iter().chain([&None]).filter(|high| low.is_none() || high.is_none() || low < high)
            {
                let rank = between(*low, *high);
                assert!(is_rank(&rank), "{rank}");
                assert!(low.is_none_or(|low| *low < *rank), "{low:?} {rank}");
                assert!(high.is_none_or(|high| *rank < *high), "{rank} {high:?}");
            }
        }
    }

    #[test]
    fn even_ranks_rise() {
        for count in [0, 1, 5, 35, 36, 200, 3000] {
            let ranks = even(count);
            assert_eq!(ranks.len(), count);
            assert!(ranks.iter().all(|rank| is_rank(rank) && rank.len() <= 5));
            assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn moving_writes_one_rank_where_there_is_room() {
        assert_eq!(insert(&[Some("a"), None, Some("c")], 1), [(1, "b".into())]);
        assert_eq!(insert(&[None], 0), [(0, "i".into())]);
        assert_eq!(insert(&[Some("a"), None, None, None], 1), [(1, "b".into())]);
        // Two that were put in one place by two people, and one between them.
        assert_eq!(insert(&[Some("a"), None, Some("a"), Some("c")], 1).len(), 2);
        // What never had a place gets one only where something comes behind it.
        assert_eq!(insert(&[None, None, None], 1), [(0, "i".into()), (1, "j".into())]);
    }

    proptest! {
        #[test]
        fn any_moves_leave_the_list_in_the_order_that_was_wanted(moves in proptest::collection::vec((0..9_usize, 0..9_usize), 0..200)) {
            let mut list: Vec<(usize, Option<Arc<str>>)> = (0..9).map(|id| (id, [None, Some("i".into())][id % 2].clone())).collect();
            let ordered = |list: &mut Vec<(usize, Option<Arc<str>>)>| crate::base::order::long(list, |a, b| (a.1.is_none(), &a.1, a.0).cmp(&(b.1.is_none(), &b.1, b.0)));
            ordered(&mut list);
            for (from, to) in moves {
                let moved = list.remove(from);
                list.insert(to, moved);
                let wanted: Vec<usize> = list.iter().map(|(id, _)| *id).collect();
                let ranks: Vec<Option<&str>> = list.iter().map(|(_, rank)| rank.as_deref()).collect();
                for (at, rank) in insert(&ranks, to) {
                    prop_assert!(is_rank(&rank));
                    list[at].1 = Some(rank);
                }
                ordered(&mut list);
                prop_assert_eq!(list.iter().map(|(id, _)| *id).collect::<Vec<_>>(), wanted);
            }
        }
    }
}
