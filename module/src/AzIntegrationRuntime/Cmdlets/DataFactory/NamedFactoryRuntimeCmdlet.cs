using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet whose parameter Name is the integration runtime of a data factory.</summary>
public abstract class NamedFactoryRuntimeCmdlet : FactoryRuntimeCmdlet
{
    /// <summary>The name of the integration runtime.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public string? Name { get; set; }
}
