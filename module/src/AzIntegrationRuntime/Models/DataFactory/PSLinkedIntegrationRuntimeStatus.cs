using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2.Models;

/// <summary>Represents an integration runtime that uses the nodes of a shared one, and its status.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSLinkedIntegrationRuntimeStatus : PSSelfHostedIntegrationRuntimeStatus
{
    /// <summary>Gets the name of the linked integration runtime.</summary>
    public override string? Name { get; internal set; }

    /// <summary>Gets the type: <c>SelfHosted(Linked)</c>.</summary>
    public override string? Type { get; internal set; }

    /// <summary>Gets the name of the resource group, as the caller gave it.</summary>
    public override string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the data factory, as the caller gave it.</summary>
    public override string? DataFactoryName { get; internal set; }

    /// <summary>Gets the name of the shared integration runtime.</summary>
    public string? OriginalIntegrationRuntimeName { get; internal set; }

    /// <summary>Gets the name of the data factory that the shared integration runtime belongs to.</summary>
    public string? OriginalDataFactoryName { get; internal set; }

    /// <summary>Gets or sets how the link is authorized: <c>Key</c> or <c>RBAC</c>.</summary>
    public string? AuthorizationType { get; set; }

    /// <summary>Gets the name of the credential that is used instead of the system-assigned identity.</summary>
    public string? CredentialName { get; internal set; }
}
