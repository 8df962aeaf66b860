//! Windows: certificates of the user's or the machine's store, whose keys sign without leaving it.

use std::{
    fmt,
    ptr::{null, null_mut},
    slice,
    sync::{Arc, Mutex, PoisonError},
};

use azir_azure::{
    auth::signer::{CertificateStore, Signer},
    error::{Error, ErrorKind, Result},
};
use ring::digest::{SHA256, SHA256_OUTPUT_LEN, digest};
use windows_sys::{
    Win32::Security::Cryptography::{
        BCRYPT_PAD_PKCS1, BCRYPT_PAD_PSS, BCRYPT_PKCS1_PADDING_INFO, BCRYPT_PSS_PADDING_INFO,
        BCRYPT_SHA256_ALGORITHM, CALG_SHA_256, CERT_CHAIN_CACHE_ONLY_URL_RETRIEVAL,
        CERT_CHAIN_CONTEXT, CERT_CHAIN_PARA, CERT_CONTEXT, CERT_FIND_SHA1_HASH,
        CERT_NCRYPT_KEY_SPEC, CERT_STORE_OPEN_EXISTING_FLAG, CERT_STORE_PROV_SYSTEM_W,
        CERT_STORE_READONLY_FLAG, CERT_SYSTEM_STORE_CURRENT_USER, CERT_SYSTEM_STORE_LOCAL_MACHINE,
        CRYPT_ACQUIRE_PREFER_NCRYPT_KEY_FLAG, CRYPT_ACQUIRE_SILENT_FLAG, CRYPT_INTEGER_BLOB,
        CRYPT_MACHINE_KEYSET, CRYPT_SILENT, CertCloseStore, CertDuplicateCertificateContext,
        CertFindCertificateInStore, CertFreeCertificateChain, CertFreeCertificateContext,
        CertGetCertificateChain, CertOpenStore, CryptAcquireCertificatePrivateKey,
        CryptAcquireContextW, CryptCreateHash, CryptDestroyHash, CryptGetProvParam,
        CryptReleaseContext, CryptSetHashParam, CryptSignHashW, HCERTSTORE, HP_HASHVAL,
        NCRYPT_SILENT_FLAG, NCryptFreeObject, NCryptSignHash, PKCS_7_ASN_ENCODING, PP_CONTAINER,
        PP_KEYSET_TYPE, PP_PROVTYPE, PROV_RSA_AES, X509_ASN_ENCODING,
    },
    core::w,
};

use crate::message;

/// The bytes of a SHA-1 thumbprint.
const THUMBPRINT: usize = 20;
const ENCODING: u32 = X509_ASN_ENCODING | PKCS_7_ASN_ENCODING;
/// The stores in the order they are looked through: flag, and the name people know.
const STORES: [(u32, &str); 2] = [
    (CERT_SYSTEM_STORE_CURRENT_USER, "CurrentUser\\My"),
    (CERT_SYSTEM_STORE_LOCAL_MACHINE, "LocalMachine\\My"),
];

/// `CurrentUser\My`, then `LocalMachine\My`.
#[derive(Debug, Default)]
pub struct SystemStore;

impl CertificateStore for SystemStore {
    fn find(&self, thumbprint: &str) -> Result<Arc<dyn Signer>> {
        let hash = parse(thumbprint)?;
        let shown = hash
            .iter()
            .fold(String::new(), |text, byte| format!("{text}{byte:02X}"));
        let mut without_key = None;
        for (flag, name) in STORES {
            let Some(certificate) = look_up(flag, &hash) else {
                continue;
            };
            match PrivateKey::of(&certificate) {
                Ok(key) => {
                    return Ok(Arc::new(StoreSigner {
                        chain: certificate.chain(),
                        encoded: certificate.encoded().to_vec(),
                        key: Mutex::new(key),
                        shown,
                    }));
                }
                Err(reason) => {
                    without_key.get_or_insert((name, reason));
                }
            }
        }
        Err(Error::reason(
            ErrorKind::Credential,
            match without_key {
                Some((store, reason)) => format!(
                    "The certificate '{shown}' in {store} has no private key that can be used here: {reason}. Import \
                     it with its key, or give this user the right to read the key."
                ),
                None => format!(
                    "There is no certificate '{shown}' in CurrentUser\\My or LocalMachine\\My. Get-ChildItem \
                     Cert:\\CurrentUser\\My shows what there is."
                ),
            },
        ))
    }
}

/// The bytes of a thumbprint. What comes with it out of the certificate dialogue (spaces, a mark of direction) is
/// passed over.
fn parse(thumbprint: &str) -> Result<[u8; THUMBPRINT]> {
    let digits: Option<Vec<u8>> = thumbprint
        .chars()
        .filter(|own| !own.is_whitespace() && *own != ':' && *own != '\u{200E}')
        .map(|own| u8::try_from(own.to_digit(16)?).ok())
        .collect();
    digits
        .filter(|digits| digits.len() == THUMBPRINT * 2)
        .and_then(|digits| {
            let bytes: Vec<u8> = digits
                .chunks_exact(2)
                .map(|pair| pair[0] << 4 | pair[1])
                .collect();
            bytes.try_into().ok()
        })
        .ok_or_else(|| {
            Error::reason(
                ErrorKind::InvalidInput,
                format!("'{thumbprint}' is not a thumbprint: it has 40 hexadecimal digits."),
            )
        })
}

/// A certificate of a store.
struct Certificate(*const CERT_CONTEXT);

impl Drop for Certificate {
    fn drop(&mut self) {
        // SAFETY: the context is ours, and is not used after this.
        unsafe { CertFreeCertificateContext(self.0) };
    }
}

impl Certificate {
    fn encoded(&self) -> &[u8] {
        // SAFETY: the context is ours and not null.
        let context = unsafe { &*self.0 };
        // SAFETY: Windows keeps that many bytes there as long as the context lives, and changes none.
        unsafe { slice::from_raw_parts(context.pbCertEncoded, length(context.cbCertEncoded)) }
    }

    /// What stands above it, as far as the machine knows without asking the network.
    fn chain(&self) -> Vec<Vec<u8>> {
        let parameters = CERT_CHAIN_PARA {
            cbSize: u32::try_from(size_of::<CERT_CHAIN_PARA>()).unwrap_or(0),
            ..CERT_CHAIN_PARA::default()
        };
        let mut chain: *mut CERT_CHAIN_CONTEXT = null_mut();
        // SAFETY: the context is ours, the parameters say their size, and `chain` can be written.
        let done = unsafe {
            CertGetCertificateChain(
                null_mut(),
                self.0,
                null(),
                null_mut(),
                &raw const parameters,
                CERT_CHAIN_CACHE_ONLY_URL_RETRIEVAL,
                null(),
                &raw mut chain,
            )
        };
        if done == 0 || chain.is_null() {
            return Vec::new();
        }
        let above = above(chain);
        // SAFETY: the chain is ours, and is not used after this.
        unsafe { CertFreeCertificateChain(chain) };
        above
    }
}

/// The certificates of the first chain but for the lowest.
fn above(chain: *const CERT_CHAIN_CONTEXT) -> Vec<Vec<u8>> {
    // SAFETY: Windows handed it out whole.
    let context = unsafe { &*chain };
    if context.cChain == 0 {
        return Vec::new();
    }
    // SAFETY: there is at least one chain.
    let first = unsafe { *context.rgpChain };
    // SAFETY: as above.
    let first = unsafe { &*first };
    // SAFETY: it says how many elements it has.
    let elements = unsafe { slice::from_raw_parts(first.rgpElement, length(first.cElement)) };
    elements
        .iter()
        .skip(1)
        .map(|&element| {
            // SAFETY: each element is whole as long as the chain lives.
            let certificate = unsafe { (*element).pCertContext };
            // SAFETY: it takes a further reference, given back when the value is dropped.
            let own = unsafe { CertDuplicateCertificateContext(certificate) };
            Certificate(own).encoded().to_vec()
        })
        .collect()
}

fn look_up(location: u32, hash: &[u8; THUMBPRINT]) -> Option<Certificate> {
    let flags = location | CERT_STORE_READONLY_FLAG | CERT_STORE_OPEN_EXISTING_FLAG;
    let name: *const u16 = w!("My");
    // SAFETY: the provider is a number of Windows' own, and the name ends with a null.
    let store: HCERTSTORE =
        unsafe { CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, flags, name.cast()) };
    if store.is_null() {
        return None;
    }
    let wanted = CRYPT_INTEGER_BLOB {
        cbData: u32::try_from(hash.len()).unwrap_or(0),
        // It is only read.
        pbData: hash.as_ptr().cast_mut(),
    };
    // SAFETY: the store is open, and the blob is what this way of finding wants.
    let found = unsafe {
        CertFindCertificateInStore(
            store,
            ENCODING,
            0,
            CERT_FIND_SHA1_HASH,
            (&raw const wanted).cast(),
            null(),
        )
    };
    // SAFETY: the store is ours. A certificate found in it keeps what it needs.
    unsafe { CertCloseStore(store, 0) };
    (!found.is_null()).then_some(Certificate(found))
}

/// A key that signs inside Windows.
#[derive(Debug)]
enum PrivateKey {
    /// Of CNG.
    Cng { handle: usize, owned: bool },
    /// Of a provider from before CNG.
    Legacy {
        provider: usize,
        spec: u32,
        owned: bool,
    },
}

impl Drop for PrivateKey {
    fn drop(&mut self) {
        match *self {
            // SAFETY: the handle is ours, and is not used after this.
            Self::Cng {
                handle,
                owned: true,
            } => {
                unsafe { NCryptFreeObject(handle) };
            }
            // SAFETY: as above.
            Self::Legacy {
                provider,
                owned: true,
                ..
            } => {
                unsafe { CryptReleaseContext(provider, 0) };
            }
            _ => {}
        }
    }
}

impl PrivateKey {
    fn of(certificate: &Certificate) -> std::result::Result<Self, String> {
        let (mut handle, mut spec, mut owned) = (0, 0, 0);
        // SAFETY: the certificate is ours, and the three places can be written. Without the cache flag the handle
        // does not depend on the certificate's life.
        let done = unsafe {
            CryptAcquireCertificatePrivateKey(
                certificate.0,
                CRYPT_ACQUIRE_SILENT_FLAG | CRYPT_ACQUIRE_PREFER_NCRYPT_KEY_FLAG,
                null(),
                &raw mut handle,
                &raw mut spec,
                &raw mut owned,
            )
        };
        if done == 0 {
            return Err(message::last());
        }
        let owned = owned != 0;
        Ok(if spec == CERT_NCRYPT_KEY_SPEC {
            Self::Cng { handle, owned }
        } else {
            Self::Legacy {
                provider: handle,
                spec,
                owned,
            }
            .with_sha256()
        })
    }

    /// The same key through the provider that knows SHA-256, where it lies with one that does not.
    fn with_sha256(self) -> Self {
        let Self::Legacy { provider, spec, .. } = self else {
            return self;
        };
        if number_of(provider, PP_PROVTYPE) == Some(PROV_RSA_AES) {
            return self;
        }
        let machine = number_of(provider, PP_KEYSET_TYPE).unwrap_or(0) & CRYPT_MACHINE_KEYSET;
        let Some(container) = container_of(provider) else {
            return self;
        };
        let mut better = 0;
        // SAFETY: the container's name ends with a null, and `better` can be written.
        let done = unsafe {
            CryptAcquireContextW(
                &raw mut better,
                container.as_ptr(),
                null(),
                PROV_RSA_AES,
                CRYPT_SILENT | machine,
            )
        };
        if done == 0 {
            return self;
        }
        Self::Legacy {
            provider: better,
            spec,
            owned: true,
        }
    }

    fn sign(
        &self,
        hash: &[u8; SHA256_OUTPUT_LEN],
        pss: bool,
    ) -> std::result::Result<Vec<u8>, String> {
        match *self {
            Self::Cng { handle, .. } => sign_cng(handle, hash, pss),
            Self::Legacy { .. } if pss => {
                Err("its key lies with a provider from before CNG, which has no PSS".to_owned())
            }
            Self::Legacy { provider, spec, .. } => sign_legacy(provider, spec, hash),
        }
    }
}

fn sign_cng(
    handle: usize,
    hash: &[u8; SHA256_OUTPUT_LEN],
    pss: bool,
) -> std::result::Result<Vec<u8>, String> {
    let with_pss = BCRYPT_PSS_PADDING_INFO {
        pszAlgId: BCRYPT_SHA256_ALGORITHM,
        cbSalt: u32::try_from(hash.len()).unwrap_or(0),
    };
    let with_pkcs1 = BCRYPT_PKCS1_PADDING_INFO {
        pszAlgId: BCRYPT_SHA256_ALGORITHM,
    };
    let (padding, flag) = if pss {
        ((&raw const with_pss).cast(), BCRYPT_PAD_PSS)
    } else {
        ((&raw const with_pkcs1).cast(), BCRYPT_PAD_PKCS1)
    };
    let call = |signature: &mut [u8], written: &mut u32| {
        let place = if signature.is_empty() {
            null_mut()
        } else {
            signature.as_mut_ptr()
        };
        // SAFETY: the handle is open, the padding is of the kind that the flag names, and the two outputs have the
        // lengths that are given; a null one asks for the length.
        let status = unsafe {
            NCryptSignHash(
                handle,
                padding,
                hash.as_ptr(),
                u32::try_from(hash.len()).unwrap_or(0),
                place,
                u32::try_from(signature.len()).unwrap_or(0),
                written,
                flag | NCRYPT_SILENT_FLAG,
            )
        };
        if status == 0 {
            Ok(())
        } else {
            Err(message::text(status.cast_unsigned()))
        }
    };
    let mut written = 0;
    call(&mut [], &mut written)?;
    let mut signature = vec![0; length(written)];
    call(&mut signature, &mut written)?;
    signature.truncate(length(written));
    Ok(signature)
}

/// A hash of a provider from before CNG.
struct Hash(usize);

impl Drop for Hash {
    fn drop(&mut self) {
        // SAFETY: the handle is ours, and is not used after this.
        unsafe { CryptDestroyHash(self.0) };
    }
}

fn sign_legacy(
    provider: usize,
    spec: u32,
    hash: &[u8; SHA256_OUTPUT_LEN],
) -> std::result::Result<Vec<u8>, String> {
    let mut own = 0;
    // SAFETY: the provider is open, and `own` can be written.
    if unsafe { CryptCreateHash(provider, CALG_SHA_256, 0, 0, &raw mut own) } == 0 {
        return Err(message::last());
    }
    let own = Hash(own);
    // SAFETY: the hash is open, and SHA-256 has as many bytes as are given.
    if unsafe { CryptSetHashParam(own.0, HP_HASHVAL, hash.as_ptr(), 0) } == 0 {
        return Err(message::last());
    }
    let mut size = 0;
    // SAFETY: the hash is open; without a place for the signature only its length is returned.
    if unsafe { CryptSignHashW(own.0, spec, null(), 0, null_mut(), &raw mut size) } == 0 {
        return Err(message::last());
    }
    let mut signature = vec![0; length(size)];
    // SAFETY: as above, with as many bytes as were asked for.
    let done = unsafe {
        CryptSignHashW(
            own.0,
            spec,
            null(),
            0,
            signature.as_mut_ptr(),
            &raw mut size,
        )
    };
    if done == 0 {
        return Err(message::last());
    }
    signature.truncate(length(size));
    // These providers write the number with its lowest byte first.
    signature.reverse();
    Ok(signature)
}

fn number_of(provider: usize, parameter: u32) -> Option<u32> {
    let mut number = [0; 4];
    let mut size = 4;
    // SAFETY: the provider is open, and the place has the bytes that are given.
    let done =
        unsafe { CryptGetProvParam(provider, parameter, number.as_mut_ptr(), &raw mut size, 0) };
    (done != 0 && size == 4).then(|| u32::from_ne_bytes(number))
}

/// The key container's name, ended with a null. Windows tells it in the machine's code page; names that it makes
/// itself are plain.
fn container_of(provider: usize) -> Option<Vec<u16>> {
    let mut size = 0;
    // SAFETY: the provider is open; without a place only the length is returned.
    if unsafe { CryptGetProvParam(provider, PP_CONTAINER, null_mut(), &raw mut size, 0) } == 0 {
        return None;
    }
    let mut name = vec![0u8; length(size)];
    // SAFETY: the place has as many bytes as were asked for.
    let done =
        unsafe { CryptGetProvParam(provider, PP_CONTAINER, name.as_mut_ptr(), &raw mut size, 0) };
    let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
    (done != 0 && name.is_ascii()).then(|| {
        name.iter()
            .map(|byte| u16::from(*byte))
            .chain([0])
            .collect()
    })
}

fn length(number: u32) -> usize {
    usize::try_from(number).unwrap_or(0)
}

/// A certificate of the store and its key.
struct StoreSigner {
    encoded: Vec<u8>,
    chain: Vec<Vec<u8>>,
    key: Mutex<PrivateKey>,
    shown: String,
}

impl fmt::Debug for StoreSigner {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("StoreSigner")
            .field("thumbprint", &self.shown)
            .finish_non_exhaustive()
    }
}

impl StoreSigner {
    fn sign(&self, message: &[u8], pss: bool) -> Result<Vec<u8>> {
        let hash = digest(&SHA256, message);
        let hash = <&[u8; SHA256_OUTPUT_LEN]>::try_from(hash.as_ref())
            .map_err(|_| Error::reason(ErrorKind::System, "SHA-256 has another length."))?;
        let key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        key.sign(hash, pss).map_err(|reason| {
            Error::reason(
                ErrorKind::Credential,
                format!("The certificate '{}' cannot sign: {reason}.", self.shown),
            )
        })
    }
}

impl Signer for StoreSigner {
    fn certificate(&self) -> &[u8] {
        &self.encoded
    }

    fn chain(&self) -> Vec<Vec<u8>> {
        self.chain.clone()
    }

    fn sign_rs256(&self, message: &[u8]) -> Result<Vec<u8>> {
        self.sign(message, false)
    }

    fn sign_ps256(&self, message: &[u8]) -> Result<Vec<u8>> {
        self.sign(message, true)
    }
}
