using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Text;
using System.Threading;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Completion;

/// <summary>Represents a name that Tab offers.</summary>
internal sealed class CompletionName(string text, string? toolTip)
{
    /// <summary>Gets the name.</summary>
    internal string Text { get; } = text;

    /// <summary>Gets what the list says about the name.</summary>
    internal string ToolTip { get; } = string.IsNullOrEmpty(toolTip) ? text : toolTip!;
}

/// <summary>Asks the library for names, and remembers what took too long.</summary>
internal static class CompletionSource
{
    // What Tab waits for; the library goes on looking until it is closed.
    private const int LimitMilliseconds = 900;

    // A search that is still under way is waited for this long when Tab is pressed again.
    private const int AgainMilliseconds = 250;

    // What took longer is remembered, so that the next Tab does not take as long.
    private const int SlowMilliseconds = 400;

    // How long a late answer is waited for behind the user's back.
    private const int LateMilliseconds = 15000;

    private static readonly TimeSpan KeepNames = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KeepNothing = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, Search> Remembered = new(StringComparer.Ordinal);

    /// <summary>Returns the names of a scope, of which some begin with the word.</summary>
    internal static IReadOnlyList<CompletionName> Find(
        string operation, Dictionary<string, object?> arguments, string word, RequestOptions options)
    {
        // The request without the word is the scope: the kind of name, where it is, and who asks.
        var scope = Encoding.UTF8.GetString(NativeRequest.Write(operation, arguments, options).Json);
        if (Remembered.TryGetValue(scope, out var known))
        {
            if (!known.IsOver)
            {
                known.Wait(AgainMilliseconds);
            }

            if (known.Answers(word))
            {
                return known.Names;
            }

            if (known.IsOver)
            {
                Remembered.TryRemove(scope, out _);
            }
        }

        arguments["Word"] = word;
        arguments.TryGetValue("DefaultProfile", out var defaultProfile);
        var search = new Search(
            OperationHandle.Start(Library.Load(), NativeRequest.Write(operation, arguments, options)), word);
        var watch = Stopwatch.StartNew();
        if (search.Run(LimitMilliseconds, new HostAnswers(defaultProfile)))
        {
            // A first token of Az.Accounts takes seconds, the next one does not.
            if (watch.ElapsedMilliseconds - search.HostMilliseconds > SlowMilliseconds)
            {
                Remember(scope, search);
            }

            return search.Names;
        }

        Remember(scope, search);
        ThreadPool.QueueUserWorkItem(_ => search.Run(LateMilliseconds, null));
        return [];
    }

    private static void Remember(string scope, Search search)
    {
        if (Remembered.Count > 100)
        {
            Remembered.Clear();
        }

        Remembered[scope] = search;
    }

    /// <summary>Represents one question to the library, which may end after Tab has had its answer.</summary>
    private sealed class Search(OperationHandle operation, string word)
    {
        private readonly List<CompletionName> names = [];
        private readonly object gate = new();
        private volatile bool over;
        private DateTime endedAt;

        internal bool IsOver => over;

        /// <summary>Gets how long the session took to answer the library's questions.</summary>
        internal long HostMilliseconds { get; private set; }

        internal IReadOnlyList<CompletionName> Names => IsOver ? names : [];

        internal void Wait(int milliseconds)
        {
            lock (gate)
            {
                if (!over)
                {
                    Monitor.Wait(gate, milliseconds);
                }
            }
        }

        /// <summary>Returns whether what was found, or not found yet, is the answer for a word too.</summary>
        internal bool Answers(string other) =>
            !IsOver || (DateTime.UtcNow - endedAt < (names.Count > 0 ? KeepNames : KeepNothing) &&
                other.StartsWith(word, StringComparison.OrdinalIgnoreCase));

        /// <summary>Receives what the library finds, so long.</summary>
        /// <returns>Whether it has ended.</returns>
        internal bool Run(int milliseconds, HostAnswers? answers)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                while (watch.ElapsedMilliseconds < milliseconds)
                {
                    var kind = operation.Next(
                        (int)Math.Min(50, Math.Max(0, milliseconds - watch.ElapsedMilliseconds)), out var length);
                    if (kind is < 0 or Library.Finished)
                    {
                        End();
                        return true;
                    }

                    if (kind != Library.None)
                    {
                        Handle(kind, new byte[length], answers);
                    }
                }
            }
            catch (Exception)
            {
                // No names, then.
                End();
                return true;
            }

            if (answers == null)
            {
                End();
                return true;
            }

            return false;
        }

        private void Handle(int kind, byte[] buffer, HostAnswers? answers)
        {
            var reader = new FrameReader(buffer, (int)operation.Read(buffer));
            if (kind == Library.Objects)
            {
                reader.ReadObjects(Add);
                return;
            }

            var frame = reader.ReadMessage();
            if (frame.Text("frame") is "token" or "context" or "environment")
            {
                var watch = Stopwatch.StartNew();
                var bytes = answers == null ? [] : answers.Answer(frame);
                HostMilliseconds += watch.ElapsedMilliseconds;
                operation.Answer(bytes);
            }
        }

        private void Add(object? found)
        {
            switch (found)
            {
                case string text:
                    names.Add(new CompletionName(text, null));
                    break;
                case Hashtable table when table["Text"] is string text:
                    names.Add(new CompletionName(text, table["ToolTip"] as string));
                    break;
                case PSObject bag when bag.Properties["Text"]?.Value is string text:
                    names.Add(new CompletionName(text, bag.Properties["ToolTip"]?.Value as string));
                    break;
            }
        }

        private void End()
        {
            operation.Dispose();
            lock (gate)
            {
                endedAt = DateTime.UtcNow;
                over = true;
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Answers the library's questions about who one is, as far as that takes no time.</summary>
    private sealed class HostAnswers(object? defaultProfile)
    {
        internal byte[] Answer(FrameTable frame)
        {
            // Az.Accounts is not imported for this, nor another way to sign in begun: that takes seconds.
            if (frame.Text("frame") == "environment")
            {
                return [];
            }

            using var accounts = new AzAccounts();
            if (!accounts.IsLoaded())
            {
                return [];
            }

            return accounts.Answer(frame, defaultProfile);
        }
    }
}
