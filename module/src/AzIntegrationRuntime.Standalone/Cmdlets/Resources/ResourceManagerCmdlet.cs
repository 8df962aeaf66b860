using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Standalone.Cmdlets;

/// <summary>Represents a cmdlet of a resource provider whose API version can be chosen.</summary>
public abstract class ResourceManagerCmdlet : NativeCmdlet
{
    /// <summary>The API version of the service.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ApiVersion { get; set; }

    /// <summary>Also considers preview API versions of the service.</summary>
    [Parameter]
    public SwitchParameter Pre { get; set; }
}
