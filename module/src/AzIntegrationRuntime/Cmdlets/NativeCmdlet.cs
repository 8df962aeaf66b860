using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet whose work one operation of the native library does.</summary>
public abstract class NativeCmdlet : PSCmdlet
{
    /// <summary>The context to use in place of the current one: an object that Get-AzContext returns.</summary>
    [Parameter]
    [Alias("AzContext", "AzureRmContext", "AzureCredential")]
    public object? DefaultProfile { get; set; }

    /// <summary>Gets the name of the library's operation, such as <c>runtime.get</c>.</summary>
    protected abstract string Operation { get; }

    /// <inheritdoc />
    protected override void ProcessRecord() => throw new System.NotSupportedException(Operation);
}
