//! Talks to the token endpoint for the flows that `azure_identity` does not have.
//!
//! Protocol: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code>.

use std::{fmt::Write, time::SystemTime};

use azure_core::http::{Method, Request, Url};
use serde_json::{Value, json};
use url::form_urlencoded;

use super::{Token, TokenRequest, aadsts, lifetime::ToldEnd};
use crate::{
    clock::unix_seconds,
    cloud::Cloud,
    error::{Error, ErrorKind, Result},
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

    /// The first line of what went wrong.
    #[must_use]
    pub fn description(&self) -> String {
        let text = self.body.get("error_description").and_then(Value::as_str);
        let text = first_line(text.unwrap_or_else(|| self.error()));
        if text.is_empty() {
            return no_reason(self.status);
        }
        text.to_owned()
    }

    /// The token in a successful answer.
    ///
    /// # Errors
    /// `Protocol` when there is none.
    pub fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let secret = self
            .body
            .get("access_token")
            .and_then(Value::as_str)
            .ok_or_else(|| Error::protocol("The sign-in service answered without a token."))?;
        let told = ToldEnd {
            expires_on: None,
            expires_in: number(self.body.get("expires_in")),
        };
        let secret = Secret::new(secret.to_owned());
        Ok(Token::acquired(secret, told, request.world.clock().now()))
    }

    /// The error for a sign-in that this answer refuses.
    #[must_use]
    pub fn failed(&self, who: &str, request: &TokenRequest<'_>) -> Error {
        let mut error = failed(who, request.tenant, &self.description());
        tell_clock(&mut error, request, self.date);
        error
    }

    /// The token about the person who signed in, if one came.
    #[must_use]
    pub fn id_token(&self) -> Option<Secret> {
        let text = self.body.get("id_token").and_then(Value::as_str)?;
        Some(Secret::new(text.to_owned()))
    }

    /// The refresh token, if one came.
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

/// Adds to a refusal that this computer's clock is off, when the service's time shows it.
pub fn tell_clock(error: &mut Error, request: &TokenRequest<'_>, theirs: Option<SystemTime>) {
    let own = request.world.clock().now();
    let ahead = unix_seconds(own) - unix_seconds(theirs.unwrap_or(own));
    let minutes = ahead / 60;
    if minutes.abs() >= 5 {
        let side = if minutes > 0 { "ahead of" } else { "behind" };
        let _ = write!(
            error.message,
            " This computer's clock is {} minutes {side} the service's: set it right.",
            minutes.abs()
        );
    }
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
    let what = if html {
        "HTML"
    } else {
        "something that is not JSON"
    };
    Error::protocol(format!(
        "{} answered with {what}, not with a token (HTTP status {status}): a proxy or the sign-in page of the network \
         may have answered in its place. Open any page in a browser, check $env:HTTPS_PROXY, then try again.",
        cloud.authority
    ))
}

/// What is said where the service gave no reason.
#[must_use]
pub fn no_reason(status: u16) -> String {
    format!("the sign-in service answered with status {status} and no reason; try again later")
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
    Error::invalid(
        "Tenant",
        format!("'{tenant}' is not a tenant: give its id (a GUID) or one of its domain names."),
    )
}

/// A sign-in that failed, with the service's reason, what it means and what to do.
#[must_use]
pub fn failed(who: &str, tenant: &str, reason: &str) -> Error {
    let start = format!("Signing in {who} to tenant '{tenant}' failed");
    Error::new(ErrorKind::Credential, explained(&start, reason))
}

/// The text for a sign-in page that came back with a reason instead of a code.
#[must_use]
pub fn failed_in_browser(reason: &str) -> String {
    explained("Signing in in the browser failed", first_line(reason))
}

fn explained(start: &str, reason: &str) -> String {
    let reason = reason.trim_end_matches(['.', ' ']);
    let start = format!("{start}: {reason}");
    match aadsts::explain(reason) {
        Some(("", advice)) => format!("{start}. {advice}"),
        Some((meaning, advice)) => format!("{start} ({meaning}). {advice}"),
        None => format!("{start}."),
    }
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
