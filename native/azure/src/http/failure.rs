//! What it means that a request got no answer, in words with the next step.

use std::error::Error as StdError;

use azure_core::{
    error::ErrorKind as CoreErrorKind,
    http::{Method, Url},
};

use super::transport::{NamedProxy, PATIENCE};
use crate::error::{Error, ErrorKind};

/// Says what happened to a request to `url`; `asks` when it changes nothing there.
pub(super) fn describe(
    error: &azure_core::Error,
    method: Method,
    asks: bool,
    url: &Url,
    proxy: Option<&NamedProxy>,
) -> Error {
    let host = url.origin().ascii_serialization();
    if let Some(reason) = untrusted(error) {
        return Error::new(
            ErrorKind::Untrusted,
            format!(
                "The certificate of {host} is not trusted: {reason}. If a proxy of your organization \
                 answers in its place, name its certificate authority in $env:SSL_CERT_FILE; nothing was \
                 sent."
            ),
        );
    }
    if is_unsent(error) {
        let message = match refused_by_proxy(error) {
            Some(refusal) => said_of_proxy(refusal, &host, proxy),
            None => format!(
                "{host} could not be reached: {}. Check the network, the proxy ($env:HTTPS_PROXY) and the \
                 name; nothing was sent.",
                root_cause(error)
            ),
        };
        return Error::new(ErrorKind::Connection, message);
    }
    let (kind, advice) = if asks {
        (ErrorKind::Protocol, "Try again.")
    } else {
        (
            ErrorKind::OutcomeUnknown,
            "Whether the service did what was asked is not known: look before trying again.",
        )
    };
    if is_too_late(error) {
        return Error::new(
            kind,
            format!(
                "{host} took the {method} and did not answer within {} seconds. Check the network and the proxy \
                 ($env:HTTPS_PROXY). {advice}",
                PATIENCE.as_secs()
            ),
        );
    }
    Error::new(
        kind,
        format!(
            "The connection to {host} broke before the answer to {method} was complete: {}. {advice}",
            root_cause(error)
        ),
    )
}

/// Whether the other side stayed silent for too long.
fn is_too_late(error: &azure_core::Error) -> bool {
    causes(error).into_iter().any(|cause| {
        cause
            .downcast_ref::<reqwest::Error>()
            .is_some_and(reqwest::Error::is_timeout)
            || cause
                .downcast_ref::<std::io::Error>()
                .is_some_and(|own| own.kind() == std::io::ErrorKind::TimedOut)
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

fn said_of_proxy(refusal: Refusal, host: &str, proxy: Option<&NamedProxy>) -> String {
    let unnamed = NamedProxy::default();
    let proxy = proxy.unwrap_or(&unnamed);
    let name = match &proxy.address {
        Some(address) => format!("The proxy {address}"),
        None if proxy.told => "The proxy in $env:HTTPS_PROXY".to_owned(),
        None => "The system's proxy".to_owned(),
    };
    if refusal == Refusal::Other {
        return format!(
            "{name} did not connect to {host}: it does not allow that address, or cannot reach it. Ask whoever runs the \
             proxy, or name hosts that need none in $env:NO_PROXY; nothing was sent."
        );
    }
    let form =
        "'http://user:password@proxy:8080' (with %40 for @ and %3A for : in user and password)";
    let known = "Only user name and password are spoken here (Basic), not the Windows sign-in (NTLM, Negotiate)";
    if proxy.has_credentials {
        format!(
            "{name} does not accept the user name and password that $env:HTTPS_PROXY has for it (HTTP status 407). \
             Correct them, in the form {form}. {known}; nothing was sent."
        )
    } else {
        format!(
            "{name} wants credentials (HTTP status 407). Give them with its address in $env:HTTPS_PROXY, in the form \
             {form}. {known}; nothing was sent."
        )
    }
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

/// A library's text without the address of its manual, which is no help to whoever reads it here.
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

    #[test]
    fn a_proxy_is_named_as_far_as_it_is_known() {
        let said = |refusal, proxy: &NamedProxy| said_of_proxy(refusal, "https://h", Some(proxy));
        let system = NamedProxy::default();
        assert!(
            said(Refusal::Credentials, &system)
                .starts_with("The system's proxy wants credentials (HTTP status 407).")
        );
        let odd = NamedProxy {
            told: true,
            ..system
        };
        assert!(
            said(Refusal::Other, &odd)
                .starts_with("The proxy in $env:HTTPS_PROXY did not connect to https://h:")
        );
    }
}
