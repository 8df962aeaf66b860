//! Represents one request with its path split into segments.

use bytes::Bytes;
use hyper::{HeaderMap, Method};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::Refusal;

/// A request with its path decoded into segments.
pub struct Request {
    pub method: Method,
    /// `https://host:port` as the caller named it: links in answers start with it.
    pub origin: String,
    /// Path and query as sent.
    pub target: String,
    /// The path's segments, decoded, in the caller's casing.
    pub segments: Vec<String>,
    /// The same in lower case, for comparing.
    pub lower: Vec<String>,
    pub query: Vec<(String, String)>,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Request {
    /// Takes `target` (path and query) apart.
    pub fn new(
        method: Method,
        origin: String,
        target: String,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let segments: Vec<String> = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
            .collect();
        let lower = segments
            .iter()
            .map(|segment| segment.to_ascii_lowercase())
            .collect();
        let query = url::form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        Self {
            method,
            origin,
            target,
            segments,
            lower,
            query,
            headers,
            body,
        }
    }

    /// The query parameter `name`, in any casing.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The header `name` when it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The path without its query, as sent.
    pub fn path(&self) -> &str {
        self.target
            .split_once('?')
            .map_or(self.target.as_str(), |(path, _)| path)
    }

    /// The segments before `end`, joined as an id in the caller's casing.
    pub fn id_until(&self, end: usize) -> String {
        let mut id = String::with_capacity(self.target.len());
        for segment in &self.segments[..end] {
            id.push('/');
            id.push_str(segment);
        }
        id
    }

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// The gateway's refusal when it is not JSON or not an object.
    pub fn json(&self) -> Result<Value, Refusal> {
        match serde_json::from_slice(&self.body) {
            Ok(value @ Value::Object(_)) => Ok(value),
            Ok(_) => Err(Refusal::gateway(
                400,
                "InvalidRequestContent",
                "The request content was invalid and could not be deserialized: 'A JSON object is expected.'.",
            )),
            Err(error) => Err(Refusal::gateway(
                400,
                "InvalidRequestContent",
                format!(
                    "The request content was invalid and could not be deserialized: '{error}'."
                ),
            )),
        }
    }

    /// The fields of a form.
    pub fn form(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(&self.body)
            .into_owned()
            .collect()
    }
}
