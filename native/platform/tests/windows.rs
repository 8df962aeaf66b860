//! DPAPI and the certificate store. Runs on Windows, and under Wine in what Wine has.
#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::{
    path::Path,
    ptr::{null, null_mut},
    sync::Mutex,
};

use ring::{
    digest::{SHA1_FOR_LEGACY_USE_ONLY, digest},
    signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256, UnparsedPublicKey},
};
use windows_sys::{
    Win32::{
        Security::Cryptography::{
            AT_KEYEXCHANGE, CERT_CONTEXT, CERT_STORE_ADD_REPLACE_EXISTING,
            CERT_STORE_PROV_SYSTEM_W, CERT_SYSTEM_STORE_CURRENT_USER, CRYPT_DELETEKEYSET,
            CRYPT_INTEGER_BLOB, CRYPT_KEY_PROV_INFO, CRYPT_NEWKEYSET, CRYPT_SILENT,
            CertAddCertificateContextToStore, CertCloseStore, CertCreateCertificateContext,
            CertCreateSelfSignCertificate, CertDeleteCertificateFromStore,
            CertEnumCertificatesInStore, CertOpenStore, CryptAcquireContextW, CryptDestroyKey,
            CryptGenKey, CryptReleaseContext, HCERTSTORE, MS_ENH_RSA_AES_PROV_W,
            MS_ENHANCED_PROV_W, PFXImportCertStore, PKCS12_ALWAYS_CNG_KSP, PROV_RSA_AES,
            PROV_RSA_FULL, X509_ASN_ENCODING,
        },
        System::{
            LibraryLoader::{GetModuleHandleW, GetProcAddress},
            Registry::{HKEY_CURRENT_USER, RegDeleteKeyW},
        },
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

/// A certificate in the user's own store, taken out again at the end.
struct Placed(Vec<u8>);

impl Placed {
    /// # Safety
    /// `certificate` is a certificate.
    unsafe fn new(certificate: *const CERT_CONTEXT) -> Self {
        let store = Store::open();
        // SAFETY: store and certificate are whole; the copy is not asked for.
        let done = unsafe {
            CertAddCertificateContextToStore(
                store.0,
                certificate,
                CERT_STORE_ADD_REPLACE_EXISTING,
                null_mut(),
            )
        };
        assert_ne!(done, 0);
        // SAFETY: it is a certificate.
        Self(unsafe { encoded(certificate) }.to_vec())
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
            let own = unsafe { encoded(found) };
            if own == self.0 {
                // SAFETY: it was found, and deleting takes it over.
                let done = unsafe { CertDeleteCertificateFromStore(found) };
                assert_ne!(done, 0, "{}", std::io::Error::last_os_error());
                break;
            }
        }
        drop(store);
        // Wine forgets to write that; where the store did, there is nothing left to delete.
        let key = format!(
            "Software\\Microsoft\\SystemCertificates\\My\\Certificates\\{}",
            thumbprint(&self.0).to_uppercase()
        );
        let key: Vec<u16> = key.encode_utf16().chain([0]).collect();
        // SAFETY: the name ends with a null.
        unsafe { RegDeleteKeyW(HKEY_CURRENT_USER, key.as_ptr()) };
    }
}

/// # Safety
/// `certificate` is a certificate that lives as long as the answer.
unsafe fn encoded<'a>(certificate: *const CERT_CONTEXT) -> &'a [u8] {
    // SAFETY: as this function's contract says.
    let own = unsafe { &*certificate };
    let length = usize::try_from(own.cbCertEncoded).unwrap();
    // SAFETY: it has that many bytes as long as it lives.
    unsafe { std::slice::from_raw_parts(own.pbCertEncoded, length) }
}

/// Wine answers to this name.
fn under_wine() -> bool {
    // SAFETY: the name ends with a null, and this library is in every process.
    let library = unsafe { GetModuleHandleW(w!("ntdll.dll")) };
    // SAFETY: the library is loaded, and the name ends with a null.
    unsafe { GetProcAddress(library, c"wine_get_version".as_ptr().cast()) }.is_some()
}

/// The certificate of the file with its key in CNG, as a person has it who double-clicks the file on Windows 11.
fn import() -> Placed {
    let file = CRYPT_INTEGER_BLOB {
        cbData: u32::try_from(PFX.len()).unwrap(),
        pbData: PFX.as_ptr().cast_mut(),
    };
    // SAFETY: the file is only read, and the password ends with a null.
    let store = unsafe { PFXImportCertStore(&raw const file, w!("test"), PKCS12_ALWAYS_CNG_KSP) };
    assert!(!store.is_null(), "{}", std::io::Error::last_os_error());
    // SAFETY: the store is open.
    let found = unsafe { CertEnumCertificatesInStore(store, null()) };
    assert!(!found.is_null());
    // SAFETY: it is a certificate.
    unsafe { Placed::new(found) }
}

/// A new key with a provider from before CNG and a certificate for it, with the public key.
fn legacy(container: &str, provider: *const u16, kind: u32) -> (Placed, Vec<u8>) {
    let container: Vec<u16> = container.encode_utf16().chain([0]).collect();
    let mut handle = 0;
    let mut acquire = |flags| {
        // SAFETY: both names end with a null, and `handle` can be written.
        unsafe {
            CryptAcquireContextW(
                &raw mut handle,
                container.as_ptr(),
                provider,
                kind,
                flags | CRYPT_SILENT,
            )
        }
    };
    // One that an earlier run left behind.
    acquire(CRYPT_DELETEKEYSET);
    assert_ne!(acquire(CRYPT_NEWKEYSET), 0);
    let mut key = 0;
    // SAFETY: the provider is open, and `key` can be written; the flags have the length in bits above.
    let made = unsafe { CryptGenKey(handle, AT_KEYEXCHANGE, 2048 << 16, &raw mut key) };
    assert_ne!(made, 0);
    let own = CRYPT_KEY_PROV_INFO {
        pwszContainerName: container.as_ptr().cast_mut(),
        pwszProvName: provider.cast_mut(),
        dwProvType: kind,
        dwFlags: 0,
        cProvParam: 0,
        rgProvParam: null_mut(),
        dwKeySpec: AT_KEYEXCHANGE,
    };
    // CN=AzIR
    let name = b"\x30\x0F\x31\x0D\x30\x0B\x06\x03\x55\x04\x03\x0C\x04AzIR";
    let subject = CRYPT_INTEGER_BLOB {
        cbData: u32::try_from(name.len()).unwrap(),
        pbData: name.as_ptr().cast_mut(),
    };
    // SAFETY: all that is given is whole and only read; what is null has a default.
    let certificate = unsafe {
        CertCreateSelfSignCertificate(
            handle,
            &raw const subject,
            0,
            &raw const own,
            null(),
            null(),
            null(),
            null(),
        )
    };
    assert!(
        !certificate.is_null(),
        "{}",
        std::io::Error::last_os_error()
    );
    // SAFETY: it was just made.
    let info = unsafe { &*(*certificate).pCertInfo };
    let public = &info.SubjectPublicKeyInfo.PublicKey;
    let length = usize::try_from(public.cbData).unwrap();
    // SAFETY: it has that many bytes as long as the certificate lives.
    let public = unsafe { std::slice::from_raw_parts(public.pbData, length) }.to_vec();
    // SAFETY: it is a certificate.
    let placed = unsafe { Placed::new(certificate) };
    // SAFETY: the key is ours.
    unsafe { CryptDestroyKey(key) };
    // SAFETY: the provider is ours.
    unsafe { CryptReleaseContext(handle, 0) };
    (placed, public)
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
    let refused = open("two", "dpapi", &sealed.bytes).unwrap_err().to_string();
    assert!(refused.starts_with("DPAPI answered: "), "{refused}");
    let mut changed = sealed.bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(open("one", "dpapi", &changed).is_err());
    assert!(open("one", "dpapi", b"").is_err());
    let other = open("one", "keychain", &sealed.bytes).unwrap_err();
    let other = azir_core::error::Error::from(other).message();
    assert_eq!(
        other,
        "they were protected by 'keychain', which this system does not have"
    );
}

/// The user's store is one for all tests of this file.
static STORE: Mutex<()> = Mutex::new(());

#[test]
fn a_certificate_of_the_store_signs_and_its_key_stays_there() {
    let _turn = STORE.lock().unwrap();
    let store = azir_platform::certificates().unwrap();
    for (container, provider, kind) in [
        ("azir-test-new", MS_ENH_RSA_AES_PROV_W, PROV_RSA_AES),
        // This one has no SHA-256 of its own.
        ("azir-test-old", MS_ENHANCED_PROV_W, PROV_RSA_FULL),
    ] {
        let (placed, public) = legacy(container, provider, kind);
        let wanted = thumbprint(&placed.0);
        // As the certificate dialogue shows it, with the mark that it puts in front.
        let spaced = format!("\u{200E}{} {}", &wanted[..2], &wanted[2..]);
        let signer = store.find(&spaced).unwrap();
        assert_eq!(signer.certificate(), placed.0);
        assert!(signer.chain().is_empty());
        let signature = signer.sign_rs256(b"message").unwrap();
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &public)
            .verify(b"message", &signature)
            .unwrap();
        // Windows reaches such keys through CNG, Wine does not.
        match signer.sign_ps256(b"message") {
            Ok(signature) => UnparsedPublicKey::new(&RSA_PSS_2048_8192_SHA256, &public)
                .verify(b"message", &signature)
                .unwrap(),
            Err(error) => assert!(error.to_string().contains("which has no PSS"), "{error}"),
        }
        drop(placed);
        assert!(store.find(&wanted).is_err());
    }
}

#[test]
fn a_key_of_cng_signs_both_ways() {
    if under_wine() {
        // Its import of PFX files knows no CNG.
        return;
    }
    let _turn = STORE.lock().unwrap();
    let _placed = import();
    let store = azir_platform::certificates().unwrap();
    let signer = store.find(&thumbprint(CERTIFICATE)).unwrap();
    let signature = signer.sign_rs256(b"message").unwrap();
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, PUBLIC_KEY)
        .verify(b"message", &signature)
        .unwrap();
    let signature = signer.sign_ps256(b"message").unwrap();
    UnparsedPublicKey::new(&RSA_PSS_2048_8192_SHA256, PUBLIC_KEY)
        .verify(b"message", &signature)
        .unwrap();
}

#[test]
fn a_certificate_that_is_missing_or_has_no_key_is_told() {
    let _turn = STORE.lock().unwrap();
    let store = azir_platform::certificates().unwrap();
    let wanted = thumbprint(CERTIFICATE);
    // One that an earlier run left behind.
    drop(Placed(CERTIFICATE.to_vec()));
    let missing = store.find(&wanted).unwrap_err().to_string();
    assert_eq!(
        missing,
        format!(
            "There is no certificate '{}' in CurrentUser\\My or LocalMachine\\My. Get-ChildItem Cert:\\CurrentUser\\My \
             shows what there is.",
            wanted.to_uppercase()
        )
    );
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
    let _placed = unsafe { Placed::new(bare) };
    let keyless = store.find(&wanted).unwrap_err().to_string();
    assert!(
        keyless.contains("has no private key that can be used here: "),
        "{keyless}"
    );
}

#[test]
fn what_is_no_thumbprint_is_refused() {
    let store = azir_platform::certificates().unwrap();
    for wrong in ["", "abc", &"g".repeat(40), &"a".repeat(42)] {
        let error = store.find(wrong).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("'{wrong}' is not a thumbprint: it has 40 hexadecimal digits.")
        );
    }
}
