//! Token buckets: the limits of Resource Manager, and the quota of Resource Graph.
//!
//! Each principal has a bucket of each class in each subscription, and all principals of a subscription share one that
//! is
//! 15 times as large
//! (<https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling>).
//! The setting `throttling` switches them on. The time is the emulator's, so that the control plane can refill them.

use std::collections::BTreeMap;

use crate::clock;
use crate::wire::{RateClass, RateLeft, Refusal};
use crate::world::{Bucket, World};

/// How many times the limit of one principal all principals of a subscription have together.
const TOGETHER: u64 = 15;

/// The size of a bucket, and how fast it is filled again.
#[derive(Clone, Copy)]
pub struct Limit {
    pub size: u64,
    /// Tokens that come in each period.
    pub refill: u64,
    pub period_ms: u64,
}

impl Limit {
    /// Returns the limit of Resource Manager for a class.
    fn of(class: RateClass) -> Self {
        let (size, refill) = match class {
            RateClass::Read => (250, 25),
            RateClass::Write | RateClass::Delete => (200, 10),
        };
        Self {
            size,
            refill,
            period_ms: 1000,
        }
    }

    fn times(self, factor: u64) -> Self {
        Self {
            size: self.size * factor,
            refill: self.refill * factor,
            ..self
        }
    }

    /// A token in the unit that levels are kept in, so that a part of a token is a whole number.
    fn token(self) -> u64 {
        self.period_ms
    }

    /// Returns the level of the bucket `key` at `now`, in parts of a token.
    fn level(self, buckets: &BTreeMap<String, Bucket>, key: &str, now: u64) -> u64 {
        let full = self.size * self.token();
        buckets.get(key).map_or(full, |bucket| {
            let gained = now.saturating_sub(bucket.at_ms).saturating_mul(self.refill);
            bucket.level.saturating_add(gained).min(full)
        })
    }

    /// Returns the time until a bucket at `level` has a token, in milliseconds.
    fn wait_ms(self, level: u64) -> u64 {
        self.token().saturating_sub(level).div_ceil(self.refill)
    }
}

/// Takes a token from each bucket, or from none of them.
///
/// # Errors
///
/// The milliseconds until each has one.
pub fn take<const N: usize>(
    buckets: &mut BTreeMap<String, Bucket>,
    wanted: [(&str, Limit); N],
    now: u64,
) -> Result<[u64; N], u64> {
    let levels = wanted.map(|(key, limit)| limit.level(buckets, key, now));
    let waits = wanted.iter().zip(levels);
    let wait = waits.map(|((_, limit), level)| limit.wait_ms(level)).max();
    if let Some(wait) = wait.filter(|wait| *wait > 0) {
        return Err(wait);
    }
    let mut left = [0; N];
    for (at, (key, limit)) in wanted.into_iter().enumerate() {
        let level = levels[at] - limit.token();
        left[at] = level / limit.token();
        let bucket = Bucket { level, at_ms: now };
        buckets.insert(key.to_owned(), bucket);
    }
    Ok(left)
}

/// Draws a request from the buckets of its principal and of its subscription, or of the tenant where it names none.
///
/// # Errors
///
/// The gateway's `TooManyRequests` with the seconds to wait.
pub fn draw(
    world: &mut World,
    principal: &str,
    tenant: &str,
    subscription: Option<&str>,
    class: RateClass,
) -> Result<Option<RateLeft>, Refusal> {
    if !world.settings.throttling {
        return Ok(None);
    }
    let limit = Limit::of(class);
    let scope = subscription.unwrap_or(tenant).to_ascii_lowercase();
    let own = format!("{scope}/{}/{principal}", class.name());
    let now = clock::now_ms();
    let left = if subscription.is_some() {
        let shared = format!("{scope}/{}", class.name());
        let wanted = [
            (own.as_str(), limit),
            (shared.as_str(), limit.times(TOGETHER)),
        ];
        take(&mut world.buckets, wanted, now).map(|[own, shared]| RateLeft {
            own,
            shared: Some(shared),
        })
    } else {
        take(&mut world.buckets, [(own.as_str(), limit)], now)
            .map(|[own]| RateLeft { own, shared: None })
    };
    left.map(Some).map_err(|wait_ms| {
        let operation = match class {
            RateClass::Read => "Read",
            RateClass::Write => "Write",
            RateClass::Delete => "Delete",
        };
        let seconds = wait_ms.div_ceil(1000).max(1);
        Refusal::gateway(
            429,
            "TooManyRequests",
            format!(
                "The request is being throttled as the limit has been reached for operation type - {operation}. For \
                 more \
                 information, see - https://aka.ms/arm-throttling"
            ),
        )
        .with_header("retry-after", seconds.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_runs_out_and_fills_again() {
        let mut buckets = BTreeMap::new();
        let limit = Limit::of(RateClass::Read);
        let mut draw = |now| take(&mut buckets, [("a", limit)], now);
        for left in (0..250).rev() {
            assert_eq!(draw(1000), Ok([left]));
        }
        assert_eq!(draw(1000), Err(40));
        assert_eq!(draw(1039), Err(1));
        assert_eq!(draw(1040), Ok([0]));
        assert_eq!(draw(2040), Ok([24]), "25 come in a second");
        assert_eq!(draw(1_000_000), Ok([249]), "no more than its size");
        assert_eq!(draw(0), Ok([248]), "a clock that goes back takes nothing");
    }

    #[test]
    fn an_empty_bucket_takes_nothing_from_the_others() {
        let mut buckets = BTreeMap::new();
        let (one, two) = (
            Limit {
                size: 1,
                refill: 1,
                period_ms: 1000,
            },
            Limit {
                size: 15,
                refill: 15,
                period_ms: 1000,
            },
        );
        assert_eq!(
            take(&mut buckets, [("a", one), ("all", two)], 0),
            Ok([0, 14])
        );
        assert_eq!(take(&mut buckets, [("a", one), ("all", two)], 0), Err(1000));
        assert_eq!(
            take(&mut buckets, [("b", one), ("all", two)], 0),
            Ok([0, 13])
        );
    }
}
