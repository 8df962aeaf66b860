using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Standalone.Cmdlets;

namespace Microsoft.Azure.Commands.Profile.Context;

/// <summary>Removes all accounts and contexts.</summary>
/// <remarks>
/// <para>
/// Removes all accounts, contexts and tokens of this process. With -Scope CurrentUser it also removes those that were
/// saved for later processes. The cmdlet sends no request.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Clear-AzContext
/// </code>
/// <para>Removes all accounts.</para>
/// </example>
/// <example>
/// <code>
/// Clear-AzContext -Scope CurrentUser -Force
/// </code>
/// <para>Removes all accounts, also for later processes, without asking for confirmation.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="bool">True, with -PassThru.</outputs>
/// <seealso>Get-AzContext</seealso>
/// <seealso>Remove-AzContext</seealso>
/// <seealso>Disconnect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Clear, "AzContext", SupportsShouldProcess = true)]
[OutputType(typeof(bool))]
public sealed class ClearAzureRmContext : ContextScopeCmdlet
{
    /// <summary>Returns true if the contexts were cleared.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.clear";
}
