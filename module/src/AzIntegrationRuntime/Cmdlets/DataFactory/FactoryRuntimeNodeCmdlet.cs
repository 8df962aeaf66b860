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
}
