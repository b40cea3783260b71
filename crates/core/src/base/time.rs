//! Times as people and files write them.

use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// Milliseconds since 1970 as RFC 3339 in UTC; `None` past the year 9999.
#[must_use]
pub fn rfc3339(wall: u64) -> Option<String> {
    let nanos = i128::from(wall) * 1_000_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?.format(&Rfc3339).ok()
}
