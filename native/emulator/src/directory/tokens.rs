//! Access tokens: real JWTs, signed with a key of this emulator (ES256).

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

use crate::clock;
use crate::world::World;

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

/// For whom a token is made.
pub struct Subject<'a> {
    pub tenant: &'a str,
    pub object_id: &'a str,
    pub client_id: &'a str,
    pub user: Option<&'a str>,
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

/// Makes an access token for `resource`; `continuous` marks it for continuous access evaluation.
pub fn access_token(
    signer: &Signer,
    world: &mut World,
    subject: &Subject<'_>,
    resource: &str,
    continuous: bool,
) -> (String, u64) {
    world.directory.issued += 1;
    world.changed = true;
    let lifetime = world.settings.token_lifetime_seconds;
    let now = clock::now_seconds();
    let mut payload = json!({
        "aud": resource,
        "iss": format!("https://sts.windows.net/{}/", subject.tenant),
        "iat": now,
        "nbf": now,
        "exp": now + lifetime,
        "appid": subject.client_id,
        "appidacr": if subject.user.is_some() { "0" } else { "1" },
        "idp": format!("https://sts.windows.net/{}/", subject.tenant),
        "idtyp": if subject.user.is_some() { "user" } else { "app" },
        "oid": subject.object_id,
        "sub": subject.object_id,
        "tid": subject.tenant,
        // Real tokens carry an id here that nothing reads; the number lets tokens be refused by age.
        "uti": format!("{:016x}", world.directory.issued),
        "ver": "1.0",
    });
    if let Some(name) = subject.user {
        payload["upn"] = name.into();
        payload["unique_name"] = name.into();
        payload["scp"] = "user_impersonation".into();
    }
    if continuous {
        payload["xms_cc"] = json!(["CP1"]);
    }
    (signer.sign(&payload), lifetime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_token_is_not_known_again() {
        let signer = Signer::generate().unwrap();
        let mut world = World::new();
        let subject = Subject {
            tenant: "t",
            object_id: "o",
            client_id: "c",
            user: None,
        };
        let (token, _) = access_token(
            &signer,
            &mut world,
            &subject,
            "https://management.azure.com",
            false,
        );
        assert_eq!(signer.verify(&token).unwrap().object_id, "o");
        let other = signer.sign(&json!({ "tid": "t" }));
        let forged = format!(
            "{}.{}",
            token.rsplit_once('.').unwrap().0,
            other.rsplit_once('.').unwrap().1
        );
        assert!(signer.verify(&forged).is_none());
        let restored = Signer::restore(&signer.saved).unwrap();
        assert!(restored.verify(&token).is_some());
    }
}
