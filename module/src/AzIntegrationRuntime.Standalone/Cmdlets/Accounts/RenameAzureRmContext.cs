using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile.Context;

/// <summary>Renames a context.</summary>
/// <remarks>
/// <para>
/// Renames a context. Select-AzContext and -DefaultProfile take the new name. If another context has that name, the
/// cmdlet asks for confirmation before it replaces it.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzContext | Rename-AzContext -TargetName 'work'
/// </code>
/// <para>Renames the current context.</para>
/// </example>
/// <example>
/// <code>
/// Rename-AzContext -SourceName (Get-AzContext).Name -TargetName 'production' -Force -PassThru
/// </code>
/// <para>Renames a context, and replaces another context of that name.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe a context.</inputs>
/// <outputs cref="PSAzureContext">The context, with -PassThru.</outputs>
/// <seealso>Get-AzContext</seealso>
/// <seealso>Select-AzContext</seealso>
/// <seealso>Remove-AzContext</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Rename, "AzContext", DefaultParameterSetName = ByInputObject, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureContext))]
public sealed class RenameAzureRmContext : ContextScopeCmdlet
{
    private const string ByInputObject = "RenameByInputObject";
    private const string ByName = "RenameByName";

    /// <inheritdoc cref="RemoveAzureRmContext.InputObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureContext? InputObject { get; set; }

    /// <summary>The current name of the context.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public string? SourceName { get; set; }

    /// <summary>The new name of the context.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TargetName { get; set; }

    /// <summary>Replaces another context of that name without asking for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the renamed context.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.rename";
}
