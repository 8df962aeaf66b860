using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets the emulator that runs in this process.</summary>
/// <remarks>
/// <para>
/// Gets the addresses, the process, the tenant and the subscription of the emulator that
/// Start-AzIntegrationRuntimeEmulator started in this process. The cmdlet returns nothing if no emulator runs.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeEmulator
/// </code>
/// <para>Gets the emulator.</para>
/// </example>
/// <example>
/// <code>
/// $emulator = Get-AzIntegrationRuntimeEmulator
/// if (-not $emulator) { $emulator = Start-AzIntegrationRuntimeEmulator }
/// $emulator.Endpoint
/// </code>
/// <para>Starts the emulator if it does not run, and shows its endpoint.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="AzIntegrationRuntime.Emulator">
/// The addresses and the process of the emulator, and its tenant and subscription.
/// </outputs>
/// <seealso>Start-AzIntegrationRuntimeEmulator</seealso>
/// <seealso>Stop-AzIntegrationRuntimeEmulator</seealso>
/// <seealso>about_AzIntegrationRuntimeEmulator</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzIntegrationRuntimeEmulator")]
[OutputType(typeof(Emulator))]
public sealed class GetAzIntegrationRuntimeEmulatorCommand : NativeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "emulator.get";
}
