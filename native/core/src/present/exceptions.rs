//! The .NET classes of exceptions: those that upstream's cmdlets throw, by operation.

use azir_azure::error::ErrorContext;

/// The class of an error that has no class of its own.
pub(crate) const USUAL: &str = "System.InvalidOperationException";

/// The class for an error answer of a service. Upstream's SDKs have a class for each service, and its modules rethrow
/// some of them as another one: those of Az.DataFactory, Az.Synapse, Az.Resources and Az.Accounts are followed.
pub(crate) fn of_service(operation: &str) -> &'static str {
    match operation.split('.').next().unwrap_or_default() {
        "synapse" => "Microsoft.Azure.Commands.Synapse.Models.Exceptions.SynapseException",
        "roleassignment" | "roledefinition" => {
            "Microsoft.Azure.Management.Authorization.Models.ErrorResponseException"
        }
        "resource" => {
            "Microsoft.Azure.Commands.ResourceManager.Cmdlets.Entities.ErrorResponses.\
             ErrorResponseMessageException"
        }
        _ => "Microsoft.Rest.Azure.CloudException",
    }
}

/// The class for a sign-in that failed. Other cmdlets than those of accounts have the usual one.
pub(crate) fn of_sign_in(operation: &str, context: &ErrorContext) -> &'static str {
    match context {
        _ if !operation.starts_with("account.") => USUAL,
        ErrorContext::BrowserCancelled | ErrorContext::CodeDeclined => {
            "Microsoft.Azure.Commands.Common.Authentication.AadAuthenticationCanceledException"
        }
        ErrorContext::SignIn { .. } | ErrorContext::BrowserRefused { .. } => {
            "Microsoft.Azure.Commands.Common.Authentication.AadAuthenticationFailedException"
        }
        _ => USUAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_module_has_its_own_class() {
        let last = |operation: &str| of_service(operation).rsplit('.').next().unwrap();
        assert_eq!(last("synapse.runtime.get"), "SynapseException");
        assert_eq!(last("runtime.get"), "CloudException");
        assert_eq!(last("group.get"), "CloudException");
        assert_eq!(last("roleassignment.new"), "ErrorResponseException");
        assert_eq!(last("resource.get"), "ErrorResponseMessageException");
        let canceled = of_sign_in("account.connect", &ErrorContext::BrowserCancelled);
        assert!(canceled.ends_with("AadAuthenticationCanceledException"));
        assert_eq!(
            of_sign_in("runtime.get", &ErrorContext::BrowserCancelled),
            USUAL
        );
    }
}
