//! The words of errors: the one place where data becomes text. It decides nothing and sends nothing.
//!
//! Where a service answered, the text is the five lines that Az.DataFactory makes of it; else it is sentences that name
//! the thing and the next step.

mod aadsts;
mod azure;
pub(crate) mod exceptions;
pub mod visible;

use std::time::SystemTime;

use azir_azure::error::{ErrorKind as AzureKind, ServiceFault};
use time::{OffsetDateTime, macros::format_description};

use crate::error::ErrorKind;

/// The kind of an error of the Azure client, with the parameter that the user knows the faulty value by.
pub(crate) fn kind(error: &azir_azure::error::Error) -> ErrorKind {
    match error.kind {
        AzureKind::Connection => ErrorKind::Connection,
        AzureKind::Service => ErrorKind::Service,
        AzureKind::OutcomeUnknown => ErrorKind::OutcomeUnknown,
        AzureKind::Protocol => ErrorKind::Protocol,
        AzureKind::Untrusted => ErrorKind::Untrusted,
        AzureKind::Credential => ErrorKind::Credential,
        AzureKind::InvalidInput => ErrorKind::InvalidInput {
            parameter: azure::parameter(&error.context).map(str::to_owned),
        },
        AzureKind::System => ErrorKind::System,
        AzureKind::Cancelled => ErrorKind::Cancelled,
    }
}

/// `text` with the hints behind it.
pub(crate) fn with_hints(text: String, hints: &[String]) -> String {
    hints
        .iter()
        .fold(text, |text, hint| format!("{text} {hint}"))
}

/// The text for an error of the Azure client.
pub(crate) fn of_client(
    error: &azir_azure::error::Error,
    instead: Option<&str>,
    hints: &[String],
) -> String {
    match error.fault() {
        Some(fault) => service(fault, instead, hints),
        None => with_hints(azure::sentences(error), hints),
    }
}

/// The text for a service's error answer: the five lines, the third of which is the service's own words, or `instead`
/// of them, and the hints behind.
fn service(fault: &ServiceFault, instead: Option<&str>, hints: &[String]) -> String {
    let own = fault
        .message
        .as_deref()
        .map(|own| visible::cut(own, visible::WORDS));
    let own = own.as_deref();
    let mut text = instead.or(own).map_or_else(
        || {
            format!(
                "Operation returned an invalid status code '{}'",
                status_name(fault.status)
            )
        },
        str::to_owned,
    );
    // A sentence in place of the service's own words knows the next step better.
    let advice = instead
        .is_none()
        .then(|| advice(fault, own.unwrap_or_default()))
        .flatten();
    for hint in advice.iter().chain(hints) {
        // Not every message of a service ends its sentence.
        let stop = if text.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        text = format!("{text}{stop} {hint}");
    }
    five_lines(fault, &text, fault.at)
}

/// The five lines, joined by line feeds; there is no space after the last colon.
fn five_lines(fault: &ServiceFault, message: &str, now: SystemTime) -> String {
    let name = status_name(fault.status);
    let format = format_description!("[month]/[day]/[year] [hour]:[minute]:[second]");
    let time = OffsetDateTime::from(now)
        .format(&format)
        .unwrap_or_default();
    format!(
        "HTTP Status Code: {name}\nError Code: {}\nError Message: {message}\nRequest Id: {}\nTimestamp \
         (Utc):{time}",
        visible::cut(fault.code.as_deref().unwrap_or(&name), visible::NAME),
        visible::cut(fault.request_id.as_deref().unwrap_or(""), visible::NAME),
    )
}

/// The next step for errors that have one, to follow the service's own words.
fn advice(fault: &ServiceFault, message: &str) -> Option<String> {
    let text = match fault.code.as_deref()? {
        "AuthorizationFailed" => {
            let action = action(message)?;
            return Some(format!(
                "The least built-in role with the action '{action}' is '{}'.",
                least_role(action)
            ));
        }
        "SubscriptionNotFound" | "InvalidSubscriptionId" => {
            "Get-AzSubscription lists the subscriptions you can use; choose one with Select-AzSubscription."
        }
        "ExpiredAuthenticationToken" | "InvalidAuthenticationToken" | "AuthenticationFailed" => {
            "Run Connect-AzAccount again."
        }
        "InvalidAuthenticationTokenTenant" => {
            "Run Connect-AzAccount -Tenant with the subscription's tenant."
        }
        "UnauthorizedIntegrationRuntimeAccess" => {
            "Grant the managed identity of the linked data factory the role 'Contributor' on the shared integration \
             runtime with New-AzRoleAssignment."
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// The action in "… to perform action 'X' over scope …".
fn action(message: &str) -> Option<&str> {
    message.split("perform action '").nth(1)?.split('\'').next()
}

/// The least built-in role that has `action`.
/// <https://learn.microsoft.com/azure/role-based-access-control/built-in-roles>
pub(crate) fn least_role(action: &str) -> &'static str {
    let action = action.to_ascii_lowercase();
    if action.ends_with("/read") {
        "Reader"
    } else if action.starts_with("microsoft.datafactory/") {
        "Data Factory Contributor"
    } else if action.starts_with("microsoft.authorization/") {
        "User Access Administrator"
    } else {
        "Contributor"
    }
}

/// The status as .NET's `HttpStatusCode` names it.
#[must_use]
pub fn status_name(status: u16) -> String {
    let name = match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "NoContent",
        304 => "NotModified",
        400 => "BadRequest",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        412 => "PreconditionFailed",
        413 => "RequestEntityTooLarge",
        415 => "UnsupportedMediaType",
        422 => "UnprocessableEntity",
        429 => "TooManyRequests",
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        other => return other.to_string(),
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_five_lines_are_upstreams() {
        let fault = ServiceFault {
            status: 404,
            code: Some("NotFound".into()),
            request_id: Some("r1".into()),
            ..ServiceFault::default()
        };
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000);
        assert_eq!(
            five_lines(&fault, "It is gone.", now),
            "HTTP Status Code: NotFound\nError Code: NotFound\nError Message: It is gone.\nRequest Id: r1\n\
             Timestamp (Utc):09/13/2020 12:26:40"
        );
    }

    #[test]
    fn a_refused_action_is_named_with_the_least_role() {
        let fault = ServiceFault {
            status: 403,
            code: Some("AuthorizationFailed".into()),
            ..Default::default()
        };
        let message = "The client 'x' with object id 'y' does not have authorization to perform action \
                       'Microsoft.DataFactory/factories/write' over scope '/s' or the scope is invalid.";
        assert_eq!(
            advice(&fault, message).unwrap(),
            "The least built-in role with the action 'Microsoft.DataFactory/factories/write' is 'Data \
             Factory Contributor'."
        );
        assert_eq!(least_role("Microsoft.DataFactory/factories/read"), "Reader");
        assert_eq!(
            least_role("Microsoft.Authorization/roleAssignments/write"),
            "User Access Administrator"
        );
    }
}
