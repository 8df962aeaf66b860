//! Points in time and spans as .NET counts them: in ticks of 100 nanoseconds.

use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// A second in ticks.
pub const SECOND: i64 = 10_000_000;
/// A minute in ticks.
pub const MINUTE: i64 = 60 * SECOND;

/// From the year 1 to the epoch of Unix, in ticks.
const EPOCH: i128 = 621_355_968_000_000_000;

/// Reads a date of RFC 3339: its local time in ticks since the year 1, and its offset from UTC in minutes.
///
/// Accepts what .NET's `XmlConvert.ToDateTime` accepts: capitals, years from 1 to 9999 in UTC, and no leap seconds.
#[must_use]
pub fn of_date(text: &str) -> Option<(i64, i32)> {
    if text.as_bytes().get(10) != Some(&b'T')
        || text.contains('z')
        || text.get(17..19).is_none_or(|seconds| seconds == "60")
    {
        return None;
    }
    let date = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    let utc = date.checked_to_offset(UtcOffset::UTC)?;
    if utc.year() < 1 {
        return None;
    }
    let minutes = i32::from(date.offset().whole_minutes());
    let ticks = i64::try_from(utc.unix_timestamp_nanos().div_euclid(100) + EPOCH).ok()?;
    Some((ticks + i64::from(minutes) * MINUTE, minutes))
}

/// Reads an ISO-8601 duration in ticks.
///
/// Accepts what .NET's `XmlConvert.ToTimeSpan` accepts: a year has 365 days there, and a month has 30.
#[must_use]
pub fn of_span(text: &str) -> Option<i64> {
    /// The longest `TimeSpan`, in seconds.
    const LONGEST: i64 = 922_337_203_685;
    const DAY: i64 = 24 * 60 * 60;
    let (text, sign) = match text.strip_prefix('-') {
        Some(text) => (text, -1),
        None => (text, 1),
    };
    let rest = text.strip_prefix('P')?;
    let (date, clock) = match rest.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (rest, None),
    };
    if (date.is_empty() && clock.is_none()) || clock.is_some_and(str::is_empty) {
        return None;
    }
    let (days, _) = seconds(date, &[('Y', 365 * DAY), ('M', 30 * DAY), ('D', DAY)])?;
    let (rest, fraction) = seconds(
        clock.unwrap_or_default(),
        &[('H', 60 * 60), ('M', 60), ('S', 1)],
    )?;
    let whole = days + rest;
    (whole < LONGEST).then(|| sign * (whole * SECOND + fraction))
}

/// The sum of the numbers in `text`, each followed by its unit, in this order: whole seconds, and the fraction of one
/// in ticks. Nothing when it is anything else.
fn seconds(text: &str, units: &[(char, i64)]) -> Option<(i64, i64)> {
    let mut units = units.iter();
    let mut digits = String::new();
    let mut sum = 0;
    let mut fraction = 0;
    for character in text.chars() {
        if character.is_ascii_digit() || character == '.' {
            digits.push(character);
            continue;
        }
        let (letter, factor) = units.find(|(letter, _)| *letter == character)?;
        let whole = match digits.split_once('.') {
            Some((whole, part)) if *letter == 'S' => {
                fraction = ticks_of_fraction(part)?;
                whole
            }
            Some(_) => return None,
            None => &digits,
        };
        sum += i64::from(whole.parse::<i32>().ok()?) * factor;
        digits.clear();
    }
    digits.is_empty().then_some((sum, fraction))
}

/// The digits behind the decimal point of a number of seconds.
fn ticks_of_fraction(digits: &str) -> Option<i64> {
    digits.parse::<u64>().ok()?;
    format!("{digits:0<7}").get(..7)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_told_from_other_text() {
        for (good, ticks) in [
            ("PT3H", 3 * 60 * MINUTE),
            ("PT03H", 3 * 60 * MINUTE),
            ("P1D", 24 * 60 * MINUTE),
            ("P1DT2H30M", (26 * 60 + 30) * MINUTE),
            ("P1Y1M", 395 * 24 * 60 * MINUTE),
            ("PT0.5S", SECOND / 2),
            ("PT0.123456789S", 1_234_567),
            ("PT12.04S", 120_400_000),
            ("-PT8H", -8 * 60 * MINUTE),
            ("P10675198D", 10_675_198 * 24 * 60 * MINUTE),
        ] {
            assert_eq!(of_span(good), Some(ticks), "{good}");
        }
        for bad in [
            "",
            "P",
            "PT",
            "3H",
            "PT3",
            "PTH",
            "PT3S2H",
            "PT3H ",
            "PT1.5H",
            "PT1.2.3S",
            "PT.S",
            "P10675200D",
            "P99999999Y",
            "PT2147483648S",
            "PT99999999999999999999H",
        ] {
            assert_eq!(of_span(bad), None, "{bad}");
        }
    }

    #[test]
    fn dates_are_the_ones_that_dotnet_reads() {
        for (good, ticks, minutes) in [
            ("0001-01-01T00:00:00Z", 0, 0),
            ("1970-01-01T00:00:00Z", 621_355_968_000_000_000, 0),
            ("1969-12-31T23:59:59.9999999Z", 621_355_967_999_999_999, 0),
            (
                "2026-02-28T23:59:59.1234567+02:00",
                639_079_199_991_234_567,
                120,
            ),
            ("9999-12-31T23:59:59Z", 3_155_378_975_990_000_000, 0),
        ] {
            assert_eq!(of_date(good), Some((ticks, minutes)), "{good}");
        }
        for bad in [
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-14:00",
            "2016-12-31T23:59:60Z",
            "2016-12-31 23:59:00Z",
            "2016-12-31t23:59:00Z",
            "2016-12-31T23:59:00z",
            "2016-12-31",
            "soon",
        ] {
            assert_eq!(of_date(bad), None, "{bad}");
        }
    }
}
