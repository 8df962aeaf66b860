using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that removes an integration runtime of a Synapse workspace, or its node.</summary>
public abstract class SynapseRuntimeRemoveCmdlet : NativeCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string ByName = "RemoveByNameParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByParentObject = "RemoveByParentObjectParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByResourceId = "RemoveByResourceIdParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByInputObject = "RemoveByInputObjectParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByNode = "RemoveByRuntimeNodeParameterSet";

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.ResourceGroupName" />
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSSynapseWorkspace? WorkspaceObject { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceId" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.InputObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSIntegrationRuntime? InputObject { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }
}
