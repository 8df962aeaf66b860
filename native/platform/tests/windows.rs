//! DPAPI and the certificate store. Runs on Windows, and under Wine in what Wine has.
#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::{
    path::Path,
    ptr::{null, null_mut},
};

use ring::{
    digest::{SHA1_FOR_LEGACY_USE_ONLY, digest},
    signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256, UnparsedPublicKey},
};
use windows_sys::{
    Win32::Security::Cryptography::{
        CERT_CONTEXT, CERT_STORE_ADD_REPLACE_EXISTING, CERT_STORE_PROV_SYSTEM_W,
        CERT_SYSTEM_STORE_CURRENT_USER, CRYPT_EXPORTABLE, CRYPT_INTEGER_BLOB,
        CertAddCertificateContextToStore, CertCloseStore, CertCreateCertificateContext,
        CertDeleteCertificateFromStore, CertDuplicateCertificateContext,
        CertEnumCertificatesInStore, CertOpenStore, HCERTSTORE, PFXImportCertStore,
        X509_ASN_ENCODING,
    },
    core::w,
};

const PFX: &[u8] = include_bytes!("fixtures/store-test.pfx");
const CERTIFICATE: &[u8] = include_bytes!("fixtures/store-test.cer");
const PUBLIC_KEY: &[u8] = include_bytes!("fixtures/store-test.public.der");

fn thumbprint(certificate: &[u8]) -> String {
    digest(&SHA1_FOR_LEGACY_USE_ONLY, certificate)
        .as_ref()
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// The user's own store, open.
struct Store(HCERTSTORE);

impl Store {
    fn open() -> Self {
        let name: *const u16 = w!("My");
        // SAFETY: the provider is a number of Windows' own, and the name ends with a null.
        let store = unsafe {
            CertOpenStore(
                CERT_STORE_PROV_SYSTEM_W,
                0,
                0,
                CERT_SYSTEM_STORE_CURRENT_USER,
                name.cast(),
            )
        };
        assert!(!store.is_null());
        Self(store)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Wine writes changes only now.
        // SAFETY: the store is ours.
        unsafe { CertCloseStore(self.0, 0) };
    }
}

/// The test's certificate in the user's own store, taken out again at the end.
struct Placed;

impl Placed {
    /// # Safety
    /// `certificate` is a certificate.
    unsafe fn new(certificate: *const CERT_CONTEXT) -> Self {
        let store = Store::open();
        // SAFETY: store and certificate are whole; nobody asks for the copy.
        let done = unsafe {
            CertAddCertificateContextToStore(
                store.0,
                certificate,
                CERT_STORE_ADD_REPLACE_EXISTING,
                null_mut(),
            )
        };
        assert_ne!(done, 0);
        Self
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        let store = Store::open();
        let mut found: *mut CERT_CONTEXT = null_mut();
        loop {
            // SAFETY: the store is open; the one found before is given back by this call.
            found = unsafe { CertEnumCertificatesInStore(store.0, found) };
            if found.is_null() {
                break;
            }
            // SAFETY: it was found.
            let own = unsafe { &*found };
            // SAFETY: it has that many bytes as long as it lives.
            let encoded = unsafe {
                std::slice::from_raw_parts(
                    own.pbCertEncoded,
                    usize::try_from(own.cbCertEncoded).unwrap(),
                )
            };
            if encoded == CERTIFICATE {
                // SAFETY: it was found, and deleting takes it over.
                unsafe { CertDeleteCertificateFromStore(found) };
                break;
            }
        }
    }
}

/// The certificate with its key, as a person who double-clicks the file has it.
fn import() -> Placed {
    let file = CRYPT_INTEGER_BLOB {
        cbData: u32::try_from(PFX.len()).unwrap(),
        pbData: PFX.as_ptr().cast_mut(),
    };
    // SAFETY: the file is only read, and the password ends with a null.
    let store = unsafe { PFXImportCertStore(&raw const file, w!("test"), CRYPT_EXPORTABLE) };
    assert!(!store.is_null(), "{}", std::io::Error::last_os_error());
    // SAFETY: the store is open.
    let found = unsafe { CertEnumCertificatesInStore(store, null()) };
    assert!(!found.is_null());
    // SAFETY: it was found, and takes a reference more.
    let own = unsafe { CertDuplicateCertificateContext(found) };
    // SAFETY: it is a certificate.
    unsafe { Placed::new(own) }
}

#[test]
fn dpapi_opens_what_it_protected_for_the_same_purpose_only() {
    let vault = azir_platform::vault();
    let plain = vec![b'x'; 20_000];
    let sealed = vault.protect(Path::new("."), "one", &plain).unwrap();
    assert_eq!(sealed.protection, "dpapi");
    assert!(sealed.notice.is_none());
    assert!(!sealed.bytes.windows(8).any(|part| part == b"xxxxxxxx"));
    let open = |purpose: &str, protection: &str, bytes: &[u8]| {
        vault.unprotect(Path::new("."), purpose, protection, bytes)
    };
    assert_eq!(*open("one", "dpapi", &sealed.bytes).unwrap(), plain);
    let refused = open("two", "dpapi", &sealed.bytes).unwrap_err().message;
    assert!(refused.starts_with("DPAPI answered: "), "{refused}");
    let mut changed = sealed.bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(open("one", "dpapi", &changed).is_err());
    assert!(open("one", "dpapi", b"").is_err());
    let other = open("one", "keychain", &sealed.bytes).unwrap_err().message;
    assert_eq!(
        other,
        "they were protected by 'keychain', which this system does not have"
    );
}

#[test]
fn a_certificate_of_the_store_signs_and_its_key_stays_there() {
    // One test for all: the store is the user's, and tests run at the same time.
    let store = azir_platform::certificates().unwrap();
    let wanted = thumbprint(CERTIFICATE);
    let missing = store.find(&wanted).unwrap_err().message;
    assert_eq!(
        missing,
        format!(
            "There is no certificate '{}' in CurrentUser\\My or LocalMachine\\My. Get-ChildItem Cert:\\CurrentUser\\My \
             shows what there is.",
            wanted.to_uppercase()
        )
    );

    let placed = import();
    // As the certificate dialogue shows it, with the mark that it puts in front.
    let spaced = format!("\u{200E}{} {}", &wanted[..2], &wanted[2..]);
    let signer = store.find(&spaced).unwrap();
    assert_eq!(signer.certificate(), CERTIFICATE);
    assert!(signer.chain().is_empty());
    let signature = signer.sign_rs256(b"message").unwrap();
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, PUBLIC_KEY)
        .verify(b"message", &signature)
        .unwrap();
    match signer.sign_ps256(b"message") {
        Ok(signature) => UnparsedPublicKey::new(&RSA_PSS_2048_8192_SHA256, PUBLIC_KEY)
            .verify(b"message", &signature)
            .unwrap(),
        // A provider from before CNG; Wine's key store is one.
        Err(error) => assert!(error.message.contains("which has no PSS"), "{error}"),
    }
    assert!(!format!("{signer:?}").is_empty());
    drop(placed);
    assert!(store.find(&wanted).is_err());

    // The certificate alone.
    // SAFETY: the bytes are only read.
    let bare = unsafe {
        CertCreateCertificateContext(
            X509_ASN_ENCODING,
            CERTIFICATE.as_ptr(),
            u32::try_from(CERTIFICATE.len()).unwrap(),
        )
    };
    assert!(!bare.is_null());
    // SAFETY: it is a certificate.
    let placed = unsafe { Placed::new(bare) };
    let keyless = store.find(&wanted).unwrap_err().message;
    assert!(
        keyless.contains("has no private key that can be used here: "),
        "{keyless}"
    );
    drop(placed);
}

#[test]
fn what_is_no_thumbprint_is_refused() {
    let store = azir_platform::certificates().unwrap();
    for wrong in ["", "abc", &"g".repeat(40), &"a".repeat(42)] {
        let error = store.find(wrong).unwrap_err();
        assert_eq!(
            error.message,
            format!("'{wrong}' is not a thumbprint: it has 40 hexadecimal digits.")
        );
    }
}
