//! The key that this emulator signs its tokens with (ES256), and the claims of a token that it signed.
//!
//! The signatures are `ring`'s. The crate `jsonwebtoken` is not used: without a backend of its own it signs nothing,
//! and
//! its two backends bring `aws-lc` or the crates `rsa`, `p256` and `rand` a second time. Its checks of `exp` and `nbf`
//! read the system's clock, and this emulator's clock can be put forward.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _,
    UnparsedPublicKey,
};
use serde_json::{Value, json};

/// Signs tokens and knows its own signature again.
pub struct Signer {
    pair: EcdsaKeyPair,
    /// PKCS#8 in base64, to be kept with the state.
    pub saved: String,
    key_id: String,
    /// Tokens whose signature was checked before: checking costs more than all the rest of a request.
    checked: Mutex<HashMap<String, Arc<Claims>>>,
}

/// How many checked tokens are remembered.
const REMEMBERED: usize = 1000;

/// What a token of ours says.
#[derive(Clone, Debug)]
pub struct Claims {
    pub audience: String,
    pub tenant: String,
    pub object_id: String,
    pub application: String,
    /// A person's name, when the token stands for one.
    pub user: Option<String>,
    pub expires: u64,
    /// Its place in the order of issue.
    pub number: u64,
    /// Whether its client understands claims challenges.
    pub continuous: bool,
}

impl Signer {
    /// A signer with a new key.
    ///
    /// # Errors
    ///
    /// When the system's random source fails.
    pub fn generate() -> Result<Self, String> {
        let pkcs8 =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
                .map_err(|_| "no key could be made for signing tokens".to_owned())?;
        Self::from_pkcs8(pkcs8.as_ref())
    }

    /// The signer that was kept with the state.
    ///
    /// # Errors
    ///
    /// When the text is not a key.
    pub fn restore(saved: &str) -> Result<Self, String> {
        let pkcs8 = STANDARD
            .decode(saved)
            .map_err(|error| format!("the signing key in the state file is broken: {error}"))?;
        Self::from_pkcs8(&pkcs8)
    }

    fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, String> {
        let pair = EcdsaKeyPair::from_pkcs8(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            pkcs8,
            &SystemRandom::new(),
        )
        .map_err(|error| format!("the signing key is broken: {error}"))?;
        let digest = ring::digest::digest(&ring::digest::SHA256, pair.public_key().as_ref());
        let key_id = URL_SAFE_NO_PAD.encode(&digest.as_ref()[..20]);
        Ok(Self {
            pair,
            saved: STANDARD.encode(pkcs8),
            key_id,
            checked: Mutex::default(),
        })
    }

    /// The public half as a JSON Web Key.
    pub fn public_jwk(&self) -> Value {
        // An uncompressed point: one byte 4, then x and y.
        let point = &self.pair.public_key().as_ref()[1..];
        json!({
            "kty": "EC", "use": "sig", "alg": "ES256", "crv": "P-256", "kid": self.key_id,
            "x": URL_SAFE_NO_PAD.encode(&point[..32]), "y": URL_SAFE_NO_PAD.encode(&point[32..]),
        })
    }

    /// Signs `payload`.
    pub fn sign(&self, payload: &Value) -> String {
        let header = json!({ "typ": "JWT", "alg": "ES256", "kid": self.key_id });
        let mut token = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(header.to_string()),
            URL_SAFE_NO_PAD.encode(payload.to_string())
        );
        let signature = self
            .pair
            .sign(&SystemRandom::new(), token.as_bytes())
            .expect("signing fails only without randomness, and then nothing here is safe");
        token.push('.');
        token.push_str(&URL_SAFE_NO_PAD.encode(signature));
        token
    }

    /// The claims of `token` if this emulator signed it; nothing is said about its time.
    pub fn verify(&self, token: &str) -> Option<Arc<Claims>> {
        let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(claims) = checked.get(token) {
            return Some(Arc::clone(claims));
        }
        let claims = Arc::new(self.check(token)?);
        if checked.len() >= REMEMBERED {
            checked.clear();
        }
        checked.insert(token.to_owned(), Arc::clone(&claims));
        Some(claims)
    }

    fn check(&self, token: &str) -> Option<Claims> {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, self.pair.public_key().as_ref())
            .verify(signed.as_bytes(), &signature)
            .ok()?;
        let payload = payload(token)?;
        let text = |name: &str| payload[name].as_str().map(str::to_owned);
        Some(Claims {
            audience: text("aud")?,
            tenant: text("tid")?,
            object_id: text("oid")?,
            application: text("appid")?,
            user: text("upn"),
            expires: payload["exp"].as_u64()?,
            number: u64::from_str_radix(payload["uti"].as_str()?, 16).ok()?,
            continuous: payload["xms_cc"].is_array(),
        })
    }
}

/// The payload of any JWT, unverified.
pub fn payload(token: &str) -> Option<Value> {
    let payload = token.split('.').nth(1)?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?).ok()
}
