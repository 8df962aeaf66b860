//! How long a token is valid: the one place that reads or guesses it, and that says when a token is renewed.

use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::{access_token::claims, token_endpoint::number};
use crate::{clock::unix_seconds, secret::Secret};

/// A token is renewed when it has less than this left.
pub const MARGIN: Duration = Duration::from_secs(300);
/// How long a token is used that does not say when it ends, in seconds.
const UNSAID: i64 = 10 * 60;

/// No token is valid for longer than ten years, in seconds: what says so is no sign-in service.
const LONGEST: i64 = 10 * 366 * 24 * 60 * 60;

/// An access token and when it ends.
#[derive(Clone, Debug)]
pub struct Token {
    /// What goes behind `Bearer`.
    pub secret: Secret,
    /// Seconds since 1970.
    pub expires_on: i64,
}

/// What a token answer states about the token's lifetime.
#[derive(Clone, Copy, Debug, Default)]
pub struct IssuerExpiry {
    /// Seconds since 1970.
    pub expires_on: Option<i64>,
    /// Seconds from now on.
    pub expires_in: Option<i64>,
}

impl IssuerExpiry {
    /// Reads `expires_on` and `expires_in` of an issuer's answer; some write dates there, which are passed over.
    ///
    /// # Errors
    /// The text of the one that no token can have: calendars and clocks end before it.
    pub fn read(body: &Value, now: SystemTime) -> Result<Self, String> {
        let read = |name: &str, longest: i64| {
            let value = body.get(name);
            match number(value) {
                Some(number) if (0..=longest).contains(&number) => Ok(Some(number)),
                None if !is_numeric(value) => Ok(None),
                _ => Err(value.map_or_else(String::new, |own| {
                    own.as_str().map_or_else(|| own.to_string(), str::to_owned)
                })),
            }
        };
        Ok(Self {
            expires_on: read("expires_on", unix_seconds(now).saturating_add(LONGEST))?,
            expires_in: read("expires_in", LONGEST)?,
        })
    }
}

/// Whether `value` is a number, or a text of one, however large.
fn is_numeric(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Number(_)) => true,
        Some(Value::String(text)) => text.trim().parse::<f64>().is_ok(),
        _ => false,
    }
}

impl Token {
    /// A token that was acquired just now. It ends when its issuer says, else when the token itself says, else in ten
    /// minutes. Seconds from now on depend on no clock but this computer's, so they count before the token's own claim.
    #[must_use]
    pub fn acquired(secret: Secret, expiry: IssuerExpiry, now: SystemTime) -> Self {
        let now = unix_seconds(now);
        let expires_on = expiry
            .expires_on
            .or_else(|| expiry.expires_in.map(|seconds| now.saturating_add(seconds)))
            .or_else(|| end(&secret))
            .unwrap_or(now + UNSAID);
        Self { secret, expires_on }
    }

    /// A token that the caller brought. One that does not say when it ends is used until it is refused.
    #[must_use]
    pub fn brought(secret: Secret) -> Self {
        Self {
            expires_on: end(&secret).unwrap_or(i64::MAX),
            secret,
        }
    }

    /// Whether it is valid for a while yet.
    #[must_use]
    pub fn is_fresh(&self, now: SystemTime) -> bool {
        let margin = i64::try_from(MARGIN.as_secs()).unwrap_or(0);
        self.expires_on.saturating_sub(margin) > unix_seconds(now)
    }
}

/// When a JWT ends by its `exp` claim, in seconds since 1970; nothing when it does not say.
#[must_use]
pub fn end(token: &Secret) -> Option<i64> {
    claims(token)?.get("exp").and_then(Value::as_i64)
}

/// Whether a JWT says that it has ended.
#[must_use]
pub fn is_over(token: &Secret, now: SystemTime) -> bool {
    end(token).is_some_and(|end| end <= unix_seconds(now))
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    use super::*;

    const NOW: i64 = 1_600_000_000;

    fn now() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000)
    }

    fn token(claims: &str) -> Secret {
        Secret::new(format!("e30.{}.x", URL_SAFE_NO_PAD.encode(claims)))
    }

    #[test]
    fn the_issuers_word_counts_before_the_tokens_own() {
        let with_claim = || token(&format!("{{\"exp\":{}}}", NOW + 1000));
        let end = |secret, expires_on, expires_in| {
            let expiry = IssuerExpiry {
                expires_on,
                expires_in,
            };
            Token::acquired(secret, expiry, now()).expires_on
        };
        assert_eq!(end(with_claim(), Some(NOW + 10), Some(20)), NOW + 10);
        assert_eq!(end(with_claim(), None, Some(20)), NOW + 20);
        assert_eq!(end(with_claim(), None, None), NOW + 1000);
        assert_eq!(end(Secret::new("opaque".into()), None, None), NOW + UNSAID);
    }

    #[test]
    fn a_lifetime_that_no_token_has_is_told_apart() {
        let read = |body: &str| IssuerExpiry::read(&serde_json::from_str(body).unwrap(), now());
        for odd in [
            "9223372036854775807",
            "\"9223372036854775807\"",
            "1e300",
            "\"99999999999999999999\"",
            "-1",
            "315360000000",
            "0.5",
        ] {
            let text = odd.trim_matches('"').replace("1e300", "1e+300");
            for name in ["expires_in", "expires_on"] {
                let outcome = read(&format!("{{\"{name}\":{odd}}}"));
                assert_eq!(outcome.unwrap_err(), text, "{name}");
            }
        }
        let expiry = read(r#"{"expires_in":"3599","expires_on":"06/20/2031 02:57:58 +00:00"}"#);
        let expiry = expiry.unwrap();
        assert_eq!((expiry.expires_on, expiry.expires_in), (None, Some(3599)));
        let expiry = read(r#"{"expires_on":1600003600,"expires_in":null}"#).unwrap();
        assert_eq!(expiry.expires_on, Some(NOW + 3600));
    }

    #[test]
    fn a_token_with_the_least_end_there_is_is_over() {
        let token = Token::brought(token(&format!("{{\"exp\":{}}}", i64::MIN)));
        assert!(!token.is_fresh(now()));
    }

    #[test]
    fn a_token_is_renewed_five_minutes_before_its_end() {
        let fresh = |left: i64| {
            let secret = Secret::new("t".into());
            Token {
                secret,
                expires_on: NOW + left,
            }
            .is_fresh(now())
        };
        assert!(fresh(301) && !fresh(300) && !fresh(-1));
    }

    #[test]
    fn a_token_that_says_nothing_of_its_end_is_not_over() {
        assert!(is_over(&token(&format!("{{\"exp\":{NOW}}}")), now()));
        assert!(!is_over(&token("{}"), now()));
        assert_eq!(Token::brought(token("{}")).expires_on, i64::MAX);
    }
}
