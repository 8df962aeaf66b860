using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;

namespace AzIntegrationRuntime.Native;

/// <summary>Hands what an operation yields to its cmdlet, whose preferences and streams are PowerShell's own.</summary>
internal sealed class CmdletTarget(NativeCmdlet cmdlet) : IPumpTarget
{
    public bool Stopping => cmdlet.Stopping;

    public void WriteObject(object? value) => cmdlet.WriteObject(value);

    public void WriteVerbose(string message) => cmdlet.WriteVerbose(message);

    public void WriteDebug(string message) => cmdlet.WriteDebug(message);

    public void WriteWarning(string message) => cmdlet.WriteWarning(message);

    public void WriteInformation(string message, string[] tags) => cmdlet.WriteInformation(message, tags);

    public void WriteProgress(ProgressRecord record) => cmdlet.WriteProgress(record);

    public void WriteError(ErrorRecord record, bool terminating)
    {
        // A terminating error ends the statement, and a script goes on behind it. With -ErrorAction Stop the caller wants
        // the script to end, which PowerShell does for errors that are written.
        if (terminating && !StopsAtErrors)
        {
            cmdlet.ThrowTerminatingError(record);
        }

        cmdlet.WriteError(record);
    }

    public bool ShouldProcess(string target, string action) => cmdlet.ShouldProcess(target, action);

    public bool ShouldContinue(string query, string caption) => cmdlet.ShouldContinue(query, caption);

    public Exception ExplainQuestion(Exception exception, string question)
    {
        var parameters = cmdlet.MyInvocation.MyCommand.Parameters;
        var ways = parameters.ContainsKey("Force") && parameters.ContainsKey("Confirm") ? "-Force or -Confirm:$false"
            : parameters.ContainsKey("Force") ? "-Force"
            : "-Confirm:$false";
        // PowerShell's console fails so at the end of its input, in place of an answer.
        var reason = exception is NullReferenceException
            ? "The input of the console has ended, so nobody can answer."
            : exception.Message;
        return new PSInvalidOperationException(
            $"{reason} The question was: {question} Use {ways} to run {cmdlet.MyInvocation.MyCommand.Name} without " +
            "the question.",
            exception);
    }

    public byte[] AnswerHost(FrameTable frame)
    {
        using var accounts = new AzAccounts();
        return accounts.Answer(frame, cmdlet.DefaultProfile);
    }

    private bool StopsAtErrors =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var action) &&
        action is ActionPreference.Stop;
}
