using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that gives roles and creates links.</summary>
public abstract class GrantingShareCmdlet : ShareCmdlet
{
    /// <summary>
    /// The credential of the data factory that the link uses, in place of the system-assigned identity. The
    /// user-assigned identity of the credential gets the role. A link that exists keeps its credential.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CredentialName { get; set; }

    /// <summary>
    /// The role that the data factories get on the shared integration runtime, and on nothing else. The default is
    /// Contributor, which Microsoft documents.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleDefinitionNameCompleter))]
    public string? RoleDefinitionName { get; set; }

    /// <summary>The maximum number of seconds until a role works. The default is 600.</summary>
    [Parameter]
    [ValidateRange(0, 7200)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int TimeoutSeconds { get; set; }
}
