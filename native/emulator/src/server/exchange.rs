//! Handles one exchange: reads the request, applies faults, gets the answer, adds the common headers, records it.

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Response, Version};

use super::{Shared, lock};
use crate::clock;
use crate::control::{self, Controls, Exchange, Plan};
use crate::random;
use crate::router;
use crate::wire::{RateClass, Refusal, Reply, Request};

/// The most a request may carry; Resource Manager takes 4 MB.
const LARGEST_BODY: usize = 4 * 1024 * 1024;
/// Answers shorter than this are not worth compressing.
const SMALLEST_COMPRESSED: usize = 512;

/// The listener that received a request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Port {
    Tls,
    Identity,
}

/// The connection is closed instead of an answer.
#[derive(Debug)]
pub struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the connection was dropped on request")
    }
}

impl std::error::Error for Dropped {}

/// Answers one request.
///
/// # Errors
///
/// [`Dropped`] when a fault says so: then the connection closes.
pub async fn answer(
    shared: Arc<Shared>,
    request: hyper::Request<Incoming>,
    port: Port,
) -> Result<Response<Full<Bytes>>, Dropped> {
    let (head, body) = request.into_parts();
    let authority = head
        .uri
        .authority()
        .map(|authority| authority.as_str().to_owned());
    let host = authority.or_else(|| {
        head.headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .map(str::to_owned)
    });
    let origin = host.map_or_else(
        || shared.site.endpoint.clone(),
        |host| format!("https://{host}"),
    );
    let target = head
        .uri
        .path_and_query()
        .map_or("/", |target| target.as_str())
        .to_owned();
    let body = Limited::new(body, LARGEST_BODY).collect().await;
    let too_large = body.is_err();
    let body = body
        .map(http_body_util::Collected::to_bytes)
        .unwrap_or_default();
    let request = Request::new(head.method, origin, target, head.headers, body);

    if port == Port::Tls
        && request
            .lower
            .first()
            .is_some_and(|first| first == "emulator")
    {
        return Ok(control(&shared, &request).await);
    }
    if !shared.latency.is_zero() {
        tokio::time::sleep(shared.latency).await;
    }
    let plan = lock(&shared.faults).plan(&request);
    if let Some(delay) = plan.as_ref().map(Plan::delay_ms).filter(|delay| *delay > 0) {
        tokio::time::sleep(Duration::from_millis(delay)).await;
    }
    let mut reply = match &plan {
        Some(plan) if plan.drops_before() => None,
        Some(plan) => match plan.replacement(&request.method) {
            Some(reply) => Some(reply),
            None => Some(operate(&shared, &request, port).await),
        },
        None if too_large => Some(
            Refusal::gateway(
                413,
                "RequestEntityTooLarge",
                "The request content is larger than the 4 MB that are allowed.",
            )
            .into_reply(),
        ),
        None => Some(operate(&shared, &request, port).await),
    };
    if let (Some(plan), Some(spoiled)) = (&plan, &mut reply) {
        if port == Port::Tls && router::is_resource_manager(&request) {
            spoiled.rate.get_or_insert(router::rate_class(&request));
        }
        plan.apply(spoiled);
        if plan.drops_after() {
            reply = None;
        }
    }
    let Some(reply) = reply else {
        write_down(&shared, request, None, true, false);
        return Err(Dropped);
    };
    let planted = reply.planted;
    let mut response = dress(&shared, &request, reply);
    if head.version == Version::HTTP_2 {
        // The way to end a connection is another there.
        response.headers_mut().remove(header::CONNECTION);
    }
    let compress = plan.is_none() && accepts_gzip(&request.headers);
    write_down(&shared, request, Some(&response), plan.is_some(), planted);
    Ok(finish(response, compress))
}

async fn control(shared: &Shared, request: &Request) -> Response<Full<Bytes>> {
    let (mut reply, end, changed) = {
        let (mut world, mut faults, mut journal) = (
            lock(&shared.world),
            lock(&shared.faults),
            lock(&shared.journal),
        );
        let mut controls = Controls {
            site: &shared.site,
            world: &mut world,
            faults: &mut faults,
            journal: &mut journal,
        };
        let before = std::mem::take(&mut controls.world.changed);
        let (reply, end) = control::route(&mut controls, request);
        let changed = controls.world.changed;
        controls.world.changed |= before;
        (reply, end, changed)
    };
    if end {
        shared.stop.notify_one();
    } else if changed {
        reply = saved(shared, request, reply).await;
    }
    finish(dress(shared, request, reply), false)
}

/// Returns the true answer, once the change that it tells of is saved.
async fn operate(shared: &Shared, request: &Request, port: Port) -> Reply {
    let (reply, changed) = {
        let world = &mut lock(&shared.world);
        let before = std::mem::take(&mut world.changed);
        let reply = match port {
            Port::Tls => router::route(&shared.site, world, request),
            Port::Identity => router::route_identity(&shared.site, world, request),
        };
        let changed = world.changed;
        world.changed |= before;
        (reply, changed)
    };
    // A token that is forgotten is asked for again: sign-ins wait for no disk.
    let waits = changed && port == Port::Tls && !router::is_sign_in(request);
    if waits {
        saved(shared, request, reply).await
    } else {
        reply
    }
}

/// Returns `reply` once the state is saved; where that fails, the failure in its place.
async fn saved(shared: &Shared, request: &Request, reply: Reply) -> Reply {
    let outcome = shared.saves.wait().await;
    let is_read = matches!(request.method, Method::GET | Method::HEAD);
    match outcome {
        Err(reason) if !is_read && reply.status.is_success() => {
            let refusal = Refusal::gateway(
                507,
                "StateNotSaved",
                format!(
                    "The request was carried out, but {reason}. Free space or repair the folder. The next change is \
                     saved \
                     together with this one."
                ),
            );
            let mut refused = refusal.into_reply();
            (refused.rate, refused.left) = (reply.rate, reply.left);
            refused
        }
        _ => reply,
    }
}

/// Adds the headers that every answer has.
fn dress(shared: &Shared, request: &Request, reply: Reply) -> Response<Bytes> {
    let mut headers = HeaderMap::with_capacity(20);
    let mut put = |name: &'static str, value: &'static str| {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    };
    put("cache-control", "no-cache");
    put("pragma", "no-cache");
    put("expires", "-1");
    put(
        "strict-transport-security",
        "max-age=31536000; includeSubDomains",
    );
    put("x-content-type-options", "nosniff");
    put("server", "Kestrel");
    if !reply.body.is_empty() {
        put("vary", "Accept-Encoding");
    } else if !matches!(reply.status.as_u16(), 204 | 304) {
        // HTTP/2 has other means to say so, and would leave it out.
        put("content-length", "0");
    }
    let id = random::guid();
    let mut tell = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    tell("x-ms-request-id", &id);
    if let Some(rate) = reply.rate {
        let correlation = request.header("x-ms-correlation-request-id").unwrap_or(&id);
        tell("x-ms-correlation-request-id", correlation);
        tell(
            "x-ms-routing-request-id",
            &format!("WESTEUROPE:{}:{id}", clock::compact()),
        );
        count(shared, request, &reply, rate, &mut headers);
    }
    let wants_id = request
        .header("x-ms-return-client-request-id")
        .is_some_and(|wants| wants.eq_ignore_ascii_case("true"));
    if let Some(client) = request
        .headers
        .get("x-ms-client-request-id")
        .filter(|_| wants_id)
    {
        headers.insert(
            HeaderName::from_static("x-ms-client-request-id"),
            client.clone(),
        );
    }
    for (name, value) in reply.headers {
        headers.insert(name, value);
    }
    let mut response = Response::new(reply.body);
    *response.status_mut() = reply.status;
    *response.headers_mut() = headers;
    response
}

/// Adds what is left of the counter that a request to Resource Manager was drawn from.
fn count(
    shared: &Shared,
    request: &Request,
    reply: &Reply,
    rate: RateClass,
    headers: &mut HeaderMap,
) {
    let (served, throttling) = {
        let mut world = lock(&shared.world);
        world.served += 1;
        (world.served, world.settings.throttling)
    };
    // The counters of the years before the buckets, which fill up long before they are empty.
    let full = match rate {
        RateClass::Read => 11_999,
        RateClass::Write => 1199,
        RateClass::Delete => 14_999,
    };
    let (own, global) = match reply.left {
        Some(left) => (left.own, left.shared),
        // A throttled caller has no requests left.
        None if reply.status.as_u16() == 429 => (0, None),
        None if throttling => return,
        None => (full - served % 100, None),
    };
    let of_subscription =
        matches!(request.lower.as_slice(), [first, _, ..] if first == "subscriptions");
    let scope = if of_subscription {
        "subscription"
    } else {
        "tenant"
    };
    let mut put = |name: String, left: u64| {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            headers.insert(name, HeaderValue::from(left));
        }
    };
    let kind = rate.name();
    put(format!("x-ms-ratelimit-remaining-{scope}-{kind}"), own);
    if let Some(left) = global {
        put(
            format!("x-ms-ratelimit-remaining-{scope}-global-{kind}"),
            left,
        );
    }
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .and_then(|q| q.parse().ok())
                .is_some_and(|q: f32| q <= 0.0);
            name.trim().eq_ignore_ascii_case("gzip") && !refused
        })
}

fn finish(response: Response<Bytes>, compress: bool) -> Response<Full<Bytes>> {
    let (mut head, body) = response.into_parts();
    if !compress || body.len() < SMALLEST_COMPRESSED {
        return Response::from_parts(head, Full::new(body));
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::fast());
    let compressed = encoder.write_all(&body).and_then(|()| encoder.finish());
    match compressed {
        Ok(compressed) => {
            head.headers
                .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Response::from_parts(head, Full::new(Bytes::from(compressed)))
        }
        Err(_) => Response::from_parts(head, Full::new(body)),
    }
}

fn write_down(
    shared: &Shared,
    request: Request,
    response: Option<&Response<Bytes>>,
    fault: bool,
    planted: bool,
) {
    let url = format!("{}{}", request.origin, request.target);
    let exchange = Exchange {
        method: request.method,
        url,
        request_headers: request.headers,
        request_body: request.body,
        status: response.map_or(0, |response| response.status().as_u16()),
        response_headers: response
            .map(|response| response.headers().clone())
            .unwrap_or_default(),
        response_body: response
            .map(|response| response.body().clone())
            .unwrap_or_default(),
        fault,
        planted,
    };
    lock(&shared.journal).add(exchange);
}
