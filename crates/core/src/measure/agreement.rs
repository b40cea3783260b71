//! Agreement between annotators: how much of it there is, how sure that is, and which paragraphs it is lost on.
//!
//! Everything works on [`Ratings`]: a table of items (paragraphs) by coders (annotators) whose cells are labels, given as
//! small numbers, or empty. What a label means (a stance, a set of themes, applies or not) is the caller's affair; how far
//! apart two labels are is a [`Distance`].
//!
//! A coefficient is a number or the reason why there is none: [`Undefined`]. No coefficient is ever 1, 0 or NaN for want
//! of data.

pub mod alpha;
pub mod cohen;
pub mod distance;
pub mod fleiss;
pub mod gwet;
pub mod interval;
pub mod measure;
pub mod percent;
pub mod ratings;
pub mod scott;
pub mod spread;
pub(crate) mod square;
pub mod words;

use crate::strings::measure as strings;
use thiserror::Error;

pub use self::{
    alpha::alpha, cohen::cohen, distance::Distance, fleiss::fleiss, percent::percent, ratings::Ratings, scott::scott,
};

/// A coefficient, or why there is none.
pub type Coefficient = Result<f64, Undefined>;

/// Why a coefficient has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Undefined {
    /// There is no item that two coders have coded.
    #[error("{}", strings::no_pairs())]
    NoPairs,
    /// All answers are the same, so there is nothing that chance could have done otherwise.
    #[error("{}", strings::one_answer())]
    OneAnswer,
    /// The items were coded by different numbers of coders.
    #[error("{}", strings::unequal_raters())]
    UnequalRaters,
    /// The answers have no places on a scale.
    #[error("{}", strings::no_order())]
    NoOrder,
    /// There are more different sets of themes than are compared each with each.
    #[error("{}", strings::too_many_sets())]
    TooManySets,
}
