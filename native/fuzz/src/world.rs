//! The outside world of an input: services that answer as the input decides, a clock that only counts, a vault that
//! keeps bytes as they are, and neither programs nor sockets.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use azir_azure::{
    auth::{Account, Credential, access_token::AccessToken},
    clock::Clock,
    cloud::Cloud,
    context::{AzureContext, Subscription},
    error::Result,
    http::transport::{Clients, Route},
    programs::{NotRun, Output, Program, Programs},
    secret::Secret,
    vault::{Sealed, Vault},
};
use azir_core::state::{Library, System};
use azure_core::{
    Error,
    error::ErrorKind,
    http::{AsyncRawResponse, HttpClient, Request, headers::Headers},
};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{
    bytes::Bytes,
    count,
    guard::finding,
    json,
    service::{self, SUBSCRIPTION, TENANT},
};

/// So many requests within an hour of the clock are no use of a service, but an attack on it.
const TOO_MANY: usize = 4_000;
/// After so many requests the services are gone, so that an operation that waits for something comes to an end.
const PATIENCE: usize = 400;

/// So many of 256 answers are changed while the input lasts.
const CHANGED: u8 = 150;

/// Services and time of one input.
#[derive(Clone, Debug, Default)]
pub struct World(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    input: Vec<u8>,
    at: usize,
    requests: usize,
    slept: Duration,
    /// An answer that is given for ever.
    stuck: Option<Answer>,
}

#[derive(Clone, Debug)]
enum Answer {
    Reply(u16, Vec<(&'static str, String)>, Vec<u8>),
    Unreachable,
    Dropped,
}

const STATUSES: [u16; 24] = [
    200, 200, 200, 201, 202, 202, 204, 101, 301, 304, 307, 400, 401, 403, 404, 408, 409, 412, 429,
    500, 502, 503, 504, 600,
];

const HEADERS: [&str; 19] = [
    "retry-after",
    "location",
    "azure-asyncoperation",
    "www-authenticate",
    "retry-after-ms",
    "x-ms-retry-after-ms",
    "etag",
    "content-type",
    "x-ms-request-id",
    "x-ms-ratelimit-remaining-subscription-reads",
    "x-ms-ratelimit-remaining-subscription-writes",
    "x-ms-correlation-request-id",
    "date",
    "x-ms-failure-cause",
    "content-length",
    "x-ms-ratelimit-remaining-tenant-reads",
    "x-ms-user-quota-remaining",
    "x-ms-user-quota-resets-after",
    "x-ms-tenant-subscription-limit-hit",
];

const CODES: [&str; 12] = [
    "NotFound",
    "ResourceNotFound",
    "MissingSubscriptionRegistration",
    "InvalidAuthenticationTokenTenant",
    "ExpiredAuthenticationToken",
    "AuthorizationFailed",
    "authorization_pending",
    "slow_down",
    "interaction_required",
    "TooManyRequests",
    "PreconditionFailed",
    "InvalidApiVersionParameter",
];

fn header(bytes: &mut Bytes<'_>) -> (&'static str, String) {
    let name = HEADERS[bytes.below(HEADERS.len())];
    let own = match (name, bytes.byte() % 3) {
        ("location" | "azure-asyncoperation", 0 | 1) => {
            format!("https://management.azure.com/subscriptions/{SUBSCRIPTION}/operations/o")
        }
        (_, 0) => bytes.integer().to_string(),
        _ => bytes.text(),
    };
    // A header has no line ends: the transport refuses those before the product sees them.
    (name, own.replace(['\r', '\n', '\0'], " "))
}

/// What the input makes of a good answer.
fn make(method: &str, host: &str, path: &str, bytes: &mut Bytes<'_>) -> Answer {
    let text = |value: &Value| value.to_string().into_bytes();
    count::ANSWERS.add();
    if !bytes.chance(CHANGED) {
        let good = service::good(method, host, path);
        return Answer::Reply(200, Vec::new(), good.text.clone());
    }
    count::CHANGED.add();
    let mode = bytes.byte() % 16;
    match mode {
        0 => return Answer::Unreachable,
        1 => return Answer::Dropped,
        _ => {}
    }
    let status = match mode {
        2..=8 => 200,
        _ => STATUSES[bytes.below(STATUSES.len())],
    };
    let mut body = if status < 400 {
        service::good(method, host, path).value.clone()
    } else {
        service::error(bytes.pick(&CODES))
    };
    if mode != 9 {
        json::mutate(&mut body, bytes);
    }
    let mut body = text(&body);
    // A long answer is a test of its own; here memory is measured by what the product makes of a short one.
    body.truncate(1 << 20);
    match mode {
        3 => body.truncate(bytes.below(body.len().max(1))),
        4 => {
            for _ in 0..bytes.below(8) {
                let at = bytes.below(body.len().max(1));
                if let Some(place) = body.get_mut(at) {
                    *place = bytes.byte();
                }
            }
        }
        5 => body.splice(..0, *b"\xEF\xBB\xBF").for_each(drop),
        6 => body = bytes.take(64).to_vec(),
        10 => body.clear(),
        _ => {}
    }
    let headers = (0..bytes.below(4)).map(|_| header(bytes)).collect();
    Answer::Reply(status, headers, body)
}

impl World {
    /// The world that this input decides.
    #[must_use]
    pub fn new(input: &[u8]) -> Self {
        let world = Self::default();
        world.set(input);
        world
    }

    /// Whether the input has decided all that it can.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        let inner = self.inner();
        inner.stuck.is_some() || inner.at >= inner.input.len()
    }

    /// The next bytes of the input, which decide something else than an answer.
    #[must_use]
    pub fn take(&self, length: usize) -> Vec<u8> {
        let mut inner = self.inner();
        let end = (inner.at + length).min(inner.input.len());
        let own = inner.input[inner.at.min(end)..end].to_vec();
        inner.at = end;
        own
    }

    /// Lets another input decide.
    pub fn set(&self, input: &[u8]) {
        *self.inner() = Inner {
            input: input.to_vec(),
            ..Inner::default()
        };
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, method: &str, host: &str, path: &str) -> Answer {
        let mut inner = self.inner();
        inner.requests += 1;
        if inner.requests > TOO_MANY && inner.slept < Duration::from_secs(3600) {
            drop(inner);
            finding(&format!(
                "more than {TOO_MANY} requests, the last one {method} {path}"
            ));
        }
        if inner.requests > PATIENCE && !inner.slept.is_zero() {
            return Answer::Unreachable;
        }
        if let Some(stuck) = &inner.stuck {
            return stuck.clone();
        }
        let input = std::mem::take(&mut inner.input);
        let rest = &input[inner.at.min(input.len())..];
        let mut bytes = Bytes::new(rest);
        let answer = make(method, host, path, &mut bytes);
        let stuck = bytes.chance(3);
        inner.at = input.len() - bytes.rest().len();
        inner.input = input;
        if stuck {
            inner.stuck = Some(answer.clone());
        }
        answer
    }

    /// A library in this world, without a sign-in.
    #[must_use]
    pub fn library(&self) -> Library {
        Library::new(Arc::new(self.clone()), Box::new(self.clone())).with(System {
            vault: Some(Arc::new(Open)),
            programs: Some(Arc::new(NoPrograms)),
            ..System::default()
        })
    }

    /// A library in this world, signed in with a token.
    #[must_use]
    pub fn signed_in(&self) -> Library {
        let library = self.library();
        sign_in(&library);
        library
    }
}

/// Signs in with a token for Resource Manager and for Purview.
pub fn sign_in(library: &Library) {
    let token = AccessToken::new(Secret::new("token".into())).with(
        "https://purview.azure.net/.default",
        Secret::new("token".into()),
    );
    let account = Account::new("somebody".into(), Credential::AccessToken(token));
    let context = AzureContext {
        name: "test".into(),
        subscription: Some(Subscription {
            id: SUBSCRIPTION.into(),
            name: "Test".into(),
            tenant: TENANT.into(),
            state: "Enabled".into(),
        }),
        ..AzureContext::of(account, Arc::new(Cloud::public()), TENANT.into())
    };
    library.state().contexts.sign_in(context, None);
}

#[async_trait]
impl HttpClient for World {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let url = request.url();
        // Others get their turn, as with a network.
        tokio::task::yield_now().await;
        let method = request.method().to_string();
        let host = url.host_str().unwrap_or_default();
        match self.answer(&method, host, url.path()) {
            Answer::Reply(status, own, body) => {
                let mut headers = Headers::new();
                for (name, value) in own {
                    headers.insert(name, value);
                }
                Ok(AsyncRawResponse::from_bytes(status.into(), headers, body))
            }
            Answer::Unreachable => Err(Error::with_message(ErrorKind::Connection, "refused")),
            Answer::Dropped => Err(Error::with_message(ErrorKind::Io, "connection reset")),
        }
    }
}

impl Clients for World {
    fn client(&self, _: &Route) -> Result<Arc<dyn HttpClient>> {
        Ok(Arc::new(self.clone()))
    }
}

#[async_trait]
impl Clock for World {
    fn now(&self) -> SystemTime {
        // No longer than some thousand years: the clock of a machine does not go further either.
        let slept = self.inner().slept.min(Duration::from_secs(100_000_000_000));
        // 9 September 2001, 01:46:40.
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000) + slept
    }

    async fn sleep(&self, duration: Duration) {
        {
            let mut inner = self.inner();
            inner.slept = inner.slept.saturating_add(duration);
        }
        tokio::task::yield_now().await;
    }
}

#[derive(Debug)]
struct NoPrograms;

#[async_trait]
impl Programs for NoPrograms {
    async fn run(&self, _: Program) -> std::result::Result<Output, NotRun> {
        Err(NotRun::Missing)
    }

    async fn open(&self, _: &str) -> bool {
        false
    }
}

/// A vault that keeps bytes as they are.
#[derive(Debug)]
pub struct Open;

impl Vault for Open {
    fn protect(&self, _: &Path, _: &str, plain: &[u8]) -> Result<Sealed> {
        Ok(Sealed {
            protection: "test".into(),
            bytes: plain.to_vec(),
            notice: None,
        })
    }

    fn unprotect(&self, _: &Path, _: &str, _: &str, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        Ok(Zeroizing::new(bytes.to_vec()))
    }
}
