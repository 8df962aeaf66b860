using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Brings live integration runtimes to what the files of a Git folder or a template say.</summary>
/// <remarks>
/// <para>
/// Reads the files and the live integration runtimes, creates those that are missing, and writes those that differ, each
/// only if it is still the version that was read. What is as its file says is not written, so a second run only reads.
/// -WhatIf shows each change.
/// </para>
/// <para>
/// Some steps are never taken: replacing a link by a self-hosted integration runtime or the reverse, linking to another
/// integration runtime, and changing the type. The cmdlet refuses them one by one, and goes on with the others. The
/// property Fix has the next step.
/// </para>
/// <para>
/// Without -Prune nothing is removed. With it, the cmdlet asks once for all integration runtimes that the files do not
/// have; -Force removes them without a question. One that is shared with other data factories is never removed. If a
/// file cannot be read, its integration runtime is not removed either.
/// </para>
/// <para>
/// If the service refuses a step, the cmdlet goes on with the others. After all objects, a terminating error names what
/// was refused or failed. Secrets that the service keeps stay as they are.
/// </para>
/// <para>The cmdlet needs the role Data Factory Contributor, or the permissions to read and write.</para>
/// </remarks>
/// <example>
/// <code>
/// Publish-AzIntegrationRuntime -Path './adf' -DataFactoryName 'adf-prod' -WhatIf
/// </code>
/// <para>Shows what would change, and changes nothing.</para>
/// </example>
/// <example>
/// <code>
/// Publish-AzIntegrationRuntime -Path './adf' -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Mapping './environments.json' -Environment 'prod' |
///     Where-Object Outcome -NE 'Unchanged'
/// </code>
/// <para>Brings an environment to the files, with the names and links that the mapping file has for it.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe a data factory, a Synapse workspace, their names and resource ids.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.PublishedRuntime">
/// An object for each integration runtime, with Name, Action, Outcome, Message, Changes, LinkedServices, Links,
/// OnlineNodes, Fix, File and Line.
/// </outputs>
/// <seealso>Export-AzIntegrationRuntime</seealso>
/// <seealso>Compare-AzIntegrationRuntime</seealso>
/// <seealso>Test-AzIntegrationRuntimeDeployment</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.Publish, "AzIntegrationRuntime", DefaultParameterSetName = ByDataFactory,
    SupportsShouldProcess = true)]
[OutputType(typeof(PublishedRuntime))]
public sealed class PublishAzIntegrationRuntimeCommand : TemplateStateCmdlet
{
    /// <summary>The names of the integration runtimes. Wildcards are allowed. The default is all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Removes integration runtimes that the files do not have, after a question.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Removes them without a question.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "desired.publish";
}
