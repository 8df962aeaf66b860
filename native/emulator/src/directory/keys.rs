//! Public keys of other parties, from certificates, PEM and JSON Web Keys; verifies their signatures.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::digest::{self, SHA1_FOR_LEGACY_USE_ONLY, SHA256};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde_json::{Value, json};
use x509_parser::pem::parse_x509_pem;
use x509_parser::prelude::{FromDer as _, X509Certificate};
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

/// A certificate and what is asked of it.
pub struct Certificate {
    pub sha1: Vec<u8>,
    pub sha256: Vec<u8>,
    pub not_before: u64,
    pub not_after: u64,
    /// Its public key as a JSON Web Key.
    pub key: Value,
}

impl Certificate {
    /// Reads the certificate `der`.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words.
    pub fn read(der: &[u8]) -> Result<Self, String> {
        let (_, certificate) =
            X509Certificate::from_der(der).map_err(|error| format!("no certificate: {error}"))?;
        let seconds = |time: x509_parser::time::ASN1Time| time.timestamp().try_into().unwrap_or(0);
        Ok(Self {
            sha1: digest::digest(&SHA1_FOR_LEGACY_USE_ONLY, der)
                .as_ref()
                .to_vec(),
            sha256: digest::digest(&SHA256, der).as_ref().to_vec(),
            not_before: seconds(certificate.validity().not_before),
            not_after: seconds(certificate.validity().not_after),
            key: web_key(certificate.public_key())?,
        })
    }

    /// Reads a certificate that is kept in base64.
    ///
    /// # Errors
    ///
    /// As [`Certificate::read`].
    pub fn restore(saved: &str) -> Result<Self, String> {
        let der = STANDARD
            .decode(saved)
            .map_err(|error| format!("no base64: {error}"))?;
        Self::read(&der)
    }
}

/// The first certificate in `text`, PEM with or without more around it, as DER.
///
/// # Errors
///
/// That there is none, in words.
pub fn certificate_in(text: &str) -> Result<Vec<u8>, String> {
    let begin = text
        .find("-----BEGIN CERTIFICATE-----")
        .ok_or("there is no 'BEGIN CERTIFICATE' in it")?;
    let (_, pem) =
        parse_x509_pem(&text.as_bytes()[begin..]).map_err(|error| format!("no PEM: {error}"))?;
    Ok(pem.contents)
}

/// The key in `text`, a certificate or a public key in PEM, as a JSON Web Key.
///
/// # Errors
///
/// What is wrong with it, in words.
pub fn key_in(text: &str) -> Result<Value, String> {
    if text.contains("BEGIN CERTIFICATE") {
        return Ok(Certificate::read(&certificate_in(text)?)?.key);
    }
    let (_, pem) = parse_x509_pem(text.as_bytes()).map_err(|error| format!("no PEM: {error}"))?;
    let (_, key) = SubjectPublicKeyInfo::from_der(&pem.contents)
        .map_err(|error| format!("no public key: {error}"))?;
    web_key(&key)
}

fn web_key(key: &SubjectPublicKeyInfo<'_>) -> Result<Value, String> {
    let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    match key.parsed() {
        Ok(PublicKey::RSA(key)) => Ok(json!({
            "kty": "RSA",
            "n": encode(without_zeros(key.modulus)),
            "e": encode(without_zeros(key.exponent)),
        })),
        Ok(PublicKey::EC(point)) if point.data().len() == 65 => Ok(json!({
            "kty": "EC",
            "crv": "P-256",
            "x": encode(&point.data()[1..33]),
            "y": encode(&point.data()[33..]),
        })),
        Ok(_) => Err("only RSA and P-256 keys are known here".to_owned()),
        Err(error) => Err(format!("no public key: {error}")),
    }
}

/// A number without the zeros in front that DER needs for its sign.
fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    &number[zeros..]
}

/// Whether `key` is one that [`verify`] can use.
pub fn is_usable(key: &Value) -> bool {
    let number = |name: &str| bytes(&key[name]).is_some_and(|bytes| !bytes.is_empty());
    match key["kty"].as_str() {
        Some("RSA") => number("n") && number("e"),
        Some("EC") => key["crv"] == "P-256" && number("x") && number("y"),
        _ => false,
    }
}

/// Whether the holder of `key`, a JSON Web Key, signed `message` with the algorithm of that name.
pub fn verify(key: &Value, algorithm: &str, message: &[u8], signature: &[u8]) -> bool {
    check(key, algorithm, message, signature).is_some()
}

fn check(key: &Value, algorithm: &str, message: &[u8], signature: &[u8]) -> Option<()> {
    let kind = key["kty"].as_str()?;
    if kind == "EC" && algorithm == "ES256" {
        let mut point = vec![4];
        point.extend(bytes(&key["x"])?);
        point.extend(bytes(&key["y"])?);
        return UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
            .verify(message, signature)
            .ok();
    }
    let parameters = match algorithm {
        "RS256" => &RSA_PKCS1_2048_8192_SHA256,
        "PS256" => &RSA_PSS_2048_8192_SHA256,
        _ => return None,
    };
    if kind != "RSA" {
        return None;
    }
    let (n, e) = (bytes(&key["n"])?, bytes(&key["e"])?);
    let key = RsaPublicKeyComponents {
        n: without_zeros(&n),
        e: without_zeros(&e),
    };
    key.verify(parameters, message, signature).ok()
}

/// `bytes` as a thumbprint is written.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

fn bytes(value: &Value) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD
        .decode(value.as_str()?.trim_end_matches('='))
        .ok()
}
