using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Replaces an authentication key of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Regenerates an authentication key of a self-hosted integration runtime. The old key is no longer valid. The cmdlet
/// asks for confirmation unless -Force is given.
/// </para>
/// <para>Only the new key is returned; the property of the other key is $null.</para>
/// </remarks>
/// <example>
/// <code>
/// New-AzDataFactoryV2IntegrationRuntimeKey -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-west' -KeyName AuthKey1 -Force
/// </code>
/// <para>Replaces the first key without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
///     Where-Object Name -Like 'ir-west*' |
///     New-AzDataFactoryV2IntegrationRuntimeKey -KeyName AuthKey2 -Force
/// </code>
/// <para>Replaces the second key of several integration runtimes.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSIntegrationRuntimeKeys">The new key in AuthKey1 or AuthKey2.</outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.New, "AzDataFactoryV2IntegrationRuntimeKey",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSIntegrationRuntimeKeys))]
public sealed class NewAzureDataFactoryIntegrationRuntimeKeyCommand : NamedFactoryRuntimeCmdlet
{
    /// <summary>The key to replace: AuthKey1 or AuthKey2.</summary>
    [Parameter(Mandatory = true)]
    [ValidateSet("AuthKey1", "AuthKey2")]
    public string? KeyName { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "key.new";
}
