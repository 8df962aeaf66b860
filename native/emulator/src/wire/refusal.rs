//! Errors in the forms of the services.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::Reply;

/// A refused request: status, code, message and who says so.
#[derive(Debug)]
pub struct Refusal(Box<Words>);

#[derive(Debug)]
struct Words {
    status: u16,
    code: Cow<'static, str>,
    message: String,
    from_gateway: bool,
    wrapped: bool,
    target: Option<String>,
    details: Option<Value>,
    headers: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal of Resource Manager itself: `code` and `message` only.
    pub fn gateway(
        status: u16,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        let mut refusal = Self::plain(status, code, message);
        refusal.0.from_gateway = true;
        refusal
    }

    /// A refusal of the provider: with a target and `details: null`, as Data Factory sends it.
    pub fn provider(
        status: u16,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
        target: impl Into<String>,
    ) -> Self {
        let mut refusal = Self::plain(status, code, message);
        refusal.0.target = Some(target.into());
        refusal.0.details = Some(Value::Null);
        refusal
    }

    /// A refusal of a provider that sends neither target nor details.
    pub fn plain(
        status: u16,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        Self(Box::new(Words {
            status,
            code: code.into(),
            message: message.into(),
            from_gateway: false,
            wrapped: true,
            target: None,
            details: None,
            headers: Vec::new(),
        }))
    }

    /// The members at the top instead of within `error`, which is null beside them: as Synapse sends it.
    #[must_use]
    pub fn unwrapped(mut self) -> Self {
        self.0.wrapped = false;
        self
    }

    /// The same, with another code and not from the gateway.
    #[must_use]
    pub fn recoded(mut self, code: &'static str) -> Self {
        self.0.code = Cow::Borrowed(code);
        self.0.from_gateway = false;
        self
    }

    /// Its code.
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// Adds the `details` member.
    #[must_use]
    pub fn with_details(mut self, details: Value) -> Self {
        self.0.details = Some(details);
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.headers.push((name, value.into()));
        self
    }

    /// The answer that carries it.
    pub fn into_reply(self) -> Reply {
        let words = self.0;
        let mut error = json!({ "code": words.code, "message": words.message });
        if let Some(target) = words.target {
            error["target"] = target.into();
        }
        if let Some(details) = words.details {
            error["details"] = details;
        }
        let body = if words.wrapped {
            json!({ "error": error })
        } else {
            error["error"] = Value::Null;
            error
        };
        let mut reply = Reply::json(words.status, &body);
        if words.from_gateway {
            reply = reply.with("x-ms-failure-cause", "gateway");
        }
        for (name, value) in words.headers {
            reply = reply.with(name, &value);
        }
        reply
    }
}
