//! The readers of single texts: wildcards, resource ids, dates and spans, `Retry-After`, `WWW-Authenticate`.

use std::time::{Duration, SystemTime};

use azir_azure::{
    auth::challenge::{self, Challenge},
    http::retry,
};
use azir_core::{
    names,
    output::ticks,
    runtimes::{
        resource_id::{ParentId, RuntimeId},
        service::Service,
    },
    wildcard,
};
use azure_core::http::headers::Headers;

use crate::{bytes::Bytes, guard::finding};

/// Reads the texts of `input` as each of these.
pub fn run(input: &[u8]) {
    let mut bytes = Bytes::new(input);
    let first = bytes.text();
    let second = if bytes.chance(60) {
        first.clone()
    } else {
        bytes.text()
    };
    wildcards(&first, &second);
    ids(&first);
    let _ = (ticks::of_date(&first), ticks::of_span(&first));
    if let Some((_, minutes)) = ticks::of_date(&second)
        && !(-14 * 60..=14 * 60).contains(&minutes)
    {
        finding(&format!(
            "an offset of {minutes} minutes: .NET has no such date"
        ));
    }
    waits(&first, &second);
    let _ = challenge::named_tenant(&first);
    let _ = Challenge::read(&first, Some(&second), &second);
    let _ = challenge::decode(&second);
}

fn wildcards(pattern: &str, text: &str) {
    let fits = wildcard::matches(pattern, text);
    if !wildcard::is_pattern(pattern) && fits != (pattern.to_lowercase() == text.to_lowercase()) {
        finding("a text without wildcards fits itself only");
    }
    if !wildcard::matches("*", text) || !wildcard::matches(&format!("*{}", "*".repeat(50)), text) {
        finding("a star fits everything");
    }
}

fn ids(text: &str) {
    let around = format!(
        "/subscriptions/{text}/resourceGroups/{text}/providers/Microsoft.DataFactory/factories/{text}/\
         integrationRuntimes/{text}"
    );
    for service in [Service::DataFactory, Service::Synapse, Service::Purview] {
        for id in [text, &around] {
            let _ = ParentId::parse(service, "ResourceId", id);
            let _ = RuntimeId::parse(service, "ResourceId", id);
        }
    }
    let _ = (
        names::factory("Name", text),
        names::workspace("Name", text),
        names::account("Name", text),
        names::runtime("Name", text),
        names::node("Name", text),
        names::resource_group("Name", text),
    );
}

fn waits(first: &str, second: &str) {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in ["retry-after", "retry-after-ms", "x-ms-retry-after-ms"] {
        let mut headers = Headers::new();
        headers.insert(name, first.to_owned());
        headers.insert("retry-after", second.to_owned());
        let _ = retry::retry_after(&headers, now);
    }
}
