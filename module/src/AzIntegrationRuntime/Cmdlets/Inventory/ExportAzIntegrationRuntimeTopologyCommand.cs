using System.Collections.Generic;
using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Writes a picture of integration runtimes, their nodes, links and role assignments to a file.</summary>
/// <remarks>
/// <para>
/// Draws the data factories, Synapse workspaces and Purview accounts that the current context can see, in frames for
/// subscriptions and resource groups, with their integration runtimes and nodes. A line leads from a linked integration
/// runtime to the shared one. It is broken where the shared one does not exist any more or refuses the link. A dotted
/// line is a role assignment that no link uses. What Test-AzIntegrationRuntimeFleet finds is marked by colour and sign.
/// </para>
/// <para>
/// The ending of the path is the form: .svg, .html (a page to zoom and to search in), .mmd (Mermaid), .md (Markdown
/// with a Mermaid diagram) or .dot (Graphviz). An earlier picture in the same form is replaced, as long as nobody
/// changed it, and no other file.
/// </para>
/// <para>
/// A large fleet is drawn with less detail: what is broken stays visible, and healthy integration runtimes become
/// numbers. -Detail chooses the detail. The cmdlet reads only.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Export-AzIntegrationRuntimeTopology -Path './fleet.svg'
/// </code>
/// <para>Draws all integration runtimes that the current context can see.</para>
/// </example>
/// <example>
/// <code>
/// Export-AzIntegrationRuntimeTopology './links.md' -Service DataFactory -Type SelfHosted, Linked
/// </code>
/// <para>Writes a Markdown file with a diagram of shared and linked integration runtimes, for a wiki.</para>
/// </example>
/// <inputs type="None" />
/// <outputs type="None" />
/// <seealso>Show-AzIntegrationRuntimeTopology</seealso>
/// <seealso>Test-AzIntegrationRuntimeFleet</seealso>
/// <seealso>Get-AzIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.Export, "AzIntegrationRuntimeTopology", DefaultParameterSetName = BySelection,
    SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class ExportAzIntegrationRuntimeTopologyCommand : TopologyCmdlet
{
    /// <summary>The path of the file. Its ending is the form: .svg, .html, .mmd, .md or .dot.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc />
    protected override string Operation => "fleet.topology";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters { get; } = [nameof(Path), nameof(FromSnapshot)];
}
