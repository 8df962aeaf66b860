//! What it means that a request got no answer.

use std::error::Error as StdError;

use azure_core::{
    error::ErrorKind as CoreErrorKind,
    http::{Method, Url},
};

use rustls::CertificateError;

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
    one_authority: bool,
) -> Error {
    let host = url.origin().ascii_serialization();
    let context = if let Some(reason) = untrusted(error) {
        ErrorContext::Untrusted {
            host,
            reason,
            one_authority,
        }
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
            Some(rustls::Error::InvalidCertificate(reason)) => Some(certificate_fault(reason)),
            _ => None,
        })
}

/// What is wrong with a certificate, for the words "it is not trusted: …".
#[must_use]
pub fn certificate_fault(reason: &CertificateError) -> String {
    let words = match reason {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "it has expired",
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "it is not valid yet"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "it is for other names"
        }
        CertificateError::UnknownIssuer => "its issuer is not trusted here",
        CertificateError::Revoked => "it was revoked",
        CertificateError::UnknownRevocationStatus
        | CertificateError::ExpiredRevocationList
        | CertificateError::ExpiredRevocationListContext { .. } => {
            "whether it was revoked cannot be determined"
        }
        CertificateError::BadEncoding => "its encoding is not valid",
        CertificateError::BadSignature => "its signature is not valid",
        CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
            "it is not a certificate for a server"
        }
        CertificateError::Other(other) => return other_fault(&other.0.to_string()),
        _ => "it was refused",
    };
    words.to_owned()
}

/// What is wrong with a certificate, from the text of a verifier: its own name of an error, or a system's sentence.
fn other_fault(text: &str) -> String {
    match text {
        "CaUsedAsEndEntity" => {
            "it is the certificate of a certificate authority, not of a server".to_owned()
        }
        name if !name.contains(' ') => "it was refused".to_owned(),
        sentence => in_words(sentence),
    }
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
    use std::{io, sync::Arc};

    use super::*;

    #[test]
    fn a_certificates_fault_is_in_words() {
        let other = |text: &'static str| {
            CertificateError::Other(rustls::OtherError(Arc::new(io::Error::other(text))))
        };
        for (reason, wanted) in [
            (
                CertificateError::UnknownIssuer,
                "its issuer is not trusted here",
            ),
            (CertificateError::Expired, "it has expired"),
            (
                CertificateError::UnhandledCriticalExtension,
                "it was refused",
            ),
            (
                other("CaUsedAsEndEntity"),
                "it is the certificate of a certificate authority, not of a server",
            ),
            (other("MaximumPathDepthExceeded"), "it was refused"),
            (other("the system refuses it."), "the system refuses it"),
        ] {
            assert_eq!(certificate_fault(&reason), wanted);
        }
    }

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
