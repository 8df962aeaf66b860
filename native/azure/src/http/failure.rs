//! What it means that a request got no answer.

use std::error::Error as StdError;

use azure_core::{
    error::ErrorKind as CoreErrorKind,
    http::{Method, Url},
};

use super::{
    limits::{Cut, SILENCE},
    transport::NamedProxy,
};
use crate::error::{Error, ErrorContext};

/// What happened to a request to `url`; `asks` when it changes nothing there.
pub(super) fn describe(
    error: &azure_core::Error,
    method: Method,
    asks: bool,
    url: &Url,
    proxy: Option<&NamedProxy>,
) -> Error {
    let host = url.origin().ascii_serialization();
    let context = if let Some(reason) = untrusted(error) {
        ErrorContext::Untrusted { host, reason }
    } else if is_unsent(error) {
        match refused_by_proxy(error) {
            Some(refusal) => ErrorContext::ProxyRefused {
                host,
                proxy: proxy.cloned().unwrap_or_default(),
                refusal,
            },
            None => ErrorContext::Unreachable {
                host,
                reason: root_cause(error),
            },
        }
    } else if let Some(cut) = cut(error) {
        cut_off(cut, host, method, asks)
    } else {
        ErrorContext::Broken {
            host,
            method: method.to_string(),
            reason: root_cause(error),
            asked: asks,
        }
    };
    context.into()
}

/// What it means that the answer was not read to its end.
fn cut_off(cut: Cut, host: String, method: Method, asked: bool) -> ErrorContext {
    let method = method.to_string();
    match cut {
        Cut::Silent(limit) => ErrorContext::NoAnswer {
            host,
            method,
            seconds: limit.as_secs(),
            asked,
        },
        Cut::Slow(limit) => ErrorContext::EndlessAnswer {
            host,
            method,
            seconds: limit.as_secs(),
            asked,
        },
        Cut::Large(limit) => ErrorContext::LargeAnswer {
            host,
            method,
            limit,
            asked,
        },
        Cut::TwoLengths => ErrorContext::TwoLengths {
            host,
            method,
            asked,
        },
    }
}

/// Why the answer was not read to its end, where it was this side that stopped.
#[must_use]
pub fn cut(error: &azure_core::Error) -> Option<Cut> {
    causes(error).into_iter().find_map(|cause| {
        if let Some(cut) = cause.downcast_ref::<Cut>() {
            return Some(*cut);
        }
        // The system's own limits, such as TCP's, are longer than ours or unknown.
        let late = cause
            .downcast_ref::<reqwest::Error>()
            .is_some_and(reqwest::Error::is_timeout)
            || cause
                .downcast_ref::<std::io::Error>()
                .is_some_and(|own| own.kind() == std::io::ErrorKind::TimedOut);
        late.then_some(Cut::Silent(SILENCE))
    })
}

/// Whether no connection was made; a credential's error has that inside.
fn is_unsent(error: &azure_core::Error) -> bool {
    causes(error).into_iter().any(|cause| {
        cause
            .downcast_ref::<azure_core::Error>()
            .is_some_and(|own| matches!(own.kind(), CoreErrorKind::Connection))
    })
}

/// Why a proxy did not connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It wants to know who asks.
    Credentials,
    /// Anything else.
    Other,
}

/// Whether a proxy refused to connect. The HTTP library's error for that is private, so its words are what tells.
#[must_use]
pub fn refused_by_proxy(error: &azure_core::Error) -> Option<Refusal> {
    causes(error)
        .into_iter()
        .find_map(|cause| match cause.to_string().as_str() {
            "tunnel error: proxy authorization required" => Some(Refusal::Credentials),
            "tunnel error: unsuccessful" | "tunnel error: unexpected end of file" => {
                Some(Refusal::Other)
            }
            _ => None,
        })
}

/// Each cause behind `error`, looking also into I/O errors that hide theirs.
fn causes(error: &azure_core::Error) -> Vec<&(dyn StdError + 'static)> {
    let mut causes: Vec<&(dyn StdError + 'static)> = Vec::new();
    let mut current: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(cause) = current {
        causes.push(cause);
        let inner = cause
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref)
            .map(|inner| inner as &(dyn StdError + 'static));
        current = inner.or_else(|| cause.source());
        if causes.len() > 32 {
            break;
        }
    }
    causes
}

/// Why the other side's certificate is not trusted, if that is what failed.
#[must_use]
pub fn untrusted(error: &azure_core::Error) -> Option<String> {
    causes(error)
        .into_iter()
        .find_map(|cause| match cause.downcast_ref::<rustls::Error>() {
            Some(rustls::Error::InvalidCertificate(reason)) => Some(reason.to_string()),
            _ => None,
        })
}

/// The innermost cause in words.
#[must_use]
pub fn root_cause(error: &azure_core::Error) -> String {
    causes(error)
        .last()
        .map(|cause| in_words(&cause.to_string()))
        .unwrap_or_default()
}

/// A library's text without the address of its manual, which is about another program.
fn in_words(text: &str) -> String {
    let text = text
        .split_once("https://docs.rs/")
        .map_or(text, |(before, _)| before);
    text.trim_end_matches(['.', ' ', ':', '(']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_librarys_manual_is_not_named() {
        assert_eq!(
            in_words(
                "peer closed connection without sending TLS close_notify: \
                 https://docs.rs/rustls/latest/rustls/manual/_03_howto/index.html#unexpected-eof"
            ),
            "peer closed connection without sending TLS close_notify"
        );
        assert_eq!(in_words("connection refused."), "connection refused");
    }
}
