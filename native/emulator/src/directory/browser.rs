//! Sign-in in a browser: the page that returns an authorization code, and the redemption of the code.
//!
//! The setting `browser` stands for the decision of the person.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use url::Url;

use super::errors::SignInError;
use super::form::Form;
use super::people;
use crate::clock;
use crate::random;
use crate::wire::{Reply, Request, escape};
use crate::world::directory::AuthorizationCode;
use crate::world::{BrowserDecision, World};

const LIFETIME_SECONDS: u64 = 600;

/// Answers the browser: back to the application, or a page that says why not.
pub fn authorize(world: &mut World, request: &Request, name: &str) -> Reply {
    match decide(world, request, name) {
        Ok(reply) => reply,
        Err(refusal) => refusal.into_page(),
    }
}

fn decide(world: &mut World, request: &Request, name: &str) -> Result<Reply, SignInError> {
    let asked = |name: &str| request.query(name).filter(|value| !value.is_empty());
    let need = |name: &str| asked(name).ok_or_else(|| SignInError::missing(name));
    let tenant = world
        .directory
        .tenant(name)
        .cloned()
        .ok_or_else(|| SignInError::tenant(name))?;
    let client_id = need("client_id")?;
    if world.directory.application(client_id).is_none() {
        return Err(SignInError::application(client_id, &tenant.display_name));
    }
    let redirect_uri = need("redirect_uri")?;
    let back = loopback(redirect_uri).ok_or_else(|| {
        SignInError::new(
            "invalid_request",
            50011,
            format!(
                "The redirect URI '{redirect_uri}' specified in the request does not match the redirect URIs \
                 configured for the application \
                 '{client_id}'. Make sure the redirect URI sent in the request matches one added to your application \
                 in the Azure portal."
            ),
        )
    })?;
    let mode = asked("response_mode").unwrap_or("query");
    let state = asked("state");
    if need("response_type")? != "code" {
        let refusal = SignInError::new(
            "unsupported_response_type",
            700_054,
            "response_type 'id_token' is not enabled for the application.",
        );
        return Ok(refuse(back, mode, state, &refusal));
    }
    let scope = need("scope")?.to_owned();
    let challenge = asked("code_challenge").map(|challenge| {
        let method = asked("code_challenge_method").unwrap_or("plain");
        (method.to_owned(), challenge.to_owned())
    });
    if let Some((method, _)) = &challenge
        && !matches!(method.as_str(), "S256" | "plain")
    {
        let refusal = SignInError::new(
            "invalid_request",
            501_491,
            format!("Invalid code challenge method '{method}'; it must be 'plain' or 'S256'."),
        );
        return Ok(refuse(back, mode, state, &refusal));
    }
    let decision = world.settings.browser;
    match decision {
        BrowserDecision::Ignore => {
            return Ok(Reply::page(
                200,
                "Sign in to your account",
                "Nobody signs in here: the setting 'browser' is 'ignore'.",
            ));
        }
        BrowserDecision::Decline => {
            let refusal = SignInError::new(
                "access_denied",
                65004,
                format!("User declined to consent to access the app '{client_id}'."),
            );
            return Ok(refuse(back, mode, state, &refusal));
        }
        BrowserDecision::Approve | BrowserDecision::WrongState => {}
    }
    let (object_id, _) = people::person(world, &tenant, client_id)?;
    let code = random::opaque();
    let now = clock::now_ms();
    let codes = &mut world.directory.authorization_codes;
    codes.retain(|_, known| known.issued_ms + 2 * LIFETIME_SECONDS * 1000 > now);
    codes.insert(
        code.clone(),
        AuthorizationCode {
            client_id: client_id.to_owned(),
            object_id: object_id.to_owned(),
            redirect_uri: redirect_uri.to_owned(),
            scope,
            challenge,
            nonce: asked("nonce").map(str::to_owned),
            issued_ms: now,
            redeemed: false,
        },
    );
    world.changed = true;
    let other = random::guid();
    let state = if decision == BrowserDecision::WrongState {
        Some(other.as_str())
    } else {
        state
    };
    let session = random::guid();
    let mut fields = vec![("code", code.as_str())];
    fields.extend(state.map(|state| ("state", state)));
    fields.push(("session_state", &session));
    Ok(send_back(back, mode, &fields))
}

/// The address as one on this computer, where alone a browser is sent from here.
fn loopback(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    (url.scheme() == "http" && matches!(host, "localhost" | "127.0.0.1" | "[::1]")).then_some(url)
}

fn refuse(back: Url, mode: &str, state: Option<&str>, refusal: &SignInError) -> Reply {
    let description = format!("AADSTS{}: {}", refusal.number, refusal.message);
    let mut fields = vec![
        ("error", refusal.error),
        ("error_description", description.as_str()),
    ];
    fields.extend(state.map(|state| ("state", state)));
    send_back(back, mode, &fields)
}

fn send_back(mut back: Url, mode: &str, fields: &[(&str, &str)]) -> Reply {
    match mode {
        "form_post" => post_back(&back, fields),
        "fragment" => {
            let fields = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs(fields)
                .finish();
            back.set_fragment(Some(&fields));
            Reply::empty(302).with("location", back.as_str())
        }
        _ => {
            back.query_pairs_mut().extend_pairs(fields);
            Reply::empty(302).with("location", back.as_str())
        }
    }
}

/// A page that posts itself.
fn post_back(back: &Url, fields: &[(&str, &str)]) -> Reply {
    let inputs: Vec<String> = fields
        .iter()
        .map(|(name, value)| {
            format!(
                "<input type=\"hidden\" name=\"{name}\" value=\"{}\">",
                escape(value)
            )
        })
        .collect();
    let mut reply = Reply::page(200, "", "");
    reply.body = bytes::Bytes::from(format!(
        "<!DOCTYPE html><html><head><title>Working...</title></head><body><form method=\"POST\" name=\"hiddenform\" \
         action=\"{}\">{}\
         <noscript><p>Script is disabled. Click Submit to continue.</p><input type=\"submit\" \
         value=\"Submit\"></noscript></form>\
         <script>document.forms[0].submit();</script></body></html>",
        escape(back.as_str()),
        inputs.concat()
    ));
    reply
}

/// The scope and nonce of the code in `form`, which is spent then.
///
/// # Errors
///
/// That the code is not good, or not for this client, address or verifier.
pub fn redeem(
    world: &mut World,
    form: &Form,
    client_id: &str,
) -> Result<(String, Option<String>), SignInError> {
    let refuse = |number, message: String| Err(SignInError::new("invalid_grant", number, message));
    let code = form.need("code")?;
    let redirect_uri = form.need("redirect_uri")?;
    let Some(known) = world
        .directory
        .authorization_codes
        .get_mut(code)
        .filter(|known| known.client_id.eq_ignore_ascii_case(client_id))
    else {
        return refuse(
            70000,
            "The provided value for the 'code' parameter is not valid.".to_owned(),
        );
    };
    if known.redeemed {
        return refuse(
            54005,
            "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing \
             refresh token."
                .to_owned(),
        );
    }
    if known.issued_ms + LIFETIME_SECONDS * 1000 <= clock::now_ms() {
        return refuse(
            70008,
            "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive \
             authorization request \
             for this user and resource."
                .to_owned(),
        );
    }
    if known.redirect_uri != redirect_uri {
        return refuse(
            500_112,
            format!(
                "The reply address '{redirect_uri}' does not match the reply address '{}' provided when requesting \
                 Authorization code.",
                known.redirect_uri
            ),
        );
    }
    if let Some((method, challenge)) = &known.challenge {
        let verifier = form.get("code_verifier").unwrap_or_default();
        let shown = if method == "plain" {
            verifier.to_owned()
        } else {
            URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()))
        };
        if *challenge != shown {
            return refuse(
                501_481,
                "The Code_Verifier does not match the code_challenge supplied in the authorization request."
                    .to_owned(),
            );
        }
    }
    known.redeemed = true;
    world.changed = true;
    Ok((known.scope.clone(), known.nonce.clone()))
}
