using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile.Context;

/// <summary>Removes a context.</summary>
/// <remarks>
/// <para>
/// Removes a context of this process. The cmdlet asks for confirmation before it removes the current context; the last
/// of the other contexts then becomes current. With the last context of an account, its tokens are removed too. The
/// cmdlet sends no request.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Test' } | Remove-AzContext
/// </code>
/// <para>Removes the context of a subscription.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzContext | Remove-AzContext -Force -PassThru
/// </code>
/// <para>Removes the current context without asking for confirmation.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe a context.</inputs>
/// <outputs cref="PSAzureContext">The context, with -PassThru.</outputs>
/// <seealso>Get-AzContext</seealso>
/// <seealso>Clear-AzContext</seealso>
/// <seealso>Disconnect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Remove, "AzContext", DefaultParameterSetName = ByInputObject, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureContext))]
public sealed class RemoveAzureRmContext : ContextScopeCmdlet
{
    private const string ByInputObject = "RemoveByInputObject";
    private const string ByName = "RemoveByName";

    /// <summary>The context, an object that Get-AzContext returns.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureContext? InputObject { get; set; }

    /// <inheritdoc cref="GetAzureRMContextCommand.Name" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public string? Name { get; set; }

    /// <summary>Removes the context without asking for confirmation, even if it is the current one.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the removed context.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.remove";
}
