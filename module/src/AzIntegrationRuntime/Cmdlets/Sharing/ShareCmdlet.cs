using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet on the shares of one shared integration runtime.</summary>
public abstract class ShareCmdlet : NativeCmdlet
{
    /// <summary>The parameter set with an object.</summary>
    protected const string ByInputObject = nameof(ByInputObject);

    /// <summary>The parameter set with a resource id.</summary>
    protected const string ByResourceId = nameof(ByResourceId);

    /// <summary>
    /// The resource id of the shared integration runtime. The cmdlet uses the subscription in the id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceId { get; set; }
}
