//! What a log or message may show of a request: an allow list; the rest reads `REDACTED`.

use azure_core::http::{Url, headers::Headers};

const QUERY_KEYS: &[&str] = &["api-version", "$top"];
const HEADERS: &[&str] = &[
    "accept",
    "azure-asyncoperation",
    "cache-control",
    "commandname",
    "content-length",
    "content-type",
    "date",
    "etag",
    "if-match",
    "if-none-match",
    "location",
    "operation-location",
    "parametersetname",
    "retry-after",
    "server",
    "user-agent",
    "x-ms-client-request-id",
    "x-ms-correlation-request-id",
    "x-ms-error-code",
    "x-ms-failure-cause",
    "x-ms-ratelimit-remaining-subscription-deletes",
    "x-ms-ratelimit-remaining-subscription-global-deletes",
    "x-ms-ratelimit-remaining-subscription-global-reads",
    "x-ms-ratelimit-remaining-subscription-global-writes",
    "x-ms-ratelimit-remaining-subscription-reads",
    "x-ms-ratelimit-remaining-subscription-writes",
    "x-ms-request-id",
    "x-ms-routing-request-id",
    "x-ms-user-quota-remaining",
    "x-ms-user-quota-resets-after",
];

/// The address without its query, user or fragment.
#[must_use]
pub fn address(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.set_fragment(None);
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.to_string()
}

/// The address with the values of unknown query keys redacted.
#[must_use]
pub fn full_address(url: &Url) -> String {
    let mut text = address(url);
    for (index, (key, value)) in url.query_pairs().enumerate() {
        let known = QUERY_KEYS.iter().any(|own| own.eq_ignore_ascii_case(&key));
        text.push(if index == 0 { '?' } else { '&' });
        text.push_str(&key);
        text.push('=');
        text.push_str(if known { &value } else { "REDACTED" });
    }
    text
}

/// The headers, one a line, in the order of their names.
#[must_use]
pub fn headers(headers: &Headers) -> String {
    let lines: Vec<String> = pairs(headers)
        .into_iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    lines.join("\n")
}

/// The names and values of the headers, in the order of their names.
#[must_use]
pub fn pairs(headers: &Headers) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = headers
        .iter()
        .map(|(name, value)| {
            let name = name.as_str();
            let known = HEADERS.iter().any(|own| own.eq_ignore_ascii_case(name));
            // A location may carry a token in its query.
            let value = match Url::parse(value.as_str()) {
                Ok(url) if known => full_address(&url),
                _ if known => value.as_str().to_owned(),
                _ => "REDACTED".to_owned(),
            };
            (name.to_owned(), value)
        })
        .collect();
    pairs.sort();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_query_values_and_headers_are_redacted() {
        let url = Url::parse("https://u:p@h/x?api-version=1&sig=abc#f").unwrap();
        assert_eq!(full_address(&url), "https://h/x?api-version=1&sig=REDACTED");
        let mut own = Headers::new();
        own.insert("authorization", "Bearer abc");
        own.insert("location", "https://h/op?t=secret&api-version=2");
        assert_eq!(
            headers(&own),
            "authorization: REDACTED\nlocation: https://h/op?t=REDACTED&api-version=2"
        );
    }

    #[test]
    fn what_the_services_say_about_their_limits_is_shown() {
        let mut own = Headers::new();
        for name in ["reads", "writes", "deletes"] {
            own.insert(
                format!("x-ms-ratelimit-remaining-subscription-global-{name}"),
                "7",
            );
        }
        own.insert("x-ms-user-quota-remaining", "0");
        own.insert("x-ms-user-quota-resets-after", "00:00:04");
        let shown = headers(&own);
        assert_eq!(shown.lines().count(), 5);
        assert!(!shown.contains("REDACTED"), "{shown}");
    }
}
