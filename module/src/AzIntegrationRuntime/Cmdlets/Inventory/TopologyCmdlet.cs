using System.Collections.Generic;
using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that draws a fleet.</summary>
public abstract class TopologyCmdlet : FleetCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string BySnapshot = "BySnapshot";

    /// <summary>The file of a snapshot of Test-AzIntegrationRuntimeFleet to draw in place of Azure.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySnapshot)]
    [ValidateNotNullOrEmpty]
    public string? FromSnapshot { get; set; }

    /// <summary>
    /// How much the picture shows: Node (every node by name), IntegrationRuntime (every integration runtime, with a
    /// sign for each node), Broken (what is broken, shared or linked; the others as numbers), Resource (the data
    /// factories, workspaces and Purview accounts that are not healthy) or ResourceGroup (a box for each resource
    /// group). The default is the first of these whose picture is legible.
    /// </summary>
    [Parameter]
    [ValidateSet("Node", "IntegrationRuntime", "Broken", "Resource", "ResourceGroup")]
    public string? Detail { get; set; }

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters { get; } = [nameof(FromSnapshot)];
}
