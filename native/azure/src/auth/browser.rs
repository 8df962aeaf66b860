//! The sign-in page in the user's browser: its answer comes back to a loopback port, and only the one who asked can
//! use it (PKCE).
//!
//! Protocol: <https://www.rfc-editor.org/rfc/rfc8252> and <https://www.rfc-editor.org/rfc/rfc7636>.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    digest,
    rand::{SecureRandom, SystemRandom},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use url::{Url, form_urlencoded};

use super::{TokenRequest, token_endpoint, user::CLIENT_ID};
use crate::{
    error::{ErrorContext, Result},
    secret::Secret,
};

/// How long a user may take to sign in.
const PATIENCE: Duration = Duration::from_secs(5 * 60);
/// The longest request of a browser that is read.
const LONGEST: usize = 32 * 1024;

/// The authorization code that the sign-in page returned.
#[derive(Debug)]
pub struct AuthorizationCode {
    /// The code to be redeemed.
    pub code: Secret,
    /// The redirect URI that received it.
    pub redirect: String,
    /// What proves that it was asked for here.
    pub verifier: Secret,
}

/// Shows the sign-in page and waits for its answer; nothing when no browser can be shown.
///
/// # Errors
/// `Credential` when the sign-in was declined, failed or took too long.
pub async fn authorize(
    request: &TokenRequest<'_>,
    scope: &str,
    login_hint: Option<&str>,
) -> Result<Option<AuthorizationCode>> {
    let Some(programs) = request.world.programs() else {
        return Ok(None);
    };
    let Ok(listener) = TcpListener::bind(("127.0.0.1", 0)).await else {
        return Ok(None);
    };
    let Ok(own) = listener.local_addr() else {
        return Ok(None);
    };
    let redirect = format!("http://localhost:{}", own.port());
    let verifier = random()?;
    let state = random()?;
    let challenge = digest::digest(&digest::SHA256, verifier.expose().as_bytes());
    let claims = token_endpoint::claims(request.claims);
    let mut page = token_endpoint::endpoint(request, "authorize")?;
    page.query_pairs_mut()
        .append_pair("client_id", CLIENT_ID)
        .append_pair("response_type", "code")
        .append_pair("redirect_uri", &redirect)
        .append_pair("scope", scope)
        .append_pair("state", state.expose())
        .append_pair("code_challenge", &URL_SAFE_NO_PAD.encode(challenge))
        .append_pair("code_challenge_method", "S256")
        .append_pair("claims", &claims);
    match login_hint {
        Some(hint) => page.query_pairs_mut().append_pair("login_hint", hint),
        None => page
            .query_pairs_mut()
            .append_pair("prompt", "select_account"),
    };
    // The page may be answered before the program that shows it has ended.
    let shown = programs.open(page.as_str());
    let application = request.world.application();
    let returned = answer(&listener, state.expose(), application);
    tokio::pin!(shown, returned);
    let mut open = false;
    let patience = request.world.clock().sleep(PATIENCE);
    tokio::pin!(patience);
    loop {
        tokio::select! {
            biased;
            code = &mut returned => {
                return code.map(|code| Some(AuthorizationCode { code, redirect, verifier }));
            }
            works = &mut shown, if !open => {
                if !works {
                    return Ok(None);
                }
                open = true;
                request
                    .progress
                    .verbose("The sign-in page is open in the browser; waiting for its answer.")
                    .await?;
            }
            () = &mut patience => {
                return Err(ErrorContext::BrowserTimeout.into());
            }
        }
    }
}

/// 43 random characters, too many to guess.
fn random() -> Result<Secret> {
    let mut bytes = zeroize::Zeroizing::new([0_u8; 32]);
    SystemRandom::new()
        .fill(bytes.as_mut_slice())
        .map_err(|_| ErrorContext::NoRandomBytes)?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(bytes.as_slice())))
}

/// Answers the browser until the page's answer to `state` has come; anything else on the port is turned away.
async fn answer(listener: &TcpListener, state: &str, application: &str) -> Result<Secret> {
    loop {
        let Ok((mut stream, _)) = listener.accept().await else {
            continue;
        };
        let Ok(Some(target)) =
            tokio::time::timeout(Duration::from_secs(10), read_target(&mut stream)).await
        else {
            continue;
        };
        let outcome = read_answer(target.expose(), state);
        let (status, text) = match &outcome {
            Some(Ok(_)) => ("200 OK", "You are signed in. This page can be closed."),
            Some(Err(_)) => (
                "200 OK",
                "The sign-in failed. The program says why; this page can be closed.",
            ),
            None => ("404 Not Found", "There is nothing here."),
        };
        reply(&mut stream, status, application, text).await;
        if let Some(outcome) = outcome {
            return outcome;
        }
    }
}

/// The target of a GET request, such as `/?code=…`.
async fn read_target(stream: &mut TcpStream) -> Option<Secret> {
    let mut bytes = zeroize::Zeroizing::new(vec![0_u8; LONGEST]);
    let mut length = 0;
    while length < bytes.len() {
        let read = stream.read(&mut bytes[length..]).await.ok()?;
        if read == 0 {
            return None;
        }
        length += read;
        if bytes[..length]
            .windows(4)
            .any(|window| window == b"\r\n\r\n")
        {
            let text = std::str::from_utf8(&bytes[..length]).ok()?;
            let line = text.lines().next()?;
            let target = line.strip_prefix("GET ")?.split(' ').next()?;
            return Some(Secret::new(target.to_owned()));
        }
    }
    None
}

/// The code, or why there is none; nothing when this is not the answer that is waited for.
fn read_answer(target: &str, state: &str) -> Option<Result<Secret>> {
    let url = Url::parse("http://localhost/").ok()?.join(target).ok()?;
    if url.path() != "/" {
        return None;
    }
    let value = |name: &str| {
        form_urlencoded::parse(url.query().unwrap_or_default().as_bytes())
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.into_owned())
    };
    if value("state")? != state {
        return None;
    }
    if let Some(code) = value("code") {
        return Some(Ok(Secret::new(code)));
    }
    let error = value("error")?;
    let declined = error == "access_denied" && value("error_subcode").is_some();
    let context = if declined {
        ErrorContext::BrowserCancelled
    } else {
        let reason = value("error_description").unwrap_or(error);
        ErrorContext::BrowserRefused {
            reason: token_endpoint::first_line(&reason).to_owned(),
        }
    };
    Some(Err(context.into()))
}

async fn reply(stream: &mut TcpStream, status: &str, application: &str, text: &str) {
    let body = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{application}</title></head>\
         <body><p>{text}</p></body></html>"
    );
    // The code is in the page's address: it must go nowhere from there.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Referrer-Policy: no-referrer\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    // The sign-in does not depend on whether the browser reads the page.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(body.as_bytes()).await;
    let _ = stream.shutdown().await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_answer_to_ones_own_question_counts() {
        let code = |target: &str| read_answer(target, "s").map(|outcome| outcome.unwrap());
        assert_eq!(code("/?code=a%2Bb&state=s").unwrap().expose(), "a+b");
        assert!(code("/?code=a&state=other").is_none());
        assert!(code("/favicon.ico?state=s&code=a").is_none());
        assert!(code("/?code=a").is_none());
        assert!(code("http://evil.example/other?code=a&state=s").is_none());
        let failed = read_answer(
            "/?error=x&error_description=AADSTS65004%3a+No.&state=s",
            "s",
        );
        assert!(matches!(
            *failed.unwrap().unwrap_err().context,
            ErrorContext::BrowserRefused { reason } if reason == "AADSTS65004: No."
        ));
    }
}
