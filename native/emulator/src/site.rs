//! What stays the same while the emulator runs: addresses and keys.

use crate::directory::tokens::Signer;

/// The addresses and keys of this process.
pub struct Site {
    /// `https://127.0.0.1:port`, the authority too.
    pub endpoint: String,
    /// What a caller of the managed identity endpoint must send.
    pub identity_header: String,
    pub signer: Signer,
}
