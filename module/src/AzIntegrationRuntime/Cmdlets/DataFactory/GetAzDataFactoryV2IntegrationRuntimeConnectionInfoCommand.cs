using System.Management.Automation;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets the connection information of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Gets the address, version and public key of a self-hosted integration runtime. Tools need them to encrypt the
/// credentials of a data store for its nodes. The service token is valid for a short time; treat it as a secret.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-west'
/// </code>
/// <para>Gets the connection information of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
///     Where-Object Type -EQ 'SelfHosted' |
///     Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo |
///     Select-Object HostServiceUri, Version, IsIdentityCertExpired
/// </code>
/// <para>
/// Shows the addresses of the self-hosted integration runtimes of a data factory, and whether a certificate has
/// expired.
/// </para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.ConnectionInfo" />
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2IntegrationRuntimeConnectionInfo", DefaultParameterSetName = ByName)]
[OutputType(typeof(ConnectionInfo))]
public sealed class GetAzDataFactoryV2IntegrationRuntimeConnectionInfoCommand : NamedFactoryRuntimeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "connection.get";
}
