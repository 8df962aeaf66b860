//! A service's error answer, read into data.
//!
//! Envelope: <https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors>.

use std::time::SystemTime;

use azure_core::http::{Method, Url};
use serde_json::Value;

use crate::{
    error::{Error, Exchange, ServiceFault},
    http::{Reply, redaction},
    json::Lookup,
};

/// How much of an answer's body an error keeps, in bytes.
const BODY_LIMIT: usize = 16 * 1024;

/// The error that `reply` to a request stands for.
#[must_use]
pub fn from_reply(method: Method, url: &Url, reply: &Reply, now: SystemTime) -> Error {
    let body: Option<Value> = serde_json::from_slice(reply.body()).ok();
    // Some services leave the envelope out, or have it null.
    let text = |name: &str| {
        let body = body.as_ref()?;
        [body.at("error"), body]
            .into_iter()
            .find_map(|holder| holder.at(name).as_str())
            .map(str::to_owned)
    };
    // Data planes repeat the code in a header.
    let code = text("code").or_else(|| reply.header("x-ms-error-code").map(str::to_owned));
    let raw = String::from_utf8_lossy(reply.body()).trim().to_owned();
    let message = text("message").or((!raw.is_empty() && body.is_none()).then_some(raw));
    Error::service(ServiceFault {
        status: reply.status,
        code,
        message,
        request_id: reply.header("x-ms-request-id").map(str::to_owned),
        target: text("target"),
        at: now,
        exchange: Some(Box::new(exchange(method, url, reply))),
    })
}

/// The request and its answer, as an error keeps them.
fn exchange(method: Method, url: &Url, reply: &Reply) -> Exchange {
    let mut body = String::from_utf8_lossy(reply.body()).into_owned();
    if body.len() > BODY_LIMIT {
        let end = (0..=BODY_LIMIT)
            .rev()
            .find(|end| body.is_char_boundary(*end))
            .unwrap_or_default();
        body.truncate(end);
    }
    Exchange {
        method: method.as_str().to_owned(),
        address: redaction::full_address(url),
        headers: redaction::pairs(reply.raw_headers()),
        body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply_to_get(reply: &Reply) -> Error {
        let url = Url::parse("https://h/x?api-version=1&sig=planted").unwrap();
        from_reply(Method::Get, &url, reply, SystemTime::UNIX_EPOCH)
    }

    #[test]
    fn an_error_keeps_what_may_be_seen_of_request_and_answer() {
        let body = "ä".repeat(BODY_LIMIT);
        let error = reply_to_get(&Reply::of(500, body.as_bytes()));
        let fault = error.service.unwrap();
        let exchange = fault.exchange.as_deref().unwrap();
        assert_eq!(exchange.method, "GET");
        assert_eq!(exchange.address, "https://h/x?api-version=1&sig=REDACTED");
        assert_eq!(exchange.body.len(), BODY_LIMIT);
        assert!(!format!("{exchange:?}").contains('ä'));
    }

    #[test]
    fn an_error_is_read_with_and_without_its_envelope() {
        let read = |body: &str| {
            let error = reply_to_get(&Reply::of(404, body.as_bytes()));
            let fault = error.service.unwrap();
            (fault.code, fault.target, fault.message)
        };
        let wanted = (
            Some("NotFound".to_owned()),
            Some("/x".to_owned()),
            Some("It does not exist.".to_owned()),
        );
        let plain = r#"{"code":"NotFound","message":"It does not exist.","target":"/x","details":null,"error":null}"#;
        assert_eq!(read(plain), wanted);
        let wrapped =
            r#"{"error":{"code":"NotFound","message":"It does not exist.","target":"/x"}}"#;
        assert_eq!(read(wrapped), wanted);
        let half = r#"{"error":{"message":"It does not exist."},"code":"NotFound","target":"/x"}"#;
        assert_eq!(read(half), wanted);
        assert_eq!(read("[5]"), (None, None, None));
        assert_eq!(read("no JSON"), (None, None, Some("no JSON".to_owned())));
    }
}
