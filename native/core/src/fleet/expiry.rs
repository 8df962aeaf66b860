//! When the version of a node expires.
//!
//! The node's own date counts. A service that sends none leaves the rule of the versions: 5.46 expired on 2025-11-01,
//! each later minor version a month later. See
//! <https://learn.microsoft.com/azure/data-factory/self-hosted-integration-runtime-auto-update>.

use time::{Date, Month, OffsetDateTime, Time};

use super::record::{self, Node};

/// When a version expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// The time.
    pub at: OffsetDateTime,
    /// Whether it follows from the number of the version, since the service sent no date.
    pub estimated: bool,
}

/// The major version that the rule is known for.
const MAJOR: u32 = 5;
/// The minor version that expired in [`YEAR`] and [`MONTH`].
const MINOR: i32 = 46;
const YEAR: i32 = 2025;
/// Counted from zero.
const MONTH: i32 = 10;

/// When the version of `node` expires; nothing where the service sent no date and the rule does not know the version.
#[must_use]
pub fn expiry(node: &Node) -> Option<Expiry> {
    if let Some(at) = record::date(node.expiry_time.as_deref()) {
        return Some(Expiry {
            at,
            estimated: false,
        });
    }
    Some(Expiry {
        at: by_version(node.version.as_deref()?)?,
        estimated: true,
    })
}

/// When this version expires by the rule of the versions.
#[must_use]
pub fn by_version(version: &str) -> Option<OffsetDateTime> {
    let mut parts = version.trim().split('.');
    if parts.next()?.parse::<u32>().ok()? != MAJOR {
        return None;
    }
    let minor: u16 = parts.next()?.parse().ok()?;
    let months = YEAR * 12 + MONTH + i32::from(minor) - MINOR;
    let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
    let month = Month::try_from(month).ok()?;
    let day = Date::from_calendar_date(months.div_euclid(12), month, 1).ok()?;
    Some(day.with_time(Time::MIDNIGHT).assume_utc())
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn versions_expire_a_month_apart() {
        for (version, wanted) in [
            ("5.46.9029.1", Some(datetime!(2025-11-01 0:00 UTC))),
            ("5.22.8300.1", Some(datetime!(2023-11-01 0:00 UTC))),
            ("5.48.1", Some(datetime!(2026-01-01 0:00 UTC))),
            ("5.65.9600.3", Some(datetime!(2027-06-01 0:00 UTC))),
            ("4.15.1", None),
            ("6.1.1", None),
            ("5", None),
            ("5.x", None),
            ("", None),
        ] {
            assert_eq!(by_version(version), wanted, "{version}");
        }
    }

    #[test]
    fn the_date_of_the_node_counts() {
        let mut node = Node {
            version: Some("5.46.9029.1".into()),
            expiry_time: Some("2026-02-03T00:00:00Z".into()),
            ..Node::default()
        };
        let own = Expiry {
            at: datetime!(2026-02-03 0:00 UTC),
            estimated: false,
        };
        assert_eq!(expiry(&node), Some(own));
        node.expiry_time = Some("soon".into());
        assert!(expiry(&node).is_some_and(|own| own.estimated));
        node.version = None;
        assert_eq!(expiry(&node), None);
    }
}
