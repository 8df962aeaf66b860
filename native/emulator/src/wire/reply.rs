//! Represents an answer before it is written to a connection.

use bytes::Bytes;
use hyper::StatusCode;
use hyper::header::{HeaderName, HeaderValue};
use serde::Serialize;

/// Which of Azure's counters a request is drawn from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RateClass {
    Read,
    Write,
    Delete,
}

impl RateClass {
    /// Returns the name of the class, as headers have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "reads",
            Self::Write => "writes",
            Self::Delete => "deletes",
        }
    }
}

/// What the buckets of a request have left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RateLeft {
    /// In the bucket of its principal.
    pub own: u64,
    /// In the bucket of all principals of the subscription.
    pub shared: Option<u64>,
}

/// Status, headers and body of an answer.
pub struct Reply {
    pub status: StatusCode,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub body: Bytes,
    /// The counter to report, when the answer comes from Resource Manager.
    pub rate: Option<RateClass>,
    /// What the buckets have left, where they are switched on.
    pub left: Option<RateLeft>,
    /// Whether it may show what was planted: then it is none of Azure's answers.
    pub planted: bool,
}

impl Reply {
    /// `status` with `body` as JSON.
    pub fn json(status: u16, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).expect("values made here have text keys only");
        let mut reply = Self::empty(status);
        reply.body = Bytes::from(body);
        reply.headers.push((
            hyper::header::CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        ));
        reply
    }

    /// 200 with `body` as JSON.
    pub fn ok(body: &impl Serialize) -> Self {
        Self::json(200, body)
    }

    /// `status` and no body.
    pub fn empty(status: u16) -> Self {
        Self {
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            headers: Vec::new(),
            body: Bytes::new(),
            rate: None,
            left: None,
            planted: false,
        }
    }

    /// `status` with a page for a person.
    pub fn page(status: u16, title: &str, text: &str) -> Self {
        let mut reply = Self::empty(status);
        reply.body = Bytes::from(format!(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{}</title></head><body><p>{}</p></body></html>",
            escape(title),
            escape(text)
        ));
        reply.with("content-type", "text/html; charset=utf-8")
    }

    /// Adds a header; a value that is none is left out.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        // Bytes, since a path in a header need not be ASCII.
        if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
            self.headers.push((HeaderName::from_static(name), value));
        }
        self
    }
}

/// `text` as it may stand in a page, in an attribute too.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
