using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text;

namespace AzIntegrationRuntime.Completion;

/// <summary>Writes completion results as they have to stand on a command line.</summary>
internal static class CompletionText
{
    // PowerShell's own mark for "there is nothing": without it, PowerShell offers files.
    private static readonly CompletionResult? Nothing = typeof(CompletionResult)
        .GetProperty("Null", BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null) as CompletionResult;

    /// <summary>Returns the results; where there are none, the mark that keeps files from being offered.</summary>
    /// <param name="results">The results.</param>
    internal static IReadOnlyList<CompletionResult> OrNothing(IReadOnlyList<CompletionResult> results) =>
        results.Count == 0 && Nothing != null ? [Nothing] : results;

    /// <summary>Quotes a text: in the quotes that were begun, else in none where it needs none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The word as it stands on the line: with the quote that was begun.</param>
    internal static string Quote(string text, string word)
    {
        if (word.StartsWith("\"", StringComparison.Ordinal))
        {
            var escaped = new StringBuilder("\"");
            foreach (var character in text)
            {
                if (character is '`' or '"' or '$' or (>= '\u201c' and <= '\u201e'))
                {
                    escaped.Append('`');
                }

                escaped.Append(character);
            }

            return escaped.Append('"').ToString();
        }

        return word.StartsWith("'", StringComparison.Ordinal) || !IsPlain(text)
            ? "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'"
            : text;
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('_' or '/' or '.' or '-'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] is not ('.' or '-');
    }
}
