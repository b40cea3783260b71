//! How sure a coefficient is: a percentile bootstrap over items (B. Efron, The Annals of Statistics 7, 1979).
//!
//! The draws come from a fixed seed and a generator that is written down here, so that the same table gives the same
//! interval everywhere and for ever.

/// How many resamples are drawn.
pub const RESAMPLES: usize = 2000;
/// Where the draws begin.
pub const SEED: u64 = 0x706f_7374_696c;

/// Between which two values 95 % of the resamples lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The 2.5th percentile.
    pub low: f64,
    /// The 97.5th percentile.
    pub high: f64,
}

impl Interval {
    /// How wide it is.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

/// The interval of a coefficient that is computed from weighed items: how often each was drawn. Resamples in which the
/// coefficient is undefined are left out; with more of these than of the others there is no interval, and there is none
/// for fewer than two items.
#[must_use]
pub fn interval<E>(items: usize, coefficient: impl FnMut(&[f64]) -> Result<f64, E>) -> Option<Interval> {
    let mut bootstrap = Bootstrap::new(items);
    bootstrap.draw(RESAMPLES, coefficient);
    bootstrap.interval()
}

/// The same in steps, so that a page stays awake meanwhile.
#[derive(Clone, Debug)]
pub struct Bootstrap {
    draws: Draws,
    weights: Vec<f64>,
    found: Vec<f64>,
    done: usize,
}

impl Bootstrap {
    /// Nothing drawn yet.
    #[must_use]
    pub(crate) fn new(items: usize) -> Self {
        let done = if items < 2 { RESAMPLES } else { 0 };
        Self { draws: Draws(SEED), weights: vec![0.0; items], found: Vec::new(), done }
    }

    /// Draws so many resamples more, as far as there are any left.
    pub(crate) fn draw<E>(&mut self, resamples: usize, mut coefficient: impl FnMut(&[f64]) -> Result<f64, E>) {
        let end = (self.done + resamples).min(RESAMPLES);
        for _ in self.done..end {
            self.weights.fill(0.0);
            for _ in 0..self.weights.len() {
                let drawn = self.draws.below(self.weights.len());
                self.weights[drawn] += 1.0;
            }
            self.found.extend(coefficient(&self.weights).ok().filter(|value| value.is_finite()));
        }
        self.done = end;
    }

    /// True when all have been drawn.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done == RESAMPLES
    }

    /// The interval of what was drawn.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        if self.found.len() <= RESAMPLES / 2 {
            return None;
        }
        let mut found = self.found.clone();
        found.sort_unstable_by(f64::total_cmp);
        Some(Interval { low: percentile(&found, 0.025), high: percentile(&found, 0.975) })
    }
}

/// The value below which a share of the sorted values lies, with straight lines between them.
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, part) = (place.floor(), place.fract());
    let at = below as usize;
    let next = sorted.get(at + 1).unwrap_or(&sorted[at]);
    sorted[at] + (next - sorted[at]) * part
}

/// SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014).
#[derive(Clone, Debug)]
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`: the high half of a product is even enough for bounds as small as these. Of 32 bits by 32, since
    /// wasm has no wider product of its own.
    fn below(&mut self, bound: usize) -> usize {
        (((self.next() >> 32) * bound as u64) >> 32) as usize
    }
}
