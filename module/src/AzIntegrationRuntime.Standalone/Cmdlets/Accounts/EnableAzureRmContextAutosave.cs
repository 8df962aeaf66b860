using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Common.Authentication;

namespace Microsoft.Azure.Commands.Profile.Context;

/// <summary>Turns on the saving of contexts.</summary>
/// <remarks>
/// <para>
/// After this, contexts are saved for later PowerShell sessions of the same user. The operating system protects their
/// tokens. Connect-AzAccount -Scope CurrentUser saves a single sign-in.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Enable-AzContextAutosave
/// </code>
/// <para>Turns on the saving of contexts for this and later sessions.</para>
/// </example>
/// <example>
/// <code>
/// Enable-AzContextAutosave -Scope Process
/// </code>
/// <para>Turns on the saving of contexts for this session.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="ContextAutosaveSettings">The settings for the saving of contexts.</outputs>
/// <seealso>Disable-AzContextAutosave</seealso>
/// <seealso>Connect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Enable, "AzContextAutosave", SupportsShouldProcess = true)]
[OutputType(typeof(ContextAutosaveSettings))]
public sealed class EnableAzureRmContextAutosave : ContextScopeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "autosave.enable";
}
