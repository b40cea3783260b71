//! How much room there is in local storage.

/// The room for this page's data in local storage, in UTF-16 units, keys included (measured in Chromium and Firefox).
pub(crate) const QUOTA: usize = 5_242_880;

/// From this share of the quota on, people are warned: 60 %.
pub(crate) const WARN: usize = QUOTA / 100 * 60;

/// No file and no reserve may fill storage beyond this share: 85 %.
pub(crate) const FULL: usize = QUOTA / 100 * 85;
