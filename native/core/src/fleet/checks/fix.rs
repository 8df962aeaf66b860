//! The next steps: commands with the ids of what they are about, so that they work in any subscription.

use crate::runtimes::service::Service;

/// `text` as a PowerShell literal. PowerShell takes typographic quotes for quotes too.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for own in text.chars() {
        if matches!(own, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(own);
        }
        quoted.push(own);
    }
    quoted.push('\'');
    quoted
}

/// Shows an integration runtime with its status.
pub(super) fn status(id: &str) -> String {
    format!("Get-AzIntegrationRuntime -ResourceId {} -Status", quote(id))
}

/// Shows the integration runtimes of a factory, workspace or account.
pub(super) fn list(id: &str) -> String {
    format!("Get-AzIntegrationRuntime -ResourceId {}", quote(id))
}

/// Switches automatic updates on. Purview has no such operation.
pub(super) fn auto_update(service: Service, id: &str) -> Option<String> {
    let parameter = "-AutoUpdate On";
    (service != Service::Purview).then(|| {
        format!(
            "Update-{} -ResourceId {} {parameter}",
            service.noun(),
            quote(id)
        )
    })
}

/// Updates the nodes. Purview has no such operation.
pub(super) fn upgrade(service: Service, id: &str) -> Option<String> {
    (service != Service::Purview)
        .then(|| format!("Invoke-{}Upgrade -ResourceId {}", service.noun(), quote(id)))
}

/// The keys that a node registers with.
pub(super) fn keys(service: Service, id: &str, parent: &str, name: &str) -> String {
    if service == Service::Purview {
        return format!(
            "Get-{}Key -AccountName {} -Name {}",
            service.noun(),
            quote(parent),
            quote(name)
        );
    }
    format!("Get-{}Key -ResourceId {}", service.noun(), quote(id))
}

/// Checks, on the machine of a node, what a node needs.
pub(super) fn prerequisites(service: Service, id: &str) -> String {
    format!(
        "Test-AzIntegrationRuntimePrerequisite -For {} -ResourceId {}",
        service.short_name(),
        quote(id)
    )
}

/// Synchronizes the credentials of the nodes. Purview has no such operation.
pub(super) fn sync(service: Service, id: &str) -> Option<String> {
    (service != Service::Purview).then(|| {
        format!(
            "Sync-{}Credential -ResourceId {}",
            service.noun(),
            quote(id)
        )
    })
}

/// Sets the limit of concurrent jobs of a node. Purview has no such operation.
pub(super) fn jobs(service: Service, id: &str, node: &str, limit: i64) -> Option<String> {
    (service != Service::Purview).then(|| {
        format!(
            "Update-{}Node -ResourceId {} -Name {} -ConcurrentJobsLimit {limit}",
            service.noun(),
            quote(id),
            quote(node)
        )
    })
}

/// Writes a backup of a node, on its machine. The node's program asks for no password itself.
pub(super) fn backup() -> String {
    "& \"$env:ProgramFiles\\Microsoft Integration Runtime\\5.0\\Shared\\dmgcmd.exe\" -GenerateBackupFile \
     \"$HOME\\integration-runtime-backup\" (Read-Host 'Password of the backup')"
        .to_owned()
}

/// Gives a role, of whom only the reader knows the object id.
#[must_use]
pub fn grant(role: &str, scope: &str) -> String {
    format!(
        "New-AzRoleAssignment -ObjectId (Read-Host 'Object id of the identity') -RoleDefinitionName {} -Scope {}",
        quote(role),
        quote(scope)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_quote_ends_a_literal() {
        assert_eq!(quote("it's"), "'it''s'");
        assert_eq!(quote("a\u{2019}; b"), "'a\u{2019}\u{2019}; b'");
    }
}
