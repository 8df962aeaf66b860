//! When a request is sent again: after refusals that pass, at the pace the service asks for.
//!
//! Rules: <https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling>.

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use azure_core::{
    Bytes,
    error::ErrorKind,
    http::{
        AsyncRawResponse, Context, Method, Request, StatusCode,
        headers::{HeaderName, Headers},
        policies::{Policy, PolicyResult},
    },
};

use tokio::sync::Semaphore;

use super::{RetrySafety, failure, limits::Cut, redaction, throttle::Throttle};
use crate::{clock::Clock, graph, json, world::Progress};

/// Attempts after the first.
pub const RETRIES: u32 = 3;
const BASE: Duration = Duration::from_millis(800);
const LONGEST: Duration = Duration::from_secs(60);
/// A wait longer than this that the service asks for is left to the user.
pub const PATIENCE: Duration = Duration::from_secs(15 * 60);
/// Repeats requests; the last of the per-call policies, so that all others run once.
#[derive(Debug)]
pub struct RetryPolicy {
    clock: Arc<dyn Clock>,
    throttle: Arc<Throttle>,
}

impl RetryPolicy {
    /// A policy that waits by `clock`, and for room in the buckets of `throttle`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, throttle: Arc<Throttle>) -> Self {
        Self { clock, throttle }
    }

    /// How long to wait before the next attempt, and what to say; nothing when this one counts.
    fn again(
        &self,
        outcome: &PolicyResult,
        method: Method,
        repeat: RetrySafety,
        attempt: u32,
    ) -> Option<(Duration, String)> {
        match outcome {
            Ok(answer) => {
                let status = u16::from(answer.status());
                let asked = retry_after(answer.headers(), self.clock.now());
                if !may_repeat_status(status, repeat) || asked.is_some_and(|asked| asked > PATIENCE)
                {
                    return None;
                }
                let wait = asked.unwrap_or_else(|| pause(attempt));
                let message = format!(
                    "The service answered {method} with HTTP status {status}; trying again in {} s.",
                    seconds(wait)
                );
                Some((wait, message))
            }
            Err(error) => {
                let unsent = matches!(error.kind(), ErrorKind::Connection);
                let lost = matches!(error.kind(), ErrorKind::Io) && repeat == RetrySafety::Safe;
                // Neither is another the next time.
                let settled = failure::untrusted(error).is_some()
                    || failure::refused_by_proxy(error) == Some(failure::Refusal::Credentials)
                    || match failure::cut(error) {
                        // A connection may have been lost on the way; who is silent twice stays so.
                        Some(Cut::Silent(_)) => attempt > 0,
                        Some(_) => true,
                        None => false,
                    };
                if !(unsent || lost) || settled {
                    return None;
                }
                let wait = pause(attempt);
                let message = format!(
                    "The connection failed ({}); trying again in {} s.",
                    failure::root_cause(error),
                    seconds(wait)
                );
                Some((wait, message))
            }
        }
    }
}

#[async_trait]
impl Policy for RetryPolicy {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let progress = context.value::<Arc<dyn Progress>>().cloned();
        let progress = progress.as_deref();
        let method = request.method();
        // A token request carries no mark: asking for a token twice does no harm.
        let repeat = context
            .value::<RetrySafety>()
            .copied()
            .unwrap_or(RetrySafety::Safe);
        let url = request.url().clone();
        let mut attempt = 0;
        loop {
            let admission = self.throttle.admit(method, &url, self.clock.now());
            // What takes too long is refused by the service itself, which says why.
            if !admission.wait.is_zero() && admission.wait <= PATIENCE {
                self.clock.sleep(admission.wait).await;
            }
            debug(progress, request_text(progress, request)).await;
            // After the wait for the bucket: who waits there needs no connection.
            let place = match context.value::<Arc<Semaphore>>() {
                Some(limit) => limit.acquire().await.ok(),
                None => None,
            };
            let outcome = next[0].send(context, request, &next[1..]).await;
            drop(place);
            // Nothing of the answer is held while the reader is waited for: its body cannot be shared.
            let said = outcome
                .as_ref()
                .ok()
                .and_then(|answer| answer_text(progress, answer));
            if let Ok(answer) = &outcome {
                let now = self.clock.now();
                let refused = (answer.status() == StatusCode::TooManyRequests)
                    .then(|| retry_after(answer.headers(), now))
                    .flatten();
                admission.answered(answer.headers(), refused, now);
            } else {
                drop(admission);
            }
            let again = if attempt < RETRIES {
                self.again(&outcome, method, repeat, attempt)
            } else {
                None
            };
            debug(progress, said).await;
            let Some((wait, message)) = again else {
                // Answers to our own requests are read elsewhere; those to the credentials' requests are read by them.
                if context.value::<RetrySafety>().is_some() {
                    return outcome;
                }
                return without_mark(outcome?).await;
            };
            drop(outcome);
            if let Some(progress) = progress {
                // A reader that went away is noticed at the next await of the operation itself.
                let _ = progress.verbose(&message).await;
            }
            self.clock.sleep(wait).await;
            attempt += 1;
        }
    }
}

/// 429 means it was not done, so even a request that must not be done twice is repeated.
fn may_repeat_status(status: u16, repeat: RetrySafety) -> bool {
    match status {
        429 => true,
        408 | 500 | 502 | 503 | 504 => repeat == RetrySafety::Safe,
        _ => false,
    }
}

/// 0.8, 1.6, 3.2 … seconds, up to a minute.
fn pause(attempt: u32) -> Duration {
    BASE.saturating_mul(2_u32.saturating_pow(attempt))
        .min(LONGEST)
}

fn seconds(wait: Duration) -> String {
    format!("{:.1}", wait.as_secs_f64())
}

/// The wait that an answer asks for. Resource Graph tells when its quota is full again in a header of its own.
#[must_use]
pub fn retry_after(headers: &Headers, now: SystemTime) -> Option<Duration> {
    let text = |name: &'static str| {
        headers
            .get_optional_str(&HeaderName::from_static(name))
            .map(str::trim)
    };
    for name in ["retry-after-ms", "x-ms-retry-after-ms"] {
        if let Some(milliseconds) = text(name).and_then(|text| text.parse().ok()) {
            return Some(Duration::from_millis(milliseconds));
        }
    }
    let Some(value) = text("retry-after") else {
        return text("x-ms-user-quota-resets-after").and_then(graph::quota_resets_after);
    };
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

/// The same answer without the byte order mark that may stand before its text.
async fn without_mark(answer: AsyncRawResponse) -> PolicyResult {
    let (status, headers, body) = answer.try_into_raw_response().await?.deconstruct();
    let body = Bytes::from(body);
    let text = json::without_mark(&body);
    let body = body.slice(body.len() - text.len()..);
    Ok(AsyncRawResponse::from_bytes(status, headers, body))
}

async fn debug(progress: Option<&dyn Progress>, message: Option<String>) {
    if let (Some(progress), Some(message)) = (progress, message) {
        let _ = progress.debug(&message).await;
    }
}

fn request_text(progress: Option<&dyn Progress>, request: &Request) -> Option<String> {
    progress.filter(|own| own.wants_debug()).map(|_| {
        format!(
            "{} {}\n{}",
            request.method(),
            redaction::full_address(request.url()),
            redaction::headers(request.headers())
        )
    })
}

fn answer_text(progress: Option<&dyn Progress>, answer: &AsyncRawResponse) -> Option<String> {
    progress.filter(|own| own.wants_debug()).map(|_| {
        let status: StatusCode = answer.status();
        format!("HTTP {status}\n{}", redaction::headers(answer.headers()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &'static str, value: &'static str) -> Headers {
        let mut headers = Headers::new();
        headers.insert(name, value);
        headers
    }

    #[test]
    fn retry_after_is_read_in_all_its_forms() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        assert_eq!(
            retry_after(&headers("retry-after", "7"), now),
            Some(Duration::from_secs(7))
        );
        assert_eq!(
            retry_after(
                &headers("retry-after", "Sun, 09 Sep 2001 01:46:49 GMT"),
                now
            ),
            Some(Duration::from_secs(9))
        );
        assert_eq!(
            retry_after(
                &headers("retry-after", "Sun, 09 Sep 2001 01:46:30 GMT"),
                now
            ),
            Some(Duration::ZERO)
        );
        assert_eq!(
            retry_after(&headers("x-ms-retry-after-ms", "250"), now),
            Some(Duration::from_millis(250))
        );
        assert_eq!(
            retry_after(&headers("x-ms-user-quota-resets-after", "00:00:04"), now),
            Some(Duration::from_secs(4))
        );
        assert_eq!(retry_after(&headers("retry-after", "soon"), now), None);
    }

    #[test]
    fn pauses_double_up_to_a_minute() {
        assert_eq!(pause(0), Duration::from_millis(800));
        assert_eq!(pause(2), Duration::from_millis(3200));
        assert_eq!(pause(30), LONGEST);
    }
}
