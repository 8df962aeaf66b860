//! Facts that Purview's accounts and their scanning hosts share.

/// The domain of the accounts' hosts. Names below `.localhost` are loopback.
pub const DOMAIN: &str = "purview.localhost";
/// The versions of scanning with integration runtimes, the newest first.
pub const SCAN_VERSIONS: [&str; 2] = ["2023-09-01", "2022-07-01-preview"];

/// Returns whether scanning has a version with this name.
pub fn is_scan_version(version: &str) -> bool {
    SCAN_VERSIONS.contains(&version)
}
