using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Defaults;
using Microsoft.Azure.Commands.Synapse.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Sets the data factory, workspace or account that commands use if they name none.</summary>
/// <remarks>
/// <para>
/// After this cmdlet, cmdlets such as Get-AzDataFactoryV2IntegrationRuntime need -Name only: those whose noun begins
/// with AzDataFactoryV2IntegrationRuntime, AzSynapseIntegrationRuntime or AzPurviewIntegrationRuntime. A parameter of a
/// command replaces the default. A command with pipeline input uses no default: the objects say which data factory they
/// belong to. A first argument without a parameter name is the resource group; if it is another one than that of the
/// default, the command is refused.
/// </para>
/// <para>
/// With -Scope Folder, the cmdlet writes the defaults into the file .azintegrationruntime.json in the current folder.
/// The session then uses the file of the current folder, or of the nearest folder above it. Another session does so
/// after Set-AzIntegrationRuntimeDefault -Scope Folder without names, which belongs in a profile. No session reads such
/// a file before. The file can have comments, from // to the end of a line or between /* and */. The cmdlet does
/// not keep them when it writes the file.
/// </para>
/// <para>
/// The defaults are entries of $PSDefaultParameterValues, and apply to this session only. Cmdlets that change or remove
/// a data factory, workspace or account have no default. Cmdlets for all of them, such as Get-AzIntegrationRuntime,
/// and the cmdlets of shares, files and deployments have none either. -Verbose shows each default that a command uses.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Set-AzIntegrationRuntimeDefault -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod'
/// Get-AzDataFactoryV2IntegrationRuntime -Name 'ir-west' -Status
/// </code>
/// <para>Gets the status of an integration runtime of the default data factory.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' |
///     Set-AzIntegrationRuntimeDefault -Scope Folder -WhatIf
/// </code>
/// <para>Shows which file the cmdlet would write for the current folder.</para>
/// </example>
/// <inputs type="Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory">
/// You can pipe a data factory, a workspace or an account, or objects with the properties ResourceGroupName and
/// DataFactoryName, WorkspaceName or AccountName.
/// </inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <inputs cref="Purview.Account" />
/// <outputs cref="ParentDefault">The defaults that are in force, one object for each service.</outputs>
/// <seealso>Get-AzIntegrationRuntimeDefault</seealso>
/// <seealso>Clear-AzIntegrationRuntimeDefault</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Set, "AzIntegrationRuntimeDefault", SupportsShouldProcess = true)]
[OutputType(typeof(ParentDefault))]
public sealed class SetAzIntegrationRuntimeDefaultCommand : PSCmdlet
{
    /// <summary>
    /// The resource group of the data factory, workspace or account. Only a data factory needs it: the cmdlets find a
    /// workspace or an account by its name.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the data factory.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <summary>The name of the Synapse workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <summary>The name of the Purview account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public string? AccountName { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceObject" />
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSSynapseWorkspace? WorkspaceObject { get; set; }

    /// <inheritdoc cref="PurviewRuntimeGetCmdlet.AccountObject" />
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Purview.Account? AccountObject { get; set; }

    /// <summary>
    /// The scope of the defaults: Session, or Folder for the file of the current folder. The default is Session.
    /// </summary>
    [Parameter]
    [ValidateSet("Session", "Folder")]
    public string Scope { get; set; } = "Session";

    private bool IsFolder => string.Equals(Scope, "Folder", System.StringComparison.OrdinalIgnoreCase);

    /// <summary>What the records named so far; null before the first.</summary>
    private List<ParentDefault>? named;

    private string FilePath => Path.Combine(ParentDefaults.FolderOf(SessionState), DefaultsFile.Name);

    /// <inheritdoc />
    protected override void ProcessRecord() => Try(() =>
    {
        named ??= [];
        foreach (var one in Collect(IsFolder ? FilePath : Scope))
        {
            var other = named.Find(own => own.Service == one.Service);
            if (other == null)
            {
                named.Add(one);
            }
            else if (!string.Equals(other.Parent, one.Parent, System.StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException(
                    $"A default is one resource, and there are '{other.Parent}' and '{one.Parent}'. Pipe one object, " +
                    "for example with: Where-Object. No default was set.");
            }
        }
    });

    /// <inheritdoc />
    protected override void EndProcessing() => Try(() =>
    {
        if (named != null)
        {
            Apply(named);
        }
    });

    private void Try(System.Action work)
    {
        try
        {
            work();
        }
        catch (System.Exception exception) when (
            exception is InvalidDataException or IOException or System.UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(
                exception, "InvalidDefault", ErrorCategory.InvalidArgument, targetObject: null));
        }
    }

    private void Apply(List<ParentDefault> named)
    {
        if (IsFolder && named.Count > 0)
        {
            ParentDefaults.RefuseOtherLocation(SessionState);
        }

        if (named.Count == 0 && !IsFolder)
        {
            throw new InvalidDataException(
                "No default was given. Name a data factory with -ResourceGroupName and -DataFactoryName, a " +
                "workspace with -WorkspaceName, or an account with -AccountName.");
        }

        if (!IsFolder)
        {
            var parents = string.Join(", ", named.Select(one => one.Parent));
            if (ShouldProcess(parents, "Set the defaults of this session"))
            {
                ParentDefaults.Set(SessionState, named, readsFolders: false);
            }
        }
        else if (named.Count == 0)
        {
            if (ShouldProcess("this session", "Use the file of defaults of the current folder"))
            {
                ParentDefaults.Set(SessionState, [], readsFolders: true);
            }
        }
        else if (ShouldProcess(FilePath, "Write the defaults of the folder"))
        {
            var before = File.Exists(FilePath) ? DefaultsFile.Read(FilePath) : [];
            var others = before.Where(one => named.TrueForAll(own => own.Service != one.Service));
            DefaultsFile.Write(FilePath, named.Concat(others));
            ParentDefaults.Set(SessionState, [], readsFolders: true);
        }

        var inForce = ParentDefaults.InForce(SessionState);
        WriteObject(inForce, enumerateCollection: true);
        WarnOfFile(named, inForce);
    }

    /// <summary>Warns if the file of the folder has another default than the session got.</summary>
    private void WarnOfFile(List<ParentDefault> named, IReadOnlyList<ParentDefault> inForce)
    {
        foreach (var file in inForce)
        {
            var own = named.Find(one => one.Service == file.Service);
            if (!IsFolder && own is not null && own.Parent != file.Parent)
            {
                WriteWarning(
                    $"In this folder the default stays '{file.Parent}': the file '{file.Source}' replaces the default " +
                    $"of the session. '{own.Parent}' is used in other folders. To remove the file, run " +
                    "Clear-AzIntegrationRuntimeDefault -Scope Folder in its folder.");
            }
        }
    }

    private IEnumerable<ParentDefault> Collect(string source)
    {
        var group = Check(nameof(ResourceGroupName), ResourceGroupName, "Get-AzResourceGroup");
        if (Check(nameof(DataFactoryName), DataFactoryName, "Get-AzDataFactoryV2") is { } factory)
        {
            yield return new ParentDefault(
                ParentService.DataFactory.Name,
                factory,
                group ?? throw new InvalidDataException(
                    $"The cmdlets of Data Factory need the resource group of '{factory}'. Add " +
                    "-ResourceGroupName. Get-AzDataFactoryV2 shows the resource group of each data factory."),
                source);
        }

        var workspace = WorkspaceObject?.Name ?? WorkspaceName;
        if (Check(nameof(WorkspaceName), workspace, "Get-AzSynapseWorkspace") is { } ownWorkspace)
        {
            yield return new ParentDefault(
                ParentService.Synapse.Name, ownWorkspace, group ?? GroupOf(WorkspaceObject?.Id), source);
        }

        var account = AccountObject?.Name ?? AccountName;
        if (Check(nameof(AccountName), account, "Get-AzPurviewAccount") is { } ownAccount)
        {
            yield return new ParentDefault(
                ParentService.Purview.Name, ownAccount, group ?? GroupOf(AccountObject?.Id), source);
        }
    }

    /// <summary>Returns a name that can be that of one resource.</summary>
    private static string? Check(string parameter, string? name, string lister) =>
        name == null || ParentService.IsName(name)
            ? name
            : throw new InvalidDataException(
                $"'{name}' of -{parameter} is not the name of one resource: a default has no wildcards, blanks and " +
                $"slashes. {lister} lists the names.");

    /// <summary>Returns the resource group in a resource id.</summary>
    private static string? GroupOf(string? id)
    {
        var parts = id?.Split(['/'], System.StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts.Length > 3 && "resourceGroups".Equals(parts[2], System.StringComparison.OrdinalIgnoreCase)
            ? parts[3]
            : null;
    }
}
