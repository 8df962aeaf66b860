//! An application proves who it is with a signed statement instead of a secret.
//!
//! Protocol: <https://learn.microsoft.com/entra/identity-platform/certificate-credentials>.

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use ring::digest;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Token, TokenRequest, signer::Signer, token_endpoint};
use crate::{
    clock::unix_seconds,
    error::{Result, SignInBy},
    secret::Secret,
};

/// How long an assertion may be used; ten minutes is the most that is taken.
const LIFETIME: i64 = 10 * 60;
const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A token for the application `client_id`, which `assertion` proves to be itself.
///
/// # Errors
/// `Credential` with the service's reason, or a connection error.
pub async fn exchange(
    request: &TokenRequest<'_>,
    client_id: &str,
    assertion: &Secret,
) -> Result<Token> {
    let claims = token_endpoint::claims(request.claims);
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", client_id),
        ("client_assertion_type", ASSERTION_TYPE),
        ("client_assertion", assertion.expose()),
        ("scope", request.scope),
        ("claims", &claims),
    ];
    let answer = token_endpoint::post(request, "token", &fields).await?;
    if !answer.ok {
        let who = SignInBy::Application(client_id.to_owned());
        return Err(answer.refusal(who, request));
    }
    answer.token(request)
}

/// A statement for the token endpoint of the request's tenant, signed by `signer`.
///
/// # Errors
/// What the signer answers.
pub fn signed(
    request: &TokenRequest<'_>,
    client_id: &str,
    signer: &dyn Signer,
    send_chain: bool,
) -> Result<Secret> {
    let now = unix_seconds(request.world.clock().now());
    let claims = json!({
        "aud": token_endpoint::address(request.cloud, request.tenant, "token"),
        "iss": client_id,
        "sub": client_id,
        "jti": Uuid::new_v4().to_string(),
        "nbf": now,
        "iat": now,
        "exp": now + LIFETIME,
    });
    let certificate = signer.certificate();
    let sha256 = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, certificate));
    let mut header = json!({"alg": "PS256", "typ": "JWT", "x5t#S256": sha256});
    if send_chain {
        let chain: Vec<String> = std::iter::once(certificate.to_vec())
            .chain(signer.chain())
            .map(|der| STANDARD.encode(der))
            .collect();
        header["x5c"] = json!(chain);
    }
    let mut message = encode(&header, &claims);
    let signature = if let Ok(signature) = signer.sign_ps256(message.as_bytes()) {
        signature
    } else {
        // Keys of older providers cannot do the newer signature; the service takes both.
        header["alg"] = json!("RS256");
        message = encode(&header, &claims);
        signer.sign_rs256(message.as_bytes())?
    };
    Ok(Secret::new(format!(
        "{message}.{}",
        URL_SAFE_NO_PAD.encode(signature)
    )))
}

fn encode(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", part(header), part(claims))
}
