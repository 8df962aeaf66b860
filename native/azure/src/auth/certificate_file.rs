//! Certificate and private key from a file, PFX or PEM.

use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use p12_keystore::{Pkcs12Archive, error::Error as PfxError};
use pkcs8::EncryptedPrivateKeyInfoRef;
use ring::{
    rand::SystemRandom,
    signature::{KeyPair, RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaEncoding, RsaKeyPair},
};
use x509_parser::prelude::{FromDer, X509Certificate};
use zeroize::Zeroizing;

use super::{signer::Signer, unprotected_pfx};
use crate::{
    error::{CertificateFault, Error, ErrorContext, Result},
    files,
    secret::Secret,
};

/// A key in memory with its certificate and those above it.
#[derive(Debug)]
pub struct FileSigner {
    certificate: Vec<u8>,
    chain: Vec<Vec<u8>>,
    key: RsaKeyPair,
}

/// What a file holds, decrypted: keys as PKCS#8 or PKCS#1, certificates in DER.
/// The most bytes of a certificate with its key and chain.
const LARGEST: u64 = 16 << 20;

#[derive(Default)]
struct Content {
    keys: Vec<Zeroizing<Vec<u8>>>,
    certificates: Vec<Vec<u8>>,
}

impl FileSigner {
    /// Reads a certificate with its key.
    ///
    /// # Errors
    /// `InvalidInput` with what is wrong with the file or its password.
    pub fn read(path: &Path, password: Option<&Secret>) -> Result<Self> {
        let shown = path.display().to_string();
        let bytes = files::read(path, LARGEST)
            .map(Zeroizing::new)
            .map_err(|error| refuse(&shown, CertificateFault::Unreadable(error.to_string())))?;
        let is_pem = bytes.windows(11).any(|window| window == b"-----BEGIN ");
        let content = if is_pem {
            read_pem(&shown, &bytes, password)?
        } else {
            read_pfx(&shown, &bytes, password)?
        };
        Self::from_content(&shown, &content)
    }

    fn from_content(shown: &str, content: &Content) -> Result<Self> {
        if content.certificates.is_empty() {
            return Err(refuse(shown, CertificateFault::NoCertificate));
        }
        if content.keys.is_empty() {
            return Err(refuse(shown, CertificateFault::NoKey));
        }
        let keys: Vec<RsaKeyPair> = content
            .keys
            .iter()
            .filter_map(|der| {
                RsaKeyPair::from_pkcs8(der)
                    .or_else(|_| RsaKeyPair::from_der(der))
                    .ok()
            })
            .collect();
        if keys.is_empty() {
            return Err(refuse(shown, CertificateFault::NotRsa));
        }
        for key in keys {
            let own = content.certificates.iter().find(|der| {
                X509Certificate::from_der(der).is_ok_and(|(_, certificate)| {
                    certificate.public_key().subject_public_key.data.as_ref()
                        == key.public_key().as_ref()
                })
            });
            if let Some(certificate) = own {
                return Ok(Self {
                    chain: above(certificate, &content.certificates),
                    certificate: certificate.clone(),
                    key,
                });
            }
        }
        Err(refuse(shown, CertificateFault::OtherKey))
    }

    fn sign(&self, padding: &'static dyn RsaEncoding, message: &[u8]) -> Result<Vec<u8>> {
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key
            .sign(padding, &SystemRandom::new(), message, &mut signature)
            .map_err(|_| ErrorContext::CannotSign)?;
        Ok(signature)
    }
}

impl Signer for FileSigner {
    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn chain(&self) -> Vec<Vec<u8>> {
        self.chain.clone()
    }

    fn sign_rs256(&self, message: &[u8]) -> Result<Vec<u8>> {
        self.sign(&RSA_PKCS1_SHA256, message)
    }

    fn sign_ps256(&self, message: &[u8]) -> Result<Vec<u8>> {
        self.sign(&RSA_PSS_SHA256, message)
    }
}

/// The certificates above `leaf` among `all`, the issuer's first; the root is left out, since every client has it.
fn above(leaf: &[u8], all: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut chain: Vec<Vec<u8>> = Vec::new();
    let mut lowest = leaf.to_vec();
    loop {
        let Ok((_, certificate)) = X509Certificate::from_der(&lowest) else {
            return chain;
        };
        let issuer = all.iter().find(|der| {
            X509Certificate::from_der(der).is_ok_and(|(_, other)| {
                other.subject() == certificate.issuer() && other.subject() != other.issuer()
            })
        });
        match issuer {
            Some(issuer) if !chain.contains(issuer) && issuer.as_slice() != leaf => {
                chain.push(issuer.clone());
                lowest.clone_from(issuer);
            }
            _ => return chain,
        }
    }
}

fn read_pfx(shown: &str, bytes: &[u8], password: Option<&Secret>) -> Result<Content> {
    let given = password.map_or("", Secret::expose);
    let archive = match Pkcs12Archive::from_pkcs12(bytes, given) {
        Ok(archive) => archive,
        // A file without a password is not one with an empty password; which of them it is cannot be seen.
        Err(error) => match given
            .is_empty()
            .then(|| unprotected_pfx::read(bytes))
            .flatten()
        {
            Some(found) if !found.keys.is_empty() => {
                return Ok(Content {
                    keys: found.keys,
                    certificates: found.certificates,
                });
            }
            _ => return Err(pfx_error(shown, &error, password)),
        },
    };
    Ok(Content {
        keys: archive
            .keys
            .iter()
            .map(|bag| Zeroizing::new(bag.key.as_der().to_vec()))
            .collect(),
        certificates: archive
            .certs
            .iter()
            .map(|bag| bag.cert.as_der().to_vec())
            .collect(),
    })
}

fn pfx_error(shown: &str, error: &PfxError, password: Option<&Secret>) -> Error {
    match error {
        PfxError::MacError(_) | PfxError::UnpadError | PfxError::Pkcs5Error(_) => {
            bad_password(shown, password)
        }
        _ => refuse(shown, CertificateFault::Unknown),
    }
}

fn read_pem(shown: &str, bytes: &[u8], password: Option<&Secret>) -> Result<Content> {
    let text = Zeroizing::new(String::from_utf8_lossy(bytes).into_owned());
    let mut content = Content::default();
    for section in text.split("-----BEGIN ").skip(1) {
        let damaged = || refuse(shown, CertificateFault::Damaged);
        let (label, rest) = section.split_once("-----").ok_or_else(damaged)?;
        let (body, _) = rest.split_once("-----END ").ok_or_else(damaged)?;
        if body.contains("Proc-Type:") {
            return Err(refuse(shown, CertificateFault::OldEncryption));
        }
        let body: Zeroizing<String> =
            Zeroizing::new(body.chars().filter(|c| !c.is_ascii_whitespace()).collect());
        let decode = || {
            STANDARD
                .decode(body.as_bytes())
                .map(Zeroizing::new)
                .map_err(|_| damaged())
        };
        match label {
            "CERTIFICATE" => content.certificates.push(decode()?.to_vec()),
            "PRIVATE KEY" | "RSA PRIVATE KEY" | "EC PRIVATE KEY" => content.keys.push(decode()?),
            "ENCRYPTED PRIVATE KEY" => {
                let der = decode()?;
                let encrypted =
                    EncryptedPrivateKeyInfoRef::try_from(der.as_slice()).map_err(|_| damaged())?;
                let plain = encrypted
                    .decrypt(password.map_or("", Secret::expose))
                    .map_err(|_| bad_password(shown, password))?;
                content.keys.push(Zeroizing::new(plain.as_bytes().to_vec()));
            }
            _ => {}
        }
    }
    Ok(content)
}

fn refuse(shown: &str, fault: CertificateFault) -> Error {
    ErrorContext::CertificateFile {
        file: shown.to_owned(),
        fault,
    }
    .into()
}

fn bad_password(shown: &str, password: Option<&Secret>) -> Error {
    let fault = if password.is_some() {
        CertificateFault::WrongPassword
    } else {
        CertificateFault::NoPassword
    };
    refuse(shown, fault)
}
