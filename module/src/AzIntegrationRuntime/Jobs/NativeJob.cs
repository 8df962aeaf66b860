using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Jobs;

/// <summary>Represents the rest of an operation that goes on while the session does something else.</summary>
public sealed class NativeJob : Job, IPumpTarget
{
    private readonly object gate = new();
    private readonly OperationHandle operation;
    private readonly AzAccounts accounts;
    private readonly object? defaultProfile;
    private readonly string cmdletClass;
    private readonly ManualResetEventSlim ended = new(false);
    private string activity = string.Empty;
    private volatile bool stopping;
    private bool failed;
    private bool over;
    private bool disposed;

    internal NativeJob(
        NativeCmdlet cmdlet, OperationHandle operation, IDictionary<string, object?> arguments, ErrorRecord? error)
        : base(cmdlet.MyInvocation.MyCommand.Name, MakeName(cmdlet, arguments))
    {
        this.operation = operation;
        accounts = AzAccounts.ForAnotherThread();
        defaultProfile = cmdlet.DefaultProfile;
        cmdletClass = cmdlet.GetType().FullName ?? string.Empty;
        PSJobTypeName = "AzIntegrationRuntime";
        PSBeginTime = DateTime.Now;
        SetJobState(JobState.Running);
        if (error != null)
        {
            ((IPumpTarget)this).WriteError(error, false);
        }
    }

    /// <summary>Gets whether there is something that Receive-Job returns.</summary>
    public override bool HasMoreData =>
        Output.Count > 0 || Error.Count > 0 || Warning.Count > 0 || Verbose.Count > 0 || Debug.Count > 0 ||
        Information.Count > 0 || Progress.Count > 0;

    /// <summary>Gets where the job runs.</summary>
    public override string Location => "localhost";

    /// <summary>Gets what the operation is doing.</summary>
    public override string StatusMessage => activity;

    bool IPumpTarget.Stopping => stopping;

    /// <summary>Stops the wait. What a service has begun by then goes on there.</summary>
    public override void StopJob()
    {
        lock (gate)
        {
            if (stopping || over)
            {
                return;
            }

            stopping = true;
        }

        SetJobState(JobState.Stopping);
        operation.Dispose();
        // The thread sees it within its next wait; a job that it never began is ended here.
        ended.Wait(TimeSpan.FromSeconds(2));
        End(JobState.Stopped);
    }

    void IPumpTarget.WriteObject(object? value) => Add(Output, value == null ? null! : PSObject.AsPSObject(value));

    void IPumpTarget.WriteVerbose(string message) => Add(Verbose, new VerboseRecord(message));

    void IPumpTarget.WriteDebug(string message) => Add(Debug, new DebugRecord(message));

    void IPumpTarget.WriteWarning(string message) => Add(Warning, new WarningRecord(message));

    void IPumpTarget.WriteInformation(string message, string[] tags)
    {
        var record = new InformationRecord(message, Command);
        record.Tags.AddRange(tags);
        Add(Information, record);
    }

    void IPumpTarget.WriteProgress(ProgressRecord record)
    {
        activity = record.RecordType == ProgressRecordType.Completed ? string.Empty : record.StatusDescription.Trim();
        Add(Progress, record);
    }

    void IPumpTarget.WriteError(ErrorRecord record, bool terminating)
    {
        failed = true;
        // The id that the cmdlet's own record would have: PowerShell adds the class to that of a cmdlet only.
        var id = record.FullyQualifiedErrorId;
        var own = new ErrorRecord(
            record.Exception,
            id.Length == 0 ? cmdletClass : id + "," + cmdletClass,
            record.CategoryInfo.Category,
            record.TargetObject)
        {
            ErrorDetails = record.ErrorDetails,
        };
        // Names the cmdlet where the error is shown.
        own.CategoryInfo.Activity = Command;
        Add(Error, own);
    }

    bool IPumpTarget.ShouldProcess(string target, string action) => throw NoQuestions();

    bool IPumpTarget.ShouldContinue(string query, string caption) => throw NoQuestions();

    Exception IPumpTarget.ExplainQuestion(Exception exception, string question) => exception;

    byte[] IPumpTarget.AnswerHost(FrameTable frame) => accounts.Answer(frame, defaultProfile);

    /// <summary>Begins to receive what is left of the operation.</summary>
    internal void Begin() => new Thread(Receive) { IsBackground = true, Name = Name }.Start();

    /// <summary>Ends the wait and lets go of what the job holds.</summary>
    /// <param name="disposing">Whether it is called by Dispose.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            disposed = true;
            StopJob();
            operation.Dispose();
            ended.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Names the job after what it does, such as "Start ir-ssis".</summary>
    private static string MakeName(NativeCmdlet cmdlet, IDictionary<string, object?> arguments)
    {
        var command = cmdlet.MyInvocation.MyCommand.Name;
        var verb = command.Substring(0, Math.Max(command.IndexOf('-'), 0));
        foreach (var parameter in new[] { "Name", "IntegrationRuntimeName", "InputObject", "ResourceId" })
        {
            if (arguments.TryGetValue(parameter, out var value) && value != null)
            {
                var name = parameter switch
                {
                    "InputObject" => PSObject.AsPSObject(value).Properties["Name"]?.Value as string,
                    "ResourceId" when value is string id => id.Substring(id.TrimEnd('/').LastIndexOf('/') + 1),
                    _ => value as string,
                };
                if (!string.IsNullOrEmpty(name))
                {
                    return verb + " " + name;
                }
            }
        }

        return command;
    }

    private static InvalidOperationException NoQuestions() => new("A job cannot ask.");

    private static void Add<T>(PSDataCollection<T> stream, T item)
    {
        try
        {
            stream.Add(item);
        }
        catch (InvalidOperationException)
        {
            // The job was removed while it ran: nobody reads it any more.
        }
    }

    private void Receive()
    {
        var state = JobState.Failed;
        try
        {
            new Pump(operation, this).Run(untilLastQuestion: false);
            state = failed ? JobState.Failed : JobState.Completed;
        }
        catch (PipelineStoppedException)
        {
            state = JobState.Stopped;
        }
        catch (Exception exception)
        {
            ((IPumpTarget)this).WriteError(ErrorFactory.ToRecord(exception), true);
        }
        finally
        {
            operation.Dispose();
            accounts.Dispose();
            End(stopping ? JobState.Stopped : state);
            SetEnded();
        }
    }

    private void SetEnded()
    {
        try
        {
            ended.Set();
        }
        catch (ObjectDisposedException)
        {
            // The job was removed and did not wait for this thread.
        }
    }

    private void End(JobState state)
    {
        lock (gate)
        {
            if (over)
            {
                return;
            }

            over = true;
        }

        PSEndTime = DateTime.Now;
        SetJobState(state);
    }
}
