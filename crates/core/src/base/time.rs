//! Times as people and files write them.

use time::{Date, Month, OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// Milliseconds since 1970 as RFC 3339 in UTC; `None` past the year 9999.
#[must_use]
pub fn rfc3339(wall: u64) -> Option<String> {
    let nanos = i128::from(wall) * 1_000_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?.format(&Rfc3339).ok()
}

/// A minute as a clock on a wall shows it, as `2026-12-04T08:00` says it and a field for dates gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    /// The year, from 1 to 9999.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The day of the week, from 0, which is Monday.
    pub weekday: u8,
    /// The hour, to 23.
    pub hour: u8,
    /// The minute, to 59.
    pub minute: u8,
}

impl Local {
    /// How long its text is.
    pub const LENGTH: usize = 16;

    /// Reads it at the beginning of a text. `None` where there is none, or no such day.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (date, hour, minute) = minute(text)?;
        let (month, day) = (u8::from(date.month()), date.day());
        Some(Self { year: date.year(), month, day, weekday: date.weekday().number_days_from_monday(), hour, minute })
    }

    /// The same with how many minutes that clock shows more than UTC, as RFC 3339: `2026-12-04T08:00:00+01:00`.
    #[must_use]
    pub fn with_offset(self, minutes: i32) -> String {
        let Self { year, month, day, hour, minute, .. } = self;
        let (sign, ahead) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
        let (hours, rest) = (ahead / 60, ahead % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00{sign}{hours:02}:{rest:02}")
    }
}

/// The day, the hour and the minute at the beginning of a text.
fn minute(text: &str) -> Option<(Date, u8, u8)> {
    let bytes = text.as_bytes().get(..Local::LENGTH)?;
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':')];
    marks.iter().all(|(at, mark)| bytes[*at] == *mark).then_some(())?;
    let (year, month) = (number(text, 0, 4).filter(|year| *year > 0)?, two(text, 5)?);
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, two(text, 8)?).ok()?;
    let (hour, minute) = (two(text, 11)?, two(text, 14)?);
    (hour < 24 && minute < 60).then_some((date, hour, minute))
}

fn number(text: &str, at: usize, length: usize) -> Option<i32> {
    text.get(at..at + length).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}

fn two(text: &str, at: usize) -> Option<u8> {
    number(text, at, 2).and_then(|number| u8::try_from(number).ok())
}

/// The moment that a text as [`Local::with_offset`] writes it means, in milliseconds since 1970; `Z` stands for no offset.
/// `None` for any other text, and before 1970.
#[must_use]
pub fn moment(text: &str) -> Option<u64> {
    let (date, hour, minute) = minute(text)?;
    let second = text.get(Local::LENGTH..)?.strip_prefix(':').and_then(|rest| two(rest, 0))?;
    let ahead = match text.get(Local::LENGTH + 3..)? {
        "Z" => 0,
        zone => {
            let parts = (zone.get(..1)?, two(zone, 1)?, zone.get(3..4)?, two(zone, 4).filter(|minutes| *minutes < 60)?);
            let ahead = i32::from(parts.1) * 60 + i32::from(parts.3);
            match parts {
                ("+", _, ":", _) if zone.len() == 6 => ahead,
                ("-", _, ":", _) if zone.len() == 6 => -ahead,
                _ => return None,
            }
        }
    };
    let offset = UtcOffset::from_whole_seconds(ahead * 60).ok()?;
    let moment = date.with_hms(hour, minute, second).ok()?.assume_offset(offset);
    u64::try_from(moment.unix_timestamp()).ok()?.checked_mul(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_field_for_dates_gives_is_a_moment_of_its_clock() {
        let local = Local::read("2026-12-04T08:05").unwrap();
        assert_eq!((local.weekday, local.hour, local.minute), (4, 8, 5), "a Friday");
        for (ahead, text, utc) in [
            (60, "2026-12-04T08:05:00+01:00", "2026-12-04T07:05:00Z"),
            (0, "2026-12-04T08:05:00+00:00", "2026-12-04T08:05:00Z"),
            (-570, "2026-12-04T08:05:00-09:30", "2026-12-04T17:35:00Z"),
        ] {
            assert_eq!(local.with_offset(ahead), text);
            assert_eq!(moment(text).and_then(rfc3339).as_deref(), Some(utc));
            assert_eq!(moment(text), moment(utc));
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "Friday",
            "2026-02-30T08:00",
            "2026-12-04T24:00",
            "0000-01-01T00:00",
            "2026-12-04 08:00",
            "2026-1é-04T08:0",
        ] {
            assert_eq!(Local::read(text), None, "{text}");
        }
        let bad = ["", "Z", ":00", ":00Zulu", ":60Z", ":00+1:00", ":00+01:60", ":00*01:00", ":00+01:0é"];
        for rest in bad {
            assert_eq!(moment(&["2026-12-04T08:00", rest].concat()), None, "{rest}");
        }
        assert_eq!(moment("1969-12-31T23:59:00Z"), None);
        assert_eq!(moment("1970-01-01T00:00:00Z"), Some(0));
    }
}
