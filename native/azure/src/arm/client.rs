//! Requests to Resource Manager in a context: token, headers, registration of the provider, errors.

use std::{borrow::Cow, sync::Arc, time::Duration};

use azure_core::http::{Method, Request as HttpRequest, Url};
use futures::{FutureExt, future::BoxFuture};
use serde_json::Value;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::{provider, service_error};
use crate::{
    auth::{
        self, TokenRequest,
        challenge::{self, Challenge},
    },
    context::AzureContext,
    error::{ClaimsAnswer, Error, ErrorContext, ErrorKind, Result},
    http::{HttpStack, Reply, RetrySafety, throttle::Class, transport::Route},
    json,
    secret::Secret,
    world::{Progress, World},
};

/// How one request differs from the ordinary.
#[derive(Clone, Copy, Debug)]
pub struct RequestOptions<'a> {
    /// Whether it may be sent twice.
    pub retry: RetrySafety,
    /// `If-Match`.
    pub if_match: Option<&'a str>,
    /// `If-None-Match`; what is unchanged is answered with status 304.
    pub if_none_match: Option<&'a str>,
}

impl Default for RequestOptions<'_> {
    fn default() -> Self {
        Self {
            retry: RetrySafety::Safe,
            if_match: None,
            if_none_match: None,
        }
    }
}

/// What a request carries.
#[derive(Clone, Copy, Debug)]
enum Content<'a> {
    /// JSON, or no body at all.
    Json(Option<&'a Value>),
    /// A text that is sent as it is.
    Text(&'a Secret),
}

/// Resource Manager, as the account of a context sees it.
///
/// ```
/// use std::sync::Arc;
///
/// use azir_azure::{
///     arm::Client,
///     auth::{Account, Credential, access_token::AccessToken, environment::Variables},
///     cloud::Cloud,
///     context::AzureContext,
///     http::transport::Route,
///     secret::Secret,
///     world::{Silent, SystemWorld},
/// };
///
/// # async fn list() -> azir_azure::error::Result<()> {
/// let token = AccessToken::new(Secret::new("eyJ0…".to_owned()));
/// let account = Account::new("user@contoso.com".to_owned(), Credential::AccessToken(token));
/// let context = AzureContext::of(account, Arc::new(Cloud::public()), "contoso.com".to_owned());
/// let world = Arc::new(SystemWorld::new(Variables::default()));
/// let client = Client::new(Arc::new(context), Route::default(), world, Arc::new(Silent))?;
///
/// let group = client.url(&["subscriptions", "s1", "resourceGroups", "rg one"], "2021-04-01");
/// assert_eq!(group.path(), "/subscriptions/s1/resourceGroups/rg%20one");
/// match client.get(group).await {
///     Ok(group) => println!("{}", group["location"]),
///     Err(error) if error.is_status(404) => println!("There is no such group."),
///     Err(error) => return Err(error),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Client {
    /// Who asks, and where.
    pub context: Arc<AzureContext>,
    /// The world outside.
    pub world: Arc<dyn World>,
    /// Receives warnings and progress.
    pub progress: Arc<dyn Progress>,
    stack: HttpStack,
    base: Url,
    request_id: String,
    headers: Vec<(&'static str, String)>,
    registers: bool,
    audience: Option<Audience>,
    limit: Option<Arc<Semaphore>>,
}

/// A service that is not Resource Manager: what its tokens are for and whose they are.
#[derive(Clone, Debug)]
pub struct Audience {
    /// What a token is for, with `/.default`.
    pub scope: String,
    /// The tenant that it has to be of, where that is known.
    pub tenant: Option<String>,
    /// What is there, at the start of a sentence, such as `Account 'x'`.
    pub whose: String,
}

impl Client {
    /// Resource Manager in `context`, reached on `route`.
    ///
    /// # Errors
    /// `InvalidInput` when the context's cloud has no usable address, or the route names a file or proxy that cannot be
    /// used.
    pub fn new(
        context: Arc<AzureContext>,
        route: Route,
        world: Arc<dyn World>,
        progress: Arc<dyn Progress>,
    ) -> Result<Self> {
        let stack = world.stack(&context.cloud.route(route))?;
        let base = Url::parse(&context.cloud.resource_manager).map_err(|_| {
            ErrorContext::NotAnAddress {
                text: context.cloud.resource_manager.clone(),
            }
        })?;
        Ok(Self {
            context,
            world,
            progress,
            stack,
            base,
            request_id: Uuid::new_v4().to_string(),
            headers: Vec::new(),
            registers: true,
            audience: None,
            limit: None,
        })
    }

    /// The same, which sends this header with each request.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same account at the `endpoint` of another service, which has tokens of its own.
    #[must_use]
    pub fn at(&self, endpoint: Url, audience: Audience) -> Self {
        Self {
            base: endpoint,
            registers: false,
            audience: Some(audience),
            ..self.clone()
        }
    }

    /// The same, with no more requests on their way at a time than `limit` has permits. Requests that wait for room in
    /// their bucket do not count.
    #[must_use]
    pub fn within(self, limit: Arc<Semaphore>) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }

    /// How long it takes at least until `count` more requests of this class have been sent to where `url` leads.
    #[must_use]
    pub fn time_for(&self, url: &Url, class: Class, count: u32) -> Duration {
        self.stack.time_for(url, class, count)
    }

    /// The same, but it registers no resource provider.
    #[must_use]
    pub fn without_registration(self) -> Self {
        Self {
            registers: false,
            ..self
        }
    }

    /// The address of `segments`, each escaped, with the API version.
    #[must_use]
    pub fn url(&self, segments: &[&str], api_version: &str) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty()
                .extend(segments.iter().map(|own| literal(own)));
        }
        url.query_pairs_mut()
            .append_pair("api-version", api_version);
        url
    }

    /// The address of something below a scope such as a resource id, which is not escaped again.
    #[must_use]
    pub fn url_below(&self, scope: &str, segments: &[&str], api_version: &str) -> Url {
        let parts: Vec<&str> = scope
            .split('/')
            .filter(|part| !part.is_empty())
            .chain(segments.iter().copied())
            .collect();
        self.url(&parts, api_version)
    }

    /// Whether `url` is at the host that tokens of this context may go to.
    #[must_use]
    pub fn is_home(&self, url: &Url) -> bool {
        url.origin() == self.base.origin()
    }

    /// GET of a resource.
    ///
    /// # Errors
    /// As [`Client::send`]; `Protocol` when the answer has not the resource's id, name and properties.
    pub async fn get(&self, url: Url) -> Result<Value> {
        self.send(Method::Get, url, None, RequestOptions::default())
            .await?
            .resource()
    }

    /// GET of an object that is no resource, such as a page of a list.
    ///
    /// # Errors
    /// As [`Client::send`]; `Protocol` when the answer is no object.
    pub async fn get_object(&self, url: Url) -> Result<Value> {
        self.send(Method::Get, url, None, RequestOptions::default())
            .await?
            .object()
    }

    /// GET of a resource that may be unchanged since the version `etag`: nothing then.
    ///
    /// # Errors
    /// As [`Client::get`].
    pub async fn get_unless(&self, url: Url, etag: Option<&str>) -> Result<Option<Value>> {
        let options = RequestOptions {
            if_none_match: etag,
            ..RequestOptions::default()
        };
        let reply = self.send(Method::Get, url, None, options).await?;
        if reply.status == 304 {
            return Ok(None);
        }
        reply.resource().map(Some)
    }

    /// GET of a resource that may be missing.
    ///
    /// # Errors
    /// As [`Client::get`], but for 404.
    pub async fn get_if_exists(&self, url: Url) -> Result<Option<Value>> {
        match self.get(url).await {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is_status(404) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// PUT of the whole resource; with `if_match`, only while it is what was read.
    ///
    /// # Errors
    /// As [`Client::send`]; `Protocol` when the answer is not the resource.
    pub async fn put(&self, url: Url, body: &Value, if_match: Option<&str>) -> Result<Value> {
        let options = RequestOptions {
            if_match,
            ..RequestOptions::default()
        };
        self.send(Method::Put, url, Some(body), options)
            .await?
            .written()
    }

    /// POST of an action that may be repeated.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn post(&self, url: Url, body: Option<&Value>) -> Result<Value> {
        self.send(Method::Post, url, body, RequestOptions::default())
            .await?
            .json_or_null()
    }

    /// Sends a request; registers the resource provider once if that is what was missing.
    ///
    /// # Errors
    /// `Service` with the five lines for an answer of 400 or more; connection and credential errors.
    pub async fn send(
        &self,
        method: Method,
        url: Url,
        body: Option<&Value>,
        options: RequestOptions<'_>,
    ) -> Result<Reply> {
        for version in [options.if_match, options.if_none_match]
            .into_iter()
            .flatten()
        {
            if !is_header_value(version) {
                return Err(ErrorContext::NotAHeaderValue.into());
            }
        }
        if matches!(method, Method::Put | Method::Patch | Method::Delete) {
            self.world.about_to_change();
        }
        let outcome = self.send_once(method, &url, body, options).await;
        match outcome {
            Err(error) if self.registers && error.is_code("MissingSubscriptionRegistration") => {
                let Some((subscription, namespace)) = provider::named_in(&url) else {
                    return Err(error);
                };
                provider::register(self, &subscription, &namespace).await?;
                self.send_once(method, &url, body, options).await
            }
            other => other,
        }
    }

    /// As [`Client::send`], without registering anything.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn send_once(
        &self,
        method: Method,
        url: &Url,
        body: Option<&Value>,
        options: RequestOptions<'_>,
    ) -> Result<Reply> {
        let reply = self
            .answer(method, url, Content::Json(body), options)
            .await?;
        if reply.status < 200 {
            return Err(ErrorContext::Interim {
                status: reply.status,
            }
            .into());
        }
        if reply.status < 300 || reply.status == 304 {
            return Ok(reply);
        }
        if reply.status < 400 {
            return Err(ErrorContext::Redirected {
                status: reply.status,
            }
            .into());
        }
        Err(service_error::from_reply(
            method,
            url,
            &reply,
            self.world.clock().now(),
        ))
    }

    /// Sends a request with a text as its body and returns the answer, whatever its status. Registers nothing.
    ///
    /// # Errors
    /// Connection and credential errors.
    pub async fn exchange(
        &self,
        method: Method,
        url: &Url,
        body: Option<&Secret>,
        options: RequestOptions<'_>,
    ) -> Result<Reply> {
        if matches!(method, Method::Put | Method::Patch | Method::Delete) {
            self.world.about_to_change();
        }
        let content = body.map_or(Content::Json(None), Content::Text);
        self.answer(method, url, content, options).await
    }

    /// The answer to a request, after a refused token was renewed or a challenge was met.
    ///
    /// Boxed: the code is compiled here, and not again in each crate that calls it.
    fn answer<'a>(
        &'a self,
        method: Method,
        url: &'a Url,
        body: Content<'a>,
        options: RequestOptions<'a>,
    ) -> BoxFuture<'a, Result<Reply>> {
        async move {
            // Another request of this client may learn the tenant before the answer is here.
            let used = self.tenant_of(url);
            let (reply, token) = self
                .authorized(method, url, body, options, None, None)
                .await?;
            if reply.status == 401 {
                let refused = (reply, token);
                return self.again(refused, used, method, url, body, options).await;
            }
            Ok(reply)
        }
        .boxed()
    }

    /// A refused token of the tenant `used`, which comes with its refusal, is renewed once; a challenge for claims or
    /// another tenant is met where the sign-in can meet it.
    async fn again(
        &self,
        (refused, token): (Reply, Secret),
        used: String,
        method: Method,
        url: &Url,
        body: Content<'_>,
        options: RequestOptions<'_>,
    ) -> Result<Reply> {
        let said = service_error::from_reply(method, url, &refused, self.world.clock().now());
        let code = said.service.and_then(|fault| fault.code);
        let header = refused.header("www-authenticate").unwrap_or_default();
        let text = String::from_utf8_lossy(refused.body());
        let account = &self.context.account;
        let mut challenge = Challenge::read(header, code.as_deref(), &text);
        // Other services name the right tenant in the header only.
        if self.audience.is_some()
            && !matches!(challenge, Challenge::Claims(_))
            && let Some(tenant) = challenge::named_tenant(header)
            && !tenant.eq_ignore_ascii_case(&used)
        {
            challenge = Challenge::Tenant(tenant);
        }
        match challenge {
            Challenge::Other => Ok(refused),
            Challenge::Expired => self
                .authorized(method, url, body, options, Some(&token), None)
                .await
                .map(|(reply, _)| reply),
            Challenge::Claims(claims) if account.credential.meets_claims() => {
                let (reply, _) = self
                    .authorized(method, url, body, options, Some(&token), Some(&claims))
                    .await
                    .map_err(|error| self.sign_in_again(Some(error), claims.clone()))?;
                if reply.status == 401 {
                    return Err(self.sign_in_again(None, claims));
                }
                Ok(reply)
            }
            Challenge::Claims(claims) => Err(self.sign_in_again(None, claims)),
            Challenge::Tenant(tenant) => {
                if tenant.eq_ignore_ascii_case(&used) {
                    return Ok(refused);
                }
                if !account.credential.changes_tenant() {
                    return Err(ErrorContext::OtherTenant {
                        whose: self.audience.as_ref().map(|own| own.whose.clone()),
                        account: account.id.clone(),
                        used,
                        tenant,
                    }
                    .into());
                }
                if let Some(place) = self.tenant_key(url) {
                    self.world.learn_tenant(place, tenant);
                }
                self.authorized(method, url, body, options, None, None)
                    .await
                    .map(|(reply, _)| reply)
            }
        }
    }

    /// What it means that these claims are wanted, and that a new token with them could not be acquired here.
    fn sign_in_again(&self, error: Option<Error>, claims: String) -> Error {
        let account = &self.context.account;
        let wanted = ErrorContext::ClaimsWanted {
            account: account.id.clone(),
            claims,
            next: match account.credential {
                auth::Credential::Broker(_) => ClaimsAnswer::Broker,
                auth::Credential::ManagedIdentity(_) => ClaimsAnswer::Identity,
                _ => ClaimsAnswer::SignIn,
            },
        };
        match error {
            None => wanted.into(),
            Some(error) if error.kind == ErrorKind::Credential => {
                Error::from(wanted).caused_by(error)
            }
            Some(error) => error,
        }
    }

    /// What the tenant of an address is known by, in lower case: the subscription that it names, or the other service's
    /// host.
    fn tenant_key(&self, url: &Url) -> Option<String> {
        if self.audience.is_some() {
            return url.host_str().map(str::to_ascii_lowercase);
        }
        subscription_in(url)
    }

    /// The tenant whose token goes to `url`: that of the subscription or service where it is known to differ.
    #[must_use]
    pub fn tenant_of(&self, url: &Url) -> String {
        let learned = self
            .tenant_key(url)
            .and_then(|place| self.world.tenant_of(&place));
        let named = || self.audience.as_ref()?.tenant.clone();
        learned
            .or_else(named)
            .filter(|_| self.context.account.credential.changes_tenant())
            .unwrap_or_else(|| self.context.tenant.clone())
    }

    /// The answer, and the token that went with the request.
    async fn authorized(
        &self,
        method: Method,
        url: &Url,
        body: Content<'_>,
        options: RequestOptions<'_>,
        refused: Option<&Secret>,
        claims: Option<&str>,
    ) -> Result<(Reply, Secret)> {
        let token = self
            .context
            .account
            .token(&TokenRequest {
                world: self.world.as_ref(),
                progress: &self.progress,
                stack: &self.stack,
                cloud: &self.context.cloud,
                tenant: &self.tenant_of(url),
                scope: self
                    .audience
                    .as_ref()
                    .map_or(self.context.cloud.resource_manager_scope.as_str(), |own| {
                        own.scope.as_str()
                    }),
                refused,
                claims,
            })
            .await?;
        let mut request = HttpRequest::new(url.clone(), method);
        request.insert_header("authorization", format!("Bearer {}", token.secret.expose()));
        request.insert_header("accept", "application/json");
        request.insert_header("x-ms-client-request-id", self.request_id.clone());
        for (name, value) in &self.headers {
            request.insert_header(*name, value.clone());
        }
        if let Some(version) = options.if_match {
            request.insert_header("if-match", version.to_owned());
        }
        if let Some(version) = options.if_none_match {
            request.insert_header("if-none-match", version.to_owned());
        }
        if matches!(method, Method::Put | Method::Post | Method::Patch) {
            request.insert_header("content-type", "application/json");
        }
        // Wiped when the request is dropped: there may be secrets in it.
        match body {
            Content::Json(None) => {}
            Content::Json(Some(body)) => request.set_body(json::wiped_bytes(body)),
            Content::Text(text) => request.set_body(json::wiped_text(text.expose())),
        }
        let reply = self
            .stack
            .send_within(&self.progress, request, options.retry, self.limit.as_ref())
            .await?;
        Ok((reply, token.secret))
    }
}

/// Whether a header can hold `text`.
#[must_use]
pub fn is_header_value(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// The subscription that an address names, in lower case.
fn subscription_in(url: &Url) -> Option<String> {
    let mut segments = url.path_segments()?;
    segments.find(|segment| segment.eq_ignore_ascii_case("subscriptions"))?;
    segments
        .next()
        .filter(|id| !id.is_empty())
        .map(str::to_ascii_lowercase)
}

/// A segment that stays one name. An address has no segments `.` and `..`, and no tabs and line feeds: they would be
/// left out, and the request would be about another resource.
fn literal(segment: &str) -> Cow<'_, str> {
    match segment {
        "." => "%2E".into(),
        ".." => "%2E%2E".into(),
        own if own.contains(['\t', '\n', '\r']) => own
            .replace('\t', "%09")
            .replace('\n', "%0A")
            .replace('\r', "%0D")
            .into(),
        own => own.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_never_left_out_or_shortened() {
        for (name, wanted) in [
            ("ir-a", "ir-a"),
            ("..", "%252E%252E"),
            (".", "%252E"),
            ("ir\n-a", "ir%250A-a"),
            ("ir\t-a\r", "ir%2509-a%250D"),
            ("../x", "..%2Fx"),
            ("a?b#c", "a%3Fb%23c"),
            ("%2e%2e", "%252e%252e"),
            ("a\\b", "a%5Cb"),
        ] {
            let mut url = Url::parse("https://management.azure.com/").unwrap();
            url.path_segments_mut().unwrap().pop_if_empty().extend([
                "factories",
                &literal(name),
                "nodes",
            ]);
            assert_eq!(url.path(), format!("/factories/{wanted}/nodes"), "{name:?}");
            // The address is the same when it is read again.
            assert_eq!(Url::parse(url.as_str()).unwrap(), url);
        }
    }
}
