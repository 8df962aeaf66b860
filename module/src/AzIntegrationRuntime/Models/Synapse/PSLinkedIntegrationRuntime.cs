using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents an integration runtime that uses the nodes of a shared one.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSLinkedIntegrationRuntime : PSSelfHostedIntegrationRuntime
{
    /// <summary>Gets or sets how the link is authorized: <c>Key</c> or <c>RBAC</c>.</summary>
    public string? AuthorizationType { get; set; }

    /// <summary>Gets the name of the credential that is used instead of the system-assigned identity.</summary>
    public string? CredentialName { get; internal set; }
}
