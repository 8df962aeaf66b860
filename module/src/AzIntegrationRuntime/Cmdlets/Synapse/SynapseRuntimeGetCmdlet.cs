using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that reads an integration runtime of a Synapse workspace.</summary>
public abstract class SynapseRuntimeGetCmdlet : NativeCmdlet
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
    /// The resource group of the workspace. Without it the cmdlet finds the workspace by its name, which takes one more
    /// request.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the Synapse workspace.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <summary>The workspace, an object that Get-AzSynapseWorkspace returns, in place of its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSSynapseWorkspace? WorkspaceObject { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceId" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>
    /// The integration runtime, an object that Get-AzSynapseIntegrationRuntime returns, in place of the names.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSIntegrationRuntime? InputObject { get; set; }
}
