//! A measure of agreement as far as it has been computed: its value at once, its interval bit by bit.

use super::tables::SLICE;
use postil_core::measure::agreement::{
    Coefficient,
    interval::{Bootstrap, Interval, RESAMPLES},
    measure::Table,
};

/// A measure as far as it has been computed.
pub(crate) struct Computed {
    /// Its table.
    pub table: Table,
    /// Its value.
    pub coefficient: Coefficient,
    bootstrap: Option<Bootstrap>,
    /// Its interval, once it is known; `Some(None)` when there is none.
    pub interval: Option<Option<Interval>>,
}

impl Computed {
    /// The value of a table, with nothing drawn yet for its interval.
    #[must_use]
    pub(crate) fn new(table: Table) -> Self {
        let coefficient = table.coefficient();
        // Without a value there is nothing to be sure of.
        let interval = if coefficient.is_err() { Some(None) } else { None };
        Self { bootstrap: Some(table.bootstrap()), table, coefficient, interval }
    }

    /// Draws some resamples more, and says about how much work it was.
    pub(crate) fn draw(&mut self) -> usize {
        let resamples = (SLICE / self.table.effort()).clamp(10, RESAMPLES);
        let Some(bootstrap) = &mut self.bootstrap else {
            self.interval = Some(None);
            return 0;
        };
        self.table.draw(bootstrap, resamples);
        if bootstrap.is_done() {
            self.interval = Some(bootstrap.interval());
            self.bootstrap = None;
        }
        resamples * self.table.effort()
    }
}
