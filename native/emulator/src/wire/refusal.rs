//! Errors as the services word them.

use serde_json::{Value, json};

use super::Reply;

/// A refused request: status, code, message and who says so.
#[derive(Debug)]
pub struct Refusal {
    pub status: u16,
    pub code: &'static str,
    pub message: String,
    from_gateway: bool,
    target: Option<String>,
    details: Option<Value>,
    headers: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal of Resource Manager itself: `code` and `message` only.
    pub fn gateway(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            from_gateway: true,
            target: None,
            details: None,
            headers: Vec::new(),
        }
    }

    /// A refusal of the provider: with a target and `details: null`, as Data Factory sends it.
    pub fn provider(
        status: u16,
        code: &'static str,
        message: impl Into<String>,
        target: impl Into<String>,
    ) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            from_gateway: false,
            target: Some(target.into()),
            details: Some(Value::Null),
            headers: Vec::new(),
        }
    }

    /// A refusal of a provider that sends neither target nor details.
    pub fn plain(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            from_gateway: false,
            ..Self::gateway(status, code, message)
        }
    }

    /// Adds the `details` member.
    #[must_use]
    pub fn with_details(mut self, details: Value) -> Self {
        self.details = Some(details);
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The answer that carries it.
    pub fn into_reply(self) -> Reply {
        let mut error = json!({ "code": self.code, "message": self.message });
        if let Some(target) = self.target {
            error["target"] = target.into();
        }
        if let Some(details) = self.details {
            error["details"] = details;
        }
        let mut reply = Reply::json(self.status, &json!({ "error": error }));
        if self.from_gateway {
            reply = reply.with("x-ms-failure-cause", "gateway");
        }
        for (name, value) in self.headers {
            reply = reply.with(name, &value);
        }
        reply
    }
}
