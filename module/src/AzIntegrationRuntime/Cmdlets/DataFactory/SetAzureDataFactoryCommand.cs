using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Creates or changes a data factory.</summary>
/// <remarks>
/// <para>
/// Creates a data factory in a resource group. By default it has a system-assigned managed identity. To share an
/// integration runtime with this data factory, grant this identity a role on the integration runtime.
/// </para>
/// <para>
/// For an existing data factory, the cmdlet changes only the given settings. It asks for confirmation unless -Force is
/// given.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Set-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-stage' -Location WestEurope
/// </code>
/// <para>Creates a data factory.</para>
/// </example>
/// <example>
/// <code>
/// $factory = Set-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test' -Location WestEurope -Force
/// $factory.Identity.PrincipalId
/// </code>
/// <para>Creates a data factory, or uses the existing one, and shows the object id of its managed identity.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' |
///     Set-AzDataFactoryV2 -Tag @{ team = 'data' } -Force
/// </code>
/// <para>Changes the tags of an existing data factory.</para>
/// </example>
/// <example>
/// <code>
/// $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod'
/// $factory | Set-AzDataFactoryV2 -IfMatch $factory.ETag -Force -Property @{
///     globalParameters = @{ stage = @{ type = 'String'; value = 'production' } }
/// }
/// </code>
/// <para>
/// Sets a global parameter under the names of the REST API, unless the data factory has changed since it was read.
/// </para>
/// </example>
/// <inputs cref="PSDataFactory">
/// You can pipe a data factory, or objects with the properties ResourceGroupName, Name and Location.
/// </inputs>
/// <outputs cref="PSDataFactory" />
/// <seealso>Get-AzDataFactoryV2</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Set, "AzDataFactoryV2", DefaultParameterSetName = ByFactoryName, SupportsShouldProcess = true)]
[OutputType(typeof(PSDataFactory))]
[Alias("New-AzDataFactoryV2")]
public sealed class SetAzureDataFactoryCommand : NativeCmdlet
{
    private const string ByFactoryName = "ByFactoryName";
    private const string ByFactoryNameVsts = "ByFactoryNameFactoryRepoVstsConfig";
    private const string ByFactoryNameGit = "ByFactoryNameFactoryRepoGitConfig";
    private const string ByResourceId = "ByResourceId";
    private const string ByResourceIdVsts = "ByResourceIdFactoryRepoVstsConfig";
    private const string ByResourceIdGit = "ByResourceIdFactoryRepoGitConfig";
    private const string ByInputObject = "ByInputObject";
    private const string ByInputObjectVsts = "ByInputObjectFactoryRepoVstsConfig";
    private const string ByInputObjectGit = "ByInputObjectFactoryRepoGitConfig";

    /// <inheritdoc cref="FactoryCmdlet.ResourceGroupName" />
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByFactoryNameVsts, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByFactoryNameGit, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the data factory, which is unique in all of Azure.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ByFactoryNameVsts, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ByFactoryNameGit, ValueFromPipelineByPropertyName = true)]
    [Alias("DataFactoryName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="FactoryCmdlet.ResourceId" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByResourceIdVsts, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByResourceIdGit, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "DataFactoryId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc cref="FactoryCmdlet.InputObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByInputObjectVsts, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByInputObjectGit, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSDataFactory? InputObject { get; set; }

    /// <summary>The Azure region.</summary>
    [Parameter(
        Mandatory = true, Position = 2, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 2, ParameterSetName = ByFactoryNameVsts, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 2, ParameterSetName = ByFactoryNameGit, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ByResourceIdVsts, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ByResourceIdGit, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByInputObject)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [Parameter(ParameterSetName = ByInputObjectGit)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Location { get; set; }

    /// <summary>The tags: names as keys, values as values.</summary>
    [Parameter(Position = 3, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 3, ParameterSetName = ByFactoryNameVsts, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 3, ParameterSetName = ByFactoryNameGit, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 2, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 2, ParameterSetName = ByResourceIdVsts, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 2, ParameterSetName = ByResourceIdGit, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByInputObject)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [Parameter(ParameterSetName = ByInputObjectGit)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? Tag { get; set; }

    /// <summary>The host of a GitHub Enterprise repository.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameGit)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdGit)]
    [Parameter(Mandatory = true, ParameterSetName = ByInputObjectGit)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? HostName { get; set; }

    /// <summary>The name of the project of an Azure DevOps repository.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByInputObjectVsts)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ProjectName { get; set; }

    /// <summary>The id of the tenant of an Azure DevOps repository.</summary>
    [Parameter(ParameterSetName = ByFactoryNameVsts)]
    [Parameter(ParameterSetName = ByResourceIdVsts)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TenantId { get; set; }

    /// <summary>The account that owns the Git repository.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameGit)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdGit)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [Parameter(ParameterSetName = ByInputObjectGit)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AccountName { get; set; }

    /// <summary>The name of the Git repository.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameGit)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdGit)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [Parameter(ParameterSetName = ByInputObjectGit)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? RepositoryName { get; set; }

    /// <summary>The collaboration branch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameGit)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdGit)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [Parameter(ParameterSetName = ByInputObjectGit)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CollaborationBranch { get; set; }

    /// <summary>The folder in the repository that holds the resources.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByFactoryNameGit)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdVsts)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceIdGit)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [Parameter(ParameterSetName = ByInputObjectGit)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? RootFolder { get; set; }

    /// <summary>The id of the latest published commit.</summary>
    [Parameter(ParameterSetName = ByFactoryNameVsts)]
    [Parameter(ParameterSetName = ByResourceIdVsts)]
    [Parameter(ParameterSetName = ByInputObjectVsts)]
    [Parameter(ParameterSetName = ByFactoryNameGit)]
    [Parameter(ParameterSetName = ByResourceIdGit)]
    [Parameter(ParameterSetName = ByInputObjectGit)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? LastCommitId { get; set; }

    /// <summary>Turns publishing from Data Factory Studio off.</summary>
    [Parameter]
    public SwitchParameter DisablePublish { get; set; }

    /// <summary>
    /// The type of the managed identity: SystemAssigned (the default), UserAssigned or both, separated by a comma.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(IdentityTypeCompleter))]
    public string? IdentityType { get; set; }

    /// <summary>The user-assigned managed identities, with their resource ids as keys.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [DictionaryTransformation]
    public IDictionary<string, object>? UserAssignedIdentity { get; set; }

    /// <summary>The public network access of the data factory: Enabled or Disabled.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PublicNetworkAccessCompleter))]
    public string? PublicNetworkAccess { get; set; }

    /// <summary>The address of the key vault with the encryption key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionVaultBaseUrl { get; set; }

    /// <summary>The name of the encryption key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionKeyName { get; set; }

    /// <summary>The version of the encryption key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionKeyVersion { get; set; }

    /// <summary>The resource id of the user-assigned managed identity that reads the encryption key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? EncryptionUserAssignedIdentity { get; set; }

    /// <summary>
    /// The global parameters: names as keys, and objects or hashtables with Type and Value as values.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public IDictionary? GlobalParameterDefinition { get; set; }

    /// <summary>
    /// Properties without a parameter: a hashtable, an object or a JSON string. The cmdlet merges it into the
    /// properties of the data factory, under the names of the REST API. Members that are null are removed.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? Property { get; set; }

    /// <summary>
    /// The ETag of the data factory that was read. The cmdlet fails if the data factory has changed since. * accepts
    /// every version.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? IfMatch { get; set; }

    /// <summary>Changes an existing data factory without asking for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "factory.set";
}
