//! The words of upstream's factory cmdlets, typing errors included: scripts match on them.

/// Asked before an existing factory is written.
#[must_use]
pub fn factory_exists(name: &str, group: &str) -> String {
    format!(
        "A data factory with the name {name} in the resource group {group} exists. \nContinuing execution may \
         overwrite the exisiting one. \nAre you sure you want to continue?"
    )
}

/// What `Set-AzDataFactoryV2` does.
#[must_use]
pub fn factory_creating(name: &str, group: &str) -> String {
    format!("Creating data factory '{name}' in resource group '{group}'.")
}

/// Asked before a factory is removed.
#[must_use]
pub fn factory_confirm_removal(name: &str, group: &str) -> String {
    format!("Are you sure you want to remove data factory '{name}' in resource group '{group}'?")
}

/// What `Remove-AzDataFactoryV2` does.
#[must_use]
pub fn factory_removing(name: &str, group: &str) -> String {
    format!("Removing data factory '{name}' in resource group '{group}'.")
}

/// The warning when there was no factory to remove.
#[must_use]
pub fn factory_not_found(name: &str, group: &str) -> String {
    format!("Data factory '{name}' does not exist in the resource group '{group}'.")
}

/// The factory did not come to be.
#[must_use]
pub fn factory_provisioning_failed(name: &str) -> String {
    format!("Creation of data factory '{name}' failed.")
}

/// What `Update-AzDataFactoryV2` does; upstream names the target only.
#[must_use]
pub fn factory_updating(name: &str, group: &str) -> String {
    format!("Updating data factory '{name}' in resource group '{group}'.")
}
