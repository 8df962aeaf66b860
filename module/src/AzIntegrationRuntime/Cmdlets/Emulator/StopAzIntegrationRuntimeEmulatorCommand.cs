using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Stops the emulator.</summary>
/// <remarks>
/// <para>
/// Stops the emulator that Start-AzIntegrationRuntimeEmulator started in this process. After that the cmdlets send
/// their requests to Azure again, with the earlier sign-in.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Stop-AzIntegrationRuntimeEmulator
/// </code>
/// <para>Stops the emulator.</para>
/// </example>
/// <example>
/// <code>
/// Start-AzIntegrationRuntimeEmulator
/// try {
///     ./Deploy.ps1
/// } finally {
///     Stop-AzIntegrationRuntimeEmulator
/// }
/// </code>
/// <para>Runs a script against the emulator, and stops the emulator even if the script fails.</para>
/// </example>
/// <inputs type="None" />
/// <outputs type="None" />
/// <seealso>Start-AzIntegrationRuntimeEmulator</seealso>
/// <seealso>about_AzIntegrationRuntimeEmulator</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Stop, "AzIntegrationRuntimeEmulator", SupportsShouldProcess = true)]
public sealed class StopAzIntegrationRuntimeEmulatorCommand : NativeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "emulator.stop";
}
