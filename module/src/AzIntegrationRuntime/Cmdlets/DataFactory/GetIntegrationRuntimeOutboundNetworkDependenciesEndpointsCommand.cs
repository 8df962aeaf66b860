using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Gets the outbound network dependencies of an Azure-SSIS integration runtime.</summary>
/// <remarks>
/// <para>
/// Gets the outbound network dependencies of an Azure-SSIS integration runtime that joins a virtual network: for each
/// category the domain names and ports that a firewall must allow. The property EndPoint is a JSON string.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint -ResourceGroupName 'rg-data' `
///     -DataFactoryName 'adf-prod' -Name 'ir-ssis'
/// </code>
/// <para>Gets the endpoints by category.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis' |
///     Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint |
///     ForEach-Object { ($_.EndPoint | ConvertFrom-Json).DomainName } |
///     Sort-Object -Unique
/// </code>
/// <para>Lists the domain names for the rules of a firewall.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint">
/// An object for each category, with its endpoints as JSON.
/// </outputs>
/// <seealso>Set-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Get, "AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint",
    DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint))]
public sealed class GetIntegrationRuntimeOutboundNetworkDependenciesEndpointsCommand : NamedFactoryRuntimeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "outbound.get";
}
