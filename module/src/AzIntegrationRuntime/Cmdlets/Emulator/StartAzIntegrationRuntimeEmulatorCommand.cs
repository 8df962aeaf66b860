using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Starts the emulator of Azure and directs the cmdlets to it.</summary>
/// <remarks>
/// <para>
/// Starts the emulator of the module: Azure Resource Manager, sign-in and integration runtimes on 127.0.0.1, over HTTPS
/// with its own certificate authority. Until Stop-AzIntegrationRuntimeEmulator, all cmdlets of AzIntegrationRuntime and
/// AzIntegrationRuntime.Standalone in this process send their requests only to the emulator. A warning says so.
/// </para>
/// <para>
/// You are signed in as an owner of the subscription 'Emulator'. Connect-AzAccount without parameters also signs in to
/// the emulator. The emulator ends with this process.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Start-AzIntegrationRuntimeEmulator
/// New-AzResourceGroup -Name 'rg' -Location EastUS
/// Set-AzDataFactoryV2 -ResourceGroupName 'rg' -Name 'adf-try' -Location EastUS
/// </code>
/// <para>Runs cmdlets without an Azure subscription. New-AzResourceGroup is in AzIntegrationRuntime.Standalone.</para>
/// </example>
/// <example>
/// <code>
/// $emulator = Start-AzIntegrationRuntimeEmulator -StatePath ./emulator.json -SubscriptionName 'Contoso Test'
/// $emulator.Endpoint
/// </code>
/// <para>Keeps the resources in a file for the next start, and sets the name of the subscription.</para>
/// </example>
/// <example>
/// <code>
/// Start-AzIntegrationRuntimeEmulator -TrafficPath ./traffic.jsonl
/// </code>
/// <para>Writes each request and response to a file, without secrets.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="AzIntegrationRuntime.Emulator">
/// The addresses and the process of the emulator, and its tenant and subscription.
/// </outputs>
/// <seealso>Stop-AzIntegrationRuntimeEmulator</seealso>
/// <seealso>Register-AzIntegrationRuntimeEmulatorNode</seealso>
/// <seealso>about_AzIntegrationRuntimeEmulator</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Start, "AzIntegrationRuntimeEmulator", SupportsShouldProcess = true)]
[OutputType(typeof(Emulator))]
public sealed class StartAzIntegrationRuntimeEmulatorCommand : NativeCmdlet
{
    /// <summary>The port to listen on. The default is a free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Port { get; set; }

    /// <summary>
    /// The path of the file in which the emulator keeps its resources. The emulator creates the file if it is missing.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>
    /// The path of a file to which the emulator appends each request and response as a line of JSON, without keys,
    /// tokens and passwords.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrafficPath { get; set; }

    /// <summary>The name of the subscription. The default is 'Emulator'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    public string? SubscriptionName { get; set; }

    /// <summary>The delay of each response in milliseconds, to imitate a distant service.</summary>
    [Parameter]
    [ValidateRange(0, 60000)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int LatencyMilliseconds { get; set; }

    /// <inheritdoc />
    protected override string Operation => "emulator.start";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters => [nameof(StatePath), nameof(TrafficPath)];

    /// <inheritdoc />
    protected override void AddArguments(IDictionary<string, object?> arguments) =>
        arguments["ProgramPath"] = Platform.Current.EmulatorPath;
}
