//! Faults on request: the requests that they meet, and the changes that they make to the answers.

use bytes::Bytes;
use hyper::Method;
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use regex_lite::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::Complaint;
use crate::wire::{Reply, Request};

/// A rule as it is given.
#[derive(Clone, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    method: Option<String>,
    /// A regular expression or a part of path and query, in any casing.
    path: Option<String>,
    /// How many requests it meets; nothing or 0 means all.
    #[serde(default = "once")]
    times: Option<u64>,
    /// How many it lets pass first.
    #[serde(default)]
    skip: u64,
    status: Option<u16>,
    #[serde(default)]
    headers: Option<Map<String, Value>>,
    body: Option<String>,
    #[serde(default)]
    delay_ms: u64,
    #[serde(default)]
    drop: bool,
    #[serde(default)]
    drop_after_request: bool,
    truncate: Option<usize>,
    #[serde(default)]
    malformed: bool,
    next_link_host: Option<String>,
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "serde wants the member's own type, and null there means every time"
)]
fn once() -> Option<u64> {
    Some(1)
}

struct Active {
    id: u64,
    rule: Rule,
    pattern: Option<Regex>,
    seen: u64,
    hits: u64,
}

/// The rules, first come first served.
#[derive(Default)]
pub struct Faults {
    active: Vec<Active>,
    last: u64,
}

/// What is to happen to one request.
pub struct Plan {
    rule: Rule,
}

impl Faults {
    /// Adds a rule and tells its number.
    pub fn add(&mut self, rule: Rule) -> Result<u64, Complaint> {
        // What is no regular expression is still a part of a path.
        let pattern = rule
            .path
            .as_ref()
            .and_then(|path| RegexBuilder::new(path).case_insensitive(true).build().ok());
        if let Some(status) = rule.status
            && !(200..=599).contains(&status)
        {
            return Err(Complaint(
                400,
                format!("{status} is not a status to answer with"),
            ));
        }
        self.last += 1;
        self.active.push(Active {
            id: self.last,
            rule,
            pattern,
            seen: 0,
            hits: 0,
        });
        Ok(self.last)
    }

    /// Forgets all rules.
    pub fn clear(&mut self) {
        self.active.clear();
    }

    /// The rules with the number of requests they met.
    pub fn list(&self) -> Value {
        self.active
            .iter()
            .map(|active| {
                let mut shown = json!(active.rule);
                shown["id"] = active.id.into();
                shown["seen"] = active.seen.into();
                shown["hits"] = active.hits.into();
                shown
            })
            .collect()
    }

    /// What a rule has in store for `request`.
    pub fn plan(&mut self, request: &Request) -> Option<Plan> {
        let target = (!self.active.is_empty()).then(|| request.target.to_ascii_lowercase())?;
        for active in &mut self.active {
            let Active {
                rule,
                pattern,
                seen,
                hits,
                ..
            } = active;
            let method = rule
                .method
                .as_ref()
                .is_none_or(|method| method.eq_ignore_ascii_case(request.method.as_str()));
            let path = rule.path.as_ref().is_none_or(|path| {
                target.contains(&path.to_ascii_lowercase())
                    || pattern
                        .as_ref()
                        .is_some_and(|pattern| pattern.is_match(&request.target))
            });
            let spent = rule.times.is_some_and(|times| times > 0 && *hits >= times);
            if !method || !path || spent {
                continue;
            }
            *seen += 1;
            if *seen <= rule.skip {
                continue;
            }
            *hits += 1;
            return Some(Plan { rule: rule.clone() });
        }
        None
    }
}

impl Plan {
    /// How long the answer is held back.
    pub fn delay_ms(&self) -> u64 {
        self.rule.delay_ms
    }

    /// Whether the connection closes before the request was acted on.
    pub fn drops_before(&self) -> bool {
        self.rule.drop && !self.rule.drop_after_request
    }

    /// Whether the connection closes after it was acted on.
    pub fn drops_after(&self) -> bool {
        self.rule.drop_after_request
    }

    /// The answer that stands in for the true one, when the rule has one.
    pub fn replacement(&self, method: &Method) -> Option<Reply> {
        let status = self.rule.status?;
        let mut reply = Reply::empty(status);
        if method != Method::HEAD && status != 204 && status != 304 {
            let body = self
                .rule
                .body
                .clone()
                .unwrap_or_else(|| default_body(status));
            reply.body = Bytes::from(body);
            reply.headers.push((
                CONTENT_TYPE,
                HeaderValue::from_static("application/json; charset=utf-8"),
            ));
        }
        Some(reply)
    }

    /// Spoils `reply` as the rule says.
    pub fn apply(&self, reply: &mut Reply) {
        let rule = &self.rule;
        if rule.status.is_none()
            && let Some(body) = &rule.body
        {
            reply.body = Bytes::from(body.clone());
        }
        for (name, value) in rule.headers.iter().flatten() {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let (Ok(name), Ok(value)) = (
                HeaderName::from_bytes(name.as_bytes()),
                HeaderValue::from_str(&text),
            ) else {
                continue;
            };
            reply.headers.retain(|(known, _)| *known != name);
            // The length is the connection's to say.
            if name != CONTENT_LENGTH {
                reply.headers.push((name, value));
            }
        }
        if let Some(host) = &rule.next_link_host {
            redirect_next_link(reply, host);
        }
        if rule.malformed {
            reply.body =
                Bytes::from_static(b"<html><body>The service is unavailable.</body></html>");
        }
        if let Some(length) = rule.truncate {
            reply.body.truncate(length);
        }
    }
}

fn default_body(status: u16) -> String {
    let (code, message) = match status {
        408 => ("RequestTimeout", "The request timed out."),
        429 => (
            "TooManyRequests",
            "The request was throttled. Please try again later.",
        ),
        500 => ("InternalError", "Internal error has occurred."),
        502 => (
            "BadGateway",
            "The gateway did not receive a response from the service.",
        ),
        503 => (
            "ServiceUnavailable",
            "The service is temporarily unavailable. Please try again later.",
        ),
        504 => (
            "GatewayTimeout",
            "The gateway did not receive a response from 'Microsoft.DataFactory' within the specified time period.",
        ),
        200..=399 => return "{}".to_owned(),
        _ => ("InjectedFault", "A fault that was asked for."),
    };
    json!({ "error": { "code": code, "message": message } }).to_string()
}

/// Points the next page at another host, path and query unchanged.
fn redirect_next_link(reply: &mut Reply, host: &str) {
    let Ok(mut body) = serde_json::from_slice::<Value>(&reply.body) else {
        return;
    };
    let Some(link) = body["nextLink"]
        .as_str()
        .and_then(|link| url::Url::parse(link).ok())
    else {
        return;
    };
    let query = link
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    body["nextLink"] = format!("{}{}{query}", host.trim_end_matches('/'), link.path()).into();
    reply.body = Bytes::from(body.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: Method, target: &str) -> Request {
        Request::new(
            method,
            "https://127.0.0.1".into(),
            target.into(),
            hyper::HeaderMap::new(),
            Bytes::new(),
        )
    }

    #[test]
    fn a_rule_skips_then_meets_as_many_as_it_says() {
        let mut faults = Faults::default();
        let rule = serde_json::from_str(
            r#"{"method":"get","path":"/INTEGRATIONruntimes\\b","skip":1,"times":2,"status":503}"#,
        )
        .unwrap();
        assert!(faults.add(rule).is_ok());
        let hit = |faults: &mut Faults, method| {
            faults
                .plan(&request(method, "/x/integrationRuntimes?a=b"))
                .is_some()
        };
        let met: Vec<bool> = [
            Method::GET,
            Method::PUT,
            Method::GET,
            Method::GET,
            Method::GET,
        ]
        .into_iter()
        .map(|method| hit(&mut faults, method))
        .collect();
        assert_eq!(met, [false, false, true, true, false]);
        assert_eq!(faults.list()[0]["hits"], 2);
    }

    #[test]
    fn the_next_page_can_be_elsewhere() {
        let rule: Rule =
            serde_json::from_str(r#"{"nextLinkHost":"https://evil.example"}"#).unwrap();
        let mut reply = Reply::ok(&json!({ "value": [], "nextLink": "https://127.0.0.1:1/a?b=c" }));
        Plan { rule }.apply(&mut reply);
        assert_eq!(
            reply.body,
            r#"{"value":[],"nextLink":"https://evil.example/a?b=c"}"#
        );
    }
}
