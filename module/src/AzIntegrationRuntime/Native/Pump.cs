using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text;

namespace AzIntegrationRuntime.Native;

/// <summary>Does what the frames of an operation say, until it is finished or handed over.</summary>
internal sealed class Pump(OperationHandle operation, IPumpTarget target)
{
    // A short wait: between two of them it is seen that the user wants to stop.
    private const int WaitMilliseconds = 100;

    private static readonly byte[] Yes = Encoding.UTF8.GetBytes("true");
    private static readonly byte[] No = Encoding.UTF8.GetBytes("false");

    private byte[] buffer = new byte[16384];

    /// <summary>Gets what the user is to read when the command is stopped; mostly empty.</summary>
    internal string StopNotice { get; private set; } = string.Empty;

    /// <summary>Gets the error that came before the last question; it belongs to the one who takes over.</summary>
    internal ErrorRecord? EarlyError { get; private set; }

    /// <summary>Handles frames until there are no more.</summary>
    /// <param name="untilLastQuestion">
    /// Whether to stop when the last question was answered, or an error shows that there will be none.
    /// </param>
    /// <returns>Whether frames are left.</returns>
    internal bool Run(bool untilLastQuestion)
    {
        while (true)
        {
            var kind = operation.Next(WaitMilliseconds, out var length);
            if (target.Stopping)
            {
                throw new PipelineStoppedException();
            }

            switch (kind)
            {
                case Library.None:
                    continue;
                case Library.Finished:
                    return false;
                case < 0:
                    throw new NativeStatusException("wait", kind);
            }

            if (buffer.Length < length)
            {
                buffer = new byte[checked((int)length * 2)];
            }

            var read = operation.Read(buffer);
            if (read < 0)
            {
                throw target.Stopping ? new PipelineStoppedException() : new NativeStatusException("read", read);
            }

            var reader = new FrameReader(buffer, (int)read);
            if (kind == Library.Objects)
            {
                WriteObjects(reader, (int)read);
            }
            else if (kind == Library.Message)
            {
                var frame = ReadMessage(reader, (int)read);
                if (untilLastQuestion && frame.Text("frame") == "error")
                {
                    EarlyError = ErrorFactory.ToRecord(frame);
                    return true;
                }

                var next = HandleMessage(frame);
                if (next == Next.Leave)
                {
                    return false;
                }

                if (untilLastQuestion && next == Next.WasLastQuestion)
                {
                    return true;
                }
            }
        }
    }

    private enum Next
    {
        Frame,
        WasLastQuestion,
        Leave,
    }

    private void WriteObjects(FrameReader reader, int length)
    {
        try
        {
            reader.ReadObjects(target.WriteObject);
        }
        finally
        {
            Wipe(reader, length);
        }
    }

    private FrameTable ReadMessage(FrameReader reader, int length)
    {
        try
        {
            return reader.ReadMessage();
        }
        finally
        {
            Wipe(reader, length);
        }
    }

    private void Wipe(FrameReader reader, int length)
    {
        if (reader.HoldsSecret)
        {
            Array.Clear(buffer, 0, length);
        }
    }

    private Next HandleMessage(FrameTable frame)
    {
        switch (frame.Text("frame"))
        {
            case "verbose":
                target.WriteVerbose(frame.Text("message"));
                break;
            case "debug":
                target.WriteDebug(frame.Text("message"));
                break;
            case "warning":
                target.WriteWarning(frame.Text("message"));
                break;
            case "information":
                target.WriteInformation(frame.Text("message"), ToTags(frame));
                break;
            case "progress":
                target.WriteProgress(ToProgress(frame));
                break;
            case "error":
                target.WriteError(ErrorFactory.ToRecord(frame), frame.Flag("terminating"));
                break;
            case "onStop":
                StopNotice = frame.Text("message");
                break;
            case "lastQuestion":
                return Next.WasLastQuestion;
            case "shouldProcess" or "shouldContinue":
                return Ask(frame);
            case "token" or "context" or "environment":
                Answer(target.AnswerHost(frame));
                break;
        }

        return Next.Frame;
    }

    private Next Ask(FrameTable frame)
    {
        bool answer;
        try
        {
            answer = frame.Text("frame") == "shouldProcess"
                ? target.ShouldProcess(frame.Text("target"), frame.Text("action"))
                : target.ShouldContinue(frame.Text("query"), frame.Text("caption"));
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            // There is nobody to ask: nothing is done.
            var explained = target.ExplainQuestion(exception, Describe(frame));
            target.WriteError(new ErrorRecord(explained, string.Empty, ErrorCategory.CloseError, null), false);
            return Next.Leave;
        }

        Answer((byte[])(answer ? Yes : No).Clone());
        return answer && frame.Flag("last") ? Next.WasLastQuestion : Next.Frame;
    }

    /// <summary>Returns the text of a question in one line.</summary>
    private static string Describe(FrameTable frame)
    {
        var text = frame.Text("frame") == "shouldProcess" ? frame.Text("action") : frame.Text("query");
        return string.Join(" ", text.Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private void Answer(byte[] bytes)
    {
        var status = operation.Answer(bytes);
        if (status < 0)
        {
            throw target.Stopping ? new PipelineStoppedException() : new NativeStatusException("answer", status);
        }
    }

    private static string[] ToTags(FrameTable frame)
    {
        // Of this tag the host shows it as it shows what Write-Host writes, unless it is caught or to be ignored.
        var tags = new List<string> { "PSHOST" };
        if (frame["tags"] is object?[] given)
        {
            foreach (var tag in given)
            {
                if (tag is string text)
                {
                    tags.Add(text);
                }
            }
        }

        return tags.ToArray();
    }

    private static ProgressRecord ToProgress(FrameTable frame)
    {
        var record = new ProgressRecord(
            frame.Number("id", 0), Filled(frame.Text("activity")), Filled(frame.Text("status")))
        {
            PercentComplete = Math.Max(-1, Math.Min(100, frame.Number("percent", -1))),
            SecondsRemaining = Math.Max(-1, frame.Number("secondsRemaining", -1)),
        };
        var parent = frame.Number("parent", -1);
        if (parent >= 0 && parent != record.ActivityId)
        {
            record.ParentActivityId = parent;
        }

        if (frame.Flag("completed"))
        {
            record.RecordType = ProgressRecordType.Completed;
        }

        return record;
    }

    private static string Filled(string text) => text.Length == 0 ? " " : text;
}

/// <summary>Represents where the frames of an operation go: a cmdlet or a job.</summary>
internal interface IPumpTarget
{
    /// <summary>Gets whether the user wants to stop.</summary>
    bool Stopping { get; }

    void WriteObject(object? value);

    void WriteVerbose(string message);

    void WriteDebug(string message);

    void WriteWarning(string message);

    void WriteInformation(string message, string[] tags);

    void WriteProgress(ProgressRecord record);

    void WriteError(ErrorRecord record, bool terminating);

    bool ShouldProcess(string target, string action);

    bool ShouldContinue(string query, string caption);

    /// <summary>Returns the exception for a question that could not be asked, with the way to do without it.</summary>
    Exception ExplainQuestion(Exception exception, string question);

    /// <summary>Returns the bytes that answer who one is; the caller wipes them.</summary>
    byte[] AnswerHost(FrameTable frame);
}
