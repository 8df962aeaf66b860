using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile.Context;

/// <summary>Selects a context by its name.</summary>
/// <remarks>
/// <para>Makes a context of this process the current context. The cmdlet sends no request.</para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzContext | Rename-AzContext -TargetName 'work'
/// Select-AzContext -Name 'work'
/// </code>
/// <para>Renames a context and selects it by its new name.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Test' } | Select-AzContext
/// </code>
/// <para>Selects the context of a subscription.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe a context.</inputs>
/// <outputs cref="PSAzureContext">The current context.</outputs>
/// <seealso>Get-AzContext</seealso>
/// <seealso>Set-AzContext</seealso>
/// <seealso>Rename-AzContext</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Select, "AzContext", DefaultParameterSetName = ByInputObject, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureContext))]
public sealed class SelectAzureRmContext : ContextScopeCmdlet
{
    private const string ByInputObject = "SelectByInputObject";
    private const string ByName = "SelectByName";

    /// <inheritdoc cref="RemoveAzureRmContext.InputObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureContext? InputObject { get; set; }

    /// <inheritdoc cref="GetAzureRMContextCommand.Name" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.set";
}
