//! The errors of Entra: an OAuth code, an AADSTS number and a message.

use serde_json::json;

use crate::clock;
use crate::random;
use crate::wire::Reply;

/// A refused sign-in.
pub struct SignInError {
    pub status: u16,
    pub error: &'static str,
    pub number: u32,
    pub message: String,
    /// What the client is to do, when Entra says so.
    pub suberror: Option<&'static str>,
    /// What the next token has to satisfy, as JSON.
    pub claims: Option<String>,
}

impl SignInError {
    /// A refusal with status 400, which most are.
    pub fn new(error: &'static str, number: u32, message: impl Into<String>) -> Self {
        Self {
            status: 400,
            error,
            number,
            message: message.into(),
            suberror: None,
            claims: None,
        }
    }

    /// A client that is not who it says: status 401.
    pub fn client(number: u32, message: impl Into<String>) -> Self {
        Self {
            status: 401,
            ..Self::new("invalid_client", number, message)
        }
    }

    /// No such tenant.
    pub fn tenant(name: &str) -> Self {
        Self::new(
            "invalid_request",
            90002,
            format!(
                "Tenant '{name}' not found. Check to make sure you have the correct tenant ID and are signing into \
                 the correct cloud. \
                 Check with your subscription administrator, this may happen if there are no active subscriptions \
                 for the tenant."
            ),
        )
    }

    /// No such application in this tenant.
    pub fn application(client_id: &str, tenant: &str) -> Self {
        Self::new(
            "unauthorized_client",
            700_016,
            format!(
                "Application with identifier '{client_id}' was not found in the directory '{tenant}'. This can \
                 happen if the application \
                 has not been installed by the administrator of the tenant or consented to by any user in the \
                 tenant. You may have sent \
                 your authentication request to the wrong tenant."
            ),
        )
    }

    /// A field is missing from the form.
    pub fn missing(field: &str) -> Self {
        Self::new(
            "invalid_request",
            900_144,
            format!("The request body must contain the following parameter: '{field}'."),
        )
    }

    /// The answer that carries it.
    pub fn into_reply(self) -> Reply {
        let trace = random::guid();
        let correlation = random::guid();
        let timestamp = clock::entra();
        let mut body = json!({
            "error": self.error,
            "error_description": format!(
                "AADSTS{}: {} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {timestamp}",
                self.number, self.message
            ),
            "error_codes": [self.number],
            "timestamp": timestamp,
            "trace_id": trace,
            "correlation_id": correlation,
            "error_uri": format!("https://login.microsoftonline.com/error?code={}", self.number),
        });
        if let Some(suberror) = self.suberror {
            body["suberror"] = suberror.into();
        }
        if let Some(claims) = self.claims {
            body["claims"] = claims.into();
        }
        Reply::json(self.status, &body)
    }

    /// The page that a person sees in the browser: nothing goes back to the application.
    pub fn into_page(self) -> Reply {
        let text = format!(
            "Sorry, but we're having trouble signing you in. AADSTS{}: {}",
            self.number, self.message
        );
        Reply::page(self.status, "Sign in to your account", &text)
    }
}
