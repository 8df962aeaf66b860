using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Common.Authentication;

namespace Microsoft.Azure.Commands.Profile.Context;

/// <summary>Turns off the saving of contexts.</summary>
/// <remarks>
/// <para>
/// After this, contexts end with the PowerShell session that created them. The contexts of this session stay in use.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Disable-AzContextAutosave
/// </code>
/// <para>Turns off the saving of contexts for this and later sessions.</para>
/// </example>
/// <example>
/// <code>
/// Disable-AzContextAutosave -Scope Process
/// </code>
/// <para>Turns off the saving of contexts for this session.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="ContextAutosaveSettings">The settings for the saving of contexts.</outputs>
/// <seealso>Enable-AzContextAutosave</seealso>
/// <seealso>Clear-AzContext</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Disable, "AzContextAutosave", SupportsShouldProcess = true)]
[OutputType(typeof(ContextAutosaveSettings))]
public sealed class DisableAzureRmContextAutosave : ContextScopeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "autosave.disable";
}
