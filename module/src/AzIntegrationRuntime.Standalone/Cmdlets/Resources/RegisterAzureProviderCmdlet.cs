using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Implementation;

/// <summary>Registers a resource provider with the subscription.</summary>
/// <remarks>
/// <para>
/// Registers a resource provider, so that the subscription can hold its resources. A subscription without the resource
/// provider Microsoft.DataFactory cannot hold data factories. The registration continues in the background.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Register-AzResourceProvider -ProviderNamespace 'Microsoft.DataFactory'
/// </code>
/// <para>Registers the resource provider of data factories.</para>
/// </example>
/// <example>
/// <code>
/// Register-AzResourceProvider -ProviderNamespace 'Microsoft.Synapse' -WhatIf
/// </code>
/// <para>Shows what the cmdlet would do.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe objects with the properties ProviderNamespace and ConsentToPermissions.
/// </inputs>
/// <outputs cref="PSResourceProvider">The resource provider with its registration state.</outputs>
/// <seealso>Get-AzResourceProvider</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Register, "AzResourceProvider", SupportsShouldProcess = true)]
[OutputType(typeof(PSResourceProvider))]
public sealed class RegisterAzureProviderCmdlet : ResourceManagerCmdlet
{
    /// <summary>The namespace of the resource provider, such as Microsoft.DataFactory.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNamespaceCompleter))]
    public string? ProviderNamespace { get; set; }

    /// <summary>Consents to the permissions that the resource provider requests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool ConsentToPermissions { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "provider.register";
}
