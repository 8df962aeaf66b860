using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet for an integration runtime of a data factory.</summary>
public abstract class FactoryRuntimeCmdlet : NativeCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string ByName = "ByIntegrationRuntimeName";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByResourceId = "ByResourceId";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByObject = "ByIntegrationRuntimeObject";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByNode = "ByRuntimeNode";

    /// <summary>The resource group of the data factory.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the data factory.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <summary>
    /// The resource id of the integration runtime, in place of the names. The cmdlet uses the subscription in the id.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>
    /// The integration runtime, an object that Get-AzDataFactoryV2IntegrationRuntime returns, in place of the names.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSIntegrationRuntime? InputObject { get; set; }
}
