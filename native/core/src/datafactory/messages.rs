//! The words of upstream's cmdlets for factories and linked services, typing errors included: scripts match on them.

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

/// Asked before an existing linked service is written.
#[must_use]
pub fn linked_service_exists(name: &str, factory: &str) -> String {
    format!(
        "A linked service with the name {name} in the data factory {factory} exists. \nContinuing execution may \
         overwrite the exisiting one. \nAre you sure you want to continue?"
    )
}

/// The warning when a definition file names another linked service than the cmdlet.
#[must_use]
pub fn linked_service_named_otherwise(name: &str, in_file: &str) -> String {
    const KIND: &str = "Linked service";
    format!(
        "{KIND} name provided using -Name switch: '{name}' in cmdlet doesn't match with {KIND} name: '{in_file}' in \
         JSON file. {KIND} will be created with name: '{name}'"
    )
}

/// What `Set-AzDataFactoryV2LinkedService` does.
#[must_use]
pub fn linked_service_creating(name: &str, factory: &str) -> String {
    format!("Creating linked service '{name}' in data factory '{factory}'.")
}

/// Asked before a linked service is removed.
#[must_use]
pub fn linked_service_confirm_removal(name: &str, factory: &str) -> String {
    format!("Are you sure you want to remove linked service '{name}' in data factory '{factory}'?")
}

/// What `Remove-AzDataFactoryV2LinkedService` does.
#[must_use]
pub fn linked_service_removing(name: &str, factory: &str) -> String {
    format!("Removing linked service '{name}' in data factory '{factory}'.")
}

/// The warning when there was no linked service to remove.
#[must_use]
pub fn linked_service_not_found(name: &str, factory: &str) -> String {
    format!("Linked service '{name}' does not exist in the data factory '{factory}'.")
}
