//! HTTP: one pipeline of `azure_core` over one client of ours, with retry, redaction and clear errors.

pub mod failure;
pub mod limits;
pub mod redaction;
pub mod resolver;
pub mod retry;
pub mod stacks;
mod system_proxy;
pub mod throttle;
pub mod tls;
pub mod transport;

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use azure_core::http::{
    ClientOptions, Context, HttpClient, Method, Pipeline, PipelineSendOptions, Request,
    RetryOptions, Transport, Url, UserAgentOptions, headers::Headers,
};
use serde_json::Value;
use tokio::sync::Semaphore;

use self::{
    throttle::{Class, Throttle},
    transport::NamedProxy,
};
use crate::{
    clock::Clock,
    error::{Error, ErrorContext, Result},
    json::{self, Lookup},
    world::Progress,
};

/// Whether a request may be sent again after it may have arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetrySafety {
    /// Doing it twice is the same as doing it once.
    Safe,
    /// Only when it certainly was not done.
    OnlyUnsent,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    headers: Headers,
    body: Vec<u8>,
}

impl Reply {
    /// An answer without headers, for tests.
    #[cfg(test)]
    pub(crate) fn of(status: u16, body: &[u8]) -> Self {
        Self {
            status,
            headers: Headers::new(),
            body: body.to_vec(),
        }
    }

    /// A header's value.
    #[must_use]
    pub fn header(&self, name: &'static str) -> Option<&str> {
        header(&self.headers, name)
    }

    /// All headers, by their names in lower case.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A header's value, by a name that is known at run time only, in any casing.
    #[must_use]
    pub fn header_named(&self, name: &str) -> Option<&str> {
        self.headers()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// All headers, as the pipeline has them.
    pub(crate) fn raw_headers(&self) -> &Headers {
        &self.headers
    }

    /// The body, without the byte order mark that may stand before a text.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        json::without_mark(&self.body)
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// `Protocol` when it is none.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(self.body()).map_err(|error| {
            Error::from(ErrorContext::NotJson {
                status: self.status,
                length: self.body.len(),
                reason: error.to_string(),
            })
        })
    }

    /// The body as a resource: a JSON object.
    ///
    /// # Errors
    /// `Protocol` when it is anything else.
    pub fn object(&self) -> Result<Value> {
        let body = self.json()?;
        if body.is_object() {
            return Ok(body);
        }
        Err(ErrorContext::NotAResource {
            status: self.status,
            length: self.body.len(),
        }
        .into())
    }

    /// The body as a resource: an object with a name and properties. An id is looked at where there is one only, since
    /// not all services have ids.
    ///
    /// # Errors
    /// `Protocol` when it is anything else, such as a list.
    pub fn resource(&self) -> Result<Value> {
        self.object_with(&["id?", "name", "properties"])
    }

    /// The body as what a resource has more than its name, such as its status: an object with properties.
    ///
    /// # Errors
    /// `Protocol` when it is anything else, such as a list.
    pub fn status_object(&self) -> Result<Value> {
        self.object_with(&["id?", "name?", "properties"])
    }

    fn object_with(&self, members: &[&'static str]) -> Result<Value> {
        let body = self.object()?;
        match lacking(&body, members) {
            None => Ok(body),
            Some(missing) => Err(ErrorContext::NotTheResource {
                status: self.status,
                missing,
            }
            .into()),
        }
    }

    /// The body as the resource that a write left.
    ///
    /// # Errors
    /// `Protocol` when it is not JSON, and when it is not the resource: then the write was accepted all the same.
    pub fn written(&self) -> Result<Value> {
        self.json_or_null()?;
        self.resource().map_err(|_| {
            ErrorContext::NoResource {
                status: self.status,
            }
            .into()
        })
    }

    /// The body as JSON, or null when there is none.
    ///
    /// # Errors
    /// `Protocol` when there is a body that is not JSON.
    pub fn json_or_null(&self) -> Result<Value> {
        if self.body().iter().all(u8::is_ascii_whitespace) {
            Ok(Value::Null)
        } else {
            self.json()
        }
    }

    /// When to ask again, in `Retry-After`'s two forms and Azure's two headers in milliseconds.
    #[must_use]
    pub fn retry_after(&self, now: SystemTime) -> Option<Duration> {
        retry::retry_after(&self.headers, now)
    }
}

/// A header's value, by its name in lower case. `Headers` would make an error for each header that is missing, with a
/// stack trace where `RUST_BACKTRACE` is set.
pub(crate) fn header<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
    headers
        .iter()
        .find(|(own, _)| own.as_str() == name)
        .map(|(_, value)| value.as_str())
}

/// The first of `members` that a resource has and `document` has not: `properties` is an object, all others are texts.
/// A member whose name ends with a question mark may be missing, but is no other thing.
#[must_use]
pub fn lacking(document: &Value, members: &[&'static str]) -> Option<&'static str> {
    members.iter().find_map(|member| {
        let name = member.trim_end_matches('?');
        let value = document.at(name);
        let has = match name {
            "properties" => value.is_object(),
            _ => value.as_str().is_some_and(|text| !text.is_empty()),
        };
        let may_miss = name != *member && value.is_null();
        (!has && !may_miss).then_some(name)
    })
}

/// Sends requests to one cloud for one operation.
#[derive(Clone, Debug)]
pub struct HttpStack {
    pipeline: Pipeline,
    client: Arc<dyn HttpClient>,
    clock: Arc<dyn Clock>,
    application: &'static str,
    throttle: Arc<Throttle>,
    proxy: Option<NamedProxy>,
    one_authority: bool,
}

impl HttpStack {
    /// A pipeline over `client`, which waits for room in the buckets of `throttle`.
    #[must_use]
    pub fn new(
        client: Arc<dyn HttpClient>,
        clock: Arc<dyn Clock>,
        application: &'static str,
        throttle: Arc<Throttle>,
    ) -> Self {
        let pipeline = Pipeline::new(
            Some("azir"),
            Some(env!("CARGO_PKG_VERSION")),
            Self::options(&client, &clock, application, &throttle),
            Vec::new(),
            Vec::new(),
            None,
        );
        Self {
            pipeline,
            client,
            clock,
            application,
            throttle,
            proxy: None,
            one_authority: false,
        }
    }

    /// The same, which names this proxy where that is what fails.
    #[must_use]
    pub fn through(self, proxy: Option<NamedProxy>) -> Self {
        Self { proxy, ..self }
    }

    /// The same, which says that it trusts only one certificate authority where a certificate is what fails.
    #[must_use]
    pub fn trusting_one_authority(self, one_authority: bool) -> Self {
        Self {
            one_authority,
            ..self
        }
    }

    /// Options with which `azure_identity`'s credentials use the same client and retry.
    #[must_use]
    pub fn client_options(&self) -> ClientOptions {
        Self::options(&self.client, &self.clock, self.application, &self.throttle)
    }

    fn options(
        client: &Arc<dyn HttpClient>,
        clock: &Arc<dyn Clock>,
        application: &'static str,
        throttle: &Arc<Throttle>,
    ) -> ClientOptions {
        ClientOptions {
            // `azure_core`'s own retry repeats any method, also after sending, so it is off.
            retry: RetryOptions::none(),
            per_call_policies: vec![Arc::new(retry::RetryPolicy::new(
                Arc::clone(clock),
                Arc::clone(throttle),
            ))],
            transport: Some(Transport::new(Arc::clone(client))),
            user_agent: UserAgentOptions {
                application_id: Some(application.into()),
            },
            ..ClientOptions::default()
        }
    }

    /// Sends one request and reads its answer, whatever its status.
    ///
    /// # Errors
    /// `Connection`, `Untrusted`, `OutcomeUnknown`, `InvalidInput` for a forbidden address.
    pub async fn send(
        &self,
        progress: &Arc<dyn Progress>,
        request: Request,
        repeat: RetrySafety,
    ) -> Result<Reply> {
        self.send_within(progress, request, repeat, None).await
    }

    /// As [`HttpStack::send`], with no more requests on their way at a time than `limit` has permits.
    ///
    /// # Errors
    /// As [`HttpStack::send`].
    pub async fn send_within(
        &self,
        progress: &Arc<dyn Progress>,
        request: Request,
        repeat: RetrySafety,
        limit: Option<&Arc<Semaphore>>,
    ) -> Result<Reply> {
        let asks = matches!(request.method(), Method::Get | Method::Head);
        self.exchange(progress, request, repeat, asks, limit).await
    }

    /// How long it takes at least until `count` more requests of this class have been sent to where `url` leads.
    #[must_use]
    pub fn time_for(&self, url: &Url, class: Class, count: u32) -> Duration {
        self.throttle.time_for(url, class, count, self.clock.now())
    }

    /// Sends a request that changes nothing, whatever its method, such as one for a token.
    ///
    /// # Errors
    /// As [`HttpStack::send`], but `Protocol` in place of `OutcomeUnknown`.
    pub async fn ask(&self, progress: &Arc<dyn Progress>, request: Request) -> Result<Reply> {
        self.exchange(progress, request, RetrySafety::Safe, true, None)
            .await
    }

    async fn exchange(
        &self,
        progress: &Arc<dyn Progress>,
        mut request: Request,
        repeat: RetrySafety,
        asks: bool,
        limit: Option<&Arc<Semaphore>>,
    ) -> Result<Reply> {
        require_https(request.url())?;
        let url = request.url().clone();
        let method = request.method();
        let mut context = Context::new()
            .with_value(repeat)
            .with_value(Arc::clone(progress));
        if let Some(limit) = limit {
            context = context.with_value(Arc::clone(limit));
        }
        let options = PipelineSendOptions {
            skip_checks: true,
            ..PipelineSendOptions::default()
        };
        let answer = self
            .pipeline
            .send(&context, &mut request, Some(options))
            .await;
        let answer = answer.map_err(|error| self.describe(&error, method, asks, &url))?;
        let (status, headers, body) = answer.deconstruct();
        Ok(Reply {
            status: u16::from(status),
            headers,
            body: body.as_ref().to_vec(),
        })
    }

    /// Says what happened to a request to `url` that got no answer.
    pub(crate) fn describe(
        &self,
        error: &azure_core::Error,
        method: Method,
        asks: bool,
        url: &Url,
    ) -> Error {
        failure::describe(
            error,
            method,
            asks,
            url,
            self.proxy.as_ref(),
            self.one_authority,
        )
    }
}

/// https only, but for loopback and the link-local address of managed identity.
fn require_https(url: &Url) -> Result<()> {
    let local = match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback() || address.is_link_local(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        None => false,
    };
    if url.scheme() == "https" || (url.scheme() == "http" && local) {
        return Ok(());
    }
    Err(ErrorContext::NotHttps {
        address: redaction::address(url),
    }
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_loopback_and_link_local_only() {
        let check = |text: &str| require_https(&Url::parse(text).unwrap());
        for good in [
            "https://management.azure.com/x",
            "http://127.0.0.1:1/",
            "http://169.254.169.254/",
            "http://localhost/",
        ] {
            assert!(check(good).is_ok(), "{good}");
        }
        let error = check("http://management.azure.com/x?token=1").unwrap_err();
        assert!(matches!(
            *error.context,
            ErrorContext::NotHttps { address } if address == "http://management.azure.com/x"
        ));
    }
}
