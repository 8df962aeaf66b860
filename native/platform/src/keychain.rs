//! macOS: the key lies in the login keychain.

use security_framework::passwords::{PasswordOptions, generic_password, set_generic_password};
use zeroize::Zeroizing;

use crate::sealing::{Key, KeyPlace};

const SERVICE: &str = "AzIntegrationRuntime";
const ACCOUNT: &str = "kept sign-ins";
/// `errSecItemNotFound`.
const NOT_FOUND: i32 = -25300;

/// The keychain.
#[derive(Debug, Default)]
pub struct SystemKeys;

impl KeyPlace for SystemKeys {
    const NAME: &'static str = "keychain";

    fn find(&self) -> Result<Option<Key>, String> {
        match generic_password(PasswordOptions::new_generic_password(SERVICE, ACCOUNT)) {
            Ok(bytes) => {
                let bytes = Zeroizing::new(bytes);
                let key = <[u8; _]>::try_from(&bytes[..])
                    .map_err(|_| "the keychain's entry is not a key".to_owned())?;
                Ok(Some(Zeroizing::new(key)))
            }
            Err(error) if error.code() == NOT_FOUND => Ok(None),
            Err(error) => Err(format!("the keychain answered: {error}")),
        }
    }

    fn put(&self, key: &Key) -> Result<(), String> {
        set_generic_password(SERVICE, ACCOUNT, &**key)
            .map_err(|error| format!("the keychain answered: {error}"))
    }
}
