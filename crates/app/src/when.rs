//! Moments as they stand in sentences: by the person's clock, and in no more words than it takes to tell them apart.

use crate::strings::page as strings;
use postil_core::base::time::{Local, rfc3339};

const MONTHS: [&str; 12] = [
    strings::january(),
    strings::february(),
    strings::march(),
    strings::april(),
    strings::may(),
    strings::june(),
    strings::july(),
    strings::august(),
    strings::september(),
    strings::october(),
    strings::november(),
    strings::december(),
];

/// A person's clock: what time it is, in milliseconds since 1970, and how many minutes it shows more than UTC.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    pub now: u64,
    pub utc_offset: i32,
}

/// "3 Nov", or with its year where that is another one; "today" on the day itself. Empty past the year 9999.
#[must_use]
pub(crate) fn day(clock: Clock, wall: u64) -> String {
    let today = parts(clock.now, clock.utc_offset);
    match (parts(wall, clock.utc_offset), today) {
        (Some((date, _)), Some((now, _))) if date == now => strings::today().into(),
        (Some(((year, month, day), _)), Some(((now, ..), _))) if year == now => strings::day(day, month),
        (Some(((year, month, day), _)), _) => strings::date(day, month, &year),
        (None, _) => String::new(),
    }
}

/// The same with the time: "3 Nov, 14:03".
#[must_use]
pub(crate) fn moment(clock: Clock, wall: u64) -> String {
    let time = parts(wall, clock.utc_offset).map(|(_, time)| time);
    time.map_or_else(String::new, |time| strings::moment(&day(clock, wall), &time))
}

/// The day with its year, as it stands on paper: "3 Nov 2026". Empty past the year 9999.
#[must_use]
pub(crate) fn date(clock: Clock) -> String {
    let now = parts(clock.now, clock.utc_offset);
    now.map_or_else(String::new, |((year, month, day), _)| strings::date(day, month, &year))
}

const DAYS: [&str; 7] = [
    strings::monday(),
    strings::tuesday(),
    strings::wednesday(),
    strings::thursday(),
    strings::friday(),
    strings::saturday(),
    strings::sunday(),
];

/// A minute to come: "Fri 4 Dec, 08:00", with its year where that is another one.
#[must_use]
pub(crate) fn until(clock: Clock, until: Local) -> String {
    let Local { year, month, day, weekday, hour, minute } = until;
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    let year = year.to_string();
    let is_this_year = parts(clock.now, clock.utc_offset).is_some_and(|((now, ..), _)| now == year);
    let day = if is_this_year { strings::day(day, month) } else { strings::date(day, month, &year) };
    let weekday = DAYS.get(usize::from(weekday)).copied().unwrap_or_default();
    strings::due(weekday, &day, &format!("{hour:02}:{minute:02}"))
}

type Date = (String, &'static str, u8);

fn parts(wall: u64, utc_offset: i32) -> Option<(Date, String)> {
    // Year, month, day, and time stand at the same places in every such text.
    let text = rfc3339(wall.saturating_add_signed(i64::from(utc_offset) * 60_000))?;
    let month: usize = text.get(5..7)?.parse().ok()?;
    let date = (text.get(..4)?.to_owned(), *MONTHS.get(month.checked_sub(1)?)?, text.get(8..10)?.parse().ok()?);
    Some((date, text.get(11..16)?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_that_of_the_persons_clock() {
        assert_eq!(parts(1_700_000_000_000, 60), Some((("2023".into(), "Nov", 14), "23:13".into())));
        assert_eq!(parts(1_700_000_000_000, 120), Some((("2023".into(), "Nov", 15), "00:13".into())));
        assert_eq!(parts(u64::MAX, -60), None);
        assert_eq!(date(Clock { now: 1_700_000_000_000, utc_offset: 120 }), "15 Nov 2023");
        let due = |text| until(Clock { now: 1_700_000_000_000, utc_offset: 60 }, Local::read(text).unwrap());
        assert_eq!([due("2023-12-01T08:05"), due("2024-01-01T18:00")], ["Fri 1 Dec, 08:05", "Mon 1 Jan 2024, 18:00"]);
    }
}
