using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Changes an existing data factory.</summary>
/// <remarks>
/// <para>Changes the tags, identity, public network access or encryption of a data factory. Other settings stay.</para>
/// </remarks>
/// <example>
/// <code>
/// Update-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' -Tag @{ team = 'data'; stage = 'production' }
/// </code>
/// <para>Sets the tags of a data factory.</para>
/// </example>
/// <example>
/// <code>
/// Update-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' -PublicNetworkAccess Disabled
/// </code>
/// <para>Limits the access to a data factory to private endpoints.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' |
///     Update-AzDataFactoryV2 -Tag @{ costCenter = '4711' }
/// </code>
/// <para>Sets the tags of all data factories of a resource group.</para>
/// </example>
/// <inputs cref="PSDataFactory">You can pipe a data factory, or objects with the property ResourceId.</inputs>
/// <outputs cref="PSDataFactory" />
/// <seealso>Get-AzDataFactoryV2</seealso>
/// <seealso>Set-AzDataFactoryV2</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.Update, "AzDataFactoryV2", DefaultParameterSetName = ByFactoryName, SupportsShouldProcess = true)]
[OutputType(typeof(PSDataFactory))]
public sealed class UpdateAzureDataFactoryCommand : FactoryCmdlet
{
    /// <summary>The tags: names as keys, values as values. They replace the existing tags.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? Tag { get; set; }

    /// <summary>The type of the managed identity: SystemAssigned, UserAssigned or both, separated by a comma.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IdentityTypeCompleter))]
    public string? IdentityType { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryCommand.UserAssignedIdentity" />
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [DictionaryTransformation]
    public IDictionary<string, object>? UserAssignedIdentity { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryCommand.PublicNetworkAccess" />
    [Parameter]
    [ArgumentCompleter(typeof(PublicNetworkAccessCompleter))]
    public string? PublicNetworkAccess { get; set; }

    /// <summary>The address of the key vault with the encryption key. It requires -EncryptionKeyName.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionVaultBaseUrl { get; set; }

    /// <summary>The name of the encryption key. It requires -EncryptionVaultBaseUrl.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionKeyName { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryCommand.EncryptionKeyVersion" />
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionKeyVersion { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryCommand.EncryptionUserAssignedIdentity" />
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionUserAssignedIdentity { get; set; }

    /// <inheritdoc />
    protected override string Operation => "factory.update";
}
