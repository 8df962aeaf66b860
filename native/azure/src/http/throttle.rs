//! How fast requests may follow one another: one bucket for each cloud, subscription and class, as Azure has them.
//!
//! Which class a request counts for is what the answer's header names, not what its method suggests: a POST of
//! `getStatus` counts as a read. Until an answer has said something, nothing is held back. Nothing here sends or waits;
//! the policy that repeats requests does.
//!
//! Rules: <https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling>.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use azure_core::http::{Method, Url, headers::Headers};

/// What Resource Manager counts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// What only reads, whatever its method.
    Reads,
    /// What writes.
    Writes,
    /// What removes.
    Deletes,
    /// What a resource provider counts by rules of its own.
    ResourceRequests,
}

impl Class {
    const ALL: [Self; 4] = [
        Self::Reads,
        Self::Writes,
        Self::Deletes,
        Self::ResourceRequests,
    ];

    /// The header with what is left.
    fn header(self) -> &'static str {
        match self {
            Self::Reads => "x-ms-ratelimit-remaining-subscription-reads",
            Self::Writes => "x-ms-ratelimit-remaining-subscription-writes",
            Self::Deletes => "x-ms-ratelimit-remaining-subscription-deletes",
            Self::ResourceRequests => "x-ms-ratelimit-remaining-subscription-resource-requests",
        }
    }

    /// How many requests the bucket holds, and how many more it gets in a second.
    fn size_and_rate(self) -> (f64, f64) {
        match self {
            Self::Reads => (250.0, 25.0),
            Self::Writes | Self::Deletes | Self::ResourceRequests => (200.0, 10.0),
        }
    }

    /// The class that a method suggests, for the first request of its kind.
    fn suggested(method: Method) -> Self {
        match method {
            Method::Get | Method::Head => Self::Reads,
            Method::Delete => Self::Deletes,
            _ => Self::Writes,
        }
    }
}

/// The cloud and the subscription that a request counts for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Account {
    cloud: String,
    subscription: String,
}

/// Requests of a kind: they count for the same class.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct RequestKind {
    cloud: String,
    method: &'static str,
    action: String,
}

#[derive(Debug)]
struct Bucket {
    /// What is left at `at`; below zero where requests wait for their turn.
    level: f64,
    at: SystemTime,
    most: f64,
    /// Requests that are on their way: what the service says is left does not count them yet.
    in_flight: f64,
}

#[derive(Debug, Default)]
struct Inner {
    buckets: HashMap<(Account, Class), Bucket>,
    classes: HashMap<RequestKind, Class>,
}

/// The buckets of a process.
#[derive(Debug, Default)]
pub struct Throttle(Mutex<Inner>);

/// A request that was let through, until its answer is there or the request is dropped.
#[derive(Debug)]
pub struct Admission<'t> {
    throttle: &'t Throttle,
    account: Account,
    kind: RequestKind,
    class: Class,
    /// How long it has to wait first.
    pub wait: Duration,
    under_way: bool,
}

impl Drop for Admission<'_> {
    fn drop(&mut self) {
        let mut inner = self.throttle.inner();
        self.returned(&mut inner);
    }
}

impl Throttle {
    /// Takes a request's place in its bucket.
    #[must_use]
    pub fn admit(&self, method: Method, url: &Url, now: SystemTime) -> Admission<'_> {
        let account = account(url);
        let kind = kind(method, url);
        let mut inner = self.inner();
        let class = inner
            .classes
            .get(&kind)
            .copied()
            .unwrap_or_else(|| Class::suggested(method));
        let wait = inner
            .buckets
            .get_mut(&(account.clone(), class))
            .map_or(Duration::ZERO, |bucket| bucket.take(class, now));
        Admission {
            throttle: self,
            account,
            kind,
            class,
            wait,
            under_way: true,
        }
    }

    /// How long it takes at least until `count` more requests of this class have been sent to where `url` leads. A
    /// bucket that no answer has told of is taken as full.
    #[must_use]
    pub fn time_for(&self, url: &Url, class: Class, count: u32, now: SystemTime) -> Duration {
        let (size, rate) = class.size_and_rate();
        let inner = self.inner();
        let (level, held) = inner
            .buckets
            .get(&(account(url), class))
            .map_or((size, Duration::ZERO), |bucket| bucket.level_at(rate, now));
        let missing = (f64::from(count) - level).max(0.0) / rate;
        if missing > 0.0 {
            held + Duration::from_secs_f64(missing)
        } else {
            Duration::ZERO
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// As far ahead a refusal is believed. Nobody waits for so long, and the calendar has an end.
const FURTHEST: Duration = Duration::from_secs(24 * 60 * 60);

impl Admission<'_> {
    /// Believes what the headers of the answer say; `refused` is how long the service asks to wait before the next
    /// request.
    pub fn answered(mut self, headers: &Headers, refused: Option<Duration>, now: SystemTime) {
        let throttle = self.throttle;
        let mut inner = throttle.inner();
        self.returned(&mut inner);
        let named = Class::ALL
            .into_iter()
            .find_map(|class| Some((class, remaining(headers, class)?)));
        let Some((class, left)) = named.or(refused.map(|_| (self.class, 0.0))) else {
            return;
        };
        if named.is_some() {
            inner.classes.insert(self.kind.clone(), class);
        }
        let (size, _) = class.size_and_rate();
        let key = (self.account.clone(), class);
        let bucket = inner.buckets.entry(key).or_insert(Bucket {
            level: left,
            at: now,
            most: size,
            in_flight: 0.0,
        });
        bucket.level = left - bucket.in_flight;
        bucket.at = now;
        bucket.most = size.max(left);
        if let Some(refused) = refused {
            // After that time the one request that was refused has room again, and the others follow at the usual rate.
            bucket.level = 1.0 - bucket.in_flight;
            bucket.at = now + refused.min(FURTHEST);
        }
        drop(inner);
    }

    /// Takes note that the request is no longer under way, once.
    fn returned(&mut self, inner: &mut Inner) {
        if !std::mem::take(&mut self.under_way) {
            return;
        }
        let key = (self.account.clone(), self.class);
        if let Some(bucket) = inner.buckets.get_mut(&key) {
            bucket.in_flight = (bucket.in_flight - 1.0).max(0.0);
        }
    }
}

impl Bucket {
    /// What is left at `now`, and how long nothing flows in: before `at` the service asked to wait.
    fn level_at(&self, rate: f64, now: SystemTime) -> (f64, Duration) {
        let held = self.at.duration_since(now).unwrap_or_default();
        let since = now.duration_since(self.at).unwrap_or_default();
        let level = (self.level + since.as_secs_f64() * rate).min(self.most);
        (level, held)
    }

    /// Takes one out, and says how long it takes until it is there.
    fn take(&mut self, class: Class, now: SystemTime) -> Duration {
        let (_, rate) = class.size_and_rate();
        let (level, held) = self.level_at(rate, now);
        if now >= self.at {
            self.level = level;
            self.at = now;
        }
        self.level -= 1.0;
        self.in_flight += 1.0;
        let missing = (-self.level).max(0.0) / rate;
        held + Duration::from_secs_f64(missing)
    }
}

fn account(url: &Url) -> Account {
    let mut segments = url.path_segments().into_iter().flatten();
    let subscription = segments
        .find(|segment| segment.eq_ignore_ascii_case("subscriptions"))
        .and_then(|_| segments.next())
        .unwrap_or_default();
    Account {
        cloud: cloud(url),
        subscription: subscription.to_ascii_lowercase(),
    }
}

fn cloud(url: &Url) -> String {
    url.origin().ascii_serialization()
}

/// What a request does: of a POST the action, which is the last part of its address.
fn kind(method: Method, url: &Url) -> RequestKind {
    let action = match method {
        Method::Post => url
            .path_segments()
            .and_then(|mut segments| segments.next_back())
            .unwrap_or_default(),
        _ => "",
    };
    RequestKind {
        cloud: cloud(url),
        method: method.as_str(),
        action: action.to_ascii_lowercase(),
    }
}

fn remaining(headers: &Headers, class: Class) -> Option<f64> {
    let text = super::header(headers, class.header())?;
    let left: u32 = text.trim().parse().ok()?;
    Some(f64::from(left))
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: SystemTime = SystemTime::UNIX_EPOCH;
    const STATUS: &str = "https://m/subscriptions/S/resourceGroups/g/x/getStatus";

    fn headers(class: Class, left: &'static str) -> Headers {
        let mut headers = Headers::new();
        headers.insert(class.header(), left);
        headers
    }

    fn after(milliseconds: u64) -> SystemTime {
        START + Duration::from_millis(milliseconds)
    }

    fn wait(throttle: &Throttle, method: Method, url: &str, now: SystemTime) -> Duration {
        throttle.admit(method, &Url::parse(url).unwrap(), now).wait
    }

    fn say(throttle: &Throttle, method: Method, url: &str, said: &Headers, refused: Option<u64>) {
        let admission = throttle.admit(method, &Url::parse(url).unwrap(), START);
        let refused = refused.map(Duration::from_secs);
        admission.answered(said, refused, START);
    }

    #[test]
    fn a_refusal_for_ever_is_one_for_a_day() {
        let throttle = Throttle::default();
        say(
            &throttle,
            Method::Post,
            STATUS,
            &Headers::new(),
            Some(u64::MAX),
        );
        let other = wait(&throttle, Method::Post, STATUS, START);
        assert!(other >= FURTHEST && other < FURTHEST + Duration::from_secs(1));
    }

    #[test]
    fn a_post_counts_for_the_class_that_its_answer_names() {
        let throttle = Throttle::default();
        assert_eq!(wait(&throttle, Method::Post, STATUS, START), Duration::ZERO);
        say(
            &throttle,
            Method::Post,
            STATUS,
            &headers(Class::Reads, "0"),
            None,
        );
        // Reads are what is empty: the next status and the next GET wait for one of 25 a second.
        assert_eq!(
            wait(&throttle, Method::Post, STATUS, START),
            Duration::from_millis(40)
        );
        let get = "https://m/subscriptions/s/resourceGroups/g";
        assert_eq!(
            wait(&throttle, Method::Get, get, START),
            Duration::from_millis(80)
        );
        // Writes, another subscription and another cloud are not held back.
        for (method, url) in [
            (Method::Put, get),
            (Method::Post, "https://m/subscriptions/s/x/start"),
            (Method::Get, "https://m/subscriptions/other"),
            (Method::Get, "https://n/subscriptions/s"),
        ] {
            assert_eq!(wait(&throttle, method, url, START), Duration::ZERO, "{url}");
        }
    }

    #[test]
    fn the_level_is_what_the_header_says_and_rises_at_the_rate() {
        let throttle = Throttle::default();
        let url = "https://m/subscriptions/s";
        say(
            &throttle,
            Method::Put,
            url,
            &headers(Class::Writes, "1"),
            None,
        );
        assert_eq!(wait(&throttle, Method::Put, url, START), Duration::ZERO);
        assert_eq!(
            wait(&throttle, Method::Put, url, START),
            Duration::from_millis(100)
        );
        assert_eq!(
            wait(&throttle, Method::Put, url, after(100)),
            Duration::from_millis(100)
        );
        assert_eq!(
            wait(&throttle, Method::Put, url, after(10_000)),
            Duration::ZERO
        );
        // The service knows better.
        say(
            &throttle,
            Method::Put,
            url,
            &headers(Class::Writes, "0"),
            None,
        );
        assert!(wait(&throttle, Method::Put, url, after(0)) > Duration::ZERO);
    }

    #[test]
    fn what_is_on_its_way_is_not_counted_twice() {
        let throttle = Throttle::default();
        let url = Url::parse("https://m/subscriptions/s").unwrap();
        say(
            &throttle,
            Method::Get,
            url.as_str(),
            &headers(Class::Reads, "10"),
            None,
        );
        let first = throttle.admit(Method::Get, &url, START);
        let second = throttle.admit(Method::Get, &url, START);
        first.answered(&headers(Class::Reads, "1"), None, START);
        // The one that is left is the second's.
        assert!(wait(&throttle, Method::Get, url.as_str(), START) > Duration::ZERO);
        // A dropped request is not counted.
        drop(second);
        assert!(
            throttle
                .inner()
                .buckets
                .values()
                .all(|own| own.in_flight < 0.5)
        );
    }

    #[test]
    fn many_requests_take_the_time_that_their_bucket_needs() {
        let throttle = Throttle::default();
        let url = Url::parse("https://m/subscriptions/s").unwrap();
        let time = |count, now| throttle.time_for(&url, Class::Reads, count, now);
        assert_eq!(time(250, START), Duration::ZERO);
        assert_eq!(time(1100, START), Duration::from_secs(34));
        say(
            &throttle,
            Method::Get,
            url.as_str(),
            &headers(Class::Reads, "100"),
            None,
        );
        assert_eq!(time(1100, START), Duration::from_secs(40));
        assert_eq!(time(1100, after(2000)), Duration::from_secs(38));
        say(
            &throttle,
            Method::Get,
            url.as_str(),
            &Headers::new(),
            Some(7),
        );
        assert_eq!(time(26, START), Duration::from_secs(8));
    }

    #[test]
    fn a_refusal_empties_the_bucket_until_its_time() {
        let throttle = Throttle::default();
        let url = "https://m/subscriptions/s";
        say(&throttle, Method::Get, url, &Headers::new(), Some(7));
        assert_eq!(
            wait(&throttle, Method::Get, url, after(2000)),
            Duration::from_secs(5)
        );
        assert_eq!(
            wait(&throttle, Method::Get, url, after(2000)),
            Duration::from_millis(5040)
        );
        assert_eq!(
            wait(&throttle, Method::Get, url, after(9000)),
            Duration::ZERO
        );
    }
}
