//! Talks to the token endpoint for the flows that `azure_identity` does not have.
//!
//! Protocol: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code>.

use std::time::SystemTime;

use azure_core::http::{Method, Request, Url};
use serde_json::{Value, json};
use url::form_urlencoded;

use super::{Token, TokenRequest, lifetime::IssuerExpiry};
use crate::{
    clock::unix_seconds,
    cloud::Cloud,
    error::{Error, ErrorContext, Hint, Result, ServiceFault, SignInBy},
    secret::Secret,
};

/// What the endpoint answered: a body, and whether it is a success.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Whether the status was 200.
    pub ok: bool,
    /// The JSON body.
    pub body: Value,
    /// The service's time.
    date: Option<SystemTime>,
}

impl Answer {
    /// The `error` member, such as `authorization_pending`.
    #[must_use]
    pub fn error(&self) -> &str {
        self.body
            .get("error")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// The token in a successful answer.
    ///
    /// # Errors
    /// `Protocol` when there is none, or none that ends in this world's time.
    pub fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let secret = self
            .body
            .get("access_token")
            .and_then(Value::as_str)
            .ok_or(ErrorContext::NoToken)?;
        let now = request.world.clock().now();
        let expiry = IssuerExpiry::read(&self.body, now)
            .map_err(|text| odd_lifetime(request.cloud, text))?;
        let expiry = IssuerExpiry {
            expires_on: None,
            ..expiry
        };
        let secret = Secret::new(secret.to_owned());
        Ok(Token::acquired(secret, expiry, now))
    }

    /// The error for a sign-in that this answer refuses.
    #[must_use]
    pub fn refusal(&self, who: SignInBy, request: &TokenRequest<'_>) -> Error {
        let text = self.body.get("error_description").and_then(Value::as_str);
        let reason = first_line(text.unwrap_or_else(|| self.error()));
        refused(who, request, self.status, reason, self.date)
    }

    /// The ID token of the user who signed in, if the answer has one.
    #[must_use]
    pub fn id_token(&self) -> Option<Secret> {
        let text = self.body.get("id_token").and_then(Value::as_str)?;
        Some(Secret::new(text.to_owned()))
    }

    /// The refresh token, if the answer has one.
    #[must_use]
    pub fn refresh_token(&self) -> Option<Secret> {
        let text = self.body.get("refresh_token").and_then(Value::as_str)?;
        Some(Secret::new(text.to_owned()))
    }
}

/// A number, also where a server sends it as text.
#[must_use]
pub fn number(value: Option<&Value>) -> Option<i64> {
    match value? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// Posts a form to `{authority}/{tenant}/oauth2/v2.0/{action}`.
///
/// # Errors
/// Connection errors, and `Protocol` when the answer is not JSON.
pub async fn post(
    request: &TokenRequest<'_>,
    action: &str,
    fields: &[(&str, &str)],
) -> Result<Answer> {
    let url = endpoint(request, action)?;
    let mut message = Request::new(url, Method::Post);
    message.insert_header("content-type", "application/x-www-form-urlencoded");
    message.insert_header("accept", "application/json");
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    message.set_body(form);
    let reply = request.stack.ask(request.progress, message).await?;
    let date = date(reply.header("date"));
    let mut body: Value = serde_json::from_slice(reply.body()).map_err(|_| {
        let html = is_html(reply.header("content-type"), reply.body());
        no_token(request.cloud, reply.status, html)
    })?;
    if let Some(Value::String(text)) = body.get_mut("error_description") {
        *text = without_secrets(text, fields);
    }
    Ok(Answer {
        status: reply.status,
        ok: reply.status == 200,
        body,
        date,
    })
}

/// The time in a `Date` header.
#[must_use]
pub fn date(header: Option<&str>) -> Option<SystemTime> {
    httpdate::parse_http_date(header?).ok()
}

/// A sign-in that failed: the service's reason with its number as the code, and a clock that is off.
#[must_use]
pub fn refused(
    who: SignInBy,
    request: &TokenRequest<'_>,
    status: u16,
    reason: &str,
    theirs: Option<SystemTime>,
) -> Error {
    let now = request.world.clock().now();
    let tenant = request.tenant.to_owned();
    let fault = ServiceFault {
        status,
        code: number_in(reason).map(|number| format!("AADSTS{number}")),
        message: Some(reason.to_owned()).filter(|text| !text.is_empty()),
        at: now,
        ..ServiceFault::default()
    };
    Error::from(ErrorContext::SignIn { who, tenant })
        .answered(fault)
        .hinting(clock_hint(now, theirs))
}

/// Whether this computer's clock is off by five minutes or more, which makes tokens and signatures invalid.
fn clock_hint(own: SystemTime, theirs: Option<SystemTime>) -> Option<Hint> {
    let ahead = unix_seconds(own) - unix_seconds(theirs?);
    let minutes = ahead / 60;
    (minutes.abs() >= 5).then_some(Hint::ClockAhead(minutes))
}

/// The number in a text of the sign-in service, such as 7000215 in `AADSTS7000215: …`.
#[must_use]
pub fn number_in(text: &str) -> Option<u32> {
    let (_, rest) = text.split_once("AADSTS")?;
    let end = rest
        .find(|own: char| !own.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// Whether an answer is a page for a browser.
#[must_use]
pub fn is_html(content_type: Option<&str>, body: &[u8]) -> bool {
    content_type.is_some_and(|own| own.trim_start().starts_with("text/html"))
        || body.trim_ascii_start().starts_with(b"<")
}

/// The error for an answer that no sign-in service gives.
#[must_use]
pub fn no_token(cloud: &Cloud, status: u16, html: bool) -> Error {
    ErrorContext::NotAToken {
        authority: cloud.authority.clone(),
        status,
        html,
    }
    .into()
}

/// The error for a lifetime that no token has.
#[must_use]
pub fn odd_lifetime(cloud: &Cloud, text: String) -> Error {
    ErrorContext::OddLifetime {
        authority: cloud.authority.clone(),
        text,
    }
    .into()
}

/// A text of the service without what was sent as a secret, should it repeat that.
fn without_secrets(text: &str, fields: &[(&str, &str)]) -> String {
    const SECRETS: [&str; 6] = [
        "client_secret",
        "client_assertion",
        "refresh_token",
        "device_code",
        "code",
        "code_verifier",
    ];
    fields
        .iter()
        .filter(|(name, value)| SECRETS.contains(name) && value.len() > 3)
        .fold(text.to_owned(), |text, (_, value)| {
            text.replace(value, "(secret)")
        })
}

/// `{authority}/{tenant}/oauth2/v2.0/{action}`.
#[must_use]
pub fn address(cloud: &Cloud, tenant: &str, action: &str) -> String {
    format!("{}/{tenant}/oauth2/v2.0/{action}", cloud.authority)
}

/// The same as an address, for a tenant that can be part of one.
///
/// # Errors
/// `InvalidInput` for a tenant that cannot.
pub fn endpoint(request: &TokenRequest<'_>, action: &str) -> Result<Url> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    if request.tenant.is_empty() || !request.tenant.chars().all(plain) {
        return Err(bad_tenant(request.tenant));
    }
    Url::parse(&address(request.cloud, request.tenant, action))
        .map_err(|_| bad_tenant(request.tenant))
}

/// The claims to ask for: what a service wants, and that this client can be challenged (capability `cp1`).
#[must_use]
pub fn claims(wanted: Option<&str>) -> String {
    let mut claims: Value = wanted
        .and_then(|text| serde_json::from_str(text).ok())
        .filter(Value::is_object)
        .unwrap_or_else(|| json!({}));
    if !claims["access_token"].is_object() {
        claims["access_token"] = json!({});
    }
    claims["access_token"]["xms_cc"] = json!({"values": ["cp1"]});
    claims.to_string()
}

/// The error for a tenant that cannot be part of an address.
#[must_use]
pub fn bad_tenant(tenant: &str) -> Error {
    ErrorContext::NotATenant {
        tenant: tenant.to_owned(),
    }
    .into()
}

/// The first line of a service's text: trace ids and times follow it.
#[must_use]
pub fn first_line(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default().trim();
    // Some descriptions put the trace id on the same line.
    line.split(" Trace ID:").next().unwrap_or(line).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_that_repeats_a_secret_does_not_make_it_known() {
        let fields = [
            ("client_id", "planted-id"),
            ("client_secret", "planted-secret"),
        ];
        assert_eq!(
            without_secrets("AADSTS1: 'planted-secret' of planted-id is wrong.", &fields),
            "AADSTS1: '(secret)' of planted-id is wrong."
        );
    }

    #[test]
    fn a_challenges_claims_are_asked_for_beside_the_capability() {
        assert_eq!(
            claims(None),
            r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#
        );
        assert_eq!(
            claims(Some(r#"{"access_token":{"nbf":{"value":"1"}}}"#)),
            r#"{"access_token":{"nbf":{"value":"1"},"xms_cc":{"values":["cp1"]}}}"#
        );
    }
}
