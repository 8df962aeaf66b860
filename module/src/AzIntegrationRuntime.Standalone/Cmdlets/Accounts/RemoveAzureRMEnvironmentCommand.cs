using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Removes an environment.</summary>
/// <remarks>
/// <para>
/// Removes an environment that Add-AzEnvironment added. Built-in environments cannot be removed. Accounts of the
/// environment stay signed in.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Add-AzEnvironment -Name 'Lab' -ResourceManagerEndpoint 'https://management.lab.contoso.com'
/// Remove-AzEnvironment -Name 'Lab'
/// </code>
/// <para>Adds an environment and removes it.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzEnvironment -Name 'Lab' | Remove-AzEnvironment -WhatIf
/// </code>
/// <para>Shows what the cmdlet would remove.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with the property Name.</inputs>
/// <outputs cref="PSAzureEnvironment">The removed environment.</outputs>
/// <seealso>Add-AzEnvironment</seealso>
/// <seealso>Get-AzEnvironment</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Remove, "AzEnvironment", SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureEnvironment))]
public sealed class RemoveAzureRMEnvironmentCommand : ContextScopeCmdlet
{
    /// <inheritdoc cref="AddAzureRMEnvironmentCommand.Name" />
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "environment.remove";
}
