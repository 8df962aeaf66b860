using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet on the files and the live integration runtimes of one parent.</summary>
public abstract class LiveStateCmdlet : DesiredStateCmdlet
{
    /// <summary>
    /// The resource group of the data factory or workspace. Without it the cmdlet finds the data factory or workspace
    /// by its name.
    /// </summary>
    [Parameter(ParameterSetName = ByDataFactory)]
    [Parameter(ParameterSetName = ByWorkspace)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }
}
