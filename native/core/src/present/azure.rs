//! The words of the Azure client's errors: what failed, with the name of the thing, why, and the next step.

use std::error::Error as StdError;

use azir_azure::{
    auth::managed_identity::{IdentitySource, Selector},
    error::{
        ArcFault, CertificateFault, ClaimsAnswer, CliFault, Error, ErrorContext, Hint,
        ServiceFault, SignInBy,
    },
    http::{failure::Refusal, transport::NamedProxy},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use time::{OffsetDateTime, macros::format_description};

use super::{aadsts, visible};

const CHECK_PROXIES: &str = "Something between this computer and Azure may have changed it: check proxies, then try \
     again.";

const UNKNOWN_OUTCOME: &str =
    " Whether the service did what was asked is not known: look before trying again.";

/// The parameter or variable that a user knows the faulty value by.
pub(super) fn parameter(context: &ErrorContext) -> Option<&'static str> {
    match context {
        ErrorContext::UnusableProxy => Some("HTTPS_PROXY"),
        ErrorContext::UnusablePatience { .. } => Some("AZIR_TIMEOUT"),
        ErrorContext::UnusableAuthorities { .. } => Some("SSL_CERT_FILE"),
        ErrorContext::NotATenant { .. } => Some("Tenant"),
        ErrorContext::IdentityNotChosen { .. } => Some("AccountId"),
        ErrorContext::IdentityAddress { .. } => Some("Identity"),
        ErrorContext::CertificateFile { fault, .. } => Some(match fault {
            CertificateFault::NoPassword | CertificateFault::WrongPassword => "CertificatePassword",
            _ => "CertificatePath",
        }),
        ErrorContext::NoCertificateStore => Some("CertificateThumbprint"),
        _ => None,
    }
}

/// The sentences for `error`; those of a service's own error answer are in `super`.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each situation, and nothing else"
)]
pub(super) fn sentences(error: &Error) -> String {
    match &*error.context {
        ErrorContext::Request => String::new(),
        ErrorContext::Cancelled => "The operation was cancelled.".to_owned(),
        ErrorContext::Reason(reason) => reason.clone(),

        ErrorContext::NotHttps { address } => {
            format!("'{address}' is not an https address. Tokens are sent over https only.")
        }
        ErrorContext::Untrusted {
            host,
            reason,
            one_authority: true,
        } => format!(
            "The certificate of {host} is not trusted: {reason}. While the emulator runs, only its own certificate \
             authority is trusted here. Use an address of the emulator, or end it with \
             Stop-AzIntegrationRuntimeEmulator; nothing was sent."
        ),
        ErrorContext::Untrusted { host, reason, .. } => format!(
            "The certificate of {host} is not trusted: {reason}. If a proxy of your organization answers in its place, \
             name its certificate authority in $env:SSL_CERT_FILE; nothing was sent."
        ),
        ErrorContext::Unreachable { host, reason } => format!(
            "{host} could not be reached: {reason}. Check the network, the proxy ($env:HTTPS_PROXY) and the name; \
             nothing was sent."
        ),
        ErrorContext::ProxyRefused {
            host,
            proxy,
            refusal,
        } => proxy_refused(*refusal, host, proxy),
        ErrorContext::NoAnswer {
            host,
            method,
            seconds,
            asked,
        } => format!(
            "{host} took the {method} and did not answer within {seconds} seconds. Check the network and the proxy \
             ($env:HTTPS_PROXY). {}",
            after_silence(*asked)
        ),
        ErrorContext::EndlessAnswer {
            host,
            method,
            seconds,
            asked,
        } => format!(
            "{host} took the {method} and did not complete its answer within {seconds} seconds. Check the \
             network and the proxy ($env:HTTPS_PROXY). {}",
            after_silence(*asked)
        ),
        ErrorContext::LargeAnswer {
            host,
            method,
            limit,
            asked,
        } => format!(
            "The answer of {host} to {method} is larger than {} MiB and was not read further. {CHECK_PROXIES}{}",
            limit >> 20,
            if *asked { "" } else { UNKNOWN_OUTCOME }
        ),
        ErrorContext::TwoLengths {
            host,
            method,
            asked,
        } => format!(
            "The answer of {host} to {method} says its length in two ways (Content-Length and Transfer-Encoding) and \
             was not read. {CHECK_PROXIES}{}",
            if *asked { "" } else { UNKNOWN_OUTCOME }
        ),
        ErrorContext::Broken {
            host,
            method,
            reason,
            asked,
        } => format!(
            "The connection to {host} broke before the answer to {method} was complete: {reason}. {}",
            after_silence(*asked)
        ),
        ErrorContext::NotJson {
            status,
            length,
            reason,
        } => format!(
            "The answer of the service is not JSON (HTTP status {status}, {length} bytes, {reason}). {CHECK_PROXIES}"
        ),
        ErrorContext::NotAResource { status, length } => format!(
            "The answer of the service is JSON but no resource (HTTP status {status}, {length} bytes). {CHECK_PROXIES}"
        ),
        ErrorContext::NotTheResource { status, missing } => format!(
            "The answer of the service is JSON but no resource: it has no '{missing}' (HTTP status {status}). \
             {CHECK_PROXIES}"
        ),
        ErrorContext::Interim { status } => format!(
            "The service answered with HTTP status {status}, which announces something else and is no answer. \
             {CHECK_PROXIES}"
        ),
        ErrorContext::Redirected { status } => format!(
            "The service answered with a redirection (HTTP status {status}). It was not followed and no token was sent \
             there. A proxy or a sign-in page of the network may stand in between: check it, then try again."
        ),
        ErrorContext::NoResource { status } => format!(
            "The service accepted the change (HTTP status {status}) but did not answer with what is there now. Get it \
             to see."
        ),
        ErrorContext::UnusableProxy => {
            "The proxy in $env:HTTPS_PROXY is not an address such as 'http://proxy:8080'.".to_owned()
        }
        ErrorContext::UnusablePatience { text, longest } => format!(
            "$env:AZIR_TIMEOUT is '{text}'. It is the number of seconds for which a service may stay silent, from 1 to \
             {longest}: correct it, or remove it with Remove-Item Env:AZIR_TIMEOUT."
        ),
        ErrorContext::UnusableAuthorities { file, reason } => format!(
            "The certificate file '{}' cannot be used: {reason}.",
            file.display()
        ),
        ErrorContext::NoHttpClient { reason } => {
            format!("The HTTP client could not be made: {reason}.")
        }
        ErrorContext::NoTls { reason } => format!("TLS could not be set up: {reason}."),

        ErrorContext::NotAnAddress { text } => format!("'{text}' is not an address."),
        ErrorContext::NotAHeaderValue => {
            "The version of the resource has characters that no header can hold. Give the Etag of an object as it \
             came. Nothing was changed."
                .to_owned()
        }
        ErrorContext::OtherTenant {
            whose,
            account,
            used,
            tenant,
        } => format!(
            "{} belongs to tenant '{tenant}', and account '{account}' can have tokens of tenant '{used}' only. Run \
             Connect-AzAccount -Tenant '{tenant}' with a sign-in of that tenant.",
            whose.as_deref().unwrap_or("The subscription")
        ),
        ErrorContext::ClaimsWanted {
            account,
            claims,
            next,
        } => claims_wanted(error, account, claims, *next),
        ErrorContext::NotRegistered {
            namespace,
            subscription,
        } => format!(
            "Resource provider '{namespace}' was still not registered in subscription '{subscription}' after 20 \
             minutes. Try again later; registration goes on in Azure."
        ),
        ErrorContext::NoStatusAddress => {
            "The service began the operation but did not say where its status is.".to_owned()
        }
        ErrorContext::NoStatusInAnswers { address, answers } => format!(
            "{answers} answers in a row about the operation had no status, so the wait ended; the operation may go on \
             in Azure. Its status is at {address}."
        ),
        ErrorContext::OperationEndless { address, hours } => format!(
            "The operation had not ended after {hours} hours, so the wait ended; the operation may go on in Azure. Its \
             status is at {address}."
        ),
        ErrorContext::OperationPause { address, seconds } => format!(
            "The service wants to be asked about the operation again after {seconds} seconds, which is left to you: \
             the wait ended, and the operation goes on in Azure. Its status is at {address}."
        ),
        ErrorContext::NotAnOperationAddress { what } => format!("The {what} is not an address."),
        ErrorContext::OperationElsewhere { what, host } => format!(
            "The {what} points to another host, '{host}'. It was not followed and no token was sent there."
        ),
        ErrorContext::NotAList => {
            "The service's list has no 'value'. Try again; if the error persists, the service has changed."
                .to_owned()
        }
        ErrorContext::NotAPageAddress => {
            "The service's list continues at something that is not an address.".to_owned()
        }
        ErrorContext::PageElsewhere { host } => format!(
            "The service's list continues at another host, '{host}'. It was not followed and no token was sent there. \
             The objects up to here are complete; the rest is missing."
        ),
        ErrorContext::RowsMissing => "Resource Graph left rows out of its answer and sent nothing to continue with, so \
                                      the result would not be complete. Try again; if the error persists, narrow the \
                                      command down with -Subscription."
            .to_owned(),
        ErrorContext::PageRepeated => {
            "The service's list continues at a page that was read already.".to_owned()
        }

        ErrorContext::PagesWithoutMembers { pages } => format!(
            "The service's list had {pages} pages in a row without members and says that there are more. It was not \
             read further. Try again; if the error persists, the service has changed."
        ),

        ErrorContext::TooManyPages { pages } => format!(
            "The service's list had {pages} pages and says that there are more. It was not read further. Try again; if \
             the error persists, the service has changed."
        ),

        ErrorContext::OddLifetime { authority, text } => format!(
            "The sign-in's answer from {authority} says that the token is valid for {} seconds, which no token is. \
             {CHECK_PROXIES}",
            visible::cut(text, visible::NAME)
        ),
        ErrorContext::IdentityLifetime { source, text } => format!(
            "{} says that its token is valid until or for '{}', which no token is. {CHECK_PROXIES}",
            identity_source(*source),
            visible::cut(text, visible::NAME)
        ),
        ErrorContext::NoToken => "The sign-in service answered without a token.".to_owned(),
        ErrorContext::NotAToken {
            authority,
            status,
            html,
        } => format!(
            "{authority} answered with {}, not with a token (HTTP status {status}): a proxy or the sign-in page of the \
             network may have answered in its place. Open any page in a browser, check $env:HTTPS_PROXY, then try \
             again.",
            if *html {
                "HTML"
            } else {
                "something that is not JSON"
            }
        ),
        ErrorContext::NotATenant { tenant } => format!(
            "'{tenant}' is not a tenant: give its id (a GUID) or one of its domain names."
        ),
        ErrorContext::SignIn { who, tenant } => sign_in(error, who, tenant),
        ErrorContext::BrowserRefused { reason } => {
            explained("Signing in in the browser failed", reason)
        }
        ErrorContext::BrowserCancelled => {
            "The sign-in was cancelled in the browser. Run Connect-AzAccount again.".to_owned()
        }
        ErrorContext::BrowserTimeout => {
            "The sign-in in the browser was not completed within 5 minutes. Run Connect-AzAccount again, or \
             Connect-AzAccount -UseDeviceAuthentication to sign in on another device."
                .to_owned()
        }
        ErrorContext::CodeDeclined => {
            "The sign-in was declined in the browser. Run Connect-AzAccount -UseDeviceAuthentication again."
                .to_owned()
        }
        ErrorContext::CodeExpired => {
            "The code was not used in time. Run Connect-AzAccount -UseDeviceAuthentication again."
                .to_owned()
        }
        ErrorContext::SignInEnded => {
            "The sign-in has ended. Run Connect-AzAccount again.".to_owned()
        }
        ErrorContext::BroughtTokenExpired => brought_token("has expired"),
        ErrorContext::BroughtTokenRefused => brought_token("was refused by the service"),
        ErrorContext::NoBroughtToken { resource } => format!(
            "Account is signed in with an access token for Azure Resource Manager, and '{resource}' wants one of its \
             own. Sign in with Connect-AzAccount in another way."
        ),
        ErrorContext::NoBrokeredToken {
            resource,
            tenant,
            reason: Some(reason),
        } => format!("Az.Accounts gave no token for '{resource}' in tenant '{tenant}': {reason}"),
        ErrorContext::NoBrokeredToken {
            resource,
            tenant,
            reason: None,
        } => format!(
            "Az.Accounts gave no token for '{resource}' in tenant '{tenant}'. Run Connect-AzAccount -Tenant '{tenant}' \
             and try again."
        ),
        ErrorContext::AzureCli(fault) => format!(
            "The Azure CLI gave no token: {}.",
            azure_cli(fault).trim_end_matches('.')
        ),

        ErrorContext::IdentityNotChosen { source, selector } => format!(
            "{} cannot give tokens for {}: which identity it uses is set where it is set up. Leave -AccountId out.",
            identity_source(*source),
            identity(selector)
        ),
        ErrorContext::IdentityRefused {
            source,
            selector,
            reason,
        } => format!(
            "{} gave no token for {}: {reason}. Check that the identity is assigned here; a user-assigned one is named \
             by its client id with Connect-AzAccount -Identity -AccountId.",
            identity_source(*source),
            identity(selector),
            reason = visible::cut(reason, visible::WORDS),
        ),
        ErrorContext::IdentityWithoutToken { source } => {
            format!("{} answered without a token.", identity_source(*source))
        }
        ErrorContext::IdentityTokenAgain { source, expires_on } => format!(
            "{} gave the refused token again, for it keeps each until it is about to end{}. Try again after that, or \
             sign in in another way.",
            identity_source(*source),
            minute(*expires_on).map_or_else(String::new, |end| format!(" ({end})"))
        ),
        ErrorContext::ForeignMetadataService { status, server } => format!(
            "This computer has no managed identity: what answers at 169.254.169.254 is not Azure's identity service \
             (HTTP status {status}{}). It is a machine of another cloud or network. Sign in in another way.",
            server
                .as_ref()
                .map_or_else(String::new, |name| format!(", from '{name}'"))
        ),
        ErrorContext::NoIdentity => {
            "This computer has no managed identity: it is no virtual machine of Azure with one, and no variable such \
             as $env:IDENTITY_ENDPOINT names another place that gives tokens. Sign in in another way."
                .to_owned()
        }
        ErrorContext::IdentityAddress { variable } => format!(
            "The address in $env:{variable} is refused: the managed identity's secret and tokens go over https, or to \
             this computer (loopback or link-local) only. Clear the variable or correct it."
        ),
        ErrorContext::ArcChallenge(fault) => format!(
            "Azure Arc's challenge is refused: {}. Check the Azure Connected Machine agent (azcmagent check).",
            arc(fault)
        ),

        ErrorContext::FederatedTokenExpired => {
            "The federated token that Connect-AzAccount was given has expired, so no new access token can be acquired \
             with it. Get a new one and run Connect-AzAccount -FederatedToken again; a file that \
             $env:AZURE_FEDERATED_TOKEN_FILE names is read anew each time."
                .to_owned()
        }
        ErrorContext::FederatedTokenFile { file, reason } => format!(
            "The federated token in '{}' cannot be used: {}.",
            file.display(),
            reason.as_ref().map_or_else(
                || "the file is empty or no text".to_owned(),
                |reason| format!("the file could not be read ({reason})")
            )
        ),
        ErrorContext::CertificateFile { file, fault } => format!(
            "The certificate file '{file}' cannot be used: {}.",
            certificate_file(fault)
        ),
        ErrorContext::CannotSign => "The certificate's private key could not sign.".to_owned(),
        ErrorContext::NoCertificateStore => {
            "This system has no certificate store to look for a thumbprint in: that is Windows' only. Give the \
             certificate as a file with -CertificatePath."
                .to_owned()
        }
        ErrorContext::CertificateDamaged { thumbprint } => {
            format!("The certificate {thumbprint} is damaged. Export it again.")
        }
        ErrorContext::CertificateExpired {
            thumbprint,
            subject,
            at,
        } => format!(
            "The certificate {thumbprint} of '{subject}' expired at {}. Add a new certificate to the application and \
             sign in with it.",
            minute(*at).unwrap_or_else(|| at.to_string())
        ),
        ErrorContext::CertificateNotYetValid {
            thumbprint,
            subject,
            at,
        } => format!(
            "The certificate {thumbprint} of '{subject}' is not valid before {}. Check this computer's clock, or wait.",
            minute(*at).unwrap_or_else(|| at.to_string())
        ),
        ErrorContext::SavedIncomplete { kind, member } => format!(
            "A kept sign-in of kind '{kind}' cannot be used: it has no '{member}'. Run Connect-AzAccount again."
        ),
        ErrorContext::SavedUnknown { kind } => format!(
            "A kept sign-in is of kind '{kind}', which this version does not know: another version wrote it. Run \
             Connect-AzAccount again."
        ),
        ErrorContext::NoProtection => "nothing here can protect it".to_owned(),
        ErrorContext::UnknownProtection { protection } => {
            format!("they were protected by '{protection}', which this system does not have")
        }
        ErrorContext::NoRandomBytes => "The system gave no random bytes.".to_owned(),
    }
}

/// What to do after a request that got no answer.
fn after_silence(asked: bool) -> &'static str {
    if asked {
        "Try again."
    } else {
        "Whether the service did what was asked is not known: look before trying again."
    }
}

fn claims_wanted(error: &Error, account: &str, claims: &str, next: ClaimsAnswer) -> String {
    const AGAIN: &str = " Run Connect-AzAccount again.";
    let why = error
        .source()
        .and_then(|cause| cause.downcast_ref::<Error>())
        .map_or_else(String::new, |cause| {
            // The next step stands once, at the end.
            format!(" {}", sentences(cause).trim_end_matches(AGAIN))
        });
    let next = match next {
        // Az.Accounts takes the challenge with the new sign-in.
        ClaimsAnswer::Broker => format!(
            " Run Connect-AzAccount -ClaimsChallenge '{}' again.",
            STANDARD.encode(claims)
        ),
        // Signing in again asks the same service, whose reason has what helps.
        ClaimsAnswer::Identity if !why.is_empty() => String::new(),
        _ => AGAIN.to_owned(),
    };
    format!(
        "Azure wants account '{account}' to sign in again: its access was changed or revoked (continuous access \
         evaluation).{why}{next}"
    )
}

fn sign_in(error: &Error, who: &SignInBy, tenant: &str) -> String {
    let who = match who {
        SignInBy::DeviceCode => "with a device code".to_owned(),
        SignInBy::Browser => "in the browser".to_owned(),
        SignInBy::RefreshToken => "again".to_owned(),
        SignInBy::User(name) => format!("user '{name}'"),
        SignInBy::Application(id) => format!("application '{id}'"),
    };
    let start = format!("Signing in {who} to tenant '{tenant}' failed");
    let text = explained(&start, &reason(error.service.as_deref()));
    match error.hint {
        Some(Hint::ClockAhead(minutes)) => {
            let side = if minutes > 0 { "ahead of" } else { "behind" };
            format!(
                "{text} This computer's clock is {} minutes {side} the service's: set it right.",
                minutes.abs()
            )
        }
        None => text,
    }
}

fn reason(fault: Option<&ServiceFault>) -> String {
    let status = fault.map_or(0, |fault| fault.status);
    fault
        .and_then(|fault| fault.message.as_deref())
        .map_or_else(
            || {
                format!(
                    "the sign-in service answered with status {status} and no reason; try again later"
                )
            },
            |own| visible::cut(own, visible::WORDS).into_owned(),
        )
}

/// `start` with the reason, what its number means, and what to do.
fn explained(start: &str, reason: &str) -> String {
    let reason = visible::cut(reason, visible::WORDS);
    let reason = reason.trim_end_matches(['.', ' ']);
    let start = format!("{start}: {reason}");
    match aadsts::explain(reason) {
        Some(("", advice)) => format!("{start}. {advice}"),
        Some((meaning, advice)) => format!("{start} ({meaning}). {advice}"),
        None => format!("{start}."),
    }
}

fn brought_token(what: &str) -> String {
    format!(
        "The access token that Connect-AzAccount was given {what}. Get a new one and run Connect-AzAccount \
         -AccessToken again."
    )
}

fn azure_cli(fault: &CliFault) -> &str {
    match fault {
        CliFault::NoPrograms => "programs cannot be run here",
        CliFault::Missing => "'az' was not found",
        CliFault::TooLong => "it did not answer within a minute",
        CliFault::NotRun => "it could not be run",
        CliFault::NotJson => "its answer is not JSON",
        CliFault::NoToken => "it answered without a token",
        CliFault::NotSignedIn => "no account is signed in (run az login)",
        CliFault::Failed(reason) if reason.is_empty() => "it returned no error message",
        CliFault::Failed(reason) => reason,
    }
}

fn identity_source(source: IdentitySource) -> &'static str {
    match source {
        IdentitySource::AppService => "The managed identity of this service",
        IdentitySource::ServiceFabric => "Service Fabric's managed identity",
        IdentitySource::Arc => "Azure Arc's managed identity",
        IdentitySource::MachineLearning => "Azure Machine Learning's managed identity",
        IdentitySource::CloudShell => "Cloud Shell",
        IdentitySource::Imds => "The managed identity of this virtual machine",
    }
}

fn identity(selector: &Selector) -> String {
    match selector {
        Selector::System => "a system-assigned identity".to_owned(),
        Selector::Client(id) | Selector::Resource(id) => format!("the identity '{id}'"),
    }
}

fn arc(fault: &ArcFault) -> String {
    match fault {
        ArcFault::NoFile => "it names no file".to_owned(),
        ArcFault::OtherFile(keys) => format!(
            "it names a file that is not a .key file in '{}'",
            keys.display()
        ),
        ArcFault::Unreadable(reason) => format!(
            "its file could not be read ({reason}); the user must be an administrator or in the group 'himds'"
        ),
        ArcFault::NotSmall => "its file is not a small ordinary file".to_owned(),
        ArcFault::NotText => "its file is no text".to_owned(),
    }
}

fn certificate_file(fault: &CertificateFault) -> String {
    let text = match fault {
        CertificateFault::Unreadable(reason) => {
            return format!("it could not be read ({reason}). Check -CertificatePath");
        }
        CertificateFault::Unknown => {
            "it is neither a PFX file that can be read nor a PEM file. Export the certificate again, with its private \
             key"
        }
        CertificateFault::Damaged => "its PEM text is damaged. Copy or export it again",
        CertificateFault::NoCertificate => {
            "it holds no certificate. Give a PFX file, or a PEM file with certificate and private key"
        }
        CertificateFault::NoKey => {
            "it holds a certificate but no private key. Export it with its private key (PFX), or put the key into the \
             PEM file"
        }
        CertificateFault::NotRsa => {
            "its private key is not an RSA key of 2048 to 4096 bits. Use a certificate with such a key: Azure takes no \
             other for applications"
        }
        CertificateFault::OtherKey => {
            "its private key does not belong to its certificate. Export both from the same place again"
        }
        CertificateFault::OldEncryption => {
            "its private key is encrypted in the old way of OpenSSL. Convert it with 'openssl pkcs8 -topk8', or make a \
             PFX file"
        }
        CertificateFault::NoPassword => {
            "it is protected by a password. Give it with -CertificatePassword"
        }
        CertificateFault::WrongPassword => {
            "the password does not open it. Check -CertificatePassword"
        }
    };
    text.to_owned()
}

/// A time to the minute, in UTC; nothing for one that no calendar has.
fn minute(seconds: i64) -> Option<String> {
    let form = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()?
        .format(form)
        .ok()
}

fn proxy_refused(refusal: Refusal, host: &str, proxy: &NamedProxy) -> String {
    let name = match &proxy.address {
        Some(address) => format!("The proxy {address}"),
        None if proxy.from_environment => "The proxy in $env:HTTPS_PROXY".to_owned(),
        None => "The system's proxy".to_owned(),
    };
    if refusal == Refusal::Other {
        return format!(
            "{name} did not connect to {host}: it does not allow that address, or cannot reach it. Ask the \
             administrator of the proxy, or name hosts that need none in $env:NO_PROXY; nothing was sent."
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_authorities_is_advised_only_where_it_has_an_effect() {
        let said = |one_authority| {
            let context = ErrorContext::Untrusted {
                host: "https://h".into(),
                reason: "its issuer is not trusted here".into(),
                one_authority,
            };
            sentences(&context.into())
        };
        assert!(said(false).contains("$env:SSL_CERT_FILE"));
        let emulated = said(true);
        assert!(!emulated.contains("SSL_CERT_FILE"), "{emulated}");
        assert!(emulated.contains("Stop-AzIntegrationRuntimeEmulator"));
    }

    #[test]
    fn a_proxy_is_named_as_far_as_it_is_known() {
        let said = |refusal, proxy: &NamedProxy| proxy_refused(refusal, "https://h", proxy);
        let system = NamedProxy::default();
        assert!(
            said(Refusal::Credentials, &system)
                .starts_with("The system's proxy wants credentials (HTTP status 407).")
        );
        let odd = NamedProxy {
            from_environment: true,
            ..system
        };
        assert!(
            said(Refusal::Other, &odd)
                .starts_with("The proxy in $env:HTTPS_PROXY did not connect to https://h:")
        );
    }
}
