//! What can go wrong between here and Azure, as data. The words are made by the program that shows them.

use std::{error::Error as StdError, fmt, path::PathBuf, sync::Arc, time::SystemTime};

use crate::{
    auth::managed_identity::{IdentitySource, Selector},
    http::{failure::Refusal, transport::NamedProxy},
};

/// What went wrong, coarsely enough to decide what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request never left; it is safe to repeat, also a write.
    Connection,
    /// The service answered with an error.
    Service,
    /// The request was sent and not answered: whether it took effect is unknown.
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
    /// When the answer was received.
    pub at: SystemTime,
    /// The request and the answer themselves; nothing where the error was not in the answer itself.
    pub exchange: Option<Box<Exchange>>,
}

/// A request that was answered with an error, and the answer, as they may be shown: values of headers and of
/// the query that are not known to be harmless read `REDACTED`, and a long body is cut.
#[derive(Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The method of the request.
    pub method: String,
    /// The address of the request.
    pub address: String,
    /// The headers of the answer, by their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body of the answer.
    pub body: String,
}

/// Without the body: it can repeat what was sent.
impl fmt::Debug for Exchange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Exchange")
            .field("method", &self.method)
            .field("address", &self.address)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
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
            exchange: None,
        }
    }
}

/// What was going on when it went wrong: what a text needs to name the thing. Texts inside are names and addresses, or
/// what a service, a program or the system said.
#[derive(Clone, Debug)]
#[expect(
    missing_docs,
    reason = "the comment of each variant says what its members are"
)]
pub enum ErrorContext {
    /// A request to an address of Azure's; the service's answer says the rest.
    Request,
    /// The caller went away.
    Cancelled,
    /// An implementation of one of this crate's traits says why it could not do its part.
    Reason(String),

    /// A token was to be sent to an address without TLS.
    NotHttps { address: String },
    /// The certificate of `host` is not trusted; `one_authority` where only one certificate authority is trusted.
    Untrusted {
        host: String,
        reason: String,
        one_authority: bool,
    },
    /// No connection to `host`.
    Unreachable { host: String, reason: String },
    /// The proxy did not connect to `host`.
    ProxyRefused {
        host: String,
        proxy: NamedProxy,
        refusal: Refusal,
    },
    /// `host` took the request and stayed silent; `asked` when the request changes nothing there.
    NoAnswer {
        host: String,
        method: String,
        seconds: u64,
        asked: bool,
    },
    /// The connection broke before the answer was complete; `asked` when the request changes nothing there.
    Broken {
        host: String,
        method: String,
        reason: String,
        asked: bool,
    },
    /// The answer of `host` was not complete after this long; `asked` when the request changes nothing there.
    EndlessAnswer {
        host: String,
        method: String,
        seconds: u64,
        asked: bool,
    },
    /// The answer has more bytes than are read; `asked` when the request changes nothing there.
    LargeAnswer {
        host: String,
        method: String,
        limit: usize,
        asked: bool,
    },
    /// The answer says its length in two ways; `asked` when the request changes nothing there.
    TwoLengths {
        host: String,
        method: String,
        asked: bool,
    },
    /// The answer is not JSON.
    NotJson {
        status: u16,
        length: usize,
        reason: String,
    },
    /// The answer is JSON but not an object.
    NotAResource { status: u16, length: usize },
    /// A redirection, which is not followed.
    Redirected { status: u16 },
    /// An interim answer (1xx) in place of an answer.
    Interim { status: u16 },
    /// The answer is a JSON object and not a resource; it lacks `missing`.
    NotTheResource { status: u16, missing: &'static str },
    /// A write was accepted, and the answer does not say what is there now.
    NoResource { status: u16 },
    /// The proxy's address is not one.
    UnusableProxy,
    /// How long a server may stay silent is not a number of seconds from 1 to `longest`.
    UnusablePatience { text: String, longest: u64 },
    /// The file with certificate authorities cannot be used.
    UnusableAuthorities { file: PathBuf, reason: String },
    /// The HTTP client could not be made.
    NoHttpClient { reason: String },
    /// TLS could not be set up.
    NoTls { reason: String },

    /// The cloud's address of Resource Manager is not one.
    NotAnAddress { text: String },
    /// A version was to be sent that no header can hold.
    NotAHeaderValue,
    /// The resource belongs to `tenant`, and the account has tokens of `used` only. `whose` names what is at the
    /// address where that is not a subscription.
    OtherTenant {
        whose: Option<String>,
        account: String,
        used: String,
        tenant: String,
    },
    /// The account's access was changed or revoked: it has to sign in again with these claims (JSON). What went wrong
    /// when a new token was asked for is the error's source. `next` is who can answer.
    ClaimsWanted {
        account: String,
        claims: String,
        next: ClaimsAnswer,
    },
    /// The resource provider was not registered in time.
    NotRegistered {
        namespace: String,
        subscription: String,
    },
    /// A long-running operation began without an address of its status.
    NoStatusAddress,
    /// So many answers in a row about a long-running operation were no status.
    NoStatusInAnswers { address: String, answers: u32 },
    /// A long-running operation did not end within so many hours.
    OperationEndless { address: String, hours: u64 },
    /// The service wants to be asked about a long-running operation after so many seconds only.
    OperationPause { address: String, seconds: u64 },
    /// An address of a long-running operation is not one; `what` names it.
    NotAnOperationAddress { what: String },
    /// An address of a long-running operation is at another host; `what` names it.
    OperationElsewhere { what: String, host: String },
    /// A list has no `value`.
    NotAList,
    /// A list's next page is not an address.
    NotAPageAddress,
    /// A list's next page is at another host.
    PageElsewhere { host: String },
    /// A list's next page was read already.
    PageRepeated,
    /// So many successive pages of a list have no members.
    PagesWithoutMembers { pages: usize },
    /// A list has more pages than any list of the service.
    TooManyPages { pages: usize },
    /// The result of a query is cut, and cannot be continued.
    RowsMissing,

    /// The sign-in service answered without a token.
    NoToken,
    /// The time for which a token is said to be valid is none that a token has.
    OddLifetime { authority: String, text: String },
    /// The answer of the sign-in service is not a token.
    NotAToken {
        authority: String,
        status: u16,
        html: bool,
    },
    /// A text that no tenant has as its id or name.
    NotATenant { tenant: String },
    /// The sign-in service refused `who`; its answer says why.
    SignIn { who: SignInBy, tenant: String },
    /// The sign-in page returned an error instead of a code.
    BrowserRefused { reason: String },
    /// The sign-in was cancelled in the browser.
    BrowserCancelled,
    /// The user did not sign in in the browser in time.
    BrowserTimeout,
    /// The device code was declined.
    CodeDeclined,
    /// The device code was not used in time.
    CodeExpired,
    /// There is no refresh token any more.
    SignInEnded,
    /// The access token that the caller brought has expired.
    BroughtTokenExpired,
    /// The access token that the caller brought was refused.
    BroughtTokenRefused,
    /// The caller brought no token for `resource`.
    NoBroughtToken { resource: String },
    /// The surrounding sign-in gave no token; with its reason if it gave one.
    NoBrokeredToken {
        resource: String,
        tenant: String,
        reason: Option<String>,
    },
    /// The Azure CLI gave no token.
    AzureCli(CliFault),

    /// What gives tokens for this machine has one identity, and another was chosen.
    IdentityNotChosen {
        source: IdentitySource,
        selector: Selector,
    },
    /// What gives tokens for this machine refused.
    IdentityRefused {
        source: IdentitySource,
        selector: Selector,
        reason: String,
    },
    /// What gives tokens for this machine answered without one.
    IdentityWithoutToken { source: IdentitySource },
    /// The time for which the identity's token is said to be valid is none that a token has.
    IdentityLifetime {
        source: IdentitySource,
        text: String,
    },
    /// The refused token was given again, which is kept until `expires_on` (seconds since 1970).
    IdentityTokenAgain {
        source: IdentitySource,
        expires_on: i64,
    },
    /// At the address of the metadata service is one that is not Azure's; its name where it tells it.
    ForeignMetadataService { status: u16, server: Option<String> },
    /// This machine has no managed identity.
    NoIdentity,
    /// The endpoint in this environment variable is not local and not over https.
    IdentityAddress { variable: String },
    /// Azure Arc's challenge is refused.
    ArcChallenge(ArcFault),

    /// The federated token that the caller brought has expired.
    FederatedTokenExpired,
    /// The file with the federated token cannot be used; with the system's reason where it cannot be read.
    FederatedTokenFile {
        file: PathBuf,
        reason: Option<String>,
    },
    /// The certificate file cannot be used.
    CertificateFile {
        file: String,
        fault: CertificateFault,
    },
    /// The certificate's private key could not sign.
    CannotSign,
    /// This system has no certificate store.
    NoCertificateStore,
    /// The certificate cannot be read.
    CertificateDamaged { thumbprint: String },
    /// The certificate ended at `at` (seconds since 1970).
    CertificateExpired {
        thumbprint: String,
        subject: String,
        at: i64,
    },
    /// The certificate is valid from `at` (seconds since 1970).
    CertificateNotYetValid {
        thumbprint: String,
        subject: String,
        at: i64,
    },
    /// A saved credential has no member of this name.
    SavedIncomplete { kind: String, member: String },
    /// A saved credential is of a kind that is not known here.
    SavedUnknown { kind: String },
    /// Nothing here protects secrets.
    NoProtection,
    /// Secrets were protected in a way that this system does not have.
    UnknownProtection { protection: String },
    /// The system gave no random bytes.
    NoRandomBytes,
}

/// Who signs in, or in which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInBy {
    /// A person, with a code on another device.
    DeviceCode,
    /// A person, in the browser.
    Browser,
    /// A person who signed in before, with the refresh token.
    RefreshToken,
    /// The person of this name, with a password.
    User(String),
    /// The application of this id.
    Application(String),
}

/// Who can answer a challenge for claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimsAnswer {
    /// The surrounding sign-in, which needs the claims.
    Broker,
    /// The machine's identity: only what gives its tokens.
    Identity,
    /// A new sign-in.
    SignIn,
}

/// Why the Azure CLI gave no token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CliFault {
    /// Programs cannot be run here.
    NoPrograms,
    /// There is no such program.
    Missing,
    /// It did not answer within a minute.
    TooLong,
    /// It could not be run.
    NotRun,
    /// Its answer is not JSON.
    NotJson,
    /// It answered without a token.
    NoToken,
    /// It has no sign-in.
    NotSignedIn,
    /// It failed with this message, or with none (empty).
    Failed(String),
}

/// Why a challenge of Azure Arc's agent is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArcFault {
    /// It names no file.
    NoFile,
    /// It names something else than a `.key` file in this directory.
    OtherFile(PathBuf),
    /// The file could not be read, for the system's reason.
    Unreadable(String),
    /// The file is not small or not an ordinary one.
    NotSmall,
    /// The file is no text.
    NotText,
}

/// What is wrong with a certificate file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateFault {
    /// It could not be read, for the system's reason.
    Unreadable(String),
    /// It is neither PFX nor PEM.
    Unknown,
    /// Its PEM text is damaged.
    Damaged,
    /// It holds no certificate.
    NoCertificate,
    /// It holds no private key.
    NoKey,
    /// Its key is not an RSA key of 2048 to 4096 bits.
    NotRsa,
    /// Its key belongs to another certificate.
    OtherKey,
    /// Its key is encrypted in the old way of OpenSSL.
    OldEncryption,
    /// It wants a password.
    NoPassword,
    /// The password does not open it.
    WrongPassword,
}

impl ErrorContext {
    /// The kind that goes with it.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Request => ErrorKind::Service,
            Self::Cancelled => ErrorKind::Cancelled,
            Self::Untrusted { .. } => ErrorKind::Untrusted,
            Self::Unreachable { .. } | Self::ProxyRefused { .. } => ErrorKind::Connection,
            Self::NoAnswer { asked: false, .. }
            | Self::EndlessAnswer { asked: false, .. }
            | Self::LargeAnswer { asked: false, .. }
            | Self::TwoLengths { asked: false, .. }
            | Self::Broken { asked: false, .. } => ErrorKind::OutcomeUnknown,
            Self::NoAnswer { .. }
            | Self::EndlessAnswer { .. }
            | Self::LargeAnswer { .. }
            | Self::TwoLengths { .. }
            | Self::Broken { .. }
            | Self::Interim { .. }
            | Self::NotTheResource { .. }
            | Self::NoStatusInAnswers { .. }
            | Self::OperationEndless { .. }
            | Self::OperationPause { .. }
            | Self::PagesWithoutMembers { .. }
            | Self::TooManyPages { .. }
            | Self::OddLifetime { .. }
            | Self::IdentityLifetime { .. }
            | Self::NotJson { .. }
            | Self::NotAResource { .. }
            | Self::Redirected { .. }
            | Self::NoResource { .. }
            | Self::NotRegistered { .. }
            | Self::NoStatusAddress
            | Self::NotAnOperationAddress { .. }
            | Self::OperationElsewhere { .. }
            | Self::NotAList
            | Self::NotAPageAddress
            | Self::PageElsewhere { .. }
            | Self::PageRepeated
            | Self::RowsMissing
            | Self::NoToken
            | Self::NotAToken { .. }
            | Self::IdentityWithoutToken { .. } => ErrorKind::Protocol,
            Self::NotHttps { .. }
            | Self::UnusableProxy
            | Self::UnusablePatience { .. }
            | Self::UnusableAuthorities { .. }
            | Self::NotAnAddress { .. }
            | Self::NotAHeaderValue
            | Self::NotATenant { .. }
            | Self::IdentityNotChosen { .. }
            | Self::IdentityAddress { .. }
            | Self::CertificateFile { .. }
            | Self::NoCertificateStore => ErrorKind::InvalidInput,
            Self::NoHttpClient { .. } | Self::NoTls { .. } | Self::NoRandomBytes => {
                ErrorKind::System
            }
            _ => ErrorKind::Credential,
        }
    }
}

/// A further cause that is known, beside what went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// This computer's clock is ahead of the service's by so many minutes, or behind it where negative.
    ClockAhead(i64),
}

/// An error of this crate.
///
/// Callers decide by its [kind](ErrorKind), and by status and code of the service's answer. What a text needs is in
/// `context`; the text is theirs to make.
#[derive(Clone, Debug)]
pub struct Error {
    /// The kind, by which callers decide.
    pub kind: ErrorKind,
    /// The error answer of Azure or of the sign-in service, where there is one.
    pub service: Option<Box<ServiceFault>>,
    /// A further cause.
    pub hint: Option<Hint>,
    /// What was going on.
    pub context: Box<ErrorContext>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The result of nearly everything here.
pub type Result<T> = std::result::Result<T, Error>;

impl From<ErrorContext> for Error {
    fn from(context: ErrorContext) -> Self {
        Self {
            kind: context.kind(),
            service: None,
            hint: None,
            context: Box::new(context),
            source: None,
        }
    }
}

impl Error {
    /// Azure answered with this error.
    #[must_use]
    pub fn service(fault: ServiceFault) -> Self {
        Self::from(ErrorContext::Request).answered(fault)
    }

    /// An implementation of one of this crate's traits could not do its part, for a reason in its own words.
    pub fn reason(kind: ErrorKind, reason: impl Into<String>) -> Self {
        Self {
            kind,
            ..ErrorContext::Reason(reason.into()).into()
        }
    }

    /// The caller closed the operation.
    #[must_use]
    pub fn cancelled() -> Self {
        ErrorContext::Cancelled.into()
    }

    /// The same with the service's error answer.
    #[must_use]
    pub fn answered(self, fault: ServiceFault) -> Self {
        Self {
            service: Some(Box::new(fault)),
            ..self
        }
    }

    /// The same with a further cause, if one is known.
    #[must_use]
    pub fn hinting(self, hint: Option<Hint>) -> Self {
        Self { hint, ..self }
    }

    /// The same with what caused it.
    #[must_use]
    pub fn caused_by(self, source: impl StdError + Send + Sync + 'static) -> Self {
        Self {
            source: Some(Arc::new(source)),
            ..self
        }
    }

    /// Azure's error answer; nothing for other errors, refusals of a sign-in among them.
    #[must_use]
    pub fn fault(&self) -> Option<&ServiceFault> {
        self.service
            .as_deref()
            .filter(|_| self.kind == ErrorKind::Service)
    }

    /// Whether a wait for a long-running operation ended before the operation, which may go on.
    #[must_use]
    pub fn is_wait_given_up(&self) -> bool {
        matches!(
            *self.context,
            ErrorContext::NoStatusInAnswers { .. }
                | ErrorContext::OperationEndless { .. }
                | ErrorContext::OperationPause { .. }
        )
    }

    /// Whether Azure answered with this status.
    #[must_use]
    pub fn is_status(&self, status: u16) -> bool {
        self.fault().is_some_and(|fault| fault.status == status)
    }

    /// Whether Azure answered with this code, in any casing.
    #[must_use]
    pub fn is_code(&self, code: &str) -> bool {
        self.fault()
            .and_then(|fault| fault.code.as_deref())
            .is_some_and(|own| own.eq_ignore_ascii_case(code))
    }
}

/// For logs: the kind, and the service's or the system's own words. Texts for users are made from the data.
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let ErrorContext::Reason(reason) = &*self.context {
            return formatter.write_str(reason);
        }
        match &self.service {
            Some(fault) => write!(
                formatter,
                "{:?}: HTTP status {}, {}: {}",
                self.kind,
                fault.status,
                fault.code.as_deref().unwrap_or("no code"),
                fault.message.as_deref().unwrap_or("no message")
            ),
            None => write!(formatter, "{:?}: {:?}", self.kind, self.context),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_ref()
            .map(|source| &**source as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_sign_in_is_no_answer_of_azures() {
        let fault = || ServiceFault {
            status: 404,
            code: Some("NotFound".into()),
            ..ServiceFault::default()
        };
        let refused = ErrorContext::SignIn {
            who: SignInBy::DeviceCode,
            tenant: "t".into(),
        };
        assert!(!Error::from(refused).answered(fault()).is_status(404));
        let missing = Error::service(fault());
        assert!(missing.is_status(404) && missing.is_code("notfound"));
    }

    #[test]
    fn what_caused_an_error_is_its_source() {
        let inner = Error::reason(ErrorKind::Credential, "no such key");
        let outer = Error::from(ErrorContext::NoToken).caused_by(inner);
        assert_eq!(outer.source().unwrap().to_string(), "no such key");
        assert!(Error::cancelled().source().is_none());
    }
}
