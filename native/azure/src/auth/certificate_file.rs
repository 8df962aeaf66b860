//! Certificate and private key from a file, PFX or PEM.

use std::{fs, path::Path};

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
    error::{Error, ErrorKind, Result},
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
#[derive(Default)]
struct Content {
    keys: Vec<Zeroizing<Vec<u8>>>,
    certificates: Vec<Vec<u8>>,
}

impl FileSigner {
    /// Reads a certificate with its key.
    ///
    /// # Errors
    /// `InvalidInput` for `CertificatePath` or `CertificatePassword`, with what is wrong and what to do.
    pub fn read(path: &Path, password: Option<&Secret>) -> Result<Self> {
        let shown = path.display().to_string();
        let bytes = fs::read(path).map(Zeroizing::new).map_err(|error| {
            refuse(
                &shown,
                &format!("it could not be read ({error}). Check -CertificatePath"),
            )
        })?;
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
            return Err(refuse(
                shown,
                "it holds no certificate. Give a PFX file, or a PEM file with certificate and private key",
            ));
        }
        if content.keys.is_empty() {
            return Err(refuse(
                shown,
                "it holds a certificate but no private key. Export it with its private key (PFX), or put the key into \
                 the PEM file",
            ));
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
            return Err(refuse(
                shown,
                "its private key is not an RSA key of 2048 to 4096 bits. Use a certificate with such a key: Azure \
                 takes no other for applications",
            ));
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
        Err(refuse(
            shown,
            "its private key does not belong to its certificate. Export both from the same place again",
        ))
    }

    fn sign(&self, padding: &'static dyn RsaEncoding, message: &[u8]) -> Result<Vec<u8>> {
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key
            .sign(padding, &SystemRandom::new(), message, &mut signature)
            .map_err(|_| {
                Error::new(
                    ErrorKind::Credential,
                    "The certificate's private key could not sign.",
                )
            })?;
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

/// The certificates above `leaf` among `all`, the issuer's first; the root, which everybody has, is left out.
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
        _ => refuse(
            shown,
            "it is neither a PFX file that can be read nor a PEM file. Export the certificate again, with its \
             private key",
        ),
    }
}

fn read_pem(shown: &str, bytes: &[u8], password: Option<&Secret>) -> Result<Content> {
    let text = Zeroizing::new(String::from_utf8_lossy(bytes).into_owned());
    let mut content = Content::default();
    for section in text.split("-----BEGIN ").skip(1) {
        let damaged = || refuse(shown, "its PEM text is damaged. Copy or export it again");
        let (label, rest) = section.split_once("-----").ok_or_else(damaged)?;
        let (body, _) = rest.split_once("-----END ").ok_or_else(damaged)?;
        if body.contains("Proc-Type:") {
            return Err(refuse(
                shown,
                "its private key is encrypted in the old way of OpenSSL. Convert it with 'openssl pkcs8 -topk8', or \
                 make a PFX file",
            ));
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

fn refuse(shown: &str, reason: &str) -> Error {
    Error::invalid(
        "CertificatePath",
        format!("The certificate file '{shown}' cannot be used: {reason}."),
    )
}

fn bad_password(shown: &str, password: Option<&Secret>) -> Error {
    let reason = if password.is_some() {
        "the password does not open it. Check -CertificatePassword"
    } else {
        "it is protected by a password. Give it with -CertificatePassword"
    };
    Error::invalid(
        "CertificatePassword",
        format!("The certificate file '{shown}' cannot be used: {reason}."),
    )
}
