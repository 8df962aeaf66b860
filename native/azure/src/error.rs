//! What can go wrong between here and Azure, as data. The words are made by the program that shows them.

use std::{error::Error as StdError, fmt, sync::Arc, time::SystemTime};

/// What went wrong, coarsely enough to decide what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request never left; it is safe to repeat, also a write.
    Connection,
    /// The service answered with an error.
    Service,
    /// The request left and no answer came: whether it was done is unknown.
    OutcomeUnknown,
    /// The answer is not what the protocol allows.
    Protocol,
    /// The certificate of the server is not trusted.
    Untrusted,
    /// No token could be acquired.
    Credential,
    /// Something that the caller or its environment gave cannot be used.
    InvalidInput,
    /// This system lacks something that is needed, such as random bytes.
    System,
    /// The caller went away.
    Cancelled,
}

/// The parts of a service's error answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceFault {
    /// HTTP status.
    pub status: u16,
    /// The service's own code, such as `NotFound`.
    pub code: Option<String>,
    /// The service's own words; nothing where it sent none.
    pub message: Option<String>,
    /// `x-ms-request-id`.
    pub request_id: Option<String>,
    /// What the service says is at fault.
    pub target: Option<String>,
    /// When the answer came.
    pub at: SystemTime,
}

impl Default for ServiceFault {
    fn default() -> Self {
        Self {
            status: 0,
            code: None,
            message: None,
            request_id: None,
            target: None,
            at: SystemTime::UNIX_EPOCH,
        }
    }
}

/// An error of this crate.
#[derive(Clone, Debug)]
pub struct Error {
    /// The kind, by which callers decide.
    pub kind: ErrorKind,
    /// The service's error answer, where there is one.
    pub service: Option<Box<ServiceFault>>,
    /// In words, for now.
    pub message: String,
    /// The parameter, for now.
    pub parameter: Option<String>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The result of nearly everything here.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of `kind`.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            service: None,
            message: message.into(),
            parameter: None,
            source: None,
        }
    }

    /// For now.
    pub fn invalid(parameter: &str, message: impl Into<String>) -> Self {
        Self {
            parameter: Some(parameter.to_owned()),
            ..Self::new(ErrorKind::InvalidInput, message)
        }
    }

    /// The service answered with this error.
    #[must_use]
    pub fn service(fault: ServiceFault) -> Self {
        Self {
            kind: ErrorKind::Service,
            service: Some(Box::new(fault)),
            message: String::new(),
            parameter: None,
            source: None,
        }
    }

    /// The service's answer does not follow its own protocol.
    pub fn protocol(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Protocol, message)
    }

    /// The caller closed the operation.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, "")
    }

    /// The same with what caused it.
    #[must_use]
    pub fn caused_by(self, source: impl StdError + Send + Sync + 'static) -> Self {
        Self {
            source: Some(Arc::new(source)),
            ..self
        }
    }

    /// Whether the service answered with this status.
    #[must_use]
    pub fn is_status(&self, status: u16) -> bool {
        self.service
            .as_ref()
            .is_some_and(|fault| fault.status == status)
    }

    /// Whether the service answered with this code, in any casing.
    #[must_use]
    pub fn is_code(&self, code: &str) -> bool {
        self.service
            .as_ref()
            .and_then(|fault| fault.code.as_deref())
            .is_some_and(|own| own.eq_ignore_ascii_case(code))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_ref()
            .map(|source| &**source as &(dyn StdError + 'static))
    }
}
