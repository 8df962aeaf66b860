using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Exports live integration runtimes to the files of a Git folder.</summary>
/// <remarks>
/// <para>
/// Writes a file for each integration runtime of a data factory or Synapse workspace to the folder integrationRuntime
/// below -Path, byte for byte as Data Factory Studio writes it. What only the service has is left out, such as the
/// state and the id. Compare-AzIntegrationRuntime, Publish-AzIntegrationRuntime and
/// Test-AzIntegrationRuntimeDeployment read these files.
/// </para>
/// <para>
/// A file that means the same as the live integration runtime keeps its bytes, so that an export of an unchanged data
/// factory is no difference in Git. If a file differs, only the members that differ change: it keeps its indentation,
/// line ends and order of members. Comments in such a file are lost. The cmdlet asks before it overwrites files;
/// -Force overwrites them without a question.
/// </para>
/// <para>
/// With -Mapping, the files keep the names and links that they have for other environments: a live integration runtime
/// is exported to the file that the mapping file has for it.
/// </para>
/// <para>
/// A file without a live integration runtime stays. Files that cannot be read are not overwritten: they end the command
/// with a terminating error after all other files. AutoResolveIntegrationRuntime of a data factory is exported only if
/// it has a file or -Name names it. Secrets are never in the files: a SecureString is a mask, as in the files of
/// Studio, and a warning names them.
/// </para>
/// <para>The cmdlet reads two resources, and needs the role Reader.</para>
/// </remarks>
/// <example>
/// <code>
/// Export-AzIntegrationRuntime -Path './adf' -DataFactoryName 'adf-prod' -Force
/// </code>
/// <para>Exports all integration runtimes of a data factory to the folder of its Git repository.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' |
///     Export-AzIntegrationRuntime -Path './adf' -Name 'ir-w*' -WhatIf
/// </code>
/// <para>Shows which files would change, and which members.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe a data factory, a Synapse workspace, their names and resource ids.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.ExportedFile">
/// An object for each file, with Name, Action, Written, Message, Changes and File.
/// </outputs>
/// <seealso>Publish-AzIntegrationRuntime</seealso>
/// <seealso>Compare-AzIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.Export, "AzIntegrationRuntime", DefaultParameterSetName = ByDataFactory,
    SupportsShouldProcess = true)]
[OutputType(typeof(ExportedFile))]
public sealed class ExportAzIntegrationRuntimeCommand : LiveStateCmdlet
{
    /// <summary>
    /// The root folder of the Git repository, or its folder integrationRuntime. The cmdlet creates a folder that is
    /// missing.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The names of the integration runtimes. Wildcards are allowed. The default is all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Overwrites files that differ without a question.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "desired.export";
}
