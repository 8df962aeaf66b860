using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet for the nodes of a data factory's integration runtime.</summary>
public abstract class FactoryRuntimeNodeCmdlet : FactoryRuntimeCmdlet
{
    /// <summary>The name of the integration runtime.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public string? IntegrationRuntimeName { get; set; }

    /// <summary>
    /// The node, a row that Get-AzIntegrationRuntimeNode returns, in place of the names. The cmdlet uses the
    /// subscription in it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByNode, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public FleetNode? RuntimeNode { get; set; }
}
