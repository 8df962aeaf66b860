using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Shows a picture of integration runtimes, their nodes, links and role assignments in the browser.</summary>
/// <remarks>
/// <para>
/// Draws the same picture as Export-AzIntegrationRuntimeTopology as a page in the temporary folder, and opens it in the
/// browser. Only the current user can read the file. Where no browser can be opened, a warning has its path.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Show-AzIntegrationRuntimeTopology
/// </code>
/// <para>Shows all integration runtimes that the current context can see.</para>
/// </example>
/// <example>
/// <code>
/// Show-AzIntegrationRuntimeTopology -Location 'westeurope' -Detail Broken
/// </code>
/// <para>Shows what is broken, shared or linked in a region, and the others as numbers.</para>
/// </example>
/// <inputs type="None" />
/// <outputs type="None" />
/// <seealso>Export-AzIntegrationRuntimeTopology</seealso>
/// <seealso>Test-AzIntegrationRuntimeFleet</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Show, "AzIntegrationRuntimeTopology", DefaultParameterSetName = BySelection)]
[OutputType(typeof(void))]
public sealed class ShowAzIntegrationRuntimeTopologyCommand : TopologyCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "fleet.show";
}
