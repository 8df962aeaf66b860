using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that updates an integration runtime of a Synapse workspace, or its node.</summary>
public abstract class SynapseRuntimeUpdateCmdlet : NativeCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string ByName = "UpdateByNameParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByParentObject = "UpdateByParentObjectParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByResourceId = "UpdateByResourceIdParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByInputObject = "UpdateByInputObjectParameterSet";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByNode = "UpdateByRuntimeNodeParameterSet";

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

    /// <inheritdoc cref="FactoryRuntimeNodeCmdlet.IntegrationRuntimeName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? IntegrationRuntimeName { get; set; }
}
