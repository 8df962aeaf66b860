using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Completion;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile.Rest;

/// <summary>Sends a request to Azure Resource Manager or another Azure service.</summary>
/// <remarks>
/// <para>
/// Sends an HTTP request with an access token of the current context, and returns the response. An error status is not
/// an error of the cmdlet: the StatusCode of the response shows it. With -WaitForCompletion the cmdlet waits for a
/// long-running operation and returns its final response.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $id = (Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west').Id
/// (Invoke-AzRestMethod -Path "${id}?api-version=2018-06-01").Content | ConvertFrom-Json
/// </code>
/// <para>Gets the JSON of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// $request = @{
///     ResourceGroupName    = 'rg-data'
///     ResourceProviderName = 'Microsoft.DataFactory'
///     ResourceType         = 'factories', 'integrationRuntimes'
///     Name                 = 'adf-prod'
///     ApiVersion           = '2018-06-01'
///     Method               = 'GET'
/// }
/// (Invoke-AzRestMethod @request).StatusCode
/// </code>
/// <para>Lists the integration runtimes of a data factory, and shows the status code.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="PSHttpResponse">The response with its status code, headers and content.</outputs>
/// <seealso>Get-AzResource</seealso>
/// <seealso>Get-AzAccessToken</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AzRestMethod", DefaultParameterSetName = ByPath, SupportsShouldProcess = true)]
[OutputType(typeof(PSHttpResponse))]
[Alias("Invoke-AzRest")]
public sealed class InvokeAzRestMethodCommand : NativeCmdlet
{
    private const string ByPath = "ByPath";
    private const string ByUri = "ByURI";
    private const string ByParameters = "ByParameters";

    /// <summary>The path of the request at Azure Resource Manager, with its query.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The address of the request, also at a service other than Azure Resource Manager.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByUri)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Uri? Uri { get; set; }

    /// <summary>The audience of the access token. The default depends on the host of -Uri.</summary>
    [Parameter(ParameterSetName = ByUri)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Uri? ResourceId { get; set; }

    /// <summary>The id of the subscription. The default is the subscription of the context.</summary>
    [Parameter(ParameterSetName = ByParameters)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SubscriptionIdCompleter))]
    public string? SubscriptionId { get; set; }

    /// <summary>The name of the resource group.</summary>
    [Parameter(ParameterSetName = ByParameters)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The namespace of the resource provider, such as Microsoft.DataFactory.</summary>
    [Parameter(ParameterSetName = ByParameters)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNamespaceCompleter))]
    public string? ResourceProviderName { get; set; }

    /// <summary>The types of the resource and its parents, from the outermost to the innermost.</summary>
    [Parameter(ParameterSetName = ByParameters)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    public string[]? ResourceType { get; set; }

    /// <summary>The names of the resource and its parents, in the order of the types.</summary>
    [Parameter(ParameterSetName = ByParameters)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The API version of the resource provider.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByParameters)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ApiVersion { get; set; }

    /// <summary>The HTTP method. The default is GET.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE")]
    [ValidateNotNullOrEmpty]
    public string? Method { get; set; }

    /// <summary>The body of the request, a JSON string.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Payload { get; set; }

    /// <summary>Waits for the long-running operation of the request to end.</summary>
    [Parameter]
    public SwitchParameter WaitForCompletion { get; set; }

    /// <summary>The response header with the address to poll.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PollFromCompleter))]
    public string? PollFrom { get; set; }

    /// <summary>The response header with the address of the final response.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FinalResultFromCompleter))]
    public string? FinalResultFrom { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "rest.invoke";
}
