//! Talks to the token endpoint for the flows that `azure_identity` does not have.
//!
//! Protocol: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code>.

use azure_core::http::{Method, Request, Url};
use serde_json::Value;
use url::form_urlencoded;

use super::{Token, TokenRequest};
use crate::{
    clock::unix_seconds,
    error::{Error, ErrorKind, Result},
    http::Repeat,
    secret::Secret,
};

/// What the endpoint answered: a body, and whether it is a success.
#[derive(Debug)]
pub struct Answer {
    /// Whether the status was 200.
    pub ok: bool,
    /// The JSON body.
    pub body: Value,
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
        first_line(text.unwrap_or_else(|| self.error())).to_owned()
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
        let lifetime = number(self.body.get("expires_in")).unwrap_or(3600);
        Ok(Token {
            secret: Secret::new(secret.to_owned()),
            expires_on: unix_seconds(request.library.clock.now()) + lifetime,
        })
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
    let address = format!(
        "{}/{}/oauth2/v2.0/{action}",
        request.cloud.authority, request.tenant
    );
    let url = Url::parse(&address).map_err(|_| bad_tenant(request.tenant))?;
    let mut message = Request::new(url, Method::Post);
    message.insert_header("content-type", "application/x-www-form-urlencoded");
    message.insert_header("accept", "application/json");
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    message.set_body(form);
    let reply = request
        .stack
        .send(request.host, message, Repeat::Safe)
        .await?;
    Ok(Answer {
        ok: reply.status == 200,
        body: reply.json()?,
    })
}

/// The error for a tenant that cannot be part of an address.
#[must_use]
pub fn bad_tenant(tenant: &str) -> Error {
    Error::invalid(
        "Tenant",
        format!("'{tenant}' is not a tenant: give its id (a GUID) or one of its domain names."),
    )
}

/// A sign-in that failed, with the service's reason.
#[must_use]
pub fn failed(who: &str, tenant: &str, reason: &str) -> Error {
    Error::new(
        ErrorKind::Credential,
        format!(
            "Signing in {who} to tenant '{tenant}' failed: {}. {}",
            reason.trim_end_matches(['.', ' ']),
            advice(reason)
        )
        .trim_end()
        .to_owned(),
    )
}

fn advice(reason: &str) -> &'static str {
    const KNOWN: [(&str, &str); 7] = [
        (
            "AADSTS7000215",
            "Check the secret's value (not its id) and that it belongs to this application.",
        ),
        (
            "AADSTS7000222",
            "Make a new secret for the application: this one has expired.",
        ),
        ("AADSTS700016", "Check the application id and the tenant."),
        ("AADSTS90002", "Check the tenant."),
        ("AADSTS700082", "Run Connect-AzAccount again."),
        ("AADSTS50173", "Run Connect-AzAccount again."),
        (
            "AADSTS50076",
            "Run Connect-AzAccount again: a second factor is asked for.",
        ),
    ];
    KNOWN
        .iter()
        // The code is a prefix of none of the others, but a longer number may begin with it.
        .find(|(code, _)| {
            reason
                .split(|character: char| !character.is_ascii_alphanumeric())
                .any(|word| word == *code)
        })
        .map_or("", |(_, advice)| advice)
}

/// The first line of a service's text: trace ids and times follow it.
#[must_use]
pub fn first_line(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default().trim();
    // Some descriptions put the trace id on the same line.
    line.split(" Trace ID:").next().unwrap_or(line).trim()
}
