//! What could be typed next in a cmdlet for Purview: names of accounts and of their runtimes.

use super::{account, scan::Scan};
use crate::{arm::client::Arm, error::Result, request::member_text};

/// The names of the runtimes of the account that was typed, as far as `most`.
///
/// # Errors
/// What the service answers.
pub async fn runtimes(arm: &Arm<'_>, most: usize) -> Result<Vec<String>> {
    let place = account::of_runtimes(arm).await?;
    let scan = Scan::connect(arm, &place).await?;
    let mut pages = scan.runtimes();
    let mut found = Vec::new();
    while let Some(page) = pages.next().await? {
        found.extend(page.iter().filter_map(|one| member_text(one, "name")));
        if found.len() >= most {
            break;
        }
    }
    found.sort_unstable_by_key(|text| text.to_lowercase());
    Ok(found)
}
