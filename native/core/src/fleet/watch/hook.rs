//! The message of a webhook. Its address is a secret: whoever has it can post.

use std::sync::Arc;

use azir_azure::{
    http::RetrySafety,
    secret::Secret,
    world::{Progress, Silent},
};
use azure_core::http::{Body, Method, Request, Url};

use super::{
    super::report::{Report, card},
    options,
};
use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    request::Arguments,
};

/// Domains of incoming webhooks and workflows of Teams.
const TEAMS: [&str; 4] = [
    ".webhook.office.com",
    ".logic.azure.com",
    ".powerplatform.com",
    ".powerautomate.com",
];

/// Where a message goes, and in which form.
pub(super) struct Hook {
    address: Secret,
    host: String,
    is_teams: bool,
}

impl Hook {
    /// Reads `-Webhook` and `-WebhookFormat`.
    ///
    /// # Errors
    /// `InvalidInput` for an address that is not https. The text does not have the address.
    pub(super) fn read(arguments: &Arguments) -> Result<Option<Self>> {
        let Some(address) = options::webhook(arguments) else {
            return Ok(None);
        };
        let url = Url::parse(address.expose().trim())
            .ok()
            .filter(|url| url.scheme() == "https" && url.host_str().is_some());
        let Some(url) = url else {
            return Err(Error::invalid(
                "Webhook",
                "The address of -Webhook is not valid: it must begin with https:// and have a host. Nothing was read.",
            )
            .ending());
        };
        let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
        let is_teams = match arguments.filled("WebhookFormat").as_deref() {
            Some(own) => own.eq_ignore_ascii_case("Teams"),
            None => TEAMS.iter().any(|own| host.ends_with(own)),
        };
        Ok(Some(Self {
            address,
            host,
            is_teams,
        }))
    }
}

/// Posts the summary.
///
/// # Errors
/// With the host in place of the address.
pub(super) async fn post(call: &Call, hook: &Hook, report: &Report<'_>) -> Result<()> {
    let body = if hook.is_teams {
        card::teams(report)
    } else {
        card::plain_json(report)
    };
    let url = Url::parse(hook.address.expose().trim())
        .map_err(|_| Error::invalid("Webhook", "The address of -Webhook is not valid."))?;
    let mut request = Request::new(url, Method::Post);
    request.insert_header("content-type", "application/json; charset=utf-8");
    request.set_body(Body::from(body.to_string()));
    // While the emulator runs, a webhook on this computer is one of its own.
    let route = {
        let state = call.library.state();
        match &state.emulator {
            Some(emulator) if is_loopback(&hook.host) => emulator.cloud.route(call.route()),
            _ => call.route(),
        }
    };
    let stack = call.library.stack(&route)?;
    // Debug messages would show the address.
    let silent: Arc<dyn Progress> = Arc::new(Silent);
    let lead = format!(
        "The message to the webhook at '{}' was not posted. ",
        hook.host
    );
    let reply = stack
        .send(&silent, request, RetrySafety::OnlyUnsent)
        .await
        .map_err(|error| Error::from(error).with_lead(lead.clone()))?;
    if (200..300).contains(&reply.status) {
        let notice = format!("The message to the webhook at '{}' was posted.", hook.host);
        return call.caller.verbose(notice).await;
    }
    Err(Error::new(
        ErrorKind::System,
        format!(
            "{lead}The host answered with status {}. Check the address of -Webhook: make a new one if it was removed.",
            reply.status
        ),
    )
    .about(hook.host.clone())
    .with_id("Webhook"))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.starts_with("127.") || host == "[::1]"
}
