using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Gets the authentication keys of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Gets the two authentication keys with which a node registers with a self-hosted integration runtime. The keys are
/// secrets in plain text.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntimeKey -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west'
/// </code>
/// <para>Gets both keys.</para>
/// </example>
/// <example>
/// <code>
/// $key = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' |
///     Get-AzDataFactoryV2IntegrationRuntimeKey
/// $secret = ConvertTo-SecureString $key.AuthKey1 -AsPlainText -Force
/// </code>
/// <para>Converts the first key to a SecureString, for a command that installs a node.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSIntegrationRuntimeKeys">AuthKey1 and AuthKey2.</outputs>
/// <seealso>New-AzDataFactoryV2IntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2IntegrationRuntimeKey", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntimeKeys))]
public sealed class GetAzureDataFactoryIntegrationRuntimeKeyCommand : NamedFactoryRuntimeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "key.get";
}
