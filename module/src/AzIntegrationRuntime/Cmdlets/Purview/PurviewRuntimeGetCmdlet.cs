using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Purview;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that reads an integration runtime of a Purview account.</summary>
public abstract class PurviewRuntimeGetCmdlet : NativeCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string ByName = "GetByNameParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByParentObject = "GetByParentObjectParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByResourceId = "GetByResourceIdParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByInputObject = "GetByInputObjectParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByNode = "GetByRuntimeNodeParameterSet";

    /// <summary>
    /// The resource group of the Purview account. Without it the cmdlet finds the account by its name, which takes one
    /// more request.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the Purview account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public string? AccountName { get; set; }

    /// <summary>The Purview account, an object that Get-AzPurviewAccount returns, in place of its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Account? AccountObject { get; set; }

    /// <summary>
    /// The id of the integration runtime: the resource id of the account, '/integrationRuntimes/' and the name. The
    /// cmdlet uses the subscription in the id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PurviewRuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>
    /// The integration runtime, an object that Get-AzPurviewIntegrationRuntime returns, in place of the names.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public IntegrationRuntime? InputObject { get; set; }
}
