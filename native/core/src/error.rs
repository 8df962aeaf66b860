//! What can go wrong, and how it becomes an error record that a PowerShell user can act on.

use std::fmt;

use serde_json::{Map, Value, json};

/// What went wrong, coarsely enough to decide what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request never left; safe to repeat even for writes.
    Connection,
    /// The service answered with an error.
    Service(Box<ServiceFault>),
    /// The request left and no answer came: whether it was done is unknown.
    OutcomeUnknown,
    /// The answer is not what the protocol allows.
    Protocol,
    /// The certificate is not trusted.
    Untrusted,
    /// No token could be had.
    Credential,
    /// Nobody has signed in.
    NotSignedIn,
    /// What the caller gave is wrong; the name is the parameter's.
    InvalidInput {
        /// The parameter that is wrong.
        parameter: Option<String>,
    },
    /// A resource id is malformed, which the mirrored cmdlets report in their own way.
    InvalidResourceId,
    /// What was asked for is not among what the service answered with.
    NotFound,
    /// What was checked is not as it has to be.
    NotMet,
    /// Time was up before what was waited for.
    TimedOut,
    /// The caller went away.
    Cancelled,
    /// A mistake in this library.
    Internal,
}

/// The parts of a service's error answer that scripts look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceFault {
    /// HTTP status.
    pub status: u16,
    /// The service's own code, such as `NotFound`.
    pub code: Option<String>,
    /// `x-ms-request-id`.
    pub request_id: Option<String>,
    /// What the service said is at fault.
    pub target: Option<String>,
}

/// An error with its kind and a message for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The kind.
    pub kind: ErrorKind,
    /// Whole sentences that name the thing and the next step.
    pub message: String,
    /// Whether the command cannot go on with further input.
    pub terminating: bool,
    /// The error id; empty for the mirrored cmdlets.
    pub id: String,
}

/// The result of nearly everything here.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of `kind` that says `message`.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            terminating: false,
            id: String::new(),
        }
    }

    /// Something the caller gave under `parameter` is wrong.
    pub fn invalid(parameter: &str, message: impl Into<String>) -> Self {
        Self::new(
            ErrorKind::InvalidInput {
                parameter: Some(parameter.to_owned()),
            },
            message,
        )
    }

    /// The service's answer does not follow its own protocol.
    pub fn protocol(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Protocol, message)
    }

    /// The caller closed the operation.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, "The operation was cancelled.")
    }

    /// The service's fault when the service answered with an error.
    #[must_use]
    pub fn fault(&self) -> Option<&ServiceFault> {
        match &self.kind {
            ErrorKind::Service(fault) => Some(fault),
            _ => None,
        }
    }

    /// Whether the service answered with this status.
    #[must_use]
    pub fn is_status(&self, status: u16) -> bool {
        self.fault().is_some_and(|fault| fault.status == status)
    }

    /// Whether the service answered with this code, in any casing.
    #[must_use]
    pub fn is_code(&self, code: &str) -> bool {
        self.fault()
            .and_then(|fault| fault.code.as_deref())
            .is_some_and(|own| own.eq_ignore_ascii_case(code))
    }

    /// The message that makes PowerShell write this error.
    #[must_use]
    pub fn to_frame(&self) -> Value {
        let mut data = Map::new();
        if let Some(fault) = self.fault() {
            data.insert("StatusCode".into(), json!(fault.status));
            if let Some(code) = &fault.code {
                data.insert("ServiceCode".into(), json!(code));
            }
            if let Some(id) = &fault.request_id {
                data.insert("RequestId".into(), json!(id));
            }
            if let Some(target) = &fault.target {
                data.insert("Target".into(), json!(target));
            }
        }
        let (exception, parameter) = match &self.kind {
            ErrorKind::InvalidInput { parameter } => (
                "System.Management.Automation.PSArgumentException",
                parameter.clone(),
            ),
            ErrorKind::InvalidResourceId => {
                ("System.ArgumentException", Some("idFromServer".to_owned()))
            }
            ErrorKind::NotSignedIn => (
                "System.Management.Automation.PSInvalidOperationException",
                None,
            ),
            ErrorKind::TimedOut => ("System.TimeoutException", None),
            _ => ("System.InvalidOperationException", None),
        };
        let category = match &self.kind {
            ErrorKind::NotFound => "ObjectNotFound",
            ErrorKind::TimedOut => "OperationTimeout",
            ErrorKind::NotMet => "InvalidResult",
            _ => "CloseError",
        };
        json!({
            "frame": "error",
            "message": self.message,
            "id": self.id,
            "category": category,
            "terminating": self.terminating,
            "exception": exception,
            "parameter": parameter,
            "target": null,
            "data": data,
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
