using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Registers a node with a self-hosted integration runtime of the emulator.</summary>
/// <remarks>
/// <para>
/// Registers a node with an authentication key, in place of the installer of the self-hosted integration runtime. After
/// that the integration runtime of the emulator is online.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $key = Get-AzDataFactoryV2IntegrationRuntimeKey 'rg-data' 'adf-prod' 'ir-west'
/// Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'node-1'
/// </code>
/// <para>Registers a node with the first key.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntimeKey 'rg-data' 'adf-prod' 'ir-west' |
///     Register-AzIntegrationRuntimeEmulatorNode -Version '5.50.9171.1'
/// </code>
/// <para>Registers a node of this version.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntimeKeys">You can pipe keys; the cmdlet uses AuthKey1.</inputs>
/// <outputs cref="AzIntegrationRuntime.EmulatorNode">The registered node.</outputs>
/// <seealso>Start-AzIntegrationRuntimeEmulator</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntimeEmulator</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Register, "AzIntegrationRuntimeEmulatorNode", SupportsShouldProcess = true)]
[OutputType(typeof(EmulatorNode))]
public sealed class RegisterAzIntegrationRuntimeEmulatorNodeCommand : NativeCmdlet
{
    /// <summary>The authentication key, a String or SecureString.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AuthKey1")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? AuthKey { get; set; }

    /// <summary>The name of the node. The default is the first free name of node-1, node-2 and so on.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? NodeName { get; set; }

    /// <summary>The version of the node's software.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Version { get; set; }

    /// <inheritdoc />
    protected override string Operation => "emulator.node";
}
