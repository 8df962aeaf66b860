using System;
using System.Management.Automation.Language;
using System.Text;

namespace AzIntegrationRuntime.Completion;

/// <summary>Writes a text as it has to stand on a command line.</summary>
internal static class CompletionText
{
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
