using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet for linked services of a data factory that names identify.</summary>
public abstract class LinkedServiceCmdlet : NativeCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string ByFactoryName = "ByFactoryName";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByResourceId = "ByResourceId";

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceGroupName" />
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.DataFactoryName" />
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <summary>The resource id of the linked service, in place of the names.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceId { get; set; }
}
