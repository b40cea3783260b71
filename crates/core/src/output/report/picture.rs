//! One picture of the whole: a column for each paragraph, made of its answers.

use super::model::Tally;

/// More columns than this would be thinner than a hair on paper.
const MOST: usize = 300;

/// A column, in shares of the picture in tenths of a percent. The first answer stands at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The paragraph's index, from 0.
    pub paragraph: usize,
    /// Where it begins.
    pub start: u32,
    /// How wide it is.
    pub width: u32,
    /// The place of each answer among the options, `None` for those who gave none, with where it begins from the top and how
    /// high it is.
    pub pieces: Vec<(Option<usize>, u32, u32)>,
    /// True where its number stands below it: there is not room for all.
    pub numbered: bool,
}

impl Column {
    /// The middle of it, where its number stands.
    #[must_use]
    pub fn middle(&self) -> u32 {
        self.start + self.width / 2
    }

    /// True where a piece so high has room for the sign of its answer.
    #[must_use]
    pub fn has_room(&self, height: u32) -> bool {
        self.width >= 20 && height >= 110
    }
}

/// A share in tenths of a percent as a length: "12.5%".
#[must_use]
pub fn percent(share: u32) -> String {
    format!("{}.{}%", share / 10, share % 10)
}

/// The columns of these tallies, which stand in reading order. None where there is nothing to draw or too much.
#[must_use]
pub fn columns<'a>(tallies: impl ExactSizeIterator<Item = &'a Tally>) -> Vec<Column> {
    let n = tallies.len();
    if n > MOST {
        return Vec::new();
    }
    let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| n <= 30 * step).unwrap_or(50);
    let at = |part: usize, all: usize| u32::try_from(part * 1000 / all).unwrap_or(1000);
    let column = |(paragraph, tally): (usize, &Tally)| {
        let (start, end) = (at(paragraph, n), at(paragraph + 1, n));
        let all = (tally.counts.iter().sum::<usize>() + tally.not_coded).max(1);
        let answers = tally.counts.iter().enumerate().map(|(option, count)| (Some(option), *count));
        let mut below = 0;
        let mut pieces = Vec::new();
        for (option, count) in answers.chain([(None, tally.not_coded)]).filter(|(_, count)| *count > 0) {
            let (from, to) = (at(below, all), at(below + count, all));
            pieces.push((option, 1000 - to, to - from));
            below += count;
        }
        let number = paragraph + 1;
        // A gap of a fifth, so that the columns are seen as such.
        Column {
            paragraph,
            start,
            width: (end - start) * 4 / 5,
            pieces,
            numbered: number % step == 0 || (number == 1 && step > 2),
        }
    };
    let columns: Vec<Column> = tallies.enumerate().map(column).collect();
    if columns.iter().any(|column| column.pieces.iter().any(|(option, ..)| option.is_some())) {
        columns
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(counts: &[usize], not_coded: usize) -> Tally {
        Tally { counts: counts.to_vec(), not_coded }
    }

    #[test]
    fn a_column_is_full_and_its_pieces_touch() {
        let tallies = [tally(&[3, 0, 4], 0), tally(&[0, 0, 0], 7), tally(&[1, 1, 1], 4)];
        let columns = columns(tallies.iter());
        assert_eq!(columns.len(), 3);
        for column in &columns {
            assert_eq!(column.pieces.iter().map(|(.., height)| height).sum::<u32>(), 1000);
            let mut top = 1000;
            for (_, start, height) in &column.pieces {
                assert_eq!(start + height, top);
                top = *start;
            }
        }
        assert_eq!(columns[0].pieces.iter().map(|(option, ..)| *option).collect::<Vec<_>>(), [Some(0), Some(2)]);
        assert_eq!(columns[1].pieces, [(None, 0, 1000)]);
        assert!(columns.iter().all(|column| column.numbered));
    }

    #[test]
    fn nothing_is_drawn_of_nothing_and_not_of_too_much() {
        assert!(columns([].iter()).is_empty());
        assert!(columns([tally(&[0], 3)].iter()).is_empty());
        assert_eq!(columns(vec![tally(&[1], 0); MOST].iter()).len(), MOST);
        assert!(columns(vec![tally(&[1], 0); MOST + 1].iter()).is_empty());
        let many = columns(vec![tally(&[1], 0); 100].iter());
        let numbered: Vec<usize> =
            many.iter().filter(|column| column.numbered).map(|column| column.paragraph + 1).collect();
        assert_eq!(numbered[..4], [1, 5, 10, 15]);
        assert!(many.iter().all(|column| column.width > 0));
    }
}
