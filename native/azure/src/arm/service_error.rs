//! A service's error answer, read into data.
//!
//! Envelope: <https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors>.

use std::time::SystemTime;

use serde_json::Value;

use crate::{
    error::{Error, ServiceFault},
    http::Reply,
    json::Lookup,
};

/// The error that `reply` stands for.
#[must_use]
pub fn from_reply(reply: &Reply, now: SystemTime) -> Error {
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
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_read_with_and_without_its_envelope() {
        let read = |body: &str| {
            let error = from_reply(&Reply::of(404, body.as_bytes()), SystemTime::UNIX_EPOCH);
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
