//! What can go wrong for a user: errors of the Azure client as data, and mistakes of the product's own as sentences.
//! How each becomes text is in [`crate::present`].

use std::fmt;

use azir_azure::error::ServiceFault;
use azure_core::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::present::{self, exceptions, visible};

/// What went wrong, coarsely enough to decide what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request never left; safe to repeat even for writes.
    Connection,
    /// The service answered with an error.
    Service,
    /// The request was sent and not answered: whether it took effect is unknown.
    OutcomeUnknown,
    /// The answer is not what the protocol allows.
    Protocol,
    /// The certificate is not trusted.
    Untrusted,
    /// No token could be acquired.
    Credential,
    /// There is no sign-in.
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
    /// What is asked does not fit the state of this process, such as an emulator that is not running.
    InvalidState,
    /// Time was up before what was waited for.
    TimedOut,
    /// The caller went away.
    Cancelled,
    /// This system, or what is installed on it, lacks something that is needed.
    System,
    /// A mistake in this library.
    Internal,
}

/// Whose the words are.
#[derive(Clone, Debug)]
enum Words {
    /// A sentence of the product's own.
    Sentence(String),
    /// What happened between here and Azure.
    Azure(Box<azir_azure::error::Error>),
}

/// An error with its kind and what its text is made of.
#[derive(Clone, Debug)]
pub struct Error {
    /// The kind, by which callers decide.
    pub kind: ErrorKind,
    /// Whether the command cannot go on with further input.
    pub terminating: bool,
    /// The error id; empty for the mirrored cmdlets.
    pub id: String,
    text: Box<Text>,
}

/// What an error's text is made of, and what was added to it on the way.
#[derive(Clone, Debug)]
struct Text {
    words: Words,
    /// A sentence in front.
    lead: Option<String>,
    /// A sentence in place of the service's own words.
    instead: Option<String>,
    /// Sentences behind: the next steps.
    hints: Vec<String>,
    /// What it is about: a name or a resource id.
    target: Option<String>,
    /// The .NET class that a mirrored cmdlet throws, where it is not the usual one of the kind.
    exception: Option<&'static str>,
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self {
            words,
            lead: None,
            instead: None,
            hints: Vec::new(),
            target: None,
            exception: None,
        }
    }
}

/// The result of nearly everything here.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of `kind` that says `message`.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self::of(kind, Words::Sentence(message.into()))
    }

    fn of(kind: ErrorKind, words: Words) -> Self {
        Self {
            kind,
            terminating: false,
            id: String::new(),
            text: Box::new(words.into()),
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

    /// An answer that stands for this service error, such as a record of an operation that failed.
    #[must_use]
    pub fn service(fault: ServiceFault) -> Self {
        azir_azure::error::Error::service(fault).into()
    }

    /// The caller closed the operation.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, "The operation was cancelled.")
    }

    /// The same with this error id.
    #[must_use]
    pub fn with_id(self, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..self
        }
    }

    /// The same, after which the command does not go on with further input.
    #[must_use]
    pub fn ending(self) -> Self {
        Self {
            terminating: true,
            ..self
        }
    }

    /// The same with `hint` behind: a sentence with the next step.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.text.hints.push(hint.into());
        self
    }

    /// The same with `lead` in front, such as what was done meanwhile; it brings its own space or line break.
    #[must_use]
    pub fn with_lead(mut self, lead: impl Into<String>) -> Self {
        let inner = self.text.lead.take().unwrap_or_default();
        self.text.lead = Some(lead.into() + &inner);
        self
    }

    /// The same with `sentence` where the service's own words would stand.
    #[must_use]
    pub fn saying(mut self, sentence: impl Into<String>) -> Self {
        self.text.instead = Some(sentence.into());
        self
    }

    /// The same, which is about `target`, a name or a resource id, unless it knows already what it is about.
    #[must_use]
    pub fn about(mut self, target: impl Into<String>) -> Self {
        self.text.target.get_or_insert_with(|| target.into());
        self
    }

    /// The same, thrown as the .NET class that the mirrored cmdlet throws.
    #[must_use]
    pub fn thrown_as(mut self, exception: &'static str) -> Self {
        self.text.exception = Some(exception);
        self
    }

    /// What it is about, where that is known.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.text.target.as_deref()
    }

    /// Explains the refusal of a write to a changed resource; returns any other error unchanged.
    #[must_use]
    pub fn or_lost_race(self, what: &str) -> Self {
        if !self.is_status(412) {
            return self;
        }
        self.saying(format!(
            "{what} was changed since it was read. Nothing was overwritten. Run the command again to \
             apply it to what is there now."
        ))
    }

    /// The text for people: whole sentences that name the thing and the next step.
    #[must_use]
    pub fn message(&self) -> String {
        let Text {
            words,
            lead,
            instead,
            hints,
            ..
        } = &*self.text;
        let text = match words {
            Words::Sentence(text) => present::with_hints(text.clone(), hints),
            Words::Azure(error) => present::of_client(error, instead.as_deref(), hints),
        };
        format!("{}{text}", lead.as_deref().unwrap_or_default())
    }

    /// The service's fault when the service answered with an error.
    #[must_use]
    pub fn fault(&self) -> Option<&ServiceFault> {
        match &self.text.words {
            Words::Azure(error) => error.fault(),
            Words::Sentence(_) => None,
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

    /// The message that makes PowerShell write this error of the operation of this name.
    #[must_use]
    pub fn to_frame(&self, operation: &str) -> Value {
        let mut data = Map::new();
        if let Some(fault) = self.fault() {
            data.insert("StatusCode".into(), json!(fault.status));
            for (name, text, most) in [
                ("ServiceCode", &fault.code, visible::NAME),
                ("ServiceMessage", &fault.message, visible::WORDS),
                ("RequestId", &fault.request_id, visible::NAME),
                ("Target", &fault.target, visible::NAME),
            ] {
                if let Some(text) = text {
                    data.insert(name.into(), json!(visible::cut(text, most)));
                }
            }
        }
        let (exception, parameter) = match &self.kind {
            _ if self.fault().is_some() => (exceptions::of_service(operation), None),
            ErrorKind::Credential => (self.sign_in_exception(operation), None),
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
            _ => (exceptions::USUAL, None),
        };
        let category = match &self.kind {
            ErrorKind::NotFound => "ObjectNotFound",
            ErrorKind::TimedOut => "OperationTimeout",
            ErrorKind::NotMet => "InvalidResult",
            _ => "CloseError",
        };
        let mut frame = json!({
            "frame": "error",
            "message": self.message(),
            "id": self.id,
            "category": category,
            "terminating": self.terminating,
            "exception": self.text.exception.unwrap_or(exception),
            "parameter": parameter,
            "target": self.target(),
            "data": data,
        });
        self.add_exchange(&mut frame);
        frame
    }

    /// The class for a sign-in that Microsoft Entra ID refused, or that the user ended.
    fn sign_in_exception(&self, operation: &str) -> &'static str {
        match &self.text.words {
            Words::Azure(error) => exceptions::of_sign_in(operation, &error.context),
            Words::Sentence(_) => exceptions::USUAL,
        }
    }

    /// Adds the request that a service answered with an error, and its answer.
    fn add_exchange(&self, frame: &mut Value) {
        let Some(fault) = self.fault() else {
            return;
        };
        let mut response = json!({
            "status": fault.status,
            "reason": StatusCode::from(fault.status).canonical_reason(),
        });
        if let Some(exchange) = &fault.exchange {
            frame["request"] = json!({"method": exchange.method, "uri": exchange.address});
            let headers: Map<String, Value> = exchange
                .headers
                .iter()
                .map(|(name, value)| (name.clone(), json!(value)))
                .collect();
            response["headers"] = Value::Object(headers);
            response["body"] = json!(exchange.body);
        }
        frame["response"] = response;
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.text.words {
            Words::Sentence(_) => None,
            Words::Azure(error) => Some(error.as_ref()),
        }
    }
}

impl From<azir_azure::error::Error> for Error {
    fn from(error: azir_azure::error::Error) -> Self {
        Self::of(present::kind(&error), Words::Azure(Box::new(error)))
    }
}
