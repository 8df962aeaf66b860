using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet whose work one operation of the native library does.</summary>
/// <remarks>
/// A derived class has attributes, parameters and the name of its operation. The bound parameters are the operation's
/// arguments. A parameter <c>AsJob</c> needs no code: a cmdlet that has one runs as a job when it is given.
/// </remarks>
public abstract class NativeCmdlet : PSCmdlet
{
    /// <summary>The context to use in place of the current one: an object that Get-AzContext returns.</summary>
    [Parameter]
    [Alias("AzContext", "AzureRmContext", "AzureCredential")]
    public object? DefaultProfile { get; set; }

    /// <summary>Gets the name of the library's operation, such as <c>runtime.get</c>.</summary>
    protected abstract string Operation { get; }

    /// <summary>
    /// Gets the names of the parameters that hold a path of the file system. The library gets such a path absolute,
    /// since the current location is PowerShell's and not the process's.
    /// </summary>
    protected virtual IReadOnlyList<string> PathParameters => Array.Empty<string>();

    /// <summary>Adds arguments that are not parameters. The table has the bound parameters.</summary>
    /// <param name="arguments">The operation's arguments by name.</param>
    protected virtual void AddArguments(IDictionary<string, object?> arguments)
    {
    }

    /// <inheritdoc />
    protected override void ProcessRecord() => throw new NotSupportedException(Operation);

    /// <inheritdoc />
    protected override void StopProcessing()
    {
    }
}
