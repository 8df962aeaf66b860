//! A service's error answer as the five lines that Az.DataFactory makes of it.
//!
//! Envelope: <https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors>.

use std::time::SystemTime;

use serde_json::Value;
use time::{OffsetDateTime, macros::format_description};

use crate::{
    error::{Error, ErrorKind, ServiceFault},
    http::Reply,
};

/// The error that `reply` stands for.
#[must_use]
pub fn from_reply(reply: &Reply, now: SystemTime) -> Error {
    let body: Option<Value> = serde_json::from_slice(reply.body()).ok();
    // Synapse leaves the envelope out, or has it null.
    let text = |name: &str| {
        let body = body.as_ref()?;
        [&body["error"], body]
            .into_iter()
            .find_map(|holder| holder[name].as_str())
            .map(str::to_owned)
    };
    // Purview repeats the code in a header.
    let code = text("code").or_else(|| reply.header("x-ms-error-code").map(str::to_owned));
    let raw = String::from_utf8_lossy(reply.body()).trim().to_owned();
    let message = text("message").unwrap_or_else(|| {
        if raw.is_empty() || body.is_some() {
            format!(
                "Operation returned an invalid status code '{}'",
                status_name(reply.status)
            )
        } else {
            raw
        }
    });
    let fault = ServiceFault {
        status: reply.status,
        code,
        request_id: reply.header("x-ms-request-id").map(str::to_owned),
        target: text("target"),
    };
    let advice = advice(&fault, &message);
    // Not every message of a service ends its sentence.
    let stop = if advice.is_empty() || message.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    let message = five_lines(&fault, &format!("{message}{stop}{advice}"), now);
    Error::new(ErrorKind::Service(Box::new(fault)), message)
}

/// The five lines, joined by line feeds; there is no space after the last colon.
#[must_use]
pub fn five_lines(fault: &ServiceFault, message: &str, now: SystemTime) -> String {
    let name = status_name(fault.status);
    let format = format_description!("[month]/[day]/[year] [hour]:[minute]:[second]");
    let time = OffsetDateTime::from(now)
        .format(&format)
        .unwrap_or_default();
    format!(
        "HTTP Status Code: {name}\nError Code: {}\nError Message: {message}\nRequest Id: {}\nTimestamp \
         (Utc):{time}",
        fault.code.as_deref().unwrap_or(&name),
        fault.request_id.as_deref().unwrap_or(""),
    )
}

/// The error with `hint` after the service's own words: of the five lines it is the third that is read.
#[must_use]
pub fn hinted(error: Error, hint: &str) -> Error {
    let message = match error.message.split_once("\nRequest Id: ") {
        Some((lines, rest)) => {
            let stop = if lines.ends_with(['.', '!', '?']) {
                ""
            } else {
                "."
            };
            format!("{lines}{stop} {hint}\nRequest Id: {rest}")
        }
        None => format!("{} {hint}", error.message),
    };
    Error { message, ..error }
}

/// A write that came too late, told with what to do; any other error as it is.
#[must_use]
pub fn lost_race(error: Error, what: &str, now: SystemTime) -> Error {
    let Some(fault) = error.fault().filter(|fault| fault.status == 412) else {
        return error;
    };
    let text = format!(
        "{what} was changed by somebody else since it was read. Nothing was overwritten. Run the command again to \
         apply it to what is there now."
    );
    let message = five_lines(fault, &text, now);
    Error { message, ..error }
}

/// The next step for errors that have one, to follow the service's own words.
fn advice(fault: &ServiceFault, message: &str) -> String {
    match fault.code.as_deref().unwrap_or_default() {
        "AuthorizationFailed" => match action(message) {
            Some(action) => format!(
                " The least built-in role with the action '{action}' is '{}'.",
                least_role(action)
            ),
            None => String::new(),
        },
        "SubscriptionNotFound" | "InvalidSubscriptionId" => {
            " Get-AzSubscription lists the subscriptions you can use; choose one with \
             Select-AzSubscription."
                .to_owned()
        }
        "ExpiredAuthenticationToken" | "InvalidAuthenticationToken" | "AuthenticationFailed" => {
            " Run Connect-AzAccount again.".to_owned()
        }
        "InvalidAuthenticationTokenTenant" => {
            " Run Connect-AzAccount -Tenant with the subscription's tenant.".to_owned()
        }
        "UnauthorizedIntegrationRuntimeAccess" => {
            " Grant the managed identity of the linked data factory the role 'Contributor' on the shared \
             integration runtime with New-AzRoleAssignment."
                .to_owned()
        }
        _ => String::new(),
    }
}

/// The action in "… to perform action 'X' over scope …".
fn action(message: &str) -> Option<&str> {
    message.split("perform action '").nth(1)?.split('\'').next()
}

/// The least built-in role that has `action`.
/// <https://learn.microsoft.com/azure/role-based-access-control/built-in-roles>
fn least_role(action: &str) -> &'static str {
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
            target: None,
        };
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000);
        assert_eq!(
            five_lines(&fault, "It is gone.", now),
            "HTTP Status Code: NotFound\nError Code: NotFound\nError Message: It is gone.\nRequest Id: r1\n\
             Timestamp (Utc):09/13/2020 12:26:40"
        );
    }

    #[test]
    fn an_error_is_read_with_and_without_its_envelope() {
        let read = |body: &str| {
            let error = from_reply(&Reply::of(404, body.as_bytes()), SystemTime::UNIX_EPOCH);
            (
                error.fault().and_then(|fault| fault.code.clone()),
                error.fault().and_then(|fault| fault.target.clone()),
                error.message.lines().nth(2).unwrap_or_default().to_owned(),
            )
        };
        let wanted = (
            Some("NotFound".to_owned()),
            Some("/x".to_owned()),
            "Error Message: It does not exist.".to_owned(),
        );
        let plain = r#"{"code":"NotFound","message":"It does not exist.","target":"/x","details":null,"error":null}"#;
        assert_eq!(read(plain), wanted);
        let wrapped =
            r#"{"error":{"code":"NotFound","message":"It does not exist.","target":"/x"}}"#;
        assert_eq!(read(wrapped), wanted);
        let half = r#"{"error":{"message":"It does not exist."},"code":"NotFound","target":"/x"}"#;
        assert_eq!(read(half), wanted);
        assert_eq!(
            read("[5]"),
            (
                None,
                None,
                "Error Message: Operation returned an invalid status code 'NotFound'".to_owned()
            )
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
            advice(&fault, message),
            " The least built-in role with the action 'Microsoft.DataFactory/factories/write' is 'Data \
             Factory Contributor'."
        );
        assert_eq!(least_role("Microsoft.DataFactory/factories/read"), "Reader");
        assert_eq!(
            least_role("Microsoft.Authorization/roleAssignments/write"),
            "User Access Administrator"
        );
    }
}
