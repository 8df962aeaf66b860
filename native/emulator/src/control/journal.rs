//! Keeps the latest exchanges in memory, and writes all of them to the traffic file if there is one.

use std::collections::VecDeque;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use bytes::Bytes;
use hyper::header::CONTENT_TYPE;
use hyper::{HeaderMap, Method};
use serde_json::{Value, json};

use super::redaction;
use crate::clock;

/// How many exchanges are remembered.
const REMEMBERED: usize = 5000;

/// A request and what became of it.
pub struct Exchange {
    pub method: Method,
    pub url: String,
    pub request_headers: HeaderMap,
    pub request_body: Bytes,
    /// 0 when the connection was closed instead of an answer.
    pub status: u16,
    pub response_headers: HeaderMap,
    pub response_body: Bytes,
    pub fault: bool,
    /// Whether the answer may show what was planted.
    pub planted: bool,
}

struct Entry {
    number: u64,
    method: Method,
    url: String,
    headers: HeaderMap,
    body: Bytes,
    status: u16,
    fault: bool,
}

/// The memory of exchanges.
#[derive(Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    last: u64,
    traffic: Option<File>,
}

impl Journal {
    /// A journal that also appends to the file at `traffic`.
    ///
    /// # Errors
    ///
    /// When the file cannot be opened, in words.
    pub fn open(traffic: Option<&Path>) -> Result<Self, String> {
        let traffic = traffic
            .map(|path| {
                File::options()
                    .create(true)
                    .append(true)
                    .open(path)
                    .map_err(|error| {
                        format!(
                            "the traffic file '{}' cannot be written: {error}. Name a file in a folder where you may \
                             create files",
                            path.display()
                        )
                    })
            })
            .transpose()?;
        Ok(Self {
            traffic,
            ..Self::default()
        })
    }

    /// Writes an exchange down.
    pub fn add(&mut self, exchange: Exchange) {
        if let Some(file) = &mut self.traffic {
            let content_type = |headers: &HeaderMap| {
                headers
                    .get(CONTENT_TYPE)
                    .and_then(|kind| kind.to_str().ok())
                    .map(str::to_owned)
            };
            let line = json!({
                "time": clock::stamp(),
                "method": exchange.method.as_str(),
                "url": redaction::address(&exchange.url),
                "requestHeaders": redaction::headers(&exchange.request_headers),
                "requestBody": redaction::body(content_type(&exchange.request_headers).as_deref(),
                    &exchange.request_body),
                "status": exchange.status,
                "responseHeaders": redaction::headers(&exchange.response_headers),
                "responseBody": redaction::body(content_type(&exchange.response_headers).as_deref(),
                    &exchange.response_body),
                "fault": exchange.fault,
                "planted": exchange.planted,
            });
            // One write a line, so that a reader never sees half of one. A full disk must not stop the emulator.
            let _ = file.write_all(format!("{line}\n").as_bytes());
        }
        if self.entries.len() == REMEMBERED {
            self.entries.pop_front();
        }
        self.last += 1;
        self.entries.push_back(Entry {
            number: self.last,
            method: exchange.method,
            url: exchange.url,
            headers: exchange.request_headers,
            body: exchange.request_body,
            status: exchange.status,
            fault: exchange.fault,
        });
    }

    /// The exchanges after number `since`.
    pub fn list(&self, since: Option<u64>) -> Value {
        let since = since.unwrap_or(0);
        self.entries
            .iter()
            .filter(|entry| entry.number > since)
            .map(|entry| {
                let content_type = entry
                    .headers
                    .get(CONTENT_TYPE)
                    .and_then(|kind| kind.to_str().ok());
                json!({
                    "n": entry.number,
                    "method": entry.method.as_str(),
                    "url": entry.url,
                    "status": entry.status,
                    "fault": entry.fault,
                    "headers": redaction::headers(&entry.headers),
                    "body": redaction::body(content_type, &entry.body),
                })
            })
            .collect()
    }

    /// Forgets them; the numbers go on.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}
