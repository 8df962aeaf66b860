//! Linux: the key lies in the secret service (GNOME Keyring, `KWallet`, `KeePassXC`), reached through libsecret.
//!
//! libsecret is loaded when it is first needed: servers have none, and linking to it would keep the library from
//! loading there. It is what the other Azure tools use too. Its interface is that of libsecret 0.18 and later:
//! <https://gnome.pages.gitlab.gnome.org/libsecret/>.

use std::{
    ffi::{CStr, c_char, c_int, c_void},
    ptr::{null, null_mut},
    sync::LazyLock,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW, Symbol};
use zeroize::Zeroizing;

use crate::sealing::{Key, KeyPlace};

/// How many attributes a schema has room for.
const ATTRIBUTES: usize = 32;
const LIBRARY: &str = "libsecret-1.so.0";
const ATTRIBUTE: &CStr = c"application";
const VALUE: &CStr = c"AzIntegrationRuntime";
const LABEL: &CStr = c"AzIntegrationRuntime: key of kept sign-ins";

#[repr(C)]
struct Attribute {
    name: *const c_char,
    /// 0: text.
    kind: c_int,
}

/// `SecretSchema`.
#[repr(C)]
struct Schema {
    name: *const c_char,
    flags: c_int,
    attributes: [Attribute; ATTRIBUTES],
    reserved: c_int,
    more: [*mut c_void; 7],
}

// SAFETY: its pointers are null or go to texts that live as long as the program and never change.
unsafe impl Sync for Schema {}

static SCHEMA: Schema = {
    let mut attributes = [const {
        Attribute {
            name: null(),
            kind: 0,
        }
    }; ATTRIBUTES];
    attributes[0].name = ATTRIBUTE.as_ptr();
    Schema {
        name: c"io.github.AzIntegrationRuntime".as_ptr(),
        flags: 0,
        attributes,
        reserved: 0,
        more: [null_mut(); 7],
    }
};

/// `GError`.
#[repr(C)]
struct Fault {
    domain: u32,
    code: c_int,
    message: *const c_char,
}

type Lookup = unsafe extern "C" fn(*const Schema, *mut c_void, *mut *mut Fault, ...) -> *mut c_char;
type Store = unsafe extern "C" fn(
    *const Schema,
    *const c_char,
    *const c_char,
    *const c_char,
    *mut c_void,
    *mut *mut Fault,
    ...
) -> c_int;
type FreePassword = unsafe extern "C" fn(*mut c_char);
type FreeFault = unsafe extern "C" fn(*mut Fault);

/// The functions of libsecret that are used here.
struct Secret {
    lookup: Symbol<Lookup>,
    store: Symbol<Store>,
    free_password: Symbol<FreePassword>,
    free_fault: Symbol<FreeFault>,
    _library: Library,
}

/// Loaded once and never unloaded: it starts threads of its own.
static SECRET: LazyLock<Option<Secret>> = LazyLock::new(load);

fn load() -> Option<Secret> {
    // SAFETY: loading the library runs only its own initialisation.
    let library = unsafe { Library::open(Some(LIBRARY), RTLD_NOW | RTLD_LOCAL) }.ok()?;
    Some(Secret {
        // SAFETY: the functions have these types in the headers of libsecret and GLib. The libraries that libsecret
        // depends on are searched too.
        lookup: unsafe { library.get(c"secret_password_lookup_sync") }.ok()?,
        // SAFETY: as above.
        store: unsafe { library.get(c"secret_password_store_sync") }.ok()?,
        // SAFETY: as above.
        free_password: unsafe { library.get(c"secret_password_free") }.ok()?,
        // SAFETY: as above.
        free_fault: unsafe { library.get(c"g_error_free") }.ok()?,
        _library: library,
    })
}

impl Secret {
    fn get() -> Result<&'static Self, String> {
        SECRET
            .as_ref()
            .ok_or_else(|| "libsecret-1.so.0 is not installed".to_owned())
    }

    /// Takes over an error of `GLib`'s; nothing when there is none.
    fn take(&self, fault: *mut Fault) -> Result<(), String> {
        if fault.is_null() {
            return Ok(());
        }
        // SAFETY: GLib hands out a complete error, or null.
        let message = unsafe { (*fault).message };
        let text = if message.is_null() {
            "unknown error".to_owned()
        } else {
            // SAFETY: the message is a C string that lives as long as the error.
            let message = unsafe { CStr::from_ptr(message) };
            message.to_string_lossy().trim_end_matches('.').to_owned()
        };
        // SAFETY: the error is ours since the call that made it, and is not used after this.
        unsafe { (self.free_fault)(fault) };
        Err(format!("the secret service answered: {text}"))
    }
}

/// The secret service.
#[derive(Debug, Default)]
pub struct SystemKeys;

impl KeyPlace for SystemKeys {
    const NAME: &'static str = "secret-service";

    fn find(&self) -> Result<Option<Key>, String> {
        let secret = Secret::get()?;
        let mut fault = null_mut();
        // SAFETY: the arguments are as libsecret's header has them: the attributes are pairs of C strings that end
        // with a null, nothing cancels, and the place for the error can be written.
        let found = unsafe {
            (secret.lookup)(
                &raw const SCHEMA,
                null_mut(),
                &raw mut fault,
                ATTRIBUTE.as_ptr(),
                VALUE.as_ptr(),
                null::<c_char>(),
            )
        };
        secret.take(fault)?;
        if found.is_null() {
            return Ok(None);
        }
        // SAFETY: it is a C string that is ours until it is given back.
        let text = unsafe { CStr::from_ptr(found) };
        let bytes = Zeroizing::new(STANDARD.decode(text.to_bytes()).unwrap_or_default());
        // SAFETY: libsecret returned it, and is not used after this; libsecret wipes it.
        unsafe { (secret.free_password)(found) };
        let key = <[u8; _]>::try_from(&bytes[..])
            .map_err(|_| "the secret service's entry is not a key".to_owned())?;
        Ok(Some(Zeroizing::new(key)))
    }

    fn put(&self, key: &Key) -> Result<(), String> {
        let secret = Secret::get()?;
        // Room for all of it at once: a buffer that grows leaves its old bytes behind.
        let mut text = Zeroizing::new(String::with_capacity(64));
        STANDARD.encode_string(&key[..], &mut text);
        text.push('\0');
        let mut fault = null_mut();
        // SAFETY: as in `find`. The collection is the default one, and `text` ends with a null.
        unsafe {
            (secret.store)(
                &raw const SCHEMA,
                null(),
                LABEL.as_ptr(),
                text.as_ptr().cast(),
                null_mut(),
                &raw mut fault,
                ATTRIBUTE.as_ptr(),
                VALUE.as_ptr(),
                null::<c_char>(),
            )
        };
        secret.take(fault)
    }
}
