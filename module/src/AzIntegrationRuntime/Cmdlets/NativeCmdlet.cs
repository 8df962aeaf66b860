using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Threading;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Jobs;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet whose work one operation of the native library does.</summary>
/// <remarks>
/// A derived class has attributes, parameters and the name of its operation. The bound parameters are the operation's
/// arguments. A parameter <c>AsJob</c> needs no code: a cmdlet that has one runs as a job when it is given.
/// </remarks>
public abstract class NativeCmdlet : PSCmdlet, IDisposable
{
    // Reflection makes an attribute anew each time it is asked.
    private static readonly Dictionary<Type, CmdletAttribute?> Attributes = new();

    private OperationHandle? running;
    private Dictionary<string, string>? defaults;

    /// <summary>Initializes a new instance of the <see cref="NativeCmdlet" /> class.</summary>
    protected NativeCmdlet() => ParentDefaults.Track(this);

    /// <summary>The context to use in place of the current one: an object that Get-AzContext returns.</summary>
    [Parameter]
    [Alias("AzContext", "AzureRmContext", "AzureCredential")]
    [ArgumentCompleter(typeof(ValueCompleter))]
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
    protected override void BeginProcessing()
    {
        ParentDefaults.Forget(this);
        if (defaults == null)
        {
            return;
        }

        if (ParentDefaults.DescribeOtherGroup(SessionState, MyInvocation, defaults.Keys) is { } refusal)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException(refusal, "ResourceGroupName"), "OtherResourceGroup",
                ErrorCategory.InvalidArgument, MyInvocation.BoundParameters["ResourceGroupName"]));
        }

        ParentDefaults.DropGroupOfOther(MyInvocation, defaults);
        foreach (var one in defaults)
        {
            // PowerShell asks for a default that it then does not bind, if the command has the parameter behind it.
            if (MyInvocation.BoundParameters.TryGetValue(one.Key, out var bound) && ReferenceEquals(bound, one.Value))
            {
                WriteVerbose($"-{one.Key} is '{one.Value}', the default of Set-AzIntegrationRuntimeDefault.");
            }
        }
    }

    /// <summary>Forgets a cmdlet that never began. PowerShell disposes one that it cannot bind too.</summary>
    public void Dispose()
    {
        ParentDefaults.Forget(this);
        GC.SuppressFinalize(this);
    }

    /// <summary>Remembers a default that PowerShell asked for.</summary>
    internal void NoteDefault(string parameter, string value) => (defaults ??= [])[parameter] = value;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        try
        {
            Run();
        }
        catch (Exception exception) when (exception is NativeLibraryException or NativeStatusException or
            InvalidArgumentException or InvalidDataException)
        {
            ThrowTerminatingError(ErrorFactory.ToRecord(exception));
        }
    }

    /// <inheritdoc />
    protected override void StopProcessing() =>
        // Closing cancels what still runs; the thread that waits for a frame sees it at once.
        Volatile.Read(ref running)?.Dispose();

    private void Run()
    {
        var library = Library.Load();
        ClassRegistry.Register(GetType().Assembly);
        var arguments = CollectArguments();
        var asJob = arguments.TryGetValue("AsJob", out var given) && LanguagePrimitives.IsTrue(given);
        var operation = OperationHandle.Start(library, CreateRequest(arguments));
        var handedOver = false;
        var pump = new Pump(operation, new CmdletTarget(this));
        try
        {
            Volatile.Write(ref running, operation);
            if (Stopping)
            {
                throw new PipelineStoppedException();
            }

            // A cmdlet that can ask does so here; what is left after the last question is the job's.
            // PowerShell puts the table of the parameters together anew each time it is read.
            if (asJob && (!MyInvocation.MyCommand.Parameters.ContainsKey("Confirm") ||
                pump.Run(untilLastQuestion: true)))
            {
                var job = new NativeJob(this, operation, arguments, pump.EarlyError);
                handedOver = true;
                JobRepository.Add(job);
                job.Begin();
                WriteObject(job);
            }
            else if (!asJob)
            {
                pump.Run(untilLastQuestion: false);
            }
        }
        catch (PipelineStoppedException)
        {
            if (Stopping)
            {
                ShowStopNotice(pump.StopNotice);
            }

            throw;
        }
        finally
        {
            Volatile.Write(ref running, null);
            if (!handedOver)
            {
                operation.Dispose();
            }
        }
    }

    private Dictionary<string, object?> CollectArguments()
    {
        var arguments = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var bound in MyInvocation.BoundParameters)
        {
            arguments[bound.Key] = bound.Value;
        }

        foreach (var name in PathParameters)
        {
            if (!arguments.TryGetValue(name, out var value))
            {
                continue;
            }

            if (value is string { Length: > 0 } path)
            {
                arguments[name] = ResolvePath(name, path);
            }
            else if (value is string[] paths)
            {
                arguments[name] = Array.ConvertAll(
                    paths,
                    one => one is { Length: > 0 } ? ResolvePath(name, one) : one);
            }
        }

        AddArguments(arguments);
        return arguments;
    }

    /// <summary>Returns the path in the file system, which other providers of PowerShell do not have.</summary>
    private string ResolvePath(string name, string path)
    {
        var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem")
        {
            var message = $"The path '{path}' of -{name} is a path of the provider '{provider.Name}' and not of the " +
                "file system. Give the path of a file, such as './file.json'.";
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException(message, name), "PathNotInFileSystem", ErrorCategory.InvalidArgument, path));
        }

        return resolved;
    }

    /// <summary>Writes the request as the cmdlet was called and the caller's preferences are.</summary>
    private NativeRequest CreateRequest(Dictionary<string, object?> arguments) =>
        NativeRequest.Write(Operation, arguments, CollectOptions(arguments));

    private RequestOptions CollectOptions(Dictionary<string, object?> arguments) => new()
    {
        CmdletName = MyInvocation.MyCommand.Name,
        ParameterSetName = ParameterSetName,
        RunspaceId = Runspace.DefaultRunspace?.InstanceId,
        Verbose = IsWanted(arguments, "Verbose"),
        Debug = IsWanted(arguments, "Debug"),
        WhatIf = arguments.TryGetValue("WhatIf", out var whatIf)
            ? LanguagePrimitives.IsTrue(whatIf)
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference")),
        Confirm = arguments.TryGetValue("Confirm", out var confirm)
            ? LanguagePrimitives.IsTrue(confirm)
            : AsksByPreference(),
    };

    /// <summary>Returns whether messages of that stream are wanted, by parameter or by preference.</summary>
    private bool IsWanted(Dictionary<string, object?> arguments, string stream)
    {
        if (arguments.TryGetValue(stream, out var bound))
        {
            return LanguagePrimitives.IsTrue(bound);
        }

        var value = GetVariableValue(stream + "Preference");
        return value is ActionPreference preference
            ? IsShown(preference)
            : LanguagePrimitives.TryConvertTo(value, out preference) && IsShown(preference);
    }

    private static bool IsShown(ActionPreference preference) =>
        preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private bool AsksByPreference()
    {
        var value = GetVariableValue("ConfirmPreference");
        if (value is not ConfirmImpact preference && !LanguagePrimitives.TryConvertTo(value, out preference))
        {
            return false;
        }

        return preference != ConfirmImpact.None &&
            FindAttribute() is { SupportsShouldProcess: true } attribute && attribute.ConfirmImpact >= preference;
    }

    private CmdletAttribute? FindAttribute()
    {
        var type = GetType();
        lock (Attributes)
        {
            if (!Attributes.TryGetValue(type, out var attribute))
            {
                attribute = type.GetCustomAttribute<CmdletAttribute>();
                Attributes.Add(type, attribute);
            }

            return attribute;
        }
    }

    /// <summary>Shows what goes on in the service although the command was stopped.</summary>
    private void ShowStopNotice(string notice)
    {
        if (notice.Length == 0)
        {
            return;
        }

        try
        {
            // The streams of a pipeline that was stopped are closed; the host still shows it.
            Host.UI.WriteWarningLine(notice);
        }
        catch (Exception exception) when (
            exception is HostException or NotImplementedException or InvalidOperationException)
        {
            // A host that shows nothing.
        }
    }
}
