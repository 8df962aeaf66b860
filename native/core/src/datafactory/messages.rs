//! The words of upstream's cmdlets, typing errors included: scripts match on them.

/// Asked before an existing runtime is written.
#[must_use]
pub fn runtime_exists(name: &str, factory: &str) -> String {
    format!(
        "An integration runtime with the name {name} in the data factory {factory} exists. \nContinuing \
         execution may overwrite the existing one. \nAre you sure you want to continue?"
    )
}

/// What `Set-` does, for creations too.
#[must_use]
pub fn runtime_updating(name: &str, factory: &str) -> String {
    format!("Updating integration runtime '{name}' in data factory '{factory}'.")
}

/// Asked before a runtime or its links are removed.
#[must_use]
pub fn runtime_confirm_removal(name: &str, factory: &str) -> String {
    format!(
        "Are you sure you want to remove integration runtime '{name}' in data factory '{factory}'?"
    )
}

/// What `Remove-` does.
#[must_use]
pub fn runtime_removing(name: &str, factory: &str) -> String {
    format!("Removing the integration runtime '{name}' in the data factory '{factory}'.")
}

/// The warning when there was nothing to remove.
#[must_use]
pub fn runtime_not_found(name: &str, factory: &str) -> String {
    format!("Integration runtime '{name}' does not exist in the data factory '{factory}'.")
}

/// Asked before a key is made anew.
#[must_use]
pub fn continue_regenerate_key(key: &str, name: &str) -> String {
    format!(
        "Continuing execution will renegerate the authentication key '{key}' of integration runtime {name}. \
         This operation will invalidate the existing authentication key.\nAre you sure you want to continue?"
    )
}

/// What `New-…Key` does.
#[must_use]
pub fn regenerate_key(key: &str, name: &str) -> String {
    format!("Renegerate the authentication key '{key}' of integration runtime {name}.")
}

/// `-Type` differs from what exists.
#[must_use]
pub fn runtime_wrong_type(name: &str) -> String {
    format!(
        "The value for pramater 'Type' is different with existing integration runtime with name {name}."
    )
}

/// `-Type` is missing on creation.
pub const NEED_RUNTIME_TYPE: &str =
    "Pramater 'Type' must be provided when creating new integration runtime.";

/// `-AuthKey` on something that exists.
#[must_use]
pub fn auth_key_not_allowed(name: &str) -> String {
    format!(
        "Updating the authentication key of linked integration runtime '{name}' is not allowed."
    )
}

/// A managed runtime cannot be shared or linked.
pub const INVALID_SHARING: &str = "Only self-hosted integration runtime can be shared.";
/// One of `-VNetId` and `-Subnet` is missing.
pub const INVALID_VNET: &str = "Both VNetId and Subnet must be set.";
/// `-SubnetId` together with the other two.
pub const SUBNET_ID_ALONE: &str = "When subnetId as VNet property of Azure - SSIS integration runtime is \
    provided, the other subnet and vnetId properties must be empty.";
/// Express without `-SubnetId`.
pub const EXPRESS_NEEDS_SUBNET: &str =
    "SubnetId must be set for express Azure-SSIS integration runtime.";
/// Public addresses without a network.
pub const SUBNET_NOT_PROVIDED: &str = "Please provide a subnet resource ID to bring static public IP \
    addresses for your Azure-SSIS Integration Runtime.";
/// Not two public addresses.
pub const INVALID_PUBLIC_IP_COUNT: &str =
    "Please provide two static public IP addresses for your Azure-SSIS Integration Runtime.";
/// The catalog password is too long.
pub const PASSWORD_TOO_LONG: &str = "The password exceeds maximum length of '128'";

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

/// What `Start-` does.
#[must_use]
pub fn runtime_starting(name: &str, factory: &str) -> String {
    format!("Starting integration runtime '{name}' in data factory '{factory}'.")
}

/// What `Stop-` does.
#[must_use]
pub fn runtime_stopping(name: &str, factory: &str) -> String {
    format!("Stopping integration runtime '{name}' in data factory '{factory}'.")
}

/// A long-running operation failed, or how it does could not be read.
pub const LONG_RUNNING_STATUS_ERROR: &str = "An error occurred while requesting the status of Integration \
    Runtime, but you can manually execute the following command: Get-AzDataFactoryV2IntegrationRuntime \
    -DataFactoryName MyDataFactory -ResourceGroupName MyResourceGroup -Name MyIR -Status";

/// Asked before a node is removed.
#[must_use]
pub fn node_confirm_removal(node: &str, name: &str) -> String {
    format!("Are you sure you want to remove node {node} in integration runtime '{name}''?")
}

/// What `Remove-…Node` does.
#[must_use]
pub fn node_removing(node: &str, name: &str) -> String {
    format!("Removing the node {node} in integration runtime '{name}'.")
}

/// The warning when there was no node to remove.
#[must_use]
pub fn node_not_found(node: &str, name: &str) -> String {
    format!("The node '{node}' does not exist in integration runtime '{name}'.")
}

/// What `Update-…Node` does.
#[must_use]
pub fn node_updating(node: &str) -> String {
    format!("Updating integration runtime node {node}.")
}

/// Asked before credentials are synchronised.
#[must_use]
pub fn sync_confirm(name: &str) -> String {
    format!("Are you sure you want to sync node credentials in integration runtime '{name}'.")
}

/// What `Sync-…Credential` does.
#[must_use]
pub fn syncing(name: &str) -> String {
    format!("Syncing node credentials in integration runtime '{name}'.")
}

/// What `Invoke-…Upgrade` does.
#[must_use]
pub fn upgrading(name: &str) -> String {
    format!("Upgrading integration runtime '{name}'.")
}

/// `Update-` of something else than a self-hosted runtime.
pub const NOT_SELF_HOSTED: &str = "The resource is not a valid self-hosted integration runtime.";
/// `Update-` with nothing to update.
pub const NO_VALID_PARAMETERS: &str = "No valid parameters.";
/// `-IpAddress` for a node that is Azure's own.
pub const NO_IP_ADDRESS: &str =
    "The SSIS-Azure integration runtime does not support getting IP address of node.";

/// No node has this name, or this id in a managed runtime.
#[must_use]
pub fn node_missing(managed: bool, node: &str, name: &str) -> String {
    let what = if managed { "ID" } else { "name" };
    format!("The node with node {what} {node} in integration runtime {name} was not found.")
}

/// What `New-…Link` does.
#[must_use]
pub fn link_creating(name: &str, factory: &str, linked: &str) -> String {
    format!(
        "Creating a link to integration runtime '{name}' in data factory '{factory}' for data factory '{linked}'."
    )
}
