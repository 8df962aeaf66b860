//! The words of upstream's runtime cmdlets, typing errors included: scripts match on them.

use super::{place::RuntimePlace, service::Service};

/// Asked before an existing runtime is written.
#[must_use]
pub fn runtime_exists(place: &RuntimePlace) -> String {
    format!(
        "An integration runtime with the name {} in the {} {} exists. \nContinuing execution may overwrite the \
         existing one. \nAre you sure you want to continue?",
        place.name,
        place.parent.service.parent(),
        place.parent.name
    )
}

/// What `Set-` does to a runtime that does not exist; upstream says "Updating" there too.
#[must_use]
pub fn runtime_creating(place: &RuntimePlace) -> String {
    format!("Creating {}.", place.called())
}

/// What `Set-` does to a runtime that exists.
#[must_use]
pub fn runtime_updating(place: &RuntimePlace) -> String {
    format!("Updating {}.", place.called())
}

/// Asked before a runtime or its links are removed.
#[must_use]
pub fn runtime_confirm_removal(place: &RuntimePlace) -> String {
    format!("Are you sure you want to remove {}?", place.called())
}

/// What `Remove-` does.
#[must_use]
pub fn runtime_removing(place: &RuntimePlace) -> String {
    format!(
        "Removing the integration runtime '{}' in the {}.",
        place.name,
        place.parent.called()
    )
}

/// The warning when there was nothing to remove.
#[must_use]
pub fn runtime_not_found(place: &RuntimePlace) -> String {
    format!(
        "Integration runtime '{}' does not exist in the {}.",
        place.name,
        place.parent.called()
    )
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

/// Public addresses without a network, in Synapse.
pub const VNET_NOT_PROVIDED: &str = "Please provide a VNet resource ID and subnet name to bring static public \
    IP addresses for your Azure-SSIS Integration Runtime.";

/// What `Start-` does.
#[must_use]
pub fn runtime_starting(place: &RuntimePlace) -> String {
    format!("Starting {}.", place.called())
}

/// What `Stop-` does.
#[must_use]
pub fn runtime_stopping(place: &RuntimePlace) -> String {
    format!("Stopping {}.", place.called())
}

/// A long-running operation failed, or how it does could not be read.
#[must_use]
pub fn long_running_status_error(service: Service) -> String {
    let group = "-ResourceGroupName MyResourceGroup";
    let parent = match service {
        Service::DataFactory => format!("-DataFactoryName MyDataFactory {group}"),
        Service::Synapse => format!("-WorkspaceName MyWorkspace {group}"),
        Service::Purview => "-AccountName MyAccount".to_owned(),
    };
    format!(
        "An error occurred while requesting the status of Integration Runtime, but you can manually execute the \
         following command: Get-{} {parent} -Name MyIR -Status",
        service.noun()
    )
}

/// The words on a node. Rows of a fleet are of many data factories, so those of a row name the parent, which the words
/// of upstream lack.
#[derive(Clone, Copy, Debug)]
pub struct NodeWords<'a> {
    /// The name of the node.
    pub node: &'a str,
    /// Its integration runtime.
    pub place: &'a RuntimePlace,
    /// Whether a row of the fleet names it.
    pub is_row: bool,
}

impl NodeWords<'_> {
    /// Asked before a node is removed.
    #[must_use]
    pub fn confirm_removal(&self) -> String {
        let (node, name) = (self.node, &self.place.name);
        if self.is_row {
            let place = self.in_fleet();
            return format!("Are you sure you want to remove node {node} in {place}?");
        }
        format!("Are you sure you want to remove node {node} in integration runtime '{name}''?")
    }

    /// What `Remove-…Node` does.
    #[must_use]
    pub fn removing(&self) -> String {
        format!("Removing the node {} in {}.", self.node, self.called())
    }

    /// The warning when there was no node to remove.
    #[must_use]
    pub fn not_found(&self) -> String {
        format!(
            "The node '{}' does not exist in {}.",
            self.node,
            self.called()
        )
    }

    /// What `Update-…Node` does.
    #[must_use]
    pub fn updating(&self) -> String {
        if self.is_row {
            return format!("Updating the node {} in {}.", self.node, self.in_fleet());
        }
        format!("Updating integration runtime node {}.", self.node)
    }

    fn called(&self) -> String {
        if self.is_row {
            return self.in_fleet();
        }
        format!("integration runtime '{}'", self.place.name)
    }

    fn in_fleet(&self) -> String {
        let parent = self.place.parent.called();
        format!("integration runtime '{}' of {parent}", self.place.name)
    }
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
