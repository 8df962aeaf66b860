//! How many requests a survey sends, how long they take at the rates of Resource Manager, and how far it has come.
//!
//! A list is a read. A status is a read in Data Factory and a write in Synapse, as the answers say; requests to a
//! Purview account are not Resource Manager's.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use azir_azure::http::throttle::Class;

use crate::{arm::Arm, error::Result, runtimes::service::Service};

/// What the progress bar calls the work.
const ACTIVITY: &str = "Reading integration runtimes";
/// A survey that is over before shows no progress.
const FIRST_SHOWN: Duration = Duration::from_secs(1);
/// How often the progress is shown.
const PACE: Duration = Duration::from_millis(500);

/// What is known of one subscription.
#[derive(Clone, Debug, Default)]
struct Share {
    /// Lists that are not read yet.
    lists: u32,
    /// Lists that are read.
    listed: u32,
    /// Statuses that are not read yet, by class: reads, writes, and those that Resource Manager does not count.
    open: [u32; 3],
    /// All statuses that are known so far.
    known: [u32; 3],
}

#[derive(Debug, Default)]
struct Inner {
    shares: HashMap<String, Share>,
    sent: u32,
    nodes: usize,
    runtimes: usize,
    parents: usize,
    all_parents: usize,
    shown_at: Option<SystemTime>,
}

/// What a survey has done and still has to do.
#[derive(Debug)]
pub(super) struct Tally {
    inner: Mutex<Inner>,
    begun: SystemTime,
    status: bool,
}

/// What a survey takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Estimate {
    /// All requests, those that were sent already among them.
    pub requests: u32,
    /// Whether `requests` is exact.
    pub exact: bool,
    /// In so many subscriptions.
    pub subscriptions: usize,
    /// The least time for those that are still to be sent.
    pub least: Duration,
}

fn place(service: Service) -> usize {
    match service {
        Service::DataFactory => 0,
        Service::Synapse => 1,
        Service::Purview => 2,
    }
}

impl Tally {
    /// Begins to count, with what was discovered: subscriptions by parents.
    pub fn new<'a>(
        subscriptions: impl Iterator<Item = &'a str>,
        status: bool,
        now: SystemTime,
    ) -> Self {
        let mut inner = Inner::default();
        for subscription in subscriptions {
            let share = inner.shares.entry(subscription.to_owned()).or_default();
            share.lists += 1;
            inner.all_parents += 1;
        }
        Self {
            inner: Mutex::new(inner),
            begun: now,
            status,
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The list of a parent was read, and so many statuses are to be asked for.
    pub fn listed(&self, subscription: &str, service: Service, statuses: usize) {
        let mut inner = self.inner();
        inner.sent += 1;
        if let Some(share) = inner.shares.get_mut(subscription) {
            let statuses = u32::try_from(statuses).unwrap_or(u32::MAX);
            share.lists = share.lists.saturating_sub(1);
            share.listed += 1;
            share.open[place(service)] += statuses;
            share.known[place(service)] += statuses;
        }
    }

    /// A status was read, with so many nodes.
    pub fn read(&self, subscription: &str, service: Service, nodes: usize) {
        let mut inner = self.inner();
        inner.sent += 1;
        inner.nodes += nodes;
        if let Some(share) = inner.shares.get_mut(subscription) {
            let open = &mut share.open[place(service)];
            *open = open.saturating_sub(1);
        }
    }

    /// A parent is done, with so many integration runtimes.
    pub fn done(&self, runtimes: usize) {
        let mut inner = self.inner();
        inner.parents += 1;
        inner.runtimes += runtimes;
    }

    /// What the survey takes, as far as it is known now.
    pub fn estimate(&self, arm: &Arm<'_>) -> Estimate {
        let inner = self.inner();
        let mut estimate = Estimate {
            requests: inner.sent,
            exact: true,
            subscriptions: inner.shares.len(),
            least: Duration::ZERO,
        };
        let all_listed: u32 = inner.shares.values().map(|share| share.listed).sum();
        let all_known = |at: usize| inner.shares.values().map(|own| own.known[at]).sum::<u32>();
        let usual: [f64; 3] = [0, 1, 2].map(|at| {
            if all_listed == 0 {
                0.0
            } else {
                f64::from(all_known(at)) / f64::from(all_listed)
            }
        });
        for (subscription, share) in &inner.shares {
            // Statuses of parents that are not listed yet: as many as the others have.
            let expected = usual.map(|each| rounded(each * f64::from(share.lists)));
            if self.status && share.lists > 0 {
                estimate.exact = false;
            }
            let [reads, writes, others] = [0, 1, 2].map(|at| share.open[at] + expected[at]);
            let reads = reads + share.lists;
            estimate.requests += reads + writes + others;
            let url = arm.url(&["subscriptions", subscription], "");
            let time = arm.time_for(&url, Class::Reads, reads).max(arm.time_for(
                &url,
                Class::Writes,
                writes,
            ));
            estimate.least = estimate.least.max(time);
        }
        estimate
    }

    /// Shows the progress, now and then.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn show(&self, arm: &Arm<'_>) -> Result<()> {
        let now = arm.call.library.clock.now();
        {
            let mut inner = self.inner();
            let since = now.duration_since(self.begun).unwrap_or_default();
            let is_due = inner
                .shown_at
                .is_none_or(|shown| now.duration_since(shown).is_ok_and(|passed| passed >= PACE));
            if since < FIRST_SHOWN || !is_due {
                return Ok(());
            }
            inner.shown_at = Some(now);
        }
        let estimate = self.estimate(arm);
        let (text, percent) = self.progress(&estimate, now);
        arm.call.caller.progress(ACTIVITY, &text, percent).await
    }

    fn progress(&self, estimate: &Estimate, now: SystemTime) -> (String, i32) {
        let inner = self.inner();
        let passed = now.duration_since(self.begun).unwrap_or_default();
        let open = f64::from(estimate.requests.saturating_sub(inner.sent));
        // At the pace until now, but not faster than the rates of the service.
        let pace = passed.as_secs_f64() / f64::from(inner.sent.max(1));
        // A clock that was set anew makes an hour of a second.
        let left = Duration::from_secs_f64((pace * open).min(1e9)).max(estimate.least);
        let what = if self.status {
            format!("{} nodes", grouped(inner.nodes))
        } else {
            format!("{} integration runtimes", grouped(inner.runtimes))
        };
        let text = format!(
            "{} of {} data factories, workspaces and accounts, {what}, {} left",
            grouped(inner.parents),
            grouped(inner.all_parents),
            in_words(left)
        );
        let share = u64::from(inner.sent) * 100 / u64::from(estimate.requests.max(1));
        (text, i32::try_from(share.min(100)).unwrap_or(-1))
    }

    /// Takes the progress away, if it was shown.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn hide(&self, arm: &Arm<'_>) -> Result<()> {
        if self.inner().shown_at.is_none() {
            return Ok(());
        }
        arm.call.caller.progress_done(ACTIVITY).await
    }
}

impl Estimate {
    /// The sentence for the verbose stream.
    pub fn text(&self) -> String {
        let about = if self.exact { "" } else { "About " };
        let requests = usize::try_from(self.requests).unwrap_or(usize::MAX);
        let subscriptions = match self.subscriptions {
            1 => "1 subscription".to_owned(),
            many => format!("{} subscriptions", grouped(many)),
        };
        let time = if self.least < Duration::from_secs(1) {
            "; the rates of Resource Manager do not slow them down".to_owned()
        } else {
            format!(", at least {}", in_words(self.least))
        };
        let noun = if requests == 1 { "request" } else { "requests" };
        format!(
            "{about}{} {noun} to {subscriptions}{time}.",
            grouped(requests)
        )
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of requests are small and not negative"
)]
fn rounded(number: f64) -> u32 {
    number.round() as u32
}

/// A time in seconds up to two minutes, then in minutes and hours.
fn in_words(time: Duration) -> String {
    let seconds = time.as_secs_f64().ceil();
    let seconds = Duration::from_secs_f64(seconds).as_secs();
    match seconds {
        0..=120 => format!("{seconds} s"),
        121..=7200 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

/// A number with marks between the thousands.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_is_a_sentence() {
        let estimate = |requests, exact, subscriptions, least| Estimate {
            requests,
            exact,
            subscriptions,
            least: Duration::from_millis(least),
        };
        assert_eq!(
            estimate(1100, true, 1, 33_400).text(),
            "1,100 requests to 1 subscription, at least 34 s."
        );
        assert_eq!(
            estimate(1_234_567, false, 2000, 0).text(),
            "About 1,234,567 requests to 2,000 subscriptions; the rates of Resource Manager do not slow them down."
        );
        assert!(estimate(1, true, 1, 150_000).text().contains("3 min"));
        assert!(
            estimate(1, true, 1, 9_000_000)
                .text()
                .contains("2 h 30 min")
        );
    }

    #[test]
    fn progress_counts_parents_and_nodes_with_the_time_left() {
        let start = SystemTime::UNIX_EPOCH;
        let tally = Tally::new(["s", "s"].into_iter(), true, start);
        tally.listed("s", Service::DataFactory, 2);
        tally.read("s", Service::DataFactory, 3);
        tally.done(2);
        let estimate = Estimate {
            requests: 8,
            exact: false,
            subscriptions: 1,
            least: Duration::from_secs(1),
        };
        let (text, percent) = tally.progress(&estimate, start + Duration::from_secs(4));
        assert_eq!(
            text,
            "1 of 2 data factories, workspaces and accounts, 3 nodes, 12 s left"
        );
        assert_eq!(percent, 25);
    }
}
