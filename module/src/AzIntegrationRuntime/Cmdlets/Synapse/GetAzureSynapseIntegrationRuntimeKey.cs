using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Gets the authentication keys of a self-hosted integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Gets the two authentication keys with which a node registers with a self-hosted integration runtime. The keys are
/// secrets in plain text.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntimeKey -WorkspaceName 'syn-prod' -Name 'ir-west'
/// </code>
/// <para>Gets both keys.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west'
/// $key = $runtime | Get-AzSynapseIntegrationRuntimeKey
/// $secret = ConvertTo-SecureString $key.AuthKey1 -AsPlainText -Force
/// </code>
/// <para>Converts the first key to a SecureString, for a command that installs a node.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs cref="PSIntegrationRuntimeKeys">AuthKey1 and AuthKey2.</outputs>
/// <seealso>New-AzSynapseIntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzSynapseIntegrationRuntimeKey", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntimeKeys))]
public sealed class GetAzureSynapseIntegrationRuntimeKey : SynapseRuntimeGetCmdlet
{
    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.key.get";
}
