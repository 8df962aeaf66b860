using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Gets environments, the Azure clouds to sign in to.</summary>
/// <remarks>
/// <para>
/// Gets the built-in environments and those that Add-AzEnvironment added, or the environment of a name, with the
/// addresses of their services.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzEnvironment
/// </code>
/// <para>Lists the environments.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzEnvironment -Name AzureChinaCloud | Format-List
/// </code>
/// <para>Shows all addresses of an environment.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with the property Name.</inputs>
/// <outputs cref="PSAzureEnvironment" />
/// <seealso>Add-AzEnvironment</seealso>
/// <seealso>Remove-AzEnvironment</seealso>
/// <seealso>Connect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzEnvironment")]
[OutputType(typeof(PSAzureEnvironment))]
public sealed class GetAzureRMEnvironmentCommand : NativeCmdlet
{
    /// <inheritdoc cref="AddAzureRMEnvironmentCommand.Name" />
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "environment.get";
}
