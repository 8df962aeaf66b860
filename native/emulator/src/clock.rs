//! Reads the emulator's clock, and writes times in the forms of the services. Nothing here waits.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use time::{OffsetDateTime, format_description::BorrowedFormatItem, macros::format_description};

type Form = &'static [BorrowedFormatItem<'static>];

const STAMP: Form =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:7]Z");

/// How far this clock was put forward, in milliseconds.
static AHEAD: AtomicU64 = AtomicU64::new(0);

/// The most that the clock is put forward, in all: ten years.
pub const FARTHEST: u64 = 315_360_000;

/// Lets the clock run this far ahead, so that what takes its time need not be waited for.
pub fn put_ahead(seconds: u64) {
    AHEAD.store(seconds.min(FARTHEST) * 1000, Ordering::Relaxed);
}

fn now() -> SystemTime {
    SystemTime::now() + Duration::from_millis(AHEAD.load(Ordering::Relaxed))
}

/// Milliseconds since 1970, the unit everything that falls due is kept in.
pub fn now_ms() -> u64 {
    now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| {
        u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
    })
}

/// Seconds since 1970, as tokens carry them.
pub fn now_seconds() -> u64 {
    now_ms() / 1000
}

/// Now in UTC with seven fractional digits, as resource members show it.
pub fn stamp() -> String {
    write(OffsetDateTime::from(now()), STAMP)
}

/// The moment `days` from now, as [`stamp`] writes it.
pub fn stamp_in_days(days: i64) -> String {
    write(
        OffsetDateTime::from(now()) + time::Duration::days(days),
        STAMP,
    )
}

/// Midnight UTC of the day `days` from now, plus `hours`.
pub fn midnight_in_days(days: i64, hours: i64) -> String {
    let at = (OffsetDateTime::from(now()) + time::Duration::days(days))
        .replace_time(time::Time::MIDNIGHT)
        + time::Duration::hours(hours);
    write(
        at,
        format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z"),
    )
}

/// The moment `seconds` after 1970, as [`stamp`] writes it.
pub fn stamp_at(seconds: u64) -> String {
    write(moment(seconds), STAMP)
}

/// Now as `yyyyMMddTHHmmssZ`, the middle of a routing id.
pub fn compact() -> String {
    write(
        OffsetDateTime::from(now()),
        format_description!("[year][month][day]T[hour][minute][second]Z"),
    )
}

/// Now as `yyyy-MM-dd HH:mm:ssZ`, as Entra dates its errors.
pub fn entra() -> String {
    write(
        OffsetDateTime::from(now()),
        format_description!("[year]-[month]-[day] [hour]:[minute]:[second]Z"),
    )
}

/// A moment as the gateway writes it in its messages: `8/17/2020 3:46:33 AM`.
pub fn american(seconds: u64) -> String {
    write(
        moment(seconds),
        format_description!(
            "[month padding:none]/[day padding:none]/[year] [hour repr:12 padding:none]:[minute]:[second] [period]"
        ),
    )
}

/// A moment as `MM/dd/yyyy HH:mm:ss`, as Entra dates keys.
pub fn slashed(seconds: u64) -> String {
    write(
        moment(seconds),
        format_description!("[month]/[day]/[year] [hour]:[minute]:[second]"),
    )
}

fn write(at: OffsetDateTime, form: Form) -> String {
    at.format(form).expect("the form has parts of dates only")
}

fn moment(seconds: u64) -> OffsetDateTime {
    i64::try_from(seconds)
        .ok()
        .and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok())
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_moment_in_the_gateways_style() {
        assert_eq!(super::american(1_597_635_993), "8/17/2020 3:46:33 AM");
        assert_eq!(super::american(0), "1/1/1970 12:00:00 AM");
        assert_eq!(super::american(46_800), "1/1/1970 1:00:00 PM");
    }

    #[test]
    fn a_moment_in_the_styles_of_resources_and_of_entra() {
        assert_eq!(
            super::stamp_at(1_597_635_993),
            "2020-08-17T03:46:33.0000000Z"
        );
        assert_eq!(super::slashed(1_597_635_993), "08/17/2020 03:46:33");
    }
}
