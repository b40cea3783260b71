//! The table that all coefficients are computed from.

/// A label: an index into whatever list of answers the caller has.
pub type Label = u16;

/// Items by coders. An empty cell is an item that the coder has not coded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ratings {
    labels: usize,
    items: Vec<Vec<Option<Label>>>,
}

impl Ratings {
    /// A table with one row for each item and in each row one cell for each coder. The number of labels is one more than
    /// the greatest label.
    #[must_use]
    pub fn new(items: Vec<Vec<Option<Label>>>) -> Self {
        let greatest = items.iter().flatten().flatten().max();
        Self { labels: greatest.map_or(0, |label| usize::from(*label) + 1), items }
    }

    /// How many labels there may be: all are smaller.
    #[must_use]
    pub fn labels(&self) -> usize {
        self.labels
    }

    /// The items in order.
    #[must_use]
    pub fn items(&self) -> &[Vec<Option<Label>>] {
        &self.items
    }

    /// How many coders have a column.
    #[must_use]
    pub fn coders(&self) -> usize {
        self.items.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// How often each label stands in each item.
    #[must_use]
    pub fn counts(&self) -> Vec<Counts> {
        self.items.iter().map(|cells| Counts::of(cells)).collect()
    }

    /// Only the items that every coder has coded.
    #[must_use]
    pub fn complete(&self) -> Self {
        let coders = self.coders();
        let whole = |cells: &&Vec<Option<Label>>| cells.len() == coders && cells.iter().all(Option::is_some);
        Self { labels: self.labels, items: self.items.iter().filter(whole).cloned().collect() }
    }

    /// Only these items, by their places.
    #[must_use]
    pub(crate) fn rows(&self, places: &[usize]) -> Self {
        let items = places.iter().filter_map(|place| self.items.get(*place)).cloned();
        Self { labels: self.labels, items: items.collect() }
    }

    /// Only the cells that are coded in another table of the same size; the others are empty.
    #[must_use]
    pub(crate) fn where_coded(&self, other: &Self) -> Self {
        let row = |(cells, others): (&Vec<Option<Label>>, &Vec<Option<Label>>)| {
            cells.iter().zip(others).map(|(cell, other)| cell.filter(|_| other.is_some())).collect()
        };
        Self { labels: self.labels, items: self.items.iter().zip(&other.items).map(row).collect() }
    }

    /// Only the columns of these coders, in their order.
    #[must_use]
    pub(crate) fn only(&self, coders: &[usize]) -> Self {
        let row = |cells: &Vec<Option<Label>>| coders.iter().map(|&c| cells.get(c).copied().flatten()).collect();
        Self { labels: self.labels, items: self.items.iter().map(row).collect() }
    }
}

/// How often each label stands in one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By label; labels that do not occur are left out.
    pub by_label: Vec<(Label, u32)>,
    /// How many coders have coded the item.
    pub coders: u32,
}

impl Counts {
    fn of(cells: &[Option<Label>]) -> Self {
        let mut said: Vec<Label> = cells.iter().flatten().copied().collect();
        said.sort_unstable();
        let mut by_label: Vec<(Label, u32)> = Vec::new();
        for label in said {
            match by_label.last_mut() {
                Some((last, count)) if *last == label => *count += 1,
                _ => by_label.push((label, 1)),
            }
        }
        let coders = by_label.iter().map(|(_, count)| count).sum();
        Self { by_label, coders }
    }

    /// True when two coders or more have coded the item: only then can they agree on it.
    #[must_use]
    pub fn is_pairable(&self) -> bool {
        self.coders > 1
    }

    /// The share of the pairs of coders that agree, 0 to 1; `None` without a pair.
    #[must_use]
    pub fn agreeing_pairs(&self) -> Option<f64> {
        let pairs = |n: u32| f64::from(n) * (f64::from(n) - 1.0);
        let agreeing: f64 = self.by_label.iter().map(|(_, count)| pairs(*count)).sum();
        self.is_pairable().then(|| agreeing / pairs(self.coders))
    }
}
