//! Makes the certificate authority of the emulator and the certificate that it serves with.

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

/// The authority as it is kept: certificate and key in PEM.
#[derive(Clone, Serialize, Deserialize)]
pub struct AuthorityKeys {
    pub certificate: String,
    key: String,
}

/// What a listener serves with.
pub struct ServerCertificate {
    pub chain: Vec<CertificateDer<'static>>,
    pub key: PrivateKeyDer<'static>,
}

fn authority_params() -> CertificateParams {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, "azir-emulator authority");
    let mut params = CertificateParams::default();
    params.distinguished_name = name;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![
        KeyUsagePurpose::KeyCertSign,
        KeyUsagePurpose::CrlSign,
        KeyUsagePurpose::DigitalSignature,
    ];
    let now = OffsetDateTime::now_utc();
    params.not_before = now - Duration::days(1);
    params.not_after = now + Duration::days(3650);
    params
}

/// Makes an authority with a P-256 key.
///
/// # Errors
///
/// The library's, in words.
pub fn new_authority() -> Result<AuthorityKeys, rcgen::Error> {
    let key = KeyPair::generate()?;
    let certificate = authority_params().self_signed(&key)?;
    Ok(AuthorityKeys {
        certificate: certificate.pem(),
        key: key.serialize_pem(),
    })
}

/// Makes a certificate for the names of loopback and of Purview accounts, signed by the authority.
///
/// # Errors
///
/// When the kept key is not one.
pub fn issue(authority: &AuthorityKeys) -> Result<ServerCertificate, rcgen::Error> {
    // The issuer's name and key are all a leaf takes from its authority, so the parameters can be made anew.
    let issuer = Issuer::new(authority_params(), KeyPair::from_pem(&authority.key)?);
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::new(vec![
        "localhost".to_owned(),
        format!("*.{}", crate::facts::purview::DOMAIN),
        "127.0.0.1".to_owned(),
        "::1".to_owned(),
    ])?;
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, "localhost");
    params.distinguished_name = name;
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.use_authority_key_identifier_extension = true;
    let now = OffsetDateTime::now_utc();
    params.not_before = now - Duration::days(1);
    // macOS trusts no server certificate that is good for longer than 825 days.
    params.not_after = now + Duration::days(397);
    let certificate = params.signed_by(&key, &issuer)?;
    Ok(ServerCertificate {
        chain: vec![certificate.der().clone()],
        key: PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der())),
    })
}
