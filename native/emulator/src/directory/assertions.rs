//! Checks client assertions: those that an application signs with the key of a registered certificate, and those of
//! a trusted issuer.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::errors::SignInError;
use super::keys::{self, Certificate, hex};
use crate::clock;
use crate::site::Site;
use crate::world::directory::{Application, FederatedCredential, Tenant};

/// The audience that federated tokens are made for, if nothing else was registered.
pub const FEDERATED_AUDIENCE: &str = "api://AzureADTokenExchange";
/// How far two clocks may be apart.
const SKEW_SECONDS: u64 = 300;

/// A signed statement, taken apart.
struct Statement<'a> {
    header: Value,
    claims: Value,
    message: &'a [u8],
    signature: Vec<u8>,
}

impl<'a> Statement<'a> {
    fn read(token: &'a str) -> Option<Self> {
        let (message, signature) = token.rsplit_once('.')?;
        let (header, claims) = message.split_once('.')?;
        let decode = |part: &str| URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).ok();
        let object = |part: &str| {
            serde_json::from_slice(&decode(part)?)
                .ok()
                .filter(Value::is_object)
        };
        Some(Self {
            header: object(header)?,
            claims: object(claims)?,
            message: message.as_bytes(),
            signature: decode(signature)?,
        })
    }

    fn text(&self, claim: &str) -> &str {
        self.claims[claim].as_str().unwrap_or_default()
    }

    fn audiences(&self) -> Vec<&str> {
        match &self.claims["aud"] {
            Value::String(audience) => vec![audience],
            Value::Array(audiences) => audiences.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    fn is_signed_by(&self, key: &Value) -> bool {
        let algorithm = self.header["alg"].as_str().unwrap_or_default();
        keys::verify(key, algorithm, self.message, &self.signature)
    }
}

fn malformed(what: &str) -> SignInError {
    SignInError::client(50027, format!("JWT token is invalid or malformed. {what}"))
}

/// Lets `assertion` stand for `application`, or says why not.
///
/// # Errors
///
/// Entra's refusals.
pub fn check(
    site: &Site,
    assertion: &str,
    application: &Application,
    tenant: &Tenant,
    origin: &str,
) -> Result<(), SignInError> {
    let statement =
        Statement::read(assertion).ok_or_else(|| malformed("It is not three parts of base64."))?;
    // Applications name themselves; other issuers are addresses.
    if statement.text("iss").starts_with("https://") {
        check_federated(site, &statement, application)
    } else {
        check_own(&statement, application, tenant, origin)
    }
}

fn check_own(
    statement: &Statement<'_>,
    application: &Application,
    tenant: &Tenant,
    origin: &str,
) -> Result<(), SignInError> {
    let named = |claim: &str| {
        statement
            .text(claim)
            .eq_ignore_ascii_case(&application.client_id)
    };
    if !named("iss") || !named("sub") {
        return Err(SignInError::client(
            700_021,
            format!(
                "Client assertion application identifier doesn't match 'client_id' parameter '{}'.",
                application.client_id
            ),
        ));
    }
    if statement.text("jti").is_empty() {
        return Err(malformed("The claim 'jti' is missing."));
    }
    check_time(&statement.claims)?;
    let own = statement.audiences().into_iter().any(|audience| {
        audience.starts_with(origin)
            && (audience.contains(&tenant.id)
                || audience.contains(&tenant.domain)
                || audience.contains("/common/"))
    });
    if !own {
        return Err(SignInError::client(
            700_023,
            format!(
                "Client assertion audience claim does not match Realm issuer. The expected audience is \
                 '{origin}/{}/oauth2/v2.0/token'. \
                 Review the documentation at \
                 https://learn.microsoft.com/entra/identity-platform/certificate-credentials .",
                tenant.id
            ),
        ));
    }
    if !matches!(statement.header["alg"].as_str(), Some("RS256" | "PS256")) {
        return Err(malformed("The algorithm must be RS256 or PS256."));
    }
    check_certificate(statement, application)
}

fn check_time(claims: &Value) -> Result<(), SignInError> {
    let now = clock::now_seconds();
    let from = claims["nbf"].as_u64().unwrap_or(0);
    let until = claims["exp"].as_u64().unwrap_or(0);
    if from <= now.saturating_add(SKEW_SECONDS) && until.saturating_add(SKEW_SECONDS) > now {
        return Ok(());
    }
    Err(SignInError::client(
        700_024,
        format!(
            "Client assertion is not within its valid time range. Current time: {}, assertion valid from {}, expiry \
             time of assertion {}. \
             Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .",
            clock::stamp(),
            clock::stamp_at(from),
            clock::stamp_at(until)
        ),
    ))
}

fn check_certificate(
    statement: &Statement<'_>,
    application: &Application,
) -> Result<(), SignInError> {
    let (thumbprint, is_it) = named_certificate(&statement.header)?;
    let refuse = |reason: &str, found: Option<&Certificate>| {
        let key = found.map_or_else(String::new, |found| {
            format!(
                "Found key 'Start={}, End={}', ",
                clock::slashed(found.not_before),
                clock::slashed(found.not_after)
            )
        });
        Err(SignInError::client(
            700_027,
            format!(
                "Client assertion contains an invalid signature. [Reason - {reason}, Thumbprint of key used by \
                 client: '{thumbprint}', {key}\
                 Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for \
                 app Id '{}'.]",
                application.client_id
            ),
        ))
    };
    let registered = application
        .certificates
        .iter()
        .filter_map(|saved| Certificate::restore(saved).ok());
    let Some(certificate) = registered.into_iter().find(is_it) else {
        return refuse("The key was not found.", None);
    };
    let now = clock::now_seconds();
    if certificate.not_after <= now {
        return refuse("The key used is expired.", Some(&certificate));
    }
    if certificate.not_before > now {
        return refuse("The key used is not yet valid.", Some(&certificate));
    }
    if !statement.is_signed_by(&certificate.key) {
        return refuse(
            "Key was found, but use of the key to verify the signature failed.",
            Some(&certificate),
        );
    }
    Ok(())
}

/// Tells a certificate from others.
type IsIt = Box<dyn Fn(&Certificate) -> bool>;

/// The thumbprint that `header` names, as messages show it, and how to know its certificate.
fn named_certificate(header: &Value) -> Result<(String, IsIt), SignInError> {
    let decoded = |name: &str| {
        let text = header[name].as_str()?.trim_end_matches('=');
        URL_SAFE_NO_PAD.decode(text).ok()
    };
    if let Some(sha256) = decoded("x5t#S256") {
        return Ok((hex(&sha256), Box::new(move |known| known.sha256 == sha256)));
    }
    if let Some(sha1) = decoded("x5t") {
        return Ok((hex(&sha1), Box::new(move |known| known.sha1 == sha1)));
    }
    if let Some(kid) = header["kid"].as_str() {
        let kid = kid.to_ascii_uppercase();
        return Ok((kid.clone(), Box::new(move |known| hex(&known.sha1) == kid)));
    }
    let sent = header["x5c"][0]
        .as_str()
        .and_then(|text| STANDARD.decode(text).ok())
        .and_then(|der| Certificate::read(&der).ok())
        .ok_or_else(|| malformed("No certificate thumbprint specified in token header."))?;
    Ok((
        hex(&sent.sha1),
        Box::new(move |known| known.sha256 == sent.sha256),
    ))
}

fn check_federated(
    site: &Site,
    statement: &Statement<'_>,
    application: &Application,
) -> Result<(), SignInError> {
    check_time(&statement.claims)?;
    let unknown = |number, what: &str, value: &str| {
        SignInError::client(
            number,
            format!(
                "No matching federated identity record found for presented assertion {what} '{value}'. Check your \
                 federated identity \
                 credential Subject, Audience and Issuer against the presented assertion. \
                 https://learn.microsoft.com/entra/workload-id/workload-identity-federation"
            ),
        )
    };
    let (issuer, subject) = (statement.text("iss"), statement.text("sub"));
    let of_issuer: Vec<&FederatedCredential> = application
        .federated
        .iter()
        .filter(|known| known.issuer == issuer)
        .collect();
    if of_issuer.is_empty() {
        return Err(unknown(700_211, "issuer", issuer));
    }
    let of_subject: Vec<_> = of_issuer
        .into_iter()
        .filter(|known| known.subject == subject)
        .collect();
    if of_subject.is_empty() {
        return Err(unknown(700_213, "subject", subject));
    }
    let audiences = statement.audiences();
    let credential = of_subject
        .into_iter()
        .find(|known| audiences.contains(&known.audience.as_str()))
        .ok_or_else(|| unknown(700_212, "audience", &audiences.join(", ")))?;
    let own = [site.signer.public_jwk()];
    let keys = if credential.keys.is_empty() {
        &own[..]
    } else {
        &credential.keys
    };
    let kid = &statement.header["kid"];
    let meant = |key: &&Value| kid.is_null() || key["kid"].is_null() || key["kid"] == *kid;
    if !keys
        .iter()
        .filter(meant)
        .any(|key| statement.is_signed_by(key))
    {
        return Err(SignInError::client(
            50013,
            "Assertion failed signature validation. [Reason - The provided signature value did not match the \
             expected signature value.]",
        ));
    }
    Ok(())
}

/// A token as an issuer makes one that vouches for `subject`.
pub fn vouch(site: &Site, issuer: &str, subject: &str, audience: &str, lifetime: u64) -> String {
    let now = clock::now_seconds();
    site.signer.sign(&json!({
        "iss": issuer,
        "sub": subject,
        "aud": audience,
        "iat": now,
        "nbf": now,
        "exp": now + lifetime,
        "jti": crate::random::guid(),
    }))
}
